"""Rounds: who is measured takes turns, and who begins changes, so that a slow minute hits all."""

import json
import statistics
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from bench.beside.serving import Server

FIRST_MOVES: Final = 1  # those of the check


@dataclass(frozen=True, slots=True)
class Run:
    """Requests a second, seconds of server CPU a request where it is known, and the median wait in seconds."""

    rate: float
    cost: float | None
    wait: float


class Measured(Protocol):
    @property
    def name(self) -> str: ...

    def run(self, question: str, *, seconds: float, connections: int) -> Run: ...


@dataclass
class Asked:
    """A server under load."""

    server: Server
    load: subprocess.Popen[bytes]
    next: dict[str, int] = field(default_factory=lambda: {"mutation": FIRST_MOVES})

    @property
    def name(self) -> str:
        return self.server.name

    def run(self, question: str, *, seconds: float, connections: int) -> Run:
        spent = self.server.cpu()
        told = self._order(question, seconds, connections)
        cost = (self.server.cpu() - spent) / told["answered"]
        return Run(told["answered"] / seconds, cost, told["median"])

    def _order(self, question: str, seconds: float, connections: int) -> dict[str, float]:
        if self.load.stdin is None or self.load.stdout is None:
            raise SystemExit("The load generator cannot be talked to.")
        wanted = {
            "port": self.server.port, "requests": self.server.requests[question], "start": self.next.get(question, 0),
            "seconds": seconds, "connections": connections,
        }  # fmt: skip
        self.load.stdin.write(json.dumps(wanted).encode() + b"\n")
        self.load.stdin.flush()
        told: dict[str, float] = json.loads(self.load.stdout.readline() or "{}")
        if not told or told["failed"] or not told["answered"]:
            log = self.server.log.read_text()[-3000:]
            raise SystemExit(f"{self.name} failed at {question}: {told or 'the load generator ended'}\n{log}")
        self.next[question] = int(told["next"])
        return told


@dataclass(frozen=True, slots=True)
class Plan:
    questions: Sequence[str]
    rounds: int
    seconds: float
    connections: int


Found = dict[tuple[str, str], list[Run]]


def measure(measured: Sequence[Measured], plan: Plan, tell: Callable[[], None]) -> Found:
    """Runs by question and name. The first round warms up and is not told; `tell` hears of each run."""
    found: Found = {(question, one.name): [] for question in plan.questions for one in measured}
    for number in range(-1, plan.rounds):
        for question in plan.questions:
            for one in measured if number % 2 else list(reversed(measured)):
                seconds = plan.seconds if number >= 0 else plan.seconds / 2
                run = one.run(question, seconds=seconds, connections=plan.connections)
                if number >= 0:
                    found[question, one.name].append(run)
                tell()
    return found


def middle(runs: Sequence[Run]) -> Run:
    """Of each figure the median."""
    costs = [run.cost for run in runs if run.cost is not None]
    cost = statistics.median(costs) if costs else None
    return Run(statistics.median(run.rate for run in runs), cost, statistics.median(run.wait for run in runs))
