"""Reads of notifications that are not records of the graph."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, cast
from uuid import UUID

import orjson
from sqlalchemy import ColumnElement, Select, Uuid, bindparam, func, select
from sqlalchemy.orm import joinedload

from saas.core import policy
from saas.core.model import Model
from saas.core.notices import Mailing, Notice, notices
from saas.core.principal import WHO_MEMBER, Principal, who
from saas.core.rights import Rights, Role
from saas.core.work import Work
from saas.members.model import Member, MemberStatus
from saas.notifications.hours import Hours
from saas.notifications.model import Notification, NotificationChoice, NotificationHours

SEEN_BY: Final = 512
"""For how many roles, by what they are told of, it is remembered how to ask what they see."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How a member hears of a kind."""

    notice: Notice
    shown: bool
    mailing: Mailing
    push: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """A member who may be told: his role is loaded, and when he is mailed is known."""

    member: Member
    wish: Wish
    hours: Hours


def count_unread(work: Work) -> int:
    unread = select(func.count()).where(Notification.read_at.is_(None), work.visible(Notification))
    return work.all(unread)[0]


def list_wishes(work: Work) -> list[Wish]:
    """The acting member's, for every kind that there is."""
    mine = select(NotificationChoice).where(work.visible(NotificationChoice))
    chosen = {choice.kind: choice for choice in work.all(mine)}
    return [_wish(notice, chosen.get(notice.kind)) for notice in notices().values()]


def list_readers(work: Work, notice: Notice, ids: Iterable[UUID]) -> list[Reader]:
    """Those who are active, in the order of their ids. What they want to hear of is their own affair, but the product
    must know.
    """
    wanted = list(ids)
    members = {member.id: member for member in work.all(_readers(Member.id.in_(wanted), work))}
    chosen = select(NotificationChoice).where(
        NotificationChoice.member_id.in_(wanted), NotificationChoice.kind == notice.kind
    )
    choices = {choice.member_id: choice for choice in work.all(chosen)}
    kept = select(NotificationHours).where(NotificationHours.member_id.in_(wanted))
    hours = {each.member_id: each for each in work.all(kept)}
    return [
        Reader(members[id_], _wish(notice, choices.get(id_)), _hours(members[id_], hours.get(id_)))
        for id_ in wanted
        if id_ in members
    ]


def find_hours(work: Work) -> UUID | None:
    """The key of the acting member's."""
    return work.first(select(NotificationHours.id).where(work.visible(NotificationHours)))


def hours_of(work: Work, member: Member) -> Hours:
    kept = select(NotificationHours).where(NotificationHours.member_id == member.id)
    return _hours(member, work.first(kept))


def find_reader(work: Work, member_id: UUID) -> Member | None:
    """An active member, with his role."""
    return work.first(_readers(Member.id == member_id, work))


def principal_of(member: Member, request_id: str) -> Principal:
    """As whom he would read; his role is loaded."""
    own = member.custom_role
    rules = orjson.dumps(own.rules).decode() if own is not None and own.deleted_at is None else "{}"
    return Principal(member.id, Role(member.role), member.name, member.locale, member.time_zone, request_id, rules)


def sees(work: Work, reader: Principal, model: type[Model], ids: Sequence[UUID]) -> set[UUID]:
    """Which of these records another member sees, as they stand in this transaction."""
    work.flush()
    given = {WHO_MEMBER: reader.member_id, "about": list(ids)}
    return {cast(UUID, found) for (found,) in work.rows(_seen_by(reader.rights, model), given)}


@lru_cache(SEEN_BY)
def _seen_by(rights: Rights, model: type[Model]) -> Select[UUID]:
    """Written once for all members of equal rights."""
    key = model.__table__.c.id
    about = key.in_(bindparam("about", type_=Uuid(), expanding=True))
    return select(key).where(about, policy.visible(who(rights), model), policy.live(model))


def _wish(notice: Notice, choice: NotificationChoice | None) -> Wish:
    if choice is None:
        return Wish(notice, shown=True, mailing=notice.mail, push=notice.push)
    push = notice.push if choice.push is None else choice.push
    return Wish(notice, shown=choice.shown, mailing=Mailing(choice.mailing), push=push)


def _readers(which: ColumnElement[bool], work: Work) -> Select[Member]:
    found = select(Member).where(which, Member.status == MemberStatus.ACTIVE, work.visible(Member))
    return found.options(joinedload(Member.custom_role))


def _hours(member: Member, kept: NotificationHours | None) -> Hours:
    if kept is None:
        return Hours(member.time_zone)
    return Hours(member.time_zone, kept.digest_at, kept.quiet_from, kept.quiet_until)
