"""What is told of rights is what they are: one's own, who sees a record, what changing a role would change."""

import pytest

from saas.core.rights import Role, Verb, models
from saas.graph.ids import encode
from tests.accounts.make import make_account
from tests.deals.make import euros, make_deal
from tests.members.make import EVERYBODY, Company, Json, key_of
from tests.roles.make import give_role, grant, make_role, power, recall, ruled

WHO = """query W($id: ID!) { whoCanSee(id: $id) { total onlookers { edits member { name }
    sights { reason edits team { name } } } } }"""
EFFECTIVE = """query E($id: ID!) { effectiveRights(memberId: $id) { role member { name } customRole { name }
    grants { object verb scope ready } fields { object field rule } powers { power granted ready }
    teams { team { name } reason } shared { object records } } }"""
ROLES = """{ roles { role members customRole { name } grants { object verb scope ready } fields { object field rule }
    powers { power granted ready } } }"""
PREVIEW = """query P($input: PreviewRoleInput!) { previewRole(input: $input) { total
    grants { object verb before after } fields { object field before after } powers { power before after }
    members { member { name } seen { object before after } } } }"""


@pytest.fixture(scope="module")
def shop(settled: Company) -> Company:
    """Deals of everybody, an account, roles of the company's own with odd reaches, shares, teams below teams."""
    company = settled
    for owner in EVERYBODY:
        make_deal(company, f"Deal of {owner}", ownerId=company.id(owner), amount=euros(1))
    make_deal(company, "Nobody's", who="adam")
    company.do("adam", "updateDeal", id=company.id("Nobody's", "Deal"), ownerId=None)
    company.keys["Acme"] = key_of(make_account(company))
    company.do("olga", "updateTeam", id=company.id("North", "Team"), parentId=company.id("South", "Team"))
    company.do("olga", "shareRecord", recordId=deal(company, "raz"), teamId=company.id("South", "Team"), level="EDIT")
    company.do("olga", "shareRecord", recordId=deal(company, "olga"), memberId=company.id("lone"), level="READ")
    make_role(company, "Mate", grants=[grant("Deal", "READ", "BELOW"), grant("Deal", "UPDATE", "TEAM")])
    make_role(company, "Blind", "READER", grants=[grant("Deal", "READ", "NONE")], powers=[power("roles:manage")])
    give_role(company, "sami", "Mate")
    give_role(company, "lone", "Mate")
    give_role(company, "raz", "Blind")
    return company


def deal(company: Company, owner: str) -> str:
    return company.id(f"Deal of {owner}", "Deal")


def who_sees(company: Company, who: str, id: str) -> dict[str, Json]:
    said = company.ask(who, WHO, id=id)["whoCanSee"]
    assert isinstance(said, dict)
    assert said["total"] == len(said["onlookers"])
    return {one["member"]["name"].lower(): one for one in said["onlookers"]}


def test_who_is_told_to_see_and_edit_a_record_does(shop: Company) -> None:
    """Each member's own unit of work decides; every record of every kind that the company has."""
    asked = 0
    for name, model in models().items():
        for key in [key for key in shop.keys.values() if find(shop, None, model, key)]:
            said = who_sees(shop, "olga", encode(name, key))
            for who in EVERYBODY:
                assert (who in said) is find(shop, who, model, key), (name, who)
                assert (who in said and said[who]["edits"]) is find(shop, who, model, key, to=Verb.UPDATE), (name, who)
                asked += 1
    assert asked > 8 * len(EVERYBODY)


def find(company: Company, who: str | None, model: type, key: object, *, to: Verb = Verb.READ) -> bool:
    with company.open(who) as work:
        rows = work.rows(model.__table__.select().where(model.id == key, work.visible(model, to=to)))  # type: ignore[attr-defined]
        return bool(rows)


def test_why_somebody_sees_a_record(shop: Company) -> None:
    said = who_sees(shop, "adam", deal(shop, "raz"))
    why = {who: [(one["reason"], one["edits"], one["team"] and one["team"]["name"]) for one in each["sights"]]  # type: ignore[attr-defined]
           for who, each in said.items()}  # fmt: skip
    assert why == {
        "olga": [("ROLE", True, None)], "adam": [("ROLE", True, None)], "mona": [("TEAM", True, "North")],
        "mike": [("BELOW", True, "North"), ("TEAM_SHARED", True, "South")],
        "sami": [("BELOW", False, "North"), ("TEAM_SHARED", True, "South")],
    }  # fmt: skip


def test_those_who_manage_no_roles_learn_names_only(shop: Company) -> None:
    said = who_sees(shop, "rina", deal(shop, "rina"))
    assert set(said) == {"olga", "adam", "mona", "rina", "mike", "sami"}
    assert all(one["edits"] is None and one["sights"] == [] for one in said.values())


@pytest.mark.parametrize("who", ["rina", "raz", "lone"])
def test_of_what_one_does_not_see_one_learns_nothing(shop: Company, who: str) -> None:
    answer = shop.answer(who, WHO, {"id": deal(shop, "mike")})
    assert answer["data"] == {"whoCanSee": None}
    assert [one["extensions"]["code"] for one in answer["errors"]] == ["NOT_FOUND"]  # type: ignore[attr-defined]


