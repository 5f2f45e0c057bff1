"""The details of one criterion: its scale of labelled levels, direction and red line, its place, and deleting it."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.edits import criteria
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.errors import RecordMissingError
from desktop_app.model.ids import CriterionId
from desktop_app.model.records import Criterion
from desktop_app.ui.pages.criteria.panels import Panel
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.fields import CommittingLine, CommittingText
from desktop_app.ui.widgets.rows import clear_rows
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.matrix_commands import MatrixCommands
from desktop_app.ui.workspace.pending_texts import TextTarget
from desktop_app.ui.workspace.scoring import DEFAULT_LEVELS
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.criteria.typed import ScoreNotReadError, read_one_score
from desktop_app.wording.sentence import say, text

_VALUE_PX = 52


class CriterionPanel(Panel):
    """What can be said about a criterion beyond its name, question and weight.

    Signals:
        resized: it needs another height.
    """

    resized = Signal()

    def __init__(self, workspace: Workspace, commands: MatrixCommands, criterion: CriterionId) -> None:
        super().__init__(text("criterion.panel", name=one_line(workspace.document.get(Criterion, criterion).name, 60)))
        self._workspace = workspace
        self.criterion = criterion
        self._title = self.title("")
        self.heading(text("criterion.scale.heading"))
        self.scale = ScaleRows(workspace, criterion)
        self.column.addWidget(self.scale)
        self._hint = PlainLabel("", "hint", wraps=True)
        self.column.addWidget(self._hint)
        self._begin = QPushButton(text("criterion.begin"))
        self._begin.clicked.connect(self._on_begun)
        self._add = QPushButton(text("criterion.add_level"))
        self._add.clicked.connect(self._on_added)
        for button in (self._begin, self._add):
            button.setObjectName("small")
            self.column.addWidget(button)
        self.heading(text("criterion.direction.heading"))
        self.direction = CommittingLine()
        self.direction.setAccessibleName(text("criterion.direction"))
        self.column.addWidget(self.direction)
        self.heading(text("criterion.red_line.heading"))
        self.red_line = CommittingLine()
        self.red_line.setPlaceholderText(text("criterion.red_line.none"))
        self.red_line.setAccessibleName(text("criterion.red_line"))
        self.column.addWidget(self.red_line)
        self.shared_doubt = QCheckBox(text("criterion.shared_doubt"))
        self.shared_doubt.clicked.connect(self._on_doubt_shared)
        self.column.addWidget(self.shared_doubt)
        self._buttons: list[QPushButton] = []
        line = QHBoxLayout()
        line.setContentsMargins(0, SPACE, 0, 0)
        for words, act in (
            (text("criterion.move_up"), commands.move_criterion_up),
            (text("criterion.move_down"), commands.move_criterion_down),
            (text("criterion.delete"), commands.delete_criterion),
        ):
            line.addWidget(self._button(words, act))
        self.column.addLayout(line)
        self.column.addStretch()
        self.refresh()

    def take_keyboard(self) -> None:
        """Gives the keyboard to the first thing to write."""
        if self.scale.rows:
            self.scale.focus_first()
        else:
            self._begin.setFocus()

    def refresh(self) -> None:
        """Shows what there is now."""
        document = self._workspace.document
        criterion = document.get(Criterion, self.criterion)
        can_edit = not self._workspace.session.is_read_only
        self._title.say(one_line(criterion.name, 120))
        levels = _levels(document, self.criterion)
        self.scale.show_levels(levels, can_edit=can_edit)
        self._hint.setText("" if levels else text("criterion.scale.none"))
        self._hint.setVisible(not levels)
        self._begin.setVisible(not levels)
        self._add.setVisible(bool(levels))
        about, shown = f"“{one_line(criterion.name, 40)}”", self.criterion
        self.direction.show_text(
            criterion.direction,
            self._workspace.target(
                ("direction", shown),
                text("target.direction_of", about=about),
                lambda document, text: criteria.set_direction(document, shown, text.strip()),
            ),
        )
        self.red_line.show_text(
            "" if criterion.red_line is None else f"{criterion.red_line:g}",
            self._workspace.target(
                ("red line", shown),
                text("target.red_line_of", about=about),
                lambda document, text: criteria.set_red_line(document, shown, read_one_score(text)),
            ),
        )
        self.shared_doubt.setChecked(criterion.shared_doubt)
        self.shared_doubt.setEnabled(can_edit)
        for line in (self.direction, self.red_line):
            line.setReadOnly(not can_edit)
        for button in (self._begin, self._add, *self._buttons):
            button.setEnabled(can_edit)
        self.resized.emit()

    def _on_doubt_shared(self, shared: bool) -> None:  # noqa: FBT001  # as the signal has it
        self._edit(lambda document: criteria.share_doubt(document, self.criterion, shared=shared))
        self.refresh()

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName("small")
        button.clicked.connect(act)
        self._buttons.append(button)
        return button

    def _edit(self, change: Callable[[Document], object]) -> bool:
        return self._workspace.attempt(change)

    def _on_begun(self) -> None:
        levels = [(value, "") for value in DEFAULT_LEVELS]
        self._edit(lambda document: criteria.set_levels(document, self.criterion, levels))
        self.scale.focus_first()

    def _on_added(self) -> None:
        """Puts a level into the widest gap of the scale."""
        document = self._workspace.document
        levels = _levels(document, self.criterion)
        ends = [0.0, *(value for value, _ in levels), 100.0]
        _, middle = max((high - low, (high + low) / 2) for low, high in pairwise(ends))
        self._edit(lambda document: criteria.set_levels(document, self.criterion, [*levels, (middle, "")]))


class _LevelRow(QWidget):
    """One level: value, text, and a button to take it out."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.value, self.label, self.remove = CommittingLine(), CommittingText(1), QToolButton()
        self.value.setFixedWidth(theme.px(_VALUE_PX))
        self.value.setAccessibleName(text("criterion.level.value", number=number))
        self.label.setAccessibleName(text("criterion.level.text", number=number))
        self.label.setPlaceholderText(text("criterion.level.hint"))
        self.remove.setObjectName("icon")
        self.remove.setText("×")
        self.remove.setAccessibleName(text("criterion.level.delete", number=number))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for widget in (self.value, self.label, self.remove):
            line.addWidget(widget)


