"""At the door: who gets in, to which company, and what those who do not are told."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote

import pytest
from sqlalchemy import Engine, text

from saas.core import walk
from saas.core.clock import Clock
from saas.core.rights import Role
from saas.edge.identity.door import doors
from saas.graph.documents import read_trusted
from saas.identity.credentials import COOKIE
from saas.identity.known import Known
from saas.identity.recognition import Recognition
from saas.identity.sessions import open_session
from saas.identity.tokens import create_token
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.edge.conftest import SCRIPT, Site, host_of
from tests.identity.make import make_member

PERSISTED = Path(__file__).resolve().parents[2] / "graphql" / "persisted.json"
ME = "{ me { member { email } tenant { slug } } }"
JSON = {"content-type": "application/json"}


@pytest.fixture
def token(web_engine: Engine, lanes: Lanes, tenant: Tenant) -> str:
    return create_token(web_engine, tenant, make_member(lanes, tenant, Role.OWNER), name="test")


@pytest.fixture
def cookie(web_engine: Engine, lanes: Lanes, tenant: Tenant) -> dict[str, str]:
    secret = open_session(web_engine, tenant, make_member(lanes, tenant, Role.REP), clock=Clock())
    return {"cookie": f"other=1; {COOKIE}={secret}"}


def told(site: Site, *, host: str, token: str | None = None, **headers: str) -> tuple[int, str]:
    """The status and the code, and that nothing came with them."""
    answer = site.graphql(ME, host=host, token=token, **headers)
    body = answer.json()
    assert list(body) == ["errors"]
    assert body["errors"][0]["extensions"]["requestId"] == answer.headers["x-request-id"]
    return answer.status_code, body["errors"][0]["extensions"]["code"]


def test_a_token_opens_its_own_company_on_any_host_of_ours(site: Site, tenant: Tenant, token: str) -> None:
    for host in (host_of(tenant), "127.0.0.1:8000", "localhost:8000", host_of(tenant).upper()):
        answer = site.graphql(ME, host=host, token=token)
        assert answer.json()["data"]["me"]["tenant"]["slug"] == tenant.slug, host


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("127.0.0.1:8000", "NO_TENANT"), ("localhost:8000", "NO_TENANT"), ("evil.example", "NO_TENANT"),
        ("a.b.localhost", "NO_TENANT"), ("nobody.localhost:8000", "UNKNOWN_TENANT"), ("[::1]:8000", "NO_TENANT"),
    ],
)  # fmt: skip
def test_without_a_company_nothing_is_told(site: Site, host: str, code: str) -> None:
    assert told(site, host=host) == (401, code)


def test_without_a_credential_nothing_is_told(site: Site, tenant: Tenant) -> None:
    assert told(site, host=host_of(tenant)) == (401, "UNAUTHENTICATED")


@pytest.mark.parametrize("shown", ["", "Bearer", "Bearer ", "Bearer x", "Basic a2VzaGVyOng=", "Bearer kesher_aaaa"])
def test_a_credential_that_is_none_opens_nothing(site: Site, tenant: Tenant, shown: str) -> None:
    assert told(site, host=host_of(tenant), authorization=shown) == (401, "UNAUTHENTICATED")


def test_a_token_of_another_company_opens_nothing(
    site: Site, tenant: Tenant, other_tenant: Tenant, token: str, cookie: dict[str, str]
) -> None:
    assert told(site, host=host_of(other_tenant), token=token) == (401, "WRONG_TENANT")
    assert told(site, host=host_of(other_tenant), **cookie) == (401, "WRONG_TENANT")
    assert told(site, host="nobody.localhost", token=token) == (401, "UNKNOWN_TENANT")
    assert told(site, host=host_of(other_tenant)) == (401, "UNAUTHENTICATED")


def test_a_suspended_company_answers_nobody(site: Site, tenant: Tenant, token: str, migrate_engine: Engine) -> None:
    with migrate_engine.begin() as connection:
        connection.execute(text("UPDATE platform.tenant SET status = 'SUSPENDED' WHERE id = :id"), {"id": tenant.id})
    assert told(site, host=host_of(tenant), token=token) == (401, "TENANT_SUSPENDED")
    assert told(site, host="127.0.0.1", token=token) == (401, "TENANT_SUSPENDED")
    assert told(site, host=host_of(tenant)) == (401, "TENANT_SUSPENDED")


@pytest.mark.parametrize("status", ["DELETING", "PURGING"])
def test_a_deleted_company_says_that_it_is_gone(
    site: Site, tenant: Tenant, token: str, migrate_engine: Engine, status: str
) -> None:
    with migrate_engine.begin() as connection:
        found = text("UPDATE platform.tenant SET status = :status WHERE id = :id")
        connection.execute(found, {"id": tenant.id, "status": status})
    assert told(site, host=host_of(tenant), token=token) == (410, "TENANT_DELETED")
    assert told(site, host=host_of(tenant)) == (410, "TENANT_DELETED")
    page = site.ask("GET", "/", host=host_of(tenant), headers={"accept": "text/html"})
    assert page.status_code == 410
    assert "This company has been deleted." in page.text
    assert "it can still be brought back" in page.text
    assert "http://login.localhost" in page.text


def test_a_company_whose_tables_are_too_old_is_told_to_wait(
    site: Site, tenant: Tenant, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("saas.edge.reception.serves", lambda version: version != tenant.version)
    assert told(site, host=host_of(tenant), token=token) == (503, "TENANT_BEHIND")
    assert site.graphql(ME, host=host_of(tenant), token=token).headers["retry-after"] == "60"
    shown = {"accept": "text/html", "authorization": f"Bearer {token}"}
    page = site.ask("GET", "/", host=host_of(tenant), headers=shown)
    assert (page.status_code, page.headers["retry-after"]) == (503, "60")


def test_a_session_opens_its_own_company(site: Site, tenant: Tenant, cookie: dict[str, str]) -> None:
    answer = site.graphql(ME, host=host_of(tenant), **cookie)
    assert answer.json()["data"]["me"]["member"]["email"] == f"rep-active@{tenant.slug}.test"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"}, {"origin": "null"}, {"origin": "http://localhost:8000"},
        {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"},
    ],
)  # fmt: skip
def test_a_strangers_page_cannot_use_a_session(
    site: Site, tenant: Tenant, cookie: dict[str, str], headers: dict[str, str]
) -> None:
    assert told(site, host=host_of(tenant), **cookie, **headers) == (403, "FOREIGN_ORIGIN")


def test_what_a_session_may_be_used_for_takes_a_script_of_ours(
    site: Site, tenant: Tenant, cookie: dict[str, str]
) -> None:
    """No form, image or link can send the header, and no script of a stranger's page may."""
    routes = [one for module in walk.modules("routes") for one in getattr(module, "ROUTES", ())]
    routes = [one for one in routes if not one.form and not one.public]
    known = [("POST", "/graphql"), *((one.method, one.path) for one in (*routes, *doors()))]
    changing = [(method, path) for method, path in known if method != "GET"]
    assert len(changing) > 20
    own = {**JSON, **cookie, "origin": f"http://{host_of(tenant)}", "sec-fetch-site": "same-origin"}
    for method, path in changing:
        for more in ({}, {"graphql-require-preflight": ""}):
            answer = site.ask(method, path, host=host_of(tenant), content=b"{}", headers={**own, **more})
            assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (403, "NO_PREFLIGHT"), path


