"""Making a company by oneself: who one is, what it shall be called, and a page to wait on until it is there."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Final
from uuid import UUID

from babel.core import Locale
from starlette.responses import JSONResponse, RedirectResponse, Response

from saas.core.errors import Forbidden, Invalid, NotFound, Refusal
from saas.core.fields import written
from saas.core.texts import later, say, tell
from saas.edge.login.arrivals import Way, arrive, entrance
from saas.edge.login.asked import Asked, At
from saas.edge.login.authenticators import (
    SCRIPT,
    Ceremony,
    browser,
    credential_of,
    device_name,
    offered_to,
    offering,
    passkey_form,
    passkeys_of,
    send_options,
)
from saas.edge.login.passkeys import METHOD
from saas.edge.pages import (
    LANGUAGES,
    Field,
    Page,
    button,
    choice,
    field,
    heading,
    lead,
    leave,
    link,
    message_page,
    problem,
    respond,
)
from saas.founding.actions import ask_for_company
from saas.founding.plan import MOST_OF_NAME, WEEK_STARTS, Flawed, default_plan, read_plan, read_slug
from saas.founding.queries import Founding, find_founding, find_waiting, is_free, is_open, suggest_slug
from saas.identity.people import Somebody, find_holder
from saas.identity.visitors import Visitor
from saas.members.actions import read_email
from tenants.placement import LONGEST

_NEW: Final = Ceremony("create", "/sign-up/passkey/options", "/sign-up/passkey")
_LIVE: Final = (Path(__file__).parent / "sign_up.js").read_text()
_LOOK_AGAIN: Final = '<meta http-equiv="refresh" content="1">'
_ONWARD: Final = Way(next="/sign-up")
_CURRENCIES: Final = (
    "USD", "EUR", "GBP", "ILS", "AED", "SAR", "EGP", "JOD", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON",
    "TRY", "CAD", "AUD", "NZD", "INR", "CNY", "JPY", "SGD", "HKD", "ZAR", "BRL", "MXN", "MAD", "KWD", "QAR", "BHD",
)  # fmt: skip
_ZONES: Final = (
    "UTC", "Europe/London", "Europe/Lisbon", "Europe/Paris", "Europe/Berlin", "Europe/Madrid", "Europe/Rome",
    "Europe/Warsaw", "Europe/Athens", "Europe/Kyiv", "Europe/Istanbul", "Asia/Jerusalem", "Asia/Amman", "Asia/Riyadh",
    "Asia/Dubai", "Africa/Cairo", "Africa/Casablanca", "Africa/Johannesburg", "Africa/Lagos", "Asia/Kolkata",
    "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney", "America/New_York", "America/Chicago", "America/Denver",
    "America/Los_Angeles", "America/Toronto", "America/Mexico_City", "America/Sao_Paulo",
)  # fmt: skip
_FAILURES: Final = {
    "SLUG_TAKEN": later("This address was taken in the meantime. Choose another one."),
    "BROKEN": later("Something went wrong on our side. Try again with another address."),
}


def show(asked: Asked) -> Response:
    """First who one is, then the company."""
    here, visitor = asked.premises, asked.visitor
    if not is_open(here.platform, clock=here.clock):
        return message_page(
            asked.page, say(later("No new companies are made here at the moment."), asked.locale), status=503
        )
    if visitor is None:
        return _person_page(asked)
    if visitor.tenant_id is not None:
        return _for_one_company(asked)
    waiting = find_waiting(here.platform, visitor.person_id)
    if waiting is not None:
        return RedirectResponse(f"/sign-up/waiting?id={waiting.id}", 303)
    plan = default_plan(asked.locale)
    said = {
        "slug": "", "name": "", "currency": plan.currency, "locale": plan.locale, "timeZone": plan.time_zone,
        "weekStart": str(plan.week_start), "guess": "yes",
    }  # fmt: skip
    return _company_page(asked, visitor, said, {})


def offer(asked: Asked) -> Response:
    """JSON for the authenticator of a new person."""
    somebody = _somebody(asked, asked.json)
    digest, secret = offering(asked)
    return send_options(asked, offered_to(asked).offer_sign_up(somebody, digest), secret)


def sign_up(asked: Asked) -> Response:
    try:
        person_id = passkeys_of(asked.premises).sign_up(
            credential_of(asked), browser(asked), name=device_name(asked)
        )  # fmt: skip
    except Refusal as refusal:
        return _person_page(asked, tell(refusal, asked.locale))
    return arrive(asked, entrance(asked, person_id, METHOD), _ONWARD)


def look(asked: Asked) -> Response:
    """For the form's script: whether an address is free, and which one would be."""
    here, visitor = asked.premises, _founder(asked)
    said = asked.query("slug")
    suggestion = suggest_slug(here.platform, asked.query("name")[:MOST_OF_NAME], visitor.email)
    try:
        slug = read_slug(said or suggestion)
        with here.platform.connect() as connection:
            free = is_free(connection, slug)
        words = later("%(slug)s is free.") if free else later("%(slug)s is taken. Choose another address.")
        message = say(words, asked.locale, slug=slug)
    except Refusal as refusal:
        free, message = False, tell(refusal, asked.locale)
    return JSONResponse(
        {"free": free, "message": message, "suggestion": suggestion}, headers={"cache-control": "no-store"}
    )


