"""Builders: a push service that asks for all that RFC 8030, 8292 and 8291 want, and fails in its ways."""

import json
import re
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler
from secrets import token_bytes, token_urlsafe
from uuid import UUID

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from joserfc import jwt
from joserfc.jwk import ECKey

from saas.core.clock import Clock
from saas.core.outside import Nowhere
from saas.core.principal import system
from saas.core.work import Opener
from tests.loopback import http_server
from tests.members.make import Company, Json, key_of

_AUTHORIZATION = re.compile(r"vapid t=([\w-]+\.[\w-]+\.[\w-]+), k=([\w-]{87})")
_TOPIC = re.compile(r"[\w-]{1,32}")
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Said:
    """An answer of the service; `after` are the seconds before it."""

    status: int = 201
    headers: Mapping[str, str] = field(default_factory=dict)
    after: float = 0.0


@dataclass
class Browser:
    """One that has subscribed for a key of ours: it alone reads what comes."""

    url: str
    ours: str
    path: str = field(default_factory=lambda: f"/push/{token_urlsafe(32)}")
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    auth: bytes = field(default_factory=lambda: token_bytes(16))

    @property
    def subscription(self) -> dict[str, str]:
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return {"endpoint": self.url + self.path, "publicKey": unpadded(point), "secret": unpadded(self.auth)}

    def read(self, sealed: bytes) -> Json:
        said = http_ece.decrypt(sealed, private_key=self.key, auth_secret=self.auth, version="aes128gcm")
        found = json.loads(said)
        assert isinstance(found, dict)
        return found


@dataclass
class PushService:
    """`shown` is what its browsers were given, with the headers it came with; `next` is what it says first, and `after`
    are the seconds before it says that it took something.
    """

    url: str = ""
    clock: Clock = field(default_factory=Clock)
    browsers: dict[str, Browser] = field(default_factory=dict)
    next: list[Said] = field(default_factory=list)
    shown: list[tuple[Browser, Json, dict[str, str]]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    asked: int = 0
    after: float = 0.0

    def subscribe(self, ours: str) -> Browser:
        browser = Browser(self.url, ours)
        self.browsers[browser.path] = browser
        return browser

    def take(self, path: str, headers: dict[str, str], body: bytes) -> Said:
        self.asked += 1
        if self.next:
            return self.next.pop(0)
        browser = self.browsers.get(path)
        if browser is None:
            return Said(410)
        wrong = self.complaint(browser, headers, body)
        if wrong is not None:
            self.refused.append(wrong)
            return Said(403)
        self.shown.append((browser, browser.read(body), headers))
        return Said(after=self.after)

    def complaint(self, browser: Browser, headers: dict[str, str], body: bytes) -> str | None:
        """What a push service does not take."""
        signed = _AUTHORIZATION.fullmatch(headers.get("authorization", ""))
        if signed is None or signed[2] != browser.ours:
            return "another key than it was subscribed for"
        claims = jwt.decode(signed[1], key_from(signed[2]), algorithms=["ES256"]).claims
        if claims["aud"] != self.url or not claims["sub"].startswith("mailto:") or "@" not in claims["sub"]:
            return f"claims: {claims}"
        if not 0 < claims["exp"] - self.clock.now().timestamp() <= _DAY:
            return f"expires: {claims['exp']}"
        if headers.get("content-encoding") != "aes128gcm" or len(body) > 4096:
            return "content"
        if not headers.get("ttl", "").isdigit() or headers.get("urgency") not in {"low", "normal", "high"}:
            return "ttl, urgency"
        return None if _TOPIC.fullmatch(headers.get("topic", "")) else "topic"

    def said(self) -> list[Json]:
        return [message for _browser, message, _headers in self.shown]


@contextmanager
def serving() -> Iterator[PushService]:
    service = PushService()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            said = service.take(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
            time.sleep(said.after)
            try:
                self.send_response(said.status)
                for name, value in {"content-length": "0", **said.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
            except OSError:
                return  # nobody waits any more

    with http_server(Handler) as service.url:
        yield service


@dataclass(frozen=True, slots=True)
class Beyond(Nowhere):
    """As on one's own machine, or with `is_local` False as on a server."""

    mail_from: str = "Acme <crm@acme.test>"


def worker(company: Company, *, local: bool = True) -> Opener:
    outside = replace(Beyond(), is_local=local)
    return Opener(company.lanes, company.tenant, system("worker"), company.clock, outside)


def subscribe(company: Company, service: PushService, who: str, name: str = "Firefox on Linux") -> tuple[Browser, UUID]:
    ours = company.ask(who, "{ pushKey }")["pushKey"]
    assert isinstance(ours, str)
    browser = service.subscribe(ours)
    return browser, key_of(company.do(who, "subscribePushDevice", name=name, **browser.subscription))


def devices(company: Company, who: str) -> list[Json]:
    said = company.ask(who, "{ pushDevices { nodes { id name usedAt problem } } }")["pushDevices"]
    assert isinstance(said, dict)
    return list(said["nodes"])


def unpadded(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def key_from(text: str) -> ECKey:
    point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), urlsafe_b64decode(text + "="))
    return ECKey.import_key(point.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
