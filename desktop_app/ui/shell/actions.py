"""The one table of everything a person can ask for: menus, shortcuts, the palette and the cheat sheet come from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from desktop_app.session import Session
from desktop_app.ui.widgets.text import for_menu

# What these menus do changes the workbook, but for finding, and for pasting, which may make a new workbook.
_WRITING_MENUS: Final = frozenset({"Edit", "Insert", "Card", "Weigh", "Criteria", "Brief"})
_ALWAYS: Final = frozenset(
    {
        "paste",
        "paste_text",
        "copy_cards",
        "select_all",
        "find_cards",
        "open_palette",
        "open_settings",
        "share_out",
    }
)
MENUS: Final = ("File", "Edit", "Insert", "Card", "Weigh", "Criteria", "Brief", "View", "Help")
# What is said of an action whose condition does not hold.
_REASONS: Final = {
    "has_workbook": "open a workbook first",
    "has_map": "add a map first",
    "has_perspectives": "add a perspective to the map first",
    "has_card": "select a card first",
    "has_argument": "select a pro or con first",
    "can_weigh": "select a pro or con of a map that shows its numbers first",
    "numbers_hidden": "the numbers are shown",
    "numbers_shown": "the numbers are hidden: Weigh shows them",
    "can_weigh_criteria": "add two criteria, and show the numbers first",
    "can_share_out": "select a card with answers beneath its pros and cons first",
    "has_clipboard": "cut a card first",
    "has_option": "go to an option on the Criteria page first",
    "has_criterion": "go to a criterion on the Criteria page first",
    "has_section": "go to a section on the Brief page first",
    "has_own_section": "go to a section in your own words on the Brief page first",
    "has_added_section": "go to a section that you added on the Brief page first",
    "can_undo": "nothing to undo",
    "can_redo": "nothing to redo",
}

# What the context menu of a card holds beside the menus Insert and Card.
_CARD_MENU: Final = frozenset(
    {
        "edit_text",
        "cut_cards",
        "copy_cards",
        "paste",
        "delete_branch",
        "delete_keeping_children",
        "toggle_fold",
        "focus_branch",
    }
)


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action.

    Attributes:
        name: the method that carries it out.
        text: how menus name it.
        menu: where it stands; entries keep the order of the table.
        keys: its shortcuts, the first is shown.
        needs: the name of a condition under which it can be done; empty: always.
        starts_group: a line stands above it.
        is_for_cards: its keys act only while a map or outline has the keyboard, so that text fields keep theirs.
        is_for_matrix: its keys act only while something in the matrix has the keyboard.
        is_for_sections: its keys act only while the sections of the brief have the keyboard.
        is_for_words: its keys act only while own words of the brief are written.
    """

    name: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    needs: str = ""
    starts_group: bool = False
    is_for_cards: bool = False
    is_for_matrix: bool = False
    is_for_sections: bool = False
    is_for_words: bool = False

    @property
    def writes(self) -> bool:
        """Whether it changes the workbook."""
        return self.menu in _WRITING_MENUS and self.name not in _ALWAYS


def _file(name: str, text: str, *keys: str, group: bool = False, needs: str = "") -> ActionSpec:
    return ActionSpec(name, text, "File", keys, needs, group)


def _card(name: str, text: str, menu: str, *keys: str, needs: str = "has_card", group: bool = False) -> ActionSpec:
    return ActionSpec(name, text, menu, keys, needs, group, is_for_cards=True)


def _matrix(name: str, text: str, *keys: str, needs: str = "has_criterion", group: bool = False) -> ActionSpec:
    return ActionSpec(name, text, "Criteria", keys, needs, group, is_for_matrix=True)


def _section(name: str, text: str, *keys: str, needs: str = "has_section", group: bool = False) -> ActionSpec:
    return ActionSpec(name, text, "Brief", keys, needs, group, is_for_sections=True)


def _words(name: str, text: str, *keys: str, group: bool = False) -> ActionSpec:
    return ActionSpec(name, text, "Brief", keys, "has_own_section", group, is_for_words=True)


def _weigh(name: str, text: str, *keys: str, needs: str = "can_weigh_criteria", group: bool = False) -> ActionSpec:
    return ActionSpec(name, text, "Weigh", keys, needs, group)


