"""The companies of a person: one to choose, and the way into it."""

import logging
import re
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode
from uuid import UUID

from starlette.responses import RedirectResponse, Response

from saas.core.rights import Role
from saas.core.texts import later, say
from saas.edge.asking import local_path
from saas.edge.login.arrivals import Way, depart
from saas.edge.login.asked import Asked, At
from saas.edge.login.joining import let_in_awaited, offers_part
from saas.edge.login.sign_in import start_address
from saas.edge.pages import Page, button, card, form, heading, lead, link, message_page, respond
from saas.identity.carrying import Carried, make_code
from saas.identity.memberships import find_member_id, list_companies
from saas.identity.providers import Provider
from saas.identity.queries import Someone, find_member
from saas.identity.visitors import Visitor
from tenants.registry import Tenant, TenantStatus

log = logging.getLogger("kesher.identity")

_SEAL = re.compile(r"[0-9a-f]{64}")  # a SHA-256


def show(asked: Asked) -> Response:
    """Who is known sees his companies; who is not, the ways to sign in."""
    visitor = asked.visitor
    if visitor is None:
        return RedirectResponse(f"/sign-in?{asked.request.url.query}".rstrip("?"), 303)
    here = asked.premises
    companies = list_companies(here.platform, here.directory, visitor.person_id)
    active = [
        one
        for one in companies
        if one.status is TenantStatus.ACTIVE and _open(visitor, one) and not _has_left(asked, one, visitor)
    ]
    return _companies_page(asked, visitor, active)


def carry(asked: Asked) -> Response:
    """From a company's host with the seal of its browser; leads back there with a code."""
    company = asked.premises.directory.find_by_slug(asked.query("company"))
    seal = asked.query("seal")
    if company is None or not _SEAL.fullmatch(seal):
        return _told(asked, later("There is no company at this address."), 404)
    if company.status is not TenantStatus.ACTIVE:
        return _told(asked, later("This company is suspended."), 403)
    way = Way(company.slug, local_path(asked.query("next")))
    visitor = asked.visitor
    if visitor is None or not _open(visitor, company):
        return RedirectResponse(f"/sign-in?{way.query}", 303)
    member = _member(asked, company, visitor)
    if member is None and let_in_awaited(asked, visitor, company):
        member = _member(asked, company, visitor)
    if member is None:
        return _stranger_page(asked, visitor, company)
    enforced = asked.premises.providers.enforced_for(company.id, visitor.email)
    apart = enforced is not None and visitor.method != enforced.method
    if enforced is not None and apart and not (member.role is Role.OWNER and asked.query("as") == "owner"):
        return _enforced_page(asked, Turned(company, visitor, member, enforced, seal, way))
    if apart:
        log.warning("break glass: owner %s enters %s by %s", visitor.email, company.slug, visitor.method)
    return _carry(asked, Entry(company, visitor, member.id, way.next, bytes.fromhex(seal), break_glass=apart))


@dataclass(frozen=True, slots=True)
class Entry:
    company: Tenant
    visitor: Visitor
    member_id: UUID
    next: str
    seal: bytes
    break_glass: bool


@dataclass(frozen=True, slots=True)
class Turned:
    """Who came another way than the company wants."""

    company: Tenant
    visitor: Visitor
    member: Someone
    enforced: Provider
    seal: str
    way: Way


def _carry(asked: Asked, entry: Entry) -> Response:
    here, visitor = asked.premises, entry.visitor
    carried = Carried(
        visitor.person_id, entry.member_id, entry.seal, entry.next, visitor.method, visitor.signed_in_at, visitor.id,
        entry.break_glass,
    )  # fmt: skip
    code = make_code(here.platform, entry.company, carried, clock=here.clock)
    return RedirectResponse(here.company(entry.company.slug, f"/enter?code={code}"), 303)


def sign_out(asked: Asked) -> Response:
    return depart(asked, "/sign-in")


def _open(visitor: Visitor, company: Tenant) -> bool:
    return visitor.tenant_id in {None, company.id}


