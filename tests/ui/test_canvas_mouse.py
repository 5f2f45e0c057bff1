"""The canvas under the mouse: dragging, dropping, spanning, the minimap, the wheel, and Esc out of each."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.edits import arguments, cards
from desktop_app.model.records import Argument, CardKind, Stance
from desktop_app.ui.pages.map.canvas.canvas import Canvas
from desktop_app.ui.pages.map.canvas.gestures import DropGesture
from desktop_app.ui.pages.map.canvas.overlay import card_area, fold_area
from tests.ui.conftest import CTRL, KEYS, SHIFT, Hands

LEFT = Qt.MouseButton.LeftButton


class Mouse:
    """Drags on the canvas of a window."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        hands.page.canvas.finish_animation()

    @property
    def dragging(self) -> DropGesture:
        gesture = self.canvas.pointing.gesture
        assert isinstance(gesture, DropGesture)
        return gesture

    @property
    def minimap(self) -> QRectF | None:
        return self.canvas.frame.minimap.area(self.canvas.viewport.window, self.canvas.size())

    @property
    def canvas(self) -> Canvas:
        return self.hands.page.canvas

    def area(self, text: str) -> QRectF:
        scene = self.canvas.scene
        return card_area(scene, self.canvas.viewport.window, scene.index[self.hands.card(text).id])

    def at(self, text: str, across: float = 0.5, down: float = 0.5) -> QPoint:
        area = self.area(text)
        return QPoint(round(area.left() + area.width() * across), round(area.top() + area.height() * down))

    def press(self, at: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mousePress(self.canvas, LEFT, modifiers, at)

    def drag_to(self, at: QPoint) -> None:
        QTest.mouseMove(self.canvas, at)

    def release(self, at: QPoint) -> None:
        QTest.mouseRelease(self.canvas, LEFT, pos=at)
        QApplication.processEvents()
        self.canvas.finish_animation()

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.press(start, modifiers)
        self.drag_to((start + end) / 2)
        self.drag_to(end)
        self.release(end)

    def wheel(self, at: QPointF, notches: int, modifiers: Qt.KeyboardModifier) -> None:
        where = self.canvas.mapToGlobal(at)
        event = QWheelEvent(
            at, where, QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.canvas, event)


def mouse_over_a_question(hands: Hands) -> Mouse:
    """A question with two options, three points on the first."""
    hands.press(KEYS.Key_Tab)
    for text in ("Where?", "Old mill"):
        hands.write(text)
        hands.press(KEYS.Key_Tab)
    hands.write("+ Central")
    for text in ("- Damp walls", "+ Cheap"):
        hands.press(KEYS.Key_Return)
        hands.write(text)
    hands.select("Old mill")
    hands.press(KEYS.Key_Return)
    hands.write("New hall")
    return Mouse(hands)


@pytest.fixture
def mouse(hands: Hands) -> Mouse:
    return mouse_over_a_question(hands)


def _under(hands: Hands, text: str) -> str:
    place = hands.workspace.place_of(hands.card(text).id)
    assert place is not None
    return next(card for card in hands.texts if hands.card(card).id == place.parent) if place.parent else ""


def _stance(hands: Hands, text: str) -> Stance:
    place = hands.workspace.place_of(hands.card(text).id)
    assert place is not None
    return hands.document.get(Argument, place.argument or 0).stance


@pytest.mark.parametrize(("across", "stance"), [(0.2, Stance.SUPPORTS), (0.8, Stance.OPPOSES)])
def test_dropped_on_a_card_it_hangs_under_it_as_a_pro_at_the_left_and_a_con_at_the_right(
    mouse: Mouse, across: float, stance: Stance
) -> None:
    hands = mouse.hands
    mouse.drag(mouse.at("Central"), mouse.at("New hall", across))
    assert _under(hands, "Central") == "New hall"
    assert _stance(hands, "Central") is stance
    assert hands.selected == "Central"
    assert hands.window.actions_by_name["undo"].text() == "Undo Move"
    hands.press(KEYS.Key_Z, CTRL)
    assert _under(hands, "Central") == "Old mill"


def test_dropped_between_siblings_it_takes_that_place(mouse: Mouse) -> None:
    gap = mouse.at("Central", down=0.0) - QPoint(0, 5)
    mouse.drag(mouse.at("Cheap"), gap)
    texts = mouse.hands.texts
    assert texts.index("Cheap") < texts.index("Central") < texts.index("Damp walls")


def test_while_dragging_it_says_what_would_happen_and_changes_nothing(mouse: Mouse) -> None:
    hands, canvas = mouse.hands, mouse.canvas
    before = set(hands.document.records())
    mouse.press(mouse.at("Central"))
    mouse.drag_to(mouse.at("New hall", 0.2))
    gesture = mouse.dragging
    assert gesture.drop is not None
    assert "Pro: “New hall”" in gesture.drop.words
    mouse.drag_to(mouse.at("Cheap", 0.8))
    assert "Answers the pro: “Cheap”" in gesture.drop.words
    mouse.drag_to(mouse.at("Cheap", down=1.0) + QPoint(0, 5))
    assert gesture.drop.words == "After “Cheap”"
    canvas.grab()
    hands.press(KEYS.Key_Escape)
    mouse.release(mouse.at("New hall", 0.2))
    assert not canvas.pointing.is_busy
    assert set(hands.document.records()) == before


def test_cards_dragged_to_the_edge_take_the_map_along(mouse: Mouse) -> None:
    canvas = mouse.canvas
    canvas.viewport.zoom_to(2.0)
    before = canvas.viewport.window
    mouse.press(mouse.at("New hall"))
    mouse.drag_to(QPoint(canvas.width() // 2, 4))
    mouse.hands.qtbot.waitUntil(lambda: canvas.viewport.window.top < before.top - 30, timeout=3000)
    mouse.drag_to(canvas.rect().center())
    mouse.hands.press(KEYS.Key_Escape)
    still = canvas.viewport.window
    QTest.qWait(60)
    assert canvas.viewport.window == still


def test_what_may_not_hang_there_is_refused_in_words(mouse: Mouse) -> None:
    mouse.press(mouse.at("Old mill"))
    mouse.drag_to(mouse.at("New hall", 0.2))
    gesture = mouse.dragging
    assert gesture.drop is not None
    assert gesture.drop.words == "Options stand under a question"
    mouse.canvas.grab()
    mouse.release(mouse.at("New hall", 0.2))
    assert _under(mouse.hands, "Old mill") == "Where?"
    mouse.press(mouse.at("Old mill"))
    mouse.drag_to(mouse.at("Central", 0.2))
    assert mouse.dragging.drop is None
    mouse.release(mouse.at("Central", 0.2))
    assert _under(mouse.hands, "Old mill") == "Where?"


def test_a_loop_that_a_drop_would_close_is_refused_and_said(mouse: Mouse) -> None:
    hands = mouse.hands
    arguments.link_card(hands.document, hands.card("Central").id, hands.card("Cheap").id, Stance.SUPPORTS)
    mouse.canvas.finish_animation()
    mouse.drag(mouse.at("Cheap"), mouse.at("Central", 0.2))
    assert _under(hands, "Cheap") == "Old mill"
    assert hands.page.messages.isVisible()


def test_ctrl_click_gathers_cards_that_are_then_deleted_and_restanced_in_one_step(mouse: Mouse) -> None:
    hands = mouse.hands
    QTest.mouseClick(mouse.canvas, LEFT, pos=mouse.at("Central"))
    QTest.mouseClick(mouse.canvas, LEFT, CTRL, mouse.at("Cheap"))
    assert hands.workspace.view.chosen == {hands.card("Central").id, hands.card("Cheap").id}
    hands.trigger("make_con")
    assert _stance(hands, "Central") is _stance(hands, "Cheap") is Stance.OPPOSES
    hands.press(KEYS.Key_3, Qt.KeyboardModifier.AltModifier)
    importances = {argument.importance for argument in hands.document.all(Argument)}
    assert importances == {0.75, None}
    hands.press(KEYS.Key_Delete)
    assert "Central" not in hands.texts
    assert "Cheap" not in hands.texts
    assert hands.selected == "Damp walls"
    hands.press(KEYS.Key_Z, CTRL)
    assert {"Central", "Cheap"} <= set(hands.texts)


def test_ctrl_click_on_a_selected_card_lets_it_go_and_a_click_selects_one(mouse: Mouse) -> None:
    hands = mouse.hands
    QTest.mouseClick(mouse.canvas, LEFT, pos=mouse.at("Central"))
    QTest.mouseClick(mouse.canvas, LEFT, SHIFT, mouse.at("Cheap"))
    QTest.mouseClick(mouse.canvas, LEFT, CTRL, mouse.at("Cheap"))
    assert hands.workspace.view.chosen == {hands.card("Central").id}
    hands.press(KEYS.Key_A, CTRL)
    assert len(hands.workspace.view.chosen) == 6
    mouse.canvas.grab()
    QTest.mouseClick(mouse.canvas, LEFT, pos=mouse.at("Cheap"))
    assert hands.workspace.view.chosen == {hands.card("Cheap").id}


def test_a_band_with_shift_selects_what_it_touches_and_escape_takes_it_back(mouse: Mouse) -> None:
    hands = mouse.hands
    hands.workspace.view.select(None)
    start = mouse.at("Central", 0.0, 0.0) - QPoint(12, 40)
    end = mouse.at("Damp walls", 1.0, 0.5)
    mouse.drag(start, end, SHIFT)
    assert hands.workspace.view.chosen == {hands.card("Central").id, hands.card("Damp walls").id}
    hands.workspace.view.select(None)
    before = mouse.canvas.grab().toImage()
    mouse.press(start, SHIFT)
    mouse.drag_to(end)
    corner = start + QPoint(3, 0)
    assert mouse.canvas.grab().toImage().pixelColor(corner) != before.pixelColor(corner)
    hands.press(KEYS.Key_Escape)
    assert hands.workspace.view.chosen == set()
    assert mouse.canvas.grab().toImage().pixelColor(corner) == before.pixelColor(corner)


def test_the_selected_card_has_a_ring_round_it_on_the_map(mouse: Mouse) -> None:
    hands, canvas = mouse.hands, mouse.canvas
    hands.select("Central")
    canvas.finish_animation()
    around = mouse.area("Central").toRect().adjusted(-4, -4, 4, 4)
    with_ring = canvas.grab(around).toImage()
    hands.select("Cheap")
    canvas.finish_animation()
    assert mouse.area("Central").toRect().adjusted(-4, -4, 4, 4) == around
    assert canvas.grab(around).toImage() != with_ring


def test_several_selected_cards_are_dragged_together(mouse: Mouse) -> None:
    hands = mouse.hands
    QTest.mouseClick(mouse.canvas, LEFT, pos=mouse.at("Central"))
    QTest.mouseClick(mouse.canvas, LEFT, CTRL, mouse.at("Cheap"))
    mouse.drag(mouse.at("Cheap"), mouse.at("New hall", 0.8))
    assert _under(hands, "Central") == _under(hands, "Cheap") == "New hall"
    assert len(hands.workspace.view.chosen) == 2


def test_dragging_the_empty_map_moves_it_and_a_click_there_selects_nothing(mouse: Mouse) -> None:
    window = mouse.canvas.viewport.window
    empty = QPoint(20, 20)
    mouse.drag(empty, QPoint(80, 60))
    assert mouse.canvas.viewport.window.left == window.left - 60
    assert mouse.hands.selected
    QTest.mouseClick(mouse.canvas, LEFT, pos=empty)
    assert mouse.hands.selected == ""


def test_the_minimap_shows_where_one_is_and_leads_elsewhere(mouse: Mouse) -> None:
    canvas = mouse.canvas
    canvas.viewport.fit()
    nowhere = mouse.minimap
    assert nowhere is None
    for _ in range(6):
        canvas.viewport.zoom_by(1)
    area = mouse.minimap
    assert area is not None
    canvas.grab()
    before = canvas.viewport.window
    corner = area.topLeft().toPoint() + QPoint(20, 20)
    mouse.press(corner)
    steered = canvas.viewport.window
    assert (steered.left, steered.top) != (before.left, before.top)
    mouse.drag_to(area.bottomRight().toPoint() - QPoint(12, 12))
    assert canvas.viewport.window.left > steered.left
    mouse.hands.press(KEYS.Key_Escape)
    assert canvas.viewport.window == before
    mouse.drag(corner, corner + QPoint(4, 4))
    assert canvas.viewport.window != before
    assert mouse.hands.selected == "New hall"


def test_ctrl_and_the_wheel_zoom_at_the_pointer_with_one_sharp_frame_at_the_end(mouse: Mouse) -> None:
    canvas = mouse.canvas
    at = QPointF(mouse.at("Damp walls"))
    on_map = canvas.viewport.window.to_map(at)
    mouse.wheel(at, 1, CTRL)
    mouse.wheel(at, 1, CTRL)
    assert canvas.viewport.window.to_map(at) == pytest.approx(on_map, abs=1)
    canvas.grab()
    assert canvas.cards_painted == 0
    mouse.hands.qtbot.waitUntil(lambda: canvas.grab() is not None and canvas.cards_painted > 0, timeout=2000)


def test_the_wheel_alone_pans_and_with_shift_sideways(mouse: Mouse) -> None:
    canvas, at = mouse.canvas, QPointF(300, 300)
    canvas.viewport.zoom_to(2.0)
    window = canvas.viewport.window
    mouse.wheel(at, -1, Qt.KeyboardModifier.NoModifier)
    assert canvas.viewport.window.top == window.top + 120
    mouse.wheel(at, -1, SHIFT)
    assert canvas.viewport.window.left == window.left + 120


def test_a_panned_screen_is_the_one_painted_anew_but_for_the_edges_of_slanted_lines(example: Hands) -> None:
    canvas, window = example.page.canvas, example.window

    def screen() -> NDArray[np.int16]:
        QApplication.processEvents()
        image = window.screen().grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
        pixels = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.width(), 4)
        return pixels[..., :3].astype(np.int16)

    canvas.viewport.zoom_by(2)
    example.press(KEYS.Key_Home)
    example.trigger("focus_branch")
    assert canvas.frame.minimap.area(canvas.viewport.window, canvas.size()) is not None
    first = panned = screen()
    for dx, dy in ((-17, -9), (40, 13), (-60, -40)):
        canvas.pan(dx, dy)
        panned = screen()
    canvas.update()
    painted = screen()
    assert (first != painted).any()
    assert ((panned != painted).any(axis=2)).mean() < 0.005


def test_the_pointer_shows_what_can_be_clicked(mouse: Mouse) -> None:
    QTest.mouseMove(mouse.canvas, mouse.at("Central"))
    assert mouse.canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(mouse.canvas, QPoint(5, 5))
    assert mouse.canvas.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_click_on_folded_opens_it(mouse: Mouse) -> None:
    hands = mouse.hands
    hands.select("Old mill")
    hands.press(KEYS.Key_E, CTRL)
    mouse.canvas.finish_animation()
    chip = fold_area(mouse.canvas.scene, mouse.canvas.viewport.window, hands.card("Old mill").id)
    assert chip is not None
    QTest.mouseClick(mouse.canvas, LEFT, pos=chip.center().toPoint())
    assert hands.card("Central").id in mouse.canvas.scene.index
    assert hands.selected == "Old mill"


def test_the_editor_stays_on_its_card_while_the_map_moves_and_zooms(mouse: Mouse) -> None:
    hands, canvas = mouse.hands, mouse.canvas
    hands.select("Central")
    hands.press(KEYS.Key_F2)
    moves: tuple[Callable[[], object], ...] = (lambda: canvas.pan(-40, 30), lambda: canvas.viewport.zoom_by(2))
    for move in moves:
        move()
        assert canvas.editor.geometry().topLeft() == mouse.area("Central").topLeft().toPoint()
        assert canvas.editor.isVisible()
    height = canvas.editor.height()
    hands.type(" and quite near to everything else in the town, as everybody says")
    assert canvas.editor.height() > height
    hands.press(KEYS.Key_Return)
    assert any(text.startswith("Central and quite near") for text in hands.texts)


def _around_editor(canvas: Canvas) -> NDArray[np.int16]:
    """What is painted, but for the editor, in which a cursor blinks."""
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
    found = pixels.astype(np.int16)
    area = canvas.editor.geometry()
    found[max(area.top(), 0) : area.bottom() + 1, max(area.left(), 0) : area.right() + 1] = 0
    return found


def test_the_editor_leaves_nothing_of_the_text_before_in_sight_beneath_it(mouse: Mouse) -> None:
    hands, canvas = mouse.hands, mouse.canvas
    card = hands.card("Central").id
    cards.set_text(hands.document, card, "Central and quite near to everything else in the town")
    hands.select("Central and quite near to everything else in the town")
    for zoom in (0, 3, -5):
        canvas.viewport.zoom_by(zoom)
        hands.press(KEYS.Key_F2)
        hands.press(KEYS.Key_A, CTRL)
        hands.type("x")
        before = _around_editor(canvas)
        # Another last word beneath the editor, as wide as the one before.
        cards.set_text(hands.document, card, "Central and quite near to everything else in the wotn")
        canvas.finish_animation()
        assert np.abs(_around_editor(canvas) - before).max() < 64
        hands.press(KEYS.Key_Escape)
        hands.trigger("undo")


def test_the_selected_card_stays_where_it_is_while_a_card_above_it_grows(mouse: Mouse) -> None:
    hands, canvas = mouse.hands, mouse.canvas
    hands.select("Cheap")
    canvas.finish_animation()
    selected, above = mouse.area("Cheap").top(), mouse.area("Central").top()
    cards.set_text(hands.document, hands.card("Central").id, text := "Central, with trams and buses near by. " * 8)
    canvas.finish_animation()
    assert mouse.area("Cheap").top() == pytest.approx(selected, abs=1)  # the map moves by whole pixels
    assert mouse.area(text).top() < above - 50


def test_a_double_click_edits_and_on_an_empty_map_begins(hands: Hands) -> None:
    canvas = hands.page.canvas
    QTest.mouseDClick(canvas, LEFT, pos=canvas.rect().center())
    hands.write("Why?")
    assert hands.card("Why?").kind is CardKind.QUESTION
    canvas.finish_animation()
    area = card_area(canvas.scene, canvas.viewport.window, 0)
    QTest.mouseDClick(canvas, LEFT, pos=area.center().toPoint())
    assert canvas.editor.isVisible()
