"""Each number against one that was reckoned by hand, and against the list that it opens."""

import json
from typing import cast

import pytest

from saas.core.rights import Role
from tests.deals.make import euros, make_deal, move
from tests.losses.make import furnish as give_reasons
from tests.members.make import Company, Json
from tests.reports.make import TODAY, ask, count, fill, on, total

BEFORE_TODAY = "2026-03-19"


@pytest.fixture(scope="module")
def shop(settled: Company) -> Company:
    fill(settled)
    return settled


def stages(said: object) -> dict[str, Json]:
    """The stages of the first pipeline, by name."""
    found = cast("list[Json]", cast(Json, said)["stages"])
    return {
        str(cast(Json, one["stage"])["name"]): one
        for one in found
        if cast(Json, cast(Json, one["stage"])["pipeline"])["name"] == "Sales"
    }


def owners(said: object) -> dict[str | None, object]:
    return {one["owner"] and one["owner"]["name"]: one["total"] for one in cast(Json, said)["owners"]}  # type: ignore[attr-defined]


def test_what_is_open_by_stage_and_person(shop: Company) -> None:
    said = ask(shop, "mona", "OpenPipeline")["openPipeline"]
    by_stage = stages(said)
    assert list(by_stage) == ["New", "Quote"]
    assert by_stage["New"]["total"] == total(3, "500.00", unpriced=1, dollars=1)
    assert owners(by_stage["New"]) == {"Rina": total(3, "500.00", unpriced=1, dollars=1)}
    assert owners(by_stage["Quote"]) == {"Raz": total(1, "200.00")}
    assert list(owners(said)) == ["Rina", "Raz"]
    assert cast(Json, said)["total"] == total(4, "700.00", unpriced=1, dollars=1)


def test_a_rep_sees_his_own(shop: Company) -> None:
    said = ask(shop, "raz", "OpenPipeline")["openPipeline"]
    assert cast(Json, said)["total"] == total(1, "200.00")
    assert stages(said)["New"]["owners"] == []
    everybody = ask(shop, "olga", "OpenPipeline")["openPipeline"]
    assert cast(Json, everybody)["total"] == total(5, "1700.00", unpriced=1, dollars=1)


def test_a_team_and_an_owner_narrow_it(shop: Company) -> None:
    south = ask(shop, "olga", "OpenPipeline", team=shop.id("South", "Team"))["openPipeline"]
    raz = ask(shop, "olga", "OpenPipeline", owner=shop.id("raz"))["openPipeline"]
    assert (owners(south), owners(raz)) == ({"Sami": total(1, "1000.00")}, {"Raz": total(1, "200.00")})
    assert count(shop, "olga", owner={"team": {"id": {"eq": shop.id("South", "Team")}}}, status={"eq": "OPEN"}) == 1


def test_what_waits_is_what_the_lists_show(company: Company) -> None:
    fill(company)
    for name in ("New", "Quote"):
        company.do("olga", "updateStage", id=company.id(name, "Stage"), allowedDays=10 if name == "New" else 30)
    company.do("rina", "createActivity", kind="TASK", subject="Call", dueOn="2026-03-18",
               dealIds=[company.id("O2", "Deal")])  # fmt: skip
    said = ask(company, "rina", "Waiting")
    assert said["waitingDeals"] == {"on": "2026-03-20", "withoutNextStep": 2, "pastClose": 1, "stalled": 3}
    assert cast(Json, said["myDay"])["overdue"] == {"count": 1}
    mine = {"status": {"eq": "OPEN"}, "owner": {"id": {"eq": company.id("rina")}}}
    assert count(company, "rina", **mine, activityLinks={"none": {"awaitedAt": {"isNull": False}}}) == 2
    assert count(company, "rina", **mine, expectedCloseOn={"lte": BEFORE_TODAY}) == 1
    limits = cast("list[Json]", ask(company, "rina", "StallLimits")["stallLimits"])
    late = [{"stage": {"id": {"eq": cast(Json, one["stage"])["id"]}}, "stageEnteredAt": {"lt": one["enteredBefore"]}}
            for one in limits]  # fmt: skip
    assert [one["days"] for one in limits] == [10, 30]
    assert count(company, "rina", **{**mine, "or": late}) == 3


