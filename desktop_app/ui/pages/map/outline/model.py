"""The outline as a Qt item model over the places of a map. It holds ids and places, never widgets."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from typing_extensions import override

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.cards import CardFace
from desktop_app.drawing.faces import as_done, card_face
from desktop_app.drawing.palette import Role
from desktop_app.edits import cards
from desktop_app.model.changes import ChangeSet
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.reads import option_letters, premises_of
from desktop_app.model.records import Argument, Card, CardKind
from desktop_app.model.tree import Place, reshapes
from desktop_app.model.words import importance_word
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.text import isolated
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.number_visibility import hides_numbers
from desktop_app.wording.sentence import text

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_NO_FLAGS: Final = Qt.ItemFlag.NoItemFlags
_READ_FLAGS: Final = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_WRITE_FLAGS: Final = _READ_FLAGS | Qt.ItemFlag.ItemIsEditable
SIGN_ROLE: Final = Qt.ItemDataRole.UserRole + 1
SIGN_COLOUR_ROLE: Final = Qt.ItemDataRole.UserRole + 2


class OutlineModel(QAbstractItemModel):
    """The cards of the shown map, each at the place where it is drawn.

    The internal id of an index is the number of its place, in the order of the tree.
    """

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._places: list[Place] = []
        self._children: list[list[int]] = []
        self._roots: list[int] = []
        self._row: list[int] = []
        self._number: dict[CardId, int] = {}
        self._letters: Mapping[CardId, str] = {}
        self.rebuild()
        workspace.view.map_changed.connect(self.rebuild)
        workspace.changed.connect(self._on_changed)
        workspace.view.done_changed.connect(self._on_done_changed)

    def rebuild(self) -> None:
        """Reads the places anew."""
        self.beginResetModel()
        workspace = self._workspace
        self._places = list(workspace.places.values()) if workspace.view.map_id is not None else []
        self._number = {place.card: number for number, place in enumerate(self._places)}
        self._children = [[] for _ in self._places]
        self._roots = []
        self._row = []
        for number, place in enumerate(self._places):
            siblings = self._roots if place.parent is None else self._children[self._number[place.parent]]
            self._row.append(len(siblings))
            siblings.append(number)
        self._refresh_letters()
        self.endResetModel()

    def place(self, index: Index) -> Place:
        """The place of a valid index."""
        return self._places[index.internalId()]

    def index_of(self, card: CardId) -> QModelIndex:
        """The index of a card; invalid where it is not on this map."""
        number = self._number.get(card)
        return self.createIndex(self._row[number], 0, number) if number is not None else QModelIndex()

    # --- QAbstractItemModel --------------------------------------------------------------------------

    @override
    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        siblings = self._siblings(parent)
        if column != 0 or not 0 <= row < len(siblings):
            return QModelIndex()
        return self.createIndex(row, 0, siblings[row])

    @override
    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]  # the other overload is QObject's
        if not index.isValid():
            return QModelIndex()
        above = self._places[index.internalId()].parent
        return self.index_of(above) if above is not None else QModelIndex()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self._siblings(parent))

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 1

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        # Asked for every row whenever rows come or go: nothing is combined here.
        if not index.isValid():
            return _NO_FLAGS
        return _READ_FLAGS if self._workspace.session.is_read_only else _WRITE_FLAGS

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self._places[index.internalId()]
        card = self._workspace.document.find(Card, place.card)
        if card is None or card.map != self._workspace.view.map_id or not place.holds(self._workspace.document):
            # A screen reader asks while the screens are still being told of a change: this row is about to go.
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return isolated(one_line(card.text) or text("card.no_text"))
        if role == Qt.ItemDataRole.EditRole:
            return card.text
        if role == SIGN_ROLE:
            return self._sign(place, card)
        if role == SIGN_COLOUR_ROLE:
            return QColor(theme.current()[self._role(place)])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(place, card)
        if role == Qt.ItemDataRole.FontRole and card.kind is CardKind.QUESTION:
            return QFont(theme.interface_font(theme.TEXT_PX, bold=True))
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        card = self._places[index.internalId()].card
        return self._workspace.attempt(lambda document: cards.set_text(document, card, str(value)))

    # --- inside --------------------------------------------------------------------------------------

    def _siblings(self, parent: Index) -> list[int]:
        return self._children[parent.internalId()] if parent.isValid() else self._roots

    def _sign(self, place: Place, card: Card) -> str:
        if card.kind is CardKind.QUESTION:
            return "?"
        if card.kind is CardKind.OPTION:
            return self._letters.get(card.id, "")
        if card.kind is CardKind.NOTE:
            return "✓" if card.id in self._workspace.view.done else "·"
        return self._face(place).sign or "•"

    def _role(self, place: Place) -> Role:
        role = self._face(place).role
        return Role.INK if role is Role.QUESTION else role

    def _face(self, place: Place) -> CardFace:
        face = card_face(self._workspace.document, place, None, dict(self._letters))
        return as_done(face) if place.card in self._workspace.view.done else face

    def _spoken(self, place: Place, card: Card) -> str:
        """What a screen reader says: what the card is, how much it matters, what it says."""
        words = [self._face(place).label]
        if place.argument is not None and not hides_numbers(self._workspace):
            result = self._workspace.results.arguments[place.argument]
            words.append(importance_word(result.importance))
        words.append(one_line(card.text) or text("outline.no_text"))
        return ", ".join(words)

    def _refresh_letters(self) -> None:
        if self._workspace.view.map_id is not None:
            self._letters = option_letters(self._workspace.document, self._workspace.map_id)

    def _on_done_changed(self) -> None:
        for card in self._workspace.places:
            index = self.index_of(card)
            if index.isValid() and self._workspace.document.get(Card, card).tags:
                self.dataChanged.emit(index, index)

    def _on_changed(self, change_set: ChangeSet) -> None:
        if reshapes(change_set):
            self.rebuild()
            return
        self._refresh_letters()
        document = self._workspace.document
        turned = (ArgumentId(change.record.id) for change in change_set.of(Argument))
        for card in (
            *(CardId(change.record.id) for change in change_set.of(Card)),
            *(premise.card for argument in turned for premise in premises_of(document, argument)),
        ):
            index = self.index_of(card)
            if index.isValid():
                self.dataChanged.emit(index, index)
