"""Cutting and copying cards, and pasting them as something: moved when they were cut, used again when copied.

The clipboard of the system gets them as text, so that they can be pasted anywhere; text from elsewhere is pasted the
same way, as new cards.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop_app.edits import arguments, placing
from desktop_app.edits.drafts import Draft, commit
from desktop_app.edits.many import Hanging
from desktop_app.edits.placing import HangAs
from desktop_app.formats.article_blocks import without_bullet
from desktop_app.formats.text import write_branches
from desktop_app.model.changes import ChangeSet
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId
from desktop_app.model.records import Card, CardKind, Stance
from desktop_app.ui.workspace.pasting import are_lines, mime_of_lines
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import say

_SIGN: Final = {HangAs.PRO: "+", HangAs.CON: "-", HangAs.EVIDENCE: ">", HangAs.NOTE: "?", HangAs.OPTION: "*"}


class CardClipboard(QObject):
    """The cards that were cut or copied in one window.

    Attributes:
        cut: the cards that will move when they are pasted.
        copied: the cards that will be used again.
        text: what the system's clipboard got of them.

    Signals:
        changed: they are others.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.cut: tuple[Hanging, ...] = ()
        self.copied: tuple[Hanging, ...] = ()
        self.text = ""
        workspace.changed.connect(self._on_changed)

    # --- taking --------------------------------------------------------------------------------------

    def cut_cards(self) -> None:
        """Marks the selected cards to be moved by pasting; until then they stay where they are."""
        self._take(tops(self._workspace), is_cut=True)

    def copy_cards(self) -> None:
        """Copies the selected cards with their branches, as text and to be used again."""
        self._take(tops(self._workspace), is_cut=False)

    def clear(self) -> None:
        """Nothing is cut or copied any more; the text stays on the system's clipboard."""
        if self.cut or self.copied:
            self.cut = self.copied = ()
            self.changed.emit()

    def go_on_from(self, before: "CardClipboard") -> None:
        """Takes over what was cut or copied in screens that are gone, as far as it is still there."""
        self.cut, self.copied, self.text = before.cut, before.copied, before.text
        self._drop_gone()

    @property
    def has_clipboard(self) -> bool:
        """Whether cards were cut or copied here, and nothing was copied elsewhere since."""
        return bool(self.cut or self.copied) and QGuiApplication.clipboard().text() == self.text

    # --- pasting -------------------------------------------------------------------------------------

    def paste_cut(self) -> bool:
        """Moves what was cut under the selected card, as what it is; says whether there was anything to move."""
        target = self._target
        if not self.cut or not self.has_clipboard or target is None:
            return False
        loose = HangAs.PRO if self._workspace.view.last_stance is Stance.SUPPORTS else HangAs.CON

        def move(document: Document) -> None:
            with document.transaction(say("step.move")):
                for item in self.cut:
                    placing.hang(document, [item], target, placing.part_of(document, item, loose))

        self._finish(move)
        return True

    def paste_as(self, part: HangAs) -> None:
        """Pastes on the selected card, as what is asked."""
        target = self._target
        if target is None:
            return
        if not self.has_clipboard:
            self._paste_text_as(part, target)
        elif self.cut:
            self._finish(lambda document: placing.hang(document, self.cut, target, part))
        else:
            self._finish(lambda document: placing.hang_again(document, self.copied, target, part))

    def link_as(self, part: HangAs) -> None:
        """Uses the cards once more on the selected card, as what is asked."""
        target, taken = self._target, self.cut or self.copied
        if target is not None and taken and self.has_clipboard:
            self._finish(lambda document: placing.hang_again(document, taken, target, part))

    def link_as_premise(self) -> None:
        """Uses the cards once more, as further premises of the selected pro or con."""
        place, taken = self._workspace.selected_place, self.cut or self.copied
        joined = place.argument if place is not None else None
        if joined is not None and taken and self.has_clipboard:

            def join(document: Document) -> None:
                with document.transaction(say("step.join_only_together")):
                    for item in taken:
                        arguments.join_premise(document, joined, item.card)

            self._finish(join)

    # --- inside --------------------------------------------------------------------------------------

    @property
    def _target(self) -> Card | None:
        return self._workspace.document.find(Card, self._workspace.view.selected)

    def _take(self, taken: Sequence[Hanging], *, is_cut: bool) -> None:
        if taken:
            self.cut, self.copied = (tuple(taken), ()) if is_cut else ((), tuple(taken))
            self.text = write_branches(self._workspace.document, taken)
            QGuiApplication.clipboard().setMimeData(mime_of_lines(self.text))
            self.changed.emit()

    def _paste_text_as(self, part: HangAs, target: Card) -> None:
        """Makes a card of each line on the clipboard, without its bullet; marks count in lines of this program."""
        draft = Draft(target.map, CardKind.CLAIM, parent=target.id, stance=Stance.SUPPORTS).signed(_SIGN[part])
        clipboard = QGuiApplication.clipboard()
        is_own = are_lines(clipboard.mimeData()) is True
        lines = map(without_bullet, clipboard.text().splitlines())

        def paste(document: Document) -> list[CardId | None]:
            with document.transaction(say("step.paste")):
                return [commit(document, draft, line, reads_marks=is_own) for line in lines if line.strip()]

        with self._workspace.action():
            made = self._workspace.run(paste)
            if made:
                self._workspace.select(made[0])

    def _finish(self, edit: Callable[[Document], object]) -> None:
        first = (self.cut or self.copied)[0].card
        with self._workspace.action():
            if self._workspace.attempt(edit):
                self.clear()
                self._workspace.select(first)

    def _on_changed(self, change_set: ChangeSet) -> None:
        """What was taken and deleted since, or hangs elsewhere now, is let go."""
        if Card in change_set.kinds:
            self._drop_gone()

    def _drop_gone(self) -> None:
        if any(not self._is_there(item.card) for item in self.cut + self.copied):
            self.clear()

    def _is_there(self, card: CardId) -> bool:
        return self._workspace.document.find(Card, card) is not None


def tops(workspace: Workspace) -> list[Hanging]:
    """The selected cards in the order of the tree, without those that hang on another selected one."""
    chosen = workspace.view.chosen
    places = [place for place in workspace.chosen if not workspace.above(place) & chosen]
    if len(places) == 1 and workspace.view.link is not None:
        return [Hanging(places[0].card, workspace.view.link)]
    return [Hanging(place.card, place.argument) for place in places]
