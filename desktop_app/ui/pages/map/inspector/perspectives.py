"""The perspectives of the shown map: added, named, coloured, ordered and removed in place; who counts how much.

Their numbers are set where numbers are.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.base.errors import AppError
from desktop_app.base.plain_text import one_line
from desktop_app.edits import perspectives
from desktop_app.model import reads
from desktop_app.model.amounts import plain_number
from desktop_app.model.document import Document
from desktop_app.model.records import Perspective, PerspectiveKind
from desktop_app.ui.widgets.fields import AdderLine, CommittingLine
from desktop_app.ui.widgets.no_wheel import FittingCombo
from desktop_app.ui.widgets.perspective_button import KIND_WORDS
from desktop_app.ui.widgets.rows import clear_rows
from desktop_app.ui.widgets.swatch import perspective_colours, swatch
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.pending_texts import TextTarget
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import say, text

_SHARE_PX = 52


class ShareNotReadError(AppError):
    """What was typed as a share is not a number."""

    default_code = "share-not-read"


class PerspectivesField(QWidget):
    """Whose numbers there are besides the map's own."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown: list[Perspective] | None = None
        self.rows: list[PerspectiveRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE)
        self.line = AdderLine()
        self.line.setPlaceholderText(text("perspectives.add.hint"))
        self.line.setAccessibleName(text("perspectives.add"))
        self.kind = _kinds()
        self.kind.activated.connect(lambda _: self.line.ask(self._target()))
        self._adding = QWidget()
        adding = QHBoxLayout(self._adding)
        adding.setContentsMargins(0, 0, 0, 0)
        adding.setSpacing(SPACE // 2)
        adding.addWidget(self.line, 1)
        adding.addWidget(self.kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(PlainLabel(text("perspectives.title"), "fieldLabel", wraps=True))
        column.addLayout(self._rows)
        column.addWidget(self._adding)

    def refresh(self) -> None:
        """Shows what there is now."""
        workspace = self._workspace
        self.setVisible(workspace.view.map_id is not None)
        if workspace.view.map_id is None:
            return
        self._adding.setVisible(not workspace.session.is_read_only)
        self.line.ask(self._target())
        records = reads.perspectives(workspace.document, workspace.map_id)
        if records == self._shown:
            return
        if self._shown is not None and [item.id for item in records] == [item.id for item in self._shown]:
            for row, perspective in zip(self.rows, records, strict=True):
                row.show_perspective(perspective)
        else:
            # The next one is most likely of the kind of the last; the first a person.
            self.kind.show_value(records[-1].kind if records else PerspectiveKind.PERSON)
            self.line.ask(self._target())
            clear_rows(self._rows)
            self.rows = [PerspectiveRow(workspace, perspective) for perspective in records]
            for row in self.rows:
                self._rows.addWidget(row)
        self._shown = records

    def _target(self) -> TextTarget:
        """A new perspective of the shown map, of the kind that is chosen when Enter is pressed; shown once made."""
        view, map_id = self._workspace.view, self._workspace.map_id
        kind = PerspectiveKind(self.kind.currentData())

        def add(document: Document, name: str) -> Perspective:
            return perspectives.add_perspective(document, map_id, name.strip(), kind)

        def show(added: object) -> None:
            if isinstance(added, Perspective):
                view.choose_perspective(added.id)

        return self._workspace.target(
            ("new perspective", map_id), text("target.new_perspective"), add, then=show, on_leaving=False
        )


class PerspectiveRow(QWidget):
    """One perspective: colour and name, then its kind, its share and its place among the others."""

    def __init__(self, workspace: Workspace, perspective: Perspective) -> None:
        super().__init__()
        self._workspace = workspace
        self._id = perspective.id
        self.colour, self.name = QToolButton(), CommittingLine()
        self.kind, self.share = _kinds(), CommittingLine()
        self.up, self.down, self.remove = (_small(words) for words in ("↑", "↓", "×"))
        self.colour.setObjectName("swatch")
        self.colour.setIconSize(QSize(14, 14))
        self.colour.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.colour.setMenu(self.menu)
        for key, colour in (("perspectives.no_colour", ""), *_colours()):
            entry = self.menu.addAction(swatch(colour), text(key))
            entry.triggered.connect(lambda _checked=False, colour=colour: self._on_colour(colour))
        self.kind.setObjectName("quietCombo")
        self.share.setToolTip(text("perspectives.share.tip"))
        self.share.setFixedWidth(_SHARE_PX)
        self.kind.setMinimumWidth(40)
        self.kind.activated.connect(self._on_kind)
        self.up.clicked.connect(lambda: self._edit(lambda doc: perspectives.move_perspective(doc, self._id, -1)))
        self.down.clicked.connect(lambda: self._edit(lambda doc: perspectives.move_perspective(doc, self._id, 1)))
        self.remove.clicked.connect(lambda: self._edit(lambda doc: perspectives.delete_perspective(doc, self._id)))
        first, second = QHBoxLayout(), QHBoxLayout()
        for line, widgets in (
            (first, (self.colour, self.name)),
            (second, (self.kind, PlainLabel(text("perspectives.counts"), "hint"), self.share)),
        ):
            line.setSpacing(SPACE // 2)
            for widget in widgets:
                line.addWidget(widget, widget in {self.name, self.kind})
        for button in (self.up, self.down, self.remove):
            first.addWidget(button)
        second.setContentsMargins(26, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(first)
        column.addLayout(second)
        self.show_perspective(perspective)

    def show_perspective(self, perspective: Perspective) -> None:
        """Shows it."""
        can_edit = not self._workspace.session.is_read_only
        name = one_line(perspective.name, 60)
        target, shown = self._workspace.target, perspective.id
        self.name.show_text(
            perspective.name,
            target(
                ("perspective name", shown),
                text("target.perspective_name", name=name),
                lambda document, text: perspectives.rename_perspective(document, shown, text),
            ),
        )
        self.name.setReadOnly(not can_edit)
        self.name.setAccessibleName(text("perspectives.name.spoken", name=name))
        self.colour.setIcon(swatch(perspective.colour))
        key = {colour: key for key, colour in _colours()}.get(perspective.colour, "perspectives.colour.none")
        self.colour.setAccessibleName(text("perspectives.colour.spoken", name=name, colour=say(key)))
        self.colour.setToolTip(text("perspectives.colour"))
        self.kind.setCurrentIndex(self.kind.findData(perspective.kind))
        self.kind.setAccessibleName(text("perspectives.kind.spoken", name=name))
        self.share.show_text(
            f"{perspective.share:g}",
            target(
                ("perspective share", shown),
                text("target.perspective_share", name=name),
                lambda document, text: perspectives.set_share(document, shown, read_share(text)),
            ),
        )
        self.share.setReadOnly(not can_edit)
        self.share.setAccessibleName(text("perspectives.share.spoken", name=name))
        for widget, about in (
            (self.up, text("perspectives.move_up")),
            (self.down, text("perspectives.move_down")),
            (self.remove, text("perspectives.remove")),
        ):
            widget.setAccessibleName(f"{about}: {name}")
            widget.setToolTip(about)
        for field in (self.colour, self.kind, self.up, self.down, self.remove):
            field.setEnabled(can_edit)

    def _edit(self, change: Callable[[Document], object]) -> bool:
        return self._workspace.attempt(change)

    def _on_colour(self, colour: str) -> None:
        self._edit(lambda document: perspectives.set_colour(document, self._id, colour))

    def _on_kind(self, position: int) -> None:
        kind = PerspectiveKind(self.kind.itemData(position))
        self._edit(lambda document: perspectives.set_kind(document, self._id, kind))


def read_share(text: str) -> float:
    """How much a perspective counts, as it was typed.

    Raises:
        ShareNotReadError: it is no number.
    """
    share = plain_number(text.strip())
    if share is None:
        raise ShareNotReadError(say("error.field.not_a_number", text=text[:40]), say("remedy.type_1_2_or_0_5"))
    return share


def _kinds() -> FittingCombo:
    made = FittingCombo(text("perspectives.new_kind"))
    for kind in PerspectiveKind:
        made.addItem(str(KIND_WORDS[kind]), kind)
    return made


def _colours() -> list[tuple[str, str]]:
    """The colours on offer, each with the key of its name."""
    return [(f"colour.{name}", colour) for name, colour in perspective_colours().items()]


def _small(words: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("icon")
    button.setText(words)
    button.setFixedWidth(24)
    return button
