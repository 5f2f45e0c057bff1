"""Where people differ, widest first: each number with a dot for everybody, who says what, and whether they agree."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop_app.drawing.charts.dots import NamedDot, dot_chart
from desktop_app.drawing.palette import Role
from desktop_app.model.kinds import STANCES
from desktop_app.model.records import Argument
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.buttons import TextButton
from desktop_app.ui.widgets.chart import ChartView
from desktop_app.ui.widgets.rows import beside, clear_rows
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.compare.sheets import subject_title
from desktop_app.weighing.people.group import Comparison, Spread, Subject, SubjectKind
from desktop_app.weighing.people.spread_sentences import middle_words, scale_words, spread_words, value_words
from desktop_app.wording.sentence import text

_AT_FIRST: Final = 6
_MORE: Final = 12
_ROLES: Final = {
    SubjectKind.PLAUSIBILITY: Role.EVIDENCE,
    SubjectKind.WEIGHT: Role.CRITERION,
    SubjectKind.SCORE: Role.OPTION,
}


class SpreadList(QWidget):
    """A card for each number about which anybody differs.

    Signals:
        jump_asked: a number is to be shown where it stands: its subject and no perspective.
    """

    jump_asked = Signal(object, object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._comparison: Comparison | None = None
        self._kind: SubjectKind | None = None
        self._most = _AT_FIRST
        self.cards: list[SpreadCard] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE_WIDE)
        self._nothing = PlainLabel("", "hint", wraps=True)
        self.more = QPushButton("")
        self.more.clicked.connect(self._on_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_WIDE)
        column.addWidget(self._nothing)
        column.addLayout(self._column)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_comparison(self, comparison: Comparison) -> None:
        """Shows what these people differ about."""
        self._comparison = comparison
        self._fill()

    def show_kind(self, kind: SubjectKind | None) -> None:
        """Shows numbers of one kind only; None: of all."""
        self._kind, self._most = kind, _AT_FIRST
        self._fill()

    def _fill(self) -> None:
        clear_rows(self._column)
        self.cards = []
        if self._comparison is None:
            return
        spreads = [
            (subject, spread)
            for subject, spread in self._comparison.spreads
            if self._kind in {None, subject.kind} and _can_be_told_apart(subject.kind, spread)
        ]
        for subject, spread in spreads[: self._most]:
            card = SpreadCard(self._workspace, self._comparison, subject, spread)
            card.title.clicked.connect(lambda _checked=False, subject=subject: self.jump_asked.emit(subject, None))
            self._column.addWidget(card)
            self.cards.append(card)
        self._nothing.setText("" if spreads else text("compare.nobody_differs"))
        self._nothing.setVisible(not spreads)
        rest = len(spreads) - self._most
        self.more.setText(text("compare.show_more", count=min(rest, _MORE), rest=rest))
        self.more.setVisible(rest > 0)

    def _on_more(self) -> None:
        before = len(self.cards)
        self._most += _MORE
        self._fill()
        self.cards[before].title.setFocus()


class SpreadCard(QFrame):
    """One number."""

    def __init__(self, workspace: Workspace, comparison: Comparison, subject: Subject, spread: Spread) -> None:
        super().__init__()
        self.setObjectName("card")
        words = subject_title(workspace, subject)
        self.summary = str(spread_words(subject.kind, spread))
        self.title = TextButton(words, name=_title_name(workspace, subject))
        self.title.setAccessibleName(text("compare.spread.spoken", words=words, summary=self.summary))
        self.title.setToolTip(text("compare.spread.tip"))
        self.chart = ChartView(words)
        head = beside()
        head.setSpacing(SPACE)
        head.addWidget(self.title, 1)
        head.addWidget(PlainLabel(self.summary, "hint", wraps=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_WIDE, SPACE + 4, SPACE_WIDE, SPACE + 4)
        column.setSpacing(SPACE)
        column.addLayout(head)
        column.addWidget(self.chart)
        dots = _dots(comparison, subject.kind, spread)
        middle = (spread.median, str(middle_words(subject.kind, spread.median)))
        role = _role(workspace, subject)
        ticks, is_room = scale_words(subject.kind), theme.is_room()
        self.chart.show_chart(lambda width: dot_chart(dots, ticks, middle, role, width, whole_names=is_room))


def _can_be_told_apart(kind: SubjectKind, spread: Spread) -> bool:
    return len({str(value_words(kind, value)) for value in spread.values if value is not None}) > 1


def _dots(comparison: Comparison, kind: SubjectKind, spread: Spread) -> Sequence[NamedDot]:
    return [
        NamedDot(sheet.name, value, str(value_words(kind, value)), is_own=sheet.perspective is None)
        for sheet, value in zip(comparison.sheets, spread.values, strict=True)
        if value is not None
    ]


def _role(workspace: Workspace, subject: Subject) -> Role:
    if subject.argument is None:
        return _ROLES[subject.kind]
    return Role(STANCES[workspace.document.get(Argument, subject.argument).stance].role)


def _title_name(workspace: Workspace, subject: Subject) -> str:
    """The object name by which the style sheet colours the title: as its stance where it has one."""
    return {Role.PRO: "proTitle", Role.CON: "conTitle"}.get(_role(workspace, subject), "plainTitle")
