"""Inviting, taking back, and accepting."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select

from saas.core.errors import Invalid, NotFound
from saas.core.work import Work
from saas.identity.credentials import digest, new_session
from saas.invitations.events import InvitationAccepted
from saas.invitations.letters import Occasion, invitation, way_back
from saas.invitations.model import LIFE, Invitation, revoked
from saas.members.events import MemberInvited
from saas.members.holders import require_reach
from saas.members.model import Member, MemberStatus, Team
from saas.post.actions import send_mail
from saas.roles.model import CustomRole

LOGIN = "login"


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation with what its page tells; `role` is the name of the company's own role, where it is one."""

    invitation: Invitation
    member: Member
    inviter: str
    role: str | None
    team: str | None


def send_invitation(work: Work, member: Member) -> Invitation:
    """A new one, in place of those that are open. Whoever has a member's access to lose gets a way back."""
    now, code = work.clock.now(), new_session()
    for old in work.all(select(Invitation).where(Invitation.member_id == member.id, _open()).with_for_update()):
        work.follow(old).revoke(now)
    made = Invitation(
        member_id=member.id, email=member.email, hash=digest(code), expires_at=now + LIFE,
        invited_by_id=work.who.member_id,
    )  # fmt: skip
    work.add(made)
    query = urlencode({"company": work.tenant.slug, "code": code})
    url = f"{work.outside.origin(LOGIN)}/invitation?{query}"
    letter = way_back if member.status == MemberStatus.ACTIVE else invitation
    send_mail(work, letter(member, url, _occasion(work, made, member)))
    return made


def resend_invitation(work: Work, member_id: UUID) -> Invitation:
    """For one who did not get it, or was too late, or has lost every way to sign in."""
    member = _managed(work, member_id)
    if member.status not in {MemberStatus.INVITED, MemberStatus.ACTIVE}:
        raise Invalid("NOT_INVITED", "%(name)s has no access: invite them first.", "memberId", name=member.name)
    return send_invitation(work, member)


def revoke_invitation(work: Work, invitation_id: UUID) -> Invitation:
    """Its link is worth nothing at once; the member stays, invited and without a way in."""
    found = work.lock(Invitation, invitation_id, field="id")
    _managed(work, found.member_id)
    found.revoke(work.clock.now())
    return found


def read_invitation(work: Work, code: str) -> Invited:
    """By whoever has the code; refuses one that is not good, and says why."""
    found = _find(work, code)
    found.check(work.clock.now())
    member = work.get(Member, found.member_id)
    _check_member(found, member)
    return _told(work, found, member)


def take_invitation(work: Work, code: str) -> tuple[Invitation, Member]:
    """Locked until the end, so that it is accepted once. One that was accepted is handed out, too: see `accept`."""
    found = _find(work, code, lock=True)
    if found.accepted_at is None:
        found.check(work.clock.now())
    member = work.lock(Member, found.member_id)
    _check_member(found, member)
    return found, member


def let_in(work: Work, invitation: Invitation, member: Member) -> None:
    """The member is active from now on."""
    if invitation.accepted_at is None:
        invitation.accepted_at = work.clock.now()
        work.emit(InvitationAccepted(member.id, invitation.invited_by_id))
    if member.status == MemberStatus.INVITED:
        member.status = MemberStatus.ACTIVE


def _find(work: Work, code: str, *, lock: bool = False) -> Invitation:
    statement = select(Invitation).where(Invitation.hash == digest(code))
    found = work.first(statement.with_for_update() if lock else statement)
    if found is None:
        raise NotFound(
            "UNKNOWN_INVITATION", "This invitation is not known. Open the link as it came, or ask for a new one."
        )
    return found


def _check_member(invitation: Invitation, member: Member) -> None:
    left = member.status not in {MemberStatus.INVITED, MemberStatus.ACTIVE}
    if left or member.email.lower() != invitation.email.lower():
        raise revoked()


def _managed(work: Work, member_id: UUID) -> Member:
    work.require(work.rights.holds("members:manage"))
    member = work.lock(Member, member_id, field="memberId")
    require_reach(work, member, field="memberId")
    return member


def _told(work: Work, invitation: Invitation, member: Member) -> Invited:
    occasion = _occasion(work, invitation, member)
    return Invited(invitation, member, occasion.inviter, occasion.role, occasion.team)


def _occasion(work: Work, invitation: Invitation, member: Member) -> Occasion:
    by = work.find(Member, invitation.invited_by_id) if invitation.invited_by_id else None
    team = work.find(Team, member.team_id) if member.team_id else None
    role = work.find(CustomRole, member.custom_role_id) if member.custom_role_id else None
    company = work.tenant.name
    return Occasion(
        company, by.name if by else company, role.name if role else None, team.name if team else None,
        invitation.expires_at,
    )  # fmt: skip


def _open() -> ColumnElement[bool]:
    return and_(Invitation.accepted_at.is_(None), Invitation.revoked_at.is_(None))


def _hear(work: Work, event: MemberInvited) -> None:
    send_invitation(work, event.member)


LISTENS = {MemberInvited: [_hear]}
