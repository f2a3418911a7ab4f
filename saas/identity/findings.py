"""Whom a provider has signed in, and why an answer of one is refused."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from saas.core.errors import Invalid, Unavailable
from saas.core.texts import later
from saas.identity.metadata import Metadata
from saas.identity.providers import Provider

log = logging.getLogger("kesher.identity")

_PERSONAL = (
    "9188040d-6c67-4c5b-b112-36a304b66dad"  # the tenant of Microsoft's own accounts, whose addresses it verifies
)


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a provider has signed in. `verified`: True and False are what it says of the address, None is silence."""

    issuer: str
    subject: str
    email: str | None
    verified: bool | None
    name: str | None
    locale: str | None
    authenticated_at: datetime | None


class Down(Unavailable):
    def __init__(self, provider: Provider) -> None:
        message = later(
            "%(provider)s does not answer. Nothing has changed: try again in a minute, or sign in another way."
        )
        super().__init__("PROVIDER_DOWN", message, provider=provider.name)


class Distrusted(Invalid):
    """`why` is for the log: a person cannot mend it, and an attacker should not learn from it."""

    def __init__(self, provider: Provider, why: str) -> None:
        log.warning("provider %s (%s): %s", provider.key, provider.issuer, why)
        message = later("%(provider)s gave an answer that cannot be trusted. Nobody was signed in. Begin again.")
        super().__init__("PROVIDER_DISTRUSTED", message, provider=provider.name)


class Misfit(Invalid):
    """Wrong settings, here or there."""

    def __init__(self, provider: Provider, why: str) -> None:
        log.warning("provider %s (%s): %s", provider.key, provider.issuer, why)
        message = later(
            "%(provider)s and Kesher do not fit together: the issuer, the client id or the client secret is wrong. "
            "Tell an administrator."
        )
        super().__init__("PROVIDER_MISFIT", message, "issuer", provider=provider.name)


def vouched_for(metadata: Metadata, said: Mapping[str, object]) -> bool | None:
    """Microsoft's tenants write any address into a token: there it is `xms_edov` that vouches for it."""
    if "{tenantid}" in metadata.issuer:
        return said.get("tid") == _PERSONAL or str(said.get("xms_edov")).lower() in {"1", "true"}
    value = said.get("email_verified")
    return None if value is None else value is True or value == "true"
