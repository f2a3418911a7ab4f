"""Imports in the graph: their files, mappings and reports, and what people do with them."""

from datetime import datetime

import strawberry
from sqlalchemy import ColumnElement

from saas.core.texts import say
from saas.core.work import Work
from saas.graph.declare import Connection, Node, computed, connection, key, key_or_none, many, mutation, node, query
from saas.imports import actions
from saas.imports.model import Import, ImportColumn, ImportFile, ImportNote, ImportRefusal, ImportStatus
from saas.imports.targets import TARGETS
from saas.imports.wording import in_members_language
from saas.members.graph import MemberNode
from saas.pipelines.graph import PipelineNode

strawberry.enum(
    ImportStatus, description="DRAFT and CHECKED wait for a person; CHECKING, RUNNING and UNDOING are at work."
)


def _message(row: type[ImportNote] | type[ImportRefusal]) -> ColumnElement[str]:
    return in_members_language(row.texts)


def _failure(run: type[Import]) -> ColumnElement[str]:
    return in_members_language(run.failure)


@node(ImportColumn, order="position")
class ImportColumnNode(Node):
    """A column of a file: `target` is the field it is mapped to, `guess` the one that was found for it."""

    header: str
    sample: str | None
    target: str | None
    guess: str | None
    position: int


@node(ImportFile, order="position")
class ImportFileNode(Node):
    """A file of an import; the counts are of its rows, after a check those that a run would give."""

    name: str
    entity: str
    rows: int
    created: int
    updated: int
    unchanged: int
    refused: int
    columns: list[ImportColumnNode] = many(order="position")
    position: int


@node(ImportNote, order="position")
class ImportNoteNode(Node):
    """A rule that was applied, and how often."""

    code: str
    message: str = computed(_message)
    count: int
    position: int


@node(ImportRefusal, order="line")
class ImportRefusalNode(Node):
    """A row that was left out; `column` and `value` where one cell is to blame."""

    file: ImportFileNode
    line: int
    column: str | None
    code: str
    message: str = computed(_message)
    value: str | None


@node(Import, one="import", many="imports", order="-created_at")
class ImportNode(Node):
    """Files that become records. `done` of `total` tells how far its present work is: rows, or records to undo.

    With `assignLeads` the rules give away leads whose rows name no owner; where `leadsAreNew`, their clocks begin.
    """

    name: str
    status: ImportStatus
    total: int
    done: int
    started_at: datetime | None
    finished_at: datetime | None
    undone_at: datetime | None
    by: MemberNode | None
    failure: str | None = computed(_failure)
    pipeline: PipelineNode | None
    assign_leads: bool
    leads_are_new: bool
    files: list[ImportFileNode] = many(order="position")
    notes: list[ImportNoteNode] = many(order="position")
    refusals: Connection[ImportRefusalNode] = connection(order="line")
    version: int
    created_at: datetime


@strawberry.type(description="A field that a column can be mapped to.")
class ImportTarget:
    """`path` is what a mapping names, `label` what a member reads."""

    path: str
    entity: str
    field: str
    label: str
    required: bool


@query
def import_targets(work: Work) -> list[ImportTarget]:
    """The fields of every kind of record, in the member's language."""
    locale = work.who.locale
    return [
        ImportTarget(path=t.path, entity=t.entity.value, field=t.field, label=say(t.label, locale), required=t.required)
        for t in TARGETS
    ]


@strawberry.input
class ImportColumnInput:
    """`target` null leaves the column out."""

    id: strawberry.ID
    target: str | None = None


@strawberry.input
class SetImportMappingInput:
    """With `pipelineId`, deals must be in stages that this pipeline has. What is left out stays as it is."""

    import_id: strawberry.ID
    columns: list[ImportColumnInput]
    pipeline_id: strawberry.ID | None = None
    assign_leads: bool | None = None
    leads_are_new: bool | None = None


@mutation(ImportNode)
def set_import_mapping(work: Work, input: SetImportMappingInput) -> Import:
    """Maps columns to fields, until the import runs."""
    targets = {key(ImportColumnNode, column.id): column.target for column in input.columns}
    pipeline_id = key_or_none(PipelineNode, input.pipeline_id)
    leads = {"assign_leads": input.assign_leads, "leads_are_new": input.leads_are_new}
    return actions.set_mapping(work, key(ImportNode, input.import_id), targets, pipeline_id=pipeline_id, leads=leads)


@strawberry.input
class ImportInput:
    import_id: strawberry.ID


@mutation(ImportNode)
def check_import(work: Work, input: ImportInput) -> Import:
    """Tells what a run would do, and writes none of it."""
    return actions.start_check(work, key(ImportNode, input.import_id))


@mutation(ImportNode)
def run_import(work: Work, input: ImportInput) -> Import:
    """Writes the files' records in the background."""
    return actions.start_import(work, key(ImportNode, input.import_id))


@mutation(ImportNode)
def undo_import(work: Work, input: ImportInput) -> Import:
    """Takes back what the import wrote, except what somebody else has changed or needs by now."""
    return actions.start_undo(work, key(ImportNode, input.import_id))


@mutation(ImportNode)
def discard_import(work: Work, input: ImportInput) -> Import:
    """Forgets an import that has written nothing."""
    return actions.discard_import(work, key(ImportNode, input.import_id))
