"""The palette: a few letters of anything, by keys alone; what cannot be done says why."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.edits import sources
from desktop_app.model import reads
from desktop_app.model.records import CardKind, Map
from desktop_app.session import Session
from desktop_app.ui.shell.actions.action_table import ACTIONS
from desktop_app.ui.shell.command_palette.palette import CommandPalette
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.settings import Settings
from desktop_app.ui.shell.settings_page import SettingsPage
from desktop_app.ui.workspace.view import Page
from desktop_app.viewmodels.matching import fit
from tests.ui.conftest import CTRL, KEYS, Hands


def _palette(hands: Hands) -> CommandPalette:
    hands.press(KEYS.Key_K, CTRL)
    found = next(item for item in hands.window.pages.findChildren(CommandPalette) if item.isVisible())
    assert hands.focused is found.line
    return found


def _is_open(hands: Hands) -> bool:
    return any(item.isVisible() for item in hands.window.pages.findChildren(CommandPalette))


def test_every_action_of_the_table_is_in_the_palette_with_its_shortcut(example: Hands) -> None:
    palette = _palette(example)
    keys = {item.key: item.row for item, _ in palette._items}
    for row in ACTIONS:
        assert f"action:{row.id}" in keys
    assert keys["action:find_cards"].end == "Edit   Ctrl+F"


def test_a_few_letters_and_enter_carry_an_action_out(example: Hands) -> None:
    palette = _palette(example)
    example.type("criteria")
    assert "Criteria" in palette.shown
    row = palette.shown.index("Criteria")
    for _ in range(row):
        example.press(KEYS.Key_Down)
    example.press(KEYS.Key_Return)
    assert example.workspace.view.page is Page.CRITERIA
    assert not _is_open(example)


def test_an_action_acts_on_the_selected_card_and_the_keyboard_is_back_on_the_map(hands: Hands) -> None:
    hands.press(KEYS.Key_Tab)
    hands.write("Which way?")
    _palette(hands)
    hands.type("insert pro")
    hands.press(KEYS.Key_Escape)
    assert hands.focused is hands.page.canvas
    palette = _palette(hands)
    hands.type("change to note")
    assert palette.shown[0] == "Change to note"
    hands.press(KEYS.Key_Return)
    assert hands.card("Which way?").kind is CardKind.NOTE


def test_what_cannot_be_done_now_says_why_and_does_nothing(hands: Hands) -> None:
    palette = _palette(hands)
    hands.type("make it a pro")
    row = palette._row(palette._shown[0])
    assert not row.is_possible
    assert row.end == "select a pro or con first"
    hands.press(KEYS.Key_Return)
    assert palette.isVisible()


def test_every_condition_of_the_table_has_its_reason() -> None:
    for row in ACTIONS:
        assert row.when is None or str(row.when.reason), row.id
        assert (row.when is None and not row.writes) or row.why_not(None) == "open a workbook first"


def test_a_read_only_workbook_says_so_of_what_would_change_it(hands: Hands) -> None:
    path = hands.workspace.session.path
    hands.window.files.close()
    hands.window.files._open(lambda: Session.open(path, read_only=True))
    palette = _palette(hands)
    hands.type("card below")
    assert palette._row(palette._shown[0]).end == "the workbook is read only"


def test_a_card_of_another_map_is_shown_where_it_stands(example: Hands) -> None:
    _palette(example)
    example.type("misread")
    example.press(KEYS.Key_Return)
    assert example.selected.startswith("Leaders who talk")
    assert example.document.get(Map, example.workspace.map_id).title == "Should the summit go ahead?"


def test_maps_perspectives_and_sources_are_gone_to(example: Hands) -> None:
    _palette(example)
    example.type("should the summit")
    example.press(KEYS.Key_Return)
    assert example.document.get(Map, example.workspace.map_id).title == "Should the summit go ahead?"
    _palette(example)
    example.type("go badly")
    example.press(KEYS.Key_Return)
    chosen = example.workspace.view.perspective
    (named,) = [item for item in reads.perspectives(example.document, example.workspace.map_id) if item.id == chosen]
    assert named.name == "If things go badly"
    _palette(example)
    example.type("north atlantic")
    example.press(KEYS.Key_Return)
    source = reads.source_with_key(example.document, "nat1949")
    assert source is not None
    selected = example.workspace.view.selected
    assert selected is not None
    assert source.id in {item.source for item in reads.citations_of(example.document, selected)}


def test_a_source_that_nothing_cites_cannot_be_gone_to(example: Hands) -> None:
    sources.add_source(example.document, "loose", "A loose leaf")
    palette = _palette(example)
    example.type("loose leaf")
    assert palette._row(palette._shown[0]).end == "Source, not cited yet"


def test_what_was_chosen_last_comes_first(example: Hands) -> None:
    _palette(example)
    example.type("fit the map")
    example.press(KEYS.Key_Return)
    palette = _palette(example)
    assert palette.shown[0] == "Fit the map"
    assert Settings().recent_choices[0] == "action:zoom_fit"


def test_a_setting_opens_with_the_keyboard_at_it(window: MainWindow, qtbot: QtBot) -> None:
    hands = Hands(qtbot, window)
    window.open_palette()
    hands.type("your name")
    hands.press(KEYS.Key_Return)
    assert isinstance(window.pages.over, SettingsPage)
    assert hands.focused is window.pages.over.author


def test_clicking_elsewhere_closes_it_and_tab_and_page_keys_move_in_the_list(example: Hands) -> None:
    palette = _palette(example)
    example.press(KEYS.Key_Tab)
    assert palette.results.row == 1
    example.press(KEYS.Key_PageDown)
    assert palette.results.row == 11
    example.press(KEYS.Key_PageUp)
    example.press(KEYS.Key_Up)
    assert palette.results.row == 0
    example.page.canvas.setFocus()
    QApplication.processEvents()
    assert not _is_open(example)


def test_nothing_found_is_said(example: Hands) -> None:
    palette = _palette(example)
    example.type("qqqxz")
    assert palette.shown == []
    assert palette.nothing.isVisible()
    example.press(KEYS.Key_Return)
    assert palette.isVisible()


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("fit", "fit the map", "benefit"),
        ("map", "fit the map", "bitmap"),
        ("ftm", "fit the map", "a far too long name with many letters in between the m"),
        ("fold", "fold", "fold to the second level"),
    ],
)
def test_what_begins_with_the_letters_fits_better(typed: str, better: str, worse: str) -> None:
    first, second = fit(typed, better), fit(typed, worse)
    assert first is not None
    assert second is None or first > second


def test_letters_that_are_not_there_fit_nothing() -> None:
    assert fit("xyz", "fit the map") is None
    assert fit("map xyz", "fit the map") is None
    assert fit("", "fit the map") is not None
