"""The Brief page: sections by keys, ticks and dragging, own words with markup, live pages, forms."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.briefing.content import switches
from desktop_app.briefing.content.switches import is_on
from desktop_app.briefing.content.words import words_in
from desktop_app.drawing.palette import Role
from desktop_app.edits import sections, sources
from desktop_app.model import reads
from desktop_app.model.records import Brief, CitationStyle, Margins, Paper, Section, SectionKind
from desktop_app.ui.pages.brief import preview_job
from desktop_app.ui.pages.brief.markup_editor import MarkupEditor
from desktop_app.ui.pages.brief.page import BriefPage
from desktop_app.ui.widgets import theme
from desktop_app.ui.workspace.view import Page
from tests.brief_screens import is_drawn
from tests.ui.conftest import CTRL, KEYS, SHIFT, Hands

WAIT_MS = 60_000


@pytest.fixture
def brief(example: Hands) -> BriefPage:
    example.press(KEYS.Key_5, CTRL)
    return example.page.brief


def drawn(qtbot: QtBot, page: BriefPage) -> None:
    qtbot.waitUntil(lambda: is_drawn(page) and page.pages.count > 0, timeout=WAIT_MS)


def kinds(page: BriefPage) -> list[SectionKind]:
    return [section.kind for section in page.commands.sections]


def section(page: BriefPage, kind: SectionKind) -> Section:
    return next(item for item in page.commands.sections if item.kind is kind)


def go_to(page: BriefPage, kind: SectionKind) -> None:
    page.sections.setFocus()
    page.sections.setCurrentRow(kinds(page).index(kind))


def settings(hands: Hands) -> Brief:
    found = reads.brief(hands.document, hands.workspace.map_id)
    assert found is not None
    return found


# --- the pages -------------------------------------------------------------------------------------------


def test_the_very_pages_are_shown_their_words_counted_and_the_page_in_view_named(
    qtbot: QtBot, example: Hands, brief: BriefPage
) -> None:
    assert example.workspace.view.page is Page.BRIEF
    drawn(qtbot, brief)
    count = brief.pages.count
    assert count > 1
    status = example.window.status
    assert f"Page 1 of {count}" in [label.text() for label in status.findChildren(type(status.zoom))]
    assert "words" in brief._count.text()
    brief.pages.setFocus()
    example.press(KEYS.Key_End)
    assert brief.pages.current == count - 1
    example.press(KEYS.Key_Home)
    assert brief.pages.current == 0


def test_choosing_a_section_brings_its_page_into_view(qtbot: QtBot, example: Hands, brief: BriefPage) -> None:
    drawn(qtbot, brief)
    go_to(brief, SectionKind.SOURCES)
    assert brief.pages.current > 0
    go_to(brief, SectionKind.RECOMMENDATION)
    assert brief.pages.current == 0


def test_how_many_pages_the_map_takes_is_said_beside_its_section(
    qtbot: QtBot, example: Hands, brief: BriefPage
) -> None:
    go_to(brief, SectionKind.MAP)
    drawn(qtbot, brief)
    assert brief.section_form._about.text().startswith("On paper: 3 pages")
    brief.commands.use_preset("poster")
    go_to(brief, SectionKind.MAP)
    drawn(qtbot, brief)
    assert brief.section_form._about.text().startswith("On paper: 2 pages")


def test_an_edit_draws_the_pages_anew_and_what_was_in_view_stays(
    qtbot: QtBot, example: Hands, brief: BriefPage
) -> None:
    drawn(qtbot, brief)
    go_to(brief, SectionKind.SOURCES)
    page = brief.pages.current
    before = brief.pages.verticalScrollBar().value()
    example.workspace.run(lambda d: sections.set_up_brief(d, example.workspace.map_id, organisation="Ministry"))
    assert not is_drawn(brief)
    drawn(qtbot, brief)
    assert brief.pages.current == page
    assert abs(brief.pages.verticalScrollBar().value() - before) < 40


def test_words_are_drawn_while_they_are_written_and_kept_when_left(
    qtbot: QtBot, example: Hands, brief: BriefPage
) -> None:
    drawn(qtbot, brief)
    go_to(brief, SectionKind.RECOMMENDATION)
    example.press(KEYS.Key_Return)
    assert example.focused is brief.section_form.words
    before = brief._count.text()
    example.type("Wait a while. Then wait some more. ")
    assert not is_drawn(brief)
    drawn(qtbot, brief)
    assert brief._count.text() != before
    assert "Wait a while" not in section(brief, SectionKind.RECOMMENDATION).body
    example.press(KEYS.Key_Return, CTRL)
    assert "Wait a while" in section(brief, SectionKind.RECOMMENDATION).body
    example.trigger("undo")
    assert "Wait a while" not in section(brief, SectionKind.RECOMMENDATION).body


def test_pages_nobody_sees_are_not_drawn(qtbot: QtBot, example: Hands, brief: BriefPage) -> None:
    drawn(qtbot, brief)
    example.trigger("show_map_page")
    example.workspace.run(lambda d: sections.set_up_brief(d, example.workspace.map_id, organisation="Ministry"))
    qtbot.wait(500)
    assert not is_drawn(brief)
    example.trigger("show_brief_page")
    drawn(qtbot, brief)


def test_the_pages_zoom_by_the_keys_of_the_map_and_are_drawn_finer(
    qtbot: QtBot, example: Hands, brief: BriefPage
) -> None:
    drawn(qtbot, brief)
    zoom = brief.pages.zoom
    example.trigger("zoom_in")
    assert brief.pages.zoom > zoom
    assert not is_drawn(brief)
    drawn(qtbot, brief)
    example.trigger("zoom_actual")
    assert brief.pages.zoom == 1
    example.trigger("zoom_out")
    example.trigger("zoom_fit")
    assert brief.pages.zoom == pytest.approx(zoom)


def test_a_fault_of_the_drawing_is_reported_and_the_next_edit_draws_the_pages(
    qtbot: QtBot, example: Hands, monkeypatch: pytest.MonkeyPatch, reports: list[str]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(preview_job, "compose", lambda *_, **__: 1 / 0)
        example.press(KEYS.Key_5, CTRL)
        page = example.page.brief
        assert "ZeroDivisionError" in reports[-1]
        qtbot.waitUntil(lambda: page.pages._words.startswith("The pages cannot be drawn. This is a fault"))
    assert page.pages.count == 0
    assert not is_drawn(page)
    example.workspace.run(lambda d: sections.set_recommendation(d, example.workspace.map_id, "Go."))
    drawn(qtbot, page)
    assert len(reports) == 1


def test_a_workbook_is_closed_after_a_fault_of_the_drawing(
    example: Hands, monkeypatch: pytest.MonkeyPatch, reports: list[str]
) -> None:
    monkeypatch.setattr(preview_job, "compose", lambda *_, **__: 1 / 0)
    example.press(KEYS.Key_5, CTRL)
    assert "ZeroDivisionError" in reports[-1]
    example.qtbot.wait(50)  # by now the job is deleted
    example.trigger("close_workbook")
    assert example.window.workbook is None
    assert example.window.pages.currentWidget() is example.window.welcome
    assert len(reports) == 1


def test_without_a_map_there_are_no_pages_and_that_is_said(qtbot: QtBot, example: Hands, brief: BriefPage) -> None:
    drawn(qtbot, brief)
    shown = example.workspace.map_id
    example.workspace.view.show_map(None)
    qtbot.waitUntil(lambda: is_drawn(brief), timeout=WAIT_MS)
    assert brief.pages.count == 0
    assert brief.sections.count() == 0
    assert not brief.forms.isEnabled()
    example.workspace.view.show_map(shown)
    drawn(qtbot, brief)


# --- sections --------------------------------------------------------------------------------------------


def test_keys_move_sections_and_undo_moves_them_back(example: Hands, brief: BriefPage) -> None:
    go_to(brief, SectionKind.MATRIX)
    before = kinds(brief)
    place = before.index(SectionKind.MATRIX)
    example.press(KEYS.Key_Up, CTRL)
    assert kinds(brief).index(SectionKind.MATRIX) == place - 1
    assert brief.sections.currentRow() == place - 1
    example.press(KEYS.Key_Down, CTRL)
    example.press(KEYS.Key_Down, CTRL)
    assert kinds(brief).index(SectionKind.MATRIX) == place + 1
    for _ in range(3):
        example.trigger("undo")
    assert kinds(brief) == before


def test_space_and_the_tick_leave_a_section_out(example: Hands, brief: BriefPage) -> None:
    go_to(brief, SectionKind.ARGUMENTS)
    example.press(KEYS.Key_Space)
    assert not section(brief, SectionKind.ARGUMENTS).included
    place = kinds(brief).index(SectionKind.ARGUMENTS)
    example.qtbot.mouseClick(
        brief.sections.viewport(), Qt.MouseButton.LeftButton, pos=brief.sections.tick_rect(place).center()
    )
    assert section(brief, SectionKind.ARGUMENTS).included


def test_a_section_is_dragged_before_another(example: Hands, brief: BriefPage) -> None:
    go_to(brief, SectionKind.SOURCES)
    top = brief.sections.visualItemRect(brief.sections.item(1)).top() + 2
    drop = QDropEvent(
        QPointF(40, top),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    brief.sections.dropEvent(drop)
    assert kinds(brief)[1] is SectionKind.SOURCES
    assert example.workspace.session.undo_label == "Arrange brief"


def test_a_form_brings_its_sections_in_its_order_in_one_step(example: Hands, brief: BriefPage) -> None:
    before = kinds(brief)
    brief.commands.use_preset("memo")
    assert settings(example).preset == "memo"
    assert SectionKind.SIGNATURES in kinds(brief)
    assert "lacks" not in brief.sections.item(0).text()
    example.trigger("undo")
    assert kinds(brief) == before


def test_the_word_count_stands_against_the_cap_of_the_form(qtbot: QtBot, example: Hands, brief: BriefPage) -> None:
    brief.preset.setFocus()
    brief.preset.setCurrentIndex(brief.preset.findData("one-page"))
    brief.preset.activated.emit(brief.preset.currentIndex())
    drawn(qtbot, brief)
    assert "of 700 words" in brief._count.text()
    assert settings(example).preset == "one-page"


def test_an_own_section_is_added_after_the_chosen_one_named_written_and_deleted(
    example: Hands, brief: BriefPage
) -> None:
    go_to(brief, SectionKind.MATRIX)
    place = kinds(brief).index(SectionKind.MATRIX)
    example.trigger("add_section")
    assert kinds(brief)[place + 1] is SectionKind.WORDS
    assert example.focused is brief.section_form.title
    example.type("Why now")
    example.press(KEYS.Key_Return)
    assert brief.commands.sections[place + 1].title == "Why now"
    assert brief.sections.item(place + 1).text() == "Why now"
    brief.sections.setFocus()
    example.press(KEYS.Key_Delete)
    assert "Why now" not in [item.title for item in brief.commands.sections]


def test_a_part_of_the_map_that_a_form_leaves_out_can_be_added(example: Hands, brief: BriefPage) -> None:
    brief.commands.use_preset("one-page")
    assert SectionKind.OUTLINE not in kinds(brief)
    brief._add_menu.aboutToShow.emit()
    own, parted, *_ = brief._add_menu.actions()
    assert (own.isSeparator(), parted.isSeparator()) == (False, True)
    entry = next(item for item in brief._add_menu.actions() if item.text() == "The map in words")
    entry.trigger()
    assert SectionKind.OUTLINE in kinds(brief)


def test_switches_of_a_section_are_ticks(example: Hands, brief: BriefPage) -> None:
    go_to(brief, SectionKind.MATRIX)
    example.press(KEYS.Key_Return)
    tick = brief.section_form.tick(switches.RANGES)
    assert example.focused is tick
    assert tick.isChecked()
    example.press(KEYS.Key_Space)
    assert not is_on(section(brief, SectionKind.MATRIX), switches.RANGES)
    example.click(brief.section_form.tick(switches.HEAT), QPoint(8, 8))
    assert not is_on(section(brief, SectionKind.MATRIX), switches.HEAT)


def test_what_is_missing_is_said_beside_the_section(hands: Hands) -> None:
    hands.trigger("show_brief_page")
    brief = hands.page.brief
    go_to(brief, SectionKind.RECOMMENDATION)
    assert "Write the recommendation" in brief.section_form._lacks.text()
    told = brief.sections.currentItem().data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "Write the recommendation" in told
    hands.press(KEYS.Key_F2)
    hands.type("Wait.")
    go_to(brief, SectionKind.OPTIONS)
    assert section(brief, SectionKind.RECOMMENDATION).body == "Wait."
    assert "no options" in brief.section_form._lacks.text()


def test_f6_goes_round_the_panes(example: Hands, brief: BriefPage) -> None:
    brief.sections.setFocus()
    example.press(KEYS.Key_F6)
    assert example.has_keyboard(brief.pages)
    example.press(KEYS.Key_F6)
    assert brief.forms.isAncestorOf(example.focused)
    example.press(KEYS.Key_F6)
    assert example.focused is brief.sections


# --- own words -------------------------------------------------------------------------------------------


def select(brief: BriefPage, words: str) -> None:
    editor = brief.section_form.words
    start = editor.toPlainText().index(words)
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


@pytest.mark.parametrize(
    ("key", "modifiers", "written"),
    [
        (KEYS.Key_B, CTRL, "ask **them** now"),
        (KEYS.Key_I, CTRL, "ask *them* now"),
        (KEYS.Key_L, CTRL | SHIFT, "- ask them now"),
        (KEYS.Key_K, CTRL | SHIFT, "ask [them](https://) now"),
    ],
)
def test_markup_is_written_by_keys(hands: Hands, key: Qt.Key, modifiers: Qt.KeyboardModifier, written: str) -> None:
    hands.trigger("show_brief_page")
    brief = hands.page.brief
    go_to(brief, SectionKind.RECOMMENDATION)
    hands.press(KEYS.Key_F2)
    hands.type("ask them now")
    select(brief, "them")
    hands.press(key, modifiers)
    assert brief.section_form.words.toPlainText() == written


def _writing(hands: Hands) -> MarkupEditor:
    """The words of the recommendation, with the keyboard in them."""
    hands.trigger("show_brief_page")
    go_to(hands.page.brief, SectionKind.RECOMMENDATION)
    hands.press(KEYS.Key_F2)
    return hands.page.brief.section_form.words


def test_several_lines_become_items_and_plain_lines_again(hands: Hands) -> None:
    words = _writing(hands)
    words.setPlainText("one\ntwo\nthree")
    words.selectAll()
    words.bullets()
    assert words.toPlainText() == "- one\n- two\n- three"
    words.selectAll()
    words.bullets()
    assert words.toPlainText() == "one\ntwo\nthree"


def test_words_tell_their_section_while_they_are_written(hands: Hands) -> None:
    _writing(hands)
    form = hands.page.brief.section_form
    with hands.qtbot.waitSignal(form.drafted) as told:
        hands.type("n")
    assert told.args == [form.section, "n"]


def test_markup_is_shown_as_it_will_be_printed_and_its_signs_step_back(hands: Hands) -> None:
    editor = _writing(hands)
    editor.setPlainText("**now** *then* [there](https://a.org)")
    text = editor.toPlainText()
    shown = {
        text[item.start : item.start + item.length]: QTextCharFormat(item.format)
        for item in editor.document().firstBlock().layout().formats()
    }
    assert shown["now"].fontWeight() == QFont.Weight.Bold
    assert shown["then"].fontItalic()
    assert shown["there"].fontUnderline()
    assert not shown["now"].fontUnderline()
    assert shown["**"].foreground().color() == theme.colour(Role.FAINT)


def test_bold_and_lists_are_taken_back_by_the_same_keys(hands: Hands) -> None:
    hands.trigger("show_brief_page")
    brief = hands.page.brief
    go_to(brief, SectionKind.RECOMMENDATION)
    hands.press(KEYS.Key_F2)
    hands.type("ask them")
    select(brief, "them")
    for _ in range(2):
        hands.press(KEYS.Key_B, CTRL)
    for _ in range(2):
        hands.press(KEYS.Key_L, CTRL | SHIFT)
    assert brief.section_form.words.toPlainText() == "ask them"


def test_a_source_is_picked_by_a_few_letters_of_its_title(hands: Hands) -> None:
    hands.workspace.run(lambda document: sources.add_source(document, "wg25", "Report of the working group"))
    hands.workspace.run(lambda document: sources.add_source(document, "other", "Something else"))
    hands.trigger("show_brief_page")
    brief = hands.page.brief
    go_to(brief, SectionKind.RECOMMENDATION)
    hands.press(KEYS.Key_F2)
    hands.type("As said")
    hands.press(KEYS.Key_C, CTRL | SHIFT)
    editor = brief.section_form.words
    assert editor.completer.completionCount() == 2
    hands.type("work")
    assert editor.completer.completionCount() == 1
    offered = editor.completer.popup()
    assert offered is not None
    assert offered.viewport().width() >= offered.fontMetrics().horizontalAdvance("Report of the working group")
    hands.press(KEYS.Key_Return)
    QApplication.processEvents()
    assert editor.toPlainText() == "As said [@wg25]"
    hands.press(KEYS.Key_Return, CTRL)
    assert section(brief, SectionKind.RECOMMENDATION).body == "As said [@wg25]"


def test_words_belong_to_the_section_they_were_written_for(example: Hands, brief: BriefPage) -> None:
    own = [item for item in brief.commands.sections if item.kind is SectionKind.WORDS][:2]
    brief.commands.choose(own[0])
    brief.section_form.words.setFocus()
    example.type("First. ")
    brief.commands.choose(own[1])
    after = {item.id: item.body for item in brief.commands.sections}
    assert after[own[0].id] == f"First. {own[0].body}"
    assert after[own[1].id] == own[1].body
    assert brief.section_form.words.toPlainText() == own[1].body


# --- the document ----------------------------------------------------------------------------------------


def test_empty_fields_of_the_document_show_how_a_date_and_a_classification_are_written(brief: BriefPage) -> None:
    lines = brief.document_form.lines
    assert [lines[name].placeholderText() for name in ("date", "classification")] == ["2026-03-31", "Official"]


def test_the_form_of_the_document_is_set_field_by_field(example: Hands, brief: BriefPage) -> None:
    form = brief.document_form

    def choose(combo: object, value: object) -> None:
        from PySide6.QtWidgets import QComboBox

        assert isinstance(combo, QComboBox)
        combo.setCurrentIndex(combo.findData(value))
        combo.activated.emit(combo.currentIndex())

    choose(form.paper, Paper.LETTER)
    choose(form.language, "de")
    choose(form.numbers, False)
    choose(form.margins, Margins.WIDE)
    choose(form.citations, CitationStyle.FOOTNOTES)
    form.lines["decision_by"].setFocus()
    example.write("1 May")
    made = settings(example)
    assert (made.paper, made.language, made.numbers) == (Paper.LETTER, "de", False)
    assert (made.margins, made.citations, made.decision_by) == (Margins.WIDE, CitationStyle.FOOTNOTES, "1 May")
    place = kinds(brief).index(SectionKind.ARGUMENTS)
    assert brief.sections.item(place).text() == words_in("de")["section.arguments"]


def test_a_brief_set_up_for_the_first_time_speaks_the_language_of_the_workbook(hands: Hands) -> None:
    from desktop_app.edits import workbooks

    hands.workspace.run(lambda document: workbooks.set_language(document, "uk"))
    hands.trigger("show_brief_page")
    hands.page.brief.commands.use_preset("memo")
    assert settings(hands).language == "uk"


def test_a_logo_is_chosen_and_removed_and_what_is_no_picture_is_refused(
    example: Hands, brief: BriefPage, tmp_path: Path, answer: Callable[[Path], None]
) -> None:
    form = brief.document_form
    path = tmp_path / "logo.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>')
    answer(path)
    form.logo.click()
    assert settings(example).logo
    form.no_logo.click()
    assert not settings(example).logo
    path.write_text("<svg><script>1</script></svg>")
    form.logo.click()
    assert example.page.messages.isVisible()
    answer(tmp_path / "gone.png")
    form.logo.click()
    assert not settings(example).logo


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Answers the dialogs that ask for a file."""

    def use(path: Path) -> None:
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), ""))

    return use
