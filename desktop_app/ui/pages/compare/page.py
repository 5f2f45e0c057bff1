"""The Compare page: what each perspective comes to, together and apart, where they differ, and who they are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.drawing.charts.multiples import Multiple, SmallBar, small_multiples
from desktop_app.model import reads
from desktop_app.model.ids import CardId, PerspectiveId
from desktop_app.model.records import Map
from desktop_app.ui.pages.analysis.box import AnalysisBox
from desktop_app.ui.pages.compare.differences import DifferenceLists
from desktop_app.ui.pages.compare.panel import ComparePanel
from desktop_app.ui.pages.compare.spreads import SpreadList
from desktop_app.ui.pages.compare.table import StandingTable
from desktop_app.ui.pages.compare.together import TogetherBox
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.no_wheel import FittingCombo
from desktop_app.ui.widgets.rows import beside
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.ui.workspace.refreshing import RefreshPart
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.compare.sheets import Who, read_sheets
from desktop_app.viewmodels.compare.standing import argued_questions, heads, option_rows, question_rows, row_sentence
from desktop_app.weighing.criteria.by_each_weights import RankingByWeights, by_weights_sentence, rankings_by_weights
from desktop_app.weighing.criteria.matrix import NumberKind
from desktop_app.weighing.people.comparing import compare, number_of
from desktop_app.weighing.people.group import Comparison, Sheet, Subject, SubjectKind
from desktop_app.weighing.people.group_leaning import group_leaning
from desktop_app.wording.rounding import range_text
from desktop_app.wording.sentence import say, text

_KINDS = (
    (say("compare.kind.all"), None),
    (say("compare.kind.importance"), SubjectKind.IMPORTANCE),
    (say("compare.kind.plausibility"), SubjectKind.PLAUSIBILITY),
    (say("compare.kind.score"), SubjectKind.SCORE),
    (say("compare.kind.weight"), SubjectKind.WEIGHT),
)


class ComparePage(QWidget):
    """The page on which perspectives are compared and kept in order.

    Signals:
        cell_asked: the score of an option on a criterion, or the weight of a criterion without one, is to be shown.
    """

    cell_asked = Signal(object, object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._hint = PlainLabel("", "hint", wraps=True)
        self.table = StandingTable()
        self.together = TogetherBox(workspace)
        self.differences = DifferenceLists(workspace)
        self._apart = _heading("")
        self._taken = PlainLabel(text("compare.taken"), "hint", wraps=True)
        self.kind = FittingCombo(text("compare.kind"))
        self.kind.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.kind.setMinimumContentsLength(22)
        self.spreads = SpreadList(workspace)
        self.weights = AnalysisBox(text("compare.by_weights"))
        self.panel = ComparePanel(workspace)
        self._lay_out()
        self.table.chosen.connect(workspace.view.choose_perspective)
        self.together.asked.connect(self.refresh)
        self.kind.activated.connect(self._on_kind)
        self.differences.jump_asked.connect(self._on_jump)
        self.spreads.jump_asked.connect(self._on_jump)
        workspace.refreshed.connect(self._on_refreshed)

    def refresh(self) -> None:
        """Shows what there is now, while the page is shown."""
        if not self.isVisible():
            return
        workspace = self._workspace
        has_map = workspace.view.map_id is not None
        sheets = read_sheets(workspace) if has_map else ()
        hidden = has_map and workspace.document.get(Map, workspace.map_id).numbers_hidden
        self._hint.setText(_advice(sheets, hidden=hidden))
        for widget in (self._numbers, self._taken, self.together.who):
            widget.setVisible(len(sheets) > 1 and not hidden)
        comparison = compare(workspace.document, workspace.map_id, sheets) if len(sheets) > 1 and not hidden else None
        if comparison is not None:
            self._show(comparison)
        else:
            self.panel.show_comparison(None)

    def _on_refreshed(self, parts: RefreshPart) -> None:
        if parts & (RefreshPart.RECORDS | RefreshPart.MAP | RefreshPart.PERSPECTIVE):
            self.refresh()

    def edit_perspectives(self) -> None:
        """Lets a perspective of the map be added."""
        self.panel.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._numbers.isVisible():
            self.table.setFocus(event.reason())
        elif not theme.is_room():
            self.panel.field.line.setFocus(event.reason())

    # --- inside --------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text("page.compare"))
        for words, kind in _KINDS:
            self.kind.addItem(str(words), kind)
        self._numbers = QWidget()
        column = QVBoxLayout(self._numbers)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE_WIDE)
        column.addWidget(self.table)
        column.addWidget(self.together)
        apart = beside()
        apart.addWidget(self._apart, 1)
        apart.addWidget(self.kind)
        column.addLayout(apart)
        column.addWidget(self.spreads)
        column.addWidget(self.weights)
        self._from_mine = _heading(text("compare.from_mine"))
        column.addWidget(self._from_mine)
        column.addWidget(self.differences)
        body = QWidget()
        body.setObjectName("page")
        whole_column = QVBoxLayout(body)
        whole_column.setContentsMargins(26, SPACE_WIDE, 26, 26)
        whole_column.setSpacing(2)
        top = beside()
        top.addWidget(PlainLabel(text("compare.title"), "pageTitle", wraps=True), 0 if theme.is_room() else 1)
        taken: QBoxLayout = column if theme.is_room() else top
        for place, widget in enumerate((self._taken, self.together.who), start=1):
            taken.insertWidget(place if theme.is_room() else -1, widget)
        whole_column.addLayout(top)
        whole_column.addWidget(self._hint)
        whole_column.addWidget(self._numbers)
        whole_column.addStretch()
        self.scrolling = QScrollArea()
        self.scrolling.setWidgetResizable(True)
        self.scrolling.setFrameShape(QFrame.Shape.NoFrame)
        self.scrolling.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scrolling.setWidget(body)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.scrolling, 1)
        line.addWidget(self.panel)
        if theme.is_room():
            self.panel.hide()

    def _show(self, comparison: Comparison) -> None:
        workspace, sheets = self._workspace, comparison.sheets
        document = workspace.document
        letters = reads.option_letters(document, workspace.map_id)
        members = self.together.members(sheets)
        question_cards, rule = argued_questions(workspace), self.together.chosen_rule
        leanings = [item for card in question_cards if (item := group_leaning(members, card.id, rule)) is not None]
        together = self.together.show_members(members, leanings) if members else None
        if not members:
            self.together.hide()
        columns, questions = heads(workspace, sheets), question_rows(question_cards, sheets, leanings)
        rows = [*questions, *option_rows(workspace, comparison, together)]
        self.table.setVisible(bool(rows))
        if rows:
            last = text("compare.together") if together is not None or leanings else ""
            self.table.show_rows(columns, rows, workspace.view.perspective, last)
        self.panel.show_comparison(comparison, [row_sentence(row, columns) for row in questions])
        # Numbers that nobody set are nobody's to differ from.
        for widget in (self._from_mine, self.differences):
            widget.setVisible(sheets[0].is_somebody)
        self.differences.show_comparison(comparison)
        self._apart.setText(text("compare.apart", who=self.together.who.currentText() or Who.ALL.label))
        self.spreads.show_comparison(
            compare(document, workspace.map_id, members) if members and members != sheets else comparison
        )
        self._show_weights(sheets, letters)

    def _show_weights(self, sheets: Sequence[Sheet], letters: dict[CardId, str]) -> None:
        rankings = rankings_by_weights(self._workspace.document, sheets)
        self.weights.setVisible(bool(rankings))
        multiples = [_multiple(ranking, letters) for ranking in rankings]
        self.weights.chart.show_chart(lambda width: small_multiples(multiples, width, whole_names=theme.is_room()))
        self.weights.say(
            f"{say('compare.by_weights.about')} {by_weights_sentence(self._workspace.document, rankings)}"
            if rankings
            else ""
        )

    def _on_kind(self, position: int) -> None:
        self.spreads.show_kind(_KINDS[position][1])

    def _on_jump(self, subject: Subject, perspective: PerspectiveId | None) -> None:
        """Shows where a number stands, in the perspective that says it."""
        self._workspace.view.choose_perspective(perspective)
        if subject.kind in {SubjectKind.WEIGHT, SubjectKind.SCORE}:
            self.cell_asked.emit(subject.card, subject.criterion)
        else:
            show_claim(self._workspace, subject)


def _heading(words: str) -> PlainLabel:
    label = PlainLabel(words, "cardTitle", wraps=True)
    label.setContentsMargins(0, SPACE, 0, 0)
    return label


def _multiple(ranking: RankingByWeights, letters: dict[CardId, str]) -> Multiple:
    bars = tuple(
        SmallBar(letters[option], (least + most) / 2, range_text(least, most))
        for option, (least, most) in zip(ranking.options, ranking.totals, strict=True)
    )
    others = ranking.count - 1
    return Multiple(text("weights.whose", name=ranking.name, count=others) if others else ranking.name, bars)


def _advice(sheets: Sequence[Sheet], *, hidden: bool) -> str:
    if len(sheets) < 2:
        return text("compare.advice.one")
    if hidden:
        return text("compare.advice.hidden")
    number = _number_words(sheets)
    if theme.is_room():
        return number
    return text("compare.advice", number=number)


def _number_words(sheets: Sequence[Sheet]) -> str:
    """Which number of the options is compared."""
    return text("compare.totals") if number_of(sheets) is NumberKind.TOTAL else text("compare.leanings")


def show_claim(workspace: Workspace, subject: Subject) -> None:
    """Turns to the card whose plausibility or importance a number is."""
    view, document = workspace.view, workspace.document
    card = subject.card
    if subject.argument is not None:
        card = reads.premises_of(document, subject.argument)[0].card
    if card is not None:
        workspace.show_card(card)
        if subject.argument is not None:
            view.select(card, subject.argument)
