"""What the pages of the sign-in host and the doors of a company's identity settings stand on."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import Response

from saas.core.clock import Clock
from saas.core.errors import NotFound
from saas.edge.asking import cookie_of, headers_of
from saas.edge.reception import Reception
from saas.identity.gateway import Gateway
from saas.identity.providers import Providers
from saas.identity.visitors import Browser
from saas.settings import Mode, Settings
from tenants.engine import Lanes
from tenants.placement import RESERVED
from tenants.registry import Directory

P = ParamSpec("P")
T = TypeVar("T")

LOGIN = "login"
ADMIN = "admin"
_SLUG = re.compile(r"[a-z](?:-?[a-z0-9]){1,39}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Premises:
    """One for the process. `limiter` keeps these doors to a few threads of their own."""

    settings: Settings
    platform: Engine
    lanes: Lanes
    directory: Directory
    reception: Reception
    limiter: CapacityLimiter
    clock: Clock
    providers: Providers
    gateway: Gateway

    async def run(self, function: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """In a thread, for what asks the database."""
        return await run_sync(lambda: function(*given, **named), limiter=self.limiter)

    def login(self, path: str) -> str:
        """An address of the sign-in host."""
        return self.settings.origin(LOGIN) + path

    def company(self, slug: str, path: str) -> str:
        """An address of a company's host. What is no slug would make it an address of somebody else's."""
        if not is_slug(slug):
            raise NotFound
        return self.settings.origin(slug) + path

    def caller(self, request: Request) -> str | None:
        """The network address by which what strangers begin is counted. In the local mode all come from one computer,
        and nobody is counted.
        """
        return None if self.settings.mode is Mode.LOCAL or request.client is None else request.client.host

    def cookie(self, request: Request, name: str) -> str | None:
        return cookie_of(headers_of(request.scope), self._cookie_name(name))

    def set_cookie(self, answer: Response, name: str, value: str, *, seconds: int) -> None:
        """For this host alone, unread by scripts; sent along when a provider leads back here."""
        answer.set_cookie(
            self._cookie_name(name), value, max_age=seconds, httponly=True, samesite="lax", secure=self.settings.secure
        )

    def drop_cookie(self, answer: Response, name: str) -> None:
        answer.delete_cookie(self._cookie_name(name), httponly=True, samesite="lax", secure=self.settings.secure)

    def _cookie_name(self, name: str) -> str:
        """With https a browser takes `__Host-` only from this very host and for all its paths."""
        return f"__Host-{name}" if self.settings.secure else name


def is_slug(word: str) -> bool:
    """Whether it has the form of a company's label and is none of ours."""
    return _SLUG.fullmatch(word) is not None and word not in RESERVED


def browser_of(request: Request) -> Browser:
    agent = headers_of(request.scope).get(b"user-agent", b"").decode("latin-1")
    return Browser(agent or None, request.client.host if request.client else None)
