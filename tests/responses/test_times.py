"""How fast the company is: percentiles by group, and the leads behind each number."""

from datetime import timedelta
from typing import cast

from tests.leads.make import make_lead
from tests.members.make import Company, Json
from tests.responses.test_clock import call
from tests.sources.make import make_source

DAYS = 'since: "2026-03-02", until: "2026-03-02"'
TOTAL = "leads answered waiting wall { p50 p95 } business { p50 }"


def times(company: Company, by: str, who: str = "olga", more: str = "") -> list[Json]:
    shown = f"source {{ name }} member {{ name }} team {{ name }} word total {{ {TOTAL} }}"
    said = company.ask(who, f"{{ responseTimes({DAYS}, by: {by}{more}) {{ groups {{ {shown} }} }} }}")["responseTimes"]
    assert isinstance(said, dict)
    return [{name: value for name, value in one.items() if value is not None} for one in said["groups"]]


def counted(company: Company, by: str, name: str, more: str = "") -> list[tuple[object, object]]:
    return [(one.get(name), cast(Json, one["total"])["leads"]) for one in times(company, by, more=more)]


def waits(company: Company) -> None:
    """Three of the site answered after 1, 2 and 3 minutes, one that waits, and one of nowhere, answered at once."""
    source = make_source(company)
    for minutes in (1, 2, 3, None):
        answers = [{"question": "Size", "answer": "large" if minutes == 3 else "Small"}]
        lead = make_lead(company, f"After {minutes}", who="rina", sourceId=source["id"], answers=answers)
        if minutes:
            company.clock.pass_by(timedelta(minutes=minutes))
            call(company, lead, outcome="CONNECTED")
    lead = make_lead(company, "At once", who="raz")
    company.do("raz", "logResponse", id=lead["id"], channel="CHAT", kind="CONTACTED")


def test_the_median_and_the_slowest_of_each_source(company: Company) -> None:
    waits(company)
    site = {"leads": 4, "answered": 3, "waiting": 1, "wall": {"p50": 120.0, "p95": 174.0}, "business": {"p50": 120.0}}
    none = {"leads": 1, "answered": 1, "waiting": 0, "wall": {"p50": 0.0, "p95": 0.0}, "business": {"p50": 0.0}}
    assert times(company, "SOURCE") == [{"source": {"name": "Site form"}, "total": site}, {"total": none}]
    assert times(company, "MEMBER") == [
        {"member": {"name": "Rina"}, "total": site},
        {"member": {"name": "Raz"}, "total": none},
    ]
    assert counted(company, "TEAM", "team") == [({"name": "North"}, 5)]
    assert counted(company, "ANSWER", "word", ', question: "SIZE"') == [("Small", 3), ("large", 1), (None, 1)]
    assert counted(company, "CHANNEL", "word") == [(None, 5)]


def test_behind_each_number_stand_its_leads(company: Company) -> None:
    waits(company)
    site: Json = {"sourceId": company.id("Site form", "Source")}
    assert behind(company, site) == [("After None", None), ("After 3", 180), ("After 2", 120), ("After 1", 60)]
    assert behind(company, {}) == [("At once", 0)]
    assert len(behind(company, None)) == 5
    assert behind(company, None, "raz") == [("At once", 0)]


def behind(company: Company, group: Json | None, who: str = "olga") -> list[tuple[str, int | None]]:
    shown = "lead { name } wallSeconds event { kind }"
    read = f"query Q($group: ResponseGroupInput) {{ responseLeads({DAYS}, group: $group) {{ {shown} }} }}"
    said = cast("list[dict[str, dict[str, str]]]", company.ask(who, read, group=group)["responseLeads"])
    assert {one["event"]["kind"] for one in said if one["event"]} == {"CONTACTED"}
    return [(one["lead"]["name"], cast("int | None", one["wallSeconds"])) for one in said]


CURVE = """{ responseTimes(since: "2026-03-02", until: "2026-03-02", by: WEEK) {
    total { waiting business { p50OfAll p95OfAll longest }
        wall { p50 p50OfAll p95OfAll longest slices { over within leads } } } groups { word total { leads } } } }"""


def test_who_waits_still_makes_no_number_prettier(company: Company) -> None:
    """Of 60, 120 and 180 seconds and two that wait: S is 4/5 · 3/4 = 3/5 after 120 and 2/5 after 180."""
    waits(company)
    make_lead(company, "Waits too", who="rina")
    company.do("olga", "deleteLead", id=company.id("At once", "Lead"))
    company.clock.pass_by(timedelta(days=1))
    said = cast("dict[str, dict[str, object]]", company.ask("olga", CURVE)["responseTimes"])
    wall, business = (cast(Json, said["total"][unit]) for unit in ("wall", "business"))
    assert [one["leads"] for one in cast("list[Json]", wall.pop("slices"))] == [3, 0, 0, 0, 0, 0]
    assert wall == {"p50": 120.0, "p50OfAll": 180, "p95OfAll": None, "longest": 86400}
    assert business == {"p50OfAll": 180, "p95OfAll": None, "longest": 9 * 3600}
    assert said["total"]["waiting"] == 2
    assert cast(object, said["groups"]) == [{"word": "2026-03-02", "total": {"leads": 5}}]


def test_a_state_and_a_slice_have_their_leads(company: Company) -> None:
    waits(company)
    asked = "$state: ResponseState, $took: ResponseSliceInput"
    read = f"query Q({asked}) {{ responseLeads({DAYS}, state: $state, took: $took) {{ lead {{ name }} }} }}"

    def names(**given: object) -> list[object]:
        found = cast("list[dict[str, Json]]", company.ask("olga", read, **given)["responseLeads"])
        return [one["lead"]["name"] for one in found]

    assert names(state="WAITING") == ["After None"]
    assert names(took={"unit": "WALL", "over": 60, "within": 120}) == ["After 2"]
    company.do("rina", "disqualifyLead", id=company.id("After None", "Lead"), reason="SPAM")
    assert (names(state="WAITING"), names(state="CLOSED")) == ([], ["After None"])


def test_how_long_one_waits_in_working_time(company: Company) -> None:
    lead = make_lead(company, "Patient", who="rina")
    company.clock.pass_by(timedelta(days=1))
    read = "query W($id: ID!) { responseWait(leadId: $id) { waits wallSeconds businessSeconds } }"
    assert company.ask("olga", read, id=lead["id"]) == {
        "responseWait": {"waits": True, "wallSeconds": 86400, "businessSeconds": 9 * 3600}
    }
    call(company, lead, outcome="CONNECTED")
    company.clock.pass_by(timedelta(days=1))
    assert company.ask("olga", read, id=lead["id"]) == {
        "responseWait": {"waits": False, "wallSeconds": 86400, "businessSeconds": 9 * 3600}
    }


def test_the_questions_that_were_asked(company: Company) -> None:
    waits(company)
    assert company.ask("olga", f"{{ responseQuestions({DAYS}) }}") == {"responseQuestions": ["Size"]}
