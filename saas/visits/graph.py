"""Visits in the graph: a lead's, and the one on which he is now."""

from datetime import datetime
from typing import cast

import strawberry
from sqlalchemy import ColumnElement

from saas.graph.declare import Connection, Node, chosen, computed, connection, edge, node
from saas.leads.graph import LeadNode
from saas.sources.graph import SourceNode
from saas.visits.intents import VisitIntent
from saas.visits.model import PageView, Visit
from saas.visits.presence import is_here, newest_here

strawberry.enum(VisitIntent)


def _intents(visit: type[Visit]) -> ColumnElement[list[VisitIntent]]:
    return cast("ColumnElement[list[VisitIntent]]", visit.intents)


@node(PageView, order="viewed_at")
class PageViewNode(Node):
    """A page of the company's site that was looked at, and for how many seconds."""

    path: str
    title: str | None
    intent: VisitIntent | None
    viewed_at: datetime
    seconds: int


@node(Visit, order="-started_at")
class VisitNode(Node):
    """Somebody's visit to the company's site, the `ordinal`th of this visitor; `path` and `title` are of the page that
    was looked at last. `isHere` while one of the site is looked at.
    """

    lead: LeadNode | None
    source: SourceNode | None
    started_at: datetime
    last_seen_at: datetime
    left_at: datetime | None
    ordinal: int
    landing_page: str | None
    referrer: str | None
    path: str
    title: str | None
    page_count: int
    seconds: int
    intents: list[VisitIntent] = computed(_intents)
    is_here: bool = computed(is_here)
    page_views: Connection[PageViewNode] = connection(order="viewed_at")


visits: Connection[VisitNode] = connection(order="-started_at")
edge(LeadNode, "visits", visits)
edge(LeadNode, "presence", chosen(VisitNode, newest_here))
