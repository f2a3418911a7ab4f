"""The gate that every statement on a tenant's connection passes, and the guard that goes before the first one.

Closed, it lets plain reads through and refuses the rest with `WriteRefused`. `writing` opens it for INSERT, UPDATE,
DELETE and MERGE, `enqueueing` for `jobs.enqueue`. Nothing opens it for COPY, CALL, DO, SET, transaction control, DDL or
two statements in one text.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final, NoReturn

from psycopg2 import extensions
from psycopg2.sql import Composable
from sqlalchemy.orm import Session

from tenants.errors import NoTenant, WriteRefused
from tenants.prepared import Prepared
from tenants.statement import Kind, kind, tells

Parameters = Sequence[object] | Mapping[str, object] | None
Query = str | bytes | Composable

KEY: Final = "kesher_gate"
BEGIN: Final = "BEGIN;"


class Gate:
    """What may pass now; one for each session. `wire` is where its transaction is, while there is one."""

    __slots__ = ("enqueueing", "tells", "wire", "writing")

    def __init__(self) -> None:
        self.tells = False  # the transaction itself has a word for others, which its commit may wait for
        self.writing = 0
        self.enqueueing = 0
        self.wire: Wire | None = None

    def admit(self, sql: str) -> None:
        """Raises `WriteRefused`, saying what would open the gate."""
        found = kind(sql)
        self.tells = self.tells or tells(sql)
        if found is Kind.WRITE and not self.writing:
            raise WriteRefused("A tenant's rows change only through the unit of work: add, flush or bulk.")
        if found is Kind.ENQUEUE and not self.enqueueing:
            raise WriteRefused("A job is added only through the unit of work: enqueue.")


@contextmanager
def writing(session: Session) -> Iterator[None]:
    """Opens the gate of a session for changes of rows. Only the unit of work, which audits them, calls it."""
    gate: Gate = session.info[KEY]
    gate.writing += 1
    try:
        yield
    finally:
        gate.writing -= 1


@contextmanager
def enqueueing(session: Session) -> Iterator[None]:
    """Opens the gate of a session for `jobs.enqueue`."""
    gate: Gate = session.info[KEY]
    gate.enqueueing += 1
    try:
        yield
    finally:
        gate.enqueueing -= 1


class Wire(extensions.connection):
    """A connection to a cell. Once armed, it serves only while a tenant's transaction is on it."""

    armed = False
    gate: Gate | None = None
    guard = ""
    used = 0.0
    reader: extensions.cursor | None = None
    taker: extensions.cursor | None = None

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.met = set[str]()
        self.prepared = Prepared()

    def enter(self, guard: str, gate: Gate) -> None:
        """A transaction of a tenant begins: that it does, and the guard, goes out with its first statement."""
        self.guard, self.gate = BEGIN + guard, gate
        self.take_over()
        gate.wire = self

    def take_over(self) -> None:
        """The driver begins no transaction. To tell it so again would hand Python's lock to another thread."""
        if not self.autocommit:
            self.autocommit = True

    def leave(self) -> None:
        self._ended()
        self.guard, self.gate = "", None

    def commit(self, after: str = "", values: Parameters = None) -> None:
        """`after` is a transaction of its own, in the same message."""
        self._ended()
        self._end("COMMIT;" + after, values) if self.autocommit else super().commit()

    def tell(self, how: str, values: Parameters) -> None:
        """A transaction of its own, while no other is on it."""
        with extensions.cursor(self) as cursor:
            cursor.execute(how, values)

    def rollback(self) -> None:
        self._ended()
        if self.closed:
            return
        self._end("ROLLBACK") if self.autocommit else super().rollback()

    def _ended(self) -> None:
        """Whoever goes on begins anew, behind the guard."""
        if self.gate is not None:
            self.gate.wire = None

    def _end(self, how: str, values: Parameters = None) -> None:
        """Of a transaction that began with the guard: the driver, which did not begin it, knows nothing of it."""
        if self.get_transaction_status() != extensions.TRANSACTION_STATUS_IDLE:
            with extensions.cursor(self) as cursor:
                cursor.execute(how, values)

    def admit(self, query: Query) -> str:
        """The statement as text, if it may pass."""
        sql = query if isinstance(query, str) else _text(query, self)
        if self.armed:
            if self.gate is None:
                raise NoTenant("A statement on a connection that no tenant has entered.")
            self.gate.admit(sql)
        return sql

    def cursor(self, *args: object, **kwargs: object) -> extensions.cursor:  # type: ignore[override]
        """Always a gated one, whose rows come at once."""
        if kwargs.pop("cursor_factory", None) not in {None, GatedCursor} or args or kwargs.get("name"):
            raise WriteRefused("Every cursor of a tenant's connection passes the gate, and none stays in the server.")
        made: extensions.cursor = super().cursor(cursor_factory=GatedCursor, **kwargs)  # type: ignore[call-overload]
        return made


class GatedCursor(extensions.cursor):
    """Sends the guard in one message with the first statement of a transaction."""

    def execute(self, query: Query, vars: Parameters = None) -> None:  # noqa: A002 - the driver's name
        wire = self.connection
        assert isinstance(wire, Wire)  # noqa: S101 - its only maker
        sql = wire.admit(query)
        _check_values(vars)
        super().execute(wire.guard + sql, vars)
        wire.guard = ""

    def executemany(self, query: Query, vars_list: Sequence[Parameters]) -> None:  # type: ignore[override]
        wire = self.connection
        assert isinstance(wire, Wire)  # noqa: S101
        sql = wire.admit(query)
        for values in vars_list:
            _check_values(values)
        if wire.guard:
            with extensions.cursor(wire) as cursor:
                cursor.execute(wire.guard)
            wire.guard = ""
        super().executemany(sql, vars_list)

    def _refuse(self, *_args: object, **_kwargs: object) -> NoReturn:
        raise WriteRefused("COPY and procedures do not pass the gate.")

    callproc = copy_from = copy_to = copy_expert = _refuse


def _check_values(values: Parameters) -> None:
    """`AsIs` would put SQL where a value belongs, past the gate."""
    if values and extensions.AsIs in map(type, values.values() if isinstance(values, Mapping) else values):
        raise WriteRefused("A parameter is a value, not SQL.")


def _text(query: bytes | Composable, wire: Wire) -> str:
    return query.decode() if isinstance(query, bytes) else query.as_string(wire)
