"""Facebook: the handshake, signed notices, the lead that is fetched, and all the ways in which it is not."""

from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import Engine, select, text

from saas.adverts import gateway
from saas.adverts.actions import FETCH, TRIES
from saas.core.audit import AuditEntry
from saas.sources.model import Source
from tests.adverts.make import SIGNING, TOKEN, VERIFY, Desk, Told, bytes_of, mac
from tests.capture.make import fill_in, submissions, work_off
from tests.members.make import Company, Json, key_of
from tests.sources.make import make_source

LEAD: Json = {
    "id": "1001", "created_time": "2026-03-01T08:00:00+0000", "form_id": "55", "ad_id": "66", "campaign_id": "77",
    "platform": "ig", "is_organic": False,
    "field_data": [
        {"name": "full_name", "values": ["דנה לוי"]}, {"name": "email", "values": ["dana@levi.test"]},
        {"name": "phone_number", "values": ["+972521234567"]}, {"name": "which_product?", "values": ["CRM", "Mail"]},
        {"name": "empty", "values": []},
    ],
}  # fmt: skip


def change(lead_id: object = "1001", **more: object) -> Json:
    return {"field": "leadgen", "value": {"leadgen_id": lead_id, "page_id": "44", "form_id": "55", **more}}


def notice(*changes: Json) -> bytes:
    return bytes_of({"object": "page", "entry": [{"id": "44", "time": 1, "changes": list(changes)}]})


def send(desk: Desk, source: Json, body: bytes, *, signed: bytes | str | None = None) -> tuple[int, str | None]:
    shown = f"sha256={mac(body)}" if signed is None else signed
    answer = desk.post(f"/hooks/facebook/{source['key']}", body, x_hub_signature_256=shown)
    said = answer.json()
    return answer.status_code, said.get("code") or said.get("error", {}).get(
        "code"
    ) if answer.status_code != 200 else None


def test_facebook_proves_that_it_was_told_the_secret(desk: Desk) -> None:
    path = f"/hooks/facebook/{desk.source('FACEBOOK')['key']}"
    said = {"hub.mode": "subscribe", "hub.verify_token": VERIFY, "hub.challenge": "1158201444"}
    answer = desk.get(path, **said)
    assert (answer.status_code, answer.text) == (200, "1158201444")
    assert answer.headers["content-type"].startswith("text/plain")
    assert desk.get(path, **{**said, "hub.verify_token": "another"}).status_code == 403
    assert desk.get(path, **{**said, "hub.verify_token": "שלום"}).status_code == 403
    assert desk.get(path, **{**said, "hub.mode": "unsubscribe"}).status_code == 422
    assert desk.get(path, **{**said, "hub.challenge": "<script>"}).status_code == 422
    assert desk.get(path).status_code == 422
    assert desk.get("/hooks/facebook/nothing", **said).status_code == 404


def test_a_lead_is_fetched_and_comes_once(desk: Desk) -> None:
    source = desk.source("FACEBOOK")
    desk.network.leads = {"/v24.0/1001": LEAD, "/v24.0/1002": {**LEAD, "is_organic": True, "platform": "fb"}}
    body = notice(change(), change("1002"), {"field": "feed", "value": {"post_id": "1"}})
    assert [send(desk, source, body)[0] for _ in range(2)] == [200, 200]
    desk.work_off()
    assert send(desk, source, body)[0] == 200
    desk.work_off()
    first, second = sorted(desk.leads(), key=lambda one: str(one["channel"]))
    assert first == {
        "name": "דנה לוי", "email": "dana@levi.test", "phone": "+972521234567", "company": None, "title": None,
        "channel": "PAID", "utmSource": "instagram", "utmMedium": "paid_social", "utmCampaign": "77",
        "utmTerm": "form:55 page:44", "utmContent": "66", "consents": [],
        "answers": [{"question": "which_product?", "answer": "CRM, Mail"}],
    }  # fmt: skip
    assert (second["channel"], second["utmSource"]) == ("SOCIAL", "facebook")
    assert [path for path, _params, _headers in desk.network.asked] == ["/v24.0/1001", "/v24.0/1002"]
    _path, params, headers = desk.network.asked[0]
    assert headers["authorization"] == f"Bearer {TOKEN}"
    assert params["appsecret_proof"] == [mac(TOKEN.encode())]


