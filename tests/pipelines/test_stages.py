"""Stages: added behind their kind, renamed, reordered, taken away; one of each kind stays."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.members.make import Company
from tests.pipelines.make import make_pipeline, names


def test_a_stage_comes_behind_the_others_of_its_kind(company: Company) -> None:
    make_pipeline(company)
    pipeline = company.id("Sales", "Pipeline")
    made = company.do("adam", "createStage", pipelineId=pipeline, name=" Demo ", kind="OPEN", allowedDays=9)
    assert made == {
        "id": made["id"], "name": "Demo", "kind": "OPEN", "position": 2, "allowedDays": 9,
        "pipeline": {"id": pipeline}, "version": made["version"],
    }  # fmt: skip
    company.do("adam", "createStage", pipelineId=pipeline, name="Not now", kind="LOST")
    assert names(company) == ["New", "Quote", "Demo", "Won", "Lost", "Not now"]


def test_a_stage_is_renamed_and_its_days_change(company: Company) -> None:
    make_pipeline(company)
    id, entries = company.id("Quote", "Stage"), len(company.trail())
    assert company.do("olga", "updateStage", id=id, version=1, allowedDays=5)["allowedDays"] == 5
    changed = company.do("olga", "updateStage", id=id, name="Offer", allowedDays=None)
    assert (changed["name"], changed["allowedDays"], changed["kind"], changed["version"]) == ("Offer", None, "OPEN", 3)
    company.do("olga", "updateStage", id=id, name="Offer")
    assert company.trail(entries) == [
        ("olga", "UPDATE", "stage", {"allowed_days": None}, {"allowed_days": 5}),
        ("olga", "UPDATE", "stage", {"name": "Quote", "allowed_days": 5}, {"name": "Offer", "allowed_days": None}),
    ]


@pytest.fixture(scope="module")
def shaped(settled: Company) -> Company:
    make_pipeline(settled)
    return settled


@pytest.mark.parametrize(
    ("mutation", "given", "problem"),
    [
        ("createStage", {"name": ""}, ("REQUIRED", "name")),
        ("createStage", {"name": "QUOTE"}, ("DUPLICATE", "name")),
        ("createStage", {"name": "X", "allowedDays": -1}, ("BAD_DAYS", "allowedDays")),
        ("updateStage", {"name": None}, ("REQUIRED", "name")),
        ("updateStage", {"name": "new "}, ("DUPLICATE", "name")),
        ("updateStage", {"allowedDays": 0}, ("BAD_DAYS", "allowedDays")),
        ("moveStage", {"position": -1}, ("BAD_POSITION", "position")),
        ("moveStage", {"position": 4}, ("BAD_POSITION", "position")),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(
    shaped: Company, mutation: str, given: dict[str, object], problem: tuple[str, str]
) -> None:
    of = {"pipelineId": shaped.id("Sales", "Pipeline"), "kind": "OPEN"}
    whole = {**of, **given} if mutation == "createStage" else {"id": shaped.id("Quote", "Stage"), **given}
    assert shaped.refuse("olga", mutation, **whole) == problem


def test_a_stage_goes_and_the_others_close_up(company: Company) -> None:
    make_pipeline(company)
    entries = len(company.trail())
    company.do("olga", "deleteStage", id=company.id("New", "Stage"), version=1)
    assert names(company) == ["Quote", "Won", "Lost"]
    told = company.trail(entries)
    assert ("olga", "DELETE", "stage", {"deleted_at": None}, {"deleted_at": "2026-03-02T12:00:00Z"}) in told
    assert len(told) == 4
    for last in ("Quote", "Won", "Lost"):
        assert company.refuse("olga", "deleteStage", id=company.id(last, "Stage")) == ("STAGE_KIND_MISSING", "id")
    again = company.do("olga", "createStage", pipelineId=company.id("Sales", "Pipeline"), name="New", kind="OPEN")
    assert names(company) == ["Quote", "New", "Won", "Lost"]
    assert again["id"] != company.id("New", "Stage")


def test_the_last_two_open_stages_do_not_go_at_once(company: Company) -> None:
    make_pipeline(company)
    together = Barrier(2)

    def leave(name: str) -> str | None:
        together.wait()
        problem = company.act("olga", "deleteStage", id=company.id(name, "Stage")).problem
        return problem[0] if problem else None

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(leave, ["New", "Quote"]), key=str) == [None, "STAGE_KIND_MISSING"]


def test_a_stale_version_is_told_with_the_stage_as_it_is(company: Company) -> None:
    make_pipeline(company)
    id = company.id("Quote", "Stage")
    company.do("olga", "updateStage", id=id, name="Offer")
    state = company.state()
    for mutation in ("updateStage", "deleteStage"):
        assert company.conflict("adam", mutation, id=id)["name"] == "Offer"
    assert company.state() == state


def test_any_moves_leave_an_order_without_gaps(company: Company) -> None:
    make_pipeline(company)
    order = ["New", "Quote", "Won", "Lost"]

    @settings(max_examples=12, deadline=None)
    @given(st.sampled_from(order), st.integers(0, 3))
    def move(name: str, position: int) -> None:
        expected = [other for other in names(company) if other != name]
        expected.insert(position, name)
        made = company.do("olga", "moveStage", id=company.id(name, "Stage"), position=position)
        assert made["position"] == position
        assert names(company) == expected

    move()
