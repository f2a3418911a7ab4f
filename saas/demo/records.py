"""What the generator draws: plain frozen records that refer to each other by key, not by id."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Person:
    """A name in its own script and the Latin handle that an e-mail address is made of."""

    name: str
    handle: str
    female: bool


@dataclass(frozen=True, slots=True)
class MemberRecord:
    """One who works at the company; `role` is OWNER, ADMIN, MANAGER or REP; `languages` he sells in."""

    key: str
    name: str
    email: str
    role: str
    locale: str
    team: str | None
    languages: str


@dataclass(frozen=True, slots=True)
class TeamRecord:
    """A team of reps; `manager` is a member's key."""

    key: str
    name: str
    office: str
    manager: str


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """A customer; parents stand before their children. `revenue` is a year's, in shekels."""

    key: str
    parent: str | None
    name: str
    language: str
    country: str
    industry: str
    size: int
    revenue: Decimal
    founded_year: int
    domain: str
    phone: str
    owner: str


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """A person at an account, named in the account's language."""

    key: str
    account: str
    name: str
    email: str
    phone: str
    title: str
    owner: str


@dataclass(frozen=True, slots=True)
class ProductRecord:
    """A thing for sale; list price in shekels."""

    code: str
    name: str
    family: str
    price: Decimal


@dataclass(frozen=True, slots=True)
class StageRecord:
    """A stage of the pipeline; `kind` is OPEN, WON or LOST."""

    name: str
    kind: str
    allowed_days: int | None


class EventKind(StrEnum):
    """What a line of a deal's history tells."""

    CREATED = "CREATED"
    STAGE = "STAGE"
    AMOUNT = "AMOUNT"
    CLOSE_DATE = "CLOSE_DATE"
    OWNER = "OWNER"


@dataclass(frozen=True, slots=True)
class DealState:
    """A deal as it stood after an event; `stage` is the place in the pipeline, `owner` a member's key."""

    stage: int
    owner: str
    amount: Decimal
    estimated: bool
    expected_on: date


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One line of history: the deal before (none when it was created) and after."""

    kind: EventKind
    at: datetime
    by: str
    before: DealState | None
    after: DealState


@dataclass(frozen=True, slots=True)
class LineRecord:
    """A product on a deal, at the price that was offered."""

    product: str
    quantity: int
    unit_price: Decimal


@dataclass(frozen=True, slots=True)
class DealRecord:
    """A deal with its whole history, oldest first; how it stands now is the last event's `after`."""

    key: str
    name: str
    account: str
    contact: str | None
    lines: tuple[LineRecord, ...]
    events: tuple[EventRecord, ...]

    @property
    def now(self) -> DealState:
        return self.events[-1].after


@dataclass(frozen=True, slots=True)
class ActivityRecord:
    """What was done, or is planned, on a deal; `kind` is TASK, CALL, MEETING or NOTE. One without `done_at` is open."""

    key: str
    deal: str
    kind: str
    subject: str
    body: str | None
    owner: str
    written_at: datetime
    due_on: date | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    done_at: datetime | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class LossRecord:
    """Why a deal was lost; `reason` is a place among those that a company begins with."""

    deal: str
    reason: int | None
    remark: str | None


@dataclass(frozen=True, slots=True)
class Company:
    """Everything that was drawn."""

    members: tuple[MemberRecord, ...]
    teams: tuple[TeamRecord, ...]
    accounts: tuple[AccountRecord, ...]
    contacts: tuple[ContactRecord, ...]
    products: tuple[ProductRecord, ...]
    stages: tuple[StageRecord, ...]
    deals: tuple[DealRecord, ...]
    activities: tuple[ActivityRecord, ...]
    losses: tuple[LossRecord, ...]
