"""What is found out about where leads came from."""

from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from saas.leads.words import UnfitReason


@dataclass(frozen=True, slots=True)
class Won:
    """What was won in a currency, of so many deals; `amount` is of those that have one."""

    currency: str
    deals: int
    amount: Decimal


@dataclass(slots=True)
class Quality:
    """The leads of one source, by `key`, or of one channel or campaign, by `word`. `qualified` are those that are, or
    are converted; `first_contact` is the median in seconds, all and working ones, counting those that wait still.
    """

    key: UUID | None
    word: str | None
    leads: int
    qualified: int
    converted: int
    unfit: int
    first_contact: tuple[int | None, int | None]
    reasons: list[tuple[UnfitReason, int]] = field(default_factory=list)
    won_deals: int = 0
    won: list[Won] = field(default_factory=list)
