"""What opens beside a cell of a map that hides its numbers."""

from PySide6.QtWidgets import QPushButton

from desktop_app.ui.pages.criteria.panels import Panel
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.workspace.weighing_commands import WeighingCommands
from desktop_app.viewmodels.number_visibility import HIDDEN
from desktop_app.wording.sentence import text


class HiddenPanel(Panel):
    """Says that numbers are hidden, and offers to show them."""

    def __init__(self, commands: WeighingCommands) -> None:
        super().__init__(text("criteria.hidden"))
        self.title(text("criteria.hidden"))
        self.column.addWidget(PlainLabel(str(HIDDEN), "hint", wraps=True))
        self.weigh = QPushButton(text("weigh"))
        self.weigh.setObjectName("weigh")
        self.weigh.clicked.connect(lambda: commands.hide(hidden=False))
        self.column.addWidget(self.weigh)
