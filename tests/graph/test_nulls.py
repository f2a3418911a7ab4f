"""A variable with a default can be left out; a null that is said is none of the values of a place that takes none."""

from typing import cast

import orjson
import pytest

from tests.graph.make import Answer, Shop

NO_NULL = {
    "a node": 'query($n: ID = "abc") { node(id: $n) { id } }',
    "a record": 'query($n: ID = "abc") { deal(id: $n) { id } }',
    "one of the ids": 'query($n: ID = "abc") { nodes(ids: [$n]) { id } }',
    "the ids": "query($n: [ID!] = []) { nodes(ids: $n) { id } }",
    "an operand": 'query($n: ID = "abc") { deals(filter: {id: {in: [$n]}}) { totalCount } }',
    "a filter": "query($n: DealFilter = {}) { deals(filter: {and: [$n]}) { totalCount } }",
    "an order": "query($n: DealOrder = {name: ASC}) { deals(orderBy: [$n]) { totalCount } }",
    "skip": "query($n: Boolean = true) { deals(first: 0) { totalCount @skip(if: $n) } }",
    "include in a fragment": """query($n: Boolean = true) { deals(first: 0) { ...F } }
        fragment F on DealConnection { ...G } fragment G on DealConnection { totalCount @include(if: $n) }""",
    "what Python answers": "query($n: Period = MONTH) { forecast(period: $n) { expected { amount } } }",
    "the graph itself": 'query($n: String = "Deal") { __type(name: $n) { name } }',
    "a place with a default": """mutation($n: Boolean) {
        handOverRecords(input: {memberId: "a", successorId: "b", past: $n}) { problems { code } } }""",
    "an input": 'mutation($n: DealInput = {id: "abc"}) { deleteDeal(input: $n) { problems { code } } }',
}


@pytest.mark.parametrize("place", NO_NULL)
def test_a_null_where_none_is_taken_is_refused(calm: Shop, place: str) -> None:
    answer = calm.ask(NO_NULL[place], {"n": None})
    assert "data" not in answer
    (error,) = cast("list[dict[str, dict[str, object]]]", answer["errors"])
    assert error["extensions"] == {"code": "GRAPHQL_INVALID"}


def test_the_refusal_names_the_variable_and_its_place(calm: Shop) -> None:
    assert calm.ask(NO_NULL["a node"], {"n": None})["errors"] == [{
        "message": "Variable '$n' is null, but is used in position expecting type 'ID!'.",
        "locations": [{"line": 1, "column": 7}], "extensions": {"code": "GRAPHQL_INVALID"},
    }]  # fmt: skip


def test_no_mutation_before_it_is_run(shop: Shop) -> None:
    deal = shop.deal()
    text = """mutation($deal: ID!, $n: DealInput = {id: "abc"}) {
      a: deleteDeal(input: {id: $deal}) { problems { code } } b: deleteDeal(input: $n) { problems { code } } }"""
    before = shop.audited()
    assert "data" not in shop.ask(text, {"deal": deal, "n": None})
    assert shop.audited() == before
    assert shop.data("{ deals { totalCount } }") == {"deals": {"totalCount": 1}}
    gone = [{"code": "NOT_FOUND"}]
    assert shop.data(text, {"deal": deal}) == {"a": {"problems": []}, "b": {"problems": gone}}


def test_what_is_left_out_has_its_default(calm: Shop) -> None:
    assert calm.data(NO_NULL["a node"]) == {"node": None}
    assert calm.data(NO_NULL["skip"]) == {"deals": {}}
    assert calm.data(NO_NULL["a filter"], {}) == {"deals": {"totalCount": 1}}


def test_a_null_where_one_is_taken_is_as_nothing_said(calm: Shop) -> None:
    text = """query($size: Int = 0, $id: ID = "abc") {
      deals(first: $size, filter: {id: {eq: $id}}) { nodes { name } } }"""
    assert calm.data(text) == {"deals": {"nodes": []}}
    given: Answer = {"size": None, "id": None}
    assert calm.data(text, given) == {"deals": {"nodes": [{"name": "Deal"}]}}


def test_another_operation_of_the_document_may_take_it(calm: Shop) -> None:
    text = """query A($n: ID = "abc") { deals(filter: {id: {eq: $n}}) { totalCount } }
      query B($n: ID = "abc") { node(id: $n) { id } }"""
    for name, refused in (("A", False), ("B", True), ("A", False)):
        body = orjson.dumps({"query": text, "operationName": name, "variables": {"n": None}})
        assert ("errors" in calm.send(body)[1]) is refused
