"""The matrix of a map: criteria down, options across; scores and weights are typed, totals show."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop_app.edits import criteria as criteria_edits
from desktop_app.edits import scores
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, CriterionId
from desktop_app.model.records import Card, CardKind, Criterion
from desktop_app.ui.commands import Commands
from desktop_app.ui.criteria.cell import ScoreCell
from desktop_app.ui.criteria.typed import read_score
from desktop_app.ui.theme import SPACE, SPACE_WIDE, interface_font
from desktop_app.ui.widgets.fields import CommittingLine
from desktop_app.ui.widgets.text import PlainLabel, one_line
from desktop_app.ui.workspace import Workspace
from desktop_app.weighing.rounding import percent, whole
from desktop_app.weighing.sentences import rank_words

_COLUMN_PX = 170


@dataclass(slots=True)
class _CriterionHead:
    """The widgets at the beginning of a row."""

    name: CommittingLine
    question: CommittingLine
    slider: QSlider
    share: PlainLabel


class CriteriaPage(QScrollArea):
    """The page on which options are judged."""

    def __init__(self, workspace: Workspace, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._commands = commands
        self._shape: tuple[tuple[CardId, ...], tuple[CriterionId, ...]] | None = None
        self._cells: dict[tuple[CardId, CriterionId], ScoreCell] = {}
        self._heads: dict[CriterionId, _CriterionHead] = {}
        self._options: dict[CardId, PlainLabel] = {}
        self._totals: dict[CardId, tuple[PlainLabel, PlainLabel]] = {}
        self._title = PlainLabel("", "pageTitle", wraps=True)
        self._hint = PlainLabel("", "hint", wraps=True)
        self._table = QFrame()
        self._lay_out()
        workspace.changed.connect(lambda _: self.refresh())
        workspace.view.map_changed.connect(self.refresh)
        self.refresh()

    def cell(self, option: CardId, criterion: CriterionId) -> ScoreCell:
        """The cell of an option on a criterion."""
        return self._cells[option, criterion]

    def weight_slider(self, criterion: CriterionId) -> QSlider:
        """The slider of a criterion's weight."""
        return self._heads[criterion].slider

    def total_text(self, option: CardId) -> str:
        """What stands as the total of an option."""
        return self._totals[option][0].text()

    def refresh(self) -> None:
        """Shows what there is now; widgets are made anew only when rows or columns changed."""
        workspace = self._workspace
        self._table.setEnabled(workspace.view.map_id is not None)
        if workspace.view.map_id is None:
            return
        document = workspace.document
        columns = tuple(reads.option_letters(document, workspace.map_id))
        rows = tuple(criterion.id for criterion in reads.criteria(document, workspace.map_id))
        if (columns, rows) != self._shape:
            self._shape = (columns, rows)
            self._rebuild()
        self._fill()

    # --- inside --------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setObjectName("criteria")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._table.setObjectName("card")
        add_criterion, add_option = QPushButton("＋ Criterion"), QPushButton("＋ Option")
        add_criterion.clicked.connect(self._commands.add_criterion)
        add_option.clicked.connect(self._commands.add_option)
        for button in (add_criterion, add_option):
            button.setEnabled(not self._workspace.session.is_read_only)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(self._title)
        words.addWidget(self._hint)
        head.addLayout(words, 1)
        head.addWidget(add_criterion, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(add_option, 0, Qt.AlignmentFlag.AlignTop)
        body = QWidget()
        body.setObjectName("page")
        column = QVBoxLayout(body)
        column.setContentsMargins(20, SPACE_WIDE, 20, SPACE_WIDE)
        column.setSpacing(SPACE_WIDE)
        column.addLayout(head)
        column.addWidget(self._table)
        column.addStretch()
        self.setWidget(body)

    def _rebuild(self) -> None:
        assert self._shape is not None
        columns, rows = self._shape
        old = self._table.layout()
        if old is not None:
            # A layout lets go of its widgets when another widget takes it.
            QWidget().setLayout(old)
        for child in self._table.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            child.hide()
            child.deleteLater()
        self._cells, self._heads, self._options, self._totals = {}, {}, {}, {}
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setColumnMinimumWidth(0, 262)
        grid.setColumnStretch(0, 0)
        self._table.setVisible(bool(columns or rows))
        grid.addWidget(_padded(PlainLabel("Criterion and weight")), 0, 0)
        for number, option in enumerate(columns, start=1):
            label = PlainLabel("", wraps=True)
            label.setFont(interface_font(13, bold=True))
            self._options[option] = label
            grid.addWidget(_padded(label), 0, number)
            grid.setColumnStretch(number, 1)
            grid.setColumnMinimumWidth(number, _COLUMN_PX)
        for line, criterion in enumerate(rows, start=1):
            grid.addWidget(_rule(), 2 * line - 1, 0, 1, len(columns) + 1)
            grid.addWidget(self._head(criterion), 2 * line, 0)
            for number, option in enumerate(columns, start=1):
                cell = ScoreCell()
                cell.typed.connect(lambda text, o=option, c=criterion: self._on_typed(o, c, text))
                self._cells[option, criterion] = cell
                grid.addWidget(cell, 2 * line, number)
        last = 2 * len(rows) + 1
        grid.addWidget(_rule(), last, 0, 1, len(columns) + 1)
        total = PlainLabel("Total")
        total.setFont(interface_font(13, bold=True))
        grid.addWidget(_padded(total), last + 1, 0)
        for number, option in enumerate(columns, start=1):
            figure, place = PlainLabel(""), PlainLabel("", "hint")
            figure.setFont(interface_font(22, bold=True))
            self._totals[option] = (figure, place)
            holder = QWidget()
            line_layout = QHBoxLayout(holder)
            line_layout.setContentsMargins(14, 10, 14, 10)
            line_layout.addWidget(figure)
            line_layout.addStretch()
            line_layout.addWidget(place)
            grid.addWidget(holder, last + 1, number)

    def _head(self, criterion_id: CriterionId) -> QWidget:
        head = _CriterionHead(CommittingLine(), CommittingLine(), QSlider(Qt.Orientation.Horizontal), PlainLabel(""))
        head.name.setObjectName("cell")
        head.name.setFont(interface_font(14, bold=True))
        head.question.setObjectName("quietCell")
        head.question.setPlaceholderText("What does a score answer?")
        head.slider.setObjectName("weight")
        head.slider.setRange(0, 100)
        head.slider.setPageStep(5)
        head.slider.setFixedHeight(22)
        head.share.setFont(interface_font(13, bold=True))
        head.share.setMinimumWidth(48)
        head.share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.name.committed.connect(lambda text: self._on_renamed(criterion_id, text))
        head.question.committed.connect(lambda text: self._on_question(criterion_id, text))
        head.slider.sliderReleased.connect(lambda: self._on_weight(criterion_id))
        head.slider.valueChanged.connect(lambda _: self._on_weight_moved(criterion_id))
        self._heads[criterion_id] = head
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(10, SPACE, 12, SPACE)
        column.setSpacing(2)
        column.addWidget(head.name)
        column.addWidget(head.question)
        line = QHBoxLayout()
        line.setContentsMargins(6, 2, 0, 0)
        line.addWidget(head.slider, 1)
        line.addWidget(head.share)
        column.addLayout(line)
        return widget

    def _fill(self) -> None:
        assert self._shape is not None
        columns, rows = self._shape
        document, results = self._workspace.document, self._workspace.results
        can_edit = not self._workspace.session.is_read_only
        self._title.say(self._question())
        self._hint.setText(self._advice(columns, rows))
        letters = reads.option_letters(document, self._workspace.map_id)
        for option in columns:
            name = one_line(document.get(Card, option).text, 120)
            self._options[option].say(f"{letters[option]}   {name}")
            self._fill_total(option)
        for criterion_id in rows:
            criterion = document.get(Criterion, criterion_id)
            head = self._heads[criterion_id]
            head.name.show_text(criterion.name)
            head.question.show_text(criterion.question)
            for line in (head.name, head.question):
                line.setReadOnly(not can_edit)
            head.name.setAccessibleName("Name of the criterion")
            head.question.setAccessibleName(f"Question of {one_line(criterion.name, 60)}")
            head.slider.setAccessibleName(f"Weight of {one_line(criterion.name, 60)}")
            head.slider.blockSignals(True)  # noqa: FBT003
            head.slider.setValue(whole(criterion.weight))
            head.slider.blockSignals(False)  # noqa: FBT003
            head.slider.setEnabled(can_edit and not criterion.locked)
            head.share.setText(percent(results.weights[criterion_id]))
            for option in columns:
                spoken = f"{one_line(document.get(Card, option).text, 60)}, {one_line(criterion.name, 60)}"
                found = reads.score(document, option, criterion_id)
                cell = self._cells[option, criterion_id]
                cell.show_cell(results.cells[option, criterion_id], found, spoken, enabled=can_edit)

    def _fill_total(self, option: CardId) -> None:
        figure, place = self._totals[option]
        result = self._workspace.results.options[option]
        total = result.total
        if total is None:
            figure.setText("–")
            place.setText("not scored yet")
            return
        if total.likely is None:
            figure.setText(f"{whole(total.least)}–{whole(total.most)}")
        else:
            figure.setText(str(whole(total.likely)))
        place.setText(rank_words(result.rank) if result.rank is not None else "")

    def _question(self) -> str:
        document = self._workspace.document
        cards = reads.by_rank(reads.cards(document, self._workspace.map_id))
        question = next((card for card in cards if card.kind is CardKind.QUESTION), None)
        return one_line(question.text, 160) if question is not None else "Options judged on criteria"

    @staticmethod
    def _advice(columns: tuple[CardId, ...], rows: tuple[CriterionId, ...]) -> str:
        if not columns:
            return "Add options to judge them here."
        if not rows:
            return "Add criteria to judge the options on."
        return "Scores 0–100, 100 is best. Type 75, or low-likely-high as 60-75-90, or ? for “don't know”."

    def _on_typed(self, option: CardId, criterion: CriterionId, text: str) -> None:
        perspective = self._workspace.view.perspective

        def edit(document: Document) -> None:
            typed = read_score(text)
            if typed is None:
                scores.clear_score(document, option, criterion)
                return
            scores.set_score(
                document,
                option,
                criterion,
                typed.likely,
                low=typed.low,
                high=typed.high,
                perspective=perspective,
            )

        if not self._workspace.attempt(edit):
            self._cells[option, criterion].line.setFocus()

    def _on_weight_moved(self, criterion: CriterionId) -> None:
        if not self._heads[criterion].slider.isSliderDown():
            self._on_weight(criterion)  # by key or click: the gesture is over

    def _on_weight(self, criterion: CriterionId) -> None:
        weight = float(self._heads[criterion].slider.value())
        perspective = self._workspace.view.perspective
        self._workspace.attempt(
            lambda document: criteria_edits.set_weight(document, criterion, weight, perspective=perspective)
        )

    def _on_renamed(self, criterion: CriterionId, name: str) -> None:
        self._workspace.attempt(lambda document: criteria_edits.rename_criterion(document, criterion, name))

    def _on_question(self, criterion: CriterionId, question: str) -> None:
        self._workspace.attempt(lambda document: criteria_edits.set_question(document, criterion, question))


def _padded(label: QLabel) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(14, 10, 14, 10)
    layout.addWidget(label)
    return holder


def _rule() -> QFrame:
    rule = QFrame()
    rule.setObjectName("row")
    rule.setFixedHeight(1)
    return rule
