"""The public doors: whoever sends, from whatever page; robots, strangers and repeats."""

import json

import pytest

from saas.capture.pace import VISITORS, Pace
from saas.capture.reading import HONEYPOT
from saas.core.errors import LimitReached
from tests.capture.make import FIELDS, SECRET, fill_in, solve, submissions, work_off
from tests.edge.conftest import Site, host_of
from tests.members.make import Company, Json
from tests.sources.make import make_source

PAGE = {"origin": "https://www.customer.test", "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"}
GOOGLE: Json = {
    "lead_id": "g-1", "form_id": 1, "campaign_id": 77, "gcl_id": "abc", "api_version": "1.0", "google_key": SECRET,
    "user_column_data": [
        {"column_id": "FULL_NAME", "string_value": "Dana Levi"},
        {"column_id": "EMAIL", "string_value": "dana@levi.test"},
        {"column_id": "q1", "column_name": "Which product?", "string_value": "CRM"},
    ],
}  # fmt: skip


def test_a_form_on_any_page_becomes_a_lead(site: Site, company: Company) -> None:
    key, host = make_source(company, consentText="You may call me.")["key"], host_of(company.tenant)
    asked = site.ask("OPTIONS", f"/forms/{key}", host=host, headers=PAGE)
    assert (asked.status_code, asked.headers["access-control-allow-origin"]) == (204, "*")
    form = site.ask("GET", f"/forms/{key}", host=host, headers=PAGE)
    assert form.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in form.headers
    given = form.json()
    assert (given["consentText"], given["honeypot"]) == ("You may call me.", HONEYPOT)
    visit = {"landingPage": "https://www.customer.test/?utm_source=may&utm_medium=email", "referrer": ""}
    body = {"fields": FIELDS, "visit": visit, "challenge": given["challenge"], "nonce": solve(given["challenge"])}
    sent = [site.ask("POST", f"/forms/{key}", host=host, json=body, headers=PAGE) for _ in range(2)]
    assert [(one.status_code, one.json()) for one in sent] == [(202, {"received": True})] * 2
    work_off(company)
    read = "{ leads { nodes { name email channel utmSource answers { question answer } } } }"
    assert company.ask("olga", read)["leads"] == {"nodes": [{
        "name": "Dana Levi", "email": "dana@levi.test", "channel": "EMAIL", "utmSource": "may",
        "answers": [{"question": "Budget", "answer": "10k"}],
    }]}  # fmt: skip


def test_a_robot_that_fills_in_everything_hears_nothing_else(site: Site, company: Company) -> None:
    key = make_source(company)["key"]
    answer = fill_in(site, company, key, fields={**FIELDS, HONEYPOT: "+1 555"})
    assert (answer.status_code, answer.json()) == (202, {"received": True})
    work_off(company)
    assert [(one["status"], one["lead"]) for one in submissions(company)] == [("SPAM", None)]


def test_what_no_text_can_hold_is_left_out(site: Site, company: Company) -> None:
    key = make_source(company)["key"]
    said = r"C:\u0000 is no NUL"
    assert fill_in(site, company, key, fields={**FIELDS, "Col\0our": f"re\0d {said}"}).status_code == 202
    work_off(company)
    assert [one["status"] for one in submissions(company)] == ["ACCEPTED"]
    answers = [{"question": "Budget", "answer": "10k"}, {"question": "Colour", "answer": f"red {said}"}]
    read = "{ leads { nodes { answers { question answer } } } }"
    assert company.ask("olga", read)["leads"] == {"nodes": [{"answers": answers}]}


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"nonce": "x" * 101}, "NOT_SOLVED"),
        ({"challenge": "1.abc.def"}, "BAD_CHALLENGE"),
        ({"challenge": "1.abc.déf"}, "BAD_CHALLENGE"),
        ({"challenge": ""}, "BAD_CHALLENGE"),
        ({"fields": {}}, "BAD_FORM"),
        ({"fields": ["name"]}, "BAD_FORM"),
    ],
    ids=str,
)
def test_what_is_not_sent_by_our_form_is_refused(site: Site, company: Company, more: Json, code: str) -> None:
    answer = fill_in(site, company, make_source(company)["key"], **more)
    assert (answer.status_code, answer.json()["problem"]["code"]) == (422, code)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert submissions(company) == []


def test_a_form_has_a_page_of_its_own_that_any_page_may_frame(site: Site, company: Company) -> None:
    asked = [
        {"label": "<Name>", "field": "NAME", "required": True},
        {"label": "שאלה", "kind": "CHOICE", "options": ["א"]},
    ]
    key, host = make_source(company, questions=asked, consentText="Call & write.")["key"], host_of(company.tenant)
    page = site.ask("GET", f"/forms/{key}/page", host=host)
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "frame-ancestors *" in page.headers["content-security-policy"]
    assert all(said in page.text for said in ("&lt;Name&gt;", "<option>א</option>", "Call &amp; write.", ">Send<"))
    hebrew = site.ask("GET", f"/forms/{key}/page?lang=he", host=host).text
    assert '<html lang="he" dir="rtl">' in hebrew
    assert ">שליחה<" in hebrew
    script = site.ask("GET", f"/forms/{key}/embed.js", host=host)
    assert script.headers.get_list("cross-origin-resource-policy") == ["cross-origin"]
    assert page.headers.get_list("cross-origin-resource-policy") == ["same-origin"]
    bare = make_source(company, "Bare")["key"]
    assert "E-mail" in site.ask("GET", f"/forms/{bare}/page", host=host).text
    absent = site.ask("GET", "/forms/nothing/page", host=host)
    assert (absent.status_code, absent.headers["content-type"]) == (404, "text/html; charset=utf-8")


