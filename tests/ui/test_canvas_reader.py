"""What a screen reader finds on the canvas: the current card with its relatives, named, and each move."""

import gc
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from desktop_app.edits import arguments
from desktop_app.model.records import Card
from desktop_app.ui.pages.map.canvas.accessible import CanvasInterface
from desktop_app.ui.pages.map.canvas.canvas import Canvas
from desktop_app.ui.workspace.commands import Commands
from desktop_app.wording.sentence import literal
from tests.sure import sure
from tests.ui.conftest import CTRL, KEYS, Hands

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def reader() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def _tree(hands: Hands) -> CanvasInterface:
    found = QAccessible.queryAccessibleInterface(hands.page.canvas)
    assert isinstance(found, CanvasInterface)
    return found


def _children(tree: QAccessibleInterface) -> list[str]:
    return [tree.child(number).text(NAME) for number in range(tree.childCount())]


def test_a_reader_finds_the_roots_first_and_then_the_relatives_of_the_current_card(
    example: Hands, reader: None
) -> None:
    tree = _tree(example)
    assert tree.role() is QAccessible.Role.Tree
    example.workspace.view.select(None)
    assert any(name.startswith("Question, How should") for name in _children(tree))
    example.press(KEYS.Key_Home)
    example.press(KEYS.Key_Right)
    names = _children(tree)
    assert names[0].startswith("Question")
    assert sum(name.startswith("Option") for name in names) == 4
    assert any(name.startswith(("Pro", "Con")) for name in names)
    assert all(tree.indexOfChild(sure(tree.child(number))) == number for number in range(tree.childCount()))


def test_each_move_of_the_keyboard_moves_the_readers_focus(example: Hands, reader: None) -> None:
    tree = _tree(example)
    example.press(KEYS.Key_Home)
    example.press(KEYS.Key_Right)
    focused = tree.focusChild()
    assert focused is not None
    selected = example.workspace.view.selected
    assert selected is not None
    assert example.document.get(Card, selected).text in focused.text(NAME)
    assert "total" in focused.text(NAME)
    assert focused.state().focused
    assert focused.state().selected
    assert not focused.rect().isEmpty()
    at = focused.rect().center()
    assert sure(tree.childAt(at.x(), at.y())).text(NAME) == focused.text(NAME)


def test_a_folded_card_says_so_and_a_deleted_one_is_not_there_any_more(example: Hands, reader: None) -> None:
    tree = _tree(example)
    example.press(KEYS.Key_Home)
    example.press(KEYS.Key_Right)
    example.press(KEYS.Key_E, CTRL)
    folded = tree.focusChild()
    assert folded is not None
    assert folded.state().collapsed
    assert "folded" in folded.text(DESCRIPTION)
    example.press(KEYS.Key_Delete)
    assert not folded.isValid()
    assert folded.text(NAME) == ""
    assert folded.rect().isEmpty()


def test_cards_that_come_and_go_by_the_hundred_leave_a_reader_unharmed(example: Hands, reader: None) -> None:
    tree = _tree(example)
    example.press(KEYS.Key_Home)
    question = example.workspace.view.selected
    assert question is not None
    with example.document.transaction(literal("Add many")):
        for number in range(550):
            arguments.add_pro(example.document, question, f"Reason {number}")
    names = _children(tree)
    gc.collect()
    assert len(names) > 550
    assert _children(tree) == names
    example.window.files.close()
    QApplication.processEvents()
    gc.collect()


def test_while_a_card_is_written_its_editor_is_the_last_child_and_has_the_focus(example: Hands, reader: None) -> None:
    tree = _tree(example)
    example.press(KEYS.Key_Home)
    cards = tree.childCount()
    example.trigger("add_pro")
    example.type("It is near")
    assert tree.childCount() == cards + 1
    last = tree.child(cards)
    assert last is not None
    assert last.object() is example.page.canvas.editor
    assert last.text(NAME) == "New card: Pro"
    assert last.textInterface().text(0, 10) == "It is near"
    assert tree.indexOfChild(last) == cards
    assert last.parent().object() is example.page.canvas
    assert sure(tree.focusChild()).object() is example.page.canvas.editor
    at = last.rect().center()
    assert sure(tree.childAt(at.x(), at.y())).object() is example.page.canvas.editor
    example.press(KEYS.Key_Return)
    assert all(sure(tree.child(number)).object() is None for number in range(tree.childCount()))


def test_cards_that_a_reader_was_given_outlive_their_canvas_and_say_that_they_are_gone(
    example: Hands, reader: None
) -> None:
    canvas = Canvas(example.workspace, Commands(example.workspace))
    tree = QAccessible.queryAccessibleInterface(canvas)
    cards = [tree.child(number) for number in range(tree.childCount())]
    numbers = [QAccessible.uniqueId(card) for card in cards]
    assert cards
    del tree
    # Without a word, as when the program is interrupted.
    shiboken6.delete(canvas)
    gc.collect()
    for card, number in zip(cards, numbers, strict=True):
        assert QAccessible.accessibleInterface(number) is not None
        assert not card.isValid()
        assert card.state().invalid
        assert card.text(NAME) == ""
        assert card.rect().isEmpty()
        assert card.parent() is None


def test_a_workbook_that_is_closed_takes_the_cards_from_the_reader(example: Hands, reader: None) -> None:
    example.press(KEYS.Key_Home)
    tree = _tree(example)
    numbers = [QAccessible.uniqueId(sure(tree.child(number))) for number in range(tree.childCount())]
    assert all(QAccessible.accessibleInterface(number) is not None for number in numbers)
    example.window.files.close()
    assert all(QAccessible.accessibleInterface(number) is None for number in numbers)
