"""A company's logo, drawn anew: bounded before anything is decoded, without what its file held besides the picture."""

import hashlib
import io
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageOps

from saas.core.errors import Invalid

LARGEST: Final = 2_000_000
WIDEST: Final = 256
MOST_PIXELS: Final = 20_000_000
_FORMATS: Final = ("PNG", "JPEG", "WEBP")


@dataclass(frozen=True, slots=True)
class Picture:
    """As WebP, at most `WIDEST` pixels wide and high."""

    content: bytes
    digest: str


def read_picture(given: bytes) -> Picture:
    """Refuses everything but PNG, JPEG and WebP by content: an SVG file can carry scripts."""
    if not given:
        raise Invalid("FILE_EMPTY", "The file is empty.", "logo")
    try:
        content = _drawn(given)
    except (OSError, ValueError, SyntaxError, ArithmeticError, Image.DecompressionBombError) as error:
        raise Invalid("BAD_PICTURE", "A logo is a PNG, JPEG or WebP picture; this file is none.", "logo") from error
    return Picture(content, hashlib.sha256(content).hexdigest())


def _drawn(given: bytes) -> bytes:
    with Image.open(io.BytesIO(given), formats=_FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise Invalid("PICTURE_TOO_LARGE", "This picture has too many pixels: make it smaller.", "logo")
        upright = ImageOps.exif_transpose(opened)
        upright.thumbnail((WIDEST, WIDEST))
        clear = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    bare = Image.frombytes(clear.mode, clear.size, clear.tobytes())
    written = io.BytesIO()
    bare.save(written, "WEBP", quality=90)
    return written.getvalue()
