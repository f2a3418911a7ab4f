"""A message as it lies in a mailbox: who wrote it, what it says, and whether a machine did."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses
from hashlib import sha256
from html.parser import HTMLParser

from saas.core.texts import harmless

LONGEST_TEXT = 9_000
LONGEST_ID = 200
_SILENT = frozenset({"script", "style", "head", "title", "template"})
_LINES = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote", "table", "ul", "ol"})
_MACHINES = ("mailer-daemon@", "postmaster@")
_BULK = frozenset({"bulk", "junk", "list", "auto_reply", "auto-reply"})
_TOLD_BY_MACHINES = ("x-autoreply", "x-autorespond", "x-auto-reply", "x-failed-recipients")
_ENDLESS = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Letter:
    """`address` is where an answer goes. One that is `automatic` is an out-of-office note, a bounce or a mailing."""

    id: str
    name: str
    address: str
    to: str
    subject: str
    text: str
    attachments: tuple[str, ...]
    automatic: bool


def read(raw: bytes) -> Letter:
    """Of anything whatever: what cannot be read is left out."""
    message = message_from_bytes(raw.replace(b"\0", b""))
    name, address = _answer_to(message)
    said = harmless(str(message.get("Message-ID", "")), most=LONGEST_ID + 1)
    whole, names = _body(message)
    return Letter(
        said if 0 < len(said) <= LONGEST_ID else f"sha256:{sha256(raw).hexdigest()}",
        harmless(name), harmless(address), harmless(_header(message, "To")), harmless(_header(message, "Subject")),
        _short(whole), tuple(names), automatic="@" not in address or _is_automatic(message),
    )  # fmt: skip


def _answer_to(message: Message) -> tuple[str, str]:
    """A form of another site sends for somebody, who is where the answer goes."""
    for header in ("Reply-To", "From"):
        for name, address in getaddresses([_raw(message, header)]):
            if "@" in address:
                return _decoded(name), address
    return "", ""


def _is_automatic(message: Message) -> bool:
    if _header(message, "Auto-Submitted").strip().lower() not in {"", "no"}:
        return True
    if _header(message, "Precedence").strip().lower() in _BULK or "list-id" in message:
        return True
    if message.get_content_type() == "multipart/report" or _raw(message, "Return-Path").strip() == "<>":
        return True
    sender = next((address.lower() for _name, address in getaddresses([_raw(message, "From")])), "")
    return sender.startswith(_MACHINES) or any(name in message for name in _TOLD_BY_MACHINES)


def _body(message: Message) -> tuple[str, list[str]]:
    """The plain text, else what the HTML says, and the names of what is attached."""
    plain, formatted, names = list[str](), list[str](), list[str]()
    for part in message.walk():
        if part.is_multipart():
            continue
        called, kind = _name_of(part), part.get_content_type()
        if called or part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
            names.append(harmless(called) or kind)
        elif kind == "text/html":
            formatted.append(text_of(_decode(part)))
        else:
            plain.append(_decode(part))
    written = "\n".join(plain).strip()
    return written or "\n".join(formatted).strip(), names


def _name_of(part: Message) -> str:
    try:
        return _decoded(part.get_filename() or "")
    except (LookupError, ValueError, TypeError):
        return ""


def _decode(part: Message) -> str:
    try:
        content = part.get_payload(decode=True)
    except (LookupError, ValueError, AssertionError):
        content = None
    held = content if isinstance(content, bytes) else str(part.get_payload()).encode("utf-8", "replace")
    said = str(part.get_content_charset("utf-8")).removesuffix("-i").removesuffix("-e")  # Hebrew in logical order
    for charset in (said, "utf-8", "cp1255"):
        try:
            return held.decode(charset)
        except (LookupError, ValueError):
            continue
    return held.decode("utf-8", "replace")


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self._silent += tag in _SILENT
        if tag in _LINES:
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag in _LINES and tag != "br":
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(" ".join(data.split()) + " " if data.strip() else " ")


def text_of(html: str) -> str:
    """What a reader of it would see, line by line."""
    parser = _Text()
    try:
        parser.feed(html)
        parser.close()
    except AssertionError:  # of a declaration that makes no sense
        pass
    lines = (" ".join(line.split()) for line in "".join(parser.said).split("\n"))
    return "\n".join(lines)


def _short(text: str) -> str:
    held = "".join(_legible(text.replace("\r\n", "\n").replace("\r", "\n")))
    flat = _ENDLESS.sub("\n\n", held).strip()
    return flat if len(flat) <= LONGEST_TEXT else flat[:LONGEST_TEXT] + "…"


def _legible(text: str) -> Iterator[str]:
    return (
        letter for letter in text if letter in {"\n", "\t"} or (letter >= " " and not "\ud800" <= letter <= "\udfff")
    )


def _header(message: Message, name: str) -> str:
    return _decoded(_raw(message, name))


def _raw(message: Message, name: str) -> str:
    return str(message.get(name, ""))


def _decoded(said: str) -> str:
    try:
        return str(make_header(decode_header(said)))
    except (HeaderParseError, MessageError, LookupError, ValueError):
        return said
