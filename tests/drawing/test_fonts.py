"""The shipped fonts."""

from pathlib import Path

from PySide6.QtGui import QFontInfo, QRawFont

from desktop_app.base.resources import resource
from desktop_app.drawing import tokens
from desktop_app.drawing.fonts import SANS, baseline_offset, has_glyph, load, metrics, qt_font

PACKAGE = Path(__file__).resolve().parents[2] / "desktop_app"


def test_cards_are_set_in_the_shipped_sans_in_both_weights() -> None:
    for style in (tokens.CLAIM, tokens.TITLE):
        found = QFontInfo(qt_font(style))
        assert (found.family(), found.weight(), found.pixelSize()) == ("Steelyard Sans", style.weight, style.size)


def test_loading_twice_is_loading_once() -> None:
    load()
    load()


def test_the_signs_of_the_screen_and_of_many_scripts_have_glyphs() -> None:
    assert all(map(has_glyph, "＋−❝×·☐ґї₴ÄéΩ文あعא"))
    assert not has_glyph("😀")


def test_every_sign_that_the_program_shows_is_in_a_face_that_comes_with_it() -> None:
    """A machine without other fonts would show boxes."""
    faces = [QRawFont(str(path), 16.0) for path in resource("fonts").glob("*.[ot]tf")]
    sources = [*PACKAGE.rglob("*.py"), *resource("samples").glob("*.toml")]
    shown = {sign for path in sources for sign in path.read_text(encoding="utf-8") if sign.isprintable()}
    assert len(shown) > 200
    assert not {sign for sign in shown if not any(face.supportsCharacter(ord(sign)) for face in faces)}


def test_the_fonts_stay_below_nine_megabytes_and_carry_their_licences() -> None:
    folder = resource("fonts")
    assert sum(path.stat().st_size for path in folder.iterdir()) < 9_000_000
    for name in ("Inter", "Noto", "NotoSansCJK"):
        assert "SIL OPEN FONT LICENSE" in (folder / f"LICENSE-{name}.txt").read_text(encoding="utf-8")


def test_letters_stand_in_the_middle_of_their_line() -> None:
    style = tokens.CLAIM
    above = baseline_offset(style) - metrics(style).capHeight()
    below = style.line - baseline_offset(style)
    assert abs(above - below) < 0.01


def test_no_shipped_sans_bears_a_name_that_a_machine_may_have_too() -> None:
    # Qt would take the machine's font, whose letters may be wider.
    assert SANS[0] == "Steelyard Sans"
    assert not list(resource("fonts").glob("Inter-*"))
