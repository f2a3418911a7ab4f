"""The background work of exports."""

from uuid import UUID

from saas.core.jobs import job
from saas.core.work import Opener, Work
from saas.exports import actions


@job("exports.write_export", opens=True, retries=2)
def write_export(opener: Opener, *, export_id: str) -> None:
    actions.write_export(opener, UUID(export_id))


@job("exports.expire_export", as_product=True)
def expire_export(work: Work, *, export_id: str) -> None:
    """After a week."""
    actions.expire_export(work, UUID(export_id))
