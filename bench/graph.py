"""Our server beside a route with hand-written SQL: board, account page and contact list, in the same run."""

import argparse
import json
import os
import statistics
import subprocess
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from bench.beside.company import make_company, read_keys
from bench.beside.serving import Server, free_port, get, post, started
from saas.graph.ids import encode
from saas.identity.tokens import create_token
from saas.local.postgres import Postgres
from saas.settings import Settings, Urls, passwords, role_urls
from tenants.bootstrap import bootstrap, driver_url
from tenants.registry import Tenant

CONNECTIONS: Final = 16
POOL: Final = 4  # connections, and threads, of each server
SLUG: Final = "bench"
LEAST: Final = 1000  # characters that a true answer has at least
OURS, BARE = "kesher", "bare SQL"

BOARD: Final = """query Board { deals(first: 50, filter: {status: {eq: WON}}, orderBy: [{closedOn: DESC}]) { nodes {
    id name status amount { amount currency } closedOn
    stage { id name kind position } owner { name } account { id name }
} } }"""
ACCOUNT: Final = """query Account($id: ID!) { account(id: $id) { id name industry website owner { name }
    contacts(first: 20, orderBy: [{name: ASC}]) { nodes { id name email } }
    deals(first: 10, orderBy: [{createdAt: DESC}]) { totalCount nodes { id name stage { name } owner { name } } }
} }"""
LIST: Final = """query List { contacts(first: 100, orderBy: [{name: ASC}]) { totalCount nodes {
    id name email phone title createdAt updatedAt version account { name }
} } }"""


@dataclass(slots=True)
class Figures:
    """Of one read at one server, a value for each round: requests a second, CPU and waiting seconds a request."""

    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)


Found = dict[tuple[str, str], Figures]


def main() -> None:
    parser = argparse.ArgumentParser(prog="bin/bench graph", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="short rounds, under two minutes")
    rounds, seconds = (5, 1.5) if parser.parse_args().quick else (9, 4.0)
    console = Console(highlight=False)
    with ExitStack() as running:
        console.print("Filling a company: 5,000 accounts, 20,000 contacts, 20,000 deals …")
        home = Path(running.enter_context(tempfile.TemporaryDirectory(prefix="kesher-bench-")))
        servers = start(running, home)
        check(servers)
        console.print(f"{rounds} rounds of {seconds} s for each read and server, {CONNECTIONS} connections …")
        load = running.enter_context(started("bench.beside.load", log=home / "load.log"))
        found = measure(servers, load, rounds=rounds, seconds=seconds)
    console.print(table(found))
    print(json.dumps(conclude(found)))


def start(running: ExitStack, home: Path) -> tuple[Server, Server]:
    """Ours and the bare one, over the same company; both end with `running`."""
    admin_url = os.environ.get("DATABASE_URL") or own_database(home, running)
    settings = Settings(home=home)
    bootstrap(admin_url, passwords(settings))
    urls = role_urls(settings, admin_url)
    tenant = make_company(create_engine(driver_url(urls.migrate), poolclass=NullPool), admin_url, slug=SLUG)
    owner, accounts = read_keys(admin_url, tenant)
    token = create_token(create_engine(driver_url(urls.web), poolclass=NullPool), tenant, owner, name="bench")
    ids = [encode("Account", key) for key in accounts]
    return start_ours(running, home, admin_url, token, ids), start_bare(running, home, urls, tenant, ids)


def own_database(home: Path, running: ExitStack) -> str:
    server = Postgres(home)
    running.callback(server.stop)
    return server.start()


def start_ours(running: ExitStack, home: Path, admin_url: str, token: str, ids: list[str]) -> Server:
    """The product as it is served: signing in by token, policies, guard, compiler."""
    port, log, host = free_port(), home / "ours.log", f"{SLUG}.localhost"
    settings = {"KESHER_HOME": str(home), "KESHER_MODE": "server", "KESHER_PORT": str(port)}
    settings |= {"KESHER_LANES": "1", "KESHER_LANE_SIZE": str(POOL), "DATABASE_URL": admin_url}
    process = running.enter_context(started("saas.cli", "serve", log=log, **settings))
    account = [post(ACCOUNT, token, host, id=key) for key in ids]
    reads = {"board": [post(BOARD, token, host)], "account": account, "list": [post(LIST, token, host)]}
    return Server(OURS, process, port, log, reads)


