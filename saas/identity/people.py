"""People, and whose an address is.

Anybody can say an address. It is one person's alone when that one has proved it: by a provider who vouches for it, by
a link that was mailed there, by an invitation that came there, or because whoever runs the product says so. Only the
*holder* of an address is found by it; a person who merely said it gets nothing for it, in no company.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, insert, select, update

from saas.core.errors import Conflict
from saas.core.ids import new_id
from tenants.platform import passkey, person, person_identity


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person to be; `verified_at` None is one who only said his address."""

    email: str
    name: str
    locale: str | None = None
    verified_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Person:
    id: UUID
    email: str
    name: str
    locale: str | None
    verified_at: datetime | None


def find_person(connection: Connection, person_id: UUID) -> Person | None:
    columns = person.c.id, person.c.email, person.c.name, person.c.locale, person.c.verified_at
    row = connection.execute(select(*columns).where(person.c.id == person_id)).one_or_none()
    return None if row is None else Person(*row)


def find_holder(connection: Connection, email: str) -> UUID | None:
    """Who has proved this address, whatever its case."""
    held = func.lower(person.c.email) == email.lower(), person.c.verified_at.is_not(None)
    return connection.execute(select(person.c.id).where(*held)).scalar_one_or_none()


def add_person(connection: Connection, somebody: Somebody, *, id: UUID | None = None) -> UUID:
    """Refuses a second holder of an address (`uq_person_email`)."""
    made = id or new_id()
    row = {
        "id": made, "email": somebody.email.lower(), "name": somebody.name, "locale": somebody.locale,
        "verified_at": somebody.verified_at,
    }  # fmt: skip
    connection.execute(insert(person), row)
    return made


def prove_address(connection: Connection, person_id: UUID, at: datetime) -> None:
    """This person's own address, of which he has shown that it is his. Refuses where another one holds it."""
    mine = select(person.c.email, person.c.verified_at).where(person.c.id == person_id).with_for_update()
    row = connection.execute(mine).one()
    if row.verified_at is not None:
        return
    if find_holder(connection, row.email) is not None:
        raise Conflict(
            "ADDRESS_HELD", "Another account has this address. Sign in with that one: %(email)s", email=row.email
        )
    connection.execute(update(person).where(person.c.id == person_id).values(verified_at=at))


def give_up_address(connection: Connection, email: str) -> None:
    """Whoever held it keeps his companies and his ways to sign in, and is not found by this address any more."""
    held = func.lower(person.c.email) == email.lower(), person.c.verified_at.is_not(None)
    connection.execute(update(person).where(*held).values(verified_at=None))


def can_sign_in(connection: Connection, person_id: UUID) -> bool:
    """Whether there is a way at all: a passkey or an account at a provider."""
    ways = (
        select(passkey.c.id).where(passkey.c.person_id == person_id),
        select(person_identity.c.id).where(person_identity.c.person_id == person_id),
    )
    return any(connection.execute(way.limit(1)).first() is not None for way in ways)
