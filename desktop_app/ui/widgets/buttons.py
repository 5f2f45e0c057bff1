"""Buttons that hold labels, as large as those need. What they do is said by whoever makes them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.base.plain_text import breakable
from desktop_app.ui.widgets.text import PlainLabel


class _RoomyButton(QPushButton):
    """A button as large as its layout; the labels in it let clicks through."""

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()

    @override
    def hasHeightForWidth(self) -> bool:
        layout = self.layout()
        return layout is not None and layout.hasHeightForWidth()

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else super().heightForWidth(width)

    def _let_clicks_through(self) -> None:
        for label in self.findChildren(QWidget):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class ShortButton(QPushButton):
    """A button that never widens what it is in: what does not fit ends in "…"."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room.width())
        with QPainter(self) as painter:
            self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)


class CardButton(_RoomyButton):
    """A card to choose: a title, and beneath it what it is for."""

    def __init__(self, title: str, summary: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cardButton")
        self.setAccessibleName(title)
        self.setAccessibleDescription(summary)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Cards in a row are as wide as each other and as high as the highest.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(6)
        column.addWidget(PlainLabel(title, "cardTitle", wraps=True))
        column.addWidget(PlainLabel(summary, "cardText", wraps=True))
        column.addStretch()
        self._let_clicks_through()


class RowButton(_RoomyButton):
    """A row to choose: a name, what belongs to it beside, and something short at the end."""

    def __init__(self, name: str, beside: str, end: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rowButton")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 11, 12, 11)
        line.setSpacing(8)
        title, place, last = PlainLabel("", "rowName"), PlainLabel("", "crumb"), PlainLabel("", "hint")
        title.say(name)
        place.say(beside)
        last.say(end)
        line.addWidget(title)
        line.addWidget(place)
        line.addStretch(1)
        line.addWidget(last)
        self._let_clicks_through()


class TextButton(_RoomyButton):
    """A line of text to choose, broken where it has no room, with what is said of it beneath."""

    def __init__(self, text: str, beneath: str = "", name: str = "textButton", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Fixed would hold it to the height of its lines in another width.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 3, 4, 3)
        column.setSpacing(1)
        label = PlainLabel("", f"{name}Words", wraps=True)
        label.say(breakable(text))
        column.addWidget(label)
        if beneath:
            hint = PlainLabel("", "hint", wraps=True)
            hint.say(beneath)
            column.addWidget(hint)
        self._let_clicks_through()
