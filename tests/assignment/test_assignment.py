"""Assignment: rules in their order, by what a lead says, to who is free; fair whoever comes at once; and told why."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import insert, select

from saas.assignment.actions import distribute_lead
from saas.core.ids import new_id
from saas.graph.ids import encode
from saas.leads.model import Lead
from saas.leads.words import LeadStatus
from saas.members.model import Member
from tests.assignment.make import given_to, make_rule
from tests.leads.make import make_lead
from tests.members.make import ABSENT, NOW, Company
from tests.sources.make import make_source

SEVEN = ("adam", "mona", "mike", "rina", "raz", "sami", "lone")
LEADS, AT_ONCE = 7 * 20 + 1, 4
STEPS = "query Q($id: ID!) { assignmentSteps(leadId: $id) { rule { name } member { name } step } }"


def test_each_rule_is_asked_in_order_and_the_log_tells_why(company: Company) -> None:
    site, fair = make_source(company), make_source(company, "Fair")
    make_rule(company, "Fair", "lone", strategy="FIXED", sourceId=fair["id"])
    make_rule(company, "Jordan", "lone", strategy="FIXED", country="Jordan")
    make_rule(company, "Hebrew", "lone", strategy="FIXED", language="Hebrew")
    make_rule(company, "Large", "sami", strategy="FIXED", question="Size", answer="LARGE")
    answers = [{"question": "size", "answer": "Large"}]
    lead = make_lead(company, ownerId=None, sourceId=site["id"], country="الأردن", language="ar", answers=answers)
    company.do("mona", "updateLead", id=lead["id"], country="Egypt")
    assert given_to(company, lead) == "sami"
    said = company.ask("mona", STEPS, id=lead["id"])["assignmentSteps"]
    assert isinstance(said, list)
    assert [(one["rule"]["name"], one["member"], one["step"]) for one in said] == [
        ("Fair", None, "OTHER_SOURCE"), ("Jordan", None, "OTHER_COUNTRY"), ("Hebrew", None, "OTHER_LANGUAGE"),
        ("Large", {"name": "Sami"}, "CHOSEN"),
    ]  # fmt: skip
    company.do("mona", "moveAssignmentRule", id=make_rule(company, "All", "raz")["id"], position=0)
    assert given_to(company, lead) == "raz"


def test_where_nobody_is_free_the_next_rule_decides_and_then_the_owner_of_the_source(company: Company) -> None:
    source = make_source(company, ownerId=company.id("lone"))
    make_rule(company, "Few", pool=[{"memberId": company.id("rina"), "capacity": 1}])
    lead = [make_lead(company, str(n), ownerId=None, sourceId=source["id"]) for n in range(2)]
    assert [given_to(company, one) for one in lead] == ["rina", "lone"]
    said = company.ask("mona", STEPS, id=lead[1]["id"])["assignmentSteps"]
    assert isinstance(said, list)
    assert [one["step"] for one in said] == ["IS_FULL", "NOBODY_FREE"]
    company.do("olga", "disableMember", id=company.id("lone"))
    other = make_lead(company, "Other", ownerId=None, sourceId=source["id"])
    assert given_to(company, other) is None


def test_the_least_busy_gets_it(company: Company) -> None:
    make_rule(company, "Least", "rina", "raz", "sami", strategy="LEAST_BUSY")
    make_lead(company, "Hers", who="rina")
    unfit = make_lead(company, "His", who="sami")
    company.do("sami", "disqualifyLead", id=unfit["id"], reason="SPAM")
    assert [given_to(company, make_lead(company, str(n), ownerId=None)) for n in range(4)] == [
        "raz", "sami", "rina", "raz",
    ]  # fmt: skip


def test_who_is_not_at_work_gets_none(company: Company) -> None:
    """It is Monday noon in London and night in Auckland. Who is new to a pool does not get all at first."""
    with company.open() as work:
        work.get(Member, company.keys["rina"]).time_zone = "Pacific/Auckland"
    rule = make_rule(company, "At work", "rina", "raz", workingHours=True)
    assert [given_to(company, make_lead(company, str(n), ownerId=None)) for n in range(2)] == ["raz", "raz"]
    pool = [{"memberId": company.id(one)} for one in ("raz", "sami")]
    company.do("mona", "updateAssignmentRule", id=rule["id"], pool=pool)
    assert [given_to(company, make_lead(company, f"+{n}", ownerId=None)) for n in range(4)] == [
        "raz", "sami", "raz", "sami",
    ]  # fmt: skip
    company.clock.pass_by(timedelta(hours=12))
    assert given_to(company, make_lead(company, "Night", ownerId=None)) is None


def test_a_preview_is_what_would_happen_and_passes_nobodys_turn(company: Company) -> None:
    make_rule(company, "All", "rina", "raz")
    read = """query Q($facts: AssignmentFactsInput!) { assignmentPreview(facts: $facts) { member { name } rule { name }
        steps { step } } }"""
    state = company.state()
    for _ in range(2):
        assert company.ask("mona", read, facts={"country": "Israel"})["assignmentPreview"] == {
            "member": {"name": "Rina"}, "rule": {"name": "All"}, "steps": [{"step": "CHOSEN"}],
        }  # fmt: skip
    assert company.state() == state


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"name": ""}, ("REQUIRED", "name")),
        ({"pool": []}, ("BAD_POOL", "pool")),
        ({"question": "Size"}, ("HALF_ANSWER", "answer")),
        ({"sourceId": encode("Source", ABSENT)}, ("NOT_FOUND", "sourceId")),
        ({"language": "Klingonish"}, ("BAD_LANGUAGE", "language")),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(settled: Company, given: dict[str, object], problem: tuple[str, str]) -> None:
    pool = [{"memberId": settled.id("rina")}]
    assert settled.refuse("mona", "createAssignmentRule", **{"name": "Rule", "pool": pool, **given}) == problem


def test_a_pool_has_each_member_once_and_room_for_one_lead(settled: Company) -> None:
    rina = {"memberId": settled.id("rina")}
    for pool, code in (([rina, rina], "MEMBER_TWICE"), ([{**rina, "capacity": 0}], "BAD_CAPACITY")):
        assert settled.refuse("mona", "createAssignmentRule", name="Rule", pool=pool) == (code, "pool")
    assert settled.refuse("rina", "createAssignmentRule", name="Mine", pool=[rina])[0] == "FORBIDDEN"


def test_leads_that_come_at_once_are_even_to_one(company: Company) -> None:
    make_rule(company, "All", *SEVEN)
    rows: list[dict[str, object]] = [
        {"id": new_id(), "name": f"Lead {n}", "status": LeadStatus.NEW, "status_entered_at": NOW, "received_at": NOW,
         "score": 0} for n in range(LEADS)
    ]  # fmt: skip
    with company.open() as work:
        work.bulk(insert(Lead), rows)
    keys = [UUID(str(row["id"])) for row in rows]

    def distribute(key: UUID) -> None:
        with company.open() as work:
            distribute_lead(work, work.lock(Lead, key))

    with ThreadPoolExecutor(AT_ONCE) as threads:
        list(threads.map(distribute, keys))
    with company.open() as work:
        owners = Counter(work.all(select(Lead.owner_id)))
    assert None not in owners
    assert sum(owners.values()) == LEADS
    assert max(owners.values()) - min(owners.values()) == 1
    assert len(owners) == len(SEVEN)
