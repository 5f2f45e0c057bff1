"""What the chosen section of the brief says: its own words where it has any, and what it shows from the map."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop_app.briefing.content.missing import missing
from desktop_app.briefing.content.switches import SWITCHES, SectionSwitch, is_on
from desktop_app.model import reads
from desktop_app.model.records import Section, SectionKind
from desktop_app.ui.pages.brief.markup_editor import MarkupEditor
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.fields import CommittingLine
from desktop_app.ui.widgets.rows import clear_rows
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.brief_commands import OWN_WORDS, BriefCommands, Mark, key_of
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import say, text

_MARKS: Final = (
    (Mark.BOLD, say("brief.mark.bold.short"), say("brief.mark.bold"), "Ctrl+B"),
    (Mark.ITALIC, say("brief.mark.italic.short"), say("brief.mark.italic"), "Ctrl+I"),
    (Mark.BULLETS, "•", say("brief.mark.bullets"), "Ctrl+Shift+L"),
    (Mark.LINK, say("brief.mark.link"), say("brief.mark.link"), "Ctrl+Shift+K"),
    (Mark.CITATION, say("brief.mark.cite.short"), say("brief.mark.cite"), "Ctrl+Shift+C"),
)
# What is drawn from the map and has no switches says what it is drawn from.
_DRAWN_FROM: Final = say("brief.drawn_from")


class SectionForm(QWidget):
    """The chosen section.

    Signals:
        drafted: the section and its words as they are while they are being written.
    """

    drafted = Signal(object, str)

    def __init__(self, workspace: Workspace, commands: BriefCommands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._commands = commands
        self._section: Section | None = None
        self._switches: dict[str, QCheckBox] = {}
        self._map_pages = ""
        self._heading = PlainLabel("", "panelTitle", wraps=True)
        self._title_label = PlainLabel(text("brief.section.title"), "fieldLabel")
        self.title = CommittingLine()
        self.title.setAccessibleName(text("brief.section.title.spoken"))
        self._words_label = PlainLabel(text("brief.section.words"), "fieldLabel")
        self.marks: dict[Mark, QToolButton] = {}
        self._bar = self._make_bar()
        self.words = MarkupEditor(6)
        self.words.setAccessibleName(text("brief.section.words"))
        self.words.setPlaceholderText(text("brief.section.words.hint"))
        self.words.drafted.connect(self._on_drafted)
        self._lacks = PlainLabel("", "warning", wraps=True)
        self._about = PlainLabel("", "hint", wraps=True)
        self._shown_label = PlainLabel("", "fieldLabel")
        self._ticks = QVBoxLayout()
        self._ticks.setSpacing(SPACE - 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE - 2)
        for part in (self._heading, self._title_label, self.title, self._words_label, self._bar, self.words):
            column.addWidget(part)
        column.addWidget(self._lacks)
        column.addWidget(self._about)
        column.addWidget(self._shown_label)
        column.addLayout(self._ticks)

    def refresh(self) -> None:
        """Shows the chosen section as it is now; what is being written in it stays."""
        section = self._commands.chosen
        before = self._section
        self._section = section
        self.setVisible(section is not None)
        if section is None:
            return
        can_edit = not self._workspace.session.is_read_only
        is_own = section.kind in OWN_WORDS
        self._heading.say(self._commands.title_of(section))
        for part in (self._words_label, self._bar, self.words):
            part.setVisible(is_own)
        for part in (self._title_label, self.title):
            part.setVisible(section.kind is SectionKind.WORDS)
        if is_own:
            if before is None or not _is_same(before, section):
                self.words.clearFocus()
            self.words.show_text(section.body, self._commands.section_target(section, "body"))
            self.title.show_text(section.title, self._commands.section_target(section, "title"))
            self.words.show_sources(reads.sources(self._workspace.document))
        for field in (self.words, self.title):
            field.setReadOnly(not can_edit)
        self._bar.setEnabled(can_edit)
        self._show_switches(section, can_edit=can_edit)
        self._lacks.setText(self._what_lacks(section))
        self._lacks.setVisible(bool(self._lacks.text()))

    def show_map_pages(self, sentence: str) -> None:
        """Says how many pages the drawing of the map takes, where it is chosen."""
        self._map_pages = sentence
        self._say_about()

    @property
    def section(self) -> Section | None:
        """What is shown."""
        return self._section

    def begin(self) -> None:
        """Gives the keyboard to the words, or to what can be set."""
        section = self._section
        if section is None:
            return
        if section.kind is SectionKind.WORDS and not section.body:
            self.title.setFocus()
            self.title.selectAll()
        elif section.kind in OWN_WORDS:
            self.words.setFocus()
        elif self._switches:
            next(iter(self._switches.values())).setFocus()

    def mark(self, mark: Mark) -> None:
        """Writes markup into the words."""
        if self._section is not None and self._section.kind in OWN_WORDS and not self.words.isReadOnly():
            {
                Mark.BOLD: self.words.bold,
                Mark.ITALIC: self.words.italic,
                Mark.BULLETS: self.words.bullets,
                Mark.LINK: self.words.link,
                Mark.CITATION: self.words.cite,
            }[mark]()

    def tick(self, switch: SectionSwitch) -> QCheckBox:
        """The tick of a switch."""
        return self._switches[switch.name]

    # --- inside --------------------------------------------------------------------------------------

    def _make_bar(self) -> QWidget:
        bar = QWidget()
        line = QHBoxLayout(bar)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        for mark, words, spoken, keys in _MARKS:
            button = QToolButton()
            button.setObjectName("icon")
            button.setText(str(words))
            button.setAccessibleName(str(spoken))
            button.setToolTip(f"{spoken} ({keys})")
            font = theme.interface_font(theme.TEXT_PX, bold=mark is Mark.BOLD)
            font.setItalic(mark is Mark.ITALIC)
            if mark is Mark.BOLD:
                font.setWeight(QFont.Weight.Bold)
            button.setFont(font)
            button.clicked.connect(lambda _checked, mark=mark: self.mark(mark))
            self.marks[mark] = button
            line.addWidget(button)
        line.addStretch(1)
        return bar

    def _show_switches(self, section: Section, *, can_edit: bool) -> None:
        known = SWITCHES.get(section.kind, ())
        if [switch.name for switch in known] != list(self._switches):
            clear_rows(self._ticks)
            self._switches = {}
            for switch in known:
                tick = QCheckBox(switch.words)
                tick.clicked.connect(lambda on, switch=switch: self._on_ticked(switch, on=on))
                self._switches[switch.name] = tick
                self._ticks.addWidget(tick)
        for switch in known:
            self._switches[switch.name].setChecked(is_on(section, switch))
            self._switches[switch.name].setEnabled(can_edit)
        is_own = section.kind in OWN_WORDS
        self._shown_label.setText(text("brief.show_beneath") if is_own else text("brief.show"))
        self._shown_label.setVisible(bool(known))
        self._about.setVisible(not is_own)
        self._say_about()

    def _say_about(self) -> None:
        is_map = self._section is not None and self._section.kind is SectionKind.MAP
        self._about.setText(
            text("brief.on_paper", pages=self._map_pages) if is_map and self._map_pages else str(_DRAWN_FROM)
        )

    def _what_lacks(self, section: Section) -> str:
        prompts = missing(self._workspace.document, self._workspace.map_id)
        return next((p.words for p in prompts if p.kind is section.kind and p.section in {None, section.id}), "")

    def _on_ticked(self, switch: SectionSwitch, *, on: bool) -> None:
        if self._section is not None:
            self._commands.turn(self._section, switch, on=on)

    def _on_drafted(self, words: str) -> None:
        if self._section is not None:
            self.drafted.emit(self._section, words)


def _is_same(before: Section, after: Section) -> bool:
    """Whether it is one section; one that was only proposed has got its own id meanwhile."""
    return key_of(before) == key_of(after) or (before.kind is after.kind is not SectionKind.WORDS)
