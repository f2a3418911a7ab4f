from typing import cast

from sqlalchemy import select

from saas.core.audit import AuditEntry, MutationReceipt
from saas.core.rights import rights_of
from saas.deals.model import Deal
from saas.graph import ids
from tests.graph.make import Answer, Shop

MOVE = """mutation Move($deal: ID!, $stage: ID!) {
  moveDeal(input: {dealId: $deal, stageId: $stage}) { deal { id stage { name } } problems { code message field } } }"""
HISTORY = "query($id: ID!) { deal(id: $id) { version stage { name } history { totalCount nodes { kind } } } }"


def test_a_payload_is_read_back_as_the_action_left_it(shop: Shop) -> None:
    deal = shop.deal(amount={"amount": "10", "currency": "EUR"})
    shown = """id name version status closedOn realizedAmount { amount currency } stage { name kind pipeline { name } }
        owner { name } history(first: 5) { totalCount nodes { kind toStage { name } by { name } } }"""
    payload = shop.act("moveDeal", {"dealId": deal, "stageId": shop.stages["Won"]}, shown)
    assert payload == {
        "done": {
            "id": deal, "name": "Deal", "version": 2, "status": "WON", "closedOn": "2026-03-01",
            "realizedAmount": {"amount": "10.00", "currency": "EUR"},
            "stage": {"name": "Won", "kind": "WON", "pipeline": {"name": "Sales"}}, "owner": {"name": "Olga"},
            "history": {"totalCount": 2, "nodes": [
                {"kind": "CREATED", "toStage": {"name": "New"}, "by": {"name": "Olga"}},
                {"kind": "STAGE", "toStage": {"name": "Won"}, "by": {"name": "Olga"}},
            ]},
        },
        "problems": [], "clientMutationId": None,
    }  # fmt: skip


def test_the_document_of_a_move_answers_as_written(shop: Shop) -> None:
    deal = shop.deal()
    answer = shop.data(MOVE, {"deal": deal, "stage": shop.stages["Quote"]})
    assert answer == {"moveDeal": {"deal": {"id": deal, "stage": {"name": "Quote"}}, "problems": []}}


def test_a_problem_has_a_code_a_sentence_and_a_field(shop: Shop) -> None:
    deal = shop.deal()
    shop.act("moveDeal", {"dealId": deal, "stageId": shop.stages["Won"]})
    again = shop.act("moveDeal", {"dealId": deal, "stageId": shop.stages["New"]})
    message = "This deal is closed. Reopen it before you move it."
    assert again["problems"] == [{"code": "DEAL_CLOSED", "message": message, "field": "dealId"}]
    assert again["done"] is None
    shop.locale = "he"
    told = cast("list[Answer]", shop.act("moveDeal", {"dealId": deal, "stageId": shop.stages["New"]})["problems"])
    assert told[0]["message"] != message
    unknown = shop.act("moveDeal", {"dealId": deal, "stageId": "nonsense"})
    assert [(one["code"], one["field"]) for one in cast("list[Answer]", unknown["problems"])] == [
        ("NOT_FOUND", "stageId")
    ]


def test_a_refused_mutation_leaves_nothing(shop: Shop) -> None:
    deal, stage = shop.deal(), shop.stages["Quote"]
    before, audited = shop.data(HISTORY, {"id": deal}), shop.audited()
    refused = [
        shop.act("moveDeal", {"dealId": deal, "stageId": stage, "version": 7, "clientMutationId": "x"}),
        shop.act("moveDeal", {"dealId": deal, "stageId": stage}, who="rita"),
        shop.act("moveDeal", {"dealId": deal, "stageId": stage}, who="mona"),
        shop.act("updateDeal", {"id": deal, "name": "Other", "ownerId": "nonsense"}),
        shop.act("updateDeal", {"id": deal, "name": " ", "amount": {"amount": "5"}}),
        shop.act("createDeal", {"name": "Deal", "products": [{"productId": "nonsense"}]}),
    ]
    assert all(len(cast("list[Answer]", payload["problems"])) == 1 for payload in refused)
    assert shop.data(HISTORY, {"id": deal}) == before
    assert shop.audited() == audited
    assert shop.data("{ deals { totalCount } }") == {"deals": {"totalCount": 1}}
    with shop.opener() as work:
        assert work.all(select(MutationReceipt)) == []


def test_a_stale_version_is_a_conflict_with_the_record_as_it_stands(shop: Shop) -> None:
    deal = shop.deal()
    assert shop.act("updateDeal", {"id": deal, "version": 1, "name": "First"}, "name version")["done"] == {
        "name": "First", "version": 2,
    }  # fmt: skip
    stale = shop.act("updateDeal", {"id": deal, "version": 1, "name": "Second"}, "name version")
    assert stale["done"] == {"name": "First", "version": 2}
    assert [(one["code"], one["field"]) for one in cast("list[Answer]", stale["problems"])] == [("CONFLICT", "version")]


def test_a_repeat_gets_the_first_answer(shop: Shop) -> None:
    given = {"name": "Once", "clientMutationId": "a key"}
    first, second = (shop.act("createDeal", given, "id name") for _ in range(2))
    assert first == second
    assert first["clientMutationId"] == "a key"
    assert shop.data("{ deals { totalCount } }") == {"deals": {"totalCount": 1}}