ACTIONS: Final = (
    _file("new_workbook", "New workbook…", "Ctrl+N"),
    _file("choose_template", "New from a template…", "Ctrl+Shift+N"),
    _file("open_workbook", "Open or import…", "Ctrl+O"),
    _file("paste_text", "Start from the copied text…", "Ctrl+Shift+V"),
    _file("open_example", "Open the example", group=True),
    _file("open_tutorial", "Learn it in ten minutes"),
    _file("save_copy", "Save a copy…", "Ctrl+Shift+S", group=True, needs="has_workbook"),
    _file("export_brief", "Export brief…", "Ctrl+Shift+E", needs="has_map"),
    _file("export_word", "Export as Word…", needs="has_map"),
    _file("export_whole", "Export brief with the workbook inside…", needs="has_map"),
    _file("export_changes", "Export as Word with what changed since…", needs="has_map"),
    _file("export_slides", "Export as slides…", needs="has_map"),
    _file("export_html", "Export as web page…", needs="has_map"),
    _file("export_markdown", "Export as Markdown…", needs="has_map"),
    _file("export_svg", "Export the map as SVG…", needs="has_map"),
    _file("export_png", "Export the map as PNG…", needs="has_map"),
    _file("export_csv", "Export tables as CSV…", needs="has_map"),
    _file("export_json", "Export everything as JSON…", needs="has_map"),
    _file("print_brief", "Print brief…", "Ctrl+P", needs="has_map"),
    _file("close_workbook", "Close workbook", "Ctrl+W", group=True, needs="has_workbook"),
    _file("quit", "Quit", "Ctrl+Q"),
    ActionSpec("undo", "Undo", "Edit", ("Ctrl+Z",), "can_undo"),
    ActionSpec("redo", "Redo", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "can_redo"),
    _card("cut_cards", "Cut", "Edit", "Ctrl+X", group=True),
    _card("copy_cards", "Copy", "Edit", "Ctrl+C"),
    ActionSpec("paste", "Paste", "Edit", ("Ctrl+V",), "has_map", is_for_cards=True),
    _card("paste_as_pro", "Paste as pro", "Edit"),
    _card("paste_as_con", "Paste as con", "Edit"),
    _card("paste_as_evidence", "Paste as evidence", "Edit"),
    _card("paste_as_note", "Paste as note", "Edit"),
    _card("paste_as_option", "Paste as option", "Edit"),
    _card("link_as_pro", "Use again as pro", "Edit", needs="has_clipboard"),
    _card("link_as_con", "Use again as con", "Edit", needs="has_clipboard"),
    _card("select_all", "Select all", "Edit", "Ctrl+A", group=True, needs="has_map"),
    _card("edit_text", "Edit text", "Edit", "F2", group=True),
    _card("delete_branch", "Delete", "Edit", "Del"),
    _card("delete_keeping_children", "Delete, keep children", "Edit", "Ctrl+Del"),
    ActionSpec("find_cards", "Find…", "Edit", ("Ctrl+F",), "has_map", starts_group=True),
    ActionSpec("open_palette", "Go to anything…", "Edit", ("Ctrl+K",)),
    ActionSpec("open_settings", "Settings…", "Edit", ("Ctrl+,",), starts_group=True),
    _card("add_child", "Card below", "Insert", "Tab", "Ins", needs="has_workbook"),
    _card("add_sibling", "Card beside", "Insert", "Return", "Enter", needs="has_workbook"),
    _card("add_sibling_before", "Card before", "Insert", "Shift+Return", needs="has_workbook"),
    _card("add_pro", "Pro", "Insert", group=True),
    _card("add_con", "Con", "Insert"),
    _card("add_evidence", "Evidence", "Insert"),
    _card("add_undercut", "Why it is not relevant", "Insert", needs="has_argument"),
    _card("add_option", "Option", "Insert", needs="has_workbook", group=True),
    _card("add_note", "Note", "Insert", needs="has_workbook"),
    ActionSpec("add_criterion", "Criterion", "Insert", needs="has_workbook"),
    ActionSpec("add_fact", "Fact of the options", "Insert", needs="has_map"),
    ActionSpec("add_map", "Map", "Insert", needs="has_workbook"),
    _card("make_pro", "Make it a pro", "Card", "Alt++", "Alt+=", needs="has_argument"),
    _card("make_con", "Make it a con", "Card", "Alt+-", needs="has_argument"),
    _card("flip_stance", "Swap pro/con", "Card", "Alt+/", needs="has_argument"),
    _card("set_minor", "Minor", "Card", "Alt+1", needs="can_weigh", group=True),
    _card("set_moderate", "Moderate", "Card", "Alt+2", needs="can_weigh"),
    _card("set_major", "Major", "Card", "Alt+3", needs="can_weigh"),
    _card("set_decisive", "Decisive", "Card", "Alt+4", needs="can_weigh"),
    _card("set_not_weighed", "Not weighed", "Card", "Alt+0", needs="can_weigh"),
    _card("move_up", "Move up", "Card", "Ctrl+Up", group=True),
    _card("move_down", "Move down", "Card", "Ctrl+Down"),
    _card("promote", "Promote", "Card", "Ctrl+Left", needs="has_argument"),
    _card("demote", "Demote", "Card", "Ctrl+Right", needs="has_argument"),
    _card("make_claim", "Change to claim", "Card", group=True),
    _card("make_evidence", "Change to evidence", "Card"),
    _card("make_option", "Change to option", "Card"),
    _card("make_note", "Change to note", "Card"),
    _weigh("show_numbers", "Weigh: show the numbers", needs="numbers_hidden"),
    _weigh("hide_numbers", "Hide the numbers", needs="numbers_shown"),
    _weigh("weigh_rest", "Weigh what is not weighed yet", "F7", needs="numbers_shown", group=True),
    _weigh("share_out", "Break the result down", needs="can_share_out"),
    _weigh("weigh_by_swings", "Weigh criteria by swings…", group=True),
    _weigh("rank_criteria", "Rank criteria…"),
    _weigh("compare_criteria", "Compare criteria in pairs…"),
    _matrix("show_details", "Levels and details", "Alt+Return"),
    _matrix("lock_weight", "Lock or unlock the weight", "Ctrl+L"),
    _matrix("move_criterion_up", "Move criterion up", "Alt+Up", group=True),
    _matrix("move_criterion_down", "Move criterion down", "Alt+Down"),
    _matrix("move_option_left", "Move option left", "Alt+Left", needs="has_option"),
    _matrix("move_option_right", "Move option right", "Alt+Right", needs="has_option"),
    _matrix("delete_criterion", "Delete criterion", group=True),
    _matrix("delete_option", "Delete option", needs="has_option"),
    ActionSpec("add_section", "Section in your own words", "Brief", needs="has_map"),
    _section("write_section", "Write, or set what it shows", "Return", "Enter", "F2", group=True),
    _section("toggle_section", "Print or leave out", "Space"),
    _section("move_section_up", "Move section up", "Ctrl+Up"),
    _section("move_section_down", "Move section down", "Ctrl+Down"),
    _section("delete_section", "Delete section", "Del", needs="has_added_section"),
    _words("make_bold", "Bold", "Ctrl+B", group=True),
    _words("make_italic", "Italics", "Ctrl+I"),
    _words("make_list", "List", "Ctrl+Shift+L"),
    _words("make_link", "Link", "Ctrl+Shift+K"),
    _words("cite_source", "Cite a source", "Ctrl+Shift+C"),
    ActionSpec("show_map_page", "Map", "View", ("Ctrl+1",), "has_workbook"),
    ActionSpec("show_balance_page", "Balance", "View", ("Ctrl+2",), "has_workbook"),
    ActionSpec("show_criteria_page", "Criteria", "View", ("Ctrl+3",), "has_workbook"),
    ActionSpec("show_compare_page", "Compare", "View", ("Ctrl+4",), "has_perspectives"),
    ActionSpec("show_brief_page", "Brief", "View", ("Ctrl+5",), "has_workbook"),
    _card("toggle_fold", "Fold", "View", "Ctrl+E", group=True),
    _card("fold_all", "Fold all", "View", "Ctrl+Shift+0", needs="has_map"),
    _card("fold_to_first", "Fold to the first level", "View", "Ctrl+Shift+1", needs="has_map"),
    _card("fold_to_second", "Fold to the second level", "View", "Ctrl+Shift+2", needs="has_map"),
    _card("fold_to_third", "Fold to the third level", "View", "Ctrl+Shift+3", needs="has_map"),
    _card("open_all", "Open all", "View", "Ctrl+Shift+9", needs="has_map"),
    _card("focus_branch", "Focus on the branch", "View", "Alt+Return", "Alt+Enter"),
    ActionSpec("zoom_in", "Zoom in", "View", ("Ctrl++", "Ctrl+="), "has_workbook", starts_group=True),
    ActionSpec("zoom_out", "Zoom out", "View", ("Ctrl+-",), "has_workbook"),
    ActionSpec("zoom_actual", "Actual size", "View", ("Ctrl+0",), "has_workbook"),
    ActionSpec("zoom_fit", "Fit the map", "View", ("Ctrl+9",), "has_workbook"),
    ActionSpec("edit_perspectives", "Perspectives…", "View", (), "has_map", starts_group=True),
    ActionSpec("next_perspective", "Next perspective", "View", ("Ctrl+Shift+P",), "has_perspectives"),
    ActionSpec("own_numbers", "My numbers", "View", ("Ctrl+Shift+M",), "has_perspectives"),
    ActionSpec("next_pane", "Next pane", "View", ("F6",), "has_workbook", starts_group=True),
    ActionSpec("present", "Present", "View", ("F5",), "has_map", starts_group=True),
    ActionSpec("present_from_card", "Present from the selected card", "View", ("Shift+F5",), "has_map"),
    ActionSpec("system_theme", "Follow system", "View", starts_group=True),
    ActionSpec("light_theme", "Light", "View"),
    ActionSpec("dark_theme", "Dark", "View"),
    ActionSpec("high_contrast_theme", "High contrast", "View"),
    ActionSpec("projector_theme", "Projector", "View"),
    ActionSpec("room_size", "Room size", "View", ("F11",)),
    ActionSpec("show_keys", "Keys", "Help", ("F1",)),
    ActionSpec("about", "About Steelyard", "Help"),
)


