"""Leads a second from a webhook, taken in by two workers, and with `kill -9` of them: none lost, none twice."""

import argparse
import json
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from itertools import count
from pathlib import Path
from typing import Final
from uuid import uuid4

from psycopg2.extensions import connection as Connection  # noqa: N812 - a class, whatever its case
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from bench.beside.serving import cpu_of
from bench.beside.stand import Stand
from bench.fleet import make, wait
from saas.assignment.actions import Seat, create_rule
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.members.actions import MemberDraft, add_member
from saas.members.model import MemberStatus
from saas.settings import role_urls
from saas.sources.actions import create_source, set_secret
from saas.sources.model import SourceKind
from tenants.bootstrap import connect, driver_url
from tenants.engine import Lanes
from tenants.placement import HOME

PEOPLE: Final = 7
WORKERS: Final = 2
CLIENTS: Final = 4
SPEED, SENT, KILLS = 3_000, 10_000, 20
WARM: Final = 50
QUICK: Final = (400, 600, 4)
SECRET: Final = "what the advert shows us"
OK: Final = 200
SETTLED_S: Final = 300.0
LOOK_S: Final = 0.1
BARE: Final = """INSERT INTO bare.submission (id, source_id, external_id, received_at, status, body, attempts)
    VALUES (gen_random_uuid(), %s, %s, now(), 'WAITING', %s, 0)"""
#: A lead without one of the things that come with it, or with one of them twice.
PARTS: Final = {
    "consent": "consent o WHERE o.lead_id = l.id", "decision": "assignment_decision o WHERE o.lead_id = l.id",
    "task": "activity_link o WHERE o.lead_id = l.id", "notice": "notification o WHERE o.about_id = l.id",
    "received": "response_event o WHERE o.lead_id = l.id AND o.kind = 'RECEIVED'",
    "assigned": "response_event o WHERE o.lead_id = l.id AND o.kind = 'ASSIGNED'",
    "submission": "submission o WHERE o.lead_id = l.id AND o.status = 'ACCEPTED'",
}  # fmt: skip
console = Console(stderr=True)


@dataclass
class Scene:
    """A stand at work, with a company and its source. `numbers` are those of the people whom it is about."""

    stand: Stand
    namespace: str
    key: str
    admin: Connection
    numbers: Iterator[int]
    sent: int = 0

    def ask(self, sql: str) -> int:
        with self.admin.cursor() as cursor:
            cursor.execute(f"SET search_path = {self.namespace}, ext; {sql}")
            return int((cursor.fetchone() or (0,))[0])

    @property
    def taken(self) -> int:
        return self.ask("SELECT count(*) FROM submission WHERE status = 'ACCEPTED'")

    @property
    def spent(self) -> dict[str, float]:
        """Seconds of processor time so far, by whom."""
        pid, workers = self.stand.pid, ["worker", *(f"worker-{n}" for n in range(2, WORKERS + 1))]
        return {
            "door": cpu_of(pid("web", HOME)), "workers": sum(cpu_of(pid(name, HOME)) for name in workers),
            "postgres": cpu_of(pid("postmaster", HOME)), "sender": time.process_time(),
        }  # fmt: skip


@contextmanager
def scene(folder: Path) -> Iterator[Scene]:
    stand = Stand(folder, spares=0, workers=WORKERS)
    try:
        stand.prepare()
        migrate = create_engine(driver_url(stand.migrate_urls[HOME]), poolclass=NullPool)
        tenant = make(migrate, 1)
        lanes = Lanes({HOME: role_urls(stand.settings, stand.url).work}, lanes=1, size=1)
        key = furnish(Opener(lanes, tenant, system("bench")))
        lanes.dispose()
        stand.serve()
        wait(stand.port)
        with closing(connect(stand.url)) as admin:
            admin.autocommit = True
            here = Scene(stand, tenant.namespace, key, admin, count())
            while here.ask("SELECT count(*) FROM jobs.procrastinate_workers") < WORKERS:
                time.sleep(LOOK_S)
            yield here
    finally:
        stand.stop()


def furnish(opener: Opener) -> str:
    """Seven people who get leads in turn, and an advert whose form asks for consent."""
    with opener() as work:
        drafts = [MemberDraft(f"Rep {n}", f"rep{n}@bench.test", Role.REP, status=MemberStatus.ACTIVE)
                  for n in range(PEOPLE)]  # fmt: skip
        people = [add_member(work, draft) for draft in drafts]
        source = create_source(work, "Advert", SourceKind.GOOGLE, {"consent_text": "You may call me."})
        work.flush()
        set_secret(work, source.id, SECRET)
        create_rule(work, {"name": "In turn"}, [Seat(one.id) for one in people])
        return source.key


def said(number: int) -> bytes:
    columns = {
        "FULL_NAME": f"Lead {number}", "EMAIL": f"lead{number}@customer.test", "PHONE_NUMBER": "+972521234567",
        "COMPANY_NAME": "Customer", "consent": "on", "Which product?": "CRM",
    }  # fmt: skip
    told = [{"column_id": name, "string_value": value} for name, value in columns.items()]
    return json.dumps({"lead_id": str(number), "google_key": SECRET, "user_column_data": told}).encode()


