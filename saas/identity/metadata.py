"""What an OpenID Connect provider says of itself at its issuer's address, read and judged."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

WELL_KNOWN = "/.well-known/openid-configuration"
SIGNATURES = frozenset(
    {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"}
)
_TENANT_ID = "{tenantid}"
_MANY = re.compile(r"/(common|organizations|consumers)(?=/|$)")
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class BadMetadata(Exception):
    """It is not what OpenID Connect Discovery asks for; the text says what is wrong, for the log."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """`issuer` may hold `{tenantid}`: one door of many issuers, as Microsoft's `common` is."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str | None
    algorithms: tuple[str, ...]
    names_itself: bool
    takes_basic: bool

    def issuer_of(self, tenant_id: object) -> str | None:
        """The issuer that a token must have. `tenant_id` is its claim `tid`; None where the two do not fit."""
        if _TENANT_ID not in self.issuer:
            return self.issuer
        known = isinstance(tenant_id, str) and _GUID.fullmatch(tenant_id)
        return self.issuer.replace(_TENANT_ID, str(tenant_id)) if known else None

    def may_be(self, said: str) -> bool:
        """Whether an answer's `iss` (RFC 9207) is of this provider."""
        if _TENANT_ID not in self.issuer:
            return said == self.issuer
        before, _, after = self.issuer.partition(_TENANT_ID)
        return said.startswith(before) and said.endswith(after) and self.issuer_of(_middle(said, before, after)) == said


def read_metadata(configured: str, said: object) -> Metadata:
    """`configured` is the issuer as we know it: the provider must name the same one (Discovery 1.0, 4.3)."""
    if not isinstance(said, Mapping):
        raise BadMetadata("it is no JSON object")
    issuer = _text(said, "issuer")
    if issuer not in {configured, _MANY.sub(f"/{_TENANT_ID}", configured, count=1)}:
        raise BadMetadata(f"it names the issuer {issuer!r}")
    offered = said.get("id_token_signing_alg_values_supported", ["RS256"])
    algorithms = tuple(name for name in offered if name in SIGNATURES) if isinstance(offered, list) else ()
    if not algorithms:
        raise BadMetadata(f"it signs in no way that we take: {offered!r}")
    ways = said.get("token_endpoint_auth_methods_supported")
    return Metadata(
        issuer=issuer,
        authorization_endpoint=_text(said, "authorization_endpoint"),
        token_endpoint=_text(said, "token_endpoint"),
        jwks_uri=_text(said, "jwks_uri"),
        userinfo_endpoint=_text(said, "userinfo_endpoint") if "userinfo_endpoint" in said else None,
        algorithms=algorithms,
        names_itself=said.get("authorization_response_iss_parameter_supported") is True,
        takes_basic=not isinstance(ways, list) or "client_secret_basic" in ways,
    )


def discovery_address(issuer: str) -> str:
    return issuer.rstrip("/") + WELL_KNOWN


def _text(said: Mapping[str, object], name: str) -> str:
    value = said.get(name)
    if not isinstance(value, str) or not value:
        raise BadMetadata(f"it names no {name}")
    return value


def _middle(said: str, before: str, after: str) -> str:
    return said[len(before) : len(said) - len(after)]
