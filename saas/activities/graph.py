"""Activities and their series in the graph."""

from datetime import date, datetime
from typing import Annotated

import strawberry

from saas.accounts.graph import AccountNode
from saas.activities import actions
from saas.activities.inputs import (
    ActivityInput,
    CompleteActivityInput,
    CreateActivityInput,
    MoveActivityInput,
    UpdateActivityInput,
    around_of,
    fields_of,
)
from saas.activities.kinds import ActivityKind, ActivityStatus, CallDirection, CallOutcome, Priority
from saas.activities.model import RECORDS, Activity, ActivityAttendee, ActivityLink, ActivityMention
from saas.activities.series import ActivitySeries
from saas.activities.sight import next_of
from saas.contacts.graph import ContactNode
from saas.core.work import Work
from saas.deals.graph import DealNode
from saas.graph.declare import (
    Node,
    changes,
    chosen,
    edge,
    key,
    many,
    mutation,
    node,
    one_of,
)  # fmt: skip
from saas.leads.graph import LeadNode
from saas.members.graph import MemberNode

Linked = Annotated[
    DealNode | AccountNode | ContactNode | LeadNode,
    strawberry.union("LinkedRecord", description="What an activity may hang on."),
]
Participant = Annotated[
    MemberNode | ContactNode, strawberry.union("Participant", description="Who may take part in an activity.")
]
NODES = {"deal": DealNode, "account": AccountNode, "contact": ContactNode, "lead": LeadNode}


@node(ActivityLink, order="id")
class ActivityLinkNode(Node):
    """One record that an activity hangs on; `derived` ones follow from others, as a deal's account does. While the
    activity is open, `awaitedAt` is when it falls, in the year 9999 where it has no day.
    """

    deal: DealNode | None
    account: AccountNode | None
    contact: ContactNode | None
    lead: LeadNode | None
    record: Linked | None = one_of("deal", "account", "contact", "lead")
    derived: bool
    awaited_at: datetime | None


@node(ActivityMention, order="id")
class ActivityMentionNode(Node):
    """A member who is named in an activity."""

    member: MemberNode


@node(ActivityAttendee, order="id")
class ActivityAttendeeNode(Node):
    """Who takes part: a member or a contact."""

    member: MemberNode | None
    contact: ContactNode | None
    who: Participant | None = one_of("member", "contact")


@node(ActivitySeries)
class ActivitySeriesNode(Node):
    """How an activity repeats: `rule` is an RRULE (RFC 5545) on the wall clock of `timeZone`."""

    rule: str
    time_zone: str
    starts_at: datetime
    whole_days: bool
    ended_at: datetime | None
    ended_by: MemberNode | None


@node(Activity, one="activity", many="activities", order="-at")
class ActivityNode(Node):
    """A task, a call, a meeting or a note. It is due on a day, `dueOn`, wherever its reader is, or at `dueAt`.

    `fallsAt` is when it is expected, `at` its place in a timeline.
    """

    kind: ActivityKind
    subject: str
    body: str | None
    status: ActivityStatus
    priority: Priority
    private: bool
    owner: MemberNode | None
    author: MemberNode | None
    due_on: date | None
    due_at: datetime | None
    starts_at: datetime | None
    ends_at: datetime | None
    location: str | None
    direction: CallDirection | None
    outcome: CallOutcome | None
    done_at: datetime | None
    done_by: MemberNode | None
    falls_at: datetime | None
    at: datetime
    remind_minutes: int | None
    series: ActivitySeriesNode | None
    slot_at: datetime | None
    follow_up_of: "ActivityNode | None"
    links: list[ActivityLinkNode] = many()
    mentions: list[ActivityMentionNode] = many()
    attendees: list[ActivityAttendeeNode] = many()
    version: int
    created_at: datetime
    updated_at: datetime


MOST_LINKS = 50  # of a record: what is awaited soonest comes first, what is over last

activity_links: list[ActivityLinkNode] = many(order="awaited_at", most=MOST_LINKS)
edge(DealNode, "activity_links", activity_links)
edge(LeadNode, "activity_links", activity_links)

for kind in RECORDS:
    edge(NODES[kind], "next_activity", chosen(ActivityNode, lambda who, record, kind=kind: next_of(who, record, kind)))


@mutation(ActivityNode)
def create_activity(work: Work, input: CreateActivityInput) -> Activity:
    """Plans an activity, or logs one that is over; what follows up another hangs on the same records by default."""
    named = {name: value for name, value in fields_of(input).items() if value is not None}
    return actions.create_activity(work, named, around_of(input))


@mutation(ActivityNode)
def update_activity(work: Work, input: UpdateActivityInput) -> Activity:
    """Changes the fields that are given; a list that is given replaces the one before."""
    return actions.edit_activity(
        work, key(ActivityNode, input.id), fields_of(input), around_of(input), version=input.version
    )


@mutation(ActivityNode)
def complete_activity(work: Work, input: CompleteActivityInput) -> Activity:
    """Done, now, by the acting member; the next of its series is made."""
    return actions.complete_activity(work, key(ActivityNode, input.id), outcome=input.outcome, version=input.version)


@mutation(ActivityNode)
def cancel_activity(work: Work, input: ActivityInput) -> Activity:
    """It will not be done; one of a series is skipped by it, and the next is made."""
    return actions.cancel_activity(work, key(ActivityNode, input.id), version=input.version)


@mutation(ActivityNode)
def reopen_activity(work: Work, input: ActivityInput) -> Activity:
    """Takes back that it was done or cancelled, and the next of its series with it where nobody has touched that."""
    return actions.reopen_activity(work, key(ActivityNode, input.id), version=input.version)


@mutation(ActivityNode)
def move_activity(work: Work, input: MoveActivityInput) -> Activity:
    """To another day or moment: snoozed, or dragged in a calendar."""
    return actions.move_activity(
        work, key(ActivityNode, input.id), changes(input, "id", "version"), version=input.version
    )


@mutation(ActivityNode)
def delete_activity(work: Work, input: ActivityInput) -> Activity:
    """Takes an activity out of lists and timelines."""
    return actions.delete_activity(work, key(ActivityNode, input.id), version=input.version)


@mutation(ActivityNode)
def restore_activity(work: Work, input: ActivityInput) -> Activity:
    """Takes a deletion back."""
    return actions.restore_activity(work, key(ActivityNode, input.id), version=input.version)


@mutation(ActivityNode)
def end_series(work: Work, input: ActivityInput) -> Activity:
    """Nothing is made after this one of the series any more."""
    return actions.end_series(work, key(ActivityNode, input.id), version=input.version)


@mutation(ActivityNode)
def resume_series(work: Work, input: ActivityInput) -> Activity:
    """Takes the end of a series back."""
    return actions.resume_series(work, key(ActivityNode, input.id), version=input.version)
