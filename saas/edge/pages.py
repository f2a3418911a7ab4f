"""Pages that the server writes itself, without the web client: signing in, choosing a company, and what went wrong."""

import base64
import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from starlette.responses import HTMLResponse

from saas.core.rights import Role
from saas.core.texts import direction, later, say
from saas.identity.queries import Someone
from tenants.registry import Tenant

STYLE = (Path(__file__).parent / "pages.css").read_text()
SCRIPT = (Path(__file__).parent / "pages.js").read_text()
LANGUAGES = {"en": "English", "he": "עברית", "ar": "العربية"}
ROLES = {
    Role.OWNER: later("Owners"), Role.ADMIN: later("Administrators"),
    Role.MANAGER: later("Managers"), Role.REP: later("Sales representatives"), Role.MARKETER: later("Marketing"),
    Role.AGENT: later("Customer service"), Role.ANALYST: later("Analysts"), Role.READER: later("Readers"),
}  # fmt: skip
_HUES = 8
_INITIALS = 2
_NON_JOINER = "\u200c"


@dataclass(frozen=True, slots=True)
class Page:
    """What all pages say: the language, and the address that a change of language leads back to."""

    locale: str
    path: str = "/sign-in"
    query: str = ""


def sign_in_page(page: Page, tenant: Tenant, members: Sequence[Someone], *, after: str) -> HTMLResponse:
    """`after` is where signing in leads to."""
    by_role = groupby(members, key=lambda member: member.role)
    groups = "".join(
        f"<h2>{_say(page, ROLES[role])}</h2><ul>{''.join(_member(member) for member in those)}</ul>"
        for role, those in by_role
    )
    inside = (
        f"{heading(page, say(later('Sign in to %(company)s'), page.locale, company=tenant.name))}"
        f'<p class="lead">{_say(page, later("Choose who you are."))}</p>'
        f'<p class="note">{_say(page, later("This page opens on this computer only. It asks for no password."))}</p>'
        f'<form method="post" action="/sign-in">'
        f'<input type="hidden" name="next" value="{escape(after)}">{groups}</form>'
        f'<p class="more"><a href="/enter?{escape(after_query(after))}">'
        f"{_say(page, later('Sign in another way'))}</a></p>"
    )
    return respond(page, inside, title=tenant.name, narrow=False)


def companies_page(page: Page, tenants: Iterable[Tenant], *, address: str) -> HTMLResponse:
    """`address` is the host and port below which companies live."""
    cards = "".join(card(f"//{tenant.slug}.{address}/", tenant.name, f"{tenant.slug}.{address}") for tenant in tenants)
    if not cards:
        made = "<code>kesher tenant create SLUG --owner EMAIL</code>"
        cards = f"<li>{_say(page, later('There is no company yet. Make one in the terminal:'))} {made}</li>"
    inside = f"{heading(page, say(later('Your companies'), page.locale))}<p class='lead'></p><ul>{cards}</ul>"
    inside += link(f"//login.{address}/sign-up", say(later("Make a company"), page.locale), quiet=True)
    return respond(page, inside, title="Kesher")


def message_page(page: Page, message: str, *, status: int, more: str = "") -> HTMLResponse:
    """One sentence, already in the page's language; `more` is HTML below it."""
    return respond(page, heading(page, message) + more, title=message, status=status)


def leave(page: Page, address: str, message: str) -> HTMLResponse:
    """Leads a browser to another host after a form was sent: a redirect there is what `form-action` forbids."""
    go = f'<meta http-equiv="refresh" content="0;url={escape(address)}">'
    inside = heading(page, message) + link(address, say(later("Go on"), page.locale))
    return respond(page, inside, title=message, head=go)


def heading(page: Page, text: str) -> str:
    """The product's mark and the page's title."""
    mark = '<div class="mark"><i aria-hidden="true"></i>Kesher</div>'
    return f'{mark}<h1 dir="{direction(page.locale)}">{escape(text)}</h1>'


def lead(text: str) -> str:
    return f'<p class="lead">{escape(text)}</p>'


def problem(text: str) -> str:
    """What is to be mended, read out at once."""
    return f'<p class="note" role="alert">{escape(text)}</p>' if text else ""


def link(address: str, text: str, *, quiet: bool = False) -> str:
    """Looks like a button; `quiet` for the lesser of two ways."""
    return f'<a class="button{" quiet" if quiet else ""}" href="{escape(address)}">{escape(text)}</a>'


