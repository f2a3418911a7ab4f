"""A tenant's way from one cell into another, while it is being used.

    COPYING   a copy in the target, brought up to what has changed since; the tenant notices nothing
    HELD      it can be read only: its tables are locked, the rest is brought over, everything is compared
              ── the source gives up its writes and its queue, in one transaction: from here there is no way back ──
    MOVED     the directory says the target; the old copy stays, and can be read only
    CONFIRMED the old copy is gone

Killed before the line, the next run takes the copy away and begins again; killed after it, the next run goes on. Until
then a tenant that was HELD can still be read. Whether the line was passed is told by the source itself: it has no
`fleet.version` of the tenant any more.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from psycopg2 import errors
from psycopg2.extensions import cursor as Cursor  # noqa: N812 - a class, whatever its case
from psycopg2.sql import SQL, Identifier
from sqlalchemy import Connection, Engine, RowMapping, func, insert, select, text, update

from tenants.cells import SAID, Cells, alone, forget, keep, own_row
from tenants.copying import Digests, Progress, catch_up, check, copy, digests
from tenants.errors import MoveRefused
from tenants.filling import fill
from tenants.namespace import checked
from tenants.placement import HOME
from tenants.platform import move as moves
from tenants.platform import tenant
from tenants.provision import drop
from tenants.queue import carry_over, empty, running
from tenants.registry import ACCESS, MEMORY, Tenant, TenantStatus
from tenants.sheets import raw_cursor, shapes

WAIT_FOR_JOBS: Final = 60.0
HELD_FOR_JOBS: Final = 3.0
TRIES: Final = 2
_LOOK: Final = 0.1

_REVISION: Final = text("SELECT revision FROM fleet.version WHERE namespace = :namespace")
_SHUT: Final = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 1))"
_MARK: Final = "UPDATE platform.tenant SET moving_to = %s WHERE namespace = %s"
_LEAVE: Final = "DELETE FROM fleet.version WHERE namespace = %s"


@dataclass(frozen=True, slots=True)
class Route:
    """`source` and `target` are the owner's engines of the two cells."""

    cells: Cells
    tenant: Tenant
    target: str
    progress: Progress = lambda _what: None

    @property
    def name(self) -> str:
        return checked(self.tenant.namespace)


@dataclass(frozen=True, slots=True)
class Moved:
    """`held` is how long it could be read only."""

    tenant: Tenant
    source: str
    held: timedelta
    began_at: datetime


def move(route: Route, *, reason: str, operator: str) -> Moved:
    """Again, it goes on with what was broken off. Raises MoveRefused, after which the tenant is as it was."""
    with alone(route.cells.home, f"move:{route.name}") as mine:
        if not mine:
            raise MoveRefused(f"{route.tenant.slug} is being moved by another process.")
        under_way = _begin(route, reason, operator)
        trip = _Trip(route, under_way["id"], under_way["source"])
        if under_way["step"] != "MOVED":
            if not trip.has_left():
                trip.undo(None)  # what an earlier run has left
                trip.bring()
            trip.arrive()
        trip.tidy()
        return trip.told()


def confirm(route: Route) -> str:
    """Takes the old copy away; the cell where it was."""
    with alone(route.cells.home, f"move:{route.name}") as mine:
        row = find_move(route.cells.home, route.tenant.id)
        if not mine or row is None or row["step"] != "MOVED":
            raise MoveRefused(f"There is no old copy of {route.tenant.slug} that waits for this.")
        with route.cells.at(row["source"]).begin() as there:
            drop(there, route.tenant.id, route.name)
            empty(there, route.name)
            if row["source"] != HOME:
                forget(there, {"id": route.tenant.id, "namespace": route.name})
        _note(route.cells.home, row["id"], step="CONFIRMED", ended_at=func.now())
        return str(row["source"])


def find_move(home: Engine, tenant_id: UUID) -> RowMapping | None:
    """One that has not ended."""
    with home.connect() as connection:
        mine = select(moves).where(moves.c.tenant_id == tenant_id, moves.c.ended_at.is_(None))
        return connection.execute(mine).mappings().one_or_none()


def _begin(route: Route, reason: str, operator: str) -> RowMapping:
    row = find_move(route.cells.home, route.tenant.id)
    if row is not None:
        if row["target"] != route.target:
            waits = "its old copy waits for --confirm" if row["step"] == "MOVED" else "it was not finished"
            raise MoveRefused(f"{route.tenant.slug} moved from {row['source']} to {row['target']}, and {waits}.")
        return row
    route.cells.at(route.target)
    if route.tenant.cell == route.target:
        raise MoveRefused(f"{route.tenant.slug} lives in the cell {route.target} already.")
    if route.tenant.status not in {TenantStatus.ACTIVE, TenantStatus.SUSPENDED}:
        raise MoveRefused(f"{route.tenant.slug} is {route.tenant.status.lower()}.")
    made = {
        "id": uuid4(), "tenant_id": route.tenant.id, "source": route.tenant.cell, "target": route.target,
        "step": "COPYING", "reason": reason, "operator": operator,
    }  # fmt: skip
    with route.cells.home.begin() as connection:
        return connection.execute(insert(moves).values(made).returning(moves)).mappings().one()


