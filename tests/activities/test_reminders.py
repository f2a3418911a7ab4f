"""Reminders: in the queue from the moment they are asked for, told once, by the product."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from saas.activities.events import ActivityDue, Assigned, Invited, Mentioned
from saas.activities.jobs import remind_members
from saas.core import work as unit
from saas.core.events import listeners
from saas.core.jobs import jobs
from saas.core.work import Work
from tests.activities.make import plan
from tests.members.make import NOW, Company, Json, key_of

Queue = list[tuple[str, datetime | None]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every event of activities, in the order in which they are told; nobody else listens."""
    heard: list[object] = []
    hear: Callable[[Work, object], None] = lambda _work, event: heard.append(event)  # noqa: E731
    known = listeners()
    listens = {**known, **dict.fromkeys((ActivityDue, Assigned, Invited, Mentioned), (hear,))}
    monkeypatch.setattr(unit, "listeners", lambda: listens)
    return heard


@pytest.fixture
def queued(monkeypatch: pytest.MonkeyPatch) -> Queue:
    """What is put in the queue: whose reminder, and for when."""
    found: Queue = []

    def enqueue(_work: Work, task: str, args: Json, *, run_at: datetime | None = None, **_others: object) -> None:
        found.append((f"{task} {args['activity_id']}", run_at))

    monkeypatch.setattr(Work, "enqueue", enqueue)
    return found


def run(company: Company, activity: Json, *, after: Callable[[], object] = lambda: None) -> None:
    with company.open() as work:
        remind_members(work, activity_id=str(key_of(activity)))
        after()


def due(company: Company, *activities: Json) -> list[ActivityDue]:
    return [ActivityDue(key_of(one), company.keys["rina"]) for one in activities]


def test_it_is_told_at_its_time_and_once(company: Company, told: list[object], queued: Queue) -> None:
    task = plan(company, dueAt="2026-03-02T13:00:00Z", remindMinutes=15)
    assert queued == [(f"activities.remind_members {key_of(task)}", NOW + timedelta(minutes=45))]
    run(company, task)
    assert told == []
    company.clock.pass_by(timedelta(minutes=45))
    run(company, task)
    run(company, task)
    assert told == due(company, task)
    assert company.do("rina", "updateActivity", id=task["id"], body="x", version=1)["version"] == 2


def test_a_day_is_reminded_of_from_nine_in_the_morning(company: Company, queued: Queue) -> None:
    company.zones["rina"] = "Asia/Jerusalem"
    plan(company, dueOn="2026-03-03", remindMinutes=30)
    (_job, at) = queued[-1]
    assert at == datetime.fromisoformat("2026-03-03T08:30:00+02:00")


def test_one_that_was_lost_is_made_good_by_the_next(company: Company, told: list[object], queued: Queue) -> None:
    lost = plan(company, "Lost", dueAt="2026-03-02T12:30:00Z", remindMinutes=0)
    other = plan(company, "Other", dueAt="2026-03-02T13:00:00Z", remindMinutes=0)
    company.clock.pass_by(timedelta(hours=1))
    run(company, other)
    assert told == due(company, lost, other)


def test_what_is_over_moved_or_gone_is_not_told(company: Company, told: list[object], queued: Queue) -> None:
    done, gone, moved, none = (
        plan(company, name, dueAt="2026-03-02T13:00:00Z", remindMinutes=0) for name in ("Done", "Gone", "Moved", "None")
    )
    company.do("rina", "completeActivity", id=done["id"])
    company.do("rina", "deleteActivity", id=gone["id"])
    company.do("rina", "moveActivity", id=moved["id"], dueAt="2026-03-02T14:00:00Z")
    company.do("rina", "updateActivity", id=none["id"], remindMinutes=None)
    company.clock.pass_by(timedelta(hours=1))
    run(company, done)
    assert told == []
    company.clock.pass_by(timedelta(hours=1))
    run(company, moved)
    assert told == due(company, moved)
    company.do("rina", "moveActivity", id=moved["id"], dueAt="2026-03-02T15:00:00Z")
    company.clock.pass_by(timedelta(hours=1))
    run(company, moved)
    assert told == due(company, moved, moved)


def test_nobody_is_reminded_of_what_was_long_before(company: Company, queued: Queue) -> None:
    plan(company, dueAt="2026-03-02T12:30:00Z", remindMinutes=60)
    assert len(queued) == 1, "half an hour late is told at once"
    plan(company, dueAt="2026-03-02T12:30:00Z", remindMinutes=24 * 60)
    assert len(queued) == 1


def test_two_workers_tell_it_once(company: Company, told: list[object], queued: Queue) -> None:
    task = plan(company, dueAt="2026-03-02T12:30:00Z", remindMinutes=0)
    company.clock.pass_by(timedelta(hours=1))
    with company.open() as one, company.open() as other:
        remind_members(one, activity_id=str(key_of(task)))
        one.flush()
        remind_members(other, activity_id=str(key_of(task)))
    assert told == due(company, task)


def test_a_failure_takes_the_telling_back(company: Company, told: list[object], queued: Queue) -> None:
    task = plan(company, dueAt="2026-03-02T12:30:00Z", remindMinutes=0)
    company.clock.pass_by(timedelta(hours=1))
    with pytest.raises(ZeroDivisionError):
        run(company, task, after=lambda: 1 // 0)
    run(company, task)
    assert told == due(company, task, task)


def test_the_product_reminds_also_when_who_asked_has_left() -> None:
    job = jobs()["activities.remind_members"]
    assert (job.as_product, job.retries > 0) == (True, True)


def test_who_is_concerned_is_told_once(company: Company, told: list[object]) -> None:
    rina, raz, mona = (company.keys[name] for name in ("rina", "raz", "mona"))
    task = plan(company, ownerId=company.id("raz"), mentionedIds=[company.id("mona"), company.id("rina")])
    key: UUID = key_of(task)
    assert told == [Mentioned(key, mona, rina), Assigned(key, raz, rina)]
    company.do("rina", "updateActivity", id=task["id"], mentionedIds=[company.id("mona")], body="x")
    assert len(told) == 2
    assert company.act("raz", "updateActivity", id=task["id"], ownerId=company.id("mona")).problem is None
    company.do("mona", "updateActivity", id=task["id"], ownerId=company.id("mona"))
    assert told[2:] == [Assigned(key, mona, raz)]
    meeting = plan(company, "Demo", kind="MEETING", startsAt="2026-03-05T09:00:00Z",
                   attendees=[{"memberId": company.id("rina")}, {"memberId": company.id("raz")}])  # fmt: skip
    assert told[3:] == [Invited(key_of(meeting), raz, rina)]
