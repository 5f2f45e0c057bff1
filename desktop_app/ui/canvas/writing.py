"""Writing on the canvas: opens the editor over a card or where a new one will stand, and makes what was written."""

from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, Signal

from desktop_app.drawing import tokens
from desktop_app.edits import cards
from desktop_app.model.ids import CardId
from desktop_app.model.records import Card
from desktop_app.ui import theme
from desktop_app.ui.canvas.editor import CardEditor
from desktop_app.ui.canvas.overlay import card_area
from desktop_app.ui.canvas.scene import Scene
from desktop_app.ui.canvas.window import Window
from desktop_app.ui.commands import Commands
from desktop_app.ui.drafts import Draft, commit
from desktop_app.ui.workspace import Workspace

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
        editor.committed.connect(self._on_committed)
        editor.cancelled.connect(self._close)
        editor.sign_typed.connect(self._on_sign_typed)

    def open(self, subject: CardId | Draft, typed: str, zoom: float) -> None:
        """Opens the editor for a card's text or for a new card."""
        size_px = _size_px(zoom)
        if isinstance(subject, Draft):
            # Named before it is focused: a screen reader says the name that it has then.
            self._describe(subject)
            self.editor.open(subject, "", typed=typed, size_px=size_px)
        else:
            text = self._workspace.document.get(Card, subject).text
            self.editor.setPlaceholderText("")
            self.editor.setAccessibleName("Text of the card")
            self.editor.open(subject, text, typed=typed, size_px=size_px)

    def rescale(self, zoom: float) -> None:
        """The canvas has another zoom: the letters have another size."""
        if self.editor.is_open:
            self.editor.setFont(theme.interface_font(_size_px(zoom)))

    def commit_if_left(self, selected: CardId | None) -> None:
        """Makes what was written when the selection went elsewhere."""
        if self.editor.is_open and self.editor.subject != selected and not isinstance(self.editor.subject, Draft):
            self._on_committed(self.editor.toPlainText(), goes_on=False)

    def area(self, window: Window) -> QRectF | None:
        """Where the editor belongs on the widget; None when nothing is being written."""
        subject = self.editor.subject
        if subject is None:
            return None
        if isinstance(subject, Draft):
            room = self._scene.room
            return window.to_widget(*room, tokens.CLAIM_WIDTH, DRAFT_HEIGHT) if room is not None else None
        position = self._scene.index.get(subject)
        return card_area(self._scene, window, position) if position is not None else None

    def place(self, window: Window) -> None:
        """Puts the editor on its card, as high as its text needs, wherever the card is now."""
        area = self.area(window)
        if area is None:
            return
        width = max(round(area.width()), _LEAST_WIDTH_PX)
        self.editor.resize(width, self.editor.height())
        height = max(self.editor.wanted_height, round(DRAFT_HEIGHT * min(1.0, window.zoom)))
        self.editor.setGeometry(QRect(round(area.left()), round(area.top()), width, height))

    # --- inside --------------------------------------------------------------------------------------

    def _on_committed(self, text: str, goes_on: object) -> None:
        subject = self.editor.subject
        if subject is None:
            return
        if isinstance(subject, Draft):
            made = self._workspace.run(lambda document: commit(document, subject, text))
            if made is None and text.strip():
                return  # refused: what was typed stays, to be tried again
            self._close()
            if made is not None:
                self._remember_stance(subject)
                self._workspace.select(made)
        else:
            if not self._workspace.attempt(lambda document: cards.set_text(document, subject, text)):
                return
            self._close()
        if goes_on:
            self._commands.add_child()

    def _close(self) -> None:
        self.editor.close_editor()
        self.ended.emit()

    def _on_sign_typed(self, sign: str) -> None:
        subject = self.editor.subject
        if isinstance(subject, Draft):
            draft = subject.signed(sign)
            self.editor.subject = draft
            self._describe(draft)

    def _remember_stance(self, draft: Draft) -> None:
        if draft.stance is not None and draft.undercuts is None:
            self._workspace.view.last_stance = draft.stance

    def _describe(self, draft: Draft) -> None:
        self.editor.setPlaceholderText(draft.label)
        self.editor.setAccessibleName(f"New card: {draft.label}")


def _size_px(zoom: float) -> int:
    return max(_LEAST_LETTERS_PX, round(theme.TEXT_PX * min(zoom, _MOST_ZOOM)))
