"""What is done with shares: opening a record to one more member or team, and closing it again."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from saas.core.errors import Invalid, LimitReached, NotFound
from saas.core.model import Model
from saas.core.rights import Verb, models, objects
from saas.core.work import Work
from saas.members.model import Member, MemberStatus, Team
from saas.sharing.events import RecordShared, RecordUnshared
from saas.sharing.model import Share, ShareLevel

MOST = 100


@dataclass(frozen=True, slots=True)
class Shared:
    """A record by the name of its object and its key."""

    object: str
    record_id: UUID


@dataclass(frozen=True, slots=True)
class Other:
    """One member or one team."""

    member_id: UUID | None = None
    team_id: UUID | None = None


def share_record(work: Work, what: Shared, other: Other, level: ShareLevel) -> Share:
    """Asks the sharer for the right to share, and for EDIT to edit, too. A share that is there gets the level."""
    record = _held(work, what)
    if level is ShareLevel.EDIT:
        work.permit(record, Verb.UPDATE, field="level")
    _check(work, other)
    share = _find(work, what, other)
    if share is not None and share.level == level:
        return share
    if share is None:
        share = work.add(_new(work, what, other, level))
    share.level = level
    work.emit(RecordShared(what.object, what.record_id, other.member_id, other.team_id, level))
    return share


def unshare_record(work: Work, what: Shared, other: Other) -> Share:
    """Closes the record to whom it was shared with; he may still see it for another reason."""
    _held(work, what)
    share = _find(work, what, other)
    if share is None:
        raise NotFound(field="teamId" if other.team_id else "memberId")
    work.remove(share)
    work.emit(RecordUnshared(what.object, what.record_id, other.member_id, other.team_id))
    return share


def list_shares(work: Work, what: Shared) -> list[UUID]:
    """Keys of the record's shares, oldest first; none of a record that the acting member does not see."""
    shares = select(Share.id).where(*_of(what), work.visible(Share)).order_by(Share.created_at, Share.id)
    return work.all(shares.limit(MOST))


def _held(work: Work, what: Shared) -> Model:
    governed = objects().get(what.object)
    if governed is None or governed.owner is None:
        raise NotFound(field="recordId")
    return work.lock(models()[what.object], what.record_id, field="recordId", to=Verb.SHARE)


def _check(work: Work, other: Other) -> None:
    if (other.member_id is None) is (other.team_id is None):
        raise Invalid("ONE_OF_TWO", "Share with one member or with one team.", "memberId")
    if other.team_id is not None:
        work.get(Team, other.team_id, field="teamId")
    if other.member_id is not None:
        member = work.get(Member, other.member_id, field="memberId")
        if member.status == MemberStatus.DISABLED:
            raise Invalid("MEMBER_DISABLED", "%(name)s has no access any more.", "memberId", name=member.name)


def _find(work: Work, what: Shared, other: Other) -> Share | None:
    to = Share.member_id == other.member_id if other.member_id else Share.team_id == other.team_id
    return work.first(select(Share).where(*_of(what), to, work.visible(Share)).with_for_update(of=Share))


def _new(work: Work, what: Shared, other: Other, level: ShareLevel) -> Share:
    count = work.all(select(func.count()).select_from(Share).where(*_of(what), work.visible(Share)))[0]
    if count >= MOST:
        raise LimitReached("MANY_SHARES", "A record is shared with at most %(most)s: share it with a team.", most=MOST)
    return Share(
        object=what.object, record_id=what.record_id, member_id=other.member_id, team_id=other.team_id, level=level,
        by_id=work.who.member_id,
    )  # fmt: skip


def _of(what: Shared) -> tuple[ColumnElement[bool], ...]:
    return Share.object == what.object, Share.record_id == what.record_id
