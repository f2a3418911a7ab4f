"""A company in which what is hidden from one member does not exist: the same rows without it."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Column, Connection, Engine, Table, inspect, select, text

from saas.core.clock import FixedClock
from saas.core.model import Model
from saas.core.principal import Principal
from saas.core.rights import Role
from saas.core.work import Opener
from saas.graph.assembly import graph
from saas.graph.bindings import Amount, Hidden, Scalar, ToMany, ToOne
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.graph.world import NOW, Row, table_of

WALLS = """SELECT conrelid::regclass::text, conname FROM pg_constraint
WHERE connamespace = CAST(:namespace AS regnamespace) AND contype IN ('f', 'c')"""


@dataclass(frozen=True, slots=True)
class Apart:
    """The member `viewer` of `here` sees what the owner of `there` sees, who has the same id."""

    here: Tenant
    there: Tenant
    viewer: Principal

    @property
    def owner(self) -> Principal:
        return Principal(self.viewer.member_id, Role.OWNER, self.viewer.name, "en", "UTC", "apart")


def make_apart(lanes: Lanes, engine: Engine, apart: Apart, models: tuple[type[Model], ...]) -> None:
    """Fills the other company: hidden rows are left out, hidden fields empty, nothing refers to what is not there."""
    tables = [model for model in models if isinstance(model.__table__, Table)]
    seen = {table_of(model).name: seen_keys(lanes, apart, model) for model in tables}
    emptied = hidden_columns(apart.viewer)
    with engine.connect().execution_options(schema_translate_map={None: apart.here.namespace}) as connection:
        rows = {
            model: [dict(row) for row in connection.execute(select(table_of(model))).mappings()] for model in tables
        }
    with engine.execution_options(schema_translate_map={None: apart.there.namespace}).begin() as connection:
        take_down_walls(connection, apart.there)
        for model in tables:
            kept = [without(table_of(model), row, emptied, seen) for row in rows[model]
                    if row["id"] in seen[table_of(model).name]]  # fmt: skip
            if kept:
                connection.execute(table_of(model).insert(), kept)


def take_down_walls(connection: Connection, tenant: Tenant) -> None:
    """A company without its hidden parts need not be one that could be."""
    for table, name in connection.execute(text(WALLS), {"namespace": tenant.namespace}).all():
        connection.execute(text(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"'))


def seen_keys(lanes: Lanes, apart: Apart, model: type[Model]) -> set[UUID]:
    """The rows that the member's policy shows, deleted ones too."""
    key = inspect(model).primary_key[0]
    with Opener(lanes, apart.here, apart.viewer, FixedClock(NOW))() as work:
        return set(work.all(select(key).where(work.visible(model, deleted=True))))


def hidden_columns(viewer: Principal) -> set[tuple[str, str]]:
    """Of the fields that the member's role hides."""
    places: set[tuple[str, str]] = set()
    for name, table in graph().hiding.shown_to(viewer.rights).items():
        for field, binding in table.fields.items():
            if isinstance(binding, Hidden):
                column = column_of(graph().types[name].fields[field])
                if column is not None:
                    places.add((column.table.name, column.name))
    return places


def column_of(binding: object) -> "Column[object] | None":
    match binding:
        case Scalar(column) | ToOne(_, column) | Amount(column) | ToMany(_, column):
            return column
    return None


def without(table: Table, row: Row, emptied: set[tuple[str, str]], seen: dict[str, set[UUID]]) -> Row:
    kept = {name: value for name, value in row.items() if table.c[name].computed is None}
    for column in table.columns:
        refers = next((key.column.table.name for key in column.foreign_keys), None)
        gone = refers in seen and kept.get(column.name) not in seen[refers]
        if (table.name, column.name) in emptied or gone:
            assert column.nullable or kept.get(column.name) is None, f"{table.name}.{column.name} cannot be empty"
            kept[column.name] = None
    return kept
