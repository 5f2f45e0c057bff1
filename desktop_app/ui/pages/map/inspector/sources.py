"""The sources of a card: what it cites, and a line that cites another one, found or made while typing."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.edits import sources
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import CitationId
from desktop_app.model.records import Card, CardKind
from desktop_app.ui.pages.map.inspector.citation import CitationRow
from desktop_app.ui.widgets.fields import AdderLine
from desktop_app.ui.widgets.rows import clear_rows
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import say, text


class SourcesField(QWidget):
    """The citations of one card."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._citations: dict[CitationId, CitationRow] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE // 2)
        self._line = AdderLine()
        self._line.setPlaceholderText(text("sources.cite.hint"))
        self._line.setAccessibleName(text("sources.cite"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addWidget(PlainLabel(text("sources.title"), "fieldLabel"))
        column.addLayout(self._rows)
        column.addWidget(self._line)

    @property
    def line(self) -> AdderLine:
        """Where a source is named."""
        return self._line

    def show_card(self, card: Card) -> None:
        """Shows what a card cites."""
        document = self._workspace.document
        self.setVisible(card.kind is not CardKind.QUESTION)
        cited = [citation.id for citation in reads.citations_of(document, card.id)]
        if cited != list(self._citations):
            self._rebuild(cited)
        else:
            for row in self._citations.values():
                row.refresh()
        self._line.setVisible(not self._workspace.session.is_read_only)
        card_id = card.id
        self._line.ask(
            self._workspace.target(
                ("source to cite", card_id),
                text("target.source_for", card=one_line(card.text, 40)),
                lambda document, words: cite_by_words(document, document.get(Card, card_id), words),
                on_leaving=False,
            )
        )
        completer = QCompleter([source.key for source in reads.sources(document)], self._line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self._line.setCompleter(completer)

    def rows(self) -> list[CitationRow]:
        """The citations, as they are shown."""
        return list(self._citations.values())

    def _rebuild(self, cited: list[CitationId]) -> None:
        """Makes the rows anew."""
        clear_rows(self._rows)
        self._citations = {citation: CitationRow(self._workspace, citation) for citation in cited}
        for row in self._citations.values():
            self._rows.addWidget(row)


def cite_by_words(document: Document, card: Card, words: str) -> None:
    """Lets a card cite the source with this key or title; makes one where there is none. An "@" first is no part."""
    words = words.strip().lstrip("@")
    with document.transaction(say("step.cite_source")):
        wanted = words.casefold()
        known = reads.sources(document)
        source = next((item for item in known if wanted in {item.key.casefold(), item.title.casefold()}), None)
        if source is None:
            source = sources.add_source(document, free_key(document, words), words)
        sources.cite(document, card.id, source.id)


def free_key(document: Document, title: str) -> str:
    """A short key made from a title that no source has yet."""
    words = re.findall(r"\w+", title.casefold())
    stem = "".join(words[:2])[:24] or "source"
    taken = {source.key for source in reads.sources(document)}
    key, number = stem, 2
    while key in taken:
        key, number = f"{stem}{number}", number + 1
    return key
