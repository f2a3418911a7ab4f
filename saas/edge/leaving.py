"""Notices that a client has gone away, and gives up what runs for it."""

import asyncio
from asyncio import Task, TimerHandle

from anyio.to_thread import run_sync
from starlette.types import Receive

from tenants.leaving import Leaving

AFTER = 0.05  # seconds: what is answered sooner is not watched


class Watch:
    """Of one request, from when its body has been read until it is answered."""

    def __init__(self, receive: Receive) -> None:
        self.leaving = Leaving()
        self._receive = receive
        self._task: Task[None] | None = None
        self._timer: TimerHandle = asyncio.get_running_loop().call_later(AFTER, self._start)

    def end(self) -> None:
        self._timer.cancel()
        if self._task is not None:
            self._task.cancel()

    def _start(self) -> None:
        self._task = asyncio.ensure_future(self._look())

    async def _look(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            continue
        await run_sync(self.leaving.leave)