def build(window: QMainWindow, find: Callable[[str], Callable[[], None]]) -> Mapping[str, QAction]:
    """Makes the actions and the menu bar.

    Args:
        window: gets the menus.
        find: the method that carries out an action, by name.

    Returns:
        Each action by its name.
    """
    menus = {title: window.menuBar().addMenu(title) for title in MENUS}
    made: dict[str, QAction] = {}
    for spec in ACTIONS:
        action = QAction(spec.text, window)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.triggered.connect(_without_state(find(spec.name)))
        if spec.is_for_cards or spec.is_for_sections or spec.is_for_words:
            # Not "with children": an editor inside the canvas keeps its own Tab and Return.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if spec.is_for_matrix:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if spec.starts_group:
            menus[spec.menu].addSeparator()
        menus[spec.menu].addAction(action)
        made[spec.name] = action
    return made


def enable(actions: Mapping[str, QAction], holds: Mapping[str, bool]) -> None:
    """Enables what can be done now.

    Args:
        actions: by name.
        holds: whether each condition of the table holds, and whether the workbook can be written.
    """
    for spec in ACTIONS:
        actions[spec.name].setEnabled(holds[spec.needs] and (holds["can_write"] or not spec.writes))


def name_steps(actions: Mapping[str, QAction], session: Session | None) -> None:
    """Names the steps that undo and redo would play ("Undo Add pro")."""
    labels = (session.undo_label, session.redo_label) if session is not None else (None, None)
    for name, label in zip(("undo", "redo"), labels, strict=True):
        words = name.capitalize()
        actions[name].setText(f"{words} {for_menu(label)}" if label else words)


