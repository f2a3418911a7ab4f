"""Codes that carry a person from the sign-in host to a company's host.

A code is good once, for a minute, for one company and for the browser that began there: its host had given it a secret
of which the code knows the digest. So a code that somebody else has made signs nobody in.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Engine, delete, insert, update

from saas.core.clock import Clock
from saas.core.errors import Invalid
from saas.identity.credentials import digest, new_session
from tenants.platform import carry_code
from tenants.registry import Tenant

CODE_LIFE = timedelta(seconds=60)
KEPT = timedelta(days=1)
ENTERING_COOKIE = "kesher_entering"


@dataclass(frozen=True, slots=True)
class Carried:
    """Who comes, as which member, from which visit, and where to; `browser` is the digest of the browser's secret."""

    person_id: UUID
    member_id: UUID
    browser: bytes
    next: str
    method: str
    signed_in_at: datetime
    visit_id: UUID
    break_glass: bool = False


def make_code(platform: Engine, company: Tenant, carried: Carried, *, clock: Clock) -> str:
    """It is told this once. Old codes are cleared away."""
    code, now = new_session(), clock.now()
    row = {
        "hash": digest(code), "person_id": carried.person_id, "tenant_id": company.id,
        "member_id": carried.member_id, "browser": carried.browser, "next": carried.next, "method": carried.method,
        "break_glass": carried.break_glass, "visit_id": carried.visit_id, "signed_in_at": carried.signed_in_at,
        "created_at": now, "expires_at": now + CODE_LIFE,
    }  # fmt: skip
    with platform.begin() as connection:
        connection.execute(delete(carry_code).where(carry_code.c.expires_at < now - KEPT))
        connection.execute(insert(carry_code), row)
    return code


@dataclass(frozen=True, slots=True)
class Shown:
    """A code, and the secret of the browser that shows it."""

    code: str
    browser: str


def redeem_code(platform: Engine, company: Tenant, shown: Shown, *, clock: Clock) -> Carried:
    """Refuses a code that was used, has expired, or is of another company or browser, with the same words."""
    good = (
        carry_code.c.hash == digest(shown.code),
        carry_code.c.tenant_id == company.id,
        carry_code.c.browser == digest(shown.browser),
        carry_code.c.used_at.is_(None),
        carry_code.c.expires_at > clock.now(),
    )
    columns = (
        carry_code.c.person_id, carry_code.c.member_id, carry_code.c.browser, carry_code.c.next, carry_code.c.method,
        carry_code.c.signed_in_at, carry_code.c.visit_id, carry_code.c.break_glass,
    )  # fmt: skip
    with platform.begin() as connection:
        used = update(carry_code).where(*good).values(used_at=clock.now()).returning(*columns)
        row = connection.execute(used).one_or_none()
    if row is None:
        raise Invalid("BAD_CODE", "This way in was used already or is too old. Sign in again.")
    return Carried(*row)
