"""Signing in by OpenID Connect: with a certified provider, and against one that lies."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx2
import pytest
from joserfc.jwk import RSAKey
from sqlalchemy import Engine, func, select, update

from saas.core.rights import Role
from saas.identity.actions import Newcomer, join_company
from saas.settings import OidcClient
from tenants.engine import Lanes
from tenants.platform import membership, person, person_identity, person_session, session, sign_in_attempt
from tenants.registry import Tenant
from tests.edge.conftest import Site
from tests.edge.walking import Walker
from tests.identity.make import make_member
from tests.identity.providers import SECRET, Liar, canaille, certified, lying

BACK = "http://login.localhost:8000/callback/oidc"
ME = "{ me { member { email } } }"


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with certified([BACK]) as issuer:
        yield issuer


@pytest.fixture
def liar() -> Iterator[Liar]:
    with lying() as liar:
        yield liar


def client_of(issuer: str) -> OidcClient:
    return OidcClient("oidc", "Acme ID", issuer, "kesher", SECRET)


@pytest.fixture
def walker(make_site: Callable[..., Site], issuer: str) -> Walker:
    return Walker(make_site(oidc=(client_of(issuer),)))


@pytest.fixture
def lied_to(make_site: Callable[..., Site], liar: Liar) -> Walker:
    return Walker(make_site(oidc=(client_of(liar.issuer),)))


@pytest.fixture
def dana(lanes: Lanes, tenant: Tenant, web_engine: Engine) -> str:
    """An owner whose address is known here; returns the address."""
    member = make_member(lanes, tenant, Role.OWNER)
    email = f"dana-{tenant.slug}@example.test"
    join_company(web_engine, tenant, Newcomer(member, email, "Dana Levi"))
    return email


def counts(engine: Engine) -> tuple[int, ...]:
    with engine.connect() as connection:
        return tuple(
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (person, person_identity, person_session, session, membership)
        )


def test_from_a_companys_address_to_its_pages(walker: Walker, tenant: Tenant, dana: str) -> None:
    page = walker.go(f"http://{tenant.slug}.localhost:8000/enter?next=/deals/board")
    assert walker.url.startswith("http://login.localhost:8000/sign-in?")
    assert f"Sign in to {tenant.name}" in page.text
    page = walker.go(walker.link(page, "Sign in with Acme ID"))
    page = walker.submit(page, login=dana, password="any")
    page = walker.submit(page)
    assert walker.url.startswith("http://login.localhost:8000/callback/oidc?")
    assert "Is this you?" in page.text
    assert dana in page.text
    page = walker.submit(page)
    page = walker.refresh(page)
    assert walker.url == f"http://{tenant.slug}.localhost:8000/deals/board"
    assert page.status_code == 200
    cookie = walker.cookies[f"{tenant.slug}.localhost"]["kesher"]
    answer = walker.site.graphql(ME, host=f"{tenant.slug}.localhost:8000", cookie=f"kesher={cookie}")
    assert answer.json()["data"]["me"]["member"]["email"]


def test_the_second_time_asks_nothing(walker: Walker, tenant: Tenant, dana: str, web_engine: Engine) -> None:
    enter = f"http://{tenant.slug}.localhost:8000/enter?next=/deals"
    page = walker.go(enter)
    page = sign_in_there(walker, page, dana)
    walker.refresh(walker.submit(page))
    before = counts(web_engine)
    walker.cookies = {host: jar for host, jar in walker.cookies.items() if host == "127.0.0.1"}
    page = walker.go(walker.link(walker.go(enter), "Acme ID"))
    while "devFooter" in page.text or "/interaction/" in walker.url:
        page = walker.submit(page)
    assert walker.url == f"http://{tenant.slug}.localhost:8000/deals"
    people, identities, visits, sessions, members = counts(web_engine)
    assert (people, identities, visits, sessions, members) == (*before[:2], before[2] + 1, before[3] + 1, before[4])


def test_who_is_known_is_carried_without_a_question(walker: Walker, tenant: Tenant, dana: str) -> None:
    enter = f"http://{tenant.slug}.localhost:8000/enter?next=/deals"
    walker.refresh(walker.submit(sign_in_there(walker, walker.go(enter), dana)))
    del walker.cookies[f"{tenant.slug}.localhost"]
    walker.go(enter)
    assert walker.url == f"http://{tenant.slug}.localhost:8000/deals"


def sign_in_there(walker: Walker, page: httpx2.Response, name: str) -> httpx2.Response:
    page = walker.go(walker.link(page, "Acme ID"))
    return walker.submit(walker.submit(page, login=name, password="any"))


def test_a_stranger_is_told_what_to_do(walker: Walker, tenant: Tenant, dana: str, web_engine: Engine) -> None:
    page = sign_in_there(
        walker, walker.go(f"http://{tenant.slug}.localhost:8000/enter"), f"noa-{tenant.slug}@example.test"
    )
    assert page.status_code == 403
    assert f"You are not a member of {tenant.name}" in page.text
    page = walker.go("http://login.localhost:8000/")
    assert "You belong to no company yet" in page.text
    assert tenant.name not in page.text
    assert f"{tenant.slug}.localhost" not in [host for host, jar in walker.cookies.items() if "kesher" in jar]


def test_an_address_that_nobody_verified_is_refused(
    walker: Walker, tenant: Tenant, lanes: Lanes, web_engine: Engine
) -> None:
    email = f"unverified-{tenant.slug}@example.test"
    member = make_member(lanes, tenant, Role.OWNER)
    join_company(web_engine, tenant, Newcomer(member, email, "Un Verified"))
    before = counts(web_engine)
    page = sign_in_there(walker, walker.go(f"http://{tenant.slug}.localhost:8000/enter"), email)
    assert page.status_code == 422
    assert "has not verified the address" in page.text
    assert counts(web_engine) == before


def test_one_who_does_not_agree_is_not_signed_in(walker: Walker, dana: str, web_engine: Engine) -> None:
    before = counts(web_engine)
    page = walker.go(walker.link(walker.go("http://login.localhost:8000/sign-in"), "Acme ID"))
    page = walker.go(walker.link(page, "Cancel"))
    assert "you did not agree" in page.text
    assert page.status_code == 403
    assert counts(web_engine) == before


LIES: dict[str, dict[str, object]] = {
    "another nonce": {"claims": {"nonce": "foreign"}},
    "no nonce": {"claims": {"nonce": None}},
    "another issuer in the token": {"claims": {"iss": "http://127.0.0.1:1"}},
    "another audience": {"claims": {"aud": "somebody-else"}},
    "many audiences without a party": {"claims": {"aud": ["kesher", "somebody-else"]}},
    "another party": {"claims": {"aud": ["kesher", "somebody-else"], "azp": "somebody-else"}},
    "expired": {"claims": {"exp": timedelta(seconds=-120)}},
    "issued in the future": {"claims": {"iat": timedelta(seconds=600), "exp": timedelta(seconds=900)}},
    "not yet valid": {"claims": {"nbf": timedelta(seconds=600)}},
    "issued long ago": {"claims": {"iat": timedelta(seconds=-3600)}},
    "no subject": {"claims": {"sub": None}},
    "a hash of another access token": {"claims": {"at_hash": "bm90IHRoaXMgb25lIQ"}},
    "another issuer in the answer": {"answer": {"iss": "http://127.0.0.1:1"}},
    "no issuer in the answer": {"answer": {"iss": None}},
    "no code": {"answer": {"code": None}},
    "a foreign key": {"signs_with": RSAKey.generate_key(2048, {"kid": "one"})},
    "another signature than it said": {"algorithm": "RS512"},
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_signs_nobody_in(lied_to: Walker, liar: Liar, web_engine: Engine, lie: str) -> None:
    for name, value in LIES[lie].items():
        setattr(liar, name, value)
    before = counts(web_engine)
    page = lied_to.go(lied_to.link(lied_to.go("http://login.localhost:8000/sign-in"), "Acme ID"))
    assert page.status_code == 422, page.text
    assert "Nobody was signed in" in page.text
    assert counts(web_engine) == before
    assert "kesher_visit" not in lied_to.cookies["login.localhost"]


def test_clocks_may_differ_by_less_than_a_minute(lied_to: Walker, liar: Liar) -> None:
    ahead, behind = timedelta(seconds=50), timedelta(seconds=-50)
    liar.claims = {"iat": ahead, "nbf": ahead, "exp": behind, "sub": "skewed"}
    liar.email = f"skewed-{uuid4().hex}@example.test"
    page = lied_to.go(lied_to.link(lied_to.go("http://login.localhost:8000/sign-in"), "Acme ID"))
    assert "You belong to no company yet" in page.text


def test_a_provider_that_is_down_is_said_so(lied_to: Walker, liar: Liar, web_engine: Engine) -> None:
    liar.down = True
    before = counts(web_engine), attempts(web_engine)
    page = lied_to.go("http://login.localhost:8000/start?provider=oidc")
    assert (page.status_code, "does not answer" in page.text) == (503, True)
    assert (counts(web_engine), attempts(web_engine)) == before


def test_a_provider_that_goes_down_on_the_way(lied_to: Walker, liar: Liar, web_engine: Engine) -> None:
    answer = lied_to.go("http://login.localhost:8000/start?provider=oidc", follow=False)
    callback = httpx2.get(answer.headers["location"]).headers["location"]
    liar.down = True
    before = counts(web_engine)
    page = lied_to.go(callback)
    assert (page.status_code, "does not answer" in page.text) == (503, True)
    assert counts(web_engine) == before


def attempts(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(sign_in_attempt)).scalar_one()


def begun(walker: Walker) -> str:
    """The address that the provider leads the browser back to."""
    answer = walker.go("http://login.localhost:8000/start?provider=oidc", follow=False)
    return str(httpx2.get(answer.headers["location"]).headers["location"])


@pytest.mark.parametrize("how", ["twice", "in another browser", "too late", "never begun", "at another provider"])
def test_a_state_is_good_once_in_its_browser_for_ten_minutes(
    lied_to: Walker, liar: Liar, web_engine: Engine, how: str
) -> None:
    liar.claims, liar.email = {"sub": how}, f"{uuid4().hex}@example.test"
    callback = begun(lied_to)
    if how == "twice":
        lied_to.go(callback)
    elif how == "in another browser":
        lied_to = Walker(lied_to.site)
        begun(lied_to)
    elif how == "too late":
        with web_engine.begin() as connection:
            connection.execute(update(sign_in_attempt).values(expires_at=datetime.now(UTC)))
    elif how == "never begun":
        callback = callback.replace("state=", "state=x")
    else:
        callback = callback.replace("/callback/oidc", "/callback/google")
    before = counts(web_engine)
    page = lied_to.go(callback)
    assert page.status_code == 422
    assert "You were not signed in" in page.text
    assert counts(web_engine) == before


def test_a_state_shown_elsewhere_is_still_good_at_home(lied_to: Walker, liar: Liar) -> None:
    liar.claims, liar.email = {"sub": uuid4().hex}, f"{uuid4().hex}@example.test"
    callback = begun(lied_to)
    assert Walker(lied_to.site).go(callback).status_code == 422
    assert "You belong to no company yet" in lied_to.go(callback).text


def test_a_word_is_asked_of_the_same_browser_and_once(
    lied_to: Walker, liar: Liar, tenant: Tenant, dana: str, web_engine: Engine
) -> None:
    liar.claims, liar.email = {"sub": uuid4().hex}, dana
    page = lied_to.go(begun(lied_to))
    assert "Is this you?" in page.text
    before = counts(web_engine)
    stranger = Walker(lied_to.site, url=lied_to.url)
    begun(stranger)
    stranger.url = lied_to.url
    assert stranger.submit(page).status_code == 422
    assert counts(web_engine) == before
    home = lied_to.url
    assert tenant.name in lied_to.submit(page).text
    after = counts(web_engine)
    lied_to.url = home
    assert lied_to.submit(page).status_code == 422
    assert counts(web_engine) == after


def test_an_account_that_is_known_needs_no_verified_address(lied_to: Walker, liar: Liar) -> None:
    liar.claims, liar.email = {"sub": uuid4().hex}, f"{uuid4().hex}@example.test"
    lied_to.go(begun(lied_to))
    liar.verified = False
    again = Walker(lied_to.site)
    assert "You belong to no company yet" in again.go(begun(again)).text


@pytest.mark.parametrize("vouches", [True, False])
def test_a_provider_by_other_people(
    make_site: Callable[..., Site], tenant: Tenant, dana: str, web_engine: Engine, *, vouches: bool
) -> None:
    """Canaille: its discovery, pages, tokens and userinfo. It does not say whether it has verified an address."""
    before = counts(web_engine)
    with canaille(BACK, dana) as issuer:
        walker = Walker(make_site(oidc=(replace(client_of(issuer), vouches=vouches),)))
        page = walker.go(walker.link(walker.go(f"http://{tenant.slug}.localhost:8000/enter?next=/deals"), "Acme ID"))
        page = walker.submit(page, login="dana")
        page = walker.submit(page, password="correct horse battery")
        if not vouches:
            assert "has not verified the address" in page.text
            assert counts(web_engine) == before
            return
        assert "Is this you?" in page.text
        walker.refresh(walker.submit(page))
    assert walker.url == f"http://{tenant.slug}.localhost:8000/deals"
    assert counts(web_engine)[1] == before[1] + 1
