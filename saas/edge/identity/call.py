"""A request to a door of the identity settings, and how a module of this folder says which ones it answers.

    DOORS = (At("GET", "/identity/domains", list_domains), At("POST", "/identity/domains", add_domain))

    def add_domain(call: Call) -> object: ...

What is returned is sent as JSON, a Response as it is. A plain `def` runs in a thread, an `async def` on the loop. A
refusal that is raised becomes `{"errors": […]}` in the member's language.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from starlette.requests import Request

from saas.core.errors import Forbidden, Invalid
from saas.core.rights import Role
from saas.edge.premises import Premises
from saas.identity.queries import Someone
from saas.identity.recognition import Known
from tenants.registry import Tenant

LIMIT = 100_000
_KEEPERS = frozenset({Role.OWNER, Role.ADMIN})


@dataclass(frozen=True, slots=True)
class Call:
    """`secret` is the session's; `given` the JSON object that was sent, empty for a GET."""

    premises: Premises
    request: Request
    known: Known
    secret: str
    given: Mapping[str, object]

    @property
    def tenant(self) -> Tenant:
        return self.known.tenant

    @property
    def member(self) -> Someone:
        return self.known.someone

    def require_keeper(self) -> None:
        """Of the company's settings."""
        if self.member.role not in _KEEPERS:
            raise Forbidden

    def path(self, name: str) -> str:
        return str(self.request.path_params[name])

    def text(self, name: str, *, longest: int = 400) -> str:
        """Required, without white space around it."""
        value = self.given.get(name)
        if not isinstance(value, str) or not value.strip():
            raise Invalid("REQUIRED", "This must not be empty.", name)
        if len(value) > longest:
            raise Invalid("TOO_LONG", "This is longer than %(most)s characters.", name, most=longest)
        return value.strip()

    def flag(self, name: str) -> bool:
        value = self.given.get(name)
        if not isinstance(value, bool):
            raise Invalid("REQUIRED", "This must not be empty.", name)
        return value


Answer = Callable[[Call], object | Awaitable[object]]


@dataclass(frozen=True, slots=True)
class At:
    """`path` in Starlette's form; `limit` is the largest body in bytes."""

    method: str
    path: str
    answer: Answer
    limit: int = LIMIT
