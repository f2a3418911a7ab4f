"""Builders: a network that tells leads and fails in its ways, and a company that listens to it."""

import hmac
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit

import httpx2
import orjson
from sqlalchemy import select

from saas.adverts.actions import fetch_lead
from saas.capture.model import Submission, SubmissionStatus
from saas.core.principal import system
from saas.core.work import Opener
from saas.settings import Settings
from saas.sources.actions import set_credentials
from tests.capture.make import work_off
from tests.edge.conftest import Site, host_of
from tests.loopback import http_server
from tests.members.make import Company, Json, key_of
from tests.sources.make import make_source

SIGNING, TOKEN, VERIFY = "the app's own secret", "EAAB-token", "what was typed in there"


@dataclass(frozen=True, slots=True)
class Told:
    """One answer of the network. `drip` are the seconds before each of its bytes."""

    status: int = 200
    body: Json | bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    drip: float = 0.0


@dataclass
class Network:
    """Tells what `leads` says of an address; what `next` holds it says first, whatever is asked."""

    url: str = ""
    leads: dict[str, Json] = field(default_factory=dict)
    missing: Told = field(default_factory=lambda: Told(404, {}))
    next: list[Told] = field(default_factory=list)
    asked: list[tuple[str, dict[str, list[str]], dict[str, str]]] = field(default_factory=list)

    def tell(self, path: str) -> Told:
        if self.next:
            return self.next.pop(0)
        lead = self.leads.get(path)
        return self.missing if lead is None else Told(200, lead)


@contextmanager
def serving() -> Iterator[Network]:
    network = Network()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            headers = {name.lower(): value for name, value in self.headers.items()}
            network.asked.append((asked.path, parse_qs(asked.query), headers))
            told = network.tell(asked.path)
            body = told.body if isinstance(told.body, bytes) else json.dumps(told.body).encode()
            self.send_response(told.status)
            for name, value in {"content-length": str(len(body)), **told.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for byte in [body] if not told.drip else [body[n : n + 1] for n in range(len(body))]:
                    time.sleep(told.drip)
                    self.wfile.write(byte)
            except OSError:
                return  # nobody waits any more

    with http_server(Handler) as network.url:
        yield network


@dataclass
class Desk:
    """A company with its web process, its worker, and the network that both talk to."""

    site: Site
    company: Company
    network: Network

    @cached_property
    def settings(self) -> Settings:
        return replace(
            self.site.settings,
            facebook_url=f"{self.network.url}/v24.0",
            linkedin_url=self.network.url,
            linkedin_version=202605,
        )

    @property
    def opener(self) -> Opener:
        """The worker's."""
        company = self.company
        return Opener(company.lanes, company.tenant, system("worker"), company.clock, self.settings)

    def source(self, kind: str) -> Json:
        made = make_source(self.company, kind, kind=kind)
        self.company.do("olga", "setSourceSecret", id=made["id"], secret=VERIFY)
        self.entrust(made, signing_secret=SIGNING, access_token=TOKEN)
        return made

    def entrust(self, source: Json, **secrets: str | None) -> None:
        company = self.company
        opener = Opener(company.lanes, company.tenant, company.principal("olga"), company.clock, self.settings)
        with opener() as work:
            set_credentials(work, key_of(source), secrets)

    def get(self, path: str, **said: str) -> httpx2.Response:
        return self.site.ask("GET", path, host=host_of(self.company.tenant), params=said)

    def post(self, path: str, body: bytes, **headers: bytes | str) -> httpx2.Response:
        named = [(name.replace("_", "-"), value) for name, value in headers.items()]
        return self.site.ask("POST", path, host=host_of(self.company.tenant), content=body, headers=named)

    def fetch(self) -> None:
        """As the worker does: whatever is only told of is fetched, and what is there is taken in."""
        with self.company.open() as work:
            asked = select(Submission).where(Submission.status == SubmissionStatus.WAITING)
            waiting = work.all(asked.order_by(Submission.external_id))
            keys = [one.id for one in waiting if one.is_notice]
        for key in keys:
            fetch_lead(self.opener, key)

    def work_off(self) -> None:
        self.fetch()
        with self.company.open() as work:
            left = work.all(select(Submission).where(Submission.status == SubmissionStatus.WAITING))
            assert not [one for one in left if one.is_notice]
        work_off(self.company)

    def waiting(self) -> list[tuple[str, int, str | None]]:
        """Status, attempts and problem of every submission, as they came."""
        with self.company.open() as work:
            found = work.all(select(Submission).order_by(Submission.received_at, Submission.external_id))
            return [(str(one.status), one.attempts, one.problem_code) for one in found]

    def leads(self) -> list[Json]:
        read = """{ leads(first: 100) { nodes { name email phone company title channel utmSource utmMedium utmCampaign
            utmTerm utmContent consents { kind } answers { question answer } } } }"""
        said = self.company.ask("olga", read)["leads"]
        assert isinstance(said, dict)
        return list(said["nodes"])


def mac(body: bytes, secret: str = SIGNING) -> str:
    return hmac.new(secret.encode(), body, sha256).hexdigest()


def bytes_of(said: Json) -> bytes:
    return orjson.dumps(said)
