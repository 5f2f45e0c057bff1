"""What a room waits for: the next step of a subject, and a subject laid out anew, as after an edit before its eyes."""

from collections.abc import Iterator
from itertools import cycle
from typing import Final

from PySide6.QtGui import QFont, QPainter, QTextLayout

from benchmarks.maps import Sample
from benchmarks.measuring import Act, Effort, Result, best, between, cpu_ms
from benchmarks.screen import BLIT, HEIGHT, WIDTH, Blit, new_image
from desktop_app.drawing.palette import palette
from desktop_app.model import reads
from desktop_app.session import Session
from desktop_app.ui.pages.present.pages import Screen, lay_out, lay_out_slide
from desktop_app.ui.pages.present.painting import paint_page
from desktop_app.viewmodels.present.steps import Step, steps

LIMITS: Final = {"step": 25.0, "subject": 25.0}
_SCREEN: Final = Screen(WIDTH, HEIGHT, 8.0)
_TEXTS: Final = "its texts, each broken into lines once by Qt"


def measure_room(sample: Sample, effort: Effort, names: frozenset[str]) -> Iterator[Result]:
    """Measures the audience's screen on the subject of a sample that has most to show."""
    session = Session.open(sample.path)
    try:
        map_id = reads.maps(session.document)[0].id
        found = steps(session.document, map_id, session.results(map_id, None))
    finally:
        session.close()
    largest = max(found, key=lambda step: len(step.slide.items))
    shown = [step for step in found if step.slide is largest.slide]
    if not names or "step" in names:
        blit = Blit()
        measure = _turning(shown)
        ratio, cost = best(
            effort.rounds, LIMITS["step"], lambda: between(blit.ms, lambda: cpu_ms(measure, effort.frames))
        )
        yield Result("step", sample.cards, ratio, LIMITS["step"], BLIT, cost)
    if not names or "subject" in names:
        ratio, cost = best(
            effort.rounds,
            LIMITS["subject"],
            lambda: between(
                lambda: cpu_ms(lambda: _plain(largest), effort.runs),
                lambda: cpu_ms(lambda: _anew(largest), effort.runs),
            ),
        )
        yield Result("subject", sample.cards, ratio, LIMITS["subject"], _TEXTS, cost)


def _turning(shown: list[Step]) -> Act:
    """One step after the other is painted; they are laid out already."""
    image = new_image()
    colours = palette("projector")
    turns = cycle(shown)

    def act() -> None:
        page = lay_out(next(turns), _SCREEN, numbers=True)[0]
        with QPainter(image) as painter:
            paint_page(painter, page, colours)

    return act


def _anew(step: Step) -> None:
    lay_out_slide.cache_clear()
    lay_out_slide(step.slide, _SCREEN)


def _plain(step: Step) -> None:
    font = QFont()
    font.setPixelSize(_SCREEN.floor_px)
    for item in step.slide.items:
        layout = QTextLayout(item.text, font)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(WIDTH / 2)
        layout.endLayout()
