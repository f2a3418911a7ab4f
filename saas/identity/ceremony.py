"""The ceremonies of WebAuthn: what a browser asks its authenticators for, and what their answers are worth.

Passkeys belong to the sign-in host (*relying party* in the words of WebAuthn), are found by the authenticator itself,
so that nobody types a name, and are made and used only after the authenticator has verified its person. A passkey
whose count of signatures does not rise is a copy.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.authentication.verify_authentication_response import VerifiedAuthentication
from webauthn.helpers import bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from webauthn.registration.verify_registration_response import VerifiedRegistration

from saas.core.errors import Invalid

Answer = Mapping[str, object]

_NAME: Final = "Kesher"
_TRANSPORTS: Final = frozenset(one.value for one in AuthenticatorTransport)
_WRONG: Final = (WebAuthnException, ValueError, KeyError, TypeError, AttributeError)
_HELD: Final = AuthenticatorSelectionCriteria(
    resident_key=ResidentKeyRequirement.REQUIRED,
    require_resident_key=True,
    user_verification=UserVerificationRequirement.REQUIRED,
)


@dataclass(frozen=True, slots=True)
class Named:
    """Whose passkey it is, as authenticators show it."""

    id: UUID
    email: str
    name: str


@dataclass(frozen=True, slots=True)
class RelyingParty:
    """`id` is the name of the sign-in host, `origin` its address as a browser says it."""

    id: str
    origin: str

    def ask_to_make(self, whom: Named, challenge: bytes, held: Sequence[bytes]) -> str:
        """JSON for `navigator.credentials.create`; authenticators that have one of `held` refuse by themselves."""
        options = generate_registration_options(
            rp_id=self.id,
            rp_name=_NAME,
            user_id=whom.id.bytes,
            user_name=whom.email,
            user_display_name=whom.name,
            challenge=challenge,
            authenticator_selection=_HELD,
            exclude_credentials=[PublicKeyCredentialDescriptor(id=one) for one in held],
        )
        return options_to_json(options)

    def ask_to_show(self, challenge: bytes) -> str:
        """JSON for `navigator.credentials.get`."""
        options = generate_authentication_options(
            rp_id=self.id, challenge=challenge, user_verification=UserVerificationRequirement.REQUIRED
        )
        return options_to_json(options)

    def made(self, answer: Answer) -> VerifiedRegistration:
        """Raises Invalid; that the challenge was ours is found out before."""
        try:
            return verify_registration_response(
                credential=dict(answer),
                expected_challenge=base64url_to_bytes(challenge_of(answer)),
                expected_rp_id=self.id,
                expected_origin=self.origin,
                require_user_verification=True,
            )
        except _WRONG as error:
            raise bad_passkey() from error

    def shown(self, answer: Answer, public_key: bytes, sign_count: int) -> VerifiedAuthentication:
        """Raises Invalid, also for a copy."""
        try:
            return verify_authentication_response(
                credential=dict(answer),
                expected_challenge=base64url_to_bytes(challenge_of(answer)),
                expected_rp_id=self.id,
                expected_origin=self.origin,
                credential_public_key=public_key,
                credential_current_sign_count=sign_count,
                require_user_verification=True,
            )
        except _WRONG as error:
            raise bad_passkey() from error


def challenge_of(answer: Answer) -> str:
    """The one that the answer says it is for, in base64url without padding."""
    try:
        said = json.loads(base64url_to_bytes(_text(_part(answer, "response"), "clientDataJSON")))
        return bytes_to_base64url(base64url_to_bytes(_text(said, "challenge")))
    except _WRONG as error:
        raise bad_passkey() from error


def credential_id_of(answer: Answer) -> bytes:
    try:
        return base64url_to_bytes(_text(answer, "rawId"))
    except _WRONG as error:
        raise bad_passkey() from error


def transports_of(answer: Answer) -> list[str]:
    """How the browser can reach the authenticator again; what it does not name in the words of WebAuthn is left out."""
    said = _part(answer, "response").get("transports")
    return sorted({str(one) for one in said} & _TRANSPORTS) if isinstance(said, list) else []


def bad_passkey() -> Invalid:
    """All that is wrong with an answer is told with the same words."""
    return Invalid("BAD_PASSKEY", "This passkey was not accepted. Try again, or sign in another way.")


def _part(answer: Answer, name: str) -> Answer:
    part = answer.get(name)
    if not isinstance(part, dict):
        raise bad_passkey()
    return part


def _text(answer: Answer, name: str) -> str:
    value = answer.get(name)
    if not isinstance(value, str) or not value:
        raise bad_passkey()
    return value
