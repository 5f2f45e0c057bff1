"""One cell of the matrix: a score to be typed, its range as a bar, its level, and what its arguments say."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.palette import Role, mixed
from desktop_app.model.records import Confidence, Score
from desktop_app.ui.pages.criteria.bar import CountsButton, ScoreBar
from desktop_app.ui.pages.criteria.grid import GridCell
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.fields import CommittingLine
from desktop_app.ui.widgets.rows import beside
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.pending_texts import TextTarget
from desktop_app.viewmodels.criteria.typed import TypedScore, write_score
from desktop_app.weighing.criteria.matrix import CellResult, CellState
from desktop_app.wording.rounding import whole
from desktop_app.wording.sentence import say, text

_TYPED_PX: Final = 132  # what is typed may be three numbers
CERTAINTY: Final = {
    Confidence.HIGH: say("cell.sure.high"),
    Confidence.MEDIUM: say("cell.sure.medium"),
    Confidence.LOW: say("cell.sure.low"),
}
_STATES: Final = {
    CellState.JUDGED: "",
    CellState.ARGUED: say("cell.state.argued"),
    CellState.NOT_SCORED: say("cell.state.not_scored"),
    CellState.NOT_KNOWN: say("cell.do_not_know.said"),
    CellState.NOT_ARGUED: say("cell.state.not_argued"),
}


@dataclass(frozen=True, slots=True)
class ShownCell:
    """What a cell shows.

    Attributes:
        result: what it comes to.
        score: the judged score in the chosen perspective, where there is one.
        level: the label of the level it stands at; empty between levels.
        red_line: of its criterion.
        name: "option, criterion", for who cannot see the table.
        can_edit: whether it can be changed.
        hides: whether the map hides its numbers.
        is_theirs: whether the score is the chosen perspective's own.
        can_judge: whether a typed number counts although the map lets arguments decide.
    """

    result: CellResult
    score: Score | None
    level: str
    red_line: float | None
    name: str
    can_edit: bool
    hides: bool
    is_theirs: bool
    can_judge: bool


class ScoreLine(CommittingLine):
    """The number of a cell: rounded while it is read, as it would be typed while it is written."""

    def __init__(self) -> None:
        super().__init__()
        self._full = self._rest = ""
        self.setObjectName("cell")
        self.setFont(theme.interface_font(18, bold=True))
        self.setMaximumWidth(theme.px(_TYPED_PX))
        self.setPlaceholderText("–")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._give_way()

    def show_number(self, full: str, rest: str, target: TextTarget) -> None:
        """Shows a score: as typed, and rounded; another one goes to `target`."""
        self._full, self._rest = full, rest
        self.show_text(full if self.hasFocus() else rest, target)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._give_way()
        # What was refused before stays as it was written.
        if self.text() == self._rest:
            self.show_text(self._full, self.commits.target)
            self.selectAll()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.text() == self._full:
            self.show_text(self._rest, self.commits.target)
        self._give_way()

    def _give_way(self) -> None:
        """In a room, what is read takes no more than its digits, so that what stands beside it has room."""
        if theme.is_room():
            if self.isRightToLeft():
                self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            digits = self.fontMetrics().horizontalAdvance("100") + theme.px(12)
            self.setFixedWidth(max(digits, theme.px(_TYPED_PX)) if self.hasFocus() else digits)


class ScoreCell(GridCell):
    """An option on a criterion.

    Signals:
        arguments_asked: its counts were clicked.
    """

    arguments_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fill: str | None = None
        self.line = ScoreLine()
        self._state = PlainLabel("", "hint", wraps=theme.is_room())
        if theme.is_room():
            self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = ScoreBar()
        self._level = PlainLabel("", "hint", wraps=True)
        self.counts = CountsButton()
        self.counts.clicked.connect(self.arguments_asked)
        self._mark = PlainLabel("", "hint", wraps=True)
        if not theme.is_room():
            self._mark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.addWidget(self.line)
        top.addStretch()
        top.addWidget(self._state, 1 if theme.is_room() else 0)
        bottom = beside()
        bottom.addWidget(self.counts, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        bottom.addWidget(self._mark, 1)
        # The number's field has an edge of its own: what stands beneath begins where its digits do.
        beneath = QVBoxLayout()
        beneath.setContentsMargins(6, 0, 0, 0)
        beneath.setSpacing(3)
        beneath.addWidget(self._bar)
        beneath.addLayout(bottom)
        beneath.addWidget(self._level)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, 13, SPACE)
        column.setSpacing(3)
        column.addLayout(top)
        column.addLayout(beneath)
        column.addStretch()

    @property
    def mark(self) -> str:
        """What it is marked with."""
        return self._mark.text()

    @property
    def state(self) -> str:
        """How sure the score is, or why there is none."""
        return self._state.text()

    @property
    def level(self) -> str:
        """The label of the level it stands at."""
        return self._level.text()

    def show_cell(self, shown: ShownCell, target: TextTarget) -> None:
        """Shows a score and its arguments; what is typed goes to `target`."""
        cell, score = shown.result, shown.score
        for widget in (self.line, self._state, self._bar, self._mark):
            widget.setVisible(not shown.hides)
        if shown.hides:
            self._show_structure(shown)
            return
        is_argued = cell.state in {CellState.ARGUED, CellState.NOT_ARGUED}
        typed = TypedScore(score.likely, score.low, score.high) if score is not None and not is_argued else None
        rest = "?" if cell.state is CellState.NOT_KNOWN else str(whole(cell.score.likely)) if cell.score else ""
        self.line.show_number(write_score(cell, typed), rest, target)
        self.line.setReadOnly(not shown.can_edit or (is_argued and not shown.can_judge))
        self.line.setAccessibleName(text("cell.score.spoken", name=shown.name))
        parts = (text("numbers.theirs") if shown.is_theirs else "", _certainty(cell, score))
        self._state.setText(" · ".join(part for part in parts if part))
        self._bar.show_score(cell.score, shown.red_line)
        self._level.setText(one_line(shown.level, 84))
        self._level.setVisible(bool(shown.level))
        self.counts.show_counts(cell.pros, cell.cons, shown.name)
        mark, is_grave = _mark(cell)
        self._mark.setText(mark)
        self._mark.setVisible(bool(mark) or not theme.is_room())
        name = "mark" if is_grave else "hint"
        if self._mark.objectName() != name:
            self._mark.setObjectName(name)
            self._mark.style().unpolish(self._mark)
            self._mark.style().polish(self._mark)
        low, high = theme.current()[Role.HEAT_LOW], theme.current()[Role.HEAT_HIGH]
        self._fill = mixed(low, high, cell.score.likely / 100) if cell.score is not None else None
        spoken_parts = (rest or text("cell.empty"), self._state.text(), shown.level, self.counts.words, mark)
        self.setAccessibleName(f"{shown.name}: {', '.join(part for part in spoken_parts if part)}")
        self.update()

    def _show_structure(self, shown: ShownCell) -> None:
        """Shows what is left while numbers are hidden: how many pros and cons speak to it."""
        self._level.hide()
        self.line.setReadOnly(True)
        self._fill = None
        self.counts.show_counts(shown.result.pros, shown.result.cons, shown.name)
        self.setAccessibleName(
            text(
                "cell.hidden.spoken",
                name=shown.name,
                pros=say("cell.pros", count=shown.result.pros),
                cons=say("cell.cons", count=shown.result.cons),
            )
        )
        self.update()

    @property
    @override
    def ground(self) -> str:
        return self._fill or super().ground

    @override
    def begin(self, typed: str) -> None:
        if self.line.isReadOnly():
            return
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            self.line.setText(typed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.line.hasFocus():
            super().keyPressEvent(event)
            return
        # What the number's field leaves over: it has committed by Enter, or Esc finds nothing to restore.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.line.commits.error is not None:
            return  # refused: it is typed anew where it stands
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self.setFocus()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.setFocus()
            super().keyPressEvent(event)


def _certainty(cell: CellResult, score: Score | None) -> str:
    if cell.state is CellState.JUDGED and score is not None:
        if score.low is not None or score.high is not None:
            return f"{whole(cell.score.low)}–{whole(cell.score.high)}" if cell.score is not None else ""
        return str(CERTAINTY[score.confidence]) if score.confidence is not None else ""
    return str(_STATES[cell.state])


def _mark(cell: CellResult) -> tuple[str, bool]:
    """What a cell is marked with, and whether that is grave."""
    grave = []
    if cell.below_red_line:
        grave.append(text("cell.below_red_line"))
    if cell.disagrees and not cell.pros:
        grave.append(text("cell.only_cons"))
    elif cell.disagrees and not cell.cons:
        grave.append(text("cell.only_pros"))
    elif cell.disagrees:
        grave.append(text("cell.disagrees"))
    if grave:
        return " · ".join(grave), True
    # In a room the counts say that: what stands there is a task for who prepares it.
    is_bare = cell.score is not None and not cell.pros + cell.cons and not theme.is_room()
    return (text("cell.bare") if is_bare else ""), False
