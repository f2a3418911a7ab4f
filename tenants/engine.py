"""Lanes: the connections of a process, a few for each group of tenants, and the two ways to use them.

A backend keeps about 25 kB for each table of each tenant that it has ever touched. So a tenant always takes the same
lane, and a connection that has met too many tenants is closed and made anew.
"""

import logging
import time
from collections.abc import Mapping
from typing import Final, NamedTuple, cast
from uuid import UUID

import psycopg2
from psycopg2 import errors, extensions
from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session, SessionTransaction
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool
from sqlalchemy.pool.base import _AdhocProxiedConnection  # SQLAlchemy's name for one that its pool does not wrap

from tenants.bootstrap import driver_url
from tenants.errors import Busy, UnknownTenant, WriteRefused
from tenants.gate import KEY, Gate, Wire
from tenants.leaving import Leaving
from tenants.namespace import guard
from tenants.placement import lane
from tenants.prepared import Statement, is_lost
from tenants.registry import Tenant
from tenants.statement import Kind, kind

log = logging.getLogger("kesher.tenants")

Row = tuple[object, ...]

TENANTS_A_CONNECTION: Final = 75  # of 61 tables and with their plans about 2.5 MB each: 190 MB
PATIENCE: Final = 5.0
IDLE: Final = 2.0  # seconds of rest after which a connection is asked whether it still lives
PREPARE: Final = "kesher_prepare"
_TELL: Final = "SELECT ext.tell_changes(%(word)s)"
TELLING: Final = "SET LOCAL synchronous_commit=off;"  # Postgres lets one transaction at a time commit a NOTIFY
READ_ONLY: Final = "SET LOCAL transaction_read_only=on;"

_RAW: Final = extensions.new_type((25, 1043, 114, 3802), "KESHER_RAW", extensions.BYTES)  # text, varchar, json, jsonb


class Read(NamedTuple):
    """A read on its way: behind which guard of which namespace."""

    namespace: str
    guard: str
    sql: str | Statement
    params: Mapping[str, object]

    def send(self, wire: Wire) -> list[Row]:
        return _send(_reader(wire), self.guard, self.namespace, (self.sql, self.params))


class Lanes:
    """One for a process: `lanes` small pools of `size` connections for each cell, a login role's URL by cell.

    A process uses as many threads as it has connections; one that waits longer than `PATIENCE` gets `Busy`. Where a
    transaction pooler stands between, nothing can be prepared.
    """

    def __init__(self, cells: Mapping[str, str], *, lanes: int, size: int, prepare: bool = True) -> None:
        self._lanes = lanes
        self._prepare = prepare
        self._cells = {cell: [_open(url, size) for _ in range(lanes)] for cell, url in cells.items()}

    def read(
        self, tenant: Tenant, sql: str | Statement, params: Mapping[str, object], *, actor: UUID | None,
        vetted: bool = False, leaving: Leaving | None = None,
    ) -> list[Row]:  # fmt: skip
        """One read in one message, in a transaction of its own; text and JSON columns arrive as bytes.

        Whoever holds `leaving` may give it up. `sql` has holes of the form `%(name)s`, and `%%` for a percent sign.
        What the compiler of reads made is `vetted`; other text is checked, and the database refuses its changes too.
        """
        pool = self._pool(tenant)
        entry = guard(tenant.namespace, actor)
        if not vetted:
            _check(_text(sql))
            entry += READ_ONLY
        read = Read(tenant.namespace, entry, sql if self._prepare else _text(sql), params)
        try:
            return pool.run(read, leaving)
        except _Broken:
            return pool.run(read, leaving)
        except _Lost:
            return pool.run(read._replace(sql=_text(sql)), leaving)

    def session(self, tenant: Tenant, *, actor: UUID | None) -> Session:
        """The ORM's session, its gate closed; the guard goes out with the first statement of each transaction."""
        gate = Gate()
        info = {KEY: gate, "tenant": tenant, "actor": actor, PREPARE: self._prepare}
        return TenantSession(self._engine(tenant), autoflush=False, expire_on_commit=False, info=info)

    def alive(self, cell: str) -> bool:
        """Whether the cell answers now."""
        pool = cast(LanePool, self._cells[cell][0].pool)
        try:
            entry = pool.lend()
        except (psycopg2.Error, exc.SQLAlchemyError, Busy):
            return False
        alive = _lives(_wire(entry))
        pool.take_back(entry)
        return alive

    def dispose(self) -> None:
        """Closes what is not in use."""
        for engines in self._cells.values():
            for engine in engines:
                engine.dispose()

    def _engine(self, tenant: Tenant) -> Engine:
        try:
            return self._cells[tenant.cell][lane(tenant.namespace, self._lanes)]
        except KeyError:
            raise UnknownTenant(f"{tenant.slug!r} lives in the cell {tenant.cell!r}, which is not open here.") from None

    def _pool(self, tenant: Tenant) -> "LanePool":
        return cast(LanePool, self._engine(tenant).pool)


