"""What the brief says of itself and how it is set: paper, language, who and when, numbers, citations, logo."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.briefing.content.logo import read_logo
from desktop_app.briefing.content.missing import missing
from desktop_app.briefing.content.words import LANGUAGES
from desktop_app.edits.sections import set_up_brief
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.model.records import Brief, CitationStyle, Margins, Paper
from desktop_app.ui.widgets.fields import CommittingLine
from desktop_app.ui.widgets.no_wheel import FittingCombo
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.brief_commands import BriefCommands
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import Sentence, say, text

_PAPERS: Final = ((Paper.A4, "A4"), (Paper.LETTER, say("brief.paper.letter")), (Paper.A3, "A3"))
_LANGUAGES: Final = {"en": "English", "de": "Deutsch", "uk": "Українська", "ar": "العربية"}
_NUMBERS: Final = ((True, say("brief.numbers.shown")), (False, say("brief.numbers.hidden")))
_MARGINS: Final = (
    (Margins.NARROW, say("brief.margins.narrow")),
    (Margins.NORMAL, say("brief.margins.normal")),
    (Margins.WIDE, say("brief.margins.wide")),
)
_CITATIONS: Final = (
    (CitationStyle.NUMBERS, say("brief.citations.numbers")),
    (CitationStyle.FOOTNOTES, say("brief.citations.footnotes")),
    (CitationStyle.AUTHOR_DATE, say("brief.citations.author_date")),
)


class _TitleLine(NamedTuple):
    """A line of the title page: how it is called, an example, what it holds and how it is set."""

    key: str
    words: Sentence
    example: str | Sentence
    read: Callable[[Brief], str]
    write: Callable[[Document, MapId, str], object]


_LINES: Final = (
    _TitleLine(
        "author",
        say("brief.author"),
        "",
        lambda brief: brief.author,
        lambda document, map_id, text: set_up_brief(document, map_id, author=text),
    ),
    _TitleLine(
        "organisation",
        say("brief.organisation"),
        "",
        lambda brief: brief.organisation,
        lambda document, map_id, text: set_up_brief(document, map_id, organisation=text),
    ),
    _TitleLine(
        "date",
        say("brief.date"),
        "2026-03-31",
        lambda brief: brief.date,
        lambda document, map_id, text: set_up_brief(document, map_id, date=text),
    ),
    _TitleLine(
        "classification",
        say("brief.classification"),
        say("brief.classification.example"),
        lambda brief: brief.classification,
        lambda document, map_id, text: set_up_brief(document, map_id, classification=text),
    ),
    _TitleLine(
        "decision_by",
        say("brief.decision_by"),
        "",
        lambda brief: brief.decision_by,
        lambda document, map_id, text: set_up_brief(document, map_id, decision_by=text),
    ),
)


class DocumentForm(QWidget):
    """The settings of the document.

    Signals:
        logo_asked: a picture is to be chosen.
    """

    logo_asked = Signal()

    def __init__(self, workspace: Workspace, commands: BriefCommands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._commands = commands
        self.paper = _choice(text("brief.paper"), _PAPERS)
        self.language = FittingCombo(text("brief.language"))
        self.numbers = _choice(text("brief.numbers"), _NUMBERS)
        self.margins = _choice(text("brief.margins"), _MARGINS)
        self.citations = _choice(text("brief.citations"), _CITATIONS)
        self.lines: dict[str, CommittingLine] = {}
        self.logo = QPushButton(text("brief.choose_logo"))
        self.no_logo = QPushButton(text("brief.remove_logo"))
        self._lacks = PlainLabel("", "hint", wraps=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE - 2)
        self._lay_out()
        self.paper.activated.connect(self._on_paper)
        self.language.activated.connect(self._on_language)
        self.numbers.activated.connect(self._on_numbers)
        self.margins.activated.connect(self._on_margins)
        self.citations.activated.connect(self._on_citations)
        self.logo.clicked.connect(self.logo_asked)
        self.no_logo.clicked.connect(
            lambda: self._set(lambda document, map_id: set_up_brief(document, map_id, logo=""))
        )

    def refresh(self) -> None:
        """Shows what holds now."""
        brief = self._commands.brief
        form = self._commands.preset
        can_edit = not self._workspace.session.is_read_only
        self.paper.show_value(form.paper or brief.paper)
        self._show_languages(brief)
        self.numbers.show_value(brief.numbers)
        self.margins.show_value(brief.margins)
        self.citations.show_value(brief.citations)
        for row in _LINES:
            line = self.lines[row.key]
            name = text("target.of_brief", field=row.words)
            line.show_text(row.read(brief), self._commands.setting_target(row.key, name, row.write))
            line.setReadOnly(not can_edit)
        for combo in (self.paper, self.language, self.numbers, self.margins, self.citations):
            combo.setEnabled(can_edit)
        # A poster has its own paper.
        self.paper.setEnabled(can_edit and form.paper is None)
        has_logo = read_logo(brief.logo) is not None
        self.logo.setText(text("brief.change_logo") if has_logo else text("brief.choose_logo"))
        self.logo.setEnabled(can_edit)
        self.no_logo.setVisible(has_logo)
        self.no_logo.setEnabled(can_edit)
        prompts = missing(self._workspace.document, self._workspace.map_id)
        self._lacks.setText(" ".join(prompt.words for prompt in prompts if prompt.kind is None))
        self._lacks.setVisible(bool(self._lacks.text()))

    # --- inside --------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = self._column
        column.addWidget(PlainLabel(text("brief.document"), "panelTitle"))
        column.addWidget(PlainLabel(text("brief.paper_language"), "fieldLabel"))
        column.addLayout(_beside(self.paper, self.language))
        column.addWidget(PlainLabel(text("brief.numbers"), "fieldLabel"))
        column.addWidget(self.numbers)
        column.addWidget(PlainLabel(text("brief.margins_citations"), "fieldLabel"))
        column.addLayout(_beside(self.margins, self.citations))
        for row in _LINES:
            line = self.lines[row.key] = CommittingLine()
            line.setAccessibleName(str(row.words))
            line.setPlaceholderText(str(row.example))
            column.addWidget(PlainLabel(str(row.words), "fieldLabel"))
            column.addWidget(line)
        column.addWidget(PlainLabel(text("brief.logo"), "fieldLabel"))
        column.addLayout(_beside(self.logo, self.no_logo))
        column.addWidget(self._lacks)

    def _show_languages(self, brief: Brief) -> None:
        # A language without strings of its own is kept, and served in English.
        known = [*LANGUAGES, *([brief.language] if brief.language and brief.language not in LANGUAGES else [])]
        if [self.language.itemData(row) for row in range(self.language.count())] != known:
            self.language.clear()
            for tag in known:
                self.language.addItem(_LANGUAGES.get(tag, one_line(tag, 20)), tag)
        self.language.show_value(brief.language)

    def _on_paper(self) -> None:
        paper = Paper(self.paper.currentData())
        if paper is not self._commands.brief.paper:
            self._set(lambda document, map_id: set_up_brief(document, map_id, paper=paper))

    def _on_language(self) -> None:
        language: str = self.language.currentData()
        if language != self._commands.brief.language:
            self._set(lambda document, map_id: set_up_brief(document, map_id, language=language))

    def _on_numbers(self) -> None:
        numbers: bool = self.numbers.currentData()
        if numbers is not self._commands.brief.numbers:
            self._set(lambda document, map_id: set_up_brief(document, map_id, numbers=numbers))

    def _on_margins(self) -> None:
        margins = Margins(self.margins.currentData())
        if margins is not self._commands.brief.margins:
            self._set(lambda document, map_id: set_up_brief(document, map_id, margins=margins))

    def _on_citations(self) -> None:
        citations = CitationStyle(self.citations.currentData())
        if citations is not self._commands.brief.citations:
            self._set(lambda document, map_id: set_up_brief(document, map_id, citations=citations))

    def _set(self, edit: Callable[[Document, MapId], object]) -> None:
        if not self._commands.set_up(edit):
            self.refresh()


def _choice(name: str, choices: Sequence[tuple[object, str | Sentence]]) -> FittingCombo:
    combo = FittingCombo(name)
    for value, words in choices:
        combo.addItem(str(words), value)
    return combo


def _beside(*fields: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SPACE)
    for field in fields:
        line.addWidget(field, 1)
    return line
