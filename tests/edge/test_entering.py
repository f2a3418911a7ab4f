"""From the sign-in host into a company: the code, the seal, and who is not let in."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import Engine, select, text, update

from saas.core.clock import Clock
from saas.core.rights import Role
from saas.identity.actions import Newcomer, join_company
from saas.identity.people import find_holder
from saas.identity.visitors import Entrance, open_visit
from saas.members.model import MemberStatus
from saas.settings import Mode
from tenants.engine import Lanes
from tenants.platform import carry_code, membership, session
from tenants.registry import Tenant
from tests.edge.conftest import Site
from tests.edge.walking import Walker
from tests.identity.make import make_member

LOGIN = "http://login.localhost:8000"


def company(tenant: Tenant, path: str) -> str:
    return f"http://{tenant.slug}.localhost:8000{path}"


def join(lanes: Lanes, engine: Engine, tenant: Tenant, role: Role = Role.REP, **more: MemberStatus) -> str:
    """A member, and the person behind it; returns the address."""
    member = make_member(lanes, tenant, role, **more)
    email = f"{role.lower()}-of-{tenant.slug}@example.test"
    join_company(engine, tenant, Newcomer(member, email, "Noa Bar"))
    return email


def visiting(site: Site, engine: Engine, email: str, **more: object) -> Walker:
    """A browser whose person the sign-in host knows."""
    with engine.connect() as connection:
        person_id = find_holder(connection, email)
    assert person_id is not None
    secret = open_visit(engine, Entrance(person_id, "passkey", **more), clock=Clock())  # type: ignore[arg-type]
    return Walker(site, {"login.localhost": {"kesher_visit": secret}})


@dataclass(frozen=True, slots=True)
class Town:
    site: Site
    lanes: Lanes
    engine: Engine

    def visitor(self, tenant: Tenant, role: Role = Role.REP, **more: MemberStatus) -> Walker:
        """A new member of the company, known at the sign-in host."""
        return visiting(self.site, self.engine, join(self.lanes, self.engine, tenant, role, **more))


@pytest.fixture
def town(site: Site, lanes: Lanes, web_engine: Engine) -> Town:
    return Town(site, lanes, web_engine)


def sealed(walker: Walker, tenant: Tenant, after: str = "/deals") -> str:
    """The address of the sign-in host that the company's host leads to."""
    answer = walker.go(company(tenant, f"/enter?next={after}"), follow=False)
    return str(answer.headers["location"])


def coded(walker: Walker, tenant: Tenant, after: str = "/deals") -> str:
    """The address of the company's host with a code."""
    return str(walker.go(sealed(walker, tenant, after), follow=False).headers["location"])


def sessions(engine: Engine) -> int:
    with engine.connect() as connection:
        return len(connection.execute(select(session.c.id)).all())


