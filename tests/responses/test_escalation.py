"""Escalation: a manager is told, once, of a lead that nobody has tried to answer in the working time that is set."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, text

from saas.company.hours import Hours
from saas.company.working_time import Feast, WorkingTime
from saas.responses.actions import escalate_lead
from saas.responses.escalation import JOB
from tests.leads.make import make_lead
from tests.members.make import Company, Json, key_of
from tests.responses.make import clock
from tests.sources.make import make_source

MINUTE = timedelta(minutes=1)
WAITING = """SELECT scheduled_at, args->'given'->>'lead_id' FROM jobs.procrastinate_jobs
    WHERE task_name = :name AND args->>'namespace' = :namespace ORDER BY id"""
MINE = "{ notifications { nodes { kind text } } }"
WAIT = "query Wait($id: ID!) { responseWait(leadId: $id) { waits businessSeconds escalatesAfter } }"
ESCALATION = "query Escalation($id: ID!) { lead(id: $id) { escalation { by { name } businessSeconds } } }"


@pytest.fixture
def strict(company: Company) -> Company:
    """It tells of a lead after an hour of its working time."""
    company.do("olga", "updateCompany", escalateAfter=60)
    return company


def look(company: Company, lead: Json) -> None:
    """As the queue does, which may run a job again."""
    with company.open() as work:
        escalate_lead(work, key_of(lead))


def told(company: Company, who: str) -> list[str]:
    said = company.ask(who, MINE)["notifications"]
    assert isinstance(said, Mapping)
    return [each["text"] for each in said["nodes"] if each["kind"] == "responses.escalated"]


def waiting(company: Company, queue: Engine) -> list[tuple[datetime, str]]:
    with queue.connect() as connection:
        rows = connection.execute(text(WAITING), {"name": JOB, "namespace": company.tenant.namespace})
        return [(row[0], row[1]) for row in rows]


def test_the_manager_is_told_once_when_the_time_is_over(strict: Company) -> None:
    lead = make_lead(strict, ownerId=strict.id("rina"))
    strict.clock.pass_by(59 * MINUTE)
    look(strict, lead)
    assert told(strict, "mona") == []
    strict.clock.pass_by(MINUTE)
    for _ in range(3):
        look(strict, lead)
    said = "Nobody has tried to answer Dana Levi. Working minutes since it came in: 60."
    assert [told(strict, who) for who in ("mona", "mike", "olga", "rina")] == [[said], [], [], []]
    assert [one for one in clock(strict, lead) if one[0] == "ESCALATED"] == [("ESCALATED", 3600, 3600)]
    found = strict.ask("mona", ESCALATION, id=lead["id"])["lead"]
    assert found == {"escalation": {"by": {"name": "Mona"}, "businessSeconds": 3600}}


@pytest.mark.parametrize(("owner", "those"), [("mona", ["olga", "adam"]), (None, ["olga", "adam"]), ("sami", ["mike"])])
def test_without_a_manager_above_its_owner_those_who_administer_are_told(
    strict: Company, owner: str | None, those: list[str]
) -> None:
    lead = make_lead(strict, ownerId=owner and strict.id(owner))
    strict.clock.pass_by(60 * MINUTE)
    look(strict, lead)
    assert [who for who in ("olga", "adam", "mona", "mike") if told(strict, who)] == those


def test_who_tried_or_closed_it_stops_it_and_a_task_does_not(strict: Company) -> None:
    tried, closed, planned, deleted = (make_lead(strict, name, ownerId=strict.id("rina")) for name in "ABCD")
    call = {"kind": "CALL", "subject": "Ring", "direction": "OUTBOUND", "done": True}
    strict.do("rina", "createActivity", **call, leadIds=[tried["id"]])
    strict.do("rina", "createActivity", kind="TASK", subject="Ring", leadIds=[planned["id"]])
    strict.do("olga", "disqualifyLead", id=closed["id"], reason="SPAM")
    strict.do("olga", "deleteLead", id=deleted["id"])
    strict.clock.pass_by(60 * MINUTE)
    for lead in (tried, closed, planned, deleted):
        look(strict, lead)
    assert [text.split(".")[0] for text in told(strict, "mona")] == ["Nobody has tried to answer C"]


def test_a_source_has_its_own_time_or_none(strict: Company, queue: Engine) -> None:
    quick = strict.do("olga", "createSource", name="Quick", kind="API")
    silent = strict.do("olga", "createSource", name="Silent", kind="API")
    strict.do("olga", "updateSource", id=quick["id"], escalateAfter=5)
    strict.do("olga", "updateSource", id=silent["id"], escalateAfter=0)
    fast, never = (make_lead(strict, name, sourceId=one["id"]) for name, one in (("Fast", quick), ("Never", silent)))
    assert waiting(strict, queue)[-1] == (strict.clock.now() + 5 * MINUTE, str(key_of(fast)))
    strict.clock.pass_by(5 * MINUTE)
    for lead in (fast, never):
        look(strict, lead)
    assert [kind for kind, _, _ in clock(strict, fast)][-1] == "ESCALATED"
    assert [kind for kind, _, _ in clock(strict, never)] == ["RECEIVED", "ASSIGNED"]


def test_a_longer_time_that_is_set_meanwhile_is_waited_for(strict: Company, queue: Engine) -> None:
    lead = make_lead(strict)
    begun = strict.clock.now()
    strict.do("olga", "updateCompany", escalateAfter=90)
    strict.clock.pass_by(60 * MINUTE)
    look(strict, lead)
    assert [at for at, _ in waiting(strict, queue)] == [begun + 60 * MINUTE, begun + 90 * MINUTE]
    strict.do("olga", "updateCompany", escalateAfter=None)
    strict.clock.pass_by(60 * MINUTE)
    look(strict, lead)
    assert told(strict, "olga") == []


def test_nothing_is_set_by_itself_and_nonsense_is_refused(company: Company, queue: Engine) -> None:
    make_lead(company)
    assert waiting(company, queue) == []
    for minutes in (0, -1, 10_081):
        assert company.act("olga", "updateCompany", escalateAfter=minutes).problem == ("BAD_MINUTES", "escalateAfter")
    source = company.do("olga", "createSource", name="Quick", kind="API")
    refused = company.act("olga", "updateSource", id=source["id"], escalateAfter=-1)
    assert refused.problem == ("BAD_MINUTES", "escalateAfter")


def test_the_moment_passes_over_nights_holidays_and_half_days() -> None:
    zone = ZoneInfo("Asia/Jerusalem")
    week = tuple(Hours(day, "09:00", "17:00") for day in (7, 1, 2, 3, 4))
    feasts = (
        Feast("Half", datetime(2026, 3, 2, tzinfo=UTC).date(), yearly=False, half_until="10:00"),
        Feast("Whole", datetime(2026, 3, 3, tzinfo=UTC).date(), yearly=False, half_until=None),
    )
    time = WorkingTime(week, feasts)
    since = datetime(2026, 3, 1, 16, 30, tzinfo=zone)
    for seconds, due in ((1800, (1, 17, 0)), (3600, (2, 9, 30)), (2 * 3600, (4, 9, 30))):
        found = time.later(since, seconds, zone)
        assert found == datetime(2026, 3, *due, tzinfo=zone)
        assert time.seconds(since, found, zone) == seconds
    assert WorkingTime(()).later(since, 60, zone) is None


def test_how_long_one_may_wait_yet(strict: Company) -> None:
    """What its source sets, else the company; nothing of one that waits no more."""

    def wait(lead: Json) -> object:
        return strict.ask("rina", WAIT, id=lead["id"])["responseWait"]

    calm, never = make_source(strict, "Calm"), make_source(strict, "Never")
    strict.do("olga", "updateSource", id=calm["id"], escalateAfter=90)
    strict.do("olga", "updateSource", id=never["id"], escalateAfter=0)
    sources = None, calm["id"], never["id"]
    leads = [make_lead(strict, f"Of {one}", ownerId=strict.id("rina"), sourceId=one) for one in sources]
    strict.clock.pass_by(30 * MINUTE)
    assert [wait(one) for one in leads] == [
        {"waits": True, "businessSeconds": 1800, "escalatesAfter": after} for after in (3600, 5400, None)
    ]
    strict.do("rina", "disqualifyLead", id=leads[0]["id"], reason="SPAM")
    assert wait(leads[0]) == {"waits": False, "businessSeconds": 1800, "escalatesAfter": None}
