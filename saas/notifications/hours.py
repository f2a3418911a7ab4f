"""When a mail may come: a member's hours in his own time zone."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from saas.core.errors import Invalid
from saas.core.notices import Mailing

DIGEST_AT = "08:00"
GRACE = timedelta(minutes=1)
"""A mail at once waits so long: what is read by then is not mailed, and what comes in a bunch is one mail."""

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


@dataclass(frozen=True, slots=True)
class Hours:
    """Times as `HH:MM`; quiet hours may go over midnight."""

    time_zone: str
    digest_at: str = DIGEST_AT
    quiet_from: str | None = None
    quiet_until: str | None = None

    def due(self, mailing: Mailing, now: datetime) -> datetime | None:
        """When a mail about something that happens now is sent; None is never."""
        if mailing is Mailing.NEVER:
            return None
        if mailing is Mailing.DIGEST:
            return self.after_quiet(self._next(self.digest_at, now))
        return self.after_quiet(now + GRACE)

    def after_quiet(self, at: datetime) -> datetime:
        """The same moment, or the end of the quiet hours that it falls into."""
        if self.quiet_from is None or self.quiet_until is None or self.quiet_from == self.quiet_until:
            return at
        clock = at.astimezone(ZoneInfo(self.time_zone)).strftime("%H:%M")
        if self.quiet_from < self.quiet_until:
            quiet = self.quiet_from <= clock < self.quiet_until
        else:
            quiet = clock >= self.quiet_from or clock < self.quiet_until
        return self._next(self.quiet_until, at) if quiet else at

    def day(self, at: datetime) -> date:
        return at.astimezone(ZoneInfo(self.time_zone)).date()

    def _next(self, clock: str, now: datetime) -> datetime:
        """The next time that the member's clock shows this; what a change of summer time skips comes an hour later."""
        zone = ZoneInfo(self.time_zone)
        today = now.astimezone(zone).date()
        moments = [
            datetime.combine(day, time.fromisoformat(clock), zone).astimezone(UTC)
            for day in (today, today + timedelta(days=1), today + timedelta(days=2))
        ]
        return next(moment for moment in moments if moment > now)


def read_clock(said: str, field: str) -> str:
    if _CLOCK.fullmatch(said) is None:
        raise Invalid("BAD_TIME", "%(value)s is not a time of the day, such as 08:30.", field, value=said[:20])
    return said
