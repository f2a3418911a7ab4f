"""A request to a door of the identity settings, and how a module of this folder says which ones it answers.

    DOORS = (At("GET", "/identity/domains", list_domains), At("POST", "/identity/domains", add_domain))

    def add_domain(call: Call) -> object: ...

What is returned is sent as JSON, a Response as it is. A plain `def` runs in a thread, an `async def` on the loop. A
refusal that is raised becomes `{"errors": […]}` in the member's language.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from starlette.requests import Request

from saas.core.errors import Forbidden, Invalid, NotFound
from saas.core.principal import Principal
from saas.core.work import Opener
from saas.edge.premises import Premises
from saas.identity.known import Known
from saas.identity.queries import Someone
from tenants.registry import Tenant

LIMIT = 100_000


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

    def require(self, power: str = "company:manage") -> None:
        """Refuses a member whose role does not hold it."""
        if not self.principal.rights.holds(power):
            raise Forbidden

    def require_fresh(self) -> None:
        """Refuses one who has not shown a short time ago who he is."""
        self.principal.require_fresh(self.premises.clock.now())

    @property
    def principal(self) -> Principal:
        return self.known.principal(str(self.request.scope["request_id"]))

    def forget(self, member_id: UUID) -> None:
        """This process looks at the member anew with the next request; the others hear of it by themselves."""
        self.premises.reception.recognition.forget_member(self.tenant.namespace, member_id)

    @property
    def opener(self) -> Opener:
        """Of units of work, for what stands in the company's own tables."""
        here = self.premises
        return Opener(here.lanes, self.tenant, self.principal, here.clock, here.settings)

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

    def key(self, name: str) -> UUID:
        """An id as these doors tell them; any other text names nothing."""
        try:
            return UUID(self.text(name))
        except ValueError:
            raise NotFound(field=name) from None

    def number(self, name: str) -> int | None:
        """Whole; None where it is null or left out."""
        value = self.given.get(name)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise Invalid("NOT_A_NUMBER", "This is not a number.", name)
        return value

    def moment(self, name: str) -> datetime | None:
        """An instant in ISO 8601 with its zone; None where it is null or left out."""
        value = self.given.get(name)
        if value is None:
            return None
        try:
            found = datetime.fromisoformat(str(value))
        except ValueError:
            found = None
        if found is None or found.tzinfo is None:
            raise Invalid("BAD_MOMENT", "This must be a time with its zone, such as 2030-01-31T12:00:00Z.", name)
        return found

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
