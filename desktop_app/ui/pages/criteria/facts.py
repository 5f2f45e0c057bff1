"""Facts beneath the totals: one row a name, one value an option, edited where they stand. They never count."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from desktop_app.base.errors import AppError
from desktop_app.base.plain_text import one_line
from desktop_app.edits import scores
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId
from desktop_app.model.records import Card
from desktop_app.ui.pages.criteria.grid import GridCell
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.editable import EditableText
from desktop_app.ui.workspace.pending_texts import TextTarget
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import say, text


class FactCell(GridCell):
    """The name or a value of a fact.

    Args:
        clear: takes the value away, or the whole row where this is its name.
        is_name: whether it is the name of a row.
    """

    def __init__(self, clear: Callable[[], None], *, is_name: bool) -> None:
        super().__init__()
        self.text = EditableText(theme.interface_font(theme.SMALL_PX), name="hint", takes_focus=False, shown_most=160)
        self.text.closed.connect(self.setFocus)
        self.opened.connect(lambda: self.begin(""))
        line = QHBoxLayout(self)
        line.setContentsMargins(11, 4, 8, 4)
        line.addWidget(self.text, 1)
        self.remove: QToolButton | None = None
        self.cleared.connect(clear)
        if is_name:
            self.remove = QToolButton()
            self.remove.setObjectName("icon")
            self.remove.setText("×")
            self.remove.setToolTip(text("fact.delete"))
            self.remove.clicked.connect(clear)
            line.addWidget(self.remove)

    def show_text(self, text: str, spoken: str, target: TextTarget | None, *, can_edit: bool) -> None:
        """Shows the name or value; another one goes to `target`."""
        self.text.show_text(text, spoken, target, can_edit=can_edit)
        self.setAccessibleName(f"{spoken}: {one_line(text, 120) or say('cell.empty')}")
        if self.remove is not None:
            self.remove.setEnabled(can_edit)
            self.remove.setAccessibleName(str(say("fact.delete.spoken", name=one_line(text, 60))))

    @override
    def begin(self, typed: str) -> None:
        self.text.begin(typed)


@dataclass(slots=True)
class _FactRow:
    """One fact: its name, and a cell for it (None) and for each option."""

    name: str
    cells: dict[CardId | None, FactCell] = field(default_factory=dict)


class FactRows:
    """The rows of facts of the shown map; a new one has a name, but is no fact before it has a value."""

    def __init__(self, workspace: Workspace, changed: Callable[[], None]) -> None:
        self._workspace = workspace
        self._changed = changed
        self._rows: list[_FactRow] = []
        self._new: _FactRow | None = None

    def cell(self, name: str, option: CardId | None = None) -> FactCell:
        """The cell of a fact's name, or of its value for an option."""
        return next(row for row in self._rows if row.name == name).cells[option]

    def forget_new(self) -> None:
        """Another map is shown: a row without values is gone."""
        self._new = None

    def add(self) -> FactCell:
        """Begins a new row."""
        if self._new is None:
            self._new = _FactRow("")
            self._changed()
        return self._new.cells[None]

    def names(self, options: Sequence[CardId]) -> list[str]:
        """The names of all facts, in the order of the alphabet; a new row last."""
        document = self._workspace.document
        names = {fact.name for option in options for fact in reads.facts(document, option)}
        if self._new is not None and self._new.name in names:
            self._new = None
        return [*sorted(names, key=lambda name: (name.casefold(), name)), *([self._new.name] if self._new else [])]

    def rows(self, options: Sequence[CardId]) -> list[list[QWidget]]:
        """The widgets of every row, none without options; those of facts that are still there are kept."""
        if not options:
            self._rows, self._new = [], None
            return []
        before = {row.name: row for row in self._rows}
        new = self._new
        self._rows = [
            before.get(name) or (new if new and new.name == name else _FactRow(name)) for name in self.names(options)
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
                    target = None if row is self._new else self._renaming(row)
                    cell.show_text(row.name, text("fact.name"), target, can_edit=can_edit)
                    continue
                known = next((fact.value for fact in reads.facts(document, option) if fact.name == row.name), "")
                spoken = text(
                    "fact.of",
                    name=row.name or say("fact.new"),
                    option=one_line(document.get(Card, option).text, 60),
                )
                # A value needs a name to hang on.
                target = self._setting(row.name, option, spoken) if row.name else None
                cell.show_text(known, spoken, target, can_edit=can_edit and bool(row.name))

    def _make(self, row: _FactRow, option: CardId | None) -> FactCell:
        if option is None:
            made = FactCell(lambda: self._remove(row), is_name=True)
            made.text.committed.connect(lambda name: self._on_named(row, name))
            return made
        return FactCell(lambda: self._clear(row, option), is_name=False)

    def _on_named(self, row: _FactRow, name: str) -> None:
        """A new row has its name now: values can hang on it."""
        if row is self._new:
            row.name = " ".join(name.split())
            self._changed()

    def _renaming(self, row: _FactRow) -> TextTarget:
        before, map_id = row.name, self._workspace.map_id

        def rename(document: Document, text: str) -> None:
            wanted = " ".join(text.split())
            # Named first, so that the row is known again when the change arrives.
            row.name = wanted
            try:
                scores.rename_fact(document, map_id, before, wanted)
            except AppError:
                row.name = before
                raise

        return self._workspace.target(("name of a fact", map_id, before), text("target.fact_name", name=before), rename)

    def _setting(self, name: str, option: CardId, spoken: str) -> TextTarget:
        def change(document: Document, text: str) -> None:
            scores.set_fact(document, option, name, text)

        return self._workspace.target(("value of a fact", option, name), spoken, change)

    def _clear(self, row: _FactRow, option: CardId) -> None:
        self._workspace.attempt(lambda document: scores.set_fact(document, option, row.name, ""))

    def _remove(self, row: _FactRow) -> None:
        if row is self._new:
            self._new = None
            self._changed()
            return
        map_id = self._workspace.map_id
        self._workspace.attempt(lambda document: scores.delete_fact(document, map_id, row.name))
