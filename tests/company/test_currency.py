"""Another currency: asked for its rates first; amounts stay, sums move, and it can be taken back."""

from datetime import date
from decimal import Decimal
from typing import cast

from saas.company.crossing import Crossed, cross, lacking
from tenants.registry import Directory
from tests.company.make import look_again
from tests.deals.make import make_deal
from tests.members.make import Company
from tests.pipelines.make import make_pipeline
from tests.rates.make import make_rate

USES = "query U($into: String!) { currencyUses(into: $into) { currency records rate } }"


def test_rates_cross_on_each_day_on_which_one_of_them_changed() -> None:
    march, april, may = (date(2026, month, 1) for month in (3, 4, 5))
    known = {"USD": {march: Decimal("0.8"), may: Decimal("0.9")}, "ILS": {april: Decimal("0.25")}}
    assert cross("EUR", "USD", known) == [
        Crossed("EUR", march, Decimal("1.25")), Crossed("EUR", may, Decimal("1.11111111")),
        Crossed("ILS", april, Decimal("0.3125")), Crossed("ILS", may, Decimal("0.27777778")),
    ]  # fmt: skip
    assert cross("EUR", "GBP", known) == []
    assert lacking({"USD", "ILS", "JPY"}, known, march) == ["ILS", "JPY"]


def test_it_is_refused_until_each_currency_has_a_rate(company: Company, directory: Directory) -> None:
    make_pipeline(company)
    make_deal(company, "Home", amount={"amount": "100.00", "currency": "EUR"})
    make_deal(company, "Away", amount={"amount": "400.00", "currency": "ILS"})
    assert company.refuse("olga", "changeCurrency", currency="USD") == ("RATES_MISSING", "currency")
    told = company.act("olga", "changeCurrency", currency="USD").message
    assert "EUR" in told
    assert "ILS" in told
    make_rate(company, "USD", day="2026-02-01", rate="0.8")
    assert company.refuse("olga", "changeCurrency", currency="USD") == ("RATES_MISSING", "currency")
    assert company.ask("olga", USES, into="USD")["currencyUses"] == [
        {"currency": "EUR", "records": 1, "rate": "1.25000000"}, {"currency": "ILS", "records": 1, "rate": None},
    ]  # fmt: skip
    (error,) = cast("list[dict[str, dict[str, str]]]", company.answer("rina", USES, {"into": "USD"})["errors"])
    assert error["extensions"]["code"] == "FORBIDDEN", "it counts what she may not see"
    make_rate(company, "ILS", day="2026-02-15", rate="0.25")
    since = len(company.trail())
    assert company.do("olga", "changeCurrency", currency="USD", version=0)["currency"] == "USD"
    assert [(who, of, after) for who, _what, of, _before, after in company.trail(since) if of == "tenant"] == [
        ("olga", "tenant", {"currency": "USD"})
    ]
    look_again(company, directory)
    rates = company.ask("rina", "{ exchangeRates(first: 50) { nodes { currency against startsOn rate } } }")
    against = [tuple(one.values()) for one in rates["exchangeRates"]["nodes"] if one["against"] == "USD"]  # type: ignore[index]
    assert sorted(against) == [
        ("EUR", "USD", "2026-02-01", "1.25000000"), ("ILS", "USD", "2026-02-15", "0.31250000"),
    ]  # fmt: skip
    amounts = company.ask("olga", "{ deals(first: 5) { nodes { amount { amount currency } } } }")
    assert {one["amount"]["currency"] for one in amounts["deals"]["nodes"]} == {"EUR", "ILS"}, "they stay"  # type: ignore[index]


def test_the_way_back_needs_nothing(company: Company, directory: Directory) -> None:
    make_pipeline(company)
    make_deal(company, amount={"amount": "100.00", "currency": "EUR"})
    make_rate(company, "USD", rate="0.8")
    there = company.do("olga", "changeCurrency", currency="USD")
    look_again(company, directory)
    company.do("olga", "changeCurrency", currency="EUR", version=there["version"])
    assert look_again(company, directory).currency == "EUR"
    rates = company.ask("rina", "{ exchangeRates(first: 50) { nodes { currency against rate } } }")
    found = [tuple(one.values()) for one in rates["exchangeRates"]["nodes"]]  # type: ignore[index]
    assert sorted(found) == [("EUR", "USD", "1.25000000"), ("USD", "EUR", "0.80000000")]


def test_what_is_no_currency_is_refused_and_ones_own_changes_nothing(company: Company) -> None:
    assert company.refuse("olga", "changeCurrency", currency="XYZ") == ("BAD_CURRENCY", "currency")
    assert company.do("olga", "changeCurrency", currency="EUR")["currency"] == "EUR"
