"""A provider of captchas, by HTTP: whether a token is that of somebody who has just passed."""

import time
from enum import StrEnum
from typing import Final

import httpx2
import orjson

from saas.capture.captchas import Asked, moved

QUIET: Final = 3.0
WHOLE: Final = 6.0
LARGEST: Final = 16_000
LEAST_SCORE: Final = 0.5
LONGEST_TOKEN: Final = 4_000
_OK = range(200, 300)
_OURS = frozenset({"missing-input-secret", "invalid-input-secret", "internal-error", "bad-request"})


class Verdict(StrEnum):
    """UNCHECKED: nobody could be asked, or he does not know us; that is no fault of whoever filled in the form."""

    PASSED = "PASSED"
    FAILED = "FAILED"
    UNCHECKED = "UNCHECKED"


def verify(asked: Asked, token: str, remote: str | None) -> Verdict:
    """Never raises. Asked also without a token: a page that cannot load his script has none to send."""
    if len(token) > LONGEST_TOKEN:
        return Verdict.FAILED
    said = {"secret": asked.secret, "response": token, "sitekey": asked.site_key}
    said |= {} if remote is None else {"remoteip": remote}
    try:
        answer = _ask(moved(asked.provider.verify, asked.base), said)
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError):
        return Verdict.UNCHECKED
    return _judge(asked, answer)


def _judge(asked: Asked, answer: object) -> Verdict:
    if not isinstance(answer, dict) or not isinstance(answer.get("success"), bool):
        return Verdict.UNCHECKED
    codes = answer.get("error-codes")
    if answer["success"] is False:
        ours = isinstance(codes, list) and not _OURS.isdisjoint(str(code) for code in codes)
        return Verdict.UNCHECKED if ours else Verdict.FAILED
    score = answer.get("score")
    if asked.provider.unseen and not (isinstance(score, int | float) and score >= LEAST_SCORE):
        return Verdict.FAILED
    return Verdict.PASSED


def _ask(url: str, said: dict[str, str]) -> object:
    """Raises ValueError where it is no answer of theirs, or comes too slowly."""
    until, body = time.monotonic() + WHOLE, bytearray()
    headers = {"accept": "application/json", "accept-encoding": "identity", "user-agent": "Kesher"}
    with (
        httpx2.Client(timeout=QUIET, trust_env=False) as client,
        client.stream("POST", url, data=said, headers=headers) as answer,
    ):
        if answer.status_code not in _OK:
            raise ValueError(answer.status_code)
        for chunk in answer.iter_raw():
            body += chunk
            if len(body) > LARGEST or time.monotonic() > until:
                raise ValueError(len(body))
    return orjson.loads(bytes(body))
