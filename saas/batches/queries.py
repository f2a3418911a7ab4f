"""What a batch did not do, by the names of the records."""

from dataclasses import dataclass
from typing import cast
from uuid import UUID

from sqlalchemy import ColumnElement, inspect, select
from sqlalchemy.orm import InstrumentedAttribute

from saas.batches.model import Batch, BatchItem, BatchOutcome
from saas.core.rights import models
from saas.core.work import Work

MOST = 200


@dataclass(frozen=True, slots=True)
class Undone:
    """A record that was refused, or kept by an undo; `name` is None where the member does not see it, or not now."""

    record_id: UUID
    name: str | None
    outcome: BatchOutcome
    code: str | None


def list_undone(work: Work, batch_id: UUID) -> tuple[str, list[Undone]]:
    """The batch's object, and its first refused and kept records."""
    batch = work.get(Batch, batch_id, field="batchId")
    badly = BatchItem.outcome.in_([BatchOutcome.REFUSED, BatchOutcome.KEPT])
    mine = BatchItem.batch_id == batch_id, work.visible(BatchItem), badly
    items = work.all(select(BatchItem).where(*mine).order_by(BatchItem.id).limit(MOST))
    names = _names(work, batch.object, [item.record_id for item in items])
    return batch.object, [
        Undone(item.record_id, names.get(item.record_id), BatchOutcome(item.outcome), item.code) for item in items
    ]


def _names(work: Work, name: str, keys: list[UUID]) -> dict[UUID, str]:
    model = models()[name]
    key: ColumnElement[UUID] = inspect(model).primary_key[0]
    said = getattr(model, "name", None)
    if not isinstance(said, InstrumentedAttribute):
        return {}
    rows = work.rows(select(key, said).where(key.in_(keys), work.visible(model)))
    return {cast(UUID, row[0]): str(row[1]) for row in rows}
