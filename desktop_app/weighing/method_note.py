"""How the numbers of a map came about, in the note that every paper with numbers carries (DEPTH 1.6)."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from desktop_app.model.reads import Records, criteria
from desktop_app.model.records import Map, Method, PremiseRule, WeightFrom
from desktop_app.weighing.people.room import are_weights_set
from desktop_app.weighing.results import Results
from desktop_app.weighing.robustness.draws import CONCENTRATION, Firmness
from desktop_app.wording.sentence import Listed, Sentence, say

_SOURCES: Final = {
    WeightFrom.SWINGS: "note.weights.swings",
    WeightFrom.TYPED: "note.weights.typed",
    WeightFrom.RANK: "note.weights.rank",
    WeightFrom.PAIRS: "note.weights.pairs",
    WeightFrom.NOT_RECORDED: "note.weights.not_recorded",
}


def method_note(records: Records, results: Results) -> tuple[Sentence, ...]:
    """What totals, trials and leanings were computed with; nothing where there is neither a total nor a leaning."""
    sentences: list[Sentence] = []
    settings, draws = results.settings, records.get(Map, results.map).draws
    totals = sum(option.total is not None for option in results.options.values())
    if totals:
        sentences.append(_totals(records, results))
    if has_trials(results):
        sentences.append(
            say(
                "note.trials.equal" if _are_unset(records, results) else "note.trials",
                draws=f"{draws:,}",
                seed=settings.seed,
                numpy=settings.numpy_version,
                firmness=say(f"note.firmness.{Firmness.REASONABLE.value}"),
                k=f"{CONCENTRATION[Firmness.REASONABLE]:g}",
            )
        )
    leanings = any(card.leaning is not None for card in results.cards.values())
    if totals > 1 or leanings:
        sentences.append(say("note.level"))
    if leanings:
        rule = "weakest" if settings.premise_rule is PremiseRule.WEAKEST else "product"
        sentences.append(
            say(
                "note.leanings",
                method=method_name(settings.method),
                sharpness=f"{settings.sharpness:g}",
                rule=say(f"note.rule.{rule}"),
            )
        )
        sentences.append(say("note.independent"))
    return tuple(sentences)


def short_note(records: Records, results: Results) -> tuple[Sentence, ...]:
    """The same on one line, for short forms."""
    settings = results.settings
    totals = sum(option.total is not None for option in results.options.values())
    has_leanings = any(card.leaning is not None for card in results.cards.values())
    leanings = say("note.short.leanings", method=method_name(settings.method))
    if totals == 1 and not has_leanings:
        return (say("note.short.one"),)
    if totals < 2:
        return (leanings,) if has_leanings else ()
    if not has_trials(results):
        return (leanings if has_leanings else say("note.short.untried"),)
    k = f"{CONCENTRATION[Firmness.REASONABLE]:g}"
    key = "note.short" if has_leanings else "note.short.totals"
    key += ".equal" if _are_unset(records, results) else ""
    return (say(key, draws=f"{records.get(Map, results.map).draws:,}", seed=settings.seed, k=k),)


def method_name(method: Method) -> Sentence:
    """A method of weighing in a sentence."""
    return say(f"note.method.{method.name.lower()}")


def has_trials(results: Results) -> bool:
    """Whether anything varies that could change what comes first among several."""
    ranked = {option for option, result in results.options.items() if result.total is not None}
    counted = {criterion for criterion, weight in results.weights.items() if weight > 0}
    return len(ranked) > 1 and (
        len(counted) > 1
        or any(
            cell.score is None or not cell.score.is_certain
            for (option, criterion), cell in results.cells.items()
            if option in ranked and criterion in counted
        )
    )


def _are_unset(records: Records, results: Results) -> bool:
    """Whether nobody set a weight and all that count do so alike."""
    counted = {weight for weight in results.weights.values() if weight > 0}
    return len(counted) == 1 and not are_weights_set(records, results.map)


def _totals(records: Records, results: Results) -> Sentence:
    """Where the weights come from; weights of which nothing is recorded and that are all alike were never set."""
    if _are_unset(records, results):
        return say("note.totals.unset")
    counted = [item for item in criteria(records, results.map) if results.weights[item.id] > 0]
    return say("note.totals", sources=Listed(tuple(_sources(Counter(item.weight_from for item in counted))), most=None))


def _sources(counts: Counter[WeightFrom]) -> Iterator[Sentence]:
    for source, key in _SOURCES.items():
        if counts[source]:
            yield say(key, count=counts[source])
