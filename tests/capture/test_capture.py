"""Capture: what comes is kept, becomes one lead with all that belongs to it, or is parked where it is seen."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import cast
from uuid import UUID

import pytest
from sqlalchemy import Engine, func, select, text

from saas.capture import taking
from saas.capture.actions import JOB, LOOK, PATIENCE, Arrival, park_late, receive
from saas.capture.model import GAVE_UP, Submission, SubmissionStatus
from saas.capture.taking import take_in
from saas.core.clock import Clock
from saas.core.model import Model
from saas.core.principal import system
from saas.core.work import Opener
from saas.leads.model import Lead
from saas.members.model import Member
from saas.notifications.actions import mail_member
from saas.notifications.model import Notification
from saas.post.model import Mail
from saas.responses.model import ResponseEvent
from tenants.engine import Lanes
from tests.assignment.make import make_rule
from tests.capture.make import arrive, opener_of, submissions, work_off
from tests.conftest import Database
from tests.members.make import Company, Json, key_of
from tests.sources.make import make_source

WHOLE = """{ leads { nodes { name email phone source { name } owner { name } channel score
    answers { question answer } consents { kind words } assignmentDecisions { rule { name } member { name } }
    activityLinks { awaitedAt } nextActivity { kind subject dueOn owner { name } priority }
    responseEvents { kind wallSeconds } } } }"""
KILLS, SENT = 20, 40
PARKED = 500
POOL = ("adam", "mona", "mike", "rina", "raz", "sami", "lone")


def test_a_submission_becomes_a_lead_with_all_that_belongs_to_it(company: Company) -> None:
    with company.open() as work:
        work.get(Member, company.keys["rina"]).locale = "he"
    source = make_source(company, consentText="You may call me.")
    make_rule(company, "All", "rina")
    said = {"full_name": "דנה לוי", "email": "dana@levi.test", "consent": "on", "Size": "7"}
    arrive(company, source, "1", **said)
    work_off(company)
    (lead,) = leads(company)
    assert (lead["name"], lead["email"], lead["source"], lead["owner"]) == (
        "דנה לוי", "dana@levi.test", {"name": "Site form"}, {"name": "Rina"},
    )  # fmt: skip
    assert lead["answers"] == [{"question": "Size", "answer": "7"}]
    assert lead["consents"] == [{"kind": "GRANTED", "words": "You may call me."}]
    assert lead["assignmentDecisions"] == [{"rule": {"name": "All"}, "member": {"name": "Rina"}}]
    assert lead["nextActivity"] == {
        "kind": "TASK", "subject": "להשיב לליד דנה לוי", "dueOn": "2026-03-02", "owner": {"name": "Rina"},
        "priority": "HIGH",
    }  # fmt: skip
    assert names(lead["responseEvents"], "kind") == ["RECEIVED", "ASSIGNED"]
    told = company.ask("rina", "{ notifications { nodes { text } } }")["notifications"]
    assert told == {"nodes": [{"text": "ליד חדש בשבילך: \u2068דנה לוי\u2069."}]}
    assert [(one["status"], one["attempts"], one["lead"]) for one in submissions(company)] == [
        ("ACCEPTED", 1, {"name": "דנה לוי"})
    ]
    company.clock.pass_by(timedelta(minutes=1))
    mail_member(opener_of(company), company.keys["rina"])
    with company.open() as work:
        (mail,) = work.all(select(Mail))
    assert (mail.to_name, mail.kind, mail.locale) == ("Rina", "leads.given", "he")


def test_a_sender_that_sends_twice_makes_one_lead(company: Company) -> None:
    source, other = make_source(company), make_source(company, "Other")
    first = arrive(company, source, "1")
    assert arrive(company, source, "1", name="Another") == first
    work_off(company)
    assert arrive(company, source, "1") == first
    take_in(opener_of(company), first)
    assert rows_of(company, Lead) == 1
    with ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(lambda _n: arrive(company, other, "1"), range(4)))) == 1
    work_off(company)
    assert rows_of(company, Lead) == 2


def test_workers_at_the_same_time_make_one_lead(company: Company) -> None:
    submission_id = arrive(company, make_source(company), "1")
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _n: take_in(opener_of(company), submission_id), range(4)))
    assert rows_of(company, Lead) == 1


def test_what_cannot_be_read_is_parked_until_the_mapping_fits(company: Company) -> None:
    source = make_source(company)
    arrive(company, source, "1", Frage7="Dana Levi", Frage8="dana@levi.test")
    work_off(company)
    (parked,) = submissions(company)
    assert (parked["status"], parked["problemCode"], parked["attempts"]) == ("PARKED", "NOBODY", 1)
    assert "map a name" in str(parked["problem"])
    assert rows_of(company, Lead) == rows_of(company, ResponseEvent) == 0
    company.do("mona", "retrySubmission", id=parked["id"])
    work_off(company)
    assert submissions(company)[0]["status"] == "PARKED"
    company.do("mona", "updateSource", id=source["id"], mapping={"Frage7": "name", "Frage8": "email"})
    company.do("mona", "retryParked", id=source["id"])
    work_off(company)
    assert [(one["status"], one["problem"], one["lead"]) for one in submissions(company)] == [
        ("ACCEPTED", None, {"name": "Dana Levi"})
    ]
    assert company.refuse("mona", "retrySubmission", id=parked["id"]) == ("NOT_PARKED", "id")


def test_what_its_worker_gave_up_on_is_parked_and_tried_again(company: Company, queue: Engine) -> None:
    """Also taken in where its job is there after all; somebody looks once for all that came at the same time."""
    source = make_source(company)
    receive(opener_of(company), key_of(source), Arrival("0", {"fields": {}}, SubmissionStatus.SPAM))
    keys = [arrive(company, source, str(n), name=f"Lead {n}") for n in range(1, 4)]
    assert looks(company, queue) == 1
    company.clock.pass_by(PATIENCE)
    late = arrive(company, source, "4", name="Lead 4")
    look(company, source)
    assert looks(company, queue) == 3
    told = {one["problemCode"]: str(one["problem"]) for one in submissions(company)}
    assert "Try it once more" in told["GAVE_UP"]
    assert sorted(statuses(company)) == ["PARKED"] * 3 + ["SPAM", "WAITING"]
    take_in(opener_of(company), keys[0])
    take_in(opener_of(company), late)
    company.do("mona", "retryParked", id=source["id"])
    work_off(company)
    assert sorted(statuses(company)) == ["ACCEPTED"] * 4 + ["SPAM"]
    look(company, source)
    assert looks(company, queue) == 4
    assert rows_of(company, Lead) == 4


def test_what_is_parked_is_tried_again_by_one_job_a_source(company: Company, queue: Engine) -> None:
    """What killed its worker stays alone."""
    source, other = make_source(company), make_source(company, "Other")
    keys = [arrive(company, source, str(n), Frage7=f"Lead {n}") for n in range(PARKED)]
    theirs = arrive(company, other, "1", Colour="red")
    work_off(company)
    assert statuses(company) == ["PARKED"] * (PARKED + 1)
    with company.open() as work:
        killer = work.get(Submission, keys[7])
        killer.park(GAVE_UP, None, "Its worker died.")
    company.do("mona", "updateSource", id=source["id"], mapping={"Frage7": "name"})
    before = jobs(company, queue)
    company.do("mona", "retryParked", id=source["id"])
    queued = jobs(company, queue)[len(before) :]
    assert len(queued) == 2
    assert str(killer.id) in queued
    for key in queued:
        take_in(opener_of(company), UUID(key))
    assert jobs(company, queue) == [*before, *queued]
    with company.open() as work:
        kept = select(Submission.status, func.count()).group_by(Submission.status)
        assert sorted(map(tuple, work.rows(kept))) == [("ACCEPTED", PARKED), ("PARKED", 1)]
        assert work.get(Submission, theirs).status == SubmissionStatus.PARKED
        assert sorted(work.all(select(Lead.name))) == sorted(f"Lead {n}" for n in range(PARKED))


def jobs(company: Company, queue: Engine) -> list[str]:
    """Of which submissions a worker is told, in the order in which he is."""
    asked = text("""SELECT args->'given'->>'submission_id' FROM jobs.procrastinate_jobs
        WHERE task_name = :job AND args->>'namespace' = :where ORDER BY id""")
    with queue.connect() as connection:
        return list(connection.execute(asked, {"job": JOB, "where": company.tenant.namespace}).scalars())


def look(company: Company, source: Json) -> None:
    with opener_of(company)() as work:
        park_late(work, key_of(source))


def looks(company: Company, queue: Engine) -> int:
    """How often somebody is going to look at what waits."""
    asked = text("SELECT count(*) FROM jobs.procrastinate_jobs WHERE task_name = :job AND args->>'namespace' = :where")
    with queue.connect() as connection:
        return int(connection.execute(asked, {"job": LOOK, "where": company.tenant.namespace}).scalar_one())


def test_a_parked_one_can_be_discarded_and_brought_back(company: Company) -> None:
    arrive(company, make_source(company), "1", Colour="red")
    work_off(company)
    (parked,) = submissions(company)
    company.do("mona", "discardSubmission", id=parked["id"])
    work_off(company)
    assert submissions(company)[0]["status"] == "DISCARDED"
    company.do("mona", "restoreSubmission", id=parked["id"])
    assert submissions(company)[0]["status"] == "WAITING"


def test_what_is_no_address_or_number_is_kept_as_an_answer(company: Company) -> None:
    arrive(company, make_source(company), "1", name="Dana", email="at work", phone="call me", language="Klingonish")
    work_off(company)
    (lead,) = leads(company)
    assert (lead["email"], lead["phone"]) == (None, None)
    assert names(lead["answers"], "question") == ["email", "phone", "language"]


def test_only_who_keeps_the_sources_sees_what_came(company: Company) -> None:
    arrive(company, make_source(company), "1", Colour="red")
    work_off(company)
    (parked,) = submissions(company, "mona")
    assert submissions(company, "rina") == []
    assert company.refuse("rina", "retrySubmission", id=parked["id"])[0] == "FORBIDDEN"


def test_what_waits_is_taken_in_together_and_what_is_in_the_way_parks_alone(company: Company) -> None:
    source = make_source(company, consentText="You may call me.")
    make_rule(company, "All", *POOL)
    said = {"consent": "on", "Size": "7"}
    keys = [arrive(company, source, str(n), name=f"Lead {n}", **said) for n in range(2 * taking.AT_ONCE)]
    refused = [
        arrive(company, source, "long", name="Long", Why="y" * 2_001),
        arrive(company, source, "?", Colour="red"),
    ]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda key: take_in(opener_of(company), key), [*refused, *keys]))
    assert sorted(statuses(company)) == ["ACCEPTED"] * len(keys) + ["PARKED"] * 2
    with company.open() as work:
        counts = work.all(select(func.count()).select_from(Lead).group_by(Lead.owner_id))
        told = select(Notification.member_id, func.count()).group_by(Notification.member_id)
        notices = [many for _member, many in work.rows(told)]
        mails = work.all(select(func.count()).where(Notification.mail_due_at.is_(None)))
    assert (sum(counts), len(counts), max(counts) - min(counts)) == (len(keys), len(POOL), len(keys) % len(POOL) and 1)
    assert (sorted(counts), mails) == (sorted(cast("list[int]", notices)), [0])
    first = leads(company)[0]
    assert [names(first[part], "kind") for part in ("consents", "responseEvents")] == [
        ["GRANTED"], ["RECEIVED", "ASSIGNED"],
    ]  # fmt: skip
    assert [names(one["nextActivity"] and [one["nextActivity"]], "kind") for one in leads(company)] == [["TASK"]] * 100


@dataclass
class Killer(Clock):
    """The clock of a worker that is killed when he looks at it so many times."""

    left: int

    def now(self) -> datetime:
        self.left -= 1
        if self.left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().now()


@pytest.mark.parametrize("seed", [1])
def test_killed_workers_lose_none_and_make_none_twice(
    company: Company, database: Database, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "AT_ONCE", 3)
    source = make_source(company)
    make_rule(company, "All", "rina", "raz", "sami")
    keys = [arrive(company, source, str(n), name=f"Lead {n}") for n in range(SENT)]
    dice, kills = Random(seed), 0
    for _ in range(KILLS):
        kills += die(company, database, keys, after=dice.randint(5, 60))
    assert kills == KILLS
    half = statuses(company)
    assert 0 < half.count("WAITING") < SENT
    assert rows_of(company, Lead) == half.count("ACCEPTED")
    work_off(company)
    assert statuses(company) == ["ACCEPTED"] * SENT
    with company.open() as work:
        assert sorted(work.all(select(Lead.name))) == sorted(f"Lead {n}" for n in range(SENT))
        counts = work.all(select(func.count()).select_from(Lead).group_by(Lead.owner_id))
    assert max(counts) - min(counts) <= 1
    for lead in leads(company):
        assert names([lead["nextActivity"]], "kind") == ["TASK"]
        assert names(lead["responseEvents"], "kind") == ["RECEIVED", "ASSIGNED"]


def die(company: Company, database: Database, keys: list[UUID], *, after: int) -> bool:
    """Another process takes in what waits and is killed, with no time to say so."""
    waiting = [key for key in keys if key not in taken(company)]
    child = os.fork()
    if child == 0:
        lanes = Lanes({"home": database.work_url}, lanes=1, size=1)
        own = Opener(lanes, company.tenant, system("worker"), Killer(after))
        try:
            for key in waiting:
                take_in(own, key)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def taken(company: Company) -> set[UUID]:
    with company.open() as work:
        return set(work.all(select(Submission.id).where(Submission.status == SubmissionStatus.ACCEPTED)))


def statuses(company: Company) -> list[str]:
    with company.open() as work:
        return [str(one) for one in work.all(select(Submission.status))]


def leads(company: Company) -> list[Json]:
    said = company.ask("olga", WHOLE.replace("leads {", "leads(first: 100) {"))["leads"]
    assert isinstance(said, dict)
    nodes = said["nodes"]
    assert isinstance(nodes, list)
    return nodes


def names(said: object, name: str) -> list[object]:
    return [one[name] for one in cast("list[Json]", said)]


def rows_of(company: Company, model: type[Model]) -> int:
    with company.open() as work:
        return work.all(select(func.count()).select_from(model))[0]
