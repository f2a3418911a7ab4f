"""`kill -9` of web, worker, Postgres and its backends at random points: nothing lost, nothing orphaned, soon back."""

import argparse
import hashlib
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Final
from uuid import uuid4

import psycopg2
from psycopg2.extensions import cursor as Cursor  # noqa: N812 - a class, whatever its case
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from bench.beside.serving import ROOT
from bench.beside.stand import OTHER, VICTIMS, Stand
from bench.fleet import hand_out, make_companies
from saas.files.gateway import store_of
from tenants import revisions
from tenants.bootstrap import connect, driver_url
from tenants.fingerprint import digest, shape
from tenants.placement import HOME

AMID: Final = ("writes", "provisioning", "migrating", "moving")
COMPANIES: Final = 40
POINTS: Final = 50
BACK_S: Final = 15.0
PATIENCE: Final = 120.0
CLIENTS: Final = 3
WRITE: Final = "mutation($name: String!) { createAccount(input: {name: $name}) { account { id } problems { code } } }"
OK, CREATED = 200, 201
NEXT: Final = '''"""A column and its index."""
import sqlalchemy as sa
from alembic import op

revision = "{name}"
down_revision = "{before}"


def upgrade():
    op.add_column("account", sa.Column("{name}", sa.Text(), nullable=True))
    op.create_index("ix_account_{name}", "account", ["{name}"])
'''
SPACES: Final = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 't\\_%%'"
FOUND: Final = """
WITH person AS (INSERT INTO platform.person (id, email, name, verified_at)
    VALUES (gen_random_uuid(), %(slug)s || '@chaos.test', 'Founder', now()) RETURNING id)
INSERT INTO platform.founding (id, person_id, slug, name, currency, locale, time_zone, week_start)
SELECT %(id)s, person.id, %(slug)s, %(slug)s, 'EUR', 'en', 'UTC', 1 FROM person
"""
console = Console(stderr=True)


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What the service said that it has: an account by its name, and of a file also what it holds."""

    slug: str
    name: str
    content: str | None = None


@dataclass
class Traffic:
    """Clients that write in companies here and there, each write once, and remember what was acknowledged."""

    port: int
    tokens: Sequence[tuple[str, str]]
    kept: list[Acknowledged] = field(default_factory=list)
    refused: int = 0
    latest: float = 0.0  # when the last write that was acknowledged had begun
    over: threading.Event = field(default_factory=threading.Event)

    def work(self) -> None:
        account = dict[str, str]()
        while not self.over.is_set():
            slug, token = random.choice(self.tokens)
            began, name = time.monotonic(), f"x{uuid4().hex}"
            try:
                if random.random() < 0.2 and slug in account:  # noqa: PLR2004 - one in five is a file
                    self._send_file(slug, token, account[slug], name)
                else:
                    account[slug] = self._add_account(slug, token, name)
                self.latest = max(self.latest, began)
            except (OSError, HTTPException, ValueError, LookupError):
                self.refused += 1
                time.sleep(0.05)
            time.sleep(0.01)

    def _add_account(self, slug: str, token: str, name: str) -> str:
        body = json.dumps({"query": WRITE, "variables": {"name": name}}).encode()
        status, said = self._post("/graphql", slug, token, body)
        if status != OK or "errors" in said or said["data"]["createAccount"]["problems"]:
            raise ValueError(said)
        id: str = said["data"]["createAccount"]["account"]["id"]
        self.kept.append(Acknowledged(slug, name))
        return id

    def _send_file(self, slug: str, token: str, about: str, name: str) -> None:
        content = f"{name}\n".encode()
        status, said = self._post(f"/files?about={about}&name={name}.txt", slug, token, content)
        if status != CREATED:
            raise ValueError(said)
        self.kept.append(Acknowledged(slug, f"{name}.txt", hashlib.sha256(content).hexdigest()))

    def _post(
        self, path: str, slug: str, token: str, body: bytes
    ) -> tuple[int, dict[str, dict[str, dict[str, dict[str, str]]]]]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Host": f"{slug}.localhost", "Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        try:
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            connection.close()


@dataclass
class Scene:
    """A stand at work. `revision` is the newest that the migrating knows."""

    stand: Stand
    traffic: Traffic
    revision: str
    dice: random.Random
    foundings: list[str] = field(default_factory=list)

    @property
    def migrations(self) -> Path:
        return self.stand.folder / "migrations"


@dataclass(frozen=True, slots=True)
class Point:
    """One kill: who, in the middle of what, and how long until the service took writes and jobs again."""

    victim: str
    amid: str
    back_s: float


@contextmanager
def scene(folder: Path, companies: int, seed: int, *, clients: int = CLIENTS) -> Iterator[Scene]:
    """A stand of its own, with clients at work until the block ends."""
    stand, dice = Stand(folder), random.Random(seed)
    try:
        stand.prepare()
        migrate = create_engine(driver_url(stand.migrate_urls[HOME]), poolclass=NullPool)
        make_companies(migrate, companies)
        tokens = hand_out(stand.url, folder, migrate)
        stand.serve()
        found = Scene(stand, Traffic(stand.port, tokens), revisions.head("tenant"), dice)
        copy_revisions(found.migrations)
        threads = [threading.Thread(target=found.traffic.work) for _ in range(clients)]
        for thread in threads:
            thread.start()
        try:
            await_(lambda: found.traffic.latest > 0, "the first write")
            yield found
        finally:
            found.traffic.over.set()
            for thread in threads:
                thread.join()
    finally:
        stand.stop()


def copy_revisions(to: Path) -> None:
    (to / "tenant" / "versions").mkdir(parents=True)
    for path in (revisions.FOLDER / "tenant").rglob("*.py"):
        (to / path.relative_to(revisions.FOLDER)).write_text(path.read_text())


def strike(here: Scene, victim: str, amid: str) -> Point:
    """Begins what is to be disturbed, kills somewhere in it, waits until all is served again, and has it finished."""
    errand = begin(here, amid)
    cell = here.dice.choice((HOME, OTHER)) if amid == "moving" else HOME
    time.sleep(here.dice.uniform(0, {"migrating": 2.0, "moving": 4.0}.get(amid, 0.8)))
    at_work = "kesher_web" if amid == "writes" else "kesher_migrate"
    moment, killed = clock(here, cell), time.monotonic()
    while (gone := here.stand.kill(victim, cell, here.dice, at_work=at_work)) is None:
        moment, killed = clock(here, cell), time.monotonic()
    await_(lambda: replaced(here, victim, cell, Gone(gone, moment)), f"another {victim}")
    there = time.monotonic()
    await_(lambda: here.traffic.latest > there, f"a write after the {victim} was killed")
    back = time.monotonic() - killed
    if errand is not None:
        errand.carry_on(here)
    await_(lambda: founded(here), "the companies that were asked for")
    return Point(victim, amid, back)


@dataclass(frozen=True, slots=True)
class Errand:
    """A process of the operator's, which he starts again until it says that all is done."""

    command: tuple[str, ...]
    first: subprocess.Popen[bytes]

    def carry_on(self, here: Scene) -> None:
        self.first.wait(PATIENCE)
        if self.first.returncode:
            await_(lambda: launch(here, self.command).wait(PATIENCE) == 0, self.command[0])


