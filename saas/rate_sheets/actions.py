"""What is done with a rate sheet: looked at, then kept."""

from dataclasses import dataclass

from saas.accounts.countries import country_of_zone
from saas.core.errors import Invalid, Refusal
from saas.core.rights import Verb
from saas.core.work import Work
from saas.imports.dates import Order
from saas.imports.reading import read_table
from saas.rate_sheets.sheet import Refused, Sheet, Why, read_sheet
from saas.rates.actions import Quote, check_quote, rates_by_day, set_rates
from saas.rates.model import ExchangeRate

MAX_BYTES = 5 * 1024 * 1024
SHOWN = 100
MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What a sheet would change: new rates, those that get another value, those that stand there already."""

    new: int
    changed: int
    same: int
    quotes: tuple[Quote, ...]
    refused: tuple[Refused, ...]


def look_at_sheet(work: Work, name: str, content: bytes, *, inverse: bool) -> Seen:
    """Changes nothing; quotes and refusals of it are the first `SHOWN`, the counts are of all."""
    sheet = _read(work, name, content, inverse=inverse)
    known = rates_by_day(work)
    found = [known.get((quote.currency, quote.starts_on)) for quote in sheet.quotes]
    changed = sum(one is not None and one.rate != quote.rate for one, quote in zip(found, sheet.quotes, strict=True))
    new = sum(one is None for one in found)
    return Seen(new, changed, len(found) - new - changed, sheet.quotes, sheet.refused)


def keep_sheet(work: Work, name: str, content: bytes, *, inverse: bool) -> int:
    """Answers how many rates are new or have another value; refused lines are left out."""
    return set_rates(work, _read(work, name, content, inverse=inverse).quotes)


def _read(work: Work, name: str, content: bytes, *, inverse: bool) -> Sheet:
    work.require(work.rights.may(ExchangeRate.__name__, Verb.CREATE))
    if len(content) > MAX_BYTES:
        raise Invalid(
            "FILE_TOO_LARGE", "%(file)s is larger than %(limit)s MB.", "file", file=name, limit=MAX_BYTES >> 20
        )
    country = country_of_zone(work.tenant.time_zone)
    order = Order.MONTH_FIRST if country in MONTH_FIRST else Order.DAY_FIRST
    sheet = read_sheet(read_table(name, content), work.tenant.currency, inverse=inverse, order=order)
    quotes, refused = list[Quote](), list(sheet.refused)
    for quote in sheet.quotes:
        try:
            quotes.append(check_quote(work, quote))
        except Refusal as refusal:
            why = Why.DAY if refusal.code == "BAD_DAY" else Why.RATE
            refused.append(Refused(0, why, f"{quote.currency} {quote.starts_on}"))
    return Sheet(tuple(quotes), tuple(refused))
