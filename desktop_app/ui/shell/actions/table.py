"""The one table of everything a person can ask for: menus, shortcuts, the palette and the cheat sheet come from it.

Each row names a function of the thing it acts on; the makers below bring it there, so that the type checker knows
what every row calls.
"""

from collections.abc import Callable
from functools import partial
from typing import Final

from desktop_app.briefing.formats import CHOICES, ExportChoice
from desktop_app.edits.placing import HangAs
from desktop_app.model.records import CardKind, Stance
from desktop_app.ui.shell.actions.action import Action, Condition
from desktop_app.ui.shell.actions.conditions import (
    CAN_BREAK_DOWN,
    CAN_JOIN,
    CAN_MERGE,
    CAN_REDO,
    CAN_UNDO,
    CAN_WEIGH,
    CAN_WEIGH_CRITERIA,
    HAS_ADDED_SECTION,
    HAS_ARGUMENT,
    HAS_CARD,
    HAS_CLAIM,
    HAS_CLIPBOARD,
    HAS_CRITERION,
    HAS_MAP,
    HAS_MAPS,
    HAS_OPTION,
    HAS_OWN_SECTION,
    HAS_PERSPECTIVES,
    HAS_SECTION,
    HAS_WORKBOOK,
    NUMBERS_HIDDEN,
    NUMBERS_SHOWN,
)
from desktop_app.ui.shell.actions.context import ActionContext, ActionWindow
from desktop_app.ui.shell.actions.places import ANY_CARD, Menu, Scope, Under
from desktop_app.ui.shell.exports import Exports
from desktop_app.ui.shell.open_workbook import OpenWorkbook
from desktop_app.ui.shell.overlay_pages import OverlayPages
from desktop_app.ui.shell.theme_controller import LOOKS, ThemeController
from desktop_app.ui.shell.work_page import WorkPage
from desktop_app.ui.shell.workbook_files import WorkbookFiles
from desktop_app.ui.workspace.brief_commands import BriefCommands
from desktop_app.ui.workspace.card_clipboard import CardClipboard
from desktop_app.ui.workspace.card_commands import CardCommands
from desktop_app.ui.workspace.fold_commands import FoldCommands
from desktop_app.ui.workspace.map_commands import MapCommands
from desktop_app.ui.workspace.matrix_commands import MatrixCommands
from desktop_app.ui.workspace.perspective_commands import PerspectiveCommands
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.weighing_commands import WeighingCommands, WeightsWay

_Run = Callable[[ActionContext], object]


def _window(run: Callable[[ActionWindow], object]) -> _Run:
    return lambda context: run(context.window)


def _files(run: Callable[[WorkbookFiles], object]) -> _Run:
    return lambda context: run(context.files)


def _overlays(run: Callable[[OverlayPages], object]) -> _Run:
    return lambda context: run(context.overlays)


def _themes(run: Callable[[ThemeController], object]) -> _Run:
    return lambda context: run(context.themes)


def _workbook(run: Callable[[OpenWorkbook], object]) -> _Run:
    """Does nothing where no workbook is open; its condition says so beforehand."""
    return lambda context: run(context.workbook) if context.workbook is not None else None


def _page(run: Callable[[WorkPage], object]) -> _Run:
    return _workbook(lambda workbook: run(workbook.page))


def _exports(run: Callable[[Exports], object]) -> _Run:
    return _workbook(lambda workbook: run(workbook.exports))


def _maps(run: Callable[[MapCommands], object]) -> _Run:
    return _workbook(lambda workbook: run(workbook.commands.maps))


def _cards(run: Callable[[CardCommands], object]) -> _Run:
    return _workbook(lambda workbook: run(workbook.commands.cards))


def _clipboard(run: Callable[[CardClipboard], object]) -> _Run:
    return _workbook(lambda workbook: run(workbook.commands.clipboard))


def _folds(run: Callable[[FoldCommands], object]) -> _Run:
    return _workbook(lambda workbook: run(workbook.commands.folds))


def _weighing(run: Callable[[WeighingCommands], object]) -> _Run:
    return _workbook(lambda workbook: run(workbook.commands.weighing))


def _matrix(run: Callable[[MatrixCommands], object]) -> _Run:
    return _workbook(lambda workbook: run(workbook.commands.matrix))


def _perspectives(run: Callable[[PerspectiveCommands], object]) -> _Run:
    return _workbook(lambda workbook: run(workbook.commands.perspectives))


