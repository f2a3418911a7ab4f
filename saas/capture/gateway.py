"""A provider of captchas, by HTTP: whether a token is that of somebody who has just passed.

He is asked on threads of his own, few and never waited for: one that is slow takes none of those that answer others.
"""

from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from threading import BoundedSemaphore
from typing import Final

import anyio
import httpx2
import orjson

from saas.capture.captchas import Asked, moved

QUIET: Final = 3.0
WHOLE: Final = 6.0
AT_ONCE: Final = 8
LARGEST: Final = 16_000
LEAST_SCORE: Final = 0.5
LONGEST_TOKEN: Final = 4_000
_OK = range(200, 300)
_OURS = frozenset({"missing-input-secret", "invalid-input-secret", "internal-error"})
_ASKING: Final = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="captcha")
_FREE: Final = BoundedSemaphore(AT_ONCE)


class Verdict(StrEnum):
    """UNCHECKED: nobody could be asked, or he does not know us; that is no fault of whoever filled in the form."""

    PASSED = "PASSED"
    FAILED = "FAILED"
    UNCHECKED = "UNCHECKED"


def verify(asked: Asked, token: str, remote: str | None) -> Verdict:
    """Never raises. Asked also without a token: a page that cannot load his script has none to send."""
    if len(token) > LONGEST_TOKEN or not (token.isascii() and token.isprintable()):
        return Verdict.FAILED
    said = {"secret": asked.secret, "response": token, "sitekey": asked.site_key}
    said |= {} if remote is None else {"remoteip": remote}
    try:
        answer = _hear(moved(asked.provider.verify, asked.base), said)
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError):
        return Verdict.UNCHECKED
    return _judge(asked, answer)


def _hear(url: str, said: dict[str, str]) -> object:
    """Raises TimeoutError after WHOLE, whatever it hangs on, and at once where AT_ONCE others wait for theirs."""
    if not _FREE.acquire(blocking=False):
        raise TimeoutError
    return _ASKING.submit(_run, url, said).result(WHOLE)


def _run(url: str, said: dict[str, str]) -> object:
    try:
        return anyio.run(_ask, url, said)
    finally:
        _FREE.release()


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


async def _ask(url: str, said: dict[str, str]) -> object:
    """Raises ValueError where it is no answer of theirs."""
    body = bytearray()
    headers = {"accept": "application/json", "accept-encoding": "identity", "user-agent": "Kesher"}
    with anyio.fail_after(WHOLE):
        async with (
            httpx2.AsyncClient(timeout=QUIET, trust_env=False) as client,
            client.stream("POST", url, data=said, headers=headers) as answer,
        ):
            if answer.status_code not in _OK:
                raise ValueError(answer.status_code)
            async for chunk in answer.aiter_raw():
                body += chunk
                if len(body) > LARGEST:
                    raise ValueError(len(body))
    return orjson.loads(bytes(body))
