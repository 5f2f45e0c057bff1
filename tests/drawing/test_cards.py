"""The anatomy of a card."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QImage, QPainter

from desktop_app.drawing import tokens
from desktop_app.drawing.cards import CardBar, CardFace, Leaning, card_picture, card_shapes
from desktop_app.drawing.measure import text_width
from desktop_app.drawing.paint import paint_shapes
from desktop_app.drawing.palette import Role, palette
from desktop_app.drawing.shapes import Anchor, Box, Dot, Text

PRO = CardFace(
    Role.PRO,
    "Pro",
    "Names who must act, how fast and with what",
    tokens.CLAIM_WIDTH,
    sign="+",
    shows_pips=True,
    pips=3,
    strength=CardBar(0.86, "86"),
    criterion="Specificity",
    grade="A2",
)
OPTION = CardFace(
    Role.OPTION,
    "Option A",
    "Treaty-based mutual defence",
    tokens.OPTION_WIDTH,
    note="Binding article: an attack is answered by all signatories",
    total=CardBar(0.68, "68"),
    leaning=Leaning("Arguments lean", "for +43", Role.PRO),
)
QUESTION = CardFace(Role.QUESTION, "Question", "How should it be guaranteed?", tokens.QUESTION_WIDTH)
FACES = {
    "pro": PRO,
    "option": OPTION,
    "question": QUESTION,
    "note": CardFace(Role.NOTE, "Note", "What of it?", tokens.ANSWER_WIDTH),
    "con with badges": replace(
        PRO, role=Role.CON, label="Strengthens the con", pips=None, badges=("used 2×", "check again"), width=214.0
    ),
    "long": replace(PRO, text="word " * 400, criterion="A criterion with a very long name indeed"),
    "right to left": replace(PRO, text="مرحبا بالعالم هذا نص"),
    "endless word": replace(PRO, text="x" * 300),
    "empty": replace(QUESTION, text=""),
}


def texts(face: CardFace) -> list[Text]:
    return [shape for shape in card_shapes(card_picture(face)) if isinstance(shape, Text)]


@pytest.mark.parametrize("face", FACES.values(), ids=FACES.keys())
def test_everything_on_a_card_lies_inside_it(face: CardFace) -> None:
    picture = card_picture(face)
    for shape in card_shapes(picture):
        if isinstance(shape, Text):
            width = text_width(shape.text, shape.style)
            left = shape.x - width if shape.anchor is Anchor.END else shape.x
            assert left >= 0
            assert left + width <= picture.width + 0.5
            assert shape.style.size / 2 < shape.y < picture.height
        elif isinstance(shape, Box):
            assert shape.x >= 0
            assert shape.x + shape.width <= picture.width
            # The shadow alone looks out, by one.
            assert shape.y + shape.height <= picture.height + 1


@pytest.mark.parametrize("face", FACES.values(), ids=FACES.keys())
def test_lines_of_a_card_do_not_touch_one_another(face: CardFace) -> None:
    baselines = sorted({round(shape.y, 2) for shape in texts(face)})
    # Texts of one row may stand on slightly different baselines.
    assert all(after - before > 8 or after - before < 2 for before, after in pairwise(baselines))


def test_a_card_is_as_wide_as_in_the_mock_up() -> None:
    assert card_picture(PRO).width == 236


def test_a_two_line_claim_is_as_high_as_in_the_mock_up() -> None:
    assert len(card_picture(PRO).lines) == 2
    assert card_picture(PRO).height == 95


def test_the_stance_is_a_sign_and_a_word_and_a_colour() -> None:
    label = texts(PRO)[0]
    assert (label.text, label.role) == ("+ PRO", Role.PRO)


def test_importance_is_told_by_filled_pips_and_not_weighed_by_hollow_ones() -> None:
    filled = [shape.fill for shape in card_shapes(card_picture(PRO)) if isinstance(shape, Dot)]
    hollow = [
        (shape.fill, shape.stroke)
        for shape in card_shapes(card_picture(replace(PRO, pips=None)))
        if isinstance(shape, Dot)
    ]
    assert filled == [Role.PRO, Role.PRO, Role.PRO, Role.TRACK]
    assert hollow == [(None, Role.LINE)] * 4


def test_a_strength_nobody_gave_is_a_hollow_bar() -> None:
    shapes = card_shapes(card_picture(replace(PRO, strength=CardBar(0.5, "50", is_hollow=True))))
    bars = [shape for shape in shapes if isinstance(shape, Box) and shape.height == tokens.STRENGTH_HEIGHT]
    assert [(bar.fill, bar.stroke) for bar in bars] == [(None, Role.LINE)]


def test_badges_take_a_line_of_their_own_only_where_they_do_not_fit() -> None:
    beside = replace(PRO, badges=("used 2×",))
    below = FACES["con with badges"]
    assert card_picture(beside).height == card_picture(PRO).height
    assert card_picture(below).height == card_picture(replace(below, badges=())).height + tokens.LABEL.line


def test_an_option_shows_its_total_and_its_leaning_by_name() -> None:
    said = [shape.text for shape in texts(OPTION)]
    assert said[-4:] == ["Total", "68", "Arguments lean", "for +43"]


def test_links_grow_with_importance() -> None:
    widths = [tokens.link_width(importance) for importance in (0, 0.25, 0.5, 0.75, 1)]
    assert widths == sorted(set(widths))
    assert tokens.link_width(None) == tokens.LINK_WIDTH_UNWEIGHED


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_painted_card_has_its_colours(name: str) -> None:
    colours = palette(name)
    picture = card_picture(PRO)
    image = QImage(int(picture.width), int(picture.height) + 1, QImage.Format.Format_RGB32)
    image.fill(0)
    with QPainter(image) as painter:
        paint_shapes(painter, card_shapes(picture), colours)
    assert image.pixelColor(3, 40).name() == colours[Role.PRO]
    assert image.pixelColor(100, 6).name() == colours[Role.CARD]
    assert image.pixelColor(20, 78).name() == colours[Role.PRO]
