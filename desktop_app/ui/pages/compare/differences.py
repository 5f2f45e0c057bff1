"""Where each perspective differs most from the map's own numbers: a list for each, every line leads there."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.base.plain_text import breakable
from desktop_app.model.ids import PerspectiveId
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.buttons import TextButton
from desktop_app.ui.widgets.rows import clear_rows
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.compare.sheets import subject_title
from desktop_app.weighing.people.group import Comparison, Difference, Sheet
from desktop_app.weighing.people.group_sentences import difference_sentence
from desktop_app.weighing.people.spread_sentences import value_words
from desktop_app.wording.sentence import text

_MOST: Final = 5
_COLUMNS: Final = 2


class DifferenceLists(QWidget):
    """A card for each perspective.

    Signals:
        jump_asked: a number is to be shown where it stands: its subject and the perspective.
    """

    jump_asked = Signal(object, object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE_WIDE)
        self.buttons: list[QPushButton] = []
        self._cards: list[QWidget] = []
        self._columns = _COLUMNS

    def show_comparison(self, comparison: Comparison) -> None:
        """Shows the widest differences of each perspective."""
        clear_rows(self._grid)
        self.buttons = []
        pairs = list(zip(comparison.sheets, comparison.differences, strict=True))[1:]
        self._cards = [self._card(sheet, differences) for sheet, differences in pairs]
        self._lay_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns_that_fit() != self._columns:
            self._lay_out()

    @override
    def minimumSizeHint(self) -> QSize:
        # One beneath the other, whatever stands beside another now.
        return QSize(self._widest(), super().minimumSizeHint().height())

    def _widest(self) -> int:
        return max((card.minimumSizeHint().width() for card in self._cards), default=0)

    def _columns_that_fit(self) -> int:
        is_wide = self.width() >= _COLUMNS * self._widest() + (_COLUMNS - 1) * self._grid.spacing()
        return _COLUMNS if is_wide and not theme.is_room() else 1

    def _lay_out(self) -> None:
        self._columns = self._columns_that_fit()
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // self._columns, number % self._columns)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, int(column < self._columns))

    def _card(self, sheet: Sheet, differences: Sequence[Difference]) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(SPACE_WIDE, SPACE + 4, SPACE_WIDE, SPACE + 4)
        column.setSpacing(2)
        title = PlainLabel("", "sectionTitle", wraps=True)
        title.say(breakable(sheet.name))
        column.addWidget(title)
        # Weights that are shared out anew differ by less than can be read.
        seen = [item for item in differences if _words(item.mine, item) != _words(item.theirs, item)]
        for difference in seen[:_MOST]:
            column.addWidget(self._line(difference, sheet.perspective))
        rest = len(seen) - _MOST
        if not seen:
            column.addWidget(PlainLabel(text("compare.nothing_differs"), "hint", wraps=True))
        elif rest > 0:
            column.addWidget(PlainLabel(text("compare.more_differences", count=rest), "hint"))
        column.addStretch()
        return card

    def _line(self, difference: Difference, perspective: PerspectiveId | None) -> QPushButton:
        workspace, subject = self._workspace, difference.subject
        theirs, mine = _words(difference.theirs, difference), _words(difference.mine, difference)
        button = TextButton(subject_title(workspace, subject), text("compare.instead_of", theirs=theirs, mine=mine))
        sentence = str(difference_sentence(workspace.document, workspace.results, difference))
        button.setAccessibleName(text("compare.shows_it", said=sentence))
        button.clicked.connect(lambda _checked=False: self.jump_asked.emit(subject, perspective))
        self.buttons.append(button)
        return button


def _words(value: float, difference: Difference) -> str:
    return str(value_words(difference.subject.kind, value))