def start_bare(running: ExitStack, home: Path, urls: Urls, tenant: Tenant, ids: list[str]) -> Server:
    port, log = free_port(), home / "bare.log"
    arguments = (str(port), tenant.namespace, str(POOL))
    process = running.enter_context(started("bench.beside.bare", *arguments, log=log, BARE_URL=urls.web))
    reads = {"board": [get("/board")], "account": [get(f"/account/{key}") for key in ids], "list": [get("/list")]}
    return Server(BARE, process, port, log, reads)


def check(servers: tuple[Server, Server]) -> None:
    """Both give the same answers to the same questions, and there is something in them."""
    for read, requests in servers[0].requests.items():
        for number in range(min(5, len(requests))):
            ours, bare = (server.answer(server.requests[read][number]) for server in servers)
            if ours != bare or len(str(ours)) < LEAST:
                raise SystemExit(f"The answers to {read} differ:\n{ours!s:.2000}\n{bare!s:.2000}")


def measure(servers: tuple[Server, Server], load: subprocess.Popen[bytes], *, rounds: int, seconds: float) -> Found:
    """The servers take turns, and who begins changes, so that a slow minute hits both. The first round is not told."""
    found = {(read, server.name): Figures() for read in servers[0].requests for server in servers}
    for number in range(-1, rounds):
        for read in servers[0].requests:
            for server in servers if number % 2 else reversed(servers):
                figures = found[read, server.name] if number >= 0 else Figures()
                run(server, load, (read, seconds if number >= 0 else seconds / 2), figures)
    return found


def run(server: Server, load: subprocess.Popen[bytes], task: tuple[str, float], figures: Figures) -> None:
    read, seconds = task
    spent = server.cpu()
    told = order(load, server, read, seconds)
    figures.costs.append((server.cpu() - spent) / told["answered"])
    figures.rates.append(told["answered"] / seconds)
    figures.waits.append(told["median"])


def order(load: subprocess.Popen[bytes], server: Server, read: str, seconds: float) -> dict[str, float]:
    """One run of the load generator."""
    if load.stdin is None or load.stdout is None:
        raise SystemExit("The load generator cannot be talked to.")
    wanted = {"port": server.port, "requests": server.requests[read], "seconds": seconds, "connections": CONNECTIONS}
    load.stdin.write(json.dumps(wanted).encode() + b"\n")
    load.stdin.flush()
    told: dict[str, float] = json.loads(load.stdout.readline())
    if told["failed"] or not told["answered"]:
        raise SystemExit(f"{server.name} failed {told['failed']:.0f} of {told['answered']:.0f} requests of {read}.")
    return told


def table(found: Found) -> Table:
    shown = Table("read", "server", "requests/s", "server CPU µs", "median ms", title="Medians of the rounds")
    for (read, server), figures in found.items():
        rate, cost, wait = (statistics.median(values) for values in (figures.rates, figures.costs, figures.waits))
        shown.add_row(read, server, f"{rate:,.0f}", f"{cost * 1e6:,.0f}", f"{wait * 1e3:.1f}")
    return shown


def conclude(found: Found) -> dict[str, object]:
    """Ratios of ours to the bare one: of requests a second (more is better), of server CPU a request (less is)."""
    reads = list(dict.fromkeys(read for read, _ in found))
    rates = {read: ratio(found[read, OURS].rates, found[read, BARE].rates) for read in reads}
    costs = {read: ratio(found[read, OURS].costs, found[read, BARE].costs) for read in reads}
    return {"bench": "graph", "throughput": {"bare_sql": rates}, "cpu": {"bare_sql": costs}}


def ratio(ours: list[float], bare: list[float]) -> float:
    return round(statistics.median(ours) / statistics.median(bare), 3)


if __name__ == "__main__":
    main()
