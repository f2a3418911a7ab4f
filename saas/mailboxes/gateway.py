"""A mailbox, by IMAP: it is looked at, and nothing in it is changed.

Passwords go by TLS only; on one's own machine a server beside us may be asked without it.
"""

import base64
import imaplib
import re
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Final

from saas.core.errors import Invalid, Unavailable
from saas.core.texts import harmless
from saas.identity.outbound import is_public

QUIET: Final = 10.0
WHOLE: Final = 120.0
LARGEST: Final = 30_000_000
_LONGEST_REASON = 300
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NUMBER = re.compile(rb"(UIDVALIDITY|UIDNEXT|RFC822\.SIZE) (\d{1,18})", re.IGNORECASE)
_CAME = re.compile(rb'INTERNALDATE "([^"]{20,40})"', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """`beside` us, on one's own machine: any address may be asked, and without TLS."""

    host: str
    port: int
    username: str
    password: str = field(repr=False)
    folder: str = "INBOX"
    beside: bool = False


class Folder:
    """One that is open for reading; `uid_next` is what its next message will be called."""

    def __init__(self, server: imaplib.IMAP4, numbers: dict[str, int]) -> None:
        self._server = server
        self.uid_validity, self.uid_next = numbers["UIDVALIDITY"], numbers["UIDNEXT"]

    def after(self, uid: int) -> list[int]:
        """`N:*` finds the last one also where it is before N."""
        return [one for one in self._search(f"{uid + 1}:*", "UID") if one > uid]

    def since(self, day: date) -> list[int]:
        return self._search(f"{day.day:02d}-{_MONTHS[day.month - 1]}-{day.year}", "SINCE")

    def fetch(self, uid: int) -> tuple[bytes, datetime] | None:
        """The whole message, or of a huge one its head, and when it came; None where it is there no more."""
        size = _numbers(self._ask("FETCH", str(uid), "(RFC822.SIZE)")).get("RFC822.SIZE")
        if size is None:
            return None
        part = "BODY.PEEK[]" if size < LARGEST else "BODY.PEEK[HEADER]"
        for one in self._ask("FETCH", str(uid), f"(INTERNALDATE {part})"):
            if isinstance(one, tuple) and len(one) > 1:
                return bytes(one[1]), _came(bytes(one[0]))
        return None

    def _search(self, what: str, by: str) -> list[int]:
        lines = (line for line in self._ask("SEARCH", by, what) if isinstance(line, bytes))
        return sorted({int(one) for line in lines for one in line.split() if one.isdigit()})

    def _ask(self, command: str, *said: str) -> list[object]:
        return _ok(*self._server.uid(command, *said))


@contextmanager
def folder_at(place: Place) -> Iterator[Folder]:
    """Refuses in the server's words: Invalid is a no, Unavailable is not now."""
    server: imaplib.IMAP4 | None = None
    try:
        server = _connect(place)
        yield _open(server, place)
    except (imaplib.IMAP4.error, OSError, KeyError, ValueError) as error:
        message = "The mail server does not answer as it should: %(reason)s"
        raise Unavailable("MAILBOX_AWAY", message, reason=_reason(error)) from error
    finally:
        if server is not None:
            with suppress(OSError, imaplib.IMAP4.error):
                server.logout()


def _open(server: imaplib.IMAP4, place: Place) -> Folder:
    try:
        server.login(_quoted(place.username), place.password)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error as error:
        message = "The mail server does not let us in: %(reason)s"
        raise Invalid("MAILBOX_SHUT", message, "accessToken", reason=_reason(error)) from error
    named = _quoted(_utf7(place.folder))
    kind, answer = server.status(named, "(UIDVALIDITY UIDNEXT)")
    if kind != "OK" or server.select(named, readonly=True)[0] != "OK":
        raise Invalid("NO_FOLDER", "There is no folder %(name)s in this mailbox.", "folder", name=place.folder)
    return Folder(server, _numbers(answer))


def _connect(place: Place) -> imaplib.IMAP4:
    found = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    addresses = [str(entry[4][0]) for entry in found]
    if not place.beside and not all(is_public(address) for address in addresses):
        raise Invalid("BARRED_HOST", "This mail server does not stand on the open internet.", "host")
    return _Server(place, addresses[0])


class _Server(imaplib.IMAP4):
    """Connected to an address that was judged, under the name that its certificate must bear; bounded as a whole."""

    def __init__(self, place: Place, address: str) -> None:
        self._place, self._address = place, address
        self._until = time.monotonic() + WHOLE
        super().__init__(place.host, place.port, timeout=QUIET)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        plain = socket.create_connection((self._address, self._place.port), timeout)
        if self._place.beside:
            return plain
        return ssl.create_default_context().wrap_socket(plain, server_hostname=self._place.host)

    def read(self, size: int) -> bytes:
        if size > LARGEST + 1000 or time.monotonic() > self._until:
            raise self.abort("it says too much, or too slowly")
        return super().read(size)

    def readline(self) -> bytes:
        if time.monotonic() > self._until:
            raise self.abort("it takes too long")
        return super().readline()


def _ok(kind: str, answer: list[object]) -> list[object]:
    if kind != "OK":
        raise imaplib.IMAP4.error(str(answer))
    return answer


def _numbers(answer: list[object]) -> dict[str, int]:
    said = b" ".join(one if isinstance(one, bytes) else b"" for one in answer)
    return {name.decode().upper(): int(number) for name, number in _NUMBER.findall(said)}


def _came(said: bytes) -> datetime:
    found = _CAME.search(said)
    if found is None:
        return datetime.max.replace(tzinfo=UTC)
    return datetime.strptime(found[1].decode().strip(), "%d-%b-%Y %H:%M:%S %z")


def _quoted(said: str) -> str:
    escaped = said.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _utf7(name: str) -> str:
    """As RFC 3501 writes the names of folders."""
    parts = []
    for plain, letters in groupby(name, key=lambda letter: " " <= letter <= "~"):
        text = "".join(letters)
        coded = base64.b64encode(text.encode("utf-16-be")).decode().rstrip("=").replace("/", ",")
        parts.append(text.replace("&", "&-") if plain else f"&{coded}-")
    return "".join(parts)


def _reason(error: Exception) -> str:
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__  # without the number of an error
    return harmless(said, most=_LONGEST_REASON)
