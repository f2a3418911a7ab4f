"""What documents that were written to hurt cost: processor time and memory of each, and what others notice of them."""

import argparse
import asyncio
import json
import os
import statistics
import tempfile
import threading
import time
import tracemalloc
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import orjson
from rich.console import Console
from rich.progress import track
from rich.table import Table

from bench.access import make, own_database, principal
from saas.core.clock import Clock
from saas.graph.assembly import graph
from saas.graph.documents import Library
from saas.graph.door import Door
from saas.graph.threads import Threads
from saas.settings import Settings
from tenants.registry import Tenant
from tests.graph.hostile import BODIES, DOCUMENTS

CPU: Final = 0.25  # seconds
ROOM: Final = 50_000_000  # bytes
TRIES: Final = 3
SMALL: Final = orjson.dumps({"query": "{ me { member { id } } }"})
CONSOLE: Final = Console(highlight=False)


@dataclass(frozen=True, slots=True)
class Cost:
    """`seconds` of the processor and `room` at the most, in this process; how it was answered."""

    size: int
    seconds: float
    room: int
    said: str


@dataclass(frozen=True, slots=True)
class Stand:
    door: Door
    tenant: Tenant

    def ask(self, body: bytes) -> bytes:
        return asyncio.run(self.door.answer(self.tenant, principal(self.door, self.tenant, "owner"), body))[1]


def main() -> None:
    argparse.ArgumentParser(prog="bin/bench hostile", description=__doc__).parse_args()
    with ExitStack() as running:
        home = Path(running.enter_context(tempfile.TemporaryDirectory(prefix="kesher-bench-")))
        admin_url = os.environ.get("DATABASE_URL") or own_database(home, running)
        CONSOLE.print("Filling a company of 200,000 deals …")
        tenant, lanes = make(Settings(home=home), admin_url)
        running.callback(lanes.dispose)
        threads = running.enter_context(Threads(2))
        stand = Stand(Door(graph(), Library(graph(), {}), lanes, threads, Clock()), tenant)
        stand.ask(SMALL)
        names = [*DOCUMENTS, *BODIES]
        costs = {name: cost_of(stand, name) for name in track(names, "Each by itself …", console=CONSOLE)}
        calm, meanwhile = waits(stand, []), waits(stand, names)
    CONSOLE.print(table(costs))
    print(json.dumps(conclude(costs, calm, meanwhile)))


def body_of(name: str, attempt: int) -> bytes:
    """Another text each time, so that nothing is known of it."""
    text = f"{DOCUMENTS.get(name)} # {attempt}".encode("utf-8", "replace").decode()
    return BODIES[name] if name in BODIES else orjson.dumps({"query": text})


def cost_of(stand: Stand, name: str) -> Cost:
    """The least processor time of a few: what else this process did is not the document's fault."""
    seconds = list[float]()
    for attempt in range(TRIES):
        began = time.process_time()
        answer = orjson.loads(stand.ask(body_of(name, attempt)))
        seconds.append(time.process_time() - began)
    tracemalloc.start()
    stand.ask(body_of(name, TRIES))
    room = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    codes = {error["extensions"]["code"] for error in answer.get("errors", ())}
    return Cost(len(body_of(name, 0)), min(seconds), room, ", ".join(sorted(codes)) or "answered")


def waits(stand: Stand, names: list[str]) -> list[float]:
    """Seconds that another client waits for each of its small questions while all these are sent, or for a while."""
    over, found = threading.Event(), list[float]()

    def ask() -> None:
        while not over.is_set():
            began = time.perf_counter()
            stand.ask(SMALL)
            found.append(time.perf_counter() - began)

    other = threading.Thread(target=ask)
    other.start()
    for number, name in enumerate(names * 2):
        stand.ask(body_of(name, 10 + number))
    over.wait(0 if names else 2)
    over.set()
    other.join()
    return found


def table(costs: dict[str, Cost]) -> Table:
    made = Table("document", "bytes", "processor, ms", "memory, MB", "answer", box=None)
    for name, cost in sorted(costs.items(), key=lambda one: -one[1].seconds):
        made.add_row(name, f"{cost.size:,}", f"{cost.seconds * 1e3:.1f}", f"{cost.room / 1e6:.1f}", cost.said)
    return made


def conclude(costs: dict[str, Cost], calm: list[float], meanwhile: list[float]) -> dict[str, object]:
    seconds, room = max(one.seconds for one in costs.values()), max(one.room for one in costs.values())
    return {
        "bench": "hostile", "documents": len(costs), "most_cpu_ms": round(seconds * 1e3, 1),
        "most_memory_mb": round(room / 1e6, 1), "kept": seconds < CPU and room < ROOM,
        "others_median_ms": {
            "alone": round(statistics.median(calm) * 1e3, 2), "meanwhile": round(statistics.median(meanwhile) * 1e3, 2),
        },
        "others_worst_ms": {"alone": round(max(calm) * 1e3, 1), "meanwhile": round(max(meanwhile) * 1e3, 1)},
    }  # fmt: skip


if __name__ == "__main__":
    main()
