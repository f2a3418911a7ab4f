"""Activities that go along when what they hang on becomes something else: a lead's to the deal that was made of it."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from saas.activities.links import Record, derive_links, record_of
from saas.activities.model import ActivityLink
from saas.core.work import Work


def hang_along(work: Work, lead_id: UUID, to: Record) -> list[UUID]:
    """Everything that hangs on a lead hangs on this record too; returns the activities to which that is new. It is the
    product's own bookkeeping: nobody's sight bounds it.
    """
    by_activity = _links(work, _hanging(work, lead_id))
    new: list[UUID] = []
    for activity_id, links in by_activity.items():
        if any(record_of(link) == to for link in links):
            continue
        awaited_at = next((link.awaited_at for link in links if link.awaited_at), None)
        kind, key = to
        link = ActivityLink(activity_id=activity_id, derived=False, awaited_at=awaited_at, **{f"{kind}_id": key})
        links.append(work.add(link))
        new.append(activity_id)
    work.flush()
    derive_links(work, by_activity)
    work.flush()
    return new


def let_go(work: Work, activity_ids: Iterable[UUID], of: Record) -> None:
    """Takes that back; what hangs on nothing else but the lead stays there."""
    by_activity = _links(work, list(activity_ids))
    for activity_id, links in by_activity.items():
        for link in links:
            if record_of(link) == of and len(links) > 1:
                work.remove(link)
        by_activity[activity_id] = [link for link in links if record_of(link) != of]
    work.flush()
    derive_links(work, by_activity)
    work.flush()


def _hanging(work: Work, lead_id: UUID) -> list[UUID]:
    return work.all(select(ActivityLink.activity_id).where(ActivityLink.lead_id == lead_id))


def _links(work: Work, activity_ids: list[UUID]) -> dict[UUID, list[ActivityLink]]:
    found: dict[UUID, list[ActivityLink]] = {}
    these = select(ActivityLink).where(ActivityLink.activity_id.in_(activity_ids)).order_by(ActivityLink.id)
    for link in work.all(these):
        found.setdefault(link.activity_id, []).append(link)
    return found
