"""Signing in on one's own computer, and the walls around it."""

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import Engine, func, select

from saas.core.rights import Role
from saas.identity.credentials import COOKIE
from saas.members.model import MemberStatus
from saas.settings import Mode
from tenants.engine import Lanes
from tenants.platform import session
from tenants.registry import Tenant
from tests.edge.conftest import Site, host_of
from tests.identity.make import make_member

PAGE = {"accept": "text/html"}
ME = "{ me { member { email } } }"


@pytest.fixture
def owner(lanes: Lanes, tenant: Tenant) -> UUID:
    return make_member(lanes, tenant, Role.OWNER)


def sign_in(site: Site, tenant: Tenant, member: object, **more: str) -> tuple[int, str | None, str]:
    form = {"member": str(member), "next": more.pop("next", "/deals")}
    answer = site.ask("POST", "/sign-in", host=host_of(tenant), data=form, headers={**PAGE, **more})
    return answer.status_code, answer.headers.get("location"), answer.headers.get("set-cookie", "")


def test_the_page_offers_the_active_members_of_its_company(
    site: Site, lanes: Lanes, tenant: Tenant, other_tenant: Tenant, owner: UUID
) -> None:
    make_member(lanes, tenant, Role.REP, status=MemberStatus.PLACEHOLDER)
    make_member(lanes, other_tenant, Role.REP)
    page = site.ask("GET", "/sign-in", host=host_of(tenant), headers=PAGE)
    assert page.status_code == 200
    assert page.text.count("<button") == 1
    assert f'value="{owner}"' in page.text
    assert "'unsafe" not in page.headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-store"


def test_the_page_stands_whatever_the_roles_of_its_members(site: Site, lanes: Lanes, tenant: Tenant) -> None:
    for role in Role:
        make_member(lanes, tenant, role)
    page = site.ask("GET", "/sign-in", host=host_of(tenant), headers=PAGE)
    assert (page.status_code, page.text.count("<h2>"), page.text.count("<button")) == (200, len(Role), len(Role))


def test_a_click_signs_in(site: Site, tenant: Tenant, owner: UUID) -> None:
    status, location, cookie = sign_in(site, tenant, owner)
    assert (status, location) == (303, "/deals")
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    shown = {"cookie": cookie.partition(";")[0]}
    assert site.graphql(ME, host=host_of(tenant), **shown).json()["data"]["me"]["member"]["email"]
    page = site.ask("GET", "/deals", host=host_of(tenant), headers={**PAGE, **shown})
    assert (page.status_code, "root" in page.text) == (200, True)
    out = site.ask("POST", "/sign-out", host=host_of(tenant), headers={**PAGE, **shown})
    assert (out.status_code, out.headers["location"]) == (303, "/sign-in")
    assert f'{COOKIE}=""' in out.headers["set-cookie"]
    assert site.graphql(ME, host=host_of(tenant), **shown).status_code == 401


def sessions(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(session)).scalar_one()


@pytest.mark.parametrize(
    "wall",
    [
        {"mode": Mode.SERVER}, {"host": "0.0.0.0"}, {"client": ("10.0.0.7", 1)}, {"x-forwarded-for": "127.0.0.1"},
        {"forwarded": "for=127.0.0.1"}, {"at": "evil.example"},
    ],
)  # fmt: skip
def test_each_wall_keeps_the_page_away(
    make_site: Callable[..., Site], web_engine: Engine, tenant: Tenant, owner: UUID, wall: dict[str, object]
) -> None:
    site = make_site(**{name: wall[name] for name in ("mode", "host") if name in wall})
    client = ("10.0.0.7", 1) if "client" in wall else ("127.0.0.1", 1)
    headers = {**PAGE, **{name: str(said) for name, said in wall.items() if name in {"x-forwarded-for", "forwarded"}}}
    at = str(wall.get("at", host_of(tenant)))
    before = sessions(web_engine)
    for method, path in (("GET", "/sign-in"), ("POST", "/sign-in"), ("GET", "/")):
        form = {"data": {"member": str(owner)}} if method == "POST" else {}
        answer = site.ask(method, path, host=at, client=client, headers=headers, **form)
        led = answer.headers.get("location", "").partition("?")[0] in {"/enter", "/sign-in"}
        assert answer.status_code in {401, 404} or (method == "GET" and led), (method, path, answer.status_code)
        assert str(owner) not in answer.text
        assert tenant.slug not in answer.text
        assert "set-cookie" not in answer.headers
    assert sessions(web_engine) == before


def test_nobody_but_an_active_member_of_this_company_signs_in(
    site: Site, web_engine: Engine, lanes: Lanes, tenant: Tenant, other_tenant: Tenant
) -> None:
    before = sessions(web_engine)
    disabled = make_member(lanes, tenant, status=MemberStatus.DISABLED)
    for member in (make_member(lanes, other_tenant), disabled, "", "x", "' OR 1=1"):
        status, location, cookie = sign_in(site, tenant, member)
        assert (status, cookie) == (303, "")
        assert location is not None
        assert location.startswith("/sign-in")
    assert sessions(web_engine) == before


def test_a_strangers_page_cannot_sign_in(site: Site, web_engine: Engine, tenant: Tenant, owner: UUID) -> None:
    before = sessions(web_engine)
    assert sign_in(site, tenant, owner, origin="http://evil.example")[0] == 403
    assert sessions(web_engine) == before


@pytest.mark.parametrize(
    "after", ["//evil.example", "/\\evil.example", "https://evil.example", "x", "/a\r\nset-cookie: x=1"]
)
def test_signing_in_leads_nowhere_else(site: Site, tenant: Tenant, owner: UUID, after: str) -> None:
    assert sign_in(site, tenant, owner, next=after)[1] == "/"


@pytest.mark.parametrize(
    ("locale", "direction", "title"),
    [("en", "ltr", "Sign in to "), ("he", "rtl", "כניסה אל "), ("ar", "rtl", "تسجيل الدخول إلى ")],
)
def test_the_page_speaks_three_languages(site: Site, tenant: Tenant, locale: str, direction: str, title: str) -> None:
    page = site.ask("GET", f"/sign-in?lang={locale}", host=host_of(tenant), headers=PAGE)
    assert f'<html lang="{locale}" dir="{direction}">' in page.text
    assert title in page.text
    preferred = site.ask("GET", "/sign-in", host=host_of(tenant), headers={**PAGE, "accept-language": locale})
    assert f'<html lang="{locale}"' in preferred.text


def test_a_page_asked_for_without_a_session_leads_to_the_sign_in(site: Site, tenant: Tenant) -> None:
    answer = site.ask("GET", "/deals?owner=1", host=host_of(tenant), headers=PAGE)
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=%2Fdeals%3Fowner%3D1")
    assert "root" not in answer.text


def test_the_bare_host_lists_the_companies(site: Site, tenant: Tenant) -> None:
    for host in ("localhost:8000", "127.0.0.1:8000"):
        page = site.ask("GET", "/", host=host, headers=PAGE)
        assert f'href="//{tenant.slug}.localhost:8000/"' in page.text


def test_an_unknown_company_is_said_so(site: Site) -> None:
    for path in ("/", "/sign-in", "/deals"):
        page = site.ask("GET", path, host="nobody.localhost:8000", headers=PAGE)
        assert (page.status_code, "There is no company at this address." in page.text) == (404, True)


def test_names_are_escaped(site: Site, lanes: Lanes, tenant: Tenant, web_engine: Engine) -> None:
    query = "?next=/%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
    page = site.ask("GET", f"/sign-in{query}", host=host_of(tenant), headers=PAGE)
    assert "<script>alert" not in page.text
