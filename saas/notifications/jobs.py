"""Mails about notifications, in the background."""

from uuid import UUID

from saas.core.jobs import job
from saas.core.work import Opener
from saas.notifications import actions


@job("notifications.mail_member", opens=True, retries=3)
def mail_member(opener: Opener, *, member_id: str) -> None:
    actions.mail_member(opener, UUID(member_id))
