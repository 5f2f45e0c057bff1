"""Value against an amount, in sentences: who gives as much for less, whom that leaves out, what each step costs."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from desktop_app.model.ids import CardId
from desktop_app.weighing.criteria.totals import NOISE
from desktop_app.weighing.robustness.cost import Better, CostPicture
from desktop_app.wording.rounding import whole
from desktop_app.wording.sentence import Listed, Sentence, Signed, Value, say


def cost_sentences(picture: CostPicture, letters: Mapping[CardId, str]) -> tuple[Sentence, ...]:
    """Who is on the frontier, who is beaten and by whom, the steps along it, and who stands outside.

    Nothing where fewer than two options can be compared.
    """
    if len(picture.points) < 2:
        return ()
    sentences: list[Sentence] = []
    frontier = Listed(tuple(letters[point.option] for point in picture.frontier), most=None)
    beaten = tuple(_beaten(picture, letters))
    is_certain = all(point.is_certain for point in picture.points)
    key = f"cost.{picture.better.value}{'' if is_certain else '.open'}"
    if beaten:
        sentences.append(say(f"{key}.beaten", fact=picture.name, frontier=frontier, beaten=Listed(beaten)))
    else:
        sentences.append(say(key, fact=picture.name, frontier=frontier))
    if picture.outside:
        options = Listed(tuple(letters[option] for option in picture.outside))
        sentences.append(say("cost.outside", options=options, count=len(picture.outside)))
    if picture.better is Better.LESS:
        sentences += _steps(picture, letters)
    return tuple(sentences)


def _beaten(picture: CostPicture, letters: Mapping[CardId, str]) -> Iterator[Sentence]:
    is_less = picture.better is Better.LESS
    by_option = {point.option: point for point in picture.points}
    for point in picture.points:
        if point.beaten_by is None:
            continue
        better = by_option[point.beaten_by]
        is_strict = better.total[0] > point.total[1] + NOISE and better.amount != point.amount
        kinds = ("less", "no_more") if is_less else ("more", "no_less")
        kind = kinds[0] if is_strict else kinds[1]
        yield say(f"cost.beaten.{kind}", better=letters[better.option], worse=letters[point.option])


def _steps(picture: CostPicture, letters: Mapping[CardId, str]) -> Iterator[Sentence]:
    """From the cheapest of the frontier to the dearest; nothing where a total of it is open."""
    frontier = picture.frontier
    if not all(point.is_certain for point in frontier):
        return
    steps = [(one, other) for one, other in pairwise(frontier) if other.amount != one.amount]
    clauses: list[Sentence] = []
    for one, other in steps:
        change = other.total[0] - one.total[0]
        values: dict[str, Value] = {
            "one": letters[one.option],
            "other": letters[other.option],
            "change": Signed(change),
            "amount": picture.unit.shown(other.amount - one.amount),
        }
        clauses.append(
            say("cost.step", **values) if clauses else say("cost.step.first", points=abs(whole(change)), **values)
        )
    if clauses:
        yield say("cost.steps", steps=Listed(tuple(clauses), most=None))
