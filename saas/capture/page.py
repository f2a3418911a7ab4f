"""The page on which a form is filled in: alone, or in a frame of any other page. It needs no other file of ours."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from saas.capture.captchas import Asked
from saas.capture.puzzle import DIFFICULTY
from saas.capture.reading import HONEYPOT
from saas.core.texts import LOCALES, direction, later, say
from saas.sources.model import LeadField, QuestionKind
from saas.sources.questions import Question

HERE = Path(__file__).parent
STYLE = (HERE / "form.css").read_text()
SCRIPT = (HERE / "form.js").read_text()
EMBED = (HERE / "embed.js").read_text()
KINDS = {QuestionKind.EMAIL: "email", QuestionKind.PHONE: "tel", QuestionKind.LINE: "text"}
FILLED = {
    LeadField.NAME: "name", LeadField.FIRST_NAME: "given-name", LeadField.LAST_NAME: "family-name",
    LeadField.COMPANY: "organization", LeadField.TITLE: "organization-title", LeadField.EMAIL: "email",
    LeadField.PHONE: "tel", LeadField.COUNTRY: "country-name", LeadField.LANGUAGE: "language",
}  # fmt: skip
"""What a browser fills in by itself."""


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked at one door; `challenge` is its puzzle."""

    key: str
    company: str
    questions: Sequence[Question]
    consent: str | None
    challenge: str
    captcha: Asked | None = None


def usual_questions(locale: str) -> list[Question]:
    """Of a source that says none."""
    return [
        Question(say(later("Full name"), locale), LeadField.NAME, required=True),
        Question(say(later("E-mail"), locale), LeadField.EMAIL, QuestionKind.EMAIL, required=True),
        Question(say(later("Phone"), locale), LeadField.PHONE, QuestionKind.PHONE),
        Question(say(later("Message"), locale), LeadField.MESSAGE, QuestionKind.TEXT),
    ]


def form_page(form: Form, locale: str) -> str:
    asked = "".join(_field(number, one) for number, one in enumerate(form.questions))
    words = {
        "key": form.key, "to": f"/forms/{form.key}", "challenge": form.challenge, "difficulty": str(DIFFICULTY),
        "honeypot": HONEYPOT, "missing": say(later("Please fill this in."), locale),
        "mistyped": say(later("This does not look right: please check it."), locale),
        "unanswered": say(later("It could not be sent: check the connection and try again."), locale),
    }  # fmt: skip
    captcha = form.captcha
    if captcha is not None and captcha.provider.unseen:
        words["sitekey"] = captcha.site_key
    data = " ".join(f'data-{name}="{escape(value)}"' for name, value in words.items())
    inside = (
        f"<h1>{_said(later('Get in touch'), locale)}</h1><form novalidate {data}>{asked}{_consent(form.consent)}"
        f'<div class="unseen" aria-hidden="true"><input name="{HONEYPOT}" tabindex="-1" autocomplete="off" '
        f'aria-label="{HONEYPOT}"></div>{_box(captcha)}<p class="trouble" role="alert" hidden></p>'
        f"<button>{_said(later('Send'), locale)}</button>"
        f'<noscript><p class="trouble">{_said(later("This form needs JavaScript to keep robots away."), locale)}'
        f"</p></noscript></form>{_thanks(locale)}"
    )
    foot = f"<script>{SCRIPT}</script>"
    if captcha is not None:
        foot += f'<script src="{escape(captcha.script)}" async defer></script>'
    return _whole(form.company, inside, locale, foot)


def message_page(message: str, locale: str) -> str:
    return _whole(message, f"<h1>{escape(message)}</h1>", locale)


def language(asked: str | None, usual: str) -> str:
    """The one that the address names, else the company's."""
    return asked if asked in LOCALES else usual


def headers(captcha: Asked | None = None) -> dict[str, str]:
    """Any page may frame it: it shows nothing of anybody, and no cookie opens more of it. Of a captcha's provider it
    allows what he needs, and nothing of anybody else.
    """
    also, frames = dict[str, str](), ""
    if captcha is not None:
        provider = captcha.provider
        given = {"script": provider.scripts, "style": provider.styles, "connect": provider.frames}
        also = {name: _places(places, captcha.base) for name, places in given.items()}
        frames = f" frame-src{_places(provider.frames, captcha.base)};"
    return {
        "cache-control": "no-store",
        "content-security-policy": f"default-src 'none'; style-src {_hash(STYLE)}{also.get('style', '')}; "
        f"script-src {_hash(SCRIPT)}{also.get('script', '')}; connect-src 'self'{also.get('connect', '')};{frames} "
        "form-action 'none'; base-uri 'none'; frame-ancestors *",
    }


def _places(places: Sequence[str], base: str | None) -> str:
    return "".join(f" {place}" for place in dict.fromkeys(base or place for place in places))


def _box(captcha: Asked | None) -> str:
    """Where the provider's script draws what he asks."""
    if captcha is None or captcha.provider.unseen:
        return ""
    return f'<div class="{captcha.provider.box}" data-sitekey="{escape(captcha.site_key)}"></div>'


def _whole(title: str, inside: str, locale: str, foot: str = "") -> str:
    return (
        f'<!doctype html><html lang="{locale}" dir="{direction(locale)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>{inside}</main>{foot}</body></html>"
    )


def _field(number: int, one: Question) -> str:
    name, star = f"q{number}", ' <i aria-hidden="true">*</i>' if one.required else ""
    known = f' autocomplete="{FILLED[one.field]}"' if one.field in FILLED else ""
    held = f'id="{name}" name="{escape(one.label)}"{known}{" required" if one.required else ""} '
    held += f'aria-describedby="{name}-why"'
    if one.kind is QuestionKind.TEXT:
        asked = f'<textarea {held} dir="auto" maxlength="10000"></textarea>'
    elif one.kind is QuestionKind.CHOICE:
        options = "".join(f"<option>{escape(option)}</option>" for option in one.options)
        asked = f'<select {held}><option value=""></option>{options}</select>'
    else:
        way = "auto" if one.kind is QuestionKind.LINE else "ltr"
        asked = f'<input {held} type="{KINDS[one.kind]}" dir="{way}" maxlength="500">'
    why = f'<p class="why" id="{name}-why" hidden></p>'
    return f'<div class="field"><label for="{name}" dir="auto">{escape(one.label)}{star}</label>{asked}{why}</div>'


def _consent(text: str | None) -> str:
    """Left open: what is agreed to is never ticked beforehand, and never asked for as the price of an answer."""
    if not text:
        return ""
    return (
        '<label class="consent"><input type="checkbox" name="consent" value="on">'
        f'<span dir="auto">{escape(text)}</span></label>'
    )


def _thanks(locale: str) -> str:
    return (
        '<div class="thanks" tabindex="-1" role="status" hidden>'
        '<svg viewBox="0 0 24 24" fill="none" aria-hidden="true" stroke="currentColor" stroke-width="2" '
        'stroke-linecap="round"><circle cx="12" cy="12" r="9"/>'
        '<path d="m8 12 3 3 5-6"/></svg>'
        f"<h1>{_said(later('Thank you'), locale)}</h1>"
        f'<p class="quiet">{_said(later("It has arrived; somebody will be in touch soon."), locale)}</p></div>'
    )


def _said(text: str, locale: str) -> str:
    return escape(say(text, locale))


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
