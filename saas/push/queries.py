"""Reads of whom devices belong to."""

from saas.core.principal import Principal
from saas.core.work import Opener
from saas.identity.queries import find_member
from saas.members.model import MemberStatus
from saas.push.model import PushDevice


def find_owner(opener: Opener, device: PushDevice) -> Principal | None:
    """None where he may not come in any more, or has ended what was begun before."""
    member = find_member(opener.lanes, opener.tenant, device.member_id)
    if member is None or member.status != MemberStatus.ACTIVE:
        return None
    if member.access_ended_at is not None and device.created_at <= member.access_ended_at:
        return None
    return member.principal(opener.principal.request_id)
