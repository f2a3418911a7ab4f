"""Work in threads: whoever waits is told, whoever waits no longer is not worked for."""

import asyncio
from threading import Event

import pytest

from saas.graph.threads import Threads


def test_whoever_waits_is_told_what_came_and_what_was_raised() -> None:
    async def ask() -> None:
        assert await threads.run(divmod, 7, 2) == (3, 1)
        with pytest.raises(ZeroDivisionError):
            await threads.run(divmod, 7, 0)

    with Threads(1) as threads:
        asyncio.run(ask())


def test_what_is_cancelled_before_it_has_begun_does_not_begin() -> None:
    done: list[str] = []

    async def ask() -> None:
        first = asyncio.ensure_future(threads.run(hold.wait, 5))
        second = asyncio.ensure_future(threads.run(done.append, "second"))
        await asyncio.sleep(0)
        second.cancel()
        hold.set()
        assert await first
        await threads.run(done.append, "third")

    hold = Event()
    with Threads(1) as threads:
        asyncio.run(ask())
    assert done == ["third"]


def test_who_closes_waits_for_what_has_begun_and_cancels_the_rest() -> None:
    async def ask() -> None:
        first = asyncio.ensure_future(threads.run(work))
        second = asyncio.ensure_future(threads.run(done.append, "second"))
        assert await asyncio.to_thread(begun.wait, 5)
        closing = asyncio.ensure_future(asyncio.to_thread(threads.close))
        with pytest.raises(asyncio.CancelledError):
            await second
        hold.set()
        await closing
        await first

    def work() -> None:
        begun.set()
        hold.wait(5)
        done.append("first")

    done, begun, hold, threads = list[str](), Event(), Event(), Threads(1)
    asyncio.run(ask())
    assert done == ["first"]


def test_a_loop_that_has_ended_meanwhile_takes_no_thread_along() -> None:
    async def leave() -> None:
        left.append(asyncio.ensure_future(threads.run(hold.wait, 5)))
        await asyncio.sleep(0)

    async def ask() -> int:
        return await threads.run(len, "ab")

    left, hold = list[asyncio.Future[bool]](), Event()
    with Threads(1) as threads:
        loop = asyncio.new_event_loop()
        loop.run_until_complete(leave())
        loop.close()
        hold.set()
        assert asyncio.run(ask()) == 2
        del left[:]


def test_once_they_are_closed_nothing_waits_for_them() -> None:
    async def ask() -> None:
        await threads.run(len, "")

    threads = Threads(1)
    threads.close()
    with pytest.raises(RuntimeError, match="closed"):
        asyncio.run(ask())
