"""A request to the sign-in host, and how a module of this folder says which ones it answers.

    PAGES = (At("GET", "/sign-up", show), At("POST", "/sign-up", sign_up))

    def sign_up(asked: Asked) -> Response: ...

A plain `def` runs in a thread, an `async def` on the loop. A POST has been found to come from a page of ours. A refusal
that is raised becomes a page in the reader's language; what is to be mended in a form is shown again by the module.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qsl, urlencode

import orjson
from starlette.requests import Request
from starlette.responses import Response

from saas.core.errors import Invalid
from saas.edge.asking import chosen_language, headers_of
from saas.edge.pages import Page
from saas.edge.premises import Premises
from saas.identity.visitors import Visitor

LIMIT = 100_000


@dataclass(frozen=True)
class Asked:
    """`visitor` is the person whom this browser stands for here, or None."""

    premises: Premises
    request: Request
    body: bytes
    visitor: Visitor | None

    @cached_property
    def form(self) -> Mapping[str, str]:
        """Of a POST; of a name that was sent twice the last."""
        return dict(parse_qsl(self.body.decode("utf-8", "replace")))

    @cached_property
    def json(self) -> Mapping[str, object]:
        """Of a script's POST."""
        try:
            found = orjson.loads(self.body)
        except orjson.JSONDecodeError:
            found = None
        if not isinstance(found, dict):
            raise Invalid("BAD_JSON", "Send a JSON object.")
        return found

    def query(self, name: str) -> str:
        return self.request.query_params.get(name, "")

    @cached_property
    def locale(self) -> str:
        otherwise = (self.visitor.locale if self.visitor else None) or "en"
        return chosen_language(self.query("lang"), headers_of(self.request.scope), otherwise=otherwise)

    @cached_property
    def page(self) -> Page:
        """Whose links of languages lead back to this address."""
        kept = urlencode([(name, value) for name, value in self.request.query_params.items() if name != "lang"])
        return Page(self.locale, self.request.url.path, f"{kept}&" if kept else "")


Answer = Callable[[Asked], Response | Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class At:
    """`path` in Starlette's form; `limit` is the largest body in bytes."""

    method: str
    path: str
    answer: Answer
    limit: int = LIMIT
