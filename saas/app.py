"""The composition root of HTTP: from settings to one ASGI callable."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from anyio import CapacityLimiter
from sqlalchemy import Engine, create_engine

from saas.core import policy, walk
from saas.core.clock import Clock
from saas.core.news import Word
from saas.core.routes import Route
from saas.core.sealing import Seal
from saas.edge.budget import Budget
from saas.edge.client import Client
from saas.edge.door import Door, Parts
from saas.edge.graphql import GraphDoor
from saas.edge.health import Health
from saas.edge.live.guest import House
from saas.edge.live.hub import Hub
from saas.edge.live.socket import Sockets
from saas.edge.live.stream import Streams
from saas.edge.premises import Premises
from saas.edge.reception import Reception
from saas.edge.sign_in import SignIn
from saas.graph.assembly import graph
from saas.graph.counts import Counts
from saas.graph.documents import Library, read_trusted
from saas.graph.door import Door as Graph
from saas.graph.threads import Threads
from saas.graph.watching import Watching
from saas.identity.gateway import Gateway
from saas.identity.listening import Ear, Listener
from saas.identity.outbound import Outbound
from saas.identity.providers import Provider, Providers
from saas.identity.recognition import Recognition
from saas.settings import BadSetting, Settings, cell_urls, product_version, role_urls, secret_key
from tenants.bootstrap import driver_url
from tenants.engine import Lanes
from tenants.hearing import Hearing
from tenants.placement import HOME
from tenants.registry import Directory

PLATFORM_CONNECTIONS = 2
PAGE_THREADS = 8  # of the pages and doors of signing in


def create_app(settings: Settings) -> Door:
    """Fails at once on what is wrong in the code's anatomy; the database is asked first by a request."""
    policy.policies()
    url = _web_url(settings)
    clock = Clock()
    platform = create_engine(driver_url(url), pool_size=PLATFORM_CONNECTIONS, max_overflow=0, pool_pre_ping=True)
    urls = cell_urls(settings, url)
    lanes = Lanes(urls, lanes=settings.lanes, size=settings.lane_size, prepare=settings.prepares)
    directory = Directory(platform, cells=_others(urls))
    hearing = Hearing()
    counts = Counts(hearing)
    recognition = Recognition(platform, lanes, directory, clock=clock, hearing=hearing)
    limiter = CapacityLimiter(PLATFORM_CONNECTIONS)
    reception = Reception(recognition, directory, settings.domain, limiter, secure=settings.secure)
    threads = Threads(settings.connections)
    answering = Graph(graph(), _library(), lanes, threads, clock, settings, counts)
    budget = Budget(platform, clock, settings.record_budget, settings.member_budget, limiter)
    house = House(reception, Watching(answering), budget, free_text=settings.is_local)
    listeners = _listeners(settings, url, recognition, _ear(house.hub, counts, hearing))
    parts = Parts(
        graph=GraphDoor(reception, answering, Streams(house), budget, free_text=settings.is_local),
        sockets=Sockets(house),
        reception=reception,
        sign_in=SignIn(settings, reception, platform, lanes, clock),
        premises=Premises(
            settings, platform, lanes, directory, reception, CapacityLimiter(PAGE_THREADS), clock,
            _providers(settings, platform, clock), Gateway(Outbound(loopback=not settings.secure), clock),
        ),
        health=Health(platform, clock, product_version()),
        client=Client(settings.client),
        lanes=lanes,
        opening=lambda: _open(listeners),
        closing=lambda: _close(listeners, threads, lanes, platform),
        clock=clock,
        outside=settings,
    )  # fmt: skip
    return Door(parts, _routes())


def _others(urls: Mapping[str, str]) -> dict[str, Engine]:
    return {
        cell: create_engine(driver_url(url), pool_size=1, max_overflow=1, pool_pre_ping=True)
        for cell, url in urls.items() if cell != HOME
    }  # fmt: skip


def _listeners(settings: Settings, url: str, recognition: Recognition, ear: Ear) -> list[Listener]:
    """One for each cell: what a company's transactions tell is told in its own."""
    urls = cell_urls(settings, settings.listen_url or url, listening=True)
    return [Listener(one, recognition, ear, cell=cell) for cell, one in urls.items()]


def _ear(hub: Hub, counts: Counts, hearing: Hearing) -> Ear:
    def changed(word: Word) -> None:
        counts.changed(word)
        hub.changed(word)

    def missed() -> None:
        counts.forget_all()
        hub.missed()

    return Ear(hub.access, changed, missed, hearing)


def _providers(settings: Settings, platform: Engine, clock: Clock) -> Providers:
    own = tuple(
        Provider(one.key, one.name, one.issuer, one.client_id, one.client_secret, vouches=one.vouches)
        for one in settings.oidc
    )
    return Providers(platform, Seal(lambda: secret_key(settings)), clock, own)


def _web_url(settings: Settings) -> str:
    if settings.web_url is not None:
        return settings.web_url
    if settings.database_url is None:
        raise BadSetting("DATABASE_URL is missing; it must be the URL of a Postgres.")
    return role_urls(settings, settings.database_url).web


def _library() -> Library:
    return Library(graph(), read_trusted(Path(__file__).resolve().parents[1] / "graphql" / "persisted.json"))


def _routes() -> list[Route]:
    return [route for module in walk.modules("routes") for route in getattr(module, "ROUTES", ())]


def _open(listeners: Iterable[Listener]) -> None:
    for listener in listeners:
        listener.start()


def _close(listeners: Iterable[Listener], threads: Threads, lanes: Lanes, platform: Engine) -> None:
    for listener in listeners:
        listener.close()
    threads.close()
    lanes.dispose()
    platform.dispose()
