"""The steps of a tenant's way from one cell into another. Each finds out whether it was done."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final
from uuid import UUID

from psycopg2 import errors
from psycopg2.extensions import cursor as Cursor  # noqa: N812 - a class, whatever its case
from psycopg2.sql import SQL, Identifier
from sqlalchemy import Engine, func, select, text, update

from tenants.cells import SAID, forget, keep, own_row
from tenants.copying import Ends, catch_up, copy
from tenants.errors import MoveLeft, MoveRefused
from tenants.filling import fill
from tenants.lease import Lease
from tenants.placement import HOME
from tenants.platform import move as moves
from tenants.platform import tenant
from tenants.provision import drop
from tenants.queue import carry_over, empty, running
from tenants.registry import MEMORY
from tenants.route import Moved, Route
from tenants.sheets import raw_cursor, shapes

WAIT_FOR_JOBS: Final = 60.0
HELD_FOR_JOBS: Final = 3.0
TRIES: Final = 2
ROUNDS: Final = 5  # of catching up
FEW: Final = 1_000  # rows that are left to the time in which nobody may write
_LOOK: Final = 0.1

_REVISION: Final = text("SELECT revision FROM fleet.version WHERE namespace = :namespace")
_SHUT: Final = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 1))"
_MARK: Final = "UPDATE platform.tenant SET moving_to = %s WHERE namespace = %s"
_GIVE_UP: Final = SQL("REVOKE INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {0} FROM {0}")
_LEAVE: Final = "DELETE FROM fleet.version WHERE namespace = %s"


class Trip:
    """One move, by whoever has the lease of it."""

    def __init__(self, route: Route, id: UUID, source: str, lease: Lease) -> None:
        self._route, self._id, self._from, self._lease = route, id, source, lease
        self._home = route.cells.home
        self._source, self._target = route.cells.at(source), route.cells.at(route.target)
        self._ends = Ends(self._source, self._target, route.name, lease)

    def has_left(self) -> bool:
        return _revision(self._source, self._route.name) is None

    def bring(self) -> None:
        """Up to the line; whatever goes wrong before it is taken back, by whoever has the lease then."""
        try:
            moment = self._copy()
            self._await_jobs(WAIT_FOR_JOBS)
            self._hold()
            with self._locked() as cursor:
                self._finish(cursor, moment)
                self._lease.commit(cursor)
        except BaseException as error:
            if self._lease.held() and not self.has_left():
                self.undo(_failure(error))
            raise

    def undo(self, failure: str | None) -> None:
        """As if nothing had been; with a failure the move has ended."""
        route = self._route
        with self._lease.transaction(self._home) as connection:
            connection.execute(update(tenant).where(tenant.c.id == route.tenant.id).values(moving_to=None))
        with self._lease.transaction(self._target) as there:
            drop(there, route.tenant.id, route.name)
            empty(there, route.name)
            if route.target != HOME:
                forget(there, {"id": route.tenant.id, "namespace": route.name})
        if failure is not None:
            note(self._home, self._id, step="UNDONE", failure=failure, ended_at=func.now())

    def arrive(self) -> None:
        """The directory says the target, in one transaction."""
        route = self._route
        route.progress("switching")
        with self._source.connect() as there:
            said = own_row(there, route.name)
        with self._lease.transaction(self._home) as connection:
            now = {name: said[name] for name in SAID}
            mine = update(tenant).where(tenant.c.id == route.tenant.id)
            connection.execute(mine.values(cell=route.target, moving_to=None, unsent=False, **now))
            done = update(moves).where(moves.c.id == self._id)
            connection.execute(done.values(step="MOVED", moved_at=func.clock_timestamp()))

    def tidy(self) -> None:
        """The old copy has no queue: its jobs are in the target."""
        with self._lease.transaction(self._source) as there:
            empty(there, self._route.name)

    def told(self) -> Moved:
        with self._home.connect() as connection:
            times = select(moves.c.held_at, moves.c.moved_at, moves.c.began_at).where(moves.c.id == self._id)
            held_at, moved_at, began_at = connection.execute(times).one()
        there = replace(self._route.tenant, cell=self._route.target, moving_to=None)
        return Moved(there, self._from, moved_at - held_at, began_at)

    def _copy(self) -> str:
        """And what changes meanwhile, until that is little; from which moment on the rest is to be brought."""
        route = self._route
        note(self._home, self._id, step="COPYING", held_at=None)
        self._lease.check()
        fill(self._target, route.tenant.id, route.name, _revision(self._source, route.name) or "")
        moment = copy(self._ends, route.progress)
        for _ in range(ROUNDS):
            route.progress("catching up")
            caught = catch_up(self._ends, moment)
            moment = caught.moment
            if caught.rows < FEW:
                break
        return moment

    def _hold(self) -> None:
        """All processes know of it once what they remember has run out."""
        self._route.progress("holding")
        with self._lease.transaction(self._home) as connection:
            mine = update(tenant).where(tenant.c.id == self._route.tenant.id)
            connection.execute(mine.values(moving_to=self._route.target))
            held = update(moves).where(moves.c.id == self._id)
            connection.execute(held.values(step="HELD", held_at=func.clock_timestamp()))
        time.sleep(MEMORY)

    @contextmanager
    def _locked(self) -> Iterator[Cursor]:
        """No transaction that writes is under way, and none begins: those that wait find the door shut afterwards."""
        for attempt in range(1, TRIES + 1):
            with raw_cursor(self._source) as cursor:
                try:
                    self._lock(cursor)
                except (errors.LockNotAvailable, errors.DeadlockDetected):
                    if attempt == TRIES:
                        raise MoveRefused("Somebody works in it without end; it was left as it was.") from None
                    continue
                with self._lease.covers(cursor):
                    yield cursor
                return

    def _lock(self, cursor: Cursor) -> None:
        name = self._route.name
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute(_SHUT, (name,))
        if self._from != HOME:  # the home's own row is marked already
            cursor.execute(_MARK, (self._route.target, name))
        tables = SQL(", ").join(Identifier(name, table.name) for table in shapes(cursor, name))
        cursor.execute(SQL("LOCK TABLE {} IN SHARE MODE").format(tables))

    def _finish(self, cursor: Cursor, moment: str) -> None:
        """Brings over the rest, and shuts the door behind it with the caller's commit."""
        name, progress = self._route.name, self._route.progress
        self._await_jobs(HELD_FOR_JOBS)
        progress("bringing the rest")
        catch_up(self._ends, moment)
        if _revision(self._source, name) != _revision(self._target, name):
            raise MoveRefused("One of the two was brought to another revision meanwhile; run it again.")
        progress("jobs")
        with self._source.connect() as here, self._lease.transaction(self._target) as there:
            carry_over(here, there, name)
            if self._route.target != HOME:
                keep(there, {**own_row(here, name), "cell": self._route.target, "status": "ACTIVE"})
        cursor.execute(_GIVE_UP.format(Identifier(name)))
        cursor.execute(_LEAVE, (name,))

    def _await_jobs(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while task := running(self._source, self._route.name):
            if time.monotonic() > deadline:
                raise MoveRefused(f"Its job {task} is at work; run this again once it is done.")
            time.sleep(_LOOK)


def note(home: Engine, id: UUID, **values: object) -> None:
    with home.begin() as connection:
        connection.execute(update(moves).where(moves.c.id == id).values(values))


def _failure(error: BaseException) -> str | None:
    """None where another is to go on."""
    if isinstance(error, MoveLeft):
        return None
    return str(error) if isinstance(error, MoveRefused) else "It was broken off."


def _revision(engine: Engine, namespace: str) -> str | None:
    with engine.connect() as connection:
        return connection.execute(_REVISION, {"namespace": namespace}).scalar_one_or_none()
