"""Files that go along when the record that they hang on becomes another one."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from saas.core.fields import assign
from saas.core.work import Work
from saas.files.model import Attachment

Place = tuple[str, UUID]
"""The name of a record's class, and its key."""


def move_files(work: Work, of: Place, to: Place, only: Iterable[UUID] | None = None) -> list[UUID]:
    """All that hang there, or of these the ones that do still; returns which. Who may is the caller's to ask."""
    kind, key = of
    hanging = select(Attachment).where(Attachment.about_type == kind, Attachment.about_id == key)
    if only is not None:
        hanging = hanging.where(Attachment.id.in_(list(only)))
    moved = work.all(hanging.order_by(Attachment.id).with_for_update())
    for one in moved:
        assign(one, {"about_type": to[0], "about_id": to[1]})
    return [one.id for one in moved]


def count_files(work: Work, of: Place) -> int:
    kind, key = of
    there = Attachment.about_type == kind, Attachment.about_id == key, Attachment.deleted_at.is_(None)
    return len(work.all(select(Attachment.id).where(*there)))
