"""What is done with visits: a page tells of them, a form's lead takes them over, whoever is silent has gone."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import Select, Uuid, and_, case, delete, func, literal, or_, select, update

from saas.capture.events import SubmissionAccepted
from saas.capture.reading import read_json
from saas.core.events import Hearing
from saas.core.ids import new_id
from saas.core.work import Work
from saas.leads.model import Lead
from saas.sources.model import Source
from saas.visits.intents import VisitIntent
from saas.visits.model import HERE, QUIET, PageView, Visit
from saas.visits.reading import Glimpse

EXPIRE = "visits.expire_visit"
FORGET = "visits.forget_old"
KEPT = timedelta(days=90)
"""So long are visits kept of somebody who became no lead."""
MOST_PAGES = 500
MOST_VISITS = 50
"""Of one visitor within a day: nobody comes more often."""
MOST_FORGOTTEN = 1_000
NOBODYS = or_(Visit.lead_id.is_(None), Visit.lead_id.in_(select(Lead.id).where(Lead.deleted_at.is_not(None))))
"""Visits of a visitor who is no lead, or none any more."""
_LATE = timedelta(minutes=1)  # two clocks are never the same
_LOST = timedelta(minutes=5)  # a job that is as late as this does not come


def note_glimpse(work: Work, source: Source, seen: Glimpse, allow: Callable[[], None] | None = None) -> None:
    """What a page tells of a visit. One that is over, and what tells nothing new, changes nothing. What a visitor's
    pages tell is heard one after another; `allow` is asked before a new visit begins, and refuses what comes too fast.
    """
    now = work.clock.now()
    work.rows(select(func.pg_advisory_xact_lock(func.hashtextextended(f"{work.tenant.namespace}:{seen.visitor}", 0))))
    if seen.forgets:
        forget_visitor(work, seen.visitor)
    visit = work.first(select(Visit).where(Visit.mark == seen.mark).with_for_update())
    was = None if visit is None else (visit.view, visit.is_here(now))
    if visit is None and not seen.left:
        visit = _begin(work, source, seen, allow)
    if visit is None or now > visit.last_seen_at + QUIET + _LATE:
        return
    page = _page(work, visit, seen, now)
    if page is None:
        return
    page.title = seen.title or page.title
    visit.spend(page, seen.seconds, now)
    if not seen.left:
        visit.look_at(page, now)
    elif visit.view == page.mark:
        visit.leave(now)
    if visit.lead_id is not None:
        _watch(work, visit, now)
        if was != (visit.view, visit.is_here(now)):
            work.show(Visit, visit.id)


def expire_visit(work: Work, visit_id: UUID) -> None:
    """Of somebody who is a lead: he has gone where nothing was heard from him; else somebody looks again."""
    visit, now = work.lock(Visit, visit_id, field="id", to=None), work.clock.now()
    if visit.watched_until is None or visit.watched_until > now:
        return
    visit.watched_until = None
    if visit.left_at is None and not visit.is_here(now):
        visit.leave(visit.last_seen_at)
        work.show(Visit, visit.id)
    _watch(work, visit, now)


def join_visits(work: Work, events: Sequence[SubmissionAccepted]) -> None:
    """Whose form has become a lead: his visits are the lead's. One that is under way goes to the newest."""
    leads = {visitor: event.submission.lead_id for event in events if (visitor := _visitor_of(event)) is not None}
    if not leads:
        return
    now = work.clock.now()
    theirs = case({visitor: literal(lead_id, Uuid()) for visitor, lead_id in leads.items()}, value=Visit.visitor)
    gone = and_(Visit.left_at.is_(None), Visit.last_seen_at <= now - HERE)
    free = or_(Visit.lead_id.is_(None), Visit.last_seen_at > now - QUIET)
    work.bulk(
        update(Visit)
        .where(Visit.visitor.in_(leads), free)
        .values(lead_id=theirs, left_at=case((gone, Visit.last_seen_at), else_=Visit.left_at))
    )
    here = select(Visit).where(Visit.lead_id.in_(leads.values()), Visit.left_at.is_(None))
    for visit in work.all(here.with_for_update().execution_options(populate_existing=True)):
        _watch(work, visit, now)


def forget_visitor(work: Work, visitor: str) -> int:
    """Who does not agree any more, and is nobody's lead. Returns how many visits."""
    return _forget(work, select(Visit.id).where(Visit.visitor == visitor, NOBODYS))


