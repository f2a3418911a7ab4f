"""Secrets that are kept for others."""

import pytest

from saas.core.sealing import BrokenSeal, Seal


def test_a_seal_opens_for_the_same_key_and_owner_only() -> None:
    seal, other = Seal(lambda: b"k" * 32), Seal(lambda: b"j" * 32)
    sealed = seal.close("s3cret", b"row-1")
    assert b"s3cret" not in sealed
    assert seal.close("s3cret", b"row-1") != sealed
    assert seal.open(sealed, b"row-1") == "s3cret"
    broken = sealed[:-1] + bytes([sealed[-1] ^ 1])
    for by, what, whose in ((seal, sealed, b"row-2"), (other, sealed, b"row-1"), (seal, broken, b"row-1")):
        with pytest.raises(BrokenSeal):
            by.open(what, whose)
