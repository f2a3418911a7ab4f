"""JSON inside a document means what it means as a variable."""

import json
from collections.abc import Mapping
from typing import cast

import pytest

from saas.core.work import Opener
from saas.exports.model import Export
from saas.graph import ids
from tests.graph.make import Answer, Shop

EXPORT = """mutation%s { createExport(input: {
  object: "Deal", name: "Deals", columns: [{path: "name", label: "Name"}], filter: %s, clientMutationId: "one" }
) { export { id } problems { code field } } }"""


def exported(shop: Shop, filter_: str, defined: str = "", given: Mapping[str, object] | None = None) -> object:
    """The filter that was kept, or the problems."""
    first, again = (cast(Answer, shop.data(EXPORT % (defined, filter_), given)["createExport"]) for _ in range(2))
    assert first == again
    if first["problems"]:
        return first["problems"]
    with Opener(shop.lanes, shop.tenant, shop.principal("olga"), shop.clock)() as work:
        return work.get(Export, ids.decode(str(cast(Answer, first["export"])["id"]))[1]).asked["filter"]


def test_a_whole_number_of_any_length_is_a_number(shop: Shop) -> None:
    assert exported(shop, "{amount: {gt: 99999999999999999999999}}") == {"amount": {"gt": 10**23}}


def test_what_the_list_does_not_have_is_a_problem_whatever_its_number(shop: Shop) -> None:
    assert exported(shop, "{a: 99999999999999999999999}") == [{"code": "BAD_LIST", "field": "filter"}]


def test_a_variable_in_it_is_written_and_one_left_out_is_left_out(shop: Shop) -> None:
    text = "{amount: {gt: $least, lt: $most}, expectedCloseOn: {gt: $on}, name: {eq: null}}"
    defined = "($least: Decimal, $most: Decimal, $on: Date)"
    kept = {"amount": {"gt": "9.50"}, "expectedCloseOn": {"gt": "2026-01-01"}, "name": {"eq": None}}
    assert exported(shop, text, defined, {"least": "9.50", "on": "2026-01-01"}) == kept


def test_a_number_that_json_has_no_word_for_is_refused(shop: Shop) -> None:
    answer = shop.ask(EXPORT % ("", "{amount: {gt: 1e999}}"))
    assert "data" not in answer
    assert cast("list[Answer]", answer["errors"])[0]["extensions"] == {"code": "GRAPHQL_INVALID"}


@pytest.mark.parametrize("depth", [100, 101, 300, 1_000])
def test_what_is_nested_too_deeply_is_refused(shop: Shop, depth: int) -> None:
    """Also where nobody looks into it before it is written down: for a repeat under a `clientMutationId`."""
    text = """mutation($filter: JSON) { createExport(input: {object: "Deal", name: "Deals", filter: $filter,
      columns: [{path: "name", label: "Name"}], clientMutationId: "one"}) { problems { code } } }"""
    body = '{"query": %s, "variables": {"filter": %s}}'
    nested = '{"not": ' * depth + "1" + "}" * depth
    _status, answer = shop.send((body % (json.dumps(text), nested)).encode())
    assert ("data" in answer) is (depth <= 100)
    if depth > 100:
        assert cast("list[Answer]", answer["errors"])[0]["extensions"] == {"code": "GRAPHQL_INVALID"}