def test_stalled_deals_come_the_latest_first(company: Company) -> None:
    fill(company)
    company.do("olga", "updateStage", id=company.id("New", "Stage"), allowedDays=10)
    said = cast(Json, ask(company, "olga", "StalledDeals", first=2)["stalledDeals"])
    told = cast("list[Json]", said["deals"])
    assert said["count"] == 4
    assert [(one["days"], one["daysOver"]) for one in told] == [(13, 3), (13, 3)]
    assert cast(Json, ask(company, "raz", "StalledDeals", first=2)["stalledDeals"]) == {"count": 0, "deals": []}


def test_a_stage_without_days_has_twice_the_median_of_what_was_won(company: Company) -> None:
    for number in range(4):
        on(company, 1, 5)
        deal = make_deal(company, f"Won {number}", who="rina")
        on(company, 1, 6 + number)  # 1, 2, 3 and 4 days in New
        move(company, deal, "Won", who="rina")
    on(company, 1, 1)
    make_deal(company, "Slow", who="rina")
    company.clock.at = TODAY
    assert ask(company, "rina", "StallLimits")["stallLimits"] == []
    on(company, 1, 5)
    deal = make_deal(company, "Won 5", who="rina")
    on(company, 2, 5)
    move(company, deal, "Won", who="rina")
    company.clock.at = TODAY
    (limit,) = cast("list[Json]", ask(company, "rina", "StallLimits")["stallLimits"])
    assert (limit["days"], limit["basis"], limit["sample"]) == (6, "MEDIAN", 5)
    assert limit["enteredBefore"] == "2026-03-14T09:00:00+00:00"
    assert cast(Json, ask(company, "rina", "StalledDeals", first=5)["stalledDeals"])["count"] == 1


def test_this_month_beside_the_last_until_the_same_day(shop: Company) -> None:
    said = cast(Json, ask(shop, "rina", "Progress", period="MONTH", owner=shop.id("rina"))["progress"])
    now, before = (cast(Json, said[name]) for name in ("current", "before"))
    assert [(one["startsOn"], one["endsOn"]) for one in (now, before)] == [
        ("2026-03-01", "2026-03-20"), ("2026-02-01", "2026-02-20"),
    ]  # fmt: skip
    assert (now["won"], now["lost"]) == (total(1, "50.00"), total(1, "70.00"))
    assert now["opened"] == total(5, "620.00", unpriced=1, dollars=1)
    assert (before["won"], before["lost"], before["opened"]) == (
        total(1, "100.00"), total(0, "0.00"), total(1, "100.00"),
    )  # fmt: skip
    days = cast("list[Json]", now["days"])
    assert len(days) == 20
    assert [cast(Json, day["won"])["deals"] for day in days[:5]] == [0, 0, 0, 1, 1]
    opened = {"gte": now["startsAt"], "lt": now["endsAt"]}
    assert count(shop, "rina", openedAt=opened) == 5
    assert count(shop, "rina", status={"eq": "WON"}, closedOn={"gte": "2026-03-01", "lte": "2026-03-20"}) == 1


def test_a_quarter_holds_what_the_month_left_out(shop: Company) -> None:
    said = cast(Json, ask(shop, "mona", "Progress", period="QUARTER")["progress"])
    assert cast(Json, said["current"])["won"] == total(3, "450.00")


def test_won_and_lost_by_person(shop: Company) -> None:
    said = cast(Json, ask(shop, "mona", "Closings", since="2026-02-01", until="2026-03-04")["closings"])
    assert (said["won"], said["lost"]) == (total(3, "450.00"), total(0, "0.00"))
    said = cast(Json, ask(shop, "mona", "Closings", since="2026-03-01", until="2026-03-31")["closings"])
    (rina,) = cast("list[Json]", said["owners"])
    assert (rina["won"], rina["lost"]) == (total(1, "50.00"), total(1, "70.00"))
    sami = cast(Json, ask(shop, "sami", "Closings", since="2026-03-01", until="2026-03-31")["closings"])
    assert (sami["won"], sami["owners"]) == (total(0, "0.00"), [])


