"""The bar that asks for one missing number after the other: digits answer and go on, Enter skips, Esc ends."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.palette import Role
from desktop_app.edits import arguments, cards
from desktop_app.model.kinds import STANCES
from desktop_app.model.records import Argument, Card
from desktop_app.model.words import PLAUSIBILITY_VALUES, link_words
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.ui.widgets.weighing import ImportanceField, PlausibilityField
from desktop_app.ui.workspace.refreshing import RefreshPart
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.number_owner import whose_importance, whose_plausibility
from desktop_app.viewmodels.number_visibility import hides_numbers
from desktop_app.viewmodels.quick_pass.unweighed import MissingNumber, is_there, is_weighed, unweighed
from desktop_app.weighing.arguments.sentences import weighed_sentence
from desktop_app.wording.sentence import text

_ANSWER_PX = 300
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class QuickPass(QFrame):
    """Walks through what is not weighed.

    Signals:
        left: the person is done; the keyboard goes back to the page.
    """

    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._items: list[MissingNumber] = []
        self._at = 0
        self.setObjectName("quickPass")
        self.count = PlainLabel("", "value")
        self.about = PlainLabel("", "hint", wraps=True)
        self.text = PlainLabel("", "quickText", wraps=True)
        self._keys = PlainLabel("", "hint")
        self.importance, self.plausibility = ImportanceField(), PlausibilityField()
        self.next, self.back, self.done = (
            QPushButton(text("quick_pass.next")),
            QPushButton(text("quick_pass.back")),
            QPushButton(text("quick_pass.done")),
        )
        self._lay_out()
        self.importance.chosen.connect(self._on_importance)
        self.plausibility.chosen.connect(self._on_plausibility)
        self.next.clicked.connect(self.go_on)
        self.back.clicked.connect(self.go_back)
        self.done.clicked.connect(self.close_bar)
        for widget in (self.importance.pips, self.plausibility.slider, self.next, self.back, self.done):
            widget.installEventFilter(self)
        workspace.refreshed.connect(self._on_refreshed)
        self.hide()

    @property
    def current(self) -> MissingNumber | None:
        """What is asked now; None once everything is weighed."""
        return self._items[self._at] if self._at < len(self._items) else None

    def open(self) -> None:
        """Begins with the first number that is missing."""
        self._items, self._at = unweighed(self._workspace), 0
        self.show()
        self._ask()

    def go_on(self) -> None:
        """Asks for the next number that is missing, past the end from the beginning."""
        order = [*range(self._at + 1, len(self._items)), *range(min(self._at + 1, len(self._items)))]
        missing = [place for place in order if self._is_missing(self._items[place])]
        self._at = missing[0] if missing else len(self._items)
        self._ask()

    def go_back(self) -> None:
        """Asks again for the number before."""
        before = [place for place in range(self._at) if is_there(self._workspace, self._items[place])]
        if before:
            self._at = before[-1]
            self._ask()

    def close_bar(self) -> None:
        """Ends the pass."""
        self.hide()
        self.left.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._take(watched, event):
            return True
        return super().eventFilter(watched, event)

    # --- inside --------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.count, self.about, self.text):
            words.addWidget(label)
        answers = QWidget()
        answers.setFixedWidth(theme.px(_ANSWER_PX))
        column = QVBoxLayout(answers)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch()
        for widget in (self.importance, self.plausibility, self._keys):
            column.addWidget(widget)
        column.addStretch()
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE_WIDE + 4, SPACE + 2, SPACE_WIDE, SPACE + 2)
        line.setSpacing(SPACE_WIDE)
        line.addLayout(words, 1)
        line.addWidget(answers)
        for button in (self.back, self.next, self.done):
            line.addWidget(button)

    def _take(self, watched: QObject, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        is_button = watched in {self.next, self.back, self.done}
        if key is Qt.Key.Key_Escape:
            self.close_bar()
        elif key in _ENTER and not is_button:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.go_back()
            else:
                self.go_on()
        elif watched is self.importance.pips and Qt.Key.Key_0 <= key <= Qt.Key.Key_4:
            self._on_importance((key - Qt.Key.Key_0) / 4)
            self.go_on()
        elif watched is self.plausibility.slider and Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self._on_plausibility(PLAUSIBILITY_VALUES[key - Qt.Key.Key_1])
            self.go_on()
        else:
            return False
        return True

    def _is_missing(self, item: MissingNumber) -> bool:
        return is_there(self._workspace, item) and not is_weighed(self._workspace, item)

    def _ask(self) -> None:
        item = self.current
        if item is not None:
            self._workspace.select(item.card)
            if item.argument is not None:
                self._workspace.view.select(item.card, item.argument)
        self._show()
        if item is None:
            self.done.setFocus(Qt.FocusReason.OtherFocusReason)
        elif item.argument is not None:
            self.importance.pips.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.plausibility.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        """Shows the question as things stand."""
        workspace, item = self._workspace, self.current
        can_edit = not workspace.session.is_read_only
        rest = sum(1 for one in self._items if self._is_missing(one))
        self.importance.setVisible(item is not None and item.argument is not None)
        self.plausibility.setVisible(item is not None and item.argument is None)
        for widget in (self.about, self._keys, self.next):
            widget.setVisible(item is not None)
        self.back.setVisible(bool(self._items))
        self.back.setEnabled(self._at > 0)
        if item is None:
            results = workspace.results
            self.count.setText(str(weighed_sentence(results.weighed, len(results.arguments))))
            self.text.setText(text("quick_pass.all_weighed"))
            self._tell()
            return
        self.count.setText(text("quick_pass.left", count=rest) if rest else text("quick_pass.none_left"))
        document = workspace.document
        argument = document.find(Argument, item.argument)
        self.text.say(one_line(document.get(Card, item.card).text, 240) or text("card.no_text"))
        if argument is not None:
            self.about.say(_about(workspace, argument))
            role = Role(STANCES[argument.stance].role)
            importance = workspace.numbers.importance(argument)
            whose = whose_importance(workspace, argument.id)
            self.importance.show_importance(importance, role, enabled=can_edit, whose=whose.words, back=whose.back)
            self._keys.setText(text("quick_pass.importance.keys"))
        else:
            self.about.setText(text("quick_pass.by_itself"))
            plausibility = workspace.numbers.plausibility(document.get(Card, item.card))
            whose = whose_plausibility(workspace, item.card)
            self.plausibility.show_plausibility(plausibility, enabled=can_edit, whose=whose.words, back=whose.back)
            self._keys.setText(text("quick_pass.plausibility.keys"))
        self._tell()

    def _tell(self) -> None:
        """Gives screen readers the whole question with the field they stand on."""
        description = f"{self.count.text()}. {self.about.text()} {self.text.text()}"
        self.setAccessibleName(description)
        self.importance.pips.setAccessibleDescription(description)
        self.plausibility.slider.setAccessibleDescription(description)

    def _on_refreshed(self, parts: RefreshPart) -> None:
        if parts & RefreshPart.MAP:
            self.hide()
        if not self.isVisible() or not parts & (RefreshPart.RECORDS | RefreshPart.PERSPECTIVE):
            return
        if hides_numbers(self._workspace):
            self.close_bar()
            return
        item = self.current
        if item is not None and not is_there(self._workspace, item):
            self.go_on()
        else:
            self._show()

    def _on_importance(self, importance: float | None) -> None:
        item, perspective = self.current, self._workspace.view.perspective
        if item is not None and item.argument is not None:
            link = item.argument
            self._workspace.attempt(
                lambda document: arguments.set_importance(document, link, importance, perspective=perspective)
            )

    def _on_plausibility(self, plausibility: float | None) -> None:
        item, perspective = self.current, self._workspace.view.perspective
        if item is not None:
            self._workspace.attempt(
                lambda document: cards.set_plausibility(document, item.card, plausibility, perspective=perspective)
            )


def _about(workspace: Workspace, argument: Argument) -> str:
    """What an argument is, and what it is about: "− Con of “…”"."""
    words = link_words(workspace.document, argument)
    target = workspace.document.find(Card, argument.target_card)
    phrase = words.words
    if target is not None and target.text:
        phrase = text("quick_pass.of", words=phrase, target=one_line(target.text, 100))
    return f"{words.sign} {phrase}"
