# ruff: noqa: RUF001  Hebrew and Arabic letters are meant

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from saas.accounts.reach import parse_phone, parse_website
from saas.imports.countries import find_country
from saas.imports.dates import Decision, Order, decide, parse_date, parse_moment
from saas.imports.numbers import currency_in, decimal_mark, parse_number
from saas.imports.values import parse_email, parse_flag

DAY, MONTH = Order.DAY_FIRST, Order.MONTH_FIRST


@pytest.mark.parametrize(
    ("value", "order", "expected"),
    [
        ("2017-03-01", DAY, date(2017, 3, 1)),
        ("2017/3/1", MONTH, date(2017, 3, 1)),
        ("01/03/2017", DAY, date(2017, 3, 1)),
        ("01/03/2017", MONTH, date(2017, 1, 3)),
        ("1.3.17", DAY, date(2017, 3, 1)),
        ("1.3.71", DAY, date(1971, 3, 1)),
        ("1 Mar 2017", DAY, date(2017, 3, 1)),
        ("March 1st, 2017", DAY, date(2017, 3, 1)),
        ("Wed, 1 March 2017", DAY, date(2017, 3, 1)),
        ("1 במרץ 2017", DAY, date(2017, 3, 1)),
        ("1 مارس 2017", DAY, date(2017, 3, 1)),
        ("٠١/٠٣/٢٠١٧", DAY, date(2017, 3, 1)),
        ("2017-03-01T22:15:00Z", DAY, date(2017, 3, 1)),
        ("42795", DAY, date(2017, 3, 1)),
        ("31/02/2017", DAY, None),
        ("13/13/2017", DAY, None),
        ("1/3/201", DAY, None),
        ("soon", DAY, None),
    ],
)
def test_a_date(value: str, order: Order, expected: date | None) -> None:
    assert parse_date(value, order) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2017-03-01", datetime(2017, 3, 1, tzinfo=UTC)),
        ("2017-03-01 14:05", datetime(2017, 3, 1, 14, 5, tzinfo=UTC)),
        ("01/03/2017 2:05 PM", datetime(2017, 3, 1, 14, 5, tzinfo=UTC)),
        ("2017-03-01T01:00:00+02:00", datetime(2017, 2, 28, 23, 0, tzinfo=UTC)),
        ("2017-03-01 25:00", None),
    ],
)
def test_a_moment(value: str, expected: datetime | None) -> None:
    assert parse_moment(value, DAY) == expected


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (["01/02/2017", "25/02/2017"], Decision(DAY, needed=True)),
        (["01/02/2017", "02/25/2017"], Decision(MONTH, needed=True)),
        (["25/02/2017", "26/02/2017", "02/27/2017"], Decision(DAY, needed=True)),
        (["01/02/2017", "03/04/2017"], Decision(None, needed=True)),
        (["01/01/2017"], Decision(None, needed=False)),
        (["2017-02-25", "1 Mar 2017", "42795"], Decision(None, needed=False)),
    ],
)
def test_a_column_decides_the_order_of_day_and_month(column: list[str], expected: Decision) -> None:
    assert decide(column) == expected


@pytest.mark.parametrize(
    ("value", "mark", "expected"),
    [
        ("1,234.56", ".", "1234.56"),
        ("1.234,56", ",", "1234.56"),
        ("$1,234", ".", "1234"),
        ("1 234,5 €", ",", "1234.5"),
        ("₪12,00,000", ".", "1200000"),
        ('1,500 ש"ח', ".", "1500"),
        ("USD 5K", ".", "5000"),
        ("4.5M", ".", "4500000"),
        ("(120)", ".", "-120"),
        ("120-", ".", "-120"),
        ("+7", ".", "7"),
        ("١٬٢٣٤٫٥", ".", "1234.5"),
        ("1'234.5", ".", "1234.5"),
        (".5", ".", "0.5"),
        ("1,23,4", ".", None),
        ("1.2.3", ".", None),
        ("12 apples", ".", None),
        ("", ".", None),
    ],
)
def test_a_number(value: str, mark: str, expected: str | None) -> None:
    assert parse_number(value, mark) == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("column", "mark"),
    [
        (["1,234", "5,678.90"], "."),
        (["1.234", "5.678,90"], ","),
        (["1,5", "2,25"], ","),
        (["1.234.567"], ","),
        (["1,234"], "."),
        (["1234"], "."),
        (["0,500"], ","),
    ],
)
def test_a_column_decides_which_mark_is_decimal(column: list[str], mark: str) -> None:
    assert decimal_mark(column) == mark


def test_a_cell_names_its_currency() -> None:
    assert [currency_in(cell) for cell in ("$5", "5 €", "ILS 5", '5 ש"ח', "5")] == ["USD", "EUR", "ILS", "ILS", None]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Dana@Example.COM ", "dana@example.com"),
        ("Dana Cohen <dana@example.com>", "dana@example.com"),
        ("mailto:dana@example.com", "dana@example.com"),
        ("dana@example", None),
        ("dana..c@example.com", None),
        ("dana example.com", None),
    ],
)
def test_an_email(value: str, expected: str | None) -> None:
    assert parse_email(value) == expected


@pytest.mark.parametrize(
    ("value", "region", "expected"),
    [
        ("03-123-4567", "IL", "+97231234567"),
        ("+972 3 123 4567", None, "+97231234567"),
        ("(202) 456-1111 ext. 5", "US", "+12024561111x5"),
        ("03-123-4567", None, None),
        ("123", "US", None),
        ("call me", "US", None),
    ],
)
def test_a_phone(value: str, region: str | None, expected: str | None) -> None:
    assert parse_phone(value, region) == expected


def test_a_website_gets_its_scheme() -> None:
    found = [parse_website(each) for each in ("acme.test", "HTTP://acme.test/", "ftp://acme.test", "acme")]
    assert found == ["https://acme.test", "http://acme.test", None, None]


def test_yes_and_no_in_three_languages() -> None:
    assert [parse_flag(each) for each in ("Yes", "כן", "نعم", "NO", "לא", "لا", "maybe")] == [
        True, True, True, False, False, False, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "code", "near"),
    [
        ("United States", "US", False),
        ("il", "IL", False),
        ("ישראל", "IL", False),
        ('ארה"ב', "US", False),
        ("مصر", "EG", False),
        ("Korea", "KR", False),
        ("Philipines", "PH", True),
    ],
)
def test_a_country(name: str, code: str, near: bool) -> None:  # noqa: FBT001  a case of the table
    match = find_country(name)
    assert match is not None
    assert (match.found, match.near) == (code, near)


def test_no_country() -> None:
    assert find_country("Atlantis") is None
