"""Cuts a map for paper: one page if its text can be read there, several if few will do, else an overview.

An overview holds the upper levels in readable size, or the whole in small.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.briefing.content import MapSheets
from desktop_app.drawing.display import DisplayList, arranged
from desktop_app.drawing.tokens import CLAIM
from desktop_app.model.ids import MapId
from desktop_app.model.reads import Records
from desktop_app.model.records import Argument, Paper, Stance
from desktop_app.model.tree import Place
from desktop_app.weighing.results import Results

SMALLEST_TEXT_PT: Final = 8.0
LARGEST_SCALE: Final = 0.9  # points a map unit; a small map is not blown up
_READABLE: Final = SMALLEST_TEXT_PT / CLAIM.size
_LEGIBLE: Final = 0.3  # below, an overview is read only when enlarged a lot
_VISIBLE: Final = 0.12  # below, an overview shows nothing even when zoomed
_MOST_SHEETS: Final = 6
_MOST_CARDS: Final = 120
# Paper in points, and what the template's margins, heading and caption take of it (brief.typ says the same).
_PAPER_PT: Final = {Paper.A4: (595.28, 841.89), Paper.LETTER: (612.0, 792.0)}
_TAKEN_ACROSS: Final = 80.0
_TAKEN_DOWN: Final = 175.0


class _Cutter:
    """Fills sheets of one orientation, at the smallest scale at which text can be read."""

    def __init__(
        self,
        records: Records,
        map_id: MapId,
        places: Sequence[Place],
        results: Results | None,
        area: tuple[float, float],
    ) -> None:
        self._records, self._map_id, self._results = records, map_id, results
        self._places = places
        self._widest, self._tallest = area[0] / _READABLE, area[1] / _READABLE
        self._ends = _branch_ends(places)
        self._starts: frozenset[int] = frozenset()

    def cut(self) -> list[DisplayList] | None:
        """The sheets, about equally full; None when a card does not fit on one with what it hangs on."""
        best = self._cut()
        if best is None or len(best) == 1:
            return best
        # Pros on one sheet and cons on the next, where that takes no more sheets.
        self._starts = self._where_stance_changes()
        parted = self._cut() if self._starts else None
        if parted is not None and len(parted) <= len(best):
            return parted
        self._starts = frozenset()
        # The last sheet of a greedy cut may be nearly empty: lower all of them while their number stays.
        while True:
            self._tallest = max(sheet.height for sheet in best) - 1
            lower = self._cut()
            if lower is None or len(lower) > len(best):
                return best
            best = lower

    def _cut(self) -> list[DisplayList] | None:
        sheets: list[DisplayList] = []
        roots = [index for index, place in enumerate(self._places) if place.parent is None]
        return sheets if self._fill([], roots, sheets) else None

    def _where_stance_changes(self) -> frozenset[int]:
        """The branches on the first card from which on arguments speak the other way."""
        starts = set()
        before: Stance | None = None
        for index in self._children(0):
            argument = self._records.find(Argument, self._places[index].argument)
            if argument is not None:
                if before not in {None, argument.stance}:
                    starts.add(index)
                before = argument.stance
        return frozenset(starts)

    def _fill(self, chain: list[Place], branches: list[int], sheets: list[DisplayList]) -> bool:
        """Puts branches on sheets in their order, each sheet repeating the chain of cards they hang on."""
        taken: list[int] = []
        fitting: DisplayList | None = None
        for index in branches:
            tried = self._arranged(chain, [*taken, index])
            if self._fits(tried) and not (taken and index in self._starts):
                taken.append(index)
                fitting = tried
                continue
            if fitting is not None:
                sheets.append(fitting)
            taken, fitting = [], None
            alone = self._arranged(chain, [index])
            if self._fits(alone):
                taken, fitting = [index], alone
            elif not self._fill([*chain, self._places[index]], list(self._children(index)), sheets):
                return False
            if len(sheets) > _MOST_SHEETS:
                return False
        if fitting is not None:
            sheets.append(fitting)
        return bool(branches)

    def _arranged(self, chain: list[Place], branches: list[int]) -> DisplayList:
        cards = [*chain]
        for index in branches:
            cards += self._places[index : self._ends[index]]
        return arranged(self._records, self._map_id, cards, self._results)

    def _fits(self, drawn: DisplayList) -> bool:
        return drawn.width <= self._widest and drawn.height <= self._tallest

    def _children(self, index: int) -> Iterator[int]:
        child = index + 1
        while child < self._ends[index]:
            yield child
            child = self._ends[child]


def map_sheets(
    records: Records, map_id: MapId, places: Sequence[Place], results: Results | None, paper: Paper
) -> MapSheets:
    """Draws a map for paper.

    Args:
        records: the workbook.
        map_id: the map.
        places: all its cards (`model.tree.places`).
        results: what it adds up to; None draws no number.
        paper: of the brief.
    """
    whole = arranged(records, map_id, list(places), results)
    short, long = _PAPER_PT[paper]
    areas = {True: (long - _TAKEN_ACROSS, short - _TAKEN_DOWN), False: (short - _TAKEN_ACROSS, long - _TAKEN_DOWN)}
    scales = {lies: _scale([whole], area) for lies, area in areas.items()}
    lies = scales[True] >= scales[False]
    if scales[lies] >= _READABLE:
        return MapSheets((whole,), scales[lies], lies, is_overview=False)
    if len(places) <= _MOST_CARDS:
        cuts = {
            lies: sheets
            for lies, area in areas.items()
            if (sheets := _Cutter(records, map_id, places, results, area).cut()) is not None
        }
        if cuts:
            best = min(cuts, key=lambda lies: (len(cuts[lies]), not lies))
            if len(cuts[best]) <= _MOST_SHEETS:
                return MapSheets(tuple(cuts[best]), _scale(cuts[best], areas[best]), best, is_overview=False)
    if scales[lies] < _LEGIBLE:
        for lies_so, area in sorted(areas.items(), reverse=True):
            upper = _upper_levels(records, map_id, places, results, area)
            if upper is not None:
                return MapSheets((upper,), _scale([upper], area), lies_so, is_overview=True)
    shown = (whole,) if scales[lies] >= _VISIBLE else ()
    return MapSheets(shown, scales[lies], lies, is_overview=True)


def _upper_levels(
    records: Records, map_id: MapId, places: Sequence[Place], results: Results | None, area: tuple[float, float]
) -> DisplayList | None:
    """As many whole levels of a map as one page holds in readable size, at least two; None where it holds fewer."""
    ends = _branch_ends(places)
    deepest: DisplayList | None = None
    for depth in range(1, max(place.depth for place in places)):
        kept = [index for index, place in enumerate(places) if place.depth <= depth]
        if len(kept) > _MOST_CARDS:
            break
        folded = {
            places[index].card: ends[index] - index - 1
            for index in kept
            if places[index].depth == depth and ends[index] > index + 1
        }
        drawn = arranged(records, map_id, [places[index] for index in kept], results, folded)
        if _scale([drawn], area) < _READABLE:
            break
        deepest = drawn
    return deepest


def _scale(sheets: Sequence[DisplayList], area: tuple[float, float]) -> float:
    """The largest scale at which all sheets fit."""
    widest = max(sheet.width for sheet in sheets)
    tallest = max(sheet.height for sheet in sheets)
    return min(area[0] / widest, area[1] / tallest, LARGEST_SCALE)


def _branch_ends(places: Sequence[Place]) -> list[int]:
    """For each place, the index after its whole branch."""
    ends = [len(places)] * len(places)
    open_branches: list[int] = []
    for index, place in enumerate(places):
        while open_branches and places[open_branches[-1]].depth >= place.depth:
            ends[open_branches.pop()] = index
        open_branches.append(index)
    return ends
