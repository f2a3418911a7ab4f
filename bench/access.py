"""The board of a rep who sees his team's deals, or the teams' below, beside the owner's: in one company, in turns."""

import argparse
import asyncio
import json
import os
import statistics
import tempfile
import time
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Final
from uuid import UUID

import orjson
from rich.console import Console
from rich.table import Table
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from saas.core.clock import Clock
from saas.core.principal import Principal
from saas.core.rights import Role
from saas.graph.assembly import graph
from saas.graph.documents import Library
from saas.graph.door import Door
from saas.graph.threads import Threads
from saas.local.postgres import Postgres
from saas.settings import Settings, passwords, role_urls
from tenants import provision
from tenants.bootstrap import bootstrap, connect, driver_url
from tenants.engine import Lanes
from tenants.registry import Tenant

DEALS: Final = 200_000
SLUG: Final = "bench-access"
LIMIT: Final = 1.3

#: 200 members in 25 teams of eight; team 1 stands above teams 2 to 5, as each fifth one does above its next four.
FILL: Final = """
CREATE FUNCTION pg_temp.key(kind text, number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
    $$ SELECT md5(kind || number)::uuid $$;
INSERT INTO team (id, name, lineage, parent_id)
    SELECT pg_temp.key('team', i), 'Team ' || i,
        CASE WHEN i % 5 = 1 THEN ARRAY[pg_temp.key('team', i)]
             ELSE ARRAY[pg_temp.key('team', (i - 1) / 5 * 5 + 1), pg_temp.key('team', i)] END,
        CASE WHEN i % 5 <> 1 THEN pg_temp.key('team', (i - 1) / 5 * 5 + 1) END
    FROM generate_series(1, 25) i;
INSERT INTO member (id, name, email, role, status, locale, time_zone, team_id)
    SELECT pg_temp.key('member', i), 'Member ' || i, 'm' || i || '@bench.test',
        CASE WHEN i = 200 THEN 'OWNER' ELSE 'REP' END, 'ACTIVE', 'en', 'UTC', pg_temp.key('team', i % 25 + 1)
    FROM generate_series(1, 200) i;
INSERT INTO pipeline (id, name, is_default, position) VALUES (pg_temp.key('pipeline', 1), 'Sales', true, 0);
INSERT INTO stage (id, pipeline_id, name, kind, position)
    SELECT pg_temp.key('stage', i), pg_temp.key('pipeline', 1), 'Stage ' || i,
        CASE i WHEN 6 THEN 'WON' WHEN 7 THEN 'LOST' ELSE 'OPEN' END, i
    FROM generate_series(1, 7) i;
INSERT INTO account (id, name, owner_id)
    SELECT pg_temp.key('account', i), 'Account ' || md5('a' || i), pg_temp.key('member', i % 200 + 1)
    FROM generate_series(1, 5000) i;
INSERT INTO deal (id, name, pipeline_id, stage_id, status, stage_entered_at, owner_id, account_id, amount, currency,
                  amount_estimated, opened_at, expected_close_on, closed_on, created_at)
    SELECT pg_temp.key('deal', i), 'Deal ' || md5('d' || i), pg_temp.key('pipeline', 1),
        pg_temp.key('stage', i % 7 + 1),
        CASE i % 7 + 1 WHEN 6 THEN 'WON' WHEN 7 THEN 'LOST' ELSE 'OPEN' END, now() - i * interval '1 minute',
        pg_temp.key('member', (i * 7919) % 200 + 1), pg_temp.key('account', i % 5000 + 1), i * 1.5, 'EUR', false,
        now() - i * interval '1 hour', current_date + i % 90,
        CASE WHEN i % 7 + 1 > 5 THEN current_date - i % 700 END, now() - i * interval '1 minute'
    FROM generate_series(1, {deals}) i;
"""
SHARE: Final = """
INSERT INTO share (id, object, record_id, member_id, team_id, level)
    SELECT md5('share' || i)::uuid, 'Deal', md5('deal' || i * 97)::uuid,
        CASE WHEN i % 2 = 0 THEN md5('member25')::uuid END, CASE WHEN i % 2 = 1 THEN md5('team1')::uuid END, 'READ'
    FROM generate_series(1, 500) i;
ANALYZE share;
"""
TABLES: Final = ("account", "deal", "member", "stage", "pipeline", "team", "share")
BOARD: Final = """query DealBoard($first: Int!) { pipelines { id name stages { id name kind position
    totals: deals { totalCount totalAmount { amount currency } }
    deals(first: $first) { pageInfo { hasNextPage endCursor } nodes { id name status version amount { amount currency }
        amountEstimated expectedCloseOn closedOn stageEnteredAt secondsInStage stage { id } owner { id name }
        account { id name } } }
} } }"""
VIEWERS: Final = {"owner": (200, Role.OWNER, "ALL"), "own": (25, Role.REP, "OWN"), "team": (25, Role.REP, "TEAM"),
                  "below": (25, Role.REP, "BELOW")}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(prog="bin/bench access", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, about a minute")
    rounds = 15 if parser.parse_args().quick else 41
    console = Console(highlight=False)
    with ExitStack() as running:
        console.print(f"Filling a company: 200 members in 25 teams, {DEALS:,} deals …")
        home = Path(running.enter_context(tempfile.TemporaryDirectory(prefix="kesher-bench-")))
        admin_url = os.environ.get("DATABASE_URL") or own_database(home, running)
        tenant, lanes = make(Settings(home=home), admin_url)
        running.callback(lanes.dispose)
        door = Door(graph(), Library(graph(), {}), lanes, running.enter_context(Threads(1)), Clock())
        console.print(f"{rounds} rounds of the board for each viewer, in turns …")
        found = measure(door, tenant, rounds)
        execute(admin_url, tenant, SHARE)
        shared = {f"{name}, 500 shares": times for name, times in measure(door, tenant, rounds).items()}
    console.print(table(found | shared))
    print(json.dumps(conclude(found, shared)))


def own_database(home: Path, running: ExitStack) -> str:
    server = Postgres(home)
    running.callback(server.stop)
    return server.start()


def make(settings: Settings, admin_url: str) -> tuple[Tenant, Lanes]:
    bootstrap(admin_url, passwords(settings))
    urls = role_urls(settings, admin_url)
    migrate = create_engine(driver_url(urls.migrate), poolclass=NullPool)
    tenant = provision.create(migrate, slug=SLUG, name="Bench", currency="EUR", locale="en", time_zone="UTC")
    execute(admin_url, tenant, FILL.replace("{deals}", str(DEALS)), *(f"VACUUM ANALYZE {name}" for name in TABLES))
    return tenant, Lanes({"home": urls.web}, lanes=1, size=2)


def execute(admin_url: str, tenant: Tenant, *statements: str) -> None:
    with closing(connect(admin_url)) as admin:
        admin.autocommit = True
        with admin.cursor() as cursor:
            cursor.execute(f"SET search_path = {tenant.namespace}, ext")
            for statement in statements:
                cursor.execute(statement)


def measure(door: Door, tenant: Tenant, rounds: int) -> dict[str, list[float]]:
    """Seconds of each answer. The viewers take turns, and who begins changes; the first round is not told."""
    found: dict[str, list[float]] = {name: [] for name in VIEWERS}
    known = {name: principal(door, tenant, name) for name in VIEWERS}
    body = orjson.dumps({"query": BOARD, "variables": {"first": 50}})
    for number in range(-1, rounds):
        for name in VIEWERS if number % 2 else reversed(VIEWERS):
            began = time.perf_counter()
            _status, answer = asyncio.run(door.answer(tenant, known[name], body))
            took = time.perf_counter() - began
            if b'"errors"' in answer:
                raise SystemExit(f"{name}: {answer!r:.500}")
            if number >= 0:
                found[name].append(took)
    return found


def principal(door: Door, tenant: Tenant, name: str) -> Principal:
    number, role, scope = VIEWERS[name]
    rules = json.dumps({"grants": {"Deal": {"READ": scope}}}) if role is Role.REP else "{}"
    ((key,),) = door.lanes.read(tenant, "SELECT md5(%(name)s)::uuid::text", {"name": f"member{number}"}, actor=None)
    return Principal(
        UUID(key.decode() if isinstance(key, bytes) else str(key)), role, name, "en", "UTC", "bench", rules
    )


def table(found: dict[str, list[float]]) -> Table:
    shown = Table("viewer", "median ms", "beside the owner", title=f"The board of {DEALS:,} deals, limit {LIMIT}")
    for name, times in found.items():
        owner = found[f"owner{name.partition(',')[1]}{name.partition(',')[2]}"]
        shown.add_row(name, f"{statistics.median(times) * 1e3:.1f}", f"{ratio(times, owner):.2f}")
    return shown


def conclude(found: dict[str, list[float]], shared: dict[str, list[float]]) -> dict[str, object]:
    """Ratios of medians: less is better."""
    plain = {f"{name}_to_owner": ratio(found[name], found["owner"]) for name in ("own", "team", "below")}
    with_shares = {
        f"{name}_shared_to_owner": ratio(shared[f"{name}, 500 shares"], shared["owner, 500 shares"])
        for name in ("own", "team", "below")
    }
    worst = max(plain["team_to_owner"], plain["below_to_owner"], with_shares["team_shared_to_owner"])
    return {"bench": "access", "deals": DEALS, **plain, **with_shares, "limit": LIMIT, "within": worst <= LIMIT}


def ratio(ours: list[float], owners: list[float]) -> float:
    return round(statistics.median(ours) / statistics.median(owners), 3)


if __name__ == "__main__":
    main()
