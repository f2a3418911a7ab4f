"""The one way out: what happens outside the database is claimed and committed before, and marked after.

A use case plans an effect in its own transaction, and enqueues the job that performs it:

    effect = plan(work, "mail.send", key=str(message.id), payload={...})
    work.enqueue("mail.send_message", {"effect_id": str(effect.id)})

The job calls `perform`. A claim that is found claimed already means that a worker died between the claim and the
mark: nobody knows whether the effect happened. It is parked for a person, or done again under the same key where the
other side recognises it (`again=True`), never guessed at. What certainly has not happened yet may be tried later.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from saas.core.audit import Effect, EffectStatus
from saas.core.errors import Refusal, Unavailable
from saas.core.model import Json
from saas.core.work import Opener, Work

_SETTLED = frozenset({EffectStatus.DONE, EffectStatus.FAILED, EffectStatus.PARKED})


class Unclear(Exception):
    """It may have happened or not: the other side fell silent after it had heard everything."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the outside world is asked for; `key` is the same on every try."""

    kind: str
    key: str
    payload: Json


Told = Callable[[Work, Effect], None]


def _untold(_work: Work, _effect: Effect) -> None:
    """Nobody listens."""


def plan(work: Work, kind: str, *, key: str, payload: Json) -> Effect:
    """The same `kind` and `key` is the same effect: planned twice, it is there once."""
    there = work.first(select(Effect).where(Effect.kind == kind, Effect.key == key))
    if there is not None:
        return there
    effect = work.add(Effect(kind=kind, key=key, payload=payload))
    work.flush()
    return effect


def perform(
    opener: Opener, effect_id: UUID, do: Callable[[Order], Json], *, again: bool = False, told: Told = _untold
) -> EffectStatus:
    """Claims, commits, does, marks. `do` returns the outcome, raises Unavailable where it has certainly not happened
    yet, another Refusal where the other side said no for certain, Unclear where nobody can know, and anything else
    as a bug: then the claim stands until it is reconciled. `told` hears of the mark in its own transaction.
    """
    with opener() as work:
        effect = work.lock(Effect, effect_id)
        claimed = _claim(work, effect, again=again)
        if effect.status is EffectStatus.PARKED:
            told(work, effect)
        order = Order(effect.kind, effect.key, effect.payload)
        status = effect.status
    if not claimed:
        return status
    try:
        outcome, status = do(order), EffectStatus.DONE
    except Unclear as unclear:
        outcome, status = {"code": "UNCLEAR", "reason": str(unclear)}, EffectStatus.PARKED
    except Unavailable as refusal:
        outcome, status = _outcome(refusal), EffectStatus.PLANNED
    except Refusal as refusal:
        outcome, status = _outcome(refusal), EffectStatus.FAILED
    with opener() as work:
        effect = work.lock(Effect, effect_id)
        _settle(work, effect, status, outcome)
        told(work, effect)
    return status


def _outcome(refusal: Refusal) -> Json:
    """With the reason in the other side's own words, where the refusal has it."""
    said: Json = {"code": refusal.code}
    return said if "reason" not in refusal.params else said | {"reason": str(refusal.params["reason"])}


def _claim(work: Work, effect: Effect, *, again: bool) -> bool:
    if effect.status in _SETTLED:
        return False
    if effect.status is EffectStatus.CLAIMED and not again:
        _settle(work, effect, EffectStatus.PARKED, {"code": "WORKER_DIED"})
        return False
    effect.status = EffectStatus.CLAIMED
    effect.claims += 1
    effect.claimed_at = work.clock.now()
    return True


def _settle(work: Work, effect: Effect, status: EffectStatus, outcome: Json) -> None:
    effect.status = status
    effect.outcome = outcome
    effect.settled_at = None if status is EffectStatus.PLANNED else work.clock.now()
