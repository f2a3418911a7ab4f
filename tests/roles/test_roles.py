"""Roles of the company's own: what they may say, who may make them, what becomes of those who have them."""

import pytest
from sqlalchemy import select

from saas.core.rights import Role, Scope, Verb, objects, powers
from saas.graph.fields import hideable, lockable
from saas.roles.model import CustomRole
from tests.deals.make import euros, make_deal
from tests.members.make import Company
from tests.roles.make import give_role, grant, make_role, power, recall, ruled

MINE = "{ me { rights { grants { object verb scope } fields { object field rule } powers may } } }"
CATALOGUE = """{ rightsCatalogue { bases powers
    objects { object verbs scopes alwaysRead fields { field hideable lockable } } } }"""


def rules(company: Company, name: str) -> object:
    with company.open() as work:
        return work.get(CustomRole, company.keys[name]).rules


def mine(company: Company, who: str) -> dict[str, object]:
    said = company.ask(who, MINE)["me"]
    assert isinstance(said, dict)
    return said["rights"]  # type: ignore[no-any-return]


def test_a_role_keeps_what_differs_from_its_base(company: Company) -> None:
    made = make_role(
        company, "Junior", about="Learns", grants=[grant("Deal", "READ", "TEAM"), grant("Deal", "UPDATE", "OWN"),
        grant("Deal", "EXPORT", "NONE")], fields=[ruled("Deal", "amount"), ruled("Account", "phone", "READ_ONLY")],
        powers=[power("imports:run"), power("members:manage", granted=False)],
    )  # fmt: skip
    assert (made["name"], made["about"], made["base"], made["version"]) == ("Junior", "Learns", "REP", 1)
    assert rules(company, "Junior") == {
        "grants": {"Deal": {"READ": "TEAM"}}, "powers": {"imports:run": True},
        "fields": {"Deal": {"amount": "HIDDEN"}, "Account": {"phone": "READ_ONLY"}},
    }  # fmt: skip


def test_what_may_be_done_at_all_is_told_in_a_word_each(company: Company) -> None:
    make_role(company, "Keeper", grants=[grant("Deal", "UPDATE", "NONE"), grant("Deal", "DELETE", "NONE")])
    give_role(company, "rina", "Keeper")
    said = mine(company, "rina")
    words = [f"{one['object']}:{one['verb']}" for one in said["grants"] if one["scope"] != "NONE"]  # type: ignore[attr-defined]
    assert said["may"] == words
    assert {"Deal:CREATE", "Lead:UPDATE"} < set(words)
    assert not {"Deal:UPDATE", "Deal:DELETE", "Lead:EXPORT"} & set(words)


def test_who_has_the_role_sees_what_it_lets_him_see(company: Company) -> None:
    for owner in ("rina", "raz", "sami"):
        make_deal(company, f"Deal of {owner}", amount=euros(100), ownerId=company.id(owner))
    make_role(company, "Mate", grants=[grant("Deal", "READ", "TEAM")], fields=[ruled("Deal", "amount")])
    give_role(company, "rina", "Mate")
    said = company.ask(
        "rina",
        """{ deals(orderBy: [{name: ASC}]) {
            totalAmount { amount } averageAmount { amount } nodes { name amount { amount } } } }""",
    )
    assert said == {"deals": {"totalAmount": [], "averageAmount": [], "nodes": [
        {"name": "Deal of raz", "amount": None}, {"name": "Deal of rina", "amount": None},
    ]}}  # fmt: skip
    company.do("olga", "updateCustomRole", id=company.id("Mate", "CustomRole"), grants=[], fields=[])
    recall(company)
    assert company.ask("rina", "{ deals { totalAmount { amount } nodes { name } } }") == {
        "deals": {"totalAmount": [{"amount": "100.00"}], "nodes": [{"name": "Deal of rina"}]}
    }


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"base": "OWNER"}, ("ROLE_OF_OWNER", "base")),
        ({"name": " "}, ("REQUIRED", "name")),
        ({"grants": [grant("Nothing", "READ", "ALL")]}, ("UNKNOWN_OBJECT", "grants")),
        ({"grants": [grant("Product", "UPDATE", "TEAM")]}, ("BAD_SCOPE", "grants")),
        ({"grants": [grant("Product", "READ", "NONE")]}, ("ALWAYS_READ", "grants")),
        ({"grants": [grant("Deal", "UPDATE", "ALL")]}, ("GRANT_TOO_WIDE", "grants")),
        ({"grants": [grant("Deal", "READ", "NONE"), grant("Deal", "EXPORT", "OWN")]}, ("GRANT_TOO_WIDE", "grants")),
        ({"fields": [ruled("Nothing", "name")]}, ("UNKNOWN_OBJECT", "fields")),
        ({"fields": [ruled("Deal", "name")]}, ("NOT_HIDEABLE", "fields")),
        ({"fields": [ruled("Deal", "stage")]}, ("NOT_HIDEABLE", "fields")),
        ({"fields": [ruled("Deal", "id", "READ_ONLY")]}, ("NOT_LOCKABLE", "fields")),
        ({"fields": [ruled("Deal", "createdAt", "READ_ONLY")]}, ("NOT_LOCKABLE", "fields")),
        ({"fields": [ruled("Deal", "name", "READ_ONLY")]}, ("NOT_LOCKABLE", "fields")),
        ({"powers": [power("world:rule")]}, ("UNKNOWN_POWER", "powers")),
    ],
)
def test_what_cannot_be_said_is_refused(settled: Company, given: dict[str, object], problem: tuple[str, str]) -> None:
    assert settled.refuse("olga", "createCustomRole", **{"name": "Odd", "base": "REP", **given}) == problem


