"""The webhooks of Facebook and LinkedIn: what they ask before they send, and what they send."""

import re
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from saas.adverts import actions
from saas.capture.pace import SENDERS, pass_by
from saas.core.errors import Invalid
from saas.core.routes import Route
from saas.core.work import Opener

Take = Callable[[Opener, str, actions.Letter], int]

LARGEST = 1_000_000
_CHALLENGE = re.compile(r"[\w-]{1,200}", re.ASCII)


def greet_facebook(opener: Opener, request: Request) -> Response:
    """200: its own challenge, where it shows the source's secret."""
    pass_by(SENDERS, opener, request)
    said = request.query_params
    challenge = _challenge(said.get("hub.challenge"), "hub.challenge")
    actions.prove_to_facebook(opener, request.path_params["key"], said.get("hub.verify_token", ""))
    if said.get("hub.mode") != "subscribe":
        raise Invalid("BAD_MODE", "The mode must be subscribe.", "hub.mode")
    return PlainTextResponse(challenge, headers={"x-content-type-options": "nosniff"})


async def take_facebook(opener: Opener, request: Request) -> Response:
    """200: all are kept; Facebook sends again what is answered otherwise."""
    body, shown = await request.body(), request.headers.get("x-hub-signature-256", "")
    return await run_in_threadpool(_take, opener, request, (actions.take_from_facebook, body, shown))


def greet_linkedin(opener: Opener, request: Request) -> Response:
    """200: the answer to its challenge, which it asks again every few hours."""
    pass_by(SENDERS, opener, request)
    code = _challenge(request.query_params.get("challengeCode"), "challengeCode")
    return JSONResponse(actions.prove_to_linkedin(opener, request.path_params["key"], code))


async def take_linkedin(opener: Opener, request: Request) -> Response:
    """200: it is kept."""
    body, shown = await request.body(), request.headers.get("x-li-signature", "")
    return await run_in_threadpool(_take, opener, request, (actions.take_from_linkedin, body, shown))


def _take(opener: Opener, request: Request, said: tuple[Take, bytes, str]) -> Response:
    pass_by(SENDERS, opener, request)
    take, body, shown = said
    remote = request.client.host if request.client else None
    letter = actions.Letter(body, shown, remote, request.headers.get("user-agent"))
    return JSONResponse({"received": take(opener, request.path_params["key"], letter)})


def _challenge(said: str | None, field: str) -> str:
    if said is None or not _CHALLENGE.fullmatch(said):
        raise Invalid(
            "BAD_CHALLENGE", "A challenge has letters, digits and hyphens, %(most)s at most.", field, most=200
        )
    return said


ROUTES = [
    Route("GET", "/hooks/facebook/{key}", greet_facebook, public=True),
    Route("POST", "/hooks/facebook/{key}", take_facebook, limit=LARGEST, public=True),
    Route("GET", "/hooks/linkedin/{key}", greet_linkedin, public=True),
    Route("POST", "/hooks/linkedin/{key}", take_linkedin, public=True),
]
