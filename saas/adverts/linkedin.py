"""Lead sync of LinkedIn: forms in adverts and on company pages.

The webhook is proven by an answer to a challenge, again every few hours. It tells `{"type": "LEAD_ACTION",
"leadGenFormResponse": "urn:li:leadGenFormResponse:ID", "leadAction": "CREATED"}`, one lead at once;
`GET /rest/leadFormResponses/ID` tells the answers by the ids of their questions, and the form that asked them.
"""

import re
from collections.abc import Iterator, Mapping
from typing import cast

from saas.adverts.gateway import Answer, Question
from saas.adverts.gateway import judge as judged
from saas.adverts.networks import Key, Network, listed, mac, same, sent, text_of
from saas.core.errors import Invalid
from saas.core.model import Json

NAME = "LinkedIn"
FIELDS = (
    "id,owner,leadMetadata,leadType,versionedLeadGenFormUrn,testLead,submittedAt,formResponse,"
    "form:(hiddenFields,name,id,content)"
)
PREFIX = "hmacsha256="
_URN = re.compile(r"urn:li:leadGenFormResponse:([\w-]{1,100})", re.ASCII)


def answer_challenge(secret: str, code: str) -> Json:
    return {"challengeCode": code, "challengeResponse": mac(secret, code.encode())}


def fits(secret: str, body: bytes, shown: str) -> bool:
    """What is signed is the body with the prefix before it; the header itself comes with the prefix and without."""
    said = shown.removeprefix(PREFIX)
    return same(said, mac(secret, PREFIX.encode() + body)) or same(said, mac(secret, body))


def notices(said: Json) -> Iterator[tuple[str, Json]]:
    """That one was deleted there is passed over."""
    if said.get("type") != "LEAD_ACTION":
        raise Invalid("BAD_NOTICE", "This is not how the network tells of its leads.", "type")
    found = _URN.fullmatch(text_of(said, "leadGenFormResponse"))
    if found is None:
        raise Invalid("BAD_NOTICE", "This is not how the network tells of its leads.", "leadGenFormResponse")
    if said.get("leadAction", "CREATED") == "CREATED":
        yield found[1], said


def question(base: str, lead_id: str, key: Key) -> Question:
    headers = {
        "authorization": f"Bearer {key.access_token}", "linkedin-version": key.version,
        "x-restli-protocol-version": "2.0.0",
    }  # fmt: skip
    return Question(f"{base}/rest/leadFormResponses/{lead_id}", {"fields": FIELDS}, headers)


def judge(answer: Answer) -> Json:
    return judged(NAME, answer, text_of(answer.body or {}, "message"))


def read(lead: Json) -> Json:
    form = _object(lead, "form")
    asked = {text_of(one, "questionId"): one for one in listed(_object(form, "content").get("questions", []), "form")}
    answers = listed(_object(lead, "formResponse").get("answers"), "answers")
    pairs = [_pair(asked.get(text_of(one, "questionId"), {}), one) for one in answers]
    hidden = [(text_of(one, "name"), text_of(one, "value")) for one in listed(form.get("hiddenFields") or [], "form")]
    sponsored = text_of(lead, "leadType") == "SPONSORED"
    campaign = text_of(_object(_object(lead, "leadMetadata"), "sponsoredLeadMetadata"), "campaign")
    tags = {
        "utm_source": "linkedin", "utm_medium": "paid_social" if sponsored else "social",
        "utm_campaign": campaign.rpartition(":")[2], "utm_content": text_of(form, "name"),
        "utm_term": f"form:{form['id']}" if text_of(form, "id") else "",
    }  # fmt: skip
    return sent([*pairs, *hidden], tags)


def is_test(lead: Json) -> bool:
    return lead.get("testLead") is True


def _pair(asked: Json, answered: Json) -> tuple[str, str]:
    """A question of LinkedIn's own has a name that is the same in all languages; another one its own words."""
    name = text_of(asked, "predefinedField") or _localized(asked.get("question")) or text_of(asked, "name")
    details = _object(answered, "answerDetails")
    text = text_of(_object(details, "textQuestionAnswer"), "answer")
    chosen = _object(details, "multipleChoiceAnswer").get("options")
    if not isinstance(chosen, list):
        return name or text_of(answered, "questionId"), text
    choices = _object(_object(asked, "questionDetails"), "multipleChoiceQuestionDetails").get("options", [])
    called = {text_of(one, "id"): _localized(one.get("text")) for one in listed(choices, "form")}
    return name or text_of(answered, "questionId"), ", ".join(called.get(str(one)) or str(one) for one in chosen)


def _localized(said: object) -> str:
    """`{"localized": {"en_US": …}}`, in whatever language it was asked."""
    words = said.get("localized") if isinstance(said, dict) else said
    if isinstance(words, dict):
        words = next(iter(words.values()), "")
    return words if isinstance(words, str) else ""


def _object(said: Mapping[str, object], name: str) -> Json:
    found = said.get(name)
    return cast(Json, found) if isinstance(found, dict) else {}


LINKEDIN = Network(NAME, fits, notices, question, judge, read, is_test)
