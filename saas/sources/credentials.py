"""What a provider signs with, and what we show to him: sealed for its source, and never told again."""

from saas.core.errors import Invalid
from saas.core.sealing import BrokenSeal, Seal
from saas.core.work import Work
from saas.sources.model import Source

LONGEST = 4_000
COLUMNS = {
    "signing_secret": "sealed_signing_secret", "access_token": "sealed_access_token",
    "captcha_secret": "sealed_captcha_secret",
}  # fmt: skip
FIELDS = {"signing_secret": "signingSecret", "access_token": "accessToken", "captcha_secret": "captchaSecret"}


def keep(work: Work, source: Source, name: str, secret: str | None) -> None:
    """None takes it away."""
    setattr(
        source,
        COLUMNS[name],
        None if secret is None else _seal(work).close(_read(name, secret), _whose(work, source, name)),
    )


def tell(work: Work, source: Source, name: str) -> str | None:
    """None where it was never set; refuses one that was sealed with another key."""
    sealed = getattr(source, COLUMNS[name])
    if sealed is None:
        return None
    try:
        return _seal(work).open(sealed, _whose(work, source, name))
    except BrokenSeal as error:
        message = "What was kept for this source cannot be opened any more: set it anew."
        raise Invalid("BROKEN_SEAL", message, FIELDS[name]) from error


def _read(name: str, secret: str) -> str:
    said = secret.strip()
    if not 0 < len(said) <= LONGEST or not said.isascii() or not said.isprintable():
        message = "It is one line of Latin letters, digits and signs, %(most)s at most."
        raise Invalid("BAD_CREDENTIAL", message, FIELDS[name], most=LONGEST)
    return said


def _seal(work: Work) -> Seal:
    return Seal(work.outside.sealing_key)


def _whose(work: Work, source: Source, name: str) -> bytes:
    return f"{work.tenant.id}:{source.id}:{name}".encode()
