"""The mail server, by SMTP.

What it says decides: 2xx is sent, 4xx and what cannot be reached is tried later, 5xx about the reader or the message
is a no for certain. Between the end of the message and its answer there is a moment in which nobody can know: a server
that falls silent there leaves it unclear.
"""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime, parseaddr
from typing import Final
from urllib.parse import unquote, urlsplit
from uuid import UUID

from saas.core.clock import Clock
from saas.core.effects import Unclear
from saas.core.errors import Invalid, Unavailable
from saas.core.model import Json
from saas.core.texts import harmless
from saas.post.letters import Address, as_html, as_text

TIMEOUT: Final = 15.0
PORTS: Final = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
_SENT, _GO_ON, _PERMANENT = 250, 354, 500
_LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class Enveloped:
    """A message with what SMTP itself is told: `body` with CRLF; `wide` where an address is not plain ASCII."""

    sender: str
    reader: str
    body: bytes
    wide: bool


def compose(to: tuple[UUID, Address, str], content: Json, *, sender: str, clock: Clock | None = None) -> Enveloped:
    """`to` is the mail's id, its reader and his language. The same id gives the same Message-ID on each try."""
    id, reader, locale = to
    from_name, from_address = parseaddr(sender)
    email = _ascii_domain(reader.email)
    wide = not email.isascii()
    message = EmailMessage(policy=SMTPUTF8 if wide else SMTP)
    message["From"] = _header(from_name, from_address)
    message["To"] = _header(reader.name, email)
    message["Subject"] = harmless(str(content["subject"]), most=300)
    message["Date"] = format_datetime((clock or Clock()).now())
    message["Message-ID"] = f"<{id}@{from_address.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(as_text(content), cte="base64")
    message.add_alternative(as_html(content, locale), subtype="html", cte="base64")
    message["Content-Language"] = locale
    return Enveloped(from_address, email, message.as_bytes(), wide)


class MailServer:
    """`url` is `smtp://`, `smtp+starttls://` or `smtps://`, with user and password before the host where it asks."""

    def __init__(self, url: str, *, timeout: float = TIMEOUT) -> None:
        self._url = urlsplit(url)
        self._timeout = timeout

    def send(self, mail: Enveloped) -> Json:
        """Raises Unavailable, Invalid or Unclear, each with the server's words as its reason."""
        with _tried_later():
            server = self._connect()
        try:
            with _tried_later():
                self._greet(server, mail)
                self._address(server, mail)
            return {"answer": self._hand_over(server, mail.body)}
        finally:
            with suppress(OSError, smtplib.SMTPException):
                server.close()

    def _connect(self) -> smtplib.SMTP:
        host, port = self._url.hostname or "", self._url.port or PORTS[self._url.scheme]
        if self._url.scheme == "smtps":
            return smtplib.SMTP_SSL(host, port, timeout=self._timeout, context=ssl.create_default_context())
        return smtplib.SMTP(host, port, timeout=self._timeout)

    def _greet(self, server: smtplib.SMTP, mail: Enveloped) -> None:
        server.ehlo_or_helo_if_needed()
        if self._url.scheme == "smtp+starttls":
            server.starttls(context=ssl.create_default_context())
            server.ehlo()
        if self._url.username:
            server.login(unquote(self._url.username), unquote(self._url.password or ""))
        if mail.wide and not server.has_extn("smtputf8"):
            raise _no("the mail server takes no addresses but plain ones")

    def _address(self, server: smtplib.SMTP, mail: Enveloped) -> None:
        code, said = server.mail(mail.sender, ["SMTPUTF8", "BODY=8BITMIME"] if mail.wide else [])
        _judge(code, said)
        code, said = server.rcpt(mail.reader)
        _judge(code, said)

    def _hand_over(self, server: smtplib.SMTP, body: bytes) -> str:
        with _tried_later():
            code, said = server.docmd("DATA")
            if code != _GO_ON:
                _judge(code, said)
                raise _not_yet(_words(code, said))
            server.send(_dotted(body))  # its end goes last: where this fails, no server has the whole message
        try:
            code, said = server.getreply()
        except (OSError, smtplib.SMTPException) as error:
            raise Unclear(f"the mail server did not answer after the message: {_shown(str(error))}") from error
        _judge(code, said)
        return _words(code, said)


@contextmanager
def _tried_later() -> Iterator[None]:
    """What goes wrong here has certainly not sent anything."""
    try:
        yield
    except smtplib.SMTPResponseException as error:
        raise _not_yet(_words(error.smtp_code, error.smtp_error)) from error
    except (OSError, smtplib.SMTPException) as error:
        raise _not_yet(_shown(str(error) or type(error).__name__)) from error


def _judge(code: int, said: bytes | str) -> None:
    if code >= _PERMANENT:
        raise _no(_words(code, said))
    if not _SENT <= code < _SENT + 50:
        raise _not_yet(_words(code, said))


def _no(reason: str) -> Invalid:
    return Invalid("MAIL_REFUSED", "The mail server refused it: %(reason)s", reason=reason)


def _not_yet(reason: str) -> Unavailable:
    return Unavailable("MAIL_SERVER", "The mail server cannot take it now: %(reason)s", reason=reason)


def _words(code: int, said: bytes | str) -> str:
    return _shown(f"{code} {said.decode('utf-8', 'replace') if isinstance(said, bytes) else said}")


def _shown(said: str) -> str:
    return harmless(said, most=_LONGEST_REASON)


def _dotted(body: bytes) -> bytes:
    """As RFC 5321 wants it: a dot that begins a line is doubled, one alone ends the message."""
    doubled = body.replace(b"\r\n.", b"\r\n..")
    return (doubled if doubled.endswith(b"\r\n") else doubled + b"\r\n") + b".\r\n"


def _header(name: str, email: str) -> HeaderAddress | str:
    """`email` was read as an address before: it has neither blanks nor brackets."""
    shown = harmless(name, most=100).replace('"', "'").replace("\\", "")
    if email.isascii():
        return HeaderAddress(shown, addr_spec=email)
    return f'"{shown}" <{email}>' if shown else f"<{email}>"


def _ascii_domain(email: str) -> str:
    local, at, domain = email.rpartition("@")
    try:
        return f"{local}{at}{domain.encode('idna').decode()}"
    except UnicodeError:
        return email
