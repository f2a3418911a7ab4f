"""Contacts: made, changed, deleted and restored; who may do what."""

import pytest

from saas.contacts.actions import create_contact
from saas.graph.ids import encode
from tests.accounts.make import make_account
from tests.contacts.make import make_contact
from tests.members.make import ABSENT, EVERYBODY, NOW, Company, key_of


def test_a_contact_is_made_in_one_form(company: Company) -> None:
    account = make_account(company, country="Israel")
    entries = len(company.trail())
    made = company.do("rina", "createContact", name=" Dana Levi ", email=" Dana@Levi.TEST", phone="052-123 4567",
                      title="CFO ", accountId=account["id"])  # fmt: skip
    assert made == {
        "id": made["id"], "name": "Dana Levi", "email": "dana@levi.test", "phone": "+972521234567", "title": "CFO",
        "externalId": None, "account": {"id": account["id"]}, "owner": {"id": company.id("rina")}, "version": 1,
        "nextActivity": None,
        "createdAt": "2026-03-02T12:00:00Z", "updatedAt": "2026-03-02T12:00:00Z",
    }  # fmt: skip
    (told,) = company.entries()[entries:]
    assert (told.member_id, told.request_id, told.at) == (company.keys["rina"], "req-rina", NOW)
    assert (told.action, told.entity, told.entity_id, told.before) == ("CREATE", "contact", key_of(made), None)
    assert told.after == {
        "id": str(key_of(made)), "name": "Dana Levi", "email": "dana@levi.test", "phone": "+972521234567",
        "title": "CFO", "account_id": str(key_of(account)), "owner_id": str(company.keys["rina"]),
        "created_at": "2026-03-02T12:00:00Z",
    }  # fmt: skip


def test_an_edit_changes_what_it_names(company: Company) -> None:
    account = make_account(company, country="Jordan")
    made = make_contact(company, email="dana@levi.test", title="CFO")
    entries = len(company.trail())
    changed = company.do("raz", "updateContact", id=made["id"], version=1, title="", accountId=account["id"],
                         phone="06 790 1234")  # fmt: skip
    assert changed == {**made, "title": None, "phone": "+96267901234", "account": {"id": account["id"]}, "version": 2}
    assert company.do("raz", "updateContact", id=made["id"], phone="06 790 1235")["phone"] == "+96267901235"
    company.do("raz", "updateContact", id=made["id"], email="DANA@levi.test", title=None)
    assert company.trail(entries) == [
        ("raz", "UPDATE", "contact", {"title": "CFO", "phone": None, "account_id": None},
         {"title": None, "phone": "+96267901234", "account_id": str(key_of(account))}),
        ("raz", "UPDATE", "contact", {"phone": "+96267901234"}, {"phone": "+96267901235"}),
    ]  # fmt: skip
    assert company.do("raz", "updateContact", id=made["id"], email=None, accountId=None)["email"] is None


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"name": ""}, ("REQUIRED", "name")),
        ({"name": "x" * 301}, ("TOO_LONG", "name")),
        ({"title": "x" * 1001}, ("TOO_LONG", "title")),
        ({"name": "Dana \u202etxt.exe"}, ("TURNED_ROUND", "name")),
        ({"title": "\u202dCFO"}, ("TURNED_ROUND", "title")),
        ({"name": "\u200b\u2066\u2069 \u200f"}, ("REQUIRED", "name")),
        ({"email": "dana"}, ("BAD_EMAIL", "email")),
        ({"phone": "none"}, ("BAD_PHONE", "phone")),
        ({"accountId": encode("Account", ABSENT)}, ("NOT_FOUND", "accountId")),
        ({"ownerId": encode("Member", ABSENT)}, ("NOT_FOUND", "ownerId")),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(settled: Company, given: dict[str, object], problem: tuple[str, str]) -> None:
    assert settled.refuse("olga", "createContact", **{"name": "Dana", **given}) == problem


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Da\u200bna\ufeff L\u2060evi", "Dana Levi"),
        ("\u2067דנה לוי", "דנה לוי"),
        ("\u202a+1 Group\u202c", "+1 Group"),
        ("می\u200cروم", "می\u200cروم"),
        ("\u200fדנה (C\u200e++)\u200f", "דנה (C\u200e++)"),
    ],
    ids=ascii,
)
def test_a_name_holds_nothing_that_is_not_seen(settled: Company, said: str, kept: str) -> None:
    assert settled.do("olga", "createContact", name=said)["name"] == kept


