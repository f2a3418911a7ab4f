"""The page that an invitation's link leads to: who invites, to which company, as what; and accepting it.

The code comes in the link and is kept in a cookie of this host from then on, so that the way round by a provider leads
back here without it.
"""

from dataclasses import dataclass
from html import escape
from typing import Final

from starlette.responses import RedirectResponse, Response

from saas.core.errors import NotFound, Refusal
from saas.core.principal import system
from saas.core.texts import later, say, tell
from saas.core.work import Opener
from saas.edge.login.arrivals import Way, arrive, depart, entrance, lead_on
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
from saas.edge.login.passkeys import METHOD, sign_in_part
from saas.edge.login.sign_in import start_address
from saas.edge.pages import Page, button, form, heading, lead, link, problem, respond
from saas.identity.people import Somebody, can_sign_in, find_holder
from saas.identity.visitors import Visitor
from saas.invitations.acceptance import Comer, accept_invitation
from saas.invitations.actions import read_invitation
from saas.invitations.letters import invites, role_name
from tenants.registry import Tenant, TenantStatus

COOKIE: Final = "kesher_invitation"
_COOKIE_LIFE: Final = 3600
_HERE: Final = Way(next="/invitation")
_NEW: Final = Ceremony("create", "/invitation/passkey/options", "/invitation/passkey")


@dataclass(frozen=True, slots=True)
class Kept:
    """What the browser has shown: a company and a code, of which nothing is known yet."""

    slug: str
    code: str

    @property
    def cookie(self) -> str:
        return f"{self.slug}.{self.code}"


@dataclass(frozen=True, slots=True)
class Letter:
    """A good invitation; `known` is whether somebody has an account with its address."""

    company: Tenant
    email: str
    name: str
    inviter: str
    role: str
    team: str | None
    known: bool


def show(asked: Asked) -> Response:
    kept = _kept(asked)
    try:
        answer = _page(asked, _read(asked, kept))
    except Refusal as refusal:
        answer = _refused(asked, refusal)
    if kept is not None and asked.query("code"):
        asked.premises.set_cookie(answer, COOKIE, kept.cookie, seconds=_COOKIE_LIFE)
    return answer


def accept(asked: Asked) -> Response:
    """As the person who is signed in here."""
    visitor, kept = asked.visitor, _kept(asked)
    if visitor is None or kept is None or visitor.tenant_id is not None:
        return RedirectResponse("/invitation", 303)
    try:
        return _accept(asked, kept, Comer(visitor.person_id))
    except Refusal as refusal:
        return _refused(asked, refusal)


def offer(asked: Asked) -> Response:
    """JSON for the authenticator of a new person; the invitation says who he is."""
    letter = _read(asked, _kept(asked))
    digest, secret = offering(asked)
    somebody = Somebody(letter.email, letter.name, asked.locale)
    return send_options(asked, offered_to(asked).offer_sign_up(somebody, digest), secret)


def accept_anew(asked: Asked) -> Response:
    """With a new passkey: a new person, who has read the mail and so takes the address over."""
    kept = _kept(asked)
    if kept is None:
        return RedirectResponse("/invitation", 303)
    try:
        _read(asked, kept)
        person_id = passkeys_of(asked.premises).sign_up(credential_of(asked), browser(asked), name=device_name(asked))
        company = _company(asked, kept)
        _let_in(asked, kept, Comer(person_id, anew=True))
    except Refusal as refusal:
        return _refused(asked, refusal)
    answer = arrive(asked, entrance(asked, person_id, METHOD), Way(company.slug))
    asked.premises.drop_cookie(answer, COOKIE)
    return answer


def leave_account(asked: Asked) -> Response:
    """To accept as somebody else."""
    return depart(asked, "/invitation")


def _accept(asked: Asked, kept: Kept, comer: Comer) -> Response:
    company = _company(asked, kept)
    _let_in(asked, kept, comer)
    answer = lead_on(asked, Way(company.slug))
    asked.premises.drop_cookie(answer, COOKIE)
    return answer


def _let_in(asked: Asked, kept: Kept, comer: Comer) -> None:
    accept_invitation(_opener(asked, _company(asked, kept)), asked.premises.platform, kept.code, comer)


def _kept(asked: Asked) -> Kept | None:
    """Out of the link, else out of the cookie."""
    if asked.query("code"):
        return Kept(asked.query("company").lower(), asked.query("code"))
    slug, _, code = (asked.premises.cookie(asked.request, COOKIE) or "").partition(".")
    return Kept(slug, code) if code else None


