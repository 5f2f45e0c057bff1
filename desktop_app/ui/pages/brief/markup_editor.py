"""Writes own words in light markup, which shows what it does; sources to cite are picked by a few letters."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QStandardItem,
    QStandardItemModel,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QCompleter, QListView, QWidget
from typing_extensions import override

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.palette import Role
from desktop_app.model.records import Source
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.fields import CommittingText
from desktop_app.wording.sentence import text

_CITING: Final = re.compile(r"\[@([^\s\]]*)$")
_BULLET: Final = re.compile(r"[-*] +")
_KEY_ROLE: Final = Qt.ItemDataRole.UserRole


class MarkupEditor(CommittingText):
    """The words of a section.

    Signals:
        drafted: the words as they are while they are being written.
    """

    drafted = Signal(str)

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(lines, parent)
        self._highlighter = _Highlighter(self.document())
        self._known = QStandardItemModel(self)
        self._completer = QCompleter(self._known, self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._popup = QListView()
        self._popup.setAccessibleName(text("brief.sources"))
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._on_picked)
        self.textChanged.connect(self._on_changed)

    @property
    def completer(self) -> QCompleter:
        """Offers the sources."""
        return self._completer

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Offers these sources to be cited."""
        self._known.clear()
        for source in sources:
            title = one_line(source.title, 60)
            item = QStandardItem(f"{source.key}  {title}" if title and title != source.key else source.key)
            item.setData(source.key, _KEY_ROLE)
            item.setEditable(False)
            self._known.appendRow(item)

    # --- markup --------------------------------------------------------------------------------------

    def bold(self) -> None:
        """Makes the selected words bold, or no longer."""
        self._wrap("**")

    def italic(self) -> None:
        """Sets the selected words in italics, or no longer."""
        self._wrap("*")

    def bullets(self) -> None:
        """Makes each selected line an item of a list, or no longer."""
        cursor = self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        document = self.document()
        block, end = document.findBlock(first), document.findBlock(last)
        blocks = [block]
        while block != end:
            block = block.next()
            blocks.append(block)
        are_items = all(_BULLET.match(item.text()) for item in blocks)
        cursor.beginEditBlock()
        for item in blocks:
            at = QTextCursor(item)
            match = _BULLET.match(item.text())
            if are_items and match is not None:
                at.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, match.end())
                at.removeSelectedText()
            elif match is None:
                at.insertText("- ")
        cursor.endEditBlock()
        self.setFocus()

    def link(self) -> None:
        """Makes the selected words a link whose address is typed next."""
        cursor = self.textCursor()
        words = cursor.selectedText().replace("\u2029", " ") or text("brief.link.words")
        start = cursor.selectionStart()
        cursor.insertText(f"[{words}](https://)")
        cursor.setPosition(start + len(words) + len("[](https://"))
        self.setTextCursor(cursor)
        self.setFocus()

    def cite(self) -> None:
        """Begins a citation; the source is picked from a list."""
        self.setFocus()
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        if not _CITING.search(before):
            cursor.insertText("[@" if not before or before[-1].isspace() else " [@")
        self._offer()

    # --- inside --------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._popup
        if popup.isVisible() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}:
            popup.hide()
            self._on_picked(str(popup.currentIndex().data()))
            return
        if popup.isVisible() and event.key() == Qt.Key.Key_Escape:
            popup.hide()
            return
        super().keyPressEvent(event)
        if event.text() and self._typed_key() is not None:
            self._offer()
        else:
            popup.hide()

    def _typed_key(self) -> str | None:
        cursor = self.textCursor()
        match = _CITING.search(cursor.block().text()[: cursor.positionInBlock()])
        return None if match is None else match[1]

    def _offer(self) -> None:
        self._completer.setCompletionPrefix(self._typed_key() or "")
        popup = self._popup
        if not self._completer.completionCount():
            popup.hide()
            return
        popup.setCurrentIndex(self._completer.completionModel().index(0, 0))
        where = self.cursorRect()
        where.setWidth(max(220, self.width() - 20))
        where.moveLeft(8)
        self._completer.complete(where)

    def _on_picked(self, listed: str) -> None:
        typed = self._typed_key()
        items = self._known.findItems(listed)
        if typed is not None and items:
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(typed))
            cursor.insertText(f"{items[0].data(_KEY_ROLE)}]")
            self.setTextCursor(cursor)

    def _wrap(self, marker: str) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        words = cursor.selectedText()
        start = cursor.selectionStart()
        is_wrapped = len(words) > 2 * len(marker) and words.startswith(marker) and words.endswith(marker)
        changed = words[len(marker) : -len(marker)] if is_wrapped else f"{marker}{words}{marker}"
        cursor.insertText(changed)
        if words:
            cursor.setPosition(start)
            cursor.setPosition(start + len(changed), QTextCursor.MoveMode.KeepAnchor)
        else:
            cursor.setPosition(start + len(marker))
        self.setTextCursor(cursor)
        self.setFocus()

    def _on_changed(self) -> None:
        if self.hasFocus():
            self.drafted.emit(self.toPlainText())


class _Highlighter(QSyntaxHighlighter):
    """Shows bold, italics, links and citations as such; the marks themselves step back."""

    _BOLD: Final = re.compile(r"(\*\*)(?=\S)(.+?)(?<=\S)(\*\*)(?!\w)")
    _ITALIC: Final = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])(\1)(?![\w*])")
    _LINK: Final = re.compile(r"(\[)([^\[\]]+)(\]\((?:https?://|mailto:)[^\s()]+\))")
    _CITE: Final = re.compile(r"\[@[^\s\]]+\]")

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._faint = QTextCharFormat()
        self._faint.setForeground(theme.colour(Role.FAINT))
        self._cited = QTextCharFormat()
        self._cited.setForeground(theme.colour(Role.PRO))

    @override
    def highlightBlock(self, text: str) -> None:
        for match in self._ITALIC.finditer(text):
            self._style(match, italic=True)
        for match in self._BOLD.finditer(text):
            self._style(match, bold=True)
        for match in self._LINK.finditer(text):
            self._style(match, link=True)
        for match in self._CITE.finditer(text):
            self.setFormat(match.start(), len(match[0]), self._cited)
        bullet = _BULLET.match(text)
        if bullet is not None:
            self.setFormat(0, bullet.end(), self._faint)

    def _style(self, match: re.Match[str], *, bold: bool = False, italic: bool = False, link: bool = False) -> None:
        for place in range(match.start(2), match.end(2)):
            shape = QTextCharFormat(self.format(place))
            if bold:
                shape.setFontWeight(QFont.Weight.Bold)
            if italic:
                shape.setFontItalic(True)
            if link:
                shape.setForeground(theme.colour(Role.PRO))
                shape.setFontUnderline(True)
            self.setFormat(place, 1, shape)
        for group in (1, 3):
            self.setFormat(match.start(group), match.end(group) - match.start(group), self._faint)
