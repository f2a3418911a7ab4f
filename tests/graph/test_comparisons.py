"""What a filter compares is what was said: a number is not rounded to the places of the column first."""

import pytest

from tests.graph.make import Answer, Shop

COUNT = "query($filter: DealFilter) { deals(filter: $filter) { totalCount } }"


@pytest.fixture(scope="module")
def ten(calm: Shop) -> Shop:
    """With one deal of 10.00 beside one without an amount."""
    calm.deal("Ten", amount={"amount": "10", "currency": "EUR"})
    return calm


@pytest.mark.parametrize(
    ("amount", "found"),
    [
        ({"gt": "9.999"}, 1), ({"gt": "10.001"}, 0), ({"gte": "10.001"}, 0), ({"gte": "9.999"}, 1),
        ({"lt": "10.004"}, 1), ({"lt": "9.996"}, 0), ({"lte": "9.996"}, 0), ({"lte": "10.004"}, 1),
        ({"eq": "10.004"}, 0), ({"eq": "9.996"}, 0), ({"eq": "10"}, 1), ({"eq": "1e1"}, 1), ({"eq": "10.000"}, 1),
        ({"ne": "10.004"}, 2), ({"ne": "10"}, 1), ({"in": ["10.004", "9.996"]}, 0), ({"in": ["9.996", "10.0"]}, 1),
        ({"lt": "1e400"}, 1), ({"gt": "1e400"}, 0), ({"lt": "Infinity"}, 1), ({"gt": "-Infinity"}, 1),
        ({"eq": "NaN"}, 0), ({"gt": "99999999999999999999.5"}, 0),
    ],
)  # fmt: skip
def test_a_number_is_compared_as_it_is(ten: Shop, amount: Answer, found: int) -> None:
    assert ten.data(COUNT, {"filter": {"amount": amount}}) == {"deals": {"totalCount": found}}
