"""Builders: letters, and real mail servers with every habit that one can have."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from saas.core.texts import later
from saas.post.letters import Address, Button, Letter
from tests.ports import free_port


@dataclass
class Mailbox:
    """What a server was given; `refuse` answers instead of taking, by the command: `RCPT`, `DATA`."""

    taken: list[EmailMessage] = field(default_factory=list)
    readers: list[str] = field(default_factory=list)
    refuse: dict[str, str] = field(default_factory=dict)
    tries: int = 0

    async def handle_RCPT(  # noqa: N802  the name that aiosmtpd asks for
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        self.tries += 1
        if "RCPT" in self.refuse:
            return self.refuse["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802  the same
        if "DATA" in self.refuse:
            return self.refuse["DATA"]
        content = cast(bytes, envelope.content)
        self.taken.append(message_from_bytes(content, policy=default))
        self.readers += envelope.rcpt_tos
        return "250 2.0.0 taken"


@contextmanager
def mail_server(mailbox: Mailbox) -> Iterator[str]:
    """The URL of a server that runs for the while."""
    controller = Controller(mailbox, hostname="127.0.0.1", port=free_port(), enable_SMTPUTF8=True)
    controller.start()
    try:
        yield f"smtp://127.0.0.1:{controller.port}"
    finally:
        controller.stop()


@contextmanager
def broken_server(talk: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server that speaks as `talk` says, to one after another."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                talk(connection)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"smtp://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(5)


def says_nothing(connection: socket.socket) -> None:
    connection.recv(1)  # until the other side has had enough


def dies_in_the_message(connection: socket.socket) -> None:
    """Takes the envelope, and is gone when the message comes."""
    _answer(connection, until=b"DATA", last=None)


def dies_after_the_message(connection: socket.socket) -> None:
    """Has the whole message, and says nothing about it."""
    _answer(connection, until=b"\r\n.\r\n", last=None)


def _answer(connection: socket.socket, *, until: bytes, last: bytes | None) -> None:
    connection.sendall(b"220 broken\r\n")
    heard = b""
    while True:
        got = connection.recv(65536)
        if not got:
            return
        heard += got
        if until in heard:
            if last is not None:
                connection.sendall(last)
            return
        connection.sendall(b"354 go on\r\n" if got.upper().startswith(b"DATA") else b"250 OK\r\n")


def letter(locale: str = "en", **changes: object) -> Letter:
    known: dict[str, object] = {
        "to": Address("dana@acme.test", "Dana"),
        "kind": "tests.greeting",
        "subject": later("%(value)s is not an amount."),
        "paragraphs": (later("There is no such record."),),
        "button": Button(later("Send again"), "http://acme.localhost:8000/x?a=1&b=2"),
        "params": {"value": "דנה"},
    }
    return Letter(locale=locale, **(known | changes))  # type: ignore[arg-type]


def part(message: EmailMessage, kind: str) -> str:
    found = message.get_body((kind,))
    assert found is not None
    return cast(str, found.get_content()).replace("\r\n", "\n")
