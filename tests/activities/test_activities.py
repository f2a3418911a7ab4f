"""Activities planned, logged, done, moved and taken back; what is refused leaves nothing."""

from datetime import timedelta

import pytest

from tests.activities.make import about, plan
from tests.members.make import NOW, Company, Json

LONG = "שורה\n" * 2000  # 10,000 characters
PAST, FUTURE = "2026-03-01T09:00:00Z", "2026-03-05T09:00:00Z"


@pytest.fixture
def company(settled: Company) -> Company:
    """One for the module: each test looks at activities of its own."""
    settled.clock.at = NOW
    settled.zones.clear()
    return settled


def test_a_task_is_planned_and_done(company: Company) -> None:
    entries = len(company.trail())
    task = plan(company, dueOn="2026-03-03", priority="HIGH")
    assert {name: task[name] for name in ("kind", "subject", "status", "priority", "dueOn", "private", "version")} == {
        "kind": "TASK", "subject": "Send the offer", "status": "OPEN", "priority": "HIGH", "dueOn": "2026-03-03",
        "private": False, "version": 1,
    }  # fmt: skip
    assert (task["owner"], task["author"]) == ({"id": company.id("rina")}, {"id": company.id("rina")})
    assert (task["fallsAt"], task["at"]) == ("2026-03-03T00:00:00Z", "2026-03-03T00:00:00Z")
    company.clock.pass_by(timedelta(hours=1))
    done = company.do("rina", "completeActivity", id=task["id"], version=1)
    assert (done["status"], done["doneAt"], done["version"]) == ("DONE", "2026-03-02T13:00:00Z", 2)
    assert (done["doneBy"], done["at"]) == ({"id": company.id("rina")}, "2026-03-02T13:00:00Z")
    told = [(who, action) for who, action, entity, _b, _a in company.trail(entries) if entity == "activity"]
    assert told == [("rina", "CREATE"), ("rina", "UPDATE")]


def test_what_is_done_already_stays_as_it_is(company: Company) -> None:
    task = plan(company)
    done = company.do("rina", "completeActivity", id=task["id"])
    state = company.state()
    assert company.do("rina", "completeActivity", id=task["id"])["version"] == done["version"]
    assert company.state() == state


def test_doing_and_reopening_leave_it_as_it_was(company: Company) -> None:
    task = plan(company, dueAt=FUTURE)
    company.do("rina", "completeActivity", id=task["id"])
    back = company.do("rina", "reopenActivity", id=task["id"])
    assert {**back, "version": 1, "updatedAt": task["updatedAt"]} == task


def test_what_is_cancelled_is_reopened(company: Company) -> None:
    task = plan(company, dueOn="2026-03-09")
    cancelled = company.do("rina", "cancelActivity", id=task["id"])
    assert (cancelled["status"], cancelled["doneAt"]) == ("CANCELLED", None)
    assert company.refuse("rina", "completeActivity", id=task["id"]) == ("ACTIVITY_CLOSED", "id")
    assert company.do("rina", "reopenActivity", id=task["id"])["status"] == "OPEN"


def test_a_call_is_logged_in_one_act(company: Company) -> None:
    call = plan(company, "Asked for a discount", kind="CALL", done=True, direction="INBOUND", outcome="CONNECTED")
    assert (call["status"], call["startsAt"], call["doneAt"]) == (
        "DONE",
        "2026-03-02T12:00:00Z",
        "2026-03-02T12:00:00Z",
    )
    earlier = plan(company, "Earlier", kind="CALL", done=True, startsAt=PAST, endsAt="2026-03-01T09:20:00Z")
    assert (earlier["doneAt"], earlier["at"]) == ("2026-03-01T09:20:00Z", PAST)


def test_the_outcome_is_told_when_a_planned_call_is_done(company: Company) -> None:
    call = plan(company, "Ring Dana", kind="CALL", dueAt=FUTURE)
    done = company.do("rina", "completeActivity", id=call["id"], outcome="NO_ANSWER")
    assert (done["outcome"], done["startsAt"]) == ("NO_ANSWER", "2026-03-02T12:00:00Z")
    task = plan(company)
    assert company.refuse("rina", "completeActivity", id=task["id"], outcome="BUSY") == (
        "NOT_OF_THIS_KIND", "outcome"
    )  # fmt: skip


