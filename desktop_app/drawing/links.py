"""How the link by which a card hangs is drawn: colour, thickness, dashes, and with which others it is shared."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from desktop_app.drawing import tokens
from desktop_app.drawing.palette import Role
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.reads import Records
from desktop_app.model.records import Argument, Stance
from desktop_app.model.tree import Place
from desktop_app.weighing.results import Results


class LinkLook(NamedTuple):
    """The look of one link.

    Attributes:
        thickness: in map units; importance is thickness.
        is_dashed: as all cons are.
        is_undercut: it attacks the link that leads to the card's parent, and ends on that link's middle.
    """

    role: Role
    thickness: float
    is_dashed: bool = False
    is_undercut: bool = False


_ALIKE: Final = 0.5
_PLAIN: Final = LinkLook(Role.LINK, tokens.LINK_WIDTH_LEAST)


def link_look(records: Records, place: Place, results: Results | None) -> LinkLook:
    """How the link by which a card hangs looks; by importance where there are results, else all alike."""
    argument = records.find(Argument, place.argument)
    return _PLAIN if argument is None else argument_look(argument, results)


def argument_look(argument: Argument, results: Results | None) -> LinkLook:
    """How the link of an argument looks, wherever it is drawn."""
    # Without results the structure is drawn alone: no link may tell how much it matters.
    importance = _ALIKE if results is None else results.arguments[argument.id].importance
    thickness = tokens.link_width(importance)
    if argument.stance is Stance.SUPPORTS:
        return LinkLook(Role.PRO, thickness)
    return LinkLook(Role.CON, thickness, is_dashed=True, is_undercut=argument.target_argument is not None)


def heads(placed: Sequence[Place]) -> list[int]:
    """For each card the position of the first one with which it holds only together; its own where it stands alone."""
    positions = list(range(len(placed)))
    joined = [position for position, place in enumerate(placed) if place.is_joined]
    if joined:
        wanted = {placed[position].argument for position in joined}
        first: dict[tuple[CardId | None, ArgumentId | None], int] = {}
        for position, place in enumerate(placed):
            if place.argument in wanted:
                first.setdefault((place.parent, place.argument), position)
        for position in joined:
            positions[position] = first[placed[position].parent, placed[position].argument]
    return positions
