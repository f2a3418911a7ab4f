"""Which events count: those of activities that are done still, and that reached whom they were meant for."""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import aliased

from saas.activities.kinds import ActivityKind, ActivityStatus, CallDirection, CallOutcome
from saas.activities.model import Activity
from saas.core.principal import Who
from saas.leads.model import Lead
from saas.responses.model import ResponseEvent, ResponseKind

TRIED = (ResponseKind.ATTEMPTED, ResponseKind.CONTACTED)
TALKS = frozenset({ActivityKind.CALL, ActivityKind.MEETING})


def reached(activity: Activity) -> bool:
    """A meeting, a call that was connected, or one that came in and of which nothing else is said."""
    if activity.kind == ActivityKind.MEETING or activity.outcome == CallOutcome.CONNECTED:
        return True
    return activity.outcome is None and activity.direction == CallDirection.INBOUND


def counts(event: type[ResponseEvent]) -> ColumnElement[bool]:
    """Whether the activity that told it, if one did, would still tell it: not one taken back, undone or corrected."""
    told = aliased(Activity)
    spoke = or_(
        told.kind == ActivityKind.MEETING,
        told.outcome == CallOutcome.CONNECTED,
        and_(told.outcome.is_(None), told.direction == CallDirection.INBOUND),
    )
    stands = and_(told.status == ActivityStatus.DONE, told.deleted_at.is_(None))
    still = exists().where(told.id == event.activity_id, stands, or_(event.kind != ResponseKind.CONTACTED, spoke))
    return or_(event.activity_id.is_(None), still.correlate(event))


def first(_who: Who, lead: type[Lead], kinds: tuple[ResponseKind, ...]) -> ColumnElement[UUID]:
    """The key of the earliest event of these kinds that counts, of a lead."""
    event = aliased(ResponseEvent)
    there = select(event.id).where(
        event.lead_id == lead.id, or_(*(event.kind == kind for kind in kinds)), counts(event)
    )
    return there.order_by(event.at, event.id).limit(1).correlate(lead).scalar_subquery()
