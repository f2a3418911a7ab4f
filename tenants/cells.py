"""Cells: Postgres servers, each with companies, their queue and their revisions; the home has the directory besides.

A cell is bootstrapped as the home is. Of `platform` it uses one table, `tenant`: its own row of each company that lives
there, which the functions in `ext` read and write in the company's transaction. What the company says of itself is
true there first, and the home's row follows (`carry`); slug, status and cell are true in the home.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Engine, delete, insert, select, text, update

from tenants.errors import UnknownCell
from tenants.placement import HOME, emptiest
from tenants.platform import tenant

SAID: Final = ("name", "currency", "locale", "time_zone", "week_start", "fiscal_start", "logo")
_COLUMNS: Final = [tenant.c[name] for name in ("id", "slug", "namespace", "cell", "status", *SAID)]
_UNSENT: Final = (
    select(tenant.c.id, *(tenant.c[name] for name in SAID)).where(tenant.c.unsent).limit(100)
    .with_for_update(skip_locked=True)
)  # fmt: skip
_COUNT: Final = text("SELECT cell, count(*) AS companies FROM platform.tenant WHERE slug <> namespace GROUP BY cell")


@dataclass(frozen=True, slots=True)
class Cells:
    """The same role's engine for each cell, the home first."""

    engines: Mapping[str, Engine]

    @property
    def home(self) -> Engine:
        return self.engines[HOME]

    def at(self, cell: str) -> Engine:
        """Raises UnknownCell."""
        try:
            return self.engines[cell]
        except KeyError:
            known = ", ".join(self.engines)
            raise UnknownCell(f"There is no cell {cell!r}; known are: {known}. See KESHER_CELLS.") from None

    @property
    def abroad(self) -> tuple[Engine, ...]:
        return tuple(engine for cell, engine in self.engines.items() if cell != HOME)

    def beyond_home(self, cell: str) -> Engine | None:
        """None for the home. Raises UnknownCell."""
        return None if cell == HOME else self.at(cell)

    def dispose(self) -> None:
        for engine in self.engines.values():
            engine.dispose()


def count_companies(cells: Cells) -> dict[str, int]:
    """By cell; spares are none."""
    with cells.home.connect() as connection:
        there = {row.cell: row.companies for row in connection.execute(_COUNT)}
    return {cell: there.get(cell, 0) for cell in cells.engines}


def place(cells: Cells, slug: str) -> str:
    """Where a new company goes: to the cell with most room, or where one by this name was begun and broken off."""
    if len(cells.engines) == 1:
        return HOME
    begun = select(tenant.c.cell).where(tenant.c.slug == slug, tenant.c.status == "PROVISIONING")
    with cells.home.connect() as connection:
        cell = connection.execute(begun).scalar_one_or_none()
    return cell or emptiest(count_companies(cells))


def adopt(home: Connection, cell: Connection, namespace: str) -> None:
    """The cell's own row of a company, as the home has it."""
    keep(cell, own_row(home, namespace))


def own_row(cell: Connection, namespace: str) -> dict[str, object]:
    """Raises NoResultFound."""
    found = cell.execute(select(*_COLUMNS).where(tenant.c.namespace == namespace)).mappings().one()
    return dict(found)


def keep(cell: Connection, row: Mapping[str, object]) -> None:
    forget(cell, row)
    cell.execute(insert(tenant), dict(row))


def forget(cell: Connection, row: Mapping[str, object]) -> None:
    mine = (tenant.c.namespace == row["namespace"]) | (tenant.c.id == row["id"])
    cell.execute(delete(tenant).where(mine))


def carry(home: Engine, cell: Engine, name: str) -> int:
    """What companies of a cell have said of themselves, told to the home; again, it changes nothing. How many."""
    with cell.begin() as there:
        unsent = [dict(row) for row in there.execute(_UNSENT).mappings()]
        if unsent:
            with home.begin() as here:
                for row in unsent:
                    mine = (tenant.c.id == row["id"]) & (tenant.c.cell == name)
                    here.execute(update(tenant).where(mine).values({one: row[one] for one in SAID}))
            sent = tenant.c.id.in_([row["id"] for row in unsent])
            there.execute(update(tenant).where(sent).values(unsent=False))
    return len(unsent)


@contextmanager
def alone(home: Engine, what: str) -> Iterator[bool]:
    """False where another process is at it. Held by a transaction, so that a process that dies lets go."""
    with home.begin() as connection:
        connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))  # it may take minutes
        lock = text("SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
        yield bool(connection.execute(lock, {"name": what}).scalar_one())
