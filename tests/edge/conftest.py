"""The whole of HTTP over a real database, asked in process."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import httpx2
import pytest

from saas.app import create_app
from saas.edge.door import Door
from saas.settings import Mode, Settings
from tenants.registry import Tenant
from tests.conftest import Database

SCRIPT = {"graphql-require-preflight": "1"}  # what a script of ours adds to the session's cookie
LOOPBACK = ("127.0.0.1", 40000)
Ask = Callable[..., httpx2.Response]


@dataclass(frozen=True, slots=True)
class Site:
    """One web process; `ask` sends one request to it."""

    settings: Settings
    door: Door
    headers: dict[str, str] = field(default_factory=dict)

    def ask(
        self,
        method: str,
        path: str,
        *,
        host: str = "localhost:8000",
        client: tuple[str, int] = LOOPBACK,
        **more: object,
    ) -> httpx2.Response:
        async def send() -> httpx2.Response:
            transport = httpx2.ASGITransport(self.door, client=client)
            async with httpx2.AsyncClient(transport=transport, base_url=f"http://{host}") as http:
                return await http.request(method, path, **more)  # type: ignore[arg-type]

        return asyncio.run(send())

    def ask_many(self, times: int, method: str, path: str, **more: object) -> list[httpx2.Response]:
        """All at once."""

        async def send() -> list[httpx2.Response]:
            transport = httpx2.ASGITransport(self.door, client=LOOPBACK)
            async with httpx2.AsyncClient(transport=transport, base_url="http://localhost:8000") as http:
                return await asyncio.gather(*(http.request(method, path, **more) for _ in range(times)))  # type: ignore[arg-type]

        return asyncio.run(send())

    def graphql(
        self, query: str, *, host: str = "127.0.0.1:8000", token: str | None = None, **headers: str
    ) -> httpx2.Response:
        known = {"authorization": f"Bearer {token}"} if token else {}
        return self.ask("POST", "/graphql", host=host, json={"query": query}, headers={**SCRIPT, **known, **headers})


@pytest.fixture
def client_folder(tmp_path: Path) -> Path:
    """A built web client, as small as one can be."""
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><script>var a = 1</script><div id=root></div>")
    (folder / "assets" / "main-abc123.js").write_text("console.log('hello')\n" * 200)
    (folder / "icon.svg").write_text("<svg/>")
    (tmp_path / "secret.txt").write_text("secret")
    return folder


@pytest.fixture
def settings(database: Database, client_folder: Path, tmp_path: Path) -> Settings:
    return Settings(
        mode=Mode.LOCAL, home=tmp_path, web_url=database.web_url, work_url=database.work_url,
        migrate_url=database.migrate_url, client=client_folder, lanes=1, lane_size=2,
    )  # fmt: skip


@pytest.fixture
def site(settings: Settings) -> Iterator[Site]:
    door = create_app(settings)
    yield Site(settings, door)
    door.close()


@pytest.fixture
def make_site(settings: Settings) -> Iterator[Callable[..., Site]]:
    """Other sites, by what is different in their settings."""
    made: list[Door] = []

    def make(**changes: object) -> Site:
        changed = replace(settings, **changes)  # type: ignore[arg-type]
        made.append(create_app(changed))
        return Site(changed, made[-1])

    yield make
    for door in made:
        door.close()


def host_of(tenant: Tenant) -> str:
    return f"{tenant.slug}.localhost:8000"
