"""How a company or a person is reached: telephone numbers and web addresses in one form each.

A number that can be read is kept as E.164, one that cannot (`*2700`) as it was typed. A web address has its scheme.
"""

import re

import phonenumbers

from saas.core.errors import Invalid

_HOST = re.compile(r"(?:[^\W_](?:(?:[^\W_]|-){0,61}[^\W_])?\.)+[^\W\d_](?:[^\W_]|-){0,61}[^\W_](?::\d{1,5})?")
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def read_phone(said: str, region: str | None) -> str:
    """`x` and an extension stand behind the number; one without its country's code is of `region` (ISO 3166)."""
    text = _MARKS.sub("", said).strip()
    if not any(sign.isdigit() for sign in text):
        raise Invalid("BAD_PHONE", "%(value)s is not a telephone number.", "phone", value=said[:80])
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return text
    if not phonenumbers.is_possible_number(number):
        return text
    plain = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{plain}x{number.extension}" if number.extension else plain


def read_website(said: str) -> str:
    """`https://` before a bare host, whose letters are small."""
    text = _MARKS.sub("", said).strip()
    scheme, found, rest = text.partition("://")
    scheme, rest = (scheme.lower(), rest) if found else ("https", text)
    host, slash, path = re.match(r"([^/?#]*)([/?#]?)(.*)", rest, re.DOTALL).groups()  # type: ignore[union-attr]  # it matches any text
    if scheme not in {"http", "https"} or _HOST.fullmatch(host) is None or re.search(r"\s", path):
        raise Invalid("BAD_WEBSITE", "%(value)s is not a web address.", "website", value=said[:80])
    return f"{scheme}://{host.lower()}{slash}{path}".rstrip("/")
