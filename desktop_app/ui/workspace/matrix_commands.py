"""What the actions of the matrix do: each method acts on the cell, criterion or option that has the keyboard."""

from PySide6.QtCore import QObject, Signal

from desktop_app.edits import criteria, deleting, moving
from desktop_app.model import reads
from desktop_app.model.ids import CriterionId
from desktop_app.model.records import Card, Criterion
from desktop_app.ui.workspace.map_commands import MapCommands
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.workspace import Workspace


class MatrixCommands(QObject):
    """The actions on options and criteria.

    Signals:
        criterion_asked: the name of a new criterion is to be written.
        fact_asked: a new fact is to be written.
        details_asked: the details of the cell or criterion are to be shown.
    """

    criterion_asked = Signal()
    fact_asked = Signal()
    details_asked = Signal()

    def __init__(self, workspace: Workspace, maps: MapCommands) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._maps = maps
        self._view = workspace.view

    @property
    def has_option(self) -> bool:
        """Whether the keyboard is on an option or on a cell of one."""
        return self._is_shown and self._workspace.document.find(Card, self._view.option) is not None

    @property
    def has_options(self) -> bool:
        """Whether the shown map has options, which facts are said of."""
        shown = self._view.map_id
        return shown is not None and bool(reads.options(self._workspace.document, shown))

    @property
    def has_criterion(self) -> bool:
        """Whether the keyboard is on a criterion or on a cell of one."""
        return self._is_shown and self._criterion is not None

    def add_criterion(self) -> None:
        """Shows the matrix and asks there for the name of a new criterion."""
        self._maps.map_to_write_on()
        self._view.show_page(Page.CRITERIA)
        self.criterion_asked.emit()

    def add_fact(self) -> None:
        """Writes a new fact of the options."""
        self._view.show_page(Page.CRITERIA)
        self.fact_asked.emit()

    def show_details(self) -> None:
        """Shows the details of the cell, or of the criterion."""
        if self.has_criterion:
            self.details_asked.emit()

    def move_criterion_up(self) -> None:
        """Moves the criterion before the one above."""
        self._shift_criterion(-1)

    def move_criterion_down(self) -> None:
        """Moves the criterion after the one below."""
        self._shift_criterion(1)

    def move_option_left(self) -> None:
        """Moves the option before the one at its left."""
        option = self._view.option
        if self.has_option and option is not None:
            self._workspace.run(lambda document: moving.move_up(document, option))

    def move_option_right(self) -> None:
        """Moves the option after the one at its right."""
        option = self._view.option
        if self.has_option and option is not None:
            self._workspace.run(lambda document: moving.move_down(document, option))

    def lock_weight(self) -> None:
        """Keeps the criterion's weight from being changed, or lets it be."""
        criterion = self._criterion
        if criterion is not None:
            locked = not criterion.locked
            self._workspace.run(lambda document: criteria.lock_weight(document, criterion.id, locked=locked))

    def delete_criterion(self) -> None:
        """Deletes the criterion with its scores."""
        criterion = self._criterion
        if criterion is not None:
            self._workspace.run(lambda document: criteria.delete_criterion(document, criterion.id))

    def delete_option(self) -> None:
        """Deletes the option with its branch."""
        option = self._view.option
        if self.has_option and option is not None:
            self._workspace.run(lambda document: deleting.delete_branch(document, option))

    @property
    def _is_shown(self) -> bool:
        return self._view.page is Page.CRITERIA

    @property
    def _criterion(self) -> Criterion | None:
        return self._workspace.document.find(Criterion, self._view.criterion)

    def _shift_criterion(self, step: int) -> None:
        criterion = self._criterion
        if criterion is None:
            return
        order: list[CriterionId] = [item.id for item in reads.criteria(self._workspace.document, criterion.map)]
        place = order.index(criterion.id) + step
        if 0 <= place < len(order):
            self._workspace.run(
                lambda document: criteria.move_criterion(document, criterion.id, beside=order[place], before=step < 0)
            )
