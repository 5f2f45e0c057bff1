"""Cuts a map for paper: one page if its text can be read there, several if few will do, else an overview and branches.

An overview holds the upper levels in readable size, or the whole in small. A poster is cut into tiles (`tiles`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from desktop_app.briefing.content.map_on_paper.records import MapSheets
from desktop_app.briefing.content.map_on_paper.tiles import OVERLAP, tiles_of
from desktop_app.briefing.content.presets import MapForm
from desktop_app.drawing.display import DisplayList, arranged
from desktop_app.drawing.tokens import CLAIM
from desktop_app.model.ids import CardId, MapId
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
_MOST_ON_A_SHEET: Final = 200  # more cards never fit in readable size, also on A3
# Branches after an overview: unasked on so many pages of maps so large, and when they are asked for.
_MOST_UNASKED: Final = 24
_MOST_CARDS_UNASKED: Final = 600
_MOST_PAGES: Final = 2_000
_MOST_CARDS_CUT: Final = 20_000
_POSTER_SCALE: Final = 0.75
# Paper in points, and what the template's margins, heading and caption take of it (brief.typ says the same).
PAPER_PT: Final = {Paper.A4: (595.28, 841.89), Paper.LETTER: (612.0, 792.0), Paper.A3: (841.89, 1190.55)}
_TAKEN_ACROSS: Final = 80.0
_TAKEN_DOWN: Final = 175.0

Area = tuple[float, float]


class _Cutter:
    """Fills sheets of one orientation, at the smallest scale at which text can be read."""

    def __init__(self, subject: "MapOnPaper", area: Area, most: int) -> None:
        self._subject = subject
        self._places = subject.places
        self._most = most
        self._widest, self._tallest = area[0] / _READABLE, area[1] / _READABLE
        self._ends = _branch_ends(subject.places)
        self._starts: frozenset[int] = frozenset()
        self._shown: set[CardId] = set()

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
        self._shown = set()
        sheets: list[DisplayList] = []
        roots = [index for index, place in enumerate(self._places) if place.parent is None]
        return sheets if self._fill([], roots, sheets) else None

    def by_branch(self) -> list[DisplayList] | None:
        """The sheets, each branch of the first level on its own; None when a card does not fit."""
        roots = [index for index, place in enumerate(self._places) if place.parent is None]
        if len(roots) == 1:
            self._starts = frozenset(self._children(roots[0]))
        else:
            self._starts = frozenset(roots)
        return self._cut()

    def _where_stance_changes(self) -> frozenset[int]:
        """The branches on the first card from which on arguments speak the other way."""
        starts = set()
        before: Stance | None = None
        for index in self._children(0):
            argument = self._subject.records.find(Argument, self._places[index].argument)
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
            joins = not (taken and index in self._starts)
            tried = self._arranged(chain, [*taken, index]) if joins else None
            if tried is not None and self._fits(tried):
                taken.append(index)
                fitting = tried
                continue
            self._emit(fitting, sheets)
            taken, fitting = [], None
            alone = self._arranged(chain, [index])
            if alone is not None and self._fits(alone):
                taken, fitting = [index], alone
            else:
                below = list(self._children(index))
                longer = [*chain, self._places[index]]
                kept = self._narrowed(longer, below)
                if len(kept) < len(longer) and not self._shown.issuperset(place.card for place in longer):
                    # What the next sheets no longer repeat must have been seen before them.
                    self._emit(self._subject.drawn(longer), sheets)
                if not self._fill(kept, below, sheets):
                    return False
            if len(sheets) > self._most:
                return False
        self._emit(fitting, sheets)
        return bool(branches)

    def _emit(self, drawn: DisplayList | None, sheets: list[DisplayList]) -> None:
        if drawn is not None:
            sheets.append(drawn)
            self._shown.update(card.card for card in drawn.cards)

    def _narrowed(self, chain: list[Place], below: list[int]) -> list[Place]:
        """What the next sheets repeat: the chain, or its last card alone where it leaves no room for what follows."""
        is_long = len(chain) > 1 and bool(below)
        return chain[-1:] if is_long and self._is_too_wide([*chain, self._places[below[0]]]) else chain

    def _is_too_wide(self, cards: list[Place]) -> bool:
        return self._subject.drawn(cards).width > self._widest

    def _arranged(self, chain: list[Place], branches: list[int]) -> DisplayList | None:
        """The branches on one sheet; None where they are surely too many."""
        cards = [*chain]
        for index in branches:
            cards += self._places[index : self._ends[index]]
        return self._subject.drawn(cards) if len(cards) <= _MOST_ON_A_SHEET else None

    def _fits(self, drawn: DisplayList) -> bool:
        return drawn.width <= self._widest and drawn.height <= self._tallest

    def _children(self, index: int) -> Iterator[int]:
        child = index + 1
        while child < self._ends[index]:
            yield child
            child = self._ends[child]


@dataclass(frozen=True, slots=True)
class MapOnPaper:
    """What is needed to draw a map for paper.

    Attributes:
        places: all its cards (`model.tree.places`).
        results: what it adds up to; None draws no number.
        paper: of the brief.
        numbers: of cards in the outline.
    """

    records: Records
    map_id: MapId
    places: Sequence[Place]
    results: Results | None
    paper: Paper
    numbers: Mapping[CardId, str]

    def drawn(self, cards: Sequence[Place], folded: Mapping[CardId, int] = MappingProxyType({})) -> DisplayList:
        """Some of its cards, as if there were no others."""
        return arranged(self.records, self.map_id, list(cards), self.results, folded, self.numbers)

    def areas(self) -> dict[bool, Area]:
        """Width and height for the drawing in points: of a page that lies on its side, and of one that stands."""
        short, long = PAPER_PT[self.paper]
        return {True: (long - _TAKEN_ACROSS, short - _TAKEN_DOWN), False: (short - _TAKEN_ACROSS, long - _TAKEN_DOWN)}


def map_sheets(
    records: Records,
    map_id: MapId,
    places: Sequence[Place],
    results: Results | None,
    paper: Paper,
    form: MapForm = MapForm.FITTING,
    numbers: Mapping[CardId, str] = MappingProxyType({}),
) -> MapSheets:
    """Draws a map for paper.

    Args:
        records: the workbook.
        map_id: the map.
        places: all its cards (`model.tree.places`).
        results: what it adds up to; None draws no number.
        paper: of the brief.
        form: how it is to be put on pages.
        numbers: of cards in the outline beside it.
    """
    subject = MapOnPaper(records, map_id, places, results, paper, numbers)
    whole = subject.drawn(places)
    if form is MapForm.POSTER:
        return _poster(subject, whole)
    areas = subject.areas()
    scales = {lies: _scale([whole], area) for lies, area in areas.items()}
    lies = scales[True] >= scales[False]
    if scales[lies] >= _READABLE:
        return MapSheets((whole,), scales[lies], lies, is_overview=False)
    if form is MapForm.FITTING and len(places) <= _MOST_CARDS:
        cuts = {
            lies: sheets
            for lies, area in areas.items()
            if (sheets := _Cutter(subject, area, _MOST_SHEETS).cut()) is not None
        }
        if cuts:
            best = min(cuts, key=lambda lies: (len(cuts[lies]), not lies))
            if len(cuts[best]) <= _MOST_SHEETS:
                return MapSheets(tuple(cuts[best]), _scale(cuts[best], areas[best]), best, is_overview=False)
    return _with_branches(subject, _overview(subject, whole, scales[lies], lies=lies), form)


def _overview(subject: MapOnPaper, whole: DisplayList, scale: float, *, lies: bool) -> MapSheets:
    """The upper levels on a page, or the whole in small; nothing where even that shows nothing."""
    if scale < _LEGIBLE:
        for lies_so, area in sorted(subject.areas().items(), reverse=True):
            upper = _upper_levels(subject, area)
            if upper is not None:
                return MapSheets((upper,), _scale([upper], area), lies_so, is_overview=True)
    shown = (whole,) if scale >= _VISIBLE else ()
    return MapSheets(shown, scale, lies, is_overview=True)


def _with_branches(subject: MapOnPaper, overview: MapSheets, form: MapForm) -> MapSheets:
    """An overview followed by its branches, a page or a few each; unasked only where they take few pages."""
    most = _MOST_PAGES if form is MapForm.BRANCHES else _MOST_UNASKED
    if len(subject.places) > (_MOST_CARDS_CUT if form is MapForm.BRANCHES else _MOST_CARDS_UNASKED):
        return overview
    area = subject.areas()[overview.is_landscape]
    branches = _Cutter(subject, area, most).by_branch()
    if branches is None or len(branches) > most:
        return overview
    return replace(overview, sheets=(*overview.sheets, *branches), branch_scale=_scale(branches, area))


def _poster(subject: MapOnPaper, whole: DisplayList) -> MapSheets:
    """The whole in a size that can be read, on as few tiles as one of the two ways of laying the page gives."""
    best: MapSheets | None = None
    for lies, (width, height) in subject.areas().items():
        scale = min(max(_scale([whole], (width, height)), _POSTER_SCALE), LARGEST_SCALE)
        margin = 2 * OVERLAP
        tiles = tiles_of(whole, width / scale - margin, height / scale - margin)
        if best is None or len(tiles) < len(best.tiles):
            best = MapSheets((whole,), scale, lies, is_overview=False, tiles=tiles)
    assert best is not None
    return replace(best, tiles=()) if len(best.tiles) == 1 else best


def _upper_levels(subject: MapOnPaper, area: Area) -> DisplayList | None:
    """As many whole levels of a map as one page holds in readable size, at least two; None where it holds fewer."""
    places = subject.places
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
        drawn = subject.drawn([places[index] for index in kept], folded)
        if _scale([drawn], area) < _READABLE:
            break
        deepest = drawn
    return deepest


def _scale(sheets: Sequence[DisplayList], area: Area) -> float:
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
