"""Secrets that are kept for others."""

import pytest

from saas.identity.sealing import BrokenSeal, Seal


def test_a_seal_opens_for_the_same_key_and_owner_only() -> None:
    seal, other = Seal(lambda: b"k" * 32), Seal(lambda: b"j" * 32)
    sealed = seal.close("s3cret", b"row-1")
    assert b"s3cret" not in sealed
    assert seal.close("s3cret", b"row-1") != sealed
    assert seal.open(sealed, b"row-1") == "s3cret"
    for opened in (
        lambda: seal.open(sealed, b"row-2"),
        lambda: other.open(sealed, b"row-1"),
        lambda: seal.open(sealed[:-1] + bytes([sealed[-1] ^ 1]), b"row-1"),
    ):
        with pytest.raises(BrokenSeal):
            opened()
