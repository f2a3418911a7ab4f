"""Browsers that subscribe, what becomes of them, and a push service in all its moods."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from saas.core.errors import NotFound
from saas.members.actions import disable_member
from saas.push import gateway
from saas.push.actions import MOST, WAITS, send_sample
from tests.members.make import ABSENT, Company
from tests.push.make import Browser, PushService, Said, devices, subscribe, worker


def test_a_browser_subscribes_and_is_told(company: Company, service: PushService, queue: Engine) -> None:
    company.do("rina", "updateProfile", locale="ar")
    _browser, key = subscribe(company, service, "rina", "Chrome · Android")
    assert [(one["name"], one["usedAt"], one["problem"]) for one in devices(company, "rina")] == [
        ("Chrome · Android", None, None)
    ]
    assert devices(company, "olga") == []
    company.do("rina", "testPushDevice", id=devices(company, "rina")[0]["id"])
    send_sample(worker(company), key)
    ((_browser, said, headers),) = service.shown
    assert service.refused == []
    assert (said["lang"], said["dir"], said["title"], said["body"]) == (
        "ar", "rtl", company.tenant.name, "هكذا يصلك الإشعار على هذا الجهاز."
    )  # fmt: skip
    assert (headers["ttl"], headers["urgency"], len(headers["topic"])) == ("86400", "normal", 32)
    assert devices(company, "rina")[0]["usedAt"] is not None


def test_the_trail_tells_of_a_device_and_not_where_it_is(company: Company, service: PushService) -> None:
    before = len(company.entries())
    subscribe(company, service, "rina")
    ((who, action, entity, _before, after),) = company.trail(before)
    assert (who, str(action), entity) == ("rina", "CREATE", "push_device")
    assert after is not None
    assert not {"endpoint", "public_key", "secret"} & set(after)


def test_the_same_browser_is_one_device_of_whoever_used_it_last(company: Company, service: PushService) -> None:
    browser, _key = subscribe(company, service, "rina")
    company.do("rina", "subscribePushDevice", name="Renamed", **browser.subscription)
    assert [one["name"] for one in devices(company, "rina")] == ["Renamed"]
    company.do("sami", "subscribePushDevice", name="Of Sami", **browser.subscription)
    assert (devices(company, "rina"), [one["name"] for one in devices(company, "sami")]) == ([], ["Of Sami"])


def test_another_ones_device_is_not_there(company: Company, service: PushService) -> None:
    subscribe(company, service, "rina")
    (mine,) = devices(company, "rina")
    for mutation in ("removePushDevice", "testPushDevice"):
        assert company.refuse("olga", mutation, id=mine["id"]) == ("NOT_FOUND", "id")
    company.act("rina", "removePushDevice", id=mine["id"])
    assert devices(company, "rina") == []


@pytest.mark.parametrize(
    "endpoint",
    ["", "push", "ftp://push.test/x", "http://push.test/x", "https://a@push.test/x", "https://push.test/" + "x" * 2000],
)
def test_an_address_that_is_none(company: Company, endpoint: str) -> None:
    said = Browser("https://push.test", "").subscription | {"endpoint": endpoint}
    assert company.refuse("rina", "subscribePushDevice", name="Phone", **said) == ("BAD_ENDPOINT", "endpoint")


def test_a_key_that_is_none(company: Company) -> None:
    said = Browser("https://push.test", "").subscription | {"secret": "short"}
    assert company.refuse("rina", "subscribePushDevice", name="Phone", **said) == ("BAD_KEY", "publicKey")


def test_there_are_not_any_number_of_devices(company: Company) -> None:
    for number in range(MOST):
        company.do("rina", "subscribePushDevice", name=f"{number}", **Browser("https://push.test", "").subscription)
    said = Browser("https://push.test", "").subscription
    assert company.refuse("rina", "subscribePushDevice", name="Phone", **said) == ("TOO_MANY_DEVICES", None)


@pytest.mark.parametrize("status", [404, 410])
def test_who_has_unsubscribed_is_no_device_any_more(company: Company, service: PushService, status: int) -> None:
    _browser, key = subscribe(company, service, "rina")
    service.next = [Said(status)]
    send_sample(worker(company), key)
    assert devices(company, "rina") == []
    for gone in (key, ABSENT):
        with pytest.raises(NotFound):
            send_sample(worker(company), gone)
    assert service.asked == 1


@pytest.mark.parametrize("status", [201, 404, 429, 403])
def test_a_device_that_is_removed_while_it_is_told(company: Company, service: PushService, status: int) -> None:
    _browser, key = subscribe(company, service, "rina")
    service.next = [Said(status, after=1.0)]
    with ThreadPoolExecutor() as pool:
        sending = pool.submit(send_sample, worker(company), key)
        while not service.asked:
            time.sleep(0.02)
        company.act("rina", "removePushDevice", id=devices(company, "rina")[0]["id"])
        assert not sending.done()
        sending.result()
    assert (service.asked, devices(company, "rina")) == (1, [])


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (Said(403), "403"),
        (Said(413), "413"),
        (Said(429, {"retry-after": "30"}), "429"),
        (Said(500), "500"),
        (Said(201, after=1.0), "Timeout"),
    ],
)
def test_why_it_did_not_arrive_is_told(
    company: Company, service: PushService, monkeypatch: pytest.MonkeyPatch, said: Said, problem: str
) -> None:
    monkeypatch.setattr("saas.identity.outbound.WHOLE", 0.3)
    _browser, key = subscribe(company, service, "rina")
    service.next = [said]
    send_sample(worker(company), key)
    (device,) = devices(company, "rina")
    assert problem in str(device["problem"])
    company.clock.pass_by(timedelta(minutes=1))
    send_sample(worker(company), key)
    assert (devices(company, "rina")[0]["problem"], len(service.shown)) == (None, 1)


def test_on_a_server_nothing_goes_to_an_address_inside(company: Company, service: PushService) -> None:
    _browser, key = subscribe(company, service, "rina")
    send_sample(worker(company, local=False), key)
    assert service.asked == 0
    assert "not on the open internet" in str(devices(company, "rina")[0]["problem"])


def test_who_is_disabled_is_told_nothing_on_any_device(company: Company, service: PushService) -> None:
    _browser, key = subscribe(company, service, "rina")
    with company.open("olga") as work:
        disable_member(work, company.keys["rina"])
    send_sample(worker(company), key)
    assert (service.asked, devices(company, "rina")) == (0, [])


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("30", 30),
        ("Mon, 02 Mar 2026 12:05:00 GMT", 300),
        ("99999999999", 86_400),
        ("soon", None),
        ("", None),
        ("-5", None),
    ],
)
def test_when_to_come_again(company: Company, said: str, seconds: int | None) -> None:
    assert gateway._wait(said, company.clock.now()) == seconds


def test_waits_grow() -> None:
    assert list(WAITS) == sorted(WAITS)
