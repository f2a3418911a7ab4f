"""What is found for the blocks of a page: plain data."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from saas.activities.kinds import ActivityKind
from saas.reports.stalls import StallLimit
from saas.reports.totals import Total


@dataclass(frozen=True, slots=True)
class StageTotals:
    """What is open in a stage, and whose it is, most first; an owner of None are deals that are nobody's."""

    stage_id: UUID
    total: Total
    owners: tuple[tuple[UUID | None, Total], ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Open deals that wait for their owner; `past_close` is None where the role hides the expected close."""

    without_next_step: int
    past_close: int | None
    stalled: int


@dataclass(frozen=True, slots=True)
class Stall:
    """A stalled deal with the limit that it has passed."""

    deal_id: UUID
    entered_at: datetime
    limit: StallLimit


@dataclass(frozen=True, slots=True)
class Tally:
    """How many activities of a kind an owner did."""

    owner_id: UUID | None
    kind: ActivityKind
    count: int


@dataclass(frozen=True, slots=True)
class OwnerClosings:
    """What an owner won, and what he lost."""

    owner_id: UUID | None
    won: Total
    lost: Total
