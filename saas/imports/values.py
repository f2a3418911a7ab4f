"""One cell -> a clean value: e-mail addresses, telephone numbers, web addresses, yes and no, whole numbers."""

import re

import phonenumbers

from saas.core.folding import fold

_EMAIL = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_ADDRESS = re.compile(r"<([^<>]+)>")
_YES = frozenset({"yes", "y", "true", "t", "1", "x", "active", "כן", "פעיל", "נעמ", "نعم", "فعال"})
_NO = frozenset({"no", "n", "false", "f", "0", "inactive", "לא", "לא פעיל", "لا"})


def parse_email(value: str) -> str | None:
    """The address in lower case, without the name and `mailto:` around it."""
    named = _ADDRESS.search(value)
    text = (named[1] if named else value).strip().lower().removeprefix("mailto:").rstrip(".,;")
    return text if _EMAIL.fullmatch(text) and ".." not in text else None


def parse_phone(value: str, region: str | None) -> str | None:
    """E.164, `x` and the extension behind it; a number without its country's code is one of `region` (ISO 3166)."""
    try:
        number = phonenumbers.parse(value, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    text = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{text}x{number.extension}" if number.extension else text


def parse_website(value: str) -> str | None:
    """With its scheme; a bare host gets https."""
    text = value.strip().rstrip("/")
    scheme, found, rest = text.partition("://")
    if found and scheme.lower() not in {"http", "https"}:
        return None
    host = rest if found else text
    if _HOST.fullmatch(host) is None:
        return None
    return f"{scheme.lower()}://{host}" if found else f"https://{host}"


def parse_flag(value: str) -> bool | None:
    word = fold(value)
    if word in {fold(each) for each in _YES}:
        return True
    return False if word in {fold(each) for each in _NO} else None


def parse_text(value: str) -> str:
    """One line without runs of spaces."""
    return " ".join(value.split())
