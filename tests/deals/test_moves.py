"""The way of a deal through its stages: history to the second, winning, losing, closing days, reopening."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saas.core.clock import FixedClock
from saas.core.errors import Invalid
from saas.deals.actions import create_deal, create_deals
from saas.deals.model import Deal
from saas.deals.opening import DealDraft, Stay
from saas.deals.spans import whole_seconds
from tests.deals.make import HOUR, euros, history, make_deal, move
from tests.members.make import NOW, Company, Json, key_of


@pytest.fixture
def company(settled: Company) -> Company:
    """One for the module: each test looks at deals of its own."""
    settled.clock.at = NOW
    settled.zones.clear()
    return settled


def test_the_history_tells_every_stage_to_the_second(company: Company) -> None:
    deal = make_deal(company, who="rina", amount=euros(100))
    company.clock.pass_by(timedelta(days=3, seconds=7))
    moved = move(company, deal, "Quote", who="rina", version=1)
    assert (moved["stage"], moved["status"], moved["version"]) == ({"id": company.id("Quote", "Stage")}, "OPEN", 2)
    assert (moved["stageEnteredAt"], moved["secondsInStage"]) == ("2026-03-05T12:00:07Z", 0)
    company.clock.pass_by(HOUR)
    entries = len(company.trail())
    won = move(company, deal, "Won", who="mona")
    assert won == {
        **moved, "stage": {"id": company.id("Won", "Stage")}, "status": "WON", "closedOn": "2026-03-05", "version": 3,
        "realizedAmount": euros("100.00"), "stageEnteredAt": "2026-03-05T13:00:07Z",
        "updatedAt": "2026-03-05T13:00:07Z",
    }  # fmt: skip
    assert history(company, deal)[1:] == [
        {"kind": "STAGE", "at": "2026-03-05T12:00:07Z", "by": {"name": "Rina"}, "fromStage": {"name": "New"},
         "toStage": {"name": "Quote"}, "seconds": 3 * 86400 + 7},
        {"kind": "STAGE", "at": "2026-03-05T13:00:07Z", "by": {"name": "Mona"}, "fromStage": {"name": "Quote"},
         "toStage": {"name": "Won"}, "seconds": 3600},
    ]  # fmt: skip
    (told,) = [entry for entry in company.entries()[entries:] if entry.entity == "deal"]
    assert (told.member_id, told.request_id) == (company.keys["mona"], "req-mona")
    assert told.before == {
        "stage_id": str(company.keys["Quote"]), "stage_entered_at": "2026-03-05T12:00:07Z", "status": "OPEN",
        "closed_on": None, "realized_amount": None,
    }  # fmt: skip
    assert told.after == {
        "stage_id": str(company.keys["Won"]), "stage_entered_at": "2026-03-05T13:00:07Z", "status": "WON",
        "closed_on": "2026-03-05", "realized_amount": "100.00",
    }  # fmt: skip


def test_a_move_to_where_it_stands_is_none(company: Company) -> None:
    deal = make_deal(company)
    state = company.state()
    assert move(company, deal, "New")["version"] == 1
    assert company.state() == state
    won = move(company, deal, "Won")
    assert move(company, deal, "Won")["version"] == won["version"]


def test_a_lost_deal_brings_nothing_and_keeps_its_amount(company: Company) -> None:
    deal = make_deal(company, amount=euros(100))
    lost = move(company, deal, "Lost")
    assert (lost["status"], lost["realizedAmount"], lost["amount"]) == ("LOST", euros("0.00"), euros("100.00"))
    changed = company.do("olga", "updateDeal", id=deal["id"], amount=euros(120))
    assert (changed["realizedAmount"], changed["amount"]) == (euros("0.00"), euros("120.00"))


def test_a_won_deal_without_an_amount_brings_none(company: Company) -> None:
    won = move(company, make_deal(company), "Won")
    assert (won["amount"], won["realizedAmount"]) == (None, None)


def test_it_may_close_for_another_amount_on_an_earlier_day(company: Company) -> None:
    deal = make_deal(company, amount=euros(100))
    company.clock.pass_by(timedelta(days=10))
    won = move(company, deal, "Won", closedOn="2026-03-04", amount=euros(90))
    assert (won["amount"], won["realizedAmount"], won["closedOn"]) == (euros("90.00"), euros("90.00"), "2026-03-04")
    assert [event["kind"] for event in history(company, deal)] == ["CREATED", "AMOUNT", "STAGE"]
    mended = company.do("olga", "updateDeal", id=deal["id"], amount=euros(95))
    assert mended["realizedAmount"] == euros("95.00")


@pytest.mark.parametrize(
    ("zone", "at", "first", "today"),
    [
        ("UTC", "2026-03-02T12:00", "2026-03-02", "2026-03-02"),
        ("Asia/Jerusalem", "2026-03-02T22:30", "2026-03-03", "2026-03-03"),
        ("America/New_York", "2026-03-03T02:00", "2026-03-02", "2026-03-02"),
        ("Pacific/Kiritimati", "2026-03-02T11:00", "2026-03-03", "2026-03-03"),
    ],
)
def test_closing_days_are_the_days_where_the_member_is(
    company: Company, zone: str, at: str, first: str, today: str
) -> None:
    company.zones["olga"] = zone
    company.clock.at = datetime.fromisoformat(at).replace(tzinfo=UTC)
    deal, other = make_deal(company), make_deal(company, "Other")
    company.clock.pass_by(timedelta(minutes=5))
    day, won = timedelta(days=1), company.id("Won", "Stage")
    for wrong in (datetime.fromisoformat(first) - day, datetime.fromisoformat(today) + day):
        said = {"dealId": deal["id"], "stageId": won, "closedOn": wrong.date().isoformat()}
        assert company.refuse("olga", "moveDeal", **said) == ("BAD_CLOSING_DAY", "closedOn")
    assert move(company, deal, "Won", closedOn=first)["closedOn"] == first
    assert move(company, other, "Lost")["closedOn"] == today
    straight = make_deal(company, "Straight", stageId=won)
    assert (straight["status"], straight["closedOn"], straight["realizedAmount"]) == ("WON", today, None)


def test_a_closed_deal_is_reopened_into_an_open_stage(company: Company) -> None:
    deal = make_deal(company, amount=euros(100))
    move(company, deal, "Won")
    company.clock.pass_by(HOUR)
    open_again = company.do("olga", "reopenDeal", dealId=deal["id"],
                            stageId=company.id("Quote", "Stage"), version=2)  # fmt: skip
    assert (open_again["status"], open_again["closedOn"], open_again["realizedAmount"]) == ("OPEN", None, None)
    assert (open_again["amount"], open_again["stage"]) == (euros("100.00"), {"id": company.id("Quote", "Stage")})
    assert history(company, deal)[-1] == {
        "kind": "STAGE", "at": "2026-03-02T13:00:00Z", "by": {"name": "Olga"}, "fromStage": {"name": "Won"},
        "toStage": {"name": "Quote"}, "seconds": 3600,
    }  # fmt: skip
    assert move(company, deal, "Lost")["status"] == "LOST"


def test_a_clock_that_is_behind_moves_a_deal_after_no_time(company: Company) -> None:
    deal = make_deal(company)
    company.clock.pass_by(timedelta(seconds=-2))
    moved = move(company, deal, "Quote")
    assert moved["stageEnteredAt"] == "2026-03-02T12:00:00Z"
    assert history(company, deal)[-1]["seconds"] == 0


def test_a_deal_with_a_past_is_opened_with_its_history(company: Company) -> None:
    make_deal(company)
    began, quoted, closed = NOW - timedelta(days=30), NOW - timedelta(days=20), NOW - timedelta(days=5)
    past = tuple(Stay(company.keys[stage], at) for stage, at in
                 (("New", began), ("Quote", quoted), ("Lost", closed)))  # fmt: skip
    with company.open("olga") as work:
        (made,) = create_deals(work, [DealDraft("Old", past, closed_on=closed.date())])
    company.keys["Old"] = made
    events = history(company, {"id": company.id("Old", "Deal")})
    assert [(event["kind"], event["toStage"]["name"], event.get("seconds")) for event in events] == [  # type: ignore[index]
        ("CREATED", "New", None), ("STAGE", "Quote", 10 * 86400), ("STAGE", "Lost", 15 * 86400),
    ]  # fmt: skip


def test_a_past_that_cannot_be_is_refused(company: Company) -> None:
    make_deal(company)
    new, quote = Stay(company.keys["New"], NOW), Stay(company.keys["Quote"], NOW - HOUR)
    foreign = Stay(company.keys["Partners/Quote"], NOW)
    before = company.state()
    for stays, code in (((new, quote), "BEFORE_ENTRY"), ((new, foreign), "FOREIGN_STAGE")):
        with pytest.raises(Invalid) as refused, company.open("olga") as work:
            create_deal(work, DealDraft("X", stays))
        assert refused.value.code == code
    assert company.state() == before


def test_a_delayed_deal_is_found_by_its_time_in_the_stage(company: Company) -> None:
    make_deal(company, "Slow")
    company.clock.pass_by(timedelta(days=20))
    make_deal(company, "Fresh")
    named = 'deals(filter: {name: {in: ["Slow", "Fresh"]}}, orderBy: [{stageEnteredAt: ASC}])'
    said = company.ask("olga", f"{{ {named} {{ nodes {{ name secondsInStage }} }} }}")
    assert said == {"deals": {"nodes": [
        {"name": "Slow", "secondsInStage": 20 * 86400}, {"name": "Fresh", "secondsInStage": 0},
    ]}}  # fmt: skip


STEPS = st.lists(
    st.tuples(st.sampled_from(["New", "Quote", "Won", "Lost"]), st.timedeltas(timedelta(0), timedelta(days=90))),
    min_size=1, max_size=7,
)  # fmt: skip


def test_the_seconds_of_a_history_add_up_to_the_life_of_the_deal(company: Company) -> None:
    make_deal(company)

    @settings(max_examples=12, deadline=None)
    @given(STEPS)
    def live(steps: list[tuple[str, timedelta]]) -> None:
        company.clock.at = NOW
        deal = make_deal(company, amount=euros(10))
        for stage, wait in steps:
            company.clock.pass_by(wait)
            _go(company, deal, stage)
        events = history(company, deal)
        stays = [event for event in events if event["kind"] == "STAGE"]
        last = datetime.fromisoformat(str(stays[-1]["at"])) if stays else NOW
        assert sum(int(str(event["seconds"])) for event in stays) == whole_seconds(NOW, last)
        told = [event["toStage"] for event in events if "toStage" in event]
        assert all(before != after for before, after in pairwise(told))
        with company.open() as work:
            record = work.get(Deal, key_of(deal))
            assert (record.stage_entered_at, record.amount is not None) == (last, True)
            assert (record.status == "OPEN") == (record.closed_on is None) == (record.realized_amount is None)

    live()


def _go(company: Company, deal: Json, stage: str) -> None:
    """Moves, or reopens what is closed."""
    given = {"dealId": deal["id"], "stageId": company.id(stage, "Stage")}
    problem = company.act("olga", "moveDeal", **given).problem
    if problem is not None:
        assert problem == ("DEAL_CLOSED", "dealId")
        reopened = company.act("olga", "reopenDeal", **given).problem
        assert (reopened is None) == (stage in {"New", "Quote"})


def test_taking_a_move_back_restores_all_but_the_history(company: Company) -> None:
    deal = make_deal(company, amount=euros(10), expectedCloseOn="2026-04-01")
    passing = {"version", "updatedAt", "stageEnteredAt"}

    @settings(max_examples=8, deadline=None)
    @given(st.sampled_from(["New", "Quote"]), st.sampled_from(["New", "Quote", "Won", "Lost"]))
    def undo(start: str, end: str) -> None:
        before = move(company, deal, start)
        moved = move(company, deal, end)
        back = "moveDeal" if moved["status"] == "OPEN" else "reopenDeal"
        after = company.do("olga", back, dealId=deal["id"], stageId=company.id(start, "Stage"))
        assert {name: after[name] for name in after if name not in passing} == {
            name: before[name] for name in before if name not in passing
        }

    undo()


@given(st.datetimes(timezones=st.just(UTC)), st.lists(st.timedeltas(timedelta(0), timedelta(days=9)), max_size=9))
def test_whole_seconds_telescope(start: datetime, waits: list[timedelta]) -> None:
    clock = FixedClock(datetime(2026, 1, 1, microsecond=start.microsecond, tzinfo=UTC))
    moments = [clock.now()]
    for wait in waits:
        clock.pass_by(wait)
        moments.append(clock.now())
    steps = [whole_seconds(before, after) for before, after in pairwise(moments)]
    assert sum(steps) == whole_seconds(moments[0], moments[-1])
    assert all(step >= 0 for step in steps)
