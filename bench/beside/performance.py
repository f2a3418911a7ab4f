"""Writes docs/performance.md and its picture from what was measured."""

from pathlib import Path
from string import Template
from typing import Final

from bench.beside.growth import WARM
from bench.beside.machine import Machine
from bench.beside.picture import draw
from bench.beside.results import LABELS, Results
from bench.beside.servers import OURS, QUESTIONS
from bench.beside.serving import ROOT

PAGE: Final = ROOT / "docs" / "performance.md"
TEXT: Final = Path(__file__).with_name("performance.md")
BUSILY: Final = (
    "the machine was busy with other work. Such a machine gives a server of several threads more than one of a single"
    " thread, as Node's, so that ratios of requests flatter ours; CPU a request is the fairer figure."
)
BUSY: Final = 0.5  # processes that want a core before anything of ours runs


def write(results: Results, machine: Machine) -> None:
    page = Template(TEXT.read_text()).substitute(
        day=machine.day, extent=results.extent.name,
        rounds=results.extent.rounds, seconds=f"{results.extent.seconds:g}",
        cores=machine.cores, processor=machine.processor, memory=machine.memory, load=told_load(machine),
        commit=machine.commit, versions=", ".join(f"{name} {version}" for name, version in machine.versions.items()),
        tables="\n".join(table(results, connections) for connections in results.found), growth=told_growth(results),
    )  # fmt: skip
    PAGE.write_text(page)
    PAGE.with_suffix(".svg").write_text(draw(results))


def told_load(machine: Machine) -> str:
    before = f"Load average before the bench: {machine.load:g}"
    return f"{before}: the machine was quiet." if machine.load < BUSY else f"{before}: **{BUSILY}**"


def table(results: Results, connections: int) -> str:
    """In each cell requests a second, how many times as many ours answers, and microseconds of server CPU a request."""
    times, costs = results.throughput(connections), results.costs(connections)
    lines = [
        f"## {connections} connections", "",
        "Requests a second; in brackets how many times as many Kesher answers; then server CPU a request in µs.", "",
        f"| server | {' | '.join(QUESTIONS)} |", f"|---|{'---|' * len(QUESTIONS)}",
    ]  # fmt: skip
    for name in results.names:
        cells = []
        for question in QUESTIONS:
            rate = f"{results.run(connections, question, name).rate:,.0f}"
            ratio = f"({times[name][question]:.2f}x)" if name != OURS else ""
            cost = f"· {costs[name][question]:,.0f} µs" if name in costs else ""
            cells.append(" ".join(part for part in (rate, ratio, cost) if part))
        lines.append(f"| {LABELS[name]} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def told_growth(results: Results) -> str:
    if not results.growth:
        return "A quick run leaves it out."
    rows, companies = results.growth.values()
    lines = ["How many times slower the same reads are:", "", "| | board | account | list |", "|---|---|---|---|"]
    for told, slower in (
        ("ten times the rows", rows),
        ("200 small companies in rotation, beside one of them", companies),
    ):
        lines.append(f"| {told} | {' | '.join(f'{value:.2f}' for value in slower.values())} |")
    told = (
        "Of a server with four lanes of four connections, as the product is set. Each of the companies had been asked "
        f"{WARM} times before: the first time in a connection costs more."
    )
    return "\n".join([*lines, "", told])
