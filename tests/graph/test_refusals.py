import json
from base64 import urlsafe_b64encode
from typing import cast

import pytest

from saas.graph import ids
from saas.graph.limits import DEEPEST, MOST_FIELDS, MOST_TOKENS
from tests.graph.make import Answer, Shop

AFTER = "query($after: String) { deals(after: $after) { nodes { id } } }"
PAGE = """query($after: String, $before: String, $first: Int, $last: Int) {
  deals(after: $after, before: $before, first: $first, last: $last) { nodes { id } } }"""

NO_REQUEST = {"BAD_REQUEST", "NO_DOCUMENT"}  # of GraphQL over HTTP: a 400 whatever the client accepts


def codes(answer: Answer) -> list[tuple[object, object]]:
    """Code and field of each error; with errors of the request there is no data."""
    assert "data" not in answer
    errors = cast("list[dict[str, dict[str, object]]]", answer["errors"])
    return [(one["extensions"]["code"], one["extensions"].get("field")) for one in errors]


def cursor(*values: object) -> str:
    return urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "broken",
    [
        "", "nonsense", "שלום", "%", cursor(), cursor("createdAt:DESC"), cursor("createdAt:DESC", "2026-01-01", "x"),
        cursor("createdAt:DESC", "x", "00000000-0000-7000-8000-000000000000"), cursor("createdAt:DESC", {}, []),
        cursor("createdAt:DESC", None, None), cursor("createdAt:DESC", ["x"], "00000000-0000-7000-8000-000000000000"),
        cursor("createdAt:DESC", "2026-01-01\0", "00000000-0000-7000-8000-000000000000"), cursor("a", "b", "c", "d"),
        urlsafe_b64encode(b"[" * 100_000).decode(), urlsafe_b64encode(b"\xff\xfe").decode(),
    ],
)  # fmt: skip
def test_a_broken_cursor_is_refused(calm: Shop, broken: str) -> None:
    ((code, _field),) = codes(calm.ask(AFTER, {"after": broken}))
    assert code in {"BAD_CURSOR", "BAD_VALUE"}


def test_a_cursor_of_another_order_is_refused(shop: Shop) -> None:
    for name in ("One", "Two"):
        shop.deal(name)
    text = "query($after: String) { deals(first: 1, after: $after%s) { pageInfo { endCursor } nodes { name } } }"
    first = cast(Answer, shop.data(text % ", orderBy: [{name: ASC}]")["deals"])
    after = {"after": cast(Answer, first["pageInfo"])["endCursor"]}
    assert shop.ask(text % "", after)["errors"] == [{
        "message": "This cursor belongs to another order: start again from the first page.",
        "extensions": {"code": "BAD_CURSOR", "field": "after"},
    }]  # fmt: skip
    assert codes(shop.ask(text % ", orderBy: [{name: DESC}]", after)) == [("BAD_CURSOR", "after")]
    again = cast(Answer, shop.data(text % ", orderBy: [{name: ASC}]", after)["deals"])
    assert again["nodes"] == [{"name": "Two"}]


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"first": -1}, "PAGE_SIZE", "first"), ({"first": 201}, "PAGE_SIZE", "first"),
        ({"last": -1}, "PAGE_SIZE", "last"), ({"last": 201}, "PAGE_SIZE", "last"),
        ({"first": 1, "last": 1}, "TWO_ENDS", "last"), ({"last": 1, "after": "x"}, "TWO_ENDS", "after"),
        ({"first": 1, "before": "x"}, "TWO_ENDS", "before"), ({"before": "x"}, "TWO_ENDS", "before"),
        ({"first": 2**31}, "GRAPHQL_INVALID", None), ({"first": "2"}, "GRAPHQL_INVALID", None),
    ],
)  # fmt: skip
def test_a_page_that_cannot_be_is_refused(calm: Shop, given: Answer, code: str, field: str | None) -> None:
    assert codes(calm.ask(PAGE, given)) == [(code, field)]
    literally = ", ".join(f"{name}: {json.dumps(value)}" for name, value in given.items())
    assert codes(calm.ask(f"{{ deals({literally}) {{ nodes {{ id }} }} }}")) == [(code, field)]


def test_an_entry_of_the_order_names_one_field(calm: Shop) -> None:
    text = "{ deals(orderBy: [{name: ASC, createdAt: DESC}]) { nodes { id } } }"
    assert codes(calm.ask(text)) == [("BAD_ORDER", "orderBy")]


