"""The background work of adverts."""

from uuid import UUID

from saas.adverts import actions
from saas.core.jobs import job
from saas.core.work import Opener


@job("adverts.fetch_lead", opens=True, retries=8, as_product=True)
def fetch_lead(opener: Opener, *, submission_id: str) -> None:
    actions.fetch_lead(opener, UUID(submission_id))
