"""The web client's files: hashed ones are kept for ever, the page is asked for each time, and any path is the page."""

import base64
import gzip
import hashlib
import mimetypes
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response

PAGE = "index.html"
ICON = "icon.svg"
WORKER = "sw.js"
ANY_ICON = "favicon.ico"  # of every document that names no icon, such as an image in a tab of its own
FOREVER = "public, max-age=31536000, immutable"
_ASKED = "no-cache"
_SHORT = "public, max-age=3600"
_NAME = re.compile(r"\w[\w.-]{0,199}(/\w[\w.-]{0,199}){0,5}", re.ASCII)
_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
_TEXTS = ("text/", "application/javascript", "application/json", "image/svg+xml", "application/manifest+json")
_WORTH_PACKING = 1024


@dataclass(frozen=True, slots=True)
class File:
    body: bytes
    packed: bytes | None
    kind: str
    tag: str


class Client:
    """Files below `folder`, read once each and again when the page has been built anew.

    A file has one name here: no dots, empty parts or hidden files, so that no path makes a second copy of it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._built = 0
        self._files: dict[str, File | None] = {}

    @property
    def there(self) -> bool:
        return (self._folder / PAGE).is_file()

    def file(self, path: str, headers: Headers) -> Response | None:
        """None where there is no such file; the page is not one, for it has rules of its own."""
        name = path.removeprefix("/")
        name = ICON if name == ANY_ICON else name
        if name == WORKER:
            self._look_again()  # a browser asks for it alone, to find out whether there is a newer client
        found = self._find(name) if name != PAGE and _NAME.fullmatch(name) else None
        if found is None:
            return None
        kept = FOREVER if path.startswith("/assets/") else _ASKED if name == WORKER else _SHORT
        return _respond(found, headers, {"cache-control": kept})

    def page(self, headers: Headers) -> Response | None:
        """None before the client was built."""
        self._look_again()
        found = self._find(PAGE)
        if found is None:
            return None
        return _respond(found, headers, {"cache-control": _ASKED, "content-security-policy": policy_of(found.body)})

    def _look_again(self) -> None:
        page = self._folder / PAGE
        built = page.stat().st_mtime_ns if page.is_file() else 0
        if built != self._built:
            self._built = built
            self._files.clear()

    def _find(self, name: str) -> File | None:
        if name not in self._files:
            path = (self._folder / name).resolve()
            if not (path.is_relative_to(self._folder) and path.is_file()):
                return None
            self._files[name] = _read(path)
        return self._files[name]


@lru_cache(maxsize=8)
def policy_of(page: bytes) -> str:
    """Scripts of our own files only, besides the inline ones that this page was built with, by their hashes.

    Styles may be inline: the components set their custom properties so. Of our answers only PDF documents let
    themselves be framed (`saas.files.serving`).
    """
    hashes = "".join(f" 'sha256-{_hash(script)}'" for script in _SCRIPT.findall(page))
    return (
        f"default-src 'none'; script-src 'self'{hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "font-src 'self' data:; frame-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
    )


def _hash(script: bytes) -> str:
    return base64.b64encode(hashlib.sha256(script).digest()).decode()


def _read(path: Path) -> File:
    body = path.read_bytes()
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    if kind == "text/javascript":
        kind = "application/javascript"
    text = kind.startswith(_TEXTS)
    packed = gzip.compress(body, 6, mtime=0) if text and len(body) > _WORTH_PACKING else None
    tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    return File(body, packed, f"{kind}; charset=utf-8" if text else kind, tag)


def _respond(file: File, asked: Headers, headers: dict[str, str]) -> Response:
    headers |= {"etag": file.tag, "vary": "accept-encoding", "content-type": file.kind}
    if asked.get("if-none-match") == file.tag:
        return Response(status_code=304, headers=headers)
    if file.packed is not None and "gzip" in asked.get("accept-encoding", ""):
        return Response(file.packed, headers=headers | {"content-encoding": "gzip"})
    return Response(file.body, headers=headers)