def found(asked: Asked) -> Response:
    here, visitor = asked.premises, _founder(asked)
    if not is_open(here.platform, clock=here.clock):
        raise Forbidden("CLOSED", "No new companies are made here at the moment.")
    said = asked.form
    if not said.get("slug", "").strip():
        said = {**said, "slug": suggest_slug(here.platform, said.get("name", "")[:MOST_OF_NAME], visitor.email)}
    try:
        id_ = ask_for_company(here.platform, visitor.person_id, read_plan(said), clock=here.clock)
    except Flawed as flawed:
        return _company_page(asked, visitor, said, flawed.flaws)
    except Refusal as refusal:
        return _company_page(asked, visitor, said, {refusal.field or "": refusal})
    return RedirectResponse(f"/sign-up/waiting?id={id_}", 303)


def wait(asked: Asked) -> Response:
    """Looks again each second by itself, without a script, until the owner can be led to his board."""
    visitor = _founder(asked)
    founding = find_founding(asked.premises.platform, visitor.person_id, _id(asked))
    if founding is None:
        raise NotFound
    page = asked.page
    if founding.failure is not None:
        said = {
            "slug": "", "name": founding.name, "currency": founding.currency, "locale": founding.locale,
            "timeZone": founding.time_zone, "weekStart": str(founding.week_start),
        }  # fmt: skip
        return _company_page(asked, visitor, said, {"slug": Invalid(founding.failure, _FAILURES[founding.failure])})
    if founding.ended_at is None:
        title = say(later("%(company)s is being made"), page.locale, company=founding.name)
        note = lead(say(later("This takes a few seconds. The page goes on by itself."), page.locale))
        return respond(page, heading(page, title) + note, title=title, head=_LOOK_AGAIN)
    return _welcome(asked, founding)


def _welcome(asked: Asked, founding: Founding) -> Response:
    address = asked.premises.company(founding.slug, "/enter?next=%2Fdeals%2Fboard")
    return leave(asked.page, address, say(later("%(company)s is ready"), asked.locale, company=founding.name))


def _somebody(asked: Asked, said: Mapping[str, object]) -> Somebody:
    """Refuses an address that somebody holds: he signs in instead."""
    email = read_email(str(said.get("email") or ""))
    name = written("".join(char for char in str(said.get("name") or "") if char.isprintable()), "name")
    with asked.premises.platform.connect() as connection:
        if find_holder(connection, email) is not None:
            raise Invalid(
                "ADDRESS_KNOWN", "There is an account with this address already. Sign in with it.", "email"
            )  # fmt: skip
    return Somebody(email, name, asked.locale)


def _founder(asked: Asked) -> Visitor:
    if asked.visitor is None or asked.visitor.tenant_id is not None:
        raise Forbidden("SIGN_IN", "Sign in first.")
    return asked.visitor


def _id(asked: Asked) -> UUID:
    try:
        return UUID(asked.query("id"))
    except ValueError:
        raise NotFound from None


def _for_one_company(asked: Asked) -> Response:
    page = asked.page
    said = say(later("You have come through your company's own sign-in, which is for that company only."), page.locale)
    again = link("/sign-in?next=/sign-up", say(later("Sign in another way"), page.locale))
    return message_page(page, said, status=403, more=again)


