"""Every figure of the example's brief, computed again from its records by the formulas alone (WEIGHING 1.2, 2)."""

import math
import re
from collections.abc import Iterator
from typing import TypeVar

import pytest

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import (
    ArgumentsPart,
    BriefContent,
    ChartsPart,
    GroupsPart,
    MatrixPart,
    OptionsPart,
    Part,
    TablePart,
)
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, CriterionId, MapId, PerspectiveId
from desktop_app.model.reads import arguments_on, criteria, maps, option_letters, perspectives, premises_of
from desktop_app.model.records import Argument, Card, Override, Premise, Score, ScoreMode
from desktop_app.samples import create_example
from desktop_app.weighing.results import weigh
from tests.sure import sure

P = TypeVar("P", bound=Part)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    with create_example(tmp_path_factory.mktemp("example") / "example.steelyard") as session:
        yield session.document


@pytest.fixture(scope="module")
def options_map(example: Document) -> MapId:
    return maps(example)[1].id


@pytest.fixture(scope="module")
def content(example: Document, options_map: MapId) -> BriefContent:
    return compose(example, options_map, weigh(example, options_map), draw=False)


def whole(number: float) -> int:
    return math.floor(abs(number) + 0.5) * (1 if number >= 0 else -1)


def signed(number: float) -> str:
    rounded = whole(number)
    return "0" if rounded == 0 else f"{'+' if rounded > 0 else '−'}{abs(rounded)}"


class ByHand:
    """The log-odds balance by recursion; the example has neither loops nor undercuts."""

    def __init__(self, document: Document, perspective: PerspectiveId | None = None) -> None:
        self.document = document
        self.given = {
            (item.card, item.argument, item.criterion, item.option): item.likely
            for item in document.all(Override)
            if item.perspective == perspective
        }

    def importance(self, argument: Argument) -> float | None:
        return self.given.get((None, argument.id, None, None), argument.importance)

    def strength(self, card_id: CardId) -> float:
        card = self.document.get(Card, card_id)
        base = self.given.get((card_id, None, None, None), card.plausibility)
        base = 0.5 if base is None else base
        return 1 / (1 + math.exp(-(math.log(base / (1 - base)) + sum(self.points(a) for a in self.on(card_id)) / 100)))

    def on(self, card_id: CardId) -> list[Argument]:
        return [a for a in self.document.all(Argument) if a.target_card == card_id and self.importance(a) is not None]

    def points(self, argument: Argument) -> float:
        body = min(self.strength(premise.card) for premise in premises_of(self.document, argument.id))
        return 100 * (1 if argument.stance.value == "supports" else -1) * sure(self.importance(argument)) * body

    def leaning(self, card_id: CardId) -> float:
        return 100 * (2 * self.strength(card_id) - 1)

    def score(self, option: CardId, criterion: CriterionId) -> float:
        for score in self.document.all(Score):
            if (score.option, score.criterion) == (option, criterion) and score.mode is ScoreMode.JUDGED:
                return sure(self.given.get((None, None, criterion, option), score.likely))
        raise AssertionError("not scored")

    def totals(self, map_id: MapId) -> dict[CardId, float]:
        rows = criteria(self.document, map_id)
        raw = [sure(self.given.get((None, None, row.id, None), row.weight)) for row in rows]
        shares = [weight / sum(raw) for weight in raw]
        return {
            option: sum(share * self.score(option, row.id) for share, row in zip(shares, rows, strict=True))
            for option in option_letters(self.document, map_id)
        }


def part_of(content: BriefContent, kind: type[P], name: str = "") -> P:
    return next(part for part in content.parts if isinstance(part, kind) and getattr(part, "kind", "") in {"", name})


def test_weights_scores_and_totals(content: BriefContent, example: Document, options_map: MapId) -> None:
    by_hand, matrix = ByHand(example), part_of(content, MatrixPart)
    rows, letters = criteria(example, options_map), option_letters(example, options_map)
    for row, criterion in zip(matrix.rows, rows, strict=True):
        assert row.weight == f"{whole(100 * criterion.weight / sum(item.weight for item in rows))} %"
        for cell, option in zip(row.cells, letters, strict=True):
            assert cell.text == str(whole(by_hand.score(option, criterion.id)))
            assert cell.heat == by_hand.score(option, criterion.id) / 100
    totals = by_hand.totals(options_map)
    assert matrix.totals == tuple(str(whole(totals[option])) for option in letters)


def test_options_stand_by_total_with_their_leaning(
    content: BriefContent, example: Document, options_map: MapId
) -> None:
    by_hand = ByHand(example)
    totals, letters = by_hand.totals(options_map), option_letters(example, options_map)
    ranked = sorted(totals, key=lambda option: -totals[option])
    lines = part_of(content, OptionsPart).options
    assert [line.letter for line in lines] == [letters[option] for option in ranked]
    for line, option in zip(lines, ranked, strict=True):
        assert line.number == str(whole(totals[option]))
        assert line.share == pytest.approx(totals[option] / 100)
        side = "for" if by_hand.leaning(option) > 0 else "against"
        assert f"Leans {side}, {signed(by_hand.leaning(option))}." in " ".join(line.sentences)


