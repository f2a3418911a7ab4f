"""Telling members, and what they do with what they are told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select, update

from saas.core.errors import Invalid, LimitReached, NotFound, Unavailable
from saas.core.events import Hearing
from saas.core.notices import Aside, Mailing, Notice, Told, asides, notices
from saas.core.principal import system
from saas.core.rights import Rights
from saas.core.texts import LOCALES, harmless, say
from saas.core.work import Opener, Work
from saas.members.model import Member
from saas.notifications import queries
from saas.notifications.digests import letter_of
from saas.notifications.hours import Hours, read_clock
from saas.notifications.model import Notification, NotificationChoice, NotificationHours
from saas.notifications.pushing import forget_device, line_up
from saas.post.actions import send_mail, was_handed_in
from saas.push.actions import list_devices
from saas.push.events import DeviceLeaves
from saas.push.model import PushDevice

JOB = "notifications.mail_member"
MOST = 200
_LONGEST = 200
_MARGIN = timedelta(seconds=10)
_SOON = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Word:
    """What a member is told of one kind: by a mail that is to be written then, and on his devices."""

    member: Member
    new: Sequence[Notification] = ()
    mail_at: datetime | None = None
    devices: Sequence[PushDevice] = ()
    push_at: datetime | None = None


def notify(work: Work, events: Sequence[object]) -> None:
    """Tells whom events of a kind concern, each as he wishes; nobody of what he may not see, or has done himself."""
    work.flush()
    for notice in notices().values():
        if notice.event is type(events[0]):
            by_member: dict[UUID, list[Told]] = {}
            for told in (told for event in events for told in notice.tells(work, event)):
                if told.member_id is not None and (told.member_id != work.who.member_id or notice.own):
                    by_member.setdefault(told.member_id, []).append(told)
            if by_member:
                _tell(work, notice, by_member)


def mark_read(work: Work, notification_id: UUID, *, read: bool = True) -> Notification:
    notification = work.lock(Notification, notification_id, field="id")
    if (notification.read_at is not None) is not read:
        notification.read_at = work.clock.now() if read else None
    return notification


def mark_all_read(work: Work, *, until: datetime | None = None) -> Member:
    """All that were told until then, or until now."""
    member, now = _me(work), work.clock.now()
    unread = update(Notification).where(
        Notification.member_id == member.id, Notification.read_at.is_(None), Notification.at <= (until or now)
    )
    work.bulk(unread.values(read_at=now))
    return member


def mark_unread(work: Work, ids: Sequence[UUID]) -> Member:
    """All of them, or none where one is not the acting member's."""
    member = _me(work)
    if len(ids) > MOST:
        raise LimitReached("TOO_MANY", "At most %(most)s at once.", "ids", most=MOST)
    mine = Notification.member_id == member.id, Notification.id.in_(ids), Notification.shown.is_(True)
    if len(work.all(select(Notification.id).where(*mine))) != len(set(ids)):
        raise NotFound(field="ids")
    work.bulk(update(Notification).where(*mine).values(read_at=None))
    return member


def choose(work: Work, kind: str, *, shown: bool, mailing: Mailing, push: bool | None = None) -> NotificationChoice:
    """How the acting member hears of this kind from now on; `push` None stays as it is."""
    member = _me(work)
    if kind not in notices():
        raise Invalid("UNKNOWN_KIND", "There is no kind of notification %(kind)s.", "kind", kind=kind[:60])
    known = work.first(
        select(NotificationChoice).where(NotificationChoice.kind == kind, work.visible(NotificationChoice))
    )
    if known is None:
        return work.add(NotificationChoice(member_id=member.id, kind=kind, shown=shown, mailing=mailing, push=push))
    known.shown, known.mailing = shown, mailing
    known.push = known.push if push is None else push
    return known


def set_hours(work: Work, changes: Mapping[str, object]) -> NotificationHours:
    """Of the acting member, `HH:MM`; quiet hours have both ends or none."""
    member = _me(work)
    known = work.first(select(NotificationHours).where(work.visible(NotificationHours)))
    hours = known or work.add(NotificationHours(member_id=member.id, digest_at=Hours(member.time_zone).digest_at))
    for name, field in (("digest_at", "digestAt"), ("quiet_from", "quietFrom"), ("quiet_until", "quietUntil")):
        if name in changes and (changes[name] is not None or name != "digest_at"):
            said = changes[name]
            setattr(hours, name, None if said is None else read_clock(str(said), field))
    if (hours.quiet_from is None) is not (hours.quiet_until is None):
        raise Invalid("HALF_QUIET", "Quiet hours need both a beginning and an end.", "quietUntil")
    return hours


def mail_member(opener: Opener, member_id: UUID) -> None:
    """One mail with all that is due by now and unread; again and again the same."""
    tenant = opener.tenant
    product = system(opener.principal.request_id, locale=tenant.locale, time_zone=tenant.time_zone)
    with replace(opener, principal=product)() as work:
        known = work.get(Member, member_id, field="id")
        member = queries.find_reader(work, known.id)
        reader = None if member is None else queries.principal_of(member, work.request_id)
    if reader is None:
        return
    with replace(opener, principal=reader)() as work:
        _mail(work, work.lock(Member, member_id, to=None))


