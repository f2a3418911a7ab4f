"""Handing over what a member owns, and letting him go."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import func, select, update

from saas.core.errors import Conflict, Invalid
from saas.core.model import Model
from saas.core.policy import live
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener, Work
from saas.handover import policy
from saas.handover.events import HandoverEnded
from saas.handover.model import Handover, HandoverStatus
from saas.handover.queries import leaves, owned_models, owner_of
from saas.members.actions import disable_member, edit_member
from saas.members.events import RecordsGiven
from saas.members.model import Member, MemberStatus, Team

JOB = "handover.carry_on"
BATCH = 500


@dataclass(frozen=True, slots=True)
class Succession:
    """Who gets what: with `past` also what is over."""

    member_id: UUID
    successor_id: UUID
    past: bool = False


def hand_over(work: Work, wanted: Succession) -> Handover:
    """Begins at once; what is many goes on in the background. One handover of a member at a time."""
    work.require(policy.may_hand_over(work.rights))
    member = work.lock(Member, wanted.member_id, field="memberId")
    successor = work.lock(Member, wanted.successor_id, field="successorId")
    _check(work, member, successor)
    total = sum(_count(work, model, wanted) for model in owned_models())
    made = Handover(
        member_id=member.id, successor_id=successor.id, past=wanted.past, status=HandoverStatus.RUNNING, total=total,
        moved=0, started_by_id=work.who.member_id,
    )  # fmt: skip
    work.add(made)
    led = update(Team).where(Team.manager_id == member.id, live(Team))
    work.bulk(led.values(manager_id=successor.id))
    work.enqueue(JOB, {"handover_id": str(made.id)}, lock=f"handover:{member.id}")
    return made


def let_go(work: Work, member_id: UUID, *, wanted: Succession | None, version: int | None = None) -> Member:
    """Ends a member's access at once, everywhere, and hands over what he leaves; all of it or nothing. An owner goes
    only while another one stays.
    """
    work.require(work.rights.holds("members:manage"))
    member = work.lock(Member, member_id, field="id", version=version)
    if wanted is not None:
        work.get(Member, wanted.successor_id, field="successorId")  # who is not there is told of first
    if member.role == Role.OWNER:
        edit_member(work, member_id, {"role": Role.ADMIN})
        work.flush()  # what is locked again is read again
    gone = disable_member(work, member_id)
    work.flush()
    if wanted is not None:
        hand_over(work, wanted)
    return gone


def carry_on(opener: Opener, handover_id: UUID) -> None:
    """A batch is a transaction: what dies goes on where it was."""
    if not policy.may_hand_over(opener.principal.rights):
        _stop(opener, handover_id)
        return
    for model in owned_models():
        while _carry_batch(opener, handover_id, model):
            pass
    with opener() as work:
        handover = work.lock(Handover, handover_id)
        if handover.status is HandoverStatus.RUNNING:
            handover.end(HandoverStatus.DONE, work.clock.now())
            work.emit(HandoverEnded(handover.id))


def _carry_batch(opener: Opener, handover_id: UUID, model: type[Model]) -> bool:
    """Whether there may be more."""
    with opener() as work:
        handover = work.lock(Handover, handover_id)
        if handover.status is not HandoverStatus.RUNNING:
            return False
        key, owner = model.__table__.c.id, owner_of(model)
        mine = leaves(model, handover.member_id, past=handover.past)
        ids = work.all(select(key).where(mine).order_by(key).limit(BATCH).with_for_update())
        if ids:
            given = update(model).where(key.in_(ids)).values({owner.key: handover.successor_id})
            handover.moved += work.bulk(given)
            work.emit(RecordsGiven(model, ids, handover.member_id, handover.successor_id))
        return len(ids) == BATCH


def _stop(opener: Opener, handover_id: UUID) -> None:
    """As the product itself: who had begun it does not see it any more."""
    tenant = opener.tenant
    product = system(opener.principal.request_id, locale=tenant.locale, time_zone=tenant.time_zone)
    with replace(opener, principal=product)() as work:
        handover = work.lock(Handover, handover_id)
        if handover.status is HandoverStatus.RUNNING:
            handover.end(HandoverStatus.STOPPED, work.clock.now())


def _check(work: Work, member: Member, successor: Member) -> None:
    if successor.id == member.id:
        raise Invalid("SAME_MEMBER", "Choose somebody else to take it over.", "successorId")
    if successor.status not in {MemberStatus.ACTIVE, MemberStatus.INVITED}:
        raise Invalid("MEMBER_DISABLED", "%(name)s has no access any more.", "successorId", name=successor.name)
    running = select(Handover.id).where(
        Handover.member_id == member.id, Handover.status == HandoverStatus.RUNNING, work.visible(Handover)
    )
    if work.first(running.limit(1)) is not None:
        raise Conflict("HANDOVER_RUNNING", "A handover of %(name)s is running already.", "memberId", name=member.name)


def _count(work: Work, model: type[Model], wanted: Succession) -> int:
    mine = leaves(model, wanted.member_id, past=wanted.past)
    return work.all(select(func.count()).select_from(model).where(mine))[0]
