"""Whom a browser stands for at the sign-in host, from a fresh sign-in until it ends."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Engine, insert, select, update

from saas.core.clock import Clock
from saas.core.ids import new_id
from saas.identity.credentials import digest, new_session
from tenants.platform import person, person_session

VISIT_LIFE = timedelta(hours=12)
VISIT_COOKIE = "kesher_visit"
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Browser:
    """What a session tells a person of the device that it belongs to."""

    user_agent: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Entrance:
    """How a person has come in. Through a company's own provider (`tenant_id`) only that company is open."""

    person_id: UUID
    method: str
    tenant_id: UUID | None = None
    browser: Browser = Browser()


@dataclass(frozen=True, slots=True)
class Visitor:
    """`id` is the visit's. `tenant_id` None: all companies of the person are open."""

    id: UUID
    person_id: UUID
    email: str
    name: str
    locale: str | None
    tenant_id: UUID | None
    method: str
    signed_in_at: datetime


def open_visit(platform: Engine, entrance: Entrance, *, clock: Clock) -> str:
    """Returns the secret for the sign-in host's cookie; it is told this once."""
    secret, now = new_session(), clock.now()
    with platform.begin() as connection:
        connection.execute(
            insert(person_session),
            {
                "id": new_id(), "hash": digest(secret), "person_id": entrance.person_id,
                "tenant_id": entrance.tenant_id, "method": entrance.method,
                "user_agent": (entrance.browser.user_agent or "")[:_LONGEST] or None,
                "address": entrance.browser.address, "signed_in_at": now, "expires_at": now + VISIT_LIFE,
            },
        )  # fmt: skip
    return secret


def find_visitor(platform: Engine, secret: str, *, clock: Clock) -> Visitor | None:
    """None once it was ended or has expired."""
    live = (
        person_session.c.hash == digest(secret),
        person_session.c.ended_at.is_(None),
        person_session.c.expires_at > clock.now(),
    )
    columns = (
        person_session.c.id, person.c.id, person.c.email, person.c.name, person.c.locale, person_session.c.tenant_id,
        person_session.c.method, person_session.c.signed_in_at,
    )  # fmt: skip
    with platform.connect() as connection:
        row = connection.execute(
            select(*columns).join(person, person.c.id == person_session.c.person_id).where(*live)
        ).one_or_none()
    return None if row is None else Visitor(*row)


def end_visit(platform: Engine, secret: str, *, clock: Clock) -> None:
    """Ending it twice, or one that never was, changes nothing."""
    mine = (person_session.c.hash == digest(secret)) & person_session.c.ended_at.is_(None)
    with platform.begin() as connection:
        connection.execute(update(person_session).where(mine).values(ended_at=clock.now()))
