"""A call or chat that another system tells of becomes a lead; one that was answered stops its clock."""

from datetime import timedelta

import pytest

from saas.capture.actions import Arrival, receive
from tests.assignment.make import make_rule
from tests.capture.make import FIELDS, opener_of, submissions, work_off
from tests.members.make import Company, Json, key_of
from tests.sources.make import make_source

READ = """{ leads(first: 100) { nodes { name phone email message owner { name } firstContact { channel wallSeconds }
    firstAttempt { kind channel } } } }"""
ACTIVITIES = "{ activities(first: 100) { nodes { kind subject direction outcome startsAt endsAt } } }"


def leads(company: Company) -> list[Json]:
    said = company.ask("olga", READ)["leads"]
    assert isinstance(said, dict)
    return sorted(said["nodes"], key=lambda one: str(one["name"]))


def activities(company: Company) -> list[Json]:
    """Without the tasks that ask for an answer."""
    said = company.ask("olga", ACTIVITIES)["activities"]
    assert isinstance(said, dict)
    return sorted((one for one in said["nodes"] if one["kind"] != "TASK"), key=lambda one: str(one["subject"]))


def test_an_answered_call_becomes_a_lead_whose_clock_stands(company: Company) -> None:
    source = make_source(company, "Telephone", kind="CALL")
    make_rule(company, "All", "rina")
    at = company.clock.now() - timedelta(minutes=5)
    call = {"sourceId": source["id"], "externalId": "pbx-1", "answered": True, "phone": "052-123 4567", "name": "דנה",
            "at": at.isoformat(), "seconds": 90, "text": "Wants a quote"}  # fmt: skip
    told = [company.do("mona", "logTalk", **call) for _ in range(2)]
    assert told[0]["id"] == told[1]["id"]
    work_off(company)
    company.do("mona", "logTalk", **call)
    work_off(company)
    (lead,) = leads(company)
    assert (lead["name"], lead["message"], lead["owner"]) == ("דנה", "Wants a quote", {"name": "Rina"})
    assert lead["firstContact"] == {"channel": "CALL", "wallSeconds": 0}
    assert activities(company) == [{
        "kind": "CALL", "subject": "Call", "direction": "INBOUND", "outcome": "CONNECTED",
        "startsAt": "2026-03-02T11:55:00Z", "endsAt": "2026-03-02T11:56:30Z",
    }]  # fmt: skip


def test_who_was_answered_leaves_no_task_and_who_was_not_does(company: Company) -> None:
    calls, chat = make_source(company, "Telephone", kind="CALL"), make_source(company, "Chat", kind="CHAT")
    make_rule(company, "All", "rina")
    for source, name, answered in ((calls, "a", True), (calls, "b", False), (chat, "c", True), (chat, "d", False)):
        given = {"sourceId": source["id"], "externalId": name, "name": name, "email": f"{name}@levi.test"}
        company.do("mona", "logTalk", **given, answered=answered)
    work_off(company)
    said = company.ask("rina", "{ activities(first: 100) { nodes { kind status subject } } }")["activities"]
    assert isinstance(said, dict)
    tasks = sorted((one["subject"], one["status"]) for one in said["nodes"] if one["kind"] == "TASK")
    assert tasks == [
        ("Answer the lead a", "DONE"), ("Answer the lead b", "OPEN"), ("Answer the lead c", "DONE"),
        ("Answer the lead d", "OPEN"),
    ]  # fmt: skip


def test_what_nobody_took_lets_the_clock_run(company: Company) -> None:
    calls, chat = make_source(company, "Telephone", kind="CALL"), make_source(company, "Chat", kind="CHAT")

    def tell(source: Json, name: str, **more: object) -> None:
        given = {"sourceId": source["id"], "externalId": name, "name": name, "email": f"{name}@levi.test", **more}
        company.do("mona", "logTalk", **given)

    tell(calls, "a", answered=False)
    tell(calls, "b", answered=False, direction="OUTBOUND")
    tell(chat, "c", answered=False)
    tell(chat, "d", answered=True)
    tell(chat, "e", answered=False, direction="OUTBOUND")
    work_off(company)
    found = leads(company)
    assert [bool(one["firstContact"]) for one in found] == [False, False, False, True, False]
    assert [one["firstAttempt"] for one in found] == [
        None, {"kind": "ATTEMPTED", "channel": "CALL"}, None, {"kind": "CONTACTED", "channel": "CHAT"},
        {"kind": "ATTEMPTED", "channel": "CHAT"},
    ]  # fmt: skip
    told = [(one["kind"], one["subject"], one["outcome"]) for one in activities(company)]
    assert told == [("CALL", "Call", "NO_ANSWER"), ("NOTE", "Missed call", None)]


def test_what_cannot_have_been_is_refused(company: Company) -> None:
    source, form = make_source(company, "Telephone", kind="CALL"), make_source(company)
    given = {"sourceId": source["id"], "externalId": "1", "answered": True, "phone": "052-1234567"}
    tomorrow = (company.clock.now() + timedelta(days=1)).isoformat()
    for field, wrong in (
        ("sourceId", form["id"]), ("externalId", " "), ("externalId", "x" * 201), ("phone", ""),
        ("email", "no address"), ("at", tomorrow), ("seconds", -1), ("seconds", 90_000), ("name", "x" * 501),
        ("text", "x" * 9_001),
    ):  # fmt: skip
        assert company.refuse("mona", "logTalk", **{**given, field: wrong})[1] == field
    assert company.refuse("rina", "logTalk", **given)[0] == "FORBIDDEN"
    company.do("olga", "updateSource", id=source["id"], active=False)
    assert company.refuse("mona", "logTalk", **given) == ("NO_TALKS", "sourceId")
    assert submissions(company) == []


@pytest.mark.parametrize("talk", [{"answered": True}, {"answered": True, "direction": "INBOUND"}, {}], ids=str)
def test_a_form_that_speaks_as_a_talk_does_leaves_its_task_and_its_batch(company: Company, talk: Json) -> None:
    source = make_source(company)
    make_rule(company, "All", "rina")
    receive(opener_of(company), key_of(source), Arrival("f-1", {"fields": dict(FIELDS), "talk": talk}))
    receive(opener_of(company), key_of(source), Arrival("f-2", {"fields": {"Full name": "Noa", "E-mail": "n@l.test"}}))
    work_off(company)
    assert [one["name"] for one in leads(company)] == ["Dana Levi", "Noa"]
    assert [one["firstContact"] for one in leads(company)] == [None, None]
    said = company.ask("rina", "{ activities(first: 100) { nodes { kind status } } }")["activities"]
    assert said == {"nodes": [{"kind": "TASK", "status": "OPEN"}] * 2}
