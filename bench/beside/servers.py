"""The four servers over one company's tables, and the same questions in the words of each."""

import json
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from bench.beside.company import ACCOUNTS, OWNER, key, make_company
from bench.beside.load import VERSION
from bench.beside.packages import DJANGO, HERE, POSTGRAPHILE, node_for_postgraphile, python_for_django
from bench.beside.serving import Server, free_port, get, launched, post, started
from saas.graph.ids import encode
from saas.identity.tokens import create_token
from saas.settings import Urls
from tenants.bootstrap import connect, driver_url
from tenants.registry import Tenant

POOL: Final = 4  # connections, and threads, of each server
SHARES: Final = 5  # each server moves deals of its own, and pgbench too
QUESTIONS: Final = ("board", "account", "list", "mutation")
OURS, BARE, POSTGRAPHILE_5, STRAWBERRY_DJANGO = "kesher", "bare_sql", "postgraphile", "strawberry_django"


@dataclass(frozen=True, slots=True)
class Place:
    """A database, and a folder for logs and secrets."""

    home: Path
    admin_url: str
    urls: Urls


@dataclass(frozen=True, slots=True)
class Company:
    """One that can be asked: how many accounts it has, and a token of its owner."""

    tenant: Tenant
    accounts: int
    token: str

    @property
    def asked(self) -> list[UUID]:
        return [key("account", number) for number in range(1, self.accounts // 10 + 1)]


@dataclass(frozen=True, slots=True)
class Move:
    deal: UUID
    stage: UUID


def company(place: Place, slug: str, accounts: int = ACCOUNTS) -> Company:
    migrate = create_engine(driver_url(place.urls.migrate), poolclass=NullPool)
    tenant = make_company(migrate, place.admin_url, slug=slug, accounts=accounts)
    web = create_engine(driver_url(place.urls.web), poolclass=NullPool)
    return Company(tenant, accounts, create_token(web, tenant, OWNER, name="bench"))


def start(running: ExitStack, place: Place, served: Company) -> list[Server]:
    """All of them, over the same rows; they end with `running`."""
    connection = connect(place.admin_url)
    with connection, connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL search_path = {served.tenant.namespace}, ext")
        cursor.execute((HERE / "move_deal.sql").read_text())
    connection.close()
    return [
        start_ours(running, place, served),
        start_bare(running, place, served),
        start_postgraphile(running, place, served),
        start_django(running, place, served),
    ]


def start_ours(running: ExitStack, place: Place, served: Company, *, lanes: int = 1) -> Server:
    """The product as it is served: signing in by token, policies, limits, guard, compiler. One lane has as many
    connections as any peer; as the product is set otherwise, a company has one of several lanes.
    """
    port, log = free_port(), place.home / f"ours-{lanes}.log"
    settings = {"KESHER_HOME": str(place.home), "KESHER_MODE": "server", "KESHER_PORT": str(port)}
    settings |= {"KESHER_LANES": str(lanes), "KESHER_LANE_SIZE": str(POOL), "DATABASE_URL": place.admin_url}
    settings |= {"KESHER_RECORD_BUDGET": str(10**12)}  # counted as ever, but not used up by one token in minutes
    process = running.enter_context(started("saas.cli", "serve", log=log, **settings))
    return Server(OURS, process, port, log, reads_of_ours(served) | moves_of_ours(served))


def reads_of_ours(served: Company) -> dict[str, list[str]]:
    texts, to = documents(HERE / "kesher"), {"host": f"{served.tenant.slug}.localhost", "token": served.token}
    accounts = [{"query": texts["account"], "variables": {"id": encode("Account", one)}} for one in served.asked]
    return {
        "board": [post("/graphql", {"query": texts["board"]}, **to)],
        "account": [post("/graphql", said, **to) for said in accounts],
        "list": [post("/graphql", {"query": texts["list"]}, **to)],
    }


def moves_of_ours(served: Company) -> dict[str, list[str]]:
    text, to = (
        documents(HERE / "kesher")["mutation"],
        {"host": f"{served.tenant.slug}.localhost", "token": served.token},
    )
    said = [{"query": text, "variables": by_global_id(move)} for move in moves(served, OURS)]
    return {"mutation": [post("/graphql", one, **to) for one in said]}


def start_bare(running: ExitStack, place: Place, served: Company) -> Server:
    port, log = free_port(), place.home / "bare.log"
    arguments = (str(port), served.tenant.namespace, str(OWNER), str(POOL))
    process = running.enter_context(started("bench.beside.bare", *arguments, log=log, BARE_URL=place.urls.web))
    requests = {
        "board": [get("/board")],
        "account": [get(f"/account/{encode('Account', one)}") for one in served.asked],
        "list": [get("/list")],
        "mutation": [post("/move", by_global_id(move)) for move in moves(served, BARE)],
    }
    return Server(BARE, process, port, log, requests)


def start_postgraphile(running: ExitStack, place: Place, served: Company) -> Server:
    port, log = free_port(), place.home / "postgraphile.log"
    given = {"port": port, "url": plain_url(place.urls.web), "namespace": served.tenant.namespace}
    given |= {"member": str(OWNER), "pool": POOL}
    command = [str(node_for_postgraphile()), "server.mjs", json.dumps(given)]
    more = {"NODE_ENV": "production", "GRAPHILE_ENV": "production"}
    process = running.enter_context(launched(command, POSTGRAPHILE, log=log, **more))
    return Server(POSTGRAPHILE_5, process, port, log, by_uuids(served, POSTGRAPHILE_5, documents(POSTGRAPHILE)))


def start_django(running: ExitStack, place: Place, served: Company) -> Server:
    port, log, database = free_port(), place.home / "django.log", urlsplit(plain_url(place.urls.web))
    given = {"namespace": served.tenant.namespace, "member": str(OWNER)}
    at = {"HOST": database.hostname, "PORT": database.port, "NAME": database.path[1:]}
    at |= {"USER": database.username, "PASSWORD": database.password}
    command = [str(python_for_django()), "-m", "gunicorn", "--workers", "1", "--worker-class", "gthread"]
    command += ["--threads", str(POOL), "--keep-alive", "60", "--no-control-socket", "--log-level", "warning"]
    command += ["--bind", f"127.0.0.1:{port}", "project:application"]
    more = {"PEER": json.dumps(given | {"database": at})}
    process = running.enter_context(launched(command, DJANGO, log=log, **more))
    return Server(STRAWBERRY_DJANGO, process, port, log, by_uuids(served, STRAWBERRY_DJANGO, documents(DJANGO)))


def by_uuids(served: Company, name: str, texts: dict[str, str]) -> dict[str, list[str]]:
    """Requests of a peer that keeps the keys of the tables."""
    accounts = [{"query": texts["account"], "variables": {"id": str(one)}} for one in served.asked]
    said = [{"dealId": str(move.deal), "stageId": str(move.stage), "version": VERSION} for move in moves(served, name)]
    return {
        "board": [post("/graphql", {"query": texts["board"]})],
        "account": [post("/graphql", one) for one in accounts],
        "list": [post("/graphql", {"query": texts["list"]})],
        "mutation": [post("/graphql", {"query": texts["mutation"], "variables": one}) for one in said],
    }


def by_global_id(move: Move) -> dict[str, str]:
    return {"dealId": encode("Deal", move.deal), "stageId": encode("Stage", move.stage), "version": VERSION}


def moves(served: Company, name: str) -> Sequence[Move]:
    """A server's share of the deals in the second stage: each to the third, and then each back."""
    share = (OURS, BARE, POSTGRAPHILE_5, STRAWBERRY_DJANGO).index(name)
    deals = [key("deal", number) for number in range(1, 4 * served.accounts, 7)][share::SHARES]
    return [Move(deal, key("stage", stage)) for stage in (3, 2) for deal in deals]


def documents(folder: Path) -> dict[str, str]:
    return {name: (folder / f"{name}.graphql").read_text() for name in QUESTIONS}


def plain_url(url: str) -> str:
    return url.replace("+psycopg2", "", 1)
