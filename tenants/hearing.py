"""How far a process has heard what is committed in each cell: only as far may it remember what others can change."""

import time
from typing import Final

from tenants.placement import HOME

SILENCE: Final = 1.0  # seconds
NEVER: Final = float("-inf")


class Hearing:
    """Filled by whoever listens. Where word has not come for more than `silence` seconds, nothing is heard."""

    def __init__(self, silence: float = SILENCE) -> None:
        self._silence = silence
        self._heard: dict[str, float] = {}

    def heard(self, cell: str, at: float) -> None:
        """All word of what was committed in a cell before `at`, by the monotonic clock, has come and been heeded."""
        self._heard[cell] = at

    def hears(self, cell: str) -> bool:
        """Of a company in that cell: what is told of it is told there and in the home."""
        least = time.monotonic() - self._silence
        return self._heard.get(cell, NEVER) > least and self._heard.get(HOME, NEVER) > least
