"""The forecast in the graph: one root field, answered by Python from two statements."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

import strawberry

from saas.core.work import Work
from saas.forecasts.explanations import explain_note, explain_share
from saas.forecasts.outlook import CENT, Note, NoteCode, StageTally, Sums
from saas.forecasts.periods import Period
from saas.forecasts.queries import get_outlook
from saas.graph.declare import Money, query, record, record_or_none
from saas.members.graph import MemberNode, TeamNode
from saas.pipelines.graph import StageNode

strawberry.enum(Period, description="How long a forecast reaches: a calendar month or quarter.")
strawberry.enum(NoteCode, name="ForecastNoteCode", description="What a reader of the forecast must know.")


@strawberry.type(
    name="ForecastRange",
    description="What would be expected if the share of each stage stood at the low or the high end of its interval.",
)
class ForecastRangeNode:
    low: Money
    high: Money


@strawberry.type(
    name="StageShare",
    description="Of the deals that entered the stage and have closed since, the share that was won, with its interval "
    "(Wilson, 95 %), and what now stands in the stage and is due in the period. Null while nothing has closed: then "
    "the share of the pipeline counts.",
)
class StageShareNode:
    stage: StageNode
    entered: int
    closed: int
    won: int
    open: int
    share: float | None
    low: float | None
    high: float | None
    explanation: str
    open_amount: Money
    open_deals: int
    expected: Money
    range: ForecastRangeNode


@strawberry.type(
    name="ForecastShare", description="The part of an owner or a team; both null where a deal has neither."
)
class ForecastShareNode:
    owner: MemberNode | None
    team: TeamNode | None
    expected: Money
    range: ForecastRangeNode
    won: Money
    won_deals: int
    open: Money
    open_deals: int


@strawberry.type(name="ForecastNote", description="Deals that the forecast moved, weighed otherwise or left out.")
class ForecastNoteNode:
    code: NoteCode
    message: str
    deals: int
    amount: Money


@strawberry.type(
    name="Forecast",
    description="What the period will probably bring, as known at the start of the day `on`, or now where none is "
    "given: expected = the open deals due in it times the shares of their stages + what was won in it. Overdue deals "
    "are due in the next period; where a period is asked for by `startsOn`, in the one that is running.",
)
class ForecastNode:
    period: Period
    starts_on: date
    ends_on: date
    on: date
    expected: Money
    range: ForecastRangeNode
    won: Money
    won_deals: int
    open: Money
    open_deals: int
    stages: list[StageShareNode]
    by_owner: list[ForecastShareNode]
    by_team: list[ForecastShareNode]
    notes: list[ForecastNoteNode]


@query
def forecast(work: Work, period: Period, on: date | None = None, starts_on: date | None = None) -> ForecastNode:
    """Of the first `period` that begins on the day `on` (today if not given) or after it, as known on that day; or of
    the one in which the day `startsOn` lies.
    """
    day = on or work.clock.today(work.tenant.time_zone)
    span, outlook = get_outlook(work, period, on, starts_on=starts_on)
    shown = _Shown(work.tenant.currency, work.who.locale)
    return ForecastNode(
        period=period,
        starts_on=span.starts_on,
        ends_on=span.ends_on,
        on=day,
        expected=shown.money(outlook.total.expected),
        range=shown.range(outlook.total),
        won=shown.money(outlook.total.won),
        won_deals=outlook.total.won_deals,
        open=shown.money(outlook.total.open),
        open_deals=outlook.total.open_deals,
        stages=[shown.stage(stage, sums) for stage, sums in outlook.stages],
        by_owner=[shown.part(sums, owner=key) for key, sums in outlook.owners],
        by_team=[shown.part(sums, team=key) for key, sums in outlook.teams],
        notes=[shown.note(note) for note in outlook.notes],
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """The outlook's parts as the graph shows them: in the company's currency and the member's language."""

    currency: str
    locale: str

    def money(self, amount: Decimal) -> Money:
        return Money(amount=amount.quantize(CENT), currency=self.currency)

    def range(self, sums: Sums) -> ForecastRangeNode:
        return ForecastRangeNode(low=self.money(sums.low), high=self.money(sums.high))

    def stage(self, stage: StageTally, sums: Sums) -> StageShareNode:
        tally = stage.tally
        low, high = tally.interval or (None, None)
        return StageShareNode(
            stage=record(StageNode, stage.stage_id),
            entered=tally.entered,
            closed=tally.closed,
            won=tally.won,
            open=tally.open,
            share=tally.share,
            low=low,
            high=high,
            explanation=explain_share(tally, self.locale),
            open_amount=self.money(sums.open),
            open_deals=sums.open_deals,
            expected=self.money(sums.expected),
            range=self.range(sums),
        )

    def part(self, sums: Sums, *, owner: UUID | None = None, team: UUID | None = None) -> ForecastShareNode:
        return ForecastShareNode(
            owner=record_or_none(MemberNode, owner),
            team=record_or_none(TeamNode, team),
            expected=self.money(sums.expected),
            range=self.range(sums),
            won=self.money(sums.won),
            won_deals=sums.won_deals,
            open=self.money(sums.open),
            open_deals=sums.open_deals,
        )

    def note(self, note: Note) -> ForecastNoteNode:
        message = explain_note(note, self.currency, self.locale)
        return ForecastNoteNode(code=note.code, message=message, deals=note.deals, amount=self.money(note.amount))
