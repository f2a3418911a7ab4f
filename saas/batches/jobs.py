"""The background work of batches."""

from uuid import UUID

from saas.batches import actions
from saas.core.jobs import job
from saas.core.work import Opener


@job("batches.run_batch", opens=True, retries=2)
def run_batch(opener: Opener, *, batch_id: str) -> None:
    actions.run_batch(opener, UUID(batch_id))


@job("batches.revert_batch", opens=True, retries=2)
def revert_batch(opener: Opener, *, batch_id: str) -> None:
    actions.revert_batch(opener, UUID(batch_id))
