"""The book of deals: what each is about, what it is worth, and its history event by event."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from random import Random

from saas.demo.catalogue import KITS, PRICES, SITES, Kit
from saas.demo.flow import Pace, draw_openings, draw_path
from saas.demo.history import Terms, write_history
from saas.demo.records import AccountRecord, ContactRecord, DealRecord, LineRecord
from saas.demo.staff import REPS, list_colleagues, list_sellers

CENT = Decimal("0.01")
#: How often: the account's own rep has the deal; the customer's person is known; a line is doubled or left out of a
#: kit; the deal is handed over to a colleague.
OWN_REP, KNOWN_PERSON, DOUBLED, LEFT_OUT, HANDED_OVER = 0.8, 0.93, 0.2, 0.15, 0.05


@dataclass(frozen=True, slots=True)
class Market:
    """To whom deals are drawn: accounts by weight, their people, and how skilled each rep is."""

    accounts: tuple[AccountRecord, ...]
    weights: tuple[float, ...]
    people: dict[str, tuple[str, ...]]
    skill: dict[str, float]


def draw_market(rng: Random, accounts: tuple[AccountRecord, ...], contacts: Sequence[ContactRecord]) -> Market:
    """Larger accounts ask more often, some are fonder than others; some reps sell better than others."""
    people: dict[str, tuple[str, ...]] = {}
    for contact in contacts:
        people[contact.account] = (*people.get(contact.account, ()), contact.key)
    weights = tuple(account.size**0.35 * rng.uniform(0.5, 1.8) for account in accounts)
    skill = {rep.key: rng.uniform(0.88, 1.1) for rep in REPS}
    return Market(accounts, weights, people, skill)


def draw_deals(rng: Random, market: Market, now: datetime) -> tuple[DealRecord, ...]:
    """All deals of two years up to `now`, in the order in which they opened."""
    openings = draw_openings(rng, now)
    return tuple(
        _draw_deal(rng, market, opened_at, (number, now)) for number, opened_at in enumerate(openings, start=1)
    )


def _draw_deal(rng: Random, market: Market, opened_at: datetime, place: tuple[int, datetime]) -> DealRecord:
    number, now = place
    account = rng.choices(market.accounts, market.weights)[0]
    kit = rng.choices(KITS, [kit.weight for kit in KITS])[0]
    lines = _draw_lines(rng, kit)
    owner = account.owner if rng.random() < OWN_REP else rng.choice(list_sellers(account.language)).key
    listed = sum((PRICES[line.product] * line.quantity for line in lines), Decimal())
    slowness = 0.7 + float(listed) ** 0.5 / 500
    path = draw_path(rng, opened_at, now, Pace(market.skill[owner], slowness))
    events = write_history(rng, path, now, Terms(owner, _draw_heir(rng, owner), listed))
    offered = events[-1].after.amount
    contact = rng.choice(market.people[account.key]) if rng.random() < KNOWN_PERSON else None
    name = f"{kit.title[account.language]} · {rng.choice(SITES[account.language])}"
    return DealRecord(f"D{number:04}", name, account.key, contact, _reprice(lines, offered / listed), events)


def _draw_lines(rng: Random, kit: Kit) -> tuple[LineRecord, ...]:
    times = rng.randint(1, kit.most)
    return tuple(
        LineRecord(code, 1 if code == "SRV-100" else times * (1 + (rng.random() < DOUBLED)), PRICES[code])
        for code in kit.codes
        if code == kit.codes[0] or rng.random() > LEFT_OUT
    )


def _draw_heir(rng: Random, owner: str) -> str | None:
    return rng.choice(list_colleagues(owner)).key if rng.random() < HANDED_OVER else None


def _reprice(lines: tuple[LineRecord, ...], factor: Decimal) -> tuple[LineRecord, ...]:
    """The lines at the offered price; what rounding loses is less than a shekel."""
    return tuple(LineRecord(line.product, line.quantity, (line.unit_price * factor).quantize(CENT)) for line in lines)
