"""What is kept of the records that a member opens."""

from uuid import UUID

from sqlalchemy import select

from saas.core.errors import Invalid, NotFound
from saas.core.rights import models
from saas.core.work import Work
from saas.recents.model import Opening

KEPT = 50
SHOWN = 10


def open_record(work: Work, about_type: str, about_id: UUID) -> Opening:
    """The last of the member's; those beyond `KEPT`, whoever may see them by now, are forgotten."""
    model = models().get(about_type)
    if model is None or work.who.member_id is None:
        raise NotFound(field="recordId")
    work.get(model, about_id, field="recordId")
    mine = work.all(
        select(Opening).where(Opening.member_id == work.who.member_id).order_by(Opening.opened_at.desc(), Opening.id)
    )
    found = next((one for one in mine if one.about_id == about_id), None)
    if found is None:
        for old in mine[KEPT - 1 :]:
            work.remove(old)
        found = work.add(Opening(member_id=work.who.member_id, about_type=about_type, about_id=about_id))
    found.opened_at = work.clock.now()
    return found


def list_recents(work: Work, *, first: int | None = None) -> list[Opening]:
    """What was opened last first."""
    size = SHOWN if first is None else first
    if not 0 < size <= KEPT:
        raise Invalid("PAGE_SIZE", "A page holds from 1 to %(largest)s records.", "first", largest=KEPT)
    last = select(Opening).where(work.visible(Opening)).order_by(Opening.opened_at.desc(), Opening.id)
    return work.all(last.limit(size))
