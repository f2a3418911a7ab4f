"""Word between web processes: whose access is to be looked at anew, told by Postgres when a transaction commits.

`m NAMESPACE MEMBER` is all that a member of a company shows, `s DIGEST` one credential, `c NAMESPACE` what a company
says of itself and of its sessions. The functions `ext.member_changed` and `ext.change_company` tell the first and the
last from within a company's own transaction.
"""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Connection, func, select

from tenants.registry import ACCESS


def tell_credential(connection: Connection, hash: bytes) -> None:  # noqa: A002  the column's name
    """Of a session or a token."""
    _tell(connection, f"s {hash.hex()}")


def tell_members(connection: Connection, members: Iterable[tuple[str, UUID]]) -> None:
    """By namespace and id."""
    for namespace, member_id in members:
        _tell(connection, f"m {namespace} {member_id}")


def tell_company(connection: Connection, namespace: str) -> None:
    """Of what bears on all its members."""
    _tell(connection, f"c {namespace}")


def _tell(connection: Connection, word: str) -> None:
    connection.execute(select(func.pg_notify(ACCESS, word)))
