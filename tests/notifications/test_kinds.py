"""Every kind that the capabilities declare, as it comes about."""

from collections.abc import Mapping
from datetime import timedelta

from saas.activities.reminding import remind_members
from saas.core.notices import notices
from saas.core.work import Opener
from saas.handover.actions import Succession, carry_on, hand_over
from saas.imports.actions import Upload, run_import, start_import, upload_files
from saas.imports.events import ImportFinished
from saas.invitations.events import InvitationAccepted
from tests.deals.make import make_deal
from tests.members.make import Company, Json, key_of

MINE = "{ notifications { nodes { kind text aboutType aboutId } } }"


def told(company: Company, who: str) -> list[tuple[object, object]]:
    said = company.ask(who, MINE)["notifications"]
    assert isinstance(said, Mapping)
    return [(each["kind"], each["text"]) for each in said["nodes"]]


def activity(company: Company, who: str, **given: object) -> Json:
    return company.do(who, "createActivity", **({"kind": "TASK", "subject": "Call Dana"} | given))


def test_who_is_mentioned_is_told_even_of_what_he_would_not_see(company: Company) -> None:
    deal = make_deal(company, "Acme rollout", who="rina")
    note = activity(company, "rina", kind="NOTE", dealIds=[deal["id"]], mentionedIds=[company.id("sami")])
    assert told(company, "sami") == [("activities.mentioned", "rina mentioned you: Call Dana")]
    company.do("rina", "deleteActivity", id=note["id"])
    assert told(company, "sami") == []


def test_who_is_given_a_task_is_told_and_who_takes_it_is_not(company: Company) -> None:
    activity(company, "olga", ownerId=company.id("rina"))
    activity(company, "rina")
    assert told(company, "rina") == [("activities.assigned", "olga gave you this to do: Call Dana")]
    assert told(company, "olga") == []


def test_who_is_invited_to_a_meeting_is_told(company: Company) -> None:
    at = company.clock.now() + timedelta(days=1)
    given = {"kind": "MEETING", "startsAt": at.isoformat(), "endsAt": (at + timedelta(hours=1)).isoformat()}
    activity(company, "olga", attendees=[{"memberId": company.id("raz")}], **given)
    assert told(company, "raz") == [("activities.invited", "olga invites you: Call Dana")]


def test_who_has_something_to_do_is_reminded_once(company: Company) -> None:
    at = company.clock.now() + timedelta(hours=1)
    made = activity(company, "rina", dueAt=at.isoformat(), remindMinutes=15)
    company.clock.pass_by(timedelta(minutes=50))
    for _ in range(2):
        with company.open() as work:
            remind_members(work, key_of(made))
    assert told(company, "rina") == [("activities.due", "It is time for: Call Dana")]


def test_who_imports_is_told_how_it_ended(company: Company) -> None:
    with company.open("olga") as work:
        run = upload_files(work, [Upload("accounts.csv", b"account,sector\nAcme,retail\n")])
        start_import(work, run.id, here=True)
        run_id = run.id
    run_import(Opener(company.lanes, company.tenant, company.principal("olga"), company.clock), run_id)
    assert told(company, "olga") == [("imports.finished", "The import accounts.csv is done.")]
    with company.open("olga") as work:
        work.emit(ImportFinished(run_id, failed=True))
    assert told(company, "olga")[0][1] == "The import accounts.csv stopped before its end."


def test_who_invited_somebody_is_told_that_he_came(company: Company) -> None:
    with company.open() as work:
        work.emit(InvitationAccepted(company.keys["raz"], company.keys["adam"]))
        work.emit(InvitationAccepted(company.keys["raz"], None))
    assert told(company, "adam") == [("invitations.accepted", "Raz accepted your invitation.")]


def test_who_takes_over_is_told_once_of_all(company: Company) -> None:
    for name in ("One", "Two"):
        make_deal(company, name, who="rina")
    with company.open("olga") as work:
        begun = hand_over(work, Succession(company.keys["rina"], company.keys["raz"])).id
    carry_on(Opener(company.lanes, company.tenant, company.principal("olga"), company.clock), begun)
    assert told(company, "raz") == [("handover.received", "olga gave you what Rina had. Records: 2.")]


def test_who_is_given_a_lead_is_told_and_who_takes_it_is_not(company: Company) -> None:
    for owner in ("rina", "olga"):
        company.do("olga", "createLead", name="Noa Bar", ownerId=company.id(owner))
    assert [kind for kind, _text in told(company, "rina")] == ["leads.given"]
    assert told(company, "olga") == []


def test_no_kind_is_left_out() -> None:
    """A new kind gets a test here, or beside the capability that it comes from."""
    assert set(notices()) == {
        "activities.mentioned", "activities.assigned", "activities.invited", "activities.due",
        "deals.given", "handover.received", "imports.finished", "invitations.accepted", "leads.given",
        "responses.escalated", "qualification.ripened",
    }  # fmt: skip
