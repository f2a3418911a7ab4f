"""Stage shares: of the deals that entered a stage and have closed since, how many were won.

3 of 10 are 30 %, with an interval of 10.8-60.3 %. The share says how often a deal wins that ENTERS the stage; the
interval says how little so few cases can prove. It is the score interval of E. B. Wilson, "Probable Inference, the
Law of Succession, and Statistical Inference", JASA 22 (1927) 209-212, at 95 %:

    (p + z^2/2n +- z * sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n)        with p = won / n and n = closed
"""

from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

#: The 97.5 % quantile of the normal distribution: two-sided 95 %.
Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the deals that entered a stage (or a pipeline), each counted once."""

    entered: int = 0
    won: int = 0
    lost: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.entered + other.entered, self.won + other.won, self.lost + other.lost)

    @property
    def closed(self) -> int:
        return self.won + self.lost

    @property
    def open(self) -> int:
        """Those that entered and have not closed, wherever they stand now."""
        return self.entered - self.closed

    @property
    def share(self) -> float | None:
        """Between 0 and 1; none while nothing has closed."""
        return self.won / self.closed if self.closed else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's 95 % interval of the share; none while nothing has closed."""
        return wilson(self.won, self.closed) if self.closed else None

    def weigh(self, amount: Decimal) -> Decimal:
        """The amount times the share; 0 while nothing has closed."""
        return amount * self.won / self.closed if self.closed else Decimal(0)

    def reach(self, amount: Decimal) -> tuple[Decimal, Decimal]:
        """The amount times the ends of the interval; from nothing to all of it while nothing has closed."""
        low, high = (Decimal(repr(end)) for end in self.interval or (0.0, 1.0))
        return amount * low, amount * high


def wilson(won: int, closed: int) -> tuple[float, float]:
    """The interval of `won` of `closed` (at least one), inside 0 to 1."""
    share, spread = won / closed, Z * Z / closed
    middle = share + spread / 2
    reach = Z * sqrt(share * (1 - share) / closed + spread / (4 * closed))
    return max(0.0, (middle - reach) / (1 + spread)), min(1.0, (middle + reach) / (1 + spread))
