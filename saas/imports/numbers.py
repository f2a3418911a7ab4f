"""Numbers as people write them: which mark is decimal is decided once per column, from the data.

The rule: the last of two different marks in one number is decimal, a mark that stands twice separates thousands, a
mark that is not followed by three digits is decimal; a column without such evidence takes the point as decimal.
"""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "₪": "ILS", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₩": "KRW"}
_WORDS = {'ש"ח': "ILS", "ש״ח": "ILS", "שח": "ILS", "nis": "ILS", "د.إ": "AED", "ر.س": "SAR", "ج.م": "EGP", "د.أ": "JOD"}
_CODE = re.compile(r"\b[A-Z]{3}\b")
_SCALES = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mm": 1_000_000, "bn": 1_000_000_000, "b": 1_000_000_000}
_BODY = re.compile(r"(-?)(\d[\d.,]*|[.,]\d+)\s*(k|mn|mm|m|bn|b)?", re.IGNORECASE)
_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009'\u2019\u066c_")
_MARKS = str.maketrans({"\u066b": ".", "\u2212": "-", "\u2013": "-"})


def decimal_mark(values: Iterable[str]) -> str:
    """`,` or `.`, by the column's own evidence."""
    votes = {".": 0, ",": 0}
    for value in values:
        mark = _evidence("".join(char for char in value if char in ".," or char.isdigit()))
        if mark is not None:
            votes[mark] += 1
    return "," if votes[","] > votes["."] else "."


def parse_number(value: str, mark: str = ".") -> Decimal | None:
    """A number without currency and thousands separators; brackets or a minus, also behind it, make it negative."""
    text = _bare(value)
    if text.startswith("(") and text.endswith(")"):
        text = f"-{text[1:-1]}"
    elif text.endswith("-"):
        text = f"-{text[:-1]}"
    match = _BODY.fullmatch(text.removeprefix("+"))
    if match is None or not _grouped(match[2], mark):
        return None
    other = "." if mark == "," else ","
    try:
        number = Decimal(match[1] + match[2].replace(other, "").replace(mark, "."))
    except InvalidOperation:
        return None
    return number * _SCALES.get((match[3] or "").lower(), 1)


def currency_in(value: str) -> str | None:
    """The currency that the cell itself names, by sign, word or code."""
    for signs in (_SIGNS, _WORDS):
        for sign, code in signs.items():
            if sign in value.lower():
                return code
    match = _CODE.search(value)
    return match[0] if match else None


def _bare(value: str) -> str:
    text = value.translate(_MARKS)
    for sign in (*_SIGNS, *_WORDS):
        text = re.sub(re.escape(sign), "", text, flags=re.IGNORECASE)
    text = _CODE.sub("", text).translate(_SPACES)
    return "".join(str(int(char)) if char.isdecimal() else char for char in text)


def _evidence(text: str) -> str | None:
    points, commas = text.count("."), text.count(",")
    if points and commas:
        return "." if text.rfind(".") > text.rfind(",") else ","
    if points > 1 or commas > 1:
        return "," if points else "."
    for mark in ".,":
        head, found, tail = text.partition(mark)
        if found and (len(tail) != len("000") or len(head) > len("000") or head in {"", "0"}):
            return mark
    return None


def _grouped(text: str, mark: str) -> bool:
    """Thousands separators stand every three digits, or every two as in India, and never behind the decimal mark."""
    other = "." if mark == "," else ","
    whole, _, fraction = text.partition(mark)
    if mark in fraction or other in fraction:
        return False
    head, *groups = whole.split(other)
    if not groups:
        return True
    return 1 <= len(head) <= 3 and len(groups[-1]) == 3 and all(len(group) in {2, 3} for group in groups)  # noqa: PLR2004  thousands
