"""Who is connected in this process, by company, and the words of Postgres given to them.

Words come in the listener's thread; everything else is done on the loop.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol
from uuid import UUID

from saas.core.news import Turn, Word
from saas.edge.live.endings import TOO_MANY_HERE, TOO_MANY_OF_ONE, Over

MOST_GUESTS = 5_000
MOST_OF_ONE = 30  # connections of a member in one process: as many open tabs


class Hearer(Protocol):
    """A connection, as the hub knows it."""

    @property
    def namespace(self) -> str: ...
    @property
    def member_id(self) -> UUID: ...
    @property
    def digest(self) -> str: ...
    def hear(self, type_name: str, key: UUID, turn: Turn, by: UUID | None) -> None: ...
    def hear_all(self, type_names: Iterable[str] | None) -> None: ...
    def doubt(self) -> None: ...


class Hub:
    """`types` is the type of each table that can be watched."""

    def __init__(self, types: Mapping[str, str]) -> None:
        self._types = types
        self._guests: dict[str, set[Hearer]] = {}
        self._count = 0
        self._loop: asyncio.AbstractEventLoop | None = None

    def enter(self, guest: Hearer) -> None:
        """Raises Over where there are too many already."""
        here = self._guests.get(guest.namespace, set())
        if self._count >= MOST_GUESTS:
            raise Over(TOO_MANY_HERE)
        if sum(other.member_id == guest.member_id for other in here) >= MOST_OF_ONE:
            raise Over(TOO_MANY_OF_ONE)
        self._loop = asyncio.get_running_loop()
        self._guests.setdefault(guest.namespace, set()).add(guest)
        self._count += 1

    def leave(self, guest: Hearer) -> None:
        here = self._guests[guest.namespace]
        here.discard(guest)
        self._count -= 1
        if not here:
            del self._guests[guest.namespace]

    # In the listener's thread

    def changed(self, word: Word) -> None:
        if word.namespace in self._guests:
            self._on_loop(lambda: self._spread(word))

    def access(self, said: str) -> None:
        """Those whom a word of changed access may be about are looked at anew."""
        self._on_loop(lambda: self._doubt(said.split(" ")))

    def missed(self) -> None:
        """Anything may have changed."""
        self._on_loop(self._tell_all)

    def _on_loop(self, do: Callable[[], None]) -> None:
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(do)

    # On the loop

    def _spread(self, word: Word) -> None:
        guests = self._guests.get(word.namespace, set())
        whole = [self._types[table] for table in word.whole if table in self._types]
        found = [(self._types[table], rows) for table, rows in word.rows.items() if table in self._types]
        for guest in guests:
            if whole:
                guest.hear_all(whole)
            for type_name, rows in found:
                for key, turn in rows.items():
                    guest.hear(type_name, key, turn, word.by)

    def _doubt(self, words: list[str]) -> None:
        for guest in [guest for guests in self._guests.values() for guest in guests]:
            match words:
                case ["m", namespace, member_id]:
                    meant = (guest.namespace, str(guest.member_id)) == (namespace, member_id)
                case ["c", namespace]:
                    meant = guest.namespace == namespace
                case ["s", digest]:
                    meant = guest.digest == digest
                case _:
                    meant = True
            if meant:
                guest.doubt()

    def _tell_all(self) -> None:
        for guests in self._guests.values():
            for guest in guests:
                guest.hear_all(None)
                guest.doubt()
