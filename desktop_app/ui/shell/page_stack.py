"""What fills the window: the welcome screen or the open workbook, and at most one page laid over them for a while."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

# No page asks for more, so that the window fits a screen of 960 × 540: a laptop's at 200 %.
_MOST_ASKED: Final = QSize(940, 420)


class PageStack(QStackedWidget):
    """A base page, and a page over it that is let go when it is left.

    Signals:
        turned: another page is shown.
    """

    turned = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._first: QWidget | None = None
        self._base: QWidget | None = None
        self._over: QWidget | None = None
        self._keeps_over = False

    @override
    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().boundedTo(_MOST_ASKED)

    def begin_with(self, page: QWidget) -> None:
        """Shows the first base page; it is kept for good."""
        self._first = self._base = page
        self.addWidget(page)

    @property
    def over(self) -> QWidget | None:
        """The page that is laid over, or None."""
        return self._over

    def show_base(self, page: QWidget | None) -> None:
        """Shows another base page; None goes back to the first. The one before is let go."""
        if not self._keeps_over:
            self._drop_over()
        before = self._base
        self._base = page if page is not None else self._first
        assert self._base is not None, "begin_with was not called"
        if self._base is not before and self._base is not self._first:
            self.addWidget(self._base)
        if self._over is None:
            self.setCurrentWidget(self._base)
        if before is not None and before is not self._base and before is not self._first:
            self._discard(before)
        self.turned.emit()

    @contextmanager
    def keeping_over(self) -> Iterator[None]:
        """Meanwhile another base page may be shown under the page that is laid over, which stays as it is."""
        self._keeps_over = True
        try:
            yield
        finally:
            self._keeps_over = False

    def lay_over(self, page: QWidget) -> None:
        """Shows a page over the base; one that was there is let go."""
        self._drop_over()
        self._over = page
        self.addWidget(page)
        self.setCurrentWidget(page)
        self.turned.emit()

    def leave(self) -> None:
        """Shows the base page again."""
        self._drop_over()
        assert self._base is not None, "begin_with was not called"
        self.setCurrentWidget(self._base)
        self.turned.emit()

    def _drop_over(self) -> None:
        if self._over is not None:
            self._discard(self._over)
            self._over = None

    def _discard(self, page: QWidget) -> None:
        self.removeWidget(page)
        page.hide()
        page.deleteLater()
