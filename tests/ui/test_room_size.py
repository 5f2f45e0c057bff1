"""F11: the page alone, in type for the back row. What is drawn is read back from a PDF, not from our measures."""

import contextlib
import math
import re
import struct
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from numpy.typing import NDArray
from pypdf import PdfReader
from PySide6.QtCore import QMarginsF, QPoint, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QAccessibleAnnouncementEvent, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QTableWidget, QWidget
from pytestqt.exceptions import TimeoutError as QtTimeoutError

from desktop_app.base.resources import resource
from desktop_app.drawing.cards import card_shapes
from desktop_app.drawing.paint import paint_shapes
from desktop_app.drawing.palette import Palette, Role
from desktop_app.edits import cards, maps, workbooks
from desktop_app.model.records import Argument, Map
from desktop_app.ui.pages.map.canvas import painting
from desktop_app.ui.pages.map.canvas.visible_area import STEP, VisibleArea
from desktop_app.ui.shell import room_size
from desktop_app.ui.shell.settings import Settings
from desktop_app.ui.shell.settings_page import SettingsPage
from desktop_app.ui.shell.top_bar import TopBar
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.weigh_button import WeighButton
from desktop_app.ui.workspace.view import Page
from desktop_app.viewmodels.canvas.arrays import Arrays
from desktop_app.viewmodels.canvas.scene import Scene
from desktop_app.viewmodels.number_visibility import HIDDEN
from tests.ui.conftest import CTRL, KEYS, Hands

PAGES = (Page.MAP, Page.BALANCE, Page.CRITERIA, Page.COMPARE)
SIZES = ((1920, 1080), (1024, 768))
_FINE = 8  # dots of the PDF a pixel: poppler says whole ones only


def _x_height() -> float:
    """Of the shipped face in ems, from its own tables."""
    face = resource("fonts", "SteelyardSans-Regular.otf").read_bytes()
    (count,) = struct.unpack(">H", face[4:6])
    tables = {
        face[at : at + 4]: struct.unpack(">I", face[at + 8 : at + 12])[0] for at in range(12, 12 + 16 * count, 16)
    }
    (high,) = struct.unpack_from(">h", face, tables[b"OS/2"] + 86)
    (units,) = struct.unpack_from(">H", face, tables[b"head"] + 18)
    return float(high / units)


def _floor(height: int, back_row: float = 8) -> float:
    """The least em, by the rule of the room: an x is N 400ths of the screen high."""
    return back_row * height / 400 / _x_height()


@pytest.fixture
def room(example: Hands, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hands]:
    """The example in room size, with the option selected that most is said about."""
    # A busy machine may take longer over a test than the line stays.
    monkeypatch.setattr(room_size, "LINE_SHOWN_MS", 3_600_000)
    targets = [item.target_card for item in example.document.all(Argument)]
    example.workspace.select(max(example.workspace.places, key=lambda card: (targets.count(card), -card)))
    example.press(KEYS.Key_F11)
    # A window system that is late with the screen has the page made again: what a test holds of it would be gone.
    settling = example.window.room.findChild(QTimer)
    assert settling is not None
    example.qtbot.waitUntil(lambda: not settling.isActive())
    yield example
    _end(example)


def _end(hands: Hands) -> None:
    if hands.window.workspace is not None:
        hands.workspace.pending.clear()
    hands.window.room.leave()


def _fill(hands: Hands, size: tuple[int, int]) -> None:
    """Gives the window a screen of some size."""
    hands.window.resize(*size)
    wanted = _floor(size[1], Settings().back_row)
    hands.qtbot.waitUntil(lambda: abs((theme.floor_px() or 0) - wanted) < 0.1)
    _settle(hands)


def _turn_to(hands: Hands, page: Page) -> None:
    hands.workspace.view.show_page(page)
    _settle(hands)


def _settle(hands: Hands) -> None:
    hands.page.canvas.finish_animation()
    for _ in range(3):
        QApplication.processEvents()


