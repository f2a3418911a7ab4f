"""What is done with the company itself."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from sqlalchemy import func, insert, select, text

from saas.company import hours, queries
from saas.company.crossing import lacking
from saas.company.model import Company, Holiday, Logo
from saas.company.picture import read_picture
from saas.company.policy import MANAGE
from saas.core.customs import read_locale, read_time_zone, read_weekday
from saas.core.errors import Conflict, Invalid, LimitReached, NotFound
from saas.core.fields import assign, written
from saas.core.ids import new_id
from saas.core.minutes import read_minutes
from saas.core.model import Json
from saas.core.money import read_currency
from saas.core.rights import Verb
from saas.core.work import Work
from saas.rates.model import ExchangeRate

MOST_OF_NAME = 120
MOST_AT_ONCE = 400
MOST_HOLIDAYS = 2000
FIRST_YEAR, LAST_YEAR = 1970, 2199
DECEMBER = 12

_ALONE = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")


@dataclass(frozen=True, slots=True)
class HolidayDraft:
    name: str
    falls_on: date
    yearly: bool = False
    half_until: str | None = None


def edit_company(work: Work, changes: Mapping[str, object], *, version: int | None = None) -> Company:
    """`changes` are `name`, `locale`, `time_zone`, `week_start`, `fiscal_start`, `logo`, `hours` and
    `escalate_after`, each where it is given; null hours are the usual ones again, a null logo is none.
    """
    company = _held(work, version)
    own = queries.read_own(work)
    said = {name: _READERS[name](value) for name, value in changes.items() if name in _READERS and value is not None}
    if "logo" in changes:
        said["logo"] = _known_logo(work, cast("str | None", changes["logo"]))
    _say(work, company, {name: value for name, value in said.items() if getattr(own, name) != value})
    if "hours" in changes:
        week = cast("Iterable[hours.Hours] | None", changes["hours"])
        assign(company, {"hours": None if week is None else hours.kept(hours.read_week(week))})
    if "escalate_after" in changes:
        assign(company, {"escalate_after": read_minutes(changes["escalate_after"], "escalateAfter", least=1)})
    return company


def change_currency(work: Work, currency: str, *, version: int | None = None) -> Company:
    """Amounts stay in the currency in which they were agreed; sums, forecasts and what is written without a currency
    are in the new one. Refused while a currency in use has no rate against it; the rates of earlier days follow from
    those that are known.
    """
    company = _held(work, version)
    work.require(work.rights.may(ExchangeRate.__name__, Verb.CREATE))
    new, old = read_currency(currency, field="currency"), queries.read_own(work).currency
    if new == old:
        return company
    rates, today = queries.rates_into(work, new), work.clock.today(work.tenant.time_zone)
    missing = lacking(set(queries.count_currencies(work)) - {new}, rates, today)
    if missing:
        raise Conflict("RATES_MISSING", "Set today's rates first. These have none against %(currency)s: %(missing)s.",
                       "currency", currency=new, missing=", ".join(missing))  # fmt: skip
    kept = queries.rates_against(work, new)
    rows = [
        {"id": new_id(), "currency": one, "against": new, "starts_on": on, "rate": rate}
        for one, days in rates.items() for on, rate in days.items() if on not in kept.get(one, {})
    ]  # fmt: skip
    if rows:
        work.bulk(insert(ExchangeRate), rows)
    _say(work, company, {"currency": new})
    return company


def keep_logo(work: Work, given: bytes) -> str:
    """Draws the picture anew and keeps it; `edit_company` shows it, by the digest that is given back."""
    _held(work)
    picture = read_picture(given)
    if work.first(select(Logo.id).where(Logo.digest == picture.digest, work.visible(Logo))) is None:
        work.add(Logo(id=new_id(), digest=picture.digest, picture=picture.content))
    return picture.digest


def add_holidays(work: Work, drafts: Sequence[HolidayDraft]) -> Company:
    """Those that are there already, by day and name, stay as they are."""
    company = _held(work)
    if not 1 <= len(drafts) <= MOST_AT_ONCE:
        raise Invalid("BAD_COUNT", "From one to %(most)s holidays are added at once.", "holidays", most=MOST_AT_ONCE)
    known = {(one.falls_on, one.name) for one in work.all(select(Holiday).where(work.visible(Holiday)))}
    checked = {(one.falls_on, one.name): one for one in map(_checked, drafts)}
    added = [one for place, one in checked.items() if place not in known]
    if len(known) + len(added) > MOST_HOLIDAYS:
        raise LimitReached("TOO_MANY_HOLIDAYS", "A company has at most %(most)s holidays.", "holidays",
                           most=MOST_HOLIDAYS)  # fmt: skip
    for one in added:
        work.add(Holiday(id=new_id(), name=one.name, falls_on=one.falls_on, yearly=one.yearly,
                         half_until=one.half_until))  # fmt: skip
    return company


def edit_holiday(work: Work, holiday_id: UUID, fields: Mapping[str, object], *, version: int | None = None) -> Holiday:
    """`fields` are `name`, `falls_on`, `yearly` and `half_until`."""
    _held(work)
    holiday = work.lock(Holiday, holiday_id, field="id", version=version)
    kept = {name: getattr(holiday, name) for name in ("name", "falls_on", "yearly", "half_until")}
    wanted = _checked(HolidayDraft(**{**kept, **_without_nulls(fields)}))
    _require_once(work, wanted.falls_on, wanted.name, holiday.id)
    assign(holiday, {name: getattr(wanted, name) for name in kept})
    return holiday


def delete_holidays(work: Work, holiday_ids: Iterable[UUID]) -> Company:
    company = _held(work)
    for key in sorted(set(holiday_ids)):
        work.remove(work.lock(Holiday, key, field="ids"))
    return company


def restore_holidays(work: Work, holiday_ids: Iterable[UUID]) -> Company:
    """Takes a deletion back, where the day has not got the same holiday in the meantime."""
    company = _held(work)
    for key in sorted(set(holiday_ids)):
        holiday = work.lock(Holiday, key, field="ids", deleted=True)
        _require_once(work, holiday.falls_on, holiday.name, holiday.id)
        holiday.deleted_at = None
    return company


def _held(work: Work, version: int | None = None) -> Company:
    """The company's row, while nobody else changes it; made by the first who does. Before that its version is 0."""
    work.require(work.rights.holds(MANAGE))
    work.rows(_ALONE, {"name": f"{work.tenant.namespace}:company"})
    known = queries.find_company(work)
    if version not in {None, 0 if known is None else known.version}:
        raise Conflict(field="version", current=known)
    return work.lock(Company, known.id) if known else work.add(Company(id=new_id(), hours=None))


