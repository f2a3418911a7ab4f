"""Countries by name in English, Hebrew and Arabic, by code, or by a near miss of a name -> ISO 3166 codes."""

from functools import cache

from babel import Locale

from saas.imports.matching import Book, Match, key_of

_NAMES = {
    "usa": "US", "u.s.": "US", "u.s.a.": "US", "america": "US", "uk": "GB", "great britain": "GB", "england": "GB",
    "scotland": "GB", "wales": "GB", "korea": "KR", "republic of korea": "KR", "russian federation": "RU",
    "holland": "NL", "czech republic": "CZ", "uae": "AE", "emirates": "AE", "viet nam": "VN", "ivory coast": "CI",
    "burma": "MM", "macedonia": "MK", "swaziland": "SZ", "turkey": "TR", "palestine": "PS", "taiwan r.o.c.": "TW",
    'ארה"ב': "US", "ארצות הברית של אמריקה": "US", "אנגליה": "GB", "קוריאה": "KR", "אמירויות": "AE",
    "امريكا": "US", "الولايات المتحدة الامريكية": "US", "بريطانيا": "GB", "انجلترا": "GB", "كوريا": "KR",
    "الامارات": "AE",
}  # fmt: skip
_CODE = 2
_NOT_COUNTRIES = frozenset({"EU", "UN", "EZ", "ZZ", "QO", "XA", "XB"})
_ALPHA_THREE = {
    "deu": "DE", "gbr": "GB", "isr": "IL", "jor": "JO", "egy": "EG", "fra": "FR", "ita": "IT", "esp": "ES", "jpn": "JP",
    "chn": "CN", "ind": "IN", "bra": "BR", "can": "CA", "mex": "MX", "aus": "AU", "kor": "KR", "sau": "SA", "are": "AE",
}  # fmt: skip


def find_country(value: str) -> Match[str] | None:
    """The code; `near` where the name was misspelt. Korea alone is South Korea."""
    code = value.strip().upper()
    if len(code) == _CODE and code in _codes():
        return Match(code, near=False)
    return _book().find(value)


def name_of(code: str) -> str:
    """As it is kept, whatever language the file was in."""
    return str(Locale("en").territories[code])


@cache
def _codes() -> frozenset[str]:
    codes = {str(code) for code in Locale("en").territories}
    return frozenset(code for code in codes if code.isalpha() and len(code) == _CODE) - _NOT_COUNTRIES


@cache
def _book() -> Book[str]:
    names: dict[str, str] = {}
    for locale in ("en", "he", "ar"):
        names |= {str(name): str(code) for code, name in Locale(locale).territories.items() if str(code) in _codes()}
    names |= {key_of(name): code for name, code in {**_NAMES, **_ALPHA_THREE}.items()}
    return Book(names)
