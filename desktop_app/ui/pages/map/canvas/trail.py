"""The way to the branch in focus, painted at the top of the canvas: each step can be clicked, Esc leaves."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from desktop_app.drawing.palette import Role
from desktop_app.model.ids import CardId
from desktop_app.model.records import Card
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.text import isolated
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import say

_LEFT: Final = 16.0
_TOP: Final = 12.0
_HEIGHT: Final = 30.0
_PADDING: Final = 12.0
_MOST_STEP: Final = 180.0
_BETWEEN: Final = " › "
_LEAVE: Final = say("canvas.trail.leave")


@dataclass(frozen=True, slots=True)
class TrailStep:
    """One step of the way: the card it leads to (None: the whole map), its words and where they stand."""

    card: CardId | None
    words: str
    area: QRectF


class Trail:
    """The way from the whole map to the branch in focus."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.steps: list[TrailStep] = []

    def refresh(self, width: float) -> None:
        """Reads the way anew, for a canvas of some width."""
        self.steps = self._lay_out(width) if self._workspace.view.focus is not None else []

    @property
    def area(self) -> QRectF | None:
        """Where it is painted; None while the whole map is shown."""
        if not self.steps:
            return None
        end = self.steps[-1].area.right() + _PADDING + _metrics().horizontalAdvance(str(_LEAVE)) + 2 * _PADDING
        return QRectF(_LEFT, _TOP, end - _LEFT, theme.px(_HEIGHT))

    def step_at(self, point: QPointF) -> TrailStep | None:
        """The step under a point of the canvas."""
        return next((step for step in self.steps if step.area.contains(point)), None)

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Paints it where it is exposed."""
        area = self.area
        if area is None or not area.intersects(exposed):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(Role.LINE), 1.0))
        painter.setBrush(theme.colour(Role.CARD))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS)
        middle = Qt.AlignmentFlag.AlignVCenter
        for step in self.steps:
            is_last = step is self.steps[-1]
            painter.setFont(theme.interface_font(theme.SMALL_PX, bold=is_last))
            painter.setPen(theme.colour(Role.INK if is_last else Role.MUTED))
            painter.drawText(step.area, middle, isolated(step.words))
            if not is_last:
                painter.setPen(theme.colour(Role.FAINT))
                painter.drawText(step.area.translated(step.area.width(), 0), middle, _BETWEEN)
        painter.setFont(theme.interface_font(theme.SMALL_PX))
        painter.setPen(theme.colour(Role.FAINT))
        hint = QRectF(self.steps[-1].area.right() + _PADDING, _TOP, area.right(), theme.px(_HEIGHT))
        painter.drawText(hint, middle, str(_LEAVE))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    # --- inside --------------------------------------------------------------------------------------

    def _lay_out(self, width: float) -> list[TrailStep]:
        cards = self._way()
        metrics, bold = _metrics(), QFontMetricsF(theme.interface_font(theme.SMALL_PX, bold=True))
        room = width - 2 * _LEFT - 5 * _PADDING - metrics.horizontalAdvance(str(_LEAVE))
        share = min(theme.px(_MOST_STEP), max(40.0, room / (len(cards) + 1) - metrics.horizontalAdvance(_BETWEEN)))
        steps = []
        x = _LEFT + _PADDING
        for card in (None, *cards):
            text = str(say("canvas.trail.whole_map")) if card is None else self._workspace.document.get(Card, card).text
            font = bold if card == cards[-1] else metrics
            words = font.elidedText(
                " ".join(text.split()) or str(say("canvas.empty_card")), Qt.TextElideMode.ElideRight, share
            )
            step = TrailStep(card, words, QRectF(x, _TOP, font.horizontalAdvance(words) + 1, theme.px(_HEIGHT)))
            steps.append(step)
            x = step.area.right() + metrics.horizontalAdvance(_BETWEEN)
        return steps

    def _way(self) -> list[CardId]:
        places = self._workspace.places
        cards: list[CardId] = []
        step = self._workspace.view.focus
        while step is not None and step in places:
            cards.append(step)
            step = places[step].parent
        return cards[::-1]


def _metrics() -> QFontMetricsF:
    return QFontMetricsF(theme.interface_font(theme.SMALL_PX))
