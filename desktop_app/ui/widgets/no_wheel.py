"""Choices and sliders that a wheel passing over them leaves alone: scrolling a page must set nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QSlider
from typing_extensions import override

from desktop_app.ui.widgets import theme


class NoWheelCombo(QComboBox):
    """A choice that leaves the wheel to the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def showPopup(self) -> None:
        super().showPopup()
        # Qt reckons without the padding that our style gives its rows, and would cut the last one.
        view = self.view()
        rows = range(min(self.count(), self.maxVisibleItems()))
        tall = sum(view.sizeHintForRow(row) for row in rows) - view.viewport().height()
        wide = view.sizeHintForColumn(0) - view.viewport().width()
        popup = view.window()
        popup.resize(popup.width() + max(0, wide), popup.height() + max(0, tall))

    def show_value(self, value: object) -> None:
        """Shows the choice with this value."""
        self.setCurrentIndex(max(0, self.findData(value)))


class FittingCombo(NoWheelCombo):
    """A choice that is never wider than its room."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class NoWheelSlider(QSlider):
    """A slider that leaves the wheel to the page.

    Signals:
        committed: where it stands once a gesture is over: let go, a key, a click.
    """

    committed = Signal(int)

    def __init__(self, least: int, most: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(least, most)
        self.setFixedHeight(theme.px(22))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sliderReleased.connect(lambda: self.committed.emit(self.value()))
        self.valueChanged.connect(self._on_changed)

    def show_number(self, number: int) -> None:
        """Shows a number without telling anybody."""
        self.blockSignals(True)  # noqa: FBT003
        self.setValue(number)
        self.blockSignals(False)  # noqa: FBT003

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _on_changed(self, number: int) -> None:
        if not self.isSliderDown():
            self.committed.emit(number)
