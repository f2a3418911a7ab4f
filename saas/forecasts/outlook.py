"""The outlook: shares of the stages times what stands in them, for one period, as known on one day.

    expected = sum of (amount of an open deal due in the period x share of its stage) + amounts won in the period

An overdue deal is due in the next period to begin, or in the running one (see `moments`). A stage in which nothing has
closed yet takes the share of its pipeline; if that is unknown too, its deals count 0. Lost deals count 0. Whatever is
left out is told in a note.
Each cell (stage, owner) is rounded to the cent, so that stages, owners and teams add up to the same total.

The range is what would be expected if each share stood at the low or at the high end of its interval; of a share that
is not known, at 0 or at 1. It tells how little the shares prove, not what chance does to a single deal.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from uuid import UUID

from saas.forecasts.shares import Tally

CENT = Decimal("0.01")
ZERO = Decimal("0.00")


class Due(StrEnum):
    """When an open deal is expected to close, seen from the period: inside it, before the day of the forecast, at
    another time, no date known. WON: it is open no more, it was won inside the period.
    """

    PERIOD = "PERIOD"
    OVERDUE = "OVERDUE"
    OTHER = "OTHER"
    UNDATED = "UNDATED"
    WON = "WON"


class NoteCode(StrEnum):
    """What a reader of the forecast must know. OTHER_CURRENCY: one for which there is no rate."""

    OVERDUE = "OVERDUE"
    UNDATED = "UNDATED"
    NO_AMOUNT = "NO_AMOUNT"
    OTHER_CURRENCY = "OTHER_CURRENCY"
    PIPELINE_SHARE = "PIPELINE_SHARE"
    NO_SHARE = "NO_SHARE"


@dataclass(frozen=True, slots=True)
class StageTally:
    """A stage of kind OPEN with what became of the deals that entered it."""

    stage_id: UUID
    pipeline_id: UUID
    tally: Tally


@dataclass(frozen=True, slots=True)
class Heap:
    """Deals that stand in the same stage with the same owner, due alike; `amount` is in the company's currency.

    Of a heap that is not `rated` there is no rate of its currency, and its amount is 0.
    """

    stage_id: UUID
    pipeline_id: UUID
    owner_id: UUID | None
    team_id: UUID | None
    due: Due
    rated: bool
    deals: int
    unpriced: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Sums:
    """Money in the company's currency: `open` is the unweighted amount of the open deals due in the period, `low` and
    `high` are the ends of the range of what is expected. Equal sums are of equal money, whatever is known of it.
    """

    expected: Decimal = ZERO
    won: Decimal = ZERO
    open: Decimal = ZERO
    low: Decimal = field(default=ZERO, compare=False)
    high: Decimal = field(default=ZERO, compare=False)
    won_deals: int = field(default=0, compare=False)
    open_deals: int = field(default=0, compare=False)

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Sums)))


@dataclass(frozen=True, slots=True)
class Note:
    """How many deals it is about and their amount in the company's currency (0 where it has none)."""

    code: NoteCode
    deals: int
    amount: Decimal

    def __add__(self, other: "Note") -> "Note":
        return replace(self, deals=self.deals + other.deals, amount=self.amount + other.amount)


@dataclass(frozen=True, slots=True)
class Outlook:
    """`stages` in the order in which they came; owners and teams by what is expected, most first."""

    total: Sums
    stages: tuple[tuple[StageTally, Sums], ...]
    owners: tuple[tuple[UUID | None, Sums], ...]
    teams: tuple[tuple[UUID | None, Sums], ...]
    notes: tuple[Note, ...]


_Key = UUID | None


def draw_outlook(stages: Sequence[StageTally], pipelines: Mapping[UUID, Tally], heaps: Iterable[Heap]) -> Outlook:
    """Sums the heaps; `pipelines` hold the shares that stand in for stages without one."""
    by_stage, by_owner, by_team = (defaultdict[_Key, Sums](Sums) for _ in range(3))
    notes: dict[NoteCode, Note] = {}
    own = {stage.stage_id: stage.tally for stage in stages}
    for heap in heaps:
        shares = own.get(heap.stage_id, Tally()), pipelines.get(heap.pipeline_id, Tally())
        for note in _list_notes(heap, shares):
            notes[note.code] = notes[note.code] + note if note.code in notes else note
        sums = _weigh(heap, shares)
        for by, key in ((by_stage, heap.stage_id), (by_owner, heap.owner_id), (by_team, heap.team_id)):
            by[key] += sums
    shown = tuple((stage, by_stage[stage.stage_id]) for stage in stages)
    told = tuple(notes[code] for code in NoteCode if code in notes)
    return Outlook(sum(by_owner.values(), Sums()), shown, _rank(by_owner), _rank(by_team), told)


def _weigh(heap: Heap, shares: tuple[Tally, Tally]) -> Sums:
    """Nothing for what the period does not count: another time, a currency without a rate."""
    if not heap.rated or heap.due in {Due.OTHER, Due.UNDATED}:
        return Sums()
    if heap.due == Due.WON:
        return Sums(heap.amount, heap.amount, ZERO, heap.amount, heap.amount, won_deals=heap.deals)
    own, pipeline = shares
    tally = own if own.closed else pipeline
    expected, low, high = (
        weight.quantize(CENT, ROUND_HALF_UP) for weight in (tally.weigh(heap.amount), *tally.reach(heap.amount))
    )
    return Sums(expected, ZERO, heap.amount, low, high, open_deals=heap.deals)


def _list_notes(heap: Heap, shares: tuple[Tally, Tally]) -> Iterable[Note]:
    if heap.due in {Due.OTHER, Due.WON}:
        return
    if not heap.rated:
        yield Note(NoteCode.OTHER_CURRENCY, heap.deals, ZERO)
        return
    if heap.due == Due.UNDATED:
        yield Note(NoteCode.UNDATED, heap.deals, heap.amount)
        return
    if heap.due == Due.OVERDUE:
        yield Note(NoteCode.OVERDUE, heap.deals, heap.amount)
    if heap.unpriced:
        yield Note(NoteCode.NO_AMOUNT, heap.unpriced, ZERO)
    own, pipeline = shares
    if not own.closed:
        yield Note(NoteCode.PIPELINE_SHARE if pipeline.closed else NoteCode.NO_SHARE, heap.deals, heap.amount)


def _rank(sums: Mapping[_Key, Sums]) -> tuple[tuple[_Key, Sums], ...]:
    """Those who have a deal in the period, by what is expected of them, most first."""
    some = [(key, value) for key, value in sums.items() if value.won_deals or value.open_deals]
    return tuple(sorted(some, key=lambda item: (-item[1].expected, -item[1].open, str(item[0]))))