def _printed(window: QWidget, path: Path) -> Path:
    """What the window shows as a PDF of one page; type stays type."""
    writer = QPdfWriter(str(path))
    writer.setResolution(72)
    size = QSizeF(window.size()) * _FINE
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF())
    with QPainter(writer) as painter:
        painter.scale(_FINE, _FINE)
        window.render(painter, QPoint(0, 0))
    return path


def _by_poppler(path: Path) -> list[tuple[float, str]]:
    """The em in pixels of the window and the text of each run, as poppler reads them."""
    command = ["pdftohtml", "-xml", "-zoom", "1", "-i", "-stdout", str(path)]
    said = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
    tree = ET.fromstring(re.sub(rb"<!DOCTYPE[^>]*>", b"", said))  # written by ourselves
    sizes = {spec.attrib["id"]: float(spec.attrib["size"]) / _FINE for spec in tree.iter("fontspec")}
    found = ((sizes[run.attrib["font"]], "".join(run.itertext())) for run in tree.iter("text"))
    return [(size, text) for size, text in found if text.strip()]


def _by_pypdf(path: Path) -> list[tuple[float, str]]:
    """The same as pypdf reads them."""
    found: list[tuple[float, str]] = []

    def visit(text: str, around: list[float], inside: list[float], _font: object, size: float) -> None:
        if text.strip():
            areas = (abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) for matrix in (around, inside))
            found.append((size * math.sqrt(math.prod(areas)) / _FINE, text.strip()))

    PdfReader(path).pages[0].extract_text(visitor_text=visit)
    return found


HAS_POPPLER = which("pdftohtml") is not None


