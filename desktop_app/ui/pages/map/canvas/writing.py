"""Writing on the canvas: opens the editor over a card or where a new one will stand, and makes what was written."""

import math
from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, Signal

from desktop_app.drawing import tokens
from desktop_app.drawing.cards import text_bottom
from desktop_app.edits import cards
from desktop_app.edits.drafts import Draft
from desktop_app.model.ids import CardId
from desktop_app.model.records import Card
from desktop_app.ui.pages.map.canvas.editor import CardEditor
from desktop_app.ui.pages.map.canvas.overlay import card_area
from desktop_app.ui.pages.map.canvas.visible_area import VisibleArea
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.text_commit import CommitState
from desktop_app.ui.workspace.commands import Commands
from desktop_app.ui.workspace.new_cards import new_card_target
from desktop_app.ui.workspace.pending_texts import TextTarget
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.canvas.scene import Scene
from desktop_app.wording.sentence import say, text

DRAFT_HEIGHT: Final = 38.0  # map units: a card of one line, while it is being written
_LEAST_WIDTH_PX: Final = 180
_LEAST_LETTERS_PX: Final = 12
_MOST_ZOOM: Final = 2.0


class Writing(QObject):
    """The editor of one canvas and what is being written in it.

    Signals:
        ended: the editor is closed; the canvas has the keyboard again.
    """

    ended = Signal()

    def __init__(self, editor: CardEditor, scene: Scene, workspace: Workspace, commands: Commands) -> None:
        super().__init__(editor)
        self.editor = editor
        self._scene = scene
        self._workspace = workspace
        self._commands = commands
        editor.ended.connect(self._on_ended)
        editor.left.connect(self._on_left)
        editor.cancelled.connect(self._on_cancelled)
        editor.sign_typed.connect(self._on_sign_typed)
        editor.commits.committed.connect(lambda _: self._close())

    def open(self, subject: CardId | Draft, typed: str, zoom: float) -> None:
        """Opens the editor for a card's text or for a new card."""
        # Named first: who cannot see it is told of it as soon as it has the keyboard.
        if isinstance(subject, Draft):
            self._describe(subject)
            text = ""
        else:
            self.editor.setPlaceholderText("")
            self.editor.setAccessibleName(str(say("card.text")))
            text = self._workspace.document.get(Card, subject).text
        self.editor.open(subject, text, self._target(subject), typed=typed, size_px=_size_px(zoom))

    def rescale(self, zoom: float) -> None:
        """The canvas has another zoom: the letters have another size."""
        if self.editor.is_open:
            self.editor.setFont(theme.letters(_size_px(zoom)))

    def close_if_left(self, selected: CardId | None) -> None:
        """Closes the editor of a card that is not selected any more; what was refused in it stays to be seen."""
        subject = self.editor.subject
        is_elsewhere = not isinstance(subject, Draft) and subject not in {None, selected}
        if is_elsewhere and self.editor.commits.state is CommitState.SHOWN:
            self._close()

    def area(self, window: VisibleArea) -> QRectF | None:
        """Where the editor belongs on the widget; None when nothing is being written."""
        subject = self.editor.subject
        if subject is None:
            return None
        if isinstance(subject, Draft):
            room = self._scene.room
            return window.to_widget(*room, tokens.CLAIM_WIDTH, DRAFT_HEIGHT) if room is not None else None
        position = self._scene.index.get(subject)
        return card_area(self._scene, window, position) if position is not None else None

    def place(self, window: VisibleArea) -> None:
        """Puts the editor on its card, wherever that is now, over its text and as high as what is written needs."""
        area = self.area(window)
        if area is None:
            return
        width = max(round(area.width()), theme.px(_LEAST_WIDTH_PX))
        self.editor.resize(width, self.editor.height())
        covered = DRAFT_HEIGHT * min(1.0, window.zoom)
        subject = self.editor.subject
        position = self._scene.index.get(subject) if subject is not None and not isinstance(subject, Draft) else None
        if position is not None:
            covered = max(covered, text_bottom(self._scene.picture(position)) * window.zoom)
        height = max(self.editor.wanted_height, math.ceil(covered))
        self.editor.setGeometry(QRect(round(area.left()), round(area.top()), width, height))

    # --- inside --------------------------------------------------------------------------------------

    def _target(self, subject: CardId | Draft) -> TextTarget:
        workspace = self._workspace
        if isinstance(subject, Draft):
            return new_card_target(workspace, subject, "map", then=workspace.select)
        return workspace.target(
            ("text on the map", subject),
            text("target.card_text"),
            lambda document, text: cards.set_text(document, subject, text),
        )

    def _on_ended(self, goes_on: object) -> None:
        """Enter, Tab or leaving: what was written is made, and the editor closed; a refused text stays in it."""
        if not self.editor.is_open:
            return
        is_taken = self.editor.commits.commit()
        if is_taken:
            self._close()
        if is_taken and goes_on:
            self._commands.cards.add_child()

    def _on_left(self) -> None:
        self.editor.commits.leave()
        if self.editor.commits.state is CommitState.SHOWN:
            self._close()

    def _on_cancelled(self) -> None:
        self.editor.commits.revert()
        self._close()

    def _close(self) -> None:
        if self.editor.is_open:
            self.editor.close_editor()
            self.ended.emit()

    def _on_sign_typed(self, sign: str) -> None:
        subject = self.editor.subject
        if isinstance(subject, Draft):
            draft = subject.signed(sign)
            self.editor.subject = draft
            self.editor.commits.show("", self._target(draft))
            self._describe(draft)

    def _describe(self, draft: Draft) -> None:
        self.editor.setPlaceholderText(draft.label)
        self.editor.setAccessibleName(text("target.new_card", label=draft.label))


def _size_px(zoom: float) -> int:
    most = max(_MOST_ZOOM, zoom) if theme.is_room() else _MOST_ZOOM
    return max(theme.type_px(_LEAST_LETTERS_PX), round(theme.TEXT_PX * min(zoom, most)))
