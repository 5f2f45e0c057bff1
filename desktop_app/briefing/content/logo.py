"""The logo of a brief: read from the record with care, because a workbook may be a stranger's."""

import base64
import binascii
import re
import struct
from typing import Final

PNG_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_LARGEST_SIDE: Final = 4_000
# What could make a reader fetch or run something, or expand without end.
_UNSAFE: Final = re.compile(
    rb"(?i)<!|<\?(?!xml )|<script|<foreignobject|<image|<use|href|url\s*\(|@import|\son\w+\s*=|javascript:"
    rb"|&(?!amp;|lt;|gt;|quot;|#)"
)


def read_logo(text: str) -> bytes | None:
    """The picture of a logo; None where there is none, or where it is no plain PNG or SVG.

    Args:
        text: Base64, as in `Brief.logo`.
    """
    try:
        picture = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return picture if is_png(picture) or _is_svg(picture) else None


def as_logo(picture: bytes) -> str | None:
    """What `Brief.logo` keeps of a picture; None when it is no plain PNG or SVG that a brief can show."""
    text = base64.b64encode(picture).decode("ascii")
    return text if read_logo(text) is not None else None


def is_png(picture: bytes) -> bool:
    """Whether a picture is a PNG of a bearable size."""
    if not picture.startswith(PNG_SIGNATURE) or picture[12:16] != b"IHDR" or len(picture) < 33:
        return False
    sides: tuple[int, int] = struct.unpack(">II", picture[16:24])
    return all(0 < side <= _LARGEST_SIDE for side in sides)


def _is_svg(picture: bytes) -> bool:
    start = re.match(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml [^>]*\?>\s*)?<svg[\s>]", picture)
    return start is not None and picture.rstrip().endswith(b"</svg>") and _UNSAFE.search(picture) is None
