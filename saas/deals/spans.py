"""How long a deal has stood somewhere."""

from datetime import UTC, datetime, timedelta
from typing import Final

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def whole_seconds(since: datetime, until: datetime) -> int:
    """From second to second of the clock, so that a deal's stays add up to its life exactly."""
    second = timedelta(seconds=1)
    return (until - EPOCH) // second - (since - EPOCH) // second
