"""What led somebody to us, by tags, click ids and the page before."""

import pytest

from saas.leads.attribution import UNKNOWN, attribute
from saas.leads.words import Channel

OWN = "https://www.kesher.test/price"


@pytest.mark.parametrize(
    ("page", "before", "channel"),
    [
        (OWN, None, Channel.DIRECT),
        (OWN, "https://kesher.test/", Channel.DIRECT),
        (OWN, "https://www.google.co.il/", Channel.ORGANIC),
        (OWN, "https://duckduckgo.com/", Channel.ORGANIC),
        (OWN, "https://l.facebook.com/", Channel.SOCIAL),
        (OWN, "https://t.co/abc", Channel.SOCIAL),
        (OWN, "https://lnkd.in/abc", Channel.SOCIAL),
        (OWN, "https://partner.test/x", Channel.REFERRAL),
        (OWN, "https://t.partner.test/", Channel.REFERRAL),
        (OWN + "?gclid=1", "https://www.google.com/", Channel.PAID),
        (OWN + "?fbclid=1", None, Channel.SOCIAL),
        (OWN + "?utm_source=facebook", None, Channel.SOCIAL),
        (OWN + "?utm_source=facebook&utm_medium=paid_social&fbclid=1", None, Channel.PAID),
        (OWN + "?utm_medium=email&utm_source=may", "https://mail.google.com/", Channel.EMAIL),
        (OWN + "?utm_medium=organic", None, Channel.ORGANIC),
        (OWN + "?utm_source=partner", None, Channel.REFERRAL),
        (OWN, "https://shop.kesher.test/", Channel.DIRECT),
        (OWN, "https://mail.google.com/", Channel.EMAIL),
        (OWN, "android-app://com.google.android.gm/", Channel.EMAIL),
        (OWN, "android-app://com.google.android.googlequicksearchbox/", Channel.ORGANIC),
        (OWN, "https://google.partner.test/", Channel.REFERRAL),
        (OWN, "https://www.bing.com.au/", Channel.ORGANIC),
        ("https://[broken", "http://[worse", Channel.DIRECT),
    ],
    ids=str,
)
def test_the_channel(page: str, before: str | None, channel: Channel) -> None:
    assert attribute(page, before).channel is channel


def test_what_is_said_comes_before_the_page() -> None:
    found = attribute(OWN + "?utm_source=page&utm_term=crm", None, {"utm_source": "said"})
    assert (found.utm_source, found.utm_term) == ("said", "crm")


def test_of_a_query_only_what_led_here_is_kept() -> None:
    found = attribute(OWN + "?token=secret&utm_source=may&gclid=1#top", "https://partner.test/x?email=dana@levi.test")
    assert (found.landing_page, found.referrer) == (OWN + "?utm_source=may&gclid=1", "https://partner.test/x")


def test_nothing_known_is_no_channel() -> None:
    assert attribute(None, " ") == UNKNOWN
    assert UNKNOWN.channel is None
