"""Notices that a client has gone away, and gives up what runs for it."""

import asyncio
from asyncio import Task

from anyio.to_thread import run_sync
from starlette.types import Receive

from tenants.leaving import Leaving

AFTER = 0.05  # seconds: what is answered sooner is not watched


class Watches:
    """Of a process: one timer for all requests that are being answered, since most are answered before it comes."""

    def __init__(self) -> None:
        self._waiting: dict[Watch, float] = {}
        self._looking: asyncio.AbstractEventLoop | None = None

    def watch(self, receive: Receive) -> "Watch":
        """A request whose body has been read; whoever answers it ends the watch."""
        loop = asyncio.get_running_loop()
        watch = Watch(receive, self._waiting)
        self._waiting[watch] = loop.time() + AFTER
        if self._looking is not loop:
            self._looking = loop
            loop.call_later(AFTER, self._look, loop)
        return watch

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        """Those that came first stand first."""
        now = loop.time()
        while self._waiting:
            watch, due = next(iter(self._waiting.items()))
            if due > now:
                loop.call_at(due, self._look, loop)
                return
            del self._waiting[watch]
            watch.start()
        self._looking = None


class Watch:
    """Of one request."""

    __slots__ = ("_receive", "_task", "_waiting", "leaving")

    def __init__(self, receive: Receive, waiting: "dict[Watch, float]") -> None:
        self.leaving = Leaving()
        self._receive = receive
        self._waiting = waiting
        self._task: Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.ensure_future(self._look())

    def end(self) -> None:
        self._waiting.pop(self, None)
        if self._task is not None:
            self._task.cancel()

    async def _look(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            continue
        await run_sync(self.leaving.leave)
