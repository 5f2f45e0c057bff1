"""The actions on the brief of the shown map: its form, the order of its sections, what prints, what they are."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from desktop_app.briefing.content.arranging import PROPOSED, arrangement, laid_out
from desktop_app.briefing.content.presets import Preset, preset_named, preset_or_default
from desktop_app.briefing.content.switches import SectionSwitch, turned
from desktop_app.briefing.content.words import words_in
from desktop_app.edits import sections
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import BriefId, MapId, SectionId
from desktop_app.model.records import Brief, Section, SectionKind
from desktop_app.ui.workspace.pending_texts import TextTarget
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import say, text

OWN_WORDS = frozenset({SectionKind.RECOMMENDATION, SectionKind.WORDS})


class Mark(Enum):
    """What can be marked in own words of a brief."""

    BOLD = auto()
    ITALIC = auto()
    BULLETS = auto()
    LINK = auto()
    CITATION = auto()


class BriefCommands(QObject):
    """The actions on the brief of a workspace.

    Signals:
        writing_asked: the words of the chosen section are to be written.
        mark_asked: a `Mark` is to be written into them.
    """

    writing_asked = Signal()
    mark_asked = Signal(Mark)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._view = workspace.view

    # --- what there is -------------------------------------------------------------------------------

    @property
    def brief(self) -> Brief:
        """How the shown map is printed; what that would be, where nobody has set it yet."""
        document = self._workspace.document
        existing = reads.brief(document, self._workspace.map_id)
        language = reads.workbook(document).language
        return existing or Brief(BriefId(PROPOSED), self._workspace.map_id, language=language)

    @property
    def preset(self) -> Preset:
        """The form of the brief."""
        return preset_or_default(self.brief.preset)

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections in order, those that are left out too."""
        return arrangement(self._workspace.document, self._workspace.map_id, self.preset)

    @property
    def chosen(self) -> Section | None:
        """The section that is chosen; one that was only proposed is still it after it came into the file."""
        if self._view.map_id is None or self._view.section is None:
            return None
        kind, section_id = self._view.section
        every = self.sections
        by_id = next((item for item in every if item.id == section_id != PROPOSED), None)
        return by_id or next((item for item in every if item.kind is kind and kind is not SectionKind.WORDS), None)

    def title_of(self, section: Section) -> str:
        """What a section is called, in the language of the brief where nobody gave it a name."""
        return section.title or words_in(self.brief.language)[f"section.{section.kind.value}"]

    @property
    def has_section(self) -> bool:
        """Whether a section is chosen on the Brief page."""
        return self._view.page is Page.BRIEF and self.chosen is not None

    @property
    def has_own_section(self) -> bool:
        """Whether the chosen section is in the author's own words."""
        chosen = self.chosen
        return self._view.page is Page.BRIEF and chosen is not None and chosen.kind in OWN_WORDS

    @property
    def has_added_section(self) -> bool:
        """Whether the chosen section is one that can be deleted: an own part that somebody added."""
        chosen = self.chosen
        return self._view.page is Page.BRIEF and chosen is not None and chosen.kind is SectionKind.WORDS

    def choose(self, section: Section) -> None:
        """Chooses a section."""
        self._view.choose_section((section.kind, section.id))

    # --- actions of the table ------------------------------------------------------------------------

    def toggle_section(self) -> None:
        """Leaves the chosen section out, or prints it."""
        if (chosen := self.chosen) is not None:
            self.include(chosen, included=not chosen.included)

    def write_section(self) -> None:
        """Lets the words of the chosen section be written."""
        self.writing_asked.emit()

    def add_section(self) -> None:
        """Adds a section for own words after the chosen one, and lets it be written."""
        self._view.show_page(Page.BRIEF)
        self.add(SectionKind.WORDS, title=text("brief.new_section"))
        self.writing_asked.emit()

    def delete_section(self) -> None:
        """Deletes the chosen section with its words."""
        chosen = self.chosen
        if chosen is None or not self.has_added_section:
            return
        every = self.sections
        place = every.index(chosen)
        if self._workspace.attempt(lambda document: sections.delete_section(document, chosen.id)):
            rest = self.sections
            if rest:
                self.choose(rest[min(place, len(rest) - 1)])

    def mark(self, mark: Mark) -> None:
        """Writes markup into the words that are written: bold, italic, bullets, link or cite."""
        self.mark_asked.emit(mark)

    # --- edits ---------------------------------------------------------------------------------------

    def use_preset(self, name: str) -> None:
        """Gives the brief another form: its sections, in its order."""
        if name == self.brief.preset and reads.brief(self._workspace.document, self._workspace.map_id) is not None:
            return
        form = preset_named(name)
        map_id = self._workspace.map_id

        def change(document: Document) -> None:
            with document.transaction(say("step.choose_form_of_brief")):
                sections.begin_brief(document, map_id)
                sections.settle_sections(document, map_id, laid_out(document, map_id, form), preset=name)

        self._workspace.attempt(change)

    def include(self, section: Section, *, included: bool) -> None:
        """Prints a section, or leaves it out."""
        self.choose(section)
        if section.id != PROPOSED:
            self._workspace.attempt(lambda document: sections.include_section(document, section.id, included=included))
        else:
            self._settle(
                [replace(item, included=included) if item is section else item for item in self._every(section)]
            )

    def move(self, start: int, end: int) -> None:
        """Moves a section to another place in the order."""
        every = list(self.sections)
        if start == end or not (0 <= start < len(every) and 0 <= end < len(every)):
            return
        self.choose(every[start])
        every.insert(end, every.pop(start))
        self._settle(every)

    def turn(self, section: Section, switch: SectionSwitch, *, on: bool) -> None:
        """Turns a switch of a section."""
        options = turned(section, switch, on=on)
        if section.id != PROPOSED:
            self._workspace.attempt(lambda document: sections.set_section_options(document, section.id, options))
        else:
            every = [replace(item, options=options) if item is section else item for item in self._every(section)]
            self._settle(every)

    def move_chosen(self, by: int) -> None:
        """Moves the chosen section by so many places."""
        chosen = self.chosen
        if chosen is not None:
            place = self.sections.index(chosen)
            self.move(place, place + by)

    def section_target(self, section: Section, field: str) -> TextTarget:
        """Where what is written for a section goes.

        Args:
            section: which one; one that was only proposed comes into the file with its first words.
            field: "title" or "body".
        """
        # There is one recommendation, also while it is only proposed; of parts that somebody added there are many.
        key = section.id if section.kind is SectionKind.WORDS else (section.map, section.kind)
        name = self.title_of(section) if field == "body" else text("target.section_title", title=self.title_of(section))

        def write(document: Document, text: str) -> None:
            if section.kind is SectionKind.RECOMMENDATION and field == "body":
                sections.set_recommendation(document, section.map, text)
                return
            known = document.get(Section, section.id)
            texts = {"title": known.title, "body": known.body} | {field: text}
            sections.write_section(document, known.id, **texts)

        return self._workspace.target(("section", key, field), name, write)

    def setting_target(self, key: str, name: str, write: Callable[[Document, MapId, str], object]) -> TextTarget:
        """Where a line of the brief's settings goes: author, date and the like.

        Args:
            key: of the line.
            name: for messages about its text.
            write: sets it; knows no widgets.
        """
        map_id = self._workspace.map_id

        def set_up(document: Document, text: str) -> None:
            _set_up(document, map_id, lambda: write(document, map_id, text))

        return self._workspace.target(("brief", map_id, key), name, set_up)

    def add(self, kind: SectionKind, *, title: str = "") -> None:
        """Adds a section after the chosen one, and chooses it."""
        every = list(self.sections)
        chosen = self.chosen
        place = every.index(chosen) + 1 if chosen is not None else len(every)
        known = {item.id for item in every}
        every.insert(place, Section(id=PROPOSED, map=self._workspace.map_id, kind=kind, title=title, rank=""))
        if self._settle(every):
            added = [item for item in self.sections if item.id not in known and item.kind is kind]
            if added:
                self.choose(added[0])

    def addable(self) -> tuple[SectionKind, ...]:
        """Kinds that are drawn from the map and not among the sections yet."""
        present = {item.kind for item in self.sections} | OWN_WORDS
        return tuple(kind for kind in SectionKind if kind not in present)

    def set_up(self, edit: Callable[[Document, MapId], object]) -> bool:
        """Sets how the brief of the shown map is printed; says whether it was done."""
        map_id = self._workspace.map_id
        return self._workspace.attempt(lambda document: _set_up(document, map_id, lambda: edit(document, map_id)))

    # --- inside --------------------------------------------------------------------------------------

    def _every(self, section: Section) -> list[Section]:
        """All sections, the given one as the very object."""
        return [section if item == section else item for item in self.sections]

    def _settle(self, every: Sequence[Section]) -> bool:
        map_id = self._workspace.map_id
        return self._workspace.attempt(lambda document: sections.settle_sections(document, map_id, every))


def _set_up(document: Document, map_id: MapId, change: Callable[[], object]) -> None:
    """One step; a brief that is set up for the first time speaks the language of the workbook."""
    with document.transaction(say("step.set_up_brief")):
        sections.begin_brief(document, map_id)
        change()


def key_of(section: Section) -> tuple[SectionKind, SectionId]:
    """By what the view knows a section."""
    return section.kind, section.id
