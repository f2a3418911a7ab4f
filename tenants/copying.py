"""A namespace copied from one cell into another, straight from server to server, and kept up with what changes there.

    copy       all tables, as they stood at one moment; each is read back and compared by count and SHA-256
    catch_up   the rows that were written since, and those that are gone; compared by count and SHA-256 as well

Both write into a namespace that nobody uses yet. Which rows were written since is told by the rows themselves: Postgres
changes none in its place, and each has the number of the transaction that wrote it (`xmin`). One that is older than the
moment is the row that was copied and compared then. So the time in which nobody may write is for what changed lately,
however much there is.
"""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from psycopg2.extensions import cursor as Cursor  # noqa: N812 - a class, whatever its case
from psycopg2.sql import SQL, Identifier
from sqlalchemy import Engine

from tenants.errors import MoveRefused
from tenants.lease import Lease
from tenants.route import Progress
from tenants.rows import Way
from tenants.sheets import Sheet, TableShape, at_the_end, raw_cursor, shapes, written

HANDS: Final = 3
LOST: Final = 300_000  # milliseconds that the target waits for the source between two statements
_PATIENCE: Final = "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = {}"
_SNAPSHOT: Final = """
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_snapshot_xmin(pg_current_snapshot())::xid::text
"""


@dataclass(frozen=True, slots=True)
class Ends:
    """`source` and `target` are the owner's engines of the two cells."""

    source: Engine
    target: Engine
    namespace: str
    lease: Lease

    @contextmanager
    def cursors(self) -> Iterator[tuple[Cursor, Cursor]]:
        """One of each, in a transaction; the target's is committed while the lease holds."""
        with raw_cursor(self.source) as here, raw_cursor(self.target) as there:
            here.execute(_PATIENCE.format(0))
            there.execute(_PATIENCE.format(LOST))
            yield here, there
            self.lease.commit(there)

    def alike(self, here: Cursor, there: Cursor) -> list[TableShape]:
        """The tables of both. Raises MoveRefused."""
        tables = shapes(here, self.namespace)
        if tables != shapes(there, self.namespace):
            raise MoveRefused("Its tables in the two cells are not of one revision.")
        return tables


@dataclass(frozen=True, slots=True)
class Caught:
    """`moment` is from where the next catching up goes on; `rows` how many were written or gone."""

    moment: str
    rows: int


def copy(ends: Ends, progress: Progress) -> str:
    """All rows of all tables, in one snapshot and one transaction; the moment of it. Raises MoveRefused."""
    namespace, sheets = ends.namespace, dict[str, Sheet]()
    with ends.cursors() as (here, there):
        moment = _moment(here)
        tables = ends.alike(here, there)
        with at_the_end(there, namespace):
            for table in tables:
                progress(table.name)
                sheets[table.name] = Way(here, there, namespace, table).copy()
        for table in tables:  # without figures of its own the planner would read whole tables
            there.execute(SQL("ANALYZE {}").format(Identifier(namespace, table.name)))
    progress("comparing")
    _check(sheets, digests(ends.target, namespace))
    return moment


def catch_up(ends: Ends, since: str) -> Caught:
    """Changes in the target what differs, and compares it. Raises MoveRefused.

    A source that is not held still has gone on meanwhile, and another call is to follow.
    """
    with ends.cursors() as (here, there):
        moment = _moment(here)
        ways = [Way(here, there, ends.namespace, table) for table in ends.alike(here, there)]
        apart = [way for way in ways if way.differs(since)]
        with at_the_end(there, ends.namespace, [way.table.name for way in apart]):
            rows = sum(way.follow(since) for way in apart)
    return Caught(moment, rows)


def digests(engine: Engine, namespace: str) -> dict[str, Sheet]:
    """Of all tables, by several hands; nobody changes them meanwhile."""
    with raw_cursor(engine) as cursor:
        tables = shapes(cursor, namespace)

    def one(table: TableShape) -> Sheet:
        with raw_cursor(engine) as cursor:
            cursor.execute("SET LOCAL statement_timeout = 0")
            return written(cursor, table, table.rows(namespace))

    with ThreadPoolExecutor(HANDS) as threads:
        return {sheet.name: sheet for sheet in threads.map(one, tables)}


def _moment(here: Cursor) -> str:
    """Of the source's snapshot: the oldest transaction that was under way in it."""
    here.execute(_SNAPSHOT)
    (moment,) = here.fetchone() or ("",)
    return str(moment)


def _check(wanted: Mapping[str, Sheet], found: Mapping[str, Sheet]) -> None:
    for name, sheet in wanted.items():
        if found.get(name) != sheet:
            raise MoveRefused(f"The copy of {name} is not what it was made from.")
