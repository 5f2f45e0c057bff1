"""Whole pieces of work, done in the window by nothing but keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.records import Argument, Card, Citation, Source
from desktop_app.session import Session
from tests.ui.conftest import CTRL, KEYS, SHIFT, Hands

HEADING = "must address several key aspects"
WAIT_MS = 60_000
MOST_PRESSES = 60

SOURCE = "Survey of readers, 2026"
# Each line as it is typed, with the card below which ("below") or after which ("after") it is written.
LINES = (
    ("Where should the library go?", "below", ""),
    ("Old mill", "below", "Where should the library go?"),
    ("+ In the middle of the town [major] ~80%", "below", "Old mill"),
    ("- Buses end at seven [moderate] ~60%", "below", "In the middle of the town"),
    ("+ A third of the readers come after six [moderate]", "below", "Buses end at seven"),
    ("+ Walls that keep books cool [minor] ~50%", "after", "In the middle of the town"),
    ("- Damp in the cellar [major] ~40%", "after", "Walls that keep books cool"),
    ("- Drained and dried in 2019 [major] ~90%", "below", "Damp in the cellar"),
    ("- No lift [moderate]", "after", "Damp in the cellar"),
    ("School yard", "after", "Old mill"),
    ("+ Children are there already [major] ~95%", "below", "School yard"),
    ("+ The town owns the ground [moderate] ~99%", "after", "Children are there already"),
    ("- Closed in the holidays [moderate] ~70%", "after", "The town owns the ground"),
    ("- Volunteers could keep it open [minor] ~30%", "below", "Closed in the holidays"),
    ("- Noise [minor]", "after", "Closed in the holidays"),
    ("As it is", "after", "School yard"),
    ("+ Costs nothing now [moderate] ~90%", "below", "As it is"),
    ("- The roof leaks [decisive] ~95%", "after", "Costs nothing now"),
    ("- Repairs of 2024 held through the winter [minor] ~20%", "below", "The roof leaks"),
    ("- Too small for groups [major]", "after", "The roof leaks"),
)


def _press_until(hands: Hands, key: Qt.Key, reached: Callable[[], bool]) -> None:
    for _ in range(MOST_PRESSES):
        if reached():
            return
        hands.press(key)
    assert reached(), f"stuck at {hands.selected}"


def _go(hands: Hands, back: Qt.Key, target: str) -> None:
    _press_until(hands, back, lambda: hands.selected == target)


def _build(hands: Hands, back: Qt.Key) -> None:
    """Writes the twenty cards of the library; `back` leads towards the question."""
    for line, way, target in LINES:
        _go(hands, back, target)
        hands.press(KEYS.Key_Tab if way == "below" else KEYS.Key_Return)
        hands.write(line)


def _give_keyboard(hands: Hands, widget: QWidget) -> None:
    """To a field of the inspector, by F6 and Tab."""
    _press_until(hands, KEYS.Key_F6, lambda: hands.page.inspector.isAncestorOf(hands.focused))
    _press_until(hands, KEYS.Key_Tab, lambda: hands.focused is widget)


def _cite(hands: Hands, title: str, pane: QWidget) -> None:
    """Cites a source on the selected card, and gives the keyboard back."""
    _give_keyboard(hands, hands.page.inspector._sources.line)
    hands.write(title)
    _press_until(hands, KEYS.Key_F6, lambda: hands.focused is pane)


def _assert_library(document: Document) -> None:
    (a_map,) = reads.maps(document)
    assert document.count(Card) == len(LINES)
    assert [document.get(Card, card.id).text for card in reads.options(document, a_map.id)] == [
        "Old mill",
        "School yard",
        "As it is",
    ]
    weighed = [argument.importance for argument in document.all(Argument) if argument.importance is not None]
    assert len(weighed) == 16
    assert document.count(Source) == 1
    assert document.count(Citation) == 2


@pytest.mark.parametrize(("place", "back"), [("canvas", KEYS.Key_Left), ("outline", KEYS.Key_Up)])
def test_twenty_cards_with_weights_and_sources_are_written_by_keys_alone(
    hands: Hands, place: str, back: Qt.Key
) -> None:
    pane = hands.page.canvas if place == "canvas" else hands.page.side.outline
    _press_until(hands, KEYS.Key_F6, lambda: hands.focused is pane)
    _build(hands, back)
    _cite(hands, SOURCE, pane)
    (source,) = hands.document.all(Source)
    _go(hands, back, "As it is")
    # A second card cites it by the key it was given.
    _cite(hands, source.key, pane)
    _assert_library(hands.document)
    path = hands.workspace.session.path
    hands.window.files.close()
    with Session.open(path) as session:
        _assert_library(session.document)


def test_an_article_becomes_a_brief_by_keys_alone(
    qtbot: QtBot, hands: Hands, cases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = tmp_path / "article.pdf"
    # The dialog of the system is not ours to type into.
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(pdf), ""))
    QApplication.clipboard().setText((cases / "article.txt").read_text(encoding="utf-8"))
    hands.press(KEYS.Key_V, CTRL)
    hands.write("Should the bridge be built?")
    (made,) = (a_map for a_map in reads.maps(hands.document) if a_map.title == "Should the bridge be built?")
    assert hands.workspace.map_id == made.id
    pros_and_cons = list(hands.document.all(Argument))
    assert len(pros_and_cons) == 13
    hands.press(KEYS.Key_Home)
    hands.press(KEYS.Key_Right)
    _give_keyboard(hands, hands.page.inspector.importance_field.pips)
    hands.press(KEYS.Key_3)
    assert [argument.importance for argument in hands.document.all(Argument)].count(0.75) == 1
    hands.press(KEYS.Key_E, CTRL | SHIFT)
    qtbot.waitUntil(lambda: not hands.window.export_runner.is_running, timeout=WAIT_MS)
    assert hands.window.status.message.startswith("Exported article.pdf.")
    printed = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    spoken = " ".join(printed.split())
    for argument in pros_and_cons:
        (premise,) = reads.premises_of(hands.document, argument.id)
        claim = hands.document.get(Card, premise.card).text
        assert " ".join(claim.split()) in spoken
