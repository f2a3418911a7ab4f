"""Those who have a role of the company's own: what becomes of them when it changes or goes."""

from uuid import UUID

from sqlalchemy import func, select

from saas.core.errors import Conflict, Invalid, Plural
from saas.core.fields import assign
from saas.core.rights import Rights, Role, rights_of
from saas.core.work import Work
from saas.members import policy
from saas.members.model import Member
from saas.roles.events import CustomRoleChanged, CustomRoleLeaves
from saas.roles.model import CustomRole
from saas.roles.rules import rights_by

POWER = "roles:manage"


def follow_role(work: Work, event: CustomRoleChanged) -> None:
    """Each stands on the role's new base and is looked at anew. Nobody takes the keeping of roles from himself."""
    for member in _holders(work, event.role):
        _keep_in(work, member, rights_by(event.role))
        assign(member, {"role": event.role.base})
        _tell_of(work, member.id)


def leave_role(work: Work, event: CustomRoleLeaves) -> None:
    holders = _holders(work, event.role)
    if holders and event.to is None and event.ready is None:
        message = Plural(
            "%(count)s member has this role: say which role he gets.",
            "%(count)s members have this role: say which role they get.",
        )
        raise Conflict("ROLE_IN_USE", message, "moveTo", count=len(holders))
    for member in holders:
        ready = Role(event.to.base) if event.to else Role(event.ready or Role.READER)
        _keep_in(work, member, rights_by(event.to) if event.to else rights_of(ready))
        assign(member, {"role": ready, "custom_role_id": event.to.id if event.to else None})
        _tell_of(work, member.id)


def rights_of_member(work: Work, member: Member) -> Rights:
    """What he may do by his role, or by the company's own one that he has."""
    role = work.find(CustomRole, member.custom_role_id) if member.custom_role_id else None
    return rights_by(role) if role else rights_of(Role(member.role))


def require_reach(work: Work, member: Member, *, field: str) -> None:
    """Refuses where the acting member may not manage this one, since that one may do more than he."""
    work.require(policy.may_give(work.rights, rights_of_member(work, member)), field=field)


def _holders(work: Work, role: CustomRole) -> list[Member]:
    """Locked; those who have left too."""
    held = select(Member).where(Member.custom_role_id == role.id, work.visible(Member)).order_by(Member.id)
    return work.all(held.with_for_update(of=Member).execution_options(populate_existing=True))


def _keep_in(work: Work, member: Member, rights: Rights) -> None:
    if member.id == work.who.member_id and not rights.holds(POWER):
        raise Invalid("LOCKS_YOU_OUT", "This would take the right to manage roles from yourself.", "powers")


def _tell_of(work: Work, member_id: UUID) -> None:
    work.rows(select(func.ext.member_changed(member_id)))
