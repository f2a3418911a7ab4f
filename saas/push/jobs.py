"""The background work of push."""

from uuid import UUID

from saas.core.jobs import job
from saas.core.work import Opener
from saas.push import actions


@job("push.send_sample", opens=True, as_product=True)
def send_sample(opener: Opener, *, device_id: str) -> None:
    actions.send_sample(opener, UUID(device_id))
