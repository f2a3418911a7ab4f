"""The page of the outbox: what was handed in and what became of it, for those who look after the company.

On one's own machine it also shows what the mails say, so that somebody at home can follow an invitation's link without
a mail server. Elsewhere a mail's words and links are its reader's alone.
"""

import base64
import hashlib
from collections.abc import Iterable
from datetime import datetime
from html import escape
from typing import cast
from uuid import UUID
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from saas.core.model import Json
from saas.core.texts import direction, harmless, later, say
from saas.graph.ids import encode
from saas.post.model import Mail, MailStatus

STATUS = {
    MailStatus.WAITING: later("Waiting"),
    MailStatus.SENT: later("Sent"),
    MailStatus.KEPT: later("Kept here: there is no mail server"),
    MailStatus.FAILED: later("Not sent"),
    MailStatus.UNCERTAIN: later("Perhaps sent"),
}
STYLE = """
:root{color-scheme:light dark;--ink:#1c2430;--soft:#5b6675;--paper:#f3f5f8;--card:#fff;--line:#dde2ea;--accent:#2f5fd0}
@media(prefers-color-scheme:dark){:root{--ink:#e8ebf0;--soft:#9aa5b4;--paper:#12161c;--card:#1b212a;--line:#2d3541;
--accent:#8fb0ff}}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 system-ui,sans-serif}
main{max-width:720px;margin:0 auto;padding:32px 16px}h1{font-size:24px}h2{font-size:16px;margin:0}
article{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:16px 20px;margin:12px 0}
p{margin:8px 0;overflow-wrap:anywhere}.soft{color:var(--soft);font-size:13px}a{color:var(--accent)}
button{font:inherit;padding:6px 14px;border-radius:8px;border:1px solid var(--line);background:none;color:inherit}
"""
_SHA = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
HEADERS = {
    "content-security-policy": f"default-src 'none'; style-src 'sha256-{_SHA}'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "cache-control": "no-store",
}


def outbox_page(mails: Iterable[Mail], *, locale: str, time_zone: str, whole: bool) -> str:
    """`whole`: with what the mails say."""
    articles = "".join(_article(mail, locale, time_zone, whole=whole) for mail in mails)
    title = say(later("Outbox"), locale)
    lead = say(later("Mails that this company has sent or is about to send, the latest first."), locale)
    empty = f'<p class="soft">{_said(later("There are no mails yet."), locale)}</p>'
    return (
        f'<!doctype html><html lang="{locale}" dir="{direction(locale)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>"
        f'<h1>{escape(title)}</h1><p class="soft">{escape(lead)}</p>{articles or empty}</main></body></html>'
    )


def _article(mail: Mail, locale: str, time_zone: str, *, whole: bool) -> str:
    name = f"{harmless(mail.to_name)} " if mail.to_name else ""
    when = _time(mail.sent_at or mail.created_at, locale, time_zone)
    parts = [
        f'<h2 dir="auto">{escape(mail.subject)}</h2>',
        f'<p class="soft"><bdi>{escape(name)}&lt;{escape(mail.to_email)}&gt;</bdi> · {escape(when)}</p>',
        f"<p><b>{_said(STATUS[MailStatus(mail.status)], locale)}</b></p>",
    ]
    if mail.reason:
        parts.append(f'<p class="soft"><bdi>{escape(harmless(mail.reason, most=500))}</bdi></p>')
    if whole and mail.content is not None:
        parts.append(f'<div dir="{direction(mail.locale)}">{_content(mail.content)}</div>')
    if mail.status in {MailStatus.FAILED, MailStatus.UNCERTAIN}:
        parts.append(_again(mail.id, locale))
    return f"<article>{''.join(parts)}</article>"


def _content(content: Json) -> str:
    paragraphs = cast("list[str]", content.get("paragraphs") or [])
    lines = cast("list[dict[str, str | None]]", content.get("lines") or [])
    button = cast("dict[str, str] | None", content.get("button"))
    links = [(str(line["text"]), line["url"]) for line in lines]
    links += [(button["label"], button["url"])] if button else []
    said = [f"<p>{escape(text)}</p>" for text in paragraphs]
    said += [
        f'<p><a href="{escape(url)}">{escape(text)}</a></p>' if url else f"<p>{escape(text)}</p>" for text, url in links
    ]
    return "".join(said)


def _again(id: UUID, locale: str) -> str:
    button = f"<button>{_said(later('Send again'), locale)}</button>"
    return f'<form method="post" action="/outbox/{encode("Mail", id)}/again">{button}</form>'


def _time(at: datetime, locale: str, time_zone: str) -> str:
    return format_datetime(at.astimezone(ZoneInfo(time_zone)), "medium", locale=locale)


def _said(message: str, locale: str) -> str:
    return escape(say(message, locale))
