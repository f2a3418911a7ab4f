"""Who acts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import BindParameter, Uuid, bindparam

from saas.core.errors import Forbidden
from saas.core.rights import Rights, Role, Verb, rights_of

FRESH = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Principal:
    """The acting member of one tenant; `member_id` None is the product itself. `locale` is en, he or ar.

    `rules` are those of the company's own role that the member has, as JSON. `signed_in_at` is when he last showed who
    he is, and `session_id` the sign-in of his browser; None where there is none: tokens, jobs, the terminal.
    """

    member_id: UUID | None
    role: Role
    name: str
    locale: str
    time_zone: str
    request_id: str
    rules: str = "{}"
    signed_in_at: datetime | None = None
    session_id: UUID | None = None

    @property
    def rights(self) -> Rights:
        return rights_of(self.role, self.rules)

    def require_fresh(self, now: datetime) -> None:
        """For dangerous acts: refuses one who has last shown longer than `FRESH` ago who he is."""
        if self.signed_in_at is not None and now >= self.signed_in_at + FRESH:
            raise Forbidden("STEP_UP", "This asks for a fresh sign-in: show again that it is you, then go on.")


WHO_MEMBER = "who_member"


@dataclass(frozen=True, slots=True)
class Who:
    """What a policy sees: the rights, which may shape the SQL, what is to be done with the rows, and a bound parameter
    for the member, never a value.

    So one compiled statement serves all members of equal rights.
    """

    rights: Rights
    member: BindParameter[UUID]
    verb: Verb = Verb.READ


def who(rights: Rights) -> Who:
    return Who(rights, bindparam(WHO_MEMBER, type_=Uuid()))


def system(request_id: str, *, locale: str = "en", time_zone: str = "UTC") -> Principal:
    """The product itself: migrations of data, schedules, commands of the terminal."""
    return Principal(None, Role.OWNER, "Kesher", locale, time_zone, request_id)
