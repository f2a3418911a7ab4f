"""What a member asks for, read: words as the folded texts have them, a number's digits, initials.

Its *shape* makes the statement, and its parameters fill it: a plan serves everybody who asks for something alike.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import phonenumbers

from saas.core.folding import fold
from saas.graph.filters import escape
from saas.search.typos import halves, may_slip, pattern

LONGEST = 200
MOST_WORDS = 6
FEWEST = 2
SHORT = 2
FEWEST_DIGITS = 4
INITIALS = range(2, 5)

_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NUMBER = re.compile(r"[+(]?[\d\s().\-/\u05be\u2010-\u2015\u00a0]+")


class Word(Enum):
    """A SHORT one is known to the index at the beginning of words alone; a SOLID one has no typos."""

    SHORT = "SHORT"
    SOLID = "SOLID"
    SLIPPERY = "SLIPPERY"


@dataclass(frozen=True, slots=True)
class Shape:
    words: tuple[Word, ...]
    digits: bool
    whole: bool
    initials: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """`raw` as it was typed; `digits` are those of a telephone number that all of its forms have: of a `whole` one the
    national number.
    """

    raw: str
    text: str
    words: tuple[str, ...]
    digits: str | None = None
    whole: bool = False
    initials: str | None = None

    @property
    def shape(self) -> Shape:
        kinds = tuple(_kind(word) for word in self.words)
        return Shape(kinds, self.digits is not None, self.whole, self.initials is not None)

    def params(self) -> dict[str, object]:
        """Of every statement of this shape."""
        words = (pair for number, word in enumerate(self.words) for pair in _params(number, word))
        return {
            "raw": self.raw, "lower": self.raw.lower(), "text": self.text, "prefix": f"{escape(self.text)}%",
            "digits": f"%{self.digits}%", "initials": self.initials, **dict(words),
        }  # fmt: skip


def read_asked(text: str, region: str | None) -> Asked | None:
    """None for what is too short to search for. `region` is where numbers without a country's code are from."""
    raw = text.strip()[:LONGEST].replace("\0", "")
    folded = fold(raw)
    words = tuple(dict.fromkeys(word for word in folded.split() if any(map(str.isalnum, word))))[:MOST_WORDS]
    if sum(map(len, words)) < FEWEST:
        return None
    digits, whole = _digits(raw, region)
    return Asked(raw, folded, words, digits, whole, _initials(folded))


def _kind(word: str) -> Word:
    if len(word) <= SHORT:
        return Word.SHORT
    return Word.SLIPPERY if may_slip(word) else Word.SOLID


def _params(number: int, word: str) -> Iterator[tuple[str, object]]:
    """By the names that `saas.search.arms` knows them."""
    plain = escape(word)
    yield f"within_{number}", f"%{plain}%"
    yield f"first_{number}", f"{plain}%"
    yield f"next_{number}", f"% {plain}%"
    if may_slip(word):
        yield f"slip_{number}", pattern(word)
        yield from ((f"half_{number}_{place}", half) for place, half in enumerate(halves(word)))


def _digits(said: str, region: str | None) -> tuple[str | None, bool]:
    """The national number of one that is whole; of a part of one its digits without the zeros before them."""
    bare = _MARKS.sub("", said).strip()
    if _NUMBER.fullmatch(bare) is None or sum(map(str.isdigit, bare)) < FEWEST_DIGITS:
        return None, False
    try:
        number = phonenumbers.parse(bare, region)
    except phonenumbers.NumberParseException:
        number = None
    if number is not None and phonenumbers.is_possible_number(number):
        return phonenumbers.national_significant_number(number), True
    left = "".join(str(int(sign)) for sign in bare if sign.isdigit()).lstrip("0")
    return (left, False) if len(left) >= FEWEST_DIGITS - 1 else (None, False)


def _initials(folded: str) -> str | None:
    letters = folded.replace(".", "").replace(" ", "")
    bare = all(len(word) == 1 for word in folded.replace(".", " ").split()) or " " not in folded
    return letters if bare and len(letters) in INITIALS and letters.isalpha() else None
