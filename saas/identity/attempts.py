"""Sign-ins under way at a provider: good for one answer, for ten minutes, in the browser that began them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Engine, delete, insert, update

from saas.core.clock import Clock
from saas.core.errors import Invalid
from saas.core.model import Json
from saas.identity.credentials import digest, new_session
from saas.identity.starts import admit
from tenants.platform import sign_in_attempt

LIFE = timedelta(minutes=10)
KEPT = timedelta(days=1)


class Purpose(StrEnum):
    """SIGN_IN; AGAIN, for a dangerous act; TEST of a company's provider, which signs nobody in."""

    SIGN_IN = "provider.sign_in"
    AGAIN = "provider.again"
    TEST = "provider.test"


@dataclass(frozen=True, slots=True)
class Attempt:
    """`browser` is the digest of the browser's secret."""

    purpose: Purpose
    provider: str
    nonce: str
    verifier: str
    browser: bytes
    company: str | None
    next: str
    begun_at: datetime


@dataclass(frozen=True, slots=True)
class Awaited:
    """A sign-in that waits for its person's word. `found` is what the provider said."""

    attempt: Attempt
    person_id: UUID
    found: Json


def begin(platform: Engine, attempt: Attempt, *, clock: Clock, caller: str | None = None) -> str:
    """Returns the state for the provider's address. Old attempts are cleared away. `caller` is the network address."""
    state, now = new_session(), clock.now()
    row = {
        "hash": digest(state), "purpose": attempt.purpose, "provider": attempt.provider, "nonce": attempt.nonce,
        "verifier": attempt.verifier, "browser": attempt.browser, "company": attempt.company, "next": attempt.next,
        "created_at": now, "expires_at": now + LIFE,
    }  # fmt: skip
    with platform.begin() as connection:
        connection.execute(delete(sign_in_attempt).where(sign_in_attempt.c.expires_at < now - KEPT))
        connection.execute(insert(sign_in_attempt), row | {"address": admit(connection, caller, now)})
    return state


def take(platform: Engine, state: str, browser: bytes, *, clock: Clock) -> Attempt:
    """Refuses a state that is unknown, was answered, has expired or belongs to another browser, with the same words.

    One that was shown in another browser is still good in its own.
    """
    good = (
        sign_in_attempt.c.hash == digest(state),
        sign_in_attempt.c.browser == browser,
        sign_in_attempt.c.purpose.in_(list(Purpose)),
        sign_in_attempt.c.used_at.is_(None),
        sign_in_attempt.c.expires_at > clock.now(),
    )
    with platform.begin() as connection:
        used = update(sign_in_attempt).where(*good).values(used_at=clock.now()).returning(*_COLUMNS)
        row = connection.execute(used).one_or_none()
    if row is None:
        raise _over()
    return Attempt(Purpose(row[0]), *row[1:])


def await_word(platform: Engine, state: str, person_id: UUID, found: Json) -> None:
    """Keeps what was found until the person has confirmed it."""
    values = {"person_id": person_id, "found": found}
    with platform.begin() as connection:
        mine = sign_in_attempt.c.hash == digest(state)
        connection.execute(update(sign_in_attempt).where(mine).values(values))


def take_word(platform: Engine, state: str, browser: bytes, *, clock: Clock) -> Awaited:
    """What was confirmed; good once, like the state itself."""
    good = (
        sign_in_attempt.c.hash == digest(state),
        sign_in_attempt.c.browser == browser,
        sign_in_attempt.c.purpose.in_(list(Purpose)),
        sign_in_attempt.c.found.is_not(None),
        sign_in_attempt.c.expires_at > clock.now(),
    )
    with platform.begin() as connection:
        read = delete(sign_in_attempt).where(*good)
        row = connection.execute(
            read.returning(*_COLUMNS, sign_in_attempt.c.person_id, sign_in_attempt.c.found)
        ).one_or_none()
    if row is None:
        raise _over()
    *attempt, person_id, found = row
    return Awaited(Attempt(Purpose(attempt[0]), *attempt[1:]), person_id, found)


def _over() -> Invalid:
    return Invalid(
        "SIGN_IN_OVER", "This sign-in is too old, was used already, or began in another browser. Begin again."
    )


_COLUMNS = (
    sign_in_attempt.c.purpose, sign_in_attempt.c.provider, sign_in_attempt.c.nonce, sign_in_attempt.c.verifier,
    sign_in_attempt.c.browser, sign_in_attempt.c.company, sign_in_attempt.c.next, sign_in_attempt.c.created_at,
)  # fmt: skip
