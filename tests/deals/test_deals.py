"""Deals: opened, changed, deleted and restored; refusals; stale versions; other companies."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import monotonic, sleep

import pytest

from saas.graph.ids import encode
from saas.pipelines.actions import delete_stage
from tests.accounts.make import make_account
from tests.contacts.make import make_contact
from tests.deals.make import HOUR, euros, history, make_deal, move
from tests.members.make import ABSENT, Company, key_of
from tests.pipelines.make import make_pipeline

AT = "2026-03-02T12:00:00Z"


def test_a_deal_opens_in_the_first_stage_for_who_opens_it(company: Company) -> None:
    account, contact = make_account(company), make_contact(company)
    make_pipeline(company)
    entries = len(company.trail())
    made = company.do("rina", "createDeal", name=" Acme rollout ", accountId=account["id"], contactId=contact["id"],
                      amount={"amount": "1200.5"}, expectedCloseOn="2026-04-01")  # fmt: skip
    assert made == {
        "id": made["id"], "name": "Acme rollout", "status": "OPEN", "amount": euros("1200.50"),
        "amountEstimated": False, "realizedAmount": None, "openedAt": AT, "expectedCloseOn": "2026-04-01",
        "closedOn": None, "stageEnteredAt": AT, "secondsInStage": 0, "externalId": None,
        "pipeline": {"id": company.id("Sales", "Pipeline")}, "stage": {"id": company.id("New", "Stage")},
        "owner": {"id": company.id("rina")}, "account": {"id": account["id"]}, "contact": {"id": contact["id"]},
        "version": 1, "nextActivity": None, "createdAt": AT, "updatedAt": AT, "convertedAmount": "1200.50",
        "rate": None, "lossReason": None, "lossRemark": None,
    }  # fmt: skip
    assert history(company, made) == [
        {"kind": "CREATED", "at": AT, "by": {"name": "Rina"}, "toStage": {"name": "New"}, "toOn": "2026-04-01",
         "toAmount": euros("1200.50"), "toOwner": {"name": "Rina"}},
    ]  # fmt: skip
    deal, event = company.entries()[entries:]
    assert {(one.member_id, one.request_id, one.action) for one in (deal, event)} == {
        (company.keys["rina"], "req-rina", "CREATE"),
    }
    assert (deal.entity, deal.entity_id, event.entity) == ("deal", key_of(made), "deal_event")
    assert deal.after == {
        "id": str(key_of(made)), "name": "Acme rollout", "pipeline_id": str(company.keys["Sales"]),
        "stage_id": str(company.keys["New"]), "status": "OPEN", "stage_entered_at": AT, "opened_at": AT,
        "owner_id": str(company.keys["rina"]), "account_id": str(key_of(account)),
        "contact_id": str(key_of(contact)), "amount": "1200.50", "currency": "EUR", "amount_estimated": False,
        "expected_close_on": "2026-04-01", "created_at": AT,
    }  # fmt: skip


def test_without_a_pipeline_there_is_no_deal(settled: Company) -> None:
    assert settled.refuse("olga", "createDeal", name="X") == ("NO_PIPELINE", "stageId")


@pytest.fixture(scope="module")
def open_deal(settled: Company) -> Company:
    """The settled company with one open deal and one that is won."""
    move(settled, make_deal(settled, "Gone"), "Won")
    make_deal(settled, "Open", who="rina")
    return settled


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"name": ""}, ("REQUIRED", "name")),
        ({"name": "x" * 301}, ("TOO_LONG", "name")),
        ({"amount": euros(-1)}, ("NEGATIVE", "amount")),
        ({"amount": euros(1, "Euro")}, ("BAD_CURRENCY", "amount")),
        ({"amount": euros("99999999999999999")}, ("BAD_AMOUNT", "amount")),
        ({"accountId": encode("Account", ABSENT)}, ("NOT_FOUND", "accountId")),
        ({"contactId": encode("Contact", ABSENT)}, ("NOT_FOUND", "contactId")),
        ({"ownerId": encode("Member", ABSENT)}, ("NOT_FOUND", "ownerId")),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(open_deal: Company, given: dict[str, object], problem: tuple[str, str]) -> None:
    assert open_deal.refuse("olga", "createDeal", **{"name": "X", **given}) == problem
    assert open_deal.refuse("olga", "updateDeal", id=open_deal.id("Open", "Deal"), **given) == problem


@pytest.mark.parametrize(
    ("mutation", "given", "problem"),
    [
        ("createDeal", {"name": "X", "stageId": encode("Stage", ABSENT)}, ("NOT_FOUND", "stageId")),
        ("updateDeal", {"id": "Open", "name": None}, ("REQUIRED", "name")),
        ("updateDeal", {"id": encode("Deal", ABSENT), "name": "X"}, ("NOT_FOUND", "id")),
        ("moveDeal", {"dealId": "Open", "stageId": encode("Stage", ABSENT)}, ("NOT_FOUND", "stageId")),
        ("moveDeal", {"dealId": "Open", "stageId": "Partners/Quote"}, ("FOREIGN_STAGE", "stageId")),
        ("moveDeal", {"dealId": "Gone", "stageId": "New"}, ("DEAL_CLOSED", "dealId")),
        ("moveDeal", {"dealId": "Gone", "stageId": "Lost"}, ("DEAL_CLOSED", "dealId")),
        ("moveDeal", {"dealId": "Open", "stageId": "Won", "closedOn": "2026-03-03"}, ("BAD_CLOSING_DAY", "closedOn")),
        ("moveDeal", {"dealId": "Open", "stageId": "Won", "closedOn": "2026-03-01"}, ("BAD_CLOSING_DAY", "closedOn")),
        ("moveDeal", {"dealId": "Open", "stageId": "Won", "amount": euros(-1)}, ("NEGATIVE", "amount")),
        ("reopenDeal", {"dealId": "Open", "stageId": "Quote"}, ("DEAL_OPEN", "dealId")),
        ("reopenDeal", {"dealId": "Gone", "stageId": "Lost"}, ("STAGE_NOT_OPEN", "stageId")),
        ("reopenDeal", {"dealId": "Gone", "stageId": "Partners/New"}, ("FOREIGN_STAGE", "stageId")),
        ("deleteStage", {"id": "Won"}, ("STAGE_KIND_MISSING", "id")),
        ("deleteStage", {"id": "New"}, ("STAGE_IN_USE", "id")),
    ],
    ids=str,
)
def test_a_deal_goes_no_way_that_there_is_not(
    open_deal: Company, mutation: str, given: dict[str, object], problem: tuple[str, str]
) -> None:
    types = {"id": "Stage" if mutation == "deleteStage" else "Deal", "dealId": "Deal", "stageId": "Stage"}
    named = {name: open_deal.id(str(said), types[name]) if str(said) in open_deal.keys else said
             for name, said in given.items()}  # fmt: skip
    assert open_deal.refuse("olga", mutation, **named) == problem


def test_an_edit_is_told_in_the_history_and_in_the_trail(company: Company) -> None:
    deal = make_deal(company, amount=euros(100), expectedCloseOn="2026-04-01")
    company.clock.pass_by(HOUR)
    entries = len(company.trail())
    changed = company.do("adam", "updateDeal", id=deal["id"], version=1, name="Acme again", amount=euros(250),
                         expectedCloseOn="2026-05-01", ownerId=company.id("rina"))  # fmt: skip
    assert changed == {
        **deal, "name": "Acme again", "amount": euros("250.00"), "expectedCloseOn": "2026-05-01", "version": 2,
        "owner": {"id": company.id("rina")}, "updatedAt": "2026-03-02T13:00:00Z", "secondsInStage": 3600,
        "convertedAmount": "250.00",
    }  # fmt: skip
    told = {"at": "2026-03-02T13:00:00Z", "by": {"name": "Adam"}}
    assert history(company, deal)[1:] == [
        {"kind": "OWNER", **told, "fromOwner": {"name": "Olga"}, "toOwner": {"name": "Rina"}},
        {"kind": "AMOUNT", **told, "fromAmount": euros("100.00"), "toAmount": euros("250.00")},
        {"kind": "CLOSE_DATE", **told, "fromOn": "2026-04-01", "toOn": "2026-05-01"},
    ]
    edits = [one for one in company.trail(entries) if one[2] == "deal"]
    assert edits == [("adam", "UPDATE", "deal", {
        "name": "Acme rollout", "amount": "100.00", "expected_close_on": "2026-04-01",
        "owner_id": str(company.keys["olga"]),
    }, {
        "name": "Acme again", "amount": "250.00", "expected_close_on": "2026-05-01",
        "owner_id": str(company.keys["rina"]),
    })]  # fmt: skip
    assert len(company.trail()) == entries + 5
    company.do("adam", "updateDeal", id=deal["id"], amount=euros("250.0"), ownerId=company.id("rina"))
    assert len(company.trail()) == entries + 5


def test_what_an_edit_names_as_null_is_taken_away(company: Company) -> None:
    account = make_account(company)
    deal = make_deal(company, accountId=account["id"], amount=euros(100), expectedCloseOn="2026-04-01")
    bare = company.do("olga", "updateDeal", id=deal["id"], accountId=None, amount=None, expectedCloseOn=None,
                      ownerId=None)  # fmt: skip
    assert [bare[name] for name in ("account", "amount", "expectedCloseOn", "owner")] == [None] * 4
    assert [event["kind"] for event in history(company, deal)] == ["CREATED", "OWNER", "AMOUNT", "CLOSE_DATE"]
    assert company.do("olga", "updateDeal", id=deal["id"])["version"] == bare["version"]


def test_a_deal_goes_and_comes_back(company: Company) -> None:
    deal = make_deal(company, amount=euros(100))
    entries = len(company.trail())
    company.do("olga", "deleteDeal", id=deal["id"], version=1)
    listed = "{ deals { totalCount totalAmount { amount } nodes { id } } }"
    assert company.ask("olga", listed) == {"deals": {"totalCount": 0, "totalAmount": [], "nodes": []}}
    assert company.ask("olga", "query D($id: ID!) { deal(id: $id) { id } }", id=deal["id"]) == {"deal": None}
    for mutation, name in (("updateDeal", "id"), ("deleteDeal", "id"), ("moveDeal", "dealId")):
        given = {name: deal["id"]} | ({"stageId": company.id("Quote", "Stage")} if name == "dealId" else {})
        assert company.refuse("olga", mutation, **given) == ("NOT_FOUND", name)
    assert company.refuse("olga", "deleteStage", id=company.id("New", "Stage")) == ("STAGE_IN_USE", "id")
    assert company.do("olga", "restoreDeal", id=deal["id"], version=2) == {**deal, "version": 3}
    assert company.trail(entries) == [
        ("olga", "DELETE", "deal", {"deleted_at": None}, {"deleted_at": AT}),
        ("olga", "UPDATE", "deal", {"deleted_at": AT}, {"deleted_at": None}),
    ]


def test_a_stale_version_is_told_with_the_deal_as_it_is(company: Company) -> None:
    deal = make_deal(company)
    company.do("olga", "updateDeal", id=deal["id"], name="Newer")
    state, quote = company.state(), company.id("Quote", "Stage")
    for mutation, given in (
        ("updateDeal", {"id": deal["id"], "name": "Old"}), ("deleteDeal", {"id": deal["id"]}),
        ("restoreDeal", {"id": deal["id"]}), ("moveDeal", {"dealId": deal["id"], "stageId": quote}),
        ("reopenDeal", {"dealId": deal["id"], "stageId": quote}),
        ("setDealProducts", {"dealId": deal["id"], "products": []}),
    ):  # fmt: skip
        told = company.conflict("adam", mutation, **given)
        assert (told["name"], told["version"]) == ("Newer", 2)
    assert company.state() == state


def test_two_who_move_one_deal_at_once_wait_for_each_other(company: Company) -> None:
    deal = make_deal(company)
    together = Barrier(2)

    def act(stage: str) -> tuple[str, str | None] | None:
        together.wait()
        answer = company.act("olga", "moveDeal", dealId=deal["id"], stageId=company.id(stage, "Stage"), version=1)
        return answer.problem

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(act, ["Quote", "Won"]), key=str) == [("CONFLICT", "version"), None]
    assert [event["kind"] for event in history(company, deal)] == ["CREATED", "STAGE"]


def test_two_who_win_and_lose_one_deal_at_once_close_it_once(company: Company) -> None:
    deal = make_deal(company, amount=euros(10))
    together = Barrier(2)

    def close(stage: str) -> tuple[str, str | None] | None:
        together.wait()
        return company.act("olga", "moveDeal", dealId=deal["id"], stageId=company.id(stage, "Stage")).problem

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(close, ["Won", "Lost"]), key=str) == [("DEAL_CLOSED", "dealId"), None]


def test_a_stage_that_is_taken_away_meanwhile_takes_no_deal(company: Company) -> None:
    deal = make_deal(company)
    quote = company.id("Quote", "Stage")
    with ThreadPoolExecutor(1) as pool:
        with company.open("olga") as work:
            delete_stage(work, company.keys["Quote"])
            work.flush()
            moving = pool.submit(company.act, "olga", "moveDeal", dealId=deal["id"], stageId=quote)
            wait_for_a_lock(company)
        assert moving.result().problem == ("NOT_FOUND", "stageId")
    assert [event["kind"] for event in history(company, deal)] == ["CREATED"]


def wait_for_a_lock(company: Company) -> None:
    """Until somebody waits for what another transaction holds."""
    asked = "SELECT count(*) FROM pg_locks WHERE NOT granted"
    until = monotonic() + 10
    while monotonic() < until:
        with company.open() as work:
            if work.rows(asked)[0][0]:
                return
        sleep(0.01)
    raise AssertionError("nobody waits")


def test_a_stage_that_is_gone_stays_in_the_history(company: Company) -> None:
    deal = make_deal(company)
    move(company, deal, "Quote")
    company.do("olga", "deleteStage", id=company.id("New", "Stage"))
    assert [event.get("fromStage") for event in history(company, deal)] == [None, {"name": "New"}]


def test_another_companys_deal_is_not_there(company: Company, other_company: Company) -> None:
    theirs, ours = make_deal(other_company), make_deal(company)
    account, contact = make_account(other_company), make_contact(other_company)
    stage, before = other_company.id("Quote", "Stage"), other_company.state()
    for mutation in ("updateDeal", "deleteDeal", "restoreDeal"):
        assert company.refuse("olga", mutation, id=theirs["id"]) == ("NOT_FOUND", "id")
    for mutation in ("moveDeal", "reopenDeal"):
        for deal, at, field in ((theirs, company.id("Quote", "Stage"), "dealId"), (ours, stage, "stageId")):
            assert company.refuse("olga", mutation, dealId=deal["id"], stageId=at) == ("NOT_FOUND", field)
    assert company.refuse("olga", "createDeal", name="X", stageId=stage) == ("NOT_FOUND", "stageId")
    assert company.refuse("olga", "createDeal", name="X", accountId=account["id"]) == ("NOT_FOUND", "accountId")
    assert company.refuse("olga", "updateDeal", id=ours["id"], contactId=contact["id"]) == ("NOT_FOUND", "contactId")
    assert company.refuse("olga", "updateDeal", id=ours["id"], ownerId=other_company.id("rina")) == (
        "NOT_FOUND", "ownerId",
    )  # fmt: skip
    said = company.ask("olga", "query D($id: ID!) { deal(id: $id) { id } node(id: $id) { id } }", id=theirs["id"])
    assert said == {"deal": None, "node": None}
    assert other_company.state() == before
