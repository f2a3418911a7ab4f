"""One connection of one member: gathers what its watches want of the words it hears, and tells it in messages.

Changes that follow fast upon each other go out as one message, at most one in `PAUSE`; a client that takes none for
`PATIENCE` is let go, and what waits for it meanwhile is bounded. Who the member is, and what he may, is asked anew
before a message, whenever word comes that it may have changed, and every `LOOK` besides.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from uuid import UUID

from saas.core.errors import LimitReached
from saas.core.news import Turn
from saas.core.principal import Principal
from saas.edge.answers import budget_spent
from saas.edge.asking import Credential
from saas.edge.budget import Budget
from saas.edge.live.endings import (
    ACCESS_CHANGED,
    BUDGET_SPENT,
    TENANT_BEHIND,
    TENANT_DELETED,
    TENANT_SUSPENDED,
    TOO_SLOW,
    UNAUTHENTICATED,
    Over,
)  # fmt: skip
from saas.edge.live.hub import Hub
from saas.edge.reception import Reception
from saas.graph.terms import Spent
from saas.graph.watching import Gathered, Watch, Watching
from saas.identity.credentials import digest
from saas.identity.known import Known
from tenants.registry import TenantStatus
from tenants.revisions import serves

GATHER = 0.05  # seconds between a first change and its message
PAUSE = 0.25
PATIENCE = 10.0
LOOK = 10.0
FRESH = 1.0
MOST_WATCHES = 20
AT_ONCE = 4  # messages that are read at the same time in a process

Outlet = Callable[[str, bytes], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class House:
    """What all guests of a process share."""

    reception: Reception
    watching: Watching
    budget: Budget
    free_text: bool = False
    hub: Hub = field(init=False)
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    def __post_init__(self) -> None:
        object.__setattr__(self, "hub", Hub(self.watching.types()))


@dataclass(frozen=True, slots=True)
class Arrival:
    """Who connects, by which credential, in which request."""

    known: Known
    credential: Credential
    request_id: str


class Guest:
    """`out` sends one message's payload for the watch of an id."""

    def __init__(self, house: House, arrival: Arrival, out: Outlet) -> None:
        self._house = house
        self._known = known = arrival.known
        self._credential = arrival.credential
        self._request_id = arrival.request_id
        self._out = out
        self._terms = house.budget.terms(arrival.known, arrival.credential, free_text=house.free_text)
        self._watches: dict[str, tuple[Watch, Gathered]] = {}
        self._rung = asyncio.Event()
        self._looked_at = time.monotonic()
        self.namespace = known.tenant.namespace
        self.member_id = known.someone.id
        self.digest = digest(arrival.credential.secret).hex()

    @property
    def principal(self) -> Principal:
        return self._known.principal(self._request_id)

    async def watch(self, name: str, said: Mapping[str, object]) -> None:
        """Raises Rejected or Refusal for what cannot be subscribed to."""
        if len(self._watches) >= MOST_WATCHES:
            raise LimitReached(
                "TOO_MANY_SUBSCRIPTIONS", "A connection holds %(most)s subscriptions.", most=MOST_WATCHES
            )
        try:
            watch = await self._house.watching.watch(self.principal, said, self._terms)
            await self._spend(1)
        except Spent as spent:
            raise budget_spent(spent.left.resets_at - self._house.budget.clock.now()) from None
        self._watches[name] = watch, Gathered()

    async def _spend(self, records: int) -> None:
        if self._terms.spend is not None:
            await self._terms.spend(records)

    def watches(self, name: str) -> bool:
        return name in self._watches

    def unwatch(self, name: str) -> None:
        self._watches.pop(name, None)

    # What the hub says

    def hear(self, type_name: str, key: UUID, turn: Turn, by: UUID | None) -> None:
        for watch, gathered in self._watches.values():
            if watch.wants(type_name, key):
                gathered.add(type_name, key, turn, by)
                self._rung.set()

    def hear_all(self, type_names: Iterable[str] | None) -> None:
        """Of all types where None is said."""
        for watch, gathered in self._watches.values():
            for type_name in watch.about if type_names is None else watch.about.intersection(type_names):
                gathered.add_all(type_name)
                self._rung.set()

    def doubt(self) -> None:
        self._looked_at = 0.0
        self._rung.set()

    # What the connection runs

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Words are heard inside. Raises Over where there are too many guests already."""
        self._house.hub.enter(self)
        try:
            yield
        finally:
            self._house.hub.leave(self)

    async def serve(self) -> None:
        """Until it is cancelled or raises Over."""
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._rung.wait(), LOOK)
            self._rung.clear()
            await asyncio.sleep(GATHER)
            await self._look()
            await self._tell()
            await asyncio.sleep(PAUSE - GATHER)

    async def _tell(self) -> None:
        for name, (watch, gathered) in list(self._watches.items()):
            if not gathered or not self._holds(name, watch):
                continue
            self._watches[name] = watch, Gathered()
            try:
                await self._spend(watch.costs(len(gathered)))
            except Spent:
                raise Over(BUDGET_SPENT) from None
            async with self._house.turns:
                told = await self._house.watching.tell(self._known.tenant, self.principal, watch, gathered)
            if told is not None and self._holds(name, watch):
                await self._send(name, told)

    def _holds(self, name: str, watch: Watch) -> bool:
        """Whether the client wants it still: it may end one while another is read."""
        return self._watches.get(name, (None,))[0] is watch

    async def _send(self, name: str, told: bytes) -> None:
        try:
            await asyncio.wait_for(self._out(name, told), PATIENCE)
        except TimeoutError:
            raise Over(TOO_SLOW) from None

    async def _look(self) -> None:
        """Raises Over where the member is not who he was when he connected."""
        now = time.monotonic()
        if now - self._looked_at < FRESH:
            return
        self._looked_at = now
        known = await self._house.reception.look_at(self._credential)
        if known is None:
            raise Over(UNAUTHENTICATED)
        if known.tenant.status is not TenantStatus.ACTIVE:
            raise Over(TENANT_SUSPENDED if known.tenant.status is TenantStatus.SUSPENDED else TENANT_DELETED)
        if not serves(known.tenant.version):
            raise Over(TENANT_BEHIND)
        if known.someone.standing != self._known.someone.standing:
            raise Over(ACCESS_CHANGED)
        self._known = known


async def first_of(*running: Coroutine[None, None, None]) -> None:
    """Until one of them has ended: the others are ended too, and what it raised is raised."""
    tasks = [asyncio.ensure_future(one) for one in running]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
