"""Passkeys at the sign-in host: signing in with one, and a person's list of them."""

from datetime import timedelta
from html import escape
from typing import Final
from uuid import UUID

from starlette.responses import RedirectResponse, Response

from saas.core.errors import Forbidden, NotFound, Refusal
from saas.core.texts import later, say, tell
from saas.edge.login.arrivals import Way, arrive, entrance, way_of
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
from saas.edge.pages import Field, Page, button, field, form, heading, lead, link, problem, respond
from saas.identity.passkeys import LONGEST_NAME, Passkey
from saas.identity.visitors import Visitor

METHOD: Final = "passkey"
FRESH: Final = timedelta(minutes=15)
_SIGN_IN: Final = Ceremony("get", "/sign-in/passkey/options", "/sign-in/passkey")
_ADD: Final = Ceremony("create", "/passkeys/options", "/passkeys")


def sign_in_part(page: Page, way: Way) -> str:
    """For the page with the ways to sign in; it goes with `SCRIPT`."""
    kept = {"company": way.company or "", "next": way.next}
    unseen = "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in kept.items())
    return passkey_form(page, _SIGN_IN, say(later("Sign in with a passkey"), page.locale), inside=unseen, quiet=True)


def offer_sign_in(asked: Asked) -> Response:
    digest, secret = offering(asked)
    return send_options(asked, offered_to(asked).offer_sign_in(digest), secret)


def sign_in(asked: Asked) -> Response:
    way = way_of(asked)
    try:
        person_id = passkeys_of(asked.premises).sign_in(credential_of(asked), browser(asked))
    except Refusal as refusal:
        return _refused(asked, refusal, f"/sign-in?{way.query}")
    return arrive(asked, entrance(asked, person_id, METHOD), way)


def show(asked: Asked) -> Response:
    visitor = asked.visitor
    if visitor is None:
        return RedirectResponse("/sign-in?next=/passkeys", 303)
    return _list_page(asked, visitor)


def offer(asked: Asked) -> Response:
    visitor = _keeper(asked)
    digest, secret = offering(asked)
    return send_options(asked, offered_to(asked).offer(visitor.person_id, digest), secret)


def add(asked: Asked) -> Response:
    visitor, name = _keeper(asked), asked.form.get("name") or device_name(asked)
    try:
        passkeys_of(asked.premises).register(
            credential_of(asked), browser(asked), person_id=visitor.person_id, name=name
        )  # fmt: skip
    except Refusal as refusal:
        return _list_page(asked, visitor, tell(refusal, asked.locale))
    return RedirectResponse("/passkeys", 303)


def rename(asked: Asked) -> Response:
    visitor = _keeper(asked)
    try:
        passkeys_of(asked.premises).rename(visitor.person_id, _id(asked), asked.form.get("name", ""))
    except Refusal as refusal:
        return _list_page(asked, visitor, tell(refusal, asked.locale))
    return RedirectResponse("/passkeys", 303)


def remove(asked: Asked) -> Response:
    visitor = _keeper(asked)
    try:
        passkeys_of(asked.premises).remove(visitor.person_id, _id(asked))
    except Refusal as refusal:
        return _list_page(asked, visitor, tell(refusal, asked.locale))
    return RedirectResponse("/passkeys", 303)


def help_lost(asked: Asked) -> Response:
    """What to do without any way to sign in."""
    page = asked.page
    title = say(later("I cannot sign in"), page.locale)
    ways = (
        later("Try another device: a passkey is often kept in your phone or in your password manager."),
        later("If you have signed in with a provider before, such as Google or Microsoft, sign in with that one."),
        later(
            "Otherwise ask an owner or administrator of your company for a new invitation. It comes to your e-mail "
            "address, and with it you make a new passkey."
        ),
        later("If you are the only owner of your company, write to whoever runs this service."),
    )
    listed = "".join(f"<li>{escape(say(way, page.locale))}</li>" for way in ways)
    back = link("/sign-in", say(later("Back to signing in"), page.locale), quiet=True)
    return respond(page, f'{heading(page, title)}<ol class="more">{listed}</ol>{back}', title=title)


