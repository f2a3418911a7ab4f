"""Small pictures of pictures: bounded before anything is decoded, upright, and without what the camera has told."""

import io
from typing import IO, Final

from PIL import Image, ImageOps

PICTURES: Final = frozenset({"png", "jpeg", "gif", "webp", "bmp", "tiff"})
WIDEST: Final = 640
MOST_PIXELS: Final = 40_000_000
_FORMATS: Final = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")


class BadPicture(Exception):
    """It is broken, or far too large."""


def thumbnail(content: bytes) -> IO[bytes]:
    """The first frame as WebP, at most `WIDEST` pixels wide and high."""
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise BadPicture(f"{opened.width} x {opened.height}")
            opened.draft("RGB", (WIDEST * 2, WIDEST * 2))
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((WIDEST, WIDEST))
            clear = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except (OSError, ValueError, SyntaxError, ArithmeticError, Image.DecompressionBombError) as error:
        raise BadPicture(str(error)) from error
    bare = Image.frombytes(clear.mode, clear.size, clear.tobytes())
    written = io.BytesIO()
    bare.save(written, "WEBP", quality=80)
    written.seek(0)
    return written
