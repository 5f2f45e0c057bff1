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
    HAS_OPTIONS,
    HAS_OWN_SECTION,
    HAS_PERSPECTIVES,
    HAS_SECTION,
    HAS_WORKBOOK,
    HAS_ZOOM,
    IS_ARGUMENT,
    NUMBERS_HIDDEN,
    NUMBERS_SHOWN,
)
from desktop_app.ui.shell.actions.context import ActionContext, ActionWindow
from desktop_app.ui.shell.actions.context_menu import ANY_CARD, Under
from desktop_app.ui.shell.actions.menu_tree import Menu, Scope
from desktop_app.ui.shell.exports import Exports
from desktop_app.ui.shell.open_workbook import OpenWorkbook
from desktop_app.ui.shell.overlay_pages import OverlayPages
from desktop_app.ui.shell.theme_controller import LOOKS, ThemeController
from desktop_app.ui.shell.work_page import WorkPage
from desktop_app.ui.shell.workbook_files import WorkbookFiles
from desktop_app.ui.workspace.brief_commands import BriefCommands, Mark
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
    """A choice with keys is often wanted and stands at hand; the others share a menu, which would be too long."""
    run = _exports(lambda exports: exports.ask(choice))
    return Action(choice.id, Menu.FILE if choice.keys else Menu.EXPORT, run, choice.keys, HAS_MAP)


def _card(
    name: str,
    run: _Run,
    *keys: str,
    menu: Menu = Menu.CARD,
    when: Condition = HAS_CARD,
    under: Under = Under.NOTHING,
    group: bool = False,
) -> Action:
    """Changes cards; its keys act on a map or outline."""
    return Action(name, menu, run, keys, when, True, Scope.CARDS, under, group)  # noqa: FBT003


def _add(
    name: str,
    run: _Run,
    *keys: str,
    when: Condition = HAS_CARD,
    under: Under = ANY_CARD,
    group: bool = False,
) -> Action:
    return _card(name, run, *keys, menu=Menu.INSERT, when=when, under=under, group=group)


def _weight(name: str, importance: float | None, key: str, *, group: bool = False) -> Action:
    run = _cards(lambda cards: cards.set_importance(importance))
    return _card(name, run, key, when=CAN_WEIGH, under=Under.ARGUMENT, group=group)


def _fold_to(name: str, run: _Run, key: str) -> Action:
    """Changes only how much of a map is seen; its key acts on a map or outline."""
    return Action(name, Menu.FOLD, run, (key,), HAS_MAP, scope=Scope.CARDS)


def _zoom(name: str, run: _Run, *keys: str, under: Under = Under.NOTHING) -> Action:
    return Action(name, Menu.ZOOM, run, keys, HAS_ZOOM, under=under)


def _view(name: str, run: _Run, *keys: str, when: Condition = HAS_WORKBOOK, group: bool = False) -> Action:
    return Action(name, Menu.VIEW, run, keys, when, starts_group=group)


def _turn_to(page: Page, key: str, when: Condition = HAS_WORKBOOK) -> Action:
    run = _maps(lambda maps: maps.show_page(page))
    return _view(f"show_{page.name.lower()}_page", run, key, when=when)


def _on_matrix(name: str, run: _Run, *keys: str, when: Condition = HAS_CRITERION, group: bool = False) -> Action:
    return Action(name, Menu.CRITERIA, run, keys, when, True, Scope.MATRIX, starts_group=group)  # noqa: FBT003


def _on_section(name: str, run: _Run, *keys: str, when: Condition = HAS_SECTION, group: bool = False) -> Action:
    return Action(name, Menu.BRIEF, run, keys, when, True, Scope.SECTIONS, starts_group=group)  # noqa: FBT003


def _on_words(name: str, mark: Mark, key: str, *, group: bool = False) -> Action:
    run = _brief(lambda brief: brief.mark(mark))
    return Action(name, Menu.BRIEF, run, (key,), HAS_OWN_SECTION, True, Scope.WORDS, starts_group=group)  # noqa: FBT003


def _paste_as(name: str, part: HangAs) -> Action:
    return _card(name, _clipboard(lambda clipboard: clipboard.paste_as(part)), menu=Menu.PASTE)


