"""Drawn charts of what a ranking hangs on: the weight that turns it soonest, and how far doubt moves the lead."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.briefing.content import Picture
from desktop_app.briefing.presets import Preset
from desktop_app.drawing.charts.picture import CAPTION
from desktop_app.drawing.charts.picture import Chart as Drawn
from desktop_app.drawing.charts.robustness import sweep_picture, tornado_picture
from desktop_app.drawing.measure import elide
from desktop_app.model.ids import MapId
from desktop_app.model.reads import Records
from desktop_app.weighing.robustness.report import Report
from desktop_app.weighing.robustness.sentences import read_names
from desktop_app.weighing.robustness.sweep import Sweep
from desktop_app.wording.rounding import whole

_WIDTH: Final = 640.0  # fills a page with letters as large as those of tables
_WIDTH_BESIDE_MARKS: Final = 440.0
_MOST_BARS: Final = 10
_LONGEST_ALT: Final = 400
_NAME: Final = 0.5  # of the width


def picture_width(form: Preset) -> float:
    """How wide pictures are drawn for the pages of a form."""
    return _WIDTH_BESIDE_MARKS if form.marks else _WIDTH


def robustness_pictures(records: Records, map_id: MapId, found: Report, width: float) -> Iterator[Picture]:
    """The sweep of the weight that turns the ranking soonest, if one does, and the doubt about the lead, if any."""
    names = read_names(records, map_id, found.complete)
    soonest = _soonest(found.sweeps)
    if soonest is not None:
        title = f"If only the weight of {names.criteria[soonest.criteria[0]]} changed: the total of each option"
        short = tuple(elide(name, CAPTION, width * _NAME) for name in names.criteria)
        yield _picture(title, sweep_picture(soonest, replace(names, criteria=short), width))
    if any(whole(bar.span) for bar in found.bars):
        second = min(found.pairs, key=lambda pair: (pair.difference, pair.other))
        first, other = names.options[second.one], names.options[second.other]
        title = f"How far doubt about each score moves the lead of {first} over {other}, in points"
        yield _picture(title, tornado_picture(found.bars[:_MOST_BARS], second.difference, names, width))


def _soonest(swept: Sequence[Sweep]) -> Sweep | None:
    """The weight that needs the smallest change before somebody else leads."""
    turning = (item for item in swept if item.switches)
    return min(turning, key=lambda item: min(abs(share - item.now) for share in item.switches), default=None)


def _picture(title: str, drawn: Drawn) -> Picture:
    alt = f"{title}. {drawn.words}"
    shown = alt if len(alt) <= _LONGEST_ALT else f"{alt[: _LONGEST_ALT - 1]}…"
    return Picture(title, shown, drawn.width, drawn.height, drawn.shapes)
