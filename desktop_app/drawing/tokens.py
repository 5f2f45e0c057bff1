"""Sizes of type and the anatomy of a card, in map units (pixels at 100 %), as drawn in the mock-ups. No colours."""

from dataclasses import dataclass
from typing import Final

REGULAR: Final = 400
SEMIBOLD: Final = 600


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """A style of type in the shipped sans.

    Attributes:
        size: em in whole map units, since Qt has no fractional pixel sizes.
        weight: 400 or 600.
        line: distance between two baselines.
    """

    size: int
    weight: int = REGULAR
    line: float = 18.0


LABEL: Final = TypeStyle(11, SEMIBOLD, 14.0)
CLAIM: Final = TypeStyle(13, REGULAR, 18.0)
TITLE: Final = TypeStyle(13, SEMIBOLD, 18.0)
QUESTION: Final = TypeStyle(14, SEMIBOLD, 20.0)
NOTE: Final = TypeStyle(12, REGULAR, 17.0)
NUMBER: Final = TypeStyle(12, SEMIBOLD, 16.0)
CAPTION: Final = TypeStyle(12, REGULAR, 16.0)
TAG: Final = TypeStyle(11, SEMIBOLD, 16.0)

QUESTION_WIDTH: Final = 176.0
OPTION_WIDTH: Final = 206.0
CLAIM_WIDTH: Final = 236.0  # what speaks directly to an option, a question or stands alone
ANSWER_WIDTH: Final = 214.0  # what speaks to that

RADIUS: Final = 8.0
PADDING: Final = 16.0  # from the left edge to the text
PADDING_END: Final = 12.0  # from the text to the right edge
TEXT_SLACK: Final = 2.0  # kept free, because zoomed text is up to 1 % wider than measured
LABEL_MIDDLE: Final = 16.0  # from the top edge to the middle of the label line
TEXT_TOP: Final = 26.0  # from the top edge to the first line of text
QUESTION_TEXT_TOP: Final = 27.0
QUESTION_BOTTOM: Final = 9.0
PLAIN_BOTTOM: Final = 12.0  # under the text of a card without a row of numbers
ROW_STEP: Final = 16.0  # from the end of the text to the middle of the row of numbers
ROW_BOTTOM: Final = 17.0  # from the middle of the last row to the bottom edge
ROW_DISTANCE: Final = 19.0  # between the rows of an option

BAR_INSET: Final = 9.0  # the coloured bar at the left edge
BAR_WIDTH: Final = 4.0
PIP_RADIUS: Final = 4.0
PIP_PITCH: Final = 11.0
STRENGTH_WIDTH: Final = 26.0
STRENGTH_HEIGHT: Final = 5.0
TAG_HEIGHT: Final = 16.0
TAG_PADDING: Final = 7.0
GAP: Final = 6.0

# Thickness of a link by importance, None first: "not weighed" is thin.
LINK_WIDTH_UNWEIGHED: Final = 1.25
LINK_WIDTH_LEAST: Final = 1.25
LINK_WIDTH_MOST: Final = 4.5
DASH: Final = (3.0, 2.0)  # of cons, in multiples of the thickness
ATTACK_RADIUS: Final = 4.0  # of the dot where an undercut meets the link it attacks


def link_width(importance: float | None) -> float:
    """How thick the link of an argument is drawn, by its importance 0…1."""
    if importance is None:
        return LINK_WIDTH_UNWEIGHED
    return LINK_WIDTH_LEAST + (LINK_WIDTH_MOST - LINK_WIDTH_LEAST) * importance
