"""Which encoding a file of unknown origin is in: its mark, UTF-16, UTF-8, then the Windows code page of its letters."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
_WORDS = re.compile(rb"[A-Za-z\x80-\xff]+")
_HEBREW_LETTERS = range(0xE0, 0xFB)
_MOSTLY = 0.9


def decode(content: bytes) -> tuple[str, str] | None:
    """The text and the name of its encoding; None when the bytes are no text (a picture, a workbook, an archive)."""
    encoding = guess(content)
    if encoding is None:
        return None
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return (text, encoding) if _is_text(text) else None


def guess(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    if b"\0" in content[:_SAMPLE]:
        return _unmarked_utf16(content[:_SAMPLE])
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _code_page(content[:_SAMPLE])
    return "utf-8"


def _unmarked_utf16(sample: bytes) -> str | None:
    """Text in UTF-16 has the high byte of its commas and digits, a zero, always on the same side."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 8 and not even:
        return "utf-16-le"
    if even > len(sample) // 8 and not odd:
        return "utf-16-be"
    return None


def _code_page(sample: bytes) -> str:
    """Hebrew or Arabic when words stand in high bytes alone, Western when high bytes mix with ASCII."""
    words = [word for word in _WORDS.findall(sample) if any(byte >= 0x80 for byte in word)]  # noqa: PLR2004  ASCII ends there
    whole = [word for word in words if len(word) > 1 and all(byte >= 0x80 for byte in word)]  # noqa: PLR2004  the same
    if len(whole) * 2 < len(words):
        return "cp1252"
    letters = [byte for word in whole for byte in word]
    hebrew = sum(byte in _HEBREW_LETTERS for byte in letters)
    return "cp1255" if hebrew >= _MOSTLY * len(letters) else "cp1256"


def _is_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    strange = sum(char < " " and char not in "\t\r\n\f" for char in sample)
    return "\0" not in text and strange * 100 <= len(sample)
