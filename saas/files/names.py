"""File names: as people gave them, without what is dangerous in them, and as HTTP says them."""

import re
from urllib.parse import quote

from saas.core.errors import Invalid
from saas.core.texts import harmless

LONGEST = 180
_FORBIDDEN = re.compile(r'[<>:"|?*\\/]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


def read_name(said: str) -> str:
    """The last part of a path, on one line, without marks that turn it around; a very long one keeps its ending."""
    last = re.split(r"[\\/]", said)[-1]
    name = _FORBIDDEN.sub("_", harmless(last, most=2000)).strip(" .")
    if not name:
        raise Invalid("REQUIRED", "This must not be empty.", "name")
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    if len(name) <= LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    return f"{stem[: LONGEST - len(ending) - 1]}.{ending}" if dot and len(ending) <= 10 else name[:LONGEST]  # noqa: PLR2004  no ending is longer


def disposition(name: str, *, inline: bool) -> str:
    """Of RFC 6266: the name in ASCII for old programs, and whole as RFC 8187 writes it."""
    plain = "".join(
        letter if letter.isascii() and letter.isprintable() and letter not in '"\\%' else "_" for letter in name
    )
    way = "inline" if inline else "attachment"
    return f"{way}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
