"""Tokens: a member's own for programs, the company's for its directory; and ending another member's access."""

import orjson
from starlette.responses import Response

from saas.edge.answers import JSON
from saas.edge.identity.call import At, Call
from saas.edge.identity.sessions import moment
from saas.edge.scim.door import PATH
from saas.graph.ids import key_of
from saas.identity import tokens
from saas.identity.devices import Devices
from saas.identity.tokens import Token
from saas.members.actions import end_access


def list_own(call: Call) -> object:
    found = tokens.list_tokens(call.premises.platform, call.tenant, call.member.id)
    now = call.premises.clock.now()
    return {"tokens": [_shown(one) | {"expired": one.is_over(now)} for one in found]}


def make_own(call: Call) -> object:
    """`name`, and `expiresAt` within a year; without it the token does not expire. The token is told this once, with
    its id, by which it is revoked.
    """
    call.require_fresh()
    here = call.premises
    with call.opener() as work:
        made = tokens.create_token(
            here.platform, call.tenant, call.member.id, name=call.text("name"), clock=here.clock,
            expires_at=call.moment("expiresAt"), tell=work.tell,
        )  # fmt: skip
    with here.platform.connect() as connection:
        found = tokens.find_token(connection, made)
    return _made(made) if found is None else _made(made, id=str(found.id))


def revoke_own(call: Call) -> object:
    here = call.premises
    with call.opener() as work:
        tokens.revoke_token(
            here.platform, call.tenant, call.key("id"), clock=here.clock, member_id=call.member.id, tell=work.tell
        )
    call.forget(call.member.id)
    return {"revoked": 1}


def list_scim(call: Call) -> object:
    call.require("members:manage")
    found = tokens.list_scim_tokens(call.premises.platform, call.tenant)
    return {"tokens": [_shown(one) for one in found], "address": call.premises.company(call.tenant.slug, PATH)}


def make_scim(call: Call) -> object:
    call.require("members:manage")
    call.require_fresh()
    here, name = call.premises, call.text("name")
    with call.opener() as work:
        made = tokens.create_scim_token(
            here.platform, call.tenant, name=name, by=call.member.id, clock=here.clock, tell=work.tell
        )
    return _made(made)


def revoke_scim(call: Call) -> object:
    call.require("members:manage")
    here = call.premises
    with call.opener() as work:
        tokens.revoke_scim_token(here.platform, call.tenant, call.key("id"), clock=here.clock, tell=work.tell)
    return {"revoked": 1}


def end_access_of(call: Call) -> object:
    """`id`, a member's global id: all his sessions and tokens end, and the sign-in host asks him anew."""
    member_id, here = key_of("Member", call.text("id")), call.premises
    with call.opener() as work:
        end_access(work, member_id)
        revoked = tokens.revoke_tokens_of(here.platform, call.tenant, member_id, clock=here.clock, tell=work.tell)
    sessions = Devices(here.platform, call.tenant, member_id, here.clock).end_all()
    call.forget(member_id)
    return {"sessions": sessions, "tokens": revoked}


def _shown(one: Token) -> dict[str, object]:
    return {
        "id": str(one.id), "name": one.name, "createdAt": moment(one.created_at), "usedAt": moment(one.used_at),
        "expiresAt": moment(one.expires_at),
    }  # fmt: skip


def _made(token: str, **more: str) -> Response:
    headers = {"content-type": JSON.decode(), "cache-control": "no-store"}
    return Response(orjson.dumps({"token": token, **more}), 201, headers)


DOORS = (
    At("GET", "/identity/tokens", list_own),
    At("POST", "/identity/tokens", make_own),
    At("POST", "/identity/tokens/revoke", revoke_own),
    At("GET", "/identity/scim-tokens", list_scim),
    At("POST", "/identity/scim-tokens", make_scim),
    At("POST", "/identity/scim-tokens/revoke", revoke_scim),
    At("POST", "/identity/members/end-access", end_access_of),
)
