"""A real browser before a real server: the web client as it is built, web and worker as processes, companies filled."""

import os
import shutil
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, StorageState, expect, sync_playwright
from sqlalchemy import Engine

from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.demo.actions import fill
from saas.local import supervisor, web
from saas.members.actions import MemberDraft, add_member
from saas.members.model import MemberStatus
from saas.pipelines.actions import DEFAULT_STAGES, create_pipeline
from tenants import provision
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.conftest import Database, make_tenant
from tests.ports import free_port

HERE: Final = Path(__file__).resolve().parent
FILES: Final = HERE.parents[2] / "shared" / "data" / "crm_sales_opportunities"
BROWSERS: Final = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")  # the lightest first
CHROMIUM: Final = next(filter(None, map(shutil.which, BROWSERS)), None)
FLAGS: Final = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
)  # fmt: skip
PATIENCE: Final = 60.0
expect.set_options(timeout=15_000)  # a busy machine is slow, not wrong
SPEAK: Final = """language => fetch('/graphql', {
  method: 'POST',
  headers: {'content-type': 'application/json', 'graphql-require-preflight': '1'},
  body: JSON.stringify({
    query: 'mutation Speak($to: String!) { updateProfile(input: {locale: $to}) { problems { message } } }',
    variables: {to: language},
  }),
}).then(answer => (localStorage.setItem('kesher.language', language), answer.json()))"""
"""Both are said: a device that speaks another language than its member would load its first page twice."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at."""

    language: str = "en"
    scheme: str = "light"
    width: int = 1400
    height: int = 900


@dataclass(slots=True)
class Visit:
    """A page of one company, opened by its owner; what it writes to the console is kept."""

    page: Page
    origin: str
    noise: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        self.page.goto(self.origin + path)
        self.page.wait_for_load_state("networkidle")
        return self.page

    def deaf(self) -> Self:
        """Is told nothing live, as where no WebSocket comes through."""
        self.page.add_init_script("delete window.WebSocket")
        return self


Visitor = Callable[..., Visit]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def port(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Of a web server with a worker beside it, on this worker's own database."""
    web.build(lambda _told: None)
    home, free = tmp_path_factory.mktemp("site"), free_port()
    environment = os.environ | {
        "KESHER_MODE": "local", "KESHER_HOME": str(home), "KESHER_PORT": str(free), "KESHER_LANES": "1",
        "KESHER_WEB_DATABASE_URL": database.web_url, "KESHER_WORK_DATABASE_URL": database.work_url,
        "KESHER_MIGRATE_DATABASE_URL": database.migrate_url, "PYTHONPATH": str(HERE.parents[1]),
        "KESHER_BACKUPS": (home / "backups").as_uri(),
    }  # fmt: skip
    children = [
        supervisor.start(
            name, [sys.executable, "-m", "saas.cli", name], log=home / f"{name}.log", environment=environment
        )
        for name in ("serve", "work")
    ]
    deadline = time.monotonic() + PATIENCE
    while not _answers(free):
        assert time.monotonic() < deadline, "\n".join(child.log.read_text() for child in children)
        time.sleep(0.1)
    yield free
    supervisor.stop(children)


def _answers(port: int) -> bool:
    with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=3) as answer:
        return bool(answer.status == 200)
    return False


@pytest.fixture(scope="session")
def demo(migrate_engine: Engine, work_lanes: Lanes) -> Tenant:
    """The company that `bin/up` shows: two years of deals in three languages."""
    tenant = provision.create(
        migrate_engine, slug="demo", name="Oren Agencies", currency="ILS", locale="en", time_zone="Asia/Jerusalem"
    )  # fmt: skip
    fill(Opener(work_lanes, tenant, system("tests"), Clock()), Clock())
    return tenant


@pytest.fixture
def empty(migrate_engine: Engine, work_lanes: Lanes) -> Tenant:
    """A company of this test's own: an owner, a pipeline, nothing else."""
    tenant = make_tenant(migrate_engine, f"empty-{uuid4().hex[:10]}")
    with Opener(work_lanes, tenant, system("tests"), Clock())() as work:
        add_member(
            work,
            MemberDraft(
                "Dana Levi", "owner@fresh.test", Role.OWNER, locale="en", time_zone="UTC", status=MemberStatus.ACTIVE
            ),
        )
        create_pipeline(work, "Sales", DEFAULT_STAGES)
    return tenant


@pytest.fixture
def visit(browser: Browser, port: int) -> Iterator[Visitor]:
    """Opens a company's pages as its owner or as the member of an address. At the end no page may have written to the
    console. Only one that `keeps` has a service worker: it fetches the whole client, half of what a visit costs.
    """
    opened: list[tuple[BrowserContext, Visit]] = []

    def open_(tenant: Tenant, look: Look | None = None, *, member: str = "", keeps: bool = False) -> Visit:
        look = look or Look()
        origin = f"http://{tenant.slug}.localhost:{port}"
        context = browser.new_context(
            viewport={"width": look.width, "height": look.height},
            locale="en-GB",
            color_scheme="dark" if look.scheme == "dark" else "light",
            storage_state=_signed_in(browser, origin, member),
        )
        page = context.new_page()
        page.set_default_timeout(15_000)
        if not keeps:
            page.add_init_script("delete Navigator.prototype.serviceWorker")
        made = Visit(page, origin)
        page.goto(f"{origin}/icon.svg")
        assert page.evaluate(SPEAK, look.language)["data"]["updateProfile"]["problems"] == []
        page.on("console", lambda message: made.noise.extend(_noise(message)))
        page.on("pageerror", lambda error: made.noise.append(str(error)))
        opened.append((context, made))
        return made

    yield open_
    noise = [line for _, made in opened for line in made.noise]
    for context, _ in opened:
        context.close()
    assert noise == []


_states: dict[tuple[str, str], StorageState] = {}


def _signed_in(browser: Browser, origin: str, member: str) -> StorageState:
    """Through the page on which a person signs in; once for each member of a company, by e-mail."""
    if (origin, member) not in _states:
        context = browser.new_context(service_workers="block")
        page = context.new_page()
        page.goto(f"{origin}/deals/board")
        assert "/sign-in" in page.url
        page.locator("button[name=member]", has_text=member).first.click()
        page.wait_for_url("**/deals/board")
        _states[origin, member] = context.storage_state()
        context.close()
    return _states[origin, member]


def _noise(message: ConsoleMessage) -> list[str]:
    return [message.text] if message.type in {"error", "warning"} else []
