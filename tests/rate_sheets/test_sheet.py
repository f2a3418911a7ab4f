"""Rate sheets in the forms that banks give them; what makes no sense is named by its line."""

from datetime import date
from decimal import Decimal

import pytest

from saas.core.errors import Invalid
from saas.imports.dates import Order
from saas.imports.reading import read_table
from saas.rate_sheets.sheet import Refused, Sheet, Why, read_sheet
from saas.rates.actions import Quote


def read(text: str, *, inverse: bool = False, own: str = "ILS", encoding: str = "utf-8") -> Sheet:
    return read_sheet(read_table("bank.csv", text.encode(encoding)), own, inverse=inverse, order=Order.DAY_FIRST)


def test_a_line_for_each_rate_with_its_unit() -> None:
    sheet = read("תאריך;מטבע;יחידה;שער\n26/11/2026;USD;1;3,6520\n26/11/2026;JPY;100;2,4180\n", encoding="cp1255")
    assert sheet.quotes == (
        Quote("USD", date(2026, 11, 26), Decimal("3.6520")), Quote("JPY", date(2026, 11, 26), Decimal("0.024180")),
    )  # fmt: skip
    assert sheet.refused == ()


def test_a_line_for_each_day_and_a_column_for_each_currency() -> None:
    sheet = read("Date,USD,JPY,ILS,\n2026-11-26,1.25,N/A,4.0,\n2026-11-25,1.6,200,4.1,\n", inverse=True, own="EUR")
    assert [(q.currency, q.starts_on.day, q.rate) for q in sheet.quotes] == [
        ("USD", 26, Decimal("0.8")), ("ILS", 26, Decimal("0.25")), ("USD", 25, Decimal("0.625")),
        ("JPY", 25, Decimal("0.005")), ("ILS", 25, Decimal(1) / Decimal("4.1")),
    ]  # fmt: skip
    assert sheet.refused == ()


def test_a_central_banks_export() -> None:
    head = "SERIES_CODE,BASE_CURRENCY,COUNTER_CURRENCY,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE\n"
    sheet = read(head + "RER_USD_ILS,USD,ILS,ILS,2026-11-26,3.652\nRER_USD_EUR,USD,EUR,EUR,2026-11-26,0.86\n")
    assert sheet.quotes == (Quote("USD", date(2026, 11, 26), Decimal("3.652")),)
    assert sheet.refused == (Refused(3, Why.AGAINST, "EUR"),)


def test_what_makes_no_sense_is_named() -> None:
    sheet = read(
        "date,currency,rate\n2026-11-26,USD,3.6\n2026-13-01,USD,3.6\n2026-11-26,XYZ,1\n2026-11-26,EUR,nothing\n"
        "2026-11-26,EUR,-4\n2026-11-26,USD,3.7\n2026-11-26,ILS,1\n2026-11-26,GBP,4.8,9\n"
    )
    assert [quote.currency for quote in sheet.quotes] == ["USD"]
    assert [(one.line, one.why) for one in sheet.refused] == [
        (3, Why.DAY), (4, Why.CURRENCY), (5, Why.RATE), (6, Why.RATE), (7, Why.TWICE), (9, Why.BROKEN),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "date,amount\n2026-11-26,4\n"])
def test_a_file_of_something_else_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        read(text)
    assert (refused.value.code, refused.value.field) == ("NO_RATES_IN_FILE", "file")
