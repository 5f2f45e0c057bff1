"""A panel that opens beside what it is about, above the page but inside the window: nothing waits for it."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui.widgets.refused_note import field_beside

_MARGIN_PX: Final = 8
_EDGE_PX: Final = 4  # its border on both sides, and the margins within


class Popover(QFrame):
    """Shows one panel at a time over a page; Esc or a click elsewhere closes it and the keyboard goes back.

    Args:
        page: what it lies over.

    Signals:
        closed: it is no longer shown; what was written in it has been committed.
    """

    closed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._anchor: QWidget | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("popover")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._scroll)
        self.hide()

    @property
    def panel(self) -> QWidget | None:
        """What it shows; None while it is closed."""
        return self._scroll.widget() if self.isVisible() else None

    def open(self, panel: QWidget, anchor: QWidget) -> None:
        """Shows a panel beside a widget, which gets the keyboard back afterwards."""
        self.close_panel()
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        panel.setObjectName("popoverBody")
        self._scroll.setWidget(panel)
        self._anchor = anchor
        self.setAccessibleName(panel.accessibleName())
        self.place()
        self.show()
        self.raise_()
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def place(self) -> None:
        """Puts it beside what it is about, as large as its panel needs and the page allows."""
        panel, anchor = self._scroll.widget(), self._anchor
        if panel is None or anchor is None:
            return
        room = self._page.rect().adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        if panel.minimumWidth() > room.width() - _EDGE_PX:
            panel.setFixedWidth(room.width() - _EDGE_PX)
        wanted = panel.sizeHint().expandedTo(panel.minimumSize()).boundedTo(panel.maximumSize())
        width = min(wanted.width() + _EDGE_PX, room.width())
        height = panel.heightForWidth(width - _EDGE_PX) if panel.hasHeightForWidth() else wanted.height()
        fits = height + _EDGE_PX <= room.height()
        height = min(height + _EDGE_PX, room.height())
        # A bar that came while the panel was still being laid out would narrow it, and so stay for good.
        if not fits:
            bar = self._scroll.verticalScrollBar().sizeHint().width()
            width = min(width + bar, room.width())
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(policy)
        beside = QRect(anchor.mapTo(self._page, QPoint(0, 0)), anchor.size())
        # To the right of it where there is room, else to the left; never outside the page.
        left = beside.right() + 4
        if left + width > room.right():
            left = beside.left() - width - 4
        if left < room.left():
            left = max(room.left(), min(beside.left(), room.right() - width))
        top = max(room.top(), min(beside.top(), room.bottom() - height))
        self.setGeometry(left, top, width, height)

    def close_panel(self) -> None:
        """Closes; fields in it that were being written commit, since they lose the keyboard."""
        if not self.isVisible():
            return
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        if had_keyboard and self._anchor is not None:
            (self._anchor if self._anchor.isVisible() else self._page).setFocus()
        self.hide()
        self.closed.emit()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside: what lies beneath is reached after it is closed."""
        start = QApplication.focusWidget()
        step = start
        while step is not None:
            step = step.nextInFocusChain() if forward else step.previousInFocusChain()
            if step is start or step is None:
                return False
            by_tab = bool(step.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if by_tab and self.isAncestorOf(step) and step.isVisible() and step.isEnabled():
                reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
                step.setFocus(reason)
                self._scroll.ensureWidgetVisible(step)
                return True
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        # Other keys end here: what lies beneath must not act on them.

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            clicked = field_beside(watched) or watched
            inside = clicked is self or self.isAncestorOf(clicked)
            if not inside and watched.window() is self.window():
                self.close_panel()
        elif event.type() is QEvent.Type.LayoutRequest and watched is self._scroll.widget():
            self.place()
        return super().eventFilter(watched, event)