def send(here: Scene, number: int) -> None:
    """As Google does: again, until it is told that it arrived."""
    while True:
        try:
            with closing(HTTPConnection("127.0.0.1", here.stand.port, timeout=20)) as there:
                there.request("POST", f"/hooks/google/{here.key}", said(number), {"Host": "company-1.localhost"})
                status = there.getresponse().status
        except (OSError, HTTPException):
            status = 0
        if status == OK:
            here.sent += 1
            return
        if status not in {0, 429, 503}:
            raise SystemExit(f"The door answered {status}.")
        time.sleep(LOOK_S)


def send_many(here: Scene, many: int) -> None:
    numbers = [next(here.numbers) for _ in range(many)]
    with ThreadPoolExecutor(CLIENTS) as threads:
        list(threads.map(lambda number: send(here, number), numbers))


def settle(here: Scene, title: str, until: int, meanwhile: Callable[[], None] = lambda: None) -> None:
    """Until so many are leads, or nothing has moved for a long time."""
    moved, last = time.monotonic(), -1
    with Progress(console=console) as progress:
        task = progress.add_task(title, total=until)
        while (taken := here.taken) < until and time.monotonic() - moved < SETTLED_S:
            if taken != last:
                moved, last = time.monotonic(), taken
            progress.update(task, completed=taken)
            meanwhile()
            time.sleep(LOOK_S)
        progress.update(task, completed=taken)


def speed(here: Scene, many: int) -> tuple[float, dict[str, float]]:
    """How many a second, and what each costs: milliseconds of processor time of the door, the workers, Postgres, and of
    this process, which sends and looks on.
    """
    began, before, spent = time.monotonic(), here.taken, here.spent
    sender = threading.Thread(target=send_many, args=(here, many))
    sender.start()
    settle(here, "Sent and taken in", before + many)
    took = time.monotonic() - began
    sender.join()
    cost = {who: round((now - spent[who]) * 1_000 / many, 2) for who, now in here.spent.items()}
    return many / took, cost


def bare(here: Scene, many: int) -> float:
    """The limit: one row with its indexes in a transaction of its own, and nothing else."""
    here.ask(
        f"CREATE SCHEMA bare; CREATE TABLE bare.submission (LIKE {here.namespace}.submission INCLUDING ALL); SELECT 1"
    )
    bodies = [(str(uuid4()), str(n), said(n).decode()) for n in range(many)]

    def insert(part: list[tuple[str, str, str]]) -> None:
        with closing(connect(here.stand.url)) as mine, mine.cursor() as cursor:
            mine.autocommit = True
            for values in part:
                cursor.execute(BARE, values)

    began = time.monotonic()
    with ThreadPoolExecutor(CLIENTS) as threads:
        list(threads.map(insert, [bodies[n::CLIENTS] for n in range(CLIENTS)]))
    return many / (time.monotonic() - began)


def disturb(here: Scene, many: int, kills: int, dice: random.Random) -> int:
    """Sends while the worker is killed, each time after he has taken in a few more. How often he was."""
    before, done = here.taken, 0
    sender = threading.Thread(target=send_many, args=(here, many))
    sender.start()
    due = before + dice.randint(1, many // kills)

    def kill() -> None:
        nonlocal done, due
        victim = dice.choice(("worker", "worker-2"))
        if done < kills and here.taken >= due and here.stand.kill(victim, HOME, dice) is not None:
            done, due = done + 1, here.taken + dice.randint(1, many // (kills + 1))

    settle(here, f"Killed {kills} times", before + many, kill)
    sender.join()
    return done


def look(here: Scene) -> dict[str, object]:
    leads = here.ask("SELECT count(*) FROM lead")
    different = here.ask("SELECT count(DISTINCT email) FROM lead")
    wrong = " OR ".join(f"(SELECT count(*) FROM {part}) <> 1" for part in PARTS.values())
    owners = "SELECT owner_id, count(*) AS many FROM lead GROUP BY owner_id"
    return {
        "sent": here.sent, "leads": leads, "lost": here.sent - different, "doubled": leads - different,
        "incomplete": here.ask(f"SELECT count(*) FROM lead l WHERE {wrong}"),
        "uneven": here.ask(f"SELECT coalesce(max(many) - min(many), 0) FROM ({owners}) AS o"),
    }  # fmt: skip


def measure(folder: Path, sizes: tuple[int, int, int], seed: int) -> dict[str, object]:
    many, sent, kills = sizes
    with scene(folder) as here:
        speed(here, WARM)
        per_s, cost = speed(here, many)
        limit = bare(here, many)
        console.print(f"{per_s:.0f} submissions a second become leads; {limit:.0f} bare inserts")
        killed = disturb(here, sent, kills, random.Random(seed))
        return {
            "submissions_per_s": round(per_s, 1), "cpu_ms_per_lead": cost, "bare_inserts_per_s": round(limit, 1),
            **look(here), "kills": killed,
        }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="1,000 submissions and 4 kills")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        folder.chmod(0o755)
        found = measure(folder, QUICK if given.quick else (SPEED, SENT, KILLS), given.seed)
    table = Table("what", "figure")
    for name, figure in found.items():
        table.add_row(name, str(figure))
    console.print(table)
    print(json.dumps({"bench": "leads", **found}))
    sys.exit(1 if any(found[name] for name in ("lost", "doubled", "incomplete")) else 0)


if __name__ == "__main__":
    main()
