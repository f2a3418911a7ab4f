"""A form that asks a provider of captchas: whoever passes comes in, whoever fails is asked again, nobody is lost."""

import json
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from threading import Event
from urllib.parse import parse_qs

import httpx2
import pytest

from saas.capture.captchas import Asked
from saas.capture.gateway import AT_ONCE, QUIET, Verdict, verify
from saas.core.work import Opener
from saas.sources.actions import set_credentials
from saas.sources.model import Captcha
from tests.capture.make import FIELDS, solve, submissions, work_off
from tests.edge.conftest import Site, host_of
from tests.loopback import http_server
from tests.members.make import Company, Json, key_of
from tests.sources.make import make_source

SECRET, SITE_KEY = "0x-the-secret-of-the-form", "0x-site_key"


@dataclass
class Provider:
    """Speaks `siteverify`: a token that he has given out passes once; what `next` holds he says first. He `holds` his
    answers back, or `drips` them: a header that does not end.
    """

    url: str = ""
    secret: str = SECRET
    given: set[str] = field(default_factory=set)
    score: float | None = None
    next: list[tuple[int, bytes]] = field(default_factory=list)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    holds: Event | None = None
    drips: bool = False

    def answer(self, path: str, said: dict[str, str]) -> tuple[int, bytes]:
        self.asked.append((path, said))
        if self.next:
            return self.next.pop(0)
        token, codes = said.get("response", ""), list[str]()
        if said.get("secret") != self.secret:
            codes.append("invalid-input-secret")
        elif not token:
            codes.append("missing-input-response")
        elif token not in self.given:
            codes.append("timeout-or-duplicate")
        self.given.discard(token)
        score = {} if self.score is None else {"score": self.score}
        return 200, json.dumps({"success": not codes, "error-codes": codes, **score}).encode()


