"""Signing in at a company's host: by a click on one's own computer, everywhere else by way of the sign-in host.

The page of the click shows the company's members. Three walls stand around it, each enough by itself: the mode is
`local`, the server listens on loopback, and the client's address is loopback. A request that came through a proxy is
refused too, and so is a host that is not ours.
"""

from dataclasses import dataclass
from urllib.parse import parse_qs
from uuid import UUID

from anyio.to_thread import run_sync
from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from saas.core.clock import Clock
from saas.core.texts import later, say, tell
from saas.core.work import Opener
from saas.edge import answers
from saas.edge.asking import (
    Credential,
    Headers,
    chosen_language,
    headers_of,
    host_of,
    hostname,
    is_own,
    local_path,
)
from saas.edge.graphql import read_body
from saas.edge.pages import Page, after_query, companies_page, lead, link, message_page, sign_in_page
from saas.edge.premises import LOGIN, browser_of
from saas.edge.reception import Reception
from saas.edge.signing_out import UNREACHED, leave_devices, note_unreached
from saas.identity.devices import end_here
from saas.identity.known import Known
from saas.identity.queries import find_member, list_active
from saas.identity.sessions import Opening, open_session
from saas.settings import Settings, is_loopback
from tenants.engine import Lanes
from tenants.registry import Tenant, TenantStatus

