"""A thousand companies on one machine: how fast they are made and upgraded, beside django-tenants."""

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import venv
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import NullPool

from bench.beside.serving import free_port, started
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.identity.tokens import create_token
from saas.local.postgres import Postgres
from saas.members.actions import MemberDraft, add_member
from saas.members.model import MemberStatus
from saas.settings import Settings, passwords, role_urls
from tenants import fleet, provision, revisions, spares
from tenants.bootstrap import bootstrap, connect, driver_url
from tenants.engine import Lanes
from tenants.registry import Directory, Tenant

HANDS: Final = 2
OK: Final = 200
ASKED: Final = 20  # companies that are at work during the upgrade
PEERS: Final = 50
READ: Final = "{ accounts(first: 20) { totalCount nodes { id name owner { name } } } }"
WRITE: Final = 'mutation { createAccount(input: {name: "Acme"}) { account { id } problems { code } } }'
HERE: Final = Path(__file__).resolve().parent
#: What a release brings: a column and an index on a table that everybody uses, as the house's own rules ask for them.
NEXT: Final = {
    "column": '''"""A column."""
import sqlalchemy as sa
from alembic import op

revision = "column"
down_revision = "{head}"


def upgrade():
    op.add_column("account", sa.Column("colour", sa.Text(), nullable=True))
''',
    "index": '''"""Its index."""
from alembic import op

revision = "index"
down_revision = "column"


def upgrade():
    op.create_index("ix_account_colour", "account", ["colour"], postgresql_concurrently=True)
''',
}
console = Console(stderr=True)


@dataclass
class Traffic:
    """What was asked of companies at work, and what was not answered as it should be."""

    asked: int = 0
    failed: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="100 companies")
    parser.add_argument("--tenants", type=int, default=None, help="otherwise 1,000")
    parser.add_argument("--no-peer", action="store_true", help="without django-tenants")
    given = parser.parse_args()
    many = given.tenants or (100 if given.quick else 1_000)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        folder.chmod(0o755)
        server = Postgres(folder / "home")
        try:
            found = measure(server.start(), folder, many, peer=not given.no_peer)
        finally:
            server.stop()
    show(found)
    print(json.dumps({"bench": "fleet", **found}))


def measure(url: str, folder: Path, many: int, *, peer: bool) -> dict[str, object]:
    settings = Settings(database_url=url, home=folder / "settings")
    settings.home.mkdir()
    bootstrap(url, passwords(settings))
    urls = role_urls(settings, url)
    migrate = create_engine(driver_url(urls.migrate), poolclass=NullPool)
    found: dict[str, object] = {"tenants": many, "tables": 0}
    stocking, signing_up = make_companies(migrate, many)
    found["create_per_s"] = round(many / (stocking + sum(signing_up)), 2)
    found["sign_up_ms"] = round(1000 * statistics.median(signing_up), 2)
    found["noop_s"] = round(statistics.median(timed(lambda: fleet.upgrade(migrate)) for _ in range(5)), 4)
    with serving(url, folder, migrate) as traffic, newer(folder):
        took = timed(lambda: upgrade(migrate))
    found |= {
        "upgrade_ms_per_tenant": round(1000 * took / many, 2), "requests": traffic.asked,
        "failed_requests": len(traffic.failed), "tables": count_tables(migrate),
    }  # fmt: skip
    if traffic.failed:
        console.print(traffic.failed[:3])
    if peer:
        found["django_tenants"] = beside(url, folder, found)
    migrate.dispose()
    return found


def make_companies(migrate: Engine, many: int) -> tuple[float, list[float]]:
    """Seconds of making namespaces, a hundred at a time, and of each sign-up."""
    stocking, signing_up = 0.0, list[float]()
    with Progress(console=console) as progress:
        task = progress.add_task("Making companies", total=many)
        while len(signing_up) < many:
            some = min(100, many - len(signing_up))
            stocking += timed(lambda some=some: spares.stock(migrate, some, hands=HANDS))  # type: ignore[misc]
            for _ in range(some):
                signing_up.append(timed(lambda: make(migrate, len(signing_up))))
            progress.update(task, completed=len(signing_up))
    return stocking, signing_up


def make(migrate: Engine, number: int) -> Tenant:
    slug = f"company-{number}"
    return provision.create(migrate, slug=slug, name=slug, currency="EUR", locale="en", time_zone="UTC")


