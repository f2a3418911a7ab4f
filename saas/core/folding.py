"""Text as search sees it: the Python twin of the SQL function `ext.fold`.

Case, Latin accents, Hebrew points and final letters, Arabic vowel marks and letter forms, quotes and extra spaces
make no difference to a search. A test holds the twins equal.

The steps, in this order: NFKD, lower case, marks dropped, letters of one sound made one, quotes dropped, runs of
white space made one space.
"""

import re
import unicodedata

_MARKS = re.compile(
    "[\u0300-\u036f"  # combining accents
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0640"  # Arabic marks, tatweel
    "'\"`\u00b4\u02bc\u2018-\u201f\u05f3\u05f4\u200c-\u200f\u202a-\u202e\u2066-\u2069]"  # quotes, direction marks
)
_LETTERS = str.maketrans(
    # Hebrew finals; Arabic alef wasla, forms of ya, ta marbuta, hamza, keheh; sigma, dotless i, o d l eth; maqaf
    "\u05da\u05dd\u05df\u05e3\u05e5\u0671\u0649\u06cc\u0629\u0621\u06a9\u03c2\u0131\u00f8\u0111\u0142\u00f0\u05be",
    "\u05db\u05de\u05e0\u05e4\u05e6\u0627\u064a\u064a\u0647\u0627\u0643\u03c3\u0069\u006f\u0064\u006c\u0064\u002d",
)
_DIGRAPHS = str.maketrans({"\u00df": "ss", "\u00e6": "ae", "\u0153": "oe", "\u00fe": "th"})
_SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text).lower())
    return _SPACES.sub(" ", plain.translate(_LETTERS).translate(_DIGRAPHS)).strip()
