"""Work that waits for the database, in threads of its own, while the loop goes on.

As a `ThreadPoolExecutor` behind `loop.run_in_executor` does it, with the loop's future alone: no second one that is
chained to it, and no locks but the queue's.
"""

import asyncio
from asyncio import AbstractEventLoop, Future
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Self, TypeVar

T = TypeVar("T")
Task = tuple[AbstractEventLoop, "Future[Any]", Callable[..., object], tuple[object, ...]]


class Threads:
    """At most so many; they begin as they are needed."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._threads: list[Thread] = []
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    async def run(self, work: Callable[..., T], *given: object) -> T:
        """Whoever is cancelled no longer waits; what has not begun by then does not begin. Closed, they refuse
        (RuntimeError).
        """
        if self._closed:
            raise RuntimeError("The threads are closed.")
        loop = asyncio.get_running_loop()
        awaited: Future[T] = loop.create_future()
        self._tasks.put((loop, awaited, work, given))
        if len(self._threads) < self._most:
            self._begin()
        return await awaited

    def close(self) -> None:
        """What has not begun is cancelled; what has is waited for."""
        self._closed = True
        with suppress(Empty):
            while (task := self._tasks.get_nowait()) is not None:
                _call(task[0], task[1].cancel)
        for _ in self._threads:
            self._tasks.put(None)
        for thread in self._threads:
            thread.join()

    def _begin(self) -> None:
        thread = Thread(target=self._work, name=f"graph-{len(self._threads)}", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            _do(*task)
            del task


def _do(
    loop: AbstractEventLoop, awaited: "Future[Any]", work: Callable[..., object], given: tuple[object, ...]
) -> None:
    if awaited.cancelled():
        return
    try:
        outcome = work(*given)
    except BaseException as error:  # noqa: BLE001  whoever waits is told
        _call(loop, _settle, awaited, awaited.set_exception, error)
    else:
        _call(loop, _settle, awaited, awaited.set_result, outcome)


def _call(loop: AbstractEventLoop, what: Callable[..., object], *given: object) -> None:
    """A loop that has ended meanwhile waits for nothing."""
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(what, *given)


def _settle(awaited: "Future[Any]", how: Callable[[Any], None], outcome: object) -> None:
    if not awaited.cancelled():
        how(outcome)
