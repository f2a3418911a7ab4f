"""The background work of exports."""

from uuid import UUID

from saas.core.jobs import job
from saas.core.work import Opener, Work
from saas.exports import actions


@job("exports.write_export", opens=True)
def write_export(opener: Opener, *, export_id: str) -> None:
    actions.write_export(opener, UUID(export_id))


@job("exports.delete_export")
def delete_export(work: Work, *, export_id: str) -> None:
    """After a week."""
    actions.delete_export(work, UUID(export_id))
