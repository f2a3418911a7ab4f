"""Work that waits for the database, in a thread, while the loop goes on.

As `loop.run_in_executor` does it, with one future of the loop where that chains two and asks what the work may be.
"""

import asyncio
from asyncio import AbstractEventLoop
from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import partial
from typing import TypeVar

T = TypeVar("T")


async def run(threads: Executor, work: Callable[..., T], *given: object) -> T:
    """Whoever is cancelled no longer waits; what has not begun by then does not begin."""
    loop = asyncio.get_running_loop()
    awaited: asyncio.Future[T] = loop.create_future()
    handed_in = threads.submit(work, *given)
    handed_in.add_done_callback(partial(_bring, loop, awaited))
    try:
        return await awaited
    except asyncio.CancelledError:
        handed_in.cancel()
        raise


def _bring(loop: AbstractEventLoop, awaited: "asyncio.Future[T]", done: "Future[T]") -> None:
    """In the thread; a loop that has ended meanwhile waits for nothing."""
    if not loop.is_closed():
        loop.call_soon_threadsafe(_settle, awaited, done)


def _settle(awaited: "asyncio.Future[T]", done: "Future[T]") -> None:
    if awaited.cancelled():
        return
    if done.cancelled():
        awaited.cancel()
    elif (error := done.exception()) is not None:
        awaited.set_exception(error)
    else:
        awaited.set_result(done.result())
