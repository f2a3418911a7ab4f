"""Working days and holidays, and what a library proposes."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from saas.company.hours import MIDNIGHT, Hours
from saas.company.proposals import known_countries, propose
from saas.company.working_time import DayOff, Feast, WorkingTime
from saas.core.errors import Invalid

SUNDAY_TO_THURSDAY = tuple(Hours(day, "09:00", "18:00") for day in (1, 2, 3, 4, 7))
THURSDAY = date(2026, 3, 5)


def test_working_days_are_counted() -> None:
    time = WorkingTime(SUNDAY_TO_THURSDAY)
    assert time.after(THURSDAY, 0) == THURSDAY
    assert time.after(THURSDAY, 1) == date(2026, 3, 8)
    assert time.after(THURSDAY, 5) == date(2026, 3, 12)


def test_a_holiday_is_no_working_day_and_half_a_one_is() -> None:
    purim = Feast("Purim", date(2026, 3, 8), yearly=False, half_until=None)
    feasts = purim, Feast("Eve", date(2026, 3, 9), yearly=False, half_until="13:00")
    time = WorkingTime(SUNDAY_TO_THURSDAY, feasts)
    assert time.after(THURSDAY, 1) == date(2026, 3, 9)
    assert [time.rests(date(2026, 3, day)) for day in (7, 8, 9)] == [True, True, False]


def test_a_yearly_one_comes_each_year_and_the_leap_day_too() -> None:
    time = WorkingTime(SUNDAY_TO_THURSDAY, (Feast("Leap", date(2024, 2, 29), yearly=True, half_until=None),))
    found = time.days_off(date(2023, 1, 1), date(2028, 12, 31))
    assert [one.on.isoformat() for one in found] == [
        "2023-02-28", "2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29",
    ]  # fmt: skip
    assert time.days_off(date(2026, 2, 28), date(2026, 2, 28)) == [DayOff(date(2026, 2, 28), "Leap", None)]
    assert time.days_off(date(2026, 3, 1), date(2026, 12, 31)) == []


def test_who_always_rests_is_not_looked_for_for_ever() -> None:
    assert WorkingTime(()).after(THURSDAY, 1) > THURSDAY


def test_public_holidays_are_proposed_in_the_readers_language() -> None:
    named = {one.on: one.name for one in propose("IL", 2027, "he")}
    assert named[date(2027, 5, 12)] == "יום העצמאות"
    assert named[date(2027, 10, 11)] == "יום כיפור"
    assert {one.on: one.name for one in propose("IL", 2027, "ar")}[date(2027, 10, 11)].startswith("Yom Kippur")
    assert date(2027, 3, 29) in {one.on for one in propose("GB", 2027, "en")}, "Easter Monday, which England has"
    assert len(propose("EG", 2027, "ar")) > 5
    assert {"IL", "EG", "GB", "JO", "AE", "SA", "US"} <= set(known_countries())


@pytest.mark.parametrize(
    ("country", "year", "refused"),
    [("XX", 2027, ("UNKNOWN_COUNTRY", "country")), ("../il", 2027, ("UNKNOWN_COUNTRY", "country")),
     ("IL", 1969, ("BAD_YEAR", "year")), ("IL", 2200, ("BAD_YEAR", "year"))],
)  # fmt: skip
def test_what_nobody_knows_is_refused(country: str, year: int, refused: tuple[str, str]) -> None:
    with pytest.raises(Invalid) as told:
        propose(country, year, "en")
    assert (told.value.code, told.value.field) == refused


HOUR = 3600
JERUSALEM = ZoneInfo("Asia/Jerusalem")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """In November 2026, of which the 29th is a Sunday, on Jerusalem's clock."""
    return datetime(2026, 11, day, hour, minute, tzinfo=JERUSALEM)


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [
        (at(29, 10), at(29, 12), 2),
        (at(29, 7), at(29, 20), 9),
        (at(29, 17), at(30, 10), 2),
        (at(26, 17), at(29, 10), 2),
        (at(27, 9), at(28, 22), 0),
        (at(29, 12), at(29, 11), 0),
        (at(22, 9), at(29, 9), 45),
    ],
    ids=str,
)
def test_only_hours_of_work_count(since: datetime, until: datetime, hours: int) -> None:
    assert WorkingTime(SUNDAY_TO_THURSDAY).seconds(since, until, JERUSALEM) == hours * HOUR


def test_a_holiday_and_half_of_one_do_not_count() -> None:
    feasts = (
        Feast("Whole", date(2026, 11, 29), yearly=False, half_until=None),
        Feast("Half", date(2020, 11, 30), yearly=True, half_until="13:00"),
    )
    works = WorkingTime(SUNDAY_TO_THURSDAY, feasts)
    assert works.seconds(at(29, 9), at(30, 18), JERUSALEM) == 4 * HOUR
    assert works.works_at(at(30, 12, 59), JERUSALEM)
    assert not works.works_at(at(30, 13), JERUSALEM)
    assert not works.works_at(at(29, 12), JERUSALEM)


def test_what_the_clocks_skip_is_no_working_time() -> None:
    """The 27th of March 2026 has 23 hours there, the 25th of October 25."""
    nights = WorkingTime(tuple(Hours(day, "00:00", MIDNIGHT) for day in range(1, 8)))
    for day, hours in ((date(2026, 3, 27), 23), (date(2026, 10, 25), 25)):
        since = datetime.combine(day, time(), JERUSALEM)
        until = datetime.combine(day + timedelta(days=1), time(), JERUSALEM)
        assert nights.seconds(since, until, JERUSALEM) == hours * HOUR
