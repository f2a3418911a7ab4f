"""Invitations by real mail, accepted in a browser; and each way in which one does not work."""

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import expect
from sqlalchemy import Engine, select, text

from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.invitations.actions import resend_invitation, revoke_invitation
from saas.invitations.model import Invitation
from saas.members.actions import MemberDraft, create_team, invite_member
from saas.members.model import Member, MemberStatus
from saas.settings import Mode, Settings
from tenants.engine import Lanes
from tenants.platform import membership, person
from tenants.registry import Tenant
from tests.login.conftest import Mailbox, Meet, Site, Someone

ASK = """query => fetch('/graphql', {
  method: 'POST',
  headers: {'content-type': 'application/json', 'graphql-require-preflight': '1'},
  body: JSON.stringify({query}),
}).then(answer => answer.json())"""


class Company:
    """A company that invites, by mail."""

    def __init__(self, lanes: Lanes, tenant: Tenant, site: Site, mails: Mailbox) -> None:
        settings = Settings(port=site.port, smtp_url="smtp://there", mode=Mode.LOCAL)
        self.opener = Opener(lanes, tenant, system("test"), Clock(), settings)
        self.tenant, self.site, self.mails = tenant, site, mails

    def invite(self, email: str, *, locale: str = "en", role: Role = Role.MANAGER) -> str:
        """The path of the link in the letter that came."""
        with self.opener() as work:
            team = create_team(work, f"North {uuid4().hex[:4]}").id
            work.flush()
            invite_member(work, MemberDraft("Rina Rep", email, role, team_id=team, locale=locale))
        return self.link(email)

    def invite_again(self, email: str) -> str:
        with self.opener() as work:
            resend_invitation(work, self.member(email).id)
        return self.link(email, count=2)

    def revoke(self, email: str) -> None:
        with self.opener() as work:
            revoke_invitation(work, work.all(select(Invitation.id).where(Invitation.email == email))[0])

    def link(self, email: str, *, count: int = 1) -> str:
        mail = self.mails.wait_for(email, count=count)
        body = mail.get_body(("plain",))
        assert body is not None
        found = re.search(r"http\S+", body.get_content())
        assert found is not None
        parts = urlsplit(found[0])
        assert parts.netloc == f"login.localhost:{self.site.port}"
        assert set(parse_qs(parts.query)) == {"company", "code"}
        return f"{parts.path}?{parts.query}"

    def member(self, email: str) -> Member:
        with self.opener() as work:
            return work.all(select(Member).where(Member.email == email))[0]


@pytest.fixture
def company(work_lanes: Lanes, tenant: Tenant, site: Site, mails: Mailbox) -> Company:
    return Company(work_lanes, tenant, site, mails)


def new_address() -> str:
    return f"rina-{uuid4().hex[:8]}@acme.test"


def whose(engine: Engine, member_id: UUID) -> str | None:
    """The address of the person behind a member, where there is one and it is proved."""
    found = select(person.c.email).join(membership, membership.c.person_id == person.c.id)
    with engine.connect() as connection:
        mine = found.where(membership.c.member_id == member_id, person.c.verified_at.is_not(None))
        email = connection.execute(mine).scalar_one_or_none()
    return None if email is None else str(email)


def arrived(one: Someone, company: Company) -> dict[str, object]:
    """On the company's host, as the member that the graph tells."""
    one.page.wait_for_url(f"http://{company.tenant.slug}.localhost:*/**")
    one.page.wait_for_selector("#root")
    answer = one.page.evaluate(ASK, "{ me { member { email role status } } }")
    member = answer["data"]["me"]["member"]
    assert isinstance(member, dict)
    return member


