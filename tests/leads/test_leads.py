"""Leads: made in one form, worked, found unfit and reopened; what their history tells."""

from datetime import timedelta

import pytest

from saas.graph.ids import encode
from tests.leads.make import history, make_lead
from tests.members.make import ABSENT, Company, key_of
from tests.sources.make import make_source

NOW = "2026-03-02T12:00:00Z"


def test_a_lead_is_made_in_one_form(company: Company) -> None:
    source = make_source(company)
    visit = {
        "landingPage": "https://kesher.test/price?utm_source=google&utm_medium=cpc&utm_campaign=spring&gclid=abc",
        "referrer": "https://www.google.com/",
    }
    made = company.do(
        "rina", "createLead", name=" Dana Levi ", company=" Levi Ltd ", email=" Dana@Levi.TEST", phone="052-123 4567",
        country="ישראל", language="עברית", message="Call me\nsoon", sourceId=source["id"], visit=visit,
        answers=[{"question": "Budget", "answer": " 10k "}, {"question": "Colour", "answer": " "}],
    )  # fmt: skip
    said = {name: value for name, value in made.items() if value is not None}
    assert said == {
        "id": made["id"], "name": "Dana Levi", "company": "Levi Ltd", "email": "dana@levi.test",
        "phone": "+972521234567", "country": "Israel", "language": "he", "message": "Call me\nsoon", "status": "NEW",
        "statusEnteredAt": NOW, "secondsInStatus": 0, "receivedAt": NOW, "score": 70, "channel": "PAID",
        "utmSource": "google", "utmMedium": "cpc", "utmCampaign": "spring", "clickId": "gclid:abc",
        "landingPage": visit["landingPage"], "referrer": visit["referrer"], "owner": {"id": company.id("rina")},
        "source": {"id": source["id"]}, "version": 1, "createdAt": NOW, "updatedAt": NOW,
    }  # fmt: skip
    read = "query Q($id: ID!) { lead(id: $id) { answers { question answer } merits { merit points } } }"
    assert company.ask("rina", read, id=made["id"]) == {"lead": {
        "answers": [{"question": "Budget", "answer": "10k"}],
        "merits": [{"merit": "PHONE", "points": 20}, {"merit": "COMPANY", "points": 15},
                   {"merit": "WORK_EMAIL", "points": 15}, {"merit": "MESSAGE", "points": 10},
                   {"merit": "EMAIL", "points": 10}],
    }}  # fmt: skip
    assert history(company, made) == [
        {"kind": "CREATED", "by": {"name": "Rina"}, "toStatus": "NEW", "toOwner": {"name": "Rina"}}
    ]


def test_the_score_follows_what_is_known(company: Company) -> None:
    made = make_lead(company, email="dana@gmail.com")
    assert made["score"] == 10
    better = company.do("olga", "updateLead", id=made["id"], email="dana@levi.test", title="CFO")
    assert better["score"] == 35
    read = "query Q($id: ID!) { lead(id: $id) { merits { merit } } }"
    assert company.do("olga", "updateLead", id=made["id"], email=None)["score"] == 10
    assert company.ask("olga", read, id=made["id"]) == {"lead": {"merits": [{"merit": "TITLE"}]}}


