"""The cheat sheet: every key there is, in groups."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui.widgets.columns import ColumnPage
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.wording.sentence import text

# A title, with what its keys do and how they are named.
KeyGroup = tuple[str, list[tuple[str, str]]]

_WIDTH_PX, _TOP_PX = 1240, 40
_COLUMNS = 3


class KeysPage(ColumnPage):
    """Every key.

    Args:
        groups: in order.

    Signals:
        left: the person has seen enough.
    """

    left = Signal()

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH_PX, _TOP_PX, parent)
        self.setObjectName("keys")
        self.setAccessibleName(text("keys.title"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        done = QPushButton(text("keys.done"))
        done.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(text("keys.title"), "pageTitle"))
        head.addStretch()
        head.addWidget(done)
        self.column.addLayout(head)
        columns = QHBoxLayout()
        columns.setSpacing(SPACE_WIDE)
        for shown in _in_columns(list(groups)):
            column = QVBoxLayout()
            column.setSpacing(SPACE_WIDE)
            for title, rows in shown:
                column.addWidget(_group(title, rows))
            column.addStretch()
            columns.addLayout(column, 1)
        self.column.addLayout(columns)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F1}:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _in_columns(groups: list[KeyGroup]) -> list[list[KeyGroup]]:
    """The groups in their order, in columns of about the same length."""
    heights = [len(rows) + 2 for _, rows in groups]
    share = sum(heights) / _COLUMNS
    columns: list[list[KeyGroup]] = [[] for _ in range(_COLUMNS)]
    above = 0.0
    for group, height in zip(groups, heights, strict=True):
        columns[min(_COLUMNS - 1, int((above + height / 2) / share))].append(group)
        above += height
    return columns


def _group(title: str, rows: list[tuple[str, str]]) -> QWidget:
    box = QFrame()
    box.setObjectName("card")
    grid = QGridLayout(box)
    grid.setContentsMargins(SPACE_WIDE, SPACE + 4, SPACE_WIDE, SPACE + 4)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    grid.addWidget(PlainLabel(title, "sectionTitle"), 0, 0, 1, 2)
    for number, (does, keys) in enumerate(rows, start=1):
        grid.addWidget(PlainLabel(does, wraps=True), number, 0)
        named = PlainLabel(keys, "value")
        named.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(named, number, 1)
    return box
