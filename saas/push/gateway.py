"""Push services, by HTTP (RFC 8030): a message is handed over, and what is said to that.

Their addresses come from browsers, so each goes through the guard of `saas.identity.outbound`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

import anyio
import httpx2
from cryptography.hazmat.primitives.asymmetric import ec

from saas.core.errors import Invalid, NotFound, Unavailable
from saas.core.texts import harmless
from saas.identity.outbound import Barred, Outbound, Unreachable
from saas.push.encryption import encrypt
from saas.push.vapid import authorization

OK: Final = range(200, 300)
GONE: Final = (404, 410)
_TOO_MANY, _BROKEN = 429, 500
_LONGEST_WAIT = timedelta(days=1)
_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Place:
    """What a browser's subscription says."""

    endpoint: str = field(repr=False)
    public_key: str = field(repr=False)
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sender:
    """Us. `contact` is where a push service's people can reach ours."""

    key: ec.EllipticCurvePrivateKey = field(repr=False)
    contact: str
    outbound: Outbound

    def send(self, place: Place, content: bytes, headers: Mapping[str, str], *, now: datetime) -> None:
        """Raises NotFound where the browser has subscribed no more, Unavailable (with `seconds`, where they were said)
        where it is to be tried later, and Invalid where it is refused for good.
        """
        said = {
            **headers, "content-encoding": "aes128gcm", "content-type": "application/octet-stream",
            "authorization": authorization(self.key, place.endpoint, contact=self.contact, now=now),
        }  # fmt: skip
        sealed = encrypt(content, place.public_key, place.secret)
        try:
            answer = anyio.run(self.outbound.post, place.endpoint, sealed, said)
        except Barred as error:
            raise _refused("this address is not on the open internet") from error
        except Unreachable as error:
            raise _busy(str(error), None) from error
        _judge(answer, now)


def _judge(answer: httpx2.Response, now: datetime) -> None:
    if answer.status_code in OK:
        return
    if answer.status_code in GONE:
        raise NotFound("DEVICE_GONE")
    reason = f"{answer.status_code} {answer.text}"
    if answer.status_code == _TOO_MANY or answer.status_code >= _BROKEN:
        raise _busy(reason, _wait(answer.headers.get("retry-after", ""), now))
    raise _refused(reason)


def _busy(reason: str, seconds: int | None) -> Unavailable:
    message = "The push service does not take it now: %(reason)s"
    return Unavailable("PUSH_BUSY", message, reason=_shown(reason), seconds=seconds)


def _refused(reason: str) -> Invalid:
    return Invalid("PUSH_REFUSED", "The push service refused it: %(reason)s", reason=_shown(reason))


def _wait(said: str, now: datetime) -> int | None:
    """Seconds of a Retry-After, in either of its forms."""
    if said.isascii() and said.isdigit():
        wait = timedelta(seconds=min(int(said[:9]), 10**8))
    else:
        try:
            wait = parsedate_to_datetime(said).replace(tzinfo=UTC) - now
        except ValueError:
            return None
    return int(min(max(wait, timedelta()), _LONGEST_WAIT).total_seconds())


def _shown(reason: str) -> str:
    return harmless(reason, most=_LONGEST_REASON).strip()