def read_within(
    session: Session, sql: str | Statement, params: Mapping[str, object], *, vetted: bool = False
) -> list[Row]:
    """Like `Lanes.read`, but in the session's transaction: it sees what the session has written."""
    if not vetted:
        _check(_text(sql))
    return _within(session, _reader(_wire_of(session)), sql, params)


def run_within(session: Session, sql: Statement, params: Mapping[str, object]) -> list[Row]:
    """A statement of the unit of work itself, in the session's transaction: values arrive as the driver knows them.

    It passes the gate as any other does.
    """
    wire = _wire_of(session)
    wire.admit(sql.text)
    return _within(session, _taker(wire), sql, params)


def commit_within(session: Session, word: str | None = None) -> None:
    """What the session's transaction has done stands; the session, which wrote nothing itself, is closed next.

    Who listens to the cell hears the word, in the company's name: a transaction of its own, in the message of the
    commit. Where it cannot be told, that is logged. A transaction that has told something itself is committed alone: of
    one message nobody could say which of both commits has failed.
    """
    gate, tenant = cast(Gate, session.info[KEY]), cast(Tenant, session.info["tenant"])
    wire = gate.wire
    if wire is None:
        return
    if word is None or gate.tells:
        wire.commit()
    if word is None:
        return
    telling = guard(tenant.namespace, None) + TELLING + _TELL, {"word": word}
    try:
        wire.tell(*telling) if gate.tells else wire.commit(*telling)
    except psycopg2.Error as error:
        if not (gate.tells or _is_untold(error)):
            raise
        log.warning("A change was committed and not told", exc_info=True)


def _is_untold(error: psycopg2.Error) -> bool:
    """Whether all but the telling was done: it fails in its function, or at its own commit, where the queue is full or
    others stand before it for too long. No commit of rows alone waits for anybody.
    """
    late = isinstance(error, errors.ProgramLimitExceeded | errors.LockNotAvailable)
    return late or "tell_changes" in (error.diag.context or "")


class _Broken(psycopg2.OperationalError):
    """The connection had ended before the statement reached the server."""


class _Lost(psycopg2.OperationalError):
    """The server does not hold what was prepared; nothing was run."""


class LanePool(QueuePool):
    """A pool that also lends connections without SQLAlchemy's wrappings, for reads."""

    def _do_get(self) -> ConnectionPoolEntry:
        try:
            return super()._do_get()
        except exc.TimeoutError:
            raise Busy("The service is busy; try again in a moment.") from None

    def run(self, read: Read, leaving: Leaving | None = None) -> list[Row]:
        """One statement in autocommit, whose rows are all fetched."""
        entry = self.lend()
        wire = _wire(entry)
        try:
            if leaving is not None:
                leaving.begin(wire)
            wire.take_over()
            return read.send(wire)
        except psycopg2.Error as error:
            if wire.closed:
                entry.invalidate(error)
                raise _Broken(str(error)) from error
            if isinstance(read.sql, Statement) and is_lost(error):
                raise _Lost(str(error)) from error
            raise
        finally:
            if leaving is not None:
                leaving.end()
            _rest(wire, entry, read.namespace)
            self.take_back(entry)

    def lend(self) -> ConnectionPoolEntry:
        """A live connection; give it back."""
        entry = self._do_get()
        try:
            if not _awake(_wire(entry)):
                entry.invalidate()
                _wire(entry)
        except BaseException:
            self.take_back(entry)
            raise
        return entry

    def take_back(self, entry: ConnectionPoolEntry) -> None:
        self._return_conn(entry)


def _open(url: str, size: int) -> Engine:
    engine = create_engine(
        driver_url(url),
        poolclass=LanePool,
        pool_size=size,
        max_overflow=0,
        pool_timeout=PATIENCE,
        pool_use_lifo=True,
        use_native_hstore=False,
        connect_args={"connection_factory": Wire, "application_name": "kesher", "connect_timeout": 5},
    )
    event.listen(engine, "connect", _arm)
    return engine


def _arm(wire: Wire, _entry: ConnectionPoolEntry) -> None:
    wire.armed = True
    wire.used = time.monotonic()


