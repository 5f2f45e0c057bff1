"""A map that grows downwards, as another row of the table of axes would have it: keys, drops and marks turn too."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest

from desktop_app.layout.axis import Axis
from desktop_app.model.records import LayoutStyle
from desktop_app.ui.pages.map.canvas.overlay import fold_area
from desktop_app.ui.pages.map.canvas.viewport import MARGIN
from desktop_app.viewmodels.canvas import scene as scenes
from desktop_app.viewmodels.canvas.crosslinks import cross_links
from tests.sure import sure
from tests.ui.conftest import CTRL, KEYS, Hands
from tests.ui.test_canvas_mouse import LEFT, Mouse, mouse_over_a_question


@pytest.fixture
def downwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenes, "AXES", {LayoutStyle.RIGHT: Axis(along=1)})


@pytest.fixture
def mouse(downwards: None, hands: Hands) -> Mouse:
    return mouse_over_a_question(hands)


def test_children_stand_below_and_arrows_follow_what_the_eye_sees(mouse: Mouse) -> None:
    hands = mouse.hands
    assert mouse.area("Where?").bottom() < mouse.area("Old mill").top()
    assert mouse.area("Old mill").right() < mouse.area("New hall").left()
    hands.select("Where?")
    for key, reached in (
        (KEYS.Key_Down, "Old mill"),
        (KEYS.Key_Right, "New hall"),
        (KEYS.Key_Left, "Old mill"),
        (KEYS.Key_Up, "Where?"),
    ):
        hands.press(key)
        assert hands.selected == reached


def test_the_gap_between_siblings_lies_beside_a_card_and_is_marked_upright(mouse: Mouse) -> None:
    gap = mouse.at("Central", across=0.0) - QPoint(5, 0)
    mouse.press(mouse.at("Cheap"))
    mouse.drag_to(gap)
    drop = sure(mouse.dragging.drop)
    assert drop.words == "Before “Central”"
    marked, card = mouse.canvas.viewport.window.to_widget(*drop.area), mouse.area("Central")
    assert marked.height() == pytest.approx(card.height())
    assert marked.top() == pytest.approx(card.top())
    assert marked.right() < card.left()
    mouse.release(gap)
    texts = mouse.hands.texts
    assert texts.index("Cheap") < texts.index("Central") < texts.index("Damp walls")


@pytest.mark.parametrize(("across", "sign"), [(0.2, "Pro"), (0.8, "Con")])
def test_a_card_still_takes_a_pro_at_the_left_and_a_con_at_the_right(mouse: Mouse, across: float, sign: str) -> None:
    mouse.press(mouse.at("Central"))
    mouse.drag_to(mouse.at("New hall", across))
    assert f"{sign}: “New hall”" in sure(mouse.dragging.drop).words


def test_what_a_folded_card_hides_is_said_below_it_and_opened_there(mouse: Mouse) -> None:
    hands = mouse.hands
    hands.select("Old mill")
    hands.press(KEYS.Key_E, CTRL)
    mouse.canvas.finish_animation()
    chip = sure(fold_area(mouse.canvas.scene, mouse.canvas.viewport.window, hands.card("Old mill").id))
    card = mouse.area("Old mill")
    assert chip.top() > card.bottom()
    assert chip.center().x() == pytest.approx(card.center().x())
    QTest.mouseClick(mouse.canvas, LEFT, pos=chip.center().toPoint())
    assert hands.card("Central").id in mouse.canvas.scene.index


def test_a_further_use_of_a_card_leaves_below_and_arrives_above(mouse: Mouse) -> None:
    hands = mouse.hands
    hands.select("Cheap")
    hands.trigger("copy_cards")
    hands.select("New hall")
    hands.trigger("link_as_pro")
    scene = mouse.canvas.scene
    cross = cross_links(hands.document, scene, hands.workspace.places, hands.card("Cheap").id)
    (curve,) = cross.controls
    window = mouse.canvas.viewport.window
    start, end = (window.to_widget(float(x), float(y), 0, 0).topLeft() for x, y in (curve[0], curve[-1]))
    hall, cheap = mouse.area("New hall"), mouse.area("Cheap")
    assert (start - QPointF(hall.center().x(), hall.bottom())).manhattanLength() < 2
    assert (end - QPointF(cheap.center().x(), cheap.top())).manhattanLength() < 2


def test_the_first_look_is_at_the_root_at_the_top_with_room_below(mouse: Mouse) -> None:
    hands, canvas = mouse.hands, mouse.canvas
    hands.select("Old mill")
    for number in range(12):
        hands.trigger("add_pro")
        hands.write(f"Reason {number}")
        hands.select("Old mill")
    canvas.finish_animation()
    canvas.viewport.first_look()
    root = mouse.area("Where?")
    assert root.top() == pytest.approx(MARGIN, abs=1)
    assert root.center().x() == pytest.approx(canvas.width() / 2, abs=1)
    hands.trigger("add_map")
    hands.press(KEYS.Key_Tab)
    hands.write("Alone?")
    canvas.finish_animation()
    canvas.viewport.first_look()
    assert mouse.area("Alone?").top() == pytest.approx(2 * MARGIN, abs=1)
