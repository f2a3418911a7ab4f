"""Lead adverts of Facebook and Instagram, in the words of the Graph API.

The webhook tells `{"object": "page", "entry": [{"changes": [{"field": "leadgen", "value": {"leadgen_id": …}}]}]}`,
several leads at once; `GET /LEADGEN_ID` tells what was answered as `field_data`.
"""

import re
from collections.abc import Iterator

from saas.adverts.gateway import Answer, Question, away, barred, busy, expired, gone
from saas.adverts.gateway import judge as judged
from saas.adverts.networks import Key, Network, listed, mac, same, sent, text_of
from saas.core.errors import Invalid
from saas.core.model import Json

NAME = "Facebook"
FIELDS = "id,created_time,field_data,form_id,ad_id,ad_name,adset_id,campaign_id,campaign_name,is_organic,platform"
_ID = re.compile("[0-9]{1,40}", re.ASCII)
_EXPIRED, _BARRED, _MISSING, _AWAY = {102, 190}, {10, *range(200, 300)}, (100, 33), {1, 2}
_BUSY = {4, 17, 32, 613, *range(80_000, 80_015)}
_PLATFORMS = {"fb": "facebook", "ig": "instagram"}


def fits(secret: str, body: bytes, shown: str) -> bool:
    return same(shown, f"sha256={mac(secret, body)}")


def notices(said: Json) -> Iterator[tuple[str, Json]]:
    """What is told beside leads is passed over."""
    for entry in listed(said.get("entry"), "entry"):
        for change in listed(entry.get("changes"), "changes"):
            value = change.get("value")
            if change.get("field") != "leadgen" or not isinstance(value, dict):
                continue
            lead_id = text_of(value, "leadgen_id")
            if not _ID.fullmatch(lead_id):
                raise Invalid("BAD_NOTICE", "This is not how the network tells of its leads.", "leadgen_id")
            yield lead_id, value


def question(base: str, lead_id: str, key: Key) -> Question:
    """With a proof that it is the app who asks, where its secret is known."""
    proof = {"appsecret_proof": mac(key.signing_secret, key.access_token.encode())} if key.signing_secret else {}
    return Question(f"{base}/{lead_id}", {"fields": FIELDS, **proof}, {"authorization": f"Bearer {key.access_token}"})


def judge(answer: Answer) -> Json:
    """Its own codes say more than the status, which is 400 for nearly everything."""
    error = (answer.body or {}).get("error")
    if not isinstance(error, dict):
        return judged(NAME, answer)
    code, said = error.get("code"), text_of(error, "message")
    if code in _BUSY:
        raise busy(NAME, answer.wait)
    if code in _EXPIRED:
        raise expired(NAME)
    if code in _BARRED:
        raise barred(NAME)
    if (code, error.get("error_subcode")) == _MISSING:
        raise gone(NAME)
    if code in _AWAY:
        raise away(NAME, said)
    return judged(NAME, Answer(answer.status, None, answer.wait), said)


def read(lead: Json) -> Json:
    pairs = [
        (text_of(one, "name"), ", ".join(str(value) for value in _values(one)))
        for one in listed(lead.get("field_data"), "field_data")
    ]
    source = text_of(lead, "platform").lower()
    tags = {
        "utm_source": _PLATFORMS.get(source, source) or "facebook",
        "utm_medium": "social" if lead.get("is_organic") is True else "paid_social",
        "utm_campaign": text_of(lead, "campaign_id"), "utm_content": text_of(lead, "ad_id"),
        "utm_term": " ".join(
            f"{name}:{text_of(lead, f'{name}_id')}" for name in ("form", "page") if text_of(lead, f"{name}_id")
        ),
    }  # fmt: skip
    return sent(pairs, tags)


def is_test(lead: Json) -> bool:
    """Its tool for tests fills in what it was asked so."""
    said = [str(value) for one in listed(lead.get("field_data"), "field_data") for value in _values(one)]
    return any(value.startswith("<test lead:") for value in said)


def _values(one: Json) -> list[object]:
    values = one.get("values")
    return [value for value in values if value is not None] if isinstance(values, list) else []


FACEBOOK = Network(NAME, fits, notices, question, judge, read, is_test)
