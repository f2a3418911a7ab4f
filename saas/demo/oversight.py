"""What those who lead the demo company have planned on its largest open deals."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Final

from saas.demo.catalogue import OPEN_STAGES
from saas.demo.diary import draw_time
from saas.demo.flow import ZONE, next_workday
from saas.demo.records import ActivityRecord, DealRecord, MemberRecord
from saas.demo.staff import MEMBERS

#: What each has, and in how many days; what falls on a weekend is for the Sunday after it.
PLAN: Final = (("TASK", -3), ("TASK", 0), ("CALL", 0), ("MEETING", 1), ("TASK", 2), ("MEETING", 4))
SAID: Final = {
    ("TASK", "en"): ("Approve the discount", "Go over the terms", "Free the fitters for the date"),
    ("TASK", "he"): ("לאשר את ההנחה", "לעבור על התנאים", "לפנות את המתקינים לתאריך"),
    ("TASK", "ar"): ("الموافقة على الخصم", "مراجعة الشروط", "تفريغ فريق التركيب للموعد"),
    ("CALL", "en"): ("Call their managing director",),
    ("CALL", "he"): ("שיחה עם המנכ״ל שלהם",),
    ("CALL", "ar"): ("مكالمة مع مديرهم العام",),
    ("MEETING", "en"): ("Visit with the rep", "Last meeting before the signature"),
    ("MEETING", "he"): ("ביקור עם איש המכירות", "פגישה אחרונה לפני החתימה"),
    ("MEETING", "ar"): ("زيارة مع مندوب المبيعات", "آخر اجتماع قبل التوقيع"),
}


def draw_oversight(rng: Random, deals: Sequence[DealRecord], now: datetime) -> Iterator[ActivityRecord]:
    """A plan for each who leads, in his own language, on as many deals, the largest first."""
    open_ones = [deal for deal in deals if deal.now.stage < OPEN_STAGES]
    largest = sorted(open_ones, key=lambda deal: deal.now.amount, reverse=True)
    for leader in MEMBERS:
        led = led_by(leader)
        theirs = (deal for deal in largest if deal.now.owner in led)
        for (kind, days), deal in zip(PLAN, theirs, strict=False):
            day = next_workday(now.astimezone(ZONE).date() + timedelta(days=days))
            starts_at = draw_time(rng, day) if kind == "MEETING" else None
            yield ActivityRecord(
                f"{deal.key}-{leader.key}", deal.key, kind, rng.choice(SAID[kind, leader.locale]), None, leader.key,
                max(deal.events[0].at, now - timedelta(days=rng.randint(4, 9))), None if starts_at else day, starts_at,
                starts_at + timedelta(hours=1) if starts_at else None,
            )  # fmt: skip


def led_by(leader: MemberRecord) -> set[str]:
    """The keys of those whose deals the member looks after."""
    if leader.role not in {"OWNER", "MANAGER"}:
        return set()
    return {member.key for member in MEMBERS if leader.role == "OWNER" or member.team == leader.team}
