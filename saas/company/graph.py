"""The company in the graph."""

from datetime import date, datetime
from decimal import Decimal

import strawberry
from sqlalchemy import ColumnElement, Integer, Text, cast, func, literal
from strawberry import UNSET

from saas.company import actions, proposals, queries
from saas.company.hours import Hours
from saas.company.model import Company, Holiday
from saas.core.work import Work
from saas.graph.declare import Node, changes, computed, key, mutation, node, query, record

LOGO = "/company/logo/"


def _own(name: str) -> ColumnElement[str]:
    return cast(func.ext.own_company().op("->>")(name), Text)


def _number(name: str) -> ColumnElement[int]:
    return cast(_own(name), Integer)


@node(Company)
class CompanyNode(Node):
    """What the company says of itself; `weekStart` is a day of ISO 8601, `fiscalStart` a month, `logo` an address."""

    name: str = computed(lambda _company: _own("name"))
    currency: str = computed(lambda _company: _own("currency"))
    locale: str = computed(lambda _company: _own("locale"))
    time_zone: str = computed(lambda _company: _own("time_zone"))
    escalate_after: int | None
    week_start: int = computed(lambda _company: _number("week_start"))
    fiscal_start: int = computed(lambda _company: _number("fiscal_start"))
    logo: str | None = computed(lambda _company: literal(LOGO).op("||")(_own("logo")))
    version: int
    updated_at: datetime


@node(Holiday)
class HolidayNode(Node):
    """A day on which nobody works, or, with `halfUntil`, works until that time; `yearly` on the same day each year."""

    name: str
    falls_on: date
    yearly: bool
    half_until: str | None
    version: int


@strawberry.type(description="A stretch of a working day; `weekday` is of ISO 8601: 1 is Monday, 7 is Sunday.")
class WorkingHours:
    weekday: int
    opens: str
    closes: str


@strawberry.type(description="A holiday on a day; people work until `halfUntil`, where that is said.")
class DayOff:
    on: date
    name: str
    half_until: str | None


@strawberry.type(
    description="When the company works: the hours of a week, and the days off among the days asked for. `said` is "
    "false while the hours are the usual ones of its country."
)
class WorkingTime:
    hours: list[WorkingHours]
    said: bool
    days_off: list[DayOff]


@strawberry.type(description="What the company says of itself. `version` is 0 until something was changed.")
class CompanyProfile:
    slug: str
    name: str
    currency: str
    locale: str
    time_zone: str
    week_start: int
    fiscal_start: int
    logo: str | None
    hours: list[WorkingHours]
    hours_said: bool
    escalate_after: int | None
    holidays: list[HolidayNode]
    version: int


@query
def company(work: Work) -> CompanyProfile:
    """The company in which the acting member works."""
    found, own = queries.find_company(work), queries.read_own(work)
    return CompanyProfile(
        slug=own.slug, name=own.name, currency=own.currency, locale=own.locale, time_zone=own.time_zone,
        week_start=own.week_start, fiscal_start=own.fiscal_start, logo=LOGO + own.logo if own.logo else None,
        hours=[_hours(one) for one in queries.read_week(work, found)], hours_said=bool(found and found.hours),
        holidays=[record(HolidayNode, one) for one in queries.list_holidays(work)],
        escalate_after=found.escalate_after if found else None, version=found.version if found else 0,
    )  # fmt: skip


@query
def working_time(work: Work, since: date, until: date) -> WorkingTime:
    """From one day to another, both included."""
    time, days = queries.list_days_off(work, since, until)
    return WorkingTime(
        hours=[_hours(one) for one in time.week], said=time.said,
        days_off=[DayOff(on=one.on, name=one.name, half_until=one.half_until) for one in days],
    )  # fmt: skip


@strawberry.type(description="A public holiday, as a library knows it; `known` tells that the company has it already.")
class HolidayProposal:
    on: date
    name: str
    known: bool


