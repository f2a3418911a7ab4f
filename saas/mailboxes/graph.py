"""Mailboxes in the graph."""

from datetime import datetime

import strawberry

from saas.core.model import Model
from saas.core.work import Work
from saas.graph.declare import Node, chosen, edge, key, mutation, node
from saas.mailboxes import actions
from saas.mailboxes.model import Mailbox
from saas.mailboxes.queries import mailbox_key
from saas.sources.graph import SourceNode


@node(Mailbox)
class MailboxNode(Node):
    """Where a source's messages lie; its password is the source's access token. `problem` says in the company's
    language why the last look failed.
    """

    source: SourceNode
    host: str
    port: int
    username: str
    folder: str
    begun_at: datetime
    checked_at: datetime | None
    problem_code: str | None
    problem: str | None


edge(SourceNode, "mailbox", chosen(MailboxNode, mailbox_key))


@strawberry.input
class SetMailboxInput:
    """`port` is 993, and `folder` INBOX, where they are left out."""

    id: strawberry.ID
    host: str
    username: str
    port: int | None = None
    folder: str | None = None


@mutation(SourceNode)
def set_mailbox(work: Work, input: SetMailboxInput) -> Model:
    """Messages that come there from now on become leads. The password is set by `setSourceCredentials`."""
    setting = actions.Setting(input.host, input.port or 993, input.username, input.folder or "INBOX")
    return actions.set_mailbox(work, key(SourceNode, input.id), setting)


@strawberry.input
class CheckMailboxInput:
    id: strawberry.ID


@mutation(SourceNode)
def check_mailbox(work: Work, input: CheckMailboxInput) -> Model:
    """Looks into the mailbox now."""
    return actions.check_mailbox(work, key(SourceNode, input.id))
