"""A company's domains: said, proved, opened for joining, removed."""

from uuid import UUID

from saas.core.errors import Invalid, NotFound
from saas.core.model import Json
from saas.edge.identity.call import At, Call
from saas.identity.domains import JOINERS, Domain, Domains
from saas.identity.proofs import Proofs, record_name, record_value


def list_domains(call: Call) -> Json:
    """Each with the record that proves it, and the roles that joiners may be given."""
    call.require()
    found = _domains(call).list_of(call.tenant)
    return {"domains": [_shown(one) for one in found], "roles": [role.value for role in JOINERS]}


def add(call: Call) -> Json:
    call.require()
    call.require_fresh()
    return {"domain": _shown(_domains(call).add(call.tenant, call.text("domain", longest=300)))}


def verify(call: Call) -> Json:
    call.require()
    return {"domain": _shown(_domains(call).verify(call.tenant, _id(call)))}


def set_joining(call: Call) -> Json:
    call.require()
    call.require_fresh()
    role = call.text("role") if call.flag("joins") else None
    return {"domain": _shown(_domains(call).open_to_join(call.tenant, _id(call), role))}


def remove(call: Call) -> Json:
    """What its people had by it they keep; nobody joins by it any more. An enforced single sign-on needs one."""
    call.require()
    call.require_fresh()
    here, domains = call.premises, _domains(call)
    proved = [one for one in domains.list_of(call.tenant) if one.verified_at is not None]
    last = [one.id for one in proved] == [_id(call)]
    if last and any(one.enforced for one in here.providers.of_company(call.tenant.id)):
        raise Invalid(
            "DOMAIN_NEEDED", "The company's own sign-in stands on this domain. Stop enforcing that first.", "id"
        )  # fmt: skip
    domains.remove(call.tenant, _id(call))
    return list_domains(call)


def _domains(call: Call) -> Domains:
    here = call.premises
    return Domains(here.platform, Proofs(here.settings.dns), here.clock)


def _id(call: Call) -> UUID:
    try:
        return UUID(call.path("id"))
    except ValueError:
        raise NotFound(field="id") from None


def _shown(one: Domain) -> Json:
    return {
        "id": str(one.id),
        "domain": one.domain,
        "record": {"type": "TXT", "name": record_name(one.domain), "value": record_value(one.proof)},
        "verifiedAt": one.verified_at,
        "joins": one.joins,
        "role": one.role,
    }


DOORS = (
    At("GET", "/identity/domains", list_domains),
    At("POST", "/identity/domains", add),
    At("POST", "/identity/domains/{id}/verify", verify),
    At("POST", "/identity/domains/{id}/joining", set_joining),
    At("DELETE", "/identity/domains/{id}", remove),
)
