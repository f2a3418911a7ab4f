"""A company moved to another cell: told in both books, its files looked at."""

import hashlib
from collections.abc import Callable

from sqlalchemy import select

from saas.core.errors import Invalid
from saas.core.work import Opener
from saas.files.gateway import store_of
from saas.files.model import StoredFile
from saas.operations.actions import OperationKind, Reason, book, check_reason
from tenants import moving
from tenants.moving import Moved, Route
from tenants.platform import operation
from tenants.registry import Tenant


def move_company(route: Route, opener: Callable[[Tenant], Opener], reason: Reason) -> Moved:
    """While it is being used; again, it goes on with what was broken off. Every file must be there as it was stored.

    Files lie in the one store of all cells, under a name that stays: nothing of them moves, and a damaged one is told
    of before anything has changed. Raises MoveRefused.
    """
    check_reason(reason)
    check_files(opener(route.tenant), route.progress)
    moved = moving.move(route, reason=reason.why, operator=reason.operator)
    if not _is_booked(route, moved):
        book(route.cells.home, opener(moved.tenant), OperationKind.MOVE, reason)
    return moved


def _is_booked(route: Route, moved: Moved) -> bool:
    mine = operation.c.tenant_id == moved.tenant.id, operation.c.kind == OperationKind.MOVE
    with route.cells.home.connect() as connection:
        told = connection.execute(select(operation.c.id).where(*mine, operation.c.at >= moved.began_at))
        return told.first() is not None


def check_files(opener: Opener, progress: Callable[[str], None]) -> int:
    """Compares each with its digest; how many there are."""
    store = store_of(opener.outside.files_url, opener.tenant.namespace)
    with opener() as work:
        there = work.all(select(StoredFile.digest).where(StoredFile.gone_at.is_(None)).order_by(StoredFile.digest))
    for digest in there:
        progress("files")
        if hashlib.sha256(store.get(store.key(digest))).hexdigest() != digest:
            raise Invalid("FILE_DAMAGED", "The file %(digest)s is not what was stored.", digest=digest)
    return len(there)
