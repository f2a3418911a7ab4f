"""Accounts: made, changed, deleted and restored; hierarchies; who may do what."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from saas.accounts.actions import DEEPEST_HIERARCHY, create_account
from saas.graph.ids import encode
from saas.graph.threads import Threads
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.accounts.make import make_account, make_line
from tests.members.make import ABSENT, EVERYBODY, NOW, Company, key_of, make_company

WHOLE = {
    "name": " Acme Ltd ", "industry": "retail", "size": 120, "revenue": {"amount": "1500000.5", "currency": "USD"},
    "country": "ישראל", "website": "Acme.example/shop/", "phone": "03-555 1234", "foundedYear": 1999,
}  # fmt: skip


def test_an_account_is_made_in_one_form(company: Company) -> None:
    entries = len(company.trail())
    made = company.do("rina", "createAccount", **WHOLE)
    assert made == {
        "id": made["id"], "name": "Acme Ltd", "industry": "retail", "size": 120,
        "revenue": {"amount": "1500000.50", "currency": "USD"}, "country": "Israel",
        "website": "https://acme.example/shop", "phone": "+97235551234", "foundedYear": 1999, "externalId": None,
        "parent": None, "owner": {"id": company.id("rina")}, "version": 1, "nextActivity": None,
        "createdAt": "2026-03-02T12:00:00Z",
        "updatedAt": "2026-03-02T12:00:00Z",
    }  # fmt: skip
    (told,) = company.entries()[entries:]
    assert (told.member_id, told.request_id, told.at) == (company.keys["rina"], "req-rina", NOW)
    assert (told.action, told.entity, told.entity_id, told.before) == ("CREATE", "account", key_of(made), None)
    assert told.after == {
        "id": str(key_of(made)), "name": "Acme Ltd", "industry": "retail", "size": 120, "revenue": "1500000.50",
        "currency": "USD", "country": "Israel", "website": "https://acme.example/shop", "phone": "+97235551234",
        "founded_year": 1999, "owner_id": str(company.keys["rina"]), "created_at": "2026-03-02T12:00:00Z",
    }  # fmt: skip


def test_an_edit_changes_what_it_names(company: Company) -> None:
    made = company.do("olga", "createAccount", **WHOLE)
    entries = len(company.trail())
    changed = company.do("raz", "updateAccount", id=made["id"], version=1, industry=None, phone=" ", size=0)
    assert {**made, "industry": None, "phone": None, "size": 0, "version": 2} == changed
    company.do("raz", "updateAccount", id=made["id"], country="IL", website="acme.EXAMPLE/shop", size=0)
    assert company.trail(entries) == [
        ("raz", "UPDATE", "account", {"industry": "retail", "phone": "+97235551234", "size": 120},
         {"industry": None, "phone": None, "size": 0}),
    ]  # fmt: skip
    assert company.do("raz", "updateAccount", id=made["id"], revenue=None)["revenue"] is None
    assert company.do("raz", "updateAccount", id=made["id"], revenue={"amount": "7"})["revenue"] == {
        "amount": "7.00", "currency": "EUR",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"name": "\t"}, ("REQUIRED", "name")),
        ({"name": "x" * 301}, ("TOO_LONG", "name")),
        ({"industry": "x" * 1001}, ("TOO_LONG", "industry")),
        ({"size": -1}, ("NEGATIVE", "size")),
        ({"foundedYear": 2027}, ("BAD_YEAR", "foundedYear")),
        ({"foundedYear": 17}, ("BAD_YEAR", "foundedYear")),
        ({"revenue": {"amount": "-1"}}, ("NEGATIVE", "revenue")),
        ({"revenue": {"amount": "1e17"}}, ("BAD_AMOUNT", "revenue")),
        ({"revenue": {"amount": "1", "currency": "euro"}}, ("BAD_CURRENCY", "revenue")),
        ({"website": "javascript:alert(1)"}, ("BAD_WEBSITE", "website")),
        ({"website": "nowhere"}, ("BAD_WEBSITE", "website")),
        ({"phone": "ask Dana"}, ("BAD_PHONE", "phone")),
        ({"parentId": encode("Account", ABSENT)}, ("NOT_FOUND", "parentId")),
        ({"ownerId": encode("Member", ABSENT)}, ("NOT_FOUND", "ownerId")),
        ({"ownerId": encode("Account", ABSENT)}, ("NOT_FOUND", "ownerId")),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(settled: Company, given: dict[str, object], problem: tuple[str, str]) -> None:
    assert settled.refuse("olga", "createAccount", **{"name": "Acme", **given}) == problem


def test_an_edit_that_makes_no_sense_changes_nothing(company: Company) -> None:
    id = make_account(company)["id"]
    assert company.refuse("olga", "updateAccount", id=id, name=None) == ("REQUIRED", "name")
    assert company.refuse("olga", "updateAccount", id=id, industry="x", parentId=id) == ("HIERARCHY_CIRCLE", "parentId")
    assert company.refuse("olga", "updateAccount", id=encode("Account", ABSENT), name="x") == ("NOT_FOUND", "id")


def test_a_number_is_of_the_accounts_country_else_of_the_companys(
    lanes: Lanes, tenant: Tenant, threads: Threads
) -> None:
    company = make_company(lanes, tenant, threads, time_zone="Asia/Jerusalem")
    made = make_account(company, phone="052-1234567")
    assert made["phone"] == "+972521234567"
    assert company.do("olga", "updateAccount", id=made["id"], country="USA", phone="(212) 555-0100")["phone"] == (
        "+12125550100"
    )
    assert company.do("olga", "updateAccount", id=made["id"], phone="212 555 0199")["phone"] == "+12125550199"
    assert company.do("olga", "updateAccount", id=made["id"], phone="*2700")["phone"] == "*2700"


def test_what_an_import_brings_stays_as_it_read_it(company: Company) -> None:
    with company.open("olga", origin=ABSENT) as work:
        account = create_account(work, {"name": "Acme", "phone": "ask Dana", "website": "n/a", "country": "il"})
    assert (account.phone, account.website, account.country) == ("ask Dana", "n/a", "il")
    assert company.entries()[-1].origin_id == ABSENT


def test_an_account_goes_and_comes_back(company: Company) -> None:
    made = make_account(company, who="rina")
    below = make_account(company, "Below", parentId=made["id"])
    entries = len(company.trail())
    company.do("rina", "deleteAccount", id=made["id"], version=1)
    read = "query Q($id: ID!, $below: ID!) { account(id: $id) { id } accounts { totalCount } "
    read += "below: account(id: $below) { parent { name } } node(id: $id) { id } }"
    assert company.ask("rina", read, id=made["id"], below=below["id"]) == {
        "account": None, "accounts": {"totalCount": 1}, "below": {"parent": {"name": "Acme"}}, "node": None,
    }  # fmt: skip
    assert company.refuse("olga", "updateAccount", id=made["id"], name="X") == ("NOT_FOUND", "id")
    assert company.refuse("olga", "deleteAccount", id=made["id"]) == ("NOT_FOUND", "id")
    assert company.refuse("olga", "createAccount", name="X", parentId=made["id"]) == ("NOT_FOUND", "parentId")
    back = company.do("rina", "restoreAccount", id=made["id"], version=2)
    assert {**made, "version": 3} == back
    assert company.trail(entries) == [
        ("rina", "DELETE", "account", {"deleted_at": None}, {"deleted_at": "2026-03-02T12:00:00Z"}),
        ("rina", "UPDATE", "account", {"deleted_at": "2026-03-02T12:00:00Z"}, {"deleted_at": None}),
    ]
    assert company.do("rina", "restoreAccount", id=made["id"])["version"] == 3


def test_restored_under_a_parent_that_is_gone(company: Company) -> None:
    top, below = make_line(company, 2)
    company.do("olga", "deleteAccount", id=below["id"])
    company.do("olga", "deleteAccount", id=top["id"])
    back = company.do("olga", "restoreAccount", id=below["id"])
    assert back["parent"] == {"id": top["id"]}
    assert company.do("olga", "updateAccount", id=below["id"], name="Still")["parent"] == {"id": top["id"]}
    assert company.refuse("olga", "updateAccount", id=below["id"], parentId=below["id"])[0] == "HIERARCHY_CIRCLE"
    assert company.do("olga", "updateAccount", id=below["id"], parentId=None)["parent"] is None


def test_a_deleted_account_in_the_line_still_counts_against_circles(company: Company) -> None:
    top, middle, low = make_line(company, 3)
    company.do("olga", "deleteAccount", id=middle["id"])
    assert company.refuse("olga", "updateAccount", id=top["id"], parentId=low["id"]) == ("HIERARCHY_CIRCLE", "parentId")


def test_a_hierarchy_has_so_many_levels_and_no_more(company: Company) -> None:
    line = make_line(company, DEEPEST_HIERARCHY)
    assert company.refuse("olga", "createAccount", name="Too deep", parentId=line[-1]["id"]) == (
        "HIERARCHY_DEEP", "parentId",
    )  # fmt: skip
    top, below = make_line(company, 2, "Other")
    assert company.refuse("olga", "updateAccount", id=top["id"], parentId=line[-2]["id"])[0] == "HIERARCHY_DEEP"
    moved = company.do("olga", "updateAccount", id=top["id"], parentId=line[-3]["id"])
    assert moved["parent"] == {"id": line[-3]["id"]}
    assert company.refuse("olga", "updateAccount", id=line[0]["id"], parentId=below["id"])[0] == "HIERARCHY_CIRCLE"


def test_two_accounts_at_once_do_not_come_to_stand_on_each_other(company: Company) -> None:
    one, two = make_account(company, "One"), make_account(company, "Two")
    together = Barrier(2)

    def place(pair: tuple[object, object]) -> str | None:
        together.wait()
        problem = company.act("olga", "updateAccount", id=pair[0], parentId=pair[1]).problem
        return problem[0] if problem else None

    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(place, [(one["id"], two["id"]), (two["id"], one["id"])]))
    assert said.count(None) == 1, said
    assert set(said) <= {None, "BUSY", "HIERARCHY_CIRCLE"}


def test_everybody_sees_and_edits_every_account(company: Company) -> None:
    id = make_account(company)["id"]
    for who in EVERYBODY:
        said = company.ask(
            who, 'query Q($id: ID!) { account(id: $id) { id } accounts(search: "acm") { totalCount } }', id=id
        )
        assert said == {"account": {"id": id}, "accounts": {"totalCount": 1}}
        assert company.do(who, "updateAccount", id=id, industry=who)["industry"] == who


def test_a_rep_deletes_and_gives_away_what_is_his(company: Company) -> None:
    theirs, his = make_account(company), make_account(company, "His", who="rina")
    rina, forbidden = company.id("rina"), ("FORBIDDEN", "ownerId")
    for mutation in ("deleteAccount", "restoreAccount"):
        assert company.refuse("rina", mutation, id=theirs["id"]) == ("FORBIDDEN", "id")
    assert company.refuse("rina", "updateAccount", id=theirs["id"], ownerId=rina) == forbidden
    assert company.refuse("rina", "updateAccount", id=theirs["id"], ownerId=None) == forbidden
    assert company.do("rina", "updateAccount", id=theirs["id"], ownerId=company.id("olga"))["version"] == 1
    company.do("mona", "updateAccount", id=theirs["id"], ownerId=None)
    assert company.refuse("rina", "updateAccount", id=theirs["id"], ownerId=rina) == forbidden
    assert company.do("rina", "updateAccount", id=his["id"], ownerId=company.id("raz"))["owner"] == {
        "id": company.id("raz"),
    }  # fmt: skip
    assert company.refuse("rina", "deleteAccount", id=his["id"]) == ("FORBIDDEN", "id")
    for who, id in (("mona", theirs["id"]), ("raz", his["id"])):
        company.do(who, "deleteAccount", id=id)
        company.do(who, "restoreAccount", id=id)


def test_nothing_is_given_to_who_has_left(company: Company) -> None:
    company.do("olga", "disableMember", id=company.id("raz"))
    id = make_account(company)["id"]
    assert company.refuse("olga", "updateAccount", id=id, ownerId=company.id("raz")) == ("MEMBER_DISABLED", "ownerId")


def test_a_stale_version_is_told_with_the_account_as_it_is(company: Company) -> None:
    id = make_account(company)["id"]
    company.do("olga", "updateAccount", id=id, industry="retail")
    state = company.state()
    for mutation, given in (("updateAccount", {"industry": "banking"}), ("deleteAccount", {}), ("restoreAccount", {})):
        told = company.conflict("rina" if given else "olga", mutation, id=id, **given)
        assert (told["industry"], told["version"]) == ("retail", 2)
    assert company.state() == state


def test_another_companys_account_is_not_there(company: Company, other_company: Company) -> None:
    theirs = make_account(other_company)["id"]
    before = other_company.state()
    for mutation in ("updateAccount", "deleteAccount", "restoreAccount"):
        assert company.refuse("olga", mutation, id=theirs) == ("NOT_FOUND", "id")
    assert company.refuse("olga", "createAccount", name="X", parentId=theirs) == ("NOT_FOUND", "parentId")
    assert company.refuse("olga", "createAccount", name="X", ownerId=other_company.id("rina")) == (
        "NOT_FOUND", "ownerId",
    )  # fmt: skip
    said = company.ask("olga", "query Q($id: ID!) { account(id: $id) { id } node(id: $id) { id } }", id=theirs)
    assert said == {"account": None, "node": None}
    assert other_company.state() == before
