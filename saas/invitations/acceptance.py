"""Accepting an invitation: a person of the operator's tables becomes a member of a company's.

    the invitation locked ──► the address proved, the membership made ──► the member active, the invitation accepted
    (company)                 (operator's tables, committed)                (company, committed)

What dies in between is done again by the same link: the first steps find that they are done, and nothing is given
before the last one, since only an active member is let in.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, Engine, delete, insert, select, update

from saas.core.errors import Conflict, Invalid, NotFound
from saas.core.ids import new_id
from saas.core.work import Opener, Work
from saas.identity.people import Person, find_person, give_up_address, prove_address
from saas.invitations.actions import let_in, take_invitation
from saas.invitations.model import Invitation
from saas.members.actions import void_access
from saas.members.model import Member
from tenants.platform import membership


@dataclass(frozen=True, slots=True)
class Comer:
    """Who accepts. `anew`: a person just made, who takes the address over from one who cannot sign in any more."""

    person_id: UUID
    anew: bool = False


def accept_invitation(opener: Opener, platform: Engine, code: str, comer: Comer) -> UUID:
    """The member's id. Again by the same person changes nothing; by anybody else it is refused."""
    with opener() as work:
        invitation, member = take_invitation(work, code)
        with platform.begin() as connection:
            somebody = find_person(connection, comer.person_id)
            if somebody is None:
                raise NotFound
            _check_comer(connection, work, invitation, somebody)
            if invitation.accepted_at is None:
                _prove(connection, work, somebody, anew=comer.anew)
                if bind(connection, work, somebody.id, member):
                    void_access(work, member)
        let_in(work, invitation, member)
    return member.id


def bind(connection: Connection, work: Work, person_id: UUID, member: Member, *, alone: bool = False) -> bool:
    """This person is this member from now on. Whether somebody else was it before: with `alone` that is refused. One
    person is one member of a company.
    """
    here = membership.c.tenant_id == work.tenant.id
    other = select(membership.c.id).where(
        here, membership.c.person_id == person_id, membership.c.member_id != member.id, membership.c.ended_at.is_(None)
    )
    if connection.execute(other).first() is not None:
        raise Conflict("MEMBER_ALREADY", "You are a member of this company already.")
    stale = here, membership.c.person_id == person_id, membership.c.member_id != member.id
    connection.execute(delete(membership).where(*stale))
    mine = here, membership.c.member_id == member.id
    before = connection.execute(select(membership.c.person_id).where(*mine).with_for_update()).scalar_one_or_none()
    if before is None:
        row = {"id": new_id(), "tenant_id": work.tenant.id, "person_id": person_id, "member_id": member.id}
        connection.execute(insert(membership), row)
        return False
    if alone and before != person_id:
        raise Conflict("MEMBER_OF_ANOTHER", "Another account is this member. Ask an administrator for an invitation.")
    connection.execute(update(membership).where(*mine).values(person_id=person_id, ended_at=None))
    return bool(before != person_id)


def _check_comer(connection: Connection, work: Work, invitation: Invitation, somebody: Person) -> None:
    if invitation.accepted_at is not None:
        mine = membership.c.tenant_id == work.tenant.id, membership.c.member_id == invitation.member_id
        whose = connection.execute(select(membership.c.person_id).where(*mine)).scalar_one_or_none()
        if whose != somebody.id:
            invitation.check(work.clock.now())
    if somebody.email.lower() != invitation.email.lower():
        raise Invalid(
            "OTHER_ADDRESS", "This invitation was sent to %(invited)s, and you are signed in as %(email)s.",
            invited=invitation.email, email=somebody.email,
        )  # fmt: skip


def _prove(connection: Connection, work: Work, somebody: Person, *, anew: bool) -> None:
    """Whoever shows the code has read the mail of that address."""
    if anew and somebody.verified_at is None:
        give_up_address(connection, somebody.email)
    prove_address(connection, somebody.id, work.clock.now())
