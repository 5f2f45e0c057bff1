"""The shipped fonts."""

from PySide6.QtGui import QFontInfo

from desktop_app.base.resources import resource
from desktop_app.drawing import tokens
from desktop_app.drawing.fonts import SANS, baseline_offset, has_glyph, load, metrics, qt_font


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
