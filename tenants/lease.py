"""A lease: what has a name is done by one process at a time, and one that stands still loses it.

It is an advisory lock that a transaction of the home holds. Its holder speaks to Postgres every few seconds, which ends
the transaction of one that has not: of a process that was killed at once, of one that hangs, or whose machine or line
is gone, after `LASTS`. Another may have it then.

Whoever comes back from standing still does no harm, since nothing of his is committed any more: each transaction asks
for the lease last, and Postgres ends one that waits for its commit in half the time after which it ends the lease.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Event, Thread
from typing import Final, cast

import psycopg2
from psycopg2.extensions import connection as RawConnection  # noqa: N812 - a class, whatever its case
from psycopg2.extensions import cursor as Cursor  # noqa: N812
from sqlalchemy import Connection, Engine, text

from tenants.errors import MoveUnderWay

LASTS: Final = 20.0  # seconds
BEAT: Final = 2.0
_LOCK: Final = "SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))"
_PATIENCE: Final = "SET LOCAL idle_in_transaction_session_timeout = {:.0f}"


class Lease:
    def __init__(self, connection: RawConnection) -> None:
        self._connection = connection

    def held(self) -> bool:
        """As Postgres says, and it lasts as long again from now."""
        return _speak(self._connection)

    def check(self) -> None:
        """Raises MoveUnderWay."""
        if not self.held():
            raise MoveUnderWay("Another process has taken this up meanwhile.")

    @contextmanager
    def transaction(self, engine: Engine) -> Iterator[Connection]:
        """Committed while the lease holds. Raises MoveUnderWay."""
        with engine.begin() as connection:
            connection.execute(text(_PATIENCE.format(LASTS * 500)))
            yield connection
            self.check()

    def commit(self, cursor: Cursor) -> None:
        """Raises MoveUnderWay."""
        cursor.execute(_PATIENCE.format(LASTS * 500))
        self.check()
        cursor.connection.commit()

    @contextmanager
    def covers(self, cursor: Cursor) -> Iterator[None]:
        """This transaction may wait as long as the process lives; then it ends in half the time."""
        with _beating(cursor, LASTS / 2):
            yield


@contextmanager
def lease(home: Engine, what: str) -> Iterator[Lease | None]:
    """None where another process has it."""
    with closing(home.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute(_LOCK, (what,))
        (mine,) = cursor.fetchone() or (False,)
        if not mine:
            yield None
            return
        with _beating(cast("Cursor", cursor), LASTS):
            yield Lease(cast("Cursor", cursor).connection)


@contextmanager
def _beating(cursor: Cursor, seconds: float) -> Iterator[None]:
    cursor.execute(_PATIENCE.format(seconds * 1000))
    over = Event()
    thread = Thread(target=_beat, args=(cursor.connection, over), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _beat(connection: RawConnection, over: Event) -> None:
    while not over.wait(BEAT) and _speak(connection):
        pass


def _speak(connection: RawConnection) -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except psycopg2.Error:
        return False
    return True