def test_a_stream_takes_one_too(site: Site, tenant: Tenant, cookie: dict[str, str]) -> None:
    headers = {**JSON, **cookie, "accept": "text/event-stream"}
    answer = site.ask("POST", "/graphql", host=host_of(tenant), content=b"{}", headers=headers)
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (403, "NO_PREFLIGHT")


def test_a_token_needs_none(site: Site, token: str) -> None:
    shown = {"authorization": f"Bearer {token}"}
    assert "errors" not in site.ask("POST", "/graphql", json={"query": ME}, headers=shown).json()


def test_our_own_page_can(site: Site, tenant: Tenant, cookie: dict[str, str]) -> None:
    own = {"origin": f"http://{host_of(tenant)}", "sec-fetch-site": "same-origin"}
    assert site.graphql(ME, host=host_of(tenant), **cookie, **own).status_code == 200


def test_a_form_cannot_speak_graphql(site: Site, tenant: Tenant, cookie: dict[str, str]) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        answer = site.ask(
            "POST", "/graphql", host=host_of(tenant), content="{}", headers={**cookie, "content-type": kind}
        )
        assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (415, "NOT_JSON")


def test_only_trusted_queries_go_by_get(site: Site, tenant: Tenant, token: str, cookie: dict[str, str]) -> None:
    """An address ends up in logs, and a link can be planted."""
    trusted = read_trusted(PERSISTED)
    query = next(digest for digest, text in trusted.items() if text.startswith("query Me "))
    mutation = next(digest for digest, text in trusted.items() if "mutation " in text)
    extensions = quote(json.dumps({"persistedQuery": {"version": 1, "sha256Hash": query}}))
    for shown in ({"authorization": f"Bearer {token}"}, {**cookie, **SCRIPT}):
        for asked in (f"documentId=sha256:{query}", f"extensions={extensions}", "query={ __typename }"):
            answer = site.ask("GET", f"/graphql?{asked}", host=host_of(tenant), headers=shown)
            assert (answer.status_code, "errors" in answer.json()) == (200, False), answer.text
        for asked in ("query={me{member{email}}}", "query=mutation{__typename}", f"documentId={mutation}", ""):
            answer = site.ask("GET", f"/graphql?{asked}", host=host_of(tenant), headers=shown)
            assert answer.status_code == 400, answer.text
        for method in ("HEAD", "PUT", "QUERY"):
            assert site.ask(method, "/graphql", host=host_of(tenant), headers=shown).status_code == 405
    forged = site.ask("GET", f"/graphql?documentId={query}", host=host_of(tenant), headers=cookie)
    assert (forged.status_code, forged.json()["errors"][0]["extensions"]["code"]) == (403, "NO_PREFLIGHT")


