"""Pages that the server writes itself, without the web client: signing in, choosing a company, and what went wrong."""

import base64
import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from starlette.responses import HTMLResponse

from saas.core.principal import Role
from saas.core.texts import direction, later, say
from saas.identity.queries import Someone
from tenants.registry import Tenant

STYLE = (Path(__file__).parent / "pages.css").read_text()
SCRIPT = (Path(__file__).parent / "pages.js").read_text()
LANGUAGES = {"en": "English", "he": "עברית", "ar": "العربية"}
ROLES = {
    Role.OWNER: later("Owners"), Role.ADMIN: later("Administrators"),
    Role.MANAGER: later("Managers"), Role.REP: later("Sales representatives"),
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
        f"{_title(page, say(later('Sign in to %(company)s'), page.locale, company=tenant.name))}"
        f'<p class="lead">{_say(page, later("Choose who you are."))}</p>'
        f'<p class="note">{_say(page, later("This page opens on this computer only. It asks for no password."))}</p>'
        f'<form method="post" action="/sign-in">'
        f'<input type="hidden" name="next" value="{escape(after)}">{groups}</form>'
    )
    return _respond(page, inside, title=tenant.name)


def companies_page(page: Page, tenants: Iterable[Tenant], *, address: str) -> HTMLResponse:
    """`address` is the host and port below which companies live."""
    cards = "".join(
        f'<li><a class="card" href="//{escape(tenant.slug)}.{escape(address)}/">'
        f'<span class="avatar square h{_hue(tenant.slug)}" aria-hidden="true">{escape(_initials(tenant.name))}</span>'
        f"<span><b><bdi>{escape(tenant.name)}</bdi></b>"
        f"<small>{escape(tenant.slug)}.{escape(address)}</small></span></a></li>"
        for tenant in tenants
    )
    if not cards:
        made = "<code>kesher tenant create SLUG --owner EMAIL</code>"
        cards = f"<li>{_say(page, later('There is no company yet. Make one in the terminal:'))} {made}</li>"
    inside = f"{_title(page, say(later('Your companies'), page.locale))}<p class='lead'></p><ul>{cards}</ul>"
    return _respond(page, inside, title="Kesher", narrow=True)


def message_page(page: Page, message: str, *, status: int) -> HTMLResponse:
    """One sentence, already in the page's language."""
    return _respond(page, _title(page, message), title="Kesher", narrow=True, status=status)


def _member(member: Someone) -> str:
    return (
        f'<li><button class="card" name="member" value="{member.id}">'
        f'<span class="avatar h{_hue(member.email)}" aria-hidden="true">{escape(_initials(member.name))}</span>'
        f"<span><b><bdi>{escape(member.name)}</bdi></b><small>{escape(member.email)}</small></span></button></li>"
    )


def _title(page: Page, text: str) -> str:
    mark = '<div class="mark"><i aria-hidden="true"></i>Kesher</div>'
    return f'{mark}<h1 dir="{direction(page.locale)}">{escape(text)}</h1>'


def _respond(page: Page, inside: str, *, title: str, narrow: bool = False, status: int = 200) -> HTMLResponse:
    html = (
        f'<!doctype html><html lang="{page.locale}" dir="{direction(page.locale)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f'<link rel="icon" href="/icon.svg" type="image/svg+xml"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style><script>{SCRIPT}</script></head>"
        f"<body><main{' class=narrow' if narrow else ''}>{inside}</main>"
        f"<footer>{_languages(page)}</footer></body></html>"
    )
    return HTMLResponse(html, status, {"content-security-policy": _policy(), "cache-control": "no-store"})


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


def _policy() -> str:
    hashed = {name: base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for name, text in _INLINE.items()}
    return (
        f"default-src 'none'; style-src 'sha256-{hashed['style']}'; script-src 'sha256-{hashed['script']}'; "
        "img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )


def _hue(text: str) -> int:
    return zlib.crc32(text.encode()) % _HUES


def _initials(name: str) -> str:
    """Of an Arabic name they are kept from joining."""
    return _NON_JOINER.join(word[0] for word in name.split()[:_INITIALS])


_INLINE = {"style": STYLE, "script": SCRIPT}
