"""What stands beside a field whose text was refused: the reason, Retry and Save a copy. It follows the field."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.base.errors import AppError
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.wording.sentence import text

_WIDTH_PX: Final = 340
_GAP_PX: Final = 4
_MOVES: Final = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class RefusedNote(QFrame):
    """The note of one field; one at a time is shown in a window.

    Args:
        field: beside which it stands, in whose window it floats.

    Signals:
        retry_asked: the text is to be handed over once more.
        copy_asked: a copy of the workbook is to be saved with it.
        revert_asked: the text is to be given up.
    """

    retry_asked = Signal()
    copy_asked = Signal()
    revert_asked = Signal()

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self._watched: list[QWidget] = []
        self.setObjectName("refusedNote")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = PlainLabel("", wraps=True)
        self.retry = self._button(text("field.retry"), self.retry_asked)
        self.copy = self._button(text("bar.save_a_copy"), self.copy_asked)
        self.revert = self._button(text("field.undo_typing"), self.revert_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE // 2)
        for button in (self.retry, self.copy, self.revert):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE + 2, SPACE, SPACE + 2, SPACE)
        column.setSpacing(SPACE // 2)
        column.addWidget(self.words)
        column.addLayout(buttons)
        self.hide()
        field.destroyed.connect(self.deleteLater)

    @property
    def field(self) -> QWidget:
        """Beside which it stands."""
        return self._field

    @property
    def is_current(self) -> bool:
        """Whether its field's text is refused now; it may still be out of sight."""
        return bool(self._watched)

    def say(self, error: AppError, *, can_be_retried: bool) -> None:
        """Shows why the text was refused.

        Args:
            error: the reason.
            can_be_retried: whether the same text may be accepted later; else it must be changed.
        """
        self.words.say(text("field.not_saved", error=str(error)))
        self.retry.setVisible(can_be_retried)
        self.copy.setVisible(can_be_retried)
        self._watch()
        self.place()
        if self._field.isVisible():
            for other in self.window().findChildren(RefusedNote):
                if other is not self:
                    other.close_note()

    def place(self) -> None:
        """Puts it below its field, or above where there is no room; hidden while the field is not in sight."""
        field, window = self._field, self.window()
        if field.window() is not window or not field.isVisible() or field.visibleRegion().isEmpty():
            self.hide()
            return
        width = min(theme.px(_WIDTH_PX), window.width() - 2 * _GAP_PX)
        self.resize(width, self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height())
        corner = field.mapTo(window, QPoint(0, 0))
        x = corner.x() if not field.isRightToLeft() else corner.x() + field.width() - width
        y = corner.y() + field.height() + _GAP_PX
        if y + self.height() > window.height():
            y = max(_GAP_PX, corner.y() - self.height() - _GAP_PX)
        self.move(max(_GAP_PX, min(x, window.width() - width - _GAP_PX)), y)
        self.show()
        self.raise_()

    def reveal(self) -> None:
        """Scrolls whatever its field lies in so that both are seen; where the field has the keyboard."""
        if self._field.hasFocus():
            area = self._field.parentWidget()
            while area is not None:
                if isinstance(area, QScrollArea):
                    area.ensureWidgetVisible(self._field)
                area = area.parentWidget()
            self.place()

    def close_note(self) -> None:
        """Hides it and stops following the field."""
        self.hide()
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and watched is not self:
            self.place()
        return super().eventFilter(watched, event)

    def _watch(self) -> None:
        """Follows the field and whatever may move or hide it."""
        if self._watched:
            return
        widget: QWidget | None = self._field
        while widget is not None:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget() if widget is not self.window() else None

    def _button(self, words: str, asked: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName("small")
        # A click must not take the keyboard from the field, which would hand its text over once more.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(asked)
        return button


def field_beside(widget: QWidget) -> QWidget | None:
    """The field of the note to which a widget belongs; None: it belongs to no note."""
    step: QWidget | None = widget
    while step is not None:
        if isinstance(step, RefusedNote):
            return step.field
        step = step.parentWidget()
    return None
