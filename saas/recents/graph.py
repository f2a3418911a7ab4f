"""Recents in the graph: what the acting member opened last."""

from datetime import datetime

import strawberry

from saas.core.work import Work
from saas.graph.declare import Node, Ref, mutation, node, query
from saas.graph.ids import decode
from saas.recents import actions
from saas.recents.model import Opening


@node(Opening)
class OpeningNode(Node):
    """That a member opened a record."""

    opened_at: datetime


@query
def recent_records(work: Work, first: int | None = None) -> list[Node | None]:
    """What the acting member opened last, ten by default."""
    return [Ref(one.about_type, one.about_id) for one in actions.list_recents(work, first=first)]  # type: ignore[misc]


@strawberry.input
class OpenRecordInput:
    record_id: strawberry.ID


@mutation(OpeningNode)
def open_record(work: Work, input: OpenRecordInput) -> Opening:
    """Remembers that the acting member opened a record."""
    return actions.open_record(work, *decode(input.record_id))
