"""What led somebody to us: campaign tags, click ids and the page before, and the channel that follows from them.

A click id, or a medium of paid traffic, is PAID; a social network is SOCIAL, whether tagged or the page before; a
search engine as the page before is ORGANIC; a link in a mail is EMAIL; another site is REFERRAL. Where the page before
is our own, or none, and nothing is tagged, it is DIRECT. Tags come before the page before: who was sent is not found.
Of a query only tags and click ids are kept: nothing else in it, a name or a token, is ours to know.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

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
_MAILBOXES = ("mail.", "outlook.", "com.google.android.gm")
_APP, _COUNTRY, _SECOND = 2, 2, 3  # how many labels more than, and how long those of a country are
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
    page, before = _short(_bare(landing_page, (*TAGS, *CLICK_IDS))), _short(_bare(referrer))
    tags = {**_tags(_short(landing_page)), **{name: value for name, value in (said or {}).items() if value.strip()}}
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
    if not before or _domain(before) == _domain(own):
        return Channel.SOCIAL if click else Channel.DIRECT
    if before.startswith(_MAILBOXES):
        return Channel.EMAIL
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
    """`www.google.co.il` is Google, and so is an app of theirs; a short name counts only alone, as a tag says it."""
    labels = host.split(".")
    name = labels[1] if labels[0] == "com" and len(labels) > _APP else _domain(host).partition(".")[0]
    return name in names and (name not in _SHORT or host == name)


def _domain(host: str) -> str:
    """What somebody has registered: `kesher.test` of `www.kesher.test`, `google.co.il` of `www.google.co.il`."""
    labels = host.split(".")
    country = len(labels) > _APP and len(labels[-1]) == _COUNTRY and len(labels[-2]) <= _SECOND
    return ".".join(labels[-3:] if country else labels[-2:])


def _bare(address: str | None, keeps: tuple[str, ...] = ()) -> str:
    """Without what its query says, but for these; what is no address is left as it is."""
    try:
        parts = urlsplit((address or "").strip())
    except ValueError:
        return address or ""
    kept = [pair for pair in parse_qsl(parts.query) if pair[0] in keeps]
    return parts._replace(query=urlencode(kept), fragment="").geturl()


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
