"""Mails about notifications, and what devices show of them, in the background."""

from uuid import UUID

from saas.core.jobs import job
from saas.core.work import Opener
from saas.notifications import actions, pushing


@job("notifications.mail_member", opens=True, retries=3)
def mail_member(opener: Opener, *, member_id: str) -> None:
    actions.mail_member(opener, UUID(member_id))


@job("notifications.push_device", opens=True, retries=3, as_product=True)
def push_device(opener: Opener, *, device_id: str) -> None:
    pushing.push_device(opener, UUID(device_id))
