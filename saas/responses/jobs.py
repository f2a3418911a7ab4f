"""Background work of the response clock: escalating."""

from uuid import UUID

from saas.core.jobs import job
from saas.core.work import Work
from saas.responses import actions


@job("responses.escalate_lead", retries=5, as_product=True)
def escalate_lead(work: Work, *, lead_id: str) -> None:
    """Whoever took the lead in may be gone by then."""
    actions.escalate_lead(work, UUID(lead_id))
