"""Why a deal is lost: said when it is, later, or not at all; told by the history and hidden like any field."""

import json

import pytest

from saas.core.errors import Invalid
from saas.core.rights import Role
from saas.deals.actions import create_deals
from saas.deals.losing import Loss
from saas.deals.opening import DealDraft, Stay
from tests.deals.make import history, make_deal, move
from tests.losses.make import furnish
from tests.members.make import NOW, Company, Json

READ = "query D($id: ID!) { deal(id: $id) { lossReason { name } lossRemark } }"


@pytest.fixture
def company(settled: Company) -> Company:
    """One for the module: each test looks at deals of its own."""
    settled.clock.at = NOW
    settled.roles.clear()
    if "Price" not in settled.keys:
        furnish(settled)
    return settled


def why(company: Company, deal: Json, who: str = "olga") -> Json:
    said = company.ask(who, READ, id=deal["id"])["deal"]
    assert isinstance(said, dict)
    return said


def reason(company: Company, name: str) -> str:
    return company.id(name, "LossReason")


def test_a_deal_is_lost_for_a_reason(company: Company) -> None:
    deal = make_deal(company, who="rina")
    lost = move(company, deal, "Lost", who="rina", lossReasonId=reason(company, "Price"), lossRemark=" Half of ours. ")
    assert (lost["lossReason"], lost["lossRemark"]) == ({"id": reason(company, "Price")}, "Half of ours.")
    told = company.ask("rina", """query H($id: ID!) { deal(id: $id) { timeline(first: 1) { nodes { kind dealEvent {
        lossReason { name } lossRemark toStage { name } } } } } }""", id=deal["id"])  # fmt: skip
    assert told == {"deal": {"timeline": {"nodes": [{"kind": "STAGE", "dealEvent": {
        "lossReason": {"name": "Price"}, "lossRemark": "Half of ours.", "toStage": {"name": "Lost"}}}]}}}  # fmt: skip


def test_a_reason_may_be_left_out(company: Company) -> None:
    lost = move(company, make_deal(company), "Lost")
    assert (lost["status"], lost["lossReason"], lost["lossRemark"]) == ("LOST", None, None)


def test_reopening_clears_it_and_the_history_keeps_it(company: Company) -> None:
    deal = make_deal(company)
    move(company, deal, "Lost", lossReasonId=reason(company, "Timing"), lossRemark="Next year")
    opened = company.do("olga", "reopenDeal", dealId=deal["id"], stageId=company.id("New", "Stage"))
    assert (opened["lossReason"], opened["lossRemark"]) == (None, None)
    assert [event.get("kind") for event in history(company, deal)] == ["CREATED", "STAGE", "STAGE"]
    with company.open() as work:
        said = work.rows(
            f"SELECT loss_remark FROM deal_event WHERE deal_id = '{company.keys['Acme rollout']}' ORDER BY id"
        )
    assert [row.loss_remark for row in said] == [None, "Next year", None]


def test_it_is_said_later_and_told_each_time(company: Company) -> None:
    deal = make_deal(company)
    move(company, deal, "Lost")
    first = company.do("olga", "updateDeal", id=deal["id"], lossReasonId=reason(company, "Competitor"))
    second = company.do("olga", "updateDeal", id=deal["id"], lossRemark="The blue one")
    again = company.do("olga", "updateDeal", id=deal["id"], lossRemark="The blue one ")
    none = company.do("olga", "updateDeal", id=deal["id"], lossReasonId=None, lossRemark=None)
    assert (second["lossReason"], second["lossRemark"]) == (first["lossReason"], "The blue one")
    assert (again["version"], none["lossReason"]) == (second["version"], None)
    assert [event["kind"] for event in history(company, deal)][2:] == ["LOSS_REASON"] * 3


@pytest.mark.parametrize("stage", ["New", "Won"])
def test_only_a_lost_deal_has_one(company: Company, stage: str) -> None:
    deal = make_deal(company)
    given = {"id": deal["id"], "lossReasonId": reason(company, "Price")}
    if stage == "Won":
        moved = {"dealId": deal["id"], "stageId": company.id(stage, "Stage")}
        refused = company.refuse("olga", "moveDeal", **moved, lossReasonId=reason(company, "Price"))
        assert refused == ("NOT_LOST", "lossReasonId")
        assert company.refuse("olga", "moveDeal", **moved, lossRemark="Dear") == ("NOT_LOST", "lossRemark")
        move(company, deal, stage)
    assert company.refuse("olga", "updateDeal", **given) == ("NOT_LOST", "lossReasonId")
    assert company.do("olga", "updateDeal", id=deal["id"], lossReasonId=None)["lossReason"] is None


