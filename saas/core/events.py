"""Facts of the past that capabilities above may listen to, in the same transaction.

An event is a frozen slotted dataclass in a capability's `events.py`, named in the past tense (`DealWon`).
A listener is a function `(work, event) -> None`, named in `LISTENS` of a capability's `actions.py`:
`LISTENS = {DealWon: [thank_owner]}`. Listeners run in the order of the walk, before the commit.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from saas.core import walk

Listener = Callable[[object, object], None]


@cache
def listeners() -> Mapping[type, Sequence[Listener]]:
    """Everything the capabilities listen to, gathered once per process."""
    found: dict[type, list[Listener]] = {}
    for module in walk.modules("actions"):
        for event, heard in getattr(module, "LISTENS", {}).items():
            found.setdefault(event, []).extend(heard)
    return found
