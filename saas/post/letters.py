"""What is said in a mail, in the language and direction of its reader, as plain text and as HTML.

    Letter(
        to=Address("dana@acme.test", "Dana"), kind="members.invitation", locale="he",
        subject=later("%(inviter)s invites you to %(company)s"),
        paragraphs=(later("Welcome to %(company)s."),),
        button=Button(later("Accept the invitation"), url),
        params={"inviter": member.name, "company": tenant.name},
    )

Names in `params` were written by somebody: what could turn the text around or look like our own link is taken out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import cast

from saas.core.errors import Plural
from saas.core.model import Json
from saas.core.texts import direction, harmless, say

_INK, _MUTED, _PAPER, _ACCENT = "#1c2430", "#5b6675", "#f3f5f8", "#2f5fd0"
_FONT = "-apple-system,'Segoe UI',Roboto,Arial,sans-serif"
_STYLES = {
    "body": f"margin:0;padding:24px 12px;background:{_PAPER};font-family:{_FONT};color:{_INK}",
    "card": "max-width:560px;margin:0 auto;background:#ffffff;border-radius:12px;padding:32px",
    "title": "margin:0 0 16px;font-size:20px;line-height:1.35",
    "text": "margin:0 0 14px;font-size:15px;line-height:1.6",
    "button": f"display:inline-block;margin:8px 0 18px;padding:12px 22px;border-radius:8px;background:{_ACCENT};"
    "color:#ffffff;font-size:15px;font-weight:600;text-decoration:none",
    "small": f"margin:12px 0 0;font-size:12px;line-height:1.5;color:{_MUTED};word-break:break-all",
    "item": f"display:block;margin:0 0 10px;font-size:15px;line-height:1.5;color:{_INK};text-decoration:none",
}


@dataclass(frozen=True, slots=True)
class Address:
    email: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """`url` is one of ours, whole: `https://login.kesher.test/invitation?…`."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """One of a list, already in the reader's language, with the address that it leads to."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """`kind` is `capability.what`. Subject, paragraphs, the button's label and the footer are messages of the
    catalogues. With a `key` the letter is handed in once, however often it is asked for.
    """

    to: Address
    kind: str
    locale: str
    subject: str | Plural
    paragraphs: Sequence[str | Plural] = ()
    button: Button | None = None
    params: Mapping[str, object] = field(default_factory=dict)
    lines: Sequence[Line] = ()
    footer: str | None = None
    key: str | None = None

    def said(self, message: str | Plural) -> str:
        """With the names made harmless."""
        params = {name: _tamed(value) if isinstance(value, str) else value for name, value in self.params.items()}
        return say(message, self.locale, **params)

    def content(self) -> Json:
        """The sentences as they will be read; what is kept until the mail is sent."""
        return {
            "subject": self.said(self.subject),
            "paragraphs": [self.said(paragraph) for paragraph in self.paragraphs],
            "lines": [{"text": _tamed(line.text, most=500), "url": line.url} for line in self.lines],
            "button": None if self.button is None else {"label": self.said(self.button.label), "url": self.button.url},
            "footer": None if self.footer is None else self.said(self.footer),
        }


def as_text(content: Json) -> str:
    """For readers without HTML: the same sentences, links spelled out."""
    parts = [str(paragraph) for paragraph in _list(content, "paragraphs")]
    parts += ["\n".join(filter(None, (str(line["text"]), cast("str | None", line["url"])))) for line in _lines(content)]
    button = _button(content)
    if button is not None:
        parts.append(f"{button.label}:\n{button.url}")
    if content.get("footer"):
        parts.append(f"-- \n{content['footer']}")
    return "\n\n".join(parts) + "\n"


def as_html(content: Json, locale: str) -> str:
    """One narrow card with inline styles, since mail programs know no others."""
    way = direction(locale)
    start = "right" if way == "rtl" else "left"
    parts = [f'<h1 style="{_STYLES["title"]}">{escape(str(content["subject"]))}</h1>']
    parts += [f'<p style="{_STYLES["text"]}">{escape(str(text))}</p>' for text in _list(content, "paragraphs")]
    parts += [_line(str(line["text"]), cast("str | None", line["url"])) for line in _lines(content)]
    button = _button(content)
    if button is not None:
        url = escape(button.url)
        parts.append(f'<a href="{url}" style="{_STYLES["button"]}">{escape(button.label)}</a>')
        parts.append(f'<p dir="ltr" style="{_STYLES["small"]};text-align:{start}">{url}</p>')
    if content.get("footer"):
        parts.append(f'<p style="{_STYLES["small"]}">{escape(str(content["footer"]))}</p>')
    return (
        f'<!doctype html><html lang="{locale}" dir="{way}"><head><meta charset="utf-8">'
        f"<title>{escape(str(content['subject']))}</title></head>"
        f'<body dir="{way}" style="{_STYLES["body"]}">'
        f'<div dir="{way}" style="{_STYLES["card"]};text-align:{start}">{"".join(parts)}</div></body></html>\n'
    )


def _line(text: str, url: str | None) -> str:
    if url is None:
        return f'<p style="{_STYLES["item"]}">{escape(text)}</p>'
    return f'<a href="{escape(url)}" style="{_STYLES["item"]}">&#8226; {escape(text)}</a>'


def _tamed(said: str, *, most: int = 120) -> str:
    """Mail programs make links of addresses: a company's name is not one."""
    return harmless(said.replace("://", " "), most=most)


def _list(content: Json, name: str) -> list[object]:
    return cast("list[object]", content.get(name) or [])


def _lines(content: Json) -> list[Json]:
    return cast("list[Json]", _list(content, "lines"))


def _button(content: Json) -> Button | None:
    said = cast("dict[str, str] | None", content.get("button"))
    return None if said is None else Button(said["label"], said["url"])
