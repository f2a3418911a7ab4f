"""A company's own rules: they are changed, leads ripen by them, and whoever owns one is told."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from saas.core.work import Work
from saas.leads.model import Lead
from saas.qualification.actions import weigh_leads
from saas.qualification.model import Weighing
from saas.qualification.queries import find_qualification
from saas.qualification.rules import Standard
from saas.qualification.weighing import weigh
from tests.capture.make import arrive, opener_of, work_off
from tests.leads.make import history, make_lead
from tests.members.make import Company, Json
from tests.qualification.make import go_by, missing, ripe, rule, weigh_all
from tests.roles.make import give_role, grant, make_role, power, ruled
from tests.sources.make import make_source

EMAIL, CALLS = rule("EMAIL", "EMAIL", 40), rule("calls", "ACTIVITIES", 60, activity="CALL", least=2)
CALL = {"kind": "CALL", "subject": "Ring", "direction": "OUTBOUND", "done": True}
STANDARD = """{ qualification { version ripeScore requires leastActivities weighing { total done finishedAt }
    rules { key merit points field match value question source { name } activity least within } } }"""
TRIAL = """query Trial($standard: QualificationInput!) { qualificationTrial(standard: $standard, first: 10) {
    openLeads ripeNow ripe leads { name } } }"""


def standard_of(company: Company) -> Json:
    said = company.ask("rina", STANDARD)["qualification"]
    assert isinstance(said, dict)
    return said


def told(company: Company, who: str) -> list[str]:
    said = company.ask(who, "{ notifications { nodes { kind text } } }")["notifications"]
    assert isinstance(said, Mapping)
    return [one["text"] for one in said["nodes"] if one["kind"] == "qualification.ripened"]


def test_at_first_the_usual_points_hold_and_nothing_is_ripe(company: Company) -> None:
    said = standard_of(company)
    assert (said["version"], said["ripeScore"], said["weighing"]) == (0, None, None)
    rules = said["rules"]
    assert isinstance(rules, list)
    assert {one["merit"]: one["points"] for one in rules} == {
        "EMAIL": 10, "WORK_EMAIL": 15, "PHONE": 20, "COMPANY": 15, "TITLE": 10, "MESSAGE": 10, "PRODUCT": 10,
        "SOUGHT_US": 10,
    }  # fmt: skip
    lead = make_lead(company, email="dana@levi.test", phone="052-123 4567")
    assert ripe(company, lead) == (45, False, [("EMAIL", 10), ("PHONE", 20), ("WORK_EMAIL", 15)])
    assert missing(company, lead) == []


def test_a_lead_ripens_by_what_is_done_with_it_and_unripens(company: Company) -> None:
    go_by(company, EMAIL, CALLS, ripeScore=80, requires=["PHONE"], leastActivities=1)
    lead = make_lead(company, who="mona", ownerId=company.id("rina"), email="dana@levi.test")
    assert ripe(company, lead) == (40, False, [("EMAIL", 40)])
    assert missing(company, lead) == [("SCORE", 80), ("FIELD", "PHONE"), ("ACTIVITIES", 1)]
    calls = [company.do("mona", "createActivity", **CALL, leadIds=[lead["id"]]) for _ in range(2)]
    assert ripe(company, lead) == (100, False, [("EMAIL", 40), ("calls", 60)])
    assert missing(company, lead) == [("FIELD", "PHONE")]
    assert told(company, "rina") == []
    company.do("mona", "updateLead", id=lead["id"], phone="052-123 4567")
    assert ripe(company, lead)[:2] == (100, True)
    assert told(company, "rina") == ["The lead Dana Levi is ripe. Its score is 100."]
    company.do("mona", "deleteActivity", id=calls[0]["id"])
    assert ripe(company, lead) == (40, False, [("EMAIL", 40)])
    assert [one["kind"] for one in history(company, lead)] == ["CREATED", "RIPENED", "UNRIPENED"]
    read = "query Q($id: ID!) { lead(id: $id) { timeline { nodes { kind } } } }"
    lines = {"nodes": [{"kind": "CALL"}, {"kind": "LEAD_CREATED"}]}  # each is a TimelineKind
    assert company.ask("mona", read, id=lead["id"]) == {"lead": {"timeline": lines}}
    company.do("mona", "restoreActivity", id=calls[0]["id"])
    assert ripe(company, lead)[:2] == (100, True)


def test_who_may_not_change_the_lead_makes_it_riper_all_the_same(company: Company) -> None:
    go_by(company, EMAIL, CALLS, ripeScore=50)
    lead = make_lead(company, who="rina")
    for _ in range(2):
        company.do("mona", "createActivity", **CALL, leadIds=[lead["id"]])
    assert ripe(company, lead) == (60, True, [("calls", 60)])
    assert company.refuse("raz", "updateLead", id=lead["id"], title="x") == ("NOT_FOUND", "id")


def test_talks_by_chat_count_and_how_soon(company: Company) -> None:
    go_by(company, rule("t", "TALKED", 10), rule("soon", "TALKED_WITHIN", 30, within=60), ripeScore=25)
    soon, late = make_lead(company, "Soon"), make_lead(company, "Late")
    company.clock.pass_by(timedelta(minutes=60))
    company.do("olga", "logResponse", id=soon["id"], channel="CHAT", kind="CONTACTED")
    company.clock.pass_by(timedelta(minutes=1))
    company.do("olga", "logResponse", id=late["id"], channel="CHAT", kind="CONTACTED")
    assert ripe(company, soon) == (100, True, [("soon", 30), ("t", 10)])
    assert ripe(company, late) == (25, True, [("t", 10)])
    assert ripe(company, make_lead(company, "Never"))[:2] == (0, False)


def test_an_unfit_lead_stays_as_it_was_until_it_is_reopened(company: Company) -> None:
    lead = make_lead(company, email="dana@levi.test")
    company.do("olga", "disqualifyLead", id=lead["id"], reason="NO_NEED")
    go_by(company, EMAIL, ripeScore=50)
    assert ripe(company, lead)[:2] == (100, False)
    company.do("olga", "reopenLead", id=lead["id"])
    assert ripe(company, lead)[:2] == (100, True)


def test_forms_are_weighed_together_by_answers_source_and_consent(company: Company) -> None:
    source = make_source(company, consentText="I agree.")
    other = make_source(company, "Other")
    go_by(
        company, rule("a", "ANSWER", 40, question="budget", value="10K"), rule("c", "CONSENT", 30),
        rule("s", "SOURCE", 30, sourceId=source["id"]), rule("o", "SOURCE", -50, sourceId=other["id"]), ripeScore=70,
    )  # fmt: skip
    for number in range(3):
        arrive(
            company, source, str(number), **{"Full name": f"D{number}", "Budget": "10k", "consent": "on" * (number > 0)}
        )
    arrive(company, other, "other", **{"Full name": "Other", "Budget": "10k"})
    work_off(company)
    said = company.ask("olga", "{ leads(first: 10) { nodes { name score ripeAt version } } }")["leads"]
    assert isinstance(said, dict)
    found = {one["name"]: (one["score"], one["ripeAt"] is not None, one["version"]) for one in said["nodes"]}
    assert found == {
        "D0": (70, True, 1), "D1": (100, True, 1), "D2": (100, True, 1), "Other": (0, False, 1),
    }  # fmt: skip


def test_all_leads_are_weighed_anew_and_a_later_change_overtakes(company: Company) -> None:
    lead = make_lead(company, who="rina", email="dana@levi.test")
    for number in range(4):
        make_lead(company, f"L{number}")
    first = company.do("olga", "changeQualification", rules=[EMAIL], ripeScore=40, version=0)
    assert (first["version"], ripe(company, lead)[1]) == (1, False)
    assert company.act("olga", "changeQualification", rules=[EMAIL], version=0).problem == ("CONFLICT", "version")
    company.do("olga", "changeQualification", rules=[EMAIL, CALLS], ripeScore=40, version=1)
    weigh_all(company)
    assert ripe(company, lead) == (40, True, [("EMAIL", 40)])
    assert told(company, "rina") == []
    assert standard_of(company)["weighing"] == {"total": 5, "done": 5, "finishedAt": "2026-03-02T12:00:00Z"}
    go_by(company, EMAIL, CALLS)
    assert ripe(company, lead)[:2] == (40, False)


def test_a_weighing_goes_on_where_its_worker_died(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saas.qualification.actions.AT_ONCE", 2)
    leads = [make_lead(company, f"L{number}", email="a@b.test") for number in range(5)]
    go_by(company, EMAIL, ripeScore=50, weigh=False)
    with company.open() as work:
        (waiting,) = work.all(select(Weighing.id))
    calls = iter(range(3))

    def dying(work: Work, standard: Standard, held: Sequence[Lead], *, quiet: bool = False) -> None:
        if next(calls) == 1:
            raise RuntimeError("the worker dies")
        weigh(work, standard, held, quiet=quiet)

    with monkeypatch.context() as broken:
        broken.setattr("saas.qualification.actions.weigh", dying)
        with pytest.raises(RuntimeError):
            weigh_leads(opener_of(company), waiting)
    assert [ripe(company, lead)[1] for lead in leads] == [True, True, False, False, False]
    weigh_leads(opener_of(company), waiting)
    assert [ripe(company, lead)[1] for lead in leads] == [True] * 5
    assert [len(history(company, lead)) for lead in leads] == [2] * 5


def test_a_trial_tells_what_rules_would_do_and_changes_nothing(company: Company) -> None:
    make_lead(company, "Dana", email="dana@levi.test")
    make_lead(company, "Omar")
    closed = make_lead(company, "Zoe", email="zoe@levi.test")
    company.do("olga", "disqualifyLead", id=closed["id"], reason="SPAM")
    before = company.state()
    said = company.ask("olga", TRIAL, standard={"rules": [EMAIL], "ripeScore": 50})["qualificationTrial"]
    assert said == {"openLeads": 2, "ripeNow": 0, "ripe": 1, "leads": [{"name": "Dana"}]}
    assert company.state() == before
    refused = company.answer("mona", TRIAL, {"standard": {"rules": [EMAIL], "ripeScore": 50}})
    assert "FORBIDDEN" in str(refused["errors"])


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"rules": [rule("a", "EMAIL", 0)]}, ("BAD_POINTS", "rules.0")),
        ({"rules": [rule("a", "EMAIL", 1001)]}, ("BAD_POINTS", "rules.0")),
        ({"rules": [rule("a", "EMAIL", -1)]}, ("NO_POINTS", "rules")),
        ({"rules": [rule("a", "EMAIL", 1), rule("a", "PHONE", 1)]}, ("RULE_TWICE", "rules")),
        ({"rules": [rule(" ", "EMAIL", 1)]}, ("REQUIRED", "rules.0")),
        ({"rules": [rule(str(n), "EMAIL", 1) for n in range(51)]}, ("TOO_MANY", "rules")),
        ({"rules": [rule("a", "FIELD", 1, field="TITLE", match="IS")]}, ("HALF_RULE", "rules.0")),
        ({"rules": [rule("a", "FIELD", 1, match="FILLED")]}, ("HALF_RULE", "rules.0")),
        ({"rules": [rule("a", "FIELD", 1, field="PRODUCT", match="IS", value="x")]}, ("PRODUCT_FILLED", "rules.0")),
        ({"rules": [rule("a", "ANSWER", 1)]}, ("HALF_RULE", "rules.0")),
        ({"rules": [rule("a", "ACTIVITIES", 1)]}, ("HALF_RULE", "rules.0")),
        ({"rules": [rule("a", "ACTIVITIES", 1, least=0)]}, ("BAD_COUNT", "rules.0")),
        ({"rules": [rule("a", "TALKED_WITHIN", 1, within=10_081)]}, ("BAD_COUNT", "rules.0")),
        ({"rules": [EMAIL], "ripeScore": 0}, ("BAD_SCORE", "ripeScore")),
        ({"rules": [EMAIL], "ripeScore": 101}, ("BAD_SCORE", "ripeScore")),
        ({"rules": [EMAIL], "leastActivities": -1}, ("BAD_COUNT", "leastActivities")),
    ],
    ids=lambda said: str(said)[:60],
)
def test_what_makes_no_sense_is_refused(settled: Company, given: Json, problem: tuple[str, str]) -> None:
    assert settled.refuse("olga", "changeQualification", **given) == problem


def test_who_does_not_keep_the_company_changes_nothing(settled: Company) -> None:
    for who in ("mona", "rina"):
        assert settled.refuse(who, "changeQualification", rules=[EMAIL]) == ("FORBIDDEN", None)


def test_a_source_of_another_company_is_none(company: Company, other_company: Company) -> None:
    theirs = make_source(other_company)
    given = [EMAIL, rule("s", "SOURCE", 5, sourceId=theirs["id"])]
    assert company.refuse("olga", "changeQualification", rules=given) == ("NOT_FOUND", "rules.1")


def test_a_lead_that_is_ripe_at_once_is_refused_whoever_may_create_none(company: Company) -> None:
    go_by(company, EMAIL, ripeScore=50)
    make_role(company, "Looker", grants=[grant("Lead", "CREATE", "NONE")])
    give_role(company, "raz", "Looker")
    given = {"name": "Dana Levi", "email": "dana@levi.test", "ownerId": company.id("raz")}
    assert company.refuse("raz", "createLead", **given) == ("FORBIDDEN", None)


def test_a_rule_of_the_usual_ones_whose_condition_is_another_is_weighed(company: Company) -> None:
    lead = make_lead(company, email="dana@levi.test", phone="052-123 4567")
    go_by(company, rule("EMAIL", "PHONE", 30), rule("PHONE", "PHONE", 70))
    assert ripe(company, lead) == (100, False, [("EMAIL", 30), ("PHONE", 70)])
    company.do("olga", "updateLead", id=lead["id"], phone=None)
    assert ripe(company, lead) == (0, False, [])


def test_an_activity_that_is_taken_off_a_lead_speaks_for_it_no_more(company: Company) -> None:
    go_by(company, rule("call", "ACTIVITIES", 10, activity="CALL", least=1), ripeScore=50)
    one, other = make_lead(company, "One"), make_lead(company, "Other")
    call = company.do("olga", "createActivity", **CALL, leadIds=[one["id"]])
    assert (ripe(company, one)[:2], ripe(company, other)[:2]) == ((100, True), (0, False))
    company.do("olga", "updateActivity", id=call["id"], leadIds=[other["id"]])
    assert (ripe(company, one)[:2], ripe(company, other)[:2]) == ((0, False), (100, True))


def test_the_audit_tells_what_people_did_and_not_what_follows_from_it(company: Company) -> None:
    make_lead(company, email="dana@levi.test")
    before = len(company.entries())
    go_by(company, rule("EMAIL", "EMAIL", 5), ripeScore=10)
    told = [(entity, action) for _who, action, entity, _before, _after in company.trail(before)]
    assert set(told) == {("qualification", "CREATE"), ("weighing", "CREATE"), ("weighing", "UPDATE"),
                         ("lead_event", "CREATE")}  # fmt: skip


def test_nobody_tries_rules_by_what_his_role_hides(company: Company) -> None:
    make_role(company, "Keeper", powers=[power("company:manage")], fields=[ruled("Lead", "email")])
    give_role(company, "mike", "Keeper")
    by_email = {"rules": [rule("w", "WORK_EMAIL", 5)], "ripeScore": 50}
    assert "FIELD_HIDDEN" in str(company.answer("mike", TRIAL, {"standard": by_email})["errors"])
    by_phone = {"rules": [rule("p", "PHONE", 5)], "ripeScore": 50}
    assert company.ask("mike", TRIAL, standard=by_phone)["qualificationTrial"]
    required = {**by_phone, "requires": ["EMAIL"]}
    assert "FIELD_HIDDEN" in str(company.answer("mike", TRIAL, {"standard": required})["errors"])


def test_a_trial_looks_at_the_newest_and_says_where_it_stopped(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("saas.qualification.queries.AT_ONCE", 2)
    monkeypatch.setattr("saas.qualification.queries.MOST_TRIED", 4)
    for number in range(4):
        make_lead(company, f"L{number}", email="a@b.test")
    asked = TRIAL.replace("openLeads", "openLeads more")
    standard = {"rules": [EMAIL], "ripeScore": 50}
    assert company.ask("olga", asked, standard=standard)["qualificationTrial"]["more"] is False  # type: ignore[index]
    make_lead(company, "L4")
    said = company.ask("olga", asked, standard=standard)["qualificationTrial"]
    assert (said["openLeads"], said["more"]) == (4, True)  # type: ignore[index]
    assert said["ripe"] == 3  # type: ignore[index]


def test_leads_on_their_way_in_make_the_first_change_of_the_rules_wait(company: Company) -> None:
    with ThreadPoolExecutor(1) as other:
        with company.open() as work:
            assert find_qualification(work, hold=True) is None
            changed = other.submit(company.do, "olga", "changeQualification", rules=[EMAIL])
            with pytest.raises(TimeoutError):
                changed.result(timeout=0.5)
        assert changed.result(timeout=10)["version"] == 1
