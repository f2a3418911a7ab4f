"""The walls under load: 100,000 transactions through PgBouncer, and what a backend weighs after 500 companies."""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from uuid import uuid4

import psycopg2
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from bench.beside.pooler import backends, pooled
from bench.beside.serving import free_port
from saas.local.postgres import Postgres
from saas.settings import Settings, passwords, role_urls
from tenants import provision, spares
from tenants.bootstrap import bootstrap, connect, driver_url
from tenants.engine import Lanes
from tenants.gate import writing
from tenants.prepared import USES, Statement
from tenants.registry import Tenant

CLIENTS: Final = 8
POOL: Final = 2
TRANSACTIONS: Final = 100_000
TOGETHER: Final = 40  # companies whose transactions follow each other through the pooler
ROTATED: Final = 500
LIMIT_MB: Final = 250
MB: Final = 1024
#: Whose rows are read, as the rows themselves tell: each one begins with its company's namespace.
READ: Final = """SELECT current_user::text || ' ' || current_schema()::text || ' ' || coalesce(min(left(name, 15)), '-')
    || ' ' || coalesce(max(left(name, 15)), '-') || ' ' || pg_backend_pid() FROM pipeline"""
#: What a company reads again and again, so that its plans stay on the connection (`tenants/prepared.py`).
BOARD: Final = """SELECT s.name, (SELECT json_agg(json_build_object('id', d.id, 'name', d.name, 'account', a.name,
    'owner', m.name, 'contacts', (SELECT count(*) FROM contact c WHERE c.account_id = a.id)))
    FROM (SELECT * FROM deal WHERE deal.stage_id = s.id AND deal.deleted_at IS NULL ORDER BY deal.id LIMIT 20) d
    LEFT JOIN account a ON a.id = d.account_id LEFT JOIN member m ON m.id = d.owner_id)
FROM stage s JOIN pipeline p ON p.id = s.pipeline_id WHERE p.name <> %(name)s::text ORDER BY s.position"""
OFTEN: Final = tuple(Statement(BOARD.replace("LIMIT 20", f"LIMIT {size}")) for size in (20, 50))
TIMES: Final = USES + 6  # from then on Postgres keeps one plan for all values
ADD: Final = "INSERT INTO pipeline (id, name, is_default, position) VALUES (gen_random_uuid(), :name, false, 1)"
console = Console(stderr=True)


@dataclass
class Seen:
    """What transactions saw: `foreign` tells of another company's rows or role, `servers` are Postgres' processes."""

    transactions: int = 0
    foreign: list[str] = field(default_factory=list)
    servers: set[str] = field(default_factory=set)

    def add(self, other: "Seen") -> None:
        self.transactions += other.transactions
        self.foreign += other.foreign
        self.servers |= other.servers


