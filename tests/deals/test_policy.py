"""Whose deals one sees, edits, deletes and gives away: a rep his own, a manager also his teams', the others all."""

import pytest
from sqlalchemy import select

from saas.deals.model import DealEvent, DealProduct
from saas.graph.ids import encode
from tests.accounts.make import make_account
from tests.deals.make import euros, make_deal, move
from tests.members.make import Company, key_of
from tests.products.make import make_product

OWNERS = ("olga", "adam", "mona", "mike", "rina", "raz", "sami", "lone")
ALL = set(OWNERS)
SEEN = {
    "olga": ALL, "adam": ALL, "mona": {"mona", "rina", "raz"}, "mike": {"mike", "sami"}, "rina": {"rina"},
    "raz": {"raz"}, "sami": {"sami"}, "lone": {"lone"},
}  # fmt: skip

LISTED = """query L($account: ID!, $stage: ID!, $other: [ID!]!) {
    deals(first: 50) { totalCount totalAmount { amount currency } nodes { name } }
    found: deals(search: "deal of") { totalCount }
    filtered: deals(filter: {owner: {id: {in: $other}}}) { totalCount nodes { name } }
    account(id: $account) { deals { totalCount totalAmount { amount } nodes { name } } }
    stage(id: $stage) { deals { totalCount totalAmount { amount } nodes { name } } }
    pipelines { stages { deals(first: 50) { nodes { name } } } }
    accounts { nodes { deals { nodes { name } } } }
}"""
ONE = """query O($id: ID!, $event: ID!, $line: ID!) {
    deal(id: $id) { name history { totalCount nodes { kind } } products { totalCount nodes { quantity } } }
    node(id: $id) { id } event: node(id: $event) { id } line: node(id: $line) { id }
}"""


@pytest.fixture(scope="module")
def office(settled: Company) -> Company:
    """A deal of each member, worth 1, 2, 4 ... so that a sum tells whose deals are in it, all of one account."""
    settled.keys["Acme"] = key_of(make_account(settled))
    product = make_product(settled)
    for power, owner in enumerate(OWNERS):
        make_deal(settled, f"Deal of {owner}", amount=euros(2**power), ownerId=settled.id(owner),
                  accountId=settled.id("Acme", "Account"), products=[{"productId": product["id"]}])  # fmt: skip
    return settled


def deal_of(company: Company, owner: str) -> str:
    return company.id(f"Deal of {owner}", "Deal")


@pytest.mark.parametrize("who", OWNERS)
def test_lists_counts_and_sums_hold_what_one_may_see(office: Company, who: str) -> None:
    said = office.ask(who, LISTED, account=office.id("Acme", "Account"), stage=office.id("New", "Stage"),
                      other=[office.id(owner) for owner in OWNERS])  # fmt: skip
    expected = sorted(f"Deal of {owner}" for owner in SEEN[who])
    worth = f"{sum(2 ** OWNERS.index(owner) for owner in SEEN[who])}.00"
    whole = said["deals"]
    assert isinstance(whole, dict)
    assert (whole["totalCount"], whole["totalAmount"]) == (len(expected), [euros(worth)])
    for place in (whole, said["filtered"], said["account"]["deals"], said["stage"]["deals"]):  # type: ignore[index]
        assert (sorted(one["name"] for one in place["nodes"]), place["totalCount"]) == (expected, len(expected))  # type: ignore[index]
    for place in (said["account"], said["stage"]):
        assert place["deals"]["totalAmount"] == [{"amount": worth}]  # type: ignore[index]
    assert said["found"] == {"totalCount": len(expected)}
    stages = [stage for pipeline in said["pipelines"] for stage in pipeline["stages"]]  # type: ignore[attr-defined]
    assert sorted(one["name"] for stage in stages for one in stage["deals"]["nodes"]) == expected
    (account,) = said["accounts"]["nodes"]  # type: ignore[index]
    assert sorted(one["name"] for one in account["deals"]["nodes"]) == expected


