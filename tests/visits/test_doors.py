"""The doors through HTTP: whoever tells of a visit, from whatever page, and what strangers learn of it."""

import re

import httpx2
import pytest
from sqlalchemy import select

from saas.capture.model import Submission
from saas.capture.pace import Pace
from saas.leads.attribution import CLICK_IDS, TAGS
from saas.visits import routes
from saas.visits.model import PageView, Visit
from saas.visits.reading import MOST_SECONDS
from saas.visits.routes import VISIT
from tests.capture.make import fill_in, work_off
from tests.edge.conftest import LOOPBACK, Site, host_of
from tests.members.make import Company, Json
from tests.sources.make import make_source
from tests.visits.make import OTHER, VISITOR, glimpse, leads

PAGE = {
    "origin": "https://www.customer.test", "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors",
    "content-type": "text/plain;charset=UTF-8",
}  # fmt: skip


def send(
    site: Site, company: Company, key: object, body: object, client: tuple[str, int] = LOOPBACK
) -> httpx2.Response:
    """As `sendBeacon` does from a page of another site."""
    return site.ask("POST", f"/visits/{key}", json=body, host=host_of(company.tenant), headers=PAGE, client=client)


def test_a_visitor_becomes_a_lead_and_his_visits_are_its(site: Site, company: Company) -> None:
    key = make_source(company)["key"]
    pages = glimpse("/", title="Home"), glimpse("/", seconds=29), glimpse("/pricing", title="Prices")
    assert [send(site, company, key, page).status_code for page in pages] == [204] * 3
    fill_in(site, company, key, visit={"visitor": VISITOR})
    work_off(company)
    (lead,) = leads(company)
    with company.open() as work:
        (kept,) = work.all(select(Submission.body))
        assert VISITOR not in kept + str(work.rows("SELECT * FROM visit"))
    assert lead["visits"] == {"totalCount": 1, "nodes": [{
        "ordinal": 1, "path": "/pricing", "title": "Prices", "pageCount": 2, "seconds": 29, "intents": ["PRICING"],
        "isHere": True, "landingPage": "https://www.customer.test/", "referrer": None, "leftAt": None,
        "source": {"name": "Site form"}, "lead": {"name": "Dana Levi"}, "pageViews": {"nodes": [
            {"path": "/", "title": "Home", "intent": None, "seconds": 29},
            {"path": "/pricing", "title": "Prices", "intent": "PRICING", "seconds": 0},
        ]},
    }]}  # fmt: skip


def test_the_script_is_for_any_page_and_says_no_more_of_a_query_than_leads_keep(site: Site, company: Company) -> None:
    key, host = make_source(company)["key"], host_of(company.tenant)
    script = site.ask("GET", f"/visits/{key}/visit.js", host=host)
    assert (script.status_code, script.text) == (200, VISIT)
    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    assert script.headers["cross-origin-resource-policy"] == "cross-origin"
    (listed,) = re.findall(r"const TAGS = \[(.*?)\]", VISIT, re.DOTALL)
    assert tuple(re.findall(r"'(\w+)'", listed)) == (*TAGS, *CLICK_IDS)


