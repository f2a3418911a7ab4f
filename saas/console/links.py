"""A way in that the terminal hands out: good once, for ten minutes, for an admin who has no other yet.

With it he makes himself a passkey at the sign-in host. Whoever can read the terminal of that machine holds everything.
"""

from datetime import timedelta
from typing import Final

from sqlalchemy import Engine, func, insert, select, update

from saas.core.clock import Clock
from saas.core.errors import Invalid, NotFound
from saas.core.ids import new_id
from saas.identity.credentials import digest, new_session
from saas.identity.visitors import Browser, Entrance, open_visit
from tenants.administration import admin
from tenants.platform import person, person_session

LINK_LIFE: Final = timedelta(minutes=10)
_WAITING: Final = "link"  # of a visit that nobody has begun
_USED: Final = "terminal"


def make_link(migrate: Engine, email: str, *, clock: Clock) -> str:
    """Its secret, which is told this once."""
    secret, now = new_session(), clock.now()
    held = select(admin.c.person_id).join(person, person.c.id == admin.c.person_id)
    with migrate.begin() as connection:
        mine = held.where(func.lower(person.c.email) == email.lower(), admin.c.revoked_at.is_(None))
        person_id = connection.execute(mine).scalar_one_or_none()
        if person_id is None:
            raise NotFound("NOT_FOUND", "%(email)s is no platform admin.", "email", email=email)
        row = {
            "id": new_id(), "hash": digest(secret), "person_id": person_id, "method": _WAITING, "signed_in_at": now,
            "expires_at": now + LINK_LIFE,
        }  # fmt: skip
        connection.execute(insert(person_session), row)
    return secret


def redeem_link(platform: Engine, secret: str, browser: Browser, *, clock: Clock) -> str:
    """The secret of a visit at the sign-in host. Refuses a link that was used or is too old."""
    now = clock.now()
    good = (
        person_session.c.hash == digest(secret),
        person_session.c.method == _WAITING,
        person_session.c.ended_at.is_(None),
        person_session.c.expires_at > now,
    )
    with platform.begin() as connection:
        used = update(person_session).where(*good).values(ended_at=now).returning(person_session.c.person_id)
        person_id = connection.execute(used).scalar_one_or_none()
    if person_id is None:
        raise Invalid("BAD_CODE", "This way in was used already or is too old. Sign in again.")
    return open_visit(platform, Entrance(person_id, _USED, None, browser), clock=clock)
