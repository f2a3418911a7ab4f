"""Namespaces that are not what their revision says: each is compared with one that was just made at that revision.

What differs is noted in `fleet.ledger`, once when it is found or changes and once when it is gone: a namespace whose
last line there is FAILED has something to be mended. Nothing is mended here, since nobody knows why it was done.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Final, cast
from uuid import uuid4

from psycopg2.extensions import cursor as Cursor  # noqa: N812 - a class, whatever its case
from sqlalchemy import Engine

from tenants.errors import UnknownRevision
from tenants.filling import script
from tenants.fingerprint import Shape, differences, digest, shape
from tenants.namespace import new_name

A_CONNECTION: Final = 100  # namespaces that one connection looks at: it keeps what it has seen of each
TOLD: Final = 20  # differences that the ledger keeps

_NAMES: Final = "SELECT namespace FROM fleet.version ORDER BY namespace"
# Whoever is upgrading it has it; what it is at that moment is no drift.
_HOLD: Final = "SELECT revision FROM fleet.version WHERE namespace = %s FOR SHARE SKIP LOCKED"
_LAST: Final = """
SELECT sql_hash FROM fleet.ledger WHERE namespace = %s AND from_revision = to_revision ORDER BY id DESC LIMIT 1
"""
_NOTE: Final = """
INSERT INTO fleet.ledger (namespace, from_revision, to_revision, sql_hash, state, error, started_at)
VALUES (%(namespace)s, %(revision)s, %(revision)s, %(hash)s, %(state)s, %(error)s, now())
"""


@dataclass(frozen=True, slots=True)
class Drift:
    """What is not as it should be in one namespace, a sentence each."""

    namespace: str
    revision: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DriftReport:
    """`busy` were being upgraded, or stand at a revision that this code does not know."""

    checked: int = 0
    busy: int = 0
    drifted: tuple[Drift, ...] = ()

    def __add__(self, other: "DriftReport") -> "DriftReport":
        """Of several cells."""
        return DriftReport(self.checked + other.checked, self.busy + other.busy, self.drifted + other.drifted)


Progress = Callable[[int, int], None]


def look(
    migrate_engine: Engine, namespaces: Sequence[str] | None = None, *, progress: Progress | None = None
) -> DriftReport:
    """All of a cell, or the given ones."""
    names = list(namespaces) if namespaces is not None else _names(migrate_engine)
    random.shuffle(names)  # one that breaks it off every night does not always hide the same others
    wanted = dict[str, Shape]()
    drifted, checked = list[Drift](), 0
    for number, found in enumerate(_each(migrate_engine, names, wanted), 1):
        if found is not None:
            checked += 1
            drifted += [found] if found.told else []
        if progress is not None:
            progress(number, len(names))
    return DriftReport(checked, len(names) - checked, tuple(sorted(drifted, key=lambda one: one.namespace)))


def _names(engine: Engine) -> list[str]:
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute(_NAMES)
        return [row[0] for row in cursor.fetchall()]


def _each(engine: Engine, names: Sequence[str], wanted: dict[str, Shape]) -> Iterator[Drift | None]:
    for start in range(0, len(names), A_CONNECTION):
        with closing(engine.raw_connection()) as connection, closing(cast(Cursor, connection.cursor())) as cursor:
            for name in names[start : start + A_CONNECTION]:
                try:
                    yield _look_at(cursor, name, wanted)
                    connection.commit()
                except UnknownRevision:
                    connection.rollback()
                    yield None
            connection.invalidate()


def _look_at(cursor: Cursor, namespace: str, wanted: dict[str, Shape]) -> Drift | None:
    cursor.execute(_HOLD, (namespace,))
    row = cursor.fetchone()
    if row is None:
        return None
    revision = str(row[0])
    if revision not in wanted:
        wanted[revision] = _as_made(cursor, revision)
    found = shape(cursor, namespace)
    drift = Drift(namespace, revision, tuple(differences(wanted[revision], found)))
    _note(cursor, drift, digest(found))
    return drift


def _as_made(cursor: Cursor, revision: str) -> Shape:
    """Of a namespace that is made, looked at, and was never there for anybody else."""
    cursor.execute("SAVEPOINT made")
    name = new_name()
    cursor.execute(script(uuid4(), name, revision))
    found = shape(cursor, name)
    cursor.execute("ROLLBACK TO SAVEPOINT made")
    return found


def _note(cursor: Cursor, drift: Drift, found: str) -> None:
    cursor.execute(_LAST, (drift.namespace,))
    last = cursor.fetchone()
    if (last is None and not drift.told) or last == (found,):
        return
    more = len(drift.told) - TOLD
    told = [*drift.told[:TOLD], *([f"and {more} more"] if more > 0 else [])]
    cursor.execute(_NOTE, {
        "namespace": drift.namespace, "revision": drift.revision, "hash": found,
        "state": "FAILED" if told else "DONE", "error": f"Drift: {'; '.join(told)}" if told else None,
    })  # fmt: skip
