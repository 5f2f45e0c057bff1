"""The first screen: start from a text or a template, see the example, learn, go on where one was."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.base.reaching import PATIENCE_S, is_gone, trouble_with
from desktop_app.ui.pages.welcome.templates import TemplateCards
from desktop_app.ui.widgets.buttons import RowButton
from desktop_app.ui.widgets.columns import ColumnPage
from desktop_app.ui.widgets.logo import Logo
from desktop_app.ui.widgets.rows import clear_rows
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE, interface_font
from desktop_app.viewmodels.moments import place_words, when_words
from desktop_app.viewmodels.recent import RecentWorkbook
from desktop_app.wording.sentence import text

_WIDTH_PX = 1080
_TOP_PX = 84


class WelcomePage(ColumnPage):
    """Shown while no workbook is open.

    Signals:
        open_asked: the path of a recent workbook.
        template_asked: the `Template` to begin with.
    """

    open_asked = Signal(object)
    template_asked = Signal(object)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH_PX, _TOP_PX, parent)
        self.setObjectName("welcome")
        self._recent = QVBoxLayout()
        self._recent.setContentsMargins(8, 4, 8, 4)
        self._recent.setSpacing(0)
        self._recent_box = QFrame()
        self._recent_box.setObjectName("card")
        self._recent_box.setLayout(self._recent)
        self._recent_heading = PlainLabel(text("welcome.recent"), "heading")
        column = self.column
        column.setSpacing(SPACE)
        column.addLayout(_brand())
        column.addSpacing(SPACE_WIDE + SPACE)
        column.addWidget(_start_box(actions))
        column.addSpacing(SPACE_WIDE)
        column.addWidget(PlainLabel(text("welcome.templates"), "heading"))
        cards = TemplateCards()
        cards.chosen.connect(self.template_asked)
        column.addWidget(cards)
        column.addSpacing(SPACE)
        column.addLayout(_buttons(actions))
        column.addSpacing(SPACE_WIDE + SPACE)
        column.addWidget(self._recent_heading)
        column.addWidget(self._recent_box)

    def show_recent(self, recent: Sequence[RecentWorkbook]) -> None:
        """Lists workbooks opened before; those that are gone say so."""
        clear_rows(self._recent)
        trouble = trouble_with((workbook.path for workbook in recent), PATIENCE_S)
        for number, workbook in enumerate(recent):
            if number:
                line = QFrame()
                line.setObjectName("hairline")
                line.setFixedHeight(1)
                self._recent.addWidget(line)
            self._recent.addWidget(self._recent_row(workbook, is_gone=is_gone(trouble[workbook.path])))
        self._recent_box.setVisible(bool(recent))
        self._recent_heading.setVisible(bool(recent))

    def _recent_row(self, workbook: RecentWorkbook, *, is_gone: bool) -> QWidget:
        path = workbook.path
        gone = text("welcome.gone") if is_gone else ""
        when = when_words(workbook.opened, datetime.now(UTC))
        row = RowButton(
            one_line(path.stem, 60), one_line(place_words(path.parent), 60), " · ".join(filter(None, (when, gone)))
        )
        row.setEnabled(not gone)
        row.setAccessibleName(text("welcome.open_recent", name=", ".join(filter(None, (one_line(path.stem), gone)))))
        row.setAccessibleDescription(text("welcome.last_opened", when=when))
        row.clicked.connect(lambda: self.open_asked.emit(path))
        return row


def _start_box(actions: Mapping[str, QAction]) -> QWidget:
    box = QFrame()
    box.setObjectName("startBox")
    line = QHBoxLayout(box)
    line.setContentsMargins(24, 18, 24, 18)
    words = QVBoxLayout()
    words.setSpacing(4)
    words.addWidget(PlainLabel(text("welcome.start"), "startTitle"))
    words.addWidget(PlainLabel(text("welcome.start.hint"), "cardText"))
    line.addLayout(words, 1)
    for label, action in ((text("welcome.paste"), "paste_text"), (text("welcome.open"), "open_workbook")):
        button = QPushButton(label)
        button.clicked.connect(actions[action].trigger)
        line.addWidget(button)
        line.addSpacing(SPACE)
    return box


def _buttons(actions: Mapping[str, QAction]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SPACE)
    for label, action, name in (
        (text("welcome.example"), "open_example", "primary"),
        (text("welcome.tutorial"), "open_tutorial", ""),
        (text("welcome.new"), "new_workbook", ""),
    ):
        button = QPushButton(label)
        button.setObjectName(name)
        button.clicked.connect(actions[action].trigger)
        line.addWidget(button)
    line.addStretch()
    return line


def _brand() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE)
    line = QHBoxLayout()
    line.setSpacing(SPACE)
    name = PlainLabel("Steelyard")
    name.setFont(interface_font(30, bold=True))
    line.addWidget(Logo(44))
    line.addWidget(name)
    line.addStretch()
    column.addLayout(line)
    motto = PlainLabel(text("welcome.motto"), "crumb")
    motto.setFont(interface_font(16))
    column.addWidget(motto)
    return column
