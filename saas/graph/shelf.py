"""A place for what was made and may be wanted again: room by weight, for whoever can ask must not fill the memory."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Shelf(Generic[K, V]):
    """What rested longest makes room. For any thread."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._held = 0
        self._kept: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self._lock = Lock()

    def __contains__(self, key: K) -> bool:
        return key in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def held(self) -> int:
        """What all of it weighs."""
        return self._held

    def find(self, key: K) -> V | None:
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                return None
            self._kept.move_to_end(key)
            return found[0]

    def keep(self, key: K, value: V, weight: int) -> V:
        with self._lock:
            self._put(key, value, weight)
        return value

    def weigh(self, key: K, value: V, more: int) -> None:
        """It has grown; nothing is told of what is no longer here."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None and found[0] is value:
                self._put(key, value, found[1] + more)

    def _put(self, key: K, value: V, weight: int) -> None:
        """What alone is larger than the shelf is not kept either."""
        before = self._kept.pop(key, None)
        self._held += weight - (before[1] if before else 0)
        self._kept[key] = value, weight
        while self._held > self._room:
            _key, (_value, gone) = self._kept.popitem(last=False)
            self._held -= gone
