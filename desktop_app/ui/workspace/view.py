"""What a person is looking at: map, selection, folding, page. Theirs, not the map's: never undone or stored in it."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager, nullcontext
from enum import Enum

from PySide6.QtCore import QObject, Signal

from desktop_app.model.ids import ArgumentId, CardId, CriterionId, MapId, PerspectiveId, SectionId
from desktop_app.model.records import SectionKind, Stance
from desktop_app.wording.sentence import text


class Page(Enum):
    """The pages of the window for one map."""

    MAP = "map"
    BALANCE = "balance"
    CRITERIA = "criteria"
    COMPARE = "compare"
    BRIEF = "brief"

    @property
    def label(self) -> str:
        """What it is called."""
        return text(f"page.{self.value}")


class View(QObject):
    """The view state of one window.

    Attributes:
        selected: the card the keyboard acts on.
        link: the argument by which the selected card hangs where it was selected.
        others: further cards that are selected with it.
        folded: cards whose branch is hidden.
        focus: the card whose branch alone is shown on the canvas; None for the whole map.
        option: the option whose head or cell in the matrix has the keyboard.
        criterion: the criterion whose head or cell in the matrix has it.
        section: what is chosen of the brief: its kind, and its id where it is in the file.
        perspective: whose numbers are shown and set; None for the map's own.
        done: cards of the tutorial's tasks that are done.
        last_stance: what the next new argument will be.

    Args:
        action: within which several signals are one change to screens.

    Signals:
        leaving: the person is about to turn to another map, card, perspective, page or section; nothing has changed.
    """

    leaving = Signal()
    map_changed = Signal()
    selection_changed = Signal()
    folding_changed = Signal()
    page_changed = Signal()
    perspective_changed = Signal()
    cell_changed = Signal()
    section_changed = Signal()
    done_changed = Signal()

    def __init__(
        self, parent: QObject | None = None, action: Callable[[], AbstractContextManager[None]] = nullcontext
    ) -> None:
        super().__init__(parent)
        self._action = action
        self.map_id: MapId | None = None
        self.selected: CardId | None = None
        self.link: ArgumentId | None = None
        self.others: frozenset[CardId] = frozenset()
        self.folded: set[CardId] = set()
        self.focus: CardId | None = None
        self.option: CardId | None = None
        self.criterion: CriterionId | None = None
        self.section: tuple[SectionKind, SectionId] | None = None
        self.page = Page.MAP
        self.perspective: PerspectiveId | None = None
        self.done: frozenset[CardId] = frozenset()
        self.last_stance = Stance.SUPPORTS

    def show_map(self, map_id: MapId | None) -> None:
        """Turns to another map; nothing is selected there. None: the workbook has no map."""
        if map_id != self.map_id:
            self.leaving.emit()
            self.map_id = map_id
            self.perspective = None
            self.selected = self.link = self.focus = None
            self.others = frozenset()
            self.option = self.criterion = self.section = None
            with self._action():
                self.map_changed.emit()
                self.selection_changed.emit()
                self.section_changed.emit()

    def choose_perspective(self, perspective: PerspectiveId | None) -> None:
        """Shows and sets the numbers of a perspective of the shown map; None: the map's own."""
        if perspective != self.perspective:
            self.leaving.emit()
            self.perspective = perspective
            self.perspective_changed.emit()

    def show_page(self, page: Page) -> None:
        """Turns to another page of the map."""
        if page is not self.page:
            self.leaving.emit()
            self.page = page
            self.page_changed.emit()

    def focus_cell(self, option: CardId | None, criterion: CriterionId | None) -> None:
        """The keyboard is on a cell of the matrix, on the head of an option or of a criterion, or elsewhere."""
        if (option, criterion) != (self.option, self.criterion):
            self.option, self.criterion = option, criterion
            self.cell_changed.emit()

    def choose_section(self, section: tuple[SectionKind, SectionId] | None) -> None:
        """Chooses a section of the brief, or none."""
        if section != self.section:
            self.leaving.emit()
            self.section = section
            self.section_changed.emit()

    @property
    def chosen(self) -> frozenset[CardId]:
        """Every selected card."""
        return self.others if self.selected is None else self.others | {self.selected}

    def select(
        self, card: CardId | None, link: ArgumentId | None = None, *, others: AbstractSet[CardId] = frozenset()
    ) -> None:
        """Selects a card at a place, or nothing; `others` are selected with it."""
        further = frozenset(others) - {card}
        if (card, link, further) != (self.selected, self.link, self.others):
            if card != self.selected:
                self.leaving.emit()
            self.selected, self.link, self.others = card, link, further
            self.selection_changed.emit()

    def fold(self, card: CardId, *, folded: bool) -> None:
        """Hides or shows what hangs on a card."""
        if folded != (card in self.folded):
            (self.folded.add if folded else self.folded.discard)(card)
            self.folding_changed.emit()

    def fold_only(self, cards: AbstractSet[CardId]) -> None:
        """Hides what hangs on these cards, and shows everything else."""
        if cards != self.folded:
            self.folded = set(cards)
            self.folding_changed.emit()

    def mark_done(self, cards: frozenset[CardId]) -> None:
        """Shows these cards, and no others, as tasks that are done."""
        if cards != self.done:
            self.done = cards
            self.done_changed.emit()

    def focus_on(self, card: CardId | None) -> None:
        """Shows the branch of a card alone; None: the whole map again."""
        if card != self.focus:
            self.focus = card
            self.folding_changed.emit()

    def unfold_all(self, cards: set[CardId]) -> None:
        """Shows what hangs on these cards."""
        if cards & self.folded:
            self.folded -= cards
            self.folding_changed.emit()
