"""Weights from an order alone: criteria are dragged or moved by keys, the weights are the middle of all that fit."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton
from typing_extensions import override

from desktop_app.base.plain_text import one_line
from desktop_app.model.ids import CriterionId
from desktop_app.model.records import WeightFrom
from desktop_app.ui.pages.criteria.weights.way import Way
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.text import PlainLabel, isolated
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.weighing.criteria.weights import rank_order_centroid, raw_weights
from desktop_app.wording.sentence import say, text

_ROW_PX = 25


class RankList(QListWidget):
    """Criteria from the most to the least important.

    Signals:
        reordered: they stand in another order.
    """

    reordered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ranks")
        self.setAccessibleName(text("ranking.list"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.model().rowsMoved.connect(self.reordered)

    def shift(self, by: int) -> None:
        """Moves the current criterion down by so many places."""
        row = self.currentRow()
        if row < 0 or not 0 <= row + by < self.count():
            return
        item = self.takeItem(row)
        self.insertItem(row + by, item)
        self.setCurrentRow(row + by)
        self.reordered.emit()

    @override
    def event(self, event: QEvent) -> bool:
        # The same keys move a criterion of the matrix beneath; here they belong to the list.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _step(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _step(event)
        if step:
            self.shift(step)
        else:
            super().keyPressEvent(event)


def _step(event: QKeyEvent) -> int:
    """How many places down a key asks to move; 0: none."""
    has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0) if has_alt else 0


class RankWay(Way):
    """Asks for the order of the criteria."""

    step = say("step.rank_criteria")
    weight_from = WeightFrom.RANK

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.list = RankList()
        self.up, self.down = QPushButton(text("ranking.up")), QPushButton(text("ranking.down"))
        for button in (self.up, self.down):
            button.setObjectName("small")
        self.up.clicked.connect(lambda: self.list.shift(-1))
        self.down.clicked.connect(lambda: self.list.shift(1))
        line = QHBoxLayout()
        line.addWidget(self.up)
        line.addWidget(self.down)
        line.addStretch()
        self.column.addWidget(PlainLabel(text("ranking.intro"), wraps=True))
        self.column.addWidget(self.list)
        self.column.addLayout(line)
        self.list.reordered.connect(self.answered)
        self.refresh()

    @property
    def order(self) -> list[CriterionId]:
        """The criteria, most important first."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [CriterionId(item.data(Qt.ItemDataRole.UserRole)) for item in items]

    @override
    def refresh(self) -> None:
        criterion_by_id = {criterion.id: criterion for criterion in self.criteria}
        kept = [criterion for criterion in self.order if criterion in criterion_by_id]
        numbers = self.workspace.numbers
        new = sorted(
            (item for item in criterion_by_id if item not in kept),
            key=lambda item: -numbers.weight(criterion_by_id[item]),
        )
        wanted = [*kept, *new]
        chosen = self.list.currentRow()
        self.list.clear()
        for criterion in wanted:
            item = QListWidgetItem(isolated(one_line(criterion_by_id[criterion].name, 80)))
            item.setData(Qt.ItemDataRole.UserRole, criterion)
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, min(chosen, len(wanted) - 1)))
        self.list.setFixedHeight(max(2, min(12, len(wanted))) * theme.px(_ROW_PX) + 6)

    @override
    def proposed(self) -> Mapping[CriterionId, float]:
        order = self.order
        return raw_weights(rank_order_centroid(len(order)), order) if order else {}

    @override
    def summary(self) -> str:
        return text("ranking.summary")

    @override
    def take_keyboard(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
