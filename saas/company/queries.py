"""What is known of the company: what it says of itself, when it works, which currencies it uses."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import cast
from uuid import UUID

from sqlalchemy import Select, Text, func, literal, select, union_all
from sqlalchemy import cast as as_type

from saas.company.crossing import Days, cross, in_force
from saas.company.hours import Week, usual_week, week_of
from saas.company.model import Company, Holiday, Logo
from saas.company.policy import MANAGE
from saas.company.working_time import DayOff, WorkingTime, feasts_of
from saas.core.errors import Invalid, NotFound
from saas.core.model import Json, Model
from saas.core.money import read_currency
from saas.core.work import Work
from saas.rates.model import ExchangeRate
from tenants.registry import Tenant

MOST_DAYS = 3660


@dataclass(frozen=True, slots=True)
class Use:
    """A currency that amounts are in: of so many records, and what one is worth today; None where that is unknown."""

    currency: str
    records: int
    rate: Decimal | None


def find_company(work: Work) -> Company | None:
    """None until something was said that its own table keeps."""
    return work.first(select(Company).where(work.visible(Company)).order_by(Company.id))


def read_own(work: Work) -> Tenant:
    """The company as the directory has it now: the one that a request comes with may be a second old."""
    ((own,),) = work.rows("SELECT ext.own_company()")
    return replace(work.tenant, **cast(Json, own))  # type: ignore[arg-type]  # each is a field of it


def list_holidays(work: Work) -> list[UUID]:
    return work.all(select(Holiday.id).where(work.visible(Holiday)).order_by(Holiday.falls_on, Holiday.name))


def read_week(work: Work, company: Company | None) -> Week:
    """The company's own hours, or the usual ones of its country."""
    hours = company and company.hours
    return week_of(hours) if hours else usual_week(work.tenant.time_zone)


def read_working_time(work: Work) -> WorkingTime:
    """Two statements."""
    company = find_company(work)
    columns = (Holiday.name, Holiday.falls_on, Holiday.yearly, Holiday.half_until)
    rows = work.rows(select(*columns).where(work.visible(Holiday)))
    feasts = feasts_of((str(name), cast(date, on), bool(yearly), cast("str | None", half))
                       for name, on, yearly, half in rows)  # fmt: skip
    return WorkingTime(read_week(work, company), feasts, said=bool(company and company.hours))


def list_days_off(work: Work, since: date, until: date) -> tuple[WorkingTime, list[DayOff]]:
    if since > until or (until - since).days >= MOST_DAYS:
        raise Invalid("BAD_SPAN", "Holidays are listed for one day to ten years.", "until")
    time = read_working_time(work)
    return time, time.days_off(since, until)


def get_logo(work: Work, digest: str) -> bytes:
    found = work.first(select(Logo.picture).where(Logo.digest == digest, work.visible(Logo)))
    if found is None:
        raise NotFound(field="logo")
    return found


def list_uses(work: Work, into: str) -> list[Use]:
    """The currencies of amounts, each with what it would be worth today if the company counted in `into`. It counts
    every record, and is for those who may manage the company.
    """
    work.require(work.rights.holds(MANAGE))
    new, today = read_currency(into, field="currency"), work.clock.today(work.tenant.time_zone)
    rates = rates_into(work, new)
    used = count_currencies(work)
    return [
        Use(one, records, Decimal(1) if one == new else in_force(rates.get(one, {}), today))
        for one, records in sorted(used.items())
    ]


def rates_into(work: Work, new: str) -> dict[str, Days]:
    """Rates against `new` by currency and day: those that were said, and where none was, those that follow."""
    old = read_own(work).currency
    if new == old:
        return dict(rates_against(work, old))
    known: dict[str, dict[date, Decimal]] = {name: dict(days) for name, days in rates_against(work, new).items()}
    for one in cross(old, new, rates_against(work, old)):
        known.setdefault(one.currency, {}).setdefault(one.starts_on, one.rate)
    return dict(known)


def rates_against(work: Work, currency: str) -> dict[str, Days]:
    columns = (ExchangeRate.currency, ExchangeRate.starts_on, ExchangeRate.rate)
    rows = work.rows(select(*columns).where(ExchangeRate.against == currency, work.visible(ExchangeRate)))
    found: dict[str, dict[date, Decimal]] = {}
    for name, on, rate in rows:
        found.setdefault(str(name), {})[cast(date, on)] = cast(Decimal, rate)
    return dict(found)


def count_currencies(work: Work) -> dict[str, int]:
    """Of every table with amounts, whoever may see its rows: a sum of the whole company must find its rates. Lines and
    history name their currency too, but are no records of their own.
    """
    priced = [mapper.class_ for mapper in Model.registry.mappers if "currency" in mapper.columns]
    counted = union_all(*(_uses(one) for one in priced if one is not ExchangeRate)).subquery("used")
    rows = work.rows(select(counted.c.currency, func.sum(counted.c.records)).group_by(counted.c.currency))
    return {str(currency): int(cast(Decimal, records)) for currency, records in rows}


def _uses(model: type[Model]) -> Select[*tuple[object, ...]]:
    currency = as_type(model.__table__.c.currency, Text)
    deleted = model.__table__.c.get("deleted_at")
    records = literal(0) if deleted is None else func.count().filter(deleted.is_(None))
    return select(currency.label("currency"), records.label("records")).where(currency.is_not(None)).group_by(currency)
