"""Builders: a pipeline, members with a team, and deals told by their history."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from saas.core.clock import FixedClock
from saas.core.principal import Principal, system
from saas.core.rights import Role
from saas.core.work import Opener, Work
from saas.deals.model import Deal, DealEvent
from saas.forecasts.outlook import Outlook
from saas.forecasts.periods import Period
from saas.forecasts.queries import get_outlook
from saas.members.model import Member, Team
from saas.pipelines.model import Pipeline, Stage
from tenants.engine import Lanes
from tenants.registry import Tenant

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
ON = date(2026, 3, 1)
EARLY, LATE = datetime(2026, 1, 10, 9, tzinfo=UTC), datetime(2026, 2, 10, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Told:
    """How a deal begins; `path` are the stages that it enters later, by name, with their moments."""

    stage: str = "Quote"
    amount: Decimal | None = Decimal(1000)
    close_on: date | None = date(2026, 3, 15)
    owner: str | None = "dana"
    currency: str = "EUR"
    opened_at: datetime = EARLY
    path: tuple[tuple[str, datetime], ...] = ()


@dataclass(slots=True)
class Shop:
    """A company with stages New, Quote, Won and Lost, reps dana and omar, and mona, manager of dana's team."""

    lanes: Lanes
    tenant: Tenant
    stages: dict[str, UUID] = field(default_factory=dict)
    members: dict[str, UUID] = field(default_factory=dict)
    pipeline: UUID | None = None

    def open(self, member: str | None = None, role: Role = Role.REP) -> Work:
        acting = system("test")
        if member:
            acting = Principal(self.members[member], role, member, "en", "UTC", "test")
        return Opener(self.lanes, self.tenant, acting, FixedClock(NOW))()

    def outlook(self, member: str | None = None, role: Role = Role.REP, *, on: date = ON) -> Outlook:
        with self.open(member, role) as work:
            return get_outlook(work, Period.MONTH, on)[1]

    def tell(self, *told: Told) -> list[UUID]:
        """Stores deals with their history; returns their ids."""
        with self.open() as work:
            return [self._tell(work, deal) for deal in told]

    def add_event(self, deal_id: UUID, kind: str, at: datetime, **change: object) -> None:
        with self.open() as work:
            work.add(DealEvent(deal_id=deal_id, kind=kind, at=at, **change))

    def _tell(self, work: Work, told: Told) -> UUID:
        last, entered_at = told.path[-1] if told.path else (told.stage, told.opened_at)
        status = {"Won": "WON", "Lost": "LOST"}.get(last, "OPEN")
        deal = Deal(
            name="A deal", pipeline_id=self.pipeline, stage_id=self.stages[last], status=status,
            stage_entered_at=entered_at, owner_id=told.owner and self.members[told.owner], amount=told.amount,
            currency=told.currency, amount_estimated=False, opened_at=told.opened_at, expected_close_on=told.close_on,
            closed_on=None if status == "OPEN" else entered_at.date(),
        )  # fmt: skip
        work.add(deal)
        work.flush()
        for event in self._events(deal, told):
            work.add(event)
        return deal.id

    def _events(self, deal: Deal, told: Told) -> Iterable[DealEvent]:
        yield DealEvent(
            deal_id=deal.id, kind="CREATED", at=told.opened_at, to_stage_id=self.stages[told.stage],
            to_amount=told.amount, currency=told.currency, to_on=told.close_on, to_owner_id=deal.owner_id,
        )  # fmt: skip
        before = told.stage
        for stage, at in told.path:
            ends = self.stages[before], self.stages[stage]
            yield DealEvent(deal_id=deal.id, kind="STAGE", at=at, from_stage_id=ends[0], to_stage_id=ends[1], seconds=1)
            before = stage


def make_shop(lanes: Lanes, tenant: Tenant) -> Shop:
    shop = Shop(lanes, tenant)
    with shop.open() as work:
        pipeline = work.add(Pipeline(name="Sales", is_default=True, position=0))
        team = work.add(Team(name="North", office="Haifa"))
        work.flush()
        shop.pipeline = pipeline.id
        for position, (name, kind) in enumerate([("New", "OPEN"), ("Quote", "OPEN"), ("Won", "WON"), ("Lost", "LOST")]):
            stage = work.add(Stage(pipeline_id=pipeline.id, name=name, kind=kind, position=position))
            work.flush()
            shop.stages[name] = stage.id
        for name, role, mates in (("mona", "MANAGER", team.id), ("dana", "REP", team.id), ("omar", "REP", None)):
            member = work.add(
                Member(name=name, email=f"{name}@demo.test", role=role, status="ACTIVE", locale="en",
                       time_zone="UTC", team_id=mates)
            )  # fmt: skip
            work.flush()
            shop.members[name] = member.id
        team.manager_id = shop.members["mona"]
    return shop


def closed(won: int, lost: int, told: Told | None = None) -> list[Told]:
    """Deals that entered the stage of `told` and were won or lost before the day of the forecast."""
    told = told or Told()
    return [replace(told, path=(("Won", LATE),))] * won + [replace(told, path=(("Lost", LATE),))] * lost
