"""A line in which something new is named: an option, a criterion. Nothing is made before Enter."""

from desktop_app.ui.pages.criteria.panels import Panel
from desktop_app.ui.widgets.fields import AdderLine
from desktop_app.ui.workspace.pending_texts import TextTarget
from desktop_app.wording.sentence import text


class NamingPanel(Panel):
    """Asks for a name.

    Args:
        title: what is being named.
        target: where the name goes.
    """

    def __init__(self, title: str, target: TextTarget) -> None:
        super().__init__(title)
        self.title(title)
        self.line = AdderLine()
        self.line.setPlaceholderText(text("criteria.naming.hint"))
        self.line.setAccessibleName(title)
        self.line.ask(target)
        self.column.addWidget(self.line)
        self.setFocusProxy(self.line)
