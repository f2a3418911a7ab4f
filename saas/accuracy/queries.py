"""Reads of past periods: what came in one statement, what was said in two for each of them."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Date, case, cast, func, literal

from saas.accuracy.trials import Came, Trial, amount_of, since_the_first
from saas.core.errors import Invalid
from saas.core.work import Work
from saas.deals.model import Deal, DealStatus
from saas.forecasts.periods import Period, Span, spans_before
from saas.forecasts.queries import get_outlook
from saas.reports.totals import Total, heaps, in_own_currency, nothing, read_total, realized
from saas.reports.whose import require_shown

MOST = 12

_Key = tuple[date, bool]


def read_trials(work: Work, period: Period, count: int) -> tuple[list[Trial], Came]:
    """The last `count` periods that are over, the earliest first, and what came in the one before them."""
    if not 1 <= count <= MOST:
        raise Invalid("BAD_COUNT", "From 1 to %(most)s periods can be looked back at.", "count", most=MOST)
    for field in ("amount", "closedOn"):
        require_shown(work, Deal, field)
    today, first = work.clock.today(work.tenant.time_zone), work.tenant.fiscal_start
    before, *spans = spans_before(period, today, count + 1, fiscal_start=first)
    found = _read_came(work, [before, *spans])
    trials = [
        Trial(span, get_outlook(work, period, span.starts_on)[1].total, _came(found, span)) for span in spans
    ]  # fmt: skip
    return since_the_first(trials), _came(found, before)


def _came(found: dict[_Key, Total], span: Span) -> Came:
    known, new = (found.get((span.starts_on, known)) for known in (True, False))
    deals = sum(total.deals for total in (known, new) if total)
    return Came(amount_of(known), amount_of(new), deals)


def _read_came(work: Work, spans: Sequence[Span]) -> dict[_Key, Total]:
    """What was won in each period, by whether the deal was there when it began."""
    begins = case(*((Deal.closed_on <= span.ends_on, literal(span.starts_on)) for span in spans))
    starts_on = begins.label("starts_on")
    opened_on = cast(func.timezone(work.tenant.time_zone, Deal.opened_at), Date)
    keys = starts_on, (opened_on < begins).label("known")
    within = Deal.closed_on.between(spans[0].starts_on, spans[-1].ends_on)
    heap = heaps(work, keys, realized(work)).where(work.visible(Deal), Deal.status == DealStatus.WON, within)
    found: dict[_Key, Total] = {}
    for row in work.rows(in_own_currency(work, heap.subquery("heap"), ("starts_on", "known"))):
        key = row.starts_on, row.known
        found[key] = found.get(key, nothing(work)) + read_total(work, row)
    return found
