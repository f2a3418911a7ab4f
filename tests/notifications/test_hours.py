from datetime import UTC, datetime, timedelta

import pytest

from saas.core.errors import Invalid
from saas.core.notices import Mailing
from saas.notifications.hours import GRACE, Hours, read_clock

NIGHT = {"quiet_from": "22:00", "quiet_until": "07:30"}


def at(hour: int, minute: int = 0, day: int = 2) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "now", "due"),
    [
        ("UTC", at(7, 59), at(8)),
        ("UTC", at(8), at(8, day=3)),
        ("Asia/Jerusalem", at(5, 59), at(6)),
        ("Asia/Jerusalem", at(6), at(6, day=3)),
        ("Pacific/Auckland", at(12), at(19)),
    ],
)
def test_a_digest_comes_at_its_time_in_the_members_zone(zone: str, now: datetime, due: datetime) -> None:
    assert Hours(zone).due(Mailing.DIGEST, now) == due


def test_at_once_waits_a_moment_and_for_the_morning() -> None:
    assert Hours("UTC").due(Mailing.AT_ONCE, at(12)) == at(12) + GRACE
    assert Hours("UTC", **NIGHT).due(Mailing.AT_ONCE, at(21)) == at(21) + GRACE
    assert Hours("UTC", **NIGHT).due(Mailing.AT_ONCE, at(23)) == at(7, 30, day=3)
    assert Hours("UTC", **NIGHT).due(Mailing.AT_ONCE, at(2)) == at(7, 30)
    assert Hours("UTC", quiet_from="12:00", quiet_until="14:00").due(Mailing.AT_ONCE, at(13)) == at(14)
    assert Hours("UTC", quiet_from="12:00", quiet_until="12:00").due(Mailing.AT_ONCE, at(12)) == at(12) + GRACE


def test_a_digest_in_quiet_hours_comes_when_they_end() -> None:
    assert Hours("UTC", "06:00", **NIGHT).due(Mailing.DIGEST, at(3)) == at(7, 30)


def test_never_is_never() -> None:
    assert Hours("UTC").due(Mailing.NEVER, at(3)) is None


@pytest.mark.parametrize("hour", range(24))
def test_the_change_of_summer_time_loses_no_digest(hour: int) -> None:
    """Clocks in Jerusalem go from 2:00 to 3:00 on 27 March 2026."""
    now = datetime(2026, 3, 26, hour, tzinfo=UTC)
    due = Hours("Asia/Jerusalem", "02:30").due(Mailing.DIGEST, now)
    assert due is not None
    assert now < due <= now + timedelta(hours=25)


@pytest.mark.parametrize("said", ["", "24:00", "8:00", "08:60", "08:00:00", "0\u0668:00", "08:00\n"])
def test_what_is_no_time_is_refused(said: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_clock(said, "digestAt")
    assert (refused.value.code, refused.value.field) == ("BAD_TIME", "digestAt")
