"""What holds just now, by the names under which the table of actions asks for it."""

from collections.abc import Mapping

from desktop_app.ui.workspace.card_commands import CardCommands
from desktop_app.ui.workspace.workspace import Workspace

_OF_COMMANDS = (
    "has_card",
    "has_argument",
    "can_weigh",
    "can_share_out",
    "has_clipboard",
    "has_option",
    "has_criterion",
    "can_undo",
    "can_redo",
)
_OF_BRIEF = ("has_section", "has_own_section", "has_added_section")
_OF_WEIGHING = ("numbers_hidden", "numbers_shown", "can_weigh_criteria")


def conditions(workspace: Workspace | None, commands: CardCommands | None) -> Mapping[str, bool]:
    """Whether each condition holds; without a workbook, or behind another page, only the empty one does."""
    is_open = workspace is not None and commands is not None
    holds = {
        "": True,
        "has_workbook": is_open,
        "has_map": workspace is not None and workspace.view.map_id is not None,
        "can_write": workspace is not None and not workspace.session.is_read_only,
    }
    weighing = commands.weighing if commands is not None else None
    holds |= {name: weighing is not None and bool(getattr(weighing, name)) for name in _OF_WEIGHING}
    brief = commands.brief if commands is not None else None
    holds |= {name: brief is not None and bool(getattr(brief, name)) for name in _OF_BRIEF}
    perspectives = commands.perspectives if commands is not None else None
    holds["has_perspectives"] = perspectives is not None and perspectives.has_perspectives
    return holds | {name: is_open and bool(getattr(commands, name)) for name in _OF_COMMANDS}
