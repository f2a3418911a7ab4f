"""Batches in the graph."""

from datetime import datetime
from typing import cast

import strawberry
from strawberry.scalars import JSON

from saas.batches import actions, queries
from saas.batches.actions import BatchDraft
from saas.batches.model import Batch, BatchItem, BatchOutcome, BatchStatus
from saas.core.model import Json
from saas.core.work import Work
from saas.graph.declare import Connection, Node, connection, key, mutation, node, query
from saas.graph.ids import encode
from saas.graph.listing import Asked

strawberry.enum(BatchStatus)
strawberry.enum(BatchOutcome, description="KEPT: it was not taken back, for somebody has changed it since.")


@node(BatchItem, order="id")
class BatchItemNode(Node):
    """What became of one record; `code` says why it was refused or kept."""

    outcome: BatchOutcome
    code: str | None


@node(Batch, one="batch", many="batches", order="-created_at")
class BatchNode(Node):
    """One change of many records: `done` of `total`, of which some were `refused`, or `kept` by an undo."""

    object: str
    status: BatchStatus
    total: int
    done: int
    refused: int
    kept: int
    items: Connection[BatchItemNode] = connection(order="id")
    finished_at: datetime | None
    version: int
    created_at: datetime


@strawberry.type(description="A record that was refused, or kept by an undo; `name` is null where it is not seen now.")
class LeftRecord:
    id: strawberry.ID
    name: str | None
    outcome: BatchOutcome
    code: str | None


@query
def left_by(work: Work, batch_id: strawberry.ID) -> list[LeftRecord]:
    """The first 200 records that a batch of one's own did not change, or did not take back, and why."""
    name, found = queries.list_undone(work, key(BatchNode, batch_id))
    return [
        LeftRecord(id=strawberry.ID(encode(name, one.record_id)), name=one.name, outcome=one.outcome, code=one.code)
        for one in found
    ]


@strawberry.input
class UpdateManyInput:
    """`object` is a type's name, such as `Deal`; `change` are fields of its update, and their values.

    The records are those of the object's list under `filter` and `search`.
    """

    object: str
    change: JSON
    filter: JSON | None = None
    search: str | None = None


@mutation(BatchNode)
def update_many(work: Work, input: UpdateManyInput) -> Batch:
    """Changes many records in the background, each as a single edit would."""
    asked = Asked(cast("Json | None", input.filter), input.search)
    return actions.create_batch(work, BatchDraft(input.object, asked, cast("Json", input.change)))


@strawberry.input
class DeleteManyInput:
    """`object` is a type's name; the records are those of its list under `filter` and `search`."""

    object: str
    filter: JSON | None = None
    search: str | None = None


@mutation(BatchNode)
def delete_many(work: Work, input: DeleteManyInput) -> Batch:
    """Deletes many records in the background; they can be had back."""
    asked = Asked(cast("Json | None", input.filter), input.search)
    return actions.create_batch(work, BatchDraft(input.object, asked, None))


@strawberry.input
class BatchInput:
    id: strawberry.ID


@mutation(BatchNode)
def undo_batch(work: Work, input: BatchInput) -> Batch:
    """Takes back what a batch has changed, but for what somebody has changed since."""
    return actions.undo_batch(work, key(BatchNode, input.id))
