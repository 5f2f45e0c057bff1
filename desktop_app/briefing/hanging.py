"""What the ranking hangs on: what each criterion adds to the lead, and what each argument adds to the leader."""

from collections.abc import Iterator, Mapping
from typing import Final

from desktop_app.briefing.content import Bar, Chart, ChartsPart, Side
from desktop_app.briefing.pictures import robustness_pictures
from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records, arguments_on, criteria
from desktop_app.model.records import CardKind
from desktop_app.weighing.agreement import agreement, agreement_sentence
from desktop_app.weighing.matrix import OptionResult
from desktop_app.weighing.results import Results
from desktop_app.weighing.robustness.draws import WeightKnowledge
from desktop_app.weighing.robustness.report import Report
from desktop_app.weighing.sentences import argument_name
from desktop_app.weighing.strength import StrengthGraph
from desktop_app.wording.rounding import signed, whole

_MOST_BARS: Final = 10


def hanging_part(
    records: Records,
    results: Results,
    strengths: StrengthGraph,
    found: Report | None,
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
        found: how the ranking stands when numbers vary; None where no option has a total.
        letters: of the options.
        title: of the part.
        with_charts: whether to draw, or only to say it.
        width: of pictures, in units of a drawing; 0 for formats that do without them.
    """
    said: list[str] = list(found.sentences) if found is not None else []
    charts: list[Chart] = []
    ranking = results.ranking
    if len(ranking) > 1:
        parts = list(_lead_by_criterion(records, results, ranking[0], ranking[1]))
        if parts:
            first, second = letters[ranking[0].option], letters[ranking[1].option]
            charts.append(_lead_chart(first, second, parts))
    charts += _first_place_chart(found, letters)
    target = _target(results)
    if target is not None:
        name = letters.get(target, "")
        bars = list(_argument_bars(records, results, target))
        if bars:
            charts.append(_argument_chart(name, bars))
            said.append(_argument_sentence(name, bars))
            agreed = agreement(strengths, target)
            said += [agreement_sentence(agreed)] if agreed is not None else []
    if not said:
        return None
    if not with_charts:
        return ChartsPart(title, tuple(said), ())
    pictures = robustness_pictures(records, results.map, found, width) if found is not None and width else ()
    return ChartsPart(title, tuple(said), tuple(charts), tuple(pictures))


def _lead_by_criterion(
    records: Records, results: Results, first: OptionResult, second: OptionResult
) -> Iterator[tuple[str, float]]:
    """Criterion and what it adds to the difference of the totals, in points; all of them add up to it.

    Nothing where a score is missing: the difference is then no one number.
    """
    found = []
    for criterion in criteria(records, results.map):
        mine, other = (results.cells[option.option, criterion.id].score for option in (first, second))
        if mine is None or other is None:
            if results.weights[criterion.id]:
                return
            continue
        found.append((criterion.name, results.weights[criterion.id] * (mine.likely - other.likely)))
    yield from sorted(found, key=lambda item: -item[1])


def _lead_chart(first: str, second: str, parts: list[tuple[str, float]]) -> Chart:
    bars = tuple(
        Bar(name, signed(points), points, Side.PRO if points >= 0 else Side.CON) for name, points in parts[:_MOST_BARS]
    )
    title = f"{first} against {second}: what each criterion adds to the difference, in points"
    alt = f"{title}: {'; '.join(f'{bar.label} {bar.number}' for bar in bars)}."
    return Chart(title, alt[:400], (f"for {second}", f"for {first}"), bars)


def _first_place_chart(found: Report | None, letters: Mapping[CardId, str]) -> Iterator[Chart]:
    """In how many of a hundred runs with weights around those given each option comes first."""
    simulations = found.simulations if found is not None and len(found.table.options) > 1 else ()
    for simulation in simulations:
        if simulation.knowledge is not WeightKnowledge.AROUND:
            continue
        shares = [
            (letters[option], 100 * ranks[0])
            for option, ranks in zip(simulation.options, simulation.acceptability.ranks, strict=True)
        ]
        bars = tuple(
            Bar(name, str(whole(share)), share)
            for name, share in sorted(shares, key=lambda item: -item[1])[:_MOST_BARS]
        )
        title = "Ranked first, in runs of 100 with weights around those given"
        yield Chart(title, f"{title}: {'; '.join(f'{bar.label} {bar.number}' for bar in bars)}."[:400], ("", ""), bars)


def _target(results: Results) -> CardId | None:
    """The leader, or the only question that arguments speak to where nothing is ranked."""
    if results.ranking:
        return results.ranking[0].option
    asked = [card.card for card in results.cards.values() if card.kind is CardKind.QUESTION and card.weighed]
    return asked[0] if len(asked) == 1 else None


def _argument_bars(records: Records, results: Results, target: CardId) -> Iterator[Bar]:
    found = []
    for argument in arguments_on(records, target):
        points = results.arguments[argument.id].points
        if points is not None:
            found.append((argument_name(records, argument.id)[1:-1], points))
    for name, points in sorted(found, key=lambda item: -abs(item[1]))[:_MOST_BARS]:
        yield Bar(name, signed(points), points, Side.PRO if points >= 0 else Side.CON)


def _argument_chart(name: str, bars: list[Bar]) -> Chart:
    title = f"What each pro and con adds{f' to {name}' if name else ''}, in points of strength"
    alt = f"{title}: {'; '.join(f'{bar.label} {bar.number}' for bar in bars)}."
    return Chart(title, alt if len(alt) <= 400 else f"{alt[:399]}…", ("against", "for"), tuple(bars))


def _argument_sentence(name: str, bars: list[Bar]) -> str:
    heaviest = bars[0]
    of = f" on {name}" if name else ""
    return f"The heaviest point{of} is “{heaviest.label}” ({heaviest.number} points)."
