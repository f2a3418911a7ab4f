"""What members are told of invitations: that theirs were accepted."""

from collections.abc import Iterable
from typing import cast

from saas.core.notices import Notice, Told
from saas.core.texts import later
from saas.core.work import Work
from saas.invitations.events import InvitationAccepted
from saas.members.model import Member


def _accepted(work: Work, event: object) -> Iterable[Told]:
    accepted = cast(InvitationAccepted, event)
    member = work.find(Member, accepted.member_id)
    if member is not None:
        says = later("%(member)s accepted your invitation.")
        yield Told(accepted.invited_by_id, member.id, says, {"member": member.name})


NOTICES = [
    Notice(
        "invitations.accepted", later("Somebody accepts my invitation"), InvitationAccepted, Member,
        "/settings/members/%s", _accepted,
    )
]  # fmt: skip