def test_a_stranger_hears_the_same_whatever_there_is_and_changes_nothing_of_it(site: Site, company: Company) -> None:
    key, other = make_source(company)["key"], make_source(company, "Other form")["key"]
    send(site, company, key, glimpse("/"))
    with company.open() as work:
        before = work.rows("SELECT * FROM visit, page_view")
    strange = [
        (key, glimpse("/", visitor=OTHER, left=True)), (key, glimpse("/", visitor=OTHER, left=True, forget=True)),
        (other, glimpse("/", left=True)), (key, glimpse("/", visit="guess-0123456789abcdefghij", left=True)),
        (key, glimpse("/absent", left=True)),
    ]  # fmt: skip
    said = [send(site, company, *one) for one in [*strange, (key, glimpse("/"))]]
    assert {(one.status_code, one.content, one.headers["access-control-allow-origin"]) for one in said} == {
        (204, b"", "*")
    }
    with company.open() as work:
        now = work.rows("SELECT * FROM visit, page_view")
    assert [row[0] for row in now] == [row[0] for row in before]
    assert all(row.left_at is None and row.page_count == 1 for row in now)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"visitor": "short"}, "visitor"), ({"visitor": None}, "visitor"), ({"visitor": "x" * 65}, "visitor"),
        ({"visitor": "' OR 1=1 --'"}, "visitor"), ({"visit": ["visit-0123456789abcdefghij"]}, "visit"),
        ({"view": "x"}, "view"), ({"view": 12345678}, "view"), ({"path": "https://evil.test/"}, "path"),
        ({"path": {}}, "path"), ({"path": ""}, "path"), ({"title": 1}, "title"), ({"intent": []}, "intent"),
        ({"seconds": -1}, "seconds"), ({"seconds": MOST_SECONDS + 1}, "seconds"), ({"seconds": "1"}, "seconds"),
        ({"seconds": True}, "seconds"), ({"landingPage": 1}, "landingPage"), ({"referrer": []}, "referrer"),
    ],
    ids=str,
)  # fmt: skip
def test_what_no_script_of_ours_sends_is_refused(site: Site, company: Company, more: Json, field: str) -> None:
    answer = send(site, company, make_source(company)["key"], glimpse("/") | more)
    problem = answer.json()["problem"]
    assert (answer.status_code, problem["code"], problem["field"]) == (422, "BAD_VISIT", field)
    with company.open() as work:
        assert work.all(select(Visit)) == []


def test_long_and_hostile_texts_are_kept_short_and_harmless(site: Site, company: Company) -> None:
    key = make_source(company)["key"]
    said = glimpse("/a\0b\u202ec" + "x" * 900 + "?token=secret#there", view="hostile-1", title="<b>\n" + "y" * 900)
    assert (
        send(site, company, key, said | {"landingPage": "javascript:alert(1)", "referrer": "[::x"}).status_code == 204
    )
    with company.open() as work:
        (page,) = work.all(select(PageView))
        assert (page.path, page.title) == ("/abc" + "x" * 496, "<b> " + "y" * 196)


def test_a_door_that_is_not_there_is_not_there(site: Site, company: Company, other_company: Company) -> None:
    source = make_source(company)
    google = make_source(company, "Google", kind="GOOGLE")["key"]
    for there, key in ((other_company, source["key"]), (company, "nothing"), (company, google)):
        answer = send(site, there, key, glimpse("/"))
        assert (answer.status_code, answer.json()["problem"]["code"]) == (404, "NO_SOURCE")
    host = host_of(company.tenant)
    bad = site.ask("POST", f"/visits/{source['key']}", host=host, content=b"[1]", headers=PAGE)
    assert bad.json()["problem"]["code"] == "BAD_JSON"
    large = site.ask("POST", f"/visits/{source['key']}", host=host, content=b" " * 9_000, headers=PAGE)
    assert large.status_code == 413
    asked = site.ask("OPTIONS", f"/visits/{source['key']}", host=host, headers=PAGE)
    assert (asked.status_code, asked.headers["access-control-allow-origin"]) == (204, "*")
    company.do("olga", "updateSource", id=source["id"], active=False)
    assert send(site, company, source["key"], glimpse("/")).status_code == 404


def test_who_tells_too_fast_is_told_to_wait(site: Site, company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "PAGES", Pace(at_once=2, per_second=0.001))
    key = make_source(company)["key"]
    said = [send(site, company, key, glimpse("/"), ("192.0.2.9", 1)) for _ in range(3)]
    assert [one.status_code for one in said] == [204, 204, 429]
    assert (said[2].json()["problem"]["code"], said[2].headers["access-control-allow-origin"]) == ("TOO_FAST", "*")
