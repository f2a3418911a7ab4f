# ruff: noqa: RUF001  texts in Hebrew
"""Who asked the demo company for an offer in the last weeks, in three languages, and how fast he was answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log
from random import Random
from typing import Final

from saas.demo.catalogue import PRODUCTS
from saas.demo.companies import draw_phone
from saas.demo.flow import ZONE, next_workday
from saas.demo.names import draw_person, draw_title
from saas.demo.staff import list_sellers

BACK: Final = timedelta(days=42)
#: So long before now somebody has just asked: the first two wait unseen, the others were looked at.
FRESH: Final = tuple(timedelta(minutes=minutes) for minutes in (6, 34, 95, 260, 700, 1500))
#: Minutes until the first try, and from there until both spoke.
FIRST_TRY, UNTIL_REACHED = 50, 300
#: How many are never reached, are reached at the first try, are given up where they are not, and name a product.
UNREACHED, AT_ONCE, GIVEN_UP, SPECIFIC = 0.22, 0.5, 0.3, 0.4
OPENING, CLOSING = 8, 18
SITE: Final = "https://oren.example"

#: By language; no firm is a customer yet.
_COUNTRIES: Final = {"he": "Israel", "en": "Cyprus", "ar": "Jordan"}
_FIRMS: Final = {
    "he": """
        מלון נווה ים; בית קפה הגפן; קייטרינג זית; אולמי השקמה; מאפיית לחם ארז; מסעדת הנמל; פאב המושבה;
        בית אבות נווה אלון; גן אירועים תמר; רשת סלט ופלאפל; משרדי הצפון; מעון גיל הזהב
    """,
    "en": """
        Blue Harbour Hotel; Cedar & Co; Olive Grove Catering; Paphos Brew Bar; Mistral Bistro; Corner Bakery Nicosia;
        Skyline Offices; Northgate Clinic; Island Schools; Pine Lodge
    """,
    "ar": """
        فندق الواحة; مقهى الياسمين; مخبز القمح; مطعم السفينة; مدرسة النخيل; عيادة الشفاء; قاعات الربيع; حلويات البلد;
        مطعم بيت الزيتون
    """,
}
_MESSAGES: Final = {
    "he": ("פותחים סניף בעוד חודשיים, צריכים ציוד למטבח שלם.", "המכונה הישנה התקלקלה. מתי אפשר לקבל חדשה?",
           "אשמח להצעת מחיר לתנור קומבי.", None),
    "en": ("We open in two months and need a whole kitchen.", "Our machine broke down. How soon can you deliver?",
           "Please send an offer for a combi oven.", None),
    "ar": ("نفتتح فرعًا بعد شهرين ونحتاج إلى تجهيز مطبخ كامل.", "تعطلت الماكينة القديمة. متى يمكنكم التسليم؟",
           "نرجو عرض سعر لفرن كومبي.", None),
}  # fmt: skip
GUESTS: Final = {
    "he": ("לכמה סועדים ביום?", ("עד 50", "50–200", "מעל 200")),
    "en": ("How many guests a day?", ("Up to 50", "50–200", "Over 200")),
    "ar": ("كم عدد الضيوف يوميًا؟", ("حتى 50", "50–200", "أكثر من 200")),
}
_WAYS: Final[tuple[tuple[str, str | None, str | None, dict[str, str]], ...]] = (
    ("form", f"{SITE}/coffee", "https://www.google.com/", {}),
    ("form", f"{SITE}/", None, {}),
    ("form", f"{SITE}/kitchens", "https://www.instagram.com/", {}),
    ("form", f"{SITE}/offer", None, {"utm_source": "autumn", "utm_medium": "newsletter", "utm_campaign": "ovens"}),
    ("google", f"{SITE}/combi", None, {"utm_source": "google", "utm_medium": "cpc", "utm_campaign": "combi ovens"}),
    ("google", f"{SITE}/coffee", None, {"utm_source": "google", "utm_medium": "cpc", "utm_campaign": "espresso"}),
    ("phone", None, None, {}),
)
_UNFIT: Final = ("NO_NEED", "NO_BUDGET", "WRONG_PERSON", "UNREACHABLE", "DUPLICATE", "SPAM")


@dataclass(frozen=True, slots=True)
class LeadRecord:
    """`source` and `owner` are keys; of the moments, those that never came are None."""

    key: str
    name: str
    company: str
    title: str
    email: str
    phone: str
    message: str | None
    country: str
    language: str
    product: str | None
    source: str
    landing_page: str | None
    referrer: str | None
    tags: dict[str, str]
    answer: tuple[str, str] | None
    owner: str
    status: str
    unfit: str | None
    received_at: datetime
    seen_at: datetime | None
    tried_at: datetime | None
    reached_at: datetime | None
    moved_at: datetime


def draw_leads(rng: Random, now: datetime) -> Iterator[LeadRecord]:
    """The oldest first; each is given to the next of those who sell in its language."""
    asked = [(language, firm.strip()) for language, firms in _FIRMS.items() for firm in firms.split(";")]
    rng.shuffle(asked)
    past = sorted(now - FRESH[-1] - (BACK - FRESH[-1]) * rng.random() for _ in asked[len(FRESH) :])
    for number, (who, at) in enumerate(zip(asked, [*past, *(now - ago for ago in reversed(FRESH))], strict=True)):
        yield _draw_lead(rng, number, who, (at, now))


def _draw_lead(rng: Random, number: int, who: tuple[str, str], span: tuple[datetime, datetime]) -> LeadRecord:
    (language, firm), (at, now) = who, span
    country = _COUNTRIES[language]
    person, sellers = draw_person(rng, language), list_sellers(language)
    source, page, before, tags = rng.choice(_WAYS)
    question, choices = GUESTS[language]
    seen, tried, reached = _draw_answers(rng, at, now)
    status, unfit, moved = _draw_status(rng, at, tried, reached)
    return LeadRecord(
        f"lead-{number}", person.name, firm, draw_title(rng, language, female=person.female),
        f"{person.handle}@firm{number}.example", draw_phone(rng, country), rng.choice(_MESSAGES[language]), country,
        language, rng.choice(PRODUCTS).code if rng.random() < SPECIFIC else None, source, page, before, tags,
        (question, rng.choice(choices)) if source == "form" else None, sellers[number % len(sellers)].key, status,
        unfit, at, seen, tried, reached, moved,
    )  # fmt: skip


def _draw_answers(rng: Random, at: datetime, now: datetime) -> tuple[datetime | None, datetime | None, datetime | None]:
    """Seen, tried, reached: nobody works at night and at the weekend, and what would come after now has not come."""
    tried = _at_work(rng, at + timedelta(minutes=rng.lognormvariate(log(FIRST_TRY), 1.1)))
    seen = at + (tried - at) * rng.uniform(0.2, 0.9)
    reached = None
    if rng.random() > UNREACHED:
        later = timedelta(minutes=rng.lognormvariate(log(UNTIL_REACHED), 1))
        reached = tried if rng.random() < AT_ONCE else _at_work(rng, tried + later)
    if now - at <= FRESH[1]:
        return None, None, None
    come = (moment if moment is not None and moment < now else None for moment in (seen, tried, reached))
    return next(come), next(come), next(come)


def _draw_status(
    rng: Random, at: datetime, tried: datetime | None, reached: datetime | None
) -> tuple[str, str | None, datetime]:
    """And since when it stands there."""
    if tried is None:
        return "NEW", None, at
    if reached is None:
        return ("UNFIT", "UNREACHABLE", tried) if rng.random() < GIVEN_UP else ("WORKING", None, tried)
    status = rng.choices(("WORKING", "QUALIFIED", "UNFIT"), (45, 35, 20))[0]
    return status, rng.choice(_UNFIT) if status == "UNFIT" else None, reached


def _at_work(rng: Random, at: datetime) -> datetime:
    local = at.astimezone(ZONE)
    if OPENING <= local.hour < CLOSING and next_workday(local.date()) == local.date():
        return at
    day = next_workday(local.date() + timedelta(days=local.hour >= CLOSING))
    opening = local.replace(year=day.year, month=day.month, day=day.day, hour=OPENING, minute=rng.randint(5, 55))
    return opening.astimezone(at.tzinfo)
