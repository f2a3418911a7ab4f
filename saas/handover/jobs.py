"""Handing over in the background."""

from uuid import UUID

from saas.core.jobs import job
from saas.core.work import Opener
from saas.handover import actions


@job("handover.carry_on", opens=True, retries=3)
def carry_on(opener: Opener, *, handover_id: str) -> None:
    actions.carry_on(opener, UUID(handover_id))
