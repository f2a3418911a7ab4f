"""A stage that goes: its deals move to another one of its kind, and come back with it."""

from datetime import timedelta

import pytest

from tests.deals.make import history, make_deal, move
from tests.members.make import Company, Json
from tests.pipelines.make import names


def stage_of(company: Company, deal: Json) -> str:
    said = company.ask("olga", "query($id: ID!) { deal(id: $id) { stage { name } status } }", id=deal["id"])["deal"]
    assert isinstance(said, dict)
    return f"{said['stage']['name']} {said['status']}"


def test_deals_move_with_a_line_in_their_history_and_come_back(company: Company) -> None:
    first, second = make_deal(company, "One"), make_deal(company, "Two")
    gone = make_deal(company, "Deleted")
    company.do("olga", "deleteDeal", id=gone["id"])
    company.clock.pass_by(timedelta(hours=2))
    new = company.id("New", "Stage")
    company.do("adam", "deleteStage", id=new, moveDealsTo=company.id("Quote", "Stage"))
    assert names(company) == ["Quote", "Won", "Lost"]
    assert [stage_of(company, deal) for deal in (first, second)] == ["Quote OPEN", "Quote OPEN"]
    assert history(company, first)[-1] == {
        "kind": "STAGE", "at": "2026-03-02T14:00:00Z", "by": {"name": "Adam"}, "fromStage": {"name": "New"},
        "toStage": {"name": "Quote"}, "seconds": 7200,
    }  # fmt: skip
    move(company, second, "Won")
    company.clock.pass_by(timedelta(hours=1))
    company.do("adam", "restoreStage", id=new)
    assert names(company) == ["New", "Quote", "Won", "Lost"]
    company.do("olga", "restoreDeal", id=gone["id"])
    assert [stage_of(company, deal) for deal in (first, second, gone)] == ["New OPEN", "Won WON", "New OPEN"]
    assert len(history(company, first)) == 3
    before = company.state()
    company.do("adam", "restoreStage", id=new)
    assert company.state() == before


@pytest.mark.parametrize("to", ["Won", "New", None])
def test_they_go_to_another_stage_of_the_same_kind_or_it_stays(company: Company, to: str | None) -> None:
    make_deal(company)
    given = {"moveDealsTo": company.id(to, "Stage")} if to else {}
    expected = ("FOREIGN_STAGE", "moveDealsTo") if to else ("STAGE_IN_USE", "id")
    assert company.refuse("olga", "deleteStage", id=company.id("New", "Stage"), **given) == expected


def test_a_closing_stage_keeps_what_it_closed(company: Company) -> None:
    deal = make_deal(company, amount={"amount": "100"})
    lost = company.do("olga", "createStage", pipelineId=company.id("Sales", "Pipeline"), name="No budget", kind="LOST")
    move(company, deal, "Lost")
    company.do("olga", "deleteStage", id=company.id("Lost", "Stage"), moveDealsTo=lost["id"])
    assert stage_of(company, deal) == "No budget LOST"
    assert company.refuse("rina", "deleteStage", id=lost["id"])[0] == "FORBIDDEN"
    assert company.refuse("rina", "restoreStage", id=company.id("Lost", "Stage"))[0] == "FORBIDDEN"


def test_a_pipeline_comes_back_with_its_stages(company: Company) -> None:
    make_deal(company)
    partners = company.id("Partners", "Pipeline")
    stages = names(company, "Partners")
    company.do("olga", "deletePipeline", id=partners)
    company.do("olga", "restorePipeline", id=partners)
    assert names(company, "Partners") == stages
