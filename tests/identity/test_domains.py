"""Domains proved by the DNS of a real server, and joining by them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

import httpx2
import pytest
from sqlalchemy import Engine, select, update

from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.identity.credentials import COOKIE
from saas.identity.domains import read_domain
from saas.identity.people import Somebody, add_person
from saas.identity.sessions import Opening, open_session
from saas.identity.visitors import VISIT_COOKIE, Entrance, open_visit
from saas.members.actions import MemberDraft, add_member, find_by_email
from saas.members.model import Member, MemberStatus
from tenants.engine import Lanes
from tenants.platform import company_domain, membership
from tenants.registry import Tenant
from tests.edge.conftest import SCRIPT, Site, client_folder, host_of, make_site, settings
from tests.identity.make import make_member
from tests.identity.naming import Names, naming

__all__ = ["client_folder", "make_site", "settings"]

Json = dict[str, Any]
LOGIN = "login.localhost:8000"
PAGE = {"accept": "text/html"}


@pytest.fixture(scope="module")
def names() -> Iterator[Names]:
    with naming() as names:
        yield names


@dataclass(frozen=True, slots=True)
class Office:
    """An administrator of one company at its settings, and people at the sign-in host."""

    site: Site
    engine: Engine
    lanes: Lanes
    names: Names
    tenant: Tenant
    admin: UUID

    def ask(
        self, method: str, path: str = "", given: Json | None = None, *, member: UUID | None = None,
        ago: timedelta = timedelta(),
    ) -> httpx2.Response:  # fmt: skip
        opening = Opening(signed_in_at=datetime.now(UTC) - ago)
        secret = open_session(self.engine, self.tenant, member or self.admin, clock=Clock(), opening=opening)
        headers = {"cookie": f"{COOKIE}={secret}", "sec-fetch-site": "same-origin", **SCRIPT}
        return self.site.ask(method, f"/identity/domains{path}", host=host_of(self.tenant), headers=headers, json=given)

    def add(self, domain: str) -> Json:
        answer = self.ask("POST", given={"domain": domain})
        assert answer.status_code == 200, answer.text
        found: Json = answer.json()["domain"]
        return found

    def prove(self, domain: str) -> Json:
        """Said, shown by the DNS, verified."""
        made = self.add(domain)
        self.names.texts[made["record"]["name"]] = ["v=spf1 -all", made["record"]["value"]]
        answer = self.ask("POST", f"/{made['id']}/verify")
        assert answer.status_code == 200, answer.text
        found: Json = answer.json()["domain"]
        return found

    def open(self, domain: str, role: str = "REP") -> Json:
        """Proved, and open to join."""
        made = self.prove(domain)
        answer = self.ask("POST", f"/{made['id']}/joining", {"joins": True, "role": role})
        assert answer.status_code == 200, answer.text
        found: Json = answer.json()["domain"]
        return found

    def person(self, email: str, *, verified: bool = True) -> UUID:
        with self.engine.begin() as connection:
            at = datetime.now(UTC) if verified else None
            return add_person(connection, Somebody(email, "Dana Levi", "en", at))

    def visit(
        self, person: UUID, method: str, path: str, *, through: Tenant | None = None, **form: str
    ) -> httpx2.Response:
        entrance = Entrance(person, "passkey", through.id if through else None)
        secret = open_visit(self.engine, entrance, clock=Clock())
        headers = {**PAGE, "cookie": f"{VISIT_COOKIE}={secret}"}
        more: Json = {"data": form} if method == "POST" else {}
        return self.site.ask(method, path, host=LOGIN, headers=headers, **more)

    def member(self, email: str) -> Member | None:
        with Opener(self.lanes, self.tenant, system("test"))() as work:
            return find_by_email(work, email)

    def bound(self, person: UUID) -> list[UUID]:
        mine = membership.c.tenant_id == self.tenant.id, membership.c.person_id == person
        with self.engine.connect() as connection:
            return list(connection.execute(select(membership.c.member_id).where(*mine)).scalars())


MakeSite = Callable[..., Site]


@pytest.fixture
def office(make_site: MakeSite, names: Names, web_engine: Engine, lanes: Lanes, tenant: Tenant) -> Office:
    site = make_site(dns=("127.0.0.1", names.port))
    return Office(site, web_engine, lanes, names, tenant, make_member(lanes, tenant, Role.ADMIN))


def new_domain() -> str:
    return f"acme-{uuid4().hex[:8]}.com"


def refused(answer: httpx2.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["errors"][0]["extensions"]["code"]


# Proving


def test_a_domain_is_said_proved_and_removed(office: Office) -> None:
    domain = new_domain()
    made = office.add(f"https://{domain.upper()}/about")
    assert (made["domain"], made["verifiedAt"], made["joins"], made["role"]) == (domain, None, False, None)
    assert made["record"]["name"] == f"_kesher.{domain}"
    assert office.add(domain) == made
    proved = office.prove(domain)
    assert proved["verifiedAt"] is not None
    listed = office.ask("GET").json()
    assert listed["domains"] == [proved]
    assert "OWNER" not in listed["roles"]
    assert "ADMIN" not in listed["roles"]
    assert office.ask("DELETE", f"/{made['id']}").json()["domains"] == []


def test_what_the_dns_does_not_show_is_not_proved(office: Office) -> None:
    domain = new_domain()
    made = office.add(domain)
    record = made["record"]["name"]
    assert refused(office.ask("POST", f"/{made['id']}/verify")) == (422, "PROOF_MISSING")
    office.names.texts[record] = ["kesher-verification=of-somebody-else"]
    answer = office.ask("POST", f"/{made['id']}/verify")
    assert refused(answer) == (422, "PROOF_MISSING")
    assert made["record"]["value"] in answer.json()["errors"][0]["message"]
    office.names.broken.add(record)
    assert refused(office.ask("POST", f"/{made['id']}/verify")) == (503, "DNS_DOWN")
    assert office.ask("GET").json()["domains"][0]["verifiedAt"] is None


def test_one_company_has_a_domain(office: Office, other_tenant: Tenant) -> None:
    domain = new_domain()
    office.prove(domain)
    admin = make_member(office.lanes, other_tenant, Role.ADMIN)
    other = Office(office.site, office.engine, office.lanes, office.names, other_tenant, admin)
    made = other.add(domain)
    other.names.texts[f"_kesher.{domain}"].append(made["record"]["value"])
    assert refused(other.ask("POST", f"/{made['id']}/verify")) == (409, "DOMAIN_TAKEN")
    mine = office.ask("GET").json()["domains"][0]
    assert refused(other.ask("DELETE", f"/{mine['id']}")) == (404, "NOT_FOUND")
    assert refused(other.ask("POST", f"/{mine['id']}/joining", {"joins": False})) == (404, "NOT_FOUND")
    assert office.ask("GET").json()["domains"][0]["verifiedAt"] is not None


@pytest.mark.parametrize(
    "said", ["", "acme", "a b.com", "127.0.0.1", "login.localhost", "-a.com", "a..com", "x" * 70 + ".com", "a.c/;DROP", "http://"]
)  # fmt: skip
def test_what_is_no_domain_is_refused(office: Office, said: str) -> None:
    status, code = refused(office.ask("POST", given={"domain": said}))
    assert (status, code in {"BAD_DOMAIN", "REQUIRED"}) == (422, True)
    assert office.ask("GET").json()["domains"] == []


def test_a_domain_in_another_script() -> None:
    assert read_domain("דוגמה.co.il") == "xn--6dbbec0c.co.il"


def test_who_may_not_and_who_is_not_fresh(office: Office) -> None:
    rep = make_member(office.lanes, office.tenant, Role.REP)
    made = office.add(new_domain())
    for method, path in (("GET", ""), ("POST", ""), ("POST", f"/{made['id']}/verify"), ("DELETE", f"/{made['id']}")):
        given = None if method == "GET" else {"domain": "x.com"}
        assert refused(office.ask(method, path, given, member=rep)) == (403, "FORBIDDEN")
    old = timedelta(minutes=16)
    assert refused(office.ask("POST", given={"domain": "x.com"}, ago=old)) == (403, "STEP_UP")
    assert refused(office.ask("DELETE", f"/{made['id']}", ago=old)) == (403, "STEP_UP")
    assert len(office.ask("GET").json()["domains"]) == 1


@pytest.mark.parametrize("role", ["OWNER", "ADMIN", "KING", ""])
def test_nobody_joins_with_a_role_of_power(office: Office, role: str) -> None:
    made = office.prove(new_domain())
    assert office.ask("POST", f"/{made['id']}/joining", {"joins": True, "role": role}).status_code == 422
    assert office.ask("GET").json()["domains"][0]["joins"] is False


def test_what_is_not_proved_is_not_opened(office: Office) -> None:
    made = office.add(new_domain())
    answer = office.ask("POST", f"/{made['id']}/joining", {"joins": True, "role": "REP"})
    assert refused(answer) == (422, "UNPROVED")


# Joining


def test_a_person_of_the_domain_is_offered_to_join(office: Office) -> None:
    domain = new_domain()
    office.open(domain, "READER")
    email = f"dana@{domain}"
    dana = office.person(email)
    assert f"/join?company={office.tenant.slug}" in office.visit(dana, "GET", "/").text
    page = office.visit(dana, "GET", f"/join?company={office.tenant.slug}")
    assert (page.status_code, "Reader" in page.text) == (200, True)
    assert office.member(email) is None
    answer = office.visit(dana, "POST", "/join", company=office.tenant.slug)
    assert f"http://{office.tenant.slug}.localhost:8000/enter" in answer.text
    made = office.member(email)
    assert made is not None
    assert (made.name, made.role, made.status) == ("Dana Levi", Role.READER, MemberStatus.ACTIVE)
    assert office.bound(dana) == [made.id]
    assert f"/join?company={office.tenant.slug}" not in office.visit(dana, "GET", "/").text
    assert office.visit(dana, "POST", "/join", company=office.tenant.slug).status_code == 200
    assert office.bound(dana) == [made.id]


@pytest.mark.parametrize("why", ["unverified", "elsewhere", "closed", "through another company", "nobody"])
def test_who_may_not_join_does_not(office: Office, other_tenant: Tenant, why: str) -> None:
    domain = new_domain()
    made = office.open(domain)
    email = f"dana@{'other.' if why == 'elsewhere' else ''}{domain}"
    dana = office.person(email, verified=why != "unverified")
    if why == "closed":
        office.ask("POST", f"/{made['id']}/joining", {"joins": False})
    through = other_tenant if why == "through another company" else None
    slug = office.tenant.slug
    assert (f"/join?company={slug}" in office.visit(dana, "GET", "/", through=through).text) is (why == "nobody")
    if why == "nobody":
        answer = office.site.ask("POST", "/join", host=LOGIN, headers=PAGE, data={"company": slug})
    else:
        answer = office.visit(dana, "POST", "/join", through=through, company=slug)
    assert answer.status_code == 403
    assert "/enter" not in answer.text
    assert (office.member(email), office.bound(dana)) == (None, [])


def test_one_who_was_let_go_does_not_come_back_by_himself(office: Office) -> None:
    domain = new_domain()
    office.open(domain)
    email = f"dana@{domain}"
    dana = office.person(email)
    office.visit(dana, "POST", "/join", company=office.tenant.slug)
    with Opener(office.lanes, office.tenant, system("test"))() as work:
        member = find_by_email(work, email)
        assert member is not None
        member.status = MemberStatus.DISABLED
    answer = office.visit(dana, "POST", "/join", company=office.tenant.slug)
    assert (answer.status_code, "Your access to this company was ended." in answer.text) == (403, True)
    left = office.member(email)
    assert left is not None
    assert left.status == MemberStatus.DISABLED


def test_a_name_that_an_import_told_becomes_the_person(office: Office) -> None:
    domain = new_domain()
    office.open(domain)
    with Opener(office.lanes, office.tenant, system("test"))() as work:
        draft = MemberDraft("Darcy", f"d@{domain}", Role.MANAGER, status=MemberStatus.PLACEHOLDER)
        placeholder = add_member(work, draft)
        work.flush()
        id_ = placeholder.id
    office.visit(office.person(f"d@{domain}"), "POST", "/join", company=office.tenant.slug)
    made = office.member(f"d@{domain}")
    assert made is not None
    assert (made.id, made.role, made.status) == (id_, Role.REP, MemberStatus.ACTIVE)


def test_who_is_awaited_is_let_in_where_he_asks(office: Office) -> None:
    """A directory, or an administrator, has made the member; the person proves the address by his provider."""
    email = f"rina-{uuid4().hex[:8]}@acme.test"
    with Opener(office.lanes, office.tenant, system("test"))() as work:
        work.add(
            Member(name="Rina", email=email, role=Role.REP, status=MemberStatus.INVITED, locale="en", time_zone="UTC")
        )
    query = urlencode({"company": office.tenant.slug, "seal": "0" * 64, "next": "/deals"})
    for verified, status in ((False, MemberStatus.INVITED), (True, MemberStatus.ACTIVE)):
        answer = office.visit(office.person(email, verified=verified), "GET", f"/carry?{query}")
        assert answer.status_code == (303 if verified else 403)
        member = office.member(email)
        assert member is not None
        assert member.status == status


def test_a_domain_that_is_taken_away_offers_nothing(office: Office) -> None:
    domain = new_domain()
    made = office.open(domain)
    with office.engine.begin() as connection:
        gone = update(company_domain).where(company_domain.c.id == UUID(made["id"])).values(verified_at=None)
        connection.execute(gone)
    dana = office.person(f"dana@{domain}")
    assert "/join?" not in office.visit(dana, "GET", "/").text
