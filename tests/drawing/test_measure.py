"""Where lines break."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.drawing import measure, tokens
from desktop_app.drawing.measure import ELLIPSIS, elide, is_right_to_left, text_width, wrap

WIDTH = 206.0
WORDS = st.lists(
    st.text(alphabet="abcdefghijklmnoprstuvwäéßЯжδ,.?!'’“”()[]%€&+=", min_size=1, max_size=14),
    min_size=1,
    max_size=30,
)


@given(WORDS)
def test_the_fast_way_breaks_lines_where_qt_does(words: list[str]) -> None:
    text = " ".join(words)
    greedy = measure._greedy(text, tokens.CLAIM, WIDTH)
    if greedy is not None:
        assert greedy == measure._by_qt(text, tokens.CLAIM, WIDTH)


def test_plain_sentences_take_the_fast_way() -> None:
    text = "Names who must act, how fast (and with what): the treaty’s “core” is a promise."
    assert measure._greedy(text, tokens.CLAIM, WIDTH) is not None


@pytest.mark.parametrize(
    "text", ["24-hour consultation", "应该如何保证", "مرحبا بالعالم", "a  b", "so !", "and/or", "ไทย"]
)
def test_texts_with_other_rules_are_left_to_qt(text: str) -> None:
    assert measure._greedy(text, tokens.CLAIM, WIDTH) is None
    assert "".join("".join(wrap(text, tokens.CLAIM, WIDTH)).split()) == "".join(text.split())


# A line without letters of its own begins with a mark that has it run as the text does.
_ADDED = dict.fromkeys(map(ord, " \n\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"))


@given(st.text(max_size=200))
@example("\t\t00000א")
def test_no_character_is_lost(text: str) -> None:
    lines = wrap(text, tokens.CLAIM, WIDTH)
    assert "".join(lines).translate(_ADDED) == text.translate(_ADDED)
    assert len(lines) >= 1


@given(WORDS)
def test_ordinary_lines_fit_their_column(words: list[str]) -> None:
    assert all(text_width(line, tokens.CLAIM) <= WIDTH + 1 for line in wrap(" ".join(words), tokens.CLAIM, WIDTH))


def test_a_word_wider_than_its_column_is_broken() -> None:
    lines = wrap("x" * 200, tokens.CLAIM, WIDTH)
    assert len(lines) > 1
    assert "".join(lines) == "x" * 200


def test_characters_beyond_the_basic_plane_count_once() -> None:
    assert "".join(wrap("𝔸𝔹ℂ 𝔻 " * 20, tokens.CLAIM, WIDTH)).replace(" ", "") == "𝔸𝔹ℂ𝔻" * 20


def test_line_ends_of_the_text_stay() -> None:
    assert wrap("one\n\ntwo", tokens.CLAIM, WIDTH) == ("one", "", "two")


def test_what_is_too_long_ends_with_an_ellipsis() -> None:
    lines = wrap("word " * 100, tokens.CLAIM, WIDTH, most=3)
    assert len(lines) == 3
    assert lines[-1].endswith(ELLIPSIS)
    assert text_width(lines[-1], tokens.CLAIM) <= WIDTH


def test_an_elided_text_fits_and_a_short_one_is_kept() -> None:
    assert elide("Scope", tokens.TAG, 100) == "Scope"
    shortened = elide("Enforceability of everything", tokens.TAG, 60)
    assert shortened.endswith(ELLIPSIS)
    assert text_width(shortened, tokens.TAG) <= 60


@pytest.mark.parametrize(
    ("text", "expected"), [("abc", False), ("12 مرحبا", True), ("שלום a", True), ("é", False), ("", False)]
)
def test_the_first_letter_with_a_direction_decides(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected


def test_scripts_without_a_shipped_font_are_measured_quietly(capfd: pytest.CaptureFixture[str]) -> None:
    assert len(wrap("ไทย हिन्दी " * 9, tokens.CLAIM, WIDTH)) > 1
    assert "OpenType" not in capfd.readouterr().err
