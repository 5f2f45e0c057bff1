"""Bars on a slide as a chart that can be edited; its numbers are whole, as every other format has them."""

import re
from dataclasses import dataclass
from typing import Final

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION
from pptx.slide import Slide
from pptx.util import Length, Pt

from desktop_app.briefing.content.clean import visible
from desktop_app.briefing.content.spread import WholeSpread
from desktop_app.drawing.palette import Role, palette

_WHOLE: Final = "0"
_SIGNED: Final = '+0;"\N{MINUS SIGN}"0;0'
_LABEL: Final = Pt(13)
_ACTIVE: Final = re.compile(r"\s*(?:[={@+-]|\w+:)")
_UNSEEN: Final = "\N{ZERO WIDTH SPACE}"

Place = tuple[Length, Length, Length, Length]


@dataclass(frozen=True, slots=True)
class NativeBar:
    """A bar: its name, its number and how that is written ("31–56", "+4")."""

    label: str
    spread: WholeSpread
    shown: str
    role: Role


@dataclass(frozen=True, slots=True)
class SlideChart:
    """Bars on one scale.

    Attributes:
        title: of what the bars show.
        alt: the same in words for who cannot see it.
        bars: from the top, at least one.
        range_names: what the ends of bars that are ranges are called: at least, at most.
        is_share: whether the scale runs from 0 to 100 whatever the bars are.
    """

    title: str
    alt: str
    bars: tuple[NativeBar, ...]
    range_names: tuple[str, str]
    is_share: bool = False


def add_chart(slide: Slide, chart: SlideChart, place: Place) -> None:
    """Draws a chart on a slide; a bar whose number is a range is solid up to its least, light up to its most."""
    has_ranges = any(bar.spread.likely is None for bar in chart.bars)
    is_signed = any(bar.shown[:1] in {"+", "\N{MINUS SIGN}"} for bar in chart.bars)
    told = CategoryChartData(number_format=_SIGNED if is_signed else _WHOLE)
    told.categories = [_harmless(visible(bar.label)) for bar in chart.bars]
    if has_ranges:
        least, most = chart.range_names
        told.add_series(most, [bar.spread.most for bar in chart.bars])
        told.add_series(least, [bar.spread.least for bar in chart.bars])
    else:
        told.add_series(_harmless(visible(chart.title)), [bar.spread.likely for bar in chart.bars])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, told)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", visible(chart.alt))  # noqa: SLF001
    _set_axes(frame.chart, chart)
    outer, *inner = frame.chart.plots[0].series
    _label(outer, chart.bars)
    for series in inner or [outer]:
        _fill(series, [bar.role for bar in chart.bars])
    if inner:
        _fill(outer, [Role.HEAT_HIGH if bar.spread.likely is None else bar.role for bar in chart.bars])


def _set_axes(drawn: Chart, chart: SlideChart) -> None:
    drawn.has_legend = False
    drawn.has_title = False
    names, numbers = drawn.category_axis, drawn.value_axis
    names.reverse_order = True
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.tick_labels.font.size = _LABEL
    numbers.visible = False
    numbers.has_major_gridlines = False
    if chart.is_share:
        numbers.minimum_scale, numbers.maximum_scale = 0, 100
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = 60, 100


def _label(series: BarSeries, bars: tuple[NativeBar, ...]) -> None:
    """Writes the numbers at the ends of the bars: by themselves, so that they follow an edit, but for ranges."""
    labels = series.data_labels
    labels.show_value = True
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size = _LABEL
    for index, bar in enumerate(bars):
        if bar.spread.likely is None:
            label = series.points[index].data_label
            label.text_frame.text = bar.shown
            label.text_frame.paragraphs[0].runs[0].font.size = _LABEL
            label.position = XL_LABEL_POSITION.OUTSIDE_END


def _fill(series: BarSeries, roles: list[Role]) -> None:
    colours = palette("light")
    series.invert_if_negative = False
    for index, role in enumerate(roles):
        fill = series.points[index].format.fill
        fill.solid()
        fill.fore_color.rgb = RGBColor.from_string(colours[role].removeprefix("#").upper()[:6])


def _harmless(label: str) -> str:
    """A label that the workbook behind a chart takes for text: no formula, no address; what is added is not seen."""
    return f"{_UNSEEN}{label}" if _ACTIVE.match(label) else label
