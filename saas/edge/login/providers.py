"""To an identity provider and back.

/start ─► the provider ─► /callback/… ─► (a person's word: /link) ─► signed in
"""

import hmac
from dataclasses import dataclass

from authlib.common.security import generate_token
from starlette.responses import RedirectResponse, Response

from saas.core.errors import Forbidden, Invalid, LimitReached, NotFound, Refusal, Unavailable
from saas.core.texts import later, say, tell
from saas.edge.answers import waiting
from saas.edge.login.arrivals import Way, arrive, way_of
from saas.edge.login.asked import Asked, At
from saas.edge.login.authenticators import BROWSER_LIFE
from saas.edge.login.sign_in import trouble
from saas.edge.pages import Page, button, form, heading, lead, link, respond
from saas.edge.premises import browser_of
from saas.identity.attempts import Attempt, Purpose, await_word, begin, take, take_word
from saas.identity.challenges import BROWSER_COOKIE, browser_digest, new_browser
from saas.identity.findings import Distrusted, Down, Found
from saas.identity.gateway import Answer, Asking
from saas.identity.linking import Ours, Perhaps, check_fresh, check_vouched, link_account, recognise
from saas.identity.providers import Provider
from saas.identity.visitors import Entrance

_VERIFIER = 64
_LONGEST_HINT = 320
_PURPOSES = {"again": Purpose.AGAIN, "test": Purpose.TEST}


async def start(asked: Asked) -> Response:
    """Nothing is kept before the provider has told where to go."""
    here, way = asked.premises, way_of(asked)
    try:
        provider = await here.run(_provider, asked, asked.query("provider"))
        purpose = _purpose(asked, provider)
        await here.gateway.describe(provider)
        secret = here.cookie(asked.request, BROWSER_COOKIE) or new_browser()
        attempt = Attempt(
            purpose, provider.key, generate_token(_VERIFIER), generate_token(_VERIFIER), browser_digest(secret),
            way.company, way.next, here.clock.now(),
        )  # fmt: skip
        state = await here.run(begin, here.platform, attempt, clock=here.clock, caller=here.caller(asked.request))
        redirect = await here.run(redirect_address, asked, provider)
        hint = asked.query("hint")[:_LONGEST_HINT] or None
        asking = Asking(state, attempt.nonce, attempt.verifier, redirect, purpose is Purpose.AGAIN, hint)
        answer = RedirectResponse(await here.gateway.address(provider, asking), 303)
    except Refusal as refusal:
        return _refused(asked, refusal)
    here.set_cookie(answer, BROWSER_COOKIE, secret, seconds=BROWSER_LIFE)
    return answer


def _purpose(asked: Asked, provider: Provider) -> Purpose:
    """Only a company's own provider can be tried."""
    purpose = _PURPOSES.get(asked.query("purpose"), Purpose.SIGN_IN)
    return Purpose.SIGN_IN if purpose is Purpose.TEST and provider.tenant_id is None else purpose


async def end(asked: Asked) -> Response:
    """The provider has led the browser back, with a code or with its reason for none."""
    here, state = asked.premises, asked.query("state")
    try:
        attempt = await here.run(take, here.platform, state, _browser(asked), clock=here.clock)
        provider = await here.run(_provider, asked, attempt.provider)
        found = await _found(asked, provider, attempt)
        back = Back(asked, provider, attempt, found, state)
        return await here.run(_end, back)
    except Refusal as refusal:
        return _refused(asked, refusal)


@dataclass(frozen=True, slots=True)
class Back:
    """What is known when a browser has come back."""

    asked: Asked
    provider: Provider
    attempt: Attempt
    found: Found
    state: str


async def _found(asked: Asked, provider: Provider, attempt: Attempt) -> Found:
    here, issuer = asked.premises, asked.query("iss")
    redirect = await here.run(redirect_address, asked, provider)
    if not hmac.compare_digest(redirect, here.login(asked.request.url.path)):
        raise Distrusted(provider, "it came back to the address of another provider")
    metadata = await here.gateway.describe(provider)
    if (issuer and not metadata.may_be(issuer)) or (metadata.names_itself and not issuer):
        raise Distrusted(provider, f"the answer is of the issuer {issuer!r}")
    if asked.query("error"):
        raise _declined(provider, asked.query("error"))
    code = asked.query("code")
    if not code:
        raise Distrusted(provider, "there is no code")
    return await here.gateway.redeem(provider, Answer(code, attempt.nonce, attempt.verifier, redirect))


def _end(back: Back) -> Response:
    here = back.asked.premises
    if back.attempt.purpose is Purpose.TEST:
        return _tested(back)
    if back.attempt.purpose is Purpose.AGAIN:
        check_fresh(back.found, back.provider, clock=here.clock)
    known = recognise(here.platform, back.provider, back.found, clock=here.clock)
    if isinstance(known, Perhaps):
        found = {**known.account, "provider": back.provider.key}
        await_word(here.platform, back.state, known.person.id, found)
        return _confirm_page(back, known)
    return _arrive(back.asked, back.provider, back.attempt, known)


