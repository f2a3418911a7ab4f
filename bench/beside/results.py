"""What was measured, as figures and as ratios of ours to each peer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bench.beside.growth import ratios
from bench.beside.rounds import Found, Plan, Run, middle
from bench.beside.servers import OURS, QUESTIONS


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is measured: rounds of each question at each number of connections; rounds of growth, or none."""

    name: str
    rounds: int
    seconds: float
    connections: Sequence[int]
    growth: int

    def plan(self, connections: int) -> Plan:
        return Plan(QUESTIONS, self.rounds, self.seconds, connections)


@dataclass(frozen=True, slots=True)
class Results:
    extent: Extent
    found: dict[int, Found]
    grown: Found

    @property
    def usual(self) -> int:
        """The number of connections that the ratios are told for first."""
        return min(self.found)

    @property
    def names(self) -> list[str]:
        return list(dict.fromkeys(name for _, name in self.found[self.usual]))

    @property
    def growth(self) -> dict[str, dict[str, float]]:
        return ratios(self.grown) if self.grown else {}

    def run(self, connections: int, question: str, name: str) -> Run:
        return middle(self.found[connections][question, name])

    def throughput(self, connections: int) -> dict[str, dict[str, float]]:
        """Requests a second of ours to those of each peer: more is better."""
        return {
            name: {
                one: round(self.run(connections, one, OURS).rate / self.run(connections, one, name).rate, 3)
                for one in QUESTIONS
            }
            for name in self.names
            if name != OURS
        }

    def costs(self, connections: int) -> dict[str, dict[str, float]]:
        """Microseconds of server CPU a request, of each server."""
        found: dict[str, dict[str, float]] = {}
        for name in self.names:
            for question in QUESTIONS:
                cost = self.run(connections, question, name).cost
                if cost is not None:
                    found.setdefault(name, {})[question] = round(cost * 1e6)
        return found

    def cpu(self, connections: int) -> dict[str, dict[str, float]]:
        """CPU a request of ours to that of each peer: less is better."""
        costs = self.costs(connections)
        ours = costs.pop(OURS)
        return {name: {one: round(ours[one] / theirs[one], 3) for one in QUESTIONS} for name, theirs in costs.items()}

    def told(self) -> dict[str, object]:
        """The last line of the bench."""
        more = {
            f"throughput_{connections}": self.throughput(connections)
            for connections in self.found
            if connections != self.usual
        }
        rates = {name: {one: round(self.run(self.usual, one, name).rate) for one in QUESTIONS} for name in self.names}
        return {
            "bench": "graph", "extent": self.extent.name, "throughput": self.throughput(self.usual),
            "cpu": self.cpu(self.usual), **more, "growth": self.growth, "requests_per_s": rates,
            "cpu_us": self.costs(self.usual),
        }  # fmt: skip


LABELS: Final = {
    "kesher": "Kesher",
    "bare_sql": "SQL by hand",
    "postgraphile": "PostGraphile 5",
    "strawberry_django": "strawberry-django",
    "pgbench": "pgbench",
}
