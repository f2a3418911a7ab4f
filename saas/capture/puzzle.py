"""A puzzle that a browser solves in a moment and a robot pays for each time: proof of work.

The door gives out a `challenge`, sealed with the time; the form sends it back with a `nonce` such that the SHA-256 of
`challenge:nonce` begins with `DIFFICULTY` zero bits. A challenge is the id of what is sent with it, so that each stands
for one submission, however often it is sent.
"""

import hashlib
import hmac
import secrets
from datetime import UTC, datetime, timedelta

from saas.core.errors import Invalid

DIFFICULTY = 16
FRESH = timedelta(hours=6)
_PARTS = 3
_LONGEST = 100


def new_challenge(seal: str, now: datetime) -> str:
    said = f"{int(now.timestamp())}.{secrets.token_urlsafe(12)}"
    return f"{said}.{_mark(seal, said)}"


def check(seal: str, challenge: str, nonce: str, now: datetime) -> None:
    """Refuses what is not ours, too old, or not solved."""
    said, _, mark = challenge.rpartition(".")
    told = said.partition(".")[0]
    ours = hmac.compare_digest(mark.encode(), _mark(seal, said).encode())  # of texts it takes ASCII alone
    if len(challenge) > _LONGEST or not told.isdecimal() or not ours:
        raise Invalid("BAD_CHALLENGE", "This form is not one of ours: load the page again.", "challenge")
    age = now - datetime.fromtimestamp(int(told), UTC)
    if age > FRESH:
        raise Invalid("STALE_CHALLENGE", "This page has been open for too long: load it again.", "challenge")
    if len(nonce) > _LONGEST or not is_solved(challenge, nonce):
        raise Invalid("NOT_SOLVED", "The puzzle against robots is not solved.", "nonce")


def is_solved(challenge: str, nonce: str) -> bool:
    found = hashlib.sha256(f"{challenge}:{nonce}".encode()).digest()
    return int.from_bytes(found) >> (len(found) * 8 - DIFFICULTY) == 0


def _mark(seal: str, said: str) -> str:
    return hmac.new(seal.encode(), said.encode(), hashlib.sha256).hexdigest()[:24]