def test_a_members_rights_and_where_they_come_from(shop: Company) -> None:
    said = shop.ask("adam", EFFECTIVE, id=shop.id("sami"))["effectiveRights"]
    assert isinstance(said, dict)
    assert (said["role"], said["customRole"], said["member"]) == ("REP", {"name": "Mate"}, {"name": "Sami"})
    grants = {(one["object"], one["verb"]): (one["scope"], one["ready"]) for one in said["grants"]}
    assert grants["Deal", "READ"] == ("BELOW", "OWN")
    assert grants["Deal", "UPDATE"] == ("TEAM", "OWN")
    assert grants["Account", "READ"] == ("ALL", "ALL")
    assert {(one["team"]["name"], one["reason"]) for one in said["teams"]} == {("South", "MEMBER"), ("North", "BELOW")}
    assert said["shared"] == [{"object": "Deal", "records": 1}]
    assert not any(one["granted"] for one in said["powers"])
    mike = shop.ask("mike", EFFECTIVE, id=shop.id("mike"))["effectiveRights"]
    assert isinstance(mike, dict)
    assert {(one["team"]["name"], one["reason"]) for one in mike["teams"]} == {
        ("South", "MANAGER"), ("West", "MANAGER"), ("North", "BELOW"),
    }  # fmt: skip


def test_others_rights_are_for_those_who_manage_roles(shop: Company) -> None:
    for who, code in (("rina", "FORBIDDEN"), ("raz", None)):
        answer = shop.answer(who, EFFECTIVE, {"id": shop.id("sami")})
        assert [one["extensions"]["code"] for one in answer.get("errors", [])] == ([code] if code else [])  # type: ignore[attr-defined]
    for asked in (ROLES, PREVIEW):
        answer = shop.answer("rina", asked, {"input": {"base": "REP"}} if asked is PREVIEW else {})
        assert [one["extensions"]["code"] for one in answer["errors"]] == ["FORBIDDEN"]  # type: ignore[attr-defined]


def test_all_roles_with_their_matrix(shop: Company) -> None:
    said = shop.ask("adam", ROLES)["roles"]
    assert isinstance(said, list)
    named = {one["customRole"]["name"] if one["customRole"] else one["role"]: one for one in said}
    assert list(named) == [*Role, "Blind", "Mate"]
    assert {name: one["members"] for name, one in named.items() if one["members"]} == {
        "OWNER": 1, "ADMIN": 1, "MANAGER": 2, "REP": 1, "Blind": 1, "Mate": 2,
    }  # fmt: skip
    assert all(len(one["grants"]) == len(models()) * len(Verb) for one in said)
    assert {"power": "roles:manage", "granted": True, "ready": False} in named["Blind"]["powers"]
    assert all(one["scope"] == "ALL" for one in named["ADMIN"]["grants"])


def test_a_preview_tells_what_saving_does(company: Company) -> None:
    for owner in ("rina", "raz", "sami"):
        make_deal(company, f"Deal of {owner}", who=owner)
    role = make_role(company, "Junior")
    for who in ("rina", "raz"):
        give_role(company, who, "Junior")
    wanted = {
        "grants": [grant("Deal", "READ", "TEAM")],
        "fields": [ruled("Deal", "amount")],
        "powers": [power("imports:run")],
    }
    before, state = counts(company), company.state()
    said = company.ask("adam", PREVIEW, input={"id": role["id"], **wanted, "memberIds": [company.id("sami")]})[
        "previewRole"
    ]
    assert isinstance(said, dict)
    assert company.state() == state
    assert said["grants"] == [{"object": "Deal", "verb": "READ", "before": "OWN", "after": "TEAM"}]
    assert {"object": "Deal", "field": "amount", "before": None, "after": "HIDDEN"} in said["fields"]
    assert said["powers"] == [{"power": "imports:run", "before": False, "after": True}]
    assert said["total"] == 3
    company.do("adam", "updateCustomRole", id=role["id"], **wanted)
    give_role(company, "sami", "Junior")
    after = counts(company)
    told = {one["member"]["name"].lower(): one["seen"] for one in said["members"]}
    assert told == {
        who: [{"object": "Deal", "before": before[who], "after": after[who]}] for who in ("rina", "raz", "sami")
    }
    assert (before["rina"], after["rina"]) == (1, 2)


def counts(company: Company) -> dict[str, object]:
    recall(company)
    return {who: company.ask(who, "{ deals { totalCount } }")["deals"]["totalCount"] for who in EVERYBODY}  # type: ignore[index]


def test_a_preview_refuses_what_saving_refuses(settled: Company) -> None:
    hidden = {"base": "REP", "fields": [ruled("Deal", "name")]}
    for given, code in (({"base": "OWNER"}, "ROLE_OF_OWNER"), (hidden, "NOT_HIDEABLE")):
        answer = settled.answer("olga", PREVIEW, {"input": given})
        assert [one["extensions"]["code"] for one in answer["errors"]] == [code]  # type: ignore[attr-defined]