@query
def holiday_proposals(work: Work, country: str, year: int) -> list[HolidayProposal]:
    """Public holidays of a country, by its code of ISO 3166: to be picked from, nothing is set."""
    found = proposals.propose(country, year, work.who.locale)
    known = {one.on for one in queries.read_working_time(work).days_off(date(year, 1, 1), date(year, 12, 31))}
    return [HolidayProposal(on=one.on, name=one.name, known=one.on in known) for one in found]


@strawberry.type(
    description="A currency that amounts are in, and what one of it is worth today in the currency asked about: null "
    "where that is unknown."
)
class CurrencyUse:
    currency: str
    records: int
    rate: Decimal | None


@query
def currency_uses(work: Work, into: str) -> list[CurrencyUse]:
    """What is to be known before the company counts in another currency: for those who may manage it."""
    found = queries.list_uses(work, into)
    return [CurrencyUse(currency=one.currency, records=one.records, rate=one.rate) for one in found]


@strawberry.input
class WorkingHoursInput:
    weekday: int
    opens: str
    closes: str


@strawberry.input
class UpdateCompanyInput:
    """What is left out stays. Hours given as null are the usual ones of the country again; a `logo` is one shown
    before, or null. `escalateAfter` are working minutes that a lead may wait before a manager is told; null is never.
    """

    version: int | None = None
    name: str | None = UNSET
    locale: str | None = UNSET
    time_zone: str | None = UNSET
    week_start: int | None = UNSET
    fiscal_start: int | None = UNSET
    logo: str | None = UNSET
    hours: list[WorkingHoursInput] | None = UNSET
    escalate_after: int | None = UNSET


@mutation(CompanyNode)
def update_company(work: Work, input: UpdateCompanyInput) -> Company:
    """Changes what the company says of itself."""
    given = changes(input, "version")
    if input.hours:
        given["hours"] = [Hours(one.weekday, one.opens, one.closes) for one in input.hours]
    return actions.edit_company(work, given, version=input.version)


@strawberry.input
class ChangeCurrencyInput:
    currency: str
    version: int | None = None


@mutation(CompanyNode)
def change_currency(work: Work, input: ChangeCurrencyInput) -> Company:
    """Sums are in another currency from now on; amounts stay in theirs. Refused while one of these has no rate."""
    return actions.change_currency(work, input.currency, version=input.version)


@strawberry.input
class HolidayInput:
    name: str
    falls_on: date
    yearly: bool = False
    half_until: str | None = None


@strawberry.input
class AddHolidaysInput:
    holidays: list[HolidayInput]


@mutation(CompanyNode)
def add_holidays(work: Work, input: AddHolidaysInput) -> Company:
    """Adds what is not there yet, by day and name."""
    drafts = [actions.HolidayDraft(one.name, one.falls_on, one.yearly, one.half_until) for one in input.holidays]
    return actions.add_holidays(work, drafts)


@strawberry.input
class UpdateHolidayInput:
    id: strawberry.ID
    version: int | None = None
    name: str | None = UNSET
    falls_on: date | None = UNSET
    yearly: bool | None = UNSET
    half_until: str | None = UNSET


@mutation(HolidayNode)
def update_holiday(work: Work, input: UpdateHolidayInput) -> Holiday:
    """Changes the fields that are given; a `halfUntil` of null makes it a whole day."""
    given = changes(input, "id", "version")
    return actions.edit_holiday(work, key(HolidayNode, input.id), given, version=input.version)


@strawberry.input
class HolidaysInput:
    ids: list[strawberry.ID]


@mutation(CompanyNode)
def delete_holidays(work: Work, input: HolidaysInput) -> Company:
    """Takes holidays away."""
    return actions.delete_holidays(work, [key(HolidayNode, one) for one in input.ids])


@mutation(CompanyNode)
def restore_holidays(work: Work, input: HolidaysInput) -> Company:
    """Takes that back."""
    return actions.restore_holidays(work, [key(HolidayNode, one) for one in input.ids])


def _hours(one: Hours) -> WorkingHours:
    return WorkingHours(weekday=one.weekday, opens=one.opens, closes=one.closes)
