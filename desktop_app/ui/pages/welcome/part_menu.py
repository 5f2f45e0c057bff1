"""The menu of one row of the paste page: where its parts go instead, all of them or each by itself."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QPushButton

from desktop_app.formats.plan_parts import Home, TextPart, homes_for
from desktop_app.ui.widgets.text import for_menu

Move = Callable[[Sequence[TextPart], Home], None]
_MOST_SINGLE = 40


def part_button(words: str, parts: Sequence[TextPart], move: Move) -> QPushButton:
    """The button of a row.

    Args:
        words: what the row is called, for a screen reader.
        parts: what stands in it.
        move: takes the parts that were chosen elsewhere.
    """
    button = QPushButton("goes here")
    button.setAccessibleName(f"{words}: goes here; choose where else")
    menu = QMenu(button)
    common = [home for home in Home if all(home in homes_for(part) for part in parts)]
    for home in common:
        all_of_it = "all of it" if len(parts) == 1 else f"all {len(parts)}"
        _entry(menu, f"Move {all_of_it} to {home.value}", parts, home, move)
    if len(parts) > 1:
        movable = [part for part in parts if homes_for(part)]
        if movable and common:
            menu.addSeparator()
        for part in movable[:_MOST_SINGLE]:
            single = menu.addMenu(for_menu(part.title) or "(no title)")
            for home in homes_for(part):
                _entry(single, f"Move to {home.value}{_how(part, home)}", [part], home, move)
    button.setProperty("hasMenu", True)  # noqa: FBT003
    button.setMenu(menu)
    button.setEnabled(not menu.isEmpty())
    return button


def _entry(menu: QMenu, words: str, parts: Sequence[TextPart], home: Home, move: Move) -> None:
    action = menu.addAction(words)
    action.triggered.connect(lambda: move(parts, home))


def _how(part: TextPart, home: Home) -> str:
    """That the list in a part becomes one card or criterion for each item."""
    return f", {part.items} items one each" if part.items and home in {Home.PRO, Home.CON, Home.CRITERION} else ""
