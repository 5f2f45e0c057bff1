"""One point on a balance: a card as big as it weighs, with its pips, what it adds, and its answers beneath."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout
from typing_extensions import override

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.palette import Role
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.kinds import STANCES
from desktop_app.model.records import Stance
from desktop_app.model.words import importance_word
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.buttons import ShortButton, TextButton
from desktop_app.ui.widgets.editable import EditableText
from desktop_app.ui.widgets.rows import beside, clear_rows
from desktop_app.ui.widgets.text import PlainLabel, for_menu
from desktop_app.ui.widgets.weighing import Pips
from desktop_app.ui.workspace.pending_texts import TextTarget
from desktop_app.viewmodels.balance.points import BalancePoint, PointAnswer
from desktop_app.wording.rounding import whole
from desktop_app.wording.sentence import Listed, Whole, say, text

_LEAST_FONT_PX: Final = 13
_MOST_FONT_PX: Final = 17
_LEAST_PADDING: Final = 5
_MOST_PADDING: Final = 17
_BAR_PX: Final = 4
_PIPS: Final = 4


class PointAction(Enum):
    """What a key on a point asks for."""

    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    EARLIER = auto()
    LATER = auto()
    PRO = auto()
    CON = auto()
    FLIP = auto()
    DELETE = auto()
    DELETE_KEEPING = auto()
    OWN_BALANCE = auto()


_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier
_KEYS: Final = {
    (_NONE, Qt.Key.Key_Up): PointAction.UP,
    (_NONE, Qt.Key.Key_Down): PointAction.DOWN,
    (_NONE, Qt.Key.Key_Left): PointAction.LEFT,
    (_NONE, Qt.Key.Key_Right): PointAction.RIGHT,
    (_NONE, Qt.Key.Key_Delete): PointAction.DELETE,
    (_CTRL, Qt.Key.Key_Delete): PointAction.DELETE_KEEPING,
    (_CTRL, Qt.Key.Key_Up): PointAction.EARLIER,
    (_CTRL, Qt.Key.Key_Down): PointAction.LATER,
    (_CTRL, Qt.Key.Key_Left): PointAction.PRO,
    (_CTRL, Qt.Key.Key_Right): PointAction.CON,
    (_ALT, Qt.Key.Key_Plus): PointAction.PRO,
    (_ALT, Qt.Key.Key_Equal): PointAction.PRO,
    (_ALT, Qt.Key.Key_Minus): PointAction.CON,
    (_ALT, Qt.Key.Key_Slash): PointAction.FLIP,
    (_ALT, Qt.Key.Key_Return): PointAction.OWN_BALANCE,
}


class PointCard(QFrame):
    """A pro or a con.

    Args:
        argument: which one.

    Signals:
        focused: it has the keyboard now.
        asked: a `PointAction`.
        weighed: the importance 0…1 it is to have, or None.
        answer_asked: the card of an answer was clicked, and the argument by which it answers.
        dragged, dropped, drag_cancelled: it is being moved; where the pointer is on the screen.
    """

    focused = Signal()
    asked = Signal(object)
    weighed = Signal(object)
    answer_asked = Signal(object, object)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    drag_cancelled = Signal()

    def __init__(self, argument: ArgumentId) -> None:
        super().__init__()
        self.argument = argument
        self._stance = Stance.SUPPORTS
        self._pressed: QPoint | None = None
        self._is_dragged = False
        self.setObjectName("point")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.texts: list[tuple[CardId, EditableText]] = []
        self.pips = Pips(pip_px=10)
        self.pips.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pips.chosen.connect(self.weighed)
        self.number = PlainLabel("")
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.number.setMinimumWidth(theme.px(34))
        self._check = PlainLabel(text("balance.check_again"), "warning")
        self._whose = PlainLabel("", "hint")
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(0)
        head = beside()
        head.setSpacing(0 if theme.is_room() else 12)
        head.addLayout(self._words, 1)
        weighing = QHBoxLayout()
        weighing.setSpacing(12)
        for widget in (self._check, self._whose, self.pips, self.number):
            weighing.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        if theme.is_room():
            weighing.addStretch()
            self.number.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(weighing)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self._column.addLayout(head)
        self._column.addLayout(self._answers)

    def show_point(
        self,
        point: BalancePoint,
        texts: Mapping[CardId, tuple[str, TextTarget]],
        *,
        can_edit: bool,
        numbers: bool,
        whose: str = "",
    ) -> None:
        """Shows a point.

        Args:
            point: it.
            texts: of its premises, and where others go.
            can_edit: whether anything here can be changed.
            numbers: whether what it adds is shown.
            whose: a mark, where its importance is not the map's own.
        """
        self._stance = point.stance
        naming = STANCES[point.stance]
        role = Role(naming.role)
        share = point.weight_alone / 100
        font = theme.interface_font(round(_LEAST_FONT_PX + (_MOST_FONT_PX - _LEAST_FONT_PX) * share), bold=share > 0.3)
        padding = round(_LEAST_PADDING + (_MOST_PADDING - _LEAST_PADDING) * share)
        self._column.setContentsMargins(14, padding, 14, padding)
        if [card for card, _ in self.texts] != list(point.premises):
            self._rebuild_texts(point)
        for number, (card, shown) in enumerate(self.texts):
            shown.set_font(font)
            words, target = texts[card]
            spoken = str(naming.label) if not number else text("balance.only_together")
            shown.show_text(words, spoken, target, can_edit=can_edit)
        self.pips.show_importance(point.importance, role)
        self.pips.setEnabled(can_edit)
        self.pips.setVisible(numbers)
        self.number.setVisible(numbers)
        self.number.setText(str(whole(point.points)) if point.points is not None else "")
        self.number.setFont(theme.interface_font(round(14 + 2 * share), bold=True))
        palette = self.number.palette()
        palette.setColor(self.number.foregroundRole(), theme.colour(role))
        self.number.setPalette(palette)
        self._check.setVisible(point.check_again)
        self._whose.setText(whose)
        self._whose.setVisible(bool(whose))
        self._show_answers(point)
        premises = Listed(tuple(one_line(texts[card][0], 160) for card in point.premises), most=None)
        parts = [text("balance.point", label=naming.label, said=premises)]
        if numbers:
            weighed = [importance_word(point.importance), *([whose] if whose else [])]
            if point.points is not None:
                weighed.append(text("balance.point.adds", points=Whole(point.points)))
            parts.append(", ".join(weighed))
        self.setAccessibleName(" ".join(parts))
        self.update()

    def edit(self, typed: str = "") -> None:
        """Opens the editor of its first premise."""
        self.texts[0][1].begin(typed)

    @property
    def answer_buttons(self) -> list[QPushButton]:
        """What answers it, one button each."""
        items = (self._answers.itemAt(row) for row in range(self._answers.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, super().sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Role(STANCES[self._stance].role)))
            left = self.width() - 1 - _BAR_PX if self.isRightToLeft() else 1
            painter.drawRoundedRect(QRectF(left, 9, _BAR_PX, self.height() - 18), 2, 2)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shiftless = modifiers & ~Qt.KeyboardModifier.ShiftModifier
        action = _KEYS.get((modifiers, key)) or _KEYS.get((shiftless, key))
        if self._is_dragged and key is Qt.Key.Key_Escape:
            self._end_drag()
            self.drag_cancelled.emit()
        elif action is not None:
            self.asked.emit(action)
        elif shiftless != _NONE:
            super().keyPressEvent(event)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_4:
            self.weighed.emit((key - Qt.Key.Key_0) / _PIPS)
        elif key is Qt.Key.Key_Backspace:
            self.weighed.emit(None)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.edit()
        elif event.text().isprintable() and event.text().strip() and not event.text().isdigit():
            self.edit(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.globalPosition().toPoint()
        if self._pressed is None or not self.pips.isEnabled():
            return
        if (here - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._is_dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._is_dragged:
            self.dragged.emit(here)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._end_drag()
            self.dropped.emit(event.globalPosition().toPoint())
        self._pressed = None

    def _end_drag(self) -> None:
        self._is_dragged = False
        self._pressed = None
        self.unsetCursor()

    def _rebuild_texts(self, point: BalancePoint) -> None:
        clear_rows(self._words)
        self.texts = []
        for card in point.premises:
            if self.texts:
                self._words.addWidget(PlainLabel(str(say("balance.joined")), "joiner"))
            text = EditableText(theme.interface_font(_LEAST_FONT_PX), takes_focus=False)
            text.closed.connect(self.setFocus)
            self._words.addWidget(text)
            self.texts.append((card, text))

    def _show_answers(self, point: BalancePoint) -> None:
        clear_rows(self._answers)
        for answer in point.answers:
            button = self._answer(answer)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(text("balance.answer.spoken", words=answer.words, text=one_line(answer.text, 160)))
            button.clicked.connect(
                lambda _checked, card=answer.card, argument=answer.argument: self.answer_asked.emit(card, argument)
            )
            self._answers.addWidget(button)

    def _answer(self, answer: PointAnswer) -> QPushButton:
        if theme.is_room():
            return TextButton(f"{answer.sign}  {answer.words}: {one_line(answer.text)}")
        button = ShortButton(f"{answer.sign}  {answer.words}: {for_menu(answer.text)}")
        button.setObjectName("answer")
        return button
