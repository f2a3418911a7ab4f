"""The background work of qualification."""

from uuid import UUID

from saas.core.jobs import job
from saas.core.work import Opener
from saas.qualification import actions


@job("qualification.weigh_leads", opens=True, retries=5, as_product=True)
def weigh_leads(opener: Opener, *, weighing_id: str) -> None:
    actions.weigh_leads(opener, UUID(weighing_id))
