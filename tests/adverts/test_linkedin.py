"""LinkedIn: the challenge, signed notices, and the lead with the form that asked."""

from random import Random

from tests.adverts.make import SIGNING, TOKEN, Desk, Told, bytes_of, mac
from tests.members.make import Json

CODE = "890e4665-4dfe-4ab1-b689-ed553bceeed0"
ID = "6b4d1a2c-0d9e-4a1c-9d2b-000000000005-5"
PATH = f"/rest/leadFormResponses/{ID}"
NOTICE: Json = {
    "type": "LEAD_ACTION", "leadGenFormResponse": f"urn:li:leadGenFormResponse:{ID}", "leadAction": "CREATED",
    "leadGenForm": "urn:li:leadGenForm:3162", "owner": {"sponsoredAccount": "urn:li:sponsoredAccount:5"},
    "leadType": "SPONSORED", "occurredAt": 1772352000000,
}  # fmt: skip


def text_answer(question: int, said: str) -> Json:
    return {"questionId": question, "answerDetails": {"textQuestionAnswer": {"answer": said}}}


LEAD: Json = {
    "id": ID, "leadType": "SPONSORED", "testLead": False, "submittedAt": 1772352000000,
    "leadMetadata": {"sponsoredLeadMetadata": {"campaign": "urn:li:sponsoredCampaign:77"}},
    "formResponse": {"answers": [
        text_answer(1, "Dana"), text_answer(2, "Levi"), text_answer(3, "dana@levi.test"), text_answer(4, "10"),
        {"questionId": 5, "answerDetails": {"multipleChoiceAnswer": {"options": [1, 2]}}}, text_answer(9, "lost"),
    ]},
    "form": {
        "id": 3162, "name": "May", "hiddenFields": [{"name": "region", "value": "north"}],
        "content": {"questions": [
            {"questionId": 1, "predefinedField": "FIRST_NAME"}, {"questionId": 2, "predefinedField": "LAST_NAME"},
            {"questionId": 3, "predefinedField": "EMAIL"},
            {"questionId": 4, "name": "size", "question": {"localized": {"he_IL": "כמה אתם?"}}},
            {"questionId": 5, "name": "products", "questionDetails": {"multipleChoiceQuestionDetails": {"options": [
                {"id": 1, "text": {"localized": {"en_US": "CRM"}}}, {"id": 2, "text": "Mail"},
            ]}}},
        ]},
    },
}  # fmt: skip


def send(desk: Desk, source: Json, body: bytes, signed: bytes | str | None = None) -> int:
    shown = f"hmacsha256={mac(b'hmacsha256=' + body)}" if signed is None else signed
    return desk.post(f"/hooks/linkedin/{source['key']}", body, x_li_signature=shown).status_code


def test_the_challenge_is_answered_with_the_client_secret(desk: Desk) -> None:
    source = desk.source("LINKEDIN")
    path = f"/hooks/linkedin/{source['key']}"
    answer = desk.get(path, challengeCode=CODE)
    assert answer.status_code == 200
    assert answer.json() == {"challengeCode": CODE, "challengeResponse": mac(CODE.encode(), SIGNING)}
    assert answer.headers["content-type"] == "application/json"
    for wrong in ("", "<b>", "é" * 4, "x" * 201):
        assert desk.get(path, challengeCode=wrong).status_code == 422
    desk.entrust(source, signing_secret=None)
    assert desk.get(path, challengeCode=CODE).status_code == 403
    assert desk.get("/hooks/linkedin/nothing", challengeCode=CODE).status_code == 404


