"""Words that are one slip of the finger away: a letter too many, too few, another one, or two that changed places.

The trigram index finds candidates: one slip leaves the first or the second half of a word whole, unless it stands on
the border of both. A pattern then tells which of them are really one slip away.
"""

from collections.abc import Iterator

SHORTEST = 4
SHORTEST_BARE = 3
LOOSE = 6
HALVES = 5


def may_slip(word: str) -> bool:
    """Hebrew and Arabic words, whose vowels are not written, may be a letter shorter than others."""
    return word.isalpha() and len(word) >= (SHORTEST if word.isascii() else SHORTEST_BARE)


def halves(word: str) -> list[str]:
    """As many patterns for LIKE; a text with a word one slip away fits one of them."""
    cut = len(word) // 2
    left, right = word[:cut], word[cut:]
    swapped = word[: cut - 1] + word[cut] + word[cut - 1] + word[cut + 1 :]
    ends = [f"%{right}%"] * 2 if len(right) >= SHORTEST_BARE else [f"%{right}", f"%{right} %"]
    return [f"{left}%", f"% {left}%", *ends, f"%{swapped}%"]


def pattern(word: str) -> str:
    r"""A regular expression of Postgres; a long word may be the beginning of a longer one."""
    ends = "" if len(word) >= LOOSE else r"\M"
    return rf"\m(?:{'|'.join(dict.fromkeys(_slips(word)))}){ends}"


def _slips(word: str) -> Iterator[str]:
    yield word
    for at in range(len(word)):
        before, after = word[:at], word[at + 1 :]
        yield rf"{before}\w{after}"
        yield f"{before}{after}"
        yield rf"{before}\w{word[at:]}"
        if after:
            yield f"{before}{after[0]}{word[at]}{after[1:]}"
