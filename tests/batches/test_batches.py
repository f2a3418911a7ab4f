"""Many records changed at once: each as if by hand, and back again."""

from typing import cast

import pytest

from saas.batches import actions
from saas.batches.actions import revert_batch, run_batch
from saas.core.rights import Role
from saas.core.work import Opener
from tests.accounts.make import make_account
from tests.deals.make import euros, make_deal
from tests.members.make import Company, key_of

Json = dict[str, object]

SEEN = "query B($id: ID!) { batch(id: $id) { status total done refused kept items { nodes { outcome code } } } }"


def opener(company: Company, who: str) -> Opener:
    return Opener(company.lanes, company.tenant, company.principal(who), company.clock)


def changed(company: Company, who: str, **given: object) -> Json:
    batch = company.do(who, "updateMany", **{"object": "Deal", **given})
    run_batch(opener(company, who), key_of(batch))
    return batch


def undone(company: Company, who: str, batch: Json) -> None:
    company.do(who, "undoBatch", id=batch["id"])
    revert_batch(opener(company, who), key_of(batch))


def told(company: Company, who: str, batch: Json) -> Json:
    return cast(Json, company.ask(who, SEEN, id=batch["id"])["batch"])


def deals(company: Company, shown: str = "name owner { name } amount { amount }") -> list[Json]:
    text = f"{{ deals(orderBy: [{{name: ASC}}]) {{ nodes {{ {shown} }} }} }}"
    return cast("list[Json]", cast(Json, company.ask("olga", text)["deals"])["nodes"])


def test_many_get_another_owner_and_amount_and_have_them_back(company: Company) -> None:
    for name, amount in (("One", "1"), ("Two", None), ("Three", "3")):
        make_deal(company, name, amount=amount and euros(amount), ownerId=company.id("rina"))
    make_deal(company, "Other", ownerId=company.id("sami"))
    before = deals(company)
    batch = changed(company, "olga", change={"ownerId": company.id("raz"), "amount": euros("9")},
                    filter={"owner": {"id": {"eq": company.id("rina")}}})  # fmt: skip
    assert [(one["name"], one["owner"], one["amount"]) for one in deals(company)] == [
        ("One", {"name": "Raz"}, {"amount": "9.00"}),
        ("Other", {"name": "Sami"}, None),
        ("Three", {"name": "Raz"}, {"amount": "9.00"}),
        ("Two", {"name": "Raz"}, {"amount": "9.00"}),
    ]
    seen = told(company, "olga", batch)
    assert (seen["status"], seen["total"], seen["done"], seen["refused"]) == ("DONE", 3, 3, 0)
    undone(company, "olga", batch)
    assert deals(company) == before
    assert told(company, "olga", batch)["status"] == "UNDONE"


def test_the_trail_tells_what_belongs_together(company: Company) -> None:
    make_deal(company, "One")
    batch = changed(company, "olga", change={"name": "Renamed"})
    told_of = [entry for entry in company.entries() if entry.request_id == f"batch-{key_of(batch)}"]
    assert [(entry.entity, entry.after) for entry in told_of] == [("deal", {"name": "Renamed"})]
    assert told_of[0].member_id == company.keys["olga"]


def test_what_somebody_has_changed_since_stays(company: Company) -> None:
    first = make_deal(company, "One")
    make_deal(company, "Two")
    batch = changed(company, "olga", change={"name": "Renamed"})
    company.do("olga", "updateDeal", id=first["id"], name="By hand")
    undone(company, "olga", batch)
    assert sorted(str(one["name"]) for one in deals(company)) == ["By hand", "Two"]
    seen = told(company, "olga", batch)
    assert (seen["kept"], seen["status"]) == (1, "UNDONE")
    assert {"outcome": "KEPT", "code": "CONFLICT"} in cast("dict[str, list[Json]]", seen["items"])["nodes"]


def test_many_are_deleted_and_come_back(company: Company) -> None:
    for name in ("One", "Two"):
        make_account(company, name)
    batch = company.do("olga", "deleteMany", object="Account", search="two")
    run_batch(opener(company, "olga"), key_of(batch))
    names = "{ accounts { nodes { name } } }"
    assert company.ask("olga", names) == {"accounts": {"nodes": [{"name": "One"}]}}
    undone(company, "olga", batch)
    assert company.ask("olga", names) == {"accounts": {"nodes": [{"name": "One"}, {"name": "Two"}]}}


def test_a_member_changes_many_of_what_is_his_to_change_so(company: Company) -> None:
    for who in ("rina", "sami"):
        make_deal(company, f"Deal of {who}", ownerId=company.id(who))
    changed(company, "mona", change={"name": "Mona's"})
    assert sorted(str(one["name"]) for one in deals(company)) == ["Deal of sami", "Mona's"]
    company.roles["rina"] = (Role.REP, '{"grants": {"Deal": {"BULK": "NONE"}}}')
    assert company.refuse("rina", "updateMany", object="Deal", change={"name": "x"}) == ("FORBIDDEN", "object")