@pytest.mark.parametrize("who", OWNERS)
def test_the_clients_board_and_list_hold_what_one_may_see(office: Company, who: str) -> None:
    expected = len(SEEN[who])
    board = office.ask(who, "DealBoard", first=50)["pipelines"]
    stages = [stage for pipeline in board for stage in pipeline["stages"]]  # type: ignore[attr-defined]
    assert sum(stage["totals"]["totalCount"] for stage in stages) == expected
    assert sum(len(stage["deals"]["nodes"]) for stage in stages) == expected
    assert len(office.ask(who, "DealList", first=50)["deals"]["nodes"]) == expected  # type: ignore[index]
    assert office.ask(who, "DealListTotals")["deals"]["totalCount"] == expected  # type: ignore[index]


@pytest.mark.parametrize("who", OWNERS)
def test_no_filter_tells_of_a_deal_that_one_does_not_see(office: Company, who: str) -> None:
    asked = """query F($name: String!, $amount: Decimal!) {
        accounts(filter: {deals: {some: {name: {eq: $name}}}}) { totalCount }
        without: accounts(filter: {deals: {none: {amount: {eq: $amount}}}}) { totalCount }
        byLine: accounts(filter: {deals: {some: {name: {eq: $name}, products: {some: {position: {eq: 0}}}}}}) {
            totalCount
        }
        byEvent: deals(filter: {name: {eq: $name}, history: {some: {kind: {eq: CREATED}}}}) { totalCount }
    }"""
    for power, owner in enumerate(OWNERS):
        seen = {"totalCount": int(owner in SEEN[who])}
        said = office.ask(who, asked, name=f"Deal of {owner}", amount=str(2**power))
        assert said == {
            "accounts": seen, "without": {"totalCount": 1 - seen["totalCount"]}, "byLine": seen, "byEvent": seen,
        }  # fmt: skip


@pytest.mark.parametrize("who", OWNERS)
def test_a_deal_its_history_and_its_lines_are_seen_together_or_not_at_all(office: Company, who: str) -> None:
    with office.open() as work:
        events = {event.deal_id: event.id for event in work.all(select(DealEvent))}
        lines = {line.deal_id: line.id for line in work.all(select(DealProduct))}
    for owner in OWNERS:
        key, id = office.keys[f"Deal of {owner}"], deal_of(office, owner)
        event, line = encode("DealEvent", events[key]), encode("DealProduct", lines[key])
        said = office.ask(who, ONE, id=id, event=event, line=line)
        if owner in SEEN[who]:
            assert said == {
                "deal": {
                    "name": f"Deal of {owner}", "history": {"totalCount": 1, "nodes": [{"kind": "CREATED"}]},
                    "products": {"totalCount": 1, "nodes": [{"quantity": "1.00"}]},
                },
                "node": {"id": id}, "event": {"id": event}, "line": {"id": line},
            }  # fmt: skip
        else:
            assert said == {"deal": None, "node": None, "event": None, "line": None}


@pytest.mark.parametrize("who", OWNERS)
def test_what_one_does_not_see_one_does_not_touch(office: Company, who: str) -> None:
    quote = office.id("Quote", "Stage")
    for owner in ALL - SEEN[who]:
        id = deal_of(office, owner)
        for mutation in ("updateDeal", "deleteDeal", "restoreDeal"):
            assert office.refuse(who, mutation, id=id) == ("NOT_FOUND", "id")
        assert office.refuse(who, "moveDeal", dealId=id, stageId=quote) == ("NOT_FOUND", "dealId")
        assert office.refuse(who, "reopenDeal", dealId=id, stageId=quote) == ("NOT_FOUND", "dealId")
        assert office.refuse(who, "setDealProducts", dealId=id, products=[]) == ("NOT_FOUND", "dealId")


def test_what_one_sees_one_edits_moves_deletes_and_restores(company: Company) -> None:
    for owner in OWNERS:
        make_deal(company, f"Deal of {owner}", ownerId=company.id(owner))
    for who in OWNERS:
        for owner in SEEN[who]:
            id = deal_of(company, owner)
            assert company.do(who, "updateDeal", id=id, expectedCloseOn="2026-05-01")["id"] == id
            move(company, {"id": id}, "Won", who=who)
            company.do(who, "reopenDeal", dealId=id, stageId=company.id("New", "Stage"))
            company.do(who, "deleteDeal", id=id)
            assert company.do(who, "restoreDeal", id=id)["id"] == id


