"""A forecast tells nothing that the role of those who ask hides."""

import json

import pytest

from saas.core.rights import Role
from tests.deals.make import euros, make_deal
from tests.members.conftest import company, settled, threads
from tests.members.make import Company

__all__ = ["company", "settled", "threads"]

FORECAST = """{ forecast(period: MONTH, on: "2026-03-03") {
    open { amount } byOwner { owner { name } open { amount } } notes { code deals amount { amount } } } }"""


def asked(company: Company, **fields: str) -> dict[str, object]:
    rules = {"grants": {"Deal": {"READ": "ALL"}}, "fields": {"Deal": fields}}
    company.roles["rina"] = (Role.REP, json.dumps(rules))
    said = company.ask("rina", FORECAST)["forecast"]
    assert isinstance(said, dict)
    return said


@pytest.fixture(scope="module")
def office(settled: Company) -> Company:
    for owner, amount in (("rina", 100), ("raz", 50)):
        make_deal(settled, f"Deal of {owner}", who=owner, amount=euros(amount), expectedCloseOn="2026-04-10")
    return settled


def test_what_is_shown_is_told(office: Company) -> None:
    said = asked(office)
    assert said["open"] == {"amount": "150.00"}
    assert {one["owner"]["name"]: one["open"]["amount"] for one in said["byOwner"]} == {  # type: ignore[attr-defined]
        "Rina": "100.00", "Raz": "50.00",
    }  # fmt: skip


def test_hidden_amounts_are_no_amounts(office: Company) -> None:
    said = asked(office, amount="HIDDEN")
    assert said["open"] == {"amount": "0.00"}
    assert "100" not in json.dumps(said)
    assert {one["open"]["amount"] for one in said["byOwner"]} <= {"0.00"}  # type: ignore[attr-defined]


def test_hidden_dates_are_no_dates(office: Company) -> None:
    said = asked(office, expectedCloseOn="HIDDEN")
    assert said["open"] == {"amount": "0.00"}
    assert [(one["code"], one["deals"]) for one in said["notes"]] == [("UNDATED", 2)]  # type: ignore[attr-defined]


def test_hidden_owners_are_nobody(office: Company) -> None:
    said = asked(office, owner="HIDDEN")
    assert said["open"] == {"amount": "150.00"}
    assert [one["owner"] for one in said["byOwner"]] == [None]  # type: ignore[attr-defined]
