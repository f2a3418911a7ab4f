"""What those who asked the demo company for an offer looked at on its site before they did."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Final
from uuid import UUID

from sqlalchemy import insert

from saas.capture.visitor import digest
from saas.core.ids import new_id
from saas.core.work import Work
from saas.demo.interest import SITE, LeadRecord
from saas.demo.rows import Row, Rows
from saas.visits.intents import LONG_SECONDS, VisitIntent, intent_of
from saas.visits.model import PageView, Visit

#: How many had been there before they asked, and how many pages a visit has at most.
BEFORE, MOST_PAGES = 0.45, 4
#: By the path of a page its title in each language of the site.
PAGES: Final = {
    "/": {"he": "אורן ציוד למטבחים", "en": "Oren Kitchen Equipment", "ar": "أورن لمعدات المطابخ"},
    "/coffee": {"he": "מכונות קפה", "en": "Coffee machines", "ar": "ماكينات القهوة"},
    "/kitchens": {"he": "מטבחים שלמים", "en": "Whole kitchens", "ar": "مطابخ كاملة"},
    "/products/ovens": {"he": "תנורים", "en": "Ovens", "ar": "أفران"},
    "/prices": {"he": "מחירים", "en": "Prices", "ar": "الأسعار"},
    "/offer": {"he": "הצעת מחיר", "en": "Ask for an offer", "ar": "طلب عرض سعر"},
}


def store_visits(work: Work, rng: Random, rows: Rows, leads: Sequence[LeadRecord]) -> None:
    seen = [visit for lead in leads for visit in visits_of(rng, rows, lead)]
    work.bulk(insert(Visit), [visit for visit, _pages in seen])
    work.bulk(insert(PageView), [page for _visit, pages in seen for page in pages])


def visits_of(rng: Random, rows: Rows, lead: LeadRecord) -> Iterator[tuple[Row, list[Row]]]:
    """Each visit with its pages, the oldest first; only a form stands on the site."""
    if lead.source != "form" or lead.landing_page is None:
        return
    landing = lead.landing_page.removeprefix(SITE)
    earlier = timedelta(days=rng.randint(1, 9), hours=rng.randint(0, 5))
    begins = [lead.received_at - earlier] if rng.random() < BEFORE else []
    begins.append(lead.received_at - timedelta(minutes=rng.randint(3, 12)))
    for ordinal, at in enumerate(begins, start=1):
        paths = [landing, *rng.sample([path for path in PAGES if path != landing], rng.randint(0, MOST_PAGES - 1))]
        pages = list(_pages(rng, (lead, new_id(), at), paths))
        yield _visit(rows, lead, (ordinal, at), pages), pages


def _pages(rng: Random, of: tuple[LeadRecord, UUID, datetime], paths: Sequence[str]) -> Iterator[Row]:
    lead, visit_id, at = of
    for number, path in enumerate(paths):
        seconds = rng.randint(8, 95)
        yield {
            "visit_id": visit_id, "mark": f"{lead.key}-{number:08}", "path": path, "title": PAGES[path][lead.language],
            "intent": intent_of(path), "viewed_at": at, "seconds": seconds,
        }  # fmt: skip
        at += timedelta(seconds=seconds)


def _visit(rows: Rows, lead: LeadRecord, begun: tuple[int, datetime], pages: Sequence[Row]) -> Row:
    (ordinal, at), last, seconds = begun, pages[-1], sum(int(str(page["seconds"])) for page in pages)
    ends = at + timedelta(seconds=seconds)
    intents = dict.fromkeys(str(page["intent"]) for page in pages if page["intent"])
    intents |= {VisitIntent.RETURNING.value: None} if ordinal > 1 else {}
    intents |= {VisitIntent.LONG.value: None} if seconds >= LONG_SECONDS else {}
    return {
        "id": last["visit_id"], "source_id": rows.ids["source", lead.source], "lead_id": rows.ids["lead", lead.key],
        "visitor": digest(lead.key), "mark": digest(lead.key, str(ordinal)), "ordinal": ordinal, "started_at": at,
        "last_seen_at": ends, "left_at": ends, "landing_page": f"{SITE}{pages[0]['path']}", "referrer": lead.referrer,
        "view": last["mark"], "path": last["path"], "title": last["title"], "page_count": len(pages),
        "seconds": seconds, "intents": list(intents), "watched_until": None,
    }  # fmt: skip
