"""What the graph takes of activities, and how it is read."""

from datetime import date, datetime
from typing import cast

import strawberry
from strawberry import UNSET

from saas.activities.kinds import ActivityKind, ActivityStatus, CallDirection, CallOutcome, Priority
from saas.activities.links import Around
from saas.activities.model import RECORDS
from saas.activities.people import Person
from saas.graph.declare import changes
from saas.graph.ids import key_of

for words in (ActivityKind, ActivityStatus, CallDirection, CallOutcome):
    strawberry.enum(words)
strawberry.enum(Priority, name="ActivityPriority")

LISTS = frozenset({"deal_ids", "account_ids", "contact_ids", "lead_ids", "mentioned_ids", "attendees"})


@strawberry.input
class AttendeeInput:
    """A member or a contact."""

    member_id: strawberry.ID | None = None
    contact_id: strawberry.ID | None = None


@strawberry.input
class ActivityFields:
    subject: str | None = UNSET
    body: str | None = UNSET
    owner_id: strawberry.ID | None = UNSET
    priority: Priority | None = UNSET
    private: bool | None = UNSET
    due_on: date | None = UNSET
    due_at: datetime | None = UNSET
    starts_at: datetime | None = UNSET
    ends_at: datetime | None = UNSET
    location: str | None = UNSET
    direction: CallDirection | None = UNSET
    outcome: CallOutcome | None = UNSET
    remind_minutes: int | None = UNSET
    repeat: str | None = UNSET
    deal_ids: list[strawberry.ID] | None = UNSET
    account_ids: list[strawberry.ID] | None = UNSET
    contact_ids: list[strawberry.ID] | None = UNSET
    lead_ids: list[strawberry.ID] | None = UNSET
    mentioned_ids: list[strawberry.ID] | None = UNSET
    attendees: list[AttendeeInput] | None = UNSET


@strawberry.input
class CreateActivityInput(ActivityFields):
    """Where the subject is empty, the beginning of the body is it. A moment without an offset is on the acting member's
    clock. `done` logs what is over. `repeat` is an RRULE.
    """

    kind: ActivityKind
    subject: str
    done: bool | None = None
    follow_up_of_id: strawberry.ID | None = None


@strawberry.input
class UpdateActivityInput(ActivityFields):
    """`repeat` null ends the series; another rule begins a new one with this activity."""

    id: strawberry.ID
    version: int | None = None


@strawberry.input
class ActivityInput:
    id: strawberry.ID
    version: int | None = None


@strawberry.input
class CompleteActivityInput(ActivityInput):
    """`outcome` is a call's."""

    outcome: CallOutcome | None = None


@strawberry.input
class MoveActivityInput(ActivityInput):
    """One new time: `startsAt` keeps the length where no `endsAt` is said."""

    due_on: date | None = None
    due_at: datetime | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None


def fields_of(given: CreateActivityInput | UpdateActivityInput) -> dict[str, object]:
    """Columns by name, and `repeat` and `done`."""
    fields = changes(given, "id", "version", *LISTS)
    for name, kind in (("owner_id", "Member"), ("follow_up_of_id", "Activity")):
        said = fields.get(name)
        if isinstance(said, str):
            fields[name] = key_of(kind, said)
    return fields


def around_of(given: CreateActivityInput | UpdateActivityInput) -> Around:
    """A list that is null is an empty one; one that is left out stays as it is."""
    lists = {name: given for name, given in changes(given).items() if name in LISTS}
    said = {name: cast("list[str] | None", value) or [] for name, value in lists.items() if name != "attendees"}
    records = {
        kind: [key_of(kind.title(), one) for one in said[f"{kind}_ids"]] for kind in RECORDS if f"{kind}_ids" in said
    }
    mentioned = [key_of("Member", one) for one in said["mentioned_ids"]] if "mentioned_ids" in said else None
    people = cast("list[AttendeeInput] | None", lists["attendees"]) or [] if "attendees" in lists else None
    return Around(records, mentioned, None if people is None else [_person(one) for one in people])


def _person(said: AttendeeInput) -> Person:
    return (
        key_of("Member", said.member_id) if said.member_id else None,
        key_of("Contact", said.contact_id) if said.contact_id else None,
    )