class TenantSession(Session):
    """Its transactions enter the tenant that its `info` names; a savepoint is within one.

    It is lent a connection with its first statement and keeps it until it is closed. SQLAlchemy's own wrappings get to
    see that connection only where one of SQLAlchemy's statements goes out.
    """

    _lent: tuple[Wire, ConnectionPoolEntry] | None = None
    _wrapped: Connection | None = None

    def wire(self) -> Wire:
        gate: Gate = self.info[KEY]
        return gate.wire or self._enter(gate)

    def get_bind(self, *_args: object, **_kwargs: object) -> Connection:
        if self._wrapped is None:
            wire, entry = self._borrowed()
            lent = _AdhocProxiedConnection(cast(DBAPIConnection, wire), entry)
            self._wrapped = Connection(cast(Engine, self.bind), lent, _allow_revalidate=False)
        return self._wrapped

    def close(self) -> None:
        """What was not committed is taken back."""
        try:
            super().close()
        finally:
            self._give_back()

    def _enter(self, gate: Gate) -> Wire:
        (wire, _), tenant = self._borrowed(), cast(Tenant, self.info["tenant"])
        wire.enter(guard(tenant.namespace, self.info["actor"]), gate)
        return wire

    def _borrowed(self) -> tuple[Wire, ConnectionPoolEntry]:
        if self._lent is None:
            entry = self._pool.lend()
            self._lent = _wire(entry), entry
        return self._lent

    def _give_back(self) -> None:
        lent, self._lent, self._wrapped = self._lent, None, None
        if lent is None:
            return
        wire, entry = lent
        try:
            wire.rollback()
        except psycopg2.Error as error:
            entry.invalidate(error)
        finally:
            wire.leave()
            _rest(wire, entry, cast(Tenant, self.info["tenant"]).namespace)
            self._pool.take_back(entry)

    @property
    def _pool(self) -> LanePool:
        return cast(LanePool, cast(Engine, self.bind).pool)


@event.listens_for(TenantSession, "after_begin")
def _begun(session: TenantSession, _transaction: SessionTransaction, _connection: Connection) -> None:
    session.wire()


def _rest(wire: Wire, entry: ConnectionPoolEntry, namespace: str | None) -> None:
    """Back to the pool; a connection that has met too many tenants is replaced at its next use."""
    wire.used = time.monotonic()
    if namespace is not None:
        wire.met.add(namespace)
    if len(wire.met) > TENANTS_A_CONNECTION:
        entry.invalidate()


def _awake(wire: Wire) -> bool:
    return (not wire.closed and time.monotonic() - wire.used < IDLE) or _lives(wire)


def _lives(wire: Wire) -> bool:
    try:
        wire.autocommit = True
        with extensions.cursor(wire) as cursor:
            cursor.execute("SELECT 1")
    except psycopg2.Error:
        return False
    return True


def _wire(entry: ConnectionPoolEntry) -> Wire:
    return cast(Wire, entry.get_connection())  # type: ignore[attr-defined]


def _wire_of(session: Session) -> Wire:
    return cast(TenantSession, session).wire()


def _within(
    session: Session, cursor: extensions.cursor, sql: str | Statement, params: Mapping[str, object]
) -> list[Row]:
    """Where the server lost what was prepared, the transaction is lost with it: whoever tries again succeeds."""
    wire, tenant = cast(Wire, cursor.connection), cast(Tenant, session.info["tenant"])
    try:
        rows = _send(cursor, wire.guard, tenant.namespace, (sql if session.info[PREPARE] else _text(sql), params))
    except psycopg2.Error as error:
        if isinstance(sql, Statement) and is_lost(error):
            raise Busy("The connection has changed hands; try again.") from error
        raise
    wire.guard = ""
    return rows


def _send(
    cursor: extensions.cursor, entry: str, namespace: str, said: tuple[str | Statement, Mapping[str, object]]
) -> list[Row]:
    sql, params = said
    if isinstance(sql, str):
        cursor.execute(entry + sql, params)
        return cursor.fetchall()
    prepared = cast(Wire, cursor.connection).prepared
    try:
        cursor.execute(entry + prepared.message(namespace, sql, params), params)
    except BaseException as error:
        prepared.settle(error)
        raise
    prepared.settle()
    return cursor.fetchall()


def _text(sql: str | Statement) -> str:
    return sql if isinstance(sql, str) else sql.text


def _reader(wire: Wire) -> extensions.cursor:
    """A bare cursor that brings text and JSON as bytes; one for each connection."""
    if wire.reader is None:
        wire.reader = extensions.cursor(wire)
        extensions.register_type(_RAW, wire.reader)
    return wire.reader


def _taker(wire: Wire) -> extensions.cursor:
    """A bare cursor that brings values as they are; one for each connection."""
    if wire.taker is None:
        wire.taker = extensions.cursor(wire)
    return wire.taker


def _check(sql: str) -> None:
    if kind(sql) is not Kind.READ:
        raise WriteRefused("Only a plain read may go here.")
