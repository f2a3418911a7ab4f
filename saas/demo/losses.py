"""Why the deals of the demo company were lost."""

from collections.abc import Iterator, Mapping
from random import Random

from saas.demo.catalogue import LOST, QUOTE
from saas.demo.records import DealRecord, LossRecord

#: Of the reasons that a company begins with, in their order: how often before a price was in writing, and after. The
#: last one of each is that nobody said why.
EARLY = (6, 16, 9, 20, 28, 5, 4, 12)
LATE = (34, 12, 24, 9, 7, 8, 3, 3)
REMARKED = 0.35
REMARKS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        ("They wanted a fifth off.", "Leasing was cheaper for them."), ("After the refit, next spring.",),
        ("Went with the one that they had.", "Another agency delivers in a week."), ("The board cut the budget.",),
        ("Three calls, no answer.",), ("No 14-tray oven.",), ("The place was sold.",),
    ),
    "he": (
        ("רצו הנחה של חמישית.", "ליסינג יצא להם זול יותר."), ("אחרי השיפוץ, באביב.",),
        ("נשארו עם הספק שלהם.", "סוכנות אחרת מספקת תוך שבוע."), ("התקציב קוצץ.",),
        ("שלוש שיחות בלי מענה.",), ("אין תנור ל-14 מגשים.",), ("המקום נמכר.",),
    ),
    "ar": (
        ("طلبوا خصم الخُمس.", "التأجير أرخص لهم."), ("بعد التجديد، في الربيع.",),
        ("بقوا مع مورّدهم.", "وكالة أخرى تسلّم خلال أسبوع."), ("خُفضت الميزانية.",),
        ("ثلاث مكالمات بلا رد.",), ("لا يوجد فرن بسعة 14 صينية.",), ("بيع المكان.",),
    ),
}  # fmt: skip


def draw_losses(rng: Random, deals: tuple[DealRecord, ...], languages: Mapping[str, str]) -> Iterator[LossRecord]:
    """`languages` are those of the accounts."""
    for deal in deals:
        if deal.now.stage != LOST:
            continue
        reached = max(event.after.stage for event in deal.events if event.after.stage != LOST)
        reason = rng.choices(range(len(EARLY)), EARLY if reached < QUOTE else LATE)[0]
        remarks = REMARKS[languages[deal.account]]
        if reason == len(remarks):
            yield LossRecord(deal.key, None, None)
        else:
            yield LossRecord(deal.key, reason, rng.choice(remarks[reason]) if rng.random() < REMARKED else None)
