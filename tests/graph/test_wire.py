import re
from datetime import UTC, datetime, timedelta
from typing import cast
from uuid import UUID

import pytest
from graphql import get_introspection_query

from saas.graph import ids
from saas.graph.assembly import graph, sdl
from tests.graph.make import Answer, Shop
from tests.house.source import TREE

DEAL = "query($id: ID!) { deal(id: $id) { %s } }"
ODD = 'a "quoted" \\ back\\slash / </script> % %s %(x)s \t\n\r\b\f \x7f \u2028 \u200f דנה לוי שָׁלוֹם مرحبا 🎉 \ud7ff'


def one(shop: Shop, id: str, shown: str) -> Answer:
    return cast(Answer, shop.data(DEAL % shown, {"id": id})["deal"])


def test_ids_are_opaque_and_the_same_everywhere(shop: Shop) -> None:
    deal = shop.deal()
    kind, key = ids.decode(deal)
    assert (kind, key.version) == ("Deal", 7)
    assert re.fullmatch(r"[A-Za-z0-9_-]+", deal)
    answer = shop.data("query($id: ID!) { node(id: $id) { __typename id } deals { nodes { id } } }", {"id": deal})
    assert answer == {"node": {"__typename": "Deal", "id": deal}, "deals": {"nodes": [{"id": deal}]}}


NODES = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Deal { name } ... on Member { email } } }"


def test_records_of_several_types_come_in_the_order_of_their_ids(shop: Shop) -> None:
    """What is not seen, not there or no id at all is null in its place."""
    deal, (member, _) = shop.deal(name="Kiosk"), shop.members["olga"]
    olga = ids.encode("Member", member)
    asked = [olga, deal, ids.encode("Deal", UUID(int=0)), "nonsense", deal, ids.encode("Nothing", member)]
    one, other = {"__typename": "Deal", "id": deal, "name": "Kiosk"}, {"__typename": "Member", "id": olga}
    assert shop.data(NODES, {"ids": asked}) == {"nodes": [other | {"email": "olga@x.test"}, one, None, None, one, None]}
    theirs = shop.data(NODES, {"ids": [deal, olga]}, who="rita")
    assert theirs == {"nodes": [None, other | {"email": "olga@x.test"}]}
    assert shop.data(NODES, {"ids": []}) == {"nodes": []}
    assert shop.data(NODES, {"ids": ["nonsense"]}) == {"nodes": [None]}


def test_so_many_records_are_asked_for_by_their_ids_and_no_more(calm: Shop) -> None:
    assert calm.data(NODES, {"ids": ["x"] * 200}) == {"nodes": [None] * 200}
    (error,) = cast("list[Answer]", calm.ask(NODES, {"ids": ["x"] * 201})["errors"])
    assert error["extensions"] == {"code": "TOO_MANY_IDS", "field": "ids"}


@pytest.mark.parametrize("key", [0, 1, 2**128 - 1, 0x_FBFF_FEFF << 96, 0x_3EFB_EFBE << 80])
def test_ids_are_written_alike_by_the_database_and_by_python(calm: Shop, key: int) -> None:
    for name in ("Deal", "DealProduct", "A" * 39):
        written = f"SELECT {ids.sql(name, '%(key)s::uuid')}"
        ((said,),) = calm.lanes.read(calm.tenant, written, {"key": str(UUID(int=key))}, actor=None, vetted=True)
        assert cast(bytes, said).decode() == ids.encode(name, UUID(int=key))
        assert ids.decode(ids.encode(name, UUID(int=key))) == (name, UUID(int=key))


