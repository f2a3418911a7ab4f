"""Messages that only the browser reads which they are for: RFC 8291, by the content coding aes128gcm of RFC 8188."""

import os
from base64 import urlsafe_b64decode
from binascii import Error
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

LARGEST: Final = 3993
"""Bytes of a message: what every push service takes, less what the encryption adds."""
_RECORD, _SALT, _SECRET = 4096, 16, 16


class BadKey(ValueError):
    """This is no key of a browser's subscription."""


def encrypt(
    message: bytes, public_key: str, secret: str, *,
    salt: bytes | None = None, ours: ec.EllipticCurvePrivateKey | None = None,
) -> bytes:  # fmt: skip
    """For the browser whose subscription says `p256dh` and `auth`. `salt` and our key are drawn anew for each message;
    only the examples of the RFC give them.
    """
    theirs, shared = read_keys(public_key, secret)
    salt, ours = salt or os.urandom(_SALT), ours or ec.generate_private_key(ec.SECP256R1())
    sender, reader = _point(ours.public_key()), _point(theirs)
    agreed = _derive(ours.exchange(ec.ECDH(), theirs), shared, b"WebPush: info\0" + reader + sender, 32)
    key = _derive(agreed, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _derive(agreed, salt, b"Content-Encoding: nonce\0", 12)
    header = salt + _RECORD.to_bytes(4) + len(sender).to_bytes(1) + sender
    return header + AESGCM(key).encrypt(nonce, message + b"\2", None)  # 2 ends the last record, which is the only one


def read_keys(public_key: str, secret: str) -> tuple[ec.EllipticCurvePublicKey, bytes]:
    """Raises BadKey."""
    try:
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _decoded(public_key))
        shared = _decoded(secret)
    except (ValueError, Error) as error:
        raise BadKey from error
    if len(shared) != _SECRET:
        raise BadKey
    return theirs, shared


def _derive(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt=salt, info=info).derive(secret)


def _point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _decoded(said: str) -> bytes:
    return urlsafe_b64decode(said + "=" * (-len(said) % 4))
