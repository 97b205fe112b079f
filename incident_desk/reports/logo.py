"""The house's logo: decoded here from its bytes, within limits, and never from a path."""

from __future__ import annotations

import io
from typing import NamedTuple

from PIL import Image

_MOST_BYTES = 4 * 1024 * 1024
_MOST_PIXELS = 16_000_000
_WIDEST = 640  # pixels kept; more does not show at the size of a letter head
_FORMATS = ("PNG", "JPEG")
_UNREADABLE = (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning)


class Pixels(NamedTuple):
    width: int
    height: int
    rgb: bytes


def decode_logo(content: bytes | None) -> Pixels | None:
    """The logo on white, or None where there is none or it cannot be read: a paper must not fail for it."""
    if not content or len(content) > _MOST_BYTES:
        return None
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            image.draft("RGB", (_WIDEST, _WIDEST))
            solid = image.convert("RGBA")
    except _UNREADABLE:
        return None
    solid.thumbnail((_WIDEST, _WIDEST))
    white = Image.new("RGBA", solid.size, "white")
    flat = Image.alpha_composite(white, solid).convert("RGB")
    return Pixels(flat.width, flat.height, flat.tobytes())
