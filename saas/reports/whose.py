"""Whose numbers are asked for, and the days that they are about."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select, true

from saas.activities.model import Activity
from saas.core.errors import Invalid
from saas.core.work import Work
from saas.deals.model import Deal
from saas.forecasts.periods import day_start
from saas.graph.filters import hidden
from saas.members.model import Member

MOST_DAYS = 3660
FIRST_YEAR, LAST_YEAR = 1900, 2200


@dataclass(frozen=True, slots=True)
class Whose:
    """Of one owner, of the members of one team, or, where neither is said, of all that the acting member sees."""

    owner_id: UUID | None = None
    team_id: UUID | None = None

    def of(self, work: Work, model: type[Deal] | type[Activity]) -> ColumnElement[bool]:
        """What of them the acting member sees. Refuses to tell by an owner whom the role hides."""
        told: list[ColumnElement[bool]] = [work.visible(model)]
        if self.owner_id or self.team_id:
            require_shown(work, model, "owner")
        if self.owner_id:
            told.append(model.owner_id == self.owner_id)
        if self.team_id:
            require_shown(work, Member, "team")
            mates = select(Member.id).where(Member.team_id == self.team_id, work.visible(Member))
            told.append(model.owner_id.in_(mates))
        return and_(true(), *told)


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both included; in moments from `starts_at` until before `ends_at`."""

    since: date
    until: date
    time_zone: str

    @property
    def starts_at(self) -> datetime:
        return day_start(self.since, self.time_zone)

    @property
    def ends_at(self) -> datetime:
        return day_start(self.until + timedelta(days=1), self.time_zone)


def read_days(work: Work, since: date, until: date) -> Days:
    """Where the company is; at most ten years."""
    if not (FIRST_YEAR <= since.year < LAST_YEAR and FIRST_YEAR <= until.year < LAST_YEAR):
        raise Invalid("BAD_DAY", "A report is about days between 1900 and 2199.", "since")
    if since > until or until - since >= timedelta(days=MOST_DAYS):
        raise Invalid("BAD_SPAN", "A report covers from one day to ten years.", "until")
    return Days(since, until, work.tenant.time_zone)


def require_shown(work: Work, model: type[Deal] | type[Activity] | type[Member], field: str) -> None:
    """Refuses a number that would tell what the role hides."""
    if work.rights.hides(model.__name__, field):
        raise hidden(field)
