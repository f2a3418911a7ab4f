"""Who may see and change activities: their owner by the scope of his role, their author, and the people in them.

Who sees the record that an activity hangs on sees it, who may change the deal or lead may change it, unless it is
private. What hangs on a deal or lead follows these alone, wherever else it is shown. A private one is its owner's, its
author's, and of those who are named in it or take part; of others only who holds `activities:read_private` sees it.
Being named, or invited, is a right to read and no more.
"""

from typing import cast

from sqlalchemy import ColumnElement, and_, exists, false, or_, true
from sqlalchemy.orm import aliased

from saas.accounts.model import Account
from saas.activities.kinds import ActivityStatus
from saas.activities.model import Activity, ActivityAttendee, ActivityLink, ActivityMention
from saas.activities.reminders import ActivityReminder
from saas.activities.series import ActivitySeries
from saas.activities.sight import opened, takes_part
from saas.contacts.model import Contact
from saas.core.policy import Seen, through, visible
from saas.core.principal import Who
from saas.core.rights import Governed, Role, Scope, Verb, grants
from saas.deals.model import Deal
from saas.leads.model import Lead
from saas.members.leaving import Leaving
from saas.sharing.policy import owned

OBJECTS = {
    Activity: Governed(
        {
            Role.MANAGER: grants(Scope.BELOW, CREATE=Scope.ALL),
            Role.REP: grants(Scope.OWN, CREATE=Scope.ALL, EXPORT=Scope.NONE),
            Role.MARKETER: grants(Scope.OWN, CREATE=Scope.ALL),
            Role.AGENT: grants(Scope.OWN, CREATE=Scope.ALL),
            Role.ANALYST: grants(Scope.NONE, READ=Scope.ALL, EXPORT=Scope.ALL),
            Role.READER: grants(Scope.NONE, READ=Scope.ALL),
        }
    )
}
POWERS = {"activities:read_private": {Role.ADMIN}}


def _activities(who: Who, seen: Seen) -> ColumnElement[bool]:
    activity = cast("type[Activity]", seen)
    scope = who.rights.scope(Activity.__name__, who.verb)
    all_private = who.rights.holds("activities:read_private")
    if scope is Scope.NONE or (scope is Scope.ALL and all_private):
        return false() if scope is Scope.NONE else true()
    mine = [activity.owner_id == who.member]
    if who.verb is not Verb.CREATE:  # of a new one everybody is the author
        mine.append(activity.author_id == who.member)
    public = [owned(who, seen)]
    if who.verb is Verb.READ:
        mine += [takes_part(who, activity, table) for table in (ActivityMention, ActivityAttendee)]
        public += [opened(who, activity, (Deal, Account, Contact, Lead))]
    if who.verb is Verb.UPDATE:
        public += [opened(who, activity, (Deal, Lead))]
    return or_(*mine, or_(*public) if all_private else and_(activity.private.is_(False), or_(*public)))


def _series(who: Who, seen: Seen) -> ColumnElement[bool]:
    series, one = cast("type[ActivitySeries]", seen), aliased(Activity)
    allowed = visible(who, one)
    return true() if allowed.compare(true()) else exists().where(one.series_id == series.id, allowed)


LEAVING = {Activity: Leaving(lambda _: Activity.status != ActivityStatus.OPEN, lambda _: Activity.private.is_(True))}

VISIBLE = {
    Activity: _activities,
    ActivitySeries: _series,
    ActivityLink: through("activity_id", Activity),
    ActivityMention: through("activity_id", Activity),
    ActivityReminder: through("activity_id", Activity),
    ActivityAttendee: through("activity_id", Activity),
}

MIRRORS = {"ActivityLink.account": ("Deal.account", "Contact.account"), "ActivityLink.contact": "Deal.contact"}