def test_strengths_and_points_of_pros_and_cons(content: BriefContent, example: Document, options_map: MapId) -> None:
    by_hand = ByHand(example)
    checked = 0
    for part in content.parts:
        for point in (*part.pros, *part.cons) if isinstance(part, ArgumentsPart) else ():
            card = next(item for item in example.all(Card) if item.text == point.text and item.map == options_map)
            said = " ".join(point.remarks)
            found = re.search(r"strength (\d+) (\S+) points", said)
            assert found, said
            argument = example.get(Argument, next(p.argument for p in example.all(Premise) if p.card == card.id))
            assert found[1] == str(whole(100 * by_hand.strength(card.id)))
            assert found[2] == signed(by_hand.points(argument))
            checked += 1
    assert checked == len([a for a in example.all(Argument) if a.map == options_map])


def test_the_lead_and_what_each_criterion_adds_to_it(
    content: BriefContent, example: Document, options_map: MapId
) -> None:
    by_hand, letters = ByHand(example), option_letters(example, options_map)
    totals = by_hand.totals(options_map)
    first, second = sorted(totals, key=lambda option: -totals[option])[:2]
    gap = totals[first] - totals[second]
    named = {card.id: f"{card.text} ({letters[card.id]})" for card in example.all(Card) if card.id in letters}
    ahead = f"{whole(gap)} points ahead of {named[second]}"
    assert content.leads[0] == f"{named[first]} comes first with {whole(totals[first])} of 100, {ahead}."
    chart = part_of(content, ChartsPart).charts[0]
    rows = criteria(example, options_map)
    whole_weight = sum(row.weight for row in rows)
    for bar in chart.bars:
        row = next(item for item in rows if item.name == bar.label)
        adds = row.weight / whole_weight * (by_hand.score(first, row.id) - by_hand.score(second, row.id))
        assert bar.value == pytest.approx(adds)
        assert bar.number == signed(adds)
    assert sum(bar.value for bar in chart.bars) == pytest.approx(gap)


def test_what_each_argument_adds_to_the_leader(content: BriefContent, example: Document, options_map: MapId) -> None:
    by_hand = ByHand(example)
    totals = by_hand.totals(options_map)
    leader = max(totals, key=lambda option: totals[option])
    expected = sorted((by_hand.points(a) for a in arguments_on(example, leader)), key=lambda points: -abs(points))
    bars = part_of(content, ChartsPart).charts[-1].bars
    assert [bar.value for bar in bars] == pytest.approx(expected)


def test_the_same_map_in_every_perspective(content: BriefContent, example: Document, options_map: MapId) -> None:
    letters = option_letters(example, options_map)
    table = part_of(content, TablePart, "perspectives")
    sheets = [None, *(item.id for item in perspectives(example, options_map))]
    assert len(table.rows) == len(sheets)
    for row, sheet in zip(table.rows, sheets, strict=True):
        totals = ByHand(example, sheet).totals(options_map)
        assert row[1:-1] == tuple(str(whole(totals[option])) for option in letters)
        assert row[-1] == letters[max(totals, key=lambda option: totals[option])]


def test_scores_that_contradict_their_arguments(content: BriefContent, example: Document, options_map: MapId) -> None:
    by_hand, letters = ByHand(example), option_letters(example, options_map)
    said = []
    for option, letter in letters.items():
        for row in criteria(example, options_map):
            tagged = [a for a in by_hand.on(option) if a.criterion == row.id]
            score = by_hand.score(option, row.id)
            argued = 100 / (1 + math.exp(-sum(by_hand.points(a) for a in tagged) / 100))
            if tagged and (score - 50) * (argued - 50) < 0 and abs(score - argued) >= 20:
                said.append(
                    f"{letter} on {row.name}: scored {whole(score)}, but its pros and cons make it {whole(argued)}."
                )
    assert part_of(content, GroupsPart, "disagreements").groups[0].items == tuple(said)


def test_the_strongest_point_against_the_leader(content: BriefContent, example: Document, options_map: MapId) -> None:
    by_hand = ByHand(example)
    totals = by_hand.totals(options_map)
    leader = max(totals, key=lambda option: totals[option])
    worst = min(arguments_on(example, leader), key=by_hand.points)
    assert sure(content.against)[1].text == example.get(Card, premises_of(example, worst.id)[0].card).text


def test_the_leaning_of_a_question_without_options(example: Document) -> None:
    map_id = maps(example)[0].id
    content = compose(example, map_id, weigh(example, map_id), draw=False)
    question = next(card for card in example.all(Card) if card.map == map_id and card.kind.value == "question")
    leaning = ByHand(example).leaning(question.id)
    part = part_of(content, ArgumentsPart)
    assert (
        f"Leans {'for' if leaning > 0 else 'against'}, {signed(leaning)} (1 claim counted as even)."
        in part.sentences[0]
    )
    table = part_of(content, TablePart, "perspectives")
    sheets = [None, *(item.id for item in perspectives(example, map_id))]
    assert [row[1] for row in table.rows] == [signed(ByHand(example, s).leaning(question.id)) for s in sheets]
