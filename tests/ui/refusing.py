"""A store that refuses, and the places of the window in which a text can be written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop_app.edits.drafts import Draft
from desktop_app.model import reads
from desktop_app.model.changes import ChangeSet
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId
from desktop_app.model.records import CardKind, SectionKind
from desktop_app.store.errors import StoreError
from desktop_app.ui.shell.command_palette.palette import CommandPalette
from desktop_app.ui.widgets.editable import EditableText
from desktop_app.ui.widgets.fields import CommittingText
from desktop_app.ui.widgets.query_line import QueryLine
from desktop_app.ui.widgets.text_commit import TextCommit
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.weighing_commands import WeightsWay
from tests.ui.conftest import CTRL, KEYS, Hands

# Goes to a place of the window; returns the widget in which texts are written there.
Opening = Callable[[Hands], QWidget]


@contextmanager
def refusing(hands: Hands, error: StoreError) -> Iterator[None]:
    """Lets the store refuse every write, as with a full disk or a file that is gone."""
    session = hands.workspace.session

    def refuse(_change_set: ChangeSet) -> None:
        raise error

    session.document.connect_store(refuse)
    try:
        yield
    finally:
        session.document.connect_store(session._file.write)


def text_fields(root: QWidget) -> list[QLineEdit | QPlainTextEdit | QTextEdit]:
    """Every widget in sight that takes a text by hand; not those that only show one."""
    kinds = (QLineEdit, QPlainTextEdit, QTextEdit)
    found: list[QLineEdit | QPlainTextEdit | QTextEdit] = []
    for kind in kinds:
        found += root.findChildren(kind)
    return [
        field
        for field in found
        if field.isVisible()
        and field.isEnabled()
        and not field.isReadOnly()
        and field.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]


def commits_of(field: QWidget) -> TextCommit | None:
    """The protocol by which a field commits; None: it has none."""
    own = getattr(field, "commits", None)
    if isinstance(own, TextCommit):
        return own
    parent = field.parentWidget()
    return parent.commits if isinstance(parent, EditableText) else None


def is_query(field: QWidget) -> bool:
    """Whether what is written there is never kept: it only asks."""
    return isinstance(field, QueryLine)


def name_of(field: QWidget) -> str:
    """What a field is, for messages of a failing test."""
    return f"{type(field).__name__} “{field.accessibleName()}”"


def fill(hands: Hands, field: QLineEdit | QPlainTextEdit | QTextEdit, text: str) -> None:
    """Writes a text by keys in place of what stands there."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    field.selectAll()
    hands.qtbot.keyClick(field, KEYS.Key_Delete)
    hands.qtbot.keyClicks(field, text)


def hand_over(hands: Hands, field: QWidget) -> None:
    """Ends writing by the key that the field has for it."""
    modifiers = CTRL if isinstance(field, CommittingText) else Qt.KeyboardModifier.NoModifier
    hands.qtbot.keyClick(field, KEYS.Key_Return, modifiers)
    QApplication.processEvents()


def records_of(document: Document) -> frozenset[str]:
    """The records as texts, to be compared and searched."""
    return frozenset(map(repr, document.records()))


def _page(page: Page) -> Opening:
    def turn(hands: Hands) -> QWidget:
        hands.workspace.view.show_page(page)
        return hands.window

    return turn


def _card_in_panel(hands: Hands) -> QWidget:
    hands.workspace.view.show_page(Page.MAP)
    cited = next(citation for citation in _citations(hands))
    hands.workspace.select(cited)
    for row in hands.page.inspector.sources_field.rows():
        row.open(is_open=True)
    return hands.page.inspector


def _citations(hands: Hands) -> list[CardId]:
    document = hands.document
    return [
        card.id
        for card in reads.cards(document, hands.workspace.map_id)
        if reads.citations_of(document, card.id) and card.kind is CardKind.EVIDENCE
    ] or [card.id for card in reads.cards(document, hands.workspace.map_id) if reads.citations_of(document, card.id)]


def _map_in_panel(hands: Hands) -> QWidget:
    hands.workspace.view.show_page(Page.MAP)
    hands.workspace.select(None)
    return hands.page.inspector


def _option(hands: Hands) -> CardId:
    return reads.options(hands.document, hands.workspace.map_id)[0].id


def _card_on_canvas(hands: Hands) -> QWidget:
    hands.workspace.view.show_page(Page.MAP)
    hands.workspace.select(_option(hands))
    hands.page.canvas.setFocus()
    hands.page.canvas.edit()
    return hands.page.canvas


def _new_on_canvas(hands: Hands) -> QWidget:
    hands.workspace.view.show_page(Page.MAP)
    hands.workspace.select(_option(hands))
    hands.page.canvas.setFocus()
    hands.trigger("add_con")
    return hands.page.canvas


def _row_in_outline(hands: Hands) -> QWidget:
    hands.workspace.view.show_page(Page.MAP)
    hands.workspace.select(_option(hands))
    hands.page.side.outline.setFocus()
    hands.page.side.outline.edit_selected()
    return hands.page.side.outline


