"""What a transaction has changed, told to web processes once it has committed: one word, some 40 bytes a record.

A word is the company's namespace, which Postgres adds, and a JSON object: who changed it, the records by table, and the
tables of which more was changed than a word holds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

import orjson

CHANNEL = "kesher_changes"
LONGEST = 7_800  # bytes; Postgres takes 8,000 with the namespace before it
MOST_ROWS = 200
SIGHT = frozenset({"owner_id", "author_id", "private"})  # columns that decide who sees a record


class Turn(StrEnum):
    """What became of a record; one that moved may have gone out of somebody's sight."""

    CREATED = "C"
    UPDATED = "U"
    MOVED = "M"
    DELETED = "D"


Rows = dict[str, dict[UUID, Turn]]


@dataclass(slots=True)
class News:
    """Gathered while a unit of work writes."""

    rows: Rows = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)

    def note(self, table: str, key: UUID, turn: Turn) -> None:
        rows = self.rows.setdefault(table, {})
        rows[key] = after(rows.get(key), turn)

    def note_many(self, table: str) -> None:
        self.whole.add(table)

    def word(self, member_id: UUID | None) -> str | None:
        """None where nothing was changed."""
        if not self.rows and not self.whole:
            return None
        whole = self.whole | {table for table, rows in self.rows.items() if len(rows) > MOST_ROWS}
        rows = {table: rows for table, rows in self.rows.items() if table not in whole}
        while len(said := _written(member_id, rows, whole)) > LONGEST:
            largest = max(rows, key=lambda table: len(rows[table]))
            whole.add(largest)
            del rows[largest]
        return said


@dataclass(frozen=True, slots=True)
class Word:
    """As a web process reads it."""

    namespace: str
    by: UUID | None
    rows: Mapping[str, Mapping[UUID, Turn]]
    whole: frozenset[str]


def read(said: str) -> Word:
    """Raises ValueError for what is no word."""
    namespace, _, told = said.partition(" ")
    known = orjson.loads(told)
    rows = {
        table: {UUID(hex=one[1:]): Turn(one[0]) for one in records.split()} for table, records in known["rows"].items()
    }
    return Word(namespace, UUID(hex=known["by"]) if known["by"] else None, rows, frozenset(known["whole"]))


def after(before: Turn | None, turn: Turn) -> Turn:
    """What two changes of one record come to."""
    if before is None or turn is Turn.DELETED:
        return turn
    if before is Turn.DELETED:
        return Turn.MOVED
    return Turn.MOVED if Turn.MOVED in {before, turn} and before is not Turn.CREATED else before


def _written(member_id: UUID | None, rows: Rows, whole: Iterable[str]) -> str:
    told = {
        "by": member_id.hex if member_id else "",
        "rows": {str(table): " ".join(turn + key.hex for key, turn in found.items()) for table, found in rows.items()},
        "whole": sorted(map(str, whole)),
    }
    return orjson.dumps(told).decode()
