"""Ways in which a member reaches an activity: as one of its people, or by a record that it hangs on."""

from uuid import UUID

from sqlalchemy import ColumnElement, SQLColumnExpression, exists, or_, select, true
from sqlalchemy.orm import aliased

from saas.accounts.model import Account
from saas.activities.model import Activity, ActivityAttendee, ActivityLink, ActivityMention
from saas.contacts.model import Contact
from saas.core.policy import visible
from saas.core.principal import Who
from saas.deals.model import Deal
from saas.leads.model import Lead

Reached = type[Activity] | type[Deal] | type[Account] | type[Contact] | type[Lead]
Record = type[Deal] | type[Account] | type[Contact] | type[Lead]


def takes_part(
    who: Who, activity: type[Activity], table: type[ActivityMention] | type[ActivityAttendee]
) -> ColumnElement[bool]:
    one = aliased(table)
    return exists().where(one.activity_id == activity.id, one.member_id == who.member)


def opened(who: Who, activity: type[Activity], models: tuple[Reached, ...]) -> ColumnElement[bool]:
    """By a link to a record that the member may see, or change."""
    link = aliased(ActivityLink)
    reached = [reaches(who, getattr(link, f"{model.__tablename__}_id"), model) for model in models]
    return exists().where(link.activity_id == activity.id, link.opens, or_(*reached))


def reaches(who: Who, key: SQLColumnExpression[UUID | None], model: Reached) -> ColumnElement[bool]:
    record = aliased(model)
    allowed = visible(who, record)
    return key.is_not(None) if allowed.compare(true()) else exists().where(record.id == key, allowed)


def next_of(who: Who, record: Record, kind: str) -> ColumnElement[UUID]:
    """The key of the open activity that falls first, of those that the member sees on a record of this kind."""
    link, activity = aliased(ActivityLink), aliased(Activity)
    allowed = visible(who, activity)
    awaited = select(link.activity_id).where(getattr(link, f"{kind}_id") == record.id, link.awaited_at.is_not(None))
    if not allowed.compare(true()):
        awaited = awaited.join(activity, activity.id == link.activity_id).where(allowed)
    return awaited.order_by(link.awaited_at, link.activity_id).limit(1).correlate(record).scalar_subquery()
