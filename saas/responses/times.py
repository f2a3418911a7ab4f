"""What the response times are grouped by, and how they are summed up."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from saas.leads.words import LeadStatus, UnfitReason


class ResponseGrouping(StrEnum):
    """MEMBER and TEAM are those of the lead's owner; ANSWER is what was answered to one question of a form; WEEK is
    that in which it came in, named by its first day.
    """

    SOURCE = "SOURCE"
    CHANNEL = "CHANNEL"
    CAMPAIGN = "CAMPAIGN"
    MEMBER = "MEMBER"
    TEAM = "TEAM"
    ANSWER = "ANSWER"
    WEEK = "WEEK"


class ResponseMeasure(StrEnum):
    """Until the first attempt, which a contact is too, or until the first contact."""

    ATTEMPT = "ATTEMPT"
    CONTACT = "CONTACT"


@dataclass(frozen=True, slots=True)
class Asked:
    """Leads that came in from one day to another, both included, where the company is."""

    since: date
    until: date
    by: ResponseGrouping
    measure: ResponseMeasure
    question: str | None = None


class ResponseUnit(StrEnum):
    """All time, or that in which the company works."""

    WALL = "WALL"
    BUSINESS = "BUSINESS"


class ResponseState(StrEnum):
    """CLOSED are converted or unfit without an answer: they wait no more."""

    ANSWERED = "ANSWERED"
    WAITING = "WAITING"
    CLOSED = "CLOSED"


@dataclass(frozen=True, slots=True)
class Slice:
    """Leads answered after more than `over` seconds and `within` so many; None is no bound."""

    over: int | None
    within: int | None
    leads: int = 0


_EDGES = (5 * 60, 15 * 60, 3600, 4 * 3600, 24 * 3600)
SLICES = tuple(Slice(over, within) for over, within in zip((None, *_EDGES), (*_EDGES, None), strict=True))


@dataclass(frozen=True, slots=True)
class Span:
    """In seconds. Of those that were answered, half took at most `p50`, 95 of a hundred at most `p95`. The same
    `of_all` counts those that wait too (see `saas.responses.curve`) and is None where so many wait that it is not known
    yet: then it is more than `longest`, the longest that anybody waited so far.
    """

    p50: float | None
    p95: float | None
    p50_of_all: int | None
    p95_of_all: int | None
    longest: int | None
    slices: tuple[Slice, ...]


@dataclass(frozen=True, slots=True)
class Times:
    """`waiting` are open and not answered yet."""

    leads: int
    answered: int
    waiting: int
    wall: Span
    business: Span


@dataclass(frozen=True, slots=True)
class Group:
    """`key` of a source, member or team; `word` a channel, campaign, answer or day; both None of those without."""

    key: UUID | None
    word: str | None
    times: Times


@dataclass(frozen=True, slots=True)
class Behind:
    """Which leads stand behind a number: of one group, in one state, answered in one slice of time, and how they stand
    now.
    """

    which: tuple[UUID | None, str | None] | None = None
    state: ResponseState | None = None
    unit: ResponseUnit = ResponseUnit.WALL
    slice: Slice | None = None
    statuses: tuple[LeadStatus, ...] | None = None
    unfit_reason: UnfitReason | None = None


@dataclass(frozen=True, slots=True)
class Waited:
    """One lead behind a number: how long it waited, None while it still does; `so_far` is known of each."""

    lead_id: UUID
    event_id: UUID | None
    wall: int | None
    business: int | None
    wall_so_far: int
    business_so_far: int


@dataclass(frozen=True, slots=True)
class Wait:
    """Of one lead until it was reached, was closed, or until now. `escalates_after` are working seconds."""

    waits: bool
    wall: int
    business: int
    escalates_after: int | None = None
