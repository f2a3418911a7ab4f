"""One cell -> a clean value: e-mail addresses, yes and no, languages, texts.

See `saas.accounts.reach` for numbers to call.
"""

import re

from saas.core.errors import Invalid
from saas.core.folding import fold
from saas.leads.languages import read_language

_EMAIL = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_ADDRESS = re.compile(r"<([^<>]+)>")
_YES = frozenset({"yes", "y", "true", "t", "1", "x", "active", "כן", "פעיל", "נעמ", "نعم", "فعال"})
_NO = frozenset({"no", "n", "false", "f", "0", "inactive", "לא", "לא פעיל", "لا"})


def parse_email(value: str) -> str | None:
    """The address in lower case, without the name and `mailto:` around it."""
    named = _ADDRESS.search(value)
    text = (named[1] if named else value).strip().lower().removeprefix("mailto:").rstrip(".,;")
    return text if _EMAIL.fullmatch(text) and ".." not in text else None


def parse_flag(value: str) -> bool | None:
    word = fold(value)
    if word in {fold(each) for each in _YES}:
        return True
    return False if word in {fold(each) for each in _NO} else None


def parse_language(value: str) -> str | None:
    """Its code."""
    try:
        return read_language(value)
    except Invalid:
        return None


def parse_text(value: str) -> str:
    """One line without runs of spaces."""
    return " ".join(value.split())
