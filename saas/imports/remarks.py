"""What the report says of the deals that were made: each rule that filled a silence, and how often."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from saas.core.errors import Plural
from saas.imports.opportunities import Opportunity
from saas.imports.plan import Plan
from saas.pipelines.model import StageKind


@dataclass(frozen=True, slots=True)
class Usual:
    """Of the deals of a file: the median of the days that won ones took, and the last day that any names."""

    cycle: int | None
    last: date | None


_RULES = {
    "NO_ACCOUNT": Plural("%(count)s deal has no account.", "%(count)s deals have no account."),
    "NAMED": Plural(
        "%(count)s deal has no name: it is called after its product and account.",
        "%(count)s deals have no name: they are called after their products and accounts.",
    ),
    "AMOUNT_ESTIMATED": Plural(
        "%(count)s open deal has no amount: the list price stands for it, marked as estimated.",
        "%(count)s open deals have no amount: list prices stand for them, marked as estimated.",
    ),
    "LOST_WORTH": Plural(
        "%(count)s lost deal brought 0: its amount is the list price.",
        "%(count)s lost deals brought 0: their amounts are the list prices.",
    ),
    "WON_WORTH": Plural(
        "%(count)s won deal is worth its value at close.", "%(count)s won deals are worth their values at close."
    ),
    "HISTORY": Plural(
        "%(count)s closed deal got a history: in the last open stage, at the list price, from opening to closing day.",
        "%(count)s closed deals got histories: in the last open stage, at the list price, from opening to closing day.",
    ),
    "OPENED_WHEN_CLOSED": Plural(
        "%(count)s closed deal names no opening day: it opened on the day on which it closed.",
        "%(count)s closed deals name no opening day: they opened on the days on which they closed.",
    ),
    "NO_EXPECTED_CLOSE": Plural(
        "%(count)s open deal names no opening day: it has no expected close.",
        "%(count)s open deals name no opening day: they have no expected close.",
    ),
}


def tell_deal(plan: Plan, deal: Opportunity, draft: Mapping[str, object], usual: Usual) -> None:
    kind, closed = deal.stage.kind, deal.closed_at is not None
    expected = draft["expected_close_on"]
    applied = {
        "NO_ACCOUNT": "account_id" not in deal.links,
        "NAMED": deal.record.text("name") is None,
        "AMOUNT_ESTIMATED": bool(draft["amount_estimated"]),
        "LOST_WORTH": kind is StageKind.LOST and deal.number("amount") is None,
        "WON_WORTH": kind is StageKind.WON and deal.number("amount") is None,
        "HISTORY": closed,
        "OPENED_WHEN_CLOSED": closed and deal.opened_at is None,
        "NO_EXPECTED_CLOSE": not closed and expected is None,
    }
    for code, rule in _RULES.items():
        if applied[code]:
            plan.note(code, rule)
    if not closed and deal.expected_at is None and expected is not None:
        plan.note("CLOSE_EXPECTED", _CLOSE_EXPECTED, days=usual.cycle)
    if not closed and deal.opened_at is None:
        plan.note("NO_DAY", _NO_DAY, day=usual.last)


_CLOSE_EXPECTED = Plural(
    "%(count)s open deal names no expected close: it is opening plus %(days)s days, the median of won deals.",
    "%(count)s open deals name no expected close: it is opening plus %(days)s days, the median of won deals.",
)
_NO_DAY = Plural(
    "%(count)s deal names no day at all: it opened on %(day)s, the last day in the file.",
    "%(count)s deals name no day at all: they opened on %(day)s, the last day in the file.",
)