def _say(work: Work, company: Company, said: Json) -> None:
    """In the directory of companies; the row tells by its version that something was said."""
    if said:
        work.flush()
        work.change_company(said)
        company.version += 1


def _known_logo(work: Work, address: str | None) -> str | None:
    """A logo that was shown before, by its address or its digest."""
    if address is None:
        return None
    digest = address.rpartition("/")[2]
    if work.first(select(Logo.id).where(Logo.digest == digest, work.visible(Logo))) is None:
        raise NotFound(field="logo")
    return digest


def _checked(draft: HolidayDraft) -> HolidayDraft:
    if not FIRST_YEAR <= draft.falls_on.year <= LAST_YEAR:
        raise Invalid("BAD_DAY", "A holiday is on a day from 1970 to 2199.", "fallsOn")
    half = None if draft.half_until is None else hours.read_clock(draft.half_until, "halfUntil")
    return HolidayDraft(written(draft.name, "name"), draft.falls_on, draft.yearly, half)


def _require_once(work: Work, falls_on: date, name: str, own: UUID) -> None:
    same = Holiday.falls_on == falls_on, Holiday.name == name, Holiday.id != own
    if work.first(select(func.count()).select_from(Holiday).where(*same, work.visible(Holiday))):
        raise Conflict("HOLIDAY_TWICE", "There is a holiday of this name on this day already.", "fallsOn")


def _without_nulls(fields: Mapping[str, object]) -> Json:
    """Only the half day may be taken away."""
    return {name: value for name, value in fields.items() if value is not None or name == "half_until"}


def _name(said: object) -> str:
    name = written(said, "name")
    if len(name) > MOST_OF_NAME:
        raise Invalid("TOO_LONG", "This is longer than %(most)s characters.", "name", most=MOST_OF_NAME)
    return name


def _fiscal_start(said: object) -> int:
    if not 1 <= cast(int, said) <= DECEMBER:
        raise Invalid("BAD_MONTH", "A month is a number from 1 to 12.", "fiscalStart")
    return cast(int, said)


_READERS: Mapping[str, Callable[[object], object]] = {
    "name": _name,
    "locale": lambda said: read_locale(str(said)),
    "time_zone": lambda said: read_time_zone(str(said)),
    "week_start": lambda said: read_weekday(cast(int, said), "weekStart"),
    "fiscal_start": _fiscal_start,
}  # fmt: skip
