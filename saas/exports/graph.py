"""Exports in the graph."""

from datetime import datetime
from typing import cast

import strawberry
from strawberry.scalars import JSON

from saas.core.model import Json
from saas.core.work import Work
from saas.exports import actions
from saas.exports.actions import Column, ExportDraft
from saas.exports.model import Export, ExportFormat, ExportStatus
from saas.graph.declare import Node, key, mutation, node
from saas.graph.listing import Asked

strawberry.enum(ExportFormat)
strawberry.enum(ExportStatus, description="GONE: the file was deleted, by its member or after a week.")


@node(Export, one="export", many="exports", order="-created_at")
class ExportNode(Node):
    """A list as a file; `done` of `total` are its rows. When it is DONE, the file is at `/exports/ID/file`.

    `size` is in bytes, `failure` is a code.
    """

    object: str
    name: str
    format: ExportFormat
    status: ExportStatus
    total: int
    done: int
    size: int | None
    failure: str | None
    finished_at: datetime | None
    expires_at: datetime | None
    version: int
    created_at: datetime


@strawberry.input
class ExportColumnInput:
    """`path` is a field of the list's records such as `account.name`, `label` what stands above it."""

    path: str
    label: str


@strawberry.input
class CreateExportInput:
    """`object` is a type's name, such as `Deal`; `filter` and `orderBy` are what its list takes."""

    object: str
    name: str
    columns: list[ExportColumnInput]
    format: ExportFormat = ExportFormat.CSV
    filter: JSON | None = None
    search: str | None = None
    order_by: list[JSON] | None = None


@mutation(ExportNode)
def create_export(work: Work, input: CreateExportInput) -> Export:
    """Writes a list into a file, in the background: what the member may export of it."""
    asked = Asked(cast("Json | None", input.filter), input.search, cast("list[Json] | None", input.order_by))
    columns = [Column(one.path, one.label) for one in input.columns]
    return actions.create_export(work, ExportDraft(input.object, input.format, input.name, columns, asked))


@strawberry.input
class ExportInput:
    id: strawberry.ID


@mutation(ExportNode)
def delete_export(work: Work, input: ExportInput) -> Export:
    """Takes the file away at once."""
    return actions.delete_export(work, key(ExportNode, input.id))
