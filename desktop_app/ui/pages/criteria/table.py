"""The widgets of the matrix: made once for every option, criterion and cell, kept while those are there, and filled."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.edits import cards, criteria
from desktop_app.edits.perspectives import set_weights
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, CriterionId
from desktop_app.model.records import Card, Criterion
from desktop_app.ui.pages.criteria.cell import ScoreCell, ShownCell
from desktop_app.ui.pages.criteria.facts import FactRows
from desktop_app.ui.pages.criteria.grid import GridCell
from desktop_app.ui.pages.criteria.heads import CriterionEdits, CriterionHead, OptionHead, TotalCell, WordsHead
from desktop_app.ui.pages.criteria.weight_slider import SliderMark, marks_of
from desktop_app.ui.widgets import theme
from desktop_app.ui.workspace.pending_texts import TextTarget
from desktop_app.ui.workspace.scoring import CellScoring
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.number_owner import NumberOwner, whose_weight
from desktop_app.viewmodels.number_visibility import hides_numbers
from desktop_app.weighing.arguments.sentences import rank_words
from desktop_app.weighing.criteria.reweighing import reweighed
from desktop_app.weighing.results import Results
from desktop_app.weighing.robustness.names import read_names
from desktop_app.weighing.robustness.table import read_table
from desktop_app.wording.rounding import range_text
from desktop_app.wording.sentence import text

MatrixPlace = tuple[CardId | None, CriterionId | None]


class MatrixTable(QObject):
    """The rows of the shown map.

    Signals:
        opened: the details of a place are asked for, and whether of its pros and cons.
        walked: an arrow key in a place asks for the next: rows down, columns to the right.
        cleared: Delete in the head of an option or a criterion asks to delete it.
        menu_asked: what can be done with an option is asked for.
        resized: something needs another height.
        facts_changed: there is another row of facts.
        previewed: the `Results` with the weight that is under somebody's hand.
    """

    opened = Signal(object, bool)
    walked = Signal(object, int, int)
    cleared = Signal(object)
    menu_asked = Signal(object)
    resized = Signal()
    facts_changed = Signal()
    previewed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._columns: tuple[CardId, ...] = ()
        self._criteria: tuple[CriterionId, ...] = ()
        self.cells: dict[tuple[CardId, CriterionId], ScoreCell] = {}
        self.heads: dict[CriterionId, CriterionHead] = {}
        self.options: dict[CardId, OptionHead] = {}
        self.totals: dict[CardId, TotalCell] = {}
        self.facts = FactRows(workspace, self.facts_changed.emit)
        self._corner = WordsHead(text("criteria.corner"))
        self._total: WordsHead | None = None

    def rows(self, columns: Sequence[CardId], rows: Sequence[CriterionId]) -> list[list[QWidget]]:
        """The widgets as they stand; no other is known here: the grid lets go of what is not among them."""
        self._columns, self._criteria = tuple(columns), tuple(rows)
        self.options = {option: self.options.get(option) or self._option(option) for option in columns}
        self.heads = {criterion: self.heads.get(criterion) or self._head(criterion) for criterion in rows}
        places = [(option, criterion) for criterion in rows for option in columns]
        self.cells = {place: self.cells.get(place) or self._cell(*place) for place in places}
        made: list[list[QWidget]] = [[self._corner, *self.options.values()]]
        made += [[self.heads[criterion], *(self.cells[option, criterion] for option in columns)] for criterion in rows]
        if self.has_totals:
            self._total = self._total or WordsHead(text("criteria.total"))
            self.totals = {option: self.totals.get(option) or TotalCell() for option in columns}
            # In a room they stand beneath the heads: a weight is moved to see them move.
            made.insert(1 if theme.is_room() else len(made), [self._total, *self.totals.values()])
        else:
            self._total, self.totals = None, {}
        facts = self.facts.rows(columns)
        for row in facts:
            for widget in row:
                self._wire(widget, (None, None))
        return [*made, *facts]

    @property
    def has_totals(self) -> bool:
        """Whether there is a row of totals."""
        return bool(self._columns and self._criteria)

    def place_of(self, widget: QWidget) -> MatrixPlace:
        """The option and the criterion that a widget of the table stands for."""
        for (option, criterion), cell in self.cells.items():
            if cell is widget:
                return option, criterion
        for option, head in self.options.items():
            if head is widget:
                return option, None
        return None, next((criterion for criterion, head in self.heads.items() if head is widget), None)

    def widget_at(self, place: MatrixPlace) -> GridCell | None:
        """The widget of a place; None: it is gone."""
        option, criterion = place
        if option is not None and criterion is not None:
            return self.cells.get((option, criterion))
        if option is not None:
            return self.options.get(option)
        return self.heads.get(criterion) if criterion is not None else None

    def fill(self) -> None:
        """Shows what there is now."""
        document = self._workspace.document
        can_edit = not self._workspace.session.is_read_only
        letters = reads.option_letters(document, self._workspace.map_id)
        for option, option_head in self.options.items():
            text = document.get(Card, option).text
            option_head.show_option(letters[option], text, self._rewriting(option, letters[option]), can_edit=can_edit)
            self._fill_total(option, self._workspace.results)
        hides = hides_numbers(self._workspace)
        for criterion_id, head in self.heads.items():
            criterion = document.get(Criterion, criterion_id)
            share = self._workspace.results.weights[criterion_id]
            weight = self._workspace.numbers.weight(criterion)
            is_theirs = whose_weight(self._workspace, criterion_id) is NumberOwner.THEIRS
            head.show_criterion(criterion, weight, share, can_edit=can_edit, hides=hides, is_theirs=is_theirs)
            for option in self._columns:
                self._fill_cell(option, criterion, can_edit=can_edit)
        self._show_marks()
        self.facts.fill(can_edit=can_edit)

    def preview(self, criterion: CriterionId, weight: float) -> None:
        """Shows shares, totals and places as they would be with another raw weight; nothing is changed."""
        workspace, numbers = self._workspace, self._workspace.numbers
        raw = {item.id: numbers.weight(item) for item in reads.criteria(workspace.document, workspace.map_id)}
        results = reweighed(workspace.results, raw | {criterion: weight})
        for shown, head in self.heads.items():
            head.show_share(results.weights[shown])
        for option in self.options:
            self._fill_total(option, results)
        self.previewed.emit(results)

    # --- inside --------------------------------------------------------------------------------------

    def _fill_cell(self, option: CardId, criterion: Criterion, *, can_edit: bool) -> None:
        scoring = CellScoring(self._workspace, option, criterion.id)
        text = self._workspace.document.get(Card, option).text
        self.cells[option, criterion.id].show_cell(
            ShownCell(
                result=self._workspace.results.cells[option, criterion.id],
                score=scoring.score,
                level=scoring.level,
                red_line=criterion.red_line,
                name=f"{one_line(text, 60)}, {one_line(criterion.name, 60)}",
                can_edit=can_edit,
                hides=hides_numbers(self._workspace),
                is_theirs=scoring.whose is NumberOwner.THEIRS,
                can_judge=scoring.whose is not NumberOwner.MAPS,
            ),
            scoring.score_target(),
        )

    def _show_marks(self) -> None:
        """Marks on each weight's slider where another option would take the lead."""
        workspace, document = self._workspace, self._workspace.document
        table = None if hides_numbers(workspace) else read_table(document, workspace.results)
        raw = {item: workspace.numbers.weight(document.get(Criterion, item)) for item in self.heads}
        for criterion, head in self.heads.items():
            marks: list[SliderMark] = []
            if table is not None:
                names = read_names(document, workspace.map_id, table)
                place = table.criteria.index(criterion)
                marks = marks_of(table, names, place, sum(raw.values()) - raw[criterion])
            head.slider.show_marks(marks)

    def _fill_total(self, option: CardId, results: Results) -> None:
        cell = self.totals.get(option)
        if cell is None:
            return
        result = results.options[option]
        total = result.total
        below = sum(results.cells[option, criterion].below_red_line for criterion in self._criteria)
        flag = text("criteria.below_red_lines", count=below) if below else ""
        is_scored = any(results.cells[option, criterion].score is not None for criterion in self._criteria)
        if hides_numbers(self._workspace):
            cell.show_total("–", text("criteria.total.hidden"), "")
        elif total is None:
            cell.show_total(
                "–", text("criteria.total.none_counts") if is_scored else text("criteria.total.none_scored"), flag
            )
        else:
            place = rank_words(result.rank) if result.rank is not None else ""
            cell.show_total(range_text(total.least, total.most), place, flag)

    def _wire(self, cell: QWidget, place: MatrixPlace) -> None:
        assert isinstance(cell, GridCell)
        if cell.is_wired:
            return
        cell.is_wired = True
        cell.walked.connect(lambda down, right: self.walked.emit(cell, down, right))
        if place != (None, None):
            cell.opened.connect(lambda: self.opened.emit(place, False))  # noqa: FBT003  # signals take no keywords
        for editable in cell.editable_texts:
            editable.grew.connect(self.resized)

    def _cell(self, option: CardId, criterion: CriterionId) -> ScoreCell:
        scoring = CellScoring(self._workspace, option, criterion)
        made = ScoreCell()
        # Nobody deletes a score that is not shown.
        made.cleared.connect(lambda: None if hides_numbers(self._workspace) else scoring.clear())
        made.arguments_asked.connect(lambda: self.opened.emit((option, criterion), True))  # noqa: FBT003
        self._wire(made, (option, criterion))
        return made

    def _rewriting(self, option: CardId, letter: str) -> TextTarget:
        return self._workspace.target(
            ("text of an option", option),
            text("target.option_text", letter=letter),
            lambda document, text: cards.set_text(document, option, text),
        )

    def _option(self, option: CardId) -> OptionHead:
        made = OptionHead()
        made.menu_asked.connect(lambda: self.menu_asked.emit(option))
        made.cleared.connect(lambda: self.cleared.emit((option, None)))
        self._wire(made, (option, None))
        return made

    def _head(self, criterion: CriterionId) -> CriterionHead:
        workspace = self._workspace

        def weigh(weight: float) -> None:
            perspective = workspace.view.perspective
            self._edit(lambda document: criteria.set_weight(document, criterion, weight, perspective=perspective))

        def lock() -> None:
            locked = not workspace.document.get(Criterion, criterion).locked
            self._edit(lambda document: criteria.lock_weight(document, criterion, locked=locked))

        edits = CriterionEdits(
            rename=workspace.target(
                ("name of a criterion", criterion),
                text("target.criterion_name"),
                lambda document, text: criteria.rename_criterion(document, criterion, text),
            ),
            ask=workspace.target(
                ("question of a criterion", criterion),
                text("target.criterion_question"),
                lambda document, text: criteria.set_question(document, criterion, text),
            ),
            weigh=weigh,
            lock=lock,
            confirm=lambda: self._confirm(criterion),
            give_back=self._give_weights_back,
        )
        made = CriterionHead(edits)
        made.cleared.connect(lambda: self.cleared.emit((None, criterion)))
        made.previewed.connect(lambda weight: self.preview(criterion, weight))
        self._wire(made, (None, criterion))
        return made

    def _give_weights_back(self) -> None:
        perspective = self._workspace.view.perspective
        if perspective is not None:
            self._edit(lambda document: set_weights(document, perspective, {}))

    def _confirm(self, criterion: CriterionId) -> None:
        self._edit(lambda document: criteria.confirm_weight(document, criterion))

    def _edit(self, change: Callable[[Document], object]) -> bool:
        return self._workspace.attempt(change)
