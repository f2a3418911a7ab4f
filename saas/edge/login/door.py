"""The routes of the sign-in host: what the modules of this folder declare as `PAGES`."""

from collections.abc import Awaitable, Callable, Sequence
from functools import cache
from importlib import import_module
from inspect import iscoroutinefunction
from pathlib import Path
from typing import cast

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from saas.core.texts import LOCALES
from saas.edge import answers
from saas.edge.asking import LANGUAGE, headers_of, is_own
from saas.edge.graphql import read_body
from saas.edge.login.asked import Asked, At
from saas.edge.premises import Premises
from saas.identity.visitors import VISIT_COOKIE, Visitor, find_visitor

_YEAR = 31_536_000


@cache
def pages() -> Sequence[At]:
    """Of all modules of this folder."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in {"__init__", "door"})
    modules = [import_module(f"saas.edge.login.{name}") for name in names]
    return [page for module in modules for page in getattr(module, "PAGES", ())]


def routes(premises: Premises) -> list[Route]:
    return [Route(page.path, _answer(premises, page), methods=[page.method]) for page in pages()]


def _answer(premises: Premises, page: At) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        headers = headers_of(request.scope)
        if page.method != "GET" and not is_own(headers):
            raise answers.FOREIGN_ORIGIN
        body = await read_body(request.receive, headers, limit=page.limit)
        asked = Asked(premises, request, body, await _visitor(premises, request))
        if iscoroutinefunction(page.answer):
            given = await cast("Awaitable[Response]", page.answer(asked))
        else:
            given = cast("Response", await premises.run(page.answer, asked))
        return _remember_language(asked, given)

    return answer


async def _visitor(premises: Premises, request: Request) -> Visitor | None:
    secret = premises.cookie(request, VISIT_COOKIE)
    if secret is None:
        return None
    return await premises.run(find_visitor, premises.platform, secret, clock=premises.clock)


def _remember_language(asked: Asked, answer: Response) -> Response:
    """A choice holds for the pages that follow, also where there is no script."""
    if asked.query("lang") in LOCALES:
        answer.set_cookie(LANGUAGE, asked.locale, max_age=_YEAR, samesite="lax", secure=asked.premises.settings.secure)
    return answer
