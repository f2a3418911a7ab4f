"""How many records the holder of a token, or a member in all his browsers, may read in a window of time.

A process takes leases of the window's budget, each in one statement, and spends them by itself: what all processes
spend together is never more than the budget, whoever asks at once and whatever is started anew in between. A process
that ends keeps what it had not spent.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, case, delete, or_
from sqlalchemy.dialects.postgresql import insert

from tenants.platform import row_budget

WINDOW = timedelta(minutes=10)
KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """`holder` is the digest of the token, or of who the member is."""

    holder: bytes
    began_at: datetime


@dataclass(frozen=True, slots=True)
class Lease:
    """Records that this process may spend until the window ends; `leased` are those of all processes."""

    records: int
    leased: int


def window_of(now: datetime) -> datetime:
    """When the window of this moment began; all processes agree."""
    return datetime.fromtimestamp(now.timestamp() // WINDOW.total_seconds() * WINDOW.total_seconds(), UTC)


def lease(platform: Engine, window: Window, *, records: int, limit: int) -> Lease | None:
    """None where the window has less left. Old windows are cleared away."""
    fresh = insert(row_budget).values(holder=window.holder, began_at=window.began_at, leased=records)
    same = row_budget.c.began_at == fresh.excluded.began_at
    taken = case((same, row_budget.c.leased + fresh.excluded.leased), else_=fresh.excluded.leased)
    upsert = fresh.on_conflict_do_update(
        index_elements=["holder"],
        set_={"leased": taken, "began_at": fresh.excluded.began_at},
        where=or_(row_budget.c.began_at < fresh.excluded.began_at, same & (taken <= limit)),
    )
    if records > limit:
        return None
    with platform.begin() as connection:
        connection.execute(delete(row_budget).where(row_budget.c.began_at < window.began_at - KEPT))
        leased = connection.execute(upsert.returning(row_budget.c.leased)).scalar_one_or_none()
    return None if leased is None else Lease(records, leased)
