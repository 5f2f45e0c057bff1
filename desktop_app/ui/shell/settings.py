"""What the program remembers of a person between sessions: recent files, look, name, views. Never in the workbook."""

import hashlib
import json
import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

from desktop_app.viewmodels.recent import RecentWorkbook, opened_again

_LOG = logging.getLogger(__name__)
_MOST_CHOICES: Final = 20
_MOST_VIEWS: Final = 60
_MOST_PLACES: Final = 20
BACK_ROWS: Final = (4.0, 6.0, 8.0, 10.0, 12.0)
"""How many screen heights away the back row of a room may sit."""
_BACK_ROW: Final = 8.0


class Settings:
    """Typed access to the one settings file. What it holds that cannot be read counts as not there."""

    def __init__(self) -> None:
        self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "steelyard", "steelyard")
        if self._store.status() is not QSettings.Status.NoError:
            _LOG.warning("the settings cannot be read: %s", self._store.status().name)

    @property
    def recent(self) -> list[RecentWorkbook]:
        """Workbooks opened before, the latest first; some may be gone."""
        stored = self._json("recent")
        return [
            RecentWorkbook(Path(path), datetime.fromtimestamp(opened, UTC))
            for path, opened in (stored.items() if isinstance(stored, dict) else ())
            if isinstance(opened, int | float) and 0 <= opened < 2**35
        ]

    def remember(self, path: Path) -> None:
        """Puts a workbook first among the recent ones."""
        recent = opened_again(self.recent, path, datetime.now(UTC))
        self._keep("recent", {str(workbook.path): workbook.opened.timestamp() for workbook in recent})

    @property
    def theme(self) -> str:
        """The name of the palette that was chosen, or ``""`` to follow the desktop."""
        return self._text("theme")

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def author(self) -> str:
        """The name that new workbooks get as their author, for the title pages of their briefs."""
        return self._text("author")

    @author.setter
    def author(self, name: str) -> None:
        self._store.setValue("author", name)

    @property
    def reopens_last(self) -> bool:
        """Whether the program opens what was open when it ended."""
        return self._store.value("reopens_last") in (True, "true")

    @reopens_last.setter
    def reopens_last(self, value: bool) -> None:
        self._store.setValue("reopens_last", value)

    @property
    def left_open(self) -> Path | None:
        """The workbook that was open when the program ended."""
        stored = self._text("left_open")
        return Path(stored) if stored else None

    @left_open.setter
    def left_open(self, path: Path | None) -> None:
        self._store.setValue("left_open", str(path) if path is not None else "")

    @property
    def back_row(self) -> float:
        """How many screen heights away the back row sits when presenting: one of `BACK_ROWS`."""
        stored = self._json("back_row")
        return float(stored) if stored in BACK_ROWS and isinstance(stored, int | float) else _BACK_ROW

    @back_row.setter
    def back_row(self, factor: float) -> None:
        self._keep("back_row", factor)

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window was."""
        stored = self._store.value("geometry")
        return stored if isinstance(stored, QByteArray) else None

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)

    @property
    def recent_choices(self) -> list[str]:
        """Keys of what was chosen from the palette, the latest first."""
        stored = self._json("recent_choices")
        return [key for key in stored if isinstance(key, str)] if isinstance(stored, list) else []

    def remember_choice(self, key: str) -> None:
        """Puts a choice of the palette first."""
        self._keep("recent_choices", [key, *(known for known in self.recent_choices if known != key)][:_MOST_CHOICES])

    def view_of(self, path: Path) -> object:
        """What was kept of the view on a workbook, as JSON gave it back; None when nothing was."""
        return self._json(f"views/{_key_of(path)}")

    def keep_view(self, path: Path, view: object) -> None:
        """Keeps the view on a workbook; the oldest of many are let go."""
        self._keep_for(path, "view", view)

    def place_of(self, path: Path, map_id: int) -> object:
        """Where the show of a map was left, as JSON gave it back; None when it never was."""
        return self._places(path).get(str(map_id))

    def keep_place(self, path: Path, map_id: int, place: object) -> None:
        """Keeps where the show of a map was left; the oldest of many maps and of many workbooks are let go."""
        others = {key: kept for key, kept in self._places(path).items() if key != str(map_id)}
        latest = [(str(map_id), place), *others.items()][:_MOST_PLACES]
        self._keep_for(path, "place", dict(latest))

    def keep_places_too(self, path: Path, copy: Path) -> None:
        """The shows of a copy go on where those of the workbook do."""
        if places := self._places(path):
            self._keep_for(copy, "place", places)

    def _places(self, path: Path) -> dict[str, object]:
        stored = self._json(f"places/{_key_of(path)}")
        return stored if isinstance(stored, dict) else {}

    def _keep_for(self, path: Path, name: str, value: object) -> None:
        """Keeps something of a workbook: `name` is what one is called; the oldest of many are let go."""
        key = _key_of(path)
        known = self._json(f"{name}_order")
        order = (
            [key, *(item for item in known if isinstance(item, str) and item != key)]
            if isinstance(known, list)
            else [key]
        )
        for old in order[_MOST_VIEWS:]:
            self._store.remove(f"{name}s/{old}")
        self._keep(f"{name}_order", order[:_MOST_VIEWS])
        self._keep(f"{name}s/{key}", value)

    def _text(self, name: str) -> str:
        stored = self._store.value(name)
        return stored if isinstance(stored, str) else ""

    def _json(self, name: str) -> object:
        stored = self._store.value(name)
        try:
            value: object = json.loads(stored) if isinstance(stored, str) else None
        except (ValueError, RecursionError):
            _LOG.warning("a setting cannot be read: %s", name.partition("/")[0])
            return None
        return value

    def _keep(self, name: str, value: object) -> None:
        self._store.setValue(name, json.dumps(value))


def _key_of(path: Path) -> str:
    return hashlib.blake2b(str(path).encode(errors="surrogatepass"), digest_size=12).hexdigest()