def forget_old(work: Work, source_id: UUID) -> int:
    """What somebody looked at long ago who is nobody's lead. Returns how many visits. Looks again at once where there
    may be more, and later where no other day's job comes: a lead of whom something is left may be deleted by then.
    """
    source, now = work.get(Source, source_id, field="id", deleted=True), work.clock.now()
    theirs, old = select(Visit.id).where(Visit.source_id == source.id), Visit.started_at < now - KEPT
    gone = _forget(work, theirs.where(old, NOBODYS).order_by(Visit.started_at).limit(MOST_FORGOTTEN))
    if gone == MOST_FORGOTTEN:
        work.enqueue(FORGET, {"source_id": str(source.id)})
    elif work.first(theirs.limit(1)) is not None and work.first(theirs.where(~old).limit(1)) is None:
        work.enqueue(FORGET, {"source_id": str(source.id)}, run_at=now + KEPT)
    return gone


LISTENS = {SubmissionAccepted: [Hearing(join_visits)]}


def _begin(work: Work, source: Source, seen: Glimpse, allow: Callable[[], None] | None) -> Visit | None:
    """Of a visitor who was here before it is one more visit, and that of the lead who he is, unless that is deleted.
    None where he has come too often.
    """
    now = work.clock.now()
    before = select(Visit).where(Visit.visitor == seen.visitor).order_by(Visit.started_at.desc(), Visit.id.desc())
    last = work.first(before.limit(1).with_for_update())
    of_a_day = before.where(Visit.started_at > now - timedelta(days=1)).with_only_columns(Visit.id)
    if last is not None and work.first(of_a_day.offset(MOST_VISITS - 1).limit(1)) is not None:
        return None
    if allow is not None:
        allow()
    living = before.join(Lead, Visit.lead_id == Lead.id).where(Lead.deleted_at.is_(None))
    _forget_later(work, source, now)
    visit = Visit(
        id=new_id(), source_id=source.id, visitor=seen.visitor, mark=seen.mark,
        lead_id=last and work.first(living.with_only_columns(Visit.lead_id).limit(1)),
        ordinal=1 if last is None else last.ordinal + 1, started_at=now, last_seen_at=now,
        landing_page=seen.landing_page, referrer=seen.referrer, view=seen.view, path=seen.path, title=seen.title,
        intents=[] if last is None else [VisitIntent.RETURNING], page_count=0, seconds=0,
    )  # fmt: skip
    return work.add(visit)


def _forget_later(work: Work, source: Source, now: datetime) -> None:
    """With the first visit of a day: what is of that day, and at once what no job came for, as none comes along with a
    company that was restored or moved in.
    """
    today = datetime.combine(now.astimezone(UTC), time(), UTC)
    of_today = select(Visit.id).where(Visit.source_id == source.id, Visit.started_at >= today)
    if work.first(of_today.limit(1)) is None:
        for run_at in (None, today + timedelta(days=1) + KEPT):
            work.enqueue(FORGET, {"source_id": str(source.id)}, run_at=run_at)


def _forget(work: Work, which: Select[UUID]) -> int:
    """Whoever tells of one of them at this moment has told it before, or finds none."""
    ids = work.all(which.with_for_update(of=Visit))
    if ids:
        work.bulk(delete(PageView).where(PageView.visit_id.in_(ids)))
        work.bulk(delete(Visit).where(Visit.id.in_(ids)))
    return len(ids)


def _page(work: Work, visit: Visit, seen: Glimpse, now: datetime) -> PageView | None:
    """As it is known, or new; none where somebody has left one of which nothing was told, or of too many."""
    there = select(PageView).where(PageView.visit_id == visit.id, PageView.mark == seen.view)
    page = work.first(there) if visit.page_count else None
    if page is not None or seen.left or visit.page_count >= MOST_PAGES:
        return page
    visit.page_count += 1
    visit.note(seen.intent)
    return work.add(
        PageView(
            id=new_id(), visit_id=visit.id, mark=seen.view, path=seen.path, title=seen.title, intent=seen.intent,
            viewed_at=now, seconds=0,
        )
    )  # fmt: skip


def _watch(work: Work, visit: Visit, now: datetime) -> None:
    """Somebody looks whether he has gone, as long as he is here: one job at a time."""
    if visit.is_here(now) and (visit.watched_until is None or visit.watched_until < now - _LOST):
        visit.watched_until = visit.last_seen_at + HERE
        work.enqueue(EXPIRE, {"visit_id": str(visit.id)}, run_at=visit.watched_until)


def _visitor_of(event: SubmissionAccepted) -> str | None:
    body = event.submission.body
    visit = read_json(body.encode()).get("visit") if '"visitor":' in body else None
    visitor = visit.get("visitor") if isinstance(visit, dict) else None
    return visitor if isinstance(visitor, str) else None
