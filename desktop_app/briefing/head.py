"""What the head of a brief says about the options: how they stand to one another, in a sentence."""

from collections.abc import Iterator, Mapping

from desktop_app.model.ids import CardId, MapId
from desktop_app.model.reads import Records
from desktop_app.weighing.matrix import NumberKind
from desktop_app.weighing.results import Results
from desktop_app.weighing.robustness.draws import WeightKnowledge
from desktop_app.weighing.robustness.report import Report
from desktop_app.weighing.robustness.sentences import read_names, simulation_sentence, sweeps_sentence
from desktop_app.weighing.sentences import rank_words
from desktop_app.wording.rounding import whole


def robustness_sentences(records: Records, map_id: MapId, found: Report | None) -> Iterator[str]:
    """How often the leader stays first when the weights vary, and which single weight would end its lead."""
    if found is None or len(found.table.options) < 2:
        return
    for simulation in found.simulations:
        if simulation.knowledge is WeightKnowledge.AROUND:
            yield simulation_sentence(simulation, read_names(records, map_id, found.table))
    if found.pairs:
        yield sweeps_sentence(found.sweeps, read_names(records, map_id, found.complete))


def lead_sentences(results: Results, letters: Mapping[CardId, str]) -> Iterator[str]:
    """Who leads, by how much, or why that is open; nothing where fewer than two options are ranked."""
    ranking = results.ranking
    if len(ranking) < 2:
        return
    first, second = ranking[0], ranking[1]
    assert first.rank is not None
    name, other = letters[first.option], letters[second.option]
    if not first.rank.is_certain:
        yield f"Scores are missing: {name} is {rank_words(first.rank)}, so the order is open."
    elif first.rank == second.rank:
        yield f"{name} and {other} share the first place."
    elif first.shows is NumberKind.TOTAL and first.total is not None and second.total is not None:
        if first.total.likely is not None and second.total.likely is not None:
            yield f"{name} leads {other} by {_points(first.total.likely - second.total.likely)} in total."
        else:
            yield f"{name} comes first whatever the missing scores are."
    elif first.leaning is not None and second.leaning is not None:
        yield f"The arguments lean more for {name} than for {other}, by {_points(first.leaning - second.leaning)}."


def _points(difference: float) -> str:
    rounded = whole(abs(difference))
    return "less than a point" if rounded == 0 else f"{rounded} point{'' if rounded == 1 else 's'}"
