"""A company's own single sign-on: its providers, tried, enforced and disabled."""

from datetime import datetime

from saas.core.errors import Invalid
from saas.core.model import Json
from saas.core.rights import Role
from saas.core.texts import later
from saas.edge.identity.call import At, Call
from saas.edge.login.providers import company_callback
from saas.identity.enforcing import end_other_ways
from saas.identity.gateway import Gateway
from saas.identity.outbound import Barred
from saas.identity.providers import Draft, Provider, verified_domains
from saas.identity.queries import list_active

_LONGEST_NAME = 80
_AFTER_TEST = "/settings/sign-in"
_NOT_HTTPS = later("This must be an address that begins with https://, as the provider names it.")


def list_providers(call: Call) -> Json:
    """`redirectAddress` is what the company registers at its provider, before there is one here too."""
    call.require()
    here, company = call.premises, call.tenant
    return {
        "providers": [_shown(call, one) for one in here.providers.of_company(company.id)],
        "domains": list(verified_domains(here.platform, company.id)),
        "redirectAddress": here.login(company_callback(company.slug)),
    }


async def add(call: Call) -> Json:
    """The issuer is asked first: one that does not answer, or names itself otherwise, is not kept."""
    await call.premises.run(call.require)
    await call.premises.run(call.require_fresh)
    draft = Draft(
        call.text("name", longest=_LONGEST_NAME), _issuer(call), call.text("clientId"),
        call.text("clientSecret") if call.given.get("clientSecret") else None,
    )  # fmt: skip
    asked = Provider("new", draft.name, draft.issuer, draft.client_id, tenant_id=call.tenant.id)
    await call.premises.gateway.describe(asked)
    made = await call.premises.run(call.premises.providers.add, call.tenant, draft)
    return {"provider": _shown(call, made)}


def enforce(call: Call) -> Json:
    """Who came another way comes again; owners need not, nor the one who has just said so."""
    call.require()
    call.require_fresh()
    here = call.premises
    changed = here.providers.enforce(call.tenant, call.path("id"), enforced=call.flag("enforced"))
    if changed.enforced:
        owners = [one.id for one in list_active(here.lanes, call.tenant) if one.role is Role.OWNER]
        spared = [call.member.id, *owners]
        end_other_ways(here.platform, call.tenant, changed, clock=here.clock, spared=spared)
    return {"provider": _shown(call, changed)}


def disable(call: Call) -> Json:
    call.require()
    call.require_fresh()
    call.premises.providers.disable(call.tenant, call.path("id"))
    return list_providers(call)


def _issuer(call: Call) -> str:
    issuer = call.text("issuer")
    gateway: Gateway = call.premises.gateway
    try:
        return gateway.outbound.check(issuer)
    except Barred as error:
        raise Invalid("NOT_HTTPS", _NOT_HTTPS, "issuer") from error


def _shown(call: Call, provider: Provider) -> Json:
    test = f"/start?provider={provider.key}&purpose=test&company={call.tenant.slug}&next={_AFTER_TEST}"
    return {
        "id": provider.key,
        "name": provider.name,
        "issuer": provider.issuer,
        "clientId": provider.client_id,
        "hasSecret": provider.client_secret is not None,
        "enforced": provider.enforced,
        "createdAt": _moment(provider.created_at),
        "testedAt": _moment(provider.tested_at),
        "testAddress": call.premises.login(test),
    }


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


DOORS = (
    At("GET", "/identity/providers", list_providers),
    At("POST", "/identity/providers", add),
    At("POST", "/identity/providers/{id}/enforce", enforce),
    At("POST", "/identity/providers/{id}/disable", disable),
)