def test_a_large_body_is_refused_by_its_length_and_while_reading(site: Site, token: str) -> None:
    headers = {**JSON, "authorization": f"Bearer {token}"}
    large = site.ask("POST", "/graphql", content=b" " * 100_001, headers=headers)
    assert (large.status_code, large.json()["errors"][0]["extensions"]["code"]) == (413, "TOO_LARGE")
    lying = site.ask("POST", "/graphql", content=b" " * 100_001, headers={**headers, "content-length": "10"})
    assert lying.status_code == 413


def test_a_body_in_parts_is_one_body(site: Site, tenant: Tenant, token: str) -> None:
    async def parts() -> AsyncIterator[bytes]:
        for letter in b'{"query": "{ me { tenant { slug } } }"}':
            yield bytes([letter])

    headers = {**JSON, "authorization": f"Bearer {token}"}
    answer = site.ask("POST", "/graphql", content=parts(), headers=headers)
    assert answer.json()["data"]["me"]["tenant"]["slug"] == tenant.slug


def test_what_is_refused_is_told_in_the_askers_language(site: Site, tenant: Tenant) -> None:
    answer = site.graphql(ME, host=host_of(tenant), **{"accept-language": "fr, he-IL;q=0.8, en;q=0.5"})
    assert answer.json()["errors"][0]["message"] == "יש להיכנס למערכת או להציג אסימון תקף."


def test_a_bug_is_masked_and_logged_once_with_its_number(
    site: Site, token: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_args: object) -> bytes:
        raise ZeroDivisionError("a secret of the house")

    monkeypatch.setattr("saas.graph.door.Door.answer", broken)
    answer = site.graphql(ME, token=token)
    (error,) = answer.json()["errors"]
    assert (answer.status_code, error["extensions"]["code"]) == (500, "INTERNAL")
    assert "secret" not in answer.text
    assert [record.getMessage() for record in caplog.records if record.name == "kesher.edge"] == [
        f"request {error['extensions']['requestId']} failed: POST /graphql"
    ]
    assert error["extensions"]["requestId"] in error["message"]


def test_all_who_wait_for_one_credential_ask_once(site: Site, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    find = Recognition._find_token

    def counted(self: Recognition, secret: str) -> Known | None:
        asked.append(secret)
        return find(self, secret)

    monkeypatch.setattr(Recognition, "_find_token", counted)
    answers = site.ask_many(20, "POST", "/graphql", json={"query": ME}, headers={"authorization": f"Bearer {token}"})
    assert [answer.status_code for answer in answers] == [200] * 20
    assert asked == [token]
