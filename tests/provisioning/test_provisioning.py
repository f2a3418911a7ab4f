"""What a company's directory does with members and teams, and what it may not."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx2
import pytest
from sqlalchemy import Engine, select, text

from saas.core.audit import AuditEntry
from saas.core.clock import Clock
from saas.core.ids import new_id
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.identity.sessions import open_session
from saas.identity.tokens import create_scim_token, create_token, list_scim_tokens, revoke_scim_token
from saas.members.model import Member, MemberStatus, Team
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.edge.conftest import Site, client_folder, host_of, settings, site
from tests.identity.make import make_member

__all__ = ["client_folder", "settings", "site"]

USER = "urn:ietf:params:scim:schemas:core:2.0:User"
GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group"
PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp"
ERROR = "urn:ietf:params:scim:api:messages:2.0:Error"
KIND = "application/scim+json; charset=utf-8"
Json = dict[str, Any]


class Hr:
    """The directory of a company, with its token."""

    def __init__(self, site: Site, engine: Engine, lanes: Lanes, tenant: Tenant) -> None:
        self.site, self.engine, self.lanes, self.tenant = site, engine, lanes, tenant
        self.token = create_scim_token(engine, tenant, name="HR", by=None, clock=Clock())

    def ask(self, method: str, path: str, body: Json | None = None, **headers: str) -> httpx2.Response:
        known = {"authorization": f"Bearer {self.token}", "content-type": "application/scim+json"}
        known |= {name.replace("_", "-"): value for name, value in headers.items()}
        more: Json = {} if body is None else {"json": body}
        return self.site.ask(method, f"/scim/v2{path}", host=host_of(self.tenant), headers=known, **more)

    def create(self, user_name: str, **more: object) -> Json:
        answer = self.ask("POST", "/Users", {"schemas": [USER], "userName": user_name, **more})
        assert answer.status_code == 201, answer.text
        assert answer.headers["content-type"] == KIND
        found: Json = answer.json()
        return found

    def group(self, name: str, *members: object, **more: object) -> Json:
        held = [{"value": member} for member in members]
        answer = self.ask("POST", "/Groups", {"schemas": [GROUP], "displayName": name, "members": held, **more})
        assert answer.status_code == 201, answer.text
        found: Json = answer.json()
        return found

    def patch(self, path: str, *operations: Json, **headers: str) -> httpx2.Response:
        return self.ask("PATCH", path, {"schemas": [PATCH], "Operations": list(operations)}, **headers)

    def found(self, query: str, of: str = "Users") -> list[str]:
        answer = self.ask("GET", f"/{of}?{query}")
        assert answer.status_code == 200, answer.text
        return [one.get("userName") or one["displayName"] for one in answer.json()["Resources"]]

    def member(self, id: object) -> Member:
        with Opener(self.lanes, self.tenant, system("test"))() as work:
            return work.get(Member, UUID(str(id)))

    def team(self, id: object) -> Team | None:
        with Opener(self.lanes, self.tenant, system("test"))() as work:
            return work.find(Team, UUID(str(id)))


@pytest.fixture
def hr(site: Site, web_engine: Engine, lanes: Lanes, tenant: Tenant) -> Hr:
    return Hr(site, web_engine, lanes, tenant)


def refused(answer: httpx2.Response) -> tuple[int, str | None]:
    """Status and keyword; and that it is said as SCIM says it."""
    body = answer.json()
    assert answer.headers["content-type"] == KIND
    assert (body["schemas"], body["status"]) == ([ERROR], str(answer.status_code))
    assert body["detail"]
    return answer.status_code, body.get("scimType")


def test_a_new_user_is_a_member_who_is_invited(hr: Hr) -> None:
    made = hr.create(
        "dana@acme.test", name={"givenName": "Dana", "familyName": "Levi"}, externalId="e1",
        preferredLanguage="he-IL", timezone="Asia/Jerusalem",
    )  # fmt: skip
    member = hr.member(made["id"])
    assert (member.name, member.email, member.role, member.status) == (
        "Dana Levi", "dana@acme.test", Role.REP, MemberStatus.INVITED,
    )  # fmt: skip
    assert (member.locale, member.time_zone) == ("he", "Asia/Jerusalem")
    assert hr.ask("GET", f"/Users/{made['id']}").json() == made
    assert (made["active"], made["externalId"]) == (True, "e1")


def test_the_audit_tells_the_token(hr: Hr) -> None:
    made = hr.create("dana@acme.test")
    [token] = list_scim_tokens(hr.engine, hr.tenant)
    assert token.used_at is not None
    with Opener(hr.lanes, hr.tenant, system("test"))() as work:
        told = work.all(select(AuditEntry).where(AuditEntry.entity_id == UUID(str(made["id"]))))
    assert {(entry.member_id, entry.origin_id) for entry in told} == {(None, token.id)}


def test_a_name_without_an_address_waits_for_one(hr: Hr) -> None:
    made = hr.create("u-4711", displayName="Dana")
    assert hr.member(made["id"]).status == MemberStatus.PLACEHOLDER
    assert "emails" not in made
    mail = {"op": "add", "path": "emails", "value": [{"value": "Dana@Acme.test", "primary": True}]}
    assert hr.patch(f"/Users/{made['id']}", mail).status_code == 200
    member = hr.member(made["id"])
    assert (member.status, member.email) == (MemberStatus.INVITED, "dana@acme.test")


def test_a_primary_address_goes_before_one_for_work(hr: Hr) -> None:
    emails = [{"value": "home@acme.test", "primary": True}, {"value": "work@acme.test", "type": "work"}]
    assert hr.member(hr.create("u1", emails=emails)["id"]).email == "home@acme.test"
    assert hr.member(hr.create("u2", emails=emails[1:])["id"]).email == "work@acme.test"


def test_who_is_inactive_is_out_at_once(hr: Hr, web_engine: Engine) -> None:
    made = hr.create("dana@acme.test")
    id = UUID(str(made["id"]))
    with Opener(hr.lanes, hr.tenant, system("test"))() as work:
        work.lock(Member, id).status = MemberStatus.ACTIVE
    token = create_token(web_engine, hr.tenant, id, name="x")
    cookie = f"kesher={open_session(web_engine, hr.tenant, id, clock=Clock())}"
    me = "{ me { member { email } } }"
    for shown in ({"token": token}, {"cookie": cookie}):
        assert hr.site.graphql(me, host=host_of(hr.tenant), **shown).status_code == 200
    answer = hr.patch(f"/Users/{id}", {"op": "replace", "path": "active", "value": False})
    assert (answer.status_code, answer.json()["active"]) == (200, False)
    hr.site.door._parts.reception.recognition.forget_all()
    for shown in ({"token": token}, {"cookie": cookie}):
        assert hr.site.graphql(me, host=host_of(hr.tenant), **shown).status_code == 401
    assert hr.patch(f"/Users/{id}", {"op": "Replace", "value": {"active": "True"}}).json()["active"] is True
    assert hr.member(id).status == MemberStatus.ACTIVE
    for shown in ({"token": token}, {"cookie": cookie}):
        assert hr.site.graphql(me, host=host_of(hr.tenant), **shown).status_code == 401, "what ended stays ended"


def test_deleted_is_shut_out_and_found_no_more_until_made_again(hr: Hr) -> None:
    made = hr.create("dana@acme.test", title="CFO")
    assert hr.ask("DELETE", f"/Users/{made['id']}").status_code == 204
    assert hr.member(made["id"]).status == MemberStatus.DISABLED
    assert refused(hr.ask("GET", f"/Users/{made['id']}")) == (404, None)
    assert refused(hr.ask("DELETE", f"/Users/{made['id']}")) == (404, None)
    assert hr.found("") == []
    again = hr.create("dana@acme.test")
    assert (again["id"], "title" in again) == (made["id"], False)
    assert hr.member(made["id"]).status == MemberStatus.INVITED


def test_members_of_ours_are_users_too(hr: Hr) -> None:
    id = make_member(hr.lanes, hr.tenant, Role.MANAGER)
    make_member(hr.lanes, hr.tenant, status=MemberStatus.PLACEHOLDER)
    email = f"manager-active@{hr.tenant.slug}.test"
    assert hr.found(f'filter=userName eq "{email.upper()}"') == [email]
    assert hr.found("") == [email]
    assert refused(hr.ask("POST", "/Users", {"schemas": [USER], "userName": email})) == (409, "uniqueness")
    renamed = hr.patch(f"/Users/{id}", {"op": "replace", "path": "displayName", "value": "Noa"}).json()
    assert (renamed["userName"], renamed["displayName"]) == (email, "Noa")
    member = hr.member(id)
    assert (member.name, member.role, member.status) == ("Noa", Role.MANAGER, MemberStatus.ACTIVE)


def test_a_name_that_an_import_knows_becomes_the_user(hr: Hr) -> None:
    id = make_member(hr.lanes, hr.tenant, status=MemberStatus.PLACEHOLDER)
    made = hr.create(f"rep-placeholder@{hr.tenant.slug}.test")
    assert made["id"] == str(id)
    assert hr.member(id).status == MemberStatus.INVITED


def test_what_is_changed_here_is_told_to_the_directory(hr: Hr) -> None:
    made = hr.create("dana@acme.test", displayName="Dana", emails=[{"value": "dana@acme.test"}])
    with Opener(hr.lanes, hr.tenant, system("test"))() as work:
        member = work.lock(Member, UUID(str(made["id"])))
        member.name, member.email = "Dana L.", "dl@acme.test"
    shown = hr.ask("GET", f"/Users/{made['id']}").json()
    assert (shown["displayName"], shown["userName"]) == ("Dana L.", "dana@acme.test")
    assert shown["emails"] == [{"value": "dl@acme.test", "type": "work", "primary": True}]


def test_addresses_and_names_belong_to_one(hr: Hr) -> None:
    hr.create("dana@acme.test")
    noa = hr.create("noa@acme.test")
    path = f"/Users/{noa['id']}"
    for value in ("dana@acme.test", "DANA@acme.test"):
        assert refused(hr.patch(path, {"op": "replace", "path": "userName", "value": value})) == (409, "uniqueness")
    mail = [{"value": "dana@acme.test", "primary": True}]
    assert refused(hr.patch(path, {"op": "add", "path": "emails", "value": mail})) == (409, "uniqueness")
    assert hr.ask("GET", path).json() == noa
    assert hr.member(noa["id"]).email == "noa@acme.test"


@pytest.mark.parametrize("last", [True, False])
def test_an_owner_is_not_shut_out(hr: Hr, *, last: bool) -> None:
    owner = make_member(hr.lanes, hr.tenant, Role.OWNER)
    if not last:
        hr.create("dana@acme.test")
    for answer in (
        hr.patch(f"/Users/{owner}", {"op": "replace", "path": "active", "value": False}),
        hr.ask("DELETE", f"/Users/{owner}"),
        hr.ask("PUT", f"/Users/{owner}", {"schemas": [USER], "userName": "x@acme.test", "active": False}),
    ):
        assert refused(answer) == (409, None)
        assert "owner" in answer.json()["detail"]
    member = hr.member(owner)
    assert (member.status, member.email) == (MemberStatus.ACTIVE, f"owner-active@{hr.tenant.slug}.test")
    assert hr.ask("GET", f"/Users/{owner}").json()["active"] is True


def test_replacing_keeps_who_is_in_and_who_is_out(hr: Hr) -> None:
    made = hr.create("dana@acme.test", title="CFO", externalId="e1")
    path = f"/Users/{made['id']}"
    hr.patch(path, {"op": "replace", "path": "active", "value": False})
    put = hr.ask("PUT", path, {"schemas": [USER], "userName": "dl@acme.test"}).json()
    assert (put["userName"], put["active"]) == ("dl@acme.test", False)
    assert "title" not in put
    assert "externalId" not in put
    member = hr.member(made["id"])
    assert (member.email, member.status) == ("dl@acme.test", MemberStatus.DISABLED)


def test_an_address_and_the_end_in_one_step(hr: Hr) -> None:
    made = hr.create("dana@acme.test")
    whole = {"op": "replace", "value": {"active": False, "displayName": "Gone", "userName": "gone@acme.test"}}
    assert hr.patch(f"/Users/{made['id']}", whole).status_code == 200
    member = hr.member(made["id"])
    assert (member.name, member.email, member.status) == ("Gone", "gone@acme.test", MemberStatus.DISABLED)


def test_a_state_that_is_gone_is_not_written_over(hr: Hr) -> None:
    made = hr.create("dana@acme.test")
    path, title = f"/Users/{made['id']}", {"op": "add", "path": "title", "value": "CFO"}
    shown = hr.ask("GET", path)
    etag = shown.headers["etag"]
    assert etag == shown.json()["meta"]["version"]
    assert hr.ask("GET", path, if_none_match=etag).status_code == 304
    changed = hr.patch(path, title, if_match=etag)
    assert (changed.status_code, changed.headers["etag"] != etag) == (200, True)
    for answer in (
        hr.patch(path, {"op": "remove", "path": "title"}, if_match=etag),
        hr.ask("PUT", path, {"schemas": [USER], "userName": "x"}, if_match=etag),
        hr.ask("DELETE", path, if_match=etag),
    ):
        assert refused(answer) == (412, None)
    assert hr.ask("GET", path).json()["title"] == "CFO"


def test_filters_sorting_and_pages(hr: Hr) -> None:
    for name, title in (("b@acme.test", "CFO"), ("a@acme.test", "CEO"), ("c@acme.test", None)):
        hr.create(name, externalId=name[0], **({"title": title} if title else {}))
    assert hr.found('filter=externalId eq "a"') == ["a@acme.test"]
    assert hr.found('filter=externalId eq "A"') == [], "ids of others are exact"
    assert hr.found("filter=title pr&sortBy=userName") == ["a@acme.test", "b@acme.test"]
    assert hr.found('filter=title eq "cfo" or userName sw "C"') == ["b@acme.test", "c@acme.test"]
    assert hr.found('filter=emails[value co "acme"] or active eq true&sortBy=userName&sortOrder=descending') == [
        "c@acme.test", "b@acme.test", "a@acme.test",
    ]  # fmt: skip
    page = hr.ask("GET", "/Users?sortBy=userName&startIndex=2&count=1").json()
    assert [one["userName"] for one in page["Resources"]] == ["b@acme.test"]
    assert (page["totalResults"], page["startIndex"], page["itemsPerPage"]) == (3, 2, 1)
    plain = hr.ask("GET", "/Users?startIndex=3&count=5").json()
    assert (plain["totalResults"], [one["userName"] for one in plain["Resources"]]) == (3, ["c@acme.test"])
    assert hr.ask("GET", "/Users?count=0").json()["Resources"] == []
    chosen = hr.ask("GET", "/Users?attributes=userName&count=1").json()["Resources"][0]
    assert set(chosen) == {"schemas", "id", "userName"}


@pytest.mark.parametrize(
    "query", ["filter=", "filter=userName", "filter=nobody eq 1", "filter=userName eq", "filter=(", "sortBy=nobody",
              "count=many"],
)  # fmt: skip
def test_what_cannot_be_understood_is_said_so(hr: Hr, query: str) -> None:
    assert refused(hr.ask("GET", f"/Users?{query}"))[0] == 400


@pytest.mark.parametrize(
    "body",
    [
        {}, {"schemas": [USER]}, {"schemas": [USER], "userName": ""},
        {"schemas": [USER], "userName": "x", "emails": [{"value": "no address"}]},
        {"schemas": [USER], "userName": "x", "active": "perhaps"},
    ],
)  # fmt: skip
def test_a_user_that_makes_no_sense_is_refused(hr: Hr, body: Json) -> None:
    assert refused(hr.ask("POST", "/Users", body))[0] == 400
    assert hr.found("") == []


def test_groups_are_teams(hr: Hr) -> None:
    dana, noa = (hr.create(f"{name}@acme.test")["id"] for name in ("dana", "noa"))
    north = hr.group("North", dana, externalId="g1")
    assert [one["value"] for one in north["members"]] == [dana]
    path = f"/Groups/{north['id']}"
    hr.patch(path, {"op": "add", "path": "members", "value": [{"value": noa}, {"value": str(new_id())}]})
    assert {str(hr.member(one).team_id) for one in (dana, noa)} == {north["id"]}
    shown = hr.ask("GET", f"/Users/{dana}").json()["groups"]
    assert [(one["value"], one["display"]) for one in shown] == [(north["id"], "North")]
    south = hr.group("South", dana)
    assert str(hr.member(dana).team_id) == south["id"], "a member is in one team"
    hr.patch(path, {"op": "Remove", "path": "members", "value": [{"value": noa}]})
    assert hr.member(noa).team_id is None
    hr.patch(path, {"op": "replace", "path": "displayName", "value": "Far North"})
    for query in ('displayName eq "far north"', 'externalId eq "g1"'):
        assert hr.found(f"filter={query}", "Groups") == ["Far North"]
    assert hr.ask("DELETE", f"/Groups/{south['id']}").status_code == 204
    assert (hr.member(dana).team_id, hr.team(south["id"])) == (None, None)
    assert refused(hr.ask("GET", f"/Groups/{south['id']}")) == (404, None)


def test_a_group_is_replaced_as_a_whole(hr: Hr) -> None:
    dana, noa = (hr.create(f"{name}@acme.test")["id"] for name in ("dana", "noa"))
    north = hr.group("North", dana)
    whole = {"schemas": [GROUP], "displayName": "North", "members": [{"value": noa}]}
    put = hr.ask("PUT", f"/Groups/{north['id']}", whole, if_match=str(north["meta"]["version"]))
    assert [one["value"] for one in put.json()["members"]] == [noa]
    assert hr.member(dana).team_id is None
    late = hr.ask("PUT", f"/Groups/{north['id']}", whole, if_match=str(north["meta"]["version"]))
    assert refused(late) == (412, None)


def test_names_of_groups_belong_to_one(hr: Hr) -> None:
    hr.group("North")
    assert refused(hr.ask("POST", "/Groups", {"schemas": [GROUP], "displayName": "NORTH"})) == (409, "uniqueness")
    assert hr.found("", "Groups") == ["North"]


def test_a_search_asks_both_kinds(hr: Hr) -> None:
    hr.create("dana@acme.test", displayName="North")
    hr.group("North")
    request = {"schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"], "filter": 'displayName eq "north"'}
    found = hr.ask("POST", "/.search", request).json()
    assert [one["meta"]["resourceType"] for one in found["Resources"]] == ["User", "Group"]
    assert hr.ask("POST", "/Users/.search", request).json()["totalResults"] == 1


def test_the_token_opens_its_own_company_and_scim_only(hr: Hr, other_tenant: Tenant, web_engine: Engine) -> None:
    owner = make_member(hr.lanes, hr.tenant, Role.OWNER)
    member_token = create_token(web_engine, hr.tenant, owner, name="x")
    before = hr.found("")
    elsewhere = create_scim_token(web_engine, other_tenant, name="x", by=None, clock=Clock())
    cookie = f"kesher={open_session(web_engine, hr.tenant, owner, clock=Clock())}"
    wrong = [{"authorization": f"Bearer {member_token}"}, {"authorization": "Bearer kesher_scim_x"}, {},
             {"authorization": f"Bearer {elsewhere}"}, {"cookie": cookie}]  # fmt: skip
    for headers in wrong:
        user = {"schemas": [USER], "userName": "thief@acme.test"}
        answer = hr.site.ask("POST", "/scim/v2/Users", host=host_of(hr.tenant), headers=headers, json=user)
        assert refused(answer) == (401, None)
        assert answer.headers["www-authenticate"] == "Bearer"
    assert hr.site.graphql("{ me { member { email } } }", token=hr.token).status_code == 401
    assert hr.found("") == before


def test_a_revoked_token_opens_nothing(hr: Hr) -> None:
    [token] = list_scim_tokens(hr.engine, hr.tenant)
    revoke_scim_token(hr.engine, hr.tenant, token.id, clock=Clock())
    assert refused(hr.ask("GET", "/Users")) == (401, None)


def test_a_suspended_company_has_no_directory(hr: Hr, migrate_engine: Engine) -> None:
    with migrate_engine.begin() as connection:
        connection.execute(text("UPDATE platform.tenant SET status = 'SUSPENDED' WHERE id = :id"), {"id": hr.tenant.id})
    hr.site.door._parts.premises.directory.forget()
    assert refused(hr.ask("GET", "/Users"))[0] == 401


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/Nothing", 404), ("GET", "/Users/x/y", 404), ("POST", "/Bulk", 501), ("GET", "/Me", 501),
        ("DELETE", "/Users", 405), ("POST", "/Schemas", 405), ("GET", "/Schemas/x", 404),
        ("GET", "/ResourceTypes?filter=x", 403), ("GET", "", 404), ("GET", "/Users/' OR 1=1", 404),
    ],
)  # fmt: skip
def test_other_addresses(hr: Hr, method: str, path: str, status: int) -> None:
    assert refused(hr.ask(method, path))[0] == status


@pytest.mark.parametrize(
    "more",
    [
        {"userName": "x" * 301}, {"userName": "  "}, {"externalId": "x" * 301}, {"displayName": "a\0b"},
        {"title": "\0"}, {"userName": "a\0@acme.test"},
    ],
)  # fmt: skip
def test_what_no_index_and_no_database_holds_is_refused(hr: Hr, more: Json) -> None:
    answer = hr.ask("POST", "/Users", {"schemas": [USER], "userName": "dana@acme.test", **more})
    assert refused(answer) == (400, "invalidValue")
    assert hr.found("") == []


def test_long_names_and_large_bodies(hr: Hr) -> None:
    made = hr.create("dana@acme.test", displayName="D" * 5000)
    assert (len(hr.member(made["id"]).name), len(made["displayName"])) == (300, 5000)
    assert hr.ask("GET", f"/Users/{made['id']}").json() == made
    large = hr.ask("POST", "/Users", {"schemas": [USER], "userName": "x@acme.test", "title": "x" * 100_000})
    assert refused(large) == (413, None)
    assert hr.found("") == ["dana@acme.test"]
    for query in ("startIndex=99999999999999999999", "count=99999999999999999999&startIndex=-7"):
        assert hr.ask("GET", f"/Users?{query}").status_code == 200
    for query in ('filter=userName eq "a\\u0000"', "filter=userName eq %00"):
        assert refused(hr.ask("GET", f"/Users?{query}"))[0] == 400


def test_moments_are_told_in_utc(hr: Hr) -> None:
    created = hr.create("dana@acme.test")["meta"]["created"]
    assert abs(datetime.fromisoformat(created) - datetime.now(UTC)).total_seconds() < 60