def test_what_an_import_brings_stays_as_it_read_it(company: Company) -> None:
    with company.open("olga", origin=ABSENT) as work:
        contact = create_contact(work, {"name": "Dana", "phone": "ask Dana", "owner_id": None})
    assert (contact.phone, contact.owner_id) == ("ask Dana", None)


def test_a_contact_goes_and_comes_back(company: Company) -> None:
    account = make_account(company)
    made = make_contact(company, who="rina", accountId=account["id"])
    entries = len(company.trail())
    company.do("rina", "deleteContact", id=made["id"], version=1)
    read = "query Q($id: ID!, $account: ID!) { contact(id: $id) { id } contacts { totalCount } "
    read += "account(id: $account) { contacts { totalCount } } node(id: $id) { id } }"
    none = {"totalCount": 0}
    assert company.ask("rina", read, id=made["id"], account=account["id"]) == {
        "contact": None, "contacts": none, "account": {"contacts": none}, "node": None,
    }  # fmt: skip
    assert company.refuse("olga", "updateContact", id=made["id"], name="X") == ("NOT_FOUND", "id")
    company.do("olga", "deleteAccount", id=account["id"])
    assert {**made, "version": 3} == company.do("rina", "restoreContact", id=made["id"], version=2)
    assert company.trail(entries) == [
        ("rina", "DELETE", "contact", {"deleted_at": None}, {"deleted_at": "2026-03-02T12:00:00Z"}),
        ("olga", "DELETE", "account", {"deleted_at": None}, {"deleted_at": "2026-03-02T12:00:00Z"}),
        ("rina", "UPDATE", "contact", {"deleted_at": "2026-03-02T12:00:00Z"}, {"deleted_at": None}),
    ]
    assert company.do("rina", "updateContact", id=made["id"], phone="+1 212 555 0100")["phone"] == "+12125550100"


def test_everybody_sees_and_edits_every_contact(company: Company) -> None:
    id = make_contact(company, "דנה לוי")["id"]
    for who in EVERYBODY:
        assert company.ask(who, '{ contacts(search: "דנה") { nodes { id } } }') == {"contacts": {"nodes": [{"id": id}]}}
        assert company.do(who, "updateContact", id=id, title=who)["title"] == who


def test_a_rep_deletes_and_gives_away_what_is_his(company: Company) -> None:
    theirs, his = make_contact(company), make_contact(company, "His", who="rina")
    for mutation in ("deleteContact", "restoreContact"):
        assert company.refuse("rina", mutation, id=theirs["id"]) == ("FORBIDDEN", "id")
    assert company.refuse("rina", "updateContact", id=theirs["id"], ownerId=company.id("rina")) == (
        "FORBIDDEN", "ownerId",
    )  # fmt: skip
    company.do("rina", "updateContact", id=his["id"], ownerId=company.id("raz"))
    assert company.refuse("rina", "deleteContact", id=his["id"]) == ("FORBIDDEN", "id")
    company.do("mona", "deleteContact", id=theirs["id"])
    company.do("raz", "deleteContact", id=his["id"])
    company.do("olga", "disableMember", id=company.id("raz"))
    assert company.refuse("olga", "createContact", name="X", ownerId=company.id("raz")) == (
        "MEMBER_DISABLED", "ownerId",
    )  # fmt: skip


def test_a_stale_version_is_told_with_the_contact_as_it_is(company: Company) -> None:
    id = make_contact(company)["id"]
    company.do("olga", "updateContact", id=id, title="CFO")
    state = company.state()
    for mutation in ("updateContact", "deleteContact", "restoreContact"):
        assert company.conflict("olga", mutation, id=id)["title"] == "CFO"
    assert company.state() == state


def test_another_companys_contact_is_not_there(company: Company, other_company: Company) -> None:
    theirs, account = make_contact(other_company)["id"], make_account(other_company)["id"]
    before = other_company.state()
    for mutation in ("updateContact", "deleteContact", "restoreContact"):
        assert company.refuse("olga", mutation, id=theirs) == ("NOT_FOUND", "id")
    assert company.refuse("olga", "createContact", name="X", accountId=account) == ("NOT_FOUND", "accountId")
    said = company.ask("olga", "query Q($id: ID!) { contact(id: $id) { id } node(id: $id) { id } }", id=theirs)
    assert said == {"contact": None, "node": None}
    assert other_company.state() == before
