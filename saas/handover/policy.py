"""Who may see handovers and begin them: those who manage members and give away any record."""

from saas.core.policy import holders
from saas.core.rights import Rights, Scope, Verb, objects
from saas.handover.model import Handover

VISIBLE = {Handover: holders("members:manage")}


def may_hand_over(rights: Rights) -> bool:
    """Whoever leaves something behind because he cannot reach it has not handed over."""
    owned = (name for name, governed in objects().items() if governed.owner)
    return rights.holds("members:manage") and all(rights.scope(name, Verb.SHARE) is Scope.ALL for name in owned)
