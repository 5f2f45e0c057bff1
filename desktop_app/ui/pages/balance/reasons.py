"""The points of a balance as a picture: each pro and con begins where the one before ended; the last bar is the sum."""

from typing import Final

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.charts.bars import WaterfallStep, waterfall
from desktop_app.drawing.palette import Role
from desktop_app.model.reads import arguments_on
from desktop_app.model.records import Card
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.chart import ChartView
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.number_visibility import hides_numbers
from desktop_app.weighing.arguments.sentences import argument_name
from desktop_app.weighing.arguments.strength import logistic
from desktop_app.wording.rounding import percent, signed, whole
from desktop_app.wording.sentence import text

_MOST_STEPS: Final = 14


class Reasons(QFrame):
    """Where a leaning or a strength comes from; hidden where there is nothing to add up."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setObjectName("card")
        self.chart = ChartView(text("balance.chart"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_WIDE, SPACE + 4, SPACE_WIDE, SPACE + 4)
        column.setSpacing(SPACE)
        column.addWidget(PlainLabel(text("balance.reasons"), "sectionTitle", wraps=theme.is_room()))
        column.addWidget(self.chart)

    def show_card(self, card: Card) -> None:
        """Shows the points of a card's pros and cons, heaviest first."""
        steps = [] if hides_numbers(self._workspace) else self._steps(card)
        self.setVisible(bool(steps))
        self.chart.show_chart((lambda width: waterfall(steps, width, whole_names=theme.is_room())) if steps else None)

    def _steps(self, card: Card) -> list[WaterfallStep]:
        document, results = self._workspace.document, self._workspace.results
        base = results.cards[card.id].base_points
        contributions = [
            (item.id, points)
            for item in arguments_on(document, card.id)
            if (points := results.arguments[item.id].points) is not None
        ]
        if base is None or len(contributions) + bool(whole(base)) < 2:
            return []
        contributions.sort(key=lambda pair: -abs(pair[1]))
        steps = []
        if whole(base):
            role = Role.PRO if base > 0 else Role.CON
            steps.append(
                WaterfallStep(text("balance.by_itself", chance=percent(logistic(base / 100))), base, signed(base), role)
            )
        for argument, points in contributions[:_MOST_STEPS]:
            role = Role.PRO if points >= 0 else Role.CON
            name = one_line(argument_name(document, argument), 120)
            steps.append(WaterfallStep(name, points, signed(points), role))
        rest = [points for _, points in contributions[_MOST_STEPS:]]
        if rest:
            role = Role.PRO if sum(rest) >= 0 else Role.CON
            steps.append(WaterfallStep(text("strength.lighter", count=len(rest)), sum(rest), signed(sum(rest)), role))
        total = base + sum(points for _, points in contributions)
        together = (
            "balance.together"
            if sum(whole(step.value) for step in steps) == whole(total)
            else "balance.together.rounded"
        )
        steps.append(WaterfallStep(text(together), total, signed(total), Role.INK, is_total=True))
        return steps
