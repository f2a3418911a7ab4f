"""Attachments in the graph. Their content goes in and out by `POST /files` and `GET /files/ID`."""

from datetime import datetime

import strawberry
from sqlalchemy import ColumnElement, select

from saas.accounts.graph import AccountNode
from saas.activities.graph import ActivityNode
from saas.contacts.graph import ContactNode
from saas.core.work import Work
from saas.deals.graph import DealNode
from saas.files import actions
from saas.files.model import Attachment, PreviewStatus, StoredFile
from saas.graph.declare import Connection, Node, computed, connection, edge, key, mutation, node, query
from saas.leads.graph import LeadNode
from saas.members.graph import MemberNode

strawberry.enum(PreviewStatus, description="Whether `GET /files/ID/preview` has a small picture.")


def _preview(attachment: type[Attachment]) -> ColumnElement[PreviewStatus]:
    return select(StoredFile.preview).where(StoredFile.id == attachment.file_id).scalar_subquery()


@node(Attachment, one="attachment", order="-created_at")
class AttachmentNode(Node):
    """A file on a record. `kind` is what its content is (`pdf`, `jpeg`, `text`, …), whatever its name says."""

    name: str
    kind: str
    size: int
    preview: PreviewStatus = computed(_preview)
    added_by: MemberNode | None
    version: int
    created_at: datetime


attachments: Connection[AttachmentNode] = connection(order="-created_at")
for _record in (AccountNode, ContactNode, DealNode, LeadNode, ActivityNode):
    edge(_record, "attachments", attachments)


@query
def file_limit(work: Work) -> int:
    """The largest file that is taken, in bytes."""
    return work.outside.file_limit


@strawberry.input
class RenameAttachmentInput:
    id: strawberry.ID
    name: str
    version: int | None = None


@mutation(AttachmentNode)
def rename_attachment(work: Work, input: RenameAttachmentInput) -> Attachment:
    """Gives a file another name; an ending that does not fit its content is corrected."""
    return actions.rename_attachment(work, key(AttachmentNode, input.id), input.name, version=input.version)


@strawberry.input
class AttachmentInput:
    id: strawberry.ID
    version: int | None = None


@mutation(AttachmentNode)
def delete_attachment(work: Work, input: AttachmentInput) -> Attachment:
    """Takes a file off its record; for thirty days it can be brought back."""
    return actions.delete_attachment(work, key(AttachmentNode, input.id), version=input.version)


@mutation(AttachmentNode)
def restore_attachment(work: Work, input: AttachmentInput) -> Attachment:
    """Takes a deletion back."""
    return actions.restore_attachment(work, key(AttachmentNode, input.id), version=input.version)
