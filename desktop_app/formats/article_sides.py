"""Which lists of an article hold pros, and which cons: only those that a heading says it of. When in doubt, neither."""

from collections.abc import Sequence
from typing import Final

from desktop_app.formats.article_blocks import ArticleHeading, ArticleList, Block
from desktop_app.formats.sides import Headed, is_no_point, settled, side_of
from desktop_app.model.records import Stance

_LONGEST_LEAD_IN: Final = 25
# A list longer than this that is the only one with a side is rather a list of changes, or an index.
_MOST_ITEMS_ALONE: Final = 12


def sides_of_lists(blocks: Sequence[Block], asked: Sequence[str] = ()) -> dict[int, Stance]:
    """The places of lists of pros and cons among the blocks of an article, each with the stance of its items.

    A heading speaks for the list directly below it, or below one short line that leads into it; for no later one.

    Args:
        blocks: of the article.
        asked: its question, its headline.
    """
    places = [place for place, block in enumerate(blocks) if isinstance(block, ArticleHeading)]
    headed = [_headed(blocks, place) for place in places]
    stance_by_place = {
        place + 1: stance for place, stance in zip(places, settled(headed, asked), strict=True) if stance is not None
    }
    if len(stance_by_place) == 1 and any(
        len(_list_at(blocks, place).items) > _MOST_ITEMS_ALONE for place in stance_by_place
    ):
        return {}
    return stance_by_place


def points_of(items: ArticleList) -> tuple[list[str], ArticleList | None]:
    """The points of a list of pros or cons, and what of it is none.

    What stands below an item goes with it, line by line; it need not be on the same side.
    """
    points: list[str] = []
    rest: list[str] = []
    for place, item in items.whole_items:
        is_outside = items.outside is not None and place >= items.outside
        (rest if is_outside or is_no_point(item.partition("\n")[0]) else points).append(item)
    return points, ArticleList("", tuple(line for item in rest for line in item.split("\n"))) if rest else None


def _headed(blocks: Sequence[Block], place: int) -> Headed:
    heading = blocks[place]
    assert isinstance(heading, ArticleHeading)
    below = blocks[place + 1] if place + 1 < len(blocks) else None
    has_list = (
        isinstance(below, ArticleList)
        # A "-" below "Pros:" may be meant as a con.
        and not below.is_mixed
        and len(below.lead_in.split()) <= _LONGEST_LEAD_IN
        and not all(is_no_point(item) for item in below.items)
    )
    return Headed(
        heading.level, side_of(heading.text), has_list, heading.text, is_bare=isinstance(below, ArticleHeading)
    )


def _list_at(blocks: Sequence[Block], place: int) -> ArticleList:
    block = blocks[place]
    assert isinstance(block, ArticleList)
    return block
