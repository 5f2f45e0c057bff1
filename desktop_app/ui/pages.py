"""What fills the window: the welcome screen or the open workbook, and at most one page laid over them for a while."""

from PySide6.QtWidgets import QStackedWidget, QWidget


class Pages(QStackedWidget):
    """A base page, and a page over it that is let go when it is left.

    Args:
        first: the base page to begin with; it is kept.
        parent: the widget it lives in.
    """

    def __init__(self, first: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = first
        self._base = first
        self._over: QWidget | None = None
        self.addWidget(first)

    @property
    def base(self) -> QWidget:
        """The page beneath."""
        return self._base

    @property
    def over(self) -> QWidget | None:
        """The page that is laid over, or None."""
        return self._over

    def show_base(self, page: QWidget | None) -> None:
        """Shows another base page; None goes back to the first. The one before is let go."""
        self._drop_over()
        before = self._base
        self._base = page if page is not None else self._first
        if self._base is not before and self._base is not self._first:
            self.addWidget(self._base)
        self.setCurrentWidget(self._base)
        if before is not self._base and before is not self._first:
            self._let_go(before)

    def lay_over(self, page: QWidget) -> None:
        """Shows a page over the base; one that was there is let go."""
        self._drop_over()
        self._over = page
        self.addWidget(page)
        self.setCurrentWidget(page)

    def leave(self) -> None:
        """Shows the base page again."""
        self._drop_over()
        self.setCurrentWidget(self._base)

    def _drop_over(self) -> None:
        if self._over is not None:
            self._let_go(self._over)
            self._over = None

    def _let_go(self, page: QWidget) -> None:
        self.removeWidget(page)
        page.hide()
        page.deleteLater()
