"""The background work of imports: each may run again after its worker died, and knows what is done."""

from uuid import UUID

from saas.core.jobs import job
from saas.core.work import Opener
from saas.imports import actions


@job("imports.check_import", opens=True)
def check_import(opener: Opener, *, import_id: str) -> None:
    actions.check_import(opener, UUID(import_id))


@job("imports.run_import", opens=True)
def run_import(opener: Opener, *, import_id: str) -> None:
    actions.run_import(opener, UUID(import_id))


@job("imports.undo_import", opens=True)
def undo_import(opener: Opener, *, import_id: str) -> None:
    actions.undo_import(opener, UUID(import_id))
