"""The doors through which leads come in, open to everybody: a form of the company's site, and Google's webhook.

`GET /forms/KEY` gives a form what it needs, `POST /forms/KEY` takes what was filled in; `GET /forms/KEY/page` is a
page of ours that does both, `GET /forms/KEY/embed.js` puts it on another one. A page of any site may ask
them, and may ask nothing else: no other door of ours answers to strangers' pages.
"""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from saas.capture import doors, page
from saas.capture.answers import ANYBODY, PREFLIGHT, SCRIPT, refused, status_of
from saas.capture.pace import SENDERS, VISITORS, pass_by
from saas.core.errors import Refusal
from saas.core.routes import Route
from saas.core.texts import tell
from saas.core.work import Opener

LARGEST = 64_000


def allow(_opener: Opener, _request: Request) -> Response:
    return Response(status_code=204, headers=PREFLIGHT)


def give_form(opener: Opener, request: Request) -> Response:
    """200: what people agree to, and a puzzle to solve before it is sent."""
    try:
        pass_by(VISITORS, opener, request)
        return JSONResponse(doors.open_form(opener, request.path_params["key"]), headers=ANYBODY)
    except Refusal as refusal:
        return refused(opener, refusal)


def show_form(opener: Opener, request: Request) -> Response:
    """200: the form as a page, in the company's language or in that of `?lang`."""
    locale = page.language(request.query_params.get("lang"), opener.principal.locale)
    try:
        pass_by(VISITORS, opener, request)
        form = doors.open_page(opener, request.path_params["key"], locale)
    except Refusal as refusal:
        return HTMLResponse(page.message_page(tell(refusal, locale), locale), status_of(refusal), page.headers())
    return HTMLResponse(page.form_page(form, locale), 200, page.headers(form.captcha))


def give_script(_opener: Opener, _request: Request) -> Response:
    """200: frames the form's page where it stands, and tells it on which page it is."""
    return Response(page.EMBED, 200, SCRIPT)


async def take_form(opener: Opener, request: Request) -> Response:
    """202: it is kept. The same challenge again is the same submission."""
    return await run_in_threadpool(_take_form, opener, request, await request.body())


async def take_google(opener: Opener, request: Request) -> Response:
    """200: it is kept; Google sends again what is answered otherwise."""
    return await run_in_threadpool(_take_google, opener, request, await request.body())


def _take_form(opener: Opener, request: Request, body: bytes) -> Response:
    try:
        pass_by(VISITORS, opener, request)
        doors.take_form(opener, request.path_params["key"], body, _sender(request))
    except Refusal as refusal:
        return refused(opener, refusal)
    return JSONResponse({"received": True}, 202, headers=ANYBODY)


def _take_google(opener: Opener, request: Request, body: bytes) -> Response:
    pass_by(SENDERS, opener, request)
    doors.take_google(opener, request.path_params["key"], body, _sender(request))
    return JSONResponse({})


def _sender(request: Request) -> doors.Sender:
    return doors.Sender(request.client.host if request.client else None, request.headers.get("user-agent"))


ROUTES = [
    Route("OPTIONS", "/forms/{key}", allow, public=True),
    Route("GET", "/forms/{key}", give_form, public=True),
    Route("GET", "/forms/{key}/page", show_form, public=True),
    Route("GET", "/forms/{key}/embed.js", give_script, public=True),
    Route("POST", "/forms/{key}", take_form, limit=LARGEST, public=True),
    Route("POST", "/hooks/google/{key}", take_google, limit=LARGEST, public=True),
]