def test_what_is_not_signed_by_the_app_is_not_kept(desk: Desk) -> None:
    source, body = desk.source("FACEBOOK"), notice(change())
    others: list[str | bytes] = [f"sha256={mac(b'another')}", f"sha256={mac(body, 'not the secret')}", mac(body)]
    for signed in ("", "sha256=", "sha256=é".encode("latin-1"), "sha256=שלום".encode(), *others):
        assert send(desk, source, body, signed=signed)[0] == 403
    desk.entrust(source, signing_secret=None)
    assert send(desk, source, body, signed=f"sha256={mac(body, '')}")[0] == 403
    assert desk.waiting() == []


NONSENSE = (
    b"", b"\xff\xfe", b"null", b"[]", b"{}", b"\0", b'{"entry": 1}', b'{"entry": [1]}', b'{"entry": [{"changes": {}}]}',
    notice(change("../me")), notice(change("1\u0661")), notice(change({})), notice(change("9" * 41)),
    b'{"entry":' + b"[" * 5000 + b"]" * 5000 + b"}",
)  # fmt: skip


def test_what_is_signed_and_makes_no_sense_is_refused(desk: Desk) -> None:
    source = desk.source("FACEBOOK")
    for body in NONSENSE:
        assert send(desk, source, body)[0] == 422
    assert desk.waiting() == []


def test_no_noise_breaks_the_door(desk: Desk) -> None:
    """Signed, so that all of it is read."""
    source, dice, whole = desk.source("FACEBOOK"), Random(7), notice(change(), change("1002", note="x\0é"))
    for _ in range(60):
        body = bytearray(whole)
        for _ in range(dice.randint(1, 6)):
            body[dice.randrange(len(body))] = dice.randrange(256)
        assert send(desk, source, bytes(body))[0] in {200, 422}
    assert send(desk, source, b"x" * 1_000_001)[0] == 413


LATER = (
    Told(429, {"error": {"code": 4, "message": "limit"}}), Told(400, {"error": {"code": 80005}}),
    Told(500, b"<html>"), Told(503, {}), Told(200, b"{not json"), Told(200, b"[]"), Told(200, b"x" * 600_000),
    Told(400, {"error": {"code": 2, "message": "temporary"}}), Told(200, b"{}" * 20, drip=0.05),
)  # fmt: skip


def test_what_cannot_be_told_now_is_asked_for_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gateway, "WHOLE", 0.5)
    source = desk.source("FACEBOOK")
    desk.network.leads = {f"/v24.0/{n}": LEAD for n in range(len(LATER))}
    desk.network.next = list(LATER)
    send(desk, source, notice(*(change(str(n)) for n in range(len(LATER)))))
    desk.fetch()
    assert desk.waiting() == [("WAITING", 1, None)] * len(LATER)
    desk.work_off()
    assert [one["name"] for one in desk.leads()] == ["דנה לוי"] * len(LATER)


def test_it_waits_as_long_as_it_is_told_to(desk: Desk, queue: Engine) -> None:
    """And no longer than what waits is looked after."""
    source = desk.source("FACEBOOK")
    desk.network.next = [Told(429, {}, {"retry-after": said}) for said in ("120", "999999", "tomorrow")]
    send(desk, source, notice(change()))
    for _ in range(3):
        desk.fetch()
    asked = text("SELECT scheduled_at FROM jobs.procrastinate_jobs WHERE task_name = :job AND scheduled_at IS NOT NULL "
                 "AND args->>'namespace' = :where ORDER BY id")  # fmt: skip
    with queue.connect() as connection:
        due = connection.execute(asked, {"job": FETCH, "where": desk.company.tenant.namespace}).scalars().all()
    now = desk.company.clock.now()
    assert [one - now for one in due] == [timedelta(seconds=120), timedelta(minutes=10), timedelta(seconds=16)]


def test_a_lead_of_its_tool_for_tests_becomes_none(desk: Desk) -> None:
    source = desk.source("FACEBOOK")
    dummy = {"name": "full_name", "values": ["<test lead: dummy data for full_name>"]}
    desk.network.leads["/v24.0/1001"] = {**LEAD, "field_data": [dummy]}
    send(desk, source, notice(change()))
    desk.work_off()
    assert (desk.waiting(), desk.leads()) == ([("TEST", 0, None)], [])


