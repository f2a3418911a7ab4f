"""The page of the outbox, at `/outbox` of the company's host."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from saas.core.routes import Route
from saas.core.work import Opener
from saas.graph.ids import key_of
from saas.post import actions
from saas.post.outbox import HEADERS, outbox_page


def show(opener: Opener, _request: Request) -> Response:
    with opener() as work:
        mails = actions.list_outbox(work)
        who, whole = work.who, work.outside.is_local
        page = outbox_page(mails, locale=who.locale, time_zone=who.time_zone, whole=whole)
    return HTMLResponse(page, headers=HEADERS)


def send_again(opener: Opener, request: Request) -> Response:
    with opener() as work:
        actions.send_again(work, key_of("Mail", request.path_params["id"]))
    return RedirectResponse("/outbox", 303)


ROUTES = [Route("GET", "/outbox", show), Route("POST", "/outbox/{id}/again", send_again, form=True)]
