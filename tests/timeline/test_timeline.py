"""Timelines of accounts, contacts and deals: whole, in order, in pages, and in one statement."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.activities.make import customer, inside, plan, rows
from tests.conftest import Database
from tests.deals.make import HOUR, euros, move
from tests.graph.make import open_shop
from tests.graph.wire import Heard, listening
from tests.members.make import Company, Json

ENTRIES = """query T($id: ID!, $first: Int, $after: String, $filter: TimelineEntryFilter) { node(id: $id) {
    ... on Account { timeline(first: $first, after: $after, filter: $filter) { ...P } }
    ... on Contact { timeline(first: $first, after: $after, filter: $filter) { ...P } }
    ... on Deal { timeline(first: $first, after: $after, filter: $filter) { ...P } } } }
fragment P on TimelineEntryConnection { totalCount pageInfo { hasNextPage endCursor }
    nodes { id kind at by { name } activity { subject body } deal { name } account { name } contact { name }
        dealEvent { kind toStage { name } fromAmount { amount } toAmount { amount } } } }"""


def timeline(company: Company, record: object, who: str = "rina", **given: object) -> Json:
    return inside(company.ask(who, ENTRIES, id=record, **given), "node", "timeline")


def lines(company: Company, record: object, who: str = "rina", **given: object) -> list[str]:
    """The newest first: an activity by its subject."""
    nodes = rows(timeline(company, record, who, **given), "nodes")
    subjects = [f" {inside(one, 'activity')['subject']}" if one["activity"] else "" for one in nodes]
    return [f"{one['kind']}{subject}" for one, subject in zip(nodes, subjects, strict=True)]


def a_busy_week(company: Company) -> Json:
    """Everything that happens to one customer, an hour apart."""
    acme = customer(company)
    clock = company.clock
    clock.pass_by(HOUR)
    plan(company, "Rang", kind="CALL", done=True, dealIds=[acme["deal"]], outcome="CONNECTED")
    clock.pass_by(HOUR)
    company.do("rina", "updateDeal", id=acme["deal"], amount=euros(100), expectedCloseOn="2026-04-01")
    clock.pass_by(HOUR)
    plan(company, "Likes blue", kind="NOTE", body="Likes blue", contactIds=[acme["contact"]])
    clock.pass_by(HOUR)
    move(company, {"id": acme["deal"]}, "Quote", who="rina")
    clock.pass_by(HOUR)
    company.do("olga", "updateDeal", id=acme["deal"], ownerId=company.id("raz"))
    plan(company, "Renew", who="olga", accountIds=[acme["account"]], dueOn="2026-03-09")
    return acme


def test_each_record_has_what_is_its_own(company: Company) -> None:
    acme = a_busy_week(company)
    of_deal = ["OWNER", "STAGE", "CLOSE_DATE", "AMOUNT", "CALL Rang", "DEAL_CREATED"]
    assert sorted(lines(company, acme["deal"], "olga")) == sorted(of_deal)
    assert lines(company, acme["account"], "olga")[:4] == ["TASK Renew", "OWNER", "STAGE", "NOTE Likes blue"]
    assert set(lines(company, acme["account"], "olga")) == {
        *of_deal, "TASK Renew", "NOTE Likes blue", "ACCOUNT_CREATED", "CONTACT_CREATED"
    }  # fmt: skip
    assert set(lines(company, acme["contact"], "olga")) == {*of_deal, "NOTE Likes blue", "CONTACT_CREATED"}


def test_an_entry_tells_what_happened(company: Company) -> None:
    acme = a_busy_week(company)
    told = {str(one["kind"]): one for one in rows(timeline(company, acme["account"], "olga"), "nodes")}
    assert told["AMOUNT"]["dealEvent"] == {
        "kind": "AMOUNT", "toStage": None, "fromAmount": None, "toAmount": {"amount": "100.00"}
    }  # fmt: skip
    assert (told["AMOUNT"]["by"], told["AMOUNT"]["deal"]) == ({"name": "Rina"}, {"name": "Acme rollout"})
    assert (told["CALL"]["at"], told["CALL"]["by"]) == ("2026-03-02T13:00:00Z", {"name": "Rina"})
    assert inside(told["STAGE"], "dealEvent")["toStage"] == {"name": "Quote"}
    assert (told["CONTACT_CREATED"]["contact"], told["CONTACT_CREATED"]["by"]) == ({"name": "Dana of Acme"}, None)


def test_it_is_filtered_by_kind_person_and_time(company: Company) -> None:
    acme = a_busy_week(company)
    kinds = {"kind": {"in": ["CALL", "NOTE"]}}
    assert lines(company, acme["account"], "olga", filter=kinds) == ["NOTE Likes blue", "CALL Rang"]
    by_olga = {"by": {"id": {"eq": company.id("olga")}}}
    assert lines(company, acme["account"], "olga", filter=by_olga) == ["TASK Renew", "OWNER"]
    early = {"at": {"lt": "2026-03-02T13:30:00Z"}, "activity": {"outcome": {"eq": "CONNECTED"}}}
    assert lines(company, acme["account"], "olga", filter=early) == ["CALL Rang"]


def test_pages_put_together_are_the_whole(company: Company) -> None:
    acme = a_busy_week(company)
    whole, found = lines(company, acme["account"], "olga"), list[str]()
    after: str | None = None
    while True:
        page = timeline(company, acme["account"], "olga", first=3, after=after)
        assert page["totalCount"] == 10
        found += lines(company, acme["account"], "olga", first=3, after=after)
        if not inside(page, "pageInfo")["hasNextPage"]:
            break
        after = str(inside(page, "pageInfo")["endCursor"])
    assert found == whole


def test_it_goes_along_with_the_deal_and_shows_nothing_that_is_gone(company: Company) -> None:
    acme, zeta = a_busy_week(company), customer(company, "Zeta")
    company.do("olga", "updateDeal", id=acme["deal"], accountId=zeta["account"], contactId=zeta["contact"])
    assert set(lines(company, acme["account"], "olga")) == {
        "TASK Renew", "NOTE Likes blue", "ACCOUNT_CREATED", "CONTACT_CREATED"
    }  # fmt: skip
    assert "CALL Rang" in lines(company, zeta["account"], "olga")
    assert lines(company, zeta["account"], "olga").count("DEAL_CREATED") == 2
    company.do("olga", "deleteDeal", id=acme["deal"])
    assert lines(company, zeta["account"], "olga").count("DEAL_CREATED") == 1
    note = {"kind": {"eq": "NOTE"}}
    (entry,) = rows(timeline(company, acme["account"], "olga", filter=note), "nodes")
    node = "query N($id: ID!) { node(id: $id) { id } }"
    assert company.ask("olga", node, id=entry["id"]) == {"node": {"id": entry["id"]}}
    assert company.ask("sami", node, id=entry["id"]) == {"node": {"id": entry["id"]}}


def test_who_does_not_see_the_deal_sees_none_of_it(company: Company) -> None:
    acme = a_busy_week(company)
    assert set(lines(company, acme["account"], "sami")) == {
        "TASK Renew", "NOTE Likes blue", "ACCOUNT_CREATED", "CONTACT_CREATED"
    }  # fmt: skip
    assert timeline(company, acme["account"], "sami")["totalCount"] == 4
    with_deal = {"deal": {"name": {"eq": "Acme rollout"}}}
    assert lines(company, acme["account"], "sami", filter=with_deal) == []


def test_another_company_sees_nothing(company: Company, other_company: Company) -> None:
    acme = a_busy_week(company)
    assert other_company.ask("olga", ENTRIES, id=acme["account"]) == {"node": None}


@pytest.fixture
def heard(database: Database) -> Iterator[Heard]:
    with listening(database.web_url) as heard:
        yield heard


@pytest.mark.parametrize("who", ["olga", "mona", "ron"])
def test_it_is_one_statement(heard: Heard, tenant: Tenant, who: str) -> None:
    """With the activity, the event's stages and the people in it, and the next activity of the deal."""
    lanes = Lanes({"home": heard.url}, lanes=1, size=1)
    text = """query A($id: ID!) { account(id: $id) { timeline(first: 10, filter: {kind: {ne: NOTE}}) { totalCount
        pageInfo { hasNextPage } nodes { kind at by { name } activity { subject owner { name } links { deal { name } } }
            dealEvent { toStage { name } } deal { name nextActivity { subject owner { name } } } } } } }"""
    with open_shop(lanes, tenant) as shop:
        account = shop.made("createAccount", {"name": "Acme"})
        deal = shop.deal("First", accountId=account, ownerId=shop.member("ron"))
        shop.made("createActivity", {"kind": "TASK", "subject": "Ring", "dealIds": [deal]}, who="ron")
        shop.clock.pass_by(timedelta(minutes=1))
        heard.statements.clear()
        said = shop.data(text, {"id": account}, who=who)
        (message,) = [one for one in heard.statements if one != "SELECT 1"]
        assert ";" not in message.partition("SELECT ")[2]
        assert inside(said, "account", "timeline")["totalCount"] == 3
    lanes.dispose()
