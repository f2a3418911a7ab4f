"""Whether a client waits still is looked at once its answer takes long, for all of a process by one timer."""

import asyncio
from collections.abc import Awaitable

from starlette.types import Message

from saas.edge.leaving import AFTER, Watch, Watches
from tenants.errors import ClientLeft

LONG = 3 * AFTER


def gone() -> Awaitable[Message]:
    async def receive() -> Message:
        return {"type": "http.disconnect"}

    return receive()


def silent() -> Awaitable[Message]:
    async def receive() -> Message:
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    return receive()


def has_left(watch: Watch) -> bool:
    try:
        watch.leaving.begin(None)  # type: ignore[arg-type]
    except ClientLeft:
        return True
    return False


async def noticed(watch: Watch) -> bool:
    """Waits for it, for a bounded time."""
    for _ in range(500):
        if has_left(watch):
            return True
        await asyncio.sleep(0.01)
    return False


def test_whoever_has_gone_is_noticed_while_the_answer_takes_long() -> None:
    async def serve() -> bool:
        return await noticed(Watches().watch(gone))

    assert asyncio.run(serve())


def test_whoever_waits_is_let_be() -> None:
    async def serve() -> bool:
        watch = Watches().watch(silent)
        await asyncio.sleep(LONG)
        watch.end()
        return has_left(watch)

    assert not asyncio.run(serve())


def test_what_is_answered_soon_is_not_looked_at() -> None:
    async def serve() -> bool:
        watches = Watches()
        watch = watches.watch(gone)
        watch.end()
        assert await noticed(watches.watch(gone)), "one that came later"
        return has_left(watch)

    assert not asyncio.run(serve())


def test_it_goes_on_for_all_after_a_rest_and_in_another_loop() -> None:
    watches = Watches()

    async def serve() -> list[bool]:
        first = watches.watch(gone)
        await asyncio.sleep(AFTER / 2)
        second = watches.watch(gone)
        found = [await noticed(first), await noticed(second), await noticed(watches.watch(gone))]
        watches.watch(silent)  # the loop ends before its time has come
        return found

    assert [asyncio.run(serve()), asyncio.run(serve())] == [[True] * 3, [True] * 3]