def _keeper(asked: Asked) -> Visitor:
    """Who may change his passkeys: one who has come a short time ago, by himself and not for one company alone."""
    visitor = asked.visitor
    if visitor is None or visitor.tenant_id is not None:
        raise Forbidden
    if asked.premises.clock.now() - visitor.signed_in_at > FRESH:
        raise Forbidden("STEP_UP", "Sign in again to change your passkeys.")
    return visitor


def _id(asked: Asked) -> UUID:
    try:
        return UUID(asked.form.get("id", ""))
    except ValueError:
        raise NotFound from None


def _list_page(asked: Asked, visitor: Visitor, trouble: str = "") -> Response:
    page = Page(asked.locale, "/passkeys")
    title = say(later("Your passkeys"), page.locale)
    top = heading(page, title) + lead(
        say(later("A passkey signs you in with your fingerprint, your face or the lock of your device."), page.locale)
    )
    if visitor.tenant_id is not None:
        inside = problem(
            say(later("You have come through your company's own sign-in, which is for that company only."), page.locale)
        )
        return respond(page, top + inside, title=title)
    if asked.premises.clock.now() - visitor.signed_in_at > FRESH:
        inside = lead(say(later("Sign in again to change your passkeys."), page.locale))
        inside += link("/again?next=/passkeys", say(later("Sign in again"), page.locale))
        return respond(page, top + inside, title=title)
    known = passkeys_of(asked.premises).list_of(visitor.person_id)
    cards = "".join(_card(page, one) for one in known)
    label = say(later("Name, such as the device it is kept in"), page.locale)
    named = field(Field("name", label, device_name(asked), more=f'maxlength="{LONGEST_NAME}"'))
    new = passkey_form(page, _ADD, say(later("Add a passkey"), page.locale), inside=named)
    back = link("/", say(later("Your companies"), page.locale), quiet=True)
    few = lead(say(later("Have two or more, so that a lost device does not lock you out."), page.locale))
    inside = problem(trouble) + f'<ul class="plain">{cards}</ul>' + (few if len(known) < _ENOUGH else "") + new + back
    return respond(page, top + inside, title=title, script=SCRIPT, status=422 if trouble else 200)


_ENOUGH: Final = 2


def _card(page: Page, one: Passkey) -> str:
    named = field(Field("name", say(later("Name"), page.locale), one.name, more=f'maxlength="{LONGEST_NAME}"'))
    used = one.used_at or one.created_at
    seen = say(later("Last used on %(date)s"), page.locale, date=f"{used:%Y-%m-%d}")
    kept = say(later("Kept in an account, not only in a device"), page.locale) if one.backed_up else ""
    renaming = form("/passkeys/rename", named + button(say(later("Rename"), page.locale), quiet=True), id=str(one.id))
    removing = form("/passkeys/remove", button(say(later("Remove"), page.locale), quiet=True), id=str(one.id))
    told = " · ".join(filter(None, (seen, kept)))
    return (
        f"<li><details><summary><b><bdi>{escape(one.name)}</bdi></b> <small>{escape(told)}</small></summary>"
        f"{renaming}{removing}</details></li>"
    )


def _refused(asked: Asked, refusal: Refusal, back: str) -> Response:
    page = Page(asked.locale, "/sign-in")
    ways = link(back, say(later("Sign in"), page.locale))
    ways += link("/lost", say(later("I cannot sign in"), page.locale), quiet=True)
    said = tell(refusal, page.locale)
    return respond(page, heading(page, said) + ways, title=said, status=403)


PAGES = (
    At("POST", "/sign-in/passkey/options", offer_sign_in),
    At("POST", "/sign-in/passkey", sign_in),
    At("GET", "/passkeys", show),
    At("POST", "/passkeys/options", offer),
    At("POST", "/passkeys", add),
    At("POST", "/passkeys/rename", rename),
    At("POST", "/passkeys/remove", remove),
    At("GET", "/lost", help_lost),
)
