"""Who may see and change members and teams: everybody sees them, those with the power change them."""

from saas.core.policy import everyone
from saas.core.rights import Rights, Role
from saas.members.model import Member, Team

VISIBLE = {Member: everyone, Team: everyone}

POWERS = {"members:manage": {Role.ADMIN}}


def may_give(rights: Rights, given: Rights) -> bool:
    """Nobody makes others what he is not himself: only an owner makes another owner."""
    return rights.holds("members:manage") and rights.covers(given)