def begin(here: Scene, amid: str) -> Errand | None:
    """A new revision for all, a company that moves, or some that people ask for; writes are always under way."""
    if amid == "migrating":
        write_revision(here)
        return errand(here, migration(here))
    if amid == "moving":
        slug = here.dice.choice(here.traffic.tokens)[0]
        (cell,) = ask(here, "SELECT cell FROM platform.tenant WHERE slug = %s", slug)[0]
        cells = [f"{name}={url}" for name, url in here.stand.migrate_urls.items()]
        target = OTHER if cell == HOME else HOME
        return errand(here, ("bench.beside.move", str(here.migrations), slug, target, *cells))
    if amid == "provisioning":
        with closing(connect(here.stand.url)) as admin, admin, admin.cursor() as cursor:
            for _ in range(2):
                slug = f"f{uuid4().hex[:12]}"
                cursor.execute(FOUND, {"slug": slug, "id": str(uuid4())})
                here.foundings.append(slug)
    return None


def errand(here: Scene, command: tuple[str, ...]) -> Errand:
    return Errand(command, launch(here, command))


def write_revision(here: Scene) -> None:
    name = f"n{uuid4().hex[:8]}"
    path = here.migrations / "tenant" / "versions" / f"{name}.py"
    path.write_text(NEXT.format(name=name, before=here.revision))
    here.revision = name


def migration(here: Scene) -> tuple[str, ...]:
    return ("bench.beside.migrate", str(here.migrations), *here.stand.migrate_urls.values())


def launch(here: Scene, command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    with (here.stand.folder / "errands.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", *command], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )


