"""The networks' APIs, by HTTP: one question, and what it was answered with."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, cast

import httpx2
import orjson

from saas.core.errors import Invalid, Unavailable
from saas.core.model import Json
from saas.core.texts import harmless

QUIET: Final = 5.0
WHOLE: Final = 15.0
LARGEST: Final = 512_000
OK: Final = range(200, 300)
_TOKEN, _FORBIDDEN, _GONE, _BUSY, _BROKEN = 401, 403, (404, 410), 429, 500
_LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Question:
    url: str
    params: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """`body` is None where it is no JSON object; `wait` are the seconds of a Retry-After."""

    status: int
    body: Json | None = field(repr=False)
    wait: int | None = None


def ask(network: str, question: Question) -> Answer:
    """Any status is an answer; raises Unavailable where nobody answers in time, or with more than a lead can be."""
    until = time.monotonic() + WHOLE
    headers = {"accept": "application/json", "accept-encoding": "identity", "user-agent": "Kesher", **question.headers}
    try:
        with (
            httpx2.Client(timeout=min(QUIET, WHOLE), trust_env=False) as client,
            client.stream("GET", question.url, params=dict(question.params), headers=headers) as answer,
        ):
            return Answer(answer.status_code, _object(_read(answer, until)), _seconds(answer.headers))
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
        raise away(network, f"{type(error).__name__}: {error}") from error


def judge(network: str, answer: Answer, said: str = "") -> Json:
    """The lead; refuses what will not be told however often it is asked for, and what may be told later.

    `said` is what the network gives as its reason.
    """
    if answer.status in OK and answer.body is not None:
        return answer.body
    if answer.status == _BUSY:
        raise busy(network, answer.wait)
    if answer.status == _TOKEN:
        raise expired(network)
    if answer.status == _FORBIDDEN:
        raise barred(network)
    if answer.status in _GONE:
        raise gone(network)
    if answer.status >= _BROKEN or answer.status in OK:
        raise away(network, f"{answer.status} {said}")
    message = "%(network)s refused to tell this lead: %(reason)s"
    raise Invalid("NETWORK_REFUSED", message, network=network, reason=_shown(f"{answer.status} {said}"))


def busy(network: str, wait: int | None) -> Unavailable:
    message = "%(network)s takes no more questions for now. It is asked again later."
    return Unavailable("NETWORK_BUSY", message, network=network, seconds=wait)


def away(network: str, reason: str) -> Unavailable:
    message = "%(network)s does not answer as it should: %(reason)s"
    return Unavailable("NETWORK_AWAY", message, network=network, reason=_shown(reason))


def expired(network: str) -> Invalid:
    message = "%(network)s takes the access token no more. Set a new one at the source, then try again."
    return Invalid("TOKEN_EXPIRED", message, "accessToken", network=network)


def barred(network: str) -> Invalid:
    message = "The access token may not read leads of %(network)s. Give it that right there, then try again."
    return Invalid("TOKEN_BARRED", message, "accessToken", network=network)


def gone(network: str) -> Invalid:
    return Invalid(
        "LEAD_GONE", "%(network)s has this lead no more, or keeps it from this access token.", network=network
    )


def _read(answer: httpx2.Response, until: float) -> bytes:
    read = bytearray()
    for part in answer.iter_raw():
        read += part
        if len(read) > LARGEST:
            raise httpx2.ReadError("the answer is too large")
        if time.monotonic() > until:
            raise httpx2.ReadTimeout("the answer takes too long")
    return bytes(read)


def _object(read: bytes) -> Json | None:
    try:
        found = orjson.loads(read)
    except orjson.JSONDecodeError:
        return None
    return cast(Json, found) if isinstance(found, dict) else None


def _seconds(headers: httpx2.Headers) -> int | None:
    said = headers.get("retry-after", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < len("1000000") else None


def _shown(reason: str) -> str:
    return harmless(reason, most=_LONGEST_REASON).strip()
