"""Secrets that browsers and programs show, and what is kept of them."""

import hashlib
import secrets

TOKEN_PREFIX = "kesher_"  # noqa: S105  it marks a leaked token as ours
SCIM_PREFIX = "kesher_scim_"
COOKIE = "kesher"  # of a browser on this computer, without TLS
SECURE_COOKIE = "__Host-kesher"
_BYTES = 32


def new_token() -> str:
    return TOKEN_PREFIX + secrets.token_urlsafe(_BYTES)


def new_scim_token() -> str:
    return SCIM_PREFIX + secrets.token_urlsafe(_BYTES)


def new_session() -> str:
    return secrets.token_urlsafe(_BYTES)


def digest(secret: str) -> bytes:
    """All that is kept: the secret has 256 random bits, so one plain hash is enough."""
    return hashlib.sha256(secret.encode()).digest()
