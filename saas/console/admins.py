"""Who is a platform admin: granted and revoked by whoever has the terminal of the machine that holds the data."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from saas.console.errands import withdraw
from saas.core.clock import Clock
from saas.core.errors import NotFound
from saas.core.ids import new_id
from saas.identity.people import Somebody, add_person, can_sign_in, find_holder
from saas.operations.actions import Reason, check_reason
from tenants.administration import admin, admin_session
from tenants.platform import person


@dataclass(frozen=True, slots=True)
class Grant:
    """`revoked_at` None: it holds."""

    email: str
    granted_at: datetime
    granted_by: str
    reason: str
    revoked_at: datetime | None
    revoked_by: str | None
    revoked_because: str | None


@dataclass(frozen=True, slots=True)
class Granted:
    """`new` False: this person was an admin already. `knows_a_way`: whether there is a way to sign in."""

    new: bool
    knows_a_way: bool


def grant_admin(migrate: Engine, email: str, reason: Reason, *, clock: Clock) -> Granted:
    """The holder of this address. Whoever types here vouches for it: where nobody holds it, somebody new does."""
    why, now = check_reason(reason), clock.now()
    try:
        with migrate.begin() as connection:
            person_id = find_holder(connection, email)
            if person_id is None:
                person_id = add_person(connection, Somebody(email, email, verified_at=now))
            way = can_sign_in(connection, person_id)
            held = select(admin.c.id).where(admin.c.person_id == person_id, admin.c.revoked_at.is_(None))
            if connection.execute(held).first() is not None:
                return Granted(new=False, knows_a_way=way)
            row = {"id": new_id(), "person_id": person_id, "granted_at": now, "granted_by": reason.operator}
            connection.execute(insert(admin), {**row, "reason": why})
    except IntegrityError:  # another terminal was quicker
        return Granted(new=False, knows_a_way=True)
    return Granted(new=True, knows_a_way=way)


def revoke_admin(migrate: Engine, email: str, reason: Reason, *, clock: Clock) -> bool:
    """His sessions end with it, and what he has asked for and nobody has begun. False where he is none."""
    why, now = check_reason(reason), clock.now()
    with migrate.begin() as connection:
        held = select(admin.c.id, admin.c.person_id).join(person, person.c.id == admin.c.person_id)
        mine = func.lower(person.c.email) == email.lower(), admin.c.revoked_at.is_(None)
        found = connection.execute(held.where(*mine)).all()
        if not found and find_holder(connection, email) is None:
            raise NotFound("NOT_FOUND", "Nobody has the address %(email)s.", "email", email=email)
        ends = {"revoked_at": now, "revoked_by": reason.operator, "revoked_because": why}
        connection.execute(update(admin).where(admin.c.id.in_([row.id for row in found])).values(ends))
        theirs = admin_session.c.person_id.in_([row.person_id for row in found]), admin_session.c.ended_at.is_(None)
        connection.execute(update(admin_session).where(*theirs).values(ended_at=now))
        withdraw(connection, [row.person_id for row in found], now)
    return bool(found)


def list_admins(platform: Engine) -> list[Grant]:
    """All grants there ever were; those that hold first."""
    columns = (
        person.c.email, admin.c.granted_at, admin.c.granted_by, admin.c.reason, admin.c.revoked_at,
        admin.c.revoked_by, admin.c.revoked_because,
    )  # fmt: skip
    by = admin.c.revoked_at.is_not(None), admin.c.granted_at
    with platform.connect() as connection:
        found = connection.execute(select(*columns).join(person, person.c.id == admin.c.person_id).order_by(*by))
        return [Grant(*row) for row in found]
