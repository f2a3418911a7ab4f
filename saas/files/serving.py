"""How a file is said to a browser: under its true type, in a sandbox, whole or in part."""

import re

from saas.files.names import disposition
from saas.files.queries import Content

SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; object-src 'self'; sandbox"
_VIEWER = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"
"""Of PDF documents that are shown: browsers refuse to open their viewer in a sandbox, and it is one itself."""

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def headers_of(content: Content, tag: str, *, inline: bool) -> dict[str, str]:
    kind = content.kind
    viewed = inline and kind.name == "pdf"
    return {
        "content-type": "application/octet-stream" if kind.active else kind.media_type,
        "content-disposition": disposition(content.name, inline=inline and kind.inline),
        "content-security-policy": _VIEWER if viewed else SANDBOX,
        "cache-control": "private, no-cache",
        "accept-ranges": "bytes",
        "etag": tag,
    }


def span_of(asked: str | None, size: int) -> tuple[int, int] | None:
    """From and to before; the whole where no range is asked for, or one of a form that we leave out."""
    found = _RANGE.fullmatch(asked or "")
    if found is None or found.group(1) == found.group(2) == "":
        return 0, size
    first, last = found.groups()
    start = int(first) if first else max(0, size - int(last))
    end = min(size, int(last) + 1) if first and last else size
    return (start, end) if start < end else None
