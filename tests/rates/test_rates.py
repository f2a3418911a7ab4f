"""Rates: set, changed, taken away by owners and admins; each of a currency and a day."""

from dataclasses import replace

import pytest

from tests.members.make import EVERYBODY, Company
from tests.rates.make import make_rate

RATES = "{ exchangeRates(first: 50) { nodes { currency against startsOn rate } } }"


def listed(company: Company, who: str = "rina") -> list[tuple[str, ...]]:
    said = company.ask(who, RATES)["exchangeRates"]
    assert isinstance(said, dict)
    return [tuple(node.values()) for node in said["nodes"]]


def test_a_rate_is_of_a_currency_and_a_day(company: Company) -> None:
    entries = len(company.trail())
    made = make_rate(company, rate="0.912345678")
    assert (made["currency"], made["against"], made["startsOn"], made["rate"]) == (
        "USD", "EUR", "2026-03-01", "0.91234568",
    )  # fmt: skip
    again = make_rate(company, rate="0.95")
    assert (again["id"], again["rate"], again["version"]) == (made["id"], "0.95000000", 2)
    make_rate(company, "ILS", rate="0.25")
    make_rate(company, day="2026-02-01", rate="0.8")
    assert listed(company) == [
        ("ILS", "EUR", "2026-03-01", "0.25000000"), ("USD", "EUR", "2026-03-01", "0.95000000"),
        ("USD", "EUR", "2026-02-01", "0.80000000"),
    ]  # fmt: skip
    assert [(who, what, of) for who, what, of, _before, _after in company.trail(entries)] == [
        ("olga", "CREATE", "exchange_rate"), ("olga", "UPDATE", "exchange_rate"), ("olga", "CREATE", "exchange_rate"),
        ("olga", "CREATE", "exchange_rate"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"currency": "EUR"}, ("OWN_CURRENCY", "currency")),
        ({"currency": "XYZ"}, ("BAD_CURRENCY", "currency")),
        ({"rate": "0"}, ("BAD_RATE", "rate")),
        ({"rate": "-1"}, ("BAD_RATE", "rate")),
        ({"rate": "0.000000001"}, ("BAD_RATE", "rate")),
        ({"rate": "10000000000"}, ("BAD_RATE", "rate")),
        ({"startsOn": "1969-12-31"}, ("BAD_DAY", "startsOn")),
        ({"startsOn": "2027-03-04"}, ("BAD_DAY", "startsOn")),
    ],
)
def test_what_cannot_be_is_refused(company: Company, given: dict[str, str], problem: tuple[str, str]) -> None:
    said = {"currency": "USD", "startsOn": "2026-03-01", "rate": "0.9", **given}
    assert company.refuse("olga", "createExchangeRate", **said) == problem


def test_owners_and_admins_keep_them_and_everybody_reads(company: Company) -> None:
    made = make_rate(company)
    for who in EVERYBODY:
        assert len(listed(company, who)) == 1
        if who not in {"olga", "adam"}:
            said = {"currency": "ILS", "startsOn": "2026-03-01", "rate": "1"}
            assert company.refuse(who, "createExchangeRate", **said)[0] == "FORBIDDEN"
            assert company.refuse(who, "updateExchangeRate", id=made["id"], rate="2")[0] == "FORBIDDEN"
            assert company.refuse(who, "deleteExchangeRate", id=made["id"])[0] == "FORBIDDEN"


def test_a_rate_moves_to_a_free_day_only_and_comes_back_to_a_free_one(company: Company) -> None:
    first, second = make_rate(company), make_rate(company, day="2026-02-01")
    twice = ("RATE_TWICE", "startsOn")
    assert company.refuse("olga", "updateExchangeRate", id=second["id"], startsOn="2026-03-01") == twice
    stale = company.act("olga", "updateExchangeRate", id=first["id"], version=7, rate="2")
    assert (stale.problem, stale.record) == (("CONFLICT", "version"), first)
    company.do("olga", "deleteExchangeRate", id=first["id"], version=1)
    assert listed(company) == [("USD", "EUR", "2026-02-01", "0.90000000")]
    moved = company.do("olga", "updateExchangeRate", id=second["id"], startsOn="2026-03-01", rate="0.7")
    assert (moved["startsOn"], moved["rate"]) == ("2026-03-01", "0.70000000")
    assert company.refuse("olga", "restoreExchangeRate", id=first["id"]) == ("RATE_TWICE", "id")
    company.do("olga", "deleteExchangeRate", id=second["id"])
    assert company.do("olga", "restoreExchangeRate", id=first["id"])["rate"] == "0.90000000"


def test_rates_are_against_the_currency_of_their_time(company: Company) -> None:
    make_rate(company)
    company.tenant = replace(company.tenant, currency="ILS")
    make_rate(company, rate="3.6")
    assert sorted(line[1] for line in listed(company)) == ["EUR", "ILS"]