def interleave(url: str, companies: Sequence[Tenant], many: int, told: Callable[[int], None] | None = None) -> Seen:
    """`many` transactions by `CLIENTS` clients, each time of another company: reads, sessions, writes that are
    committed and undone, and errors in between.
    """
    lanes, seen = Lanes({companies[0].cell: url}, lanes=1, size=CLIENTS, prepare=False), Seen()
    for company in companies:
        _write(lanes, company, keep=True)

    def work(number: int) -> Seen:
        dice, mine = random.Random(number), Seen()
        for turn in range(many // CLIENTS):
            company = dice.choice(companies)
            _transact(lanes, company, mine, turn)
            if told is not None and turn % 100 == 0:
                told(100)
        return mine

    with ThreadPoolExecutor(CLIENTS) as threads:
        for one in threads.map(work, range(CLIENTS)):
            seen.add(one)
    lanes.dispose()
    return seen


def _transact(lanes: Lanes, company: Tenant, seen: Seen, turn: int) -> None:
    if turn % 40 == 1:
        with suppress(psycopg2.Error):
            lanes.read(company, "SELECT 1 / 0", {}, actor=None)
    elif turn % 10 == 2:  # noqa: PLR2004 - one in ten
        _write(lanes, company, keep=turn % 50 == 2)  # noqa: PLR2004 - and of those one in five stays
    elif turn % 5 == 3:  # noqa: PLR2004 - one in five
        with lanes.session(company, actor=None) as session:
            for _ in range(2):
                _look(str(session.execute(text(READ)).scalar_one()), company, seen)
            session.commit()
    else:
        (row,) = lanes.read(company, READ, {}, actor=None)
        _look(row[0].decode() if isinstance(row[0], bytes) else str(row[0]), company, seen)
    seen.transactions += 1


def _write(lanes: Lanes, company: Tenant, *, keep: bool) -> None:
    with lanes.session(company, actor=None) as session, writing(session):
        session.execute(text(ADD), {"name": f"{company.namespace} {uuid4()}"})
        session.commit() if keep else session.rollback()


def _look(said: str, company: Tenant, seen: Seen) -> None:
    *names, server = said.split()
    seen.servers.add(server)
    if set(names) != {company.namespace}:
        seen.foreign.append(f"{company.namespace} saw {said}")


def forget_the_rule(url: str, companies: Sequence[Tenant], many: int) -> Seen:
    """The negative control: the same reads where role and path are set for the session, as one would do unthinking."""

    def work(number: int) -> Seen:
        dice, mine = random.Random(number), Seen()
        with closing(connect(url)) as connection, connection.cursor() as cursor:
            connection.autocommit = True
            for _ in range(many // CLIENTS):
                name = dice.choice(companies).namespace
                with suppress(psycopg2.Error):
                    cursor.execute(f"SET ROLE {name}")
                    cursor.execute(f"SET search_path = {name}, ext")
                    cursor.execute("SELECT min(left(name, 15)) FROM pipeline")
                    mine.transactions += 1
                    (found,) = cursor.fetchone() or (None,)
                    if found != name:
                        mine.foreign.append(f"{name} saw {found}")
        return mine

    seen = Seen()
    with ThreadPoolExecutor(CLIENTS) as threads:
        for one in threads.map(work, range(CLIENTS)):
            seen.add(one)
    return seen


def rows_out_of_place(migrate_url: str, companies: Sequence[Tenant]) -> int:
    """Rows that lie with another company than the one they were written for."""
    wrong = 0
    with closing(connect(migrate_url)) as connection, connection.cursor() as cursor:
        for company in companies:
            cursor.execute(
                f"SELECT count(*) FROM {company.namespace}.pipeline WHERE name NOT LIKE %s", (f"{company.namespace}%",)
            )
            wrong += int((cursor.fetchone() or (0,))[0])
    return wrong


def weigh(admin_url: str, role: str = "kesher_web") -> dict[int, float]:
    """Megabytes of its own that each backend of a role holds: shared buffers, which look private where one backend
    alone has met them, do not count.
    """
    found = {}
    for pid in backends(admin_url, role):
        with suppress(OSError):  # it ended meanwhile
            told = Path(f"/proc/{pid}/smaps_rollup").read_text()
            found[pid] = int(told.partition("Pss_Anon:")[2].split()[0]) / MB
    return found


def touch_all(admin_url: str, namespace: str) -> str:
    """A read that meets every table of a namespace, and with each its indexes."""
    with closing(connect(admin_url)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s ORDER BY 1", (namespace,))
        names = [row[0] for row in cursor.fetchall()]
    return "SELECT " + " + ".join(f"(SELECT count(*) FROM {name})" for name in names)


def rotate(
    lanes: Lanes, companies: Sequence[Tenant], touch: str, *, told: Callable[[], None] | None = None
) -> Iterator[None]:
    """Company after company on the same lanes, every table of each and a few reads until their plans stay; stops after
    each for whoever measures.
    """
    for company in companies:
        lanes.read(company, touch, {}, actor=None)
        for statement in OFTEN:
            for _ in range(TIMES):
                lanes.read(company, statement, {"name": "x"}, actor=None, vetted=True)
        if told is not None:
            told()
        yield


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="5,000 transactions, 150 companies")
    given = parser.parse_args()
    many, rotated = (5_000, 150) if given.quick else (TRANSACTIONS, ROTATED)
    with ground(rotated) as (urls, companies):
        found = through_the_pooler(urls, companies[:TOGETHER], many) | weighed(urls, companies)
    show(found)
    print(json.dumps({"bench": "isolation", **found}))
    sys.exit(bool(found["foreign_rows"] or not found["control_foreign_rows"] or not found["held"]))


@dataclass(frozen=True, slots=True)
class Urls:
    admin: str
    web: str
    migrate: str
    folder: Path


@contextmanager
def ground(many: int) -> Iterator[tuple[Urls, list[Tenant]]]:
    """A server of its own with so many companies."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        folder.chmod(0o755)
        server = Postgres(folder / "home", settings={"synchronous_commit": "off"})
        try:
            url = server.start()
            settings = Settings(database_url=url, home=folder / "settings")
            settings.home.mkdir()
            bootstrap(url, passwords(settings))
            roles = role_urls(settings, url)
            yield Urls(url, roles.web, roles.migrate, folder), _companies(roles.migrate, many)
        finally:
            server.stop()


def _companies(url: str, many: int) -> list[Tenant]:
    engine, made = create_engine(driver_url(url), poolclass=NullPool), list[Tenant]()
    with Progress(console=console) as progress:
        task = progress.add_task("Making companies", total=many)
        while len(made) < many:
            spares.stock(engine, min(50, many - len(made)), hands=2)
            for _ in range(min(50, many - len(made))):
                slug = f"company-{len(made)}"
                made.append(
                    provision.create(engine, slug=slug, name=slug, currency="EUR", locale="en", time_zone="UTC")
                )
            progress.update(task, completed=len(made))
    return made


def through_the_pooler(urls: Urls, companies: Sequence[Tenant], many: int) -> dict[str, object]:
    with Progress(console=console) as progress, pooled(urls.web, urls.folder, port=free_port(), size=POOL) as url:
        task = progress.add_task("Transactions", total=many)
        seen = interleave(url, companies, many, lambda done: progress.update(task, advance=done))
    with pooled(urls.web, urls.folder, port=free_port(), size=POOL) as url:
        control = forget_the_rule(url, companies, min(many, 8_000))
    return {
        "transactions": seen.transactions, "clients": CLIENTS, "pool": POOL, "servers": len(seen.servers),
        "companies": len(companies), "foreign_rows": len(seen.foreign) + rows_out_of_place(urls.migrate, companies),
        "control_transactions": control.transactions, "control_foreign_rows": len(control.foreign),
    }  # fmt: skip


def weighed(urls: Urls, companies: Sequence[Tenant]) -> dict[str, object]:
    """As a web process does it: its lanes, its connections, every table of every company, twice round."""
    touch, most, met = touch_all(urls.admin, companies[0].namespace), 0.0, set[int]()
    lanes = Lanes({companies[0].cell: urls.web}, lanes=1, size=1)
    with Progress(console=console) as progress:
        task = progress.add_task("Rotating", total=2 * len(companies))
        for _ in rotate(lanes, [*companies, *companies], touch, told=lambda: progress.update(task, advance=1)):
            now = weigh(urls.admin)
            most, met = max(most, *now.values()), met | set(now)
    lanes.dispose()
    return {
        "rotated": len(companies), "tables": touch.count("count(*)"), "backends": len(met),
        "plans_a_company": len(OFTEN), "largest_backend_mb": round(most, 1), "limit_mb": LIMIT_MB,
        "held": most < LIMIT_MB,
    }  # fmt: skip


def show(found: dict[str, object]) -> None:
    table = Table("", "measured", title="The walls under load")
    for name, value in found.items():
        table.add_row(name.replace("_", " "), f"{value:,}" if isinstance(value, int | float) else str(value))
    console.print(table)


if __name__ == "__main__":
    main()
