"""The slider of a criterion's weight, with marks at the weights where another option takes the lead."""

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from typing_extensions import override

from desktop_app.drawing.palette import Role
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.no_wheel import NoWheelSlider
from desktop_app.weighing.criteria.totals import NOISE
from desktop_app.weighing.robustness.names import Names
from desktop_app.weighing.robustness.sentences import certain_clause, possible_clause
from desktop_app.weighing.robustness.sweep import sweep, turns
from desktop_app.weighing.robustness.table import ScoreTable
from desktop_app.wording.sentence import text
from desktop_app.wording.thresholds import least, most

_HANDLE_PX: Final = 15  # as the style sheet draws it, edges included
_MARK_PX: Final = (2, 16)
_MOST: Final = 100
_LEAST_PX: Final = 96  # in a room: forty people watch the handle go


class SliderMark(NamedTuple):
    """A raw weight at which the lead changes, and what happens there in words."""

    weight: float
    words: str


class WeightSlider(NoWheelSlider):
    """A raw weight from 0 to 100."""

    def __init__(self) -> None:
        super().__init__(0, _MOST)
        self._marks: tuple[SliderMark, ...] = ()
        self.setObjectName("weight")
        self.setPageStep(5)
        self.setMinimumWidth(theme.px(_LEAST_PX) if theme.is_room() else 0)

    @property
    def marks(self) -> tuple[SliderMark, ...]:
        """Where the lead changes."""
        return self._marks

    def show_marks(self, marks: Sequence[SliderMark]) -> None:
        """Shows where the lead changes while the other weights stay."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self.setToolTip("; ".join(mark.words for mark in marks))
            self.setAccessibleDescription(". ".join(mark.words for mark in marks))
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        width, height = (theme.px(length) for length in _MARK_PX)
        handle = theme.px(_HANDLE_PX)
        with QPainter(self) as painter:
            for mark in self._marks:
                middle = handle / 2 + (self.width() - handle) * mark.weight / _MOST
                if self.isRightToLeft():
                    middle = self.width() - middle
                area = QRectF(middle - width / 2, (self.height() - height) / 2, width, height)
                painter.fillRect(area, theme.colour(Role.INK))


def marks_of(table: ScoreTable, names: Names, place: int, others: float) -> list[SliderMark]:
    """The weights of one criterion at which stretches begin or end where another option is on top, or may be.

    Args:
        table: of the options in play.
        names: of its options.
        place: of the criterion in the table.
        others: what the raw weights of all other criteria sum to; they stay.

    Returns:
        Those that the slider can reach, ascending, each with what holds there, in percents and weights that are
        literally true.
    """
    swept = sweep(table, place) if others > 0 else None
    marks = []
    for turn in turns(swept, table.standing()) if swept is not None else ():
        for stretch, clause in (
            (turn.certain, certain_clause(turn, names)),
            (turn.possible, possible_clause(turn, names)),
        ):
            if stretch is None or clause is None:
                continue
            low, high = (_weight_of(share, others) for share in (stretch.low, stretch.high))
            # Said is the nearest whole weight at which the clause holds, as the slider gives it.
            shown = most(low), least(min(high, _MOST))
            if shown[0].value > shown[1].value:
                continue
            for weight, nearest in zip((low, high), shown, strict=True):
                if 0 < weight <= _MOST + NOISE:
                    marks.append(SliderMark(weight, text("mark", clause=clause, weight=nearest)))
    return sorted(marks)


def _weight_of(share: float, others: float) -> float:
    """The raw weight that has a share where the others sum to so much."""
    return others * share / (1 - share) if share < 1 else math.inf
