"""Accuracy in the graph: one root field."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import strawberry

from saas.accuracy.queries import read_trials
from saas.accuracy.trials import Trial, error, ratio
from saas.core.work import Work
from saas.forecasts.graph import ForecastRangeNode
from saas.forecasts.outlook import CENT
from saas.forecasts.periods import Period
from saas.graph.declare import Money, query


@strawberry.type(
    description="A period that is over. `expected` and `range` are the forecast as the history knew it when the period "
    "began; `won` is what came: `wonOfKnown` of the deals that were there by then, `wonOfNew` of those made in it."
)
class PastForecast:
    starts_on: date
    ends_on: date
    expected: Money
    range: ForecastRangeNode
    won: Money
    won_deals: int
    won_of_known: Money
    won_of_new: Money
    inside: bool


@strawberry.type(
    description="How much of what was expected came: in all the periods together, and in the ones of the least and the "
    "most. Times what is expected on the first day of a period it is what that one will bring if nothing else changes."
)
class ForecastRatio:
    low: float
    middle: float
    high: float


@strawberry.type(
    description="How right the forecasts of past periods were, the earliest first. An error is the sum of what they "
    "were wrong by, as a part of what came; `plainError` is that of the plain guess, as much as the period before. "
    "`ratio` is null while fewer than four periods can be compared."
)
class ForecastAccuracy:
    period: Period
    periods: list[PastForecast]
    inside: int
    error: float | None
    plain_error: float | None
    ratio: ForecastRatio | None


@query
def forecast_accuracy(work: Work, period: Period, count: int = 6) -> ForecastAccuracy:
    """Of the last `count` months or quarters that are over, without those before the first deal."""
    trials, before = read_trials(work, period, count)
    held = ratio(trials)
    came = [trial.came.amount for trial in trials]
    return ForecastAccuracy(
        period=period,
        periods=[_past(trial, work.tenant.currency) for trial in trials],
        inside=sum(trial.inside for trial in trials),
        error=error([trial.said.expected for trial in trials], came),
        plain_error=error([before.amount, *came][: len(came)], came),
        ratio=ForecastRatio(low=held.low, middle=held.middle, high=held.high) if held else None,
    )


def _past(trial: Trial, currency: str) -> PastForecast:
    def money(amount: Decimal) -> Money:
        return Money(amount=amount.quantize(CENT, ROUND_HALF_UP), currency=currency)

    said, came = trial.said, trial.came
    return PastForecast(
        starts_on=trial.span.starts_on, ends_on=trial.span.ends_on,
        expected=money(said.expected), range=ForecastRangeNode(low=money(said.low), high=money(said.high)),
        won=money(came.amount), won_deals=came.deals, won_of_known=money(came.known), won_of_new=money(came.new),
        inside=trial.inside,
    )  # fmt: skip