@pytest.mark.parametrize(
    "broken", ["", "x", "%", "====", "שלום", "\0", "RGVhbA", "RGVhbDo", "OgAAAAAAAAAAAAAAAAAAAAAA", "a" * 5000]
)
def test_what_is_no_id_names_nobody(calm: Shop, broken: str) -> None:
    assert ids.key_of("Deal", broken) == ids.NOBODY
    text = "query($id: ID!) { deal(id: $id) { id } node(id: $id) { id } deals(filter: {id: {eq: $id}}) { totalCount } }"
    if "\0" not in broken:
        assert calm.data(text, {"id": broken}) == {"deal": None, "node": None, "deals": {"totalCount": 0}}


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("4821", "4821.00"),
        ("0", "0.00"),
        ("0.005", "0.01"),
        ("9999999999999999.99", "9999999999999999.99"),
        (12, "12.00"),
    ],
)
def test_money_is_a_text_with_its_currency(shop: Shop, given: object, written: str) -> None:
    deal = shop.deal(amount={"amount": given, "currency": "ILS"})
    assert one(shop, deal, "amount { __typename currency amount }")["amount"] == {
        "__typename": "Money", "currency": "ILS", "amount": written,
    }  # fmt: skip
    assert one(shop, deal, "amount { cash: amount } amount { amount }")["amount"] == {
        "cash": written,
        "amount": written,
    }


def test_without_an_amount_money_is_null(shop: Shop) -> None:
    lost = shop.deal()
    shop.act("moveDeal", {"dealId": lost, "stageId": shop.stages["Lost"]})
    shown = "amount { amount } realizedAmount { amount currency } status"
    assert one(shop, lost, shown) == {"amount": None, "realizedAmount": None, "status": "LOST"}
    total = "{ deals { totalCount totalAmount { amount currency } nodes { realizedAmount { currency } } } }"
    assert shop.data(total) == {
        "deals": {"totalCount": 1, "totalAmount": [], "nodes": [{"realizedAmount": None}]},
    }  # fmt: skip


def test_sums_are_one_for_each_currency(shop: Shop) -> None:
    for amount, currency in (("1.10", "EUR"), ("2.20", "EUR"), ("3.30", "USD"), ("9", "ILS")):
        shop.deal(amount={"amount": amount, "currency": currency})
    text = "{ deals(first: 1, filter: {amount: {lt: 9}}) { totalCount totalAmount { amount currency } } }"
    sums = [{"amount": "3.30", "currency": "EUR"}, {"amount": "3.30", "currency": "USD"}]
    assert shop.data(text) == {"deals": {"totalCount": 3, "totalAmount": sums}}


def test_averages_are_of_what_has_an_amount_to_the_cent(shop: Shop) -> None:
    """Halves go away from zero; a deal without an amount, or without a rate, counts for nothing."""
    for amount, currency in (("1.00", "EUR"), ("1.01", "EUR"), ("5", "USD"), ("1", "ILS"), ("1", "ILS"), ("0", "ILS")):
        shop.deal(amount={"amount": amount, "currency": currency})
    shop.deal()
    text = """{ deals(first: 1) { totalCount averageAmount { amount currency }
        convertedAmount { average { amount currency } } }
        none: deals(filter: {amount: {lt: -1}}) { averageAmount { amount } convertedAmount { average { amount } } } }"""
    averages = [("5.00", "USD"), ("1.01", "EUR"), ("0.67", "ILS")]
    assert shop.data(text) == {
        "deals": {
            "totalCount": 7,
            "averageAmount": [{"amount": amount, "currency": currency} for amount, currency in averages],
            "convertedAmount": {"average": {"amount": "1.01", "currency": "EUR"}},
        },
        "none": {"averageAmount": [], "convertedAmount": {"average": None}},
    }


def test_moments_are_in_utc_with_z_and_days_are_days(shop: Shop) -> None:
    shop.clock.at = datetime(2026, 3, 1, 23, 30, 0, 120_000, tzinfo=UTC)
    deal = shop.deal(expectedCloseOn="2026-05-06")
    shop.clock.pass_by(timedelta(minutes=45))
    shop.act("moveDeal", {"dealId": deal, "stageId": shop.stages["Won"]})
    shown = "openedAt stageEnteredAt createdAt expectedCloseOn closedOn secondsInStage"
    shop.clock.pass_by(timedelta(seconds=90))
    assert one(shop, deal, shown) == {
        "openedAt": "2026-03-01T23:30:00.12Z", "createdAt": "2026-03-01T23:30:00.12Z",
        "stageEnteredAt": "2026-03-02T00:15:00.12Z", "expectedCloseOn": "2026-05-06", "closedOn": "2026-03-02",
        "secondsInStage": 90,
    }  # fmt: skip


