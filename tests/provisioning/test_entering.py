"""From the directory into the company, and out again."""

import hashlib
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import httpx2
import pytest
from sqlalchemy import Engine

from saas.core.clock import Clock
from saas.core.ids import new_id
from saas.core.principal import system
from saas.core.work import Opener
from saas.identity.tokens import create_scim_token
from saas.identity.visitors import VISIT_COOKIE, Entrance, open_visit
from saas.members.model import Member, MemberStatus
from tenants.engine import Lanes
from tenants.platform import person
from tenants.registry import Tenant
from tests.edge.conftest import Site, client_folder, host_of, settings, site

__all__ = ["client_folder", "settings", "site"]

LOGIN = "login.localhost:8000"
SEED = "s" * 43
SEAL = hashlib.sha256(SEED.encode()).hexdigest()


class Comer:
    """A person who is known at the sign-in host by the company's own provider."""

    def __init__(self, site: Site, engine: Engine, tenant: Tenant) -> None:
        self.site, self.tenant, self.email = site, tenant, f"dana-{new_id().hex[-8:]}@{tenant.slug}.test"
        self.person_id = new_id()
        with engine.begin() as connection:
            row = {"id": self.person_id, "email": self.email, "name": "Dana", "verified_at": Clock().now()}
            connection.execute(person.insert(), row)
        entrance = Entrance(self.person_id, "provider:own", tenant.id)
        self.visit = open_visit(engine, entrance, clock=Clock())

    def at_login(self, path: str) -> httpx2.Response:
        headers = {"cookie": f"{VISIT_COOKIE}={self.visit}", "accept": "text/html"}
        return self.site.ask("GET", path, host=LOGIN, headers=headers)

    def enter(self) -> httpx2.Response:
        """Round the circle: the last answer is the company's own, or the sign-in host's reason."""
        carried = self.at_login(f"/carry?company={self.tenant.slug}&seal={SEAL}&next=/deals")
        if carried.status_code != 303:
            return carried
        code = parse_qs(urlsplit(carried.headers["location"]).query)["code"][0]
        headers = {"cookie": f"kesher_entering={SEED}", "accept": "text/html"}
        return self.site.ask("GET", f"/enter?code={code}", host=host_of(self.tenant), headers=headers)


@pytest.fixture
def comer(site: Site, web_engine: Engine, tenant: Tenant) -> Comer:
    return Comer(site, web_engine, tenant)


def test_who_was_provisioned_signs_in_by_the_companys_own_sign_in(
    comer: Comer, web_engine: Engine, lanes: Lanes, tenant: Tenant
) -> None:
    assert comer.enter().status_code == 403, "nobody yet"
    token = create_scim_token(web_engine, tenant, name="HR", clock=Clock())
    shown = {"authorization": f"Bearer {token}"}
    user = {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": comer.email, "displayName": "Dana"}
    made = comer.site.ask("POST", "/scim/v2/Users", host=host_of(tenant), headers=shown, json=user).json()
    entered = comer.enter()
    assert (entered.status_code, entered.headers["location"]) == (303, "/deals")
    cookie = entered.headers["set-cookie"].partition(";")[0]
    me = comer.site.graphql("{ me { member { email } } }", host=host_of(tenant), cookie=cookie).json()
    assert me["data"]["me"]["member"]["email"] == comer.email
    with Opener(lanes, tenant, system("test"))() as work:
        assert work.get(Member, UUID(made["id"])).status == MemberStatus.ACTIVE
    path = f"/scim/v2/Users/{made['id']}"
    assert comer.site.ask("DELETE", path, host=host_of(tenant), headers=shown).status_code == 204
    comer.site.door._parts.reception.recognition.forget_all()
    again = comer.site.graphql("{ me { member { email } } }", host=host_of(tenant), cookie=cookie)
    assert again.status_code == 401
    assert comer.enter().status_code == 403


def test_a_dangerous_act_leads_to_the_ways_that_ask_anew(comer: Comer, tenant: Tenant) -> None:
    page = comer.at_login(f"/again?company={tenant.slug}&next=/settings/roles")
    assert page.status_code == 200
    assert "Show that it is you" in page.text
    assert comer.email in page.text
    assert 'action="/sign-in/passkey"' in page.text
    assert f'name="company" value="{tenant.slug}"' in page.text
    hebrew = comer.at_login(f"/again?company={tenant.slug}&lang=he")
    assert '<html lang="he" dir="rtl">' in hebrew.text


def test_where_a_click_signs_in_the_click_is_asked_for_again(site: Site, tenant: Tenant) -> None:
    answer = site.ask(
        "GET", f"/again?company={tenant.slug}&next=/settings", host=LOGIN, headers={"accept": "text/html"}
    )
    assert answer.status_code == 303
    assert answer.headers["location"] == f"http://{host_of(tenant)}/sign-in?next=%2Fsettings"


@pytest.mark.parametrize("next_", ["//evil.example", "https://evil.example"])
def test_it_leads_nowhere_else(site: Site, tenant: Tenant, next_: str) -> None:
    path = f"/again?company={tenant.slug}&next={next_}"
    answer = site.ask("GET", path, host=LOGIN, headers={"accept": "text/html"})
    assert answer.headers["location"] == f"http://{host_of(tenant)}/sign-in"