def test_a_long_note_is_kept_whole(company: Company) -> None:
    note = plan(company, "", kind="NOTE", body=f"  {LONG[:-2]}")
    assert (note["body"], note["subject"], note["status"]) == (f"  {LONG[:-2]}", "שורה", "DONE")
    assert note["doneAt"] == "2026-03-02T12:00:00Z"
    assert company.refuse("rina", "createActivity", kind="NOTE", subject="x", body=LONG + "!") == ("TOO_LONG", "body")
    assert company.refuse("rina", "updateActivity", id=note["id"], body=LONG + "!") == ("TOO_LONG", "body")
    assert company.refuse("rina", "reopenActivity", id=note["id"]) == ("NOTE_NOT_OPEN", "id")


def test_a_subject_is_the_beginning_of_the_text(company: Company) -> None:
    note = plan(company, " ", kind="NOTE", body="\n  " + "word " * 40 + "\nsecond line")
    subject = str(note["subject"])
    assert (len(subject), subject[:9], subject[-1]) == (80, "word word", "…")


def test_it_moves_to_another_time_and_back(company: Company) -> None:
    meeting = plan(company, "Demo", kind="MEETING", startsAt=FUTURE, endsAt="2026-03-05T10:30:00Z", location=" Haifa ")
    assert meeting["location"] == "Haifa"
    moved = company.do("rina", "moveActivity", id=meeting["id"], startsAt="2026-03-06T14:00:00Z", version=1)
    assert (moved["startsAt"], moved["endsAt"]) == ("2026-03-06T14:00:00Z", "2026-03-06T15:30:00Z")
    assert (moved["fallsAt"], moved["at"]) == ("2026-03-06T14:00:00Z", "2026-03-06T14:00:00Z")
    longer = company.do("rina", "moveActivity", id=meeting["id"], startsAt=FUTURE, endsAt="2026-03-05T12:00:00Z")
    assert longer["endsAt"] == "2026-03-05T12:00:00Z"
    task = plan(company, dueOn="2026-03-03")
    snoozed = company.do("rina", "moveActivity", id=task["id"], dueAt=FUTURE)
    assert (snoozed["dueOn"], snoozed["dueAt"]) == (None, FUTURE)
    back = company.do("rina", "moveActivity", id=task["id"], dueOn="2026-03-03")
    assert (back["dueOn"], back["dueAt"], back["fallsAt"]) == ("2026-03-03", None, task["fallsAt"])


def test_a_new_start_takes_the_place_of_a_day(company: Company) -> None:
    call = plan(company, "Offer", kind="CALL", startsAt=FUTURE, dueOn="2026-03-05")
    moved = company.do("rina", "moveActivity", id=call["id"], startsAt="2026-03-06T14:00:00Z")
    assert (moved["startsAt"], moved["dueOn"]) == ("2026-03-06T14:00:00Z", None)
    assert moved["fallsAt"] == "2026-03-06T14:00:00Z"


def test_a_stale_change_is_a_conflict_and_nothing_is_lost(company: Company) -> None:
    task = plan(company)
    company.do("rina", "updateActivity", id=task["id"], subject="Send it today", version=1)
    answer = company.act("rina", "updateActivity", id=task["id"], body="Mine", version=1)
    assert (answer.problem, answer.record and answer.record["subject"]) == (("CONFLICT", "version"), "Send it today")


def test_deleted_and_restored(company: Company) -> None:
    task = plan(company, dueOn="2026-03-03")
    company.do("rina", "deleteActivity", id=task["id"])
    asked = "query A($id: ID!) { activity(id: $id) { id } }"
    assert company.ask("rina", asked, id=task["id"]) == {"activity": None}
    company.do("rina", "restoreActivity", id=task["id"])
    assert company.ask("rina", asked, id=task["id"]) == {"activity": {"id": task["id"]}}


def test_the_day_begins_where_the_owner_is(company: Company) -> None:
    """The owner's zone, not that of who writes it down; the product's members are made in UTC."""
    company.zones["rina"] = "Asia/Jerusalem"
    assert plan(company, dueOn="2026-03-03")["fallsAt"] == "2026-03-02T22:00:00Z"
    given = plan(company, dueOn="2026-03-03", ownerId=company.id("raz"))
    assert given["fallsAt"] == "2026-03-03T00:00:00Z"


@pytest.mark.parametrize(
    ("zone", "said", "meant"),
    [
        ("Asia/Jerusalem", "2026-03-05T09:00:00", "2026-03-05T07:00:00Z"),
        ("America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z"),  # comes twice: the first
        ("UTC", "2026-03-05T09:00:00+05:00", "2026-03-05T04:00:00Z"),
    ],
)
def test_a_time_without_an_offset_is_on_the_members_clock(company: Company, zone: str, said: str, meant: str) -> None:
    company.zones["rina"] = zone
    task = plan(company, dueAt=said)
    assert task["dueAt"] == meant
    assert company.do("rina", "moveActivity", id=task["id"], dueAt=said)["version"] == 1


