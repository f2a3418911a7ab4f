"""Keyboard layouts: what was meant by keys that were hit under another layout than one thought."""

_KEYS = "qwertyuiopasdfghjkl;'zxcvbnm,./"
_HEBREW = "/'קראטוןםפשדגכעיחלךף,זסבהנמצתץ."
_ARABIC_KEYS = "qwertyuiop[]asdfghjkl;'zxcvnm,./"
_ARABIC = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ"

_TO_HEBREW = str.maketrans(_KEYS, _HEBREW)
_TO_ARABIC = str.maketrans({**dict(zip(_ARABIC_KEYS, _ARABIC, strict=True)), "b": "لا"})
_FROM_HEBREW = str.maketrans(_HEBREW, _KEYS)
_FROM_ARABIC = str.maketrans(_ARABIC, _ARABIC_KEYS)
FEWEST = 3


def other_layouts(text: str, locale: str) -> list[str]:
    """What the same keys say under the other layouts; that of the member's own language first."""
    letters = [sign for sign in text if sign.isalpha()]
    if len(letters) < FEWEST:
        return []
    said = text.lower()
    if all(sign.isascii() for sign in letters):
        found = [said.translate(_TO_HEBREW), said.translate(_TO_ARABIC)]
        return found[::-1] if locale == "ar" else found
    hebrew = any("\u05d0" <= sign <= "\u05ea" for sign in letters)
    other = said.translate(_FROM_HEBREW) if hebrew else said.replace("لا", "b").translate(_FROM_ARABIC)
    return [other] if any(sign.isascii() and sign.isalpha() for sign in other) else []
