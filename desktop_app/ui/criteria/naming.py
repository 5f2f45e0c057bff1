"""A line in which something new is named: an option, a criterion. Nothing is made before Enter."""

from collections.abc import Callable

from desktop_app.ui.criteria.panels import Panel
from desktop_app.ui.widgets.adder import AdderLine


class NamingPanel(Panel):
    """Asks for a name.

    Args:
        title: what is being named.
        make: takes the name; says whether it was accepted. A refused name stays.
    """

    def __init__(self, title: str, make: Callable[[str], bool]) -> None:
        super().__init__(title)
        self._make = make
        self.title(title)
        self.line = AdderLine()
        self.line.written.connect(self._on_written)
        self.line.setPlaceholderText("Type and press Enter; Esc when done")
        self.line.setAccessibleName(title)
        self.column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def _on_written(self, text: str) -> None:
        name = " ".join(text.split())
        if name and self._make(name):
            self.line.clear()
