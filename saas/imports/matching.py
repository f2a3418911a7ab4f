"""When a name in a file means a name that is known: the rule of near misses.

First equal as folded text without spaces and punctuation (`GTXPro` is `GTX Pro`), companies also without their legal
form (`Globex Inc.` is `Globex`). Then one slip for every five
characters, at most two (a letter too many, too few, wrong, or two swapped), provided that exactly one known name is
nearest and the digits in both are the same. Short names, of less than five characters, must be equal.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Generic, TypeVar

from saas.core.folding import fold

T = TypeVar("T")
_PUNCTUATION = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d")
_WORDS = re.compile(r"[^\W_]+")
_POINTS = re.compile(r"(?<=\w)\.(?=\w)|(?<=\w)\.(?!\w)")
_LEGAL = frozenset({
    "inc", "incorporated", "llc", "llp", "ltd", "limited", "plc", "corp", "gmbh", "ag", "kg", "sa", "sas", "srl", "spa",
    "bv", "nv", "oy", "ab", "pty", "pvt", "\u05d1\u05e2\u05de", "\u05e2\u05de", "\u0634\u0645\u0645",
    "\u0630\u0645\u0645", "\u0634\u0630\u0645\u0645",
})  # fmt: skip
_SLIP_EVERY = 5
_MAX_SLIPS = 2


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """`near`: found by slips, not by equality of the folded names."""

    found: T
    near: bool


class Book(Generic[T]):
    """Known names and what they stand for. Two names with one key: the first stays."""

    def __init__(self, names: Mapping[str, T], key: Callable[[str], str] | None = None) -> None:
        self._key = key or key_of
        self._exact: dict[str, T] = {}
        self._lengths: dict[int, list[tuple[str, int]]] = {}
        self._known: dict[str, Match[T] | None] = {}
        for name, thing in names.items():
            self.add(name, thing)

    def add(self, name: str, thing: T) -> None:
        key = self._key(name)
        if key and key not in self._exact:
            self._exact[key] = thing
            self._lengths.setdefault(len(key), []).append((key, _letters(key)))
            self._known.clear()

    def equal(self, name: str) -> T | None:
        return self._exact.get(self._key(name))

    def find(self, name: str) -> Match[T] | None:
        if name not in self._known:
            self._known[name] = self._find(self._key(name))
        return self._known[name]

    def _find(self, key: str) -> Match[T] | None:
        if key in self._exact:
            return Match(self._exact[key], near=False)
        allowed = slips_allowed(key)
        nearest: list[T] = []
        for slips, thing in sorted(self._neighbours(key, allowed), key=itemgetter(0)):
            if slips > allowed:
                break
            allowed = slips
            if thing not in nearest:
                nearest.append(thing)
        return Match(nearest[0], near=True) if len(nearest) == 1 else None

    def _neighbours(self, key: str, allowed: int) -> Iterator[tuple[int, T]]:
        """Known names with no more slips than allowed; the letters they share are compared first, being cheap."""
        letters, digits = _letters(key), _DIGITS.findall(key)
        for length in range(len(key) - allowed, len(key) + allowed + 1):
            for other, its in self._lengths.get(length, ()):
                if (letters ^ its).bit_count() > 2 * allowed or _DIGITS.findall(other) != digits:
                    continue
                slips = distance(key, other, allowed)
                if slips <= allowed:
                    yield slips, self._exact[other]


def key_of(name: str) -> str:
    """Folded, without spaces and punctuation; a name of punctuation alone keeps it."""
    folded = fold(name)
    return _PUNCTUATION.sub("", folded) or folded


def company_key(name: str) -> str:
    """Also without the legal form behind it: "Globex Inc." is "Globex"."""
    words = _WORDS.findall(_POINTS.sub("", fold(name)))
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    return key_of(" ".join(words)) or key_of(name)


def slips_allowed(key: str) -> int:
    return min(len(key) // _SLIP_EVERY, _MAX_SLIPS)


def distance(one: str, other: str, bound: int) -> int:
    """Slips between two texts, swaps of neighbours counted once; `bound + 1` as soon as it is more than `bound`."""
    if abs(len(one) - len(other)) > bound:
        return bound + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        current = [i]
        for j, against in enumerate(other, 1):
            slips = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (char != against))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == against:
                slips = min(slips, before[j - 2] + 1)
            current.append(slips)
        if min(current) > bound and min(row) >= bound:  # a swap reaches back two rows
            return bound + 1
        before, row = row, current
    return min(row[-1], bound + 1)


def _letters(key: str) -> int:
    """A bit for each letter that occurs; one slip changes at most two of them."""
    bits = 0
    for char in key:
        bits |= 1 << (ord(char) & 63)
    return bits
