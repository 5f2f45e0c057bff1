"""The first screen: start from a text, open a workbook, see the example, go on where one was."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.theme import SPACE, SPACE_WIDE, interface_font
from desktop_app.ui.widgets import icons
from desktop_app.ui.widgets.message_bar import MessageBar
from desktop_app.ui.widgets.text import PlainLabel, for_menu, one_line

_WIDTH_PX = 1080


class WelcomePage(QScrollArea):
    """Shown while no workbook is open.

    Signals:
        open_asked: the path of a recent workbook.
        paste_asked: start from what is on the clipboard.
    """

    open_asked = Signal(object)
    paste_asked = Signal()

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.messages = MessageBar()
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._recent_box = QFrame()
        self._recent_box.setObjectName("card")
        self._recent_box.setLayout(self._recent)
        self._recent_heading = PlainLabel("RECENT", "heading")
        body = QWidget()
        body.setObjectName("page")
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.messages)
        middle = QHBoxLayout()
        middle.setContentsMargins(32, 72, 32, 32)
        middle.addStretch(1)
        column_widget = QWidget()
        column_widget.setMaximumWidth(_WIDTH_PX)
        column = QVBoxLayout(column_widget)
        column.setSpacing(SPACE_WIDE)
        middle.addWidget(column_widget, 20)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        column.addLayout(_brand())
        column.addSpacing(SPACE)
        column.addWidget(self._start_box(actions))
        column.addLayout(self._buttons(actions))
        column.addSpacing(SPACE)
        column.addWidget(self._recent_heading)
        column.addWidget(self._recent_box)
        self.setWidget(body)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Lists workbooks opened before; those that are gone say so."""
        while (item := self._recent.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for path in paths:
            self._recent.addWidget(self._recent_row(path))
        self._recent_box.setVisible(bool(paths))
        self._recent_heading.setVisible(bool(paths))

    def _start_box(self, actions: Mapping[str, QAction]) -> QWidget:
        box = QFrame()
        box.setObjectName("card")
        line = QHBoxLayout(box)
        line.setContentsMargins(24, 20, 24, 20)
        words = QVBoxLayout()
        title = PlainLabel("Start from a text")
        title.setFont(interface_font(16, bold=True))
        words.addWidget(title)
        words.addWidget(PlainLabel("Paste an article, a list of pros and cons, or an outline.", "hint"))
        line.addLayout(words, 1)
        paste = QPushButton("Paste")
        paste.clicked.connect(self.paste_asked)
        opened = QPushButton("Open…")
        opened.clicked.connect(actions["open_workbook"].trigger)
        line.addWidget(paste)
        line.addSpacing(SPACE)
        line.addWidget(opened)
        return box

    def _buttons(self, actions: Mapping[str, QAction]) -> QHBoxLayout:
        line = QHBoxLayout()
        example = QPushButton("See the example: security guarantees")
        example.setObjectName("primary")
        example.clicked.connect(actions["open_example"].trigger)
        new = QPushButton("New empty workbook…")
        new.clicked.connect(actions["new_workbook"].trigger)
        line.addWidget(example)
        line.addWidget(new)
        line.addStretch()
        return line

    def _recent_row(self, path: Path) -> QWidget:
        there = path.exists()
        row = QPushButton()
        row.setObjectName("quiet")
        row.setEnabled(there)
        name = for_menu(path.stem)
        row.setText(f"{name}     {for_menu(str(path.parent))}{'' if there else '     not there now'}")
        row.setAccessibleName(f"Open {one_line(path.stem)}{'' if there else ', not there now'}")
        row.setCursor(Qt.CursorShape.PointingHandCursor)
        row.clicked.connect(lambda: self.open_asked.emit(path))
        return row


def _brand() -> QVBoxLayout:
    column = QVBoxLayout()
    line = QHBoxLayout()
    logo = QLabel()
    logo.setPixmap(icons.pixmap("logo", size_px=44))
    name = PlainLabel("Steelyard")
    name.setFont(interface_font(30, bold=True))
    line.addWidget(logo)
    line.addWidget(name)
    line.addStretch()
    column.addLayout(line)
    motto = PlainLabel("Weigh arguments. See what they add up to. Brief it on paper.", "crumb")
    motto.setFont(interface_font(16))
    column.addWidget(motto)
    return column
