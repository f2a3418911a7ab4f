"""What is proposed after an activity, and on which day."""

import pytest

from saas.graph.threads import Threads
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


def test_the_weekend_is_the_companys(lanes: Lanes, tenant: Tenant, threads: Threads) -> None:
    """On Thursday in Israel the next working day is Sunday."""
    company = make_company(lanes, tenant, threads, time_zone="Asia/Jerusalem")
    company.clock.at = company.clock.at.replace(day=5)
    call = plan(company, "Offer", kind="CALL", done=True, outcome="BUSY")
    assert proposed(company, call)["dueOn"] == "2026-03-08"


def test_nothing_is_proposed_for_a_holiday(company: Company) -> None:
    """The day after is Tuesday; half a holiday is a working day."""
    call = plan(company, "Offer", kind="CALL", done=True, outcome="BUSY")
    days = [{"name": "Founders' day", "fallsOn": "2020-03-03", "yearly": True},
            {"name": "Outing", "fallsOn": "2026-03-04", "halfUntil": "13:00"}]  # fmt: skip
    company.do("olga", "addHolidays", holidays=days)
    assert proposed(company, call)["dueOn"] == "2026-03-04"


def test_a_hidden_one_proposes_nothing(company: Company) -> None:
    task = plan(company)
    said = company.answer("sami", ASK, {"id": task["id"]})
    assert refusals(said) == ["NOT_FOUND"]
