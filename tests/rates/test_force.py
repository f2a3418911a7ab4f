"""The rate in force: of the latest day that is not after the one asked for; told where there is none."""

from datetime import timedelta

from tests.deals.make import make_deal, move
from tests.members.make import Company, Json
from tests.rates.make import make_rate

SUMS = """{ deals(first: 1) { totalCount convertedAmount {
    total { amount currency } parts { sum { amount currency } count unrated } } } }"""
ONE = "query($id: ID!) { deal(id: $id) { convertedAmount rate { currency startsOn rate } } }"


def dollars(amount: str) -> Json:
    return {"amount": amount, "currency": "USD"}


def summed(company: Company, who: str = "olga") -> tuple[str, list[tuple[object, ...]]]:
    said = company.ask(who, SUMS)["deals"]
    assert isinstance(said, dict)
    told = said["convertedAmount"]
    assert told["total"]["currency"] == "EUR"
    parts: list[tuple[object, ...]] = [
        (p["sum"]["amount"], p["sum"]["currency"], p["count"], p["unrated"]) for p in told["parts"]
    ]
    return str(told["total"]["amount"]), parts


def test_what_has_no_rate_is_told_and_not_counted(company: Company) -> None:
    assert summed(company) == ("0.00", [])
    make_deal(company, amount={"amount": "100"})
    for amount in ("10", "20", "0.5"):
        make_deal(company, amount=dollars(amount))
    make_deal(company, amount={"amount": "7", "currency": "GBP"})
    make_deal(company, amount=None)
    parts = [("100.00", "EUR", 1, 0), ("7.00", "GBP", 1, 1), ("30.50", "USD", 3, 3)]
    assert summed(company) == ("100.00", parts)
    make_rate(company, day="2026-03-03")  # tomorrow's
    assert summed(company) == ("100.00", parts)
    rate = make_rate(company, day="2026-02-01", rate="0.9")
    assert summed(company) == ("127.45", [parts[0], ("30.50", "USD", 3, 0), parts[1]])
    company.do("olga", "deleteExchangeRate", id=rate["id"])
    assert summed(company) == ("100.00", parts)


def test_open_deals_at_todays_rate_closed_ones_at_that_of_their_closing_day(company: Company) -> None:
    make_rate(company, day="2026-01-10", rate="0.5")
    make_rate(company, day="2026-02-10", rate="2")
    company.clock.pass_by(timedelta(days=-60))
    deal, won = make_deal(company, amount=dollars("100")), make_deal(company, amount=dollars("40"))
    early = make_deal(company, amount=dollars("8"))
    company.clock.pass_by(timedelta(days=60))
    move(company, won, "Won", closedOn="2026-02-09")
    move(company, early, "Won", closedOn="2026-01-09")
    assert summed(company) == ("220.00", [("148.00", "USD", 3, 1)])
    assert company.ask("rina", ONE, id=deal["id"])["deal"] is None
    assert company.ask("olga", ONE, id=deal["id"])["deal"] == {
        "convertedAmount": "200.00", "rate": {"currency": "USD", "startsOn": "2026-02-10", "rate": "2.00000000"},
    }  # fmt: skip
    assert company.ask("olga", ONE, id=won["id"])["deal"] == {
        "convertedAmount": "20.00", "rate": {"currency": "USD", "startsOn": "2026-01-10", "rate": "0.50000000"},
    }  # fmt: skip
    assert company.ask("olga", ONE, id=early["id"])["deal"] == {"convertedAmount": None, "rate": None}
    own = make_deal(company, amount={"amount": "5"})
    assert company.ask("olga", ONE, id=own["id"])["deal"] == {"convertedAmount": "5.00", "rate": None}


def test_today_is_where_the_company_is(company: Company) -> None:
    make_rate(company, day="2026-03-03", rate="2")
    make_deal(company, amount=dollars("100"))
    assert summed(company)[0] == "0.00"
    company.clock.pass_by(timedelta(hours=12))
    assert summed(company)[0] == "200.00"


def test_a_sum_is_rounded_once(company: Company) -> None:
    make_rate(company, rate="0.333")
    for _ in range(3):
        make_deal(company, amount=dollars("0.05"))
    assert summed(company)[0] == "0.05"


def test_sums_are_of_the_deals_that_one_sees(company: Company) -> None:
    make_rate(company, rate="2")
    make_deal(company, amount=dollars("100"))
    company.do("rina", "createDeal", name="Mine", amount=dollars("3"))
    assert summed(company, "rina") == ("6.00", [("3.00", "USD", 1, 0)])
    assert summed(company) == ("206.00", [("103.00", "USD", 2, 0)])