def test_a_record_that_refuses_is_told_and_the_others_go_on(company: Company) -> None:
    make_deal(company, "One", ownerId=company.id("rina"))
    make_deal(company, "Two", ownerId=company.id("raz"))
    company.roles["mona"] = (Role.MANAGER, '{"grants": {"Deal": {"UPDATE": "NONE"}}}')
    batch = changed(company, "mona", change={"name": "x"})
    seen = told(company, "mona", batch)
    assert (seen["status"], seen["done"], seen["refused"]) == ("DONE", 2, 2)
    left = "query L($id: ID!) { leftBy(batchId: $id) { name outcome code } }"
    assert company.ask("mona", left, id=batch["id"])["leftBy"] == [
        {"name": name, "outcome": "REFUSED", "code": "FORBIDDEN"} for name in ("Two", "One")
    ]
    assert "errors" in company.answer("adam", left, {"id": batch["id"]})
    assert sorted(str(one["name"]) for one in deals(company)) == ["One", "Two"]


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        ({"change": {}}, ("BAD_CHANGE", "change")),
        ({"change": {"id": "x"}}, ("BAD_CHANGE", "change")),
        ({"change": {"nothing": 1}}, ("BAD_CHANGE", "change")),
        ({"change": {"name": 5}}, ("BAD_CHANGE", "change")),
        ({"object": "Activity", "change": {"mentionedIds": []}}, ("BAD_CHANGE", "change")),
        ({"object": "Team", "change": {"name": "x"}}, ("NO_LIST", "object")),
        ({"change": {"name": "x"}, "filter": {"nothing": {}}}, ("BAD_LIST", "filter")),
    ],
)
def test_what_no_edit_takes_is_refused_at_once(settled: Company, given: Json, refused: tuple[str, str]) -> None:
    assert settled.refuse("olga", "updateMany", **{"object": "Deal", **given}) == refused


def test_a_locked_field_is_refused(company: Company) -> None:
    make_deal(company, "One", ownerId=company.id("rina"))
    company.roles["mona"] = (Role.MANAGER, '{"fields": {"Deal": {"expectedCloseOn": "READ_ONLY"}}}')
    batch = changed(company, "mona", change={"expectedCloseOn": "2026-05-01"})
    assert told(company, "mona", batch)["refused"] == 1


def test_a_batch_is_its_members_alone(company: Company) -> None:
    make_deal(company, "One")
    batch = changed(company, "olga", change={"name": "x"})
    assert company.ask("adam", SEEN, id=batch["id"]) == {"batch": None}
    assert company.refuse("adam", "undoBatch", id=batch["id"]) == ("NOT_FOUND", "id")


def test_a_job_that_comes_twice_changes_nothing_more(company: Company) -> None:
    make_deal(company, "One")
    batch = changed(company, "olga", change={"name": "x"})
    entries = len(company.trail())
    run_batch(opener(company, "olga"), key_of(batch))
    assert len(company.trail()) == entries


def test_a_worker_that_dies_in_the_middle_changes_nothing_twice(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("One", "Three", "Two"):
        make_deal(company, name)
    batch = company.do("olga", "updateMany", object="Deal", change={"name": "Renamed"})
    tell, calls = actions._tell, list[object]()

    def die(*given: object) -> None:
        calls.append(given)
        if len(calls) == 2:
            raise KeyboardInterrupt
        tell(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(actions, "_tell", die)
    with pytest.raises(KeyboardInterrupt):
        run_batch(opener(company, "olga"), key_of(batch))
    assert told(company, "olga", batch)["done"] == 1
    run_batch(opener(company, "olga"), key_of(batch))
    assert deals(company, "name version") == [{"name": "Renamed", "version": 2}] * 3
    assert told(company, "olga", batch)["done"] == 3
    undone(company, "olga", batch)
    assert [one["name"] for one in deals(company)] == ["One", "Three", "Two"]


def test_what_a_member_overwrites_without_seeing_it_comes_back(company: Company) -> None:
    account = make_account(company, "Hidden", who="olga")
    make_deal(company, "One", ownerId=company.id("rina"), accountId=account["id"], amount=euros("5"),
              expectedCloseOn="2026-05-01")  # fmt: skip
    company.roles["mona"] = (Role.MANAGER, '{"grants": {"Account": {"READ": "OWN"}}}')
    change = {"accountId": None, "amount": None, "expectedCloseOn": None}
    batch = changed(company, "mona", change=change)
    shown = "account { name } amount { amount } expectedCloseOn"
    assert deals(company, shown) == [{"account": None, "amount": None, "expectedCloseOn": None}]
    del company.roles["mona"]
    undone(company, "mona", batch)
    there = {"account": {"name": "Hidden"}, "amount": {"amount": "5.00"}, "expectedCloseOn": "2026-05-01"}
    assert deals(company, shown) == [there]
