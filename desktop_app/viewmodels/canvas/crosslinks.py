"""Further uses of cards as curves across the tree. Drawn for the selected card only; others say "used 2×"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from desktop_app.drawing.links import LinkLook, argument_look
from desktop_app.layout.axis import Axis
from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records, premises_of
from desktop_app.model.records import Argument, Premise
from desktop_app.model.tree import Place
from desktop_app.viewmodels.canvas.arrays import Floats
from desktop_app.viewmodels.canvas.scene import Scene

_LEAST_REACH = 60.0  # map units: how far a curve leaves and arrives level


@dataclass(frozen=True, slots=True)
class CrossLinks:
    """The cross links of one card: control points, shape (n, 4, 2), and how each looks."""

    controls: Floats
    looks: tuple[LinkLook, ...]


NO_CROSS_LINKS = CrossLinks(np.empty((0, 4, 2)), ())


def cross_links(records: Records, scene: Scene, all_places: Mapping[CardId, Place], card: CardId | None) -> CrossLinks:
    """The links by which a card serves beyond the one it is drawn by, and by which cards drawn elsewhere serve it.

    A card that is hidden in a folded branch is stood for by the folded one.
    """
    place = all_places.get(card) if card is not None else None
    if place is None:
        return NO_CROSS_LINKS
    curves: list[Floats] = []
    looks: list[LinkLook] = []
    for argument, premise in _uses(records, all_places, place):
        start, end = _attachment(records, scene, all_places, argument), _shown(scene, all_places, premise)
        if start is not None and end is not None:
            curves.append(_curve(start, _back(scene, end), scene.axis))
            looks.append(argument_look(argument, scene.results))
    return CrossLinks(np.array(curves), tuple(looks)) if curves else NO_CROSS_LINKS


def _uses(records: Records, all_places: Mapping[CardId, Place], place: Place) -> Iterator[tuple[Argument, CardId]]:
    for premise in records.referring(Premise, "card", place.card):
        if premise.argument != place.argument:
            yield records.get(Argument, premise.argument), place.card
    for argument in records.referring(Argument, "target_card", place.card):
        for premise in records.referring(Premise, "argument", argument.id):
            other = all_places.get(premise.card)
            if other is not None and other.argument != argument.id:
                yield argument, premise.card


def _attachment(
    records: Records, scene: Scene, all_places: Mapping[CardId, Place], argument: Argument
) -> tuple[float, float] | None:
    """Where an argument meets what it speaks to: the edge from which links go on, or the middle of one it attacks."""
    if argument.target_card is not None:
        position = _shown(scene, all_places, argument.target_card)
        return None if position is None else _ahead(scene, position)
    assert argument.target_argument is not None
    first = premises_of(records, argument.target_argument)[0].card
    position = scene.index.get(first)
    if position is None or scene.places[position].argument != argument.target_argument:
        return None
    at = int(np.searchsorted(scene.links.children, position))
    x, y = scene.links.middles[at].tolist()
    return x, y


def _shown(scene: Scene, all_places: Mapping[CardId, Place], card: CardId) -> int | None:
    """The position of a card, or of the folded one above it that hides it."""
    step: CardId | None = card
    while step is not None and step not in scene.index:
        place = all_places.get(step)
        step = place.parent if place is not None else None
    return scene.index[step] if step is not None else None


def _ahead(scene: Scene, position: int) -> tuple[float, float]:
    """The middle of the edge from which the links of a card's children go on."""
    arrays, axis = scene.arrays, scene.axis
    end, _ = axis.sides(float(arrays.right[position]), float(arrays.bottom[position]))
    return axis.sides(end, _middle(scene, position))


def _back(scene: Scene, position: int) -> tuple[float, float]:
    """The middle of the edge at which the link of a card arrives."""
    arrays, axis = scene.arrays, scene.axis
    start, _ = axis.sides(float(arrays.x[position]), float(arrays.y[position]))
    return axis.sides(start, _middle(scene, position))


def _middle(scene: Scene, position: int) -> float:
    """Of a card, across the axis of the map."""
    arrays = scene.arrays
    middles = arrays.x[position] + arrays.width[position] / 2, arrays.y[position] + arrays.height[position] / 2
    return float(scene.axis.sides(*middles)[1])


def _curve(start: tuple[float, float], end: tuple[float, float], axis: Axis) -> Floats:
    (leaves, start_across), (arrives, end_across) = axis.sides(*start), axis.sides(*end)
    reach = max(_LEAST_REACH, abs(arrives - leaves) / 2)
    return np.array([start, axis.sides(leaves + reach, start_across), axis.sides(arrives - reach, end_across), end])
