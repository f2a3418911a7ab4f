"""The hours of a week, and which days of it a country works."""

import pytest

from saas.company.hours import Hours, kept, read_week, rest_days, usual_week, week_of
from saas.core.errors import Invalid


@pytest.mark.parametrize(
    ("zone", "rest"),
    [
        ("Asia/Jerusalem", {5, 6}), ("Asia/Amman", {5, 6}), ("Europe/Paris", {6, 7}), ("Asia/Tehran", {5}),
        ("UTC", {6, 7}), ("Antarctica/Troll", {6, 7}),
    ],
)  # fmt: skip
def test_each_country_rests_on_its_days(zone: str, rest: set[int]) -> None:
    assert rest_days(zone) == rest
    assert {one.weekday for one in usual_week(zone)} == set(range(1, 8)) - rest
    assert {(one.opens, one.closes) for one in usual_week(zone)} == {("09:00", "18:00")}


def test_a_week_is_kept_as_it_was_read() -> None:
    said = [Hours(7, "16:00", "20:00"), Hours(1, "22:00", "24:00"), Hours(7, "09:00", "13:00")]
    week = read_week(said)
    assert week == (Hours(1, "22:00", "24:00"), Hours(7, "09:00", "13:00"), Hours(7, "16:00", "20:00"))
    assert week_of(kept(week)) == week


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ([], "NO_HOURS"),
        ([Hours(0, "09:00", "18:00")], "BAD_WEEKDAY"),
        ([Hours(8, "09:00", "18:00")], "BAD_WEEKDAY"),
        ([Hours(1, "9:00", "18:00")], "BAD_TIME"),
        ([Hours(1, "09:00", "24:01")], "BAD_TIME"),
        ([Hours(1, "24:00", "24:00")], "BAD_TIME"),
        ([Hours(1, "18:00", "18:00")], "HOURS_BACKWARDS"),
        ([Hours(1, "18:00", "09:00")], "HOURS_BACKWARDS"),
        ([Hours(1, "09:00", "13:00"), Hours(1, "12:59", "18:00")], "HOURS_OVERLAP"),
        ([Hours(1, f"{hour:02}:00", f"{hour:02}:30") for hour in range(5)], "TOO_MANY_HOURS"),
    ],
)
def test_what_is_no_week_is_refused(said: list[Hours], code: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_week(said)
    assert refused.value.code == code
