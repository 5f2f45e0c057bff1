"""The cheat sheet: every key there is, generated from the table of actions and of the keys that screens handle."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui.shell.actions import ACTIONS, MENUS
from desktop_app.ui.widgets.columns import ColumnPage
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.viewmodels.handled_keys import HANDLED_KEYS

_WIDTH_PX, _TOP_PX = 1240, 40
_COLUMNS = 3


class KeysPage(ColumnPage):
    """Every key.

    Signals:
        left: the person has seen enough.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH_PX, _TOP_PX, parent)
        self.setObjectName("keys")
        self.setAccessibleName("Keys")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        done = QPushButton("Done")
        done.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(PlainLabel("Keys", "pageTitle"))
        head.addStretch()
        head.addWidget(done)
        self.column.addLayout(head)
        columns = QHBoxLayout()
        columns.setSpacing(SPACE_WIDE)
        for groups in _in_columns(list(_groups())):
            column = QVBoxLayout()
            column.setSpacing(SPACE_WIDE)
            for title, rows in groups:
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


_Group = tuple[str, list[tuple[str, str]]]


def _groups() -> Iterator[_Group]:
    """Each menu, then each screen that handles keys itself, with what its keys do and how they are named."""
    for menu in MENUS:
        rows = [
            (spec.text.rstrip("…"), ",  ".join(_named(key) for key in spec.keys))
            for spec in ACTIONS
            if spec.menu == menu and spec.keys
        ]
        if rows:
            yield menu, rows
    for where in dict.fromkeys(spec.where for spec in HANDLED_KEYS):
        yield where, [(spec.text, ",  ".join(spec.keys)) for spec in HANDLED_KEYS if spec.where == where]


def _named(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _in_columns(groups: list[_Group]) -> list[list[_Group]]:
    """The groups in their order, in columns of about the same length."""
    heights = [len(rows) + 2 for _, rows in groups]
    share = sum(heights) / _COLUMNS
    columns: list[list[_Group]] = [[] for _ in range(_COLUMNS)]
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
    for number, (text, keys) in enumerate(rows, start=1):
        grid.addWidget(PlainLabel(text, wraps=True), number, 0)
        named = PlainLabel(keys, "value")
        named.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(named, number, 1)
    return box
