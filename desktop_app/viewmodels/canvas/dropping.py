"""What dropping cards at a place of the map would do, in words and as one edit. Paints nothing, changes nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.base.plain_text import isolate, one_line, runs_left
from desktop_app.edits import placing
from desktop_app.edits.many import Hanging
from desktop_app.edits.placing import HangAs
from desktop_app.model.document import Document
from desktop_app.model.ids import ArgumentId
from desktop_app.model.reads import Records
from desktop_app.model.records import Argument, Card, CardKind, Stance
from desktop_app.model.words import link_words
from desktop_app.viewmodels.canvas.scene import Scene
from desktop_app.wording.sentence import text

_EDGE: Final = 7.0  # map units: so near to an edge that faces a sibling one means the place beside the card
_BEYOND: Final = 12.0  # and so far outside
_LINE: Final = 4.0
_MOST_LETTERS: Final = 40


@dataclass(frozen=True, slots=True)
class Drop:
    """What would happen.

    Attributes:
        words: said beside the pointer.
        area: left, top, width and height of what is marked on the map.
        edit: does it; None where these cards can't be dropped.
    """

    words: str
    area: tuple[float, float, float, float]
    edit: Callable[[Document], None] | None


def drop_at(scene: Scene, records: Records, moved: Sequence[Hanging], x: float, y: float) -> Drop | None:
    """What dropping cards at a point of the map would do; None where nothing is.

    On a card: under it, as a pro in its left half and as a con in its right one; at an edge that faces a sibling (the
    upper and lower ones where the map grows to the right): between it and its sibling.
    """
    arrays, axis = scene.arrays, scene.axis
    along, across = axis.sides(x, y)
    starts, firsts = axis.sides(arrays.x, arrays.y)
    ends, lasts = axis.sides(arrays.right, arrays.bottom)
    is_near = (starts <= along) & (ends >= along) & (firsts - _BEYOND <= across) & (lasts + _BEYOND >= across)
    near = np.flatnonzero(is_near)
    if not len(near):
        return None
    distance = np.maximum(np.maximum(firsts[near] - across, across - lasts[near]), 0)
    position = int(near[int(np.argmin(distance))])
    if position in _branches(scene, moved):
        return None
    first, last = float(firsts[position]), float(lasts[position])
    if first + _EDGE < across < last - _EDGE:
        return _under(scene, records, moved, position, is_left=x < arrays.x[position] + arrays.width[position] / 2)
    return _beside(scene, records, moved, position, before=across < (first + last) / 2)


def _branches(scene: Scene, moved: Sequence[Hanging]) -> set[int]:
    """The positions of the moved cards and of all that hangs on them."""
    positions: set[int] = set()
    for card, _ in moved:
        position = scene.index.get(card)
        if position is not None:
            depth = scene.places[position].depth
            positions.add(position)
            position += 1
            while position < len(scene.places) and scene.places[position].depth > depth:
                positions.add(position)
                position += 1
    return positions


def _under(scene: Scene, records: Records, moved: Sequence[Hanging], position: int, *, is_left: bool) -> Drop:
    arrays = scene.arrays
    target = records.get(Card, scene.places[position].card)
    kinds = {records.get(Card, card).kind for card, _ in moved}
    x, y = float(arrays.x[position]), float(arrays.y[position])
    width, height = float(arrays.width[position]), float(arrays.height[position])
    whole, name = (x, y, width, height), _short(target.text)
    if kinds == {CardKind.OPTION} and target.kind is CardKind.QUESTION:
        return Drop(
            text("canvas.drop.option_of", name=name),
            whole,
            lambda document: placing.hang(document, moved, target, HangAs.OPTION),
        )
    if kinds & {CardKind.OPTION, CardKind.QUESTION}:
        what = (
            text("canvas.drop.options_under_question")
            if CardKind.OPTION in kinds
            else text("canvas.drop.question_by_itself")
        )
        return Drop(what, whole, None)
    if target.kind is CardKind.NOTE:
        if kinds == {CardKind.NOTE}:
            return Drop(
                text("canvas.drop.note_under", name=name),
                whole,
                lambda document: placing.hang(document, moved, target, HangAs.NOTE),
            )
        return Drop(text("canvas.drop.note_takes_none"), whole, None)
    is_evidence = kinds == {CardKind.EVIDENCE}
    part = HangAs.CON if not is_left else HangAs.EVIDENCE if is_evidence else HangAs.PRO
    stance = Stance.SUPPORTS if is_left else Stance.OPPOSES
    link = link_words(records, Argument(ArgumentId(0), target.map, stance, "", target_card=target.id))
    words = f"{link.sign} {link.words}: {name}"
    half = (x, y, width / 2, height) if is_left else (x + width / 2, y, width / 2, height)
    return Drop(words, half, lambda document: placing.hang(document, moved, target, part))


def _beside(scene: Scene, records: Records, moved: Sequence[Hanging], position: int, *, before: bool) -> Drop:
    arrays, place, axis = scene.arrays, scene.places[position], scene.axis
    edge = axis.sides(arrays.x, arrays.y)[1] if before else axis.sides(arrays.right, arrays.bottom)[1]
    across = float(edge[position]) + (-1 if before else 1) * _BEYOND / 2 - _LINE / 2
    start = float(axis.sides(arrays.x, arrays.y)[0][position])
    length = float(axis.sides(arrays.width, arrays.height)[0][position])
    name = _short(records.get(Card, place.card).text)
    neighbour = Hanging(place.card, place.argument)
    return Drop(
        text("canvas.drop.before" if before else "canvas.drop.after", name=name),
        (*axis.sides(start, across), *axis.sides(length, _LINE)),
        lambda document: placing.hang_beside(document, moved, neighbour, before=before),
    )


def _short(text: str) -> str:
    shown = one_line(text, _MOST_LETTERS)
    return f"“{isolate(shown) if runs_left(shown) else shown}”"
