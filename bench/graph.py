"""Our server beside hand-written SQL, PostGraphile, strawberry-django and pgbench: three reads and a mutation."""

import argparse
import json
import os
import signal
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bench.beside import performance
from bench.beside.alike import READS, check
from bench.beside.audits import audit
from bench.beside.floor import floor
from bench.beside.growth import COMPANIES, VARIANTS, grow, measure_growth
from bench.beside.machine import look
from bench.beside.results import LABELS, Extent, Results
from bench.beside.rounds import Asked, Found, Measured, measure
from bench.beside.servers import QUESTIONS, Place, company, start, start_ours
from bench.beside.serving import started
from saas.local.postgres import Postgres
from saas.settings import Settings, passwords, role_urls
from tenants.bootstrap import bootstrap

SLUG: Final = "bench"
FULL: Final = Extent("full", rounds=5, seconds=2.0, connections=(16, 64), growth=5)
QUICK: Final = Extent("quick", rounds=5, seconds=1.0, connections=(16,), growth=0)
console = Console(stderr=True, highlight=False)


def main() -> None:
    parser = argparse.ArgumentParser(prog="bin/bench graph", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="short rounds, 16 connections only, no growth: under 8 minutes"
    )
    parser.add_argument(
        "--write", action="store_true", help="docs/performance.md after --quick too; a full run always does"
    )
    parser.add_argument("--audits", action="store_true", help="only: how many audits of GraphQL over HTTP pass")
    given = parser.parse_args()
    extent = QUICK if given.quick else FULL
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # the servers end with us
    with ExitStack() as running:
        place = prepare(Path(running.enter_context(tempfile.TemporaryDirectory(prefix="kesher-bench-"))), running)
        if given.audits:
            show_audits(running, place)
            return
        machine = look(place.admin_url)
        results = run(running, place, extent)
    for table in tables(results):
        console.print(table)
    if given.write or extent is FULL:
        performance.write(results, machine)
    print(json.dumps(results.told()))


def prepare(home: Path, running: ExitStack) -> Place:
    """A database of our own, or the one of DATABASE_URL."""
    admin_url = os.environ.get("DATABASE_URL") or own_database(home, running)
    settings = Settings(home=home)
    bootstrap(admin_url, passwords(settings))
    return Place(home, admin_url, role_urls(settings, admin_url))


def own_database(home: Path, running: ExitStack) -> str:
    server = Postgres(home)
    running.callback(server.stop)
    return server.start()


def run(running: ExitStack, place: Place, extent: Extent) -> Results:
    console.print("Filling a company: 5,000 accounts, 20,000 contacts, 20,000 deals …")
    served = company(place, SLUG)
    servers = start(running, place, served)
    check(servers, place, served)
    console.print("All servers answer alike, and a move by each leaves the same rows.")
    load = running.enter_context(started("bench.beside.load", log=place.home / "load.log"))
    asked = [Asked(server, load) for server in servers]
    lowest = floor(place, served)
    if lowest is None:
        console.print("No pgbench here: the floor is left out.")
    measured: list[Measured] = [*asked, *([lowest] if lowest else [])]
    found = {connections: rounds(measured, extent, connections) for connections in extent.connections}
    if not extent.growth:
        return Results(extent, found, {})
    lanes = Settings(home=place.home).lanes
    return Results(extent, found, growth(place, Asked(start_ours(running, place, served, lanes=lanes), load), extent))


def rounds(measured: list[Measured], extent: Extent, connections: int) -> Found:
    with Progress(console=console) as progress:
        total = (extent.rounds + 1) * len(QUESTIONS) * len(measured)
        task = progress.add_task(f"{connections} connections, rounds of {extent.seconds:g} s", total=total)
        return measure(measured, extent.plan(connections), lambda: progress.advance(task))


def growth(place: Place, ours: Asked, extent: Extent) -> Found:
    with Progress(console=console) as progress:
        making = progress.add_task("Making companies: one of 10x the rows, small ones", total=COMPANIES + 1)
        grown = grow(place, lambda: progress.advance(making))
        task = progress.add_task("Growth", total=(extent.growth + 1) * len(READS) * len(VARIANTS))
        plan = extent.plan(min(extent.connections))
        return measure_growth(ours, grown, plan, lambda: progress.advance(task))


def tables(results: Results) -> list[Table]:
    shown = []
    for connections in results.found:
        table = Table(
            "question", "server", "requests/s", "ours is", "server CPU µs", "our CPU is", "median ms",
            title=f"{connections} connections, medians of {results.extent.rounds} rounds",
        )  # fmt: skip
        for question in QUESTIONS:
            for name in results.names:
                table.add_row(*row(results, connections, question, name), end_section=name == results.names[-1])
        shown.append(table)
    if results.growth:
        table = Table("", *READS, title="Growth: times slower")
        for name, slower in results.growth.items():
            table.add_row(name, *(f"{slower[read]:.2f}" for read in READS))
        shown.append(table)
    return shown


def row(results: Results, connections: int, question: str, name: str) -> list[str]:
    one = results.run(connections, question, name)
    cost = "" if one.cost is None else f"{one.cost * 1e6:,.0f}"
    times = results.throughput(connections).get(name, {}).get(question)
    less = results.cpu(connections).get(name, {}).get(question)
    return [
        question, LABELS[name], f"{one.rate:,.0f}", f"{times:.2f}x" if times else "", cost,
        f"{less:.2f}x" if less else "", f"{one.wait * 1e3:.1f}",
    ]  # fmt: skip


def show_audits(running: ExitStack, place: Place) -> None:
    served = company(place, SLUG)
    server = start_ours(running, place, served)
    server.answer(server.requests["board"][0])
    told = audit(server, served.token)
    console.print(f"{told.passed} of {told.of} audits pass." + (" The others:" if told.others else ""))
    for id, why in told.others.items():
        console.print(f"  {id} {why}")
    print(json.dumps({"bench": "graph", "audits": asdict(told)}))


if __name__ == "__main__":
    main()
