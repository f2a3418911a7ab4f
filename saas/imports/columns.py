"""How one column of a file is read: the decisions that its cells call for together, then each cell by them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from decimal import Decimal

from saas.accounts.reach import parse_phone, parse_website
from saas.imports.countries import find_country, name_of
from saas.imports.dates import Decision, Order, decide, parse_moment
from saas.imports.numbers import decimal_mark, parse_number
from saas.imports.targets import Kind
from saas.imports.values import parse_email, parse_flag, parse_language, parse_text

Read = Callable[[str], object | None]
_CURRENCY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Habits:
    """What the company takes for granted: currency, country of its telephones, order of dates, clock."""

    currency: str
    region: str | None
    order: Order
    zone: tzinfo = UTC


def reader(kind: Kind, cells: Sequence[str], habits: Habits) -> Read:
    """A function from a cell that is not empty to its value; None where it is none of this kind."""
    match kind:
        case Kind.NUMBER | Kind.WHOLE:
            mark = decimal_mark(cells)
            whole = kind is Kind.WHOLE
            return lambda cell: _whole(parse_number(cell, mark)) if whole else parse_number(cell, mark)
        case Kind.DATE:
            order = decide(cells).order or habits.order
            return lambda cell: parse_moment(cell, order, habits.zone)
        case Kind.PHONE:
            return lambda cell: parse_phone(cell, habits.region)
        case _:
            return _ALIKE[kind]


def file_order(decisions: Sequence[Decision]) -> Order | None:
    """The order of the date columns of a file that show one, when they agree."""
    orders = {decision.order for decision in decisions} - {None}
    return orders.pop() if len(orders) == 1 else None


def _whole(number: Decimal | None) -> int | None:
    return None if number is None or number != int(number) else int(number)


def _country(cell: str) -> str | None:
    match = find_country(cell)
    return None if match is None else name_of(match.found)


def _currency(cell: str) -> str | None:
    code = cell.strip().upper()
    return code if _CURRENCY.fullmatch(code) else None


_ALIKE: dict[Kind, Read] = {
    Kind.TEXT: parse_text,
    Kind.NAME: parse_text,
    Kind.EMAIL: parse_email,
    Kind.WEBSITE: parse_website,
    Kind.COUNTRY: _country,
    Kind.CURRENCY: _currency,
    Kind.FLAG: parse_flag,
    Kind.LINES: str.strip,
    Kind.LANGUAGE: parse_language,
    Kind.ANSWER: str.strip,
}
