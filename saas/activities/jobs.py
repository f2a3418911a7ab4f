"""Background work of activities: reminding."""

from uuid import UUID

from saas.activities.reminding import remind_members as remind
from saas.core.jobs import job
from saas.core.work import Work


@job("activities.remind_members", retries=5, as_product=True)
def remind_members(work: Work, *, activity_id: str) -> None:
    """Whoever asked for a reminder may be gone by then, so it is the product that reminds."""
    remind(work, UUID(activity_id))
