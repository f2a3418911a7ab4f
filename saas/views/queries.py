"""The views that a member is offered, each with what of it his role does not show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from sqlalchemy import func, select

from saas.core.model import Json
from saas.core.work import Work
from saas.graph.assembly import graph
from saas.graph.bindings import Hidden, TableType, ToMany, ToOne
from saas.graph.hiding import Types
from saas.views.model import DefaultView, SavedView
from saas.views.policy import may_change

JOINING = frozenset({"and", "or", "not"})
QUANTIFIERS = frozenset({"some", "none"})


@dataclass(frozen=True, slots=True)
class Offered:
    """`lost` are the fields of the list that it filters or sorts by, or shows, and that are hidden or gone."""

    view_id: UUID
    asked: Json
    is_default: bool
    may_change: bool
    lost: list[str]


def list_views(work: Work, name: str) -> list[Offered]:
    """Of the list of an object, by name."""
    default = work.first(select(DefaultView.view_id).where(DefaultView.object == name, work.visible(DefaultView)))
    named = select(SavedView).where(SavedView.object == name, work.visible(SavedView))
    views = work.all(named.order_by(func.lower(SavedView.name), SavedView.id))
    types = graph().hiding.shown_to(work.rights)
    return [
        Offered(
            view.id, view.asked, view.id == default, may_change(work.rights, work.who.member_id, view),
            sorted(set(_lost(types, types[name], view.asked))) if name in types else [],
        )
        for view in views
    ]  # fmt: skip


def _lost(types: Types, table: TableType, asked: Json) -> Iterator[str]:
    yield from _filtered(types, table, cast("Json", asked["filter"] or {}))
    for order in cast("list[Json]", asked["orderBy"] or []):
        yield from (name for name in order if name not in table.sortable)
    for column in cast("list[str]", asked["columns"] or []):
        first = column.split(".")[0]
        if isinstance(table.fields.get(first), Hidden):
            yield first


def _filtered(types: Types, table: TableType, tree: Mapping[str, object]) -> Iterator[str]:
    for name, inner in tree.items():
        if name in JOINING:
            for one in inner if isinstance(inner, list) else [inner]:
                yield from _filtered(types, table, cast("Json", one))
        elif _is_lost(types, table, name, inner):
            yield name


def _is_lost(types: Types, table: TableType, name: str, inner: object) -> bool:
    binding = table.fields.get(name)
    if binding is None or isinstance(binding, Hidden):
        return True
    if not isinstance(binding, ToOne | ToMany) or not isinstance(inner, Mapping):
        return False
    below = list(inner.values()) if QUANTIFIERS & inner.keys() else [inner]
    return any(True for one in below for _ in _filtered(types, types[binding.target], cast("Json", one)))
