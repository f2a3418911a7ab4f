"""OpenID Connect providers: where they sign people in, and whom they have signed in.

The authorization code flow with PKCE (S256), nonce and state. The checks of the token are those of OpenID Connect Core
1.0, 3.1.3.7, by Authlib's claims and joserfc; clocks may differ by a minute.
"""

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import orjson
from authlib.integrations.httpx_client import AsyncOAuth2Client, OAuthError
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from saas.core.clock import Clock
from saas.identity.findings import Distrusted, Down, Found, Misfit, vouched_for
from saas.identity.metadata import BadMetadata, Metadata, discovery_address, read_metadata
from saas.identity.outbound import HEADERS, TIMES, Barred, Outbound, Unreachable
from saas.identity.providers import Provider

log = logging.getLogger("kesher.identity")

SCOPE = "openid email profile"
SKEW = 60
OLDEST = timedelta(minutes=10)
_KEPT = 3600.0
_PERSONAL = (
    "9188040d-6c67-4c5b-b112-36a304b66dad"  # the tenant of Microsoft's own accounts, whose addresses it verifies
)


@dataclass(frozen=True, slots=True)
class Asking:
    """What a person is sent to a provider with. `again`: he has to show anew who he is."""

    state: str
    nonce: str
    verifier: str
    redirect: str
    again: bool = False
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the provider has sent back, and what we had sent."""

    code: str
    nonce: str
    verifier: str
    redirect: str


@dataclass(slots=True)
class Gateway:
    """What providers say of themselves, and their keys, is remembered for an hour."""

    outbound: Outbound
    clock: Clock
    _metadata: dict[tuple[str, bool], tuple[float, Metadata]] = field(default_factory=dict)
    _keys: dict[tuple[str, bool], tuple[float, KeySet]] = field(default_factory=dict)

    async def describe(self, provider: Provider) -> Metadata:
        """Raises Down or Misfit."""
        kept = self._metadata.get(_place(provider))
        if kept is not None and kept[0] > time.monotonic():
            return kept[1]
        said = await self._json(provider, discovery_address(provider.issuer))
        try:
            found = read_metadata(provider.issuer, said)
            for address in filter(None, (found.authorization_endpoint, found.token_endpoint, found.jwks_uri)):
                self.outbound.check(address)
        except (BadMetadata, Barred) as error:
            raise Misfit(provider, f"metadata: {error}") from error
        self._metadata[_place(provider)] = (time.monotonic() + _KEPT, found)
        return found

    async def address(self, provider: Provider, asking: Asking) -> str:
        """Where the person's browser goes."""
        metadata = await self.describe(provider)
        more = {"prompt": "login", "max_age": "0"} if asking.again else {}
        if asking.hint:
            more["login_hint"] = asking.hint
        async with self._client(provider, metadata, asking.redirect) as client:
            url, _state = client.create_authorization_url(
                metadata.authorization_endpoint, asking.state, asking.verifier, nonce=asking.nonce, **more
            )
        return str(url)

    async def redeem(self, provider: Provider, answer: Answer) -> Found:
        """Raises Down, Misfit or Distrusted."""
        metadata = await self.describe(provider)
        try:
            async with self.outbound.asking(), self._client(provider, metadata, answer.redirect) as client:
                token = await client.fetch_token(
                    metadata.token_endpoint, code=answer.code, code_verifier=answer.verifier, headers=dict(HEADERS)
                )
        except (Unreachable, Barred) as error:
            log.warning("provider %s: token endpoint: %s", provider.key, error)
            raise Down(provider) from error
        except OAuthError as error:
            if error.error in {"invalid_client", "unauthorized_client"}:
                raise Misfit(provider, f"token endpoint: {error}") from error
            raise Distrusted(provider, f"token endpoint: {error}") from error
        except (ValueError, TypeError) as error:
            raise Distrusted(provider, f"token endpoint: {error}") from error
        claims = await self._claims(provider, metadata, token, answer.nonce)
        return await self._found(provider, metadata, claims, token)

    async def _claims(
        self, provider: Provider, metadata: Metadata, token: Mapping[str, object], nonce: str
    ) -> Mapping[str, object]:
        raw = token.get("id_token")
        if not isinstance(raw, str):
            raise Distrusted(provider, "there is no id_token")
        registry = JWSRegistry(algorithms=list(metadata.algorithms), strict_check_header=False)
        try:
            try:
                decoded = jwt.decode(raw, await self._key_set(provider, metadata), registry=registry)
            except InvalidKeyIdError:
                decoded = jwt.decode(raw, await self._key_set(provider, metadata, anew=True), registry=registry)
            issuer = metadata.issuer_of(decoded.claims.get("tid"))
            options = {
                "iss": {"essential": True, "value": issuer or "-"},
                "aud": {"essential": True, "value": provider.client_id},
            }
            params = {"nonce": nonce, "client_id": provider.client_id, "access_token": token.get("access_token")}
            claims = CodeIDToken(decoded.claims, decoded.header, options, params)
            now = self.clock.now()
            claims.validate(now=int(now.timestamp()), leeway=SKEW)
        except (JoseError, ValueError, TypeError) as error:
            raise Distrusted(provider, f"id_token: {error}") from error
        if float(claims["iat"]) < (now - OLDEST).timestamp():
            raise Distrusted(provider, "id_token: it is too old")
        if claims.get("nonce") != nonce:
            raise Distrusted(provider, "id_token: another nonce")
        return dict(claims)

    async def _found(
        self, provider: Provider, metadata: Metadata, claims: Mapping[str, object], token: Mapping[str, object]
    ) -> Found:
        said = claims
        if "email" not in claims and metadata.userinfo_endpoint is not None:
            said = {**claims, **await self._userinfo(provider, metadata.userinfo_endpoint, token)}
            if said["sub"] != claims["sub"]:
                raise Distrusted(provider, "userinfo: another subject")
        at = claims.get("auth_time")
        email = _text(said.get("email"))
        return Found(
            issuer=str(claims["iss"]),
            subject=str(claims["sub"]),
            email=email if email and email.count("@") == 1 else None,
            verified=vouched_for(metadata, said),
            name=_text(said.get("name")),
            locale=_text(said.get("locale")),
            authenticated_at=datetime.fromtimestamp(float(at), UTC) if isinstance(at, int | float) else None,
        )

    async def _userinfo(self, provider: Provider, address: str, token: Mapping[str, object]) -> Mapping[str, object]:
        said = await self._json(provider, address, bearer=str(token.get("access_token")))
        return said if isinstance(said, dict) else {}

    async def _key_set(self, provider: Provider, metadata: Metadata, *, anew: bool = False) -> KeySet:
        place = (metadata.jwks_uri, provider.tenant_id is None)
        kept = self._keys.get(place)
        if kept is not None and kept[0] > time.monotonic() and not anew:
            return kept[1]
        said = await self._json(provider, metadata.jwks_uri)
        try:
            keys = KeySet.import_key_set(said)  # type: ignore[arg-type]
        except (JoseError, ValueError, TypeError, KeyError) as error:
            raise Misfit(provider, f"keys: {error}") from error
        self._keys[place] = (time.monotonic() + _KEPT, keys)
        return keys

    async def _json(self, provider: Provider, address: str, *, bearer: str | None = None) -> object:
        try:
            answer = await self.outbound.get(address, private=provider.tenant_id is None, bearer=bearer)
        except Unreachable as error:
            log.warning("provider %s: %s: %s", provider.key, address, error)
            raise Down(provider) from error
        except Barred as error:
            raise Misfit(provider, f"we do not go to {error}") from error
        if answer.is_server_error:
            raise Down(provider)
        try:
            return orjson.loads(answer.content)
        except orjson.JSONDecodeError as error:
            raise Misfit(provider, f"{address} answers {answer.status_code} and no JSON") from error

    def _client(self, provider: Provider, metadata: Metadata, redirect: str) -> AsyncOAuth2Client:
        way = "none"
        if provider.client_secret is not None:
            way = "client_secret_basic" if metadata.takes_basic else "client_secret_post"
        return AsyncOAuth2Client(
            provider.client_id, provider.client_secret, token_endpoint_auth_method=way, scope=SCOPE,
            redirect_uri=redirect, code_challenge_method="S256", trust_env=False, timeout=TIMES,
            transport=self.outbound.transport(private=provider.tenant_id is None),
        )  # fmt: skip


def _place(provider: Provider) -> tuple[str, bool]:
    """What a company has named is remembered apart: it may lead to fewer places."""
    return provider.issuer, provider.tenant_id is None


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
