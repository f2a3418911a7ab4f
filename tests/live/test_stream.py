"""Server-sent events by a plain HTTP client, and the WebSocket by the usual client of npm."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import httpx2
import pytest
from sqlalchemy import Engine

from saas.core.clock import Clock
from saas.identity.tokens import create_token, list_tokens, revoke_token
from tests.deals.make import make_deal
from tests.identity.serving import Server
from tests.live.listening import CHANGES, PATIENCE
from tests.members.make import Company, Json

WEB = Path(__file__).resolve().parents[2] / "web"
NPM = Path(__file__).with_name("client.mjs")


@contextmanager
def streaming(server: Server, company: Company, token: str, **variables: object) -> Iterator[Iterator[tuple[str, str]]]:
    """The events of one subscription, once the stream has begun."""
    headers = {
        "authorization": f"Bearer {token}", "accept": "text/event-stream",
    }  # fmt: skip
    body = {"query": CHANGES, "variables": variables}
    with httpx2.stream("POST", server.at("/graphql"), json=body, headers=headers, timeout=PATIENCE) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
        lines = answer.iter_lines()
        assert next(lines) == ":"
        yield events(lines)


def events(lines: Iterator[str]) -> Iterator[tuple[str, str]]:
    kind = ""
    for line in lines:
        if line.startswith("event: "):
            kind = line.removeprefix("event: ")
        elif line.startswith("data:"):
            yield kind, line.removeprefix("data:").strip()


@pytest.fixture
def token(web_engine: Engine, company: Company) -> str:
    return create_token(web_engine, company.tenant, company.keys["olga"], name="live")


def test_a_plain_http_client_is_told(server: Server, company: Company, token: str) -> None:
    with streaming(server, company, token, types=["Deal"]) as told:
        deal = make_deal(company)
        kind, data = next(told)
        assert kind == "next"
        assert [one["id"] for one in json.loads(data)["data"]["changes"]["records"]] == [deal["id"]]


def test_a_stream_that_is_refused_says_why_and_ends(server: Server, company: Company, token: str) -> None:
    with streaming(server, company, token, types=["Nonsense"]) as told:
        (kind, data), *rest = told
        assert (kind, json.loads(data)["errors"][0]["extensions"]["code"]) == ("next", "NO_SUCH_TYPE")
        assert rest == [("complete", "")]


def test_a_stream_ends_with_the_token(server: Server, web_engine: Engine, company: Company, token: str) -> None:
    (listed,) = list_tokens(web_engine, company.tenant, company.keys["olga"])
    with streaming(server, company, token, types=["Deal"]) as told:
        revoke_token(web_engine, company.tenant, listed.id, clock=Clock())
        (kind, data), *rest = told
        assert (kind, json.loads(data)["errors"][0]["extensions"]["code"]) == ("next", "UNAUTHENTICATED")
        assert rest == [("complete", "")]


def test_the_usual_client_of_npm_subscribes(server: Server, company: Company, token: str) -> None:
    asked = {"url": f"ws://127.0.0.1:{server.port}/graphql", "token": token,
             "query": CHANGES, "variables": {"types": ["Deal"]}}  # fmt: skip
    with subprocess.Popen(
        ["node", "--experimental-websocket", "--no-warnings", str(NPM), json.dumps(asked)],
        cwd=WEB,
        stdout=subprocess.PIPE,
        text=True,
    ) as client:
        assert client.stdout is not None
        assert client.stdout.readline() == "connected\n"
        deal = make_deal(company)
        told = cast(Json, json.loads(client.stdout.readline()))
        assert cast("dict[str, dict[str, list[Json]]]", told["data"])["changes"]["records"][0]["id"] == deal["id"]
        assert client.wait(PATIENCE) == 0
