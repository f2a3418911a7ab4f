"""A table -> quotes, in the forms that banks use.

    date; currency; unit; rate          a line for each rate; the unit where a rate is of 100 or 1000 of a currency
    Date, USD, JPY, GBP                 a line for each day, a column for each currency
    BASE_CURRENCY, TIME_PERIOD, …       a central bank's statistical export (SDMX)

A rate is what one of the other currency is worth; `inverse` sheets say what one of the company's is worth instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from babel.core import get_global

from saas.core.errors import Invalid
from saas.core.folding import fold
from saas.imports.dates import Order, decide, parse_date
from saas.imports.numbers import decimal_mark, parse_number
from saas.imports.reading import Row, Table
from saas.rates.actions import Quote

_DAY = ("date", "day", "time_period", "rate date", "תאריך", "יום", "التاريخ", "اليوم")
_CURRENCY = (
    "currency",
    "currency code",
    "code",
    "iso",
    "base_currency",
    "מטבע",
    "קוד מטבע",
    "קוד",
    "العملة",
    "رمز العملة",
)
_RATE = ("rate", "exchange rate", "obs_value", "value", "שער", "שער יציג", "السعر", "سعر الصرف")
_UNIT = ("unit", "units", "nominal", "יחידה", "יחידות", "الوحدة")
_AGAINST = ("against", "counter_currency", "quote currency", "מטבע נגדי", "العملة المقابلة")
NOTHING = frozenset({"", "-", "n/a", "na", "nan", "null", "."})


class Why(StrEnum):
    """Why a line of a sheet is not taken."""

    BROKEN = "BROKEN"
    DAY = "DAY"
    CURRENCY = "CURRENCY"
    RATE = "RATE"
    AGAINST = "AGAINST"
    TWICE = "TWICE"


@dataclass(frozen=True, slots=True)
class Refused:
    line: int
    why: Why
    said: str


@dataclass(frozen=True, slots=True)
class Sheet:
    quotes: tuple[Quote, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class _Cells:
    """Where the columns stand, and how their days and numbers are written. Wide sheets have no `currency`."""

    day: int
    rates: tuple[tuple[int, str | None], ...]
    currency: int | None
    unit: int | None
    against: int | None
    order: Order
    mark: str


def read_sheet(table: Table, own: str, *, inverse: bool, order: Order) -> Sheet:
    """`order` is the company's way of writing days, where the sheet itself does not tell it."""
    cells = _find(table, order)
    quotes: dict[tuple[str, date], Quote] = {}
    refused: list[Refused] = []
    for row in table.rows:
        for found in _read_row(row, cells, own, inverse=inverse):
            if isinstance(found, Refused):
                refused.append(found)
            elif (found.currency, found.starts_on) in quotes:
                refused.append(Refused(row.line, Why.TWICE, f"{found.currency} {found.starts_on}"))
            else:
                quotes[found.currency, found.starts_on] = found
    return Sheet(tuple(quotes.values()), tuple(refused))


def _find(table: Table, order: Order) -> _Cells:
    heads = [fold(head) for head in table.header]
    day, rate, currency = _place(heads, _DAY), _place(heads, _RATE), _place(heads, _CURRENCY)
    wide = tuple((place, code) for place, head in enumerate(table.header) if (code := head.strip().upper()) in _codes())
    if day is None or (not wide and (rate is None or currency is None)):
        message = "%(file)s has no columns of a date, a currency and a rate. Name them so in its first line."
        raise Invalid("NO_RATES_IN_FILE", message, "file", file=table.name)
    rates = ((rate, None),) if rate is not None and currency is not None else wide
    numbers = (value for place, _code in rates for value in table.column(place))
    decided = decide(table.column(day)).order or order
    return _Cells(
        day, rates, currency if rates != wide else None, _place(heads, _UNIT), _place(heads, _AGAINST), decided,
        decimal_mark(numbers),
    )  # fmt: skip


def _place(heads: list[str], names: tuple[str, ...]) -> int | None:
    known = [fold(name) for name in names]
    return min((place for place, head in enumerate(heads) if head in known), default=None)


def _read_row(row: Row, cells: _Cells, own: str, *, inverse: bool) -> Iterator[Quote | Refused]:
    if row.broken:
        yield Refused(row.line, Why.BROKEN, row.broken)
        return
    day = parse_date(row.cells[cells.day], cells.order)
    if day is None:
        yield Refused(row.line, Why.DAY, row.cells[cells.day])
        return
    if cells.against is not None and row.cells[cells.against].strip().upper() != own:
        yield Refused(row.line, Why.AGAINST, row.cells[cells.against])
        return
    for place, code in cells.rates:
        currency = code or row.cells[cells.currency or 0].strip().upper()
        if currency != own and not (code and fold(row.cells[place]) in NOTHING):
            yield _quote(row, cells, (currency, day, row.cells[place]), inverse=inverse)


def _quote(row: Row, cells: _Cells, said: tuple[str, date, str], *, inverse: bool) -> Quote | Refused:
    currency, day, text = said
    if currency not in _codes():
        return Refused(row.line, Why.CURRENCY, currency)
    rate = parse_number(text, cells.mark)
    unit = parse_number(row.cells[cells.unit], cells.mark) if cells.unit is not None else Decimal(1)
    if rate is None or rate <= 0 or unit is None or unit <= 0:
        return Refused(row.line, Why.RATE, text)
    return Quote(currency, day, unit / rate if inverse else rate / unit)


def _codes() -> frozenset[str]:
    return frozenset(get_global("all_currencies"))
