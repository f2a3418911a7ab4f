"""Facts of the past that capabilities above may listen to, in the same transaction.

An event is a frozen slotted dataclass in a capability's `events.py`, named in the past tense (`DealWon`).
A listener is a function `(work, event) -> None`, named in `LISTENS` of a capability's `actions.py`:
`LISTENS = {DealWon: [thank_owner]}`. Listeners run in the order of the walk, before the commit. One that is spared work
where many events of a kind are told at once is a `Hearing`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from saas.core import walk

Listener = Callable[[object, object], None]


@dataclass(frozen=True, slots=True)
class Hearing:
    """A listener that hears all events that are told at once: `(work, events) -> None`."""

    of_many: Callable[[Any, Any], None]

    def __call__(self, work: object, event: object) -> None:
        self.of_many(work, [event])


@cache
def listeners() -> Mapping[type, Sequence[Listener]]:
    """Everything the capabilities listen to, gathered once per process."""
    found: dict[type, list[Listener]] = {}
    for module in walk.modules("actions"):
        for event, heard in getattr(module, "LISTENS", {}).items():
            found.setdefault(event, []).extend(heard)
    return found
