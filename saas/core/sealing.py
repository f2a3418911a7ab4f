"""Secrets that we keep for others, such as a company's client secret: sealed with a key that is not in the database."""

import hashlib
import os
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12


class BrokenSeal(Exception):
    """It was sealed with another key, or for somebody else, or has been changed."""


class Seal:
    """AES-256-GCM; `whose` is bound in, so that a sealed secret cannot be moved to another row.

    The key is asked for when there is something to seal or to open.
    """

    def __init__(self, key: Callable[[], bytes]) -> None:
        self._key = key

    def close(self, secret: str, whose: bytes) -> bytes:
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher().encrypt(nonce, secret.encode(), whose)

    def open(self, sealed: bytes, whose: bytes) -> str:
        try:
            return self._cipher().decrypt(sealed[:_NONCE], sealed[_NONCE:], whose).decode()
        except InvalidTag as error:
            raise BrokenSeal("KESHER_SECRET_KEY is another one than when this secret was kept.") from error

    def _cipher(self) -> AESGCM:
        return AESGCM(hashlib.sha256(b"kesher seal 1" + self._key()).digest())
