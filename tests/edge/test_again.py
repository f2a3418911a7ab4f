"""A dangerous act asks who it is anew: round by a certified provider, which has to ask, too."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import httpx2
import pytest
from sqlalchemy import Engine, update

from saas.core.clock import Clock
from saas.core.principal import FRESH
from saas.core.rights import Role
from saas.identity.actions import Newcomer, join_company
from saas.settings import OidcClient
from tenants.engine import Lanes
from tenants.platform import person_session, session
from tenants.registry import Tenant
from tests.edge.conftest import SCRIPT, Site
from tests.edge.walking import Walker
from tests.identity.make import make_member
from tests.identity.providers import SECRET, certified

BACK = "http://login.localhost:8000/callback/oidc"


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with certified([BACK]) as issuer:
        yield issuer


@pytest.fixture
def walker(make_site: Callable[..., Site], issuer: str) -> Walker:
    return Walker(make_site(oidc=(OidcClient("oidc", "Acme ID", issuer, "kesher", SECRET),)))


@pytest.fixture
def dana(lanes: Lanes, tenant: Tenant, web_engine: Engine) -> str:
    member = make_member(lanes, tenant, Role.OWNER)
    email = f"dana-{tenant.slug}@example.test"
    join_company(web_engine, tenant, Newcomer(member, email, "Dana Levi"))
    return email


def make_token(walker: Walker, tenant: Tenant, cookie: str) -> httpx2.Response:
    headers = {"cookie": f"kesher={cookie}", "sec-fetch-site": "same-origin", **SCRIPT}
    host = f"{tenant.slug}.localhost:8000"
    return walker.site.ask("POST", "/identity/tokens", host=host, headers=headers, json={"name": "CI"})


def test_the_provider_asks_again_and_leads_back_to_a_fresh_session(
    walker: Walker, tenant: Tenant, dana: str, web_engine: Engine
) -> None:
    host = f"{tenant.slug}.localhost"
    page = walker.go(walker.link(walker.go(f"http://{host}:8000/enter?next=/deals"), "Acme ID"))
    walker.refresh(walker.submit(walker.submit(walker.submit(page, login=dana, password="any"))))
    old = walker.cookies[host]["kesher"]
    ago = Clock().now() - FRESH - timedelta(minutes=1)
    with web_engine.begin() as connection:
        for table in (session, person_session):
            connection.execute(update(table).values(signed_in_at=ago))
    walker.site.door._parts.reception.recognition.forget_all()
    refused = make_token(walker, tenant, old)
    assert (refused.status_code, refused.json()["errors"][0]["extensions"]["code"]) == (403, "STEP_UP")
    page = walker.go(f"http://login.localhost:8000/again?company={tenant.slug}&next=/settings")
    assert dana in page.text
    page = walker.go(walker.link(page, "Acme ID"))
    assert 'name="login"' in page.text, "it knows the browser, and asks nevertheless"
    page = walker.submit(page, login=dana, password="any")
    while "/interaction/" in walker.url:
        page = walker.submit(page)
    assert walker.url == f"http://{host}:8000/settings"
    new = walker.cookies[host]["kesher"]
    assert new != old
    assert make_token(walker, tenant, new).status_code == 201
    walker.site.door._parts.reception.recognition.forget_all()
    assert make_token(walker, tenant, old).status_code == 401
