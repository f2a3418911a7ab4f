"""The sign-in host in a real browser: web and worker as processes, a mail server, an authenticator of Chromium."""

import os
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Final

import httpx2
import pytest
from aiosmtpd.controller import Controller
from playwright.sync_api import Browser, CDPSession, Page

from saas.local import supervisor
from tests.conftest import Database
from tests.ports import free_port
from tests.web.conftest import browser

__all__ = ["browser"]

HERE: Final = Path(__file__).resolve().parent
PATIENCE: Final = 60.0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@dataclass(slots=True)
class Mailbox:
    """A mail server that takes every mail and keeps it."""

    mails: list[EmailMessage] = field(default_factory=list)

    async def handle_DATA(self, _server: object, _session: object, envelope: object) -> str:  # noqa: N802  its own name
        message = message_from_bytes(envelope.content, policy=default)  # type: ignore[attr-defined]
        assert isinstance(message, EmailMessage)
        self.mails.append(message)
        return "250 OK"

    def wait_for(self, to: str, *, count: int = 1) -> EmailMessage:
        """The latest of at least `count` to this address."""
        deadline = time.monotonic() + PATIENCE
        while True:
            found = [mail for mail in self.mails if to in str(mail["To"])]
            if len(found) >= count:
                return found[-1]
            assert time.monotonic() < deadline, f"no mail came to {to}"
            time.sleep(0.1)


@dataclass(frozen=True, slots=True)
class Site:
    port: int
    home: Path

    def login(self, path: str = "/") -> str:
        return f"http://login.localhost:{self.port}{path}"

    def company(self, slug: str, path: str = "/") -> str:
        return f"http://{slug}.localhost:{self.port}{path}"

    def logs(self) -> str:
        return "\n".join(log.read_text() for log in self.home.glob("*.log"))


@pytest.fixture(scope="session")
def mailbox() -> Iterator[tuple[Mailbox, int]]:
    box, port = Mailbox(), free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, port
    controller.stop()


@pytest.fixture
def mails(mailbox: tuple[Mailbox, int]) -> Mailbox:
    return mailbox[0]


@pytest.fixture(scope="session")
def site(database: Database, mailbox: tuple[Mailbox, int], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A web client is not what is tried here: a page of one word stands for it."""
    home, free = tmp_path_factory.mktemp("login"), free_port()
    client = home / "dist"
    client.mkdir()
    (client / "index.html").write_text("<!doctype html><title>Kesher</title><div id=root>the client</div>")
    (client / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    environment = os.environ | {
        "KESHER_MODE": "local", "KESHER_HOME": str(home), "KESHER_PORT": str(free), "KESHER_LANES": "1",
        "KESHER_WEB_DATABASE_URL": database.web_url, "KESHER_WORK_DATABASE_URL": database.work_url,
        "KESHER_MIGRATE_DATABASE_URL": database.migrate_url, "KESHER_CLIENT": str(client),
        "KESHER_SMTP_URL": f"smtp://127.0.0.1:{mailbox[1]}", "PYTHONPATH": str(HERE.parents[1]),
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
    yield Site(free, home)
    supervisor.stop(children)


def _answers(port: int) -> bool:
    """Web and worker both: without a foundry nobody can sign up."""
    with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=3) as answer:
        return b'"worker":{"state":"up"' in answer.read().replace(b" ", b"")
    return False


@dataclass(slots=True)
class Someone:
    """A browser with an authenticator in it, in one language. What its pages write to the console is kept."""

    page: Page
    site: Site
    cdp: CDPSession
    authenticator: str
    noise: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        self.page.goto(self.site.login(path))
        return self.page

    def submit(self, *, expect: str | None = None) -> Page:
        """The page's main button."""
        self.page.locator("button.button:not(.quiet)").first.click()
        if expect is not None:
            self.page.wait_for_url(expect)
        return self.page

    def alert(self) -> str:
        note = self.page.locator("[role=alert]")
        note.wait_for()
        return note.inner_text()

    def verify_user(self, *, able: bool) -> None:
        """Whether the authenticator finds that it is its person."""
        self.cdp.send("WebAuthn.setUserVerified", {"authenticatorId": self.authenticator, "isUserVerified": able})

    def credentials(self) -> list[dict[str, object]]:
        answer = self.cdp.send("WebAuthn.getCredentials", {"authenticatorId": self.authenticator})
        found = answer["credentials"]
        assert isinstance(found, list)
        return found

    def give(self, credential: dict[str, object]) -> None:
        self.cdp.send("WebAuthn.addCredential", {"authenticatorId": self.authenticator, "credential": credential})

    def post(self, path: str, body: str = "") -> int:
        """With this browser's cookies, not by its page; the status of the answer."""
        host = f"login.localhost:{self.site.port}"
        cookies = self.page.context.cookies(self.site.login())
        headers = {
            "host": host, "content-type": "application/x-www-form-urlencoded", "accept": "text/html",
            "cookie": "; ".join(f"{one.get('name')}={one.get('value')}" for one in cookies),
        }  # fmt: skip
        return httpx2.post(f"http://127.0.0.1:{self.site.port}{path}", content=body, headers=headers).status_code

    def lose(self) -> None:
        """All passkeys of this device."""
        self.cdp.send("WebAuthn.clearCredentials", {"authenticatorId": self.authenticator})

    def sign_up(self, name: str, email: str, path: str = "/sign-up") -> Page:
        """With a new passkey, until the form for the company."""
        page = self.go(path)
        page.fill("[name=name]", name)
        page.fill("[name=email]", email)
        self.submit()
        page.wait_for_selector("[name=slug]")
        return page

    def found(self, name: str, slug: str) -> Page:
        """A company, until its board."""
        self.page.fill("form [name=name]", name)
        self.page.fill("[name=slug]", slug)
        return self.submit(expect=f"**//{slug}.localhost:*/deals/board")


Meet = Callable[..., Someone]


@pytest.fixture
def meet(browser: Browser, site: Site) -> Iterator[Meet]:
    """Another person, with a browser and a device of his own. At the end no page may have written to the console."""
    met: list[Someone] = []

    def meet_(locale: str = "en", *, script: bool = True, expects_noise: bool = False) -> Someone:
        context = browser.new_context(locale=locale, java_script_enabled=script, service_workers="block")
        page = context.new_page()
        page.set_default_timeout(20_000)
        cdp = context.new_cdp_session(page)
        cdp.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
            "isUserVerified": True, "automaticPresenceSimulation": True,
        }  # fmt: skip
        made = cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        one = Someone(page, site, cdp, made["authenticatorId"])
        if not expects_noise:
            page.on("console", lambda said: one.noise.append(said.text) if said.type == "error" else None)
            page.on("pageerror", lambda error: one.noise.append(str(error)))
        met.append(one)
        return one

    yield meet_
    noise = [line for one in met for line in one.noise]
    for one in met:
        one.page.context.close()
    assert noise == []
