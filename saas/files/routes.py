"""Files in and out. What goes out is never run: a sandbox without scripts, the type that we found, and no guessing."""

import re
from collections.abc import AsyncIterator
from urllib.parse import unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from saas.core.routes import Route
from saas.core.work import Opener
from saas.files import actions, queries
from saas.files.actions import Attached, Record, Upload
from saas.files.names import disposition
from saas.files.queries import Content
from saas.graph.ids import decode, encode, key_of

_SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; object-src 'self'; sandbox"
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
_WHOLE, _PART, _UNCHANGED, _BEYOND = 200, 206, 304, 416


async def upload(opener: Opener, request: Request) -> Response:
    """The body is the file itself; `?about=ID&name=NAME` say on which record it hangs and how it is called."""
    record = Record(*decode(request.query_params.get("about", "")))
    await run_in_threadpool(_check, opener, record)
    content = Upload(opener.outside.file_limit)
    try:
        async for chunk in request.stream():
            await run_in_threadpool(content.add, chunk)
        name = request.query_params.get("name", "")
        made: Attached = await run_in_threadpool(actions.attach_file, opener, record, name, content)
    finally:
        content.close()
    return JSONResponse({"id": encode("Attachment", made.id), "name": made.name, "remark": made.remark}, 201)


async def download(opener: Opener, request: Request) -> Response:
    """`?inline` shows what a browser shows without danger; everything else is saved."""
    content = await run_in_threadpool(_content, opener, request.path_params["id"])
    tag = f'"{content.digest}"'
    headers = _headers(content, tag, inline="inline" in request.query_params)
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=_UNCHANGED, headers=headers)
    span = _span(request.headers.get("range"), content.size)
    if span is None:
        return Response(status_code=_BEYOND, headers=headers | {"content-range": f"bytes */{content.size}"})
    start, end = span
    body: AsyncIterator[bytes] = await content.store.open(content.store.key(content.digest), start, end)
    headers["content-length"] = str(end - start)
    if (start, end) == (0, content.size):
        return StreamingResponse(body, _WHOLE, headers)
    headers["content-range"] = f"bytes {start}-{end - 1}/{content.size}"
    return StreamingResponse(body, _PART, headers)


def preview(opener: Opener, request: Request) -> Response:
    with opener() as work:
        picture, digest = queries.get_preview(work, key_of("Attachment", request.path_params["id"]))
    headers = {"content-security-policy": _SANDBOX, "cache-control": "private, max-age=300", "etag": f'"{digest}"'}
    return Response(picture, headers=headers, media_type="image/webp")


def _headers(content: Content, tag: str, *, inline: bool) -> dict[str, str]:
    kind = content.kind
    return {
        "content-type": "application/octet-stream" if kind.active else kind.media_type,
        "content-disposition": disposition(content.name, inline=inline and kind.inline),
        "content-security-policy": _SANDBOX,
        "cache-control": "private, no-cache",
        "accept-ranges": "bytes",
        "etag": tag,
    }


def _span(asked: str | None, size: int) -> tuple[int, int] | None:
    """From and to before; the whole where no range is asked for, or one of a form that we leave out."""
    found = _RANGE.fullmatch(asked or "")
    if found is None or found.group(1) == found.group(2) == "":
        return 0, size
    first, last = found.groups()
    start = int(first) if first else max(0, size - int(last))
    end = min(size, int(last) + 1) if first and last else size
    return (start, end) if start < end else None


def _check(opener: Opener, record: Record) -> None:
    with opener() as work:
        actions.check_target(work, record)


def _content(opener: Opener, id: str) -> Content:
    with opener() as work:
        return queries.get_content(work, key_of("Attachment", unquote(id)))


ROUTES = [
    Route("POST", "/files", upload, streams=True),
    Route("GET", "/files/{id}", download),
    Route("GET", "/files/{id}/preview", preview),
]
