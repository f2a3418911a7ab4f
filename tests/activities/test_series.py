"""Series: the next one made when one is done, skipped, ended, and taken back."""

import pytest

from tests.activities.make import about, customer, inside, links, plan, rows
from tests.members.make import Company, Json

ALL = """query S { activities(first: 50, orderBy: [{fallsAt: ASC}], filter: {subject: {eq: "Stand up"}}) { nodes {
    id subject status dueOn dueAt startsAt endsAt version series { id rule endedAt } } } }"""


def standing(company: Company, *, who: str = "rina", **given: object) -> Json:
    daily: Json = {"dueOn": "2026-03-02", "repeat": "FREQ=DAILY"}
    return plan(company, "Stand up", who=who, **(daily | given))


def shown(company: Company) -> list[Json]:
    return rows(company.ask("rina", ALL), "activities", "nodes")


def days(company: Company) -> list[tuple[object, object]]:
    return [(one["dueOn"], one["status"]) for one in shown(company)]


def test_the_next_one_is_made_when_one_is_done(company: Company) -> None:
    acme = customer(company)
    first = standing(company, dealIds=[acme["deal"]], priority="HIGH", body="Who does what?", remindMinutes=0)
    assert (first["series"] is not None, first["slotAt"]) == (True, "2026-03-02T00:00:00Z")
    assert days(company) == [("2026-03-02", "OPEN")]
    company.do("rina", "completeActivity", id=first["id"])
    assert days(company) == [("2026-03-02", "DONE"), ("2026-03-03", "OPEN")]
    second = shown(company)[1]
    told = company.ask("rina", "query A($id: ID!) { activity(id: $id) { priority body remindMinutes owner { name } } }",
                       id=second["id"])["activity"]  # fmt: skip
    assert told == {"priority": "HIGH", "body": "Who does what?", "remindMinutes": 0, "owner": {"name": "Rina"}}
    assert links(company, second) == ["*account Acme", "*contact Dana of Acme", "deal Acme rollout"]


def test_one_of_times_keeps_its_length_and_its_people(company: Company) -> None:
    meeting = standing(
        company, kind="MEETING", dueOn=None, startsAt="2026-03-02T15:00:00Z", endsAt="2026-03-02T15:30:00Z",
        repeat="FREQ=WEEKLY", attendees=[{"memberId": company.id("raz")}],
    )  # fmt: skip
    company.do("rina", "moveActivity", id=meeting["id"], startsAt="2026-03-02T17:00:00Z")
    company.do("rina", "completeActivity", id=meeting["id"])
    after = shown(company)[1]
    assert (after["startsAt"], after["endsAt"]) == ("2026-03-09T15:00:00Z", "2026-03-09T15:30:00Z")
    assert about(company, after)["attendees"] == [{"member": {"name": "Raz"}, "contact": None}]


def test_what_was_missed_is_let_go(company: Company) -> None:
    late = standing(company, dueOn="2026-02-20")
    company.do("rina", "completeActivity", id=late["id"])
    assert days(company) == [("2026-02-20", "DONE"), ("2026-03-02", "OPEN")]


def test_it_ends_by_its_rule(company: Company) -> None:
    standing(company, repeat="FREQ=DAILY;COUNT=2")
    for _ in range(2):
        company.do("rina", "completeActivity", id=shown(company)[-1]["id"])
    assert days(company) == [("2026-03-02", "DONE"), ("2026-03-03", "DONE")]


def test_one_is_skipped(company: Company) -> None:
    company.do("rina", "cancelActivity", id=standing(company)["id"])
    assert days(company) == [("2026-03-02", "CANCELLED"), ("2026-03-03", "OPEN")]


@pytest.mark.parametrize("act", ["completeActivity", "cancelActivity"])
def test_taking_it_back_takes_the_next_back_too(company: Company, act: str) -> None:
    first = standing(company)
    company.do("rina", act, id=first["id"])
    company.do("rina", "reopenActivity", id=first["id"])
    assert days(company) == [("2026-03-02", "OPEN")]
    company.do("rina", act, id=first["id"])
    assert days(company)[1] == ("2026-03-03", "OPEN")


def test_a_next_one_that_somebody_has_touched_stays(company: Company) -> None:
    first = standing(company)
    company.do("rina", "completeActivity", id=first["id"])
    company.do("rina", "updateActivity", id=shown(company)[1]["id"], body="Bring figures")
    company.do("rina", "reopenActivity", id=first["id"])
    assert days(company) == [("2026-03-02", "OPEN"), ("2026-03-03", "OPEN")]
    company.do("rina", "completeActivity", id=first["id"])
    assert days(company) == [("2026-03-02", "DONE"), ("2026-03-03", "OPEN")]


def test_a_series_is_ended_and_goes_on_again(company: Company) -> None:
    first = standing(company)
    company.do("rina", "endSeries", id=first["id"])
    company.do("rina", "completeActivity", id=first["id"])
    assert [inside(one, "series")["endedAt"] for one in shown(company)] == ["2026-03-02T12:00:00Z"]
    company.do("rina", "resumeSeries", id=first["id"])
    assert days(company) == [("2026-03-02", "DONE"), ("2026-03-03", "OPEN")]
    company.do("rina", "resumeSeries", id=first["id"])
    assert len(days(company)) == 2


def test_another_rule_begins_another_series(company: Company) -> None:
    first = standing(company)
    changed = company.do("rina", "updateActivity", id=first["id"], repeat="FREQ=WEEKLY")
    assert changed["series"] != first["series"]
    company.do("rina", "completeActivity", id=first["id"])
    assert days(company) == [("2026-03-02", "DONE"), ("2026-03-09", "OPEN")]
    stopped = company.do("rina", "updateActivity", id=shown(company)[1]["id"], repeat=None)
    assert (stopped["series"], stopped["slotAt"]) == (None, None)
    assert company.refuse("rina", "endSeries", id=stopped["id"]) == ("NO_SERIES", "id")


def test_a_colleague_on_the_deal_may_do_it_and_the_next_stays_its_owners(company: Company) -> None:
    acme = customer(company)
    task = standing(company, who="olga", ownerId=company.id("adam"), dealIds=[acme["deal"]])
    company.do("rina", "completeActivity", id=task["id"])
    assert [one["status"] for one in shown(company)] == ["DONE", "OPEN"]
    assert about(company, shown(company)[1])["owner"] == {"name": "Adam"}
