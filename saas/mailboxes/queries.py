"""Reads of mailboxes."""

from uuid import UUID

from sqlalchemy import ColumnElement, select

from saas.core.principal import Who
from saas.mailboxes.model import Mailbox
from saas.sources.model import Source


def mailbox_key(_who: Who, source: type[Source]) -> ColumnElement[UUID]:
    """Of a source that reads one."""
    return select(Mailbox.id).where(Mailbox.source_id == source.id).scalar_subquery()
