"""The routes of the identity settings: what the modules of this folder declare as `DOORS`."""

from collections.abc import Awaitable, Callable, Sequence
from functools import cache
from importlib import import_module
from inspect import iscoroutinefunction
from pathlib import Path
from typing import cast

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from saas.core.errors import Invalid
from saas.edge import answers
from saas.edge.answers import JSON
from saas.edge.asking import Headers, headers_of
from saas.edge.forgery import check_forgery
from saas.edge.graphql import read_body
from saas.edge.identity.call import At, Call
from saas.edge.premises import Premises


@cache
def doors() -> Sequence[At]:
    """Of all modules of this folder."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in {"__init__", "door"})
    modules = [import_module(f"saas.edge.identity.{name}") for name in names]
    return [door for module in modules for door in getattr(module, "DOORS", ())]


def routes(premises: Premises) -> list[Route]:
    return [Route(door.path, _answer(premises, door), methods=[door.method]) for door in doors()]


def _answer(premises: Premises, door: At) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        headers = headers_of(request.scope)
        known = await premises.reception.welcome(request.scope)
        credential = premises.reception.credential(headers)
        if credential is None or not credential.session:
            raise answers.BROWSERS_ONLY
        body = await _body(request, headers, door)
        call = Call(premises, request, known, credential.secret, body)
        given = await (
            cast("Awaitable[object]", door.answer(call))
            if iscoroutinefunction(door.answer)
            else premises.run(door.answer, call)
        )
        if isinstance(given, Response):
            return given
        return Response(orjson.dumps(given), 200, {"content-type": JSON.decode(), "cache-control": "no-store"})

    return answer


async def _body(request: Request, headers: Headers, door: At) -> dict[str, object]:
    if door.method == "GET":
        return {}
    check_forgery(headers)
    body = await read_body(request.receive, headers, limit=door.limit)
    if not body:
        return {}
    if not headers.get(b"content-type", b"").startswith(b"application/json"):
        raise answers.NOT_JSON
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError:
        found = None
    if not isinstance(found, dict):
        raise Invalid("BAD_JSON", "Send a JSON object.")
    if b"\\u0000" in body:  # no database keeps it
        raise Invalid("BAD_VALUE", "A value does not fit its field.")
    return found
