"""Sessions of the admin host: begun by the sign-in host with a code for one browser, opened where the code is shown.

They live shorter than a company's and end with the visit that they came from, and with the grant.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, delete, insert, select, update

from saas.core.clock import Clock
from saas.core.errors import Invalid
from saas.core.ids import new_id
from saas.identity.carrying import CODE_LIFE, Shown
from saas.identity.credentials import digest, new_session
from saas.identity.visitors import Browser, Visitor
from tenants.administration import admin, admin_session
from tenants.platform import person, person_session

LIFE: Final = timedelta(hours=8)
IDLE: Final = timedelta(hours=1)
KEPT: Final = timedelta(days=90)  # after it is over, for whoever looks into what happened
NOTICED: Final = timedelta(minutes=1)
_LONGEST_AGENT: Final = 400


@dataclass(frozen=True, slots=True)
class Admin:
    """Who is signed in at the admin host; `secret` is what his browser shows."""

    person_id: UUID
    email: str
    name: str
    locale: str | None
    secret: str


def is_admin(platform: Engine, person_id: UUID) -> bool:
    held = select(admin.c.id).where(admin.c.person_id == person_id, admin.c.revoked_at.is_(None))
    with platform.connect() as connection:
        return connection.execute(held).first() is not None


def may_begin(visitor: Visitor, now: datetime) -> bool:
    """Whether somebody came by himself, and lately."""
    return visitor.tenant_id is None and visitor.signed_in_at > now - IDLE


@dataclass(frozen=True, slots=True)
class Wanted:
    """By which browser, told by the digest of its secret at the admin host, and where to."""

    seal: bytes
    next: str


def begin_session(platform: Engine, visitor: Visitor, wanted: Wanted, *, clock: Clock) -> str:
    """The code, which is told this once."""
    code, now = new_session(), clock.now()
    row = {
        "id": new_id(), "person_id": visitor.person_id, "visit_id": visitor.id, "code": digest(code),
        "browser": wanted.seal, "next": wanted.next, "created_at": now, "expires_at": now + LIFE,
    }  # fmt: skip
    with platform.begin() as connection:
        connection.execute(delete(admin_session).where(admin_session.c.expires_at < now - KEPT))
        connection.execute(insert(admin_session), row)
    return code


@dataclass(frozen=True, slots=True)
class Opened:
    secret: str
    next: str


def open_session(platform: Engine, shown: Shown, browser: Browser, *, clock: Clock) -> Opened:
    """Refuses a code that was used, has expired, or is of another browser, with the same words."""
    secret, now = new_session(), clock.now()
    good = (
        admin_session.c.code == digest(shown.code),
        admin_session.c.browser == digest(shown.browser),
        admin_session.c.hash.is_(None),
        admin_session.c.created_at > now - CODE_LIFE,
        admin_session.c.ended_at.is_(None),
    )
    values = {
        "hash": digest(secret), "opened_at": now, "seen_at": now, "address": browser.address,
        "user_agent": (browser.user_agent or "")[:_LONGEST_AGENT] or None,
    }  # fmt: skip
    with platform.begin() as connection:
        opened = update(admin_session).where(*good).values(values).returning(admin_session.c.next)
        after = connection.execute(opened).scalar_one_or_none()
    if after is None:
        raise Invalid("BAD_CODE", "This way in was used already or is too old. Sign in again.")
    return Opened(secret, str(after))


def find_admin(platform: Engine, secret: str, *, clock: Clock) -> Admin | None:
    """None once the session, the visit that it came from or the grant has ended. Asked anew with every request."""
    now = clock.now()
    good = (
        admin_session.c.hash == digest(secret),
        admin_session.c.ended_at.is_(None),
        admin_session.c.expires_at > now,
        admin_session.c.seen_at > now - IDLE,
        admin.c.revoked_at.is_(None),
        person_session.c.ended_at.is_(None),
        person_session.c.tenant_id.is_(None),
    )
    found = (
        select(admin_session.c.id, admin_session.c.seen_at, person.c.id.label("person_id"), person.c.email,
               person.c.name, person.c.locale)
        .join(person, person.c.id == admin_session.c.person_id)
        .join(admin, admin.c.person_id == person.c.id)
        .join(person_session, person_session.c.id == admin_session.c.visit_id)
        .where(*good)
    )  # fmt: skip
    with platform.begin() as connection:
        row = connection.execute(found).one_or_none()
        if row is None:
            return None
        if row.seen_at < now - NOTICED:
            connection.execute(update(admin_session).where(admin_session.c.id == row.id).values(seen_at=now))
    return Admin(row.person_id, row.email, row.name, row.locale, secret)


def end_session(platform: Engine, secret: str, *, clock: Clock) -> None:
    """With the visit that it came from, or the next click would open another. Ending it twice changes nothing."""
    mine, now = admin_session.c.hash == digest(secret), clock.now()
    visit = select(admin_session.c.visit_id).where(mine).scalar_subquery()
    with platform.begin() as connection:
        begun = person_session.c.id == visit, person_session.c.ended_at.is_(None)
        connection.execute(update(person_session).where(*begun).values(ended_at=now))
        connection.execute(update(admin_session).where(mine, admin_session.c.ended_at.is_(None)).values(ended_at=now))