def _person_page(asked: Asked, trouble: str = "") -> Response:
    page = Page(asked.locale, "/sign-up")
    title = say(later("Make your company"), page.locale)
    providers = "".join(
        link(
            f"/start?provider={client.key}&next=/sign-up",
            say(later("Go on with %(provider)s"), page.locale, provider=client.name),
            quiet=True,
        )
        for client in asked.premises.settings.oidc
    )
    fields = field(Field("name", say(later("Your name"), page.locale), more='required autocomplete="name"'))
    email = say(later("Your e-mail address"), page.locale)
    fields += field(Field("email", email, kind="email", more='required autocomplete="email"'))
    between = f'<p class="or">{escape(say(later("or"), page.locale))}</p>' if providers else ""
    inside = (
        heading(page, title)
        + lead(say(later("First: who are you?"), page.locale))
        + problem(trouble)
        + passkey_form(page, _NEW, say(later("Go on with a passkey"), page.locale), inside=fields)
        + between
        + providers
        + f'<p class="more"><a href="/sign-in?next=/sign-up">'
        f"{escape(say(later('I have an account already'), page.locale))}</a></p>"
    )
    return respond(page, inside, title=title, script=SCRIPT, status=422 if trouble else 200)


def _company_page(asked: Asked, visitor: Visitor, said: Mapping[str, str], flaws: Mapping[str, Refusal]) -> Response:
    page = Page(asked.locale, "/sign-up")
    title = say(later("Your company"), page.locale)
    errors = {name: tell(flaw, page.locale) for name, flaw in flaws.items()}
    fields = _fields(asked, said, errors) + button(say(later("Make the company"), page.locale))
    inside = (
        heading(page, title)
        + lead(say(later("You are signed in as %(email)s."), page.locale, email=visitor.email))
        + problem(errors.get("", ""))
        + f'<form method="post" action="/sign-up/company" data-slug="/sign-up/slug">{fields}</form>'
        + _lists()
    )
    return respond(page, inside, title=title, script=_LIVE, status=422 if flaws else 200)


def _fields(asked: Asked, said: Mapping[str, str], errors: Mapping[str, str]) -> str:
    page, example = asked.page, f"acme.{asked.premises.settings.domain}"

    def line(name: str, label: str, more: str = "") -> Field:
        return Field(name, say(label, page.locale), said.get(name, ""), more=more, error=errors.get(name, ""))

    guess = ' data-guess="yes"' if said.get("guess") else ""
    days = Locale(page.locale).days["stand-alone"]["wide"]
    label = say(later("Its address, such as %(example)s"), page.locale, example=example)
    slug = Field(
        "slug", label, said.get("slug", ""), "text",
        f'dir="ltr" maxlength="{LONGEST}" autocapitalize="none" autocomplete="off" spellcheck="false"',
        errors.get("slug", ""),
    )  # fmt: skip
    return (
        field(line("name", later("Its name"), f'required maxlength="{MOST_OF_NAME}" autocomplete="organization"'))
        + field(slug)
        + '<small id="slug-hint" class="hint" role="status"></small>'
        + choice(line("locale", later("Language")), LANGUAGES.items())
        + field(line("currency", later("Currency"), 'required dir="ltr" list="currencies" maxlength="3"'))
        + field(line("timeZone", later("Time zone"), f'required dir="ltr" list="zones"{guess}'))
        + choice(line("weekStart", later("The week begins on")), [(str(day), days[day - 1]) for day in WEEK_STARTS])
    )


def _lists() -> str:
    currencies = "".join(f'<option value="{one}">' for one in _CURRENCIES)
    zones = "".join(f'<option value="{one}">' for one in _ZONES)
    return f'<datalist id="currencies">{currencies}</datalist><datalist id="zones">{zones}</datalist>'


PAGES = (
    At("GET", "/sign-up", show),
    At("POST", "/sign-up/passkey/options", offer),
    At("POST", "/sign-up/passkey", sign_up),
    At("GET", "/sign-up/slug", look),
    At("POST", "/sign-up/company", found),
    At("GET", "/sign-up/waiting", wait),
)
