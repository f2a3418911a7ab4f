"""The page with the ways to sign in."""

from urllib.parse import urlencode

from starlette.responses import Response

from saas.core.texts import later, say
from saas.edge.login.arrivals import Way, way_of
from saas.edge.login.asked import Asked, At
from saas.edge.login.authenticators import SCRIPT
from saas.edge.login.passkeys import sign_in_part
from saas.edge.pages import Field, Page, button, field, form, heading, lead, leave, link, problem, respond
from saas.identity.providers import Provider
from tenants.registry import Tenant, TenantStatus

_LONGEST_ADDRESS = 320


def show(asked: Asked) -> Response:
    """Also for one who is known here: he may want to be somebody else."""
    return _page(asked, way_of(asked))


def find_own(asked: Asked) -> Response:
    """By an address to the single sign-on of its company. Tells of domains, never whether an address is known."""
    way, email = way_of(asked), asked.form.get("email", "").strip()
    found = asked.premises.providers.for_address(email)[:1]
    if not found:
        return _page(asked, way, email=email, missing=True)
    told = say(later("Sign in with %(provider)s"), asked.locale, provider=found[0].name)
    return leave(asked.page, start_address(found[0], way, hint=email[:_LONGEST_ADDRESS]), told)


def start_address(provider: Provider, way: Way, **more: str) -> str:
    """`more`: `hint`, the address that was typed in; `purpose`."""
    return "/start?" + "&".join(filter(None, (urlencode({"provider": provider.key, **more}), way.query)))


def _page(asked: Asked, way: Way, *, email: str = "", missing: bool = False) -> Response:
    page = Page(asked.locale, "/sign-in", f"{way.query}&" if way.query else "")
    company = _company(asked, way)
    if way.to_console:
        title = say(later("Sign in to the admin console"), page.locale)
    elif company is None:
        title = say(later("Sign in"), page.locale)
    else:
        title = say(later("Sign in to %(company)s"), page.locale, company=company.name)
    first, others = _providers(asked, way, company)
    parts = [heading(page, title), lead(say(later("Choose how you sign in."), page.locale)), first, others]
    parts.append(sign_in_part(page, way))
    parts += [_by_terminal(page)] if way.to_console else [_own_form(page, way, email, missing=missing), _more(page)]
    return respond(page, "".join(parts), title=title, script=SCRIPT, status=422 if missing else 200)


def _providers(asked: Asked, way: Way, company: Tenant | None) -> tuple[str, str]:
    """The company's own before those of the deployment; where one is enforced these say for whom they are left."""
    page, known = asked.page, asked.premises.providers
    own = known.of_company(company.id) if company else []
    first = "".join(_button(page, one, way) for one in own)
    others = "".join(_button(page, one, way, quiet=bool(own)) for one in known.own)
    if any(one.enforced for one in own):
        note = say(later("Other ways are for guests and owners."), page.locale)
        others = f'<p class="or">{note}</p>{others}'
    return first, others


def _button(page: Page, provider: Provider, way: Way, *, quiet: bool = False) -> str:
    told = say(later("Sign in with %(provider)s"), page.locale, provider=provider.name)
    return link(start_address(provider, way), told, quiet=quiet)


def _own_form(page: Page, way: Way, email: str, *, missing: bool) -> str:
    said = later("No company has its own sign-in for this address. Choose another way above.")
    line = Field(
        "email", say(later("Your work e-mail, if your company has its own sign-in"), page.locale), email, "email",
        f'autocomplete="email" maxlength="{_LONGEST_ADDRESS}" required dir="ltr"',
        say(said, page.locale) if missing else "",
    )  # fmt: skip
    kept = {name: value for name, value in (("company", way.company), ("next", way.next)) if value}
    inside = field(line) + button(say(later("Go on"), page.locale), quiet=True)
    return f'<p class="or">{say(later("or"), page.locale)}</p>' + form("/sign-in", inside, **kept)


def _more(page: Page) -> str:
    new, lost = say(later("Make a company"), page.locale), say(later("I cannot sign in"), page.locale)
    return f'<p class="more"><a href="/sign-up">{new}</a> · <a href="/lost">{lost}</a></p>'


def _by_terminal(page: Page) -> str:
    """A company's own single sign-on opens no console."""
    told = say(later("No way in yet? Whoever runs this service prints you one in its terminal:"), page.locale)
    return lead(told) + "<code>kesher admin link EMAIL</code>"


def _company(asked: Asked, way: Way) -> Tenant | None:
    found = asked.premises.directory.find_by_slug(way.company) if way.company else None
    return found if found is not None and found.status is TenantStatus.ACTIVE else None


def trouble(asked: Asked, message: str, *, status: int) -> Response:
    """What went wrong, and the way back to the ways in."""
    page = Page(asked.locale, "/sign-in")
    inside = heading(page, say(later("You were not signed in"), page.locale)) + problem(message)
    inside += link("/sign-in", say(later("Begin again"), page.locale))
    return respond(page, inside, title=message, status=status)


PAGES = (At("GET", "/sign-in", show), At("POST", "/sign-in", find_own))
