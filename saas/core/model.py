"""The base of every table in a tenant's namespace, and the columns that most of them share.

A main record:

    class Deal(Model):
        __tablename__ = "deal"
        id: Mapped[UUID] = key()
        version: Mapped[int] = version()
        created_at: Mapped[datetime] = created()
        updated_at: Mapped[datetime] = updated()
        deleted_at: Mapped[datetime | None] = deleted()
        name: Mapped[str]
        search_text: Mapped[str] = folded("name")

`created_at`, `updated_at` and `version` are kept by the unit of work, and a stale `version` is a conflict; a table with
`deleted_at` is never deleted from. Tables carry no namespace: the tenant's own is found by the search path. A table
whose rows may only be added says `__table_args__ = ({"info": {"append_only": True}},)`.
"""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    Computed,
    Date,
    DateTime,
    Enum,
    Index,
    Label,
    MetaData,
    Numeric,
    Text,
    Uuid,
    event,
    func,
    literal_column,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, MappedColumn, QueryableAttribute, mapped_column

from saas.core.ids import new_id

Json = dict[str, object]

LIVE = text("deleted_at IS NULL")
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Choice(Enum):
    """The type of a column annotated with an enum: plain text; `one_of` gives it its CHECK."""

    inherit_cache = True


@compiles(Choice)
def _as_text(_type: Choice, _compiler: object, **_options: object) -> str:
    return "TEXT"


def _values(these: type[StrEnum]) -> list[str]:
    return [value.value for value in these]


class Model(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar = {
        str: Text(),
        datetime: DateTime(timezone=True),
        date: Date(),
        Decimal: Numeric(18, 2),
        UUID: Uuid(),
        Json: JSONB(),
        StrEnum: Choice(StrEnum, native_enum=False, create_constraint=False, values_callable=_values),
    }


@event.listens_for(Model, "attribute_instrument", propagate=True)
def _remember(_class: type[Model], _key: str, attribute: QueryableAttribute[object]) -> None:
    """The value before a change is always known: the audit tells it."""
    if hasattr(attribute.impl, "active_history") and not getattr(attribute.impl, "collection", False):
        attribute.impl.active_history = True


def key() -> MappedColumn[UUID]:
    return mapped_column(primary_key=True, default=new_id)


def version() -> MappedColumn[int]:
    return mapped_column(server_default=text("1"))


def created() -> MappedColumn[datetime]:
    return mapped_column(server_default=text("now()"))


def updated() -> MappedColumn[datetime]:
    return mapped_column(server_default=text("now()"))


def deleted() -> MappedColumn[datetime | None]:
    return mapped_column()


def folded(*columns: str) -> MappedColumn[str]:
    """A stored column of the folded text of these columns, for search: see `saas.core.folding`."""
    words = " || ' ' || ".join(f"coalesce({name}, '')" for name in columns)
    return mapped_column(Computed(f"ext.fold({words})", persisted=True), deferred=True, info={"folds": columns})


def one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    """The CHECK of an enum's column: `one_of("status", DealStatus)` beside `status: Mapped[DealStatus]`."""
    listed = ", ".join(f"'{value.value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def unique_live(table: str, *columns: str) -> Index:
    """Unique among the rows that are not deleted."""
    return Index(f"uq_{table}_{'_'.join(columns)}", *columns, unique=True, postgresql_where=text("deleted_at IS NULL"))


def searched(table: str, column: str = "search_text") -> Index:
    """The trigram index of a folded column."""
    return Index(f"ix_{table}_{column}", column, postgresql_using="gin", postgresql_ops={column: "ext.gin_trgm_ops"})


def by_digits(table: str) -> Index:
    """The trigram index of `digits_of` a record's phone: a number is found by any run of them, however it was typed."""
    digits: Label[str] = literal_column(r"regexp_replace(phone, '\D', '', 'g')").label("digits")
    return Index(f"ix_{table}_digits", digits, postgresql_using="gin", postgresql_ops={"digits": "ext.gin_trgm_ops"})


def by_initials(table: str) -> Index:
    """The index of `initials_of` a record's name."""
    initials = r"regexp_replace(ext.fold(name), '(\S)\S*\s*', '\1', 'g')"
    return Index(f"ix_{table}_initials", text(initials), postgresql_where=LIVE)


def digits_of(column: ColumnElement[str]) -> ColumnElement[str]:
    return func.regexp_replace(column, literal_column(r"'\D'"), literal_column("''"), literal_column("'g'"))


def initials_of(column: ColumnElement[str]) -> ColumnElement[str]:
    """The first letters of its words, folded."""
    words: ColumnElement[str] = literal_column(r"'(\S)\S*\s*'")
    first: ColumnElement[str] = literal_column(r"'\1'")
    return func.regexp_replace(func.ext.fold(column), words, first, literal_column("'g'"))
