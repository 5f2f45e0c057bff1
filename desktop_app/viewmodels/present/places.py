"""The place of a show as it is kept, and the step at which a card is shown.

What was kept may be old, or another's: what does not fit is left out.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Protocol

from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.reads import Records, arguments_from, premises_of
from desktop_app.model.records import Card, CardKind
from desktop_app.viewmodels.present.presentation import Presentation
from desktop_app.viewmodels.present.steps import Step, StepId, StepKind

# So many steps before the shown one are kept with it, in case that one is gone when the show goes on.
_MOST_KEPT: Final = 40


class PlaceMemory(Protocol):
    """What remembers shows between sessions."""

    @property
    def back_row(self) -> float:
        """How many screen heights away the back row sits."""

    def place_of(self, path: Path, map_id: int) -> object:
        """Where the show of a map of a workbook was left, as it was kept; None when it never was."""

    def keep_place(self, path: Path, map_id: int, place: object) -> None:
        """Keeps where the show of a map was left."""


def place_to_keep(presentation: Presentation) -> dict[str, object]:
    """The place of a show, as JSON takes it."""
    trail = presentation.trail(_MOST_KEPT)
    return {
        "page": presentation.page,
        "trail": [[item.kind.value, item.subject, item.argument, item.card] for item in trail],
    }


def go_to_kept(presentation: Presentation, kept: object) -> None:
    """Goes on where a show was left, or at the nearest step before that still is; else at the beginning."""
    if isinstance(kept, Mapping):
        trail, page = kept.get("trail"), _whole(kept.get("page"))
        step_ids = [_step_id(item) for item in trail[:_MOST_KEPT]] if isinstance(trail, list) else []
        # The page is one of the first step alone: where that cannot be read, it is another's.
        page = max(0, page or 0) if step_ids and step_ids[0] is not None else 0
        presentation.go_to_nearest([item for item in step_ids if item is not None], page)


def step_of_card(
    records: Records, steps: Sequence[Step], card_id: CardId, argument_id: ArgumentId | None
) -> StepId | None:
    """The step at which a card is shown first; of one that is not shown, that of the card it belongs to.

    Args:
        records: the workbook.
        steps: of a show.
        card_id: the card; one of another map has no step.
        argument_id: by which it hangs where it is meant; None: wherever it is shown first.
    """
    waiting, seen = [(card_id, argument_id)], {card_id}
    for sought, link in waiting:
        card = records.find(Card, sought)
        if card is None:
            continue
        step_id = _own_step(steps, card, link)
        if step_id is not None:
            return step_id
        above = [card.under]
        for argument in arguments_from(records, sought):
            # What says that another point is not relevant belongs to what that point says.
            undercut = premises_of(records, argument.target_argument) if argument.target_argument is not None else []
            above += [argument.target_card, *(premise.card for premise in undercut)]
        for item in above:
            if item is not None and item not in seen:
                seen.add(item)
                waiting.append((item, None))
    return None


def _own_step(steps: Sequence[Step], card: Card, link: ArgumentId | None) -> StepId | None:
    if card.kind is CardKind.QUESTION and steps[0].title == card.text:
        return steps[0].id
    own = [step.id for step in steps if step.id.card == card.id]
    about = [step.id for step in steps if step.id.subject == card.id]
    listed = [step.id for step in steps if step.id.kind is StepKind.OPTIONS and card.kind is CardKind.OPTION]
    return next(iter([*(item for item in own if item.argument == link), *own, *about, *listed]), None)


def _step_id(kept: object) -> StepId | None:
    if not isinstance(kept, list) or len(kept) != 4:
        return None
    kind = next((kind for kind in StepKind if kind.value == kept[0]), None)
    if kind is None or not all(item is None or _whole(item) is not None for item in kept[1:]):
        return None
    return StepId(kind, *kept[1:])


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
