"""Challenges of passkeys: good once, for a few minutes, for one purpose and one browser."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, delete, insert, update
from webauthn.helpers import bytes_to_base64url

from saas.core.clock import Clock
from saas.core.errors import Invalid
from saas.core.model import Json
from saas.identity.credentials import digest, new_session
from saas.identity.starts import admit
from tenants.platform import sign_in_attempt

LIFE: Final = timedelta(minutes=5)
KEPT: Final = timedelta(days=1)
BROWSER_COOKIE: Final = "kesher_browser"


class Purpose(StrEnum):
    SIGN_IN = "passkey.sign_in"
    REGISTER = "passkey.register"
    SIGN_UP = "passkey.sign_up"


@dataclass(frozen=True, slots=True)
class Challenge:
    """`browser` is the digest of the secret in the browser's cookie; `found` what the answer is to be read with."""

    purpose: Purpose
    browser: bytes
    person_id: UUID | None = None
    found: Json = field(default_factory=dict)


def new_browser() -> str:
    """For a browser's cookie."""
    return new_session()


def browser_digest(secret: str) -> bytes:
    return digest(secret)


def give(platform: Engine, challenge: Challenge, *, clock: Clock, caller: str | None = None) -> bytes:
    """Old ones are cleared away. `caller` is the network address."""
    secret, now = new_session().encode(), clock.now()
    row = {
        "hash": digest(bytes_to_base64url(secret)), "purpose": challenge.purpose, "nonce": "", "next": "",
        "browser": challenge.browser, "person_id": challenge.person_id, "found": challenge.found,
        "created_at": now, "expires_at": now + LIFE,
    }  # fmt: skip
    with platform.begin() as connection:
        connection.execute(delete(sign_in_attempt).where(sign_in_attempt.c.expires_at < now - KEPT))
        connection.execute(insert(sign_in_attempt), row | {"address": admit(connection, caller, now)})
    return secret


def take(platform: Engine, said: str, challenge: Challenge, *, clock: Clock) -> Challenge:
    """By the challenge that an answer names, in base64url. Refuses one that was used, has expired, or was given for
    something else or to another browser, with the same words.
    """
    good = (
        sign_in_attempt.c.hash == digest(said),
        sign_in_attempt.c.purpose == challenge.purpose,
        sign_in_attempt.c.browser == challenge.browser,
        sign_in_attempt.c.used_at.is_(None),
        sign_in_attempt.c.expires_at > clock.now(),
    )
    used = update(sign_in_attempt).where(*good).values(used_at=clock.now())
    with platform.begin() as connection:
        row = connection.execute(
            used.returning(sign_in_attempt.c.person_id, sign_in_attempt.c.found)
        ).one_or_none()  # fmt: skip
    if row is None:
        raise Invalid("CHALLENGE_OVER", "This took too long, or was tried already. Try again.")
    return Challenge(challenge.purpose, challenge.browser, row.person_id, row.found or {})