@pytest.mark.parametrize("who", ["mona", "rina"])
def test_who_may_not_manage_roles_makes_none(settled: Company, who: str) -> None:
    assert settled.refuse(who, "createCustomRole", name="Mine", base="ADMIN") == ("FORBIDDEN", None)


def test_nobody_gives_what_he_has_not(company: Company) -> None:
    make_role(
        company, "Keeper", powers=[power("roles:manage"), power("members:manage")], fields=[ruled("Deal", "amount")]
    )
    give_role(company, "rina", "Keeper")
    beyond, field = "BEYOND_YOURS", "grants"
    assert company.refuse("rina", "createCustomRole", name="A", base="ADMIN") == (beyond, field)
    assert company.refuse("rina", "createCustomRole", name="A", base="REP") == (beyond, field), "it would show amounts"
    wide = {"name": "A", "base": "REP", "fields": [ruled("Deal", "amount")]}
    assert company.refuse("rina", "createCustomRole", **wide, grants=[grant("Deal", "READ", "ALL")]) == (beyond, field)
    assert company.refuse("rina", "createCustomRole", **wide, powers=[power("imports:run")]) == (beyond, field)
    keeper = company.id("Keeper", "CustomRole")
    assert company.refuse("rina", "updateCustomRole", id=keeper, fields=[]) == (beyond, field)
    for role in ("ADMIN", "MANAGER", "REP"):
        assert company.refuse("rina", "updateMember", id=company.id("rina"), role=role) == ("FORBIDDEN", "role")
    assert company.refuse("rina", "updateMember", id=company.id("adam"), name="X") == ("FORBIDDEN", "id")
    assert company.refuse("rina", "inviteMember", name="X", email="x@x.test", role="ADMIN") == ("FORBIDDEN", "role")
    assert company.do("rina", "createCustomRole", **wide)["name"] == "A"


def test_nobody_locks_himself_out(company: Company) -> None:
    make_role(company, "Second", base="ADMIN")
    give_role(company, "adam", "Second")
    role, out = company.id("Second", "CustomRole"), ("LOCKS_YOU_OUT", "powers")
    assert company.refuse("adam", "updateCustomRole", id=role, powers=[power("roles:manage", granted=False)]) == out
    assert company.refuse("adam", "updateCustomRole", id=role, base="MANAGER") == out
    assert company.refuse("adam", "deleteCustomRole", id=role, moveToReady="READER") == out
    company.do("olga", "updateCustomRole", id=role, base="MANAGER")
    assert company.ask(
        "olga", "query M($id: ID!) { member(id: $id) { role customRole { name } } }", id=company.id("adam")
    ) == {"member": {"role": "MANAGER", "customRole": {"name": "Second"}}}


