"""Who may see and change members and teams: everybody sees them, owners and admins change them."""

from saas.core.policy import everyone
from saas.core.principal import Principal, Role
from saas.members.model import Member, Team

VISIBLE = {Member: everyone, Team: everyone}


def may_manage(who: Principal) -> bool:
    """Invite, edit and disable members; make and edit teams."""
    return who.role in {Role.OWNER, Role.ADMIN}


def may_give(who: Principal, role: Role) -> bool:
    """Only an owner makes another owner."""
    return may_manage(who) and (role is not Role.OWNER or who.role is Role.OWNER)