def await_(there: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        with suppress(psycopg2.Error, OSError, ValueError):
            if there():
                return
        if time.monotonic() > deadline:
            raise SystemExit(f"Waited {PATIENCE:.0f} s for {what}.")
        time.sleep(0.05)


def ask(here: Scene, sql: str, *values: object, cell: str = HOME) -> list[tuple[object, ...]]:
    with closing(connect(here.stand.admins[cell])) as admin, admin.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def clock(here: Scene, cell: str) -> object:
    return ask(here, "SELECT clock_timestamp()", cell=cell)[0][0]


@dataclass(frozen=True, slots=True)
class Gone:
    """The process that was killed, and when by its server's clock."""

    pid: int
    moment: object


def replaced(here: Scene, victim: str, cell: str, gone: Gone) -> bool:
    """Whether there is another in its place. Where one backend dies, Postgres makes all of them anew."""
    if victim == "worker":
        beat = "SELECT FROM platform.heartbeat WHERE part = 'worker' AND at > %s"
        return here.stand.pid(victim, cell) != gone.pid and bool(ask(here, beat, gone.moment))
    if victim == "backend":
        old = "SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND backend_start < %s"
        return not ask(here, old, gone.moment, cell=cell)
    return here.stand.pid(victim, cell) != gone.pid and bool(ask(here, "SELECT 1", cell=cell))


def founded(here: Scene) -> bool:
    sql = "SELECT count(*) FROM platform.founding WHERE ended_at IS NOT NULL AND slug = ANY (%s)"
    return ask(here, sql, here.foundings)[0][0] == len(here.foundings)


def settle(here: Scene) -> None:
    """Until the queues are at rest and no namespace is half made: what a dead worker held is taken up after 20 s."""
    due = """SELECT FROM jobs.procrastinate_jobs
        WHERE status = 'doing' OR status = 'todo' AND (scheduled_at IS NULL OR scheduled_at < now())"""
    for cell in here.stand.admins:
        await_(lambda cell=cell: not ask(here, due, cell=cell), "the queue to be at rest")  # type: ignore[misc]
        await_(lambda cell=cell: all_whole(here, cell), "namespaces to be whole")  # type: ignore[misc]
    errand(here, migration(here)).carry_on(here)


def all_whole(here: Scene, cell: str) -> bool:
    names = [row[0] for row in ask(here, "SELECT namespace FROM platform.tenant WHERE cell = %s", cell)]
    (whole,) = ask(here, "SELECT count(*) FROM fleet.version WHERE namespace = ANY (%s)", names, cell=cell)[0]
    return whole == len(names)


def look(here: Scene) -> dict[str, int]:
    """What is lost, doubled or left over: all noughts where nothing is. Call it when nobody writes."""
    with ExitStack() as opened:
        cursors = {
            cell: opened.enter_context(opened.enter_context(closing(connect(url))).cursor())
            for cell, url in here.stand.admins.items()
        }
        found = Counter(written(here, cursors))
        shapes = set[str]()
        for cell, cursor in cursors.items():
            found.update(orphans(cursors[HOME], cell, cursor))
            shapes |= {digest(shape(cursor, name)) for name in sorted(names(cursor, SPACES))}
        found.update(half_made(cursors[HOME]))
        found["orphaned_files"] = stray_files(here, cursors)
        found["shapes_beside_the_head"] = len(shapes) - 1
        return dict(found)


def written(here: Scene, cursors: Mapping[str, Cursor]) -> dict[str, int]:
    cursors[HOME].execute("SELECT slug, namespace, cell FROM platform.tenant WHERE status = 'ACTIVE'")
    places = {slug: (namespace, cell) for slug, namespace, cell in cursors[HOME].fetchall()}
    found = dict[str, Counter[str]]()
    for slug in {one.slug for one in here.traffic.kept}:
        name, cell = places[slug]
        cursors[cell].execute(f"SELECT name FROM {name}.account UNION ALL SELECT name FROM {name}.attachment")
        found[slug] = Counter(row[0] for row in cursors[cell].fetchall())
    lost = [
        one for one in here.traffic.kept
        if not found[one.slug][one.name] or not whole(here, places[one.slug][0], one)
    ]  # fmt: skip
    doubled = [one for one in here.traffic.kept if found[one.slug][one.name] > 1]
    return {"lost": len(lost), "doubled": len(doubled)}


def whole(here: Scene, namespace: str, one: Acknowledged) -> bool:
    if one.content is None:
        return True
    store = store_of(here.stand.settings.files_url, namespace)
    key = store.key(one.content)
    return store.has(key) and hashlib.sha256(store.get(key)).hexdigest() == one.content


def names(cursor: Cursor, sql: str, *values: object) -> set[str]:
    cursor.execute(sql, values)
    return {row[0] for row in cursor.fetchall()}


def orphans(home: Cursor, cell: str, cursor: Cursor) -> dict[str, int]:
    """What lies in a cell and belongs to no company that lives there."""
    known = names(home, "SELECT namespace FROM platform.tenant WHERE cell = %s", cell)
    lived = names(home, "SELECT namespace FROM platform.tenant WHERE cell = %s AND slug <> namespace", cell)
    version, own = (names(cursor, f"SELECT namespace FROM {table}") for table in ("fleet.version", "platform.tenant"))
    spaces, roles = names(cursor, SPACES), names(cursor, "SELECT rolname FROM pg_roles WHERE rolname LIKE 't\\_%%'")
    stray = """SELECT id::text FROM jobs.procrastinate_jobs
        WHERE status IN ('doing', 'failed') OR NOT args ->> 'namespace' = ANY (%s)"""
    return {
        "orphaned_namespaces": len(known ^ spaces) + len(known ^ version) + len(lived - own),
        "orphaned_roles": len(known ^ roles), "orphaned_jobs": len(names(cursor, stray, list(known))),
    }  # fmt: skip


def half_made(home: Cursor) -> dict[str, int]:
    half = "SELECT namespace FROM platform.tenant WHERE status = 'PROVISIONING' AND slug <> namespace"
    failed = "SELECT slug FROM platform.founding WHERE failure IS NOT NULL"
    moves = "SELECT id::text FROM platform.move WHERE ended_at IS NULL"
    return {
        "half_made": len(names(home, half)), "failed_foundings": len(names(home, failed)),
        "half_moved": len(names(home, moves)),
    }  # fmt: skip


def stray_files(here: Scene, cursors: Mapping[str, Cursor]) -> int:
    """Content that no row knows of."""
    root, stray = here.stand.settings.home.absolute() / "files", 0
    for folder in root.iterdir() if root.exists() else ():
        where = names(cursors[HOME], "SELECT cell FROM platform.tenant WHERE namespace = %s", folder.name)
        digests = set[str]().union(
            *(names(cursors[cell], f"SELECT digest FROM {folder.name}.stored_file") for cell in where)
        )
        stray += sum(path.is_file() and path.stem not in digests for path in folder.rglob("*"))
    return stray


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--tenancy", action="store_true", help="writes, provisioning, migrating, moving (the only kind)"
    )
    parser.add_argument("--points", type=int, default=None, help=f"kills of each victim, otherwise {POINTS}")
    parser.add_argument("--quick", action="store_true", help="6 kills of each")
    parser.add_argument("--seed", type=int, default=None)
    given = parser.parse_args()
    seed = given.seed if given.seed is not None else random.randrange(10**6)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        folder.chmod(0o755)
        found = run(folder, given.points or (6 if given.quick else POINTS), seed)
    show(found)
    print(json.dumps({"bench": "chaos", **found}))
    sys.exit(0 if found["held"] else 1)


