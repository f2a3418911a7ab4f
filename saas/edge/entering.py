"""Coming into a company's host from the sign-in host.

    company /enter?next=…  ─ a secret for this browser ─►  login /carry?company=…&seal=…&next=…
    login   /carry         ─ a code for that browser   ─►  company /enter?code=…  ─ the session's cookie ─►  next

Every way into a company goes round this circle, also the one from the list of companies.
"""

from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode
from uuid import UUID

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from saas.core.errors import Refusal
from saas.core.texts import later, say, tell
from saas.core.work import Opener
from saas.edge import answers
from saas.edge.asking import chosen_language, headers_of, local_path
from saas.edge.pages import Page, link, message_page
from saas.edge.premises import Premises, browser_of
from saas.identity.carrying import ENTERING_COOKIE, Shown, redeem_code
from saas.identity.credentials import digest, new_session
from saas.identity.queries import find_member
from saas.identity.sessions import Opening, open_session
from tenants.registry import Tenant

_BROWSER_LIFE = 3600


@dataclass(frozen=True, slots=True)
class Entry:
    """`instead_of` is the secret of the session that the browser had here before."""

    tenant: Tenant
    member_id: UUID
    opening: Opening
    instead_of: str | None


@dataclass(frozen=True, slots=True)
class Entering:
    premises: Premises

    async def enter(self, request: Request) -> Response:
        tenant = await self._tenant(request)
        code = request.query_params.get("code")
        return self._begin(request, tenant) if code is None else await self._end(request, tenant, code)

    def _begin(self, request: Request, tenant: Tenant) -> Response:
        secret = self.premises.cookie(request, ENTERING_COOKIE) or new_session()
        after = local_path(request.query_params.get("next"))
        query = urlencode({"company": tenant.slug, "seal": digest(secret).hex(), "next": after})
        answer = RedirectResponse(self.premises.login(f"/carry?{query}"), 303)
        self.premises.set_cookie(answer, ENTERING_COOKIE, secret, seconds=_BROWSER_LIFE)
        return answer

    async def _end(self, request: Request, tenant: Tenant, code: str) -> Response:
        here = self.premises
        shown = Shown(code, here.cookie(request, ENTERING_COOKIE) or "")
        try:
            carried = await here.run(redeem_code, here.platform, tenant, shown, clock=here.clock)
        except Refusal as refusal:
            return _refused(request, refusal)
        opening = Opening(
            browser_of(request), carried.person_id, carried.visit_id, carried.signed_in_at, carried.method,
            carried.break_glass,
        )  # fmt: skip
        before = here.reception.credential(headers_of(request.scope))
        old = before.secret if before is not None and before.session else None
        entry = Entry(tenant, carried.member_id, opening, old)
        secret = await here.run(self._open, entry, str(request.scope["request_id"]))
        return RedirectResponse(local_path(carried.next), 303, {"set-cookie": here.reception.keep(secret)})

    def _open(self, entry: Entry, request_id: str) -> str:
        """Where an owner comes by break-glass, the company's trail tells it before anything is opened."""
        here = self.premises
        open_ = partial(
            open_session, here.platform, entry.tenant, entry.member_id, clock=here.clock, opening=entry.opening,
            instead_of=entry.instead_of,
        )  # fmt: skip
        if not entry.opening.break_glass:
            return open_()
        member = find_member(here.lanes, entry.tenant, entry.member_id)
        if member is None:
            raise answers.UNAUTHENTICATED
        with Opener(here.lanes, entry.tenant, member.principal(request_id), here.clock, here.settings)() as work:
            return open_(tell=work.tell)

    async def _tenant(self, request: Request) -> Tenant:
        slug = self.premises.reception.slug(headers_of(request.scope))
        if slug is None:
            raise answers.NO_TENANT
        tenant = await self.premises.reception.tenant(slug)
        if tenant is None:
            raise answers.UNKNOWN_TENANT
        answers.check_open(tenant)
        return tenant


def _refused(request: Request, refusal: Refusal) -> Response:
    page = Page(chosen_language(request.query_params.get("lang"), headers_of(request.scope)), "/enter")
    again = link("/enter", say(later("Sign in again"), page.locale))
    return message_page(page, tell(refusal, page.locale), status=403, more=again)