def test_a_role_in_use_goes_when_its_members_get_another(company: Company) -> None:
    role = make_role(company, "Junior")
    other = make_role(company, "Senior", base="MANAGER")
    give_role(company, "rina", "Junior")
    give_role(company, "raz", "Junior")
    assert company.refuse("olga", "deleteCustomRole", id=role["id"]) == ("ROLE_IN_USE", "moveTo")
    assert company.refuse("olga", "deleteCustomRole", id=role["id"], moveTo=role["id"]) == ("BAD_MOVE", "moveTo")
    assert company.refuse("olga", "deleteCustomRole", id=role["id"], moveTo=other["id"], moveToReady="REP") == (
        "BAD_MOVE", "moveTo",
    )  # fmt: skip
    assert company.act("olga", "deleteCustomRole", id=role["id"], moveTo=other["id"]).problem is None
    roles = company.ask(
        "olga", "{ members { nodes { name role customRole { name } } } customRoles { nodes { name } } }"
    )
    moved = {one["name"]: (one["role"], one["customRole"]) for one in roles["members"]["nodes"]}  # type: ignore[index]
    assert moved["Rina"] == moved["Raz"] == ("MANAGER", {"name": "Senior"})
    assert roles["customRoles"] == {"nodes": [{"name": "Senior"}]}
    assert company.act("olga", "deleteCustomRole", id=other["id"], moveToReady="REP").problem is None
    with company.open() as work:
        assert work.all(select(CustomRole.name).where(work.visible(CustomRole))) == []


def test_the_catalogue_is_all_there_is(settled: Company) -> None:
    said = settled.ask("rina", CATALOGUE)["rightsCatalogue"]
    assert isinstance(said, dict)
    assert said["bases"] == [role for role in Role if role is not Role.OWNER]
    assert said["powers"] == sorted(powers())
    assert [one["object"] for one in said["objects"]] == list(objects())
    deal = next(one for one in said["objects"] if one["object"] == "Deal")
    assert (deal["verbs"], deal["scopes"], deal["alwaysRead"]) == (list(Verb), list(Scope), False)
    assert {one["field"] for one in deal["fields"] if one["hideable"]} == hideable("Deal") >= {"amount", "owner"}
    assert {one["field"] for one in deal["fields"] if one["lockable"]} == lockable("Deal") >= {"amount", "stage"}


def test_the_viewer_knows_his_own_rights(company: Company) -> None:
    make_role(company, "Blind", grants=[grant("Deal", "READ", "TEAM")], fields=[ruled("Deal", "amount")])
    give_role(company, "rina", "Blind")
    said = mine(company, "rina")
    assert {"object": "Deal", "verb": "READ", "scope": "TEAM"} in said["grants"]  # type: ignore[operator]
    assert {"object": "Deal", "verb": "UPDATE", "scope": "OWN"} in said["grants"]  # type: ignore[operator]
    assert {"object": "Deal", "field": "amount", "rule": "HIDDEN"} in said["fields"]  # type: ignore[operator]
    assert said["powers"] == []
    assert mine(company, "olga")["powers"] == sorted(powers())


def test_a_locked_field_is_neither_changed_nor_asked_of_a_new_record(company: Company) -> None:
    make_deal(company, "Hers", who="rina", amount=euros(5))
    locked = [ruled("Deal", name, "READ_ONLY") for name in ("amount", "owner", "products", "stage")]
    make_role(company, "Locked", fields=locked)
    give_role(company, "rina", "Locked")
    hers, stage = company.id("Hers", "Deal"), company.id("Quote", "Stage")
    for given, name in (({"amount": euros(6)}, "amount"), ({"amount": None}, "amount"), ({"ownerId": None}, "ownerId")):
        assert company.refuse("rina", "updateDeal", id=hers, **given) == ("FIELD_READ_ONLY", name)
    assert company.refuse("rina", "moveDeal", dealId=hers, stageId=stage) == ("FIELD_READ_ONLY", "stageId")
    assert company.refuse("rina", "setDealProducts", dealId=hers, products=[]) == ("FIELD_READ_ONLY", "products")
    assert company.refuse("rina", "createDeal", name="New", amount=euros(1)) == ("FIELD_READ_ONLY", "amount")
    assert company.do("rina", "createDeal", name="New")["owner"] == {"id": company.id("rina")}


def test_the_prices_of_lines_go_with_the_amount(company: Company) -> None:
    from_list = company.do("olga", "createProduct", name="Chair", price=euros(7))
    make_deal(company, "Hers", who="rina")
    make_role(company, "Blind", fields=[ruled("Deal", "amount")])
    give_role(company, "rina", "Blind")
    hers, line = company.id("Hers", "Deal"), {"productId": from_list["id"]}
    priced = [{**line, "unitPrice": euros(1)}]
    assert company.refuse("rina", "setDealProducts", dealId=hers, products=priced) == ("FIELD_READ_ONLY", "unitPrice")
    assert company.do("rina", "setDealProducts", dealId=hers, products=[line])["amount"] is None