def test_a_lead_is_worked_given_found_unfit_and_reopened(company: Company) -> None:
    made = make_lead(company, who="mona", ownerId=None)
    assert made["owner"] is None
    company.clock.pass_by(timedelta(minutes=5))
    company.do("mona", "assignLead", id=made["id"], ownerId=company.id("rina"))
    assert company.do("rina", "moveLead", id=made["id"], status="WORKING")["status"] == "WORKING"
    company.do("rina", "moveLead", id=made["id"], status="WORKING")
    company.clock.pass_by(timedelta(hours=1))
    unfit = company.do("rina", "disqualifyLead", id=made["id"], reason="NO_BUDGET", remark="Next year")
    assert (unfit["status"], unfit["unfitReason"], unfit["unfitRemark"]) == ("UNFIT", "NO_BUDGET", "Next year")
    for mutation, given in (("moveLead", {"status": "NEW"}), ("disqualifyLead", {"reason": "SPAM"}),
                            ("assignLead", {"ownerId": None})):  # fmt: skip
        assert company.refuse("mona", mutation, id=made["id"], **given) == ("LEAD_UNFIT", "id")
    back = company.do("rina", "reopenLead", id=made["id"])
    assert (back["status"], back["unfitReason"], back["unfitRemark"]) == ("WORKING", None, None)
    assert company.refuse("rina", "reopenLead", id=made["id"]) == ("LEAD_OPEN", "id")
    assert history(company, made)[1:] == [
        {"kind": "OWNER", "by": {"name": "Mona"}, "toOwner": {"name": "Rina"}},
        {"kind": "STATUS", "by": {"name": "Rina"}, "fromStatus": "NEW", "toStatus": "WORKING", "seconds": 300},
        {"kind": "STATUS", "by": {"name": "Rina"}, "fromStatus": "WORKING", "toStatus": "UNFIT", "seconds": 3600,
         "unfitReason": "NO_BUDGET", "unfitRemark": "Next year"},
        {"kind": "STATUS", "by": {"name": "Rina"}, "fromStatus": "UNFIT", "toStatus": "WORKING", "seconds": 0},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"name": ""}, ("REQUIRED", "name")),
        ({"email": "dana"}, ("BAD_EMAIL", "email")),
        ({"phone": "none"}, ("BAD_PHONE", "phone")),
        ({"language": "Klingonish"}, ("BAD_LANGUAGE", "language")),
        ({"message": "x" * 10_001}, ("TOO_LONG", "message")),
        ({"answers": [{"question": " ", "answer": "x"}]}, ("REQUIRED", "answers")),
        ({"answers": [{"question": "Q", "answer": "x" * 2001}]}, ("TOO_LONG", "answers")),
        ({"answers": [{"question": "Q", "answer": "x"}] * 101}, ("TOO_MANY", "answers")),
        ({"receivedAt": "2026-03-02T12:00:01Z"}, ("IN_FUTURE", "receivedAt")),
        ({"ownerId": encode("Member", ABSENT)}, ("NOT_FOUND", "ownerId")),
        ({"sourceId": encode("Source", ABSENT)}, ("NOT_FOUND", "sourceId")),
        ({"productId": encode("Product", ABSENT)}, ("NOT_FOUND", "productId")),
    ],
    ids=lambda said: str(said)[:40],
)
def test_what_makes_no_sense_is_refused(settled: Company, given: dict[str, object], problem: tuple[str, str]) -> None:
    assert settled.refuse("olga", "createLead", **{"name": "Dana", **given}) == problem


def test_a_status_that_closes_is_reached_by_its_own_act_alone(company: Company) -> None:
    made = make_lead(company)
    for status in ("UNFIT", "CONVERTED"):
        assert company.refuse("olga", "moveLead", id=made["id"], status=status) == ("STATUS_NOT_OPEN", "status")


def test_leads_are_found_filtered_and_ordered(company: Company) -> None:
    source = make_source(company)
    make_lead(company, "דָּנָה לוי", company="Levi", sourceId=source["id"])
    make_lead(company, "Omar", phone="+962 6 790 1234", email="omar@amman.test")
    read = (
        "query Q($sought: String, $filter: LeadFilter) { leads(search: $sought, filter: $filter) { nodes { name } } }"
    )

    def found(**given: object) -> list[str]:
        said = company.ask("olga", read, **given)["leads"]
        assert isinstance(said, dict)
        return [one["name"] for one in said["nodes"]]

    assert found(sought="דנה") == ["דָּנָה לוי"]
    assert found(sought="levi") == ["דָּנָה לוי"]
    assert found(filter={"source": {"id": {"eq": source["id"]}}}) == ["דָּנָה לוי"]
    assert found(filter={"status": {"in": ["NEW"]}, "score": {"gte": 30}}) == ["Omar"]
    hits = company.ask(
        "olga", '{ search(text: "67901234", kinds: [LEAD]) { groups { kind hits { record { id } match } } } }'
    )["search"]
    hit = {"record": {"id": company.id("Omar", "Lead")}, "match": "WORD"}
    assert hits == {"groups": [{"kind": "LEAD", "hits": [hit]}]}
    said = company.ask("olga", "{ leads(orderBy: [{ score: DESC }]) { nodes { name } } }")["leads"]
    assert said == {"nodes": [{"name": "Omar"}, {"name": "דָּנָה לוי"}]}