def test_a_network_that_stays_away_parks_it_with_the_reason(desk: Desk) -> None:
    source = desk.source("FACEBOOK")
    send(desk, source, notice(change()))
    desk.network.next = [Told(500, b"<html>")] * TRIES
    for _ in range(TRIES):
        desk.fetch()
    assert desk.waiting() == [("PARKED", TRIES, "NETWORK_AWAY")]
    (parked,) = submissions(desk.company)
    assert "Facebook does not answer as it should: 500" in str(parked["problem"])
    desk.network.leads["/v24.0/1001"] = LEAD
    desk.company.do("mona", "retrySubmission", id=parked["id"])
    desk.work_off()
    assert len(desk.leads()) == 1


NEVER = (
    (Told(400, {"error": {"code": 190, "error_subcode": 463, "message": "expired"}}), "TOKEN_EXPIRED"),
    (Told(401, b""), "TOKEN_EXPIRED"),
    (Told(400, {"error": {"code": 200, "message": "no leads_retrieval"}}), "TOKEN_BARRED"),
    (Told(400, {"error": {"code": 100, "error_subcode": 33, "message": "does not exist"}}), "LEAD_GONE"),
    (Told(404, b""), "LEAD_GONE"),
    (Told(400, {"error": {"code": 100, "message": "bad field"}}), "NETWORK_REFUSED"),
    (Told(302, b"", {"location": "http://127.0.0.1:1/"}), "NETWORK_REFUSED"),
    (Told(200, {"id": "1001", "field_data": "none"}), "BAD_NOTICE"),
)  # fmt: skip


def test_what_will_never_be_told_is_parked_until_somebody_mends_it(desk: Desk) -> None:
    source, codes = desk.source("FACEBOOK"), [code for _told, code in NEVER]
    desk.network.leads = {f"/v24.0/{n}": LEAD for n in range(len(NEVER))}
    for n, (told, _code) in enumerate(NEVER):
        desk.network.next = [told]
        send(desk, source, notice(change(str(n))))
        desk.fetch()
    assert desk.waiting() == [("PARKED", 1, code) for code in codes]
    desk.company.do("mona", "retryParked", id=source["id"])
    desk.work_off()
    assert len(desk.leads()) == len(NEVER)


def test_without_a_token_it_waits_for_one(desk: Desk) -> None:
    source = desk.source("FACEBOOK")
    desk.entrust(source, access_token=None)
    desk.network.leads["/v24.0/1001"] = LEAD
    send(desk, source, notice(change()))
    desk.fetch()
    assert desk.waiting() == [("PARKED", 1, "NO_TOKEN")]
    desk.entrust(source, access_token=TOKEN)
    desk.company.do("mona", "retryParked", id=source["id"])
    desk.work_off()
    assert len(desk.leads()) == 1


def test_what_is_entrusted_is_never_told(company: Company) -> None:
    source = make_source(company, kind="FACEBOOK")
    company.do("olga", "setSourceCredentials", id=source["id"], signingSecret=SIGNING)
    said = company.do("olga", "setSourceCredentials", id=source["id"], accessToken=TOKEN)
    assert (said["hasSigningSecret"], said["hasAccessToken"]) == (True, True)
    said = company.do("olga", "setSourceCredentials", id=source["id"], signingSecret=None)
    assert (said["hasSigningSecret"], said["hasAccessToken"]) == (False, True)
    for wrong in ("", "tab\tinside", "טוקן", "x" * 4001):
        assert company.refuse("olga", "setSourceCredentials", id=source["id"], accessToken=wrong) == (
            "BAD_CREDENTIAL", "accessToken",
        )  # fmt: skip
    assert company.refuse("rina", "setSourceCredentials", id=source["id"], accessToken=TOKEN)[0] == "FORBIDDEN"
    with company.open() as work:
        kept = work.get(Source, key_of(source)).sealed_access_token
        assert kept
        assert TOKEN.encode() not in kept
        told = work.all(select(AuditEntry).where(AuditEntry.entity == "source"))
        assert "sealed" not in str([(entry.before, entry.after) for entry in told])


def test_a_form_that_speaks_as_a_network_does_is_a_form(desk: Desk) -> None:
    key, strange = make_source(desk.company)["key"], {"notice": {"leadgen_id": "1001"}, "talk": {"answered": True}}
    assert fill_in(desk.site, desk.company, key, **strange).status_code == 202
    desk.fetch()
    work_off(desk.company)
    assert [lead["name"] for lead in desk.leads()] == ["Dana Levi"]
    read = "{ leads { nodes { firstContact { kind } } } }"
    assert desk.company.ask("olga", read)["leads"] == {"nodes": [{"firstContact": None}]}
