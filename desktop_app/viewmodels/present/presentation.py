"""A show of one map: its steps, the place, the blank screen, what is revealed. Windows follow it; it knows none.

The place is kept by identity (`StepId`) under every change of the map.
"""

from collections.abc import Callable, Sequence
from enum import Enum

from desktop_app.model.ids import MapId
from desktop_app.viewmodels.present.steps import Step, StepId, StepKind

_OF_NUMBERS = frozenset({StepKind.MATRIX, StepKind.RESULT})

_Alike = dict[StepId, list[StepId]]

PageCount = Callable[[Step, bool], int]
"""How many pages a step fills on the audience's screen, with its numbers shown or not; at least 1."""


class Blank(Enum):
    """A screen that shows nothing, by its colour."""

    BLACK = "#000000"
    WHITE = "#ffffff"


class Presentation:
    """A show of one map.

    Args:
        map_id: the map that is shown, whatever the window turns to.
        steps: its steps, at least one.
        hides_numbers: whether the map hides its numbers.

    Attributes:
        page_count: how many pages a step fills; one each until the audience's screen puts its own here.
        blank: what covers the screen; None: the step is seen.
    """

    def __init__(
        self,
        map_id: MapId,
        steps: Sequence[Step],
        *,
        hides_numbers: bool = False,
    ) -> None:
        self.map_id = map_id
        self.page_count: PageCount = lambda _step, _numbers: 1
        self.blank: Blank | None = None
        self._hides_numbers = hides_numbers
        self._reveals = False
        self._at = 0
        self._page = 0
        self._take(steps)
        self._followers: list[Callable[[], None]] = []

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in order; those of numbers are not among them while the map hides its numbers."""
        return self._steps

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._steps[self._at]

    @property
    def number(self) -> int:
        """The number of the shown step, from 1."""
        return self._at + 1

    @property
    def page(self) -> int:
        """The shown page of the step, from 0; the last one where the step has become shorter."""
        return min(self._page, self.pages - 1)

    @property
    def pages(self) -> int:
        """How many pages the shown step has."""
        return max(1, self.page_count(self.step, self._reveals))

    def trail(self, most: int) -> tuple[StepId, ...]:
        """The shown step and those before it, the nearest first: to come back even if the shown one goes meanwhile."""
        first = max(0, self._at + 1 - most)
        return tuple(step.id for step in reversed(self._steps[first : self._at + 1]))

    @property
    def reveals_numbers(self) -> bool:
        """Whether numbers are shown."""
        return self._reveals

    def follow(self, told: Callable[[], None]) -> Callable[[], None]:
        """Calls `told` after every change of what is shown; returns what ends that."""
        self._followers.append(told)
        return lambda: self._followers.remove(told)

    def show_steps(self, steps: Sequence[Step], *, hides_numbers: bool) -> None:
        """Takes the steps of the map as it is now; the shown one stays, or the nearest before it that still is.

        Args:
            steps: at least one.
            hides_numbers: whether the map hides its numbers.
        """
        before, known = self.trail(len(self._steps)), self._alike
        self._hides_numbers = hides_numbers
        self._reveals = self._reveals and not hides_numbers
        self._take(steps)
        self._at, distance = self._nearest(before, known)
        self._page = self._page if distance == 0 else 0
        self._tell()

    def go_to_step(self, step_id: StepId) -> None:
        """Shows a step by its identity, if it still is."""
        place = self._place_of(step_id, {})
        if place is not None:
            self._show(place)

    def go_to_nearest(self, trail: Sequence[StepId], page: int = 0) -> None:
        """Shows the first step of a trail that still is, at that page if it is the very first; else the beginning."""
        place, distance = self._nearest(trail, {})
        self._show(place, page if distance == 0 else 0)

    def go_to(self, number: int) -> bool:
        """Shows a step by its number from 1; one that is none is refused, and the place stays."""
        if not 1 <= number <= len(self._steps):
            return False
        self._show(number - 1)
        return True

    def next(self) -> None:
        """Turns to the next page of the step, or to the next step."""
        if self.page + 1 < self.pages:
            self._show(self._at, self.page + 1)
        elif self._at + 1 < len(self._steps):
            self._show(self._at + 1)
        else:
            self._show(self._at, self.page)

    def back(self) -> None:
        """Turns to the page before, or to the last page of the step before."""
        if self.page > 0:
            self._show(self._at, self.page - 1)
        elif self._at > 0:
            before = self._steps[self._at - 1]
            self._show(self._at - 1, max(1, self.page_count(before, self._reveals)) - 1)
        else:
            self._show(0)

    def toggle_blank(self, blank: Blank) -> None:
        """Covers the screen, or uncovers it where it is covered so."""
        self.blank = None if self.blank is blank else blank
        self._tell()

    def toggle_numbers(self) -> bool:
        """Shows numbers or hides them; says whether that was possible: a map that hides its numbers shows none."""
        if self._hides_numbers:
            return False
        self._reveals = not self._reveals
        self._tell()
        return True

    def _take(self, steps: Sequence[Step]) -> None:
        # A room that has not weighed yet sees the structure alone.
        self._steps = tuple(step for step in steps if not (self._hides_numbers and step.id.kind in _OF_NUMBERS))
        self._places = {step.id: place for place, step in enumerate(self._steps)}
        self._alike: _Alike = {}
        for step_id in self._places:
            if step_id.argument is not None:
                self._alike.setdefault(step_id.of_argument, []).append(step_id)

    def _nearest(self, trail: Sequence[StepId], known: _Alike) -> tuple[int, int | None]:
        """Where the first step of a trail stands that still is, and its place in the trail; else the beginning."""
        for distance, step_id in enumerate(trail):
            place = self._place_of(step_id, known)
            if place is not None:
                return place, distance
        return 0, None

    def _place_of(self, sought: StepId, known: _Alike) -> int | None:
        """Where a step stands now; a point whose card was merged into another is found by its argument.

        Args:
            sought: by its identity.
            known: what the arguments said before: among several statements of one, the new one is the merged one.
        """
        if sought in self._places or sought.argument is None:
            return self._places.get(sought)
        alike = self._alike.get(sought.of_argument, [])
        fresh = [step_id for step_id in alike if step_id not in known.get(sought.of_argument, ())]
        candidates = fresh or alike
        return self._places[candidates[0]] if len(candidates) == 1 else None

    def _show(self, place: int, page: int = 0) -> None:
        self._at, self._page, self.blank = place, page, None
        self._tell()

    def _tell(self) -> None:
        for told in tuple(self._followers):
            told()
