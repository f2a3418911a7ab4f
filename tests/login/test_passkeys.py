"""Passkeys with a real authenticator: several, named, removed, never copied, answered once and by one browser."""

import base64
import re
from uuid import uuid4

import pytest
from playwright.sync_api import expect
from sqlalchemy import Engine, func, select, update

from tenants.platform import passkey, person, person_session
from tests.login.conftest import Meet, Someone


def new_address() -> str:
    return f"dana-{uuid4().hex[:8]}@acme.test"


@pytest.fixture
def dana(meet: Meet) -> Someone:
    """Known here, with one passkey, without a company."""
    one = meet()
    one.sign_up("Dana Levi", new_address())
    return one


def count(engine: Engine, table: object) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()  # type: ignore[arg-type]


def sign_out(one: Someone) -> None:
    one.go("/")
    one.page.locator("form[action='/sign-out'] button").click()
    one.page.wait_for_url("**/sign-in")


def press_passkey(one: Someone) -> None:
    one.go("/sign-in")
    one.page.locator("form[data-passkey=get] button").click()


def test_signing_in_again(dana: Someone, web_engine: Engine) -> None:
    sign_out(dana)
    press_passkey(dana)
    dana.page.wait_for_url(dana.site.login("/"))
    assert dana.page.locator("h1").inner_text() == "You belong to no company yet"
    with web_engine.connect() as connection:
        latest = select(passkey.c.sign_count).order_by(passkey.c.created_at.desc()).limit(1)
        assert connection.execute(latest).scalar_one() == dana.credentials()[0]["signCount"]


def test_who_is_not_verified_by_the_device_is_not_signed_in(dana: Someone, web_engine: Engine) -> None:
    sign_out(dana)
    before = count(web_engine, person_session)
    dana.verify_user(able=False)
    press_passkey(dana)
    assert dana.alert() == "No passkey was chosen. Try again, or sign in another way."
    assert count(web_engine, person_session) == before


def test_a_device_without_a_passkey_signs_nobody_in(meet: Meet) -> None:
    stranger = meet()
    press_passkey(stranger)
    assert stranger.alert() == "No passkey was chosen. Try again, or sign in another way."


def test_a_passkey_that_is_not_known_any_more(meet: Meet, web_engine: Engine) -> None:
    dana = meet(expects_noise=True)
    dana.sign_up("Dana", new_address())
    sign_out(dana)
    with web_engine.begin() as connection:
        connection.execute(passkey.delete().where(passkey.c.credential_id == _id_of(dana)))
    press_passkey(dana)
    dana.page.wait_for_url("**/sign-in/passkey")
    assert dana.page.locator("h1").inner_text() == "This passkey is not known here. Sign in another way."
    dana.page.get_by_text("I cannot sign in").click()
    expect(dana.page.locator("li")).to_have_count(4)


def _id_of(one: Someone) -> bytes:
    return base64.b64decode(str(one.credentials()[0]["credentialId"]))


def test_a_copy_is_refused(meet: Meet, dana: Someone, web_engine: Engine) -> None:
    """The device's key is copied; the original goes on signing in; then the copy shows an older count."""
    copied = dana.credentials()[0]
    for _ in range(2):
        sign_out(dana)
        press_passkey(dana)
        dana.page.wait_for_url(dana.site.login("/"))
    mallory = meet(expects_noise=True)
    mallory.give(copied)
    before = count(web_engine, person_session)
    press_passkey(mallory)
    mallory.page.wait_for_url("**/sign-in/passkey")
    assert mallory.page.locator("h1").inner_text().startswith("This passkey was not accepted.")
    assert count(web_engine, person_session) == before


def test_an_answer_is_good_once_and_in_its_own_browser(meet: Meet, dana: Someone, web_engine: Engine) -> None:
    sign_out(dana)
    sent: list[str] = []
    dana.page.on("request", lambda asked: sent.append(asked.post_data or "") if asked.method == "POST" else None)
    press_passkey(dana)
    dana.page.wait_for_url(dana.site.login("/"))
    stolen = sent[-1]
    assert "credential=" in stolen
    assert dana.post("/sign-in/passkey", stolen) == 403
    before = count(web_engine, person_session)
    sign_out(dana)
    dana.page.route("**/sign-in/passkey", lambda route: route.abort())
    press_passkey(dana)
    dana.page.wait_for_timeout(500)
    assert sent[-1] != stolen
    mallory = meet()
    assert mallory.post("/sign-in/passkey", sent[-1]) == 403
    assert count(web_engine, person_session) == before
    assert dana.post("/sign-in/passkey", sent[-1]) == 303
    assert count(web_engine, person_session) == before + 1
    dana.noise.clear()  # the request that was kept from the server


def test_several_named_and_removed(dana: Someone) -> None:
    page = dana.go("/passkeys")
    assert re.match("Chrome, ", page.locator("summary b").inner_text())
    dana.lose()  # the device would refuse a second one for the same person
    page.locator("form[data-passkey] [name=name]").fill("Phone")
    page.locator("form[data-passkey] button").click()
    expect(page.locator("summary b")).to_have_text(["Phone", re.compile("Chrome")])
    page.get_by_text("Phone").click()
    page.locator("details[open] [name=name]").fill("Old phone")
    page.locator("details[open] form[action='/passkeys/rename'] button").click()
    expect(page.locator("summary b").first).to_have_text("Old phone")
    page.locator("summary").last.click()
    page.locator("details[open] form[action='/passkeys/remove'] button").click()
    expect(page.locator("summary b")).to_have_text(["Old phone"])


def test_the_last_way_to_sign_in_stays(meet: Meet) -> None:
    dana = meet(expects_noise=True)
    dana.sign_up("Dana", new_address())
    page = dana.go("/passkeys")
    page.locator("summary").click()
    page.locator("form[action='/passkeys/remove'] button").click()
    assert dana.alert() == "This is your only way to sign in. Add another one first."
    page = dana.go("/passkeys")
    expect(page.locator("summary")).to_have_count(1)


def test_the_same_device_is_not_added_twice(dana: Someone) -> None:
    page = dana.go("/passkeys")
    page.locator("form[data-passkey] button").click()
    assert dana.alert() == "This device has a passkey for you already."


def test_passkeys_are_changed_soon_after_signing_in_only(meet: Meet, web_engine: Engine) -> None:
    dana, email = meet(expects_noise=True), new_address()
    dana.sign_up("Dana", email)
    with web_engine.begin() as connection:
        who = select(person.c.id).where(person.c.email == email).scalar_subquery()
        old = person_session.c.signed_in_at - func.make_interval(0, 0, 0, 0, 0, 16)
        connection.execute(update(person_session).where(person_session.c.person_id == who).values(signed_in_at=old))
    page = dana.go("/passkeys")
    expect(page.get_by_text("Sign in again to change your passkeys.")).to_be_visible()
    expect(page.locator("form[data-passkey]")).to_have_count(0)
    assert dana.post("/passkeys/options") == 403
    with web_engine.connect() as connection:
        mine = select(func.count()).select_from(passkey).where(passkey.c.person_id == who)
        assert connection.execute(mine).scalar_one() == 1
