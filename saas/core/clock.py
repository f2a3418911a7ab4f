"""The time, handed down so that tests can say what it is."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo


class Clock:
    def now(self) -> datetime:
        """Aware, in UTC."""
        return datetime.now(UTC)

    def today(self, time_zone: str) -> date:
        return self.now().astimezone(ZoneInfo(time_zone)).date()


@dataclass(slots=True)
class FixedClock(Clock):
    """A clock that stands still until it is moved: for tests and for generators of past data."""

    at: datetime = field(default_factory=lambda: datetime(2026, 1, 1, 9, 0, tzinfo=UTC))

    def now(self) -> datetime:
        return self.at

    def pass_by(self, step: timedelta) -> None:
        self.at += step