def _read(asked: Asked, kept: Kept | None) -> Letter:
    if kept is None:
        raise _unknown()
    company = _company(asked, kept)
    with _opener(asked, company)() as work:
        told = read_invitation(work, kept.code)
        member, role = told.member, role_name(told.member, told.role, asked.locale)
        with asked.premises.platform.connect() as connection:
            holder = find_holder(connection, member.email)
            known = holder is not None and can_sign_in(connection, holder)
        return Letter(company, member.email, member.name, told.inviter, role, told.team, known)


def _company(asked: Asked, kept: Kept) -> Tenant:
    """A company that is not there has the same answer as a code that is not known."""
    company = asked.premises.directory.find_by_slug(kept.slug)
    if company is None or company.status is not TenantStatus.ACTIVE:
        raise _unknown()
    return company


def _unknown() -> NotFound:
    return NotFound(
        "UNKNOWN_INVITATION", "This invitation is not known. Open the link as it came, or ask for a new one."
    )  # fmt: skip


def _opener(asked: Asked, company: Tenant) -> Opener:
    """Of the product itself: who accepts is nobody there yet."""
    here = asked.premises
    who = system(asked.request.scope["request_id"], locale=company.locale, time_zone=company.time_zone)
    return Opener(here.lanes, company, who, here.clock, here.settings)


def _page(asked: Asked, letter: Letter) -> Response:
    page = Page(asked.locale, "/invitation")
    inviter, company = letter.inviter, letter.company.name
    title = say(invites(by_somebody=inviter != company), page.locale, inviter=inviter, company=company)
    role = say(later("Your role there: %(role)s."), page.locale, role=letter.role)
    team = say(later("Your team: %(team)s."), page.locale, team=letter.team) if letter.team else ""
    top = heading(page, title) + lead(" ".join(filter(None, (role, team))))
    visitor = asked.visitor
    if visitor is None:
        return respond(page, top + _ways(asked, page, letter), title=title, script=SCRIPT)
    if visitor.tenant_id is not None or visitor.email.lower() != letter.email.lower():
        return respond(page, top + _other_account(page, visitor, letter), title=title, status=409)
    inside = lead(say(later("You are signed in as %(email)s."), page.locale, email=visitor.email))
    inside += form("/invitation/accept", button(say(later("Accept the invitation"), page.locale)))
    return respond(page, top + inside, title=title)


def _ways(asked: Asked, page: Page, letter: Letter) -> str:
    """For one who has an account here signing in comes first, and a new passkey is for who has lost all others."""
    sent = lead(say(later("It was sent to %(email)s."), page.locale, email=letter.email))
    providers = "".join(
        link(
            start_address(one, _HERE, hint=letter.email),
            say(later("Go on with %(provider)s"), page.locale, provider=one.name),
            quiet=True,
        )
        for one in asked.premises.providers.own
    )
    if not letter.known:
        return sent + passkey_form(page, _NEW, say(later("Accept with a new passkey"), page.locale)) + providers
    lost = passkey_form(page, _NEW, say(later("Make a new passkey"), page.locale), quiet=True)
    told = say(later("You get a new account for this address. Other companies do not know it yet."), page.locale)
    return (
        sent
        + lead(say(later("You have an account with this address. Sign in to accept."), page.locale))
        + sign_in_part(page, _HERE)
        + providers
        + f'<details class="more"><summary>{escape(say(later("I cannot sign in any more"), page.locale))}</summary>'
        + f"<p>{escape(told)}</p>{lost}</details>"
    )


def _other_account(page: Page, visitor: Visitor, letter: Letter) -> str:
    told = say(
        later("This invitation was sent to %(invited)s, and you are signed in as %(email)s."), page.locale,
        invited=letter.email, email=visitor.email,
    )  # fmt: skip
    mend = say(
        later("Sign in with that address, or ask for an invitation to the address that you use here."), page.locale
    )
    other = form("/invitation/leave", button(say(later("Sign in with another account"), page.locale)))
    return problem(told) + lead(mend) + other


def _refused(asked: Asked, refusal: Refusal) -> Response:
    """Nothing has changed, and what to do about it."""
    page = Page(asked.locale, "/invitation")
    title = say(later("This invitation does not work"), page.locale)
    inside = heading(page, title) + problem(tell(refusal, page.locale))
    inside += link("/sign-in", say(later("Sign in"), page.locale), quiet=True)
    status = 404 if isinstance(refusal, NotFound) else 409
    return respond(page, inside, title=title, status=status)


PAGES = (
    At("GET", "/invitation", show),
    At("POST", "/invitation/accept", accept),
    At("POST", "/invitation/passkey/options", offer),
    At("POST", "/invitation/passkey", accept_anew),
    At("POST", "/invitation/leave", leave_account),
)