def test_a_lead_is_fetched_with_its_form_and_comes_once(desk: Desk) -> None:
    source = desk.source("LINKEDIN")
    desk.network.leads[PATH] = LEAD
    body = bytes_of(NOTICE)
    assert [send(desk, source, body), send(desk, source, body, mac(body))] == [200, 200]
    desk.work_off()
    assert desk.leads() == [{
        "name": "Dana Levi", "email": "dana@levi.test", "phone": None, "company": None, "title": None,
        "channel": "PAID", "utmSource": "linkedin", "utmMedium": "paid_social", "utmCampaign": "77",
        "utmTerm": "form:3162", "utmContent": "May", "consents": [],
        "answers": [
            {"question": "כמה אתם?", "answer": "10"}, {"question": "products", "answer": "CRM, Mail"},
            {"question": "9", "answer": "lost"}, {"question": "region", "answer": "north"},
        ],
    }]  # fmt: skip
    ((path, params, headers),) = desk.network.asked
    assert (path, headers["authorization"]) == (PATH, f"Bearer {TOKEN}")
    assert (headers["x-restli-protocol-version"], headers["linkedin-version"]) == ("2.0.0", "202605")
    assert "form:(" in params["fields"][0]


def test_what_is_not_signed_is_not_kept(desk: Desk) -> None:
    source = desk.source("LINKEDIN")
    for signed in ("", "hmacsha256=", mac(b"another"), "é".encode("latin-1"), "חתימה".encode()):
        assert send(desk, source, bytes_of(NOTICE), signed) == 403
    assert desk.waiting() == []


def test_what_makes_no_sense_is_refused_and_what_was_deleted_passed_over(desk: Desk) -> None:
    source, dice, whole = desk.source("LINKEDIN"), Random(3), bytes_of(NOTICE)
    urn = "leadGenFormResponse"
    for change in ({"type": "OTHER"}, {urn: "urn:li:leadGenFormResponse:../x"}, {urn: None}, {urn: {"a": 1}}):
        assert send(desk, source, bytes_of({**NOTICE, **change})) == 422
    for body in (b"", b"\xff", b"[]", b"\0", b"[" * 9000):
        assert send(desk, source, body) == 422
    assert send(desk, source, bytes_of({**NOTICE, "leadAction": "DELETED"})) == 200
    assert desk.waiting() == []
    for _ in range(40):
        noise = bytearray(whole)
        noise[dice.randrange(len(noise))] = dice.randrange(256)
        assert send(desk, source, bytes(noise)) in {200, 422}


FATES: tuple[tuple[Told, tuple[str, int, str | None]], ...] = (
    (Told(429, {"message": "throttled"}, {"retry-after": "5"}), ("WAITING", 1, None)),
    (Told(500, b"oops"), ("WAITING", 1, None)),
    (Told(200, b"{"), ("WAITING", 1, None)),
    (Told(401, {"code": "EXPIRED_ACCESS_TOKEN"}), ("PARKED", 1, "TOKEN_EXPIRED")),
    (Told(403, {"code": "ACCESS_DENIED"}), ("PARKED", 1, "TOKEN_BARRED")),
    (Told(404, {"message": "gone"}), ("PARKED", 1, "LEAD_GONE")),
    (Told(400, {"message": "bad version"}), ("PARKED", 1, "NETWORK_REFUSED")),
    (Told(200, {"id": ID}), ("PARKED", 1, "BAD_NOTICE")),
    (Told(200, {**LEAD, "testLead": True}), ("TEST", 0, None)),
)


def test_it_fails_in_its_ways_and_nothing_is_lost(desk: Desk) -> None:
    source = desk.source("LINKEDIN")
    ids = [f"{ID}-{n}" for n in range(len(FATES))]
    for one in ids:
        urn = f"urn:li:leadGenFormResponse:{one}"
        assert send(desk, source, bytes_of({**NOTICE, "leadGenFormResponse": urn})) == 200
    desk.network.next = [told for told, _fate in FATES]
    desk.fetch()
    assert sorted(desk.waiting(), key=str) == sorted((fate for _told, fate in FATES), key=str)
    desk.network.leads = {f"/rest/leadFormResponses/{one}": LEAD for one in ids}
    desk.company.do("mona", "retryParked", id=source["id"])
    desk.work_off()
    assert len(desk.leads()) == len(FATES) - 1
