"""What is kept of a company after it was purged goes too: its backups, thirty days later.

Until then a purge that was a mistake is mended by importing the latest. Its row in `platform.backup` says that
something still lies in the places, and goes last: what was broken off is found by the next night.
"""

import logging
from datetime import timedelta
from typing import Final
from uuid import UUID

import obstore
from sqlalchemy import Engine, delete, select

from saas.core.clock import Clock
from saas.operations.backups import Vault
from tenants.administration import backup, backup_file
from tenants.platform import deletion

log = logging.getLogger("kesher.worker")

KEPT: Final = timedelta(days=30)


def take_away_backups(migrate: Engine, vault: Vault, clock: Clock) -> int:
    """Of how many companies. Without places nobody knows where they lie, and the rows stay."""
    if not vault.places:
        return 0
    over = deletion.c.purged_at < clock.now() - KEPT
    gone = select(backup.c.tenant_id).join(deletion, deletion.c.tenant_id == backup.c.tenant_id).where(over)
    with migrate.connect() as connection:
        found = list(connection.execute(gone).scalars())
    return sum(_take_away(migrate, vault, id_) for id_ in found)


def _take_away(migrate: Engine, vault: Vault, id_: UUID) -> bool:
    """A place that does not answer is asked again the next night."""
    try:
        for store in vault.stores():
            names = [str(one["path"]) for one in obstore.list(store, prefix=f"{id_}/").collect()]
            if names:
                obstore.delete(store, names)
    except (OSError, obstore.exceptions.BaseError):
        log.exception("the backups of %s could not be taken away", id_)
        return False
    with migrate.begin() as connection:
        for table in (backup_file, backup):
            connection.execute(delete(table).where(table.c.tenant_id == id_))
    return True
