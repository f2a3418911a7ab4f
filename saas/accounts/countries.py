"""Countries: a name in English, Hebrew or Arabic, or a code -> ISO 3166, and the one name that is kept."""

from collections.abc import Mapping
from functools import cache

from babel import Locale
from babel.core import get_global

from saas.core.folding import fold

LANGUAGES = ("en", "he", "ar")
_CODE = 2
_OF_LANGUAGES = {"he": "IL"}
_NOT_COUNTRIES = frozenset({"EU", "UN", "EZ", "ZZ", "QO", "XA", "XB"})
_ALSO = {
    "usa": "US", "u.s.": "US", "u.s.a.": "US", "america": "US", "uk": "GB", "u.k.": "GB", "great britain": "GB",
    "england": "GB", "scotland": "GB", "wales": "GB", "korea": "KR", "republic of korea": "KR", "burma": "MM",
    "russian federation": "RU", "holland": "NL", "czech republic": "CZ", "uae": "AE", "emirates": "AE",
    "viet nam": "VN", "ivory coast": "CI", "macedonia": "MK", "swaziland": "SZ", "turkey": "TR", "palestine": "PS",
    "taiwan r.o.c.": "TW", "ארהב": "US", "ארצות הברית של אמריקה": "US", "אנגליה": "GB", "הממלכה המאוחדת": "GB",
    "קוריאה": "KR", "אמירויות": "AE", "امريكا": "US", "الولايات المتحدة الامريكية": "US", "بريطانيا": "GB",
    "انجلترا": "GB", "كوريا": "KR", "السعودية": "SA", "الامارات": "AE",
}  # fmt: skip
_ALPHA_THREE = {
    "deu": "DE", "gbr": "GB", "isr": "IL", "jor": "JO", "egy": "EG", "fra": "FR", "ita": "IT", "esp": "ES", "jpn": "JP",
    "chn": "CN", "ind": "IN", "bra": "BR", "can": "CA", "mex": "MX", "aus": "AU", "kor": "KR", "sau": "SA", "are": "AE",
}  # fmt: skip


def country_code(said: str) -> str | None:
    """Of a country that is spelt as people spell it; None of any other text. Korea alone is South Korea."""
    code = said.strip().upper()
    return code if code in _codes() else country_names().get(fold(said))


def country_name(said: str) -> str:
    """In English, whatever language it came in; an unknown name stays as it is."""
    code = country_code(said)
    return str(Locale("en").territories[code]) if code else said


def country_of_zone(time_zone: str) -> str | None:
    """The country of `Asia/Jerusalem`; None of UTC."""
    code = get_global("zone_territories").get(time_zone)
    return code if isinstance(code, str) and code in _codes() else None


def home_country(time_zone: str, locale: str) -> str | None:
    """Where a company is that has this time zone, and this language where the zone is nobody's."""
    return country_of_zone(time_zone) or _OF_LANGUAGES.get(locale)


@cache
def country_names() -> Mapping[str, str]:
    """Every name and spelling that is known, folded, with its code."""
    names = {fold(name): code for name, code in {**_ALSO, **_ALPHA_THREE}.items()}
    for language in LANGUAGES:
        names |= {fold(str(n)): str(c) for c, n in Locale(language).territories.items() if str(c) in _codes()}
    return names


@cache
def _codes() -> frozenset[str]:
    codes = {str(code) for code in Locale("en").territories}
    return frozenset(code for code in codes if code.isalpha() and len(code) == _CODE) - _NOT_COUNTRIES
