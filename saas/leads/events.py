"""What others may listen to: a lead came in, is otherwise, has another owner, or stands otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from saas.leads.model import Lead
from saas.leads.words import LeadStatus


@dataclass(frozen=True, slots=True)
class LeadAdded:
    """There is to be a lead with these `answers`, new or of the past; it is yet to be written. `agreed`: to the words
    of its source.
    """

    lead: Lead
    answers: Sequence[tuple[str, str]]
    agreed: bool


@dataclass(frozen=True, slots=True)
class LeadReceived:
    """There is a lead that was not there before; it may have an owner already."""

    lead: Lead


@dataclass(frozen=True, slots=True)
class LeadEdited:
    """Something of a lead is otherwise; it is yet to be written."""

    lead: Lead


@dataclass(frozen=True, slots=True)
class LeadGiven:
    """A lead is from now on a member's; `by_id` is None for the product. Not told of imports and what they undo."""

    lead: Lead
    owner_id: UUID
    by_id: UUID | None


@dataclass(frozen=True, slots=True)
class LeadMoved:
    """A lead stands in another status."""

    lead_id: UUID
    before: LeadStatus
    after: LeadStatus
