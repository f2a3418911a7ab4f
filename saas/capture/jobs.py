"""The background work of capture."""

from uuid import UUID

from saas.capture import actions, taking
from saas.core.jobs import job
from saas.core.work import Opener, Work


@job("capture.take_in", opens=True, retries=8, as_product=True)
def take_in(opener: Opener, *, submission_id: str) -> None:
    taking.take_in(opener, UUID(submission_id))


@job("capture.park_late", retries=5, as_product=True)
def park_late(work: Work, *, source_id: str) -> None:
    actions.park_late(work, UUID(source_id))
