"""Timelines in the graph."""

from datetime import datetime
from typing import Annotated

import strawberry

from saas.accounts.graph import AccountNode
from saas.activities.graph import ActivityNode
from saas.contacts.graph import ContactNode
from saas.deals.graph import DealEventNode, DealNode
from saas.files.graph import AttachmentNode
from saas.graph.declare import Connection, Node, connection, edge, node, one_of
from saas.leads.graph import LeadEventNode, LeadNode
from saas.members.graph import MemberNode
from saas.timeline.model import TimelineEntry, TimelineKind

strawberry.enum(TimelineKind)

Subject = Annotated[
    ActivityNode | DealEventNode | LeadEventNode | AttachmentNode,
    strawberry.union("TimelineSubject", description="What a line of a timeline may tell of."),
]


@node(TimelineEntry, order="-at")
class TimelineEntryNode(Node):
    """A line of a record's timeline: an activity, a change of a deal or lead, a file, or that a record was made.

    `subject` is what it tells of; null where that is a record's making, or the record itself changed.
    """

    kind: TimelineKind
    at: datetime
    by: MemberNode | None
    activity: ActivityNode | None
    deal_event: DealEventNode | None
    lead_event: LeadEventNode | None
    attachment: AttachmentNode | None
    subject: Subject | None = one_of("activity", "deal_event", "lead_event", "attachment")
    deal: DealNode | None
    account: AccountNode | None
    contact: ContactNode | None
    lead: LeadNode | None


timeline: Connection[TimelineEntryNode] = connection(order="-at")
for record in (AccountNode, ContactNode, DealNode, LeadNode):
    edge(record, "timeline", timeline)
