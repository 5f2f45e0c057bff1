"""The few settings there are: of the person, and of the open workbook. Each holds at once; nothing needs saving."""

from enum import Enum
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.edits import workbooks
from desktop_app.model import reads
from desktop_app.ui.shell.settings import BACK_ROWS, Settings
from desktop_app.ui.widgets.columns import ColumnPage
from desktop_app.ui.widgets.fields import CommittingLine
from desktop_app.ui.widgets.no_wheel import NoWheelCombo
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import say, text

_WIDTH_PX, _TOP_PX, _LABEL_PX = 680, 48, 180
LOOKS: Final = (
    ("", say("settings.look.system")),
    ("light", say("settings.look.light")),
    ("dark", say("settings.look.dark")),
    ("high-contrast", say("settings.look.high_contrast")),
    ("projector", say("settings.look.projector")),
)
LANGUAGES: Final = (
    ("en", "English"),
    ("ar", "العربية"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("fr", "Français"),
    ("he", "עברית"),
    ("it", "Italiano"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("uk", "Українська"),
    ("zh", "中文"),
)


class Setting(Enum):
    """A setting of the person; the value is its key among the last choices of the palette."""

    LOOK = "Look"
    START = "At the start"
    AUTHOR = "Your name"
    BACK_ROW = "Back row of a room"

    @property
    def label(self) -> str:
        """What it is called."""
        return text(f"settings.{self.name.lower()}")


class SettingsPage(ColumnPage):
    """Settings of the person and of the open workbook.

    Signals:
        look_chosen: the name of a palette, or ``""`` to follow the system.
        back_row_chosen: where the back row of a room sits was changed.
        left: the person is done.
    """

    look_chosen = Signal(str)
    back_row_chosen = Signal()
    left = Signal()

    def __init__(self, settings: Settings, workspace: Workspace | None, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH_PX, _TOP_PX, parent)
        self.setObjectName("settings")
        self._settings = settings
        self._workspace = workspace
        self.look, self.back_row, self.language = NoWheelCombo(), NoWheelCombo(), NoWheelCombo()
        self.reopens_last = QCheckBox(text("settings.reopens_last"))
        self.author, self.title, self.workbook_author = CommittingLine(), CommittingLine(), CommittingLine()
        self._lay_out()
        self._fill()
        self.show_workspace(workspace)
        self.look.activated.connect(lambda _: self.look_chosen.emit(self.look.currentData()))
        self.back_row.activated.connect(self._on_back_row)
        self.reopens_last.clicked.connect(lambda _: self._on_reopens_last())
        self.author.committed.connect(self._on_author)
        self.language.activated.connect(self._on_language)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def show_setting(self, setting: Setting) -> None:
        """Gives the keyboard to a setting."""
        fields: dict[Setting, QWidget] = {
            Setting.LOOK: self.look,
            Setting.START: self.reopens_last,
            Setting.AUTHOR: self.author,
            Setting.BACK_ROW: self.back_row,
        }
        fields[setting].setFocus()

    def show_workspace(self, workspace: Workspace | None) -> None:
        """Shows what holds now, for a workbook that is shown anew; what is being written stays."""
        self._workspace = workspace
        settings = self._settings
        self.look.setCurrentIndex(max(0, self.look.findData(settings.theme)))
        self.back_row.setCurrentIndex(max(0, self.back_row.findData(settings.back_row)))
        self.reopens_last.setChecked(settings.reopens_last)
        self.author.show_text(settings.author)
        if workspace is None:
            return
        workbook = reads.workbook(workspace.document)
        target = workspace.target
        self.title.show_text(
            workbook.title,
            target(
                "title of the workbook",
                text("target.workbook_title"),
                workbooks.rename_workbook,
            ),
        )
        self.workbook_author.show_text(
            workbook.author,
            target(
                "author of the workbook",
                text("target.workbook_author"),
                workbooks.set_author,
            ),
        )
        if self.language.findData(workbook.language) < 0:
            self.language.addItem(workbook.language, workbook.language)
        self.language.setCurrentIndex(self.language.findData(workbook.language))
        can_edit = not workspace.session.is_read_only
        for field in (self.title, self.workbook_author):
            field.setReadOnly(not can_edit)
        self.language.setEnabled(can_edit)

    def _lay_out(self) -> None:
        done = QPushButton(text("settings.done"))
        done.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(text("settings.title"), "pageTitle"))
        head.addStretch()
        head.addWidget(done)
        self.column.addLayout(head)
        self.column.addWidget(
            _section(
                text("settings.program"),
                (text("settings.look"), self.look),
                (text("settings.start"), self.reopens_last),
                (text("settings.author"), self.author),
                (
                    "",
                    PlainLabel(
                        text("settings.author.about"),
                        "hint",
                        wraps=True,
                    ),
                ),
                (text("settings.back_row"), self.back_row),
            )
        )
        if self._workspace is not None:
            self.column.addWidget(
                _section(
                    text("settings.workbook"),
                    (text("settings.workbook.title"), self.title),
                    (text("settings.workbook.author"), self.workbook_author),
                    (text("settings.workbook.language"), self.language),
                    (
                        "",
                        PlainLabel(
                            text("settings.workbook.language.about"),
                            "hint",
                            wraps=True,
                        ),
                    ),
                )
            )

    def _fill(self) -> None:
        for name, words in LOOKS:
            self.look.addItem(str(words), name)
        for factor in BACK_ROWS:
            self.back_row.addItem(text("settings.back_row.at", factor=f"{factor:g}"), factor)
        for tag, own in LANGUAGES:
            self.language.addItem(own, tag)

    def _on_back_row(self, _position: int) -> None:
        self._settings.back_row = self.back_row.currentData()
        self.back_row_chosen.emit()

    def _on_reopens_last(self) -> None:
        self._settings.reopens_last = self.reopens_last.isChecked()

    def _on_author(self, name: str) -> None:
        self._settings.author = name

    def _on_language(self, _position: int) -> None:
        language: str = self.language.currentData()
        if self._workspace is not None:
            self._workspace.attempt(lambda document: workbooks.set_language(document, language))


def _section(title: str, *rows: tuple[str, QWidget]) -> QWidget:
    box = QFrame()
    box.setObjectName("card")
    column = QVBoxLayout(box)
    column.setContentsMargins(SPACE_WIDE + SPACE, SPACE_WIDE, SPACE_WIDE + SPACE, SPACE_WIDE)
    column.addWidget(PlainLabel(title, "sectionTitle"))
    grid = QGridLayout()
    grid.setColumnMinimumWidth(0, _LABEL_PX)
    grid.setColumnStretch(1, 1)
    grid.setVerticalSpacing(SPACE)
    for row, (words, field) in enumerate(rows):
        if words:
            field.setAccessibleName(words)
        grid.addWidget(PlainLabel(words, "fieldLabel"), row, 0)
        # A choice is as wide as its words, a line as wide as there is room.
        fills = isinstance(field, QLineEdit | PlainLabel)
        grid.addWidget(field, row, 1, Qt.AlignmentFlag(0) if fills else Qt.AlignmentFlag.AlignLeading)
    column.addLayout(grid)
    return box
