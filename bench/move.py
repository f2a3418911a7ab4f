"""A company moved to another Postgres while it is written to: how long it could be read only, and what was lost."""

import argparse
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread
from typing import Final

from rich.console import Console
from sqlalchemy import Engine, create_engine, select, text
from sqlalchemy.pool import NullPool

from saas.accounts.model import Account
from saas.core.clock import Clock
from saas.core.errors import Moving, Unavailable
from saas.core.principal import system
from saas.core.work import Opener
from saas.demo.actions import fill
from saas.local.postgres import Postgres
from saas.settings import Settings, passwords, role_urls
from tenants import provision
from tenants.bootstrap import bootstrap, driver_url
from tenants.cells import Cells
from tenants.copying import digests
from tenants.engine import Lanes
from tenants.moving import confirm, move
from tenants.registry import Directory
from tenants.route import Route

SLUG: Final = "acme"
LATER: Final = ("comparing", "catching up", "holding", "bringing the rest", "jobs", "switching", "at work again")
MB: Final = 1_000_000
GROWN: Final = ("audit_entry", "activity", "contact", "account")
_SIZE: Final = """
SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) FROM pg_class c WHERE c.relnamespace = '{name}'::regnamespace
    AND c.relkind = 'r'
"""
_COLUMNS: Final = """
SELECT attname FROM pg_attribute WHERE attrelid = '{name}.{table}'::regclass AND attnum > 0 AND NOT attisdropped
    AND attgenerated = '' AND attname <> 'id'
"""
console = Console(stderr=True)


@dataclass
class Writer:
    """Adds accounts without end, each time finding the company anew, as a request does."""

    cells: Cells
    lanes: Lanes
    kept: list[str] = field(default_factory=list)
    held: int = 0
    failed: int = 0
    longest_s: float = 0.0

    def run(self, ended: Event) -> None:
        directory, last = Directory(self.cells.home, cells=self.cells.engines), time.monotonic()
        while not ended.is_set():
            company, name = directory.find_by_slug(SLUG), f"written-{time.monotonic_ns()}"
            assert company is not None
            try:
                with Opener(self.lanes, company, system("bench"))() as work:
                    work.add(Account(name=name))
            except Moving:
                self.held += 1
                ended.wait(0.05)
            except Unavailable:
                self.failed += 1
            else:
                self.longest_s, last = max(self.longest_s, time.monotonic() - last), time.monotonic()
                self.kept.append(name)


@dataclass
class Phases:
    """When each began; copying is one, however many tables there are."""

    began: list[tuple[str, float]] = field(default_factory=lambda: [("copying", time.monotonic())])

    def note(self, step: str) -> None:
        console.print(step)
        if step in LATER:
            self.began.append((step, time.monotonic()))

    def told(self) -> dict[str, float]:
        took = defaultdict[str, float](float)
        for (step, began), (_, ended) in pairwise(self.began):
            took[step] += ended - began
        return {step: round(seconds, 2) for step, seconds in took.items()}


@contextmanager
def two_cells(folder: Path) -> Iterator[tuple[Cells, Cells, Lanes]]:
    """The owner's engines, the worker's, and lanes, over two servers as a deployment starts them."""
    servers = [Postgres(folder / name) for name in ("home", "b")]
    settings = Settings(home=folder)
    try:
        found = []
        for server in servers:
            admin = server.start()
            bootstrap(admin, passwords(settings))
            found.append(role_urls(settings, admin))
        work = {"home": found[0].work, "b": found[1].work}
        owner = {"home": found[0].migrate, "b": found[1].migrate}
        yield Cells(_engines(owner)), Cells(_engines(work)), Lanes(work, lanes=1, size=4)
    finally:
        for server in servers:
            server.stop()


def _engines(urls: dict[str, str]) -> dict[str, Engine]:
    return {cell: create_engine(driver_url(url), poolclass=NullPool) for cell, url in urls.items()}


def grow(engine: Engine, name: str, size: int) -> int:
    """Doubles the demo company's rows until its tables and indexes have so many bytes."""
    with engine.begin() as connection:
        columns = {
            table: ", ".join(connection.execute(text(_COLUMNS.format(name=name, table=table))).scalars())
            for table in GROWN
        }
    while True:
        for table in GROWN:
            with engine.begin() as connection:
                now = int(connection.execute(text(_SIZE.format(name=name))).scalar_one())
                if now >= size:
                    return now
                connection.execute(text("SET LOCAL search_path = ext"))
                connection.execute(text(
                    f"INSERT INTO {name}.{table} (id, {columns[table]}) "
                    f"SELECT gen_random_uuid(), {columns[table]} FROM {name}.{table} LIMIT 20000 ON CONFLICT DO NOTHING"
                ))  # fmt: skip


def measure(folder: Path, size: int) -> dict[str, object]:
    with two_cells(folder) as (owner, work, lanes):
        company = provision.create(owner.home, slug=SLUG, name="Acme", currency="EUR", locale="en", time_zone="UTC")
        fill(Opener(lanes, company, system("bench")), Clock())
        grown = grow(owner.home, company.namespace, size)
        console.print(f"{grown / MB:.0f} MB in {company.namespace}")
        writer, ended = Writer(work, lanes), Event()
        writing = Thread(target=writer.run, args=(ended,))
        writing.start()
        began, phases = time.monotonic(), Phases()
        try:
            moved = move(Route(owner, company, "b", phases.note), reason="Measured", operator="bench")
            took = time.monotonic() - began
            phases.note("at work again")
            time.sleep(2)
        finally:
            ended.set()
            writing.join()
        old, new = (digests(owner.at(cell), company.namespace) for cell in ("home", "b"))
        with Opener(lanes, moved.tenant, system("bench"))() as there:
            names = set(there.all(select(Account.name).where(Account.name.startswith("written-"))))
        confirm(Route(owner, moved.tenant, "b"))
        return {
            "mb": round(grown / MB), "rows": sum(sheet.rows for sheet in old.values()), "move_s": round(took, 1),
            "read_only_s": round(moved.held.total_seconds(), 2), "longest_wait_s": round(writer.longest_s, 2),
            "phases_s": phases.told(),
            "acknowledged": len(writer.kept), "lost": len(set(writer.kept) - names),
            "doubled_or_foreign": len(names - set(writer.kept)), "refused": writer.held, "failed": writer.failed,
            "tables_that_differ": sorted(one for one in old if old[one].rows > new[one].rows),
        }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mb", type=int, default=100)
    parser.add_argument("--quick", action="store_true", help="20 MB")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kesher-move-") as folder:
        print(json.dumps(measure(Path(folder), (20 if asked.quick else asked.mb) * MB)))


if __name__ == "__main__":
    main()
