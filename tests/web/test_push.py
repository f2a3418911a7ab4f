"""Push in a real browser: what comes is shown as it says, opens what it is about, and a browser is a device by a click.

No push service can be reached here, and Chromium without a screen lets no site show anything. So a message is delivered
by the browser's own protocol, and where the browser would itself show, ask or subscribe, the test answers.
"""

import json
import time

from playwright.sync_api import Page, Worker, expect

from tenants.registry import Tenant
from tests.web.conftest import Look, Visitor
from tests.web.test_access import violations

SAID = {
    "tag": "leads.given", "lang": "he", "dir": "rtl", "title": "אורן", "body": "ליד חדש: Noa Bar", "path": "/contacts",
    "opens": "להצגה",
}  # fmt: skip
CATCH = """() => {
    self.caught = []
    registration.showNotification = async (title, {data, ...look}) => void self.caught.push({title, ...data, ...look})
}"""
CLICK = """path => dispatchEvent(Object.assign(new ExtendableEvent('notificationclick'), {
    notification: {close() {}, data: {path}}}))"""
GRANTED = """Object.defineProperty(Notification, 'permission', {get: () => 'granted'})
Notification.requestPermission = async () => 'granted'
"""
OF_BROWSER = """PushManager.prototype.subscribe = async options => {
    if (!options.userVisibleOnly || options.applicationServerKey.length !== 87) throw new Error('options')
    return {toJSON: () => ({endpoint: 'http://127.0.0.1:9/push/walk', keys: {
        p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
        auth: 'BTBZMqHH6r4Tts7J_aSIgg'}})}
}"""


def deliver(page: Page, origin: str, said: dict[str, str]) -> None:
    session = page.context.new_cdp_session(page)
    found: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: found.extend(one["registrationId"] for one in told["registrations"] if origin in one["scopeURL"]),
    )
    session.send("ServiceWorker.enable")
    page.wait_for_timeout(500)
    session.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": origin, "registrationId": found[0], "data": json.dumps(said)},
    )


def worker_of(page: Page) -> Worker:
    assert page.evaluate("() => navigator.serviceWorker.ready.then(kept => Boolean(kept.active))")
    page.wait_for_function("() => navigator.serviceWorker.controller")
    (worker,) = page.context.service_workers
    return worker


def test_what_comes_is_shown_as_it_says_and_opens_what_it_is_about(visit: Visitor, empty: Tenant) -> None:
    made = visit(empty, keeps=True)
    page = made.go("/deals")
    worker = worker_of(page)
    worker.evaluate(CATCH)
    deliver(page, made.origin, SAID)
    deadline = time.monotonic() + 15
    while not (caught := worker.evaluate("() => self.caught")):
        assert time.monotonic() < deadline
        page.wait_for_timeout(100)
    (shown,) = caught
    assert shown["actions"] == [{"action": "open", "title": "להצגה"}]
    told = ("title", "body", "tag", "lang", "dir", "path")
    assert {name: shown[name] for name in told} == {name: SAID[name] for name in told}
    page.evaluate("() => void (window.same = true)")
    worker.evaluate(CLICK, "/contacts")
    page.wait_for_url("**/contacts")
    expect(page.get_by_role("heading", name="Contacts").first).to_be_visible()
    assert page.evaluate("() => window.same")  # what was typed in the page is still there


def test_a_browser_is_a_device_by_a_click(visit: Visitor, empty: Tenant) -> None:
    made = visit(empty, Look(width=390), keeps=True)
    made.page.add_init_script(GRANTED + OF_BROWSER)
    page = made.go("/settings/notifications")
    section = page.get_by_role("region", name="On your devices")
    expect(section.get_by_text("There is no device yet.")).to_be_visible()
    expect(page.get_by_label("On devices: A lead is given to me")).to_be_checked()
    expect(page.get_by_label("On devices: A deal is given to me")).not_to_be_checked()
    section.get_by_role("button", name="Tell me on this device").click()
    expect(section.get_by_text("This browser", exact=True)).to_be_visible()
    assert violations(page) == []
    page.reload()
    expect(section.get_by_text("This browser", exact=True)).to_be_visible()
    page.get_by_label("On devices: A deal is given to me").check()
    section.get_by_role("button", name="Send me one").click()
    expect(section.get_by_text("The last message did not arrive")).to_be_visible()
    section.get_by_role("button", name="Remove").click()
    expect(section.get_by_text("There is no device yet.")).to_be_visible()
    page.reload()
    expect(page.get_by_label("On devices: A deal is given to me")).to_be_checked()
