"""Brings every namespace of a cell to the head revision: rendered once, one transaction a tenant, in growing rings,
by several hands.

Who is behind is told by `fleet.version`, what was done by `fleet.ledger`. A tenant is either at its old revision or at
the new one, so a run that was killed is resumed by running it again; several may run at once. Only where a large table
gets an index does the way go in strides, since that index is made outside a transaction; each stride is resumed too.
"""

import random
import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Event
from typing import Final, Protocol, Self, cast

import psycopg2
from psycopg2 import OperationalError, errors
from psycopg2.extensions import cursor as Cursor  # noqa: N812 - a class, whatever its case
from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import PoolProxiedConnection

from tenants import revisions
from tenants.building import any_large, build
from tenants.namespace import checked
from tenants.revisions import Index

RINGS: Final = (1, 10, 100)
FAILURES: Final = 0.01
TRIES: Final = 4
HANDS: Final = 4
A_CONNECTION: Final = 100  # tenants that one connection meets

# The disk is not waited for: whoever is cut off finds each tenant at its old revision or at the new one.
_CLAIM: Final = """
SET LOCAL synchronous_commit = off;
SELECT revision, now() FROM fleet.version WHERE namespace = %s AND revision <> %s FOR UPDATE SKIP LOCKED
"""
_NOTE: Final = """
INSERT INTO fleet.ledger (namespace, from_revision, to_revision, sql_hash, state, error, started_at)
VALUES (%s, %s, %s, %s, %s, %s, %s)
"""

_GRANT: Final = "SELECT fleet.grant_tables(%(namespace)s);"
_TABLES: Final = re.compile(r"\b(CREATE TABLE|COMMENT ON TABLE)\b")  # what grants hang on
_DONE: Final = """
UPDATE fleet.version SET revision = %(head)s, changed_at = now() WHERE namespace = %(namespace)s;
INSERT INTO fleet.ledger (namespace, from_revision, to_revision, sql_hash, state, started_at)
VALUES (%(namespace)s, %(before)s, %(head)s, %(hash)s, 'DONE', %(began)s)
"""

render = revisions.render


@dataclass(frozen=True, slots=True)
class FleetReport:
    """What one run did. `stopped` means that too many failed and the rest was left alone."""

    head: str
    upgraded: int
    failed: dict[str, str]
    stopped: bool


@dataclass(frozen=True, slots=True)
class _Told:
    namespace: str
    upgraded: bool
    error: str | None


class Progress(Protocol):
    """Told after each tenant."""

    def __call__(self, done: int, total: int, namespace: str) -> None: ...


def behind(engine: Engine) -> list[str]:
    """Namespaces that are not at the head revision."""
    sql = "SELECT namespace FROM fleet.version WHERE revision <> :head ORDER BY namespace"
    with engine.connect() as connection:
        return list(connection.execute(text(sql), {"head": revisions.head("tenant")}).scalars())


def upgrade(migrate_engine: Engine, *, progress: Progress | None = None, hands: int = HANDS) -> FleetReport:
    """Upgrades all that are behind; stops after a ring in which more than one in a hundred failed."""
    head = revisions.head("tenant")
    late = behind(migrate_engine)
    random.shuffle(late)
    upgraded, done, failed = 0, 0, dict[str, str]()
    for ring in _rings(late):
        for told in _together(migrate_engine, ring, head, hands):
            upgraded += told.upgraded
            if told.error is not None:
                failed[told.namespace] = told.error
            done += 1
            if progress is not None:
                progress(done, len(late), told.namespace)
        _settle(migrate_engine)
        if len(failed) > FAILURES * done:
            return FleetReport(head, upgraded, failed, stopped=done < len(late))
    return FleetReport(head, upgraded, failed, stopped=False)


def _settle(engine: Engine) -> None:
    """What is told as done has reached the disk: a commit that is waited for takes all before it along."""
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_catalog.pg_current_xact_id()"))


def upgrade_one(migrate_engine: Engine, namespace: str) -> str | None:
    """Why it could not be brought to the head; None where it is there."""
    with _Hand(migrate_engine, revisions.head("tenant")) as hand:
        error = hand.upgrade(namespace).error
    _settle(migrate_engine)
    return error


