"""One side of a balance: its heading, its points in order, what is not weighed counted apart, and a line to add one."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.drawing.palette import Role
from desktop_app.model.ids import ArgumentId
from desktop_app.model.kinds import STANCES
from desktop_app.model.records import Stance
from desktop_app.ui.pages.balance.point import PointCard
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.fields import AdderLine
from desktop_app.ui.widgets.no_wheel import NoWheelCombo
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.viewmodels.balance.points import PointOrder
from desktop_app.weighing.arguments.balance import BalanceSide
from desktop_app.wording.sentence import text

_GAP_PX: Final = 10


class PointColumn(QWidget):
    """The pros or the cons.

    Signals:
        order_chosen: an `PointOrder`.
    """

    order_chosen = Signal(object)

    def __init__(self, stance: Stance) -> None:
        super().__init__()
        self.stance = stance
        naming = STANCES[stance]
        self._role = Role(naming.role)
        new = text(f"balance.new.{stance}")
        self._shown: list[PointCard] = []
        self._drop_y: int | None = None
        heading = PlainLabel(f"{naming.sign} {text(f'balance.heading.{stance}')}")
        heading.setFont(theme.interface_font(16, bold=True))
        palette = heading.palette()
        palette.setColor(heading.foregroundRole(), theme.colour(self._role))
        heading.setPalette(palette)
        self._count = PlainLabel("", "hint", wraps=theme.is_room())
        self._count.setFont(theme.interface_font(14))
        self._drop_words = PlainLabel("")
        self._drop_words.setFont(theme.interface_font(theme.TEXT_PX, bold=True))
        self.sorting = NoWheelCombo()
        self.sorting.setObjectName("quietCombo")
        self.sorting.setAccessibleName(text(f"balance.order.spoken.{stance}"))
        for order in PointOrder:
            self.sorting.addItem(order.label, order)
        self.sorting.activated.connect(lambda index: self.order_chosen.emit(self.sorting.itemData(index)))
        self._apart = PlainLabel("", "hint", wraps=theme.is_room())
        self.adder = AdderLine()
        self.adder.setObjectName("adder")
        self.adder.setPlaceholderText(new if theme.is_room() else text(f"balance.new.hint.{stance}"))
        self.adder.setAccessibleName(new)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addWidget(self._count, 1 if theme.is_room() else 0)
        head.addWidget(self._drop_words)
        if not theme.is_room():
            head.addStretch()
            head.addWidget(self.sorting)
        self._points = QVBoxLayout()
        self._points.setSpacing(_GAP_PX)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(_GAP_PX)
        self._whole.addLayout(head)
        self._whole.addLayout(self._points)
        self._whole.addWidget(self.adder)
        if theme.is_room():
            # The points are what people came for.
            self._whole.addWidget(self.sorting, 0, Qt.AlignmentFlag.AlignLeft)
        self._whole.addStretch()
        self._apart.hide()

    @property
    def points(self) -> Sequence[PointCard]:
        """Its points from top to bottom."""
        return self._shown

    @property
    def count_words(self) -> str:
        """What the heading counts."""
        return self._count.text()

    def show_points(self, points: Sequence[PointCard], weighed: int, side: BalanceSide, order: PointOrder) -> None:
        """Shows points in this order.

        Args:
            points: their cards.
            weighed: how many of them, from the top, are weighed.
            side: what they come to.
            order: how they are sorted.
        """
        # Laid out once, not once a card that is shown.
        self._whole.setEnabled(False)
        while self._points.takeAt(0) is not None:
            pass
        self._shown = list(points)
        for number, card in enumerate(points):
            if number == weighed:
                self._points.addWidget(self._apart)
            self._points.addWidget(card)
            card.show()
        left = side.total - side.weighed
        self._apart.setVisible(left > 0)
        self._apart.setText(text("balance.apart"))
        self._count.setText(
            f"{side.total}" if not left else text("balance.weighed_left", weighed=side.weighed, left=left)
        )
        self.sorting.setCurrentIndex(list(PointOrder).index(order))
        self._whole.setEnabled(True)
        self._whole.activate()
        for earlier, later in zip([self.sorting, *points], [*points, self.adder], strict=True):
            QWidget.setTabOrder(earlier, later)

    def neighbour_at(self, screen: QPoint, moved: ArgumentId) -> tuple[ArgumentId | None, bool]:
        """Next to which point something dropped here would go, and whether before it."""
        y = self.mapFromGlobal(screen).y()
        others = [card for card in self._shown if card.argument != moved]
        for card in others:
            if y < card.geometry().center().y():
                return card.argument, True
        return (others[-1].argument, False) if others else (None, False)

    def show_drop(self, screen: QPoint | None, words: str = "", moved: ArgumentId | None = None) -> None:
        """Shows where what is dragged would go, and what that would mean; None: it is elsewhere."""
        self._drop_words.setText(words if screen is not None else "")
        self._count.setVisible(screen is None or not words)
        self._drop_y = None
        if screen is not None and moved is not None:
            beside, before = self.neighbour_at(screen, moved)
            card = next((item for item in self._shown if item.argument == beside), None)
            if card is None:
                self._drop_y = self.adder.geometry().top() - _GAP_PX // 2
            else:
                edge = card.geometry().top() - _GAP_PX // 2 if before else card.geometry().bottom() + _GAP_PX // 2
                self._drop_y = edge
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drop_y is not None:
            with QPainter(self) as painter:
                painter.fillRect(QRect(0, self._drop_y - 1, self.width(), 3), theme.colour(self._role))
