"""The admin host: the way in, who is turned away, and what a stranger's page cannot do."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select, update

from saas.console.links import LINK_LIFE, make_link
from saas.console.sessions import IDLE
from saas.core.clock import Clock, FixedClock
from saas.core.errors import NotFound
from saas.identity.credentials import digest
from tenants.administration import admin_session
from tenants.platform import person_session
from tenants.registry import Tenant
from tests.console.conftest import ADMIN, Console, known
from tests.edge.conftest import SCRIPT, Site, host_of
from tests.edge.walking import Walker

VIEWER = "{ viewer { email } cells }"


def test_an_admin_comes_in_and_goes_out(console: Console) -> None:
    assert console.ask(VIEWER) == {"viewer": {"email": console.email}, "cells": ["home"]}
    assert console.walker.url == f"http://{ADMIN}/companies"
    out = console.walker.go(f"http://{ADMIN}/sign-out", form={}, follow=False)
    assert out.status_code == 200
    assert "kesher_admin" not in console.walker.cookies["admin.localhost"]
    assert console.walker.refresh(out).status_code == 200
    console.walker.go(f"http://{ADMIN}/")
    assert console.walker.url.startswith("http://login.localhost:8000/sign-in"), "nor is he known there any more"


def test_the_session_is_over_where_it_was_signed_out(console: Console) -> None:
    kept = console.cookie
    console.walker.go(f"http://{ADMIN}/sign-out", form={}, follow=False)
    answer = console.site.ask(
        "POST", "/graphql", host=ADMIN, json={"query": VIEWER}, headers={**SCRIPT, "cookie": kept}
    )
    assert answer.status_code == 401


def test_who_is_not_signed_in_is_led_to_the_ways_in(site: Site) -> None:
    walker = Walker(site)
    answer = walker.go(f"http://{ADMIN}/companies/acme?sort=SIZE")
    assert answer.status_code == 200
    assert walker.url.startswith("http://login.localhost:8000/sign-in?next=%2Fconsole")
    assert "kesher admin link" in answer.text
    assert site.ask("POST", "/graphql", host=ADMIN, json={"query": VIEWER}, headers=SCRIPT).status_code == 401


def test_who_is_no_admin_is_told_so(outsider: Console) -> None:
    answer = outsider.walker.go(f"http://{ADMIN}/")
    assert (answer.status_code, "platform administrators" in answer.text) == (403, True)
    assert "kesher_admin" not in outsider.walker.cookies["admin.localhost"]


def test_who_came_by_a_companys_own_provider_opens_nothing(
    console: Console, site: Site, web_engine: Engine, tenant: Tenant
) -> None:
    _, walker = known(web_engine, site, tenant_id=tenant.id)
    walker.go(f"http://{ADMIN}/")
    assert walker.url.startswith("http://login.localhost:8000/sign-in")


def test_who_signed_in_long_ago_signs_in_anew(console: Console, web_engine: Engine) -> None:
    with web_engine.begin() as connection:
        ago = Clock().now() - IDLE - timedelta(seconds=1)
        mine = select(admin_session.c.visit_id).where(admin_session.c.hash == digest(console.cookie.partition("=")[2]))
        visit = person_session.c.id == mine.scalar_subquery()
        connection.execute(update(person_session).where(visit).values(signed_in_at=ago))
    assert console.post(VIEWER).status_code == 200, "whoever is in stays so"
    console.walker.go(f"http://{ADMIN}/enter")
    assert console.walker.url.startswith("http://login.localhost:8000/sign-in?next=%2Fconsole")


def test_a_code_is_good_once_and_for_its_browser(console: Console, site: Site) -> None:
    leads = console.walker.go(f"http://{ADMIN}/enter", follow=False).headers["location"]
    code = console.walker.go(leads, follow=False).headers["location"]
    assert Walker(site).go(code).status_code == 403
    assert console.walker.go(code, follow=False).status_code == 303
    assert console.walker.go(code).status_code == 403


def test_a_link_of_the_terminal_is_good_once(console: Console, site: Site, migrate_engine: Engine) -> None:
    secret = make_link(migrate_engine, console.email, clock=Clock())
    address = f"http://login.localhost:8000/console/link?secret={secret}"
    walker = Walker(site)
    assert walker.go(address).status_code == 200
    assert walker.url == f"http://{ADMIN}/companies"
    assert Walker(site).go(address).status_code == 422
    late = make_link(migrate_engine, console.email, clock=FixedClock(Clock().now() - LINK_LIFE))
    assert Walker(site).go(f"http://login.localhost:8000/console/link?secret={late}").status_code == 422


def test_nobody_but_an_admin_gets_a_link(outsider: Console, migrate_engine: Engine) -> None:
    with pytest.raises(NotFound):
        make_link(migrate_engine, outsider.email, clock=Clock())


def test_an_idle_session_is_over(console: Console, web_engine: Engine) -> None:
    with web_engine.begin() as connection:
        connection.execute(update(admin_session).values(seen_at=Clock().now() - IDLE - timedelta(seconds=1)))
    assert console.post(VIEWER).status_code == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"graphql-require-preflight": ""}, 403), ({"origin": "http://evil.test"}, 403),
        ({"origin": "http://acme.localhost:8000"}, 403), ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": f"http://{ADMIN}", "sec-fetch-site": "same-origin"}, 200),
        ({"origin": "http://evil.test", "authorization": "Basic eDp5"}, 403),
    ],
)  # fmt: skip
def test_no_other_page_acts_for_an_admin(console: Console, headers: dict[str, str], status: int) -> None:
    assert console.post(VIEWER, headers=headers).status_code == status


def test_the_console_opens_no_company_and_a_company_no_console(console: Console, tenant: Tenant) -> None:
    secret = console.cookie.partition("=")[2]
    for name in ("kesher_admin", "kesher"):
        headers = {**SCRIPT, "cookie": f"{name}={secret}"}
        asked = console.site.ask(
            "POST", "/graphql", host=host_of(tenant), json={"query": "{ me { id } }"}, headers=headers
        )
        assert asked.status_code == 401


def test_what_is_no_operation_is_refused(console: Console) -> None:
    headers = {**SCRIPT, "cookie": console.cookie, "content-type": "application/json"}
    for body in (b"", b"[]", b'{"query": 1}', b"\xff"):
        assert console.site.ask("POST", "/graphql", host=ADMIN, content=body, headers=headers).status_code == 400
    said = console.post("{ nothing }").json()
    assert said["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
    many = " ".join(f"a{number}: viewer {{ email }}" for number in range(12))
    assert "aliases" in console.post(f"{{ {many} }}").json()["errors"][0]["message"]
