"""The logo of a brief."""

import base64
import struct
import zlib
from pathlib import Path

import pytest

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.logo import as_logo, read_logo
from desktop_app.briefing.text.html import html
from desktop_app.edits import sections
from desktop_app.weighing.results import weigh
from tests.briefing.papers import export_pdf
from tests.sample_maps import seminar


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int) -> bytes:
    rows = b"".join(b"\x00" + b"\x40\x20\x80" * min(width, 8) for _ in range(min(height, 8)))
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


PNG = base64.b64encode(png(8, 8)).decode()
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="#408"/></svg>'


@pytest.mark.parametrize("picture", [png(8, 8), SVG])
def test_a_png_or_plain_svg_is_printed_and_shown(picture: bytes, tmp_path: Path) -> None:
    document, map_id = seminar()
    sections.set_up_brief(document, map_id, logo=as_logo(picture))
    content = compose(document, map_id, weigh(document, map_id), preset="one-page")
    assert content.logo == picture
    assert export_pdf(content, tmp_path / "a.pdf").standards == ("ua-1", "a-2a")
    assert '<img class="logo" src="data:image/' in html(content)


@pytest.mark.parametrize(
    "picture",
    [
        b"",
        b"GIF89a",
        png(50_000, 50_000),
        b"<svg><script>alert(1)</script></svg>",
        b'<svg><image href="file:///etc/passwd"/></svg>',
        b'<svg onload="x()"></svg>',
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
        b'<svg style="background:url(http://x)"></svg>',
    ],
)
def test_anything_else_is_no_logo(picture: bytes) -> None:
    assert as_logo(picture) is None
    assert read_logo(base64.b64encode(picture).decode()) is None


def test_text_that_is_no_base64_is_no_logo() -> None:
    assert read_logo("not base64!") is None
