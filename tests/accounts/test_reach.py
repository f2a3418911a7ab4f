"""Telephone numbers, web addresses and names of countries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saas.accounts.countries import country_code, country_name, country_of_zone
from saas.accounts.reach import read_phone, read_website
from saas.core.errors import Invalid


@pytest.mark.parametrize(
    ("said", "region", "kept"),
    [
        ("03-555 1234", "IL", "+97235551234"), ("052-1234567", "IL", "+972521234567"),
        ("\u200e+972-3-5551234", None, "+97235551234"), ("٠٥٢١٢٣٤٥٦٧", "IL", "+972521234567"),
        ("+1 (212) 555-0100 ext. 5", "IL", "+12125550100x5"), ("(212) 555-0100", None, "(212) 555-0100"),
        ("06 790 1234", "JO", "+96267901234"), ("*2700", "IL", "*2700"), ("100", "IL", "100"),
    ],
)  # fmt: skip
def test_numbers(said: str, region: str | None, kept: str) -> None:
    assert read_phone(said, region) == kept
    assert read_phone(kept, region) == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Example.COM", "https://example.com"), ("HTTP://Foo.co.il/Path/", "http://foo.co.il/Path"),
        ("דוגמה.ישראל", "https://דוגמה.ישראל"), ("https://a.b.com:8080?x=1", "https://a.b.com:8080?x=1"),
        ("x.com/שלום", "https://x.com/שלום"),
    ],
)  # fmt: skip
def test_web_addresses(said: str, kept: str) -> None:
    assert read_website(said) == kept
    assert read_website(kept) == kept


@pytest.mark.parametrize(
    "said",
    ["foo", "http://", "javascript:alert(1)", "javascript://x.com/%0aalert(1)", "data:text/html,x", "ftp://a.com",
     "a b.com", "x.com/a b", "http://user@evil.com", "1.2.3.4", "https://x.com\nSet: y"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(said: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_website(said)
    assert (refused.value.code, refused.value.field) == ("BAD_WEBSITE", "website")


@given(st.text(max_size=60))
def test_any_text_is_kept_in_a_form_that_stays_or_refused(said: str) -> None:
    for read in (read_website, lambda text: read_phone(text, "IL")):
        try:
            kept = read(said)
        except Invalid:
            continue
        assert read(kept) == kept


@pytest.mark.parametrize(
    ("said", "code", "name"),
    [
        ("il", "IL", "Israel"), ("ישראל", "IL", "Israel"), ("إسرائيل", "IL", "Israel"), ("USA", "US", "United States"),
        ('ארה"ב', "US", "United States"), ("الأردن", "JO", "Jordan"), ("الاردن", "JO", "Jordan"),
        ("Narnia", None, "Narnia"), ("EU", None, "EU"),
    ],
)  # fmt: skip
def test_countries(said: str, code: str | None, name: str) -> None:
    assert (country_code(said), country_name(said)) == (code, name)


def test_a_zone_has_a_country_or_none() -> None:
    assert [country_of_zone(zone) for zone in ("Asia/Jerusalem", "America/New_York", "UTC", "x")] == [
        "IL", "US", None, None,
    ]  # fmt: skip
