"""The diary of the reps: what they did on their deals in the last months, and what they plan."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from saas.demo.catalogue import OPEN_STAGES
from saas.demo.flow import ZONE, next_workday
from saas.demo.records import AccountRecord, ActivityRecord, DealRecord

#: How far back the diary goes, how often an open deal has a next step, and how many of its past steps it tells at most.
BACK = timedelta(days=120)
PLANNED, MOST = 0.8, 3
OUTCOMES = ("CONNECTED", "CONNECTED", "CONNECTED", "LEFT_MESSAGE", "NO_ANSWER", "BUSY")
QUARTERS = tuple(range(0, 60, 15))
_SAID = {
    ("CALL", "en"): ("First call", "Call about the offer", "Call about delivery dates"),
    ("CALL", "he"): ("שיחת היכרות", "שיחה על ההצעה", "שיחה על מועדי אספקה"),
    ("CALL", "ar"): ("مكالمة تعارف", "مكالمة حول العرض", "مكالمة حول مواعيد التسليم"),
    ("MEETING", "en"): ("Visit on site", "Tasting and demo", "Meeting about terms"),
    ("MEETING", "he"): ("ביקור באתר", "הדגמה וטעימות", "פגישה על התנאים"),
    ("MEETING", "ar"): ("زيارة الموقع", "عرض وتذوق", "اجتماع حول الشروط"),
    ("TASK", "en"): ("Send the offer", "Check the stock", "Prepare the contract", "Ask for the floor plan"),
    ("TASK", "he"): ("לשלוח הצעת מחיר", "לבדוק מלאי", "להכין חוזה", "לבקש תוכנית קומה"),
    ("TASK", "ar"): ("إرسال العرض", "التحقق من المخزون", "تجهيز العقد", "طلب مخطط الطابق"),
    ("NOTE", "en"): ("Wants delivery before the holidays.", "Compares us with another supplier.", "The CFO decides."),
    ("NOTE", "he"): ("רוצים אספקה לפני החגים.", "משווים אותנו לספק אחר.", "ההחלטה אצל סמנכ״ל הכספים."),
    ("NOTE", "ar"): ("يريدون التسليم قبل الأعياد.", "يقارنوننا بمورّد آخر.", "القرار عند المدير المالي."),
}


def languages_of(accounts: Sequence[AccountRecord]) -> dict[str, str]:
    """By the key of the account."""
    return {account.key: account.language for account in accounts}


def draw_activities(
    rng: Random, deals: Sequence[DealRecord], languages: dict[str, str], now: datetime
) -> tuple[ActivityRecord, ...]:
    """In the order of the deals."""
    drawn: list[ActivityRecord] = []
    for deal in deals:
        ended = deal.now.stage >= OPEN_STAGES
        if not ended or deal.events[-1].at > now - BACK:
            until = deal.events[-1].at if ended else now
            drawn += _draw_past(rng, deal, languages[deal.account], until)
        if not ended and rng.random() < PLANNED:
            drawn.append(_draw_plan(rng, deal, languages[deal.account], now))
    return tuple(drawn)


def _draw_past(rng: Random, deal: DealRecord, language: str, until: datetime) -> Iterator[ActivityRecord]:
    first = max(deal.events[0].at, until - BACK)
    for number in range(rng.randint(0, MOST)):
        kind = rng.choices(("CALL", "NOTE", "MEETING", "TASK"), (45, 20, 15, 20))[0]
        day = next_workday((first + (until - first) * rng.random()).astimezone(ZONE).date())
        at = draw_time(rng, day)
        if not deal.events[0].at < at < until - timedelta(hours=2):
            continue
        subject = rng.choice(_SAID[kind, language])
        lasts = timedelta(hours=1) if kind == "MEETING" else timedelta(minutes=rng.randint(2, 25))
        talks = kind in {"CALL", "MEETING"}
        yield ActivityRecord(
            f"{deal.key}-{number}", deal.key, kind, subject.rstrip("."), subject if kind == "NOTE" else None,
            deal.now.owner, at, day if kind == "TASK" else None, at if talks else None, at + lasts if talks else None,
            at + lasts if talks else at, rng.choice(OUTCOMES) if kind == "CALL" else None,
        )  # fmt: skip


def _draw_plan(rng: Random, deal: DealRecord, language: str, now: datetime) -> ActivityRecord:
    """Some are overdue, most are for the next two weeks; nobody plans a meeting for the past."""
    kind = rng.choices(("TASK", "CALL", "MEETING"), (50, 30, 20))[0]
    day = next_workday(now.astimezone(ZONE).date() + timedelta(days=rng.randint(-4 if kind != "MEETING" else 1, 12)))
    starts_at = draw_time(rng, day) if kind == "MEETING" else None
    return ActivityRecord(
        f"{deal.key}-next", deal.key, kind, rng.choice(_SAID[kind, language]), None, deal.now.owner,
        max(deal.events[0].at, now - timedelta(days=rng.randint(5, 20))), None if starts_at else day, starts_at,
        starts_at + timedelta(hours=1) if starts_at else None,
    )  # fmt: skip


def draw_time(rng: Random, day: date) -> datetime:
    """At a quarter of an hour in the working day."""
    return datetime.combine(day, time(rng.randint(8, 16), rng.choice(QUARTERS)), ZONE).astimezone(ZoneInfo("UTC"))