def test_activities_and_the_timeline_hang_on_a_lead(company: Company) -> None:
    made = make_lead(company, who="rina")
    call = company.do("rina", "createActivity", kind="CALL", subject="Ring", leadIds=[made["id"]], dueOn="2026-03-05")
    read = """query Q($id: ID!) { lead(id: $id) { nextActivity { subject } activityLinks { derived }
        timeline { nodes { kind activity { id } leadEvent { kind } } } } }"""
    told = company.ask("rina", read, id=made["id"])["lead"]
    assert told == {
        "nextActivity": {"subject": "Ring"}, "activityLinks": [{"derived": False}],
        "timeline": {"nodes": [
            {"kind": "CALL", "activity": {"id": call["id"]}, "leadEvent": None},
            {"kind": "LEAD_CREATED", "activity": None, "leadEvent": {"kind": "CREATED"}},
        ]},
    }  # fmt: skip
    assert company.refuse("raz", "createActivity", kind="CALL", subject="X", leadIds=[made["id"]]) == (
        "NOT_FOUND", "leadIds",
    )  # fmt: skip


def test_a_rep_sees_his_own_and_a_manager_all(company: Company) -> None:
    his, nobodys = make_lead(company, who="rina"), make_lead(company, "Nobody's", ownerId=None)
    read = "{ leads { nodes { id } } }"
    assert company.ask("rina", read) == {"leads": {"nodes": [{"id": his["id"]}]}}
    assert company.ask("raz", read) == {"leads": {"nodes": []}}
    assert company.ask("mike", read) == {"leads": {"nodes": [{"id": nobodys["id"]}, {"id": his["id"]}]}}
    assert company.refuse("raz", "assignLead", id=his["id"], ownerId=company.id("raz")) == ("NOT_FOUND", "id")
    company.do("rina", "deleteLead", id=his["id"])
    assert company.ask("mike", read) == {"leads": {"nodes": [{"id": nobodys["id"]}]}}
    company.do("rina", "restoreLead", id=his["id"])


def test_a_stale_version_is_told(company: Company) -> None:
    made = make_lead(company)
    company.do("olga", "updateLead", id=made["id"], title="CFO")
    state = company.state()
    for mutation, given in (("updateLead", {}), ("assignLead", {}), ("moveLead", {"status": "WORKING"}),
                            ("disqualifyLead", {"reason": "SPAM"}), ("deleteLead", {})):  # fmt: skip
        answer = company.act("olga", mutation, id=made["id"], version=1, **given)
        assert answer.problem == ("CONFLICT", "version")
    assert company.state() == state


def test_who_gets_a_lead_is_told(company: Company) -> None:
    make_lead(company, ownerId=company.id("rina"))
    own = make_lead(company, "Mine", who="rina")
    answer = company.act("raz", "createLead", name="Omar", ownerId=company.id("rina"))
    assert (answer.record, answer.problem) == (None, None)
    read = "{ notifications { nodes { text aboutId } } }"
    said = company.ask("rina", read)["notifications"]
    assert isinstance(said, dict)
    assert [one["text"] for one in said["nodes"]] == [
        "raz gave you the lead Omar.", "olga gave you the lead Dana Levi.",
    ]  # fmt: skip
    assert key_of(own)
