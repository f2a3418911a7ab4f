"""The response clock: what starts it, what stops it, what does not, in wall and in working time."""

from datetime import timedelta

import pytest

from tests.leads.make import make_lead
from tests.members.make import Company, Json
from tests.responses.make import clock, firsts

MINUTE = timedelta(minutes=1)


def call(company: Company, lead: Json, **given: object) -> Json:
    fields = {
        "kind": "CALL",
        "subject": "Ring",
        "done": True,
        "leadIds": [lead["id"]],
        "direction": "OUTBOUND",
        **given,
    }
    return company.do("rina", "createActivity", **fields)


def test_a_lead_is_received_given_seen_tried_and_reached(company: Company) -> None:
    lead = make_lead(company, ownerId=None)
    company.clock.pass_by(MINUTE)
    company.do("mona", "assignLead", id=lead["id"], ownerId=company.id("rina"))
    company.do("mona", "seeLead", id=lead["id"])
    company.clock.pass_by(MINUTE)
    company.do("rina", "seeLead", id=lead["id"])
    company.clock.pass_by(MINUTE)
    company.do("rina", "seeLead", id=lead["id"])
    call(company, lead, outcome="NO_ANSWER")
    company.clock.pass_by(MINUTE)
    call(company, lead, outcome="CONNECTED")
    assert clock(company, lead) == [
        ("RECEIVED", 0, 0), ("ASSIGNED", 60, 60), ("SEEN", 120, 120), ("ATTEMPTED", 180, 180), ("CONTACTED", 240, 240),
    ]  # fmt: skip
    assert firsts(company, lead) == (180, 240)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"kind": "TASK", "direction": None}, (None, None)),
        ({"kind": "NOTE", "direction": None, "done": None}, (None, None)),
        ({"done": None}, (None, None)),
        ({}, (60, None)),
        ({"outcome": "LEFT_MESSAGE"}, (60, None)),
        ({"outcome": "WRONG_NUMBER"}, (60, None)),
        ({"direction": "INBOUND"}, (60, 60)),
        ({"direction": "INBOUND", "outcome": "NO_ANSWER"}, (60, None)),
        ({"outcome": "CONNECTED"}, (60, 60)),
        ({"kind": "MEETING", "direction": None, "startsAt": "2026-03-02T12:00:30Z"}, (30, 30)),
    ],
    ids=str,
)
def test_what_stops_it(company: Company, given: Json, found: tuple[object, object]) -> None:
    lead = make_lead(company, who="rina")
    company.clock.pass_by(MINUTE)
    call(company, lead, **given)
    assert firsts(company, lead) == found


def test_what_is_undone_or_corrected_counts_no_more(company: Company) -> None:
    lead = make_lead(company, who="rina")
    company.clock.pass_by(MINUTE)
    made = call(company, lead, outcome="CONNECTED")
    company.clock.pass_by(MINUTE)
    company.do("rina", "updateActivity", id=made["id"], outcome="NO_ANSWER")
    assert firsts(company, lead) == (60, None)
    company.do("rina", "deleteActivity", id=made["id"])
    assert firsts(company, lead) == (None, None)
    company.do("rina", "restoreActivity", id=made["id"])
    company.do("rina", "updateActivity", id=made["id"], outcome="CONNECTED")
    assert firsts(company, lead) == (60, 60)
    assert [kind for kind, _, _ in clock(company, lead)].count("CONTACTED") == 1


def test_a_machine_that_answers_stops_nothing(company: Company) -> None:
    lead = make_lead(company, who="rina")
    company.clock.pass_by(MINUTE)
    company.do("rina", "logResponse", id=lead["id"], channel="MAIL", kind="AUTOMATIC")
    assert firsts(company, lead) == (None, None)
    company.do("rina", "logResponse", id=lead["id"], channel="MAIL", kind="ATTEMPTED")
    company.do("rina", "logResponse", id=lead["id"], channel="CHAT", kind="CONTACTED", at="2026-03-02T12:00:50Z")
    assert firsts(company, lead) == (50, 50)
    late = {"id": lead["id"], "channel": "MAIL", "kind": "CONTACTED"}
    assert company.refuse("rina", "logResponse", **late, at="2026-03-02T11:59:59Z") == ("BAD_RESPONSE_TIME", "at")
    assert company.refuse("rina", "logResponse", **{**late, "channel": "CALL"}) == ("LOG_ACTIVITY", "channel")
    assert company.refuse("rina", "logResponse", **{**late, "kind": "SEEN"}) == ("NO_RESPONSE", "kind")
    assert company.refuse("raz", "logResponse", **late) == ("NOT_FOUND", "id")


def test_a_night_and_a_weekend_are_no_working_time(company: Company) -> None:
    """The company is in UTC: it works from Monday to Friday, from nine to six. The 6th of March 2026 is a Friday."""
    company.clock.pass_by(timedelta(days=4, hours=5))
    lead = make_lead(company, who="rina")
    company.clock.pass_by(timedelta(days=2, hours=17))
    call(company, lead, outcome="CONNECTED")
    (contact,) = [one for one in clock(company, lead) if one[0] == "CONTACTED"]
    assert contact == ("CONTACTED", 2 * 86_400 + 17 * 3600, 3600 + 3600)
