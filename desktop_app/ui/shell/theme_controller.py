"""Which palette the window uses: the one that was chosen, or what the system asks for, followed as it changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.ui.shell.settings import Settings
from desktop_app.ui.widgets import theme


@dataclass(frozen=True, slots=True)
class Look:
    """A look that can be chosen.

    Attributes:
        id: a stable name, that of its action.
        theme: the name of its palette, or ``""`` to follow the system.
    """

    id: str
    theme: str


LOOKS: Final = (
    Look("system_theme", ""),
    Look("light_theme", "light"),
    Look("dark_theme", "dark"),
    Look("high_contrast_theme", "high-contrast"),
    Look("projector_theme", "projector"),
)


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

    def mark(self, actions: Mapping[str, QAction]) -> None:
        """Marks in the menu which look was chosen."""
        for look in LOOKS:
            actions[look.id].setCheckable(True)
            actions[look.id].setChecked(look.theme == self._settings.theme)

    def _on_system_changed(self) -> None:
        if not self._settings.theme:
            self._apply()

    def _apply(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, theme.known_theme(self._held or self._settings.theme))
        self.applied.emit()
