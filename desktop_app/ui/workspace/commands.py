"""Everything that can be done to one open workbook, by noun: what actions and pages call."""

from desktop_app.ui.workspace.brief_commands import BriefCommands
from desktop_app.ui.workspace.card_clipboard import CardClipboard
from desktop_app.ui.workspace.card_commands import CardCommands
from desktop_app.ui.workspace.fold_commands import FoldCommands
from desktop_app.ui.workspace.map_commands import MapCommands
from desktop_app.ui.workspace.matrix_commands import MatrixCommands
from desktop_app.ui.workspace.perspective_commands import PerspectiveCommands
from desktop_app.ui.workspace.weighing_commands import WeighingCommands
from desktop_app.ui.workspace.workspace import Workspace


class Commands:
    """The commands on a workspace.

    Attributes:
        maps: on the maps of the workbook.
        cards: on the selected cards.
        clipboard: cutting, copying and pasting cards.
        folds: folding and focus.
        weighing: on the numbers of the map.
        matrix: on options and criteria.
        perspectives: whose numbers are shown.
        brief: on the sections of the brief.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.maps = MapCommands(workspace)
        self.clipboard = CardClipboard(workspace)
        self.cards = CardCommands(workspace, self.maps, self.clipboard)
        self.folds = FoldCommands(workspace)
        self.weighing = WeighingCommands(workspace)
        self.matrix = MatrixCommands(workspace, self.maps)
        self.perspectives = PerspectiveCommands(workspace)
        self.brief = BriefCommands(workspace)
