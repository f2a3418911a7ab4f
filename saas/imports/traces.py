"""What an import has written, read from the audit trail: the records it made, and the fields it changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import cast
from uuid import UUID

from sqlalchemy import Column, Table, or_, select
from sqlalchemy.orm import Mapper

from saas.core.audit import AuditAction, AuditEntry
from saas.core.model import Model
from saas.core.work import Work
from saas.imports.holdings import any_of
from saas.imports.keeping import Need
from saas.imports.model import Import

_PARTS = {("deal_product", "deal_id"), ("stage", "pipeline_id")}


@dataclass(slots=True)
class Trace:
    """`before` and `after` are the changed fields of a record that was there, as the trail writes them."""

    entity: str
    id: UUID
    made: bool
    before: dict[str, object] = field(default_factory=dict)
    after: dict[str, object] = field(default_factory=dict)


def read_traces(work: Work, run: Import) -> list[Trace]:
    """Of records that can be taken back, in the order in which they were written."""
    models = undoable()
    entries = select(AuditEntry).where(
        AuditEntry.origin_id == run.id, AuditEntry.entity.in_(models), work.visible(AuditEntry)
    )
    traces: dict[UUID, Trace] = {}
    for entry in work.all(entries.order_by(AuditEntry.id)):
        made = entry.action == AuditAction.CREATE
        trace = traces.setdefault(entry.entity_id, Trace(entry.entity, entry.entity_id, made))
        if not trace.made:
            trace.before = {**(entry.before or {}), **trace.before}
            trace.after |= entry.after or {}
    return list(traces.values())


def changed_since(work: Work, run: Import, traces: Sequence[Trace]) -> set[UUID]:
    """Records with a change that belongs neither to the import nor to its undo."""
    table = cast(Table, AuditEntry.__table__)
    others = select(AuditEntry.entity_id).where(
        any_of(table.c.entity_id, [trace.id for trace in traces if trace.made]),
        or_(AuditEntry.origin_id.is_(None), AuditEntry.origin_id.not_in([run.id, run.undo_id])),
        work.visible(AuditEntry),
    )
    return set(work.all(others.distinct()))


def needs_of(work: Work, traces: Sequence[Trace]) -> Iterator[Need]:
    """Every living record that points at one of these."""
    made: dict[str, list[UUID]] = {}
    for trace in traces:
        if trace.made:
            made.setdefault(trace.entity, []).append(trace.id)
    for model in undoable().values():
        table = cast(Table, model.__table__)
        for column in table.columns:
            for key in column.foreign_keys:
                if targets := made.get(key.column.table.name):
                    yield from _needs(work, model, column, targets)


def undoable() -> Mapping[str, type[Model]]:
    """Tables of records that are deleted softly; history and the imports themselves stay."""
    mappers: Iterator[Mapper[Model]] = iter(Model.registry.mappers)
    models = {cast(Table, mapper.local_table).name: mapper.class_ for mapper in mappers}
    return {name: model for name, model in models.items() if hasattr(model, "deleted_at") and model is not Import}


def value_of(column: Column[object], told: object) -> object:
    """A value of the audit trail as the column holds it."""
    kind = column.type.python_type
    if told is None or not isinstance(told, str):
        return told
    if kind in {datetime, date}:
        return kind.fromisoformat(told)
    return kind(told) if kind in {Decimal, UUID} else told


def _needs(work: Work, model: type[Model], column: Column[object], targets: Sequence[UUID]) -> Iterator[Need]:
    table = cast(Table, model.__table__)
    whole = (table.name, column.name) in _PARTS
    living = select(table.c.id, column).where(any_of(column, targets), work.visible(model))
    for by, of in cast("Sequence[tuple[UUID, UUID]]", work.rows(living)):
        if by != of:
            yield Need(by, of, whole)
