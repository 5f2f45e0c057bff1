"""What the program remembers of a person between sessions: recent files, theme, window. Never in the workbook."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

_MOST_RECENT: Final = 12


class Settings:
    """Typed access to the one settings file."""

    def __init__(self) -> None:
        self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "steelyard", "steelyard")

    @property
    def recent(self) -> list[Path]:
        """Workbooks opened before, the latest first; some may be gone."""
        found = self._store.value("recent")
        names = [found] if isinstance(found, str) else found if isinstance(found, list) else []
        return [Path(name) for name in names if isinstance(name, str) and name]

    def remember(self, path: Path) -> None:
        """Puts a workbook first among the recent ones."""
        names = [str(path), *(str(known) for known in self.recent if known != path)]
        self._store.setValue("recent", names[:_MOST_RECENT])

    @property
    def theme(self) -> str:
        """The name of the palette that was chosen, or ``""`` to follow the desktop."""
        return str(self._store.value("theme") or "")

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window was."""
        found = self._store.value("geometry")
        return found if isinstance(found, QByteArray) else None

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)
