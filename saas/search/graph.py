"""The search in the graph."""

from collections.abc import Mapping

import strawberry

from saas.accounts.graph import AccountNode
from saas.activities.graph import ActivityNode
from saas.contacts.graph import ContactNode
from saas.core.work import Work
from saas.deals.graph import DealNode
from saas.files.graph import AttachmentNode
from saas.graph.declare import Node, query, record
from saas.leads.graph import LeadNode
from saas.members.graph import MemberNode
from saas.products.graph import ProductNode
from saas.search import queries
from saas.search.kinds import SearchKind, SearchMatch

strawberry.enum(SearchKind)
strawberry.enum(SearchMatch)

NODES: Mapping[SearchKind, type[Node]] = {
    SearchKind.DEAL: DealNode, SearchKind.LEAD: LeadNode, SearchKind.ACCOUNT: AccountNode,
    SearchKind.CONTACT: ContactNode, SearchKind.ACTIVITY: ActivityNode, SearchKind.FILE: AttachmentNode,
    SearchKind.PRODUCT: ProductNode, SearchKind.MEMBER: MemberNode,
}  # fmt: skip


@strawberry.type
class SearchHit:
    """A record that was found, and why."""

    record: Node | None
    match: SearchMatch


@strawberry.type
class SearchGroup:
    """The best hits of a kind. Where there are `more`, `count` is only the least that there are."""

    kind: SearchKind
    count: int
    more: bool
    hits: list[SearchHit]


@strawberry.type
class SearchResults:
    """`text` is what was searched for: where `switched`, what the same keys say under another keyboard layout."""

    text: str
    switched: bool
    groups: list[SearchGroup]


@query
def search(work: Work, text: str, kinds: list[SearchKind] | None = None, first: int | None = None) -> SearchResults:
    """Finds records of every kind, or of some kinds, by words, numbers, initials or mistyped names; 5 of each kind."""
    found = queries.search(work, text, kinds or (), first=first)
    groups = [
        SearchGroup(
            kind=group.kind, count=group.count, more=group.more,
            hits=[SearchHit(record=record(NODES[group.kind], hit.key), match=hit.match) for hit in group.hits],
        )
        for group in found.groups
    ]  # fmt: skip
    return SearchResults(text=found.text, switched=found.switched, groups=groups)
