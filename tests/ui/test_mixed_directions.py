"""Sentences of mixed direction stand in Unicode's order in every part of the window that paints text itself."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.edits import arguments, cards, maps, sections
from desktop_app.ui.pages.map.canvas.overlay import paint_drop
from desktop_app.ui.pages.present.texts import SlideText
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.result_list import ResultList, ResultRow
from desktop_app.ui.widgets.text import PlainLabel, ShortLabel
from desktop_app.viewmodels.canvas.dropping import Drop, _short
from tests.bidi_oracle import MIXED, ink, likeness, painted, pieces
from tests.ui.conftest import Hands

LEAST = 0.85


def _is_right(picture: QImage, text: str, font: QFont) -> bool:
    return likeness(ink(picture), painted(pieces(text), font)) > LEAST


def _grab(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def _canvas() -> QImage:
    image = QImage(700, 90, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


@pytest.mark.parametrize("text", MIXED)
def test_a_label(hands: Hands, text: str) -> None:
    for kind in (PlainLabel, ShortLabel):
        label = kind()
        label.say(text)
        label.resize(600, 40)
        label.setContentsMargins(12, 4, 12, 4)
        label.ensurePolished()
        assert _is_right(_grab(label), text, label.font()), kind


@pytest.mark.parametrize("text", MIXED)
def test_a_row_of_the_outline(hands: Hands, text: str) -> None:
    cards.add_claim(hands.document, hands.workspace.map_id, text)
    hands.page.splitter.setSizes([600, 400, 200])
    assert _is_right(_grab(hands.page.side.outline), text, theme.interface_font(theme.TEXT_PX))


@pytest.mark.parametrize("text", MIXED)
def test_a_row_of_found_cards(hands: Hands, text: str) -> None:
    found = ResultList(6, "results")
    found.show_things([text], lambda words: ResultRow(title=words))
    found.resize(700, 200)
    assert _is_right(_grab(found), text, theme.interface_font(theme.TEXT_PX))


@pytest.mark.parametrize("text", MIXED)
def test_a_name_in_the_list_of_maps(hands: Hands, text: str) -> None:
    maps.rename_map(hands.document, hands.workspace.map_id, text)
    hands.page.splitter.setSizes([600, 400, 200])
    assert _is_right(_grab(hands.page.side.maps), text, hands.page.side.maps.font())


@pytest.mark.parametrize("text", MIXED)
def test_a_section_of_the_brief(hands: Hands, text: str) -> None:
    sections.add_section(hands.document, hands.workspace.map_id, text)
    hands.trigger("show_brief_page")
    names = hands.page.brief.sections
    names.resize(700, names.height())
    assert _is_right(_grab(names), text, theme.interface_font(theme.TEXT_PX))


@pytest.mark.parametrize("text", MIXED)
def test_the_way_to_a_branch_in_focus(hands: Hands, text: str) -> None:
    question = cards.add_question(hands.document, hands.workspace.map_id, text)
    inner = arguments.add_pro(hands.document, question.id, "A reason")
    hands.workspace.view.focus_on(inner.id)
    hands.page.splitter.setSizes([150, 1200, 150])
    hands.page.canvas.frame.trail.refresh(4000.0)
    step = hands.page.canvas.frame.trail.steps[-2]
    if step.words == text:
        assert _is_right(_grab(hands.page.canvas), text, theme.interface_font(theme.SMALL_PX))


@pytest.mark.parametrize("text", MIXED)
def test_what_is_presented(hands: Hands, text: str) -> None:
    image = _canvas()
    with QPainter(image) as painter:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setPen(QColor("#000000"))
        SlideText(text, 680.0, 20).paint(painter, QPointF(10, 10), 0, 1)
    assert _is_right(image, text, theme.interface_font(20))


@pytest.mark.parametrize("text", MIXED)
def test_what_would_happen_where_a_card_is_dropped(hands: Hands, text: str) -> None:
    image = _canvas()
    drop = Drop(f"Before {_short(text)}", (0.0, 0.0, 1.0, 1.0), None)
    with QPainter(image) as painter:
        # That of a widget goes by the direction of the window.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        paint_drop(painter, hands.page.canvas.viewport.window, QPointF(0, 0), drop, QRectF(image.rect()))
    assert _is_right(image, text, theme.interface_font(theme.SMALL_PX))
