"""Two web processes: what ends in one is over in the other before anybody could count to one."""

import time
from collections.abc import Callable, Iterator
from typing import cast
from uuid import UUID

import httpx2
import pytest
from sqlalchemy import Engine, text

from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.graph.ids import encode
from saas.identity.credentials import COOKIE
from saas.identity.sessions import open_session
from saas.identity.tokens import create_token, list_tokens, revoke_token
from saas.members.actions import disable_member, edit_member
from saas.members.model import Member
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.conftest import Database
from tests.edge.conftest import SCRIPT
from tests.identity.make import make_member
from tests.identity.serving import Server, serving

Two = tuple[Server, Server]
SOON = 0.8  # seconds; without word from Postgres it would be up to one
ME = {"query": "{ me { member { role } } }"}


@pytest.fixture(scope="module")
def servers(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    home = tmp_path_factory.mktemp("web")
    with serving(database, home) as one, serving(database, home) as other:
        yield one, other


@pytest.fixture
def member(lanes: Lanes, tenant: Tenant) -> UUID:
    return make_member(lanes, tenant, Role.REP)


@pytest.fixture
def browser(web_engine: Engine, tenant: Tenant, member: UUID) -> dict[str, str]:
    return {"cookie": f"{COOKIE}={open_session(web_engine, tenant, member, clock=Clock())}", **SCRIPT}


@pytest.fixture
def keeper(web_engine: Engine, lanes: Lanes, tenant: Tenant) -> dict[str, str]:
    admin = make_member(lanes, tenant, Role.ADMIN)
    return {"cookie": f"{COOKIE}={open_session(web_engine, tenant, admin, clock=Clock())}", **SCRIPT}


def ask(server: Server, tenant: Tenant, shown: dict[str, str]) -> httpx2.Response:
    return httpx2.post(server.at("/graphql"), json=ME, headers={"host": server.host(tenant.slug), **shown})


def post(server: Server, tenant: Tenant, path: str, shown: dict[str, str], **given: object) -> httpx2.Response:
    return httpx2.post(server.at(path), json=given, headers={"host": server.host(tenant.slug), **shown})


def until_refused(servers: Two, tenant: Tenant, shown: dict[str, str], do: Callable[[], object]) -> float:
    """Seconds until both refuse, having known the credential to the last."""
    for server in (*servers, *servers):
        assert "data" in ask(server, tenant, shown).json()
    do()
    begun = time.perf_counter()
    while {ask(server, tenant, shown).status_code for server in servers} != {401}:
        assert time.perf_counter() - begun < 5
    return time.perf_counter() - begun


def test_signing_out_everywhere(
    servers: Two, tenant: Tenant, browser: dict[str, str], web_engine: Engine, member: UUID
) -> None:
    other = {"cookie": f"{COOKIE}={open_session(web_engine, tenant, member, clock=Clock())}", **SCRIPT}
    for server in servers:
        assert ask(server, tenant, browser).status_code == 200

    def sign_out() -> None:
        answer = post(servers[0], tenant, "/identity/sessions/end-all", other)
        assert answer.json() == {"ended": 2, "signedOut": True}

    assert until_refused(servers, tenant, browser, sign_out) < SOON
    assert {ask(server, tenant, other).status_code for server in servers} == {401}


def test_a_revoked_token(servers: Two, tenant: Tenant, member: UUID, web_engine: Engine) -> None:
    shown = {"authorization": f"Bearer {create_token(web_engine, tenant, member, name='x')}"}
    [known] = list_tokens(web_engine, tenant, member)

    def revoke() -> None:
        revoke_token(web_engine, tenant, known.id, clock=Clock())

    assert until_refused(servers, tenant, shown, revoke) < SOON


def test_a_disabled_member(servers: Two, tenant: Tenant, member: UUID, browser: dict[str, str], lanes: Lanes) -> None:
    def disable() -> None:
        with Opener(lanes, tenant, system("test"))() as work:
            disable_member(work, member)

    assert until_refused(servers, tenant, browser, disable) < SOON


def test_an_administrator_ends_a_members_access(
    servers: Two, tenant: Tenant, member: UUID, browser: dict[str, str], keeper: dict[str, str]
) -> None:
    def end() -> None:
        answer = post(servers[1], tenant, "/identity/members/end-access", keeper, id=encode("Member", member))
        assert answer.json() == {"sessions": 1, "tokens": 0}

    assert until_refused(servers, tenant, browser, end) < SOON


def test_new_rights_reach_both_and_the_browser_goes_on_with_its_new_secret(
    servers: Two, tenant: Tenant, member: UUID, browser: dict[str, str], lanes: Lanes
) -> None:
    for server in (*servers, *servers):
        assert ask(server, tenant, browser).json()["data"]["me"]["member"]["role"] == "REP"
    with Opener(lanes, tenant, system("test"))() as work:
        edit_member(work, member, {"role": Role.MANAGER})
    time.sleep(0.3)
    answers = [ask(server, tenant, browser) for server in servers]
    assert [one.json()["data"]["me"]["member"]["role"] for one in answers] == ["MANAGER", "MANAGER"]
    cookies = [one.headers["set-cookie"] for one in answers if "set-cookie" in one.headers]
    assert len(cookies) == 1
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= {part.strip() for part in cookies[0].split(";")}
    renewed = {"cookie": cookies[0].partition(";")[0], **SCRIPT}
    assert renewed != browser
    for server in servers:
        assert ask(server, tenant, renewed).json()["data"]["me"]["member"]["role"] == "MANAGER"


def test_a_suspended_company(
    servers: Two, tenant: Tenant, member: UUID, browser: dict[str, str], migrate_engine: Engine
) -> None:
    def suspend() -> None:
        with migrate_engine.begin() as connection:
            connection.execute(
                text("UPDATE platform.tenant SET status = 'SUSPENDED' WHERE id = :id"), {"id": tenant.id}
            )

    assert until_refused(servers, tenant, browser, suspend) < SOON


def test_a_member_is_known_for_longer_than_a_second_and_changed_at_once(
    servers: Two, tenant: Tenant, member: UUID, browser: dict[str, str], lanes: Lanes
) -> None:
    """The name is told by no word of its own."""
    for server in (*servers, *servers):
        assert "data" in ask(server, tenant, browser).json()
    time.sleep(1.5)
    with Opener(lanes, tenant, system("test"))() as work:
        work.lock(Member, member).name = "Dana Renamed"
    time.sleep(0.3)
    for server in servers:
        told = httpx2.post(
            server.at("/graphql"), json={"query": "{ me { member { name } } }"},
            headers={"host": server.host(tenant.slug), **browser},
        )  # fmt: skip
        assert told.json()["data"]["me"]["member"]["name"] == "Dana Renamed"


def test_a_count_follows_what_another_process_writes(servers: Two, tenant: Tenant, keeper: dict[str, str]) -> None:
    def said(server: Server, text: str) -> dict[str, dict[str, object]]:
        headers = {"host": server.host(tenant.slug), **keeper}
        answer = httpx2.post(server.at("/graphql"), json={"query": text}, headers=headers)
        return cast("dict[str, dict[str, object]]", answer.json()["data"])

    for number in range(1, 4):
        made = said(
            servers[number % 2], f'mutation {{ createAccount(input: {{name: "A {number}"}}) {{ account {{ id }} }} }}'
        )
        assert made["createAccount"]["account"]
        begun = time.perf_counter()
        while {said(server, "{ accounts { totalCount } }")["accounts"]["totalCount"] for server in servers} != {number}:
            assert time.perf_counter() - begun < SOON
