"""How right forecasts were: periods that are over, each with what was said and what came.

error = sum of |said - came| / sum of came        over the periods; none while nothing came
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from saas.forecasts.outlook import Sums
from saas.forecasts.periods import Span
from saas.reports.totals import Total

ENOUGH = 4


@dataclass(frozen=True, slots=True)
class Came:
    """What was won in a period: of deals that were known when it began, and of those that were made in it."""

    known: Decimal
    new: Decimal
    deals: int

    @property
    def amount(self) -> Decimal:
        return self.known + self.new


@dataclass(frozen=True, slots=True)
class Trial:
    """One period that is over."""

    span: Span
    said: Sums
    came: Came

    @property
    def empty(self) -> bool:
        """Nobody had said anything, and nothing came."""
        return not self.said.open_deals and not self.came.deals

    @property
    def inside(self) -> bool:
        """What came lay in the range that was said."""
        return self.said.low <= self.came.amount <= self.said.high


def since_the_first(trials: Sequence[Trial]) -> list[Trial]:
    """Without the periods before the company began."""
    first = next((place for place, trial in enumerate(trials) if not trial.empty), len(trials))
    return list(trials[first:])


@dataclass(frozen=True, slots=True)
class Ratio:
    """How much of what was said came: in all, and in the periods in which the least and the most of it did."""

    low: float
    middle: float
    high: float


def ratio(trials: Sequence[Trial]) -> Ratio | None:
    """None of fewer than `ENOUGH` periods for which something was said."""
    told = [(trial.came.amount, trial.said.expected) for trial in trials if trial.said.expected]
    if len(told) < ENOUGH:
        return None
    single = sorted(came / said for came, said in told)
    middle = sum(came for came, _ in told) / sum(said for _, said in told)
    return Ratio(float(single[0]), float(middle), float(single[-1]))


def error(said: Sequence[Decimal], came: Sequence[Decimal]) -> float | None:
    """By how much of what came it was wrong; none while nothing came."""
    total = sum(came, Decimal())
    missed = sum((abs(one - other) for one, other in zip(said, came, strict=True)), Decimal())
    return float(missed / total) if total else None


def amount_of(total: Total | None) -> Decimal:
    return (total.amount or Decimal()) if total else Decimal()