def _tell(work: Work, notice: Notice, by_member: Mapping[UUID, Sequence[Told]]) -> None:
    """What each is told is decided before any of it is written: so all of it is written at once."""
    told = [
        _decide(work, notice, each, by_member[each.member.id]) for each in queries.list_readers(work, notice, by_member)
    ]
    for one in told:
        for notification in one.new:
            work.add(notification)
    for one in told:
        if one.mail_at is not None:
            work.enqueue(JOB, {"member_id": str(one.member.id)}, run_at=one.mail_at)
        if one.push_at is not None:
            line_up(work, one.devices, one.new, one.push_at)


def _decide(work: Work, notice: Notice, reader: queries.Reader, all_told: Sequence[Told]) -> Word:
    member, wish, now = reader.member, reader.wish, work.clock.now()
    principal = queries.principal_of(member, work.request_id)
    seen = queries.sees(work, principal, notice.about, [told.about_id for told in all_told])
    shown = [told for told in all_told if told.about_id in seen]
    devices = list_devices(work, member.id) if wish.push else []
    if not shown or not (wish.shown or devices or wish.mailing is not Mailing.NEVER):
        return Word(member)
    due = reader.hours.due(wish.mailing, now)
    bunch = None if due is None else _bunch(work, member.id, wish.mailing, due)
    more = _asides(work, notice, shown, principal.rights) if due is None or due <= now + _SOON else {}
    new = [
        Notification(
            member_id=member.id, kind=notice.kind, at=now, actor_id=work.who.member_id,
            about_type=notice.about.__name__, about_id=told.about_id,
            texts=_texts(told, work.who.name, more.get(told.about_id, ())),
            shown=wish.shown, read_at=None if wish.shown else now, mailing=wish.mailing, mail_due_at=bunch or due,
        )
        for told in shown
    ]  # fmt: skip
    return Word(member, new, None if bunch is not None else due, devices, reader.hours.after_quiet(now))


def _bunch(work: Work, member_id: UUID, mailing: Mailing, due: datetime) -> datetime | None:
    """When a mail of the kind comes that this can be part of; not one that may be written before we commit."""
    pending = select(Notification.mail_due_at).where(
        Notification.member_id == member_id, Notification.mailing == mailing, Notification.mailed_at.is_(None),
        Notification.mail_due_at > work.clock.now() + _MARGIN, Notification.mail_due_at <= due,
    )  # fmt: skip
    return work.first(pending.order_by(Notification.mail_due_at).limit(1))


def _mail(work: Work, member: Member) -> None:
    now, hours = work.clock.now(), queries.hours_of(work, member)
    due = select(Notification).where(
        Notification.mail_due_at <= now, Notification.mailed_at.is_(None), work.visible(Notification)
    )
    pending = work.all(due.order_by(Notification.at, Notification.id).limit(MOST).with_for_update(of=Notification))
    for mailing in (Mailing.AT_ONCE, Mailing.DIGEST):
        these = [each for each in pending if each.mailing == mailing]
        unread = [each for each in these if each.read_at is None or not each.shown]
        digest = f"digest:{member.id}:{hours.day(now)}" if mailing is Mailing.DIGEST else None
        if unread and digest is not None and was_handed_in(work, digest):
            _postpone(work, unread, hours)
            these = [each for each in these if each not in unread]
        elif unread:
            send_mail(work, letter_of(unread, member, work.outside.origin(work.tenant.slug), key=digest))
        for each in these:
            each.mailed_at = now


def _postpone(work: Work, late: list[Notification], hours: Hours) -> None:
    """A digest comes once a day: what came after it waits for the next."""
    due = hours.due(Mailing.DIGEST, work.clock.now())
    if due is None:
        raise Unavailable
    for each in late:
        each.mail_due_at = due
    work.enqueue(JOB, {"member_id": str(late[0].member_id)}, run_at=due)


def _asides(work: Work, notice: Notice, all_told: Sequence[Told], rights: Rights) -> dict[UUID, list[Aside]]:
    """What a reader of these rights may be told besides."""
    found: dict[UUID, list[Aside]] = {}
    for read in asides().get(notice.about, ()):
        for about_id, aside in read(work, [told.about_id for told in all_told]).items():
            if aside.field is None or not rights.hides(notice.about.__name__, aside.field):
                found.setdefault(about_id, []).append(aside)
    return found


def _texts(told: Told, actor: str, more: Sequence[Aside]) -> dict[str, object]:
    said = [(told.says, {"actor": actor} | dict(told.params)), *((aside.says, aside.params) for aside in more)]
    safe = [(says, {name: _safe(value) for name, value in params.items()}) for says, params in said]
    return {locale: " ".join(say(says, locale, **params) for says, params in safe) for locale in LOCALES}


def _safe(value: object) -> object:
    return harmless(value, most=_LONGEST) if isinstance(value, str) else value


def _me(work: Work) -> Member:
    if work.who.member_id is None:
        raise Invalid("NO_MEMBER", "Only a member has notifications.")
    return work.lock(Member, work.who.member_id, to=None)


LISTENS = {notice.event: [Hearing(notify)] for notice in notices().values()} | {DeviceLeaves: [forget_device]}
