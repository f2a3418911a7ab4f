"""Brings every namespace of a cell to the head revision: rendered once, one transaction a tenant, in growing rings.

Who is behind is told by `fleet.version`, what was done by `fleet.ledger`. A tenant is either at its old revision or at
the new one, so a run that was killed is resumed by running it again; several may run at once.
"""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol

from psycopg2 import OperationalError, errors
from sqlalchemy import Engine, text

from tenants import revisions
from tenants.namespace import checked

RINGS: Final = (1, 10, 100)
FAILURES: Final = 0.01
TRIES: Final = 4

_CLAIM: Final = """
SELECT revision, now() FROM fleet.version WHERE namespace = %s AND revision <> %s FOR UPDATE SKIP LOCKED
"""
_NOTE: Final = """
INSERT INTO fleet.ledger (namespace, from_revision, to_revision, sql_hash, state, error, started_at)
VALUES (%s, %s, %s, %s, %s, %s, %s)
"""

render = revisions.render


@dataclass(frozen=True, slots=True)
class FleetReport:
    """What one run did. `stopped` means that too many failed and the rest was left alone."""

    head: str
    upgraded: int
    failed: dict[str, str]
    stopped: bool


class Progress(Protocol):
    """Told after each tenant."""

    def __call__(self, done: int, total: int, namespace: str) -> None: ...


def behind(engine: Engine) -> list[str]:
    """Namespaces that are not at the head revision."""
    sql = "SELECT namespace FROM fleet.version WHERE revision <> :head ORDER BY namespace"
    with engine.connect() as connection:
        return list(connection.execute(text(sql), {"head": revisions.head("tenant")}).scalars())


def upgrade(migrate_engine: Engine, *, progress: Progress | None = None) -> FleetReport:
    """Upgrades all that are behind; stops after a ring in which more than one in a hundred failed."""
    head = revisions.head("tenant")
    late = behind(migrate_engine)
    random.shuffle(late)
    upgraded, done, failed = 0, 0, dict[str, str]()
    for ring in _rings(late):
        for namespace in ring:
            try:
                upgraded += _with_patience(partial(_upgrade_one, migrate_engine, namespace, head))
            except Exception as error:  # noqa: BLE001 - whatever is wrong with one tenant is noted, and the next is tried
                failed[namespace] = str(error).strip().split("\n", 1)[0]
                _note_failure(migrate_engine, namespace, head, failed[namespace])
            done += 1
            if progress is not None:
                progress(done, len(late), namespace)
        if len(failed) > FAILURES * done:
            return FleetReport(head, upgraded, failed, stopped=done < len(late))
    return FleetReport(head, upgraded, failed, stopped=False)


def _rings(names: list[str]) -> Iterator[list[str]]:
    """1, then 10, then 100, then all the rest."""
    start = 0
    for size in RINGS:
        yield names[start : start + size]
        start += size
    yield names[start:]


def _with_patience(step: Callable[[], bool]) -> bool:
    """A tenant at work holds locks; ours time out after two seconds and are asked for again, at random moments."""
    for attempt in range(1, TRIES):
        try:
            return step()
        except (errors.LockNotAvailable, errors.DeadlockDetected, OperationalError):
            time.sleep(random.uniform(0.1, 0.5) * attempt)  # noqa: S311 - jitter, not a secret
    return step()


def _upgrade_one(engine: Engine, namespace: str, head: str) -> bool:
    """False when another run has it, or has done it."""
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute(_CLAIM, (namespace, head))
        row = cursor.fetchone()
        if row is None:
            return False
        script = revisions.render("tenant", row[0], head)
        cursor.execute(f"SET LOCAL search_path = {checked(namespace)}, ext;{script}\nSET LOCAL search_path = '';")
        cursor.execute("SELECT fleet.grant_tables(%s)", (namespace,))
        cursor.execute(
            "UPDATE fleet.version SET revision = %s, changed_at = now() WHERE namespace = %s", (head, namespace)
        )
        cursor.execute(_NOTE, (namespace, row[0], head, revisions.digest(script), "DONE", None, row[1]))
        connection.commit()
        return True


def _note_failure(engine: Engine, namespace: str, head: str, error: str) -> None:
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute("SELECT revision, now() FROM fleet.version WHERE namespace = %s", (namespace,))
        revision, now = cursor.fetchone() or (revisions.BASE, None)
        cursor.execute(_NOTE, (namespace, revision, head, "", "FAILED", error, now))
        connection.commit()
