"""Who may see and change members and teams: everybody sees them, those with the power change them."""

from saas.core.policy import everyone
from saas.core.rights import Rights, Role
from saas.members.model import Member, Team

VISIBLE = {Member: everyone, Team: everyone}

POWERS = {"members:manage": {Role.ADMIN}}


def may_give(rights: Rights, role: Role) -> bool:
    """Only an owner makes another owner."""
    return rights.holds("members:manage") and (role is not Role.OWNER or rights.role is Role.OWNER)
