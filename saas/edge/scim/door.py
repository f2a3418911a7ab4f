"""The door of SCIM: which company's directory asks, shown by its token.

The token belongs to the company, not to a member: its directory acts as the product itself does, and the audit tells
the token as the origin of what it changes.
"""

from functools import partial
from uuid import UUID

from pydantic import ValidationError
from scim2_models import SCIMException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from saas.core.errors import Refusal
from saas.core.principal import system
from saas.core.work import Opener, Work
from saas.edge import answers
from saas.edge.asking import Headers, headers_of, language_of
from saas.edge.graphql import read_body
from saas.edge.premises import Premises
from saas.edge.scim.call import Call, refused
from saas.edge.scim.endpoints import answer
from saas.identity.credentials import SCIM_PREFIX
from saas.identity.tokens import Token, find_scim_token, note_use
from tenants.registry import Tenant
from tenants.revisions import serves

PATH = "/scim/v2"
LIMIT = 2_000_000  # a group of some thousand members
_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]
_BEARER = b"bearer "
_REQUEST_ID = "request_id"


def routes(premises: Premises) -> list[Route]:
    whole = partial(_answer, premises)
    return [Route(path, whole, methods=_METHODS) for path in (PATH, f"{PATH}/{{path:path}}")]


async def _answer(premises: Premises, request: Request) -> Response:
    headers = headers_of(request.scope)
    try:
        body = await read_body(request.receive, headers, limit=LIMIT)
        return await premises.run(_serve, premises, request, body)
    except (SCIMException, ValidationError, Refusal) as error:
        return refused(error, language_of(headers)).response()


def _serve(premises: Premises, request: Request, body: bytes) -> Response:
    headers = headers_of(request.scope)
    token, tenant = _admit(premises, headers)
    opener = Opener(
        premises.lanes, tenant,
        system(request.scope[_REQUEST_ID], locale=tenant.locale, time_zone=tenant.time_zone),
        premises.clock, premises.settings,
    )  # fmt: skip
    path = tuple(part for part in request.path_params.get("path", "").split("/") if part)
    base = premises.company(tenant.slug, PATH)
    call = Call(partial(_open, opener, token.id), request.method, path, request.query_params, headers, body, base)
    return answer(call).response()


def _open(opener: Opener, token_id: UUID) -> Work:
    return opener(origin=token_id)


def _admit(premises: Premises, headers: Headers) -> tuple[Token, Tenant]:
    """Asked of the database each time: a token that was revoked opens nothing any more. It names its company, and so
    may the host.
    """
    slug = premises.reception.slug(headers)
    if slug is not None and premises.directory.find_by_slug(slug) is None:
        raise answers.UNKNOWN_TENANT
    shown = headers.get(b"authorization", b"")
    secret = shown[len(_BEARER) :].decode("latin-1").strip() if shown[: len(_BEARER)].lower() == _BEARER else ""
    if not secret.startswith(SCIM_PREFIX):
        raise answers.UNAUTHENTICATED
    with premises.platform.connect() as connection:
        token = find_scim_token(connection, secret)
    tenant = None if token is None else premises.directory.find(token.tenant_id)
    if token is None or tenant is None:
        raise answers.UNAUTHENTICATED
    if slug not in {None, tenant.slug}:
        raise answers.WRONG_TENANT
    answers.check_open(tenant)
    if not serves(tenant.version):
        raise answers.TENANT_BEHIND
    note_use(premises.platform, token, clock=premises.clock)
    return token, tenant
