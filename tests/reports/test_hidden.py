"""A report tells nothing that the role of those who ask hides."""

import json
from typing import cast

import pytest

from saas.core.rights import Role
from tests.members.make import Company, Json
from tests.reports.make import ask, fill, total


@pytest.fixture(scope="module")
def shop(settled: Company) -> Company:
    fill(settled)
    return settled


def hide(company: Company, *fields: str) -> None:
    rules = {"grants": {"Deal": {"READ": "ALL"}}, "fields": {"Deal": dict.fromkeys(fields, "HIDDEN")}}
    company.roles["rina"] = (Role.REP, json.dumps(rules))


def refusal(company: Company, text: str, **variables: object) -> object:
    said = company.answer("rina", text, variables)
    (error,) = cast("list[Json]", said["errors"])
    return cast(Json, error["extensions"])


def test_hidden_amounts_are_null_and_the_counts_stay(shop: Company) -> None:
    hide(shop, "amount")
    said = cast(Json, ask(shop, "rina", "OpenPipeline")["openPipeline"])
    assert said["total"] == total(5, None)
    closings = cast(Json, ask(shop, "rina", "Closings", since="2026-03-01", until="2026-03-31")["closings"])
    progress = cast(Json, ask(shop, "rina", "Progress", period="MONTH")["progress"])
    assert (closings["won"], cast(Json, progress["current"])["won"]) == (total(1, None), total(1, None))
    assert '"amount": {' not in json.dumps([said, closings, progress])


def test_numbers_by_a_hidden_day_are_refused(shop: Company) -> None:
    hide(shop, "closedOn", "expectedCloseOn")
    asked = {"since": "2026-03-01", "until": "2026-03-31"}
    document = "query($since: Date!, $until: Date!) { closings(since: $since, until: $until) { won { deals } } }"
    assert refusal(shop, document, **asked) == {"code": "FIELD_HIDDEN", "field": "closedOn"}
    assert refusal(shop, "{ progress(period: MONTH) { current { won { deals } } } }") == {
        "code": "FIELD_HIDDEN", "field": "closedOn",
    }  # fmt: skip
    assert cast(Json, ask(shop, "rina", "Waiting")["waitingDeals"])["pastClose"] is None


def test_hidden_owners_are_nobody(shop: Company) -> None:
    hide(shop, "owner")
    said = cast(Json, ask(shop, "rina", "OpenPipeline")["openPipeline"])
    assert [one["owner"] for one in cast("list[Json]", said["owners"])] == [None]
    document = "query($owner: ID!) { openPipeline(ownerId: $owner) { total { deals } } }"
    assert refusal(shop, document, owner=shop.id("raz")) == {"code": "FIELD_HIDDEN", "field": "owner"}
