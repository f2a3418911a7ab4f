"""How many living records there are of a kind, for members who see all of them: remembered until one is changed.

To count is the dearest part of a list's first page, and grows with the company. Word of every change comes to every web
process as soon as it has committed (`saas.core.news`); what a mutation of this process changes it forgets before it
answers. What another process changes, or what comes by another door (SCIM, an invitation, a form), a count may not know
while that word is on its way, some milliseconds.
"""

import time
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Final, NamedTuple

from saas.core.news import Word
from tenants.hearing import Hearing
from tenants.registry import Tenant

REMEMBERED: Final = 10_000  # companies
HOLDS: Final = 30.0
"""Seconds for which a count holds at most: a word can be lost, where a server dies between a commit and its word."""


@dataclass(slots=True, eq=False)
class Count:
    """`rows` are not known yet where it is being counted."""

    since: float = field(default_factory=time.monotonic)
    rows: int | None = None


class Counts:
    """Of all companies of a process."""

    def __init__(self, hearing: Hearing) -> None:
        self._hearing = hearing
        self._counts: OrderedDict[str, dict[str, Count]] = OrderedDict()
        self._lock = Lock()

    def look(self, tenant: Tenant, tables: Sequence[str]) -> "Look":
        """Before they are read."""
        if not tables or not self._hearing.hears(tenant.cell):
            return Look({}, ())
        with self._lock:
            counts = [self._count(tenant.namespace, table) for table in tables]
        known = {table: count.rows for table, count in zip(tables, counts, strict=True) if count.rows is not None}
        return Look(known if len(known) == len(tables) else {}, tuple(counts))

    def changed(self, word: Word) -> None:
        """Of what a transaction has changed."""
        with self._lock:
            known = self._counts.get(word.namespace, {})
            for table in (*word.rows, *word.whole):
                known.pop(table, None)

    def forget(self, namespace: str) -> None:
        """All that is known of a company."""
        with self._lock:
            self._counts.pop(namespace, None)

    def forget_all(self) -> None:
        """When word may have been missed."""
        with self._lock:
            self._counts.clear()

    def _count(self, namespace: str, table: str) -> Count:
        """Those who count at the same time share one, so that a change meanwhile voids it for all of them."""
        known = self._counts.setdefault(namespace, {})
        count = known.get(table)
        if count is None or count.since + HOLDS < time.monotonic():
            count = known[table] = Count()
            self._counts.move_to_end(namespace)
            if len(self._counts) > REMEMBERED:
                self._counts.popitem(last=False)
        return count


class Look(NamedTuple):
    """`known` are all counts that were looked for, by their tables, or none."""

    known: Mapping[str, int]
    counts: tuple[Count, ...]

    def counted(self, rows: Sequence[int]) -> None:
        """What was read, in the order of the tables. A count that was forgotten meanwhile is nobody's any more."""
        for count, found in zip(self.counts, rows, strict=False):
            count.rows = found
