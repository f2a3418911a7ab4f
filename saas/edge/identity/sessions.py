"""The browsers that a member is signed in with, his passkeys, and how long sessions of the company last."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import orjson
from starlette.responses import Response

from saas.core.errors import Forbidden
from saas.core.work import Opener
from saas.edge.answers import JSON
from saas.edge.identity.call import At, Call
from saas.edge.login.authenticators import passkeys_of
from saas.edge.signing_out import UNREACHED, leave_devices, note_unreached
from saas.identity.devices import Devices, find_own_person
from saas.identity.limits import PRODUCT, Limits, find_limits, set_limits
from saas.identity.queries import find_member


def list_sessions(call: Call) -> object:
    return {
        "sessions": [
            {
                "id": str(one.id), "current": one.id == call.known.session_id, "userAgent": one.user_agent,
                "address": one.address, "method": one.method, "createdAt": moment(one.created_at),
                "seenAt": moment(one.seen_at), "signedInAt": moment(one.signed_in_at), "endsAt": moment(one.ends_at),
            }
            for one in _devices(call).list()
        ]
    }  # fmt: skip


def end_session(call: Call) -> object:
    """`id`; the present one is signed out."""
    id = call.key("id")
    _devices(call).end(id)
    call.forget(call.member.id)
    leave_devices(call.opener, session_id=id)
    return _signed_out(call) if id == call.known.session_id else {"ended": 1}


def end_all(call: Call) -> object:
    """Everywhere: in all companies of the person and at the sign-in host. With `keepThis` but for this browser."""
    kept = call.known.session_id if call.given.get("keepThis") is True else None
    ended = _devices(call).end_everywhere(but=kept)
    call.forget(call.member.id)
    for opener in _everywhere(call):
        leave_devices(opener, but=kept)
    return {"ended": ended} if kept else _signed_out(call, ended)


def list_passkeys(call: Call) -> object:
    """They are made at `manage`, on the sign-in host, to which they belong."""
    person_id = _person(call)
    known = passkeys_of(call.premises).list_of(person_id) if person_id else []
    return {
        "passkeys": [
            {
                "id": str(one.id), "name": one.name, "backedUp": one.backed_up, "createdAt": moment(one.created_at),
                "usedAt": moment(one.used_at),
            }
            for one in known
        ],
        "changeable": person_id is not None,
        "manage": call.premises.login("/passkeys"),
    }  # fmt: skip


def rename_passkey(call: Call) -> object:
    passkeys_of(call.premises).rename(_keeper(call), call.key("id"), call.text("name"))
    return list_passkeys(call)


def remove_passkey(call: Call) -> object:
    call.require_fresh()
    passkeys_of(call.premises).remove(_keeper(call), call.key("id"))
    return list_passkeys(call)


def show_limits(call: Call) -> object:
    """Null is the product's own, which is told as well."""
    said = find_limits(call.premises.platform, call.tenant)
    return {
        "sessionHours": said.session_hours, "idleMinutes": said.idle_minutes,
        "defaults": {"sessionHours": PRODUCT.session_hours, "idleMinutes": PRODUCT.idle_minutes},
    }  # fmt: skip


def change_limits(call: Call) -> object:
    call.require()
    call.require_fresh()
    here = call.premises
    limits = Limits(call.number("sessionHours"), call.number("idleMinutes"))
    set_limits(here.platform, call.tenant, limits, by=call.member.id, clock=here.clock)
    here.reception.recognition.forget_company(call.tenant.namespace)
    return show_limits(call)


def moment(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat().replace("+00:00", "Z")


def _devices(call: Call) -> Devices:
    here = call.premises
    return Devices(here.platform, call.tenant, call.member.id, here.clock)


def _everywhere(call: Call) -> Iterator[Opener]:
    """The person as member of each of his companies that can be read."""
    here = call.premises
    for tenant_id, member_id in _devices(call).companies().items():
        try:
            tenant = here.reception.directory.find(tenant_id)
            member = None if tenant is None else find_member(here.lanes, tenant, member_id)
        except UNREACHED as error:
            note_unreached(str(tenant_id), error)
            continue
        if tenant is not None and member is not None:
            yield replace(call.opener, tenant=tenant, principal=member.principal(call.principal.request_id))


def _signed_out(call: Call, ended: int = 1) -> Response:
    headers = {"content-type": JSON.decode(), "cache-control": "no-store", "set-cookie": call.premises.reception.drop()}
    return Response(orjson.dumps({"ended": ended, "signedOut": True}), 200, headers)


def _person(call: Call) -> UUID | None:
    """None for who came through the company's own provider, or by a click: that vouches for no person elsewhere."""
    session_id = call.known.session_id
    return None if session_id is None else find_own_person(call.premises.platform, session_id)


def _keeper(call: Call) -> UUID:
    person_id = _person(call)
    if person_id is None:
        raise Forbidden
    return person_id


DOORS = (
    At("GET", "/identity/sessions", list_sessions),
    At("POST", "/identity/sessions/end", end_session),
    At("POST", "/identity/sessions/end-all", end_all),
    At("GET", "/identity/passkeys", list_passkeys),
    At("POST", "/identity/passkeys/rename", rename_passkey),
    At("POST", "/identity/passkeys/remove", remove_passkey),
    At("GET", "/identity/limits", show_limits),
    At("POST", "/identity/limits", change_limits),
)
