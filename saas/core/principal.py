"""Who acts."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BindParameter, Uuid, bindparam


class Role(StrEnum):
    OWNER = "OWNER"
    ADMIN = "ADMIN"
    MANAGER = "MANAGER"
    REP = "REP"


@dataclass(frozen=True, slots=True)
class Principal:
    """The acting member of one tenant; `member_id` None is the product itself. `locale` is en, he or ar."""

    member_id: UUID | None
    role: Role
    name: str
    locale: str
    time_zone: str
    request_id: str


WHO_MEMBER = "who_member"


@dataclass(frozen=True, slots=True)
class Who:
    """What a policy sees: the role, which may shape the SQL, and a bound parameter for the member, never a value.

    So one compiled statement serves all members of a role.
    """

    role: Role
    member: BindParameter[UUID]


def who(role: Role) -> Who:
    return Who(role, bindparam(WHO_MEMBER, type_=Uuid()))


def system(request_id: str, *, locale: str = "en", time_zone: str = "UTC") -> Principal:
    """The product itself: migrations of data, schedules, commands of the terminal."""
    return Principal(None, Role.OWNER, "Kesher", locale, time_zone, request_id)
