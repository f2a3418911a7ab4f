"""Sending mails in the background."""

from uuid import UUID

from saas.core.jobs import job
from saas.core.work import Opener
from saas.post import actions


@job("post.deliver_mail", opens=True, retries=3)
def deliver_mail(opener: Opener, *, mail_id: str) -> None:
    actions.deliver_mail(opener, UUID(mail_id))
