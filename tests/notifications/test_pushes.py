"""What members are told on their devices: in their words, once, by a push service in all its moods."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, func, select

from saas.core.errors import NotFound
from saas.core.notices import notices
from saas.notifications.model import NotificationPush
from saas.notifications.pushing import JOB, push_device
from saas.push.actions import PAUSE, WAITS, begin
from tests.members.make import Company, Json
from tests.notifications.test_notifications import give, jobs, mine
from tests.push.make import PushService, Said, devices, serving, subscribe, worker


@pytest.fixture
def service(company: Company) -> Iterator[PushService]:
    with serving() as service:
        service.clock = company.clock
        yield service


def lead(company: Company, name: str, to: str = "rina", *, by: str = "olga") -> Json:
    return company.do(by, "createLead", name=name, ownerId=company.id(to))


def waiting(company: Company) -> int:
    with company.open() as work:
        return work.all(select(func.count()).select_from(NotificationPush))[0]


def due(queue: Engine) -> list[datetime]:
    return [at for name, at in jobs(queue) if name == JOB]


def told(service: PushService) -> Sequence[tuple[object, object]]:
    return [(said["title"], said["body"]) for said in service.said()]


def test_a_new_lead_wakes_the_device_at_once(company: Company, service: PushService, queue: Engine) -> None:
    company.do("rina", "updateProfile", locale="he")
    _browser, key = subscribe(company, service, "rina")
    made = lead(company, "Noa Bar")
    assert len(due(queue)) == 1
    push_device(worker(company), key)
    ((_browser, said, headers),) = service.shown
    assert (said["lang"], said["dir"], said["title"]) == ("he", "rtl", company.tenant.name)
    assert said["body"] == mine(company, "rina")[0]["text"]
    assert (said["path"], said["opens"]) == (f"/leads/{made['id']}", "להצגה")
    assert (said["tag"], headers["urgency"]) == ("leads.given", "high")
    assert (waiting(company), service.refused) == (0, [])
    push_device(worker(company), key)
    assert service.asked == 1


def test_every_device_of_one_and_none_of_others(company: Company, service: PushService, queue: Engine) -> None:
    keys = [subscribe(company, service, "rina")[1] for _ in range(2)]
    other, foreign = subscribe(company, service, "sami")
    lead(company, "Noa Bar")
    for key in [*keys, foreign]:
        push_device(worker(company), key)
    assert len(service.shown) == 2
    assert other.path not in {browser.path for browser, _said, _headers in service.shown}


def test_who_has_no_device_costs_nothing(company: Company, queue: Engine) -> None:
    lead(company, "Noa Bar")
    assert (waiting(company), due(queue)) == (0, [])


def test_fifty_leads_are_two_pushes(company: Company, service: PushService, queue: Engine) -> None:
    _browser, key = subscribe(company, service, "rina")
    for number in range(50):
        lead(company, f"Lead {number:02}")
        push_device(worker(company), key)
    company.clock.pass_by(PAUSE)
    for _ in range(50):
        push_device(worker(company), key)
    first, rest = service.said()
    assert (first["title"], first["body"]) == (company.tenant.name, "olga gave you the lead Lead 00.")
    assert (rest["title"], rest["path"], rest["tag"]) == ("49 notifications", "/notifications", first["tag"])
    assert str(rest["body"]).splitlines() == [
        *(f"olga gave you the lead Lead {number}." for number in (49, 48, 47, 46)), "46 more unread"
    ]  # fmt: skip
    assert len(due(queue)) == 51  # of fifty jobs one comes again
    assert waiting(company) == 0


def test_what_is_being_told_is_told_by_nobody_else(company: Company, service: PushService, queue: Engine) -> None:
    """Four jobs at once, as a worker runs them, and the service takes its time."""
    _browser, key = subscribe(company, service, "rina")
    for number in range(4):
        lead(company, f"Lead {number}")
    service.after = 0.5
    with ThreadPoolExecutor(4) as pool:
        for job in [pool.submit(push_device, worker(company), key) for _ in range(4)]:
            job.result()
    assert [said["title"] for said in service.said()] == ["4 notifications"]
    assert len(due(queue)) == 5  # of those that came in between one comes again
    company.clock.pass_by(PAUSE)
    push_device(worker(company), key)
    assert (service.asked, waiting(company)) == (1, 0)


def test_a_job_that_dies_blocks_its_device_for_a_moment_only(
    company: Company, service: PushService, queue: Engine
) -> None:
    _browser, key = subscribe(company, service, "rina")
    lead(company, "Noa Bar")
    with company.open() as work:
        assert begin(work, key, JOB)
    push_device(worker(company), key)
    assert (service.asked, due(queue)[1:]) == (0, [company.clock.now() + PAUSE])
    company.clock.pass_by(PAUSE)
    push_device(worker(company), key)
    assert (len(service.shown), waiting(company)) == (1, 0)


def test_a_job_of_a_device_that_is_gone_has_nothing_to_do(
    company: Company, service: PushService, queue: Engine
) -> None:
    _browser, key = subscribe(company, service, "rina")
    lead(company, "Noa Bar")
    company.act("rina", "removePushDevice", id=devices(company, "rina")[0]["id"])
    with pytest.raises(NotFound):
        push_device(worker(company), key)
    assert service.asked == 0


def test_what_is_read_or_hidden_meanwhile_is_not_told(company: Company, service: PushService, queue: Engine) -> None:
    _browser, key = subscribe(company, service, "rina")
    for name in ("Read", "Deleted", "Given on", "Left"):
        lead(company, name)
    for note in mine(company, "rina"):
        if "Read" in str(note["text"]):
            company.do("rina", "markNotificationRead", id=note["id"])
        if "Deleted" in str(note["text"]):
            company.do("olga", "deleteLead", id=note["aboutId"])
        if "Given on" in str(note["text"]):
            company.do("olga", "updateLead", id=note["aboutId"], ownerId=company.id("sami"))
    push_device(worker(company), key)
    assert told(service) == [(company.tenant.name, "olga gave you the lead Left.")]
    assert waiting(company) == 0


def test_quiet_hours_are_quiet_and_their_end_is_one_push(company: Company, service: PushService, queue: Engine) -> None:
    company.do("rina", "setNotificationHours", quietFrom="11:00", quietUntil="14:00")
    _browser, key = subscribe(company, service, "rina")
    for name in ("One", "Two", "Three"):
        lead(company, name)
    push_device(worker(company), key)
    end = company.clock.now() + timedelta(hours=2)
    assert (service.asked, due(queue)) == (0, [end])
    company.clock.pass_by(timedelta(hours=2))
    push_device(worker(company), key)
    assert told(service)[0][0] == "3 notifications"


def test_each_kind_is_told_on_devices_as_its_member_chooses(
    company: Company, service: PushService, queue: Engine
) -> None:
    by_itself = {kind for kind, notice in notices().items() if notice.push}
    assert by_itself == {"leads.given", "responses.escalated", "activities.mentioned", "activities.due"}
    _browser, key = subscribe(company, service, "rina")
    give(company, "Acme rollout", "rina")
    assert waiting(company) == 0
    company.do("rina", "chooseNotifications", kind="deals.given", shown=False, mailing="NEVER", push=True)
    company.do("rina", "chooseNotifications", kind="deals.given", shown=False, mailing="NEVER")  # it stays
    company.do("rina", "chooseNotifications", kind="leads.given", shown=True, mailing="NEVER", push=False)
    give(company, "Umbrella", "rina")
    lead(company, "Noa Bar")
    push_device(worker(company), key)
    assert told(service) == [(company.tenant.name, "olga gave you the deal Umbrella.\n1 more unread")]
    settings = company.ask("rina", "{ notificationSettings { kinds { kind push } } }")["notificationSettings"]
    assert isinstance(settings, dict)
    chosen = {kind["kind"] for kind in settings["kinds"] if kind["push"]}
    assert chosen == (by_itself | {"deals.given"}) - {"leads.given"}


@pytest.mark.parametrize(
    ("said", "again"),
    [(Said(429, {"retry-after": "600"}), timedelta(minutes=10)), (Said(500), WAITS[0]), (Said(503), WAITS[0])],
)
def test_a_push_service_that_is_busy_is_asked_again(
    company: Company, service: PushService, queue: Engine, said: Said, again: timedelta
) -> None:
    _browser, key = subscribe(company, service, "rina")
    lead(company, "Noa Bar")
    service.next = [said]
    push_device(worker(company), key)
    assert due(queue)[1] == company.clock.now() + again
    lead(company, "Gil Ron")
    push_device(worker(company), key)  # before its time, and somebody comes then
    assert (service.asked, len(due(queue))) == (1, 3)
    company.clock.pass_by(again)
    push_device(worker(company), key)
    assert (told(service)[0][0], waiting(company)) == ("2 notifications", 0)


def test_it_is_given_up_at_last(company: Company, service: PushService, queue: Engine) -> None:
    _browser, key = subscribe(company, service, "rina")
    lead(company, "Noa Bar")
    service.next = [Said(502)] * (len(WAITS) + 1)
    for wait in (*WAITS, timedelta()):
        push_device(worker(company), key)
        company.clock.pass_by(wait)
    assert (service.asked, waiting(company)) == (len(WAITS) + 1, 0)
    assert "502" in str(devices(company, "rina")[0]["problem"])


def test_a_refusal_for_good_is_not_tried_again(company: Company, service: PushService, queue: Engine) -> None:
    _browser, key = subscribe(company, service, "rina")
    lead(company, "Noa Bar")
    service.next = [Said(400)]
    push_device(worker(company), key)
    assert (waiting(company), len(due(queue))) == (0, 1)


def test_a_device_that_is_gone_takes_what_waited_with_it(company: Company, service: PushService, queue: Engine) -> None:
    _browser, key = subscribe(company, service, "rina")
    company.do("rina", "chooseNotifications", kind="deals.given", shown=True, mailing="NEVER", push=True)
    lead(company, "Noa Bar")
    give(company, "Acme rollout", "rina")
    service.next = [Said(410)]
    push_device(worker(company), key)
    assert (service.asked, devices(company, "rina"), waiting(company)) == (1, [], 0)
    assert len(mine(company, "rina")) == 2


def test_a_device_that_is_removed_is_told_nothing(company: Company, service: PushService, queue: Engine) -> None:
    subscribe(company, service, "rina")
    lead(company, "Noa Bar")
    company.act("rina", "removePushDevice", id=devices(company, "rina")[0]["id"])
    assert (devices(company, "rina"), waiting(company)) == ([], 0)


def test_what_is_old_is_not_told(company: Company, service: PushService, queue: Engine) -> None:
    _browser, key = subscribe(company, service, "rina")
    lead(company, "Noa Bar")
    company.clock.pass_by(timedelta(days=2))
    push_device(worker(company), key)
    assert (service.asked, waiting(company)) == (0, 0)
