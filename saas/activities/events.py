"""What others may listen to: somebody was given an activity, named in it, or is to be reminded of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from saas.activities.model import Activity


@dataclass(frozen=True, slots=True)
class Assigned:
    """An activity has an owner who did not give it to himself; `by_id` is None for the product."""

    activity_id: UUID
    owner_id: UUID
    by_id: UUID | None


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A member is named in an activity by somebody else; told once for each activity and member."""

    activity_id: UUID
    member_id: UUID
    by_id: UUID | None


@dataclass(frozen=True, slots=True)
class Invited:
    """A member is to attend a meeting that somebody else wrote down; told once for each activity and member."""

    activity_id: UUID
    member_id: UUID
    by_id: UUID | None


@dataclass(frozen=True, slots=True)
class ActivityDue:
    """It is time to remind the owner; told once for each reminder, in the transaction that marks it as told."""

    activity_id: UUID
    owner_id: UUID


@dataclass(frozen=True, slots=True)
class ActivityDone:
    """An activity was done; `by_id` is None for the product."""

    activity_id: UUID
    by_id: UUID | None


@dataclass(frozen=True, slots=True)
class ActivitySettled:
    """An activity is new, or something of it is otherwise: when it is, whether it is done, that it is gone, what it
    hangs on. `leads_before`: on which leads it hung, where that was said anew.
    """

    activity: Activity
    leads_before: Sequence[UUID] = ()