def _together(engine: Engine, ring: list[str], head: str, hands: int) -> Iterator[_Told]:
    """As each is done. Whoever stops listening stops the work after the tenants that are at hand."""
    told, ended = SimpleQueue[_Told](), Event()
    size = max(1, min(A_CONNECTION, -(-len(ring) // hands)))

    def work(names: list[str]) -> None:
        with _Hand(engine, head) as hand:
            for name in names:
                if ended.is_set():
                    return
                told.put(hand.upgrade(name))

    with ThreadPoolExecutor(hands) as threads:
        for start in range(0, len(ring), size):
            threads.submit(work, ring[start : start + size])
        try:
            for _ in ring:
                yield told.get()
        finally:
            ended.set()


class _Hand:
    """One connection for so many tenants, and no more: a backend never gives back what it knows of a table."""

    def __init__(self, engine: Engine, head: str) -> None:
        self._engine = engine
        self._head = head
        self._wire: PoolProxiedConnection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._drop()

    def upgrade(self, namespace: str) -> _Told:
        """Whatever is wrong with one tenant is noted, and the next is tried."""
        try:
            return _Told(namespace, self._with_patience(namespace), None)
        except Exception as error:  # noqa: BLE001 - noted for the operator
            self._drop()
            why = str(error).strip().split("\n", 1)[0]
            with suppress(psycopg2.Error, SQLAlchemyError):  # whoever counts waits for every tenant
                _note_failure(self._engine, namespace, self._head, why)
            return _Told(namespace, upgraded=False, error=why)

    def _with_patience(self, namespace: str) -> bool:
        """A tenant at work holds locks; ours time out after two seconds and are asked for again, at random moments."""
        for attempt in range(1, TRIES):
            try:
                return _upgrade_one(self._engine, self._connection(), namespace, self._head)
            except (errors.LockNotAvailable, errors.DeadlockDetected, OperationalError):
                self._drop()
                time.sleep(random.uniform(0.1, 0.5) * attempt)  # noqa: S311 - jitter, not a secret
        return _upgrade_one(self._engine, self._connection(), namespace, self._head)

    def _connection(self) -> PoolProxiedConnection:
        if self._wire is None:
            self._wire = self._engine.raw_connection()
        return self._wire

    def _drop(self) -> None:
        if self._wire is not None:
            self._wire.close()
            self._wire = None


def _rings(names: list[str]) -> Iterator[list[str]]:
    """1, then 10, then 100, then all the rest."""
    start = 0
    for size in RINGS:
        yield names[start : start + size]
        start += size
    yield names[start:]


@dataclass(frozen=True, slots=True)
class _Claim:
    """A namespace that nobody else has at hand, where it stands and where it is to go."""

    namespace: str
    before: str
    began: object
    head: str


def _upgrade_one(engine: Engine, connection: PoolProxiedConnection, namespace: str, head: str) -> bool:
    """False when another run has it, or has done it."""
    with closing(cast(Cursor, connection.cursor())) as cursor:
        while (claim := _claim(cursor, namespace, head)) is not None:
            end = _stride(engine, cursor, claim)
            script = revisions.render("tenant", claim.before, end)
            cursor.execute((_GRANT if _TABLES.search(script) else "") + _DONE, {
                "namespace": namespace, "before": claim.before, "head": end, "hash": revisions.digest(script),
                "began": claim.began,
            })  # fmt: skip
            connection.commit()
            if end == head:
                return True
        connection.rollback()
        return False


def _claim(cursor: Cursor, namespace: str, head: str) -> _Claim | None:
    cursor.execute(_CLAIM, (namespace, head))
    row = cursor.fetchone()
    return None if row is None else _Claim(namespace, row[0], row[1], head)


def _stride(engine: Engine, cursor: Cursor, claim: _Claim) -> str:
    """As far as is right at once: all the way, unless a large table is to get an index."""
    end, way = claim.head, revisions.strides(claim.before, claim.head)
    indexes: tuple[Index, ...] = ()
    if any_large(cursor, claim.namespace, [index for stride in way for index in stride.indexes]):
        end, indexes = way[0].end, way[0].indexes
    if indexes:
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")  # it holds the claim meanwhile
        build(engine, claim.namespace, indexes)
    else:
        script = revisions.render("tenant", claim.before, end)
        path = checked(claim.namespace)
        cursor.execute(f"SET LOCAL search_path = {path}, ext;{script}\nSET LOCAL search_path = '';")
    return end


def _note_failure(engine: Engine, namespace: str, head: str, error: str) -> None:
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute("SELECT revision, now() FROM fleet.version WHERE namespace = %s", (namespace,))
        revision, now = cursor.fetchone() or (revisions.BASE, None)
        cursor.execute(_NOTE, (namespace, revision, head, "", "FAILED", error, now))
        connection.commit()
