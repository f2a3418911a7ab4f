"""What a credential stands for."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from saas.core.principal import Principal
from saas.identity.queries import Someone
from tenants.registry import Tenant


@dataclass(frozen=True, slots=True)
class Known:
    """The member whom a credential stands for, and the company.

    `holder` is who pays for what is read: a token by its own digest, a member for all his sessions together. `renewed`
    is the session's new secret, for the answer to tell the browser. Of a token the last three are None. While all word
    comes, this may be remembered for so many seconds as it `holds`.
    """

    tenant: Tenant
    someone: Someone
    holder: bytes
    holds: float = 0.0
    session_id: UUID | None = None
    signed_in_at: datetime | None = None
    renewed: str | None = None

    def principal(self, request_id: str) -> Principal:
        return self.someone.principal(request_id, self.signed_in_at, self.session_id)
