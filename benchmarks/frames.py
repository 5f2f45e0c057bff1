"""What moves on the canvas: panning, zooming, editing, animating, pointing; each against a full-screen blit."""

from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Final

import numpy as np

from benchmarks.maps import Sample
from benchmarks.measuring import Act, Effort, Result, best, between, cpu_ms
from benchmarks.screen import BLIT, HEIGHT, WIDTH, Blit, Screen, new_image, shown
from desktop_app.edits import arguments, cards, deleting
from desktop_app.layout.tidy import TidyTree
from desktop_app.model.ids import CardId
from desktop_app.model.records import Card, CardKind
from desktop_app.ui.pages.map.canvas.painting import Pictures
from desktop_app.ui.pages.map.canvas.tween import Layout, Tween

# Frames at 60 Hz are about 60 blits long on the machine on which these were found.
LIMITS: Final = {
    "edit": 30.0,
    "reshape": 180.0,
    "pan": 8.0,
    "repaint": 40.0,
    "whole_map": 40.0,
    "zoom": 60.0,
    "tween": 20.0,
    "relayout": 150.0,
    "hit": 0.5,
}
_PAN_PX: Final = (17, 9)
_PANS_ONE_WAY: Final = 8
# Pointing is so short that the clock would be measured with it.
_HITS: Final = 100
_TEXTS: Final = (
    "It costs less.",
    "It costs less than anything else that was proposed so far, and it can be taken back at any moment, come what may.",
)


def measure_frames(sample: Sample, effort: Effort, names: frozenset[str]) -> Iterator[Result]:
    """Measures operations on the canvas of a sample; all of them when none is named."""
    blit = Blit()
    with shown(sample) as screen:
        for name, prepare in _OPERATIONS.items():
            if not names or name in names:
                ratio, cost = _measure(blit, prepare(screen), _HITS if name == "hit" else 1, LIMITS[name], effort)
                yield Result(name, sample.cards, ratio, LIMITS[name], BLIT, cost)


def _measure(blit: Blit, act: Act, times: int, limit: float, effort: Effort) -> tuple[float, float]:
    """Measures what does an operation so many `times`."""
    return best(effort.rounds, limit, lambda: between(blit.ms, lambda: cpu_ms(act, effort.frames) / times))


def _edit(screen: Screen) -> Act:
    """A text is changed, so that its card grows or shrinks, until the canvas shows it; nothing is written."""
    document = screen.workspace.document
    card = _claim_in_the_middle(screen)
    texts = cycle(_TEXTS)

    def act() -> None:
        cards.set_text(document, card, next(texts))
        screen.refresh()

    return act


def _reshape(screen: Screen) -> Act:
    """A card is added, or deleted again, until the canvas shows the map with it; nothing is written."""
    document = screen.workspace.document
    card = _claim_in_the_middle(screen)
    made: list[CardId] = []

    def act() -> None:
        if made:
            deleting.delete_branch(document, made.pop())
        else:
            made.append(arguments.add_pro(document, card, _TEXTS[0]).id)
        screen.refresh()

    return act


def _claim_in_the_middle(screen: Screen) -> CardId:
    scene, window = screen.canvas.scene, screen.crowded
    screen.go_to(window)
    seen = scene.visible(window.left, window.top, window.left + WIDTH, window.top + HEIGHT).tolist()
    found = [scene.places[position].card for position in seen]
    claims: list[CardId] = [card for card in found if screen.workspace.document.get(Card, card).kind is CardKind.CLAIM]
    return claims[len(claims) // 2]


def _pan(screen: Screen) -> Act:
    screen.go_to(screen.crowded)
    ways = cycle([1] * _PANS_ONE_WAY + [-1] * _PANS_ONE_WAY)

    def act() -> None:
        way = next(ways)
        screen.canvas.pan(way * _PAN_PX[0], way * _PAN_PX[1])
        screen.refresh()

    return act


def _repaint(screen: Screen) -> Act:
    """Every visible card is drawn anew, as after a change of everything."""
    image = new_image()
    return lambda: screen.paint(image, screen.crowded, Pictures())


def _whole_map(screen: Screen) -> Act:
    screen.canvas.viewport.fit()
    return screen.repaint


def _zoom(screen: Screen) -> Act:
    """A step of zoom, painted sharp."""
    screen.go_to(screen.crowded)
    steps = cycle((1, -1))

    def act() -> None:
        screen.canvas.viewport.zoom_by(next(steps))
        screen.refresh()

    return act


def _tween(screen: Screen) -> Act:
    """A frame of the animation in which every card of the map is on its way."""
    scene = screen.canvas.scene
    randomly = np.random.default_rng(0)
    image, pictures, tween = new_image(), Pictures(), Tween(screen.canvas)
    elsewhere = (float(randomly.normal(0, 40)), float(randomly.normal(0, 20)))
    tween.start(Layout(scene.places, scene.index, scene.arrays), scene, elsewhere)
    shares = cycle(np.linspace(0, 1, 12).tolist())
    return lambda: screen.paint(image, screen.crowded, pictures, tween.at(next(shares)))


def _relayout(screen: Screen) -> Act:
    """The places of all cards from their sizes alone."""
    arrays = screen.canvas.scene.arrays
    parents, widths, heights = arrays.parents.tolist(), arrays.width.tolist(), arrays.height.tolist()
    return lambda: TidyTree(parents, widths, heights).place()


def _hit(screen: Screen) -> Act:
    """Finding the card under the mouse, a hundred times."""
    scene = screen.canvas.scene
    width, height = scene.size
    points = cycle([(width * share, height * share) for share in np.linspace(0.01, 0.99, 97).tolist()])

    def act() -> None:
        for _ in range(_HITS):
            scene.card_at(*next(points))

    return act


_OPERATIONS: Final[dict[str, Callable[[Screen], Act]]] = {
    "edit": _edit,
    "reshape": _reshape,
    "pan": _pan,
    "repaint": _repaint,
    "whole_map": _whole_map,
    "zoom": _zoom,
    "tween": _tween,
    "relayout": _relayout,
    "hit": _hit,
}
