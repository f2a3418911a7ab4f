"""What the partners' pages show: fenced examples, each followed by what it prints."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.house.source import TREE

PAGES = sorted((TREE / "docs" / "partners").glob("*.md"))
RUN = ("sh", "python", "ts")
_FENCE = re.compile(r"^```(\w*)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """`file`: it is kept under this name for the others, and not run. Else `form` says how `shown` is meant."""

    page: str
    place: int
    language: str
    code: str
    file: str | None = None
    form: str = ""
    shown: str = ""

    def __str__(self) -> str:
        return f"{self.page}:{self.place}"


def examples(page: Path) -> Iterator[Example]:
    """Of a page in their order; one that does not show what it prints is told as such by its empty form."""
    text = page.read_text()
    fences = [*_FENCE.finditer(text), None]
    for fence, after in pairwise(fences):
        if fence is None or not (fence[2] or fence[1] in RUN):
            continue
        place = text.count("\n", 0, fence.start()) + 1
        form, shown = (after[1], after[3]) if after is not None and after[1] in ("json", "text") else ("", "")
        yield Example(page.name, place, fence[1], fence[3], fence[2], form, shown)


def all_examples() -> list[Example]:
    return [example for page in PAGES for example in examples(page)]


def differences(shown: object, said: object, at: str = "answer") -> list[str]:
    """Between what a page shows and what a server said, by names and kinds of values, not by the values."""
    if isinstance(shown, dict) and isinstance(said, dict):
        if shown.keys() != said.keys():
            return [f"{at}: the page shows {sorted(shown)}, the server says {sorted(said)}"]
        return [one for key in shown for one in differences(shown[key], said[key], f"{at}.{key}")]
    if isinstance(shown, list) and isinstance(said, list):
        if len(shown) != len(said):
            return [f"{at}: the page shows {len(shown)}, the server says {len(said)}"]
        pairs = enumerate(zip(shown, said, strict=True))
        return [one for n, (a, b) in pairs for one in differences(a, b, f"{at}[{n}]")]
    return [] if type(shown) is type(said) else [f"{at}: the page shows {shown!r}, the server says {said!r}"]


def mismatch(example: Example, printed: str) -> list[str]:
    """Why what it printed is not what the page shows."""
    if example.form == "text":
        same = printed.strip() == example.shown.strip()
        return [] if same else [f"the page shows\n{example.shown}\nand it printed\n{printed}"]
    return differences(json.loads(example.shown), json.loads(printed))
