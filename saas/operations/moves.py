"""A company moved to another cell: told in both books, its files looked at; and what its mover has left undone."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlalchemy import RowMapping, exists, or_, select

from saas.core.clock import Clock
from saas.core.errors import Invalid
from saas.core.work import Opener
from saas.files.gateway import store_of
from saas.files.model import StoredFile
from saas.operations.actions import OperationKind, Reason, book, check_reason
from tenants import moving
from tenants.cells import Cells
from tenants.errors import DATABASE_ERRORS, MoveLeft, MoveRefused, MoveUnderWay, TenancyError
from tenants.platform import move as moves
from tenants.platform import operation
from tenants.registry import Directory, Tenant
from tenants.route import Moved, Progress, Route

log = logging.getLogger("kesher.worker")

GIVE_UP: Final = timedelta(hours=1)
REST: Final = timedelta(minutes=1)
Openers = Callable[[Tenant], Opener]

_BOOKED = exists().where(
    operation.c.tenant_id == moves.c.tenant_id, operation.c.kind == OperationKind.MOVE,
    operation.c.at >= moves.c.began_at,
)  # fmt: skip
_UNDONE: Final = select(moves).where(moves.c.ended_at.is_(None), or_(moves.c.step != "MOVED", ~_BOOKED))


def move_company(route: Route, opener: Openers, reason: Reason) -> Moved:
    """While it is being used; again, it goes on with what was broken off. Every file must be there as it was stored.

    Files lie in the one store of all cells, under a name that stays: nothing of them moves, and a damaged one is told
    of before anything has changed. Raises MoveRefused.
    """
    check_reason(reason)
    if moving.find_move(route.cells.home, route.tenant.id) is None:
        check_files(opener(route.tenant), route.progress)
    then = partial(_book, route, opener, reason)
    return moving.move(route, reason=reason.why, operator=reason.operator, then=then)


def check_files(opener: Opener, progress: Progress) -> int:
    """Compares each with its digest; how many there are."""
    store = store_of(opener.outside.files_url, opener.tenant.namespace)
    with opener() as work:
        there = work.all(select(StoredFile.digest).where(StoredFile.gone_at.is_(None)).order_by(StoredFile.digest))
    for digest in there:
        progress("files")
        if hashlib.sha256(store.get(store.key(digest))).hexdigest() != digest:
            raise Invalid("FILE_DAMAGED", "The file %(digest)s is not what was stored.", digest=digest)
    return len(there)


@dataclass(frozen=True, slots=True)
class Rescue:
    """Takes up the moves whose movers are gone: each goes on where it was, for an hour, and is then taken back.

    `cells` are the owner's engines. One that cannot be taken up rests for a minute.
    """

    cells: Cells
    directory: Directory
    opener: Openers
    clock: Clock = field(default_factory=Clock)
    progress: Progress = lambda _what: None
    _resting: dict[object, datetime] = field(default_factory=dict)

    def work(self) -> int:
        """How many moves were brought to an end."""
        with self.cells.home.connect() as home:
            undone = home.execute(_UNDONE).mappings().all()
        return sum(self._take_up(row) for row in undone if not self._rests(row))

    def _take_up(self, row: RowMapping) -> bool:
        tenant = self.directory.find(row["tenant_id"])
        if tenant is None:
            return False
        try:
            return self._go_on(Route(self.cells, tenant, row["target"], self.progress), row)
        except (MoveUnderWay, MoveLeft):
            return False
        except (TenancyError, *DATABASE_ERRORS) as error:
            log.warning("the move of %s to %s cannot go on: %s", tenant.slug, row["target"], error)
            self._resting[row["id"]] = self.clock.now() + REST
            return isinstance(error, MoveRefused)

    def _go_on(self, route: Route, row: RowMapping) -> bool:
        late = self.clock.now() > row["began_at"] + GIVE_UP
        if late and moving.take_back(route, "It was not done within an hour."):
            return True
        then = partial(_book, route, self.opener, Reason(row["reason"], row["operator"]))
        return moving.resume(route, then) is not None

    def _rests(self, row: RowMapping) -> bool:
        until = self._resting.get(row["id"])
        return until is not None and self.clock.now() < until


def _book(route: Route, opener: Openers, reason: Reason, moved: Moved) -> None:
    mine = operation.c.tenant_id == moved.tenant.id, operation.c.kind == OperationKind.MOVE
    with route.cells.home.connect() as connection:
        told = connection.execute(select(operation.c.id).where(*mine, operation.c.at >= moved.began_at)).first()
    if told is None:
        book(route.cells.home, opener(moved.tenant), OperationKind.MOVE, reason)
