"""The Criteria page: the matrix of the shown map, its details beside it, and lines in which new rows are named."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QSlider, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.base.plain_text import one_line
from desktop_app.edits import criteria as criteria_edits
from desktop_app.edits.drafts import Draft
from desktop_app.model import reads
from desktop_app.model.ids import ArgumentId, CardId, CriterionId
from desktop_app.model.records import CardKind, Criterion, Perspective
from desktop_app.ui.pages.analysis.panel import AnalysisPanel
from desktop_app.ui.pages.criteria.cell import ScoreCell
from desktop_app.ui.pages.criteria.cell_panel import CellPanel
from desktop_app.ui.pages.criteria.criterion_panel import CriterionPanel
from desktop_app.ui.pages.criteria.grid import GridCell, MatrixGrid
from desktop_app.ui.pages.criteria.halves import Halves
from desktop_app.ui.pages.criteria.hidden_panel import HiddenPanel
from desktop_app.ui.pages.criteria.naming import NamingPanel
from desktop_app.ui.pages.criteria.table import MatrixPlace, MatrixTable
from desktop_app.ui.pages.criteria.weights.panel import WeightsPanel
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.popover import Popover
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.ui.workspace.commands import Commands
from desktop_app.ui.workspace.new_cards import new_card_target
from desktop_app.ui.workspace.refreshing import RefreshPart
from desktop_app.ui.workspace.scoring import CellScoring
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.weighing_commands import WeightsWay
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.number_visibility import HIDDEN, hides_numbers
from desktop_app.wording.sentence import text


class CriteriaPage(QWidget):
    """The page on which options are judged."""

    def __init__(self, workspace: Workspace, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._commands = commands
        self.table = MatrixTable(workspace, self)
        self.grid = MatrixGrid()
        self.popover = Popover(self)
        self.analysis = AnalysisPanel(workspace)
        self._current: GridCell | None = None
        self._at = (0, 0)
        self._had_keyboard = self._is_arranging = False
        self._title = PlainLabel("", "pageTitle", wraps=True)
        self._hint = PlainLabel("", "hint", wraps=True)
        self._counts = PlainLabel("", "hint", wraps=True)
        self.halves = Halves(self.grid, self._counts, self.analysis)
        self._add_criterion, self._add_option, self._add_fact = (
            QPushButton(words)
            for words in (text("criteria.add_criterion"), text("criteria.add_option"), text("criteria.add_fact"))
        )
        self.weights = QPushButton(text("criteria.weights"))
        self._lay_out()
        self.table.walked.connect(self._on_walked)
        self.table.opened.connect(self._on_opened)
        self.table.cleared.connect(self._on_cleared)
        self.table.menu_asked.connect(self._on_menu_asked)
        self.table.resized.connect(self.grid.relayout)
        self.table.facts_changed.connect(self.refresh)
        self.table.previewed.connect(self.analysis.preview)
        commands.matrix.criterion_asked.connect(self.name_criterion)
        commands.matrix.fact_asked.connect(self.write_fact)
        commands.matrix.details_asked.connect(self._on_details_asked)
        commands.weighing.weights_asked.connect(self.find_weights)
        workspace.refreshed.connect(self._on_refreshed)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    # --- what there is -------------------------------------------------------------------------------

    def cell(self, option: CardId, criterion: CriterionId) -> ScoreCell:
        """The cell of an option on a criterion."""
        return self.table.cells[option, criterion]

    def weight_slider(self, criterion: CriterionId) -> QSlider:
        """The slider of a criterion's weight."""
        return self.table.heads[criterion].slider

    def total_text(self, option: CardId) -> str:
        """What stands as the total of an option."""
        return self.table.totals[option].figure.text()

    @property
    def hint_text(self) -> str:
        """What is said of how to judge, and whose numbers are set."""
        return self._hint.text()

    @property
    def counts_text(self) -> str:
        """How many scores lack arguments or contradict them."""
        return self._counts.text()

    def refresh(self) -> None:
        """Shows what there is now, while the page is shown; widgets of what is still there are kept."""
        if not self.isVisible():
            return
        workspace = self._workspace
        has_map = workspace.view.map_id is not None
        self.grid.setVisible(has_map)
        can_add = has_map and not workspace.session.is_read_only
        for button in (self._add_criterion, self._add_option):
            button.setEnabled(can_add)
        self._add_fact.setEnabled(can_add and self._commands.matrix.has_options)
        if not has_map:
            return
        document = workspace.document
        columns = tuple(reads.option_letters(document, workspace.map_id))
        rows = tuple(criterion.id for criterion in reads.criteria(document, workspace.map_id))
        self._title.say(self._question())
        hides = hides_numbers(workspace)
        self._hint.say(str(HIDDEN) if hides else _advice(columns, rows, self._whose()))
        self._hint.setVisible(bool(self._hint.text()))
        self.weights.setEnabled(self._commands.weighing.can_weigh_criteria)
        self.grid.setVisible(bool(columns or rows))
        wanted = self.table.rows(columns, rows)
        is_new = wanted != [list(row) for row in self.grid.rows]
        self.table.fill()
        if is_new:
            # What is taken away hands the keyboard to whatever comes next, which nobody chose.
            self._is_arranging = True
            try:
                self.grid.arrange(wanted, heads=2 if theme.is_room() and self.table.has_totals else 1)
            finally:
                self._is_arranging = False
            self._keep_keyboard()
        else:
            self.grid.relayout()
        self._counts.setText("" if hides else self._cell_counts())
        self._refresh_panel()
        self.halves.look_again()

    # --- asking --------------------------------------------------------------------------------------

    def name_criterion(self) -> None:
        """Asks for the name of a new criterion."""
        map_id = self._workspace.map_id
        self._open_naming(
            NamingPanel(
                text("criteria.new_criterion"),
                self._workspace.target(
                    ("new criterion", map_id),
                    text("target.new_criterion"),
                    lambda document, name: criteria_edits.add_criterion(document, map_id, " ".join(name.split())),
                    on_leaving=False,
                ),
            ),
            self._add_criterion,
        )

    def write_option(self, draft: Draft) -> None:
        """Asks for the text of a new option."""
        self._open_naming(
            NamingPanel(
                text("criteria.new_option"), new_card_target(self._workspace, draft, "matrix", on_leaving=False)
            ),
            self._add_option,
        )

    def write_fact(self) -> None:
        """Begins a row for a new fact and asks for its name."""
        cell = self.table.facts.add()
        cell.setFocus()
        cell.begin("")

    def find_weights(self, way: WeightsWay) -> None:
        """Shows a way to the weights of the criteria."""
        panel = WeightsPanel(self._workspace)
        panel.show_way(way)
        panel.used.connect(self.popover.close_panel)
        panel.resized.connect(self.popover.place)
        self.popover.open(panel, self.weights)
        panel.take_keyboard()

    def go_to(self, option: CardId | None, criterion: CriterionId | None) -> None:
        """Gives the keyboard to a cell, or to the head of an option or a criterion, while the page is shown."""
        widget = self.table.widget_at((option, criterion))
        if widget is not None:
            widget.setFocus()

    def edit_selected(self, typed: str) -> None:
        """Edits the text of the place that has the keyboard."""
        if self._current is not None:
            self._current.begin(typed)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.popover.close_panel()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.popover.place()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        first = next((cell for row in self.grid.rows[1:] for cell in row[1:] if cell.focusPolicy()), None)
        (self._current or first or self._add_criterion).setFocus(event.reason())

    # --- inside --------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text("page.criteria"))
        self.weights.clicked.connect(lambda: self._commands.weighing.find_weights(WeightsWay.SWINGS))
        self._add_criterion.clicked.connect(self._commands.matrix.add_criterion)
        self._add_option.clicked.connect(self._commands.cards.add_option)
        self._add_fact.clicked.connect(self._commands.matrix.add_fact)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        # Signs of another font make some higher: all are as high as the highest.
        for button in (self.weights, self._add_criterion, self._add_option, self._add_fact):
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
            buttons.addWidget(button)
            if theme.is_room():
                button.hide()
        head.addLayout(buttons)
        head.setAlignment(buttons, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, SPACE_WIDE, 20, SPACE_WIDE)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.halves, 1)

    def _whose(self) -> str:
        """The chosen perspective; empty for the map's own numbers."""
        perspective = self._workspace.document.find(Perspective, self._workspace.view.perspective)
        return one_line(perspective.name, 60) if perspective is not None else ""

    def _question(self) -> str:
        document = self._workspace.document
        cards = reads.by_rank(reads.cards(document, self._workspace.map_id))
        question = next((card for card in cards if card.kind is CardKind.QUESTION), None)
        return one_line(question.text, 160) if question is not None else text("criteria.title")

    def _cell_counts(self) -> str:
        cells = self._workspace.results.cells.values()
        bare = sum(1 for cell in cells if cell.score is not None and not cell.pros + cell.cons)
        against = sum(1 for cell in cells if cell.disagrees)
        parts = []
        if bare:
            parts.append(text("criteria.bare", count=bare))
        if against:
            parts.append(text("criteria.disagree", count=against))
        return " · ".join(parts)

    def _open_naming(self, panel: NamingPanel, anchor: QWidget) -> None:
        self.popover.open(panel, anchor)
        panel.line.setFocus()

    def _refresh_panel(self) -> None:
        panel = self.popover.panel
        document = self._workspace.document
        if isinstance(panel, CellPanel):
            scoring = panel.scoring
            if (scoring.option, scoring.criterion) in self.table.cells:
                panel.refresh()
                self.popover.place()
            else:
                self.popover.close_panel()
        elif isinstance(panel, WeightsPanel):
            panel.refresh()
        elif isinstance(panel, HiddenPanel):
            self.popover.close_panel()
        elif isinstance(panel, CriterionPanel):
            if document.find(Criterion, panel.criterion) is not None:
                panel.refresh()
                self.popover.place()
            else:
                self.popover.close_panel()

    def _keep_keyboard(self) -> None:
        """The place that had the keyboard keeps it; where it is gone, what stands there now gets it."""
        rows = self.grid.rows
        current = self._current
        if current is not None and any(current in row for row in rows):
            self.grid.reveal(current)
            return
        self._current = None
        if current is None or not self._had_keyboard or not rows:
            return
        row, column = min(self._at[0], len(rows) - 1), min(self._at[1], len(rows[0]) - 1)
        near = [rows[at][column] for at in (row, *range(row - 1, -1, -1), *range(row + 1, len(rows)))]
        target = next((cell for cell in near if cell.focusPolicy() is not Qt.FocusPolicy.NoFocus), None)
        if target is not None:
            target.setFocus()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not self.isVisible() or self._is_arranging:
            return
        self._had_keyboard = new is None or self.isAncestorOf(new)
        cell: QWidget | None = new
        while cell is not None and not isinstance(cell, GridCell):
            cell = cell.parentWidget()
        if not isinstance(cell, GridCell) or not self.grid.isAncestorOf(cell):
            return
        self._current = cell
        for number, row in enumerate(self.grid.rows):
            if cell in row:
                self._at = (number, list(row).index(cell))
        self.grid.reveal(cell)
        option, criterion = self.table.place_of(cell)
        self._workspace.view.focus_cell(option, criterion)
        if option is not None and criterion is None:
            self._workspace.select(option)

    def _on_refreshed(self, parts: RefreshPart) -> None:
        if parts & RefreshPart.MAP:
            self.table.facts.forget_new()
            self.popover.close_panel()
            self._current = None
        if parts & (RefreshPart.RECORDS | RefreshPart.MAP | RefreshPart.PERSPECTIVE):
            self.refresh()

    def _on_walked(self, start: GridCell, down: int, right: int) -> None:
        self.grid.walk(start, down, right)

    def _on_opened(self, place: MatrixPlace, at_arguments: bool) -> None:  # noqa: FBT001  # from a signal
        option, criterion = place
        anchor = self.table.widget_at(place)
        if anchor is None:
            return
        if option is not None and criterion is not None and hides_numbers(self._workspace):
            hidden = HiddenPanel(self._commands.weighing)
            self.popover.open(hidden, anchor)
            hidden.weigh.setFocus()
        elif option is not None and criterion is not None:
            panel = CellPanel(CellScoring(self._workspace, option, criterion))
            panel.jump_asked.connect(self._on_jump)
            self.popover.open(panel, anchor)
            panel.take_keyboard(at_arguments=at_arguments)
        elif criterion is not None:
            details = CriterionPanel(self._workspace, self._commands.matrix, criterion)
            details.resized.connect(self.popover.place)
            self.popover.open(details, anchor)
            self._workspace.view.focus_cell(None, criterion)
            details.take_keyboard()
        else:
            anchor.begin("")

    def _on_details_asked(self) -> None:
        view = self._workspace.view
        self._on_opened((view.option, view.criterion), False)  # noqa: FBT003

    def _on_cleared(self, place: MatrixPlace) -> None:
        self._workspace.view.focus_cell(*place)
        if place[0] is None:
            self._commands.matrix.delete_criterion()
        else:
            self._commands.matrix.delete_option()

    def _on_menu_asked(self, option: CardId) -> None:
        """What can be done with an option, beneath its head."""
        head, matrix = self.table.options[option], self._commands.matrix
        head.setFocus()
        menu = QMenu(self)
        for words, act in (
            (text("criteria.option.edit"), lambda: head.begin("")),
            (text("criteria.option.move_left"), matrix.move_option_left),
            (text("criteria.option.move_right"), matrix.move_option_right),
            (text("criteria.option.balance"), partial(self._workspace.view.show_page, Page.BALANCE)),
            (text("criteria.option.show"), partial(self._workspace.view.show_page, Page.MAP)),
            (text("criteria.option.delete"), matrix.delete_option),
        ):
            menu.addAction(words).triggered.connect(lambda _checked=False, act=act: act())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(head.more.mapToGlobal(QPoint(0, head.more.height())))

    def _on_jump(self, card: CardId, argument: ArgumentId) -> None:
        """Shows a pro or con where it stands on the map."""
        self._workspace.select(card)
        self._workspace.view.select(card, argument)
        self._workspace.view.show_page(Page.MAP)


def _advice(columns: tuple[CardId, ...], rows: tuple[CriterionId, ...], whose: str) -> str:
    if not columns:
        return text("criteria.advice.options")
    if not rows:
        return text("criteria.advice.criteria")
    if theme.is_room():
        return text("criteria.advice.room", whose=whose) if whose else ""
    if whose:
        return text("criteria.advice.whose", whose=whose)
    return text("criteria.advice")
