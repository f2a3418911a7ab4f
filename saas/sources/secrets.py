"""The secret of a source: what a sender shows, and what is kept of it."""

import hashlib
import hmac
import secrets

from saas.core.errors import Invalid

SHORTEST, LONGEST = 16, 200
KEY_BYTES = 12


def new_key() -> str:
    """For public addresses: nobody guesses that there is such a source, and nothing hangs on it."""
    return secrets.token_urlsafe(KEY_BYTES)


def digest_of(secret: str) -> str:
    """A secret has so many random characters that a plain digest tells nothing: nobody finds it by trying."""
    if not SHORTEST <= len(secret) <= LONGEST:
        message = "A secret has from %(least)s to %(most)s characters."
        raise Invalid("BAD_SECRET", message, "secret", least=SHORTEST, most=LONGEST)
    return hashlib.sha256(secret.encode()).hexdigest()


def fits(said: str, digest: str | None) -> bool:
    """In the same time whatever is said; nothing fits a source without a secret."""
    return hmac.compare_digest(hashlib.sha256(said.encode()).hexdigest(), digest or "")
