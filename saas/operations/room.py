"""Room on the disk where archives are put together and taken apart, asked before it is used."""

import shutil
from pathlib import Path
from typing import Final

from saas.core.errors import LimitReached

SPARE: Final = 100_000_000  # left to everybody else
_MILLION: Final = 1_000_000


def check_room(folder: Path, needed: int) -> None:
    """In bytes. Raises LimitReached before anything was written."""
    free = shutil.disk_usage(folder).free
    if needed + SPARE > free:
        raise no_room(needed + SPARE, free)


def no_room(needed: int, free: int) -> LimitReached:
    return LimitReached(
        "NO_ROOM", "There is not enough room: %(needed)s MB are needed, %(free)s MB are free. Make room and try again.",
        needed=-(-needed // _MILLION), free=free // _MILLION,
    )  # fmt: skip
