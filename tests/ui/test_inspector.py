"""The inspector shows the selected card and changes it; each gesture is one step."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSlider, QWidget

from desktop_app.model import reads
from desktop_app.model.records import Argument, Card, Citation, Map, Method, Premise, PremiseRule
from desktop_app.ui.widgets.fields import number_within
from desktop_app.ui.workspace.view import Page
from desktop_app.wording.sentence import text
from tests.ui.conftest import CTRL, KEYS, Hands

CON = "Ratification may fail or take years in several parliaments"


def _argument(hands: Hands, text: str) -> Argument:
    premise = hands.document.referring(Premise, "card", hands.card(text).id)[0]
    return hands.document.get(Argument, premise.argument)


def test_pips_take_digits_arrows_and_clicks(example: Hands) -> None:
    example.select(CON)
    pips = example.page.inspector.importance_field.pips
    pips.setFocus()
    example.press(KEYS.Key_1)
    assert _argument(example, CON).importance == 0.25
    example.press(KEYS.Key_Right)
    assert _argument(example, CON).importance == 0.5
    example.click(pips, QPoint(80, 12))
    assert _argument(example, CON).importance == 1.0
    example.press(KEYS.Key_Delete)
    assert _argument(example, CON).importance is None


def test_the_slider_is_one_step_for_one_gesture_and_changes_the_strength_shown(example: Hands) -> None:
    example.select(CON)
    slider = example.page.inspector.plausibility_field.slider
    before = example.workspace.results.cards[example.card(CON).id].strength
    slider.setFocus()
    example.press(KEYS.Key_PageUp)
    assert example.card(CON).plausibility == 0.8
    after = example.workspace.results.cards[example.card(CON).id].strength
    assert before is not None
    assert after is not None
    assert after > before
    assert example.window.actions_by_name["undo"].text() == "Undo Set how likely true"


def test_text_and_notes_commit_when_the_field_is_left(example: Hands) -> None:
    example.select(CON)
    field = example.page.inspector.text_field
    field.setFocus()
    example.press(KEYS.Key_End, CTRL)
    example.type("!")
    example.page.canvas.setFocus()
    assert example.document.get(Card, example.workspace.view.selected or 0).text == f"{CON}!"


def test_what_was_begun_is_written_when_another_card_is_selected_while_the_field_has_the_keyboard(
    example: Hands,
) -> None:
    example.select(CON)
    begun_for = example.card(CON).id
    notes = example.page.inspector._notes
    notes.setFocus()
    example.type("Ask again")
    example.workspace.select(example.workspace.document.get(Card, next(iter(example.workspace.places))).id)
    assert example.document.get(Card, begun_for).notes.endswith("Ask again")
    assert not len(example.workspace.pending)


def test_escape_in_the_text_field_restores(example: Hands) -> None:
    example.select(CON)
    field = example.page.inspector.text_field
    field.setFocus()
    example.type("XXX")
    example.press(KEYS.Key_Escape)
    example.page.canvas.setFocus()
    assert example.selected == CON


def test_a_source_is_found_by_its_key_or_made_from_its_title(example: Hands) -> None:
    example.select(CON)
    sources_before = len(reads.sources(example.document))
    field = example.page.inspector._sources.line
    field.setFocus()
    example.write("nat1949")
    assert len(reads.sources(example.document)) == sources_before
    field.setFocus()
    example.write("Polls on ratification, 2025")
    assert len(reads.sources(example.document)) == sources_before + 1
    cited = reads.citations_of(example.document, example.card(CON).id)
    assert len(cited) == 2
    assert example.document.count(Citation) >= 2


def test_points_add_up_to_what_is_said_beneath_them(example: Hands) -> None:
    option = "Ratified mutual-defence treaty clause"
    example.select(option)
    words = [
        label.text() for label in example.page.inspector._strength.findChildren(type(example.page.inspector.title))
    ]
    assert any(text.startswith("Together") for text in words)
    assert any("leaning +35" in text for text in words)
    assert any("Total 69" in text and "Ranked 1st" in text for text in words)


def test_without_a_selection_the_map_is_summed_up(example: Hands) -> None:
    example.workspace.view.select(None)
    summary = example.page.inspector._summary
    words = " ".join(label.text() for label in summary.findChildren(type(example.page.inspector.title)))
    assert "15 of 15 weighed." in words
    assert "Total 69" in words


def test_how_a_map_is_weighed_is_shown_and_chosen_beneath_its_sum(example: Hands) -> None:
    document, map_id = example.document, example.workspace.map_id
    example.workspace.view.select(None)
    settings = example.page.inspector.summary.settings
    for field, name, value, other in (
        (settings.method, "method", Method.DF_QUAD, Method.LOG_ODDS),
        (settings.premises, "premise_rule", PremiseRule.PRODUCT, PremiseRule.WEAKEST),
    ):
        field.setCurrentIndex(field.findData(value.value))
        field.activated.emit(field.currentIndex())
        assert getattr(document.get(Map, map_id), name) is value
        example.trigger("undo")
        assert field.currentData() == other.value


def test_clear_takes_away_how_much_a_point_matters_and_how_likely_true_it_is(example: Hands) -> None:
    example.select(CON)
    inspector = example.page.inspector
    example.click(inspector.importance_field.clear)
    assert _argument(example, CON).importance is None
    example.click(inspector.plausibility_field.clear)
    assert example.card(CON).plausibility is None


def test_a_wheel_that_passes_over_sliders_and_choices_changes_nothing(example: Hands) -> None:
    """Whatever widget it is: the page under the pointer scrolls, and no step is made."""
    example.select(CON)
    met = 0
    for page in Page:
        example.workspace.view.show_page(page)
        QApplication.processEvents()
        choosers: list[tuple[QWidget, Callable[[], int]]] = [
            *((slider, slider.value) for slider in example.window.findChildren(QSlider)),
            *((choice, choice.currentIndex) for choice in example.window.findChildren(QComboBox)),
        ]
        for widget, value in choosers:
            if widget.isVisible() and widget.isEnabled():
                met += 1
                before = value()
                widget.setFocus()
                middle = QPointF(widget.rect().center())
                event = QWheelEvent(
                    middle,
                    QPointF(widget.mapToGlobal(middle)),
                    QPoint(),
                    QPoint(0, -120),
                    Qt.MouseButton.NoButton,
                    Qt.KeyboardModifier.NoModifier,
                    Qt.ScrollPhase.NoScrollPhase,
                    False,
                )
                QApplication.sendEvent(widget, event)
                assert value() == before, widget.accessibleName()
                assert not event.isAccepted(), widget.accessibleName()
    assert met > 20


@pytest.mark.parametrize(("typed", "number"), [("12,5", 12.5), ("0,25", 0.25), ("1,000", 1000), ("7", 7), ("1.5", 1.5)])
def test_a_comma_in_a_number_is_what_it_can_only_be(typed: str, number: float) -> None:
    assert number_within(typed, least=0, most=10_000) == number


def test_both_numbers_of_a_card_are_asked_for_in_words(example: Hands) -> None:
    example.select(CON)
    inspector = example.page.inspector
    for field, key in (
        (inspector.importance_field, "weighing.importance"),
        (inspector.plausibility_field, "weighing.plausibility"),
    ):
        shown = [label.text() for label in field.findChildren(QLabel) if label.isVisible()]
        assert text(key) in shown
