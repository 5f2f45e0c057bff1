"""What holds just now, by the names under which the table of actions asks for it."""

from collections.abc import Mapping

from desktop_app.ui.commands import Commands
from desktop_app.ui.workspace import Workspace

_OF_COMMANDS = ("has_card", "has_argument", "has_taken", "has_option", "has_criterion", "can_undo", "can_redo")


def conditions(workspace: Workspace | None, commands: Commands | None) -> Mapping[str, bool]:
    """Whether each condition holds; without a workbook, or behind another page, only the empty one does."""
    is_open = workspace is not None and commands is not None
    holds = {
        "": True,
        "has_workbook": is_open,
        "has_map": workspace is not None and workspace.view.map_id is not None,
        "can_write": workspace is not None and not workspace.session.is_read_only,
    }
    return holds | {name: is_open and bool(getattr(commands, name)) for name in _OF_COMMANDS}
