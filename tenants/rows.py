"""The rows of one table on their way from one server to another: all of them, or what has changed since a moment."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from psycopg2.extensions import cursor as Cursor  # noqa: N812 - a class, whatever its case
from psycopg2.sql import SQL, Composed, Identifier, Literal

from tenants.errors import MoveRefused
from tenants.sheets import Sheet, TableShape, listed, written

_CHUNK: Final = 1 << 20
_NEW: Final = "rows that are new"  # tables of the one transaction
_KEPT: Final = "keys that are there"
# What seems to come from the future, from before transactions were counted round, is brought anew as well.
_SINCE: Final = SQL("age(t.xmin) <= age({}::xid)")


@dataclass(frozen=True, slots=True)
class Way:
    """`here` is a cursor of the source, in one snapshot; `there` one of the target, whose references wait."""

    here: Cursor
    there: Cursor
    namespace: str
    table: TableShape

    def copy(self) -> Sheet:
        """All, into a table that is empty."""
        return self._stream(self.table.columns, self.table.rows(self.namespace), self.table.name)

    def differs(self, since: str) -> bool:
        """Whether any was written since, or is gone."""
        count = SQL("SELECT count(*), count(*) FILTER (WHERE {}) FROM {} t")
        self.here.execute(count.format(self._since(since), self._named(self.table.name)))
        there, changed = self.here.fetchone() or (0, 0)
        return bool(changed) or int(there) != self._count(self.there)

    def follow(self, since: str) -> int:
        """Brings what was written since and drops what is gone; how many. Raises MoveRefused where they differ then.

        What is no more goes first, so that a name that went from one row to another is free.
        """
        name, columns, new = self._named(self.table.name), listed(self.table.columns), self._named(_NEW)
        rows = SQL("SELECT {} FROM {} t WHERE {} ORDER BY {}")
        out = rows.format(columns, name, self._since(since), self.table.order)
        with self._aside(_NEW, self.table.columns):
            wanted = self._stream(self.table.columns, out, _NEW)
            self.there.execute(SQL("DELETE FROM {} t USING {} o WHERE {}").format(name, new, self._same_key()))
            gone = 0 if self._count(self.there) + wanted.rows == self._count(self.here) else self._drop_gone()
            self.there.execute(SQL("INSERT INTO {} ({}) SELECT {} FROM {}").format(name, columns, columns, new))
            found = written(self.there, self.table, self._among(new))
        if wanted != found or self._count(self.there) != self._count(self.here):
            raise MoveRefused(f"The copy of {self.table.name} is not what it was made from.")
        return wanted.rows + gone

    def _drop_gone(self) -> int:
        """Those of the target whose keys the source has no more."""
        key = self.table.key
        out = SQL("SELECT {} FROM {}").format(listed(key), self._named(self.table.name))
        with self._aside(_KEPT, key):
            self._stream(key, out, _KEPT)
            drop = SQL("DELETE FROM {} t WHERE NOT EXISTS (SELECT FROM {} o WHERE {})")
            self.there.execute(drop.format(self._named(self.table.name), self._named(_KEPT), self._same_key()))
            return self.there.rowcount

    def _among(self, others: Identifier) -> Composed:
        """The rows of the target with the keys of others, as the table has them."""
        columns = SQL(", ").join(Identifier("t", column) for column in self.table.columns)
        order = SQL(", ").join(Identifier("t", column) for column in self.table.key)
        rows = SQL("SELECT {} FROM {} t JOIN {} o ON {} ORDER BY {}")
        return rows.format(columns, self._named(self.table.name), others, self._same_key(), order)

    def _count(self, cursor: Cursor) -> int:
        cursor.execute(SQL("SELECT count(*) FROM {}").format(self._named(self.table.name)))
        (count,) = cursor.fetchone() or (0,)
        return int(count)

    def _since(self, moment: str) -> Composed:
        return _SINCE.format(Literal(moment))

    def _same_key(self) -> Composed:
        return SQL(" AND ").join(SQL("t.{0} = o.{0}").format(Identifier(column)) for column in self.table.key)

    def _named(self, name: str) -> Identifier:
        return Identifier(self.namespace, name)

    @contextmanager
    def _aside(self, name: str, columns: tuple[str, ...]) -> Iterator[None]:
        """A table with these columns, in the target's transaction. Nobody may make temporary ones."""
        make = SQL("CREATE UNLOGGED TABLE {} AS SELECT {} FROM {} WITH NO DATA")
        self.there.execute(make.format(self._named(name), listed(columns), self._named(self.table.name)))
        yield
        self.there.execute(SQL("DROP TABLE {}").format(self._named(name)))

    def _stream(self, columns: tuple[str, ...], out: Composed, into: str) -> Sheet:
        """What one COPY writes is what the other reads; whichever fails ends both."""
        take = SQL("COPY {} ({}) FROM STDIN").format(self._named(into), listed(columns))
        reading, writing = os.pipe()

        def write() -> Sheet:
            with os.fdopen(writing, "wb", _CHUNK) as pipe:
                return written(self.here, self.table, out, pipe)

        with ThreadPoolExecutor(1) as threads:
            sheet = threads.submit(write)
            with os.fdopen(reading, "rb", _CHUNK) as pipe:
                self.there.copy_expert(take.as_string(self.there), pipe)
            return sheet.result()
