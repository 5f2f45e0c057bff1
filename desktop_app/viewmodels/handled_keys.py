"""The keys that screens handle themselves, with no action of the table behind them; the page of keys lists them."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class KeySpec:
    """Keys that a screen handles itself, with no action of the table behind them.

    Attributes:
        where: what has the keyboard then.
        text: what they do.
        keys: how people name them.
    """

    where: str
    text: str
    keys: tuple[str, ...]


HANDLED_KEYS: Final = (
    KeySpec("On the map", "To what is nearest", ("← → ↑ ↓",)),
    KeySpec("On the map", "To the first card", ("Home",)),
    KeySpec("On the map", "Write on at the end of the text", ("any letter",)),
    KeySpec("On the map", "Select one more", ("Shift + arrows", "Ctrl + click")),
    KeySpec("On the map", "Open a folded branch", ("→",)),
    KeySpec("On the map", "Back out: drag, cut, further cards, focus, selection", ("Esc",)),
    KeySpec("On the map", "Hang a card elsewhere", ("drag it",)),
    KeySpec("On the map", "Select what a rectangle touches", ("Shift + drag",)),
    KeySpec("On the map", "Move the map", ("wheel, drag",)),
    KeySpec("On the map", "Zoom at the pointer", ("Ctrl + wheel",)),
    KeySpec("While writing", "Done", ("Enter",)),
    KeySpec("While writing", "A new line", ("Shift+Enter",)),
    KeySpec("While writing", "Cancel", ("Esc",)),
    KeySpec("While writing", "Begin with: pro, con, evidence, note, co-premise", ("+  -  >  ?  &",)),
    KeySpec("In fields at the right", "Done", ("Ctrl+Enter",)),
    KeySpec("In fields at the right", "Cancel", ("Esc",)),
    KeySpec("On the balance", "To the next point, to the other side", ("← → ↑ ↓",)),
    KeySpec("On the balance", "How much it matters, not weighed", ("0 1 2 3 4", "Backspace")),
    KeySpec("On the balance", "Make it a pro, a con", ("Ctrl+←", "Ctrl+→")),
    KeySpec("On the balance", "Reorder", ("Ctrl+↑", "Ctrl+↓")),
    KeySpec("On the balance", "Edit", ("Enter", "F2")),
    KeySpec("On the balance", "The balance of this point", ("Alt+Enter",)),
    KeySpec("In the matrix", "To the next cell", ("← → ↑ ↓",)),
    KeySpec("In the matrix", "Levels and details", ("Enter",)),
    KeySpec("In the matrix", "Type a score", ("0 … 9", "F2")),
    KeySpec("In the matrix", "Not scored; delete the criterion or option", ("Del",)),
    KeySpec("Levels of a score", "Choose one", ("1 2 3 4 5",)),
    KeySpec("Comparing", "Show the numbers of this column", ("Enter",)),
    KeySpec("How much, how likely", "More, less", ("→ ←",)),
    KeySpec("How much, how likely", "Not weighed", ("Del",)),
    KeySpec("On the Brief page", "To the next section", ("↑ ↓",)),
    KeySpec("On the Brief page", "Move a section", ("drag it",)),
    KeySpec("On the Brief page", "Cite a source by its key or title", ("[@",)),
    KeySpec("On the pages of the brief", "Further, back, first, last", ("↑ ↓", "PgUp PgDn", "Home End")),
    KeySpec("Weighing one by one", "How much it matters; how likely, in five words", ("0 1 2 3 4", "1 2 3 4 5")),
    KeySpec("Weighing one by one", "Next, back", ("Enter", "Shift+Enter")),
    KeySpec("Weighing one by one", "Done", ("Esc",)),
    KeySpec("Ranking criteria", "Up, down", ("Alt+↑", "Alt+↓")),
    KeySpec("In room size", "Leave it", ("Esc",)),
    KeySpec("Presenting", "Next", ("→ ↓", "Space", "Enter", "PgDn", "Tab")),
    KeySpec("Presenting", "Back", ("← ↑", "Backspace", "PgUp")),
    KeySpec("Presenting", "To the first step, to the last, to one by its number", ("Home", "End", "12 Enter")),
    KeySpec("Presenting", "Black screen, white screen", ("B .", "W ,")),
    KeySpec("Presenting", "Show the numbers, hide them", ("R",)),
    KeySpec("Presenting", "End; F5 goes on there", ("Esc",)),
    KeySpec("Finding", "Next, previous", ("Enter", "Shift+Enter")),
    KeySpec("Finding", "Stay there", ("Ctrl+Enter",)),
    KeySpec("Finding", "Back to where you were", ("Esc",)),
)
