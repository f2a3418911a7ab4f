"""The background work of mailboxes."""

from uuid import UUID

from saas.core.jobs import job
from saas.core.work import Opener
from saas.mailboxes import actions


@job("mailboxes.read_mailbox", opens=True, retries=5, as_product=True)
def read_mailbox(opener: Opener, *, source_id: str) -> None:
    actions.read_mailbox(opener, UUID(source_id))
