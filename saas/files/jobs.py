"""What is done about files in the background: previews, and clearing up."""

from uuid import UUID

from saas.core.jobs import job
from saas.core.work import Opener
from saas.files import actions


@job("files.make_preview", opens=True, retries=3)
def make_preview(opener: Opener, *, file_id: str) -> None:
    actions.make_preview(opener, UUID(file_id))


@job("files.sweep_file", opens=True, retries=3)
def sweep_file(opener: Opener, *, file_id: str) -> None:
    actions.sweep_file(opener, UUID(file_id))