def test_a_code_signs_in_once(town: Town, tenant: Tenant) -> None:
    walker = town.visitor(tenant)
    address = coded(walker, tenant)
    answer = walker.go(address, follow=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/deals")
    assert "HttpOnly" in answer.headers["set-cookie"]
    before = sessions(town.engine)
    again = walker.go(address)
    assert (again.status_code, "used already" in again.text) == (403, True)
    assert sessions(town.engine) == before


def test_what_a_session_knows_of_its_opening(town: Town, tenant: Tenant) -> None:
    walker = town.visitor(tenant)
    walker.go(coded(walker, tenant))
    with town.engine.connect() as connection:
        opened = connection.execute(select(session).where(session.c.tenant_id == tenant.id)).one()
        member_id = connection.execute(
            select(membership.c.member_id).where(membership.c.tenant_id == tenant.id)
        ).scalar_one()
    assert (opened.method, opened.break_glass, opened.member_id) == ("passkey", False, member_id)
    assert opened.visit_id is not None
    assert opened.person_id is not None


@pytest.mark.parametrize("how", ["another browser", "another company", "too late", "unknown", "no seal"])
def test_a_code_is_bound(town: Town, tenant: Tenant, other_tenant: Tenant, how: str) -> None:
    walker = town.visitor(tenant)
    address = coded(walker, tenant)
    if how == "another browser":
        walker = Walker(town.site)
        sealed(walker, tenant)
    elif how == "another company":
        sealed(walker, other_tenant)
        other = walker.cookies[f"{other_tenant.slug}.localhost"]
        other.update(walker.cookies[f"{tenant.slug}.localhost"])
        address = address.replace(tenant.slug, other_tenant.slug)
    elif how == "too late":
        with town.engine.begin() as connection:
            connection.execute(update(carry_code).values(expires_at=datetime.now(UTC)))
    elif how == "unknown":
        address += "x"
    else:
        walker.cookies = {}
    before = sessions(town.engine)
    answer = walker.go(address)
    assert answer.status_code == 403
    assert "Sign in again" in answer.text
    assert sessions(town.engine) == before


@pytest.mark.parametrize("seal", ["", "x", "g" * 64, "0" * 63, "é" * 64])
def test_nobody_is_carried_without_a_seal(town: Town, tenant: Tenant, seal: str) -> None:
    walker = town.visitor(tenant)
    answer = walker.go(f"{LOGIN}/carry?company={tenant.slug}&seal={seal}")
    assert answer.status_code == 404


@pytest.mark.parametrize("status", [MemberStatus.PLACEHOLDER, MemberStatus.DISABLED])
def test_only_an_active_member_is_carried(town: Town, tenant: Tenant, status: MemberStatus) -> None:
    walker = town.visitor(tenant, status=status)
    answer = walker.go(sealed(walker, tenant))
    assert answer.status_code == 403
    assert f"You are not a member of {tenant.name}" in answer.text
    companies = walker.go(f"{LOGIN}/").text
    assert (f"http://{tenant.slug}.localhost:8000/enter" in companies) is (status is MemberStatus.PLACEHOLDER)


def test_one_who_has_left_is_not_carried(town: Town, tenant: Tenant) -> None:
    walker = town.visitor(tenant)
    with town.engine.begin() as connection:
        mine = update(membership).where(membership.c.tenant_id == tenant.id)
        connection.execute(mine.values(ended_at=datetime.now(UTC)))
    assert walker.go(sealed(walker, tenant)).status_code == 403


def test_a_suspended_company_takes_nobody_in(town: Town, migrate_engine: Engine, tenant: Tenant) -> None:
    walker = town.visitor(tenant, Role.OWNER)
    carry, address = sealed(walker, tenant), coded(walker, tenant)
    with migrate_engine.begin() as connection:
        connection.execute(text("UPDATE platform.tenant SET status = 'SUSPENDED' WHERE id = :id"), {"id": tenant.id})
    town.site.door._parts.premises.directory.forget()
    before = sessions(town.engine)
    for url in (carry, address, company(tenant, "/enter")):
        answer = walker.go(url)
        assert answer.status_code in {401, 403}
        assert "This company is suspended." in answer.text
    assert sessions(town.engine) == before
    assert tenant.name not in walker.go(f"{LOGIN}/").text


def test_a_visit_by_a_companys_own_provider_opens_that_company_only(
    site: Site, lanes: Lanes, web_engine: Engine, tenant: Tenant, other_tenant: Tenant
) -> None:
    email = join(lanes, web_engine, tenant)
    member = make_member(lanes, other_tenant)
    join_company(web_engine, other_tenant, Newcomer(member, email, "Noa Bar"))
    walker = visiting(site, web_engine, email, tenant_id=tenant.id)
    assert urlsplit(walker.go(sealed(walker, other_tenant), follow=False).headers["location"]).path == "/sign-in"
    page = walker.go(f"{LOGIN}/")
    assert tenant.name in page.text
    assert other_tenant.name not in page.text
    walker.go(coded(walker, tenant))
    assert walker.url == company(tenant, "/deals")


def test_one_person_chooses_among_many_companies(
    site: Site, lanes: Lanes, web_engine: Engine, tenant: Tenant, other_tenant: Tenant
) -> None:
    email = join(lanes, web_engine, tenant)
    join_company(web_engine, other_tenant, Newcomer(make_member(lanes, other_tenant), email, "Noa Bar"))
    walker = visiting(site, web_engine, email)
    page = walker.go(f"{LOGIN}/")
    for one in (tenant, other_tenant):
        walker.url = LOGIN
        walker.go(walker.link(page, one.name))
        assert walker.url == company(one, "/")
        cookie = walker.cookies[f"{one.slug}.localhost"]["kesher"]
        asked = site.graphql(
            "{ me { member { email } } }", host=f"{one.slug}.localhost:8000", cookie=f"kesher={cookie}"
        )
        assert asked.status_code == 200


def test_signing_out_means_the_sign_in_host_too(town: Town, tenant: Tenant) -> None:
    walker = town.visitor(tenant)
    walker.go(coded(walker, tenant))
    walker.go(company(tenant, "/sign-out"), form={})
    page = walker.go(sealed(walker, tenant))
    assert walker.url.startswith(f"{LOGIN}/sign-in")
    assert "Choose how you sign in." in page.text


@pytest.mark.parametrize(
    "after", ["//evil.example", "/\\evil.example", "https://evil.example", "x", "/enter?code=1", "/sign-in", "/a%09b"]
)
def test_a_way_leads_nowhere_else(town: Town, tenant: Tenant, after: str) -> None:
    walker = town.visitor(tenant)
    seal = parse_qs(urlsplit(sealed(walker, tenant)).query)["seal"][0]
    answer = walker.go(f"{LOGIN}/carry?company={tenant.slug}&seal={seal}&next={after}", follow=False)
    assert walker.go(answer.headers["location"], follow=False).headers["location"] == "/"


@pytest.mark.parametrize("label", ["evil.example/", "evil.example%2F", "evil.example%23", "login", "a@evil.example"])
@pytest.mark.parametrize("path", ["/sign-in", "/carry", "/start"])
def test_no_company_is_an_address(town: Town, tenant: Tenant, label: str, path: str) -> None:
    walker = town.visitor(tenant)
    answer = walker.go(f"{LOGIN}{path}?company={label}&seal={'0' * 64}&provider=x", follow=False)
    assert "location" not in answer.headers
    assert not re.search(r'(href|action|url)="?(https?:)?//[^"]*evil', answer.text)


def test_where_no_click_is_offered_the_sign_in_host_is_the_way(make_site: Callable[..., Site], tenant: Tenant) -> None:
    site = make_site(mode=Mode.SERVER, domain="kesher.test")
    host, headers = f"{tenant.slug}.kesher.test", {"accept": "text/html"}
    answer = site.ask("GET", "/deals?a=1", host=host, headers=headers)
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=%2Fdeals%3Fa%3D1")
    answer = site.ask("GET", answer.headers["location"], host=host, headers=headers)
    assert (answer.status_code, answer.headers["location"]) == (303, "/enter?next=%2Fdeals%3Fa%3D1")
    answer = site.ask("GET", answer.headers["location"], host=host, headers=headers)
    assert answer.headers["location"].startswith(f"https://login.kesher.test/carry?company={tenant.slug}&seal=")
    assert answer.headers["set-cookie"].startswith("__Host-kesher_entering=")
    assert "Secure" in answer.headers["set-cookie"]
    answer = site.ask("GET", "/", host="kesher.test", headers=headers)
    assert answer.headers["location"] == "https://login.kesher.test"


@pytest.mark.parametrize("label", ["login", "admin", "www", "api", "static"])
def test_a_reserved_label_names_no_company(site: Site, label: str) -> None:
    answer = site.graphql("{ __typename }", host=f"{label}.localhost:8000")
    assert answer.status_code in {401, 404, 405}
    assert "data" not in answer.json()


@pytest.mark.parametrize(
    ("locale", "direction", "title"), [("en", "ltr", "Sign in"), ("he", "rtl", "כניסה"), ("ar", "rtl", "تسجيل الدخول")]
)
def test_the_pages_speak_three_languages_and_remember(site: Site, locale: str, direction: str, title: str) -> None:
    walker = Walker(site)
    page = walker.go(f"{LOGIN}/sign-in?lang={locale}")
    assert f'<html lang="{locale}" dir="{direction}">' in page.text
    assert f'<h1 dir="{direction}">{title}</h1>' in page.text
    assert f'<html lang="{locale}"' in walker.go(f"{LOGIN}/lost").text
    assert len(page.content) < 20_000
    assert "unsafe" not in page.headers["content-security-policy"]
