"""The history of one deal: its path through the stages, and what the rep noted on the way."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from operator import attrgetter
from random import Random

from saas.demo.catalogue import OPEN_STAGES, QUOTE
from saas.demo.flow import ZONE, Step, draw_between, draw_expected, next_workday
from saas.demo.records import DealState, EventKind, EventRecord

#: How often a rep who sees an overdue close date gives a new one.
TENDED = 0.75
#: How often a negotiation lowers the amount.
HAGGLED = 0.4
STEP = Decimal(50)


@dataclass(frozen=True, slots=True)
class Terms:
    """Where a deal begins: its rep, the one to whom it may be handed over, and the sum of its list prices."""

    owner: str
    heir: str | None
    listed: Decimal


@dataclass(frozen=True, slots=True)
class _Change:
    at: datetime
    kind: EventKind
    apply: Callable[[DealState], DealState]


def write_history(rng: Random, path: tuple[Step, ...], now: datetime, terms: Terms) -> tuple[EventRecord, ...]:
    """The events of a deal, oldest first, all before `now` and none after it was won or lost."""
    start, last = path[0], path[-1]
    end = last.at if last.stage >= OPEN_STAGES else now
    expected = draw_expected(rng, start.stage, start.at, rng.uniform(0.8, 1.4))
    state = DealState(start.stage, terms.owner, terms.listed, start.stage < QUOTE, expected)
    changes = [*_list_steps(path), *_list_prices(rng, path, terms.listed), *_list_slips(rng, path, expected, end)]
    if terms.heir and end - start.at > timedelta(days=2):
        changes.append(_hand_over(draw_between(rng, start.at, end), terms.heir))
    return tuple(_apply(state, start.at, (change for change in changes if change.at <= end and change.at < now)))


def _list_steps(path: tuple[Step, ...]) -> Iterator[_Change]:
    for step in path[1:]:
        yield _enter(step)


def _list_prices(rng: Random, path: tuple[Step, ...], listed: Decimal) -> Iterator[_Change]:
    """The quote fixes the amount; some negotiations lower it."""
    entered = {step.stage: step.at for step in path}
    if QUOTE not in entered:
        return
    amount = _round(listed, rng.uniform(0.88, 1.04))
    yield _reprice(entered[QUOTE] + timedelta(seconds=rng.randint(40, 900)), amount)
    if QUOTE + 1 in entered and rng.random() < HAGGLED:
        lowered = _round(amount, rng.uniform(0.85, 0.98))
        yield _reprice(entered[QUOTE + 1] + timedelta(seconds=rng.randint(60, 1100)), lowered)


def _list_slips(rng: Random, path: tuple[Step, ...], expected: date, end: datetime) -> Iterator[_Change]:
    """Most overdue dates are moved after some days; a few are forgotten and stay overdue."""
    while True:
        at = path[0].at + timedelta(days=(expected - path[0].at.date()).days + rng.randint(1, 12))
        if at >= end or rng.random() > TENDED:
            return
        expected = next_workday(at.astimezone(ZONE).date() + timedelta(days=rng.randint(7, 45)))
        yield _postpone(at, expected)


def _enter(step: Step) -> _Change:
    return _Change(step.at, EventKind.STAGE, lambda state: replace(state, stage=step.stage))


def _postpone(at: datetime, on: date) -> _Change:
    return _Change(at, EventKind.CLOSE_DATE, lambda state: replace(state, expected_on=on))


def _reprice(at: datetime, amount: Decimal) -> _Change:
    return _Change(at, EventKind.AMOUNT, lambda state: replace(state, amount=amount, estimated=False))


def _hand_over(at: datetime, heir: str) -> _Change:
    return _Change(at, EventKind.OWNER, lambda state: replace(state, owner=heir))


def _apply(state: DealState, opened_at: datetime, changes: Iterable[_Change]) -> Iterator[EventRecord]:
    yield EventRecord(EventKind.CREATED, opened_at, state.owner, None, state)
    for change in sorted(changes, key=attrgetter("at")):
        before, state = state, change.apply(state)
        if state != before:
            yield EventRecord(change.kind, change.at, before.owner, before, state)


def _round(amount: Decimal, factor: float) -> Decimal:
    return (amount * Decimal(repr(round(factor, 3))) / STEP).quantize(Decimal(1)) * STEP
