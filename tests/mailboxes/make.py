"""Builders: a mail server of others, and a company whose source reads a folder there."""

import imaplib
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from itertools import count
from pathlib import Path

from sqlalchemy import select

from saas.capture.model import Submission
from saas.core.outside import Nowhere
from saas.core.principal import system
from saas.core.work import Opener
from saas.mailboxes.actions import read_mailbox
from saas.mailboxes.model import EVERY
from saas.sources.actions import set_credentials
from tests.capture.make import work_off
from tests.members.make import Company, Json, key_of
from tests.ports import free_port
from tests.sources.make import make_source

USER, PASSWORD = "leads", "abcd efgh ijkl mnop"
PATIENCE = 60.0
_names = count()


@dataclass(frozen=True, slots=True)
class MailServer:
    port: int

    @contextmanager
    def entered(self) -> Iterator[imaplib.IMAP4]:
        server = imaplib.IMAP4("127.0.0.1", self.port, timeout=20)
        server.login(USER, PASSWORD)
        try:
            yield server
        finally:
            server.logout()

    def put(self, folder: str, *messages: bytes) -> None:
        with self.entered() as server:
            for message in messages:
                assert server.append(f'"{folder}"', "", "", message)[0] == "OK"

    def make(self, folder: str) -> None:
        with self.entered() as server:
            server.delete(f'"{folder}"')
            assert server.create(f'"{folder}"')[0] == "OK"


@contextmanager
def serving() -> Iterator[MailServer]:
    port = free_port()
    command = [str(Path(sys.executable).with_name("pymap")), "--host", "127.0.0.1", "--port", str(port), "--no-tls",
               "dict", "--demo-data", "--demo-user", USER, "--demo-password", PASSWORD]  # fmt: skip
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + PATIENCE
        while not _answers(port):
            assert time.monotonic() < until
            assert process.poll() is None
            time.sleep(0.05)
        yield MailServer(port)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _answers(port: int) -> bool:
    try:
        imaplib.IMAP4("127.0.0.1", port, timeout=5).logout()
    except (OSError, imaplib.IMAP4.error):
        return False
    return True


@dataclass
class Desk:
    """A company whose source reads a folder of its own; the worker looks whenever a test says so."""

    company: Company
    server: MailServer
    folder: str = field(default_factory=lambda: f"Leads{next(_names)}")
    source: Json = field(init=False)

    def __post_init__(self) -> None:
        self.server.make(self.folder)
        self.source = make_source(self.company, "Mailbox", kind="EMAIL")
        self.entrust(PASSWORD)
        self.set_up(self.folder)

    @property
    def opener(self) -> Opener:
        return Opener(self.company.lanes, self.company.tenant, system("worker"), self.company.clock)

    def entrust(self, password: str | None) -> None:
        with self.company.open("olga") as work:
            set_credentials(work, key_of(self.source), {"access_token": password})

    def set_up(self, folder: str, **more: object) -> None:
        place = {"host": "127.0.0.1", "port": self.server.port, "username": USER, "folder": folder}
        self.company.do("olga", "setMailbox", id=self.source["id"], **{**place, **more})

    def put(self, *messages: bytes) -> None:
        self.server.put(self.folder, *messages)

    def look(self, opener: Opener | None = None) -> None:
        """A minute later."""
        self.company.clock.pass_by(EVERY)
        read_mailbox(opener or self.opener, key_of(self.source))

    def look_and_work_off(self) -> None:
        self.look()
        work_off(self.company)

    def mailbox(self) -> Json:
        read = "query($id: ID!) { source(id: $id) { mailbox { host port folder checkedAt problemCode problem } } }"
        source = self.company.ask("olga", read, id=self.source["id"])["source"]
        assert isinstance(source, dict)
        return dict(source["mailbox"])

    def kept(self) -> list[tuple[str, str]]:
        with self.company.open() as work:
            found = work.all(select(Submission).order_by(Submission.external_id))
            return [(one.external_id, str(one.status)) for one in found]

    def leads(self) -> list[Json]:
        read = "{ leads(first: 100) { nodes { name email message channel answers { question answer } } } }"
        said = self.company.ask("olga", read)["leads"]
        assert isinstance(said, dict)
        return list(said["nodes"])


def anywhere() -> Nowhere:
    """Not on one's own machine."""
    return Nowhere(is_local=False)


def letter(id: str = "1", said: str = "Call me.", **headers: str) -> bytes:
    message = EmailMessage()
    given = {
        "From": "Dana Levi <dana@levi.test>",
        "To": "leads@acme.test",
        "Subject": "Hello",
        "Message-ID": f"<{id}@levi.test>",
    }
    for name, value in {**given, **{name.replace("_", "-"): value for name, value in headers.items()}}.items():
        message[name] = value
    message.set_content(said)
    return message.as_bytes()