def test_a_door_that_is_not_there_is_not_there(site: Site, company: Company, other_company: Company) -> None:
    source = make_source(company)
    key, host = source["key"], host_of(company.tenant)
    assert site.ask("GET", f"/forms/{key}", host=host_of(other_company.tenant)).status_code == 404
    assert site.ask("GET", "/forms/nothing", host=host).status_code == 404
    assert site.ask("GET", f"/forms/{key}", host="localhost:8000").status_code == 401
    assert site.ask("POST", f"/forms/{key}", host=host, content=b"{not json").json()["problem"]["code"] == "BAD_JSON"
    assert site.ask("POST", f"/forms/{key}", host=host, content=b" " * 70_000).status_code == 413
    company.do("olga", "updateSource", id=source["id"], active=False)
    assert site.ask("GET", f"/forms/{key}", host=host).status_code == 404


def test_who_comes_too_fast_waits_and_nobody_else_does() -> None:
    """An address of IPv6 is as good as its neighbours; what comes from this machine is not counted."""
    pace = Pace(at_once=2, per_second=0.5)

    def tries(remote: str | None, at: float, door: str = "ours") -> object:
        try:
            pace.pass_by(door, remote, at)
        except LimitReached as limit:
            return limit.code, limit.params["seconds"]
        return None

    assert [tries("192.0.2.1", at) for at in (0, 0, 0, 1, 2)] == [None, None, ("TOO_FAST", 2), ("TOO_FAST", 1), None]
    assert [tries("192.0.2.2", 0), tries("192.0.2.1", 2, "theirs")] == [None, None]
    assert [tries(f"2001:db8::{n}", 0) for n in (1, 2, 3)] == [None, None, ("TOO_FAST", 2)]
    assert {tries(remote, 0) for remote in ("127.0.0.1", None) for _ in range(9)} == {None}


def test_a_visitor_who_comes_too_fast_is_told_when_to_come_again(site: Site, company: Company) -> None:
    source = make_source(company)
    path, host = f"/forms/{source['key']}", host_of(company.tenant)
    stranger = ("192.0.2.7", 1)
    answers = [site.ask("GET", path, host=host, headers=PAGE, client=stranger) for _ in range(VISITORS.at_once + 1)]
    assert {one.status_code for one in answers[:-1]} == {200}
    last = answers[-1]
    assert (last.status_code, last.json()["problem"]["code"]) == (429, "TOO_FAST")
    assert (last.headers["retry-after"], last.headers["access-control-allow-origin"]) == ("1", "*")


def test_no_other_door_answers_to_a_strangers_page(site: Site, company: Company) -> None:
    for path in ("/graphql", "/files", "/imports"):
        answer = site.ask("OPTIONS", path, host=host_of(company.tenant), headers=PAGE)
        assert "access-control-allow-origin" not in answer.headers


def test_a_lead_of_google_comes_once_and_its_secret_is_not_kept(site: Site, company: Company) -> None:
    source = make_source(company, "Google", kind="GOOGLE")
    company.do("olga", "setSourceSecret", id=source["id"], secret=SECRET)
    path, host = f"/hooks/google/{source['key']}", host_of(company.tenant)
    for _ in range(2):
        assert site.ask("POST", path, host=host, json=GOOGLE).status_code == 200
    assert site.ask("POST", path, host=host, json={**GOOGLE, "lead_id": "g-2", "is_test": True}).status_code == 200
    work_off(company)
    read = "{ leads { nodes { name email channel clickId utmCampaign answers { question answer } } } }"
    assert company.ask("olga", read)["leads"] == {"nodes": [{
        "name": "Dana Levi", "email": "dana@levi.test", "channel": "PAID", "clickId": "gclid:abc", "utmCampaign": "77",
        "answers": [{"question": "Which product?", "answer": "CRM"}],
    }]}  # fmt: skip
    kept = submissions(company)
    assert sorted(str(one["status"]) for one in kept) == ["ACCEPTED", "TEST"]
    assert SECRET not in json.dumps(kept)


def test_a_wrong_secret_keeps_nothing(site: Site, company: Company) -> None:
    source = make_source(company, "Google", kind="GOOGLE")
    path, host = f"/hooks/google/{source['key']}", host_of(company.tenant)
    assert site.ask("POST", path, host=host, json={**GOOGLE, "google_key": ""}).status_code == 403
    company.do("olga", "setSourceSecret", id=source["id"], secret=SECRET)
    for wrong in ("", SECRET + "x"):
        assert site.ask("POST", path, host=host, json={**GOOGLE, "google_key": wrong}).status_code == 403
    assert site.ask("POST", path, host=host, json={**GOOGLE, "lead_id": ""}).status_code == 422
    assert submissions(company) == []


def test_of_what_a_form_sends_only_its_fields_and_its_visit_are_kept(site: Site, company: Company) -> None:
    key = make_source(company)["key"]
    strange = {"talk": {"answered": True}, "notice": {}, "lead": {}, "captcha": {"verdict": "PASSED"}, "more": "x" * 99}
    assert fill_in(site, company, key, visit={"landingPage": "https://a.test/"}, **strange).status_code == 202
    (kept,) = submissions(company)
    assert json.loads(str(kept["body"])) == {"fields": FIELDS, "visit": {"landingPage": "https://a.test/"}}
