"""What a rehearsal that was killed has left behind, taken away by the next one: namespace, role and files."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from uuid import UUID

import obstore
from obstore.exceptions import BaseError
from sqlalchemy import Connection, Engine, delete, func, select, table, text

from saas.core.errors import Unavailable
from saas.files.gateway import objects_at
from tenants import provision
from tenants.namespace import checked

_PATIENT: Final = text("SET LOCAL idle_in_transaction_session_timeout = 0")  # a large company takes minutes
_ALONE: Final = text("SELECT pg_try_advisory_xact_lock(hashtextextended('rehearsals', 0))")
_AT_WORK: Final = text("SELECT pg_advisory_xact_lock_shared(hashtextextended('rehearsals', 0))")
_LEFT: Final = text("""
SELECT id, namespace FROM platform.tenant WHERE status = 'PROVISIONING' AND slug ~ '^drill-[0-9a-f]{12}$'
""")


@contextmanager
def rehearsing(migrate: Engine, files_url: str) -> Iterator[None]:
    """Clears up after those that were killed, unless one is at work; while this one is, nobody clears up."""
    with migrate.begin() as connection:
        if connection.execute(_ALONE).scalar_one():
            for id, namespace in _left(connection):
                take_away_files(files_url, namespace)
                provision.undo(migrate, id, namespace)
    with migrate.begin() as connection:
        connection.execute(_PATIENT)
        connection.execute(_AT_WORK)
        yield


def take_away_files(files_url: str, namespace: str) -> None:
    """All that lies below a namespace's prefix. Raises Unavailable where the store cannot be reached."""
    prefix = f"{checked(namespace)}/"
    try:
        objects = objects_at(files_url)
        found = [str(one["path"]) for one in obstore.list(objects, prefix=prefix).collect()]
        if found:
            obstore.delete(objects, found)
    except (BaseError, OSError) as error:
        raise Unavailable("FILE_STORE", "The store of files cannot be reached. Try again later.") from error


def leave_devices(migrate: Engine, namespace: str) -> None:
    """A copy begins without them: devices of the original's members would be told everything twice."""
    with migrate.begin() as connection:
        for name in ("notification_push", "push_device"):
            if connection.scalar(select(func.to_regclass(f"{checked(namespace)}.{name}"))) is not None:
                connection.execute(delete(table(name, schema=namespace)))


def _left(connection: Connection) -> list[tuple[UUID, str]]:
    return [(row.id, row.namespace) for row in connection.execute(_LEFT)]
