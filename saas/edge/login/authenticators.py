"""What the pages with passkeys share: a form that asks an authenticator, its script, and what came back from it."""

from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Final

import orjson
from starlette.responses import Response

from saas.core.model import Json
from saas.core.texts import later, say
from saas.edge.login.asked import Asked
from saas.edge.pages import Page, button
from saas.edge.premises import LOGIN, Premises
from saas.identity.ceremony import RelyingParty, bad_passkey
from saas.identity.challenges import BROWSER_COOKIE, browser_digest, new_browser
from saas.identity.passkeys import Passkeys

SCRIPT: Final = (Path(__file__).parent / "passkeys.js").read_text()
BROWSER_LIFE: Final = 86_400
_SYSTEMS: Final = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Mac OS X", "Mac"), ("Windows", "Windows"),
    ("CrOS", "Chromebook"), ("Linux", "Linux"),
)  # fmt: skip
_PROGRAMS: Final = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))


@dataclass(frozen=True, slots=True)
class Ceremony:
    """`does` is `create` or `get`; `options` and `action` are addresses of this host, asked before and told after."""

    does: str
    options: str
    action: str


def offered_to(asked: Asked) -> Passkeys:
    """For what is begun: it is counted by where it comes from."""
    return replace(passkeys_of(asked.premises), caller=asked.premises.caller(asked.request))


def passkeys_of(here: Premises) -> Passkeys:
    party = RelyingParty(f"{LOGIN}.{here.settings.domain}", here.settings.origin(LOGIN))
    return Passkeys(here.platform, party, here.clock)


def passkey_form(page: Page, ceremony: Ceremony, label: str, *, inside: str = "", quiet: bool = False) -> str:
    """Without a script its button leads to a page that says what is missing. `inside` is HTML before the button."""
    told = {
        "options": ceremony.options,
        "unable": say(later("This browser cannot use passkeys. Sign in another way."), page.locale),
        "held": say(later("This device has a passkey for you already."), page.locale),
        "cancelled": say(later("No passkey was chosen. Try again, or sign in another way."), page.locale),
    }
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in told.items())
    return (
        f'<form method="post" action="{escape(ceremony.action)}" data-passkey="{ceremony.does}"{data}>{inside}'
        f'<input type="hidden" name="credential">{button(label, quiet=quiet)}</form>'
    )


def browser(asked: Asked) -> bytes:
    """Of one that has asked before; what comes from another one fits no challenge."""
    return browser_digest(asked.premises.cookie(asked.request, BROWSER_COOKIE) or new_browser())


def offering(asked: Asked) -> tuple[bytes, str]:
    """The digest to bind a challenge to, and the secret to send to the browser with the options."""
    secret = asked.premises.cookie(asked.request, BROWSER_COOKIE) or new_browser()
    return browser_digest(secret), secret


def send_options(asked: Asked, options: str, secret: str) -> Response:
    answer = Response(options, 200, {"content-type": "application/json", "cache-control": "no-store"})
    asked.premises.set_cookie(answer, BROWSER_COOKIE, secret, seconds=BROWSER_LIFE)
    return answer


def credential_of(asked: Asked) -> Json:
    """What the authenticator has answered."""
    try:
        found = orjson.loads(asked.form.get("credential", ""))
    except orjson.JSONDecodeError:
        found = None
    if not isinstance(found, dict):
        raise bad_passkey()
    return found


def device_name(asked: Asked) -> str:
    """Such as `Chrome, Mac`: what a passkey is called until its person says otherwise."""
    agent = asked.request.headers.get("user-agent", "")
    known = (next((name for mark, name in marks if mark in agent), None) for marks in (_PROGRAMS, _SYSTEMS))
    return ", ".join(filter(None, known)) or "Passkey"