CLOSED = {
    answers.TENANT_SUSPENDED: later("Nothing of it is lost. Ask one of its owners when it goes on."),
    answers.TENANT_DELETED: later("For a while it can still be brought back. Ask one of its owners."),
}
_FORM_LIMIT = 10_000
_PROXIES = (b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip", b"via")


@dataclass(frozen=True, slots=True)
class SignIn:
    settings: Settings
    reception: Reception
    platform: Engine
    lanes: Lanes
    clock: Clock

    def offered(self, request: Request) -> bool:
        """Whether all walls are passed."""
        client = request.client.host if request.client else ""
        headers = headers_of(request.scope)
        return (
            self.settings.mode == "local"
            and self.settings.loopback
            and is_loopback(client)
            and not any(name in headers for name in _PROXIES)
            and self._ours(headers)
        )

    async def show(self, request: Request) -> Response:
        """On one's own computer the members to choose from, everywhere else the sign-in host."""
        tenant = await self._tenant(request)
        after = local_path(request.query_params.get("next"))
        if not self.offered(request):
            return RedirectResponse(f"/enter?{after_query(after)}".rstrip("?&"), 303)
        page = Page(_language(request, otherwise=tenant.locale), query=after_query(after))
        members = await run_sync(list_active, self.lanes, tenant)
        return sign_in_page(page, tenant, members, after=after)

    async def sign_in(self, request: Request) -> Response:
        headers = headers_of(request.scope)
        if not self.offered(request):
            raise answers.NOT_HERE
        if not is_own(headers):
            raise answers.FOREIGN_ORIGIN
        tenant = await self._tenant(request)
        form = parse_qs((await read_body(request.receive, headers, limit=_FORM_LIMIT)).decode("utf-8", "replace"))
        secret = await run_sync(self._open, tenant, form.get("member", [""])[0], request)
        after = local_path(form.get("next", ["/"])[0])
        return RedirectResponse(after, 303, {"set-cookie": self.reception.keep(secret)})

    async def sign_out(self, request: Request) -> Response:
        headers = headers_of(request.scope)
        if not is_own(headers):
            raise answers.FOREIGN_ORIGIN
        credential = self.reception.credential(headers)
        if credential is not None and credential.session:
            known = await self._look_at(credential, host_of(headers))
            await run_sync(lambda: end_here(self.platform, credential.secret, clock=self.clock))
            self.reception.recognition.forget(credential.secret, session=True)
            if known is not None:
                self.reception.recognition.forget_member(known.tenant.namespace, known.someone.id)
                await run_sync(self._leave_devices, known, str(request.scope["request_id"]))
        return RedirectResponse("/sign-in", 303, {"set-cookie": self.reception.drop()})

    async def _look_at(self, credential: Credential, host: str) -> Known | None:
        """None also where the company cannot be read, which keeps nobody signed in: that is logged."""
        try:
            return await self.reception.look_at(credential)
        except UNREACHED as error:
            note_unreached(host, error)
            return None

    def _leave_devices(self, known: Known, request_id: str) -> None:
        opener = Opener(self.lanes, known.tenant, known.principal(request_id), self.clock, self.settings)
        leave_devices(opener, session_id=known.session_id)

    async def companies(self, request: Request) -> Response:
        """At the bare domain: the companies of this computer."""
        if not self.offered(request):
            raise answers.NOT_HERE
        found = await run_sync(self.reception.directory.list)
        active = [tenant for tenant in found if tenant.status is TenantStatus.ACTIVE]
        page = Page(_language(request, otherwise="en"), path="/")
        port = host_of(headers_of(request.scope)).rpartition(":")[2]
        address = f"{self.settings.domain}:{port}" if port.isdigit() else self.settings.domain
        return companies_page(page, active, address=address)

    async def refused(self, request: Request, refusal: answers.Unanswered) -> Response:
        """A refusal for a person: to the sign-in page where that helps, else in words."""
        if refusal is answers.NO_TENANT and self._bare(request) and self.offered(request):
            return await self.companies(request)
        if refusal is answers.NO_TENANT and self._bare(request) and self.settings.secure:
            return RedirectResponse(self.settings.origin(LOGIN), 303)
        if refusal in {answers.UNAUTHENTICATED, answers.WRONG_TENANT}:
            after = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            return RedirectResponse(f"/sign-in?{after_query(local_path(after))}".rstrip("?&"), 303)
        page = Page(_language(request, otherwise="en"), path=request.url.path)
        status = 404 if refusal in {answers.NO_TENANT, answers.UNKNOWN_TENANT} else refusal.status
        shown = message_page(page, tell(refusal, page.locale), status=status, more=self._way_on(page, refusal))
        shown.headers.update(answers.waiting(refusal))
        return shown

    def _way_on(self, page: Page, refusal: answers.Unanswered) -> str:
        """For one whose company answers nobody: what can be done about it, and his other companies."""
        if refusal not in CLOSED:
            return ""
        others = link(self.settings.origin(LOGIN), say(later("Your companies"), page.locale))
        return lead(say(CLOSED[refusal], page.locale)) + others

    async def _tenant(self, request: Request) -> Tenant:
        slug = self.reception.slug(headers_of(request.scope))
        if slug is None:
            raise answers.NO_TENANT
        tenant = await self.reception.tenant(slug)
        if tenant is None:
            raise answers.UNKNOWN_TENANT
        answers.check_open(tenant)
        return tenant

    def _open(self, tenant: Tenant, member: str, request: Request) -> str:
        """Refuses one who is not an active member of this company, as it would refuse a wrong password."""
        try:
            someone = find_member(self.lanes, tenant, UUID(member))
        except ValueError:
            someone = None
        if someone is None or someone.status != "ACTIVE":
            raise answers.UNAUTHENTICATED
        before = self.reception.credential(headers_of(request.scope))
        return open_session(
            self.platform, tenant, someone.id, clock=self.clock, opening=Opening(browser_of(request), method="click"),
            instead_of=before.secret if before is not None and before.session else None,
        )  # fmt: skip

    def _ours(self, headers: Headers) -> bool:
        return self._bare_host(headers) or self.reception.slug(headers) is not None

    def _bare(self, request: Request) -> bool:
        return self._bare_host(headers_of(request.scope))

    def _bare_host(self, headers: Headers) -> bool:
        name = hostname(headers.get(b"host", b""))
        return name == self.settings.domain or is_loopback(name)


def _language(request: Request, *, otherwise: str) -> str:
    return chosen_language(request.query_params.get("lang"), headers_of(request.scope), otherwise=otherwise)