class ScaleRows(QWidget):
    """The levels of a criterion's scale, to be edited where they stand."""

    def __init__(self, workspace: Workspace, criterion: CriterionId) -> None:
        super().__init__()
        self._workspace = workspace
        self._criterion = criterion
        self.rows: list[_LevelRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_levels(self, levels: list[tuple[float, str]], *, can_edit: bool) -> None:
        """Shows a scale, worst first."""
        if len(levels) != len(self.rows):
            clear_rows(self._column)
            self.rows = [self._make(number) for number in range(len(levels))]
        for number, (row, (value, label)) in enumerate(zip(self.rows, levels, strict=True)):
            row.value.show_text(f"{value:g}", self._target(number, "value"))
            row.label.show_text(label, self._target(number, "label"))
            row.value.setReadOnly(not can_edit)
            row.label.setReadOnly(not can_edit)
            row.remove.setEnabled(can_edit)

    def focus_first(self) -> None:
        """Gives the keyboard to the text of the worst level."""
        if self.rows:
            self.rows[0].label.setFocus()

    def _make(self, number: int) -> _LevelRow:
        row = _LevelRow(number + 1)
        row.remove.clicked.connect(lambda: self._remove(number))
        self._column.addWidget(row)
        return row

    def _remove(self, number: int) -> None:
        def remove(document: Document) -> None:
            levels = _levels(document, self._criterion)
            criteria.set_levels(document, self._criterion, levels[:number] + levels[number + 1 :])

        self._workspace.attempt(remove)

    def _target(self, number: int, part: str) -> TextTarget:
        criterion = self._criterion

        def change(document: Document, text: str) -> None:
            levels = _levels(document, criterion)
            if number >= len(levels):
                raise RecordMissingError(
                    say("error.field.level_gone"), say("remedy.it_may_have_been_deleted_or_undone")
                )
            value, label = levels[number]
            if part == "value":
                typed = read_one_score(text)
                if typed is None:
                    raise ScoreNotReadError(
                        say("error.field.level_needs_value"), say("remedy.type_number_from_0_to_100")
                    )
                value = typed
            else:
                label = text.strip()
            levels[number] = (value, label)
            criteria.set_levels(document, criterion, levels)

        return self._workspace.target(
            ("level", criterion, number, part), text(f"target.level.{part}", number=number + 1), change
        )


def _levels(document: Document, criterion: CriterionId) -> list[tuple[float, str]]:
    return [(level.value, level.label) for level in reads.levels(document, criterion)]
