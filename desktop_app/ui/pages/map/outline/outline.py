"""The outline: the map as an indented tree, wholly editable by keyboard; selection and folding are the canvas's too."""

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from typing_extensions import override

from desktop_app.edits import cards
from desktop_app.edits.drafts import Draft
from desktop_app.model.records import Card
from desktop_app.ui.pages.map.outline.model import SIGN_COLOUR_ROLE, SIGN_ROLE, OutlineModel
from desktop_app.ui.pages.map.outline.row_editor import RowEditor
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.text_commit import CommitState
from desktop_app.ui.workspace.commands import Commands
from desktop_app.ui.workspace.new_cards import new_card_target
from desktop_app.ui.workspace.pending_texts import TextTarget
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import text

Index = QModelIndex | QPersistentModelIndex
_ROW_PX: Final = 28
_SIGN_PX: Final = 20
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_STEPS: Final = {
    Qt.Key.Key_Up: QAbstractItemView.CursorAction.MoveUp,
    Qt.Key.Key_Down: QAbstractItemView.CursorAction.MoveDown,
}


class Outline(QTreeView):
    """The outline of the shown map; which rows are selected, the view says, never Qt.

    Signals:
        menu_asked: where a context menu of the selected card is wanted, in global pixels.
    """

    menu_asked = Signal(QPoint)

    def __init__(self, workspace: Workspace, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._commands = commands
        self._model = OutlineModel(workspace, self)
        self._is_following = False
        self._editor = RowEditor(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setObjectName("outline")
        self.setAccessibleName(text("outline.outline"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_wanted)
        self.expandAll()
        self._model.modelReset.connect(self._on_reset)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.expanded.connect(lambda index: self._on_folded(index, folded=False))
        self.collapsed.connect(lambda index: self._on_folded(index, folded=True))
        self._editor.ended.connect(self._on_ended)
        self._editor.left.connect(self._on_left)
        self._editor.cancelled.connect(self._on_cancelled)
        self._editor.written.connect(self._on_written)
        self._editor.commits.committed.connect(lambda _: self._close_editor())
        workspace.view.selection_changed.connect(self._on_selection_changed)
        workspace.view.folding_changed.connect(self._on_folding_changed)

    @property
    def editor(self) -> RowEditor:
        """The line in which a row's text, or a new card, is written."""
        return self._editor

    def edit_selected(self, typed: str = "") -> None:
        """Edits the selected card in its row; a character typed first goes to its end."""
        index = self.currentIndex()
        if not index.isValid() or self._workspace.session.is_read_only:
            return
        card = self._model.place(index).card
        if self._editor.subject == card:
            self._editor.insert(typed)
            return
        self.scrollTo(index)
        target = self._workspace.target(
            ("text in the outline", card),
            text("target.card_text"),
            lambda document, text: cards.set_text(document, card, text),
        )
        self._editor.setPlaceholderText("")
        self._editor.setAccessibleName(text("card.text"))
        self._place_editor(self.visualRect(index))
        self._editor.open(card, self._workspace.document.get(Card, card).text, target, typed)

    def write(self, draft: Draft) -> None:
        """Opens a line for a new card under the row it will follow."""
        anchor = draft.neighbour if draft.neighbour is not None else draft.parent
        index = self._model.index_of(anchor) if anchor is not None else QModelIndex()
        if draft.parent is not None:
            self._workspace.view.fold(draft.parent, folded=False)
        if index.isValid():
            self.scrollTo(index)
        row = self.visualRect(index) if index.isValid() else QRect(4, 4, self.viewport().width() - 8, _ROW_PX)
        indent = self.indentation() if draft.neighbour is None and draft.parent is not None else 0
        left = row.left() + indent
        top = min(row.bottom() + 1, self.viewport().height() - _ROW_PX - 2)
        self._place_editor(QRect(left, top, 0, _ROW_PX))
        self._describe(draft)
        self._editor.open(draft, "", self._target(draft))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, modifiers = event.text(), event.modifiers()
        step = _STEPS.get(Qt.Key(event.key()))
        plain = not modifiers & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier)
        if plain and text.isprintable() and text and text != " " and self.currentIndex().isValid():
            self.edit_selected(text)
        elif step is not None and modifiers & ~Qt.KeyboardModifier.KeypadModifier == _SHIFT:
            self._select_one_more(step)
        elif event.key() == Qt.Key.Key_Escape:
            self._commands.cards.step_back()
        elif event.key() == Qt.Key.Key_Home and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        adds = bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | _SHIFT))
        if adds and index.isValid():
            self._workspace.select_also(self._model.place(index).card)
            return
        super().mousePressEvent(event)
        if index == self.currentIndex():
            self._on_current_changed(index, index)  # the others go also where the current row stays

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons():  # dragging selects nothing
            super().mouseMoveEvent(event)

    @override
    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        return QItemSelectionModel.SelectionFlag.NoUpdate

    # --- inside --------------------------------------------------------------------------------------

    def _select_one_more(self, step: QAbstractItemView.CursorAction) -> None:
        """Adds the row above or below to what is selected, and makes it the current one."""
        index = self.moveCursor(step, Qt.KeyboardModifier.NoModifier)
        if index.isValid():
            place, view = self._model.place(index), self._workspace.view
            view.select(place.card, place.argument, others=view.chosen)

    def _on_reset(self) -> None:
        self._is_following = True
        self.expandAll()
        for index in map(self._model.index_of, self._workspace.view.folded):
            if index.isValid() and self._model.rowCount(index):
                self.collapse(index)
        self._is_following = False
        self._on_selection_changed()

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._is_following and current.isValid():
            place = self._model.place(current)
            self._workspace.view.select(place.card, place.argument)

    def _on_selection_changed(self) -> None:
        view = self._workspace.view
        index = self._model.index_of(view.selected) if view.selected is not None else QModelIndex()
        chosen = QItemSelection()
        for row in map(self._model.index_of, view.chosen):
            if row.isValid():
                chosen.select(row, row)
        self._is_following = True
        if index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            if index.isValid():
                self.scrollTo(index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._is_following = False

    def _on_folded(self, index: QModelIndex, *, folded: bool) -> None:
        if not self._is_following and index.isValid():
            self._workspace.view.fold(self._model.place(index).card, folded=folded)

    def _on_folding_changed(self) -> None:
        self._is_following = True
        for place in self._workspace.places.values():
            index = self._model.index_of(place.card)
            wanted = place.card not in self._workspace.view.folded
            if self._model.rowCount(index) and self.isExpanded(index) != wanted:
                self.setExpanded(index, wanted)
        self._is_following = False

    # --- inside: writing -----------------------------------------------------------------------------

    def _target(self, draft: Draft) -> TextTarget:
        return new_card_target(self._workspace, draft, "outline", then=self._workspace.select)

    def _describe(self, draft: Draft) -> None:
        self._editor.setPlaceholderText(draft.label)
        self._editor.setAccessibleName(text("target.new_card", label=draft.label))

    def _place_editor(self, row: QRect) -> None:
        """Puts the editor where a row is, from its left edge to the end of the outline."""
        self._editor.setGeometry(row.left(), row.top(), max(self.viewport().width() - row.left() - 4, 120), _ROW_PX)

    def _on_written(self, text: str) -> None:
        """A sign of the grammar that is typed first says what a new card will be."""
        if isinstance(self._editor.subject, Draft):
            draft, words = self._editor.subject.with_sign(text)
            if words != text:
                self._editor.subject = draft
                self._editor.setText(words)
                self._editor.commits.show("", self._target(draft))
                self._describe(draft)

    def _on_menu_wanted(self, at: QPoint) -> None:
        # A click with the right button has selected the row under it.
        self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def _on_ended(self, goes_on: object) -> None:
        if self._editor.commits.commit() and self._editor.isVisible():
            self._close_editor()  # nothing was written
        if goes_on and not self._editor.isVisible():
            self._commands.cards.add_child()

    def _on_left(self) -> None:
        self._editor.commits.leave()
        if self._editor.commits.state is CommitState.SHOWN and self._editor.isVisible():
            self._editor.close_line()

    def _on_cancelled(self) -> None:
        self._editor.commits.revert()
        self._close_editor()

    def _close_editor(self) -> None:
        had_keyboard = self._editor.hasFocus()
        self._editor.close_line()
        if had_keyboard:
            self.setFocus(Qt.FocusReason.OtherFocusReason)


class _Delegate(QStyledItemDelegate):
    """Draws a row: its sign in the colour of its meaning, then its text."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, _ROW_PX)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        area = option.rect.adjusted(6, 0, -4, 0)
        painter.save()
        painter.setFont(theme.interface_font(theme.TEXT_PX, bold=True))
        painter.setPen(index.data(SIGN_COLOUR_ROLE))
        sign = QRect(area.left(), area.top(), _SIGN_PX, area.height())
        painter.drawText(sign, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, index.data(SIGN_ROLE))
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        font = theme.interface_font(theme.TEXT_PX, bold=is_selected or option.font.bold())
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        area.setLeft(area.left() + _SIGN_PX)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
