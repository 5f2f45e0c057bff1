"""Which palette the window uses: the one that was chosen, or what the system asks for, followed as it changes."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.ui.shell.settings import Settings
from desktop_app.ui.widgets import theme

_CHOICES: Final = {
    "system_theme": "",
    "light_theme": "light",
    "dark_theme": "dark",
    "high_contrast_theme": "high-contrast",
    "projector_theme": "projector",
}


class ThemeController(QObject):
    """The look of the window, and the actions that choose it.

    Signals:
        applied: everything is to be drawn in another palette.
    """

    applied = Signal()

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._held = ""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def use(self, name: str) -> None:
        """Uses a palette and remembers it; ``""`` follows the system."""
        self._settings.theme = name
        self._apply()

    def hold(self, name: str) -> None:
        """Shows a palette in place of the chosen one, which stays chosen; ``""`` shows the chosen one again."""
        self._held = name
        self._apply()

    def system_theme(self) -> None:
        """Looks as the system does, light or dark."""
        self.use("")

    def light_theme(self) -> None:
        """Uses the light palette."""
        self.use("light")

    def dark_theme(self) -> None:
        """Uses the dark palette."""
        self.use("dark")

    def high_contrast_theme(self) -> None:
        """Uses the palette with the strongest contrast."""
        self.use("high-contrast")

    def projector_theme(self) -> None:
        """Uses the palette for a room with a weak projector."""
        self.use("projector")

    def mark(self, actions: Mapping[str, QAction]) -> None:
        """Marks in the menu which look was chosen."""
        for action, name in _CHOICES.items():
            actions[action].setCheckable(True)
            actions[action].setChecked(name == self._settings.theme)

    def _on_system_changed(self) -> None:
        if not self._settings.theme:
            self._apply()

    def _apply(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, theme.known(self._held or self._settings.theme))
        self.applied.emit()
