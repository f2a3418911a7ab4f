"""Proving an address by a link that was mailed there.

The link alone proves nothing about the person: whoever gets the mail might confirm the account of a stranger who had
said his address. So it is good only in a browser where that very person has signed in.
"""

from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, insert, update

from saas.core.clock import Clock
from saas.core.errors import Invalid
from saas.identity.credentials import digest, new_session
from saas.identity.people import prove_address
from tenants.platform import sign_in_attempt

LIFE: Final = timedelta(days=7)
PURPOSE: Final = "confirm"


def make_code(platform: Engine, person_id: UUID, *, clock: Clock) -> str:
    """For the mail; it is told this once."""
    code, now = new_session(), clock.now()
    row = {
        "hash": digest(code), "purpose": PURPOSE, "nonce": "", "next": "", "browser": b"", "person_id": person_id,
        "created_at": now, "expires_at": now + LIFE,
    }  # fmt: skip
    with platform.begin() as connection:
        connection.execute(insert(sign_in_attempt), row)
    return code


def confirm(platform: Engine, person_id: UUID, code: str, *, clock: Clock) -> None:
    """Refuses a code that is old, unknown or another person's with the same words; again by its person is fine."""
    mine = (
        sign_in_attempt.c.hash == digest(code),
        sign_in_attempt.c.purpose == PURPOSE,
        sign_in_attempt.c.person_id == person_id,
        sign_in_attempt.c.expires_at > clock.now(),
    )
    with platform.begin() as connection:
        used = update(sign_in_attempt).where(*mine).values(used_at=clock.now())
        if not connection.execute(used).rowcount:
            raise Invalid(
                "BAD_CONFIRMATION", "This link is too old, or belongs to another account. Sign in with that one first."
            )
        prove_address(connection, person_id, clock.now())
