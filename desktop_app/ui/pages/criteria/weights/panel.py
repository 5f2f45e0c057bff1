"""The panel in which weights are found: a way is chosen, the shares show live, and *Use these weights* is one step."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.charts.bars import SignedBar, signed_bars
from desktop_app.drawing.palette import Role
from desktop_app.edits import criteria as criteria_edits
from desktop_app.model import reads
from desktop_app.model.ids import CriterionId
from desktop_app.ui.pages.criteria.panels import Panel
from desktop_app.ui.pages.criteria.weights.pairs import PairWay
from desktop_app.ui.pages.criteria.weights.ranking import RankWay
from desktop_app.ui.pages.criteria.weights.swing import SwingWay
from desktop_app.ui.pages.criteria.weights.way import Way
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.chart import ChartView
from desktop_app.ui.widgets.choices import Choices
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.workspace.weighing_commands import WeightsWay
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.weighing.criteria.totals import normalised
from desktop_app.wording.rounding import percent
from desktop_app.wording.sentence import text

_WIDE_PX: Final = 520
_WAYS: Final = {WeightsWay.SWINGS: SwingWay, WeightsWay.RANKS: RankWay, WeightsWay.PAIRS: PairWay}


class WeightsPanel(Panel):
    """Finds weights for all criteria of the shown map.

    Signals:
        used: the weights have been set.
        resized: it needs another height.
    """

    used = Signal()
    resized = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(text("weights.title"))
        self.setFixedWidth(theme.px(_WIDE_PX))
        self._workspace = workspace
        self.title(text("weights.title"))
        self.choices = Choices(text("weights.way"), [(way.label, way) for way in WeightsWay])
        self.ways: dict[WeightsWay, Way] = {way: made(workspace) for way, made in _WAYS.items()}
        self.shown = WeightsWay.SWINGS
        self.preview = ChartView(text("weights.preview"))
        self._summary = PlainLabel("", "hint", wraps=True)
        self.use, self.leave = QPushButton(text("weights.use")), QPushButton(text("weights.leave"))
        self.use.setObjectName("primary")
        self.column.addWidget(self.choices)
        for way in self.ways.values():
            self.column.addWidget(way)
            way.answered.connect(self._show_preview)
        self.heading(text("weights.preview.heading"))
        self.column.addWidget(self.preview)
        self.column.addWidget(self._summary)
        line = QHBoxLayout()
        line.addWidget(self.use)
        line.addWidget(self.leave)
        line.addStretch()
        self.column.addLayout(line)
        self.choices.chosen.connect(self._on_chosen)
        self.use.clicked.connect(self._on_used)
        self.leave.clicked.connect(self.used)
        self.show_way(WeightsWay.SWINGS)

    @property
    def way(self) -> Way:
        """The way that is shown."""
        return self.ways[self.shown]

    @property
    def summary(self) -> str:
        """What is said of the answers."""
        return self._summary.text()

    def show_way(self, way: WeightsWay) -> None:
        """Turns to a way."""
        self.shown = way
        self.choices.show_choice(way, enabled=True)
        for name, widget in self.ways.items():
            widget.setVisible(name is way)
        self.refresh()

    def refresh(self) -> None:
        """Follows a change of the map."""
        for way in self.ways.values():
            way.refresh()
        self._show_preview()
        self.resized.emit()

    def take_keyboard(self) -> None:
        """Gives the keyboard to the first thing to answer."""
        self.way.take_keyboard()

    # --- inside --------------------------------------------------------------------------------------

    def _on_chosen(self, way: object) -> None:
        assert isinstance(way, WeightsWay)
        self.show_way(way)

    def _show_preview(self) -> None:
        weights = self._weights()
        criteria = reads.criteria(self._workspace.document, self._workspace.map_id)
        can_edit = not self._workspace.session.is_read_only
        self.use.setEnabled(weights is not None and can_edit)
        sentences = [self.way.summary()]
        locked = [criterion.name for criterion in criteria if criterion.locked]
        if locked:
            sentences.append(text("weights.locked", names=", ".join(locked)))
        self._summary.say(" ".join(part for part in sentences if part))
        if weights is None:
            self.preview.show_chart(None)
            return
        shares = normalised([weights[criterion.id] for criterion in criteria])
        bars = [
            SignedBar(one_line(criterion.name, 60), share, percent(share))
            for criterion, share in zip(criteria, shares, strict=True)
        ]
        self.preview.show_chart(
            lambda width: signed_bars(bars, width, right=Role.CRITERION, whole_names=theme.is_room())
        )

    def _weights(self) -> Mapping[CriterionId, float] | None:
        """Raw weights as they would be: what is proposed, but for locked ones."""
        proposed = self.way.proposed()
        if proposed is None:
            return None
        numbers = self._workspace.numbers
        return {
            criterion.id: numbers.weight(criterion) if criterion.locked else proposed[criterion.id]
            for criterion in reads.criteria(self._workspace.document, self._workspace.map_id)
        }

    def _on_used(self) -> None:
        proposed, step, weight_from = self.way.proposed(), self.way.step, self.way.weight_from
        if proposed is None:
            return
        perspective = self._workspace.view.perspective
        if self._workspace.attempt(
            lambda document: criteria_edits.set_all_weights(
                document, proposed, step, weight_from=weight_from, perspective=perspective
            )
        ):
            self.used.emit()
