"""Drawn charts of what a ranking hangs on: the weight that turns it soonest, and how far doubt moves the lead."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from desktop_app.briefing.content.parts import BriefPicture
from desktop_app.briefing.content.presets import Preset
from desktop_app.drawing.charts.picture import CAPTION
from desktop_app.drawing.charts.picture import DrawnChart as Drawn
from desktop_app.drawing.charts.robustness import cost_chart, doubt_picture, sweep_picture
from desktop_app.drawing.measure import elide
from desktop_app.model.ids import CardId
from desktop_app.weighing.criteria.lead import outside_sentence
from desktop_app.weighing.robustness.cost_sentences import cost_sentences
from desktop_app.weighing.robustness.report import Report
from desktop_app.wording.rounding import whole
from desktop_app.wording.sentence import say, spoken, text

_WIDTH: Final = 640.0  # fills a page with letters as large as those of tables
_WIDTH_BESIDE_MARKS: Final = 440.0
_MOST_BARS: Final = 10
_LONGEST_ALT: Final = 400
_NAME: Final = 0.5  # of the width


def picture_width(form: Preset) -> float:
    """How wide pictures are drawn for the pages of a form."""
    return _WIDTH_BESIDE_MARKS if form.marks else _WIDTH


def robustness_pictures(report: Report, letters: Mapping[CardId, str], width: float) -> Iterator[BriefPicture]:
    """The sweep of the weight that turns the ranking soonest, if one does, and the doubt about the lead, if any.

    Who stands outside is said with each.

    Args:
        report: how the ranking stands when numbers vary.
        letters: of all options, ranked or not.
        width: of a picture, in units of a drawing.
    """
    names = report.names
    outside = "".join(f" {sentence}" for sentence in outside_sentence(names))
    if report.turns:
        swept = report.turns[0].sweep
        title = f"{say('chart.sweep', criterion=names.criteria[swept.criterion])}{outside}"
        short = tuple(elide(name, CAPTION, width * _NAME) for name in names.criteria)
        turns = [turn for turn in report.turns if turn.sweep is swept]
        yield _picture(title, sweep_picture(swept, turns, replace(names, criteria=short), width))
    for cost in report.costs:
        missing = [sentence for sentence in cost_sentences(cost, letters) if sentence.key == "cost.outside"]
        yield _picture(spoken([say("chart.cost", fact=cost.name), *missing]), cost_chart(cost, letters, width))
    if any(whole(bar.span) for bar in report.bars):
        pair = next(pair for pair in report.pairs if pair.other == report.standing.rival)
        first, other = names.options[pair.one], names.options[pair.other]
        key = "chart.doubt" if report.standing.comes_first else "chart.doubt.open"
        title = text(key, one=first, other=other)
        rest = len(report.bars) - _MOST_BARS
        cut = f" {say('chart.widest', count=_MOST_BARS, total=len(report.bars))}" if rest > 0 else ""
        yield _picture(f"{title}{cut}{outside}", doubt_picture(report.bars[:_MOST_BARS], pair, names, width))


def _picture(title: str, drawn: Drawn) -> BriefPicture:
    alt = f"{title} {drawn.words}"
    shown = alt if len(alt) <= _LONGEST_ALT else f"{alt[: _LONGEST_ALT - 1]}…"
    return BriefPicture(title, shown, drawn.width, drawn.height, drawn.shapes)
