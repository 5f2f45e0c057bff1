"""What somebody who judges ought to look at again: dominated options, red lines, scores against their arguments."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.ui.widgets.rows import clear_rows
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.wording.sentence import Sentence, text


class FindingsBox(QFrame):
    """Findings, a line each; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_WIDE, SPACE + 4, SPACE_WIDE, SPACE + 4)
        column.setSpacing(SPACE)
        column.addWidget(PlainLabel(text("analysis.look_again"), "sectionTitle"))
        column.addLayout(self._rows)

    def show_findings(self, sentences: Sequence[Sentence]) -> None:
        """Shows what was found instead of what was."""
        clear_rows(self._rows)
        for sentence in sentences:
            self._rows.addWidget(PlainLabel(str(sentence), "hint", wraps=True))
        self.setVisible(bool(sentences))
