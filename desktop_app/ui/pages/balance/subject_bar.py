"""The top of a balance: whose pros and cons these are, worded anew where it stands; the way up; other cards."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton, QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.edits import cards
from desktop_app.model.ids import CardId
from desktop_app.model.records import Card, CardKind
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.editable import EditableText
from desktop_app.ui.widgets.no_wheel import NoWheelCombo
from desktop_app.ui.widgets.text import for_menu, isolated
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.balance.points import can_be_weighed
from desktop_app.wording.sentence import say, text

_SIDE_PX = 200
_TITLE_PX = 20


class SubjectBar(QWidget):
    """Says which card is weighed.

    Signals:
        chosen: the `CardId` whose balance is asked for.
    """

    chosen = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._above: CardId | None = None
        self.title = EditableText(theme.interface_font(_TITLE_PX, bold=True), name="balanceTitle", shown_most=300)
        self.title.label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.chooser, self.up = NoWheelCombo(), QPushButton("")
        self.chooser.setObjectName("quietCombo")
        self.chooser.setAccessibleName(text("balance.chooser"))
        self.chooser.setToolTip(text("balance.chooser.tip"))
        if not theme.is_room():
            self.chooser.setMaximumWidth(_SIDE_PX)
            self.up.setMaximumWidth(_SIDE_PX)
        self.chooser.setMinimumContentsLength(12)
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.activated.connect(lambda index: self.chosen.emit(self.chooser.itemData(index)))
        self.up.setObjectName("quiet")
        self.up.clicked.connect(lambda: self.chosen.emit(self._above))
        if theme.is_room():
            self._lay_out_for_room()
            return
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for side in (self.up, self.chooser):
            # As wide on either side, so that the title stands over the pivot.
            holder = QWidget()
            holder.setFixedWidth(_SIDE_PX)
            room = QHBoxLayout(holder)
            room.setContentsMargins(0, 0, 0, 0)
            alignment = Qt.AlignmentFlag.AlignLeft if side is self.up else Qt.AlignmentFlag.AlignRight
            room.addWidget(side, 0, alignment | Qt.AlignmentFlag.AlignTop)
            line.addWidget(holder)
        line.insertWidget(1, self.title, 1)

    def _lay_out_for_room(self) -> None:
        """The title across; beneath it the ways to other cards, as wide as their words."""
        self.chooser.setPlaceholderText(text("balance.chooser.hint"))
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.title, 0, 0, 1, 2)
        grid.addWidget(self.up, 1, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.chooser, 1, 1, Qt.AlignmentFlag.AlignRight)

    def show_card(self, card: Card) -> None:
        """Shows a card as the subject."""
        document, places = self._workspace.document, self._workspace.places
        card_id = card.id
        target = self._workspace.target(
            ("subject of the balance", card_id),
            str(say("target.balanced_text")),
            lambda document, text: cards.set_text(document, card_id, text),
        )
        can_edit = not self._workspace.session.is_read_only
        self.title.show_text(card.text, str(say("balance.subject")), target, can_edit=can_edit)
        self.chooser.clear()
        for place in places.values():
            other = document.get(Card, place.card)
            if other.id == card.id or (other.kind is not CardKind.NOTE and can_be_weighed(document, other.id)):
                self.chooser.addItem(isolated(one_line(other.text, 60)), other.id)
                if other.id == card.id:
                    self.chooser.setCurrentIndex(self.chooser.count() - 1)
        if theme.is_room():
            # The title says which it is.
            self.chooser.setCurrentIndex(-1)
        here = places.get(card.id)
        self._above = here.parent if here is not None else None
        self.up.setVisible(self._above is not None)
        if self._above is not None:
            text = document.get(Card, self._above).text
            self.up.setText(str(say("balance.up")) if theme.is_room() else f"‹ {for_menu(one_line(text, 26))}")
            self.up.setAccessibleName(str(say("balance.of", name=one_line(text, 120))))
