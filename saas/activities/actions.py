"""What is done with activities. Each act has its inverse: doing and reopening, moving there and back."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from saas.activities import occurrences
from saas.activities.events import ActivityDone, ActivitySettled, Assigned
from saas.activities.kinds import ActivityKind, ActivityStatus
from saas.activities.links import Around, await_links, follow_deal, hang, leads_of, said_records
from saas.activities.model import Activity
from saas.activities.people import invite, mention
from saas.activities.reminding import remind_later
from saas.activities.when import check_fields, check_times, moved, on_the_clock
from saas.core.errors import Invalid
from saas.core.fields import assign, legible, text_or_none
from saas.core.ids import new_id
from saas.core.rights import Verb
from saas.core.texts import harmless
from saas.core.work import Work
from saas.deals.events import DealPlaced
from saas.members.actions import get_owner
from saas.members.model import Member

LONGEST_SUBJECT = 300
LONGEST_BODY = 10_000
SHOWN = 80
NOTHING = Around()


def create_activity(work: Work, fields: Mapping[str, object], around: Around = NOTHING) -> Activity:
    """`fields` are the columns by name, `repeat` a rule, `done` whether it is over; its owner is the acting member.

    What follows up another activity hangs on the same records, where none are said.
    """
    given = {"subject": None, "body": None, "owner_id": work.who.member_id, **fields}
    done, rule = given.pop("done", False), given.pop("repeat", None)
    kind, now = ActivityKind(str(given.pop("kind"))), work.clock.now()
    activity = Activity(
        id=new_id(), kind=kind, status=ActivityStatus.OPEN, author_id=work.who.member_id, created_at=now
    )
    records = _followed(work, given, around)
    _change(work, activity, given)
    if done or kind is ActivityKind.NOTE:
        _be_done(work, activity)
    zone = owners_zone(work, activity)
    activity.settle(zone, now)
    if rule is not None:
        occurrences.begin(work, activity, str(rule), zone)
    work.add(activity)
    work.flush()
    _surround(work, activity, Around(records, around.mentioned, around.attendees))
    _settle(work, activity)
    if activity.owner_id and activity.owner_id != work.who.member_id:
        work.emit(Assigned(activity.id, activity.owner_id, work.who.member_id))
    return activity


def edit_activity(
    work: Work, activity_id: UUID, fields: Mapping[str, object], around: Around = NOTHING, *,
    version: int | None = None,
) -> Activity:  # fmt: skip
    """A `repeat` that is None ends the series; another rule begins a new one with this activity."""
    activity = work.lock(Activity, activity_id, field="id", version=version)
    given, owner_id = dict(fields), activity.owner_id
    repeats, rule = "repeat" in given, given.pop("repeat", None)
    _change(work, activity, given)
    activity.settle(zone := owners_zone(work, activity), activity.created_at)
    if repeats:
        occurrences.change(work, activity, None if rule is None else str(rule), zone)
    leads_before = leads_of(work, activity) if "lead" in around.records else ()
    _surround(work, activity, around)
    _settle(work, activity, leads_before)
    if activity.owner_id and activity.owner_id not in {owner_id, work.who.member_id}:
        work.emit(Assigned(activity.id, activity.owner_id, work.who.member_id))
    return activity


def complete_activity(work: Work, activity_id: UUID, *, outcome: object = None, version: int | None = None) -> Activity:
    """Done by the acting member, now; the next of its series is made. Done again, it stays as it is."""
    activity = work.lock(Activity, activity_id, field="id", version=version)
    if activity.status == ActivityStatus.DONE:
        return activity
    if outcome is not None:
        check_fields(ActivityKind(activity.kind), {"outcome": outcome})
        assign(activity, {"outcome": outcome})
    _be_done(work, activity)
    _settle(work, activity)
    _make_next(work, activity)
    work.emit(ActivityDone(activity.id, work.who.member_id))
    return activity


def cancel_activity(work: Work, activity_id: UUID, *, version: int | None = None) -> Activity:
    """It will not be done; one of a series is skipped by it, and the next is made."""
    activity = work.lock(Activity, activity_id, field="id", version=version)
    if activity.status == ActivityStatus.CANCELLED:
        return activity
    activity.cancel()
    _settle(work, activity)
    _make_next(work, activity)
    return activity


def reopen_activity(work: Work, activity_id: UUID, *, version: int | None = None) -> Activity:
    """Takes back that it was done or cancelled, and the next of its series, where nobody has touched that."""
    activity = work.lock(Activity, activity_id, field="id", version=version)
    if activity.status == ActivityStatus.OPEN:
        return activity
    activity.reopen()
    made = occurrences.untouched_next(work, activity)
    if made is not None:
        work.remove(work.follow(made))
        _settle(work, made)
    _settle(work, activity)
    return activity


def move_activity(work: Work, activity_id: UUID, when: Mapping[str, object], *, version: int | None = None) -> Activity:
    """To another day or moment: `due_on`, `due_at`, or `starts_at` with or without `ends_at`."""
    activity = work.lock(Activity, activity_id, field="id", version=version)
    _change(work, activity, moved(activity, on_the_clock(when, ZoneInfo(work.who.time_zone))))
    _settle(work, activity)
    return activity


def delete_activity(work: Work, activity_id: UUID, *, version: int | None = None) -> Activity:
    activity = work.lock(Activity, activity_id, field="id", version=version, to=Verb.DELETE)
    work.remove(activity)
    _settle(work, activity)
    return activity


def restore_activity(work: Work, activity_id: UUID, *, version: int | None = None) -> Activity:
    activity = work.lock(Activity, activity_id, field="id", version=version, deleted=True, to=Verb.DELETE)
    activity.deleted_at = None
    _settle(work, activity)
    return activity


def end_series(work: Work, activity_id: UUID, *, version: int | None = None) -> Activity:
    """None is made after this one any more."""
    activity = work.lock(Activity, activity_id, field="id", version=version)
    occurrences.end(work, activity)
    return activity


def resume_series(work: Work, activity_id: UUID, *, version: int | None = None) -> Activity:
    """It goes on; where this one is over already, the next is made at once."""
    activity = work.lock(Activity, activity_id, field="id", version=version)
    occurrences.resume(work, activity)
    if activity.status != ActivityStatus.OPEN:
        _make_next(work, activity)
    return activity


def owners_zone(work: Work, activity: Activity) -> ZoneInfo:
    """Where its days begin and end: at its owner's."""
    if activity.owner_id is None or activity.owner_id == work.who.member_id:
        return ZoneInfo(work.who.time_zone)
    owner = work.find(Member, activity.owner_id, deleted=True)
    return ZoneInfo(owner.time_zone if owner else work.tenant.time_zone)