def _member(asked: Asked, company: Tenant, visitor: Visitor) -> Someone | None:
    here = asked.premises
    id = find_member_id(here.platform, company, visitor.person_id)
    member = find_member(here.lanes, company, id) if id else None
    return member if member is not None and member.status == "ACTIVE" else None


def _has_left(asked: Asked, company: Tenant, visitor: Visitor) -> bool:
    """One who is invited may still come; one whose access has ended finds the company no more."""
    here = asked.premises
    id = find_member_id(here.platform, company, visitor.person_id)
    member = find_member(here.lanes, company, id) if id else None
    return member is None or member.status == "DISABLED"


def _companies_page(asked: Asked, visitor: Visitor, companies: list[Tenant]) -> Response:
    page, here = asked.page, asked.premises
    cards = "".join(
        card(here.company(one.slug, "/enter"), one.name, f"{one.slug}.{_domain(asked)}") for one in companies
    )
    if companies:
        inside = heading(page, say(later("Your companies"), page.locale)) + _as(page, visitor) + f"<ul>{cards}</ul>"
    else:
        inside = heading(page, say(later("You belong to no company yet"), page.locale)) + _as(page, visitor)
        inside += lead(say(later("Ask for an invitation to yours, or make a new one."), page.locale))
        inside += link("/sign-up", say(later("Make a company"), page.locale))
    inside += offers_part(asked, visitor) + _passkeys_link(page, visitor) + _leave_form(page)
    return respond(page, inside, title=say(later("Your companies"), page.locale))


def _passkeys_link(page: Page, visitor: Visitor) -> str:
    """Who came through a company's own sign-in has no passkeys of his own."""
    return link("/passkeys", say(later("Your passkeys"), page.locale), quiet=True) if visitor.tenant_id is None else ""


def _stranger_page(asked: Asked, visitor: Visitor, company: Tenant) -> Response:
    page = asked.page
    title = say(later("You are not a member of %(company)s"), page.locale, company=company.name)
    inside = _as(page, visitor)
    inside += lead(
        say(later("Ask one of its administrators for an invitation, or sign in as somebody else."), page.locale)
    )
    inside += offers_part(asked, visitor)
    inside += link("/", say(later("Your companies"), page.locale), quiet=True) + _leave_form(page)
    return respond(page, heading(page, title) + inside, title=title, status=403)


def _enforced_page(asked: Asked, turned: Turned) -> Response:
    """An owner may enter nevertheless, or a broken provider would lock everybody out; it is kept with the session."""
    page, company, enforced = asked.page, turned.company, turned.enforced
    title = say(later("%(company)s has its own sign-in"), page.locale, company=company.name)
    inside = heading(page, title) + _as(page, turned.visitor)
    inside += link(
        start_address(enforced, turned.way),
        say(later("Sign in with %(provider)s"), page.locale, provider=enforced.name),
    )
    if turned.member.role is Role.OWNER:
        told = later("You own this company: if its sign-in fails, you can enter without it. This is recorded.")
        query = urlencode({"company": company.slug, "seal": turned.seal, "next": turned.way.next, "as": "owner"})
        inside += f'<p class="more">{escape(say(told, page.locale))}</p>'
        inside += link(f"/carry?{query}", say(later("Enter as an owner"), page.locale), quiet=True)
    return respond(page, inside, title=title, status=403)


def _as(page: Page, visitor: Visitor) -> str:
    return lead(say(later("You are signed in as %(email)s."), page.locale, email=visitor.email))


def _leave_form(page: Page) -> str:
    return form("/sign-out", button(say(later("Sign out"), page.locale), quiet=True))


def _told(asked: Asked, message: str, status: int) -> Response:
    return message_page(asked.page, say(message, asked.locale), status=status)


def _domain(asked: Asked) -> str:
    return asked.premises.settings.domain


PAGES = (At("GET", "/", show), At("GET", "/carry", carry), At("POST", "/sign-out", sign_out))
