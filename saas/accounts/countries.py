"""Countries: a name in English, Hebrew or Arabic, or a code -> ISO 3166, and the one name that is kept."""

from functools import cache

from babel import Locale
from babel.core import get_global

from saas.core.folding import fold

LANGUAGES = ("en", "he", "ar")
_CODE = 2
_NOT_COUNTRIES = frozenset({"EU", "UN", "EZ", "ZZ", "QO", "XA", "XB"})
_ALSO = {
    "usa": "US", "u.s.": "US", "u.s.a.": "US", "america": "US", "uk": "GB", "u.k.": "GB", "great britain": "GB",
    "england": "GB", "uae": "AE", "holland": "NL", "czech republic": "CZ", "turkey": "TR", "south korea": "KR",
    "ארהב": "US", "אנגליה": "GB", "הממלכה המאוחדת": "GB", "امريكا": "US", "بريطانيا": "GB", "السعودية": "SA",
    "الامارات": "AE",
}  # fmt: skip


def country_code(said: str) -> str | None:
    """Of a country that is spelt as people spell it; None of any other text."""
    code = said.strip().upper()
    return code if code in _codes() else _names().get(fold(said))


def country_name(said: str) -> str:
    """In English, whatever language it came in; an unknown name stays as it is."""
    code = country_code(said)
    return str(Locale("en").territories[code]) if code else said


def country_of_zone(time_zone: str) -> str | None:
    """The country of `Asia/Jerusalem`; None of UTC."""
    code = get_global("zone_territories").get(time_zone)
    return code if isinstance(code, str) and code in _codes() else None


@cache
def _codes() -> frozenset[str]:
    codes = {str(code) for code in Locale("en").territories}
    return frozenset(code for code in codes if code.isalpha() and len(code) == _CODE) - _NOT_COUNTRIES


@cache
def _names() -> dict[str, str]:
    names = {fold(name): code for name, code in _ALSO.items()}
    for language in LANGUAGES:
        names |= {fold(str(n)): str(c) for c, n in Locale(language).territories.items() if str(c) in _codes()}
    return names