def _brief(run: Callable[[BriefCommands], object]) -> _Run:
    return _workbook(lambda workbook: run(workbook.commands.brief))


def _export(choice: ExportChoice) -> Action:
    run = _exports(lambda exports: exports.ask(choice))
    return Action(choice.id, str(choice.text), Menu.FILE, run, choice.keys, HAS_MAP)


def _card(
    name: str,
    text: str,
    run: _Run,
    *keys: str,
    menu: Menu = Menu.CARD,
    when: Condition = HAS_CARD,
    under: Under = Under.NOTHING,
    group: bool = False,
) -> Action:
    """Changes cards; its keys act on a map or outline."""
    return Action(name, text, menu, run, keys, when, True, Scope.CARDS, under, group)  # noqa: FBT003


def _add(
    name: str,
    text: str,
    run: _Run,
    *keys: str,
    when: Condition = HAS_CARD,
    under: Under = ANY_CARD,
    group: bool = False,
) -> Action:
    return _card(name, text, run, *keys, menu=Menu.INSERT, when=when, under=under, group=group)


def _weight(name: str, text: str, importance: float | None, key: str, *, group: bool = False) -> Action:
    run = _cards(lambda cards: cards.set_importance(importance))
    return _card(name, text, run, key, when=CAN_WEIGH, under=Under.ARGUMENT, group=group)


def _look(name: str, text: str, run: _Run, *keys: str, when: Condition = HAS_MAP, group: bool = False) -> Action:
    """Changes only how much of a map is seen; its keys act on a map or outline."""
    return Action(name, text, Menu.VIEW, run, keys, when, scope=Scope.CARDS, starts_group=group)


def _view(name: str, text: str, run: _Run, *keys: str, when: Condition = HAS_WORKBOOK, group: bool = False) -> Action:
    return Action(name, text, Menu.VIEW, run, keys, when, starts_group=group)


def _turn_to(page: Page, key: str, when: Condition = HAS_WORKBOOK) -> Action:
    run = _maps(lambda maps: maps.show_page(page))
    return _view(f"show_{page.name.lower()}_page", page.value, run, key, when=when)


def _on_matrix(
    name: str, text: str, run: _Run, *keys: str, when: Condition = HAS_CRITERION, group: bool = False
) -> Action:
    return Action(name, text, Menu.CRITERIA, run, keys, when, True, Scope.MATRIX, starts_group=group)  # noqa: FBT003


def _on_section(
    name: str, text: str, run: _Run, *keys: str, when: Condition = HAS_SECTION, group: bool = False
) -> Action:
    return Action(name, text, Menu.BRIEF, run, keys, when, True, Scope.SECTIONS, starts_group=group)  # noqa: FBT003


def _on_words(name: str, text: str, mark: str, key: str, *, group: bool = False) -> Action:
    run = _brief(lambda brief: brief.mark(mark))
    return Action(name, text, Menu.BRIEF, run, (key,), HAS_OWN_SECTION, True, Scope.WORDS, starts_group=group)  # noqa: FBT003


def _paste_as(name: str, text: str, part: HangAs) -> Action:
    return _card(name, text, _clipboard(lambda clipboard: clipboard.paste_as(part)), menu=Menu.EDIT)


