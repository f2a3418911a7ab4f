"""The one way out: claimed and committed before, marked after, never guessed at."""

from uuid import UUID

import pytest
from sqlalchemy import select

from saas.core.audit import Effect, EffectStatus
from saas.core.effects import Order, perform, plan
from saas.core.errors import Invalid
from saas.core.model import Json
from saas.core.work import Opener


class Died(BaseException):
    """What kill -9 looks like from inside."""


def planned(opener: Opener) -> UUID:
    with opener() as work:
        effect = plan(work, "mail.send", key="m1", payload={"to": "a@b.test"})
    return effect.id


def state(opener: Opener) -> tuple[EffectStatus, int, Json | None]:
    with opener() as work:
        (effect,) = work.all(select(Effect))
        return effect.status, effect.claims, effect.outcome


def test_the_claim_is_committed_before_the_effect_and_marked_after(opener: Opener) -> None:
    seen: list[EffectStatus] = []

    def send(order: Order) -> Json:
        seen.append(state(opener)[0])
        assert (order.kind, order.key, order.payload) == ("mail.send", "m1", {"to": "a@b.test"})
        return {"message": "42"}

    assert perform(opener, planned(opener), send) is EffectStatus.DONE
    assert seen == [EffectStatus.CLAIMED]
    assert state(opener) == (EffectStatus.DONE, 1, {"message": "42"})


def test_what_is_done_is_not_done_again(opener: Opener) -> None:
    id, times = planned(opener), 0

    def send(_order: Order) -> Json:
        nonlocal times
        times += 1
        return {}

    assert [perform(opener, id, send) for _ in range(3)] == [EffectStatus.DONE] * 3
    assert times == 1


def test_a_worker_that_died_in_between_parks_it(opener: Opener) -> None:
    id, sent = planned(opener), 0

    def dies(_order: Order) -> Json:
        nonlocal sent
        sent += 1
        raise Died

    with pytest.raises(Died):
        perform(opener, id, dies)
    assert state(opener)[0] is EffectStatus.CLAIMED
    assert perform(opener, id, dies) is EffectStatus.PARKED
    assert (sent, state(opener)) == (1, (EffectStatus.PARKED, 1, {"code": "WORKER_DIED"}))


def test_where_the_other_side_knows_the_key_it_is_done_again(opener: Opener) -> None:
    id, keys = planned(opener), list[str]()

    def dies(order: Order) -> Json:
        keys.append(order.key)
        if len(keys) == 1:
            raise Died
        return {}

    with pytest.raises(Died):
        perform(opener, id, dies, again=True)
    assert perform(opener, id, dies, again=True) is EffectStatus.DONE
    assert (keys, state(opener)) == (["m1", "m1"], (EffectStatus.DONE, 2, {}))


def test_a_certain_no_fails_it(opener: Opener) -> None:
    def refuses(_order: Order) -> Json:
        raise Invalid("MAILBOX_UNKNOWN", "%(value)s is not an e-mail address.", value="a@b.test")

    assert perform(opener, planned(opener), refuses) is EffectStatus.FAILED
    assert state(opener) == (EffectStatus.FAILED, 1, {"code": "MAILBOX_UNKNOWN"})


def test_planned_twice_it_is_there_once(opener: Opener) -> None:
    assert planned(opener) == planned(opener)
