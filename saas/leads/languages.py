"""The language in which somebody wants to be spoken to: its code, however it was said."""

from collections.abc import Mapping
from functools import cache

from babel import Locale

from saas.core.errors import Invalid
from saas.core.folding import fold

_TOLD_IN = ("en", "he", "ar")
_OLD = {"iw": "he", "in": "id", "ji": "yi"}
_SHORT = 3


def read_language(said: str) -> str:
    """`he` of `he-IL`, `Hebrew`, `עברית` or `العبرية`; refuses what is none."""
    text = said.strip()
    code = text.replace("_", "-").partition("-")[0].lower()
    code = _OLD.get(code, code)
    known = code if len(code) <= _SHORT and code in _codes() else _names().get(fold(text))
    if known is None:
        raise Invalid("BAD_LANGUAGE", "%(value)s is not a language.", "language", value=said[:80])
    return known


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for code in map(str, Locale("en").languages) if len(code) <= _SHORT)


@cache
def _names() -> Mapping[str, str]:
    """In each of the product's languages, and in their own."""
    names: dict[str, str] = {}
    for language in _TOLD_IN:
        names |= {fold(str(name)): str(code) for code, name in Locale(language).languages.items() if code in _codes()}
    for code in ("he", "ar", "en", "ru", "fr", "de", "es", "am", "pt", "it"):
        names[fold(str(Locale(code).get_display_name()))] = code
    return names