def run(folder: Path, points: int, seed: int) -> dict[str, object]:
    struck = list[Point]()
    plan = [(victim, AMID[(n + k) % len(AMID)]) for n in range(points) for k, victim in enumerate(VICTIMS)]
    with scene(folder, COMPANIES, seed) as here:
        here.dice.shuffle(plan)
        with Progress(console=console) as progress:
            task = progress.add_task("Killing", total=len(plan))
            for victim, amid in plan:
                struck.append(strike(here, victim, amid))
                progress.update(task, advance=1, description=f"Killed the {victim} amid {amid}")
        here.traffic.over.set()
        time.sleep(1)
        settle(here)
        seen = look(here)
    slowest = {victim: round(max(one.back_s for one in struck if one.victim == victim), 1) for victim in VICTIMS}
    return {
        "seed": seed, "points": dict(Counter(f"{one.victim} amid {one.amid}" for one in struck)),
        "acknowledged": len(here.traffic.kept), "unanswered": here.traffic.refused,
        "companies_founded": len(here.foundings),
        **seen, "slowest_back_s": slowest, "held": not any(seen.values()) and max(slowest.values()) < BACK_S,
    }  # fmt: skip


def show(found: dict[str, object]) -> None:
    table = Table("", "measured", title="kill -9")
    for name, value in found.items():
        table.add_row(name.replace("_", " "), str(value))
    console.print(table)


if __name__ == "__main__":
    main()
