import json
from collections.abc import Iterator
from typing import cast

import pytest
from graphql import GraphQLInputType, print_ast
from sqlalchemy import Engine, text

from bench.beside.packages import HERE
from bench.beside.servers import documents as read_documents
from saas.core.principal import WHO_MEMBER
from saas.core.rights import Role, rights_of
from saas.graph.assembly import graph
from saas.graph.documents import Asking, Library, read_trusted
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.conftest import Database
from tests.graph.make import Answer, Shop, open_shop
from tests.graph.wire import Heard, listening
from tests.house import documents
from tests.house.source import TREE

ASKS_WHETHER_IT_LIVES = "SELECT 1"  # of a connection that has rested, before it is used
MEMBERS = "query { members(first: 100) { nodes { id name email role team { name office manager { name } } } } }"
DEALS = """query Deals($after: String) {
  deals(first: 50, after: $after, filter: {status: {eq: WON}}, orderBy: [{closedOn: DESC}]) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id name status amount { amount currency } closedOn stage { id name kind position } owner { name }
      account { id name } }
  }
}"""
PAGE = """query Account($id: ID!) { account(id: $id) { id name industry
  contacts(first: 20) { nodes { id name email } }
  deals(first: 10, orderBy: [{createdAt: DESC}]) { totalCount nodes { id name stage { name } owner { name } } } } }"""
DEAL = """query Deal($id: ID!) { deal(id: $id) { id name stage { name }
  history(first: 50) { nodes { kind at by { name } fromStage { name } toStage { name } seconds } } } }"""
FIND = """query { accounts(first: 5, search: "acme") { nodes { id name } }
  pipelines { id name stages { id name kind position } } products(first: 20) { nodes { name } } }"""
BENCH = read_documents(HERE / "kesher")
ME = "query { me { member { email role } tenant { slug name currency } } }"
FORECAST = """query { forecast(period: MONTH, on: "2018-01-01") { expected { amount currency }
  stages { stage { name } entered closed won share low high } } }"""


@pytest.fixture
def heard(database: Database) -> Iterator[Heard]:
    with listening(database.web_url) as heard:
        yield heard


@pytest.fixture
def listened(heard: Heard, tenant: Tenant) -> Iterator[Shop]:
    """A shop whose every message to the server is heard."""
    lanes = Lanes({"home": heard.url}, lanes=1, size=1)
    with open_shop(lanes, tenant) as shop:
        account = shop.made("createAccount", {"name": "Acme בע״מ", "industry": "technology"})
        shop.made("createContact", {"name": "דנה לוי", "email": "dana@x.test", "accountId": account})
        shop.made("createProduct", {"name": "GTX Pro", "price": {"amount": "12.5", "currency": "EUR"}})
        deal = shop.deal("First", accountId=account, ownerId=shop.member("ron"), amount={"amount": "4821"})
        shop.act("moveDeal", {"dealId": deal, "stageId": shop.stages["Won"]})
        shop.stages |= {"account": account, "deal": deal}
        yield shop
    lanes.dispose()


def one_message(heard: Heard, shop: Shop, document: str, variables: dict[str, object] | None = None) -> Answer:
    """The data, which took one message with one statement behind the guard's settings."""
    heard.statements.clear()
    data = shop.data(document, variables)
    (message,) = [one for one in heard.statements if one != ASKS_WHETHER_IT_LIVES]
    settings, _select, statement = message.partition("SELECT ")
    assert all(one.strip().startswith("SET LOCAL ") for one in settings.rstrip("; ").split(";")), settings
    assert ";" not in statement
    return data


def test_the_board_is_one_statement(listened: Shop, heard: Heard) -> None:
    board = one_message(heard, listened, BENCH["board"])
    (deal,) = cast("list[Answer]", cast(Answer, board["deals"])["nodes"])
    assert deal["stage"] == {"id": listened.stages["Won"], "name": "Won", "kind": "WON", "position": 2}


def test_the_account_page_is_one_statement(listened: Shop, heard: Heard) -> None:
    account = listened.stages["account"]
    page = cast(Answer, one_message(heard, listened, BENCH["account"], {"id": account})["account"])
    assert page["id"] == account
    assert cast(Answer, page["deals"])["totalCount"] == 1