@pytest.mark.parametrize("said", ["2026-03-01T09:30:00Z", "2026-03-01T09:30:00+00:00", "2026-03-01T11:30:00+02:00"])
def test_a_moment_may_be_said_in_any_zone(calm: Shop, said: str) -> None:
    text = "query($at: DateTime!) { deals(filter: {openedAt: {eq: $at}}) { totalCount } }"
    assert calm.data(text, {"at": said}) == {"deals": {"totalCount": 1}}


def test_enums_booleans_numbers_and_nulls(shop: Shop) -> None:
    account = shop.made("createAccount", {"name": "Acme", "size": 250})
    text = """query($id: ID!) { account(id: $id) { size version industry parent { id } owner { role status } }
      pipelines { isDefault stages { kind position allowedDays } } }"""
    answer = shop.data(text, {"id": account})
    assert answer["account"] == {
        "size": 250, "version": 1, "industry": None, "parent": None, "owner": {"role": "OWNER", "status": "ACTIVE"},
    }  # fmt: skip
    kinds = [
        {"kind": kind, "position": i, "allowedDays": None} for i, kind in enumerate(["OPEN", "OPEN", "WON", "LOST"])
    ]
    assert answer["pipelines"] == [{"isDefault": True, "stages": kinds}]


def test_texts_come_back_as_they_were_said(shop: Shop) -> None:
    account = shop.made("createAccount", {"name": ODD, "industry": ODD})
    text = """query($id: ID!, $is: String!) {
      account(id: $id) { name } accounts(filter: {name: {eq: $is}}) { nodes { name } } }"""
    answer = shop.data(text, {"id": account, "is": ODD.strip()})
    assert answer == {"account": {"name": ODD.strip()}, "accounts": {"nodes": [{"name": ODD.strip()}]}}
    named = "query($is: String!) { accounts(filter: {name: {contains: $is}}) { totalCount } }"
    for piece, found in (("back\\slash", 1), ("% %s", 1), ("100%", 0), ('a_"', 0), ("a%q", 0), ("</SCRIPT>", 1)):
        assert shop.data(named, {"is": piece}) == {"accounts": {"totalCount": found}}


def test_search_reads_hebrew_and_arabic_as_people_do(shop: Shop) -> None:
    for name in ("שָׁלוֹם בע״מ", "مؤسسة الأمل", "Café Zoë"):
        account = shop.made("createAccount", {"name": name})
        shop.deal(f"Deal with {name}", accountId=account)
        shop.deal("Another", accountId=account)
    found = "query($search: String) { accounts(search: $search) { totalCount } deals(search: $search) { totalCount } }"
    for search, accounts, deals in (
        ("שלום", 1, 2), ("בעמ שלומ", 1, 2), ("الامل", 1, 2), ("موسسه", 1, 2), ("cafe", 1, 2),
        ("ZOE café", 1, 2),
        ("", 3, 6), ("   ", 3, 6), ("another cafe", 0, 1), ("שלום cafe", 0, 0), ("%", 0, 0), ("_", 0, 0), ("\\", 0, 0),
    ):  # fmt: skip
        assert shop.data(found, {"search": search}) == {
            "accounts": {"totalCount": accounts}, "deals": {"totalCount": deals},
        }  # fmt: skip