def test_lost_deals_are_told_by_their_reason(company: Company) -> None:
    make_deal(company)
    give_reasons(company)
    price, timing = (company.id(name, "LossReason") for name in ("Price", "Timing"))
    on(company, 3, 5)
    for who, amount, reason in (("rina", 30, price), ("rina", 50, timing), ("sami", 40, price), ("rina", 5, None)):
        deal = make_deal(company, f"Lost {amount}", who=who, amount=euros(amount))
        move(company, deal, "Lost", who=who, lossReasonId=reason)
    company.clock.at = TODAY

    def told(who: str) -> list[object]:
        said = cast(Json, ask(company, who, "Closings", since="2026-03-01", until="2026-03-31")["closings"])
        reasons = cast("list[Json]", said["reasons"])
        return [(one["reason"] and cast(Json, one["reason"])["name"], one["total"]) for one in reasons]

    assert told("olga") == [
        ("Price", total(2, "70.00")), ("Timing", total(1, "50.00")), (None, total(1, "5.00")),
    ]  # fmt: skip
    assert told("sami") == [("Price", total(1, "40.00"))]
    assert count(company, "olga", status={"eq": "LOST"}, lossReason={"id": {"eq": price}}) == 2
    assert count(company, "olga", status={"eq": "LOST"}, lossReason={"id": {"isNull": True}}) == 1
    company.roles["olga"] = (Role.OWNER, json.dumps({"fields": {"Deal": {"lossReason": "HIDDEN"}}}))
    said = cast(Json, ask(company, "olga", "Closings", since="2026-03-01", until="2026-03-31")["closings"])
    assert (said["reasons"], cast(Json, said["lost"])["deals"]) == (None, 4)


def test_what_was_done_by_person_and_kind(company: Company) -> None:
    on(company, 3, 5)
    for who, kind in (("rina", "CALL"), ("rina", "CALL"), ("rina", "NOTE"), ("sami", "CALL")):
        company.do(who, "createActivity", kind=kind, subject="Asked", **({} if kind == "NOTE" else {"done": True}))
    company.do("raz", "createActivity", kind="TASK", subject="Open")
    company.clock.at = TODAY
    said = cast(Json, ask(company, "mona", "ActivityCounts", since="2026-03-05", until="2026-03-05")["activityCounts"])
    counts = cast("list[Json]", said["counts"])
    assert {(one["owner"]["name"], one["kind"]): one["count"] for one in counts} == {  # type: ignore[index]
        ("Rina", "CALL"): 2, ("Rina", "NOTE"): 1,
    }  # fmt: skip
    assert said["count"] == 3
    progress = cast(Json, ask(company, "rina", "Progress", period="MONTH")["progress"])
    assert cast(Json, progress["current"])["activities"] == 3


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        ("2026-03-02", "2026-03-01", ("BAD_SPAN", "until")),
        ("2016-03-01", "2026-12-01", ("BAD_SPAN", "until")),
        ("0001-01-01", "2026-03-01", ("BAD_DAY", "since")),
    ],
)
def test_days_that_make_no_sense_are_refused(shop: Company, since: str, until: str, told: tuple[str, str]) -> None:
    document = "query($s: Date!, $u: Date!) { closings(since: $s, until: $u) { won { deals } } }"
    said = shop.answer("mona", document, {"s": since, "u": until})
    (error,) = cast("list[Json]", said["errors"])
    assert (said["data"], error["extensions"]) == ({"closings": None}, {"code": told[0], "field": told[1]})


def test_another_company_has_numbers_of_its_own(shop: Company, other_company: Company) -> None:
    said = ask(other_company, "olga", "OpenPipeline", owner=shop.id("rina"))["openPipeline"]
    assert cast(Json, said)["total"] == total(0, "0.00")
