"""Maps that hide their numbers until people weigh, and what is said instead."""

from typing import Final

from desktop_app.model.records import Map
from desktop_app.viewmodels.shown_map import ShownMap
from desktop_app.wording.sentence import say

HIDDEN: Final = say("numbers.hidden.hint")


def hides_numbers(shown: ShownMap) -> bool:
    """Whether the shown map shows no number now."""
    settings = shown.document.find(Map, shown.view.map_id)
    return settings is not None and settings.numbers_hidden
