"""Files that leave the house: sealed in pieces, so that neither a byte nor the end of one can be changed unseen.

    "KESHER1" │ 32 bytes of salt │ piece │ piece │ … │ last piece

AES-256-GCM with a key of the file's own (HKDF of the product's secret and the salt). A piece is 1 MiB and its tag; its
number and whether it is the last are bound in (STREAM: Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from tenants.errors import BadArchive, OtherSecret

MARK: Final = b"KESHER1"
PIECE: Final = 1 << 20
_SALT: Final = 32
_TAG: Final = 16


def is_sealed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MARK)) == MARK


def seal(source: Path, out: Path, secret: bytes) -> None:
    salt = os.urandom(_SALT)
    cipher = _cipher(secret, salt)
    with source.open("rb") as plain, out.open("wb") as sealed:
        sealed.write(MARK + salt)
        for number, piece, last in _pieces(plain, PIECE):
            sealed.write(cipher.encrypt(_nonce(number, last=last), piece, MARK))


def unseal(source: Path, out: Path, secret: bytes) -> None:
    """Raises BadArchive where the secret is another one or anything was changed; then `out` is not to be used."""
    with source.open("rb") as sealed, out.open("wb") as plain:
        head = sealed.read(len(MARK) + _SALT)
        if not head.startswith(MARK) or len(head) != len(MARK) + _SALT:
            raise BadArchive(f"{source.name} is no sealed archive, or is cut off.")
        cipher = _cipher(secret, head[len(MARK) :])
        try:
            for number, piece, last in _pieces(sealed, PIECE + _TAG):
                plain.write(cipher.decrypt(_nonce(number, last=last), piece, MARK))
        except InvalidTag as error:
            raise OtherSecret(
                f"{source.name} cannot be opened: it was sealed with another KESHER_SECRET_KEY, or was changed."
            ) from error


@contextmanager
def opened(source: Path, secret: Callable[[], bytes]) -> Iterator[Path]:
    """The plain file: backups and what the console exports are sealed, what `kesher tenant export` writes is not."""
    if not source.is_file() or not is_sealed(source):
        yield source
        return
    with TemporaryDirectory() as scratch:
        plain = Path(scratch, source.name)
        unseal(source, plain, secret())
        yield plain


def _cipher(secret: bytes, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, salt, b"kesher archive 1").derive(secret))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _pieces(file: IO[bytes], size: int) -> Iterator[tuple[int, bytes, bool]]:
    """There is always a last one, which may be empty."""
    number, piece = 0, file.read(size)
    while following := file.read(size):
        yield number, piece, False
        number, piece = number + 1, following
    yield number, piece, True
