"""Who is named in an activity and who takes part in it."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select

from saas.activities.events import Invited, Mentioned
from saas.activities.links import MOST
from saas.activities.model import Activity, ActivityAttendee, ActivityMention
from saas.contacts.model import Contact
from saas.core.errors import Invalid, LimitReached, NotFound
from saas.core.work import Work
from saas.members.model import Member, MemberStatus

Person = tuple[UUID | None, UUID | None]
"""The id of a member, or that of a contact."""


def mention(work: Work, activity: Activity, member_ids: Sequence[UUID]) -> None:
    """These members are named in it, and no others; who is new is told."""
    wanted = dict.fromkeys(member_ids)
    _must_be_few(wanted, "mentionedIds")
    mine = select(ActivityMention).where(ActivityMention.activity_id == activity.id)
    there = {one.member_id: one for one in work.all(mine)}
    _must_work_here(work, [key for key in wanted if key not in there], "mentionedIds")
    for key, one in there.items():
        if key not in wanted:
            work.remove(one)
    for key in wanted:
        if key not in there:
            work.add(ActivityMention(activity_id=activity.id, member_id=key))
            if key != work.who.member_id:
                work.emit(Mentioned(activity.id, key, work.who.member_id))


def invite(work: Work, activity: Activity, people: Sequence[Person]) -> None:
    """These people take part, and no others; a member who is new is told."""
    wanted = dict.fromkeys(people)
    _must_be_few(wanted, "attendees")
    if any((member_id is None) is (contact_id is None) for member_id, contact_id in wanted):
        raise Invalid("ONE_PERSON", "Each who attends is a member or a contact.", "attendees")
    there = {(one.member_id, one.contact_id): one for one in _attendees(work, activity)}
    new = [person for person in wanted if person not in there]
    _must_work_here(work, [member_id for member_id, _ in new if member_id], "memberId")
    _must_be_known(work, [contact_id for _, contact_id in new if contact_id])
    for person, one in there.items():
        if person not in wanted:
            work.remove(one)
    for member_id, contact_id in new:
        work.add(ActivityAttendee(activity_id=activity.id, member_id=member_id, contact_id=contact_id))
        if member_id and member_id != work.who.member_id:
            work.emit(Invited(activity.id, member_id, work.who.member_id))


def attendees_of(work: Work, activity: Activity) -> list[Person]:
    return [(one.member_id, one.contact_id) for one in _attendees(work, activity)]


def _attendees(work: Work, activity: Activity) -> list[ActivityAttendee]:
    mine = select(ActivityAttendee).where(ActivityAttendee.activity_id == activity.id)
    return work.all(mine.order_by(ActivityAttendee.id))


def _must_be_few(wanted: Collection[object], field: str) -> None:
    if len(wanted) > MOST:
        raise LimitReached("TOO_MANY", "At most %(most)s at once.", field, most=MOST)


def _must_work_here(work: Work, member_ids: Sequence[UUID], field: str) -> None:
    """A member who has left is named in nothing new."""
    here = select(Member.id).where(
        Member.id.in_(member_ids), Member.status != MemberStatus.DISABLED, work.visible(Member)
    )
    if set(member_ids) - set(work.all(here)):
        raise NotFound(field=field)


def _must_be_known(work: Work, contact_ids: Sequence[UUID]) -> None:
    known = select(Contact.id).where(Contact.id.in_(contact_ids), work.visible(Contact))
    if set(contact_ids) - set(work.all(known)):
        raise NotFound(field="contactId")
