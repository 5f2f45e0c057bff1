"""What the ranking hangs on: what each criterion adds to the lead, and what each argument adds to the leader."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.briefing.content.parts import BriefBar, BriefChart, ChartsPart, PointSide
from desktop_app.briefing.content.pictures import robustness_pictures
from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records
from desktop_app.model.records import CardKind
from desktop_app.weighing.arguments.method_agreement import agreement, agreement_sentence
from desktop_app.weighing.arguments.sentences import argument_text, bridge_sentence, quoted
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.weighing.arguments.waterfall import StepUnit, waterfall
from desktop_app.weighing.criteria.lead import outside_sentence
from desktop_app.weighing.criteria.totals import is_ahead
from desktop_app.weighing.results import Results
from desktop_app.weighing.robustness.draws import WeightKnowledge
from desktop_app.weighing.robustness.report import Report
from desktop_app.weighing.robustness.sentences import trials_sentence
from desktop_app.wording.rounding import hundreds, signed, whole
from desktop_app.wording.sentence import Sentence, Signed, say, spoken, text

_MOST_BARS: Final = 10
_MOST_TURNS: Final = 8
_MOST_SHORT: Final = 4
_LONGEST_ALT: Final = 400


def hanging_part(
    records: Records,
    results: Results,
    strengths: StrengthGraph,
    report: Report | None,
    letters: Mapping[CardId, str],
    title: str,
    *,
    with_charts: bool,
    width: float = 0.0,
) -> ChartsPart | None:
    """Sentences and charts about the lead; None where nothing leads or nothing is weighed.

    Args:
        records: the workbook.
        results: what the map adds up to.
        strengths: the graph behind them.
        report: how the ranking stands when numbers vary; None where no option has a total.
        letters: of the options.
        title: of the part.
        with_charts: whether to draw, or only to say it.
        width: of pictures, in units of a drawing; 0 for formats that do without them.
    """
    sentences = _sentences(report)
    charts: list[BriefChart] = []
    if report is not None and report.pairs:
        charts += _lead_chart(report)
        charts += _first_place_chart(report)
    target = _target(results)
    if target is not None:
        name = letters.get(target, "")
        unit, bars = _argument_bars(records, strengths, target, results.settings.seed)
        if any(whole(bar.value) for bar in bars):
            charts.append(_argument_chart(name, bars, unit))
            sentences += _argument_sentence(name, bars, unit)
        agreed = agreement(strengths, target)
        sentences += [str(agreement_sentence(agreed, name))] if agreed is not None else []
    if not sentences:
        return None
    if not with_charts:
        return ChartsPart(title, tuple(sentences), ())
    pictures = robustness_pictures(report, letters, width) if report is not None and width else ()
    return ChartsPart(title, tuple(sentences), tuple(charts), tuple(pictures))


def first_of(part: ChartsPart) -> ChartsPart:
    """The same for a short form: its first sentences and chart, and how many are left out."""
    left_out = len(part.sentences) - _MOST_SHORT
    sentences = part.sentences[:_MOST_SHORT]
    if left_out > 0:
        sentences = (*sentences, text("short.further", count=left_out))
    return replace(part, sentences=sentences, charts=part.charts[:1], pictures=())


def _sentences(report: Report | None) -> list[str]:
    """What the lead hangs on; who stands outside right after the first of it."""
    if report is None:
        return []
    sentences = _nearest([sentence for sentence in report.sentences if sentence not in report.lead])
    outside = outside_sentence(report.names)
    return [str(sentence) for sentence in (*sentences[:1], *(outside if sentences else ()), *sentences[1:])]


def _nearest(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The same with the nearest turns of weights only, which come first, and that there are others."""
    turns = [sentence for sentence in sentences if sentence.key.startswith(("weight.turn", "weight.may"))]
    further = turns[_MOST_TURNS:]
    kept: list[Sentence] = []
    for sentence in sentences:
        if further and sentence is further[0]:
            kept.append(say("weight.further"))
        if sentence not in further:
            kept.append(sentence)
    return kept