_FILE: Final = (
    Action("new_workbook", "New workbook…", Menu.FILE, _files(WorkbookFiles.new), ("Ctrl+N",)),
    Action(
        "choose_template", "New from a template…", Menu.FILE, _overlays(OverlayPages.choose_template), ("Ctrl+Shift+N",)
    ),
    Action("open_workbook", "Open or import…", Menu.FILE, _files(WorkbookFiles.open), ("Ctrl+O",)),
    Action(
        "paste_text", "Start from the copied text…", Menu.FILE, _overlays(OverlayPages.paste_text), ("Ctrl+Shift+V",)
    ),
    Action("open_example", "Open the example", Menu.FILE, _files(WorkbookFiles.open_example), starts_group=True),
    Action("open_tutorial", "Learn it in ten minutes", Menu.FILE, _files(WorkbookFiles.open_tutorial)),
    Action(
        "save_copy",
        "Save a copy…",
        Menu.FILE,
        _files(WorkbookFiles.save_copy),
        ("Ctrl+Shift+S",),
        HAS_WORKBOOK,
        starts_group=True,
    ),
    *map(_export, CHOICES),
    Action("print_brief", "Print brief…", Menu.FILE, _exports(Exports.print_brief), ("Ctrl+P",), HAS_MAP),
    Action(
        "close_workbook",
        "Close workbook",
        Menu.FILE,
        _files(WorkbookFiles.close),
        ("Ctrl+W",),
        HAS_WORKBOOK,
        starts_group=True,
    ),
    Action("quit", "Quit", Menu.FILE, _window(lambda window: window.quit()), ("Ctrl+Q",)),
)
_EDIT: Final = (
    Action("undo", "Undo", Menu.EDIT, _maps(MapCommands.undo), ("Ctrl+Z",), CAN_UNDO, writes=True),
    Action("redo", "Redo", Menu.EDIT, _maps(MapCommands.redo), ("Ctrl+Shift+Z", "Ctrl+Y"), CAN_REDO, writes=True),
    _card(
        "cut_cards",
        "Cut",
        _clipboard(CardClipboard.cut_cards),
        "Ctrl+X",
        menu=Menu.EDIT,
        under=ANY_CARD,
        group=True,
    ),
    Action(
        "copy_cards",
        "Copy",
        Menu.EDIT,
        _clipboard(CardClipboard.copy_cards),
        ("Ctrl+C",),
        HAS_CARD,
        scope=Scope.CARDS,
        under=ANY_CARD,
    ),
    # A longer text may become a workbook of its own.
    Action(
        "paste",
        "Paste",
        Menu.EDIT,
        _window(lambda window: window.paste()),
        ("Ctrl+V",),
        HAS_MAP,
        scope=Scope.CARDS,
        under=ANY_CARD | Under.MAP,
    ),
    _paste_as("paste_as_pro", "Paste as pro", HangAs.PRO),
    _paste_as("paste_as_con", "Paste as con", HangAs.CON),
    _paste_as("paste_as_evidence", "Paste as evidence", HangAs.EVIDENCE),
    _paste_as("paste_as_note", "Paste as note", HangAs.NOTE),
    _paste_as("paste_as_option", "Paste as option", HangAs.OPTION),
    _card(
        "link_as_pro",
        "Use again as pro",
        _clipboard(lambda clipboard: clipboard.link_as(HangAs.PRO)),
        menu=Menu.EDIT,
        when=HAS_CLIPBOARD,
    ),
    _card(
        "link_as_con",
        "Use again as con",
        _clipboard(lambda clipboard: clipboard.link_as(HangAs.CON)),
        menu=Menu.EDIT,
        when=HAS_CLIPBOARD,
    ),
    _card(
        "link_as_premise",
        "Use again as co-premise",
        _clipboard(CardClipboard.link_as_premise),
        menu=Menu.EDIT,
        when=CAN_JOIN,
    ),
    Action(
        "select_all",
        "Select all",
        Menu.EDIT,
        _cards(CardCommands.select_all),
        ("Ctrl+A",),
        HAS_MAP,
        scope=Scope.CARDS,
        starts_group=True,
    ),
    _card("edit_text", "Edit text", _cards(CardCommands.edit_text), "F2", menu=Menu.EDIT, under=ANY_CARD, group=True),
    _card("delete_branch", "Delete", _cards(CardCommands.delete_branch), "Del", menu=Menu.EDIT, under=ANY_CARD),
    _card(
        "delete_keeping_children",
        "Delete, keep children",
        _cards(CardCommands.delete_keeping_children),
        "Ctrl+Del",
        menu=Menu.EDIT,
    ),
    _card(
        "merge_cards", "Merge into the selected card", _cards(CardCommands.merge_cards), menu=Menu.EDIT, when=CAN_MERGE
    ),
    Action("find_cards", "Find…", Menu.EDIT, _page(WorkPage.find_cards), ("Ctrl+F",), HAS_MAP, starts_group=True),
    Action("open_palette", "Go to anything…", Menu.EDIT, _window(lambda window: window.open_palette()), ("Ctrl+K",)),
    Action(
        "open_settings",
        "Settings…",
        Menu.EDIT,
        _overlays(lambda overlays: overlays.open_settings()),
        ("Ctrl+,",),
        starts_group=True,
    ),
)
_INSERT: Final = (
    _add("add_child", "Card below", _cards(CardCommands.add_child), "Tab", "Ins", when=HAS_WORKBOOK, under=Under.MAP),
    _add(
        "add_sibling",
        "Card beside",
        _cards(CardCommands.add_sibling),
        "Return",
        "Enter",
        when=HAS_WORKBOOK,
        under=Under.NOTHING,
    ),
    _add(
        "add_sibling_before",
        "Card before",
        _cards(CardCommands.add_sibling_before),
        "Shift+Return",
        when=HAS_WORKBOOK,
        under=Under.NOTHING,
    ),
    _add("add_pro", "Pro", _cards(lambda cards: cards.draft_on_selected("+")), group=True),
    _add("add_con", "Con", _cards(lambda cards: cards.draft_on_selected("-"))),
    _add("add_evidence", "Evidence", _cards(lambda cards: cards.draft_on_selected(">"))),
    _add(
        "add_premise",
        "Co-premise (only together)",
        _cards(CardCommands.add_premise),
        "Ctrl+J",
        when=HAS_ARGUMENT,
        under=Under.ARGUMENT,
    ),
    _add(
        "add_undercut",
        "Why it is not relevant",
        _cards(CardCommands.add_undercut),
        when=HAS_ARGUMENT,
        under=Under.ARGUMENT,
    ),
    _add("add_option", "Option", _cards(CardCommands.add_option), when=HAS_WORKBOOK, under=Under.MAP, group=True),
    _add(
        "add_note",
        "Note",
        _cards(lambda cards: cards.draft_on_selected("?")),
        when=HAS_WORKBOOK,
        under=ANY_CARD | Under.MAP,
    ),
    Action(
        "add_criterion", "Criterion", Menu.INSERT, _matrix(MatrixCommands.add_criterion), (), HAS_WORKBOOK, writes=True
    ),
    Action("add_fact", "Fact of the options", Menu.INSERT, _matrix(MatrixCommands.add_fact), (), HAS_MAP, writes=True),
    Action("add_map", "Map", Menu.INSERT, _maps(MapCommands.add_map), (), HAS_WORKBOOK, writes=True),
)
_CARD: Final = (
    _card(
        "make_pro",
        "Make it a pro",
        _cards(lambda cards: cards.set_stance(Stance.SUPPORTS)),
        "Alt++",
        "Alt+=",
        when=HAS_ARGUMENT,
    ),
    _card(
        "make_con",
        "Make it a con",
        _cards(lambda cards: cards.set_stance(Stance.OPPOSES)),
        "Alt+-",
        when=HAS_ARGUMENT,
    ),
    _card(
        "flip_stance",
        "Swap pro/con",
        _cards(CardCommands.flip_stance),
        "Alt+/",
        when=HAS_ARGUMENT,
        under=Under.ARGUMENT,
    ),
    _weight("set_minor", "Minor", 0.25, "Alt+1", group=True),
    _weight("set_moderate", "Moderate", 0.5, "Alt+2"),
    _weight("set_major", "Major", 0.75, "Alt+3"),
    _weight("set_decisive", "Decisive", 1.0, "Alt+4"),
    _weight("set_not_weighed", "Not weighed", None, "Alt+0"),
    _card("move_up", "Move up", _cards(CardCommands.move_up), "Ctrl+Up", group=True),
    _card("move_down", "Move down", _cards(CardCommands.move_down), "Ctrl+Down"),
    _card("promote", "Promote", _cards(CardCommands.promote), "Ctrl+Left", when=HAS_ARGUMENT),
    _card("demote", "Demote", _cards(CardCommands.demote), "Ctrl+Right", when=HAS_ARGUMENT),
    _card("make_claim", "Change to claim", _cards(lambda cards: cards.set_kind(CardKind.CLAIM)), group=True),
    _card("make_evidence", "Change to evidence", _cards(lambda cards: cards.set_kind(CardKind.EVIDENCE))),
    _card("make_option", "Change to option", _cards(lambda cards: cards.set_kind(CardKind.OPTION))),
    _card("make_note", "Change to note", _cards(lambda cards: cards.set_kind(CardKind.NOTE))),
    _card(
        "toggle_assumption",
        "Unstated premise, or stated",
        _cards(CardCommands.toggle_assumption),
        when=HAS_CLAIM,
        group=True,
    ),
)
_WEIGH: Final = (
    Action(
        "show_numbers",
        "Weigh: show the numbers",
        Menu.WEIGH,
        _weighing(lambda weighing: weighing.hide(hidden=False)),
        (),
        NUMBERS_HIDDEN,
        writes=True,
    ),
    Action(
        "hide_numbers",
        "Hide the numbers",
        Menu.WEIGH,
        _weighing(lambda weighing: weighing.hide(hidden=True)),
        (),
        NUMBERS_SHOWN,
        writes=True,
    ),
    Action(
        "weigh_rest",
        "Weigh what is not weighed yet",
        Menu.WEIGH,
        _page(WorkPage.weigh_rest),
        ("F7",),
        NUMBERS_SHOWN,
        writes=True,
        starts_group=True,
    ),
    Action(
        "break_down",
        "Break the result down",
        Menu.WEIGH,
        _page(WorkPage.break_down),
        (),
        CAN_BREAK_DOWN,
        under=ANY_CARD,
    ),
    *(
        Action(
            name,
            text,
            Menu.WEIGH,
            _weighing(partial(WeighingCommands.find_weights, way=way)),
            (),
            CAN_WEIGH_CRITERIA,
            writes=True,
            starts_group=way is WeightsWay.SWINGS,
        )
        for name, text, way in (
            ("weigh_by_swings", "Weigh criteria by swings…", WeightsWay.SWINGS),
            ("rank_criteria", "Rank criteria…", WeightsWay.RANKS),
            ("compare_criteria", "Compare criteria in pairs…", WeightsWay.PAIRS),
        )
    ),
)
_CRITERIA: Final = (
    _on_matrix("show_details", "Levels and details", _matrix(MatrixCommands.show_details), "Alt+Return"),
    _on_matrix("lock_weight", "Lock or unlock the weight", _matrix(MatrixCommands.lock_weight), "Ctrl+L"),
    _on_matrix(
        "move_criterion_up", "Move criterion up", _matrix(MatrixCommands.move_criterion_up), "Alt+Up", group=True
    ),
    _on_matrix("move_criterion_down", "Move criterion down", _matrix(MatrixCommands.move_criterion_down), "Alt+Down"),
    _on_matrix(
        "move_option_left", "Move option left", _matrix(MatrixCommands.move_option_left), "Alt+Left", when=HAS_OPTION
    ),
    _on_matrix(
        "move_option_right",
        "Move option right",
        _matrix(MatrixCommands.move_option_right),
        "Alt+Right",
        when=HAS_OPTION,
    ),
    _on_matrix("delete_criterion", "Delete criterion", _matrix(MatrixCommands.delete_criterion), group=True),
    _on_matrix("delete_option", "Delete option", _matrix(MatrixCommands.delete_option), when=HAS_OPTION),
)
_BRIEF: Final = (
    Action(
        "add_section",
        "Section in your own words",
        Menu.BRIEF,
        _brief(BriefCommands.add_section),
        (),
        HAS_MAP,
        writes=True,
    ),
    _on_section(
        "write_section",
        "Write, or set what it shows",
        _brief(BriefCommands.write_section),
        "Return",
        "Enter",
        "F2",
        group=True,
    ),
    _on_section("toggle_section", "Print or leave out", _brief(BriefCommands.toggle_section), "Space"),
    _on_section("move_section_up", "Move section up", _brief(lambda brief: brief.move_chosen(-1)), "Ctrl+Up"),
    _on_section("move_section_down", "Move section down", _brief(lambda brief: brief.move_chosen(1)), "Ctrl+Down"),
    _on_section(
        "delete_section", "Delete section", _brief(BriefCommands.delete_section), "Del", when=HAS_ADDED_SECTION
    ),
    _on_words("make_bold", "Bold", "bold", "Ctrl+B", group=True),
    _on_words("make_italic", "Italics", "italic", "Ctrl+I"),
    _on_words("make_list", "List", "bullets", "Ctrl+Shift+L"),
    _on_words("make_link", "Link", "link", "Ctrl+Shift+K"),
    _on_words("cite_source", "Cite a source", "cite", "Ctrl+Shift+C"),
)
_VIEW: Final = (
    _turn_to(Page.MAP, "Ctrl+1"),
    _turn_to(Page.BALANCE, "Ctrl+2"),
    _turn_to(Page.CRITERIA, "Ctrl+3"),
    _turn_to(Page.COMPARE, "Ctrl+4", HAS_PERSPECTIVES),
    _turn_to(Page.BRIEF, "Ctrl+5"),
    Action(
        "move_map_up",
        "Move map up",
        Menu.VIEW,
        _maps(MapCommands.move_map_up),
        (),
        HAS_MAPS,
        writes=True,
        under=Under.MAP_LIST,
        starts_group=True,
    ),
    Action(
        "move_map_down",
        "Move map down",
        Menu.VIEW,
        _maps(MapCommands.move_map_down),
        (),
        HAS_MAPS,
        writes=True,
        under=Under.MAP_LIST,
    ),
    Action(
        "delete_map",
        "Delete map",
        Menu.VIEW,
        _maps(MapCommands.delete_map),
        (),
        HAS_MAPS,
        writes=True,
        under=Under.MAP_LIST,
    ),
    Action(
        "toggle_fold",
        "Fold",
        Menu.VIEW,
        _folds(FoldCommands.toggle_fold),
        ("Ctrl+E",),
        HAS_CARD,
        scope=Scope.CARDS,
        under=ANY_CARD,
        starts_group=True,
    ),
    _look("fold_all", "Fold all", _folds(lambda folds: folds.fold_to(0)), "Ctrl+Shift+0"),
    _look("fold_to_first", "Fold to the first level", _folds(lambda folds: folds.fold_to(1)), "Ctrl+Shift+1"),
    _look("fold_to_second", "Fold to the second level", _folds(lambda folds: folds.fold_to(2)), "Ctrl+Shift+2"),
    _look("fold_to_third", "Fold to the third level", _folds(lambda folds: folds.fold_to(3)), "Ctrl+Shift+3"),
    _look("open_all", "Open all", _folds(FoldCommands.open_all), "Ctrl+Shift+9"),
    Action(
        "focus_branch",
        "Focus on the branch",
        Menu.VIEW,
        _folds(FoldCommands.focus_branch),
        ("Alt+Return", "Alt+Enter"),
        HAS_CARD,
        scope=Scope.CARDS,
        under=ANY_CARD,
    ),
    _view("zoom_in", "Zoom in", _page(WorkPage.zoom_in), "Ctrl++", "Ctrl+=", group=True),
    _view("zoom_out", "Zoom out", _page(WorkPage.zoom_out), "Ctrl+-"),
    _view("zoom_actual", "Actual size", _page(WorkPage.zoom_actual), "Ctrl+0"),
    Action(
        "zoom_fit",
        "Fit the map",
        Menu.VIEW,
        _page(WorkPage.zoom_fit),
        ("Ctrl+9",),
        HAS_WORKBOOK,
        under=Under.MAP,
    ),
    _view("edit_perspectives", "Perspectives…", _page(WorkPage.edit_perspectives), when=HAS_MAP, group=True),
    _view(
        "next_perspective",
        "Next perspective",
        _perspectives(PerspectiveCommands.next_perspective),
        "Ctrl+Shift+P",
        when=HAS_PERSPECTIVES,
    ),
    _view(
        "own_numbers",
        "My numbers",
        _perspectives(PerspectiveCommands.own_numbers),
        "Ctrl+Shift+M",
        when=HAS_PERSPECTIVES,
    ),
    _view("next_pane", "Next pane", _page(WorkPage.next_pane), "F6", group=True),
    Action("open_menus", "Menus", Menu.VIEW, _window(lambda window: window.open_menus()), ("F10",)),
    _view("present", "Present", lambda context: context.show.present(), "F5", when=HAS_MAP, group=True),
    _view(
        "present_from_card",
        "Present from the selected card",
        lambda context: context.show.present_from_card(),
        "Shift+F5",
        when=HAS_MAP,
    ),
    *(
        Action(
            look.id, look.text, Menu.VIEW, _themes(partial(ThemeController.use, name=look.theme)), starts_group=not n
        )
        for n, look in enumerate(LOOKS)
    ),
    Action("room_size", "Room size", Menu.VIEW, lambda context: context.room.room_size(), ("F11",)),
)
_HELP: Final = (
    Action("show_keys", "Keys", Menu.HELP, _window(lambda window: window.show_keys()), ("F1",)),
    Action("about", "About Steelyard", Menu.HELP, _window(lambda window: window.about())),
)
ACTIONS: Final = (*_FILE, *_EDIT, *_INSERT, *_CARD, *_WEIGH, *_CRITERIA, *_BRIEF, *_VIEW, *_HELP)
