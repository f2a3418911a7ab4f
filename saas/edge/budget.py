"""What each token and each member may still spend in this process: no wait where a lease is at hand, else a statement
for a new one.
"""

from asyncio import Lock
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from sqlalchemy import Engine

from saas.core.clock import Clock
from saas.edge.asking import Credential
from saas.graph.terms import Left, Spent, Terms
from saas.identity.budgets import WINDOW, Window, lease, window_of
from saas.identity.known import Known
from tenants.leaving import Leaving

REMEMBERED = 20_000
SHARE = 50  # a lease is this part of the budget, so that a busy client asks for one seldom


def always() -> bool:
    return True


@dataclass(slots=True)
class Purse:
    """Of one holder in one window: what is left of our leases, and what all processes have leased."""

    began_at: datetime
    limit: int
    held: int = 0
    leased: int = 0
    lock: Lock = field(default_factory=Lock)


@dataclass(frozen=True, slots=True)
class Budget:
    """`limit` is what a token may read in a window, `of_member` what a member may in all his browsers together."""

    platform: Engine
    clock: Clock
    limit: int
    of_member: int
    limiter: CapacityLimiter
    purses: OrderedDict[bytes, Purse] = field(default_factory=OrderedDict)

    def terms(
        self, known: Known, credential: Credential | None, *, free_text: bool, by_get: bool = False,
        leaving: Leaving | None = None,
    ) -> Terms:  # fmt: skip
        """What is read is counted: of each token, and of a member over all his sessions. A session reads what our own
        client asks for, which does not ask what it cost.
        """
        leaving = leaving or Leaving()
        if credential is not None and not credential.session:
            return Terms(partial(self.spend, known.holder, self.limit), by_get=by_get, leaving=leaving)
        spend = partial(self.spend, known.holder, self.of_member)
        return Terms(
            spend, tells_cost=False, trusted_only=not free_text, introspection=free_text, by_get=by_get,
            leaving=leaving,
        )  # fmt: skip

    async def spend(self, holder: bytes, limit: int, records: int, needed: Callable[[], bool] = always) -> Left:
        """Raises Spent, with nothing spent, where the window has less left."""
        purse = self._purse(holder, limit)
        if purse.held < records:
            async with purse.lock:
                if not needed():
                    return self._left(purse)
                if purse.held < records and not await self._lease(holder, purse, records - purse.held):
                    raise Spent(records, self._left(purse))
        purse.held -= records
        return self._left(purse)

    def _purse(self, holder: bytes, limit: int) -> Purse:
        now, purse = self.clock.now(), self.purses.get(holder)
        if purse is None or not purse.began_at <= now < purse.began_at + WINDOW:
            purse = self.purses[holder] = Purse(window_of(now), limit)
            if len(self.purses) > REMEMBERED:
                self.purses.popitem(last=False)
        return purse

    async def _lease(self, holder: bytes, purse: Purse, missing: int) -> bool:
        for records in (max(missing, purse.limit // SHARE), missing):
            ask = partial(lease, self.platform, Window(holder, purse.began_at), records=records, limit=purse.limit)
            found = await run_sync(ask, limiter=self.limiter)
            if found is not None:
                purse.held, purse.leased = purse.held + found.records, found.leased
                return True
        return False

    def _left(self, purse: Purse) -> Left:
        return Left(purse.limit, max(0, purse.limit - purse.leased) + purse.held, purse.began_at + WINDOW)