def _lead_chart(report: Report) -> Iterator[BriefChart]:
    """What each criterion adds to the difference of the totals, in points; they add up to it.

    Nothing where a score of the pair is missing: the difference is then no one number.
    """
    pair = next(pair for pair in report.pairs if pair.other == report.standing.rival)
    if not pair.is_certain:
        return
    names = report.names
    parts = [(name, points) for name, (points, _) in zip(names.criteria, pair.points, strict=True)]
    bars = tuple(_signed(name, points) for name, points in sorted(_fitting(parts), key=lambda item: -item[1]))
    one, other = names.options[pair.one], names.options[pair.other]
    title = text("chart.pair", one=one, other=other)
    yield BriefChart(
        title,
        _alt(title, bars),
        (text("chart.for", option=other), text("chart.for", option=one)),
        bars,
        _outside(report),
    )


def _first_place_chart(report: Report) -> Iterator[BriefChart]:
    """In how many of a hundred trials with weights around those given each option comes first."""
    for simulation in report.simulations:
        sentence = trials_sentence(simulation, report.table, report.names)
        if simulation.knowledge is not WeightKnowledge.AROUND or sentence is None:
            continue  # one weight alone cannot vary
        # Whole already, so that every format draws and prints the same number.
        counts = hundreds(simulation.acceptability.firsts)
        parts = [(name, float(count)) for name, count in zip(report.names.options, counts, strict=True)]
        shown = sorted(_fitting(parts), key=lambda item: -item[1])
        bars = tuple(BriefBar(name, str(whole(count)), count) for name, count in shown)
        title = text("chart.trials.doubt" if sentence.key.startswith("trials.doubt") else "chart.trials")
        yield BriefChart(title, _alt(title, bars), ("", ""), bars, _outside(report))


def _outside(report: Report) -> str:
    """Who is in no chart of the lead: the note of each."""
    return spoken(outside_sentence(report.names))


def _target(results: Results) -> CardId | None:
    """The leader, or the only question that arguments speak to where nothing is ranked."""
    if results.ranking:
        return results.ranking[0].option
    asked = [card.card for card in results.cards.values() if card.kind is CardKind.QUESTION and card.weighed]
    return asked[0] if len(asked) == 1 else None


def _argument_bars(
    records: Records, strengths: StrengthGraph, target: CardId, seed: int
) -> tuple[StepUnit, list[BriefBar]]:
    """What each pro and con adds to a card, heaviest first: points where the method adds them up, else shares."""
    breakdown = waterfall(strengths, target, seed)
    if breakdown is None:
        return StepUnit.POINTS, []
    parts = [(quoted(argument_text(records, step.argument))[1:-1], step.change) for step in breakdown.steps]
    return breakdown.unit, [_signed(name, change) for name, change in _fitting(parts)]


def _argument_chart(name: str, bars: list[BriefBar], unit: StepUnit) -> BriefChart:
    key = "chart.points" if unit is StepUnit.POINTS else "chart.shares"
    heading = str(say(f"{key}.option", option=name) if name else say(key))
    is_bridged = unit is StepUnit.POINTS and whole(bars[0].value) != 0
    note = str(bridge_sentence(bars[0].value)) if is_bridged else ""
    return BriefChart(heading, _alt(heading, bars), (text("chart.con"), text("chart.pro")), tuple(bars), note)


def _fitting(parts: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """The heaviest parts that there is room for, and all the others together, so that nothing is left out unsaid."""
    heaviest = sorted(parts, key=lambda item: -abs(item[1]))
    if len(heaviest) <= _MOST_BARS:
        return heaviest
    rest = heaviest[_MOST_BARS - 1 :]
    together = text("chart.rest", count=len(rest))
    return [*heaviest[: _MOST_BARS - 1], (together, sum(value for _, value in rest))]


def _signed(name: str, points: float) -> BriefBar:
    return BriefBar(name, signed(points), points, PointSide.PRO if points >= 0 else PointSide.CON)


def _argument_sentence(name: str, bars: list[BriefBar], unit: StepUnit) -> Iterator[str]:
    """The heaviest; nothing where two are as heavy."""
    if len(bars) > 1 and not is_ahead(abs(bars[0].value), abs(bars[1].value)):
        return
    key = "heaviest" if unit is StepUnit.POINTS else "heaviest.share"
    heaviest, number = quoted(bars[0].label), Signed(bars[0].value)
    if name:
        yield text(f"{key}.option", option=name, argument=heaviest, points=number)
    else:
        yield text(key, argument=heaviest, points=number)


def _alt(title: str, bars: Sequence[BriefBar]) -> str:
    alt = f"{title}: {'; '.join(f'{bar.label} {bar.number}' for bar in bars)}."
    return alt if len(alt) <= _LONGEST_ALT else f"{alt[: _LONGEST_ALT - 1]}…"