@pytest.mark.parametrize(
    "text",
    [
        "{ nonsense }", "{ deals { nonsense } }", "{ deals }", "{ me { member { id { x } } } }",
        "{ deals(nonsense: 1) { totalCount } }", "{ deals(first: true) { totalCount } }",
        "{ deals(filter: {nonsense: 1}) { totalCount } }", "{ deals(filter: {name: {eq: 1}}) { totalCount } }",
        "{ deals(filter: {status: {eq: NONSENSE}}) { totalCount } }",
        '{ deals(filter: {closedOn: {eq: "2026-02-30"}}) { totalCount } }',
        '{ deals(filter: {createdAt: {eq: "yesterday"}}) { totalCount } }',
        '{ deals(filter: {amount: {eq: "much"}}) { totalCount } }',
        "{ deals { ...Nowhere } }", "{ deals { ... on Account { id } } }", "{ deal { id } }", "{ deals { nodes { id } ",
        "query($a: Nonsense) { deals { totalCount } }", "query($a: Int) { deals { totalCount } }", "  ", "#",
        "fragment F on Deal { id }", "subscription { deals { totalCount } }", "mutation { moveDeal { deal { id } } }",
        "{ deals { nodes { ...A } } } fragment A on Deal { ...B } fragment B on Deal { ...A }",
        "{ deals { x: totalCount x: __typename } }", "type Deal { id: ID }",
    ],
)  # fmt: skip
def test_what_is_no_document_of_this_graph_is_refused(calm: Shop, text: str) -> None:
    answer = calm.ask(text)
    assert "data" not in answer
    assert answer["errors"]


@pytest.mark.parametrize(
    "body",
    [
        b"", b"nonsense", b"[]", b"1", b"null", b"{}", b'{"query": 1}', b'{"query": null}', b'{"query": ""}',
        b'{"query": "{ me { tenant { slug } } }", "variables": []}', b'{"query": "{ __typename }", "operationName": 1}',
        b'{"query": "{ me { tenant { slug } } }", "operationName": "Nonsense"}', b'[{"query": "{ __typename }"}]',
        b'{"query": "query A { __typename } query B { __typename }"}', b'{"documentId": "sha256:00"}', b"\xff\xfe",
        b'{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "00"}}}', b'{"documentId": 1}',
        b'{"extensions": 1}', b'{"extensions": {"persistedQuery": 1}}', b'{"query": "{ a: __typename @nonsense }"}',
        b'{"query": "\\ud800"}', b"[" * 100_000,
    ],
)  # fmt: skip
def test_a_body_that_asks_nothing_is_refused(calm: Shop, body: bytes) -> None:
    status, answer = calm.send(body)
    assert "data" not in answer
    (error,) = cast("list[dict[str, dict[str, str]]]", answer["errors"])
    assert error["extensions"]["code"] in {
        "BAD_REQUEST", "NO_DOCUMENT", "UNKNOWN_DOCUMENT", "OPERATION_NAME", "GRAPHQL_INVALID",
    }  # fmt: skip
    assert status == (400 if error["extensions"]["code"] in NO_REQUEST else 200)
    assert calm.send(body, accept="application/graphql-response+json")[0] == 400


def test_ids_of_next_door_are_as_absent_ones(shop: Shop, next_door: Shop) -> None:
    theirs, absent = next_door.deal("Theirs"), ids.encode("Deal", ids.NOBODY)
    read = "query($id: ID!) { deal(id: $id) { id } node(id: $id) { id } deals(filter: {id: {eq: $id}}) { totalCount } }"
    mine = shop.deal("Mine")
    for id in (theirs, absent, "nonsense", shop.stages["New"]):
        found = shop.data(read, {"id": id})
        assert found["deal"] is None
        assert found["deals"] == {"totalCount": 0}
    before = shop.audited()
    for given in (
        ("moveDeal", {"dealId": theirs, "stageId": shop.stages["Won"]}),
        ("moveDeal", {"dealId": mine, "stageId": next_door.stages["Won"]}),
        ("updateDeal", {"id": mine, "ownerId": next_door.member("ron")}),
        ("createDeal", {"name": "Deal", "stageId": next_door.stages["New"]}),
        ("deleteDeal", {"id": theirs}),
    ):
        (problem,) = cast("list[Answer]", shop.act(*given)["problems"])
        assert problem["code"] == "NOT_FOUND"
    assert shop.audited() == before
    assert next_door.data("{ deals { nodes { name } } }") == {"deals": {"nodes": [{"name": "Theirs"}]}}


