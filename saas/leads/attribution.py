"""What led somebody to us: campaign tags, click ids and the page before, and the channel that follows from them.

A click id, or a medium of paid traffic, is PAID; a social network is SOCIAL, whether tagged or the page before; a
search engine as the page before is ORGANIC; a link in a mail is EMAIL; another site is REFERRAL. Where the page before
is our own, or none, and nothing is tagged, it is DIRECT. Tags come before the page before: who was sent is not found.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from saas.leads.words import Channel

TAGS = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content")
CLICK_IDS = ("gclid", "gbraid", "wbraid", "fbclid", "msclkid", "li_fat_id", "ttclid", "twclid")
LONGEST = 500

#: A click id that a network also puts on what nobody paid for.
_UNPAID_CLICKS = {"fbclid"}
_PAID = frozenset({"cpc", "ppc", "paid", "paidsearch", "paid_search", "paid-search", "paidsocial", "paid_social",
                   "paid-social", "display", "cpm", "cpv", "banner", "retargeting", "affiliate"})  # fmt: skip
_SOCIAL_MEDIA = frozenset({"social", "social-media", "social_media", "socialmedia", "sm"})
_MAIL = frozenset({"email", "e-mail", "mail", "newsletter"})
_SEARCH = frozenset({"organic", "seo"})
_ENGINES = ("google", "bing", "duckduckgo", "yahoo", "yandex", "baidu", "ecosia", "brave", "qwant", "startpage")
_NETWORKS = ("facebook", "fb", "instagram", "linkedin", "lnkd", "twitter", "t", "x", "youtube", "tiktok", "pinterest",
             "reddit", "whatsapp", "telegram", "threads")  # fmt: skip
_SHORT = frozenset({"t", "x", "fb"})
_SHORT_HOSTS = frozenset({"t.co", "x.com", "fb.com", "fb.me", "youtu.be", "lnkd.in", "wa.me", "t.me"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """The columns of a lead. `click_id` is with its name before it: `gclid:…`."""

    channel: Channel | None = None
    utm_source: str | None = None
    utm_medium: str | None = None
    utm_campaign: str | None = None
    utm_term: str | None = None
    utm_content: str | None = None
    click_id: str | None = None
    landing_page: str | None = None
    referrer: str | None = None

    @property
    def columns(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in self.__slots__}


UNKNOWN = Attribution()


def attribute(landing_page: str | None, referrer: str | None, said: Mapping[str, str] | None = None) -> Attribution:
    """Of a visit: the tags that are `said`, else those of the page that was landed on. Whole addresses."""
    page, before = _short(landing_page), _short(referrer)
    tags = {**_tags(page), **{name: value for name, value in (said or {}).items() if value.strip()}}
    kept = {name: _short(tags.get(name)) for name in TAGS}
    click = next((f"{name}:{tags[name]}" for name in CLICK_IDS if tags.get(name)), None)
    if not any((page, before, click, *kept.values())):
        return UNKNOWN
    channel = _channel(kept, click, _host(before), _host(page))
    return Attribution(channel, **kept, click_id=_short(click), landing_page=page, referrer=before)


def _channel(tags: Mapping[str, str | None], click: str | None, before: str, own: str) -> Channel:
    medium, source = (tags["utm_medium"] or "").lower(), (tags["utm_source"] or "").lower()
    if medium in _PAID or (click and click.partition(":")[0] not in _UNPAID_CLICKS):
        return Channel.PAID
    if medium or source:
        return _tagged(medium, source)
    if not before or _site(before) == _site(own):
        return Channel.SOCIAL if click else Channel.DIRECT
    if _is(before, _NETWORKS) or before in _SHORT_HOSTS:
        return Channel.SOCIAL
    return Channel.ORGANIC if _is(before, _ENGINES) else Channel.REFERRAL


def _tagged(medium: str, source: str) -> Channel:
    if medium in _MAIL:
        return Channel.EMAIL
    if medium in _SOCIAL_MEDIA or (not medium and _is(source, _NETWORKS)):
        return Channel.SOCIAL
    return Channel.ORGANIC if medium in _SEARCH else Channel.REFERRAL


def _is(host: str, names: tuple[str, ...]) -> bool:
    """`www.google.co.il` is Google; a short name counts only alone, as a tag says it."""
    labels = set(host.split("."))
    return any(name in labels and (name not in _SHORT or host == name) for name in names)


def _site(host: str) -> str:
    return host.removeprefix("www.")


def _host(address: str | None) -> str:
    try:
        return (urlsplit(address or "").hostname or "").lower()
    except ValueError:
        return ""


def _tags(page: str | None) -> dict[str, str]:
    try:
        return dict(parse_qsl(urlsplit(page or "").query))
    except ValueError:
        return {}


def _short(said: str | None) -> str | None:
    text = (said or "").strip()
    return text[:LONGEST] or None
