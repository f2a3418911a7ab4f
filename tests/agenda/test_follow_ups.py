"""What is proposed after an activity, and on which day."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from saas.agenda.working_days import after_working_days, rest_days
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.activities.make import inside, plan, refusals
from tests.members.make import Company, Json, make_company

ASK = "query F($id: ID!) { followUpOf(activityId: $id) { kind subject dueOn } }"


def proposed(company: Company, activity: Json) -> Json:
    return inside(company.ask("rina", ASK, id=activity["id"]), "followUpOf")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"kind": "CALL", "outcome": "CONNECTED"}, ("TASK", "Follow up: Offer", "2026-03-05")),
        ({"kind": "CALL", "outcome": "LEFT_MESSAGE"}, ("CALL", "Call again: Offer", "2026-03-04")),
        ({"kind": "CALL", "outcome": "NO_ANSWER"}, ("CALL", "Call again: Offer", "2026-03-03")),
        ({"kind": "CALL", "outcome": "BUSY"}, ("CALL", "Call again: Offer", "2026-03-03")),
        ({"kind": "CALL", "outcome": "WRONG_NUMBER"}, ("TASK", "Find the right number: Offer", "2026-03-03")),
        ({"kind": "CALL"}, ("TASK", "Follow up: Offer", "2026-03-05")),
        ({"kind": "MEETING", "startsAt": "2026-03-02T09:00:00Z"}, ("TASK", "Follow up: Offer", "2026-03-03")),
        ({"kind": "TASK"}, ("TASK", "Follow up: Offer", "2026-03-09")),
        ({"kind": "NOTE"}, ("TASK", "Follow up: Offer", "2026-03-09")),
    ],
)
def test_a_proposal_goes_by_kind_and_outcome(company: Company, given: Json, expected: tuple[str, str, str]) -> None:
    done = company.do("rina", "createActivity", **{"subject": "Offer", "done": True, **given})
    state = company.state()
    assert tuple(proposed(company, done).values()) == expected
    assert company.state() == state, "it is only proposed"


def test_it_is_in_the_readers_language_and_does_not_pile_up(company: Company) -> None:
    company.locales["rina"] = "he"
    call = plan(company, "Offer", kind="CALL", done=True, outcome="BUSY")
    again = str(proposed(company, call)["subject"])
    assert again.startswith("להתקשר שוב: ")
    second = plan(company, again, kind="CALL", done=True, outcome="CONNECTED", followUpOfId=call["id"])
    after = str(proposed(company, second)["subject"])
    assert after.startswith("מעקב: ")
    assert "להתקשר" not in after


def test_the_weekend_is_the_companys(lanes: Lanes, tenant: Tenant, threads: ThreadPoolExecutor) -> None:
    """On Thursday in Israel the next working day is Sunday."""
    company = make_company(lanes, tenant, threads, time_zone="Asia/Jerusalem")
    company.clock.at = company.clock.at.replace(day=5)
    call = plan(company, "Offer", kind="CALL", done=True, outcome="BUSY")
    assert proposed(company, call)["dueOn"] == "2026-03-08"


@pytest.mark.parametrize(
    ("zone", "rest"),
    [
        ("Asia/Jerusalem", {4, 5}), ("Asia/Amman", {4, 5}), ("Europe/Paris", {5, 6}), ("Asia/Tehran", {4}),
        ("UTC", {5, 6}), ("Antarctica/Troll", {5, 6}),
    ],
)  # fmt: skip
def test_each_country_rests_on_its_days(zone: str, rest: set[int]) -> None:
    assert rest_days(zone) == rest


def test_working_days_are_counted() -> None:
    thursday = date(2026, 3, 5)
    assert after_working_days(thursday, 0, frozenset({4, 5})) == thursday
    assert after_working_days(thursday, 5, frozenset({4, 5})) == date(2026, 3, 12)
    assert after_working_days(thursday, 2, frozenset(range(7))) == date(2026, 3, 7)


def test_a_hidden_one_proposes_nothing(company: Company) -> None:
    task = plan(company)
    said = company.answer("sami", ASK, {"id": task["id"]})
    assert refusals(said) == ["NOT_FOUND"]