def confirm(asked: Asked) -> Response:
    """The person's word that the account is his."""
    here = asked.premises
    try:
        awaited = take_word(here.platform, asked.form.get("state", ""), _browser(asked), clock=here.clock)
        provider = _provider(asked, awaited.attempt.provider)
    except Refusal as refusal:
        return _refused(asked, refusal)
    account = {name: awaited.found[name] for name in ("issuer", "subject", "email")}
    person_id = link_account(here.platform, awaited.person_id, account, clock=here.clock)
    return _arrive(asked, provider, awaited.attempt, Ours(person_id))


def _arrive(asked: Asked, provider: Provider, attempt: Attempt, known: Ours) -> Response:
    if provider.tenant_id is not None and provider.tested_at is None:
        asked.premises.providers.mark_tested(provider)
    entrance = Entrance(known.person_id, provider.method, provider.tenant_id, browser_of(asked.request))
    return arrive(asked, entrance, Way(attempt.company, attempt.next))


def _tested(back: Back) -> Response:
    """A trial: tells what the provider has said, and signs nobody in."""
    check_vouched(back.asked.premises.platform, back.provider, back.found)
    back.asked.premises.providers.mark_tested(back.provider)
    page = Page(back.asked.locale, "/sign-in")
    title = say(later("%(provider)s works"), page.locale, provider=back.provider.name)
    told = say(
        later("It has signed in %(email)s. You can close this page, or go back to the settings."), page.locale,
        email=back.found.email or "",
    )  # fmt: skip
    settings = back.asked.premises.company(back.attempt.company or "", back.attempt.next)
    inside = heading(page, title) + lead(told)
    if back.attempt.company:
        inside += link(settings, say(later("Back to the settings"), page.locale))
    return respond(page, inside, title=title)


def _confirm_page(back: Back, known: Perhaps) -> Response:
    page = Page(back.asked.locale, "/sign-in")
    title = say(later("Is this you?"), page.locale)
    told = say(
        later("%(email)s is known here as %(name)s. From now on your account at %(provider)s will sign you in."),
        page.locale, email=known.person.email, name=known.person.name, provider=back.provider.name,
    )  # fmt: skip
    yes = button(say(later("Yes, this is me"), page.locale))
    inside = heading(page, title) + lead(told) + form("/link", yes, state=back.state)
    inside += link("/sign-in", say(later("No, sign in another way"), page.locale), quiet=True)
    return respond(page, inside, title=title)


def redirect_address(asked: Asked, provider: Provider) -> str:
    """Each provider has its own, so that an answer of one cannot be passed off as another's."""
    here = asked.premises
    if provider.tenant_id is None:
        return here.login(f"/callback/{provider.key}")
    company = here.directory.find(provider.tenant_id)
    if company is None:
        raise NotFound
    return here.login(company_callback(company.slug))


def company_callback(slug: str) -> str:
    """The path that a company registers at its provider."""
    return f"/callback/company/{slug}"


def _provider(asked: Asked, key: str) -> Provider:
    found = asked.premises.providers.find(key)
    if found is None:
        raise NotFound("UNKNOWN_PROVIDER", "This way to sign in is not there any more. Choose another one.")
    return found


def _browser(asked: Asked) -> bytes:
    return browser_digest(asked.premises.cookie(asked.request, BROWSER_COOKIE) or new_browser())


def _declined(provider: Provider, error: str) -> Refusal:
    if error == "access_denied":
        return Forbidden(
            "PROVIDER_DECLINED", "%(provider)s says that you did not agree. Nobody was signed in.",
            provider=provider.name,
        )  # fmt: skip
    if error in {"server_error", "temporarily_unavailable"}:
        return Down(provider)
    return Invalid(
        "PROVIDER_REFUSED", "%(provider)s has not signed you in: %(error)s. Try again, or tell an administrator.",
        provider=provider.name, error=error[:80],
    )  # fmt: skip


def _refused(asked: Asked, refusal: Refusal) -> Response:
    statuses = {NotFound: 404, Forbidden: 403, Unavailable: 503, LimitReached: 429}
    status = next((status for kind, status in statuses.items() if isinstance(refusal, kind)), 422)
    answer = trouble(asked, tell(refusal, asked.locale), status=status)
    answer.headers.update(waiting(refusal))
    return answer


PAGES = (
    At("GET", "/start", start),
    At("GET", "/callback/{provider}", end),
    At("GET", "/callback/company/{slug}", end),
    At("POST", "/link", confirm),
)
