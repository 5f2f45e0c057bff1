"""The Brief page: sections at the left, pages in the middle, the chosen section and the document at the right."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.base.errors import AppError
from desktop_app.briefing.content.missing import missing
from desktop_app.briefing.content.presets import presets
from desktop_app.briefing.content.words import words_in
from desktop_app.briefing.formats import CHOICES
from desktop_app.edits.sections import set_up_brief
from desktop_app.model.records import Section, SectionKind
from desktop_app.ui.pages.brief.document_form import DocumentForm
from desktop_app.ui.pages.brief.pages_view import PagesView
from desktop_app.ui.pages.brief.preview import LivePreview
from desktop_app.ui.pages.brief.section_form import SectionForm
from desktop_app.ui.pages.brief.section_list import SectionList, SectionRow
from desktop_app.ui.widgets import file_dialogs, theme
from desktop_app.ui.widgets.no_wheel import FittingCombo
from desktop_app.ui.widgets.text import PlainLabel, for_menu
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.ui.workspace.brief_commands import OWN_WORDS, BriefCommands
from desktop_app.ui.workspace.refreshing import RefreshPart
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.brief.logo import read_picture
from desktop_app.wording.sentence import Grouped, text

if TYPE_CHECKING:
    from desktop_app.ui.pages.brief.preview_job import DrawnBrief

_SECTIONS_PX, _FORMS_PX = 336, 300


class BriefPage(QWidget):
    """The page on which the brief of a map is shaped.

    Attributes:
        commands: what can be done on it.
        sections: the list at the left.
        pages: the very pages that will be exported.
        section_form: the chosen section.
        document_form: how the whole is set.
        forms: the panel with both.
    """

    def __init__(
        self,
        workspace: Workspace,
        commands: BriefCommands,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.commands = commands
        self._is_stale = True
        self.preset = FittingCombo(text("brief.preset"))
        self.preset.setObjectName("titleCombo")
        self._count = PlainLabel("", "hint")
        self._hint = PlainLabel(text("brief.sections.hint"), "hint")
        self.sections = SectionList()
        self.adder = QPushButton(text("brief.add_section"))
        self.pages = PagesView()
        self.preview = LivePreview(workspace, self.pages)
        self.section_form = SectionForm(workspace, commands)
        self.document_form = DocumentForm(workspace, commands)
        self._add_menu = QMenu(self.adder)
        self._add_menu.aboutToShow.connect(self._fill_add_menu)
        self.adder.setObjectName("quiet")
        self.adder.setMenu(self._add_menu)
        self.export_button = _export_button(actions)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.sections.picked.connect(self._on_picked)
        self.sections.moved.connect(commands.move)
        self.sections.ticked.connect(self._on_ticked)
        self.sections.opened.connect(lambda _: self.section_form.begin())
        self.preset.activated.connect(lambda _: commands.use_preset(str(self.preset.currentData())))
        self.section_form.drafted.connect(self._on_drafted)
        self.document_form.logo_asked.connect(self._on_logo_asked)
        self.preview.drawn.connect(self._on_drawn)
        commands.writing_asked.connect(self._on_writing_asked)
        commands.mark_asked.connect(self.section_form.mark)
        workspace.refreshed.connect(self._on_refreshed)

    @property
    def panes(self) -> list[QWidget]:
        """What F6 goes round."""
        return [self.sections, self.pages, self.forms]

    def release(self) -> None:
        """Stops drawing."""
        self.preview.release()

    def refresh(self) -> None:
        """Shows the brief as it is now."""
        self._is_stale = False
        has_map = self._workspace.view.map_id is not None
        for part in (self._left, self.forms):
            part.setEnabled(has_map)
        if not has_map:
            self.sections.show_rows((), -1)
            self._count.setText("")
            return
        commands = self.commands
        self._show_presets()
        every = commands.sections
        chosen = commands.chosen
        if chosen is None and every:
            commands.choose(every[0])
            chosen = every[0]
        lacks = {
            (prompt.kind, prompt.section): prompt.words
            for prompt in missing(self._workspace.document, self._workspace.map_id)
        }
        rows = [self._row(item, lacks.get((item.kind, item.id or None), "")) for item in every]
        self.sections.show_rows(rows, every.index(chosen) if chosen is not None else -1)
        can_edit = not self._workspace.session.is_read_only
        self.adder.setEnabled(can_edit)
        self.preset.setEnabled(can_edit)
        self.sections.setDragEnabled(can_edit)
        self._hint.setVisible(can_edit)
        self.section_form.refresh()
        self.document_form.refresh()

    # --- events --------------------------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()
        self.preview.show_now(is_seen=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.preview.show_now(is_seen=False)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        (self.pages if theme.is_room() else self.sections).setFocus(event.reason())

    # --- inside --------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._left = QWidget()
        self._left.setObjectName("sidePanel")
        self._left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._left.setFixedWidth(_SECTIONS_PX)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(12, 12, 12, SPACE)
        left.setSpacing(SPACE - 2)
        head = QHBoxLayout()
        head.addWidget(self.preset, 1)
        head.addWidget(self._count)
        left.addLayout(head)
        left.addWidget(self._hint)
        left.addWidget(self.sections, 1)
        left.addWidget(self.adder)
        body = QWidget()
        body.setObjectName("inspectorBody")
        forms = QVBoxLayout(body)
        forms.setContentsMargins(SPACE_WIDE, 16, SPACE_WIDE, SPACE_WIDE)
        forms.setSpacing(12)
        for part in (self.section_form, _hairline(), self.document_form):
            forms.addWidget(part)
        forms.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_WIDE, SPACE, SPACE_WIDE, 12)
        foot.addWidget(self.export_button)
        self.forms = QWidget()
        self.forms.setObjectName("inspector")
        self.forms.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.forms.setFixedWidth(_FORMS_PX)
        right = QVBoxLayout(self.forms)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(scroll, 1)
        right.addWidget(_hairline())
        right.addLayout(foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._left)
        whole.addWidget(self.pages, 1)
        whole.addWidget(self.forms)
        if theme.is_room():
            self._left.hide()
            self.forms.hide()

    def _row(self, section: Section, lacks: str) -> SectionRow:
        whence = text("brief.whence.own") if section.kind in OWN_WORDS else text("brief.whence.map")
        if lacks and section.included:
            whence = text("brief.whence.unwritten") if section.kind in OWN_WORDS else text("brief.whence.nothing")
        return SectionRow(self.commands.title_of(section), whence, section.included, lacks)

    def _show_presets(self) -> None:
        # What the screen says is in the language of the interface, not of the brief.
        if not self.preset.count():
            for form in presets():
                self.preset.addItem(text(f"preset.{form.name.replace('-', '_')}"), form.name)
        self.preset.show_value(self.commands.preset.name)

    def _fill_add_menu(self) -> None:
        self._add_menu.clear()
        self._add_menu.addAction(text("brief.own_words"), self.commands.add_section)
        words = words_in(self.commands.brief.language)
        kinds = self.commands.addable()
        if kinds:
            self._add_menu.addSeparator()
        for kind in kinds:
            self._add_menu.addAction(for_menu(words[f"section.{kind.value}"]), partial(self.commands.add, kind))

    def _on_refreshed(self, parts: RefreshPart) -> None:
        if parts & RefreshPart.MAP:
            self.pages.seek_beginning()
        if parts & (RefreshPart.RECORDS | RefreshPart.MAP | RefreshPart.PERSPECTIVE):
            self._is_stale = True
            self.preview.set_draft(None)
            self.preview.outdate()
        elif not parts & RefreshPart.SECTION or self._workspace.view.section is None:
            return
        if self.isVisible():
            self.refresh()

    def _on_picked(self, place: int) -> None:
        every = self.commands.sections
        if place < len(every):
            self.commands.choose(every[place])
            self._seek(every[place])

    def _seek(self, section: Section) -> None:
        if section.kind is SectionKind.RECOMMENDATION:
            self.pages.seek_beginning()
        else:
            self.pages.seek(" ".join(self.commands.title_of(section).split()))

    def _on_ticked(self, place: int) -> None:
        section = self.commands.sections[place]
        if not self._workspace.session.is_read_only:
            self.commands.include(section, included=not section.included)

    def _on_drafted(self, section: Section, words: str) -> None:
        self.preview.set_draft((section, words))
        self._seek(section)
        self.preview.outdate()

    def _on_drawn(self, brief: "DrawnBrief") -> None:
        self.section_form.show_map_pages(brief.map)
        words, cap = brief.words.words, brief.words.cap
        self._count.setText(
            text("brief.words.capped", words=Grouped(words), cap=Grouped(cap))
            if cap
            else text("brief.words", words=Grouped(words))
        )
        self._count.setObjectName("warning" if brief.words.is_over else "hint")
        self._count.style().unpolish(self._count)
        self._count.style().polish(self._count)

    def _on_writing_asked(self) -> None:
        if self.isVisible():
            self.section_form.begin()

    def _on_logo_asked(self) -> None:
        path = file_dialogs.ask_logo(self)
        if path is None:
            return
        try:
            logo = read_picture(path)
        except AppError as error:
            self._workspace.trouble.emit(error)
            return
        self.commands.set_up(lambda document, map_id: set_up_brief(document, map_id, logo=logo))


def _hairline() -> QFrame:
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    return line


def _export_button(actions: Mapping[str, QAction]) -> QPushButton:
    button = QPushButton(text("brief.export"))
    button.setAccessibleName(text("brief.export.spoken"))
    button.setProperty("hasMenu", True)  # noqa: FBT003
    menu = QMenu(button)
    for choice in CHOICES:
        menu.addAction(actions[choice.id])
    menu.addSeparator()
    menu.addAction(actions["print_brief"])
    button.setMenu(menu)
    return button
