"""Facts beneath the totals: one row a name, one value an option, edited where they stand. They never count."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from desktop_app.edits import scores
from desktop_app.model import reads
from desktop_app.model.ids import CardId
from desktop_app.model.records import Card
from desktop_app.ui import theme
from desktop_app.ui.criteria.grid import GridCell
from desktop_app.ui.widgets.editable import EditableText
from desktop_app.ui.widgets.text import one_line
from desktop_app.ui.workspace import Workspace


class FactCell(GridCell):
    """The name or a value of a fact.

    Args:
        commit: takes a new text; says whether it was accepted.
        remove: takes the whole row away; None: this is a value.
    """

    def __init__(self, commit: Callable[[str], bool], remove: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._commit = commit
        self.text = EditableText(
            commit, theme.interface_font(theme.SMALL_PX), name="hint", takes_focus=False, shown_most=160
        )
        self.text.closed.connect(self.setFocus)
        self.opened.connect(lambda: self.begin(""))
        line = QHBoxLayout(self)
        line.setContentsMargins(11, 4, 8, 4)
        line.addWidget(self.text, 1)
        self.remove: QToolButton | None = None
        if remove is None:
            self.cleared.connect(lambda: commit(""))
        else:
            self.remove = QToolButton()
            self.remove.setObjectName("icon")
            self.remove.setText("×")
            self.remove.setToolTip("Delete this fact")
            self.remove.clicked.connect(remove)
            self.cleared.connect(remove)
            line.addWidget(self.remove)

    def show_text(self, text: str, spoken: str, *, can_edit: bool) -> None:
        """Shows the name or value."""
        self.text.show_text(text, spoken, can_edit=can_edit)
        self.setAccessibleName(f"{spoken}: {one_line(text, 120) or 'empty'}")
        if self.remove is not None:
            self.remove.setEnabled(can_edit)
            self.remove.setAccessibleName(f"Delete the fact {one_line(text, 60)}")

    @override
    def begin(self, typed: str) -> None:
        self.text.begin(typed)


@dataclass(slots=True)
class _Row:
    """One fact: its name, and a cell for it (None) and for each option."""

    name: str
    cells: dict[CardId | None, FactCell] = field(default_factory=dict)


class FactRows:
    """The rows of facts of the shown map; a new one has a name, but is no fact before it has a value."""

    def __init__(self, workspace: Workspace, changed: Callable[[], None]) -> None:
        self._workspace = workspace
        self._changed = changed
        self._rows: list[_Row] = []
        self._new: _Row | None = None

    def cell(self, name: str, option: CardId | None = None) -> FactCell:
        """The cell of a fact's name, or of its value for an option."""
        return next(row for row in self._rows if row.name == name).cells[option]

    def forget_new(self) -> None:
        """Another map is shown: a row without values is gone."""
        self._new = None

    def add(self) -> FactCell:
        """Begins a new row."""
        if self._new is None:
            self._new = _Row("")
            self._changed()
        return self._new.cells[None]

    def names(self, options: Sequence[CardId]) -> list[str]:
        """The names of all facts, in the order of the alphabet; a new row last."""
        document = self._workspace.document
        found = {fact.name for option in options for fact in reads.facts(document, option)}
        if self._new is not None and self._new.name in found:
            self._new = None
        return [*sorted(found, key=lambda name: (name.casefold(), name)), *([self._new.name] if self._new else [])]

    def rows(self, options: Sequence[CardId]) -> list[list[QWidget]]:
        """The widgets of every row; those of facts that are still there are kept."""
        before = {row.name: row for row in self._rows}
        new = self._new
        self._rows = [
            before.get(name) or (new if new and new.name == name else _Row(name)) for name in self.names(options)
        ]
        widgets: list[list[QWidget]] = []
        for row in self._rows:
            for option in (None, *options):
                if option not in row.cells:
                    row.cells[option] = self._make(row, option)
            row.cells = {option: row.cells[option] for option in (None, *options)}
            widgets.append(list(row.cells.values()))
        return widgets

    def fill(self, *, can_edit: bool) -> None:
        """Shows what the facts are now."""
        document = self._workspace.document
        for row in self._rows:
            for option, cell in row.cells.items():
                if option is None:
                    cell.show_text(row.name, "Name of the fact", can_edit=can_edit)
                    continue
                known = next((fact.value for fact in reads.facts(document, option) if fact.name == row.name), "")
                spoken = f"{row.name or 'New fact'} of {one_line(document.get(Card, option).text, 60)}"
                # A value needs a name to hang on.
                cell.show_text(known, spoken, can_edit=can_edit and bool(row.name))

    def _make(self, row: _Row, option: CardId | None) -> FactCell:
        if option is None:
            return FactCell(lambda text: self._rename(row, text), lambda: self._remove(row))
        return FactCell(lambda text: self._set(row, option, text))

    def _rename(self, row: _Row, text: str) -> bool:
        before, wanted, map_id = row.name, " ".join(text.split()), self._workspace.map_id
        if row is self._new:
            row.name = wanted
            self._changed()
            return True
        # Named first, so that the row is known again when the change arrives.
        row.name = wanted
        done = self._workspace.attempt(lambda document: scores.rename_fact(document, map_id, before, wanted))
        if not done:
            row.name = before
        return done

    def _set(self, row: _Row, option: CardId, text: str) -> bool:
        facts = reads.facts(self._workspace.document, option)
        amount = next((fact.amount for fact in facts if fact.name == row.name), None) if text else None
        return self._workspace.attempt(
            lambda document: scores.set_fact(document, option, row.name, text, amount=amount)
        )

    def _remove(self, row: _Row) -> None:
        if row is self._new:
            self._new = None
            self._changed()
            return
        map_id = self._workspace.map_id
        self._workspace.attempt(lambda document: scores.delete_fact(document, map_id, row.name))
