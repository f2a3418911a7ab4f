"""A company's own single sign-on: made, tried, enforced; and the owner who gets in when it fails."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import httpx2
import pytest
from sqlalchemy import Engine, insert, select, update

from saas.core.audit import AuditAction, AuditEntry
from saas.core.clock import Clock
from saas.core.ids import new_id
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.identity.actions import Newcomer, join_company
from saas.identity.sessions import Opening, open_session
from saas.identity.tokens import create_token
from tenants.engine import Lanes
from tenants.platform import company_domain, identity_provider, person, person_identity, session
from tenants.registry import Tenant
from tests.edge.conftest import SCRIPT, Site
from tests.edge.test_entering import visiting
from tests.edge.walking import Walker
from tests.identity.make import make_member
from tests.identity.providers import SECRET, Liar, lying

LOGIN = "http://login.localhost:8000"


@pytest.fixture
def liar() -> Iterator[Liar]:
    with lying() as liar:
        yield liar


@dataclass(frozen=True, slots=True)
class Office:
    """A company of this test's own, whose owner sits at its settings."""

    site: Site
    engine: Engine
    lanes: Lanes
    tenant: Tenant
    owner: UUID
    domain: str

    def call(
        self, method: str, path: str, said: object = None, *, member: UUID | None = None, opening: Opening | None = None
    ) -> httpx2.Response:
        secret = open_session(self.engine, self.tenant, member or self.owner, clock=Clock(), opening=opening)
        return self.site.ask(method, path, host=self.host, headers={"cookie": f"kesher={secret}", **SCRIPT}, json=said)

    @property
    def host(self) -> str:
        return f"{self.tenant.slug}.localhost:8000"

    def enter(self, walker: Walker) -> httpx2.Response:
        return walker.go(f"http://{self.host}/enter?next=/deals")

    def provider(self, liar: Liar, *, enforced: bool = False) -> str:
        """One that was tried; returns its id."""
        draft = {"name": "Acme ID", "issuer": liar.issuer, "clientId": "kesher", "clientSecret": SECRET}
        made = self.call("POST", "/identity/providers", draft)
        assert made.status_code == 200, made.text
        key = str(made.json()["provider"]["id"])
        with self.engine.begin() as connection:
            connection.execute(update(identity_provider).values(tested_at=datetime.now(UTC)))
        if enforced:
            self.verify()
            assert self.call("POST", f"/identity/providers/{key}/enforce", {"enforced": True}).status_code == 200
        return key

    def verify(self) -> None:
        row = {
            "id": new_id(), "tenant_id": self.tenant.id, "domain": self.domain, "proof": "x",
            "verified_at": datetime.now(UTC),
        }  # fmt: skip
        with self.engine.begin() as connection:
            connection.execute(insert(company_domain), row)

    def member(self, role: Role = Role.REP, *, domain: str | None = None) -> str:
        """A member with an address of the company's domain; returns the address."""
        email = f"{uuid4().hex[:8]}@{domain or self.domain}"
        id_ = self.owner if role is Role.OWNER else make_member(self.lanes, self.tenant, role)
        join_company(self.engine, self.tenant, Newcomer(id_, email, "Noa Bar"))
        return email


@pytest.fixture
def office(site: Site, web_engine: Engine, lanes: Lanes, tenant: Tenant) -> Office:
    owner = make_member(lanes, tenant, Role.OWNER)
    return Office(site, web_engine, lanes, tenant, owner, f"{tenant.slug}.test")


def rows(engine: Engine) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(select(identity_provider).order_by("id"))]


def test_a_provider_is_made_and_listed_without_its_secret(office: Office, liar: Liar) -> None:
    key = office.provider(liar)
    answer = office.call("GET", "/identity/providers")
    assert SECRET not in answer.text
    (shown,) = answer.json()["providers"]
    test = f"{LOGIN}/start?provider={key}&purpose=test&company={office.tenant.slug}&next=/settings/sign-in"
    assert {**shown, "createdAt": None, "testedAt": None} == {
        "id": key, "name": "Acme ID", "issuer": liar.issuer, "clientId": "kesher", "hasSecret": True,
        "enforced": False, "createdAt": None, "testedAt": None,
        "testAddress": test,
    }  # fmt: skip
    assert answer.json()["redirectAddress"] == f"{LOGIN}/callback/company/{office.tenant.slug}"
    assert SECRET not in repr(rows(office.engine))


