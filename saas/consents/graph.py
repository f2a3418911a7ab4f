"""Consents in the graph."""

from datetime import datetime

import strawberry

from saas.consents.model import Consent, ConsentKind
from saas.contacts.graph import ContactNode
from saas.graph.declare import Node, edge, many, node
from saas.leads.graph import LeadNode
from saas.members.graph import MemberNode
from saas.sources.graph import SourceNode

strawberry.enum(ConsentKind)


@node(Consent, order="at")
class ConsentNode(Node):
    """What somebody agreed to, in the words that he was shown, or that he took it back."""

    kind: ConsentKind
    words: str
    evidence: str | None
    at: datetime
    by: MemberNode | None
    source: SourceNode | None


consents: list[ConsentNode] = many(order="at")
edge(LeadNode, "consents", consents)
edge(ContactNode, "consents", consents)