class _Trip:
    """One move; each step finds out whether it was done."""

    def __init__(self, route: Route, id: UUID, source: str) -> None:
        self._route, self._id, self._from = route, id, source
        self._home = route.cells.home
        self._source, self._target = route.cells.at(source), route.cells.at(route.target)

    def has_left(self) -> bool:
        return _revision(self._source, self._route.name) is None

    def bring(self) -> None:
        """Up to the line; whatever goes wrong before it is taken back."""
        passed = False
        try:
            known = self._copy()
            self._await_jobs(WAIT_FOR_JOBS)
            self._hold()
            with self._locked() as cursor:
                self._finish(cursor, known)
                cursor.connection.commit()
            passed = True
        finally:
            if not passed and not self.has_left():
                self.undo("It was broken off.")

    def undo(self, failure: str | None) -> None:
        """As if nothing had been; with a failure the move has ended."""
        route = self._route
        with self._home.begin() as connection:
            connection.execute(update(tenant).where(tenant.c.id == route.tenant.id).values(moving_to=None))
            _tell(connection, route.name)
        with self._target.begin() as there:
            drop(there, route.tenant.id, route.name)
            empty(there, route.name)
            if route.target != HOME:
                forget(there, {"id": route.tenant.id, "namespace": route.name})
        if failure is not None:
            _note(self._home, self._id, step="UNDONE", failure=failure, ended_at=func.now())

    def arrive(self) -> None:
        """The directory says the target, in one transaction."""
        route = self._route
        route.progress("switching")
        with self._source.connect() as there:
            said = own_row(there, route.name)
        with self._home.begin() as connection:
            now = {name: said[name] for name in SAID}
            mine = update(tenant).where(tenant.c.id == route.tenant.id)
            connection.execute(mine.values(cell=route.target, moving_to=None, unsent=False, **now))
            _tell(connection, route.name)
            done = update(moves).where(moves.c.id == self._id)
            connection.execute(done.values(step="MOVED", moved_at=func.clock_timestamp()))

    def tidy(self) -> None:
        """The old copy has no queue: its jobs are in the target."""
        with self._source.begin() as there:
            empty(there, self._route.name)

    def told(self) -> Moved:
        with self._home.connect() as connection:
            times = select(moves.c.held_at, moves.c.moved_at, moves.c.began_at).where(moves.c.id == self._id)
            held_at, moved_at, began_at = connection.execute(times).one()
        there = replace(self._route.tenant, cell=self._route.target, moving_to=None)
        return Moved(there, self._from, moved_at - held_at, began_at)

    def _copy(self) -> Digests:
        route = self._route
        _note(self._home, self._id, step="COPYING", held_at=None)
        fill(self._target, route.tenant.id, route.name, _revision(self._source, route.name) or "")
        copy(self._source, self._target, route.name, route.progress)
        route.progress("comparing")
        return catch_up(self._source, self._target, route.name, digests(self._target, route.name))[1]

    def _hold(self) -> None:
        """All processes know of it once what they remember has run out."""
        self._route.progress("holding")
        with self._home.begin() as connection:
            mine = update(tenant).where(tenant.c.id == self._route.tenant.id)
            connection.execute(mine.values(moving_to=self._route.target))
            _tell(connection, self._route.name)
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
                yield cursor
                return

    def _lock(self, cursor: Cursor) -> None:
        name = self._route.name
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL statement_timeout = 0")
        cursor.execute(_SHUT, (name,))
        if self._from != HOME:  # the home's own row is marked already
            cursor.execute(_MARK, (self._route.target, name))
        tables = SQL(", ").join(Identifier(name, table.name) for table in shapes(cursor, name))
        cursor.execute(SQL("LOCK TABLE {} IN SHARE MODE").format(tables))

    def _finish(self, cursor: Cursor, known: Digests) -> None:
        """Brings over the rest, compares all of it, and shuts the door behind it with the caller's commit."""
        name = self._route.name
        self._await_jobs(HELD_FOR_JOBS)
        wanted, found = catch_up(self._source, self._target, name, known)
        check(wanted, found)
        if _revision(self._source, name) != _revision(self._target, name):
            raise MoveRefused("One of the two was brought to another revision meanwhile; run it again.")
        with self._source.connect() as here, self._target.begin() as there:
            carry_over(here, there, name)
            if self._route.target != HOME:
                keep(there, {**own_row(here, name), "cell": self._route.target, "status": "ACTIVE"})
        for table in wanted:
            shut = SQL("REVOKE INSERT, UPDATE, DELETE ON {} FROM {}")
            cursor.execute(shut.format(Identifier(name, table), Identifier(name)))
        cursor.execute(_LEAVE, (name,))

    def _await_jobs(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while task := running(self._source, self._route.name):
            if time.monotonic() > deadline:
                raise MoveRefused(f"Its job {task} is at work; run this again once it is done.")
            time.sleep(_LOOK)


def _revision(engine: Engine, namespace: str) -> str | None:
    with engine.connect() as connection:
        return connection.execute(_REVISION, {"namespace": namespace}).scalar_one_or_none()


def _note(home: Engine, id: UUID, **values: object) -> None:
    with home.begin() as connection:
        connection.execute(update(moves).where(moves.c.id == id).values(values))


def _tell(connection: Connection, namespace: str) -> None:
    """Web processes look anew at once."""
    connection.execute(select(func.pg_notify(ACCESS, f"c {namespace}")))
