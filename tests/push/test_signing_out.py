"""Whoever signs out is told on that browser no more: there, from another one, or everywhere at once."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from sqlalchemy import Engine, select, text

from saas.core.clock import Clock
from saas.core.ids import new_id
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.identity.credentials import COOKIE
from saas.identity.devices import Devices
from saas.identity.sessions import Opening, open_session
from saas.members.actions import edit_member
from saas.push.model import PushDevice
from tenants.engine import Lanes
from tenants.platform import membership, person
from tenants.registry import Tenant
from tests.edge.conftest import client_folder, make_site, settings, site
from tests.identity.make import make_member
from tests.identity.test_doors import Desk, desk
from tests.push.make import Browser

__all__ = ["client_folder", "desk", "make_site", "settings", "site"]

SUBSCRIBE = """mutation ($input: SubscribePushDeviceInput!) {
  subscribePushDevice(input: $input) { pushDevice { name } problems { code } }
}"""
#: What keeps a company from being written to, in statements.
FAULTS = {
    "it moves": "UPDATE platform.tenant SET moving_to = 'b' WHERE id = '{id}'",
    "its table is shut": "REVOKE DELETE ON {namespace}.push_device FROM {namespace}",
}


def subscribe(desk: Desk, secret: str, name: str, browser: Browser | None = None) -> Browser:
    browser = browser or Browser("https://push.test", "")
    given = {"query": SUBSCRIBE, "variables": {"input": {"name": name, **browser.subscription}}}
    said = desk.ask("POST", "/graphql", given, secret=secret).json()
    assert said["data"]["subscribePushDevice"]["problems"] == []
    return browser


def told(lanes: Lanes, tenant: Tenant) -> list[str]:
    with Opener(lanes, tenant, system("test"))() as work:
        return [str(name) for (name,) in work.rows(select(PushDevice.name).order_by(PushDevice.name))]


def test_signing_out_ends_the_device_of_that_browser(desk: Desk) -> None:
    phone = desk.open(desk.member)
    subscribe(desk, phone, "Phone")
    subscribe(desk, desk.secret, "Desk")
    assert desk.ask("POST", "/sign-out", secret=phone).status_code == 303
    assert told(desk.lanes, desk.tenant) == ["Desk"]
    assert desk.ask("POST", "/sign-out", secret=phone).status_code == 303
    assert told(desk.lanes, desk.tenant) == ["Desk"]


def test_whose_role_was_just_changed_is_signed_out_all_the_same(desk: Desk) -> None:
    subscribe(desk, desk.secret, "Desk")
    with Opener(desk.lanes, desk.tenant, system("test"))() as work:
        edit_member(work, desk.member, {"role": Role.OWNER})
    desk.ask("POST", "/sign-out")
    assert (told(desk.lanes, desk.tenant), Devices(desk.engine, desk.tenant, desk.member, Clock()).list()) == ([], [])


def test_with_the_secret_before_the_present_one_both_end_at_once(desk: Desk) -> None:
    assert desk.known(desk.secret)
    with Opener(desk.lanes, desk.tenant, system("test"))() as work:
        edit_member(work, desk.member, {"role": Role.OWNER})
    _forget(desk)
    renewed = desk.ask("GET", "/identity/sessions").headers["set-cookie"]
    new = renewed.removeprefix(f"{COOKIE}=").partition(";")[0]
    assert desk.known(new)
    desk.ask("POST", "/sign-out")
    assert [desk.known(new), desk.known(desk.secret)] == [False, False]


def test_a_session_that_is_ended_from_another_browser(desk: Desk) -> None:
    phone = desk.open(desk.member)
    browser = subscribe(desk, desk.secret, "Phone")
    subscribe(desk, phone, "Phone, signed in anew", browser)
    subscribe(desk, desk.secret, "Desk")
    [away] = [one for one in desk.listed("/identity/sessions", "sessions") if not one["current"]]
    desk.ask("POST", "/identity/sessions/end", {"id": away["id"]})
    assert told(desk.lanes, desk.tenant) == ["Desk"]


def test_everywhere_is_every_company(desk: Desk, other_tenant: Tenant, web_engine: Engine) -> None:
    away, stranger = make_member(desk.lanes, other_tenant), desk.open(make_member(desk.lanes, desk.tenant, Role.OWNER))
    person_id = join(web_engine, {desk.tenant: desk.member, other_tenant: away})
    there = open_session(web_engine, other_tenant, away, clock=Clock(), opening=Opening(person_id=person_id))
    elsewhere = Desk(desk.site, desk.engine, desk.lanes, other_tenant)
    subscribe(elsewhere, there, "There")
    subscribe(desk, desk.open(desk.member), "Phone")
    subscribe(desk, desk.secret, "Desk")
    subscribe(desk, stranger, "A colleague's")
    assert told(desk.lanes, other_tenant) == ["There"]
    desk.ask("POST", "/identity/sessions/end-all", {"keepThis": True})
    assert (told(desk.lanes, desk.tenant), told(desk.lanes, other_tenant)) == (["A colleague's", "Desk"], [])
    desk.ask("POST", "/identity/sessions/end-all", {})
    assert told(desk.lanes, desk.tenant) == ["A colleague's"]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("path", ["/sign-out", "/identity/sessions/end-all"])
def test_a_device_that_cannot_be_removed_keeps_nobody_signed_in(
    desk: Desk, migrate_engine: Engine, caplog: pytest.LogCaptureFixture, fault: str, path: str
) -> None:
    subscribe(desk, desk.secret, "Desk")
    with migrate_engine.begin() as connection:
        connection.execute(text(FAULTS[fault].format(id=desk.tenant.id, namespace=desk.tenant.namespace)))
    _forget(desk)
    assert desk.ask("POST", path, {}).status_code in {200, 303}
    said = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert [one for one in said if one.startswith(f"a device of {desk.tenant.slug} may still be told: ")] == said != []
    assert told(desk.lanes, desk.tenant) == ["Desk"]
    assert Devices(desk.engine, desk.tenant, desk.member, Clock()).list() == []
    assert desk.ask("GET", "/identity/sessions").status_code == 401


def test_a_company_that_cannot_be_read_keeps_nobody_signed_in(
    desk: Desk, migrate_engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    subscribe(desk, desk.secret, "Desk")
    shut(migrate_engine, desk.tenant)
    _forget(desk)
    out = desk.ask("POST", "/sign-out")
    assert (out.status_code, out.headers["location"]) == (303, "/sign-in")
    assert out.headers["set-cookie"].startswith(f'{COOKIE}=""; HttpOnly; Max-Age=0')
    assert Devices(desk.engine, desk.tenant, desk.member, Clock()).list() == []
    assert f"a device of {desk.tenant.slug}.localhost:8000 may still be told: " in caplog.text
    assert told(desk.lanes, desk.tenant) == ["Desk"]


def test_everywhere_goes_past_a_company_that_cannot_be_read(
    desk: Desk, other_tenant: Tenant, tenants_pool: Iterator[Tenant], migrate_engine: Engine,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    third = next(tenants_pool)
    members = {tenant: make_member(desk.lanes, tenant) for tenant in (other_tenant, third)}
    join(desk.engine, {desk.tenant: desk.member, **members})
    for tenant, member in members.items():
        there = open_session(desk.engine, tenant, member, clock=Clock())
        subscribe(Desk(desk.site, desk.engine, desk.lanes, tenant), there, "There")
    shut(migrate_engine, other_tenant)
    said = desk.ask("POST", "/identity/sessions/end-all", {"keepThis": True})
    assert (said.status_code, said.json()) == (200, {"ended": 2})
    assert (told(desk.lanes, other_tenant), told(desk.lanes, third)) == (["There"], [])
    assert f"a device of {other_tenant.id} may still be told: " in caplog.text


def shut(engine: Engine, tenant: Tenant) -> None:
    with engine.begin() as connection:
        connection.execute(text(f"REVOKE SELECT ON {tenant.namespace}.member FROM {tenant.namespace}"))


def _forget(desk: Desk) -> None:
    """As the word of a move does, which a site without a loop does not hear."""
    desk.site.door._parts.reception.recognition.forget_all()


def join(engine: Engine, members: dict[Tenant, UUID]) -> UUID:
    person_id = new_id()
    with engine.begin() as connection:
        connection.execute(person.insert(), {"id": person_id, "email": f"{person_id}@test.test", "name": "P"})
        for tenant, member_id in members.items():
            row = {"id": new_id(), "tenant_id": tenant.id, "person_id": person_id, "member_id": member_id}
            connection.execute(membership.insert(), row)
    return person_id
