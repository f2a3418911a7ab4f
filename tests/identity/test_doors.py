"""The doors of one's own sessions and tokens, and those of administrators."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx2
import pytest
from sqlalchemy import Engine, select, text, update

from saas.core.audit import AuditEntry
from saas.core.clock import Clock
from saas.core.principal import FRESH, system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.graph.ids import encode
from saas.identity.credentials import COOKIE, SECURE_COOKIE, digest
from saas.identity.devices import Devices
from saas.identity.sessions import Opening, open_session
from saas.identity.tokens import create_scim_token, create_token, list_scim_tokens, list_tokens
from saas.identity.visitors import Browser
from saas.members.actions import edit_member
from saas.members.model import Member, MemberStatus
from saas.settings import Mode
from tenants.engine import Lanes
from tenants.platform import session
from tenants.registry import Tenant
from tests.edge.conftest import SCRIPT, Site, client_folder, host_of, make_site, settings, site
from tests.identity.make import make_member

__all__ = ["client_folder", "make_site", "settings", "site"]

Json = dict[str, Any]
ME = "{ me { member { role } } }"
OWN = {"sec-fetch-site": "same-origin", **SCRIPT}


class Desk:
    """A member in a browser, in front of one web process."""

    def __init__(self, site: Site, engine: Engine, lanes: Lanes, tenant: Tenant) -> None:
        self.site, self.engine, self.lanes, self.tenant = site, engine, lanes, tenant
        self.member = make_member(lanes, tenant, Role.ADMIN)
        self.secret = self.open(self.member)

    def open(self, member: UUID, *, ago: timedelta = timedelta(0)) -> str:
        opening = Opening(Browser("Firefox/1", "192.0.2.7"), signed_in_at=datetime.now(UTC) - ago, method="click")
        return open_session(self.engine, self.tenant, member, clock=Clock(), opening=opening)

    def ask(self, method: str, path: str, given: Json | None = None, *, secret: str | None = None) -> httpx2.Response:
        headers = {**OWN, "cookie": f"{COOKIE}={secret or self.secret}"}
        more: Json = {} if given is None else {"json": given}
        return self.site.ask(method, path, host=host_of(self.tenant), headers=headers, **more)

    def get(self, path: str) -> Json:
        answer = self.ask("GET", path)
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store"), answer.text
        found: Json = answer.json()
        return found

    def listed(self, path: str, name: str) -> list[Json]:
        found: list[Json] = self.ask("GET", path).json()[name]
        return found

    def known(self, secret: str) -> bool:
        return self.ask("GET", "/identity/sessions", secret=secret).status_code == 200


@pytest.fixture
def desk(site: Site, web_engine: Engine, lanes: Lanes, tenant: Tenant) -> Desk:
    return Desk(site, web_engine, lanes, tenant)


def code_of(answer: httpx2.Response) -> tuple[int, str]:
    assert list(answer.json()) == ["errors"]
    return answer.status_code, answer.json()["errors"][0]["extensions"]["code"]


def test_sessions_are_told_and_ended(desk: Desk) -> None:
    other = desk.open(desk.member)
    [first, second] = desk.listed("/identity/sessions", "sessions")
    assert [first["current"], second["current"]].count(True) == 1
    away = first if second["current"] else second
    assert (away["userAgent"], away["address"], away["method"]) == ("Firefox/1", "192.0.2.7", "click")
    assert datetime.fromisoformat(away["endsAt"]) - datetime.fromisoformat(away["createdAt"]) == timedelta(days=30)
    assert desk.ask("POST", "/identity/sessions/end", {"id": away["id"]}).json() == {"ended": 1}
    assert not desk.known(other)
    assert len(desk.listed("/identity/sessions", "sessions")) == 1


def test_ending_ones_own_signs_out(desk: Desk) -> None:
    [mine] = desk.listed("/identity/sessions", "sessions")
    answer = desk.ask("POST", "/identity/sessions/end", {"id": mine["id"]})
    assert answer.json() == {"ended": 1, "signedOut": True}
    assert answer.headers["set-cookie"].startswith(f'{COOKIE}=""; HttpOnly; Max-Age=0')
    assert not desk.known(desk.secret)


@pytest.mark.parametrize("id", ["", "x", "01900000-0000-7000-8000-000000000000", 7, None])
def test_no_session_of_anybody_else_is_ended(desk: Desk, id: object) -> None:
    stranger = desk.open(make_member(desk.lanes, desk.tenant))
    assert code_of(desk.ask("POST", "/identity/sessions/end", {"id": id}))[0] in {404, 422}
    [theirs] = Devices(desk.engine, desk.tenant, make_member_of(desk), Clock()).list()
    assert code_of(desk.ask("POST", "/identity/sessions/end", {"id": str(theirs.id)})) == (404, "NOT_FOUND")
    assert desk.known(stranger)


def make_member_of(desk: Desk) -> UUID:
    with Opener(desk.lanes, desk.tenant, system("test"))() as work:
        [(id,)] = work.rows(text("SELECT id FROM member WHERE role = 'REP'"))
    return UUID(str(id))


@pytest.mark.parametrize("kept", [True, False])
def test_signing_out_everywhere(desk: Desk, *, kept: bool) -> None:
    others = [desk.open(desk.member) for _ in range(2)]
    answer = desk.ask("POST", "/identity/sessions/end-all", {"keepThis": kept})
    assert answer.json() == ({"ended": 2} if kept else {"ended": 3, "signedOut": True})
    assert [desk.known(one) for one in others] == [False, False]
    assert desk.known(desk.secret) is kept


def test_tokens_are_made_told_and_revoked(desk: Desk) -> None:
    ends = datetime.now(UTC) + timedelta(days=30)
    given: Json = {"name": " CI ", "expiresAt": ends.isoformat()}
    made = desk.ask("POST", "/identity/tokens", given)
    assert (made.status_code, list(made.json())) == (201, ["token", "id"])
    token = made.json()["token"]
    assert desk.site.graphql(ME, token=token).json()["data"]["me"]["member"]["role"] == "ADMIN"
    [shown] = desk.listed("/identity/tokens", "tokens")
    assert shown["id"] == made.json()["id"]
    assert (shown["name"], shown["expired"], datetime.fromisoformat(shown["expiresAt"])) == ("CI", False, ends)
    assert shown["usedAt"] is not None
    assert token not in str(shown)
    assert desk.ask("POST", "/identity/tokens/revoke", {"id": shown["id"]}).json() == {"revoked": 1}
    assert desk.site.graphql(ME, token=token).status_code == 401
    assert desk.get("/identity/tokens") == {"tokens": []}
    made_row, gone = trail(desk, "api_token")
    assert (made_row.action, made_row.member_id, str(made_row.entity_id)) == ("CREATE", desk.member, shown["id"])
    assert (made_row.after or {})["name"] == (gone.before or {})["name"] == "CI"
    assert (gone.action, gone.after, token in str((made_row.after, gone.before))) == ("DELETE", None, False)


def trail(desk: Desk, entity: str) -> list[AuditEntry]:
    with Opener(desk.lanes, desk.tenant, system("test"))() as work:
        return work.all(select(AuditEntry).where(AuditEntry.entity == entity).order_by(AuditEntry.at, AuditEntry.id))


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, "REQUIRED"), ({"name": " "}, "REQUIRED"), ({"name": "x" * 401}, "TOO_LONG"),
        ({"name": "x" * 301}, "TOO_LONG"), ({"name": "a\0b"}, "BAD_VALUE"),
        ({"name": "x", "expiresAt": "tomorrow"}, "BAD_MOMENT"),
        ({"name": "x", "expiresAt": "2030-01-01"}, "BAD_MOMENT"),
        ({"name": "x", "expiresAt": "2020-01-01T00:00:00Z"}, "BAD_EXPIRY"),
    ],
)  # fmt: skip
def test_a_token_that_makes_no_sense_is_not_made(desk: Desk, given: Json, code: str) -> None:
    assert code_of(desk.ask("POST", "/identity/tokens", given)) == (422, code)
    assert list_tokens(desk.engine, desk.tenant, desk.member) == []


def test_nobody_revokes_anothers_token(desk: Desk) -> None:
    rep = make_member(desk.lanes, desk.tenant)
    create_token(desk.engine, desk.tenant, rep, name="x")
    [theirs] = list_tokens(desk.engine, desk.tenant, rep)
    assert code_of(desk.ask("POST", "/identity/tokens/revoke", {"id": str(theirs.id)})) == (404, "NOT_FOUND")
    assert len(list_tokens(desk.engine, desk.tenant, rep)) == 1


def test_the_directorys_tokens_are_the_administrators_affair(desk: Desk) -> None:
    made = desk.ask("POST", "/identity/scim-tokens", {"name": "Entra"})
    assert made.status_code == 201
    assert made.json()["token"].startswith("kesher_scim_")
    shown = desk.get("/identity/scim-tokens")
    assert shown["address"] == f"http://{host_of(desk.tenant)}/scim/v2"
    [known] = desk.listed("/identity/scim-tokens", "tokens")
    rep = desk.open(make_member(desk.lanes, desk.tenant))
    for method, path, given in (
        ("GET", "/identity/scim-tokens", None), ("POST", "/identity/scim-tokens", {"name": "x"}),
        ("POST", "/identity/scim-tokens/revoke", {"id": known["id"]}),
    ):  # fmt: skip
        assert code_of(desk.ask(method, path, given, secret=rep)) == (403, "FORBIDDEN")
    assert len(list_scim_tokens(desk.engine, desk.tenant)) == 1
    assert desk.ask("POST", "/identity/scim-tokens/revoke", {"id": known["id"]}).json() == {"revoked": 1}
    assert list_scim_tokens(desk.engine, desk.tenant) == []


def test_no_token_of_another_companys_directory_is_revoked(desk: Desk, other_tenant: Tenant) -> None:
    create_scim_token(desk.engine, other_tenant, name="x", by=None, clock=Clock())
    [theirs] = list_scim_tokens(desk.engine, other_tenant)
    assert code_of(desk.ask("POST", "/identity/scim-tokens/revoke", {"id": str(theirs.id)})) == (404, "NOT_FOUND")
    assert len(list_scim_tokens(desk.engine, other_tenant)) == 1


def test_an_administrator_ends_a_members_access(desk: Desk) -> None:
    rep = make_member(desk.lanes, desk.tenant)
    secret = desk.open(rep)
    create_token(desk.engine, desk.tenant, rep, name="x")
    given: Json = {"id": encode("Member", rep)}
    assert code_of(desk.ask("POST", "/identity/members/end-access", given, secret=secret)) == (403, "FORBIDDEN")
    assert desk.ask("POST", "/identity/members/end-access", given).json() == {"sessions": 1, "tokens": 1}
    assert not desk.known(secret)
    assert code_of(desk.ask("POST", "/identity/members/end-access", {"id": "x"})) == (404, "NOT_FOUND")
    owner = make_member(desk.lanes, desk.tenant, Role.OWNER)
    kept = desk.open(owner)
    refused = desk.ask("POST", "/identity/members/end-access", {"id": encode("Member", owner)})
    assert code_of(refused) == (403, "FORBIDDEN")
    assert desk.known(kept)


def test_how_long_sessions_last_is_the_companys_to_say(desk: Desk) -> None:
    plain = desk.get("/identity/limits")
    assert plain == {
        "sessionHours": None, "idleMinutes": None, "defaults": {"sessionHours": 720, "idleMinutes": 720}
    }  # fmt: skip
    said = desk.ask("POST", "/identity/limits", {"sessionHours": 8, "idleMinutes": 30}).json()
    assert (said["sessionHours"], said["idleMinutes"]) == (8, 30)
    for given, code in (({"sessionHours": 0}, "OUT_OF_RANGE"), ({"idleMinutes": "x"}, "NOT_A_NUMBER")):
        assert code_of(desk.ask("POST", "/identity/limits", given)) == (422, code)
    rep = desk.open(make_member(desk.lanes, desk.tenant))
    assert code_of(desk.ask("POST", "/identity/limits", {}, secret=rep)) == (403, "FORBIDDEN")
    assert desk.get("/identity/limits") == said


def test_what_is_over_by_new_limits_ends_with_its_next_request(desk: Desk) -> None:
    old = desk.open(desk.member)
    with desk.engine.begin() as connection:
        ago = session.c.created_at - timedelta(hours=2)
        connection.execute(update(session).where(session.c.hash == digest(old)).values(created_at=ago))
    assert desk.known(old)
    desk.ask("POST", "/identity/limits", {"sessionHours": 1})
    assert [desk.known(old), desk.known(desk.secret)] == [False, True]


def test_dangerous_acts_ask_for_a_fresh_sign_in(desk: Desk) -> None:
    stale = desk.open(make_owner(desk), ago=FRESH)
    rep = make_member(desk.lanes, desk.tenant)
    for path, given in (
        ("/identity/tokens", {"name": "x"}), ("/identity/scim-tokens", {"name": "x"}),
        ("/identity/limits", {"idleMinutes": 30}), ("/identity/members/end-access", {"id": encode("Member", rep)}),
    ):  # fmt: skip
        assert code_of(desk.ask("POST", path, given, secret=stale)) == (403, "STEP_UP")
    for mutation in (
        f'disableMember(input: {{id: "{encode("Member", rep)}"}}) {{ problems {{ code }} }}',
        f'updateMember(input: {{id: "{encode("Member", rep)}", role: OWNER}}) {{ problems {{ code }} }}',
    ):
        answer = desk.ask("POST", "/graphql", {"query": f"mutation {{ done: {mutation} }}"}, secret=stale)
        assert answer.json()["data"]["done"]["problems"] == [{"code": "STEP_UP"}], answer.text
    with Opener(desk.lanes, desk.tenant, system("test"))() as work:
        member = work.get(Member, rep)
        assert (member.role, member.status, member.access_ended_at) == (Role.REP, MemberStatus.ACTIVE, None)
    assert list_scim_tokens(desk.engine, desk.tenant) == []


def make_owner(desk: Desk) -> UUID:
    return make_member(desk.lanes, desk.tenant, Role.OWNER)


@pytest.mark.parametrize("path", ["/identity/sessions/end-all", "/identity/tokens", "/identity/members/end-access"])
def test_strangers_pages_and_programs_are_kept_out(desk: Desk, path: str) -> None:
    token = create_token(desk.engine, desk.tenant, desk.member, name="x")
    cookie = {"cookie": f"{COOKIE}={desk.secret}"}
    for headers, code in (
        ({**cookie, "origin": "http://evil.example"}, "FOREIGN_ORIGIN"),
        ({**cookie, "sec-fetch-site": "same-site"}, "FOREIGN_ORIGIN"),
        ({"authorization": f"Bearer {token}"}, "BROWSERS_ONLY"), ({}, "UNAUTHENTICATED"),
    ):  # fmt: skip
        answer = desk.site.ask("POST", path, host=host_of(desk.tenant), headers=headers, json={"name": "x"})
        assert code_of(answer)[1] == code
    assert desk.known(desk.secret)
    assert len(list_tokens(desk.engine, desk.tenant, desk.member)) == 1


@pytest.mark.parametrize(
    ("method", "path", "given"),
    [("GET", "/identity/sessions", None), ("POST", "/graphql", {"query": ME}), ("GET", "/deals", None)],
)
def test_every_door_tells_the_browser_its_new_secret(desk: Desk, method: str, path: str, given: Json | None) -> None:
    member = make_member(desk.lanes, desk.tenant)
    secret = desk.open(member)
    assert desk.known(secret)
    with Opener(desk.lanes, desk.tenant, system("test"))() as work:
        edit_member(work, member, {"role": Role.MANAGER})
    desk.site.door._parts.reception.recognition.forget_all()
    headers = {**OWN, "cookie": f"{COOKIE}={secret}", "accept": "text/html, application/json"}
    more: Json = {} if given is None else {"json": given}
    answer = desk.site.ask(method, path, host=host_of(desk.tenant), headers=headers, **more)
    assert answer.status_code == 200, answer.text
    renewed = answer.headers["set-cookie"].partition(";")[0].partition("=")[2]
    assert renewed not in {"", secret}
    assert desk.known(renewed)


def test_a_browser_of_a_suspended_company_is_told_so(desk: Desk, migrate_engine: Engine) -> None:
    with migrate_engine.begin() as connection:
        suspend = text("UPDATE platform.tenant SET status = 'SUSPENDED' WHERE id = :id")
        connection.execute(suspend, {"id": desk.tenant.id})
    desk.site.door._parts.premises.directory.forget()
    headers = {"cookie": f"{COOKIE}={desk.secret}", "accept": "text/html", "accept-language": "he"}
    page = desk.site.ask("GET", "/deals", host=host_of(desk.tenant), headers=headers)
    assert (page.status_code, "החברה מושעית." in page.text) == (401, True)
    assert "set-cookie" not in page.headers


def test_with_https_only_the_cookie_of_this_very_host_counts(
    desk: Desk, web_engine: Engine, tenant: Tenant, make_site: object
) -> None:
    secure: Site = make_site(mode=Mode.SERVER)  # type: ignore[operator]
    for name, status in ((SECURE_COOKIE, 200), (COOKIE, 401)):
        headers = {"cookie": f"{name}={desk.secret}"}
        assert secure.graphql(ME, host=host_of(tenant), **headers).status_code == status
    assert desk.site.graphql(ME, host=host_of(tenant), cookie=f"{SECURE_COOKIE}={desk.secret}").status_code == 401
    kept = secure.door._parts.reception.keep("x")
    assert kept == f"{SECURE_COOKIE}=x; HttpOnly; Max-Age=2592000; Path=/; SameSite=lax; Secure"
