"""UUIDv7 made by the application: sortable by time, and strictly rising within one process."""

import os
import threading
import time
from uuid import UUID

_VERSION_AND_VARIANT = (0x7 << 76) | (0b10 << 62)
_COUNTER_BITS = 12
_lock = threading.Lock()
_last = 0


def new_id() -> UUID:
    """The 12 bits after the milliseconds are a counter, so that ids of one process never go backwards."""
    global _last  # noqa: PLW0603  the counter of RFC 9562, method 1, is state of the process
    now = time.time_ns() // 1_000_000 << _COUNTER_BITS
    with _lock:
        _last = now if now > _last else _last + 1
        ticks = _last
    milliseconds, counter = ticks >> _COUNTER_BITS, ticks & 0xFFF
    tail = int.from_bytes(os.urandom(8)) >> 2
    return UUID(int=(milliseconds << 80) | (counter << 64) | _VERSION_AND_VARIANT | tail)
