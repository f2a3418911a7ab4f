"""A namespace with its role and the tables of the head revision, in one message and one transaction of the cell."""

from contextlib import closing
from typing import Final
from uuid import UUID

from sqlalchemy import Engine

from tenants.namespace import checked
from tenants.revisions import BASE, digest, render

# LOGIN is there only because Citus asks for it; without a password nobody logs in as a tenant.
_SCRIPT: Final = """
CREATE ROLE {name} LOGIN NOINHERIT;
GRANT {name} TO kesher_web, kesher_work;
CREATE SCHEMA {name};
GRANT USAGE ON SCHEMA {name} TO {name};
SET LOCAL search_path = {name}, ext;
{head}
SET LOCAL search_path = '';
SELECT fleet.grant_tables('{name}');
INSERT INTO fleet.version (namespace, tenant_id, revision) VALUES ('{name}', '{id}', '{revision}');
INSERT INTO fleet.ledger (namespace, from_revision, to_revision, sql_hash, state, started_at)
VALUES ('{name}', '{base}', '{revision}', '{hash}', 'DONE', now());
"""


def fill(engine: Engine, id: UUID, namespace: str, revision: str) -> None:
    """Again, it changes nothing."""
    sql = script(id, namespace, revision)
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (namespace,))
        cursor.execute("SELECT FROM fleet.version WHERE namespace = %s", (namespace,))
        if cursor.fetchone() is None:
            cursor.execute(sql)
        connection.commit()


def script(id: UUID, namespace: str, revision: str) -> str:
    """All that makes a namespace, for one transaction."""
    head = render("tenant", BASE, revision)
    return _SCRIPT.format(
        name=checked(namespace), id=id, head=head, revision=revision, base=BASE, hash=digest(head)
    )  # fmt: skip