def test_a_retired_one_is_not_chosen_but_can_be_said_again(company: Company) -> None:
    deal, other = make_deal(company), make_deal(company)
    budget = reason(company, "No budget")
    move(company, deal, "Lost", lossReasonId=budget)
    company.do("olga", "updateLossReason", id=budget, active=False)
    company.do("olga", "reopenDeal", dealId=deal["id"], stageId=company.id("New", "Stage"))
    assert move(company, deal, "Lost", lossReasonId=budget)["lossReason"] == {"id": budget}
    lost = {"dealId": other["id"], "stageId": company.id("Lost", "Stage"), "lossReasonId": budget}
    assert company.refuse("olga", "moveDeal", **lost) == ("REASON_RETIRED", "lossReasonId")
    company.do("olga", "updateLossReason", id=budget, active=True)


def test_a_remark_has_an_end(company: Company) -> None:
    deal = make_deal(company)
    lost = {"dealId": deal["id"], "stageId": company.id("Lost", "Stage")}
    assert company.refuse("olga", "moveDeal", **lost, lossRemark="x" * 1001) == ("TOO_LONG", "lossRemark")


def test_lost_deals_are_found_by_it(company: Company) -> None:
    deals = [make_deal(company, name) for name in ("Found 1", "Found 2", "Found 3")]
    move(company, deals[0], "Lost", lossReasonId=reason(company, "Missing feature"))
    move(company, deals[1], "Lost")
    asked = "query F($f: DealFilter) { deals(first: 50, filter: $f) { nodes { name } } }"

    def names(**lost: object) -> list[str]:
        nodes = company.ask("olga", asked, f={"status": {"eq": "LOST"}, "name": {"startsWith": "Found"}, **lost})[
            "deals"
        ]
        return [node["name"] for node in nodes["nodes"]]  # type: ignore[index]

    assert names(lossReason={"id": {"eq": reason(company, "Missing feature")}}) == ["Found 1"]
    assert names(lossReason={"id": {"isNull": True}}) == ["Found 2"]


@pytest.mark.parametrize("rule", ["HIDDEN", "READ_ONLY"])
def test_it_is_governed_like_any_field(company: Company, rule: str) -> None:
    deal = make_deal(company, who="rina")
    move(company, deal, "Lost", who="rina", lossReasonId=reason(company, "Price"), lossRemark="Dear")
    rules = {"fields": {"Deal": {"lossReason": rule, "lossRemark": rule}}}
    company.roles["rina"] = (Role.REP, json.dumps(rules))
    given = {"id": deal["id"], "lossReasonId": reason(company, "Timing")}
    assert company.refuse("rina", "updateDeal", **given)[0] == "FIELD_READ_ONLY"
    shown = rule == "READ_ONLY"
    assert why(company, deal, "rina") == {
        "lossReason": {"name": "Price"} if shown else None, "lossRemark": "Dear" if shown else None,
    }  # fmt: skip
    asked = """query F($id: ID!) { deal(id: $id) { history(first: 9, filter: {kind: {eq: STAGE}}) { nodes {
        lossReason { name } lossRemark } } } }"""
    (event,) = company.ask("rina", asked, id=deal["id"])["deal"]["history"]["nodes"]  # type: ignore[index]
    assert event == why(company, deal, "rina")
    open_again = company.do("rina", "reopenDeal", dealId=deal["id"], stageId=company.id("New", "Stage"))
    assert open_again["status"] == "OPEN"
    assert move(company, deal, "Lost", who="rina")["status"] == "LOST"


def test_a_deal_with_a_past_was_lost_for_one(company: Company) -> None:
    make_deal(company)
    loss = Loss(company.keys["Price"], "Old")
    stays = (Stay(company.keys["New"], NOW), Stay(company.keys["Lost"], NOW))
    with company.open() as work:
        (made,) = create_deals(work, [DealDraft("Past", stays, loss=loss)])
    company.keys["Past"] = made
    deal: Json = {"id": company.id("Past", "Deal")}
    assert why(company, deal) == {"lossReason": {"name": "Price"}, "lossRemark": "Old"}
    with company.open() as work, pytest.raises(Invalid, match="Only a lost deal"):
        create_deals(work, [DealDraft("Past", stays[:1], loss=loss)])
