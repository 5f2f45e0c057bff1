"""The menu of one row of the paste page: where its parts go instead, all of them or each by itself."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QPushButton

from desktop_app.formats.plan_parts import Home, TextPart, homes_for
from desktop_app.ui.widgets.text import for_menu
from desktop_app.wording.sentence import Sentence, say, text

Move = Callable[[Sequence[TextPart], Home], None]
_MOST_SINGLE = 40


def part_button(words: str, parts: Sequence[TextPart], move: Move) -> QPushButton:
    """The button of a row.

    Args:
        words: what the row is called, for a screen reader.
        parts: what stands in it.
        move: takes the parts that were chosen elsewhere.
    """
    button = QPushButton(text("paste.goes_here"))
    button.setAccessibleName(text("paste.goes_here.spoken", words=words))
    menu = QMenu(button)
    common = [home for home in Home if all(home in homes_for(part) for part in parts)]
    for home in common:
        _entry(menu, text("paste.move_all", count=len(parts), home=_named(home)), parts, home, move)
    if len(parts) > 1:
        movable = [part for part in parts if homes_for(part)]
        if movable and common:
            menu.addSeparator()
        for part in movable[:_MOST_SINGLE]:
            single = menu.addMenu(for_menu(part.title) or text("map.no_title"))
            for home in homes_for(part):
                _entry(single, _moving(part, home), [part], home, move)
    button.setProperty("hasMenu", True)  # noqa: FBT003
    button.setMenu(menu)
    button.setEnabled(not menu.isEmpty())
    return button


def _entry(menu: QMenu, words: str, parts: Sequence[TextPart], home: Home, move: Move) -> None:
    action = menu.addAction(words)
    action.triggered.connect(lambda: move(parts, home))


def _moving(part: TextPart, home: Home) -> str:
    """Where a part goes, and that the list in it becomes one card or criterion for each item."""
    if part.items and home in {Home.PRO, Home.CON, Home.CRITERION}:
        return text("paste.move_items", home=_named(home), count=part.items)
    return text("paste.move", home=_named(home))


def _named(home: Home) -> Sentence:
    return say(f"paste.home.{home.name.lower()}")
