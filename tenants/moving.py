"""A tenant's way from one cell into another, while it is being used.

    COPYING   a copy in the target, brought up to what has changed since; the tenant notices nothing
    HELD      it can be read only: its tables are locked, what changed last is brought over and compared
              ── the source gives up its writes and its queue, in one transaction: from here there is no way back ──
    MOVED     the directory says the target; the old copy stays, and can be read only
    CONFIRMED the old copy is gone

Killed before the line, the next run takes the copy away and begins again; killed after it, the next run goes on. Until
then a tenant that was HELD can still be read. Whether the line was passed is told by the source itself: it has no
`fleet.version` of the tenant any more. Whoever moves has a lease (`tenants.lease`), and nothing of his stands without
it: a move whose mover is gone can be taken up by any process, and one who comes back finds that he is too late.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

from sqlalchemy import Engine, RowMapping, func, insert, select

from tenants.cells import forget
from tenants.errors import MoveRefused, MoveUnderWay
from tenants.lease import Lease, lease
from tenants.placement import HOME
from tenants.platform import move as moves
from tenants.provision import drop
from tenants.queue import empty
from tenants.registry import TenantStatus
from tenants.route import Moved, Route
from tenants.trip import Trip, note

Then = Callable[[Moved], None]


def move(route: Route, *, reason: str, operator: str, then: Then = lambda _moved: None) -> Moved:
    """Again, it goes on with what was broken off. `then` is done while nobody else can have a hand in it.

    Raises MoveRefused, after which the tenant is as it was.
    """
    with _mine(route) as held:
        return _go(route, _begin(route, reason, operator), held, then)


def resume(route: Route, then: Then = lambda _moved: None) -> Moved | None:
    """What was broken off; None where there is nothing. Raises MoveRefused, MoveUnderWay where somebody is at it."""
    with _mine(route) as held:
        row = find_move(route.cells.home, route.tenant.id)
        return None if row is None else _go(route, row, held, then)


def take_back(route: Route, failure: str) -> bool:
    """One that nobody went on with ends, as if it had not begun; False where there is no way back.

    Raises MoveUnderWay.
    """
    with _mine(route) as held:
        row = find_move(route.cells.home, route.tenant.id)
        if row is None or row["step"] == "MOVED":
            return False
        trip = Trip(route, row["id"], row["source"], held)
        if trip.has_left():
            return False
        trip.undo(failure)
        return True


def confirm(route: Route) -> str:
    """Takes the old copy away; the cell where it was."""
    with _mine(route) as held:
        row = find_move(route.cells.home, route.tenant.id)
        if row is None or row["step"] != "MOVED":
            raise MoveRefused(f"There is no old copy of {route.tenant.slug} that waits for this.")
        with held.transaction(route.cells.at(row["source"])) as there:
            drop(there, route.tenant.id, route.name)
            empty(there, route.name)
            if row["source"] != HOME:
                forget(there, {"id": route.tenant.id, "namespace": route.name})
        note(route.cells.home, row["id"], step="CONFIRMED", ended_at=func.now())
        return str(row["source"])


def find_move(home: Engine, tenant_id: UUID) -> RowMapping | None:
    """One that has not ended."""
    with home.connect() as connection:
        mine = select(moves).where(moves.c.tenant_id == tenant_id, moves.c.ended_at.is_(None))
        return connection.execute(mine).mappings().one_or_none()


@contextmanager
def _mine(route: Route) -> Iterator[Lease]:
    with lease(route.cells.home, f"move:{route.name}") as held:
        if held is None:
            raise MoveUnderWay(f"{route.tenant.slug} is being moved by another process.")
        yield held


def _begin(route: Route, reason: str, operator: str) -> RowMapping:
    row = find_move(route.cells.home, route.tenant.id)
    if row is not None:
        if row["target"] != route.target:
            waits = "its old copy waits for --confirm" if row["step"] == "MOVED" else "it was not finished"
            raise MoveRefused(f"{route.tenant.slug} moved from {row['source']} to {row['target']}, and {waits}.")
        return row
    route.cells.at(route.target)
    if route.tenant.cell == route.target:
        raise MoveRefused(f"{route.tenant.slug} lives in the cell {route.target} already.")
    if route.tenant.status not in {TenantStatus.ACTIVE, TenantStatus.SUSPENDED}:
        raise MoveRefused(f"{route.tenant.slug} is {route.tenant.status.lower()}.")
    made = {
        "id": uuid4(), "tenant_id": route.tenant.id, "source": route.tenant.cell, "target": route.target,
        "step": "COPYING", "reason": reason, "operator": operator,
    }  # fmt: skip
    with route.cells.home.begin() as connection:
        return connection.execute(insert(moves).values(made).returning(moves)).mappings().one()


def _go(route: Route, row: RowMapping, held: Lease, then: Then) -> Moved:
    trip = Trip(route, row["id"], row["source"], held)
    if row["step"] != "MOVED":
        if not trip.has_left():
            trip.undo(None)  # what an earlier run has left
            trip.bring()
        trip.arrive()
    trip.tidy()
    then(moved := trip.told())
    return moved