def _draws_cards_as_type(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cards are shown as kept pictures, in which no reader finds type: the same shapes are drawn in their place."""

    def draw(
        painter: QPainter,
        scene: Scene,
        arrays: Arrays,
        shown: NDArray[np.intp],
        window: VisibleArea,
        palette: Palette,
        _pictures: object,
    ) -> None:
        for position in shown.tolist():
            painter.save()
            painter.translate(
                arrays.x[position] * window.zoom - window.left, arrays.y[position] * window.zoom - window.top
            )
            painter.scale(window.zoom, window.zoom)
            paint_shapes(painter, card_shapes(scene.picture(position)), palette)
            painter.restore()

    monkeypatch.setattr(painting, "_paint_pictures", draw)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_text_on_a_page_is_below_the_floor_and_no_word_lies_on_another(
    room: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """Where poppler is not installed, pypdf alone reads sizes, and nobody where words lie."""
    _draws_cards_as_type(monkeypatch)
    _fill(room, size)
    assert room.page.room_line.isVisible()
    least = _floor(size[1]) - 1 / _FINE
    for page in PAGES:
        _turn_to(room, page)
        if page is not PAGES[0]:
            room.page.room_line.hide()  # poppler also reads what is scrolled out of sight beneath it
        seen = 0
        for scrolled in _views(room, page):
            printed = _printed(room.window, tmp_path / "page.pdf")
            for read in (_by_pypdf, _by_poppler) if HAS_POPPLER else (_by_pypdf,):
                runs = read(printed)
                seen += len(runs)
                assert not [(page, round(em, 2), text) for em, text in runs if em < least]
            if HAS_POPPLER and not scrolled:
                assert not _overlapping(_boxes(printed)), page
        assert seen > 8, f"nothing was read on {page}"


def _views(hands: Hands, page: Page) -> Iterator[int]:
    """Scrolls a page down to its end, a screen at a time; where the bar is."""
    shown = hands.page
    areas = {Page.BALANCE: shown.balance, Page.CRITERIA: shown.criteria.halves, Page.COMPARE: shown.compare.scrolling}
    bar = areas[page].verticalScrollBar() if page in areas else None
    yield 0
    while bar is not None and bar.value() < bar.maximum():
        bar.setValue(bar.value() + bar.pageStep())
        _settle(hands)
        yield bar.value()


def _boxes(path: Path) -> list[tuple[str, QRectF]]:
    """The words of a PDF and where they are, as poppler reads them, in pixels of the window."""
    said = subprocess.run(["pdftotext", "-bbox", str(path), "-"], check=True, capture_output=True, timeout=60).stdout
    found = []
    for word in re.finditer(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', said.decode()):
        left, top, right, bottom = (float(word[number]) / _FINE for number in range(1, 5))
        # The box of a word is as high as its line: letters keep clear of the ends of it.
        spare = (bottom - top) / 5
        found.append((word[5], QRectF(left + 1, top + spare, right - left - 2, bottom - top - 2 * spare)))
    return found


def _overlapping(words: list[tuple[str, QRectF]]) -> list[tuple[str, str]]:
    return [
        (one, other)
        for place, (one, area) in enumerate(words)
        for other, around in words[place + 1 :]
        if area.intersects(around)
    ]


def test_the_words_on_the_pans_do_not_reach_their_edges(room: Hands) -> None:
    for size in SIZES:
        _fill(room, size)
        _turn_to(room, Page.BALANCE)
        _assert_pans_hold_their_words(room)


def _assert_pans_hold_their_words(room: Hands) -> None:
    picture = room.page.balance.beam.grab().toImage()
    for role in (Role.PRO, Role.CON):
        inked = [
            (x, y)
            for x in range(picture.width())
            for y in range(0, picture.height(), 2)
            if picture.pixelColor(x, y) == theme.colour(role)
        ]
        columns, rows = sorted({x for x, _ in inked}), sorted({y for _, y in inked})
        middle = range(rows[len(rows) // 4], rows[3 * len(rows) // 4])
        for edge in (*columns[2:8], *columns[-8:-2]):
            assert all(picture.pixelColor(edge, y) == theme.colour(role) for y in middle), role


def _cut(window: QWidget) -> Iterator[str]:
    """Texts of visible widgets that need more room than they have, or are shown with an end in "…"."""
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text():
            yield from _cut_label(label)
    kinds: tuple[type[QPushButton | QComboBox | QLineEdit], ...] = (QPushButton, QComboBox, QLineEdit)
    for kind in kinds:
        for widget in window.findChildren(kind):
            if widget.isVisible():
                yield from _cut_line(widget)
    for table in window.findChildren(QTableWidget):
        if table.isVisible():
            yield from _cut_in(table)


def _cut_label(label: QLabel) -> Iterator[str]:
    text, area, metrics = label.text(), label.contentsRect(), label.fontMetrics()
    words = re.split(r"[\s\u200b]+|(?<=-)", text) if label.wordWrap() else [text]
    widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
    tall = label.heightForWidth(label.width()) if label.wordWrap() else metrics.height()
    if widest > area.width() + 1 or tall > label.height() + 1 or text.endswith("…"):
        yield f"label {label.objectName()} “{text}”: {widest} × {tall} in {area.width()} × {label.height()}"


def _cut_line(widget: QPushButton | QComboBox | QLineEdit) -> Iterator[str]:
    if isinstance(widget, QComboBox):
        text, beside = widget.currentText() or widget.placeholderText(), theme.px(22)
    else:
        text = widget.text() or (widget.placeholderText() if isinstance(widget, QLineEdit) else "")
        text, beside = text.replace("&&", "&"), 0
    wide, tall = widget.fontMetrics().horizontalAdvance(text) + beside, widget.fontMetrics().height()
    if text and (wide > widget.width() or tall > widget.height() or text.endswith("…")):
        yield f"{type(widget).__name__} “{text}”: {wide} × {tall} in {widget.width()} × {widget.height()}"


def _cut_in(table: QTableWidget) -> Iterator[str]:
    across, down = table.horizontalHeader(), table.verticalHeader()
    places = [
        (table.item(row, column), row, column)
        for row in range(table.rowCount())
        for column in range(table.columnCount())
    ]
    sections = [(item, table.columnWidth(column), table.rowHeight(row)) for item, row, column in places]
    sections += [
        (table.horizontalHeaderItem(at), table.columnWidth(at), across.height()) for at in range(table.columnCount())
    ]
    sections += [(table.verticalHeaderItem(at), down.width(), table.rowHeight(at)) for at in range(table.rowCount())]
    for item, width, height in sections:
        assert item is not None
        metrics = table.fontMetrics()
        words = item.text().split() if item.row() < 0 else [item.text()]
        room = QRectF(0, 0, width, 1e6).toRect()
        tall = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), item.text()).height()
        widest = max(metrics.horizontalAdvance(word) for word in words)
        if widest > width or tall > height or "…" in item.text():
            yield f"cell “{item.text()}”: {widest} × {tall} in {width} × {height}"
    if table.viewport().height() + 1 < sum(table.rowHeight(row) for row in range(table.rowCount())):
        yield "rows of the table"


def test_no_text_is_cut(room: Hands) -> None:
    for size, back_row in (((1920, 1080), 8.0), ((1024, 768), 8.0), ((1024, 768), 12.0)):
        Settings().back_row = back_row
        room.window.room.look_again()
        _fill(room, size)
        for page in PAGES:
            _turn_to(room, page)
            # Trials end when they end, and what they say is laid out then.
            with contextlib.suppress(QtTimeoutError):
                room.qtbot.waitUntil(lambda: not list(_cut(room.window)), timeout=2000)
            assert not list(_cut(room.window)), (page, size, back_row)


def test_the_page_stands_alone_in_the_projector_palette_and_the_window_comes_back(example: Hands) -> None:
    window = example.window
    chosen, before = theme.current().name, window.geometry()
    example.press(KEYS.Key_F11)
    assert window.isFullScreen()
    assert theme.current().name == "projector"
    assert not window.findChildren(TopBar)
    page = example.page
    for widget in (window.menuBar(), window.statusBar(), page.side, page.inspector, page.compare.panel):
        assert not widget.isVisible()
    assert not page.findChildren(QWidget, "addBar")
    example.press(KEYS.Key_F11)
    assert not window.isFullScreen()
    assert (theme.current().name, window.geometry()) == (chosen, before)
    assert (theme.scale(), Settings().theme) == (1.0, "")
    for widget in (window.menuBar(), window.statusBar(), example.page.side, example.page.inspector):
        assert widget.isVisible()


def test_another_look_that_is_chosen_meanwhile_is_seen_afterwards(room: Hands) -> None:
    room.trigger("dark_theme")
    assert theme.current().name == "projector"
    room.press(KEYS.Key_Escape)
    assert theme.current().name == "dark"
    room.trigger("system_theme")


def test_twice_is_the_same_picture(example: Hands) -> None:
    def picture() -> QImage:
        _settle(example)
        return example.window.grab().toImage()

    example.page.canvas.show_at(VisibleArea(-60, 90, STEP**-2))
    example.select(example.texts[2])
    for page in PAGES:
        example.workspace.view.show_page(page)
        # Trials write when they end, and there may be one after another.
        still = 0
        last = picture()
        while still < 4:
            example.qtbot.wait(300)
            last, still = picture(), (still + 1 if picture() == last else 0)
        before, focused = picture(), (type(example.focused), example.focused.accessibleName())
        example.press(KEYS.Key_F11)
        assert (type(example.focused), example.focused.accessibleName()) == focused
        example.press(KEYS.Key_F11)

        def is_as_before(before: QImage = before) -> bool:
            return picture() == before

        example.qtbot.waitUntil(is_as_before, timeout=30_000)
        assert (type(example.focused), example.focused.accessibleName()) == focused


def test_escape_takes_back_what_it_does_take_back_and_then_leaves(room: Hands) -> None:
    selected = room.selected
    room.trigger("focus_branch")
    room.press(KEYS.Key_Escape)
    assert theme.is_room()
    assert room.workspace.view.focus is None
    room.press(KEYS.Key_Escape)
    assert not theme.is_room()
    assert room.selected == selected


def test_page_keys_turn_pages_and_a_line_says_so_for_a_while(room: Hands) -> None:
    line = room.page.room_line
    assert line.isVisible()
    below = line.mapTo(room.page, QPoint(0, 0)).y()
    assert below >= room.page.splitter.geometry().bottom()
    for number, page in enumerate((Page.BALANCE, Page.CRITERIA, Page.COMPARE, Page.BRIEF, Page.MAP)):
        room.press(KEYS((KEYS.Key_2, KEYS.Key_3, KEYS.Key_4, KEYS.Key_5, KEYS.Key_1)[number]), CTRL)
        assert room.workspace.view.page is page
    line.hide_timer.timeout.emit()
    assert not line.isVisible()


def test_the_time_that_pages_take_is_not_taken_from_the_line(example: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room_size, "LINE_SHOWN_MS", 100)
    made = example.window.show_anew

    def show_slowly() -> None:
        made()
        time.sleep(0.2)

    monkeypatch.setattr(example.window, "show_anew", show_slowly)
    example.window.room.enter()  # not by its key: what is timed is looked at before any event is handled
    line = example.page.room_line
    assert line.isVisible()
    example.qtbot.waitUntil(line.isHidden)
    _end(example)


def test_pages_made_twice_before_the_first_are_gone_keep_their_line_and_widths(
    example: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room_size, "LINE_SHOWN_MS", 3_600_000)
    before = example.page.widths

    def pass_half_a_second() -> None:
        """What is not an event loop deletes nothing that is to be deleted later."""
        for _ in range(50):
            QApplication.processEvents()
            time.sleep(0.01)

    example.window.room.enter()
    made = example.page
    pass_half_a_second()
    example.window.resize(1920, 1080)
    pass_half_a_second()
    assert example.page is not made
    assert example.page.room_line.isVisible()
    _end(example)
    example.window.resize(1400, 900)
    pass_half_a_second()
    assert example.page.widths == before


def test_the_room_s_zoom_is_not_that_of_the_window(room: Hands) -> None:
    _fill(room, SIZES[0])
    assert room.page.canvas.viewport.zoom == pytest.approx(_floor(1080) / 11, abs=0.01)
    path = room.workspace.session.path
    room.trigger("zoom_in")
    room.trigger("close_workbook")
    kept = Settings().view_of(path)
    assert isinstance(kept, dict)
    assert kept["window"][2] == 1.0


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_small_picture_of_the_map_hides_words_on_its_cards(room: Hands, size: tuple[int, int]) -> None:
    def is_there() -> bool:
        canvas = room.page.canvas
        return canvas.frame.minimap.area(canvas.viewport.window, canvas.size()) is not None

    _fill(room, size)
    assert not is_there()
    _end(room)
    room.window.resize(1400, 900)
    _settle(room)
    room.page.canvas.viewport.zoom_by(2)
    assert is_there()


def test_a_small_map_is_fitted_as_large_as_it_may_be(hands: Hands) -> None:
    cards.add_question(hands.document, hands.workspace.map_id, "Go?")
    hands.press(KEYS.Key_F11)
    _fill(hands, SIZES[0])
    hands.trigger("zoom_fit")
    assert hands.page.canvas.viewport.zoom == pytest.approx(_floor(1080) / 11, abs=0.01)
    _end(hands)
    hands.trigger("zoom_fit")
    assert hands.page.canvas.viewport.zoom == 1.0


def test_another_back_row_is_another_size_at_once(room: Hands) -> None:
    _fill(room, SIZES[0])
    room.press(KEYS.Key_Comma, CTRL)
    page = room.window.pages.over
    assert isinstance(page, SettingsPage)
    page.back_row.setCurrentIndex(0)
    page.back_row.activated.emit(0)
    room.qtbot.waitUntil(lambda: theme.floor_px() == pytest.approx(_floor(1080, 4), abs=0.1))
    assert isinstance(room.window.pages.over, SettingsPage)


def test_hidden_numbers_are_said_above_the_page_with_the_way_to_show_them(room: Hands) -> None:
    maps.hide_numbers(room.document, room.workspace.map_id, hidden=True)
    notice = next(
        label for label in room.page.findChildren(QLabel) if label.text() == str(HIDDEN) and label.isVisible()
    )
    assert notice.window() is room.window
    weigh = next(button for button in room.page.findChildren(WeighButton) if button.isVisible())
    room.click(weigh)
    assert not room.document.get(Map, room.workspace.map_id).numbers_hidden
    assert not notice.isVisible()


def test_trouble_is_said_on_the_page(room: Hands) -> None:
    room.window.files.open_path(room.workspace.session.path.parent / "gone.steelyard")
    assert room.page.messages.isVisible()
    assert room.page.messages.findChildren(QLabel)[0].font().pixelSize() >= _floor(room.window.height())


def test_a_weight_is_moved_while_every_total_is_in_sight(room: Hands) -> None:
    _fill(room, SIZES[0])
    _turn_to(room, Page.CRITERIA)
    page = room.page.criteria
    heads, options = list(page.table.heads), list(page.table.options)
    slider = page.weight_slider(heads[-1])
    slider.setFocus()
    page.grid.reveal(page.table.heads[heads[-1]])
    _settle(room)
    before = [page.total_text(option) for option in options]
    for _ in range(12):
        room.press(KEYS.Key_PageUp)
    assert [page.total_text(option) for option in options] != before
    view = page.grid.viewport()
    for widget in (slider, *page.table.totals.values(), *page.table.options.values()):
        area = QRectF(widget.mapTo(view, QPoint(0, 0)), QSizeF(widget.size()))
        assert QRectF(view.rect()).contains(area), widget
        assert widget.visibleRegion().boundingRect() == widget.rect()


def test_a_card_is_written_on_the_map_in_letters_for_the_room(room: Hands) -> None:
    _fill(room, SIZES[1])
    room.page.canvas.setFocus()
    room.press(KEYS.Key_F2)
    editor = room.page.canvas.editor
    assert editor.isVisible()
    assert editor.font().pixelSize() >= _floor(SIZES[1][1])
    room.press(KEYS.Key_Escape)
    assert theme.is_room()


def test_a_language_from_the_right_stays_mirrored(hands: Hands) -> None:
    workbooks.set_language(hands.document, "ar")
    hands.window.show_anew()
    hands.press(KEYS.Key_F11)
    assert hands.page.layoutDirection() is Qt.LayoutDirection.RightToLeft
    _end(hands)
    assert hands.page.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_a_reader_hears_of_it(example: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    note = QAccessibleAnnouncementEvent

    def announcement(about: QWidget, words: str) -> QAccessibleAnnouncementEvent:
        heard.append(words)
        return note(about, words)

    monkeypatch.setattr(room_size, "QAccessibleAnnouncementEvent", announcement)
    example.press(KEYS.Key_F11)
    example.press(KEYS.Key_F11)
    assert [words.partition(" ")[0] for words in heard] == ["Room", "Room"]
    assert "Esc" in heard[0]


def test_a_window_closed_in_room_size_opens_as_it_was(room: Hands) -> None:
    room.window.close()
    assert not theme.is_room()
    again = QWidget()
    kept = Settings().geometry
    assert kept is not None
    assert again.restoreGeometry(kept)
    assert not again.isFullScreen()
    again.deleteLater()


def test_the_keyboard_stays_in_its_cell(example: Hands) -> None:
    example.workspace.view.show_page(Page.CRITERIA)
    _settle(example)
    grid = example.page.criteria.grid
    cell = next(item for item in grid.rows[2][1:] if "no argument yet" in item.accessibleName())
    cell.setFocus()
    name = example.focused.accessibleName().partition(":")[0]
    for _ in range(2):
        example.press(KEYS.Key_F11)
        _settle(example)
        assert example.focused.accessibleName().partition(":")[0] == name


def test_the_balance_that_was_chosen_stays(example: Hands) -> None:
    example.workspace.view.show_page(Page.BALANCE)
    _settle(example)
    balance = example.page.balance
    other = next(card for card in example.workspace.places if card != balance.subject)
    balance.show_subject(other)
    for _ in range(2):
        example.press(KEYS.Key_F11)
        _settle(example)
        assert example.page.balance.subject == other
