"""Joining without an invitation: by a proved address of a company's proved domain, or of a member who was invited.

    the member made or let in, committed (company) ──► the membership, committed (operator's tables)

What dies in between is done again: the member is found by the address and is nobody's yet.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Engine, select

from saas.core.errors import Forbidden
from saas.core.rights import Role
from saas.core.work import Opener, Work
from saas.identity.people import Person
from saas.invitations.acceptance import bind
from saas.invitations.model import Invitation
from saas.members.actions import MemberDraft, add_member, find_by_email
from saas.members.model import Member, MemberStatus


@dataclass(frozen=True, slots=True)
class Joiner:
    """A person with a proved address; `role` None where no domain is open to him."""

    person: Person
    role: Role | None


def is_awaited(opener: Opener, email: str) -> bool:
    """Whether a member of this address was invited, or was let in and is nobody's yet."""
    with opener() as work:
        member = find_by_email(work, email)
        return member is not None and member.status == MemberStatus.INVITED


def join(opener: Opener, platform: Engine, joiner: Joiner) -> UUID:
    """The member's id. Refuses one who has left, and one who has proved nothing."""
    if joiner.person.verified_at is None:
        raise Forbidden("UNPROVED_ADDRESS", "Confirm your e-mail address first.")
    with opener() as work:
        member = _let_in(work, joiner)
        work.flush()
        id_ = member.id
    with opener() as work, platform.begin() as connection:
        bind(connection, work, joiner.person.id, work.lock(Member, id_), alone=True)
    return id_


def _let_in(work: Work, joiner: Joiner) -> Member:
    person, member = joiner.person, find_by_email(work, joiner.person.email)
    if member is not None:
        member = work.lock(Member, member.id)
    if member is not None and member.status == MemberStatus.DISABLED:
        raise Forbidden("ACCESS_ENDED", "Your access to this company was ended. Ask one of its administrators.")
    if member is None or member.status == MemberStatus.PLACEHOLDER:
        if joiner.role is None:
            raise Forbidden("NOT_OPEN", "This company is not open to join. Ask one of its administrators.")
        return _made(work, person, member, joiner.role)
    for invitation in work.all(select(Invitation).where(Invitation.member_id == member.id)):
        if invitation.is_open(work.clock.now()):
            invitation.accepted_at = work.clock.now()
    member.status = MemberStatus.ACTIVE
    return member


def _made(work: Work, person: Person, placeholder: Member | None, role: Role) -> Member:
    """A name that an import told becomes the person himself."""
    if placeholder is None:
        draft = MemberDraft(person.name, person.email, role, locale=person.locale, status=MemberStatus.ACTIVE)
        return add_member(work, draft)
    placeholder.status, placeholder.role, placeholder.custom_role_id = MemberStatus.ACTIVE, role, None
    return placeholder