def test_a_rep_gives_away_what_is_his_and_opens_none_for_others(company: Company) -> None:
    deal, given = make_deal(company, who="rina"), make_deal(company, "Given", who="rina")
    before = len(company.trail())
    before = len(company.trail())
    assert company.refuse("rina", "createDeal", name="X", ownerId=company.id("raz")) == ("FORBIDDEN", "ownerId")
    assert len(company.trail()) == before
    answer = company.act("rina", "updateDeal", id=given["id"], ownerId=company.id("raz"))
    assert (answer.problem, answer.record) == (None, None)
    assert company.refuse("rina", "updateDeal", id=given["id"], ownerId=company.id("rina")) == ("NOT_FOUND", "id")
    assert company.do("rina", "updateDeal", id=deal["id"], ownerId=company.id("rina"))["version"] == 1
    assert company.do("rina", "createDeal", name="X", ownerId=company.id("rina"))["owner"] == {"id": company.id("rina")}


def test_a_manager_gives_a_deal_also_out_of_his_sight(company: Company) -> None:
    deal = make_deal(company, who="mona")
    assert company.do("mona", "updateDeal", id=deal["id"], ownerId=company.id("rina"))["owner"] == {
        "id": company.id("rina"),
    }  # fmt: skip
    answer = company.act("mona", "updateDeal", id=deal["id"], ownerId=company.id("sami"))
    assert (answer.problem, answer.record) == (None, None)
    seen = company.ask("sami", "query D($id: ID!) { deal(id: $id) { owner { name } } }", id=deal["id"])
    assert seen == {"deal": {"owner": {"name": "Sami"}}}
    assert company.refuse("mona", "updateDeal", id=deal["id"], ownerId=company.id("rina")) == ("NOT_FOUND", "id")


def test_a_deal_of_nobody_is_for_owners_and_admins(company: Company) -> None:
    deal = make_deal(company)
    company.do("adam", "updateDeal", id=deal["id"], ownerId=None)
    counts = {who: company.ask(who, "{ deals { totalCount } }") for who in OWNERS}
    assert {who for who, said in counts.items() if said == {"deals": {"totalCount": 1}}} == {"olga", "adam"}


def test_a_manager_follows_a_change_of_team_at_once(company: Company) -> None:
    make_deal(company, who="rina")

    def seers() -> set[str]:
        return {who for who in OWNERS if company.ask(who, "{ deals { totalCount } }") == {"deals": {"totalCount": 1}}}

    assert seers() == {"olga", "adam", "mona", "rina"}
    company.do("olga", "updateMember", id=company.id("rina"), teamId=company.id("South", "Team"))
    assert seers() == {"olga", "adam", "mike", "rina"}
    company.do("olga", "updateMember", id=company.id("rina"), teamId=None)
    assert seers() == {"olga", "adam", "rina"}
    company.do("olga", "updateMember", id=company.id("rina"), teamId=company.id("West", "Team"))
    company.do("olga", "updateTeam", id=company.id("West", "Team"), managerId=company.id("mona"))
    assert seers() == {"olga", "adam", "mona", "rina"}


def test_nothing_is_given_to_who_has_left_and_what_he_owns_stays_his(company: Company) -> None:
    his, other = make_deal(company, who="raz"), make_deal(company, "Other")
    company.do("olga", "disableMember", id=company.id("raz"))
    problem = ("MEMBER_DISABLED", "ownerId")
    assert company.refuse("olga", "updateDeal", id=other["id"], ownerId=company.id("raz")) == problem
    assert company.refuse("olga", "createDeal", name="X", ownerId=company.id("raz")) == problem
    kept = company.do("mona", "updateDeal", id=his["id"], name="Still his", ownerId=company.id("raz"))
    assert kept["owner"] == {"id": company.id("raz")}
