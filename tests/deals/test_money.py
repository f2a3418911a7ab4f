"""Lines, estimated amounts and several currencies."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saas.core.errors import Invalid
from saas.core.money import Money
from saas.deals.lines import TOO_MANY, Line, priced, sum_of
from saas.graph.ids import encode
from saas.products.model import Product
from tests.deals.make import euros, history, make_deal, move
from tests.members.make import ABSENT, Company, Json, key_of
from tests.products.make import make_product

LINES = """query L($id: ID!) { deal(id: $id) { products { nodes {
    position quantity unitPrice { amount currency } product { name } } } } }"""


def lines(company: Company, deal: Json) -> list[tuple[object, ...]]:
    said = company.ask("olga", LINES, id=deal["id"])["deal"]
    assert isinstance(said, dict)
    return [(line["product"]["name"], line["quantity"], line["unitPrice"]) for line in said["products"]["nodes"]]


def set_lines(company: Company, deal: Json, *products: Json, **given: object) -> Json:
    return company.do("olga", "setDealProducts", dealId=deal["id"], products=list(products), **given)


def test_an_amount_that_nobody_says_is_estimated_from_the_lines(company: Company) -> None:
    pro, basic = make_product(company), make_product(company, "GTX Basic", "550")
    deal = make_deal(company, products=[
        {"productId": pro["id"], "quantity": "2"}, {"productId": basic["id"], "unitPrice": euros("499.99")},
    ])  # fmt: skip
    assert (deal["amount"], deal["amountEstimated"]) == (euros("10141.99"), True)
    assert lines(company, deal) == [("GTX Pro", "2.00", euros("4821.00")), ("GTX Basic", "1.00", euros("499.99"))]
    entries = len(company.trail())
    changed = set_lines(company, deal, {"productId": basic["id"], "quantity": "1.5"}, version=1)
    assert (changed["amount"], changed["amountEstimated"], changed["version"]) == (euros("825.00"), True, 2)
    assert lines(company, deal) == [("GTX Basic", "1.50", euros("550.00"))]
    assert history(company, deal)[-1] == {
        "kind": "AMOUNT", "at": "2026-03-02T12:00:00Z", "by": {"name": "Olga"}, "fromAmount": euros("10141.99"),
        "toAmount": euros("825.00"),
    }  # fmt: skip
    told = sorted((entity, action) for _who, action, entity, _before, _after in company.trail(entries))
    assert told == [
        ("deal", "UPDATE"), ("deal_event", "CREATE"), ("deal_product", "CREATE"), ("deal_product", "DELETE"),
        ("deal_product", "DELETE"),
    ]  # fmt: skip


def test_an_amount_that_somebody_said_stays(company: Company) -> None:
    pro = make_product(company)
    deal = make_deal(company, amount=euros(4000), products=[{"productId": pro["id"]}])
    assert (deal["amount"], deal["amountEstimated"]) == (euros("4000.00"), False)
    changed = set_lines(company, deal, {"productId": pro["id"], "quantity": "3"})
    assert (changed["amount"], changed["amountEstimated"]) == (euros("4000.00"), False)
    company.do("olga", "updateDeal", id=deal["id"], amount=None)
    assert set_lines(company, deal, {"productId": pro["id"]})["amount"] == euros("4821.00")
    said = company.do("olga", "updateDeal", id=deal["id"], amount=euros("4821"))
    assert (said["amount"], said["amountEstimated"]) == (euros("4821.00"), False)
    assert [event["kind"] for event in history(company, deal)] == ["CREATED", "AMOUNT", "AMOUNT"]


def test_lines_of_a_won_deal_change_what_it_brought(company: Company) -> None:
    pro = make_product(company)
    deal = make_deal(company, products=[{"productId": pro["id"]}])
    assert move(company, deal, "Won")["realizedAmount"] == euros("4821.00")
    assert set_lines(company, deal, {"productId": pro["id"], "quantity": "2"})["realizedAmount"] == euros("9642.00")


def test_without_lines_nothing_is_estimated(company: Company) -> None:
    pro = make_product(company)
    deal = make_deal(company, products=[{"productId": pro["id"]}])
    bare = set_lines(company, deal)
    assert (bare["amount"], bare["amountEstimated"], lines(company, deal)) == (None, False, [])


def test_lines_in_two_currencies_have_no_sum(company: Company) -> None:
    pro, other = make_product(company), make_product(company, "US Basic", "10", currency="USD")
    deal = make_deal(company, products=[{"productId": pro["id"]}, {"productId": other["id"]}])
    assert (deal["amount"], deal["amountEstimated"]) == (None, False)
    assert set_lines(company, deal, {"productId": other["id"], "quantity": 4})["amount"] == euros("40.00", "USD")


def test_a_product_without_a_price_costs_nothing_in_the_companys_currency(company: Company) -> None:
    free = make_product(company, "Talk", None)
    deal = make_deal(company, products=[{"productId": free["id"]}])
    assert (deal["amount"], lines(company, deal)) == (euros("0.00"), [("Talk", "1.00", euros("0.00"))])


def test_a_line_keeps_its_price_and_its_product_when_the_list_changes(company: Company) -> None:
    pro = make_product(company)
    deal = make_deal(company, products=[{"productId": pro["id"]}])
    company.do("olga", "updateProduct", id=pro["id"], price=euros(1), name="GTX Old")
    company.do("olga", "deleteProduct", id=pro["id"])
    assert lines(company, deal) == [("GTX Old", "1.00", euros("4821.00"))]
    set_lines(company, deal, {"productId": pro["id"], "quantity": "2", "unitPrice": euros("4821.00")})
    assert lines(company, deal) == [("GTX Old", "2.00", euros("4821.00"))]
    other = make_deal(company, "Other")
    assert company.refuse("olga", "setDealProducts", dealId=other["id"], products=[{"productId": pro["id"]}]) == (
        "NOT_FOUND", "productId",
    )  # fmt: skip


def test_lines_that_somebody_else_has_written_are_not_written_over(company: Company) -> None:
    pro = make_product(company)
    deal = make_deal(company, amount=euros(4000))
    assert set_lines(company, deal, {"productId": pro["id"]}, version=1)["version"] == 2
    told = company.conflict("olga", "setDealProducts", dealId=deal["id"], products=[])
    assert (told["version"], told["amount"]) == (2, euros("4000.00"))
    assert lines(company, deal) == [("GTX Pro", "1.00", euros("4821.00"))]


@pytest.fixture(scope="module")
def shop(settled: Company) -> Company:
    settled.keys["deal"] = key_of(make_deal(settled))
    settled.keys["pro"] = key_of(make_product(settled))
    return settled


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ({"quantity": "0"}, ("BAD_QUANTITY", "quantity")),
        ({"quantity": "-1"}, ("BAD_QUANTITY", "quantity")),
        ({"quantity": "0.001"}, ("BAD_QUANTITY", "quantity")),
        ({"quantity": "1000000000000"}, ("BAD_QUANTITY", "quantity")),
        ({"quantity": "999999999999", "unitPrice": euros("999999999999999")}, ("BAD_AMOUNT", "products")),
        ({"unitPrice": euros("-1")}, ("NEGATIVE", "unitPrice")),
        ({"unitPrice": euros("1", "eur")}, ("BAD_CURRENCY", "unitPrice")),
        ({"productId": encode("Product", ABSENT)}, ("NOT_FOUND", "productId")),
    ],
    ids=str,
)
def test_a_line_that_makes_no_sense_is_refused(
    shop: Company, line: dict[str, object], problem: tuple[str, str]
) -> None:
    products = [{"productId": shop.id("pro", "Product"), **line}]
    assert shop.refuse("olga", "setDealProducts", dealId=shop.id("deal", "Deal"), products=products) == problem
    assert shop.refuse("olga", "createDeal", name="X", products=products) == problem


@pytest.mark.parametrize("quantity", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_no_number_is_no_quantity(shop: Company, quantity: str) -> None:
    text = "mutation M($input: SetDealProductsInput!) { setDealProducts(input: $input) { problems { code } } }"
    given = {"dealId": shop.id("deal", "Deal"), "products": [{"productId": shop.id("pro", "Product"),
                                                              "quantity": quantity}]}  # fmt: skip
    before = shop.state()
    said = shop.answer("olga", text, {"input": given})
    assert said == {"data": {"setDealProducts": {"problems": [{"code": "BAD_QUANTITY"}]}}}
    assert shop.state() == before


def test_a_change_of_currency_is_told_as_two_amounts(company: Company) -> None:
    deal = make_deal(company, amount=euros(100))
    changed = company.do("olga", "updateDeal", id=deal["id"], amount=euros(120, "USD"))
    assert changed["amount"] == euros("120.00", "USD")
    told = [
        {name: event[name] for name in ("fromAmount", "toAmount") if name in event} for event in history(company, deal)
    ]
    assert told == [
        {"toAmount": euros("100.00")}, {"fromAmount": euros("100.00")}, {"toAmount": euros("120.00", "USD")},
    ]  # fmt: skip
    same = company.do("olga", "updateDeal", id=deal["id"], amount=euros(120))
    assert same["amount"] == euros("120.00")
    won = move(company, deal, "Won", amount=euros(7, "ILS"))
    assert (won["amount"], won["realizedAmount"]) == (euros("7.00", "ILS"), euros("7.00", "ILS"))


def test_an_amount_without_a_currency_is_in_the_companys(company: Company) -> None:
    assert make_deal(company, amount={"amount": "5"})["amount"] == euros("5.00")


def test_sums_are_one_for_each_currency(company: Company) -> None:
    make_deal(company)
    expected: dict[str, Decimal] = {}

    @settings(max_examples=6, deadline=None)
    @given(st.lists(st.tuples(st.decimals(0, 10**9, places=2), st.sampled_from(["EUR", "USD", "ILS"])), max_size=3))
    def add(amounts: list[tuple[Decimal, str]]) -> None:
        for amount, currency in amounts:
            make_deal(company, amount=euros(str(amount), currency))
            expected[currency] = expected.get(currency, Decimal(0)) + amount
        said = company.ask("olga", "{ deals { totalAmount { amount currency } } }")["deals"]
        assert isinstance(said, dict)
        assert {one["currency"]: Decimal(one["amount"]) for one in said["totalAmount"]} == expected

    add()


QUANTITIES = st.decimals(Decimal("0.01"), 10**4, places=2)
PRICES = st.decimals(0, 10**6, places=2)


@given(st.lists(st.tuples(QUANTITIES, PRICES), min_size=1, max_size=8), st.integers(1, 7))
def test_a_sum_of_lines_is_the_sum_of_its_parts(pairs: list[tuple[Decimal, Decimal]], cut: int) -> None:
    of = [Line(ABSENT, quantity, Money(price, "EUR")) for quantity, price in pairs]
    parts = [part for part in (sum_of(of[:cut]), sum_of(of[cut:])) if part is not None]
    whole = sum_of(of)
    assert whole is not None
    assert whole.amount == sum(part.amount for part in parts)
    assert sum_of(list(reversed(of))) == whole


@given(st.decimals(allow_nan=True, allow_infinity=True))
def test_a_quantity_is_kept_as_it_is_or_refused(quantity: Decimal) -> None:
    line = Line(ABSENT, quantity, Money(Decimal(1), "EUR"))
    listed = {ABSENT: Product(name="X", price=Decimal(1), currency="EUR", active=True)}
    if quantity.is_finite() and 0 < quantity < TOO_MANY and quantity == quantity.quantize(Decimal("0.01")):
        assert priced([line], listed, "EUR") == [line]
        return
    with pytest.raises(Invalid) as refused:
        priced([line], listed, "EUR")
    assert (refused.value.code, refused.value.field) == ("BAD_QUANTITY", "quantity")
