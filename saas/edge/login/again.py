"""Showing once more who one is, before a dangerous act: the ways to sign in, each of which asks anew."""

from starlette.responses import RedirectResponse, Response

from saas.core.texts import later, say
from saas.edge.login.arrivals import Way, way_of
from saas.edge.login.asked import Asked, At
from saas.edge.login.authenticators import SCRIPT
from saas.edge.login.passkeys import sign_in_part
from saas.edge.login.sign_in import start_address
from saas.edge.pages import Page, heading, lead, link, respond
from saas.identity.providers import Provider
from saas.identity.visitors import Visitor

PATH = "/again"


def show(asked: Asked) -> Response:
    """First the way by which the person came. Who is not known here signs in as ever; on one's own computer, where a
    click signs in, that is asked for again.
    """
    way, visitor, here = way_of(asked), asked.visitor, asked.premises
    if visitor is not None:
        return _page(asked, way, visitor)
    if here.settings.is_local and way.company is not None:
        query = Way(None, way.next).query
        return RedirectResponse(here.company(way.company, f"/sign-in?{query}".rstrip("?")), 303)
    return RedirectResponse(f"/sign-in?{way.query}".rstrip("?"), 303)


def _page(asked: Asked, way: Way, visitor: Visitor) -> Response:
    page = Page(asked.locale, PATH, f"{way.query}&" if way.query else "")
    title = say(later("Show that it is you"), page.locale)
    told = say(later("What you want to do is done only by somebody who has just signed in."), page.locale)
    known = say(later("You are signed in as %(email)s."), page.locale, email=visitor.email)
    ways = "".join(_button(page, one, way, visitor) for one in _providers(asked, way, visitor))
    inside = heading(page, title) + lead(told) + lead(known) + ways + sign_in_part(page, way)
    return respond(page, inside, title=title, script=SCRIPT)


def _providers(asked: Asked, way: Way, visitor: Visitor) -> list[Provider]:
    known = asked.premises.providers
    company = asked.premises.directory.find_by_slug(way.company) if way.company else None
    own = known.of_company(company.id) if company is not None else []
    return sorted([*own, *known.own], key=lambda one: one.method != visitor.method)


def _button(page: Page, provider: Provider, way: Way, visitor: Visitor) -> str:
    told = say(later("Sign in with %(provider)s"), page.locale, provider=provider.name)
    address = start_address(provider, way, purpose="again", hint=visitor.email)
    return link(address, told, quiet=provider.method != visitor.method)


PAGES = (At("GET", PATH, show),)
