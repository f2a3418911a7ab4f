"""Files in and out. What goes out is never run: a sandbox without scripts, the type that we found, and no guessing."""

from collections.abc import AsyncIterator
from urllib.parse import unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from saas.core.routes import Route
from saas.core.work import Opener
from saas.files import actions, queries
from saas.files.actions import Attached, Record, Upload
from saas.files.queries import Content
from saas.files.serving import SANDBOX, headers_of, span_of
from saas.graph.ids import decode, encode, key_of

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
    headers = headers_of(content, tag, inline="inline" in request.query_params)
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=_UNCHANGED, headers=headers)
    span = span_of(request.headers.get("range"), content.size)
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
    headers = {"content-security-policy": SANDBOX, "cache-control": "private, max-age=300", "etag": f'"{digest}"'}
    return Response(picture, headers=headers, media_type="image/webp")


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
