"""The matrix, and beneath it what the ranking hangs on: one page that scrolls, in which heads stay in sight."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui.pages.analysis.panel import AnalysisPanel
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.theme import SPACE

_PEEK_PX: Final = 56  # of what lies beneath a matrix that is higher than the page


class Halves(QScrollArea):
    """The two halves of the Criteria page.

    A matrix that fits is shown whole; a higher one fills the page and scrolls by itself, so that its heads stay.

    Args:
        matrix: the table; its maximum height is what it needs.
        counts: what is said beneath it.
        analysis: what the ranking hangs on.
    """

    def __init__(self, matrix: QWidget, counts: QWidget, analysis: AnalysisPanel) -> None:
        super().__init__()
        self._matrix = matrix
        self._counts = counts
        self._analysis = analysis
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        body.setObjectName("page")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE + 4)
        column.addWidget(matrix)
        column.addWidget(counts)
        column.addWidget(analysis)
        column.addStretch()
        self.setWidget(body)
        matrix.installEventFilter(self)

    def look_again(self) -> None:
        """Looks at the ranking anew."""
        self._analysis.refresh()
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The matrix says how high it is by its maximum; a changed one is a layout request to its parent.
        if watched is self._matrix and event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Gives the matrix what it needs, at most the page but for a strip of what lies beneath."""
        beneath = 0 if self._analysis.isHidden() else _PEEK_PX
        room = max(160, self.viewport().height() - self._counts.sizeHint().height() - SPACE - 4 - beneath)
        if theme.is_room():
            room = self.viewport().height()
        wanted = min(self._matrix.maximumHeight(), room)
        if wanted != self._matrix.minimumHeight():
            self._matrix.setMinimumHeight(wanted)
