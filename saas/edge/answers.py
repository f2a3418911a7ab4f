"""Answers of the edge itself, and the headers that all answers carry."""

from datetime import timedelta
from math import ceil
from typing import NamedTuple

import orjson
from starlette.types import Send

from saas.core.errors import LimitReached, Moving, Refusal
from saas.core.texts import later, tell
from tenants.registry import Tenant, TenantStatus

RawHeaders = list[tuple[bytes, bytes]]

JSON = b"application/json; charset=utf-8"
GRAPHQL = b"application/graphql-response+json; charset=utf-8"

SECURITY: RawHeaders = [
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
]
_BASIC: RawHeaders = [(b"cache-control", b"no-store"), *SECURITY]


class Unanswered(Refusal):
    """A refusal of the edge, with its HTTP status; where it passes, the seconds after which it may be asked again."""

    def __init__(self, status: int, code: str, message: str, *, retry_after: int | None = None) -> None:
        super().__init__(code, message)
        self.status = status
        self.retry_after = retry_after


NO_TENANT = Unanswered(401, "NO_TENANT", later("The address names no company. Use the address of your company."))
UNKNOWN_TENANT = Unanswered(401, "UNKNOWN_TENANT", later("There is no company at this address."))
UNAUTHENTICATED = Unanswered(401, "UNAUTHENTICATED", later("Sign in, or show a valid token."))
WRONG_TENANT = Unanswered(401, "WRONG_TENANT", later("This credential belongs to another company."))
TENANT_SUSPENDED = Unanswered(401, "TENANT_SUSPENDED", later("This company is suspended."))
TENANT_DELETED = Unanswered(410, "TENANT_DELETED", later("This company has been deleted."))
TENANT_BEHIND = Unanswered(
    503, "TENANT_BEHIND", later("This company is being brought up to date. Try again in a minute."), retry_after=60
)
FOREIGN_ORIGIN = Unanswered(403, "FOREIGN_ORIGIN", later("This request did not come from a page of ours."))
NO_PREFLIGHT = Unanswered(
    403, "NO_PREFLIGHT", later("A session acts by requests with the header GraphQL-Require-Preflight only.")
)
BROWSERS_ONLY = Unanswered(403, "BROWSERS_ONLY", later("This can be done in a browser only, by one who has signed in."))
NOT_JSON = Unanswered(415, "NOT_JSON", later("Send the operation as application/json."))
NO_OPERATION = Unanswered(400, "BAD_REQUEST", later("Send a JSON object with the operation as `query`."))
TOO_LARGE = Unanswered(413, "TOO_LARGE", later("This is too large to be sent."))
NO_SUCH_METHOD = Unanswered(405, "METHOD_NOT_ALLOWED", later("This address answers other methods only."))
NOT_HERE = Unanswered(404, "NOT_FOUND", later("There is nothing at this address."))
NO_CLIENT = Unanswered(503, "NO_CLIENT", later("The web client has not been built yet. Start with bin/up."))
BROKEN = Unanswered(500, "INTERNAL", later("Something went wrong on our side. Tell us this number: %(request)s"))


def check_open(tenant: Tenant) -> None:
    """Raises Unanswered: what each status of a company answers to everybody."""
    if tenant.status is TenantStatus.SUSPENDED:
        raise TENANT_SUSPENDED
    if tenant.status is not TenantStatus.ACTIVE:
        raise TENANT_DELETED


def budget_spent(passes_in: timedelta) -> Unanswered:
    message = later("All that may be read for now has been read. Ask again when the time in Retry-After is over.")
    return Unanswered(429, "BUDGET_SPENT", message, retry_after=max(1, ceil(passes_in.total_seconds())))


def refusal_body(refusal: Refusal, *, locale: str, request_id: str) -> bytes:
    """In the form of GraphQL, whatever was asked."""
    params = refusal.params if refusal is not BROKEN else {"request": request_id}
    said = tell(Refusal(refusal.code, refusal.message, refusal.field, **params), locale)
    extensions = {"code": refusal.code, "requestId": request_id}
    return orjson.dumps({"errors": [{"message": said, "extensions": extensions}]})


def waiting(refusal: Refusal) -> dict[str, str]:
    """The header that says after how many seconds it may be tried again, where the refusal knows it."""
    seconds = refusal.params.get("seconds") if isinstance(refusal, LimitReached | Moving) else None
    if isinstance(refusal, Unanswered):
        seconds = refusal.retry_after
    return {} if seconds is None else {"retry-after": str(seconds)}


class Said(NamedTuple):
    """An answer that needs no framework to be sent."""

    status: int
    body: bytes
    kind: bytes
    request_id: str
    cookie: str | None = None
    retry_after: int | None = None


async def send_said(send: Send, said: Said) -> None:
    headers = [
        (b"content-type", said.kind),
        (b"content-length", b"%d" % len(said.body)),
        (b"x-request-id", said.request_id.encode()),
        *_BASIC,
    ]
    if said.cookie is not None:
        headers.append((b"set-cookie", said.cookie.encode()))
    if said.retry_after is not None:
        headers.append((b"retry-after", b"%d" % said.retry_after))
    await send({"type": "http.response.start", "status": said.status, "headers": headers})
    await send({"type": "http.response.body", "body": said.body})
