"""Weights by swings: what the step from worst to best is worth on each criterion, beside the one that counts 100."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.base.plain_text import one_line
from desktop_app.model.ids import CriterionId
from desktop_app.model.records import WeightFrom
from desktop_app.ui.pages.criteria.weights.way import Way
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.fields import NumberLine
from desktop_app.ui.widgets.no_wheel import FittingCombo, NoWheelSlider
from desktop_app.ui.widgets.rows import clear_rows
from desktop_app.ui.widgets.text import PlainLabel, isolated
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.weighing.criteria.swings import FULL_SWING, Swing, first_question, swing_question, swings
from desktop_app.wording.rounding import whole
from desktop_app.wording.sentence import say, text

_FULL: Final = int(FULL_SWING)


class SwingRow(QWidget):
    """One swing: its question, a slider and a number, 0 to 100."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.question = PlainLabel("", wraps=True)
        self.slider = NoWheelSlider(0, _FULL)
        self.slider.setObjectName("weight")
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(text("swing.slider", name=name))
        self.number = NumberLine(text("swing.number", name=name), 0, _FULL, 5)
        self.number.setFixedWidth(theme.px(64))
        self.number.show_number(0)
        self.slider.valueChanged.connect(self.number.show_number)
        self.number.changed.connect(lambda number: self.slider.setValue(whole(number)))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.slider, 1)
        line.addWidget(self.number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.question)
        column.addLayout(line)


class SwingWay(Way):
    """Asks which swing is worth most, and what the others are worth beside it."""

    step = say("step.weigh_by_swings")
    weight_from = WeightFrom.SWINGS

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._swings: tuple[Swing, ...] = ()
        self.rows: dict[CriterionId, SwingRow] = {}
        self._question = PlainLabel("", wraps=True)
        self.first = FittingCombo(text("swing.choose"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.column.addWidget(self._question)
        self.column.addWidget(self.first)
        self.column.addLayout(self._rows)
        self.first.activated.connect(lambda _: self._on_first_chosen())
        self.refresh()

    @override
    def refresh(self) -> None:
        new_swings = swings(self.workspace.document, self.workspace.map_id)
        if [(swing.criterion, swing.name, swing.worst, swing.best) for swing in new_swings] == [
            (swing.criterion, swing.name, swing.worst, swing.best) for swing in self._swings
        ]:
            return
        self._swings = new_swings
        numbers = {criterion.id: self.workspace.numbers.weight(criterion) for criterion in self.criteria}
        heaviest = max(numbers, key=numbers.__getitem__, default=None)
        self._question.say(first_question(new_swings))
        self.first.clear()
        for swing in new_swings:
            self.first.addItem(isolated(one_line(swing.name, 60)), swing.criterion)
        self.first.show_value(heaviest)
        clear_rows(self._rows)
        self.rows = {}
        most = numbers[heaviest] if heaviest is not None else 0.0
        for swing in new_swings:
            row = self.rows[swing.criterion] = SwingRow(one_line(swing.name, 60))
            row.slider.setValue(whole(_FULL * numbers[swing.criterion] / most) if most else _FULL // 2)
            row.slider.valueChanged.connect(lambda _: self.answered.emit())
            self._rows.addWidget(row)
        self._show_questions()

    @override
    def proposed(self) -> Mapping[CriterionId, float]:
        first = self.first.currentData()
        return {
            criterion: float(_FULL if criterion == first else row.slider.value())
            for criterion, row in self.rows.items()
        }

    @override
    def summary(self) -> str:
        first = self.first.currentText()
        full = [
            swing.name
            for swing in self._swings
            if swing.criterion != self.first.currentData() and self.rows[swing.criterion].slider.value() == _FULL
        ]
        return text("swing.full", names=", ".join(full), first=first) if full else ""

    @override
    def take_keyboard(self) -> None:
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_first_chosen(self) -> None:
        self._show_questions()
        self.answered.emit()

    def _show_questions(self) -> None:
        """The swing that counts 100 is not asked for."""
        reference = next((swing for swing in self._swings if swing.criterion == self.first.currentData()), None)
        for swing in self._swings:
            row = self.rows[swing.criterion]
            row.setVisible(swing is not reference)
            if reference is not None:
                row.question.say(swing_question(reference, swing))