def card_menu(window: QMainWindow, actions: Mapping[str, QAction]) -> QMenu:
    """The context menu of a card; it goes when it is closed."""
    menu = QMenu(window)
    for spec in ACTIONS:
        if spec.menu in {"Insert", "Card"} or spec.name in _CARD_MENU:
            if spec.starts_group:
                menu.addSeparator()
            menu.addAction(actions[spec.name])
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def why_not(spec: ActionSpec, holds: Mapping[str, bool]) -> str:
    """Why an action that is disabled cannot be done now."""
    if not holds["has_workbook"]:
        return _REASONS["has_workbook"]
    return "the workbook is read only" if spec.writes and not holds["can_write"] else _REASONS[spec.needs]


def serve_cards(widget: QWidget, actions: Mapping[str, QAction]) -> None:
    """Lets the keys of the card actions act while this widget has the keyboard."""
    widget.addActions([actions[spec.name] for spec in ACTIONS if spec.is_for_cards])


def serve_matrix(widget: QWidget, actions: Mapping[str, QAction]) -> None:
    """Lets the keys of the matrix act while something in this widget has the keyboard."""
    widget.addActions([actions[spec.name] for spec in ACTIONS if spec.is_for_matrix])


def serve_sections(widget: QWidget, actions: Mapping[str, QAction]) -> None:
    """Lets the keys of sections act while this list of them has the keyboard."""
    widget.addActions([actions[spec.name] for spec in ACTIONS if spec.is_for_sections])


def serve_words(widget: QWidget, actions: Mapping[str, QAction]) -> None:
    """Lets the keys of markup act while words are written in this editor."""
    widget.addActions([actions[spec.name] for spec in ACTIONS if spec.is_for_words])


def _without_state(carry_out: Callable[[], None]) -> Callable[[bool], None]:
    return lambda _checked: carry_out()
