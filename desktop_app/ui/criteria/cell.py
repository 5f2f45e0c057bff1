"""One cell of the matrix: a score to be typed, its range as a bar, and what its arguments say."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.drawing.palette import Role, mixed
from desktop_app.model.records import Score
from desktop_app.ui import theme
from desktop_app.ui.criteria.typed import TypedScore, write_score
from desktop_app.ui.theme import SPACE
from desktop_app.ui.widgets.fields import CommittingLine
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.weighing.matrix import CellResult, CellState
from desktop_app.weighing.numbers import Doubt

_CERTAINTY = {"high": "sure", "medium": "fairly sure", "low": "unsure"}


class ScoreCell(QWidget):
    """An option on a criterion.

    Signals:
        typed: what was typed as its score.
    """

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fill: str | None = None
        self.line = CommittingLine()
        self.line.setObjectName("cell")
        self.line.setFont(theme.interface_font(18, bold=True))
        self.line.setMaximumWidth(132)
        self.line.committed.connect(self.typed)
        self._state = PlainLabel("", "hint")
        self._bar = ScoreBar()
        self._pros = PlainLabel("", "hint")
        self._mark = PlainLabel("", "hint")
        top = QHBoxLayout()
        top.addWidget(self.line)
        top.addStretch()
        top.addWidget(self._state)
        bottom = QHBoxLayout()
        bottom.addWidget(self._pros)
        bottom.addStretch()
        bottom.addWidget(self._mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, SPACE, 12, SPACE)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addLayout(bottom)

    def show_cell(self, cell: CellResult, score: Score | None, name: str, *, enabled: bool) -> None:
        """Shows a score and its arguments.

        Args:
            cell: what the cell comes to.
            score: the record behind it, where there is one.
            name: "option, criterion" for who cannot see the table.
            enabled: whether it can be typed over.
        """
        typed = TypedScore(score.likely, score.low, score.high) if score is not None else None
        if cell.state is CellState.ARGUED:
            typed = None
        self.line.show_text(write_score(cell, typed))
        self.line.setReadOnly(not enabled or cell.state is CellState.ARGUED)
        self.line.setPlaceholderText("–")
        self.line.setAccessibleName(f"{name}: score")
        confidence = score.confidence if score is not None else None
        self._state.setText(
            _CERTAINTY[confidence.value] if confidence is not None and cell.score else _state_words(cell.state)
        )
        self._bar.show_score(cell.score)
        self._pros.setText(f"\N{FULLWIDTH PLUS SIGN}{cell.pros}  \N{MINUS SIGN}{cell.cons}")
        self._mark.setText(_mark(cell))
        low, high = theme.current()[Role.HEAT_LOW], theme.current()[Role.HEAT_HIGH]
        self._fill = mixed(low, high, cell.score.likely / 100) if cell.score is not None else None
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._fill is not None:
            with QPainter(self) as painter:
                painter.fillRect(self.rect(), self._fill)


class ScoreBar(QWidget):
    """A score from 0 to 100 as a bar, with its range as a line; all bars of a table share one scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._score: Doubt | None = None
        self.setMinimumWidth(60)

    def show_score(self, score: Doubt | None) -> None:
        """Shows a score, or an empty track."""
        self._score = score
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, 10)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        width, middle = self.width() - 2, 5.0
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Role.TRACK))
            painter.drawRoundedRect(QRectF(1, middle - 2.5, width, 5), 2.5, 2.5)
            if self._score is None:
                return
            painter.setBrush(theme.colour(Role.OPTION))
            painter.drawRoundedRect(QRectF(1, middle - 2.5, width * self._score.likely / 100, 5), 2.5, 2.5)
            if not self._score.is_certain:
                low, high = 1 + width * self._score.low / 100, 1 + width * self._score.high / 100
                painter.setPen(QPen(theme.colour(Role.INK), 1.5))
                painter.drawLine(QPointF(low, middle), QPointF(high, middle))
                for end in (low, high):
                    painter.drawLine(QPointF(end, middle - 3), QPointF(end, middle + 3))


def _state_words(state: CellState) -> str:
    return {
        CellState.JUDGED: "",
        CellState.ARGUED: "from its arguments",
        CellState.NOT_SCORED: "not scored",
        CellState.NOT_KNOWN: "don't know",
        CellState.NOT_ARGUED: "nothing weighed",
    }[state]


def _mark(cell: CellResult) -> str:
    if cell.below_red_line:
        return "below the red line"
    if cell.disagrees:
        if not cell.pros:
            return "≠ only cons, scored high"
        if not cell.cons:
            return "≠ only pros, scored low"
        return "≠ disagrees with its arguments"
    if cell.score is not None and not cell.pros + cell.cons:
        return "no argument yet"
    return ""