def _new_in_outline(hands: Hands) -> QWidget:
    hands.workspace.view.show_page(Page.MAP)
    hands.workspace.select(_option(hands))
    hands.page.side.outline.setFocus()
    hands.page.side.outline.write(
        Draft(hands.workspace.map_id, CardKind.NOTE, parent=_option(hands)),
    )
    return hands.page.side.outline


def _balance(hands: Hands) -> QWidget:
    hands.workspace.select(_option(hands))
    hands.workspace.view.show_page(Page.BALANCE)
    for column in hands.page.balance.columns.values():
        for point in column.points:
            point.edit()
    return hands.page.balance


def _matrix_heads(hands: Hands) -> QWidget:
    hands.workspace.view.show_page(Page.CRITERIA)
    for text in hands.page.criteria.findChildren(EditableText)[:8]:
        text.begin()
    return hands.page.criteria.grid


def _cell_panel(hands: Hands) -> QWidget:
    hands.workspace.view.show_page(Page.CRITERIA)
    criterion = reads.criteria(hands.document, hands.workspace.map_id)[0].id
    hands.page.criteria._on_opened((_option(hands), criterion), False)
    return hands.page.criteria.popover


def _criterion_panel(hands: Hands) -> QWidget:
    hands.workspace.view.show_page(Page.CRITERIA)
    criterion = reads.criteria(hands.document, hands.workspace.map_id)[0].id
    hands.page.criteria._on_opened((None, criterion), False)
    return hands.page.criteria.popover


def _new_criterion(hands: Hands) -> QWidget:
    hands.trigger("add_criterion")
    return hands.page.criteria.popover


def _new_option_in_matrix(hands: Hands) -> QWidget:
    hands.workspace.view.show_page(Page.CRITERIA)
    hands.trigger("add_option")
    return hands.page.criteria.popover


def _weights(way: WeightsWay) -> Opening:
    def open_way(hands: Hands) -> QWidget:
        hands.workspace.view.show_page(Page.CRITERIA)
        hands.page.criteria.find_weights(way)
        return hands.page.criteria.popover

    return open_way


def _brief(kind: SectionKind) -> Opening:
    def open_section(hands: Hands) -> QWidget:
        hands.workspace.view.show_page(Page.BRIEF)
        commands = hands.page.brief.commands
        section = next((item for item in commands.sections if item.kind is kind), None)
        if section is None:
            commands.add_section()
        else:
            commands.choose(section)
        return hands.page.brief.forms

    return open_section


def _find(hands: Hands) -> QWidget:
    hands.workspace.view.show_page(Page.MAP)
    hands.trigger("find_cards")
    return hands.page.find_bar


def _palette(hands: Hands) -> QWidget:
    hands.trigger("open_palette")
    palettes = hands.window.findChildren(CommandPalette)
    return palettes[-1]


def _settings(hands: Hands) -> QWidget:
    hands.trigger("open_settings")
    assert hands.window.pages.over is not None
    return hands.window.pages.over


def _quick_pass(hands: Hands) -> QWidget:
    hands.trigger("weigh_rest")
    return hands.page.quick_pass


# Every page, popover, editor and sheet of the window in which texts are written.
PLACES: dict[str, Opening] = {
    "map, a card in the panel": _card_in_panel,
    "map, the map in the panel": _map_in_panel,
    "map, a card on the canvas": _card_on_canvas,
    "map, a new card on the canvas": _new_on_canvas,
    "outline, a row": _row_in_outline,
    "outline, a new row": _new_in_outline,
    "balance": _balance,
    "criteria": _page(Page.CRITERIA),
    "criteria, heads and facts": _matrix_heads,
    "criteria, a cell": _cell_panel,
    "criteria, a criterion": _criterion_panel,
    "criteria, a new criterion": _new_criterion,
    "criteria, a new option": _new_option_in_matrix,
    **{f"criteria, weights: {way.name.lower()}": _weights(way) for way in WeightsWay},
    "compare": _page(Page.COMPARE),
    "brief, the recommendation": _brief(SectionKind.RECOMMENDATION),
    "brief, an own section": _brief(SectionKind.WORDS),
    "find": _find,
    "weigh the rest": _quick_pass,
    "palette": _palette,
    "settings": _settings,
}


def marker_for(field: QWidget) -> str:
    """A text that the field takes, and that is found again in the records."""
    name = field.accessibleName().lower()
    if name.startswith(("low,", "high,")):
        return "1" if name.startswith("low,") else "99"
    numeric = (
        "score",
        "low,",
        "likely,",
        "high,",
        "red line",
        "value of level",
        "counts",
        "sharpness",
        "draws",
        "seed",
    )
    if any(word in name for word in numeric) and not isinstance(field, CommittingText):
        return "3" if "sharpness" in name or "counts" in name else "1234" if "draws" in name else "37"
    return "zzmarker"
