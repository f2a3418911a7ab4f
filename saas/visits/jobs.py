"""Background work of visits."""

from uuid import UUID

from saas.core.jobs import job
from saas.core.work import Work
from saas.visits import actions


@job("visits.expire_visit", retries=5, as_product=True)
def expire_visit(work: Work, *, visit_id: str) -> None:
    actions.expire_visit(work, UUID(visit_id))


@job("visits.forget_old", retries=5, as_product=True)
def forget_old(work: Work, *, source_id: str) -> None:
    actions.forget_old(work, UUID(source_id))
