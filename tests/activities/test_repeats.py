"""Rules of repeating: which are read, when they come, and clocks that change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saas.activities.repeats import Repeat, read_repeat
from saas.core.errors import Invalid

JERUSALEM, NEW_YORK = ZoneInfo("Asia/Jerusalem"), ZoneInfo("America/New_York")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def times(repeat: Repeat, count: int) -> list[str]:
    """The next ones, on the wall clock."""
    found, slot = list[str](), repeat.starts_at
    for _ in range(count):
        following = repeat.next_after(slot, not_before=slot)
        if following is None:
            break
        found.append(following.astimezone(repeat.zone).strftime("%Y-%m-%d %H:%M"))
        slot = following
    return found


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY", ["2026-03-03 09:00", "2026-03-04 09:00"]),
        ("rrule:freq=daily;interval=3", ["2026-03-05 09:00", "2026-03-08 09:00"]),
        ("FREQ=WEEKLY;BYDAY=SU,TH", ["2026-03-05 09:00", "2026-03-08 09:00"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31", ["2026-03-31 09:00", "2026-05-31 09:00"]),
        ("FREQ=MONTHLY;BYDAY=TH;BYSETPOS=-1", ["2026-03-26 09:00", "2026-04-30 09:00"]),
        ("FREQ=MONTHLY;BYDAY=1MO", ["2026-04-06 09:00", "2026-05-04 09:00"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", ["2028-02-29 09:00", "2032-02-29 09:00"]),
        ("FREQ=DAILY;COUNT=2", ["2026-03-03 09:00"]),
        ("FREQ=DAILY;UNTIL=20260303", ["2026-03-03 09:00"]),
        ("FREQ=DAILY;UNTIL=20260304T080000Z", ["2026-03-03 09:00"]),
    ],
)
def test_a_rule_comes_round(rule: str, expected: list[str]) -> None:
    assert times(read_repeat(rule, at("2026-03-02T07:00"), JERUSALEM), 2) == expected


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("", "BAD_REPEAT"), ("daily", "BAD_REPEAT"), ("FREQ=HOURLY", "BAD_REPEAT"),
        ("FREQ=DAILY;BYHOUR=1", "BAD_REPEAT"),
        ("FREQ=DAILY\nDTSTART:19970101T000000", "BAD_REPEAT"), ("FREQ=DAILY;FREQ=DAILY", "BAD_REPEAT"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20270101", "BAD_REPEAT"), ("FREQ=DAILY;UNTIL=20261399", "BAD_REPEAT"),
        ("FREQ=WEEKLY;BYDAY=2MO", "BAD_REPEAT"), ("INTERVAL=2", "BAD_REPEAT"), ("FREQ=DAILY;" * 40, "BAD_REPEAT"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "BAD_REPEAT"), ("FREQ=DAILY;COUNT=1001", "REPEAT_TOO_OFTEN"),
        ("FREQ=DAILY;COUNT=999999999", "REPEAT_TOO_OFTEN"), ("FREQ=DAILY;INTERVAL=1001", "REPEAT_TOO_OFTEN"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "REPEAT_NEVER"), ("FREQ=DAILY;COUNT=1", "REPEAT_NEVER"),
        ("FREQ=DAILY;UNTIL=20200101", "REPEAT_NEVER"), ("FREQ=YEARLY;INTERVAL=1000", "REPEAT_NEVER"),
    ],
)  # fmt: skip
def test_what_is_no_rule_or_never_ends_well_is_refused(rule: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_repeat(rule, at("2026-03-02T07:00"), JERUSALEM)
    assert (refused.value.code, refused.value.field) == (code, "repeat")


def test_the_wall_clock_stays_when_clocks_change() -> None:
    daily = read_repeat("FREQ=DAILY", at("2026-03-26T07:00"), JERUSALEM)
    assert times(daily, 2) == ["2026-03-27 09:00", "2026-03-28 09:00"]
    assert daily.next_after(at("2026-03-26T07:00"), not_before=at("2026-03-26T07:00")) == at("2026-03-27T06:00")


def test_a_time_that_is_left_out_comes_an_hour_later_and_the_next_is_itself_again() -> None:
    daily = read_repeat("FREQ=DAILY", at("2026-03-07T07:30"), NEW_YORK)
    assert times(daily, 2) == ["2026-03-08 03:30", "2026-03-09 02:30"]


def test_a_time_that_comes_twice_comes_once() -> None:
    daily = read_repeat("FREQ=DAILY", at("2026-10-31T05:30"), NEW_YORK)
    assert times(daily, 2) == ["2026-11-01 01:30", "2026-11-02 01:30"]
    assert daily.next_after(daily.starts_at, not_before=daily.starts_at) == at("2026-11-01T05:30")


def test_missed_ones_are_let_go() -> None:
    weekly = read_repeat("FREQ=WEEKLY", at("2026-01-05T07:00"), JERUSALEM)
    assert weekly.next_after(at("2026-01-05T07:00"), not_before=at("2026-03-02T07:00")) == at("2026-03-02T07:00")
    assert weekly.next_after(at("2026-01-05T07:00"), not_before=at("2026-03-02T07:01")) == at("2026-03-09T07:00")


def test_upcoming_ones_of_a_span() -> None:
    daily = read_repeat("FREQ=DAILY", at("2026-03-02T07:00"), JERUSALEM)
    span = daily.upcoming(at("2026-03-04T07:00"), at("2026-03-06T07:00"), 10)
    assert span == [at("2026-03-04T07:00"), at("2026-03-05T07:00")]
    assert daily.upcoming(at("2026-03-04T07:00"), at("2030-03-06T07:00"), 3)[-1] == at("2026-03-06T07:00")


@given(
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,SU", "FREQ=MONTHLY;BYMONTHDAY=29,31", "FREQ=YEARLY"]),
    st.integers(946_684_800, 2_840_140_800).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)),
    st.sampled_from([JERUSALEM, NEW_YORK, ZoneInfo("UTC"), ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Pacific/Apia")]),
)
def test_the_next_one_is_always_later(rule: str, starts: datetime, zone: ZoneInfo) -> None:
    repeat = read_repeat(rule, starts, zone)
    slot = repeat.starts_at
    for _ in range(3):
        following = repeat.next_after(slot, not_before=slot)
        assert following is not None
        assert slot < following < slot + timedelta(days=366 * 9)
        slot = following