PAGES = """query($first: Int, $after: String, $last: Int, $before: String) {
  deals(orderBy: [{name: DESC}], first: $first, after: $after, last: $last, before: $before) {
    totalCount edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""


def page_of(shop: Shop, given: Answer) -> tuple[list[object], Answer]:
    """The names on a page, and where it stands."""
    deals = cast(Answer, shop.data(PAGES, given)["deals"])
    edges, info = cast("list[dict[str, Answer]]", deals["edges"]), cast(Answer, deals["pageInfo"])
    assert deals["totalCount"] == 5
    assert (info["startCursor"], info["endCursor"]) == (edges[0]["cursor"], edges[-1]["cursor"])
    return [edge["node"]["name"] for edge in edges], info


def test_pages_follow_each_other_in_both_directions(shop: Shop) -> None:
    names = ["a", "b", "b", "c", "d"]
    for name in names:
        shop.deal(name)
    seen, given = list[object](), cast(Answer, {"first": 2})
    while True:
        found, info = page_of(shop, given)
        seen += found
        assert info["hasPreviousPage"] is ("after" in given)
        if not info["hasNextPage"]:
            break
        given = {"first": 2, "after": info["endCursor"]}
    assert seen == names[::-1]
    found, back = page_of(shop, {"last": 2, "before": info["startCursor"]})
    assert found == seen[2:4]
    assert (back["hasPreviousPage"], back["hasNextPage"]) == (True, True)


def test_an_unset_operand_is_left_out(shop: Shop) -> None:
    shop.deal("Mine")
    shop.deal("Rons", ownerId=shop.member("ron"))
    shop.deal("Nobodys")
    shop.act("updateDeal", {"id": one_of(shop, "Nobodys"), "ownerId": None})
    text = """query($owner: ID, $name: String) { deals(filter: {
      owner: {id: {eq: $owner}}, not: {name: {eq: $name}}, or: [{name: {contains: $name}}] }) { nodes { name } } }"""
    assert names_of(shop.data(text)) == ["Nobodys", "Rons", "Mine"]
    assert names_of(shop.data(text, {"owner": shop.member("ron")})) == ["Rons"]
    assert names_of(shop.data("{ deals(filter: {owner: {}}) { nodes { name } } }")) == ["Rons", "Mine"]
    assert names_of(shop.data("{ deals(filter: {not: {owner: {}}}) { nodes { name } } }")) == ["Nobodys"]


def one_of(shop: Shop, name: str) -> str:
    deals = shop.data("query($is: String!) { deals(filter: {name: {eq: $is}}) { nodes { id } } }", {"is": name})[
        "deals"
    ]
    return str(cast("dict[str, list[Answer]]", deals)["nodes"][0]["id"])


def names_of(data: Answer) -> list[object]:
    return [deal["name"] for deal in cast("dict[str, list[Answer]]", data["deals"])["nodes"]]


def test_the_graph_tells_what_it_is(calm: Shop) -> None:
    said = cast("dict[str, dict[str, object]]", calm.data(get_introspection_query()))
    named = {str(kind["name"]) for kind in cast("list[Answer]", said["__schema"]["types"])}
    assert named == set(graph().schema.type_map)
    text = "query($of: String!) { __type(name: $of) { kind name } deals { totalCount __typename } what: __typename }"
    assert calm.data(text, {"of": "Money"}) == {
        "__type": {"kind": "OBJECT", "name": "Money"}, "deals": {"totalCount": 1, "__typename": "DealConnection"},
        "what": "Query",
    }  # fmt: skip
    assert calm.data(text, {"of": "Nonsense"})["__type"] is None


def test_the_contract_is_the_one_that_is_committed() -> None:
    assert (TREE / "graphql" / "schema.graphql").read_text(encoding="utf-8") == sdl(), "run bin/graph"


def test_an_operation_is_chosen_by_its_name(calm: Shop) -> None:
    body = (
        b'{"query": "query A { deals { totalCount } } query B { me { tenant { currency } } }", "operationName": "%s"}'
    )
    assert calm.send(body % b"A")[1] == {"data": {"deals": {"totalCount": 1}}}
    assert calm.send(body % b"B")[1] == {"data": {"me": {"tenant": {"currency": "EUR"}}}}