def button(text: str, *, quiet: bool = False, name: str = "", value: str = "") -> str:
    named = f' name="{escape(name)}" value="{escape(value)}"' if name else ""
    return f'<button class="button{" quiet" if quiet else ""}"{named}>{escape(text)}</button>'


def form(action: str, inside: str, **hidden: str) -> str:
    """Sent by POST to this host; `hidden` are its unseen values."""
    unseen = "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in hidden.items())
    return f'<form method="post" action="{escape(action)}">{unseen}{inside}</form>'


@dataclass(frozen=True, slots=True)
class Field:
    """A line to fill in. `more` are further attributes, already escaped; `error` says what is to be mended."""

    name: str
    label: str
    value: str = ""
    kind: str = "text"
    more: str = ""
    error: str = ""


def field(line: Field) -> str:
    wrong = f' aria-invalid="true" aria-describedby="{line.name}-error"' if line.error else ""
    told = f'<small id="{line.name}-error" class="error">{escape(line.error)}</small>' if line.error else ""
    return (
        f'<label class="field"><span>{escape(line.label)}</span><input name="{line.name}" type="{line.kind}" '
        f'value="{escape(line.value)}" {line.more}{wrong}>{told}</label>'
    )


def choice(line: Field, options: Iterable[tuple[str, str]]) -> str:
    """A list to choose from: each option's value and what it is called."""
    told = "".join(
        f'<option value="{escape(value)}"{" selected" if value == line.value else ""}>{escape(called)}</option>'
        for value, called in options
    )
    error = f'<small class="error">{escape(line.error)}</small>' if line.error else ""
    return (
        f'<label class="field"><span>{escape(line.label)}</span>'
        f'<select name="{line.name}" {line.more}>{told}</select>{error}</label>'
    )


def card(address: str, title: str, small: str) -> str:
    """A company to go to."""
    return (
        f'<li><a class="card" href="{escape(address)}">'
        f'<span class="avatar square h{_hue(small)}" aria-hidden="true">{escape(_initials(title))}</span>'
        f"<span><b><bdi>{escape(title)}</bdi></b><small>{escape(small)}</small></span></a></li>"
    )


def _member(member: Someone) -> str:
    return (
        f'<li><button class="card" name="member" value="{member.id}">'
        f'<span class="avatar h{_hue(member.email)}" aria-hidden="true">{escape(_initials(member.name))}</span>'
        f"<span><b><bdi>{escape(member.name)}</bdi></b><small>{escape(member.email)}</small></span></button></li>"
    )


def respond(
    page: Page,
    inside: str,
    *,
    title: str,
    narrow: bool = True,
    status: int = 200,
    head: str = "",
    script: str = "",
) -> HTMLResponse:
    """A whole page around `inside`. `script` runs at its end and may ask this host; all else is forbidden to it."""
    foot = f"<script>{script}</script>" if script else ""
    html = (
        f'<!doctype html><html lang="{page.locale}" dir="{direction(page.locale)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark">{head}'
        f'<link rel="icon" href="/icon.svg" type="image/svg+xml"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style><script>{SCRIPT}</script></head>"
        f"<body><main{' class=narrow' if narrow else ''}>{inside}</main>"
        f"<footer>{_languages(page)}</footer>{foot}</body></html>"
    )
    return HTMLResponse(html, status, {"content-security-policy": _policy(script), "cache-control": "no-store"})


def _languages(page: Page) -> str:
    return "".join(
        f'<a href="{page.path}?{escape(page.query)}lang={code}" hreflang="{code}" lang="{code}"'
        f"{' aria-current=true' if code == page.locale else ''}>{name}</a>"
        for code, name in LANGUAGES.items()
    )


def after_query(after: str) -> str:
    """The part of a page's address that keeps where signing in leads to."""
    return f"next={quote(after, safe='')}&" if after != "/" else ""


def _say(page: Page, message: str) -> str:
    return escape(say(message, page.locale))


def _policy(script: str) -> str:
    own = f" {_hash(script)}" if script else ""
    asks = "connect-src 'self'; " if script else ""
    return (
        f"default-src 'none'; style-src {_hash(STYLE)}; script-src {_hash(SCRIPT)}{own}; {asks}"
        "img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )


@lru_cache(maxsize=64)
def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _hue(text: str) -> int:
    return zlib.crc32(text.encode()) % _HUES


def _initials(name: str) -> str:
    """Of an Arabic name they are kept from joining."""
    return _NON_JOINER.join(word[0] for word in name.split()[:_INITIALS])