def test_a_repeat_with_another_input_is_refused(shop: Shop) -> None:
    shop.act("createDeal", {"name": "Once", "clientMutationId": "a key"})
    other = shop.act("createDeal", {"name": "Twice", "clientMutationId": "a key"})
    assert [(one["code"], one["field"]) for one in cast("list[Answer]", other["problems"])] == [
        ("RECEIPT_REUSED", "clientMutationId")
    ]
    assert other["done"] is None
    assert shop.data("{ deals { nodes { name } } }") == {"deals": {"nodes": [{"name": "Once"}]}}
    mine = shop.act("createDeal", {"name": "Mine", "clientMutationId": "a key"}, "name", who="ron")
    assert (mine["done"], mine["problems"]) == ({"name": "Mine"}, [])


def test_mutations_run_in_order_and_each_for_itself(shop: Shop) -> None:
    deal = shop.deal()
    text = """mutation($deal: ID!, $quote: ID!, $won: ID!, $new: ID!) {
      a: moveDeal(input: {dealId: $deal, stageId: $quote}) { deal { stage { name } version } }
      b: moveDeal(input: {dealId: $deal, stageId: $won}) { deal { stage { name } version } problems { code } }
      c: moveDeal(input: {dealId: $deal, stageId: $new}) { deal { version } problems { code } }
      d: reopenDeal(input: {dealId: $deal, stageId: $new}) { deal { stage { name } version } problems { code } }
      __typename }"""
    stages = {name.lower(): shop.stages[name] for name in ("Quote", "Won", "New")}
    assert shop.data(text, {"deal": deal, **stages}) == {
        "a": {"deal": {"stage": {"name": "Quote"}, "version": 2}},
        "b": {"deal": {"stage": {"name": "Won"}, "version": 3}, "problems": []},
        "c": {"deal": None, "problems": [{"code": "DEAL_CLOSED"}]},
        "d": {"deal": {"stage": {"name": "New"}, "version": 4}, "problems": []},
        "__typename": "Mutation",
    }


def test_a_payload_is_a_selection_like_any_other(shop: Shop) -> None:
    text = """mutation($keys: String!, $with: Boolean!) {
      createDeal(input: {name: "One"}) {
        deal { id } other: deal { name stage { deals(filter: {name: {eq: $keys}}) { totalCount } } }
        ...Rest empty: deal { name @skip(if: true) } __typename } }
      fragment Rest on CreateDealPayload {
        deal @include(if: $with) { name } told: problems { code } problems { what: __typename } }"""
    for included in (True, False):
        made = cast(Answer, shop.data(text, {"keys": "One", "with": included})["createDeal"])
        deal = cast(Answer, made["deal"])
        assert list(made) == ["deal", "other", "told", "problems", "empty", "__typename"]
        assert ids.decode(cast(str, deal.pop("id")))[0] == "Deal"
        assert deal == ({"name": "One"} if included else {})
        assert made["empty"] == {}
        assert made["__typename"] == "CreateDealPayload"
    assert made["other"] == {"name": "One", "stage": {"deals": {"totalCount": 2}}}


def test_what_the_action_hides_from_its_own_member_is_null(shop: Shop) -> None:
    deal = shop.deal(who="mona")
    given = shop.act("updateDeal", {"id": deal, "ownerId": shop.member("rita")}, "name", who="mona")
    assert (given["done"], given["problems"]) == (None, [])
    assert shop.data("query($id: ID!) { deal(id: $id) { owner { name } } }", {"id": deal}, who="rita") == {
        "deal": {"owner": {"name": "Rita"}}
    }


def test_a_deleted_record_is_in_its_payload_and_in_no_list(shop: Shop) -> None:
    deal = shop.deal()
    assert shop.act("deleteDeal", {"id": deal}, "id name")["done"] == {"id": deal, "name": "Deal"}
    text = "query($id: ID!) { deal(id: $id) { id } node(id: $id) { id } deals { totalCount } }"
    assert shop.data(text, {"id": deal}) == {"deal": None, "node": None, "deals": {"totalCount": 0}}
    assert shop.act("restoreDeal", {"id": deal})["done"] == {"id": deal}
    assert shop.data("{ deals { totalCount } }") == {"deals": {"totalCount": 1}}


def test_every_change_is_audited_with_its_member(shop: Shop) -> None:
    deal = shop.deal(who="ron")
    with shop.opener() as work:
        rows = work.all(select(AuditEntry).where(AuditEntry.entity == Deal.__tablename__))
    assert [(row.action, row.member_id, row.entity_id, row.request_id) for row in rows] == [
        ("CREATE", shop.members["ron"][0], ids.decode(deal)[1], "test")
    ]


def test_a_value_that_fits_no_column_is_a_problem_and_nothing_else(shop: Shop) -> None:
    before = shop.audited()
    for given in ({"name": "a\0b"}, {"name": "Deal", "amount": {"amount": "1e300"}}):
        payload = shop.act("createDeal", given)
        assert payload["done"] is None
        assert len(cast("list[Answer]", payload["problems"])) == 1
    assert shop.audited() == before


def test_a_payload_is_compiled_once_for_a_document(shop: Shop) -> None:
    stages = [shop.stages["Quote"], shop.stages["New"]]
    deal = shop.deal()
    shop.data(MOVE, {"deal": deal, "stage": stages[0]})
    document = shop.door.library.document(MOVE)
    operation = shop.door.library.operation(
        document, None, {"deal": deal, "stage": stages[1]}, rights_of(shop.members["olga"][1])
    )
    plans = dict(operation.records)
    assert list(plans) == [("moveDeal", "deal")]
    shop.data(MOVE, {"deal": deal, "stage": stages[1]})
    assert operation.records == plans
