"""The example of RFC 8291, and keys that are none."""

from base64 import urlsafe_b64decode

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from saas.push.encryption import BadKey, encrypt, read_keys
from saas.push.messages import Message
from saas.push.vapid import encoded, key_of, public_text
from tests.push.make import Browser

READER = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
SECRET = "BTBZMqHH6r4Tts7J_aSIgg"
OURS = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
SALT = "DGv6ra1nlYgDCS1FRnbzlw"
SAID = b"When I grow up, I want to be a watermelon"
SEALED = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl"
    "7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)


def test_the_example_of_the_rfc() -> None:
    ours = ec.derive_private_key(int.from_bytes(urlsafe_b64decode(OURS + "=")), ec.SECP256R1())
    assert encoded(encrypt(SAID, READER, SECRET, salt=urlsafe_b64decode(SALT + "=="), ours=ours)) == SEALED


@pytest.mark.parametrize(
    ("public_key", "secret"),
    [(READER[:-4], SECRET), ("A" * 87, SECRET), (READER, SECRET[:-4]), ("Ω", SECRET), (READER, ""), ("", SECRET)],
)
def test_what_is_no_key(public_key: str, secret: str) -> None:
    with pytest.raises(BadKey):
        read_keys(public_key, secret)


def test_a_message_is_never_too_long() -> None:
    """Of a push service that takes no more than it must: 4096 bytes."""
    long = Message("leads.given", "he", "חברה", "ליד חדש 😀 " * 900, "/leads/x", "להציג")
    browser = Browser("https://push.test", "")
    sealed = encrypt(long.content(), browser.subscription["publicKey"], browser.subscription["secret"])
    assert 3000 < len(sealed) <= 4096
    said = browser.read(sealed)
    assert (said["dir"], str(said["body"])[:8], str(said["body"])[-1]) == ("rtl", "ליד חדש ", "…")


def test_a_deployment_has_one_key_and_another_one_another() -> None:
    assert public_text(key_of(b"a" * 32)) == public_text(key_of(b"a" * 32)) != public_text(key_of(b"b" * 32))
    assert len(public_text(key_of(b"a" * 32))) == 87