def test_the_contact_list_is_one_statement(listened: Shop, heard: Heard) -> None:
    contacts = cast(Answer, one_message(heard, listened, BENCH["list"])["contacts"])
    assert contacts["totalCount"] == 1


def test_records_of_several_types_are_one_statement(listened: Shop, heard: Heard) -> None:
    text = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Account { name } ... on Deal { account { name } } } }"
    asked: dict[str, object] = {"ids": [listened.stages["deal"], listened.stages["account"]]}
    acme = {"name": "Acme בע״מ"}
    assert one_message(heard, listened, text, asked) == {"nodes": [{"account": acme}, acme]}


def test_documents_answer_as_written_in_one_statement_each(listened: Shop, heard: Heard) -> None:
    stages, account = listened.stages, {"id": listened.stages["account"], "name": "Acme בע״מ"}
    ron = {"name": "Ron", "email": "ron@x.test", "role": "REP"}
    team = {"name": "Paris", "office": "France", "manager": {"name": "Mona"}}
    members = cast(Answer, one_message(heard, listened, MEMBERS)["members"])["nodes"]
    assert {"id": listened.member("ron"), **ron, "team": team} in cast("list[Answer]", members)
    deals = cast(Answer, one_message(heard, listened, DEALS, {"after": None})["deals"])
    cursor = cast(Answer, deals["pageInfo"]).pop("endCursor")
    assert deals == {
        "totalCount": 1, "pageInfo": {"hasNextPage": False},
        "nodes": [{
            "id": stages["deal"], "name": "First", "status": "WON", "amount": {"amount": "4821.00", "currency": "EUR"},
            "closedOn": "2026-03-01", "stage": {"id": stages["Won"], "name": "Won", "kind": "WON", "position": 2},
            "owner": {"name": "Ron"}, "account": account,
        }],
    }  # fmt: skip
    assert cast(Answer, one_message(heard, listened, DEALS, {"after": cursor})["deals"])["nodes"] == []
    assert one_message(heard, listened, PAGE, {"id": account["id"]})["account"] == {
        **account, "industry": "technology",
        "contacts": {"nodes": [{"id": contact_of(listened), "name": "דנה לוי", "email": "dana@x.test"}]},
        "deals": {"totalCount": 1, "nodes": [
            {"id": stages["deal"], "name": "First", "stage": {"name": "Won"}, "owner": {"name": "Ron"}}
        ]},
    }  # fmt: skip
    history = cast(Answer, cast(Answer, one_message(heard, listened, DEAL, {"id": stages["deal"]})["deal"])["history"])
    assert history["nodes"] == [
        {"kind": "CREATED", "at": "2026-03-01T09:30:00Z", "by": {"name": "Olga"}, "fromStage": None,
         "toStage": {"name": "New"}, "seconds": None},
        {"kind": "STAGE", "at": "2026-03-01T09:30:00Z", "by": {"name": "Olga"}, "fromStage": {"name": "New"},
         "toStage": {"name": "Won"}, "seconds": 0},
    ]  # fmt: skip
    found = one_message(heard, listened, FIND)
    assert found["accounts"] == {"nodes": [account]}
    assert found["products"] == {"nodes": [{"name": "GTX Pro"}]}
    assert len(cast("list[Answer]", found["pipelines"])) == 1


def contact_of(shop: Shop) -> object:
    (contact,) = cast("list[Answer]", cast(Answer, shop.data("{ contacts { nodes { id } } }")["contacts"])["nodes"])
    return contact["id"]


def test_what_python_answers_reads_its_records_by_one_statement(listened: Shop, heard: Heard) -> None:
    heard.statements.clear()
    assert listened.data(ME, None) == {
        "me": {
            "member": {"email": "olga@x.test", "role": "OWNER"},
            "tenant": {"slug": listened.tenant.slug, "name": listened.tenant.name, "currency": "EUR"},
        }
    }
    reads = [one for one in heard.statements if "SELECT" in one and one != ASKS_WHETHER_IT_LIVES]
    assert len(reads) == 1, reads
    forecast = cast(Answer, listened.data(FORECAST)["forecast"])
    assert forecast["expected"] == {"amount": "0.00", "currency": "EUR"}


