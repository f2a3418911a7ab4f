"""What the response times are grouped by, and how they are summed up."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class ResponseGrouping(StrEnum):
    """MEMBER and TEAM are those of the lead's owner; ANSWER is what was answered to one question of a form."""

    SOURCE = "SOURCE"
    CHANNEL = "CHANNEL"
    MEMBER = "MEMBER"
    TEAM = "TEAM"
    ANSWER = "ANSWER"


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


@dataclass(frozen=True, slots=True)
class Span:
    """Half of them took at most `p50`, 95 of a hundred at most `p95`, in seconds; None where none was answered."""

    p50: float | None
    p95: float | None


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
    """`key` of a source, member or team; `word` a channel or an answer; both None of those who have none."""

    key: UUID | None
    word: str | None
    times: Times


@dataclass(frozen=True, slots=True)
class Waited:
    """One lead behind a number: how long it waited; None while it still does."""

    lead_id: UUID
    event_id: UUID | None
    wall: int | None
    business: int | None