def test_a_time_that_the_clocks_skip_is_refused(company: Company) -> None:
    company.zones["rina"] = "America/New_York"
    task = plan(company, dueAt="2026-03-08T01:30:00")
    for name, given in (("createActivity", {"kind": "TASK", "subject": "x"}), ("moveActivity", {"id": task["id"]})):
        assert company.refuse("rina", name, **given, dueAt="2026-03-08T02:30:00") == ("NO_SUCH_TIME", "dueAt")
    assert plan(company, dueAt="2026-03-08T03:30:00")["dueAt"] == "2026-03-08T07:30:00Z"


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"kind": "TASK", "subject": " "}, ("REQUIRED", "subject")),
        ({"kind": "NOTE", "subject": "", "body": " \n "}, ("REQUIRED", "subject")),
        ({"kind": "TASK", "subject": "x" * 301}, ("TOO_LONG", "subject")),
        ({"kind": "TASK", "subject": "x", "startsAt": FUTURE}, ("NOT_OF_THIS_KIND", "startsAt")),
        ({"kind": "NOTE", "subject": "x", "dueOn": "2026-03-03"}, ("NOT_OF_THIS_KIND", "dueOn")),
        ({"kind": "MEETING", "subject": "x", "startsAt": FUTURE, "outcome": "BUSY"}, ("NOT_OF_THIS_KIND", "outcome")),
        ({"kind": "TASK", "subject": "x", "dueOn": "2026-03-03", "dueAt": FUTURE}, ("TWO_DUES", "dueAt")),
        ({"kind": "MEETING", "subject": "x"}, ("REQUIRED", "startsAt")),
        ({"kind": "MEETING", "subject": "x", "startsAt": FUTURE, "endsAt": PAST}, ("ENDS_BEFORE_START", "endsAt")),
        ({"kind": "CALL", "subject": "x", "endsAt": FUTURE}, ("ENDS_BEFORE_START", "endsAt")),
        ({"kind": "MEETING", "subject": "x", "startsAt": PAST, "endsAt": "2026-03-20T09:00:00Z"},
         ("LASTS_TOO_LONG", "endsAt")),
        ({"kind": "TASK", "subject": "x", "dueAt": "9999-12-31T23:59:59Z"}, ("BAD_TIME", "dueAt")),
        ({"kind": "TASK", "subject": "x", "dueOn": "0001-01-01"}, ("BAD_TIME", "dueOn")),
        ({"kind": "TASK", "subject": "x", "dueOn": "2026-03-03", "remindMinutes": -1},
         ("BAD_REMINDER", "remindMinutes")),
        ({"kind": "TASK", "subject": "x", "dueOn": "2026-03-03", "remindMinutes": 40321},
         ("BAD_REMINDER", "remindMinutes")),
        ({"kind": "TASK", "subject": "x", "repeat": "FREQ=DAILY"}, ("REPEAT_NEEDS_DATE", "repeat")),
        ({"kind": "TASK", "subject": "x", "dueOn": "2026-03-03", "repeat": "FREQ=SECONDLY"}, ("BAD_REPEAT", "repeat")),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(company: Company, given: Json, problem: tuple[str, str]) -> None:
    assert company.refuse("rina", "createActivity", **given) == problem


@pytest.mark.parametrize(
    "given", [{}, {"dueOn": "2026-03-03", "dueAt": FUTURE}, {"startsAt": FUTURE, "dueAt": FUTURE}, {"endsAt": FUTURE}]
)
def test_one_new_time_is_said(company: Company, given: Json) -> None:
    task = plan(company)
    assert company.refuse("rina", "moveActivity", id=task["id"], **given)[0] == "ONE_TIME"


def test_a_follow_up_hangs_on_the_same_records(company: Company) -> None:
    person = company.do("rina", "createContact", name="Dana")
    call = plan(company, "Offer", kind="CALL", done=True, contactIds=[person["id"]])
    after = plan(company, "Follow up: Offer", dueOn="2026-03-05", followUpOfId=call["id"])
    assert (after["followUpOf"], about(company, after)["links"]) == ({"id": call["id"]}, [
        {"derived": False, "deal": None, "account": None, "contact": {"name": "Dana"}}
    ])  # fmt: skip


def test_search_finds_words_of_the_text(company: Company) -> None:
    plan(company, "Visit", kind="NOTE", body="Wants a הצעה before Pésach")
    asked = "query F($s: String) { activities(search: $s) { nodes { subject } } }"
    assert company.ask("rina", asked, s="הצעה pesach") == {"activities": {"nodes": [{"subject": "Visit"}]}}