def test_each_query_of_the_web_client_is_one_statement_or_answered_by_python(listened: Shop, heard: Heard) -> None:
    trusted = read_trusted(TREE / "graphql" / "persisted.json")
    reads, compiled = [document for document in trusted.values() if "query " in document], 0
    for document in reads:
        parsed = listened.door.library.document(document)
        given = {
            node.variable.name.value: filler(listened, node.variable.name.value, print_ast(node.type))
            for node in parsed.operation(None).variable_definitions or ()
        }
        variables = listened.door.library.variables(parsed, None, given)
        role = listened.members["olga"][1]
        operation = listened.door.library.operation(parsed, None, variables, rights_of(role))
        if operation.plan and not {root.name for root in operation.roots} & set(listened.door.graph.resolvers):
            one_message(heard, listened, document, given)
            compiled += 1
    assert compiled >= 60


def filler(shop: Shop, name: str, kind: str) -> object:
    declared = shop.door.graph.schema.type_map.get(kind.removesuffix("!"))
    if kind.startswith("ID"):
        return shop.stages.get(name, shop.stages["Won"])
    if kind.endswith("!") and kind != "Int!":
        fits = cast("GraphQLInputType", declared)
        return [] if declared is None else documents.value(fits, name, "Deal", lambda _type: shop.stages["Won"])
    given = {"Int": 5, "Boolean": True, "String": "acme" if name == "search" else None}
    return given.get(kind.rstrip("!"))


FILL = """INSERT INTO {ns}.deal (id, name, pipeline_id, stage_id, status, stage_entered_at, opened_at, amount, currency,
    amount_estimated, closed_on, expected_close_on, created_at)
  SELECT gen_random_uuid(), 'Deal ' || n, s.pipeline_id, s.id, s.kind, now(), now(), n, 'EUR', false,
    CASE WHEN s.kind <> 'OPEN' THEN date '2024-01-01' + n % 700 END, date '2026-01-01' + n % 90,
    now() - n * interval '1 hour'
  FROM generate_series(1, 1500) n, {ns}.stage s"""


def test_the_board_reads_a_page_from_its_index(shop: Shop, migrate_engine: Engine) -> None:
    with migrate_engine.begin() as connection:
        connection.execute(text(FILL.format(ns=shop.tenant.namespace)))
    with migrate_engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"ANALYZE {shop.tenant.namespace}.deal"))
    nodes = explained(shop, BENCH["board"])
    assert "ix_deal_closed" in {node.get("Index Name") for node in nodes}
    assert {node.get("Node Type") for node in nodes if node.get("Relation Name") == "deal"} == {"Index Scan"}
    sorts = [node for node in nodes if "Sort" in str(node["Node Type"])]
    assert all(cast(int, node["Actual Rows"]) <= 50 for node in sorts), sorts
    (page,) = [node for node in nodes if node.get("Relation Name") == "deal"]
    assert cast(int, page["Actual Rows"]) + cast(int, page.get("Rows Removed by Filter", 0)) <= 200


def explained(shop: Shop, document: str) -> list[Answer]:
    """All nodes of the plan that the server takes."""
    library, (member, role) = shop.door.library, shop.members["olga"]
    plan = library.operation(library.document(document), None, {}, rights_of(role)).plan
    assert plan is not None
    params = plan.params({}, Asking(shop.tenant, member, shop.clock.now()))
    assert WHO_MEMBER in params
    sql = "EXPLAIN (ANALYZE, FORMAT JSON) " + plan.sql
    ((said,),) = shop.lanes.read(shop.tenant, sql, params, actor=member, vetted=True)
    return list(within(cast(Answer, json.loads(cast(bytes, said))[0]["Plan"])))


def within(node: Answer) -> Iterator[Answer]:
    yield node
    for inner in cast("list[Answer]", node.get("Plans", [])):
        yield from within(inner)


def test_members_of_equal_rights_share_a_plan() -> None:
    """Rights are values: who has the same ones gets the same plan, whoever he is."""
    library = Library(graph(), {})
    document = library.document(DEALS)
    first, same = (library.operation(document, None, {}, rights_of(Role.REP)) for _ in range(2))
    assert first is same
    assert library.operation(document, None, {}, rights_of(Role.OWNER)) is not first
