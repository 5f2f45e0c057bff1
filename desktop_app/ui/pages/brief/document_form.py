"""What the brief says of itself and how it is set: paper, language, who and when, numbers, citations, logo."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.briefing.content.logo import read_logo
from desktop_app.briefing.content.missing import missing
from desktop_app.briefing.content.words import LANGUAGES
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
_LINES: Final = (
    ("author", say("brief.author"), ""),
    ("organisation", say("brief.organisation"), ""),
    ("date", say("brief.date"), "2026-03-31"),
    ("classification", say("brief.classification"), say("brief.classification.example")),
    ("decision_by", say("brief.decision_by"), ""),
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
        for name, combo in self._combos().items():
            combo.activated.connect(lambda _, name=name, combo=combo: self._on_chosen(name, combo))
        self.logo.clicked.connect(self.logo_asked)
        self.no_logo.clicked.connect(lambda: self._set(lambda: commands.set_up(logo="")))

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
        for name, line in self.lines.items():
            line.show_text(
                str(getattr(brief, name)),
                self._commands.setting_target(name, text("target.of_brief", field=line.accessibleName())),
            )
            line.setReadOnly(not can_edit)
        for combo in self._combos().values():
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

    def _combos(self) -> dict[str, FittingCombo]:
        return {
            "paper": self.paper,
            "language": self.language,
            "numbers": self.numbers,
            "margins": self.margins,
            "citations": self.citations,
        }

    def _lay_out(self) -> None:
        column = self._column
        column.addWidget(PlainLabel(text("brief.document"), "panelTitle"))
        column.addWidget(PlainLabel(text("brief.paper_language"), "fieldLabel"))
        column.addLayout(_beside(self.paper, self.language))
        column.addWidget(PlainLabel(text("brief.numbers"), "fieldLabel"))
        column.addWidget(self.numbers)
        column.addWidget(PlainLabel(text("brief.margins_citations"), "fieldLabel"))
        column.addLayout(_beside(self.margins, self.citations))
        for name, words, example in _LINES:
            line = CommittingLine()
            line.setAccessibleName(str(words))
            line.setPlaceholderText(str(example))
            self.lines[name] = line
            column.addWidget(PlainLabel(str(words), "fieldLabel"))
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

    def _on_chosen(self, name: str, combo: FittingCombo) -> None:
        value = combo.currentData()
        kinds: dict[str, Callable[[str], object]] = {"paper": Paper, "margins": Margins, "citations": CitationStyle}
        chosen = kinds[name](value) if name in kinds else value
        if chosen != getattr(self._commands.brief, name):
            self._set(lambda: self._commands.set_up(**{name: chosen}))

    def _set(self, change: Callable[[], bool]) -> None:
        if not change():
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
