"""The month or quarter after a day, and the moment up to which a day knows."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saas.forecasts.periods import Period, day_start, next_span


@pytest.mark.parametrize(
    ("period", "on", "starts_on", "ends_on"),
    [
        (Period.MONTH, date(2018, 1, 1), date(2018, 1, 1), date(2018, 1, 31)),
        (Period.MONTH, date(2018, 1, 2), date(2018, 2, 1), date(2018, 2, 28)),
        (Period.MONTH, date(2023, 12, 31), date(2024, 1, 1), date(2024, 1, 31)),
        (Period.MONTH, date(2024, 1, 31), date(2024, 2, 1), date(2024, 2, 29)),
        (Period.QUARTER, date(2018, 1, 1), date(2018, 1, 1), date(2018, 3, 31)),
        (Period.QUARTER, date(2018, 2, 28), date(2018, 4, 1), date(2018, 6, 30)),
        (Period.QUARTER, date(2018, 10, 2), date(2019, 1, 1), date(2019, 3, 31)),
    ],
)
def test_next_span(period: Period, on: date, starts_on: date, ends_on: date) -> None:
    span = next_span(period, on)
    assert (span.starts_on, span.ends_on) == (starts_on, ends_on)
    assert starts_on in span
    assert ends_on in span
    assert ends_on + timedelta(days=1) not in span


@pytest.mark.parametrize(
    ("fiscal_start", "on", "starts_on", "ends_on"),
    [
        (4, date(2026, 3, 2), date(2026, 4, 1), date(2026, 6, 30)),
        (7, date(2026, 1, 1), date(2026, 1, 1), date(2026, 3, 31)),
        (2, date(2026, 1, 31), date(2026, 2, 1), date(2026, 4, 30)),
        (2, date(2026, 12, 31), date(2027, 2, 1), date(2027, 4, 30)),
        (12, date(2026, 11, 29), date(2026, 12, 1), date(2027, 2, 28)),
    ],
)
def test_quarters_are_those_of_the_fiscal_year(fiscal_start: int, on: date, starts_on: date, ends_on: date) -> None:
    span = next_span(Period.QUARTER, on, fiscal_start=fiscal_start)
    assert (span.starts_on, span.ends_on) == (starts_on, ends_on)


@given(st.sampled_from(Period), st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_the_span_is_the_first_to_begin(period: Period, on: date) -> None:
    span = next_span(period, on)
    assert span.starts_on >= on
    assert next_span(period, span.starts_on) == span
    assert (span.starts_on - on).days < (31 if period == Period.MONTH else 92)


def test_a_day_starts_where_the_company_is() -> None:
    assert day_start(date(2026, 1, 1), "Asia/Jerusalem").astimezone(UTC) == datetime(2025, 12, 31, 22, tzinfo=UTC)
