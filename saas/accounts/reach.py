"""How a company or a person is reached: telephone numbers and web addresses in one form each.

A number that can be read is kept as E.164, one that cannot (`*2700`) as it was typed. A web address has its scheme.
"""

import re

import phonenumbers

from saas.core.errors import Invalid

_HOST = re.compile(r"(?:[^\W_](?:(?:[^\W_]|-){0,61}[^\W_])?\.)+[^\W\d_](?:[^\W_]|-){0,61}[^\W_](?::\d{1,5})?")
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def read_phone(said: str, region: str | None) -> str:
    """As `parse_phone`; a number that cannot be read stays as it was typed, a text without a digit is refused."""
    text = _MARKS.sub("", said).strip()
    if not any(sign.isdigit() for sign in text):
        raise Invalid("BAD_PHONE", "%(value)s is not a telephone number.", "phone", value=said[:80])
    return parse_phone(text, region) or text


def parse_phone(said: str, region: str | None) -> str | None:
    """E.164, `x` and an extension behind it; a number without its country's code is one of `region` (ISO 3166)."""
    try:
        number = phonenumbers.parse(_MARKS.sub("", said).strip(), region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    plain = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{plain}x{number.extension}" if number.extension else plain


def read_website(said: str) -> str:
    """As `parse_website`; anything else is refused."""
    address = parse_website(said)
    if address is None:
        raise Invalid("BAD_WEBSITE", "%(value)s is not a web address.", "website", value=said[:80])
    return address


def parse_website(said: str) -> str | None:
    """With its scheme, `https://` before a bare host, whose letters are small."""
    text = _MARKS.sub("", said).strip()
    scheme, found, rest = text.partition("://")
    scheme, rest = (scheme.lower(), rest) if found else ("https", text)
    host, slash, path = re.match(r"([^/?#]*)([/?#]?)(.*)", rest, re.DOTALL).groups()  # type: ignore[union-attr]  # it matches any text
    if scheme not in {"http", "https"} or _HOST.fullmatch(host) is None or re.search(r"\s", path):
        return None
    return f"{scheme}://{host.lower()}{slash}{path}".rstrip("/")
