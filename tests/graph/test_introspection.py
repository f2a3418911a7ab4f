"""The graph shows itself to those whose role may ask: its types, and what a misspelt name may have meant."""

import asyncio
import hashlib
import json
import logging
from dataclasses import replace
from typing import cast

import orjson
import pytest

from saas.core.principal import Principal
from saas.graph.terms import INTROSPECT, Terms
from tests.graph.make import Answer, Shop

TYPES = "{ __schema { types { name } } }"
MISSPELT = {
    "a field": "{ dealz { totalCount } }",
    "a field of a record": "{ deals { nodes { nam } } }",
    "an argument": "{ deals(frist: 1) { totalCount } }",
    "a type": "query($f: DealFiltr) { deals(filter: $f) { totalCount } }",
    "a word of an enum": "{ deals(orderBy: [{name: ASCC}]) { totalCount } }",
    "a field of an input": '{ deals(filter: {nam: {eq: "x"}}) { totalCount } }',
    "a fragment's type": "{ deals { nodes { ... on Deel { id } } } }",
}
BY_VARIABLES: dict[str, dict[str, object]] = {
    "a word of an enum": {"o": [{"name": "ASCC"}]},
    "a field of an input": {"o": [{"nam": "ASC"}]},
}
ORDERED = "query($o: [DealOrder!]) { deals(orderBy: $o) { totalCount } }"


def asked(shop: Shop, principal: Principal, text: str, terms: Terms | None = None) -> Answer:
    _status, answer = asyncio.run(
        shop.door.answer(shop.tenant, principal, orjson.dumps({"query": text}), terms=terms or Terms())
    )
    return cast(Answer, orjson.loads(answer))


def codes(answer: Answer) -> list[object]:
    return [one["extensions"]["code"] for one in cast("list[dict[str, dict[str, object]]]", answer["errors"])]


@pytest.mark.parametrize(
    "text",
    [
        TYPES, '{ __type(name: "Deal") { name } }', "{ a: __schema { types { name } } deals { totalCount } }",
        "{ ...A } fragment A on Query { ... { __schema { types { name } } } }",
        "query A { deals { totalCount } } query B { __schema { types { name } } }",
        "{ deals { totalCount } __schema @skip(if: true) { types { name } } }",
    ],
)  # fmt: skip
def test_who_may_not_ask_for_the_types_is_refused(calm: Shop, text: str) -> None:
    body = {"query": text, **({"operationName": "A"} if "query A" in text else {})}
    for who in ("mona", "ron"):
        _status, answer = calm.send(orjson.dumps(body), who=who)
        assert (codes(answer), "data" in answer) == (["NO_INTROSPECTION"], False)
    assert "errors" not in calm.send(orjson.dumps(body))[1], "the owner may"


def test_the_name_of_a_type_is_no_secret(calm: Shop) -> None:
    said = calm.data("{ __typename deals { __typename nodes { __typename } } }", who="rita")
    assert said == {"__typename": "Query", "deals": {"__typename": "DealConnection", "nodes": []}}


def test_a_role_of_the_companys_own_may_be_allowed_it_and_an_admins_may_lose_it(calm: Shop) -> None:
    allowed = replace(calm.principal("ron"), rules=json.dumps({"powers": {INTROSPECT: True}}))
    refused = replace(calm.principal("olga"), rules=json.dumps({"powers": {INTROSPECT: False}}))
    assert "errors" not in asked(calm, allowed, TYPES)
    assert codes(asked(calm, refused, TYPES)) == ["NO_INTROSPECTION"]
    assert "errors" not in asked(calm, refused, TYPES, Terms(introspection=True)), "on a developer's machine"


def test_it_stands_beside_what_takes_variables_of_any_kind(calm: Shop) -> None:
    text = """query($filter: DealFilter!, $at: DateTime!, $name: String!, $with: Boolean!, $old: Boolean = true) {
      deals(filter: $filter) { totalCount } a: deals(filter: {createdAt: {lt: $at}}) { totalCount }
      __type(name: $name) { name ...T } b: __type(name: "Deal") { name @skip(if: $with) }
    } fragment T on __Type { kind @include(if: $with) enumValues(includeDeprecated: $old) { name } }"""
    given = {"filter": {"closedOn": {"gt": "2026-01-01"}, "amount": {"gt": "1.5"}}, "at": "2026-01-01T00:00:00Z"}
    assert calm.data(text, {**given, "name": "OrderDirection", "with": True}) == {
        "deals": {"totalCount": 0}, "a": {"totalCount": 0},
        "__type": {"name": "OrderDirection", "kind": "ENUM", "enumValues": [{"name": "ASC"}, {"name": "DESC"}]},
        "b": {},
    }  # fmt: skip


@pytest.mark.parametrize("name", MISSPELT)
def test_what_a_misspelt_name_may_have_meant_is_told_to_those_only(calm: Shop, name: str) -> None:
    told, plain = calm.ask(MISSPELT[name]), calm.ask(MISSPELT[name], who="ron")
    assert codes(told) == codes(plain) == ["GRAPHQL_INVALID"]
    assert "Did you mean" in str(told)
    assert "Did you mean" not in str(plain)


@pytest.mark.parametrize("name", BY_VARIABLES)
def test_nor_is_it_told_of_variables(calm: Shop, name: str) -> None:
    told, plain = (calm.ask(ORDERED, BY_VARIABLES[name], who=who) for who in ("olga", "ron"))
    assert "Did you mean" in str(told)
    assert "Did you mean" not in str(plain)
    assert "errors" in plain


def test_the_log_names_a_bad_document_by_its_hash_and_length(calm: Shop, caplog: pytest.LogCaptureFixture) -> None:
    """Never by its text, which may hold what nobody should read."""
    text = '{ deals(search: "hunter2") { nonsense } }'
    with caplog.at_level(logging.DEBUG):
        calm.ask(text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    assert [record.getMessage() for record in caplog.records if record.name.startswith("kesher")] == [
        f"refused a document of {len(text)} characters, sha256 {digest}"
    ]
    assert "hunter2" not in caplog.text