def upgrade(migrate: Engine) -> None:
    with Progress(console=console) as progress:
        task = progress.add_task("Upgrading", total=None)
        report = fleet.upgrade(
            migrate, progress=lambda done, total, _: progress.update(task, completed=done, total=total), hands=HANDS
        )
    if report.failed:
        raise SystemExit(f"{len(report.failed)} failed: {next(iter(report.failed.items()))}")


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@contextmanager
def newer(folder: Path) -> Iterator[None]:
    """This code has one revision more; the server that is at work does not know it."""
    ours, head = revisions.FOLDER, revisions.head("tenant")
    copied = folder / "migrations"
    shutil.copytree(ours, copied, ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in NEXT.items():
        (copied / "tenant" / "versions" / f"next_{name}.py").write_text(text.format(head=head))
    revisions.FOLDER = copied  # type: ignore[misc]
    revisions.forget()
    yield
    revisions.FOLDER = ours  # type: ignore[misc]
    revisions.forget()


@contextmanager
def serving(url: str, folder: Path, migrate: Engine) -> Iterator[Traffic]:
    """A web server, and clients that read and write in companies here and there until the block ends."""
    port, traffic = free_port(), Traffic()
    tokens = hand_out(url, folder, migrate)
    more = {
        "DATABASE_URL": url, "KESHER_MODE": "server", "KESHER_HOME": str(folder / "settings"),
        "KESHER_PORT": str(port), "KESHER_SECRET_KEY": "b" * 40,
    }  # fmt: skip
    with started("saas.cli", "serve", log=folder / "serve.log", **more), ThreadPoolExecutor(2) as threads:
        wait(port)
        asking = [threads.submit(ask, port, tokens, traffic) for _ in range(2)]
        time.sleep(2)
        yield traffic
        traffic.over.set()
        for one in asking:
            one.result()


def hand_out(url: str, folder: Path, migrate: Engine) -> list[tuple[str, str]]:
    """Slugs and tokens of an owner each."""
    settings = Settings(database_url=url, home=folder / "settings")
    urls = role_urls(settings, url)
    lanes, made = Lanes({"home": urls.work}, lanes=1, size=2), []
    with closing(connect(urls.migrate)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT slug FROM platform.tenant WHERE status = 'ACTIVE' ORDER BY slug")
        slugs = [row[0] for row in cursor.fetchall()]
    for slug in random.Random(7).sample(slugs, min(ASKED, len(slugs))):
        tenant = company(migrate, slug)
        with Opener(lanes, tenant, system("bench"))() as work:
            draft = MemberDraft("Owner", f"owner@{slug}.test", Role.OWNER, status=MemberStatus.ACTIVE)
            member = add_member(work, draft)
            work.flush()
            owner = member.id
        made.append((slug, create_token(migrate, tenant, owner, name="bench")))
    lanes.dispose()
    return made


def company(migrate: Engine, slug: str) -> Tenant:
    found = Directory(migrate).find_by_slug(slug)
    if found is None:
        raise SystemExit(f"{slug} is not there")
    return found


def wait(port: int) -> None:
    for _ in range(300):
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/healthz")
            if connection.getresponse().status == OK:
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The server did not start.")


def ask(port: int, tokens: list[tuple[str, str]], traffic: Traffic) -> None:
    """Reads and writes in turns; whatever is not an answer without errors has failed."""
    while not traffic.over.is_set():
        slug, token = random.choice(tokens)
        document = WRITE if traffic.asked % 5 == 0 else READ
        traffic.asked += 1
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=20)
            headers = {
                "Host": f"{slug}.localhost", "Authorization": f"Bearer {token}", "Content-Type": "application/json",
            }  # fmt: skip
            connection.request("POST", "/graphql", json.dumps({"query": document}), headers)
            answer = connection.getresponse()
            said = json.loads(answer.read())
            if answer.status != OK or "errors" in said:
                traffic.failed.append(f"{answer.status} {said!r:.300}")
            connection.close()
        except (OSError, HTTPException, ValueError) as error:
            traffic.failed.append(repr(error))
        time.sleep(0.01)


def count_tables(migrate: Engine) -> int:
    sql = "SELECT count(*) FROM pg_tables WHERE schemaname = (SELECT namespace FROM platform.tenant LIMIT 1)"
    with closing(migrate.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute(sql)
        return int((cursor.fetchone() or (0,))[0])


def beside(url: str, folder: Path, ours: dict[str, object]) -> dict[str, float]:
    """The same on the same server by django-tenants: seconds a tenant, and how many times ours."""
    console.print(f"django-tenants: {PEERS} companies with {ours['tables']} tables each …")
    python = environment(folder)
    with closing(connect(url)) as admin, admin.cursor() as cursor:
        admin.autocommit = True
        cursor.execute("CREATE DATABASE django")
    parts = urlsplit(url)
    variables = {
        "PGHOST": parts.hostname or "", "PGPORT": str(parts.port), "PGUSER": parts.username or "",
        "PGPASSWORD": parts.password or "", "PGDATABASE": "django",
    }  # fmt: skip

    def stage(name: str) -> float:
        script, where = HERE / "beside/schemas/project.py", folder / "project"
        command: list[str] = [str(python), str(script), name, str(where), str(ours["tables"]), str(PEERS)]
        done = subprocess.run(command, env=os.environ | variables, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"django-tenants, {name}:\n{done.stderr[-2000:]}")
        return float(json.loads(done.stdout.splitlines()[-1])["seconds"]) if done.stdout else 0.0

    stage("write")
    stage("prepare")
    create, noop = stage("create") / PEERS, stage("upgrade")
    stage("release 1")
    upgraded = stage("upgrade") / PEERS
    stage("release 2")
    by_processes = stage("upgrade by processes") / PEERS
    mine = float(str(ours["upgrade_ms_per_tenant"])) / 1000
    return {
        "create_s": round(create, 3), "noop_s": round(noop, 3), "upgrade_s": round(upgraded, 4),
        "upgrade_by_processes_s": round(by_processes, 4),
        "create_ratio": round(create * float(str(ours["create_per_s"])), 1),
        "sign_up_ratio": round(1000 * create / float(str(ours["sign_up_ms"]))),
        "upgrade_ratio": round(upgraded / mine, 1), "upgrade_by_processes_ratio": round(by_processes / mine, 1),
    }  # fmt: skip


def environment(folder: Path) -> Path:
    """The peer's own, made for this run."""
    venv.create(folder / "peer", with_pip=True)
    python = folder / "peer/bin/python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "-r"]
    subprocess.run([*install, str(HERE / "beside/schemas/requirements.txt")], check=True, stdout=sys.stderr)
    return python


def show(found: dict[str, object]) -> None:
    table = Table("", "measured", title=f"{found['tenants']:,} companies of {found['tables']} tables")
    for name, value in found.items():
        if isinstance(value, dict):
            for inner, told in value.items():
                table.add_row(f"django-tenants {inner}", str(told))
        else:
            table.add_row(name, str(value))
    console.print(table)


if __name__ == "__main__":
    main()
