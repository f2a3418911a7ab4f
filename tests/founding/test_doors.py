"""The doors of sign-up and of confirming an address: what they refuse, in words, with nothing changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.dialects.postgresql import insert

from saas.core.clock import Clock
from saas.founding.queries import FOUNDRY
from saas.identity.confirming import LIFE, make_code
from saas.identity.people import Somebody, add_person
from saas.identity.visitors import VISIT_COOKIE, Entrance, open_visit
from tenants.platform import founding, heartbeat, person
from tenants.registry import Tenant
from tests.edge.conftest import Site, client_folder, settings, site

__all__ = ["client_folder", "settings", "site"]

LOGIN = "login.localhost:8000"
PAGE = {"accept": "text/html"}
SAID = {"name": "Acme", "currency": "EUR", "locale": "en", "timeZone": "Europe/Berlin", "weekStart": "1"}


@dataclass(frozen=True, slots=True)
class Desk:
    """The sign-in host, with a foundry that is said to live and does nothing."""

    site: Site
    engine: Engine
    email: str
    person: UUID

    def ask(
        self, method: str, path: str, *, who: UUID | None = None, through: Tenant | None = None, lang: str = "en",
        **more: object,
    ) -> httpx2.Response:  # fmt: skip
        entrance = Entrance(who or self.person, "passkey", through.id if through else None)
        secret = open_visit(self.engine, entrance, clock=Clock())
        headers = {**PAGE, "cookie": f"{VISIT_COOKIE}={secret}", "accept-language": lang}
        return self.site.ask(method, path, host=LOGIN, headers=headers, **more)  # type: ignore[arg-type]

    def found(self, **said: str) -> httpx2.Response:
        return self.ask("POST", "/sign-up/company", data={**SAID, "slug": f"acme-{uuid4().hex[:8]}", **said})

    def foundings(self) -> int:
        with self.engine.connect() as connection:
            mine = select(func.count()).where(founding.c.person_id == self.person)
            return connection.execute(mine).scalar_one()

    def is_verified(self, who: UUID) -> bool:
        with self.engine.connect() as connection:
            at = connection.execute(select(person.c.verified_at).where(person.c.id == who)).scalar_one()
        return at is not None

    def other(self, email: str, *, verified: bool = False) -> UUID:
        with self.engine.begin() as connection:
            at = Clock().now() if verified else None
            return add_person(connection, Somebody(email, "Other", "en", at))


@pytest.fixture
def desk(site: Site, web_engine: Engine, migrate_engine: Engine) -> Iterator[Desk]:
    now = {"at": Clock().now() + timedelta(hours=1), "version": "test"}
    with migrate_engine.begin() as connection:
        beat = insert(heartbeat).values(part=FOUNDRY, **now)
        connection.execute(beat.on_conflict_do_update(index_elements=["part"], set_=now))
    email = f"dana-{uuid4().hex[:8]}@acme.test"
    with web_engine.begin() as connection:
        made = add_person(connection, Somebody(email, "Dana", "en"))
    yield Desk(site, web_engine, email, made)
    with migrate_engine.begin() as connection:
        connection.execute(heartbeat.delete().where(heartbeat.c.part == FOUNDRY))
        connection.execute(founding.delete().where(founding.c.person_id == made))


def test_without_a_foundry_nothing_is_begun(desk: Desk, migrate_engine: Engine) -> None:
    with migrate_engine.begin() as connection:
        connection.execute(heartbeat.delete().where(heartbeat.c.part == FOUNDRY))
    page = desk.ask("GET", "/sign-up")
    assert (page.status_code, "No new companies are made here at the moment." in page.text) == (503, True)
    assert desk.found().status_code == 403
    assert desk.foundings() == 0


@pytest.mark.parametrize("lang", ["en", "he", "ar"])
def test_the_pages_are_light(desk: Desk, lang: str) -> None:
    first = desk.site.ask("GET", "/sign-up", host=LOGIN, headers={**PAGE, "accept-language": lang})
    second = desk.ask("GET", f"/sign-up?lang={lang}")
    for page in (first, second):
        assert page.status_code == 200
        assert f'<html lang="{lang}"' in page.text
        assert len(page.content) < 20_000
        assert "'unsafe" not in page.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"slug": "login"}, "login is reserved. Choose another address."),
        ({"slug": "a_b"}, "An address has 2 to 40 small Latin letters"),
        ({"name": " "}, "This must not be empty."), ({"currency": "EU"}, "EU is not a currency code."),
        ({"timeZone": "Nowhere"}, "Nowhere is not a time zone"), ({"locale": "xx"}, "xx is none of the languages"),
        ({"weekStart": "9"}, "A week begins on"), ({"name": "<b>x" * 40}, "This is longer than 120 characters."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field(desk: Desk, said: dict[str, str], told: str) -> None:
    page = desk.found(**said)
    assert page.status_code == 422
    assert page.text.count('class="error">') == 1
    assert told in page.text
    assert "<b>x" not in page.text
    assert 'value="EUR"' in page.text or "currency" in said
    assert desk.foundings() == 0


def test_a_taken_address_is_refused_also_when_it_is_sent(desk: Desk, tenant: Tenant) -> None:
    page = desk.found(slug=tenant.slug)
    assert (page.status_code, f"{tenant.slug} is taken." in page.text) == (422, True)
    assert desk.foundings() == 0


def test_the_live_check_says_what_the_post_will_say(desk: Desk, tenant: Tenant) -> None:
    def look(slug: str, name: str = "") -> dict[str, Any]:
        found: dict[str, Any] = desk.ask("GET", "/sign-up/slug", params={"slug": slug, "name": name}).json()
        return found

    free = f"free-{uuid4().hex[:8]}"
    assert (look(free)["free"], look(free)["message"]) == (True, f"{free} is free.")
    assert look(tenant.slug)["free"] is False
    assert look("admin") == {
        "free": False, "message": "admin is reserved. Choose another address.", "suggestion": look("x")["suggestion"],
    }  # fmt: skip
    assert look("-")["free"] is False
    assert look("", "Été 24")["suggestion"] == "ete-24"
    assert desk.site.ask("GET", "/sign-up/slug?slug=x", host=LOGIN).status_code == 403


def test_without_a_script_an_address_is_found_for_one(desk: Desk) -> None:
    name = f"Tools {uuid4().hex[:6]}"
    answer = desk.found(slug="", name=name)
    assert answer.status_code == 303
    waiting = desk.ask("GET", answer.headers["location"])
    assert '<meta http-equiv="refresh" content="1">' in waiting.text
    with desk.engine.connect() as connection:
        slug = connection.execute(select(founding.c.slug).where(founding.c.person_id == desk.person)).scalar_one()
    assert slug == name.lower().replace(" ", "-")
    assert desk.ask("GET", "/sign-up").headers["location"] == answer.headers["location"]


def test_nobody_waits_for_anothers_company(desk: Desk) -> None:
    path = desk.found().headers["location"]
    assert desk.ask("GET", path, who=desk.other("eve@x.test")).status_code == 404
    assert desk.site.ask("GET", path, host=LOGIN, headers=PAGE).status_code == 403
    assert desk.ask("GET", "/sign-up/waiting?id=x").status_code == 404


def test_who_came_for_one_company_makes_no_other(desk: Desk, tenant: Tenant) -> None:
    assert desk.ask("GET", "/sign-up", through=tenant).status_code == 403
    answer = desk.ask("POST", "/sign-up/company", through=tenant, data={**SAID, "slug": "other-co"})
    assert (answer.status_code, desk.foundings()) == (403, 0)
    assert desk.ask("POST", "/passkeys/options", through=tenant, json={}).status_code == 403


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"name": "Dana", "email": "dana"}, "BAD_EMAIL"), ({"name": " ", "email": "d@x.test"}, "REQUIRED"),
        ({"name": "Dana"}, "REQUIRED"), ({"name": "x" * 400, "email": "d@x.test"}, "TOO_LONG"),
        ({"name": "Dana", "email": "a\x00@x.test"}, "BAD_EMAIL"),
    ],
)  # fmt: skip
def test_a_person_says_who_he_is(desk: Desk, given: dict[str, str], code: str) -> None:
    answer = desk.site.ask("POST", "/sign-up/passkey/options", host=LOGIN, json=given)
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (422, code)


def test_a_known_address_signs_in_instead(desk: Desk) -> None:
    email = f"known-{uuid4().hex[:8]}@x.test"
    desk.other(email, verified=True)
    given = {"name": "Mallory", "email": email.upper()}
    answer = desk.site.ask("POST", "/sign-up/passkey/options", host=LOGIN, json=given)
    assert answer.json()["errors"][0]["extensions"]["code"] == "ADDRESS_KNOWN"


@pytest.mark.parametrize(
    "credential", ["", "x", "[]", "{}", '{"rawId": 1}', '{"rawId":"AA","response":{"clientDataJSON":"e30"}}']
)
def test_what_is_no_passkey_is_refused(desk: Desk, credential: str) -> None:
    for path in ("/sign-up/passkey", "/sign-in/passkey", "/passkeys"):
        answer = desk.ask("POST", path, data={"credential": credential})
        assert answer.status_code in {403, 422}
        assert "This passkey was not accepted." in answer.text
        assert "set-cookie" not in answer.headers


# Confirming an address


def test_a_link_that_is_only_followed_changes_nothing(desk: Desk) -> None:
    code = make_code(desk.engine, desk.person, clock=Clock())
    assert desk.ask("GET", f"/confirm?code={code}").status_code == 200
    assert not desk.is_verified(desk.person)
    assert desk.ask("POST", "/confirm", data={"code": code}).status_code == 200
    assert desk.is_verified(desk.person)
    assert desk.ask("POST", "/confirm", data={"code": code}).status_code == 200


def test_only_the_person_himself_confirms(desk: Desk) -> None:
    """Or a mail's reader would give his address to the stranger who had said it."""
    code = make_code(desk.engine, desk.person, clock=Clock())
    victim = desk.other(desk.email, verified=True)
    assert desk.site.ask("POST", "/confirm", host=LOGIN, headers=PAGE, data={"code": code}).status_code == 403
    assert desk.ask("POST", "/confirm", who=victim, data={"code": code}).status_code == 409
    assert not desk.is_verified(desk.person)
    answer = desk.ask("POST", "/confirm", data={"code": code})
    assert (answer.status_code, "Another account has this address." in answer.text) == (409, True)
    assert not desk.is_verified(desk.person)


@pytest.mark.parametrize("code", ["", "x", "' OR 1=1 --"])
def test_an_unknown_code_confirms_nothing(desk: Desk, code: str) -> None:
    assert desk.ask("POST", "/confirm", data={"code": code}).status_code == 409
    assert not desk.is_verified(desk.person)


def test_an_old_code_confirms_nothing(desk: Desk) -> None:
    class Yesterday(Clock):
        def now(self) -> datetime:
            return super().now() - LIFE

    code = make_code(desk.engine, desk.person, clock=Yesterday())
    assert desk.ask("POST", "/confirm", data={"code": code}).status_code == 409
    assert not desk.is_verified(desk.person)