@pytest.mark.parametrize("locale", ["en", "he"])
def test_accepted_with_a_new_passkey(meet: Meet, company: Company, web_engine: Engine, locale: str) -> None:
    email = new_address()
    path = company.invite(email, locale=locale)
    mail = company.mails.wait_for(email)
    name = company.tenant.name
    subject, title, role = {
        "en": (f"You are invited to {name}", f"You are invited to {name}", "Sales manager"),
        "he": ("הזמנה להצטרף אל", "הזמנה להצטרף אל", "מנהל מכירות"),
    }[locale]
    assert subject in str(mail["Subject"])
    assert mail["Content-Language"] == locale
    rina = meet(locale)
    page = rina.go(path)
    assert title in page.locator("h1").inner_text()
    expect(page.locator(".lead").first).to_contain_text(role)
    expect(page.locator(".lead").first).to_contain_text("North")
    expect(page.locator("html")).to_have_attribute("dir", "rtl" if locale == "he" else "ltr")
    rina.submit()
    assert arrived(rina, company) == {"email": email, "role": "MANAGER", "status": "ACTIVE"}
    assert whose(web_engine, company.member(email).id) == email
    again = rina.go(path)
    assert (
        again.locator("h1").inner_text()
        == {"en": "This invitation does not work", "he": "ההזמנה הזאת אינה תקפה"}[locale]
    )
    rina.noise.clear()  # the status of the last page


def test_accepted_by_one_who_has_an_account(meet: Meet, company: Company, web_engine: Engine) -> None:
    """He had only said his address when he made his passkey; now he proves it."""
    email = new_address()
    rina = meet()
    rina.sign_up("Rina", email)
    page = rina.go(company.invite(email))
    expect(page.get_by_text(f"You are signed in as {email}.")).to_be_visible()
    rina.submit()
    assert arrived(rina, company)["status"] == "ACTIVE"
    assert whose(web_engine, company.member(email).id) == email


def test_another_account_is_told_and_nothing_changes(meet: Meet, company: Company, web_engine: Engine) -> None:
    email, other = new_address(), new_address()
    path = company.invite(email)
    mallory = meet(expects_noise=True)
    mallory.sign_up("Mallory", other)
    mallory.go(path)
    assert mallory.alert() == f"This invitation was sent to {email}, and you are signed in as {other}."
    assert mallory.post("/invitation/accept") == 409
    assert (company.member(email).status, whose(web_engine, company.member(email).id)) == (MemberStatus.INVITED, None)
    mallory.submit(expect="**/invitation")
    expect(mallory.page.get_by_text(f"It was sent to {email}.")).to_be_visible()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("revoked", "This invitation was taken back. Ask for a new one if that is a mistake."),
        ("expired", "This invitation has expired. Ask for a new one."),
        ("unknown", "This invitation is not known. Open the link as it came, or ask for a new one."),
        ("elsewhere", "This invitation is not known. Open the link as it came, or ask for a new one."),
    ],
)
def test_what_does_not_work_says_what_to_do(
    meet: Meet, company: Company, migrate_engine: Engine, wrong: str, told: str
) -> None:
    email = new_address()
    path = company.invite(email)
    if wrong == "revoked":
        company.revoke(email)
    elif wrong == "expired":
        past = Clock().now() - timedelta(seconds=1)
        with migrate_engine.begin() as connection:
            table = f"{company.tenant.namespace}.invitation"
            connection.execute(text(f"UPDATE {table} SET expires_at = :past"), {"past": past})
    elif wrong == "unknown":
        path = f"{path}x"
    else:
        path = path.replace(company.tenant.slug, "nobody-here")
    one = meet(expects_noise=True)
    one.go(path)
    assert one.alert() == told
    assert one.post("/invitation/passkey/options") in {404, 422}
    assert company.member(email).status is MemberStatus.INVITED


def test_who_has_lost_every_passkey_comes_back(meet: Meet, company: Company, web_engine: Engine) -> None:
    email = new_address()
    rina = meet()
    rina.go(company.invite(email))
    rina.submit()
    arrived(rina, company)
    before = company.member(email)
    lost = meet()
    page = lost.go(company.invite_again(email))
    expect(page.get_by_text("You have an account with this address. Sign in to accept.")).to_be_visible()
    page.get_by_text("I cannot sign in any more").click()
    page.locator("details form[data-passkey=create] button").click()
    assert arrived(lost, company)["email"] == email
    assert company.member(email).id == before.id
    assert whose(web_engine, before.id) == email
    rina.page.goto(company.site.company(company.tenant.slug, "/deals"))
    rina.page.wait_for_url(lambda url: "/deals" not in urlsplit(url).path)