BAD: dict[str, tuple[dict[str, object], str]] = {
    "issuer that does not answer": ({"issuer": "http://127.0.0.1:1"}, "PROVIDER_DOWN"),
    "issuer that is another one": ({"issuer": "{issuer}/"}, "PROVIDER_MISFIT"),
    "issuer without TLS": ({"issuer": "http://example.test"}, "NOT_HTTPS"),
    "issuer of another scheme": ({"issuer": "file:///etc/passwd"}, "NOT_HTTPS"),
    "issuer with a password": ({"issuer": "https://a:b@example.test"}, "NOT_HTTPS"),
    "no name": ({"name": " "}, "REQUIRED"),
    "a name that is no text": ({"name": 1}, "REQUIRED"),
    "a long name": ({"name": "x" * 81}, "TOO_LONG"),
    "no client id": ({"clientId": ""}, "REQUIRED"),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_input_is_named_and_kept_out(office: Office, liar: Liar, what: str) -> None:
    changes, code = BAD[what]
    draft: dict[str, object] = {"name": "Acme ID", "issuer": liar.issuer, "clientId": "kesher", **changes}
    draft["issuer"] = str(draft["issuer"]).replace("{issuer}", liar.issuer)
    before = rows(office.engine)
    answer = office.call("POST", "/identity/providers", draft)
    assert answer.status_code in {422, 503}
    assert answer.json()["errors"][0]["extensions"]["code"] == code
    assert rows(office.engine) == before


def test_an_issuer_is_there_once(office: Office, liar: Liar) -> None:
    key = office.provider(liar)
    draft = {"name": "Again", "issuer": liar.issuer, "clientId": "kesher"}
    answer = office.call("POST", "/identity/providers", draft)
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (409, "PROVIDER_THERE")
    assert office.call("POST", f"/identity/providers/{key}/disable", {}).json()["providers"] == []
    assert office.call("POST", "/identity/providers", draft).status_code == 200


def test_who_may_not_and_who_is_not_fresh(office: Office, liar: Liar, other_tenant: Tenant) -> None:
    key = office.provider(liar)
    rep = make_member(office.lanes, office.tenant, Role.REP)
    stale = Opening(signed_in_at=datetime.now(UTC) - timedelta(minutes=16))
    before = rows(office.engine)
    doors: tuple[tuple[str, str, object], ...] = (
        ("GET", "/identity/providers", None),
        ("POST", "/identity/providers", {"name": "x", "issuer": liar.issuer, "clientId": "y"}),
        ("POST", f"/identity/providers/{key}/enforce", {"enforced": True}),
        ("POST", f"/identity/providers/{key}/disable", {}),
    )
    for method, path, said in doors:
        answer = office.call(method, path, said, member=rep)
        assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (403, "FORBIDDEN")
        assert office.site.ask(method, path, host=office.host, json=said).status_code == 401
        if method == "POST":
            answer = office.call(method, path, said, opening=stale)
            assert answer.json()["errors"][0]["extensions"]["code"] == "STEP_UP"
            secret = open_session(office.engine, office.tenant, office.owner, clock=Clock())
            foreign = {"cookie": f"kesher={secret}", "origin": "http://evil.example"}
            assert office.site.ask(method, path, host=office.host, json=said, headers=foreign).status_code == 403
    token = create_token(office.engine, office.tenant, office.owner, name="t", clock=Clock())
    shown = {"authorization": f"Bearer {token}"}
    answer = office.site.ask("GET", "/identity/providers", host=office.host, headers=shown)
    assert answer.json()["errors"][0]["extensions"]["code"] == "BROWSERS_ONLY"
    neighbour = make_member(office.lanes, other_tenant, Role.OWNER)
    elsewhere = replace(office, tenant=other_tenant, owner=neighbour)
    assert elsewhere.call("POST", f"/identity/providers/{key}/disable", {}).status_code == 404
    assert elsewhere.call("GET", "/identity/providers").json()["providers"] == []
    assert rows(office.engine) == before


def test_what_would_lock_everybody_out_is_not_enforced(office: Office, liar: Liar) -> None:
    key = office.provider(liar)
    door = f"/identity/providers/{key}/enforce"
    answer = office.call("POST", door, {"enforced": True})
    assert answer.json()["errors"][0]["extensions"]["code"] == "NO_DOMAIN"
    office.verify()
    with office.engine.begin() as connection:
        connection.execute(update(identity_provider).values(tested_at=None))
    answer = office.call("POST", door, {"enforced": True})
    assert answer.json()["errors"][0]["extensions"]["code"] == "NOT_TESTED"


def test_trying_it_signs_nobody_in(office: Office, liar: Liar) -> None:
    key = office.provider(liar)
    office.verify()
    with office.engine.begin() as connection:
        connection.execute(update(identity_provider).values(tested_at=None))
    liar.email, walker = f"ann@{office.domain}", Walker(office.site)
    (shown,) = office.call("GET", "/identity/providers").json()["providers"]
    page = walker.go(shown["testAddress"])
    assert "Acme ID works" in page.text
    assert liar.email in page.text
    assert "kesher_visit" not in walker.cookies["login.localhost"]
    assert office.call("GET", "/identity/providers").json()["providers"][0]["testedAt"]
    assert office.call("POST", f"/identity/providers/{key}/enforce", {"enforced": True}).json()["provider"]["enforced"]


@pytest.mark.parametrize("verified", [True, None])
def test_a_member_comes_in_by_the_companys_own(office: Office, liar: Liar, verified: bool | None) -> None:  # noqa: FBT001
    """Also where the provider says nothing of the address: the domain is the company's."""
    office.provider(liar, enforced=True)
    liar.email, liar.verified, walker = office.member(), verified, Walker(office.site)
    page = office.enter(walker)
    assert page.text.index("Acme ID") < page.text.index("passkey")
    page = walker.submit(walker.go(walker.link(page, "Acme ID")))
    walker.refresh(page)
    assert walker.url == f"http://{office.host}/deals"
    with office.engine.connect() as connection:
        last = select(session.c.method, session.c.break_glass).order_by(session.c.id.desc()).limit(1)
        method, glass = connection.execute(last).one()
    assert (method.startswith("provider:"), glass) == (True, False)


@pytest.mark.parametrize("lie", ["another domain", "unverified"])
def test_it_speaks_for_its_own_domains_only(office: Office, liar: Liar, lie: str) -> None:
    office.provider(liar, enforced=True)
    victim = office.member(Role.OWNER, domain="elsewhere.test")
    liar.email = victim if lie == "another domain" else office.member()
    liar.verified = lie == "another domain"
    walker = Walker(office.site)
    before = people(office.engine)
    page = walker.go(walker.link(office.enter(walker), "Acme ID"))
    assert page.status_code in {403, 422}
    assert "kesher_visit" not in walker.cookies["login.localhost"]
    assert people(office.engine) == before


def people(engine: Engine) -> tuple[int, int]:
    with engine.connect() as connection:
        return tuple(len(connection.execute(select(table.c.id)).all()) for table in (person, person_identity))  # type: ignore[return-value]


def test_where_it_is_enforced_no_other_way_leads_in(office: Office, liar: Liar) -> None:
    office.provider(liar, enforced=True)
    walker = visiting(office.site, office.engine, office.member())
    before = sessions(office)
    page = office.enter(walker)
    assert page.status_code == 403
    assert f"{office.tenant.name} has its own sign-in" in page.text
    assert "Enter as an owner" not in page.text
    assert walker.go(f"{walker.url}&as=owner").status_code == 403
    assert sessions(office) == before


def test_who_came_another_way_has_to_come_again(office: Office, liar: Liar) -> None:
    key = office.provider(liar)
    office.verify()
    bound = visiting(office.site, office.engine, office.member())
    guest = visiting(office.site, office.engine, office.member(Role.READER, domain="guest.test"))
    owner = visiting(office.site, office.engine, office.member(Role.OWNER))
    for walker in (bound, guest, owner):
        office.enter(walker)
    assert office.call("POST", f"/identity/providers/{key}/enforce", {"enforced": True}).status_code == 200
    ended = select(session.c.ended_at.is_not(None)).where(session.c.tenant_id == office.tenant.id)
    with office.engine.connect() as connection:
        by_passkey = ended.where(session.c.method == "passkey").order_by(session.c.id)
        assert connection.execute(by_passkey).scalars().all() == [True, False, False]


def test_a_guest_of_another_domain_is_not_bound(office: Office, liar: Liar) -> None:
    office.provider(liar, enforced=True)
    walker = visiting(office.site, office.engine, office.member(domain="guest.test"))
    office.enter(walker)
    assert walker.url == f"http://{office.host}/deals"


def test_an_owner_breaks_the_glass_and_it_is_kept(office: Office, liar: Liar) -> None:
    office.provider(liar, enforced=True)
    walker = visiting(office.site, office.engine, office.member(Role.OWNER))
    liar.down = True
    page = office.enter(walker)
    assert page.status_code == 403
    walker.go(walker.link(page, "Enter as an owner"))
    assert walker.url == f"http://{office.host}/deals"
    with office.engine.connect() as connection:
        last = select(session.c.method, session.c.break_glass, session.c.id).order_by(session.c.id.desc()).limit(1)
        *found, id_ = connection.execute(last).one()
        assert found == ["passkey", True]
    with Opener(office.lanes, office.tenant, system("test"))() as work:
        [told] = work.all(select(AuditEntry).where(AuditEntry.entity == "session"))
        assert (told.action, told.entity_id, told.member_id) == (AuditAction.CREATE, id_, office.owner)
        assert told.after is not None
        assert (told.after["method"], told.after["break_glass"]) == ("passkey", True)


def sessions(office: Office) -> int:
    with office.engine.connect() as connection:
        return len(connection.execute(select(session.c.id).where(session.c.tenant_id == office.tenant.id)).all())


def test_an_address_leads_to_its_company(office: Office, liar: Liar) -> None:
    office.provider(liar, enforced=True)
    liar.email, walker = office.member(), Walker(office.site)
    page = walker.go(f"{LOGIN}/sign-in?company={office.tenant.slug}&next=/deals")
    page = walker.go(f"{LOGIN}/sign-in", form={"email": liar.email, "company": office.tenant.slug, "next": "/deals"})
    page = walker.submit(walker.refresh(page))
    walker.refresh(page)
    assert walker.url == f"http://{office.host}/deals"
    assert liar.asked[-1]["login_hint"] == liar.email


def test_an_address_of_no_company_is_said_so(office: Office, liar: Liar) -> None:
    office.provider(liar, enforced=True)
    page = Walker(office.site).go(f"{LOGIN}/sign-in", form={"email": '"><script>@nowhere.test'})
    assert page.status_code == 422
    assert "No company has its own sign-in for this address." in page.text
    assert "<script>@" not in page.text


def test_an_answer_at_another_companys_address_is_refused(office: Office, liar: Liar, other_tenant: Tenant) -> None:
    office.provider(liar, enforced=True)
    liar.email, walker = office.member(), Walker(office.site)
    page = office.enter(walker)
    answer = walker.go(walker.link(page, "Acme ID"), follow=False)
    back = httpx2.get(answer.headers["location"]).headers["location"]
    page = walker.go(back.replace(office.tenant.slug, other_tenant.slug))
    assert page.status_code == 422
    assert "kesher_visit" not in walker.cookies["login.localhost"]