@pytest.fixture
def provider() -> Iterator[Provider]:
    there = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            said = {name: values[0] for name, values in parse_qs(body, keep_blank_values=True).items()}
            status, answer = there.answer(self.path, said)
            if there.holds is not None:
                there.holds.wait(20)
            if there.drips:
                self.drip()
                return
            self.send_response(status)
            self.send_header("content-length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def drip(self) -> None:
            until = time.monotonic() + 5
            try:
                self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Waits: ")
                while time.monotonic() < until:
                    self.wfile.write(b"x")
                    time.sleep(0.05)
            except OSError:
                return  # nobody waits any more

    with http_server(Handler) as there.url:
        yield there


@dataclass
class Desk:
    site: Site
    company: Company
    key: str

    def form(self) -> Json:
        said = self.site.ask("GET", f"/forms/{self.key}", host=host_of(self.company.tenant)).json()
        assert isinstance(said, dict)
        return said

    def send(self, challenge: str | None = None, *, token: str = "", **more: object) -> httpx2.Response:
        challenge = challenge or str(self.form()["challenge"])
        fields = {**FIELDS, "cf-turnstile-response": token}
        body = {"fields": fields, "challenge": challenge, "nonce": solve(challenge), **more}
        return self.site.ask("POST", f"/forms/{self.key}", host=host_of(self.company.tenant), json=body)


@pytest.fixture
def desk(company: Company, provider: Provider, make_site: Callable[..., Site]) -> Desk:
    return open_desk(company, make_site(captcha_url=provider.url), "TURNSTILE")


def open_desk(company: Company, site: Site, kind: str) -> Desk:
    source = make_source(company)
    company.do("mona", "updateSource", id=source["id"], captcha=kind, captchaSiteKey=SITE_KEY)
    opener = Opener(company.lanes, company.tenant, company.principal("olga"), company.clock, site.settings)
    with opener() as work:
        set_credentials(work, key_of(source), {"captcha_secret": SECRET})
    return Desk(site, company, str(source["key"]))


def asking(provider: Provider) -> Asked:
    return Asked(Captcha.TURNSTILE, SITE_KEY, provider.url, SECRET)


def kept(company: Company) -> list[object]:
    return [json.loads(str(one["body"])).get("captcha") for one in submissions(company)]


def test_who_has_passed_comes_in_once_and_his_token_is_kept_nowhere(desk: Desk, provider: Provider) -> None:
    provider.given.add("token-1")
    form = desk.form()
    assert form["captcha"] == {
        "provider": "TURNSTILE", "siteKey": SITE_KEY, "script": f"{provider.url}/turnstile/v0/api.js",
        "field": "cf-turnstile-response",
    }  # fmt: skip
    challenge = str(form["challenge"])
    sent = [desk.send(challenge, token="token-1") for _ in range(2)]
    assert [one.status_code for one in sent] == [202, 202]
    assert [(path, said["response"], said["secret"]) for path, said in provider.asked] == [
        ("/turnstile/v0/siteverify", "token-1", SECRET)
    ]
    work_off(desk.company)
    (one,) = submissions(desk.company)
    assert (one["status"], "token-1" in str(one["body"])) == ("ACCEPTED", False)
    assert kept(desk.company) == [{"provider": "TURNSTILE", "verdict": "PASSED"}]


@pytest.mark.parametrize("token", ["", "never given out", "x" * 5_000])
def test_who_has_not_is_refused_and_may_try_again(desk: Desk, provider: Provider, token: str) -> None:
    answer = desk.send(token=token)
    assert (answer.status_code, answer.json()["problem"]["code"], answer.json()["problem"]["field"]) == (
        422, "CAPTCHA_FAILED", "captcha",
    )  # fmt: skip
    assert submissions(desk.company) == []
    provider.given.add("better")
    assert desk.send(token="better").status_code == 202


def test_the_puzzle_comes_first_and_spends_no_token(desk: Desk, provider: Provider) -> None:
    provider.given.add("token-1")
    assert desk.send("1.a.b", token="token-1").json()["problem"]["field"] == "challenge"
    assert provider.asked == []
    assert desk.send(token="token-1").status_code == 202


@pytest.mark.parametrize(
    "answer", [(500, b"down"), (200, b"<html>"), (200, b"[]"), (200, b'{"success": "yes"}'), (200, b"x" * 20_000)]
)
def test_where_nobody_can_be_asked_nobody_is_lost(desk: Desk, provider: Provider, answer: tuple[int, bytes]) -> None:
    provider.next.append(answer)
    assert desk.send(token="whatever", captcha={"verdict": "PASSED"}).status_code == 202
    work_off(desk.company)
    assert [one["status"] for one in submissions(desk.company)] == ["ACCEPTED"]
    assert kept(desk.company) == [{"provider": "TURNSTILE", "verdict": "UNCHECKED"}]


def test_a_wrong_secret_is_ours_to_mend(desk: Desk, provider: Provider) -> None:
    provider.secret = "another"
    assert desk.send(token="whatever").status_code == 202
    assert kept(desk.company) == [{"provider": "TURNSTILE", "verdict": "UNCHECKED"}]


def test_a_token_that_is_none_is_no_fault_of_ours(desk: Desk, provider: Provider) -> None:
    """Or whoever sends one came in unasked."""
    provider.next.append((200, b'{"success": false, "error-codes": ["bad-request"]}'))
    assert desk.send(token="malformed").status_code == 422
    for token in ("\u05d0", "a\nb", "a\x7f"):
        assert desk.send(token=token).status_code == 422
    assert (len(provider.asked), submissions(desk.company)) == (1, [])


def test_a_provider_that_keeps_all_waiting_holds_a_few(provider: Provider) -> None:
    provider.given = {f"token-{number}" for number in range(AT_ONCE)}
    provider.holds = Event()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        waiting = [pool.submit(verify, asking(provider), token, None) for token in sorted(provider.given)]
        while len(provider.asked) < AT_ONCE:
            time.sleep(0.01)
        began = time.monotonic()
        assert verify(asking(provider), "one more", None) is Verdict.UNCHECKED
        assert time.monotonic() - began < 0.5
        provider.holds.set()
        assert {one.result() for one in waiting} == {Verdict.PASSED}
    assert verify(asking(provider), "one more", None) is Verdict.FAILED


def test_it_is_over_in_time_whatever_it_hangs_on(provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_given: object, **_named: object) -> list[object]:
        time.sleep(1.5)
        return []

    monkeypatch.setattr("saas.capture.gateway.WHOLE", 0.5)
    provider.drips = True
    began = time.monotonic()
    assert verify(asking(provider), "token", None) is Verdict.UNCHECKED
    with monkeypatch.context() as slow:
        slow.setattr(socket, "getaddrinfo", look_up)
        assert verify(asking(provider), "token", None) is Verdict.UNCHECKED
    assert time.monotonic() - began < 1.4 < QUIET


def test_a_provider_that_is_gone_takes_none_along(company: Company, make_site: Callable[..., Site]) -> None:
    desk = open_desk(company, make_site(captcha_url="http://127.0.0.1:9"), "TURNSTILE")
    assert desk.send(token="whatever").status_code == 202
    assert kept(company) == [{"provider": "TURNSTILE", "verdict": "UNCHECKED"}]


def test_a_score_counts_where_nothing_is_seen(
    company: Company, provider: Provider, make_site: Callable[..., Site]
) -> None:
    desk = open_desk(company, make_site(captcha_url=provider.url), "RECAPTCHA_SCORE")
    for score, status in ((0.9, 202), (0.1, 422), (None, 422)):
        provider.score = score
        provider.given.add("token")
        assert desk.send(captcha="token").status_code == status, score
    assert {path for path, _said in provider.asked} == {"/recaptcha/api/siteverify"}


def test_a_robot_that_fills_in_everything_is_not_worth_a_question(desk: Desk, provider: Provider) -> None:
    honeypot = str(desk.form()["honeypot"])
    assert desk.send(fields={**FIELDS, honeypot: "x"}).status_code == 202
    assert ([one["status"] for one in submissions(desk.company)], provider.asked) == (["SPAM"], [])


def test_the_page_allows_its_own_provider_and_nobody_else(
    company: Company, site: Site, make_site: Callable[..., Site]
) -> None:
    plain = site.ask("GET", f"/forms/{make_source(company, 'Other')['key']}/page", host=host_of(company.tenant))
    assert "frame-src" not in plain.headers["content-security-policy"]
    desk = open_desk(company, make_site(), "HCAPTCHA")
    page = desk.site.ask("GET", f"/forms/{desk.key}/page", host=host_of(company.tenant))
    policy = dict(part.strip().split(" ", 1) for part in page.headers["content-security-policy"].split(";"))
    assert policy["frame-src"] == "https://hcaptcha.com https://*.hcaptcha.com"
    assert policy["script-src"].endswith("' https://hcaptcha.com https://*.hcaptcha.com")
    assert policy["default-src"] == "'none'"
    assert f'<div class="h-captcha" data-sitekey="{SITE_KEY}"></div>' in page.text
    assert '<script src="https://js.hcaptcha.com/1/api.js" async defer></script>' in page.text
    assert SECRET not in page.text


def test_a_captcha_takes_a_form_a_site_key_and_a_secret(company: Company, site: Site) -> None:
    source, hand = make_source(company), make_source(company, "Fair", kind="HAND")

    def change(of: Json, **given: object) -> tuple[object, ...]:
        return tuple(company.refuse("mona", "updateSource", id=of["id"], **given)[:2])

    assert change(hand, captcha="HCAPTCHA", captchaSiteKey="a") == ("NO_CAPTCHA", "captcha")
    assert change(source, captcha="HCAPTCHA") == ("REQUIRED", "captchaSiteKey")
    assert change(source, captcha="HCAPTCHA", captchaSiteKey='"><script>') == ("BAD_SITE_KEY", "captchaSiteKey")
    company.do("mona", "updateSource", id=source["id"], captcha="HCAPTCHA", captchaSiteKey=SITE_KEY)
    assert change(source, captchaSiteKey=None) == ("REQUIRED", "captchaSiteKey")
    form = site.ask("GET", f"/forms/{source['key']}", host=host_of(company.tenant)).json()
    assert form["captcha"] is None
