"""What members are told of handovers: that what a leaver had is theirs."""

from collections.abc import Iterable
from typing import cast

from saas.core.notices import Notice, Told
from saas.core.texts import later
from saas.core.work import Work
from saas.handover.events import HandoverEnded
from saas.handover.model import Handover
from saas.members.model import Member


def _handed_over(work: Work, event: object) -> Iterable[Told]:
    handover = work.find(Handover, cast(HandoverEnded, event).handover_id)
    leaver = None if handover is None else work.find(Member, handover.member_id)
    if handover is not None and leaver is not None and handover.moved:
        says = later("%(actor)s gave you what %(member)s had. Records: %(records)s.")
        yield Told(handover.successor_id, leaver.id, says, {"member": leaver.name, "records": handover.moved})


NOTICES = [
    Notice(
        "handover.received",
        later("I take over what somebody had"),
        HandoverEnded,
        Member,
        "/settings/members/%s",
        _handed_over,
    )
]