def _change(work: Work, activity: Activity, fields: Mapping[str, object]) -> None:
    given = on_the_clock(fields, ZoneInfo(work.who.time_zone))
    check_fields(ActivityKind(activity.kind), given)
    if "body" in given:
        given["body"] = _body(given["body"])
    if "subject" in given:
        given["subject"] = _subject(given["subject"], given.get("body", activity.body))
    if "location" in given:
        given["location"] = text_or_none(given["location"], "location")
    if "owner_id" in given and given["owner_id"] != activity.owner_id:
        get_owner(work, given["owner_id"])
        if activity.owner_id is not None or activity.version is not None:
            work.permit(activity, Verb.SHARE, field="ownerId")
    assign(activity, given)
    check_times(activity)


def _body(said: object) -> str | None:
    """Kept whole, blanks and all."""
    if said is None or not str(said).strip():
        return None
    if len(str(said)) > LONGEST_BODY:
        raise Invalid("TOO_LONG", "This is longer than %(most)s characters.", "body", most=LONGEST_BODY)
    return str(said)


def _subject(said: object, body: object) -> str:
    """Where none is said, the beginning of the text is it."""
    subject = legible(said, "subject")
    if len(subject) > LONGEST_SUBJECT:
        raise Invalid("TOO_LONG", "This is longer than %(most)s characters.", "subject", most=LONGEST_SUBJECT)
    if not subject and body:
        first = harmless(str(body).strip().splitlines()[0], most=LONGEST_SUBJECT)
        subject = first if len(first) <= SHOWN else f"{first[: SHOWN - 1].rstrip()}…"
    if not subject:
        raise Invalid("REQUIRED", "This must not be empty.", "subject")
    return subject


def _followed(work: Work, given: Mapping[str, object], around: Around) -> Mapping[str, Sequence[UUID]]:
    before_id = given.get("follow_up_of_id")
    if before_id is None:
        return around.records
    before = work.get(Activity, UUID(str(before_id)), field="followUpOfId")
    return around.records or said_records(work, before)


def _be_done(work: Work, activity: Activity) -> None:
    """What is told to be over was over when it ended, where that is said; a call without a time is one of now."""
    now = work.clock.now()
    if activity.kind == ActivityKind.CALL and activity.starts_at is None:
        activity.starts_at = now
    ended: datetime = activity.ends_at or activity.starts_at or now
    activity.complete(work.who.member_id, min(now, ended))


def _surround(work: Work, activity: Activity, around: Around) -> None:
    if around.mentioned is not None:
        mention(work, activity, around.mentioned)
    if around.attendees is not None:
        invite(work, activity, around.attendees)
        if around.attendees:
            _must_be_attended(activity)
        work.flush()
    if around.records or around.attendees is not None:
        hang(work, activity, around.records)


def _must_be_attended(activity: Activity) -> None:
    if activity.kind not in {ActivityKind.MEETING, ActivityKind.CALL}:
        raise Invalid("NOT_OF_THIS_KIND", "An activity of this kind does not have this.", "attendees")


def _settle(work: Work, activity: Activity, leads_before: Sequence[UUID] = ()) -> None:
    """Everything that follows from when it is, and from whether it is open."""
    zone = owners_zone(work, activity)
    activity.settle(zone, activity.created_at)
    work.flush()
    await_links(work, activity)
    remind_later(work, activity, zone)
    work.emit(ActivitySettled(activity, leads_before))


def _make_next(work: Work, activity: Activity) -> None:
    made = occurrences.make_next(work, activity, owners_zone(work, activity))
    if made is not None:
        _surround(work, made, occurrences.around(work, activity))
        _settle(work, made)


LISTENS = {DealPlaced: [follow_deal]}