_FILE: Final = (
    Action("new_workbook", Menu.FILE, _files(WorkbookFiles.new), ("Ctrl+N",)),
    Action("choose_template", Menu.FILE, _overlays(OverlayPages.choose_template), ("Ctrl+Shift+N",)),
    Action("open_workbook", Menu.FILE, _files(WorkbookFiles.open), ("Ctrl+O",)),
    Action("paste_text", Menu.FILE, _overlays(OverlayPages.paste_text), ("Ctrl+Shift+V",)),
    Action("open_example", Menu.FILE, _files(WorkbookFiles.open_example), starts_group=True),
    Action("open_tutorial", Menu.FILE, _files(WorkbookFiles.open_tutorial)),
    Action(
        "save_copy",
        Menu.FILE,
        _files(WorkbookFiles.save_copy),
        ("Ctrl+Shift+S",),
        HAS_WORKBOOK,
        starts_group=True,
    ),
    *map(_export, CHOICES),
    Action("print_brief", Menu.FILE, _exports(Exports.print_brief), ("Ctrl+P",), HAS_MAP),
    Action(
        "close_workbook",
        Menu.FILE,
        _files(WorkbookFiles.close),
        ("Ctrl+W",),
        HAS_WORKBOOK,
        starts_group=True,
    ),
    Action("quit", Menu.FILE, _window(lambda window: window.quit()), ("Ctrl+Q",)),
)
_EDIT: Final = (
    Action("undo", Menu.EDIT, _maps(MapCommands.undo), ("Ctrl+Z",), CAN_UNDO, writes=True),
    Action("redo", Menu.EDIT, _maps(MapCommands.redo), ("Ctrl+Shift+Z", "Ctrl+Y"), CAN_REDO, writes=True),
    _card(
        "cut_cards",
        _clipboard(CardClipboard.cut_cards),
        "Ctrl+X",
        menu=Menu.EDIT,
        under=ANY_CARD,
        group=True,
    ),
    Action(
        "copy_cards",
        Menu.EDIT,
        _clipboard(CardClipboard.copy_cards),
        ("Ctrl+C",),
        HAS_CARD,
        scope=Scope.CARDS,
        under=ANY_CARD,
    ),
    # Beside a workbook that cannot be changed, a longer text becomes one of its own.
    Action(
        "paste",
        Menu.EDIT,
        _window(lambda window: window.paste()),
        ("Ctrl+V",),
        HAS_MAP,
        scope=Scope.CARDS,
        under=ANY_CARD | Under.MAP,
    ),
    _paste_as("paste_as_pro", HangAs.PRO),
    _paste_as("paste_as_con", HangAs.CON),
    _paste_as("paste_as_evidence", HangAs.EVIDENCE),
    _paste_as("paste_as_note", HangAs.NOTE),
    _paste_as("paste_as_option", HangAs.OPTION),
    _card(
        "link_as_pro",
        _clipboard(lambda clipboard: clipboard.link_as(HangAs.PRO)),
        menu=Menu.PASTE,
        when=HAS_CLIPBOARD,
        group=True,
    ),
    _card(
        "link_as_con",
        _clipboard(lambda clipboard: clipboard.link_as(HangAs.CON)),
        menu=Menu.PASTE,
        when=HAS_CLIPBOARD,
    ),
    _card(
        "link_as_premise",
        _clipboard(CardClipboard.link_as_premise),
        menu=Menu.PASTE,
        when=CAN_JOIN,
    ),
    Action(
        "select_all",
        Menu.EDIT,
        _cards(CardCommands.select_all),
        ("Ctrl+A",),
        HAS_MAP,
        scope=Scope.CARDS,
        starts_group=True,
    ),
    _card("edit_text", _cards(CardCommands.edit_text), "F2", menu=Menu.EDIT, under=ANY_CARD, group=True),
    _card("delete_branch", _cards(CardCommands.delete_branch), "Del", menu=Menu.EDIT, under=ANY_CARD),
    _card(
        "delete_keeping_children",
        _cards(CardCommands.delete_keeping_children),
        "Ctrl+Del",
        menu=Menu.EDIT,
    ),
    _card("merge_cards", _cards(CardCommands.merge_cards), menu=Menu.EDIT, when=CAN_MERGE),
    Action(
        "move_map_up",
        Menu.EDIT,
        _maps(MapCommands.move_map_up),
        (),
        HAS_MAPS,
        writes=True,
        under=Under.MAP_LIST,
        starts_group=True,
    ),
    Action(
        "move_map_down",
        Menu.EDIT,
        _maps(MapCommands.move_map_down),
        (),
        HAS_MAPS,
        writes=True,
        under=Under.MAP_LIST,
    ),
    Action(
        "delete_map",
        Menu.EDIT,
        _maps(MapCommands.delete_map),
        (),
        HAS_MAPS,
        writes=True,
        under=Under.MAP_LIST,
    ),
    Action("find_cards", Menu.EDIT, _page(WorkPage.find_cards), ("Ctrl+F",), HAS_MAP, starts_group=True),
    Action("open_palette", Menu.EDIT, _window(lambda window: window.open_palette()), ("Ctrl+K",)),
    Action(
        "open_settings",
        Menu.EDIT,
        _overlays(lambda overlays: overlays.open_settings()),
        ("Ctrl+,",),
        starts_group=True,
    ),
)
_INSERT: Final = (
    _add("add_child", _cards(CardCommands.add_child), "Tab", "Ins", when=HAS_WORKBOOK, under=Under.MAP),
    _add(
        "add_sibling",
        _cards(CardCommands.add_sibling),
        "Return",
        "Enter",
        when=HAS_WORKBOOK,
        under=Under.NOTHING,
    ),
    _add(
        "add_sibling_before",
        _cards(CardCommands.add_sibling_before),
        "Shift+Return",
        when=HAS_WORKBOOK,
        under=Under.NOTHING,
    ),
    _add("add_pro", _cards(lambda cards: cards.draft_on_selected("+")), group=True),
    _add("add_con", _cards(lambda cards: cards.draft_on_selected("-"))),
    _add("add_evidence", _cards(lambda cards: cards.draft_on_selected(">"))),
    _add(
        "add_premise",
        _cards(CardCommands.add_premise),
        "Ctrl+J",
        when=IS_ARGUMENT,
        under=Under.ARGUMENT,
    ),
    _add(
        "add_undercut",
        _cards(CardCommands.add_undercut),
        when=IS_ARGUMENT,
        under=Under.ARGUMENT,
    ),
    _add("add_option", _cards(CardCommands.add_option), when=HAS_WORKBOOK, under=Under.MAP, group=True),
    _add(
        "add_note",
        _cards(lambda cards: cards.draft_on_selected("?")),
        when=HAS_WORKBOOK,
        under=ANY_CARD | Under.MAP,
    ),
    Action("add_criterion", Menu.INSERT, _matrix(MatrixCommands.add_criterion), (), HAS_WORKBOOK, writes=True),
    Action("add_fact", Menu.INSERT, _matrix(MatrixCommands.add_fact), (), HAS_OPTIONS, writes=True),
    Action("add_map", Menu.INSERT, _maps(MapCommands.add_map), (), HAS_WORKBOOK, writes=True),
)
_CARD: Final = (
    _card(
        "make_pro",
        _cards(lambda cards: cards.set_stance(Stance.SUPPORTS)),
        "Alt++",
        "Alt+=",
        when=HAS_ARGUMENT,
    ),
    _card(
        "make_con",
        _cards(lambda cards: cards.set_stance(Stance.OPPOSES)),
        "Alt+-",
        when=HAS_ARGUMENT,
    ),
    _card(
        "flip_stance",
        _cards(CardCommands.flip_stance),
        "Alt+/",
        when=HAS_ARGUMENT,
        under=Under.ARGUMENT,
    ),
    _weight("set_minor", 0.25, "Alt+1", group=True),
    _weight("set_moderate", 0.5, "Alt+2"),
    _weight("set_major", 0.75, "Alt+3"),
    _weight("set_decisive", 1.0, "Alt+4"),
    _weight("set_not_weighed", None, "Alt+0"),
    _card("move_up", _cards(CardCommands.move_up), "Ctrl+Up", group=True),
    _card("move_down", _cards(CardCommands.move_down), "Ctrl+Down"),
    _card("promote", _cards(CardCommands.promote), "Ctrl+Left", when=IS_ARGUMENT),
    _card("demote", _cards(CardCommands.demote), "Ctrl+Right", when=IS_ARGUMENT),
    _card("make_claim", _cards(lambda cards: cards.set_kind(CardKind.CLAIM)), group=True),
    _card("make_evidence", _cards(lambda cards: cards.set_kind(CardKind.EVIDENCE))),
    _card("make_option", _cards(lambda cards: cards.set_kind(CardKind.OPTION))),
    _card("make_note", _cards(lambda cards: cards.set_kind(CardKind.NOTE))),
    _card(
        "toggle_assumption",
        _cards(CardCommands.toggle_assumption),
        when=HAS_CLAIM,
        group=True,
    ),
)
_WEIGH: Final = (
    Action(
        "show_numbers",
        Menu.WEIGH,
        _weighing(lambda weighing: weighing.hide(hidden=False)),
        (),
        NUMBERS_HIDDEN,
        writes=True,
    ),
    Action(
        "hide_numbers",
        Menu.WEIGH,
        _weighing(lambda weighing: weighing.hide(hidden=True)),
        (),
        NUMBERS_SHOWN,
        writes=True,
    ),
    Action(
        "weigh_rest",
        Menu.WEIGH,
        _page(WorkPage.weigh_rest),
        ("F7",),
        NUMBERS_SHOWN,
        writes=True,
        starts_group=True,
    ),
    Action(
        "break_down",
        Menu.WEIGH,
        _page(WorkPage.break_down),
        (),
        CAN_BREAK_DOWN,
        under=ANY_CARD,
    ),
    *(
        Action(
            name,
            Menu.WEIGH,
            _weighing(partial(WeighingCommands.find_weights, way=way)),
            (),
            CAN_WEIGH_CRITERIA,
            writes=True,
            starts_group=way is WeightsWay.SWINGS,
        )
        for name, way in (
            ("weigh_by_swings", WeightsWay.SWINGS),
            ("rank_criteria", WeightsWay.RANKS),
            ("compare_criteria", WeightsWay.PAIRS),
        )
    ),
)
_CRITERIA: Final = (
    Action(
        "show_details",
        Menu.CRITERIA,
        _matrix(MatrixCommands.show_details),
        ("Alt+Return",),
        HAS_CRITERION,
        scope=Scope.MATRIX,
    ),
    _on_matrix("lock_weight", _matrix(MatrixCommands.lock_weight), "Ctrl+L"),
    _on_matrix("move_criterion_up", _matrix(MatrixCommands.move_criterion_up), "Alt+Up", group=True),
    _on_matrix("move_criterion_down", _matrix(MatrixCommands.move_criterion_down), "Alt+Down"),
    _on_matrix("move_option_left", _matrix(MatrixCommands.move_option_left), "Alt+Left", when=HAS_OPTION),
    _on_matrix(
        "move_option_right",
        _matrix(MatrixCommands.move_option_right),
        "Alt+Right",
        when=HAS_OPTION,
    ),
    _on_matrix("delete_criterion", _matrix(MatrixCommands.delete_criterion), group=True),
    _on_matrix("delete_option", _matrix(MatrixCommands.delete_option), when=HAS_OPTION),
)
_BRIEF: Final = (
    Action(
        "add_section",
        Menu.BRIEF,
        _brief(BriefCommands.add_section),
        (),
        HAS_MAP,
        writes=True,
    ),
    _on_section(
        "write_section",
        _brief(BriefCommands.write_section),
        "Return",
        "Enter",
        "F2",
        group=True,
    ),
    _on_section("toggle_section", _brief(BriefCommands.toggle_section), "Space"),
    _on_section("move_section_up", _brief(lambda brief: brief.move_chosen(-1)), "Ctrl+Up"),
    _on_section("move_section_down", _brief(lambda brief: brief.move_chosen(1)), "Ctrl+Down"),
    _on_section("delete_section", _brief(BriefCommands.delete_section), "Del", when=HAS_ADDED_SECTION),
    _on_words("make_bold", Mark.BOLD, "Ctrl+B", group=True),
    _on_words("make_italic", Mark.ITALIC, "Ctrl+I"),
    _on_words("make_list", Mark.BULLETS, "Ctrl+Shift+L"),
    _on_words("make_link", Mark.LINK, "Ctrl+Shift+K"),
    _on_words("cite_source", Mark.CITATION, "Ctrl+Shift+C"),
)
_VIEW: Final = (
    _turn_to(Page.MAP, "Ctrl+1"),
    _turn_to(Page.BALANCE, "Ctrl+2"),
    _turn_to(Page.CRITERIA, "Ctrl+3"),
    _turn_to(Page.COMPARE, "Ctrl+4", HAS_PERSPECTIVES),
    _turn_to(Page.BRIEF, "Ctrl+5"),
    Action(
        "toggle_fold",
        Menu.VIEW,
        _folds(FoldCommands.toggle_fold),
        ("Ctrl+E",),
        HAS_CARD,
        scope=Scope.CARDS,
        under=ANY_CARD,
        starts_group=True,
    ),
    _fold_to("fold_all", _folds(lambda folds: folds.fold_to(0)), "Ctrl+Shift+0"),
    _fold_to("fold_to_first", _folds(lambda folds: folds.fold_to(1)), "Ctrl+Shift+1"),
    _fold_to("fold_to_second", _folds(lambda folds: folds.fold_to(2)), "Ctrl+Shift+2"),
    _fold_to("fold_to_third", _folds(lambda folds: folds.fold_to(3)), "Ctrl+Shift+3"),
    _fold_to("open_all", _folds(FoldCommands.open_all), "Ctrl+Shift+9"),
    Action(
        "focus_branch",
        Menu.VIEW,
        _folds(FoldCommands.focus_branch),
        ("Alt+Return", "Alt+Enter"),
        HAS_CARD,
        scope=Scope.CARDS,
        under=ANY_CARD,
    ),
    _zoom("zoom_in", _page(WorkPage.zoom_in), "Ctrl++", "Ctrl+="),
    _zoom("zoom_out", _page(WorkPage.zoom_out), "Ctrl+-"),
    _zoom("zoom_actual", _page(WorkPage.zoom_actual), "Ctrl+0"),
    _zoom("zoom_fit", _page(WorkPage.zoom_fit), "Ctrl+9", under=Under.MAP),
    _view("edit_perspectives", _page(WorkPage.edit_perspectives), when=HAS_MAP, group=True),
    _view(
        "next_perspective",
        _perspectives(PerspectiveCommands.next_perspective),
        "Ctrl+Shift+P",
        when=HAS_PERSPECTIVES,
    ),
    _view(
        "own_numbers",
        _perspectives(PerspectiveCommands.own_numbers),
        "Ctrl+Shift+M",
        when=HAS_PERSPECTIVES,
    ),
    _view("next_pane", _page(WorkPage.next_pane), "F6", group=True),
    Action("open_menus", Menu.VIEW, _window(lambda window: window.open_menus()), ("F10",)),
    _view("present", lambda context: context.show.present(), "F5", when=HAS_MAP, group=True),
    _view(
        "present_from_card",
        lambda context: context.show.present_from_card(),
        "Shift+F5",
        when=HAS_MAP,
    ),
    *(Action(look.id, Menu.THEME, _themes(partial(ThemeController.use, name=look.theme))) for look in LOOKS),
    Action("room_size", Menu.VIEW, lambda context: context.room.room_size(), ("F11",)),
)
_HELP: Final = (
    Action("show_keys", Menu.HELP, _window(lambda window: window.show_keys()), ("F1",)),
    Action("about", Menu.HELP, _window(lambda window: window.about())),
)
ACTIONS: Final = (*_FILE, *_EDIT, *_INSERT, *_CARD, *_WEIGH, *_CRITERIA, *_BRIEF, *_VIEW, *_HELP)