def test_a_hidden_record_is_as_an_absent_one(shop: Shop) -> None:
    hidden, account = shop.deal("Hidden"), shop.made("createAccount", {"name": "Acme"})
    shop.act("updateDeal", {"id": hidden, "accountId": account})
    text = """query($id: ID!, $account: ID!) { deal(id: $id) { id } node(id: $id) { id } deals { totalCount }
      account(id: $account) { deals { totalCount nodes { id } } }
      accounts(filter: {deals: {some: {name: {eq: "Hidden"}}}}) { totalCount }
      pipelines { stages { deals { totalCount totalAmount { amount } } } } }"""
    nothing = {"totalCount": 0, "totalAmount": []}
    for name in ("rita", "ron", "mona"):
        assert shop.data(text, {"id": hidden, "account": account}, who=name) == {
            "deal": None, "node": None, "deals": {"totalCount": 0},
            "account": {"deals": {"totalCount": 0, "nodes": []}}, "accounts": {"totalCount": 0},
            "pipelines": [{"stages": [{"deals": nothing}] * 4}],
        }  # fmt: skip
    shop.act("updateDeal", {"id": hidden, "ownerId": shop.member("ron")})
    seen = "{ deals { totalCount } }"
    counted = {name: cast(Answer, shop.data(seen, who=name)["deals"])["totalCount"] for name in shop.members}
    assert counted == {"olga": 1, "mona": 1, "ron": 1, "rita": 0}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"filter": {"name": {"eq": "a\0b"}}}, "BAD_VALUE"), ({"filter": {"name": {"contains": "\0"}}}, "BAD_VALUE"),
        ({"filter": {"amount": {"gt": "1e999999"}}}, "BAD_VALUE"), ({"filter": {"amount": {"eq": "NaN"}}}, 0),
        ({"filter": {"amount": {"lt": "Infinity"}}}, 0), ({"search": "\0"}, "BAD_VALUE"),
        ({"filter": {"createdAt": {"gt": "0001-01-01T00:00:00+14:00"}}}, 1),
        ({"filter": {"createdAt": {"lt": "9999-12-31T23:59:59-14:00"}}}, 1),
        ({"filter": {"name": {"in": ["x" * 10_000] * 100}}}, 0), ({"search": "\ud800"}, "BAD_REQUEST"),
    ],
)  # fmt: skip
def test_a_value_that_fits_no_column_is_refused_or_finds_what_there_is(
    calm: Shop, given: Answer, said: str | int
) -> None:
    text = "query($filter: DealFilter, $search: String) { deals(filter: $filter, search: $search) { totalCount } }"
    status, answer = calm.send(json.dumps({"query": text, "variables": given}).encode())
    assert status == (400 if said in NO_REQUEST else 200)
    if isinstance(said, str):
        assert [code for code, _field in codes(answer)] == [said]
    else:
        assert answer == {"data": {"deals": {"totalCount": said}}}


def test_the_limits_are_told(calm: Shop) -> None:
    wide = "{ deals { nodes { " + "name " * MOST_FIELDS + "} } }"
    parents = "{ accounts { nodes { " + "parent { " * DEEPEST + "id" + " }" * DEEPEST + " } } }"
    tokens = "{ " + "a " * MOST_TOKENS + "}"
    assert codes(calm.ask(wide)) == [("TOO_MANY_FIELDS", None)]
    assert codes(calm.ask(parents)) == [("TOO_DEEP", None)]
    assert codes(calm.ask("{ deals { nodes { " + "name " * 300 + "} } }")) == [("TOO_MANY_REPEATS", None)]
    assert [code for code, _field in codes(calm.ask(tokens))] == ["GRAPHQL_INVALID"]


def test_refusals_are_told_in_the_members_language(shop: Shop) -> None:
    english = cast("list[Answer]", shop.ask("{ deals(first: 500) { totalCount } }")["errors"])
    for locale in ("he", "ar"):
        shop.locale = locale
        (error,) = cast("list[Answer]", shop.ask("{ deals(first: 500) { totalCount } }")["errors"])
        assert error["extensions"] == english[0]["extensions"]
        assert error["message"] != english[0]["message"]
