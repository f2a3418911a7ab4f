"""What the server says, in the member's language: refusals, reports, notes, mails.

English is the source. `saas/locales/<language>/LC_MESSAGES/*.po` hold the others, any number of files a language;
they are read once, at first use. A text is said by its English `msgid` and the `%(named)s` values:

    say("%(name)s is closed.", "he", name=deal.name)
    say(Plural("%(count)s row", "%(count)s rows"), "ar", count=3)

`later("…")` marks a literal that is said elsewhere, so that the catalogues are asked for it.
"""

import re
import unicodedata
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from saas.core.errors import Plural, Refusal

LOCALES = ("en", "he", "ar")
RIGHT_TO_LEFT = frozenset({"he", "ar"})
FOLDER = Path(__file__).resolve().parents[1] / "locales"

_ISOLATE, _POP = "\u2068", "\u2069"
_TURNING = re.compile("[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")


def say(message: str | Plural, locale: str, **params: object) -> str:
    """In a right-to-left language a value is isolated, so that a Latin name does not turn the sentence around."""
    known = translations(locale)
    if isinstance(message, Plural):
        pattern = known.ngettext(message.one, message.many, int(str(params["count"])))
    else:
        pattern = known.gettext(message)
    if not params:
        return pattern.replace("%%", "%")
    shown = {name: _shown(value) for name, value in params.items()} if locale in RIGHT_TO_LEFT else params
    return pattern % shown


def tell(refusal: Refusal, locale: str) -> str:
    return say(refusal.message, locale, **refusal.params)


def harmless(said: str, *, most: int = 200) -> str:
    """A name or title by somebody else on one line, without what turns the text around it or hides in it."""
    flat = " ".join(_TURNING.sub("", said).split())
    return "".join(letter for letter in flat if unicodedata.category(letter) not in {"Cc", "Cs", "Cn"})[:most]


def later(message: str) -> str:
    return message


def direction(locale: str) -> str:
    return "rtl" if locale in RIGHT_TO_LEFT else "ltr"


@cache
def translations(locale: str) -> NullTranslations:
    """An unknown language is said in English."""
    folder = FOLDER / locale / "LC_MESSAGES"
    whole: NullTranslations | None = None
    for path in sorted(folder.glob("*.po")) if locale in LOCALES else ():
        read = _compiled(path)
        if whole is None:
            whole = read
        else:
            whole.add_fallback(read)
    return whole or NullTranslations()


def catalogues(locale: str) -> list[Catalog]:
    """As their files stand, for the tests and tools that look after them."""
    return [_read(path) for path in sorted((FOLDER / locale / "LC_MESSAGES").glob("*.po"))]


def _compiled(path: Path) -> GNUTranslations:
    binary = BytesIO()
    write_mo(binary, _read(path))
    binary.seek(0)
    return GNUTranslations(binary)


def _read(path: Path) -> Catalog:
    with path.open("rb") as source:
        return read_po(source, abort_invalid=True)


def _shown(value: object) -> object:
    return f"{_ISOLATE}{value}{_POP}" if isinstance(value, str) else value
