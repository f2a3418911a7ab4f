"""The doors through which leads come in, open to everybody: a form of the company's site, and Google's webhook.

`GET /forms/KEY` gives a form what it needs, `POST /forms/KEY` takes what was filled in. A page of any site may ask
them, and may ask nothing else: no other door of ours answers to strangers' pages.
"""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from saas.capture import doors
from saas.core.errors import NotFound, Refusal
from saas.core.routes import Route
from saas.core.texts import tell
from saas.core.work import Opener

LARGEST = 64_000
ANYBODY = {"access-control-allow-origin": "*", "cache-control": "no-store"}
PREFLIGHT = {
    **ANYBODY, "access-control-allow-methods": "GET, POST", "access-control-allow-headers": "content-type",
    "access-control-max-age": "86400",
}  # fmt: skip


def allow(_opener: Opener, _request: Request) -> Response:
    return Response(status_code=204, headers=PREFLIGHT)


def give_form(opener: Opener, request: Request) -> Response:
    """200: what people agree to, and a puzzle to solve before it is sent."""
    try:
        return JSONResponse(doors.open_form(opener, request.path_params["key"]), headers=ANYBODY)
    except Refusal as refusal:
        return _refused(opener, refusal)


async def take_form(opener: Opener, request: Request) -> Response:
    """202: it is kept. The same challenge again is the same submission."""
    return await run_in_threadpool(_take_form, opener, request, await request.body())


async def take_google(opener: Opener, request: Request) -> Response:
    """200: it is kept; Google sends again what is answered otherwise."""
    return await run_in_threadpool(_take_google, opener, request, await request.body())


def _take_form(opener: Opener, request: Request, body: bytes) -> Response:
    try:
        doors.take_form(opener, request.path_params["key"], body, _sender(request))
    except Refusal as refusal:
        return _refused(opener, refusal)
    return JSONResponse({"received": True}, 202, headers=ANYBODY)


def _take_google(opener: Opener, request: Request, body: bytes) -> Response:
    doors.take_google(opener, request.path_params["key"], body, _sender(request))
    return JSONResponse({})


def _sender(request: Request) -> doors.Sender:
    return doors.Sender(request.client.host if request.client else None, request.headers.get("user-agent"))


def _refused(opener: Opener, refusal: Refusal) -> Response:
    """Readable by the page that asked."""
    said = {"code": refusal.code, "message": tell(refusal, opener.principal.locale), "field": refusal.field}
    return JSONResponse({"problem": said}, 404 if isinstance(refusal, NotFound) else 422, headers=ANYBODY)


ROUTES = [
    Route("OPTIONS", "/forms/{key}", allow, public=True),
    Route("GET", "/forms/{key}", give_form, public=True),
    Route("POST", "/forms/{key}", take_form, limit=LARGEST, public=True),
    Route("POST", "/hooks/google/{key}", take_google, limit=LARGEST, public=True),
]
