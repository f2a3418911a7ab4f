"""Identity providers as real servers: a certified one, and one that lies as it is told to."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from tests.loopback import http_server
from tests.ports import free_port

HERE = Path(__file__).resolve().parent
PATIENCE = 60.0
SECRET = "a-secret-of-a-client"


@contextmanager
def certified(redirects: list[str], *, port: int | None = None, token_email: bool = True) -> Iterator[str]:
    """Npm `oidc-provider` as a process; yields its issuer. Its one client is `kesher` with `SECRET`."""
    chosen = port or free_port()
    client = {"id": "kesher", "secret": SECRET, "redirects": redirects}
    settings = json.dumps({"port": chosen, "clients": [client], "tokenEmail": token_email})
    process = subprocess.Popen(
        ["node", str(HERE / "provider.mjs"), settings], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    with _running(process, f"http://127.0.0.1:{chosen}") as issuer:
        yield issuer


@contextmanager
def canaille(redirect: str, email: str) -> Iterator[str]:
    """Canaille as a process; yields its issuer. Its one person is `dana`, its one client `kesher` with `SECRET`."""
    port = free_port()
    command = [sys.executable, str(HERE / "canaille_provider.py"), str(port), redirect, email]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with _running(process, f"http://127.0.0.1:{port}") as issuer:
        yield issuer


@contextmanager
def _running(process: "subprocess.Popen[bytes]", issuer: str) -> Iterator[str]:
    try:
        deadline = time.monotonic() + PATIENCE
        while not _answers(f"{issuer}/.well-known/openid-configuration"):
            assert process.poll() is None, "the provider ended"
            assert time.monotonic() < deadline, "the provider does not answer"
            time.sleep(0.05)
        yield issuer
    finally:
        process.terminate()
        process.wait(10)


def _answers(url: str) -> bool:
    try:
        return httpx2.get(url, timeout=2).status_code == 200
    except httpx2.HTTPError:
        return False


@dataclass
class Liar:
    """A provider that signs in whoever comes, at once. A test says what is wrong with what it says.

    `claims` are put over the true ones of the token: None takes one away, a span of time counts from now. `metadata` is
    put over its own description, `answer` over what the browser brings back.
    """

    issuer: str = ""
    claims: dict[str, object] = field(default_factory=dict)
    metadata: dict[str, object] = field(default_factory=dict)
    answer: dict[str, str | None] = field(default_factory=dict)
    email: str = "dana@example.test"
    verified: bool | None = True
    down: bool = False
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one", "use": "sig"}))
    signs_with: RSAKey | None = None
    algorithm: str = "RS256"
    asked: list[dict[str, str]] = field(default_factory=list)

    def describe(self) -> Mapping[str, object]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "id_token_signing_alg_values_supported": ["RS256"],
            "authorization_response_iss_parameter_supported": True,
            **self.metadata,
        }

    def authorize(self, query: dict[str, str]) -> str:
        self.asked.append(query)
        back = {"code": query["nonce"], "state": query["state"], "iss": self.issuer, **self.answer}
        return query["redirect_uri"] + "?" + urlencode({k: v for k, v in back.items() if v is not None})

    def token(self, form: dict[str, str]) -> Mapping[str, object]:
        now = int(time.time())
        true = {
            "iss": self.issuer, "sub": "subject-1", "aud": "kesher", "iat": now, "exp": now + 300,
            "nonce": form["code"], "email": self.email, "email_verified": self.verified, "name": "Dana Levi",
        }  # fmt: skip
        said = {
            name: now + int(value.total_seconds()) if isinstance(value, timedelta) else value
            for name, value in {**true, **self.claims}.items()
        }
        claims = {name: value for name, value in said.items() if value is not None}
        signer = self.signs_with or self.key
        header = {"alg": self.algorithm, "kid": self.key.kid}
        token = jwt.encode(header, claims, signer, algorithms=[self.algorithm])
        return {"access_token": "opaque", "token_type": "Bearer", "expires_in": 60, "id_token": token}


@contextmanager
def lying() -> Iterator[Liar]:
    liar = Liar()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, query = urlsplit(self.path).path, urlsplit(self.path).query
            if liar.down:
                self._send(503, {})
            elif path.endswith("/.well-known/openid-configuration"):
                self._send(200, liar.describe())
            elif path == "/keys":
                self._send(200, KeySet([liar.key]).as_dict(private=False))
            elif path == "/authorize":
                self.send_response(303)
                self.send_header("location", liar.authorize(_plain(query)))
                self.end_headers()
            else:
                self._send(404, {})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            self._send(503 if liar.down else 200, {} if liar.down else liar.token(_plain(body)))

        def _send(self, status: int, said: Mapping[str, object]) -> None:
            body = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with http_server(Answer) as liar.issuer:
        yield liar


def _plain(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}
