"""Coming into a company by a proved address: of a member who was invited, or of a domain that is open to join."""

from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from saas.core.errors import Forbidden, NotFound, Refusal
from saas.core.principal import system
from saas.core.texts import later, say, tell
from saas.core.work import Opener
from saas.edge.login.arrivals import Way, lead_on
from saas.edge.login.asked import Asked, At
from saas.edge.pages import Page, button, form, heading, lead, link, problem, respond
from saas.identity.confirming import confirm
from saas.identity.domains import Domains
from saas.identity.memberships import find_member_id
from saas.identity.people import Person, find_person
from saas.identity.proofs import Proofs
from saas.identity.visitors import Visitor
from saas.invitations.joining import Joiner, is_awaited, join
from saas.invitations.letters import ROLES
from tenants.registry import Tenant, TenantStatus


def let_in_awaited(asked: Asked, visitor: Visitor, company: Tenant) -> bool:
    """One who has proved the address of a member who was invited is that member from now on."""
    person = _person(asked, visitor)
    if person.verified_at is None or not is_awaited(_opener(asked, company), person.email):
        return False
    join(_opener(asked, company), asked.premises.platform, Joiner(person, None))
    return True


def offers_to(asked: Asked, visitor: Visitor) -> list[Tenant]:
    """Companies that a person may join and does not belong to."""
    person = _person(asked, visitor)
    if person.verified_at is None or visitor.tenant_id is not None:
        return []
    here = asked.premises
    found = (here.directory.find(id_) for id_, _ in _domains(asked).offers_to(person.email))
    return [one for one in found if one and find_member_id(here.platform, one, person.id) is None]


def offers_part(asked: Asked, visitor: Visitor) -> str:
    """For the page of one's companies; empty where there is none."""
    page, offers = asked.page, offers_to(asked, visitor)
    return "".join(
        link(f"/join?company={one.slug}", say(later("Join %(company)s"), page.locale, company=one.name), quiet=True)
        for one in offers
    )


def show(asked: Asked) -> Response:
    visitor, company = asked.visitor, _company(asked)
    if visitor is None:
        return RedirectResponse(f"/sign-in?next=/join%3Fcompany%3D{company.slug}", 303)
    joiner = _joiner(asked, visitor, company)
    page = Page(asked.locale, "/join", f"company={company.slug}&")
    title = say(later("Join %(company)s"), page.locale, company=company.name)
    if joiner.role is None:
        raise Forbidden("NOT_OPEN", "This company is not open to join. Ask one of its administrators.")
    role = say(ROLES[joiner.role], page.locale)
    told = say(later("People of your e-mail domain may join. Your role there: %(role)s."), page.locale, role=role)
    inside = lead(told) + form("/join", button(title), company=company.slug)
    inside += link("/", say(later("Your companies"), page.locale), quiet=True)
    return respond(page, heading(page, title) + inside, title=title)


def enter(asked: Asked) -> Response:
    visitor, company = asked.visitor, _company(asked)
    if visitor is None:
        raise Forbidden("SIGN_IN", "Sign in first.")
    join(_opener(asked, company), asked.premises.platform, _joiner(asked, visitor, company))
    return lead_on(asked, Way(company.slug))


def show_confirmation(asked: Asked) -> Response:
    """A mail's link is followed by programs too, so it changes nothing by itself: a button does."""
    page = Page(asked.locale, "/confirm", f"code={asked.query('code')}&" if asked.query("code").isprintable() else "")
    title = say(later("Confirm your e-mail address"), page.locale)
    visitor = asked.visitor
    if visitor is None:
        told = lead(say(later("Sign in first, with the account that you made."), page.locale))
        way = link(f"/sign-in?{Way(next=_back(asked)).query}", say(later("Sign in"), page.locale))
        return respond(page, heading(page, title) + told + way, title=title)
    told = lead(say(later("You are signed in as %(email)s."), page.locale, email=visitor.email))
    way = form("/confirm", button(say(later("Confirm the address"), page.locale)), code=asked.query("code"))
    return respond(page, heading(page, title) + told + way, title=title)


def _back(asked: Asked) -> str:
    return f"/confirm?{urlencode({'code': asked.query('code')})}"


def confirm_address(asked: Asked) -> Response:
    page, visitor = Page(asked.locale, "/"), asked.visitor
    if visitor is None or visitor.tenant_id is not None:
        raise Forbidden("SIGN_IN", "Sign in first.")
    here = asked.premises
    try:
        confirm(here.platform, visitor.person_id, asked.form.get("code", ""), clock=here.clock)
    except Refusal as refusal:
        title = say(later("Nothing was confirmed"), page.locale)
        inside = heading(page, title) + problem(tell(refusal, page.locale))
        return respond(page, inside + link("/sign-in", say(later("Sign in"), page.locale)), title=title, status=409)
    title = say(later("Your address is confirmed"), page.locale)
    onward = link("/", say(later("Your companies"), page.locale))
    return respond(page, heading(page, title) + offers_part(asked, visitor) + onward, title=title)


def _joiner(asked: Asked, visitor: Visitor, company: Tenant) -> Joiner:
    """Who came through a company's own sign-in joins no other one."""
    if visitor.tenant_id not in {None, company.id}:
        raise Forbidden("NOT_OPEN", "This company is not open to join. Ask one of its administrators.")
    person = _person(asked, visitor)
    if person.verified_at is None:
        raise Forbidden("UNPROVED_ADDRESS", "Confirm your e-mail address first.")
    return Joiner(person, dict(_domains(asked).offers_to(person.email)).get(company.id))


def _company(asked: Asked) -> Tenant:
    company = asked.premises.directory.find_by_slug(asked.query("company") or asked.form.get("company", ""))
    if company is None or company.status is not TenantStatus.ACTIVE:
        raise NotFound("NOT_FOUND", "There is no company at this address.")
    return company


def _person(asked: Asked, visitor: Visitor) -> Person:
    with asked.premises.platform.connect() as connection:
        found = find_person(connection, visitor.person_id)
    if found is None:
        raise NotFound
    return found


def _domains(asked: Asked) -> Domains:
    here = asked.premises
    return Domains(here.platform, Proofs(here.settings.dns), here.clock)


def _opener(asked: Asked, company: Tenant) -> Opener:
    """Of the product itself: who joins is nobody there yet."""
    here = asked.premises
    who = system(asked.request.scope["request_id"], locale=company.locale, time_zone=company.time_zone)
    return Opener(here.lanes, company, who, here.clock, here.settings)


PAGES = (
    At("GET", "/join", show),
    At("POST", "/join", enter),
    At("GET", "/confirm", show_confirmation),
    At("POST", "/confirm", confirm_address),
)
