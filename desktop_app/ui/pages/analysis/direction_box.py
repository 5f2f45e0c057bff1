"""Asks once of a fact with amounts whether less of it is better; the answer stands in its name from then on."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.ui.widgets.rows import beside, clear_rows
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.weighing.robustness.cost import Better
from desktop_app.wording.sentence import say, text

_ANSWERS = (
    (Better.LESS, say("analysis.less_is_better")),
    (Better.MORE, say("analysis.more_is_better")),
    (Better.NEITHER, say("analysis.neither")),
)


class DirectionBox(QFrame):
    """A line for each fact that does not say which way is better; hidden while there is none.

    Args:
        answered: told the name of the fact and the answer.
    """

    def __init__(self, answered: Callable[[str, Better], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._answered = answered
        self._names: tuple[str, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_WIDE, SPACE + 4, SPACE_WIDE, SPACE + 4)
        column.setSpacing(SPACE)
        column.addWidget(PlainLabel(text("analysis.against_what"), "sectionTitle"))
        column.addLayout(self._rows)
        self.hide()

    def show_names(self, names: Sequence[str], *, can_edit: bool) -> None:
        """Asks about these facts."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            clear_rows(self._rows)
            for name in names:
                self._rows.addWidget(self._row(name))
        for button in self.findChildren(QPushButton):
            button.setEnabled(can_edit)
        self.setVisible(bool(names))

    def _row(self, name: str) -> QWidget:
        row = QWidget()
        line = beside()
        row.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE)
        line.addWidget(PlainLabel(text("analysis.which_way", name=one_line(name, 60)), "hint", wraps=True), 1)
        for better, words in _ANSWERS:
            button = QPushButton(str(words))
            button.setAccessibleName(text(f"{words.key}.spoken", name=one_line(name, 60)))
            button.clicked.connect(lambda _, better=better: self._answered(name, better))
            line.addWidget(button)
        return row
