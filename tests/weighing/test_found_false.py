"""What the checker of sentences found false, or left out: each by its smallest case."""

import re
from collections.abc import Mapping, Sequence
from typing import Unpack

import pytest

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import ChartsPart
from desktop_app.edits import criteria, scores
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, CitationId, FactId, OverrideId, PerspectiveId, SourceId
from desktop_app.model.records import Citation, Fact, Override, Perspective, PerspectiveKind, Source, WeightFrom
from desktop_app.weighing.arguments.explain import explain
from desktop_app.weighing.arguments.sentences import explanation_sentences, sensitivity_sentence
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.weighing.arguments.tipping_points import sensitivities
from desktop_app.weighing.arguments.waterfall import waterfall, waterfall_sentences
from desktop_app.weighing.criteria.findings import dominates
from desktop_app.weighing.method_note import method_note
from desktop_app.weighing.people.comparing import compare
from desktop_app.weighing.people.group import GroupRule
from desktop_app.weighing.people.group_sentences import comparison_sentences, group_sentences
from desktop_app.weighing.people.room import read_sheets
from desktop_app.weighing.results import weigh
from desktop_app.weighing.robustness.report import report
from desktop_app.wording.rounding import hundreds
from tests.weighing.maps import MAP, RANKS, MapBuilder, ScoreFields
from tests.weighing.test_room import Table, people, together
from tests.weighing.test_true_sentences import reported, said


def test_a_part_of_a_move_is_no_more_than_its_donor_has_and_the_parts_do_what_is_said() -> None:
    # Exactly, 1.28 + 3.85 + 2.5 points would do; rounded to 1, 4 and 3 the second had too little and the lead stayed.
    found = reported([3, 3, 71, 1], [[49, 49, 46, 6], [95, 4, 52, 58]])
    (sentence,) = said(found, "move")
    assert sentence == (
        "A draws level with B if 9 of 100 points of weight move to K2: 1 from K4, 3 from K1 and 5 from K3."
    )


def test_a_move_that_takes_all_the_weight_there_is_is_not_said() -> None:
    found = reported([50, 1], [[100, 100], [25, None]])
    assert said(found, "move") == []


def test_doubt_puts_nobody_on_top_who_is_still_behind_another() -> None:
    # B overtakes A where A's K1 is low, but C, level with A now, stays a point ahead of B.
    found = reported([1, 1, 1], [[(27, 47, 47), 11, 77], [55, 57, 20], [47, 11, (77, 77, 77)]])
    assert said(found, "lead") == ["A and C share first place with 45: less than a point apart."]
    assert said(found, "doubt") == []


def test_doubt_names_no_criterion_that_nobody_doubts() -> None:
    # A may be as low as 49.5 against 49.9 of B: no range has a part in that.
    found = reported([1, 99, 1, 99], [[None, None, 0, 100], [0, 75, 75, 25], [(10, 25, 40), 0, 100, 0]])
    assert said(found, "lead.least")
    assert said(found, "doubt.turns") == []


@pytest.mark.parametrize(
    ("second", "third", "expected"),
    [
        (50, 50, "Of the options above every red line, B and C share first place."),
        (100, None, "Of the options above every red line, B comes first or is level with C."),
        (50, None, "Of the options above every red line, it is open who comes first."),
    ],
)
def test_where_nobody_above_the_red_lines_comes_first_alone_that_is_said(
    second: int, third: int | None, expected: str
) -> None:
    found = reported([50, 40, 10], [[39, 100, 100], [50, 60, second], [50, 60, third]], red_lines={"K1": 40})
    assert said(found, "lead")[0].startswith("A comes first")
    assert said(found, "red") == [expected]


def test_equal_totals_keep_the_order_of_the_map_however_they_were_added_up() -> None:
    rows = [[98, 97, 94], [28, 28, 40], [42, 47, 2]]
    found = reported([0, 2, 1], rows)
    assert said(found, "lead") == ["A comes first with 96 of 100, 64 points ahead of B."]


def with_amounts(rows: Sequence[Sequence[float | None]], amounts: Mapping[str, float]) -> list[str]:
    built = MapBuilder()
    for name in ("K1", "K2", "K3"):
        built.criterion(name, 50.0)
    for letter, row in zip("ABC", rows, strict=False):
        built.option(letter)
        for name, score in zip(("K1", "K2", "K3"), row, strict=True):
            if score is not None:
                built.score(letter, name, score)
        if letter in amounts:
            number = FactId(len(built.records) + 100)
            built.records.append(
                Fact(
                    number,
                    built.card_ids[letter],
                    "Cost (less is better)",
                    f"{amounts[letter]}",
                    amount=amounts[letter],
                )
            )
    document = built.document()
    found = report(document, weigh(document, MAP))
    assert found is not None
    return [str(item) for item in found.sentences if item.key.startswith("cost")]


def test_an_amount_that_one_option_with_a_total_alone_has_is_compared_with_nothing() -> None:
    assert with_amounts([[50, 50, 50], [40, 40, 40], [None] * 3], {"A": 5.0, "C": 9.0}) == []


@pytest.mark.parametrize(("less", "more"), [("A", "B"), ("B", "A")])
def test_equal_totals_are_no_more_for_less(less: str, more: str) -> None:
    (sentence,) = with_amounts([[0, 75, 0], [25, 0, 50]], {less: 5.0, more: 9.0})
    assert sentence == (
        f"Against Cost (less is better) nobody gives as much for less than {less}; "
        f"{less} gives as much as {more} or more for no more."
    )


def test_a_difference_in_the_last_digit_makes_no_option_better() -> None:
    assert not dominates([0.1 + 0.2, 50.0], [0.3, 50.0])
    assert dominates([0.1 + 0.2, 51.0], [0.3, 50.0])


def test_pros_that_nobody_has_weighed_are_counted_among_those_that_rest_on_one_source() -> None:
    built = MapBuilder()
    built.option("A")
    built.records.append(Source(SourceId(1), "draft", "Draft"))
    for place, importance in enumerate((1.0, 0.5, None, None)):
        built.card(f"claim {place}", 0.7)
        built.argue(f"+{place}", f"claim {place}", "A", importance)
        if place != 3:
            built.records.append(Citation(CitationId(10 + place), built.card_ids[f"claim {place}"], SourceId(1)))
    document = built.document()
    sentences = explanation_sentences(
        document, weigh(document, MAP), explain(StrengthGraph(document, MAP), built.card_ids["A"])
    )
    assert "3 of 4 pros rest on @draft alone." in [str(sentence) for sentence in sentences]


def test_one_point_is_one_point() -> None:
    built = MapBuilder()
    built.option("A")
    built.card("claim", 0.5)
    built.argue("+", "claim", "A", 0.02)
    document = built.document()
    way = waterfall(StrengthGraph(document, MAP), built.card_ids["A"])
    assert way is not None
    assert str(waterfall_sentences(document, way)[-1]) == "Together +1 point: Evenly balanced."


def test_who_says_nothing_or_does_not_know_is_not_counted_among_those_who_say_a_number() -> None:
    built = MapBuilder()
    built.option("A")
    built.criterion("K1", 50.0)
    built.score("A", "K1", 30.0)
    people = (
        ("silent", PerspectiveKind.PERSON),
        ("unsure", PerspectiveKind.STAKEHOLDER),
        ("80", PerspectiveKind.STAKEHOLDER),
    )
    for number, (name, kind) in enumerate(people, start=1):
        built.records.append(Perspective(PerspectiveId(number), MAP, name, kind, RANKS[number]))
    option, criterion = built.card_ids["A"], built.criterion_ids["K1"]
    built.records += [
        Override(OverrideId(1), PerspectiveId(2), option=option, criterion=criterion, likely=None),
        Override(OverrideId(2), PerspectiveId(3), option=option, criterion=criterion, likely=80.0),
    ]
    document = built.document()
    found = comparison_sentences(document, compare(document, MAP, read_sheets(document, MAP)))
    (differ,) = [str(sentence) for sentence in found if sentence.key == "group.differ"]
    assert differ == "They differ about the score of A on K1: from 30 to 80 (2 say)."


def test_the_chart_of_a_pair_names_who_stands_outside() -> None:
    built = MapBuilder()
    for option, score in (("A", 80.0), ("B", 40.0), ("C", None)):
        built.option(option)
        if score is None:
            continue
        if "K1" not in built.ids:
            built.criterion("K1", 50.0)
        built.score(option, "K1", score)
    document = built.document()
    content = compose(document, MAP, weigh(document, MAP), draw=False)
    charts = [chart for part in content.parts if isinstance(part, ChartsPart) for chart in part.charts]
    assert charts
    assert all(chart.note == "C is not scored and stands outside." for chart in charts)


def test_who_is_scored_on_nothing_that_counts_is_not_called_unscored_and_no_weight_is_said_to_change_nothing() -> None:
    # With a weight of 45 % and more on K3 C is on top for certain: it stands outside only while that weighs nothing.
    found = reported([60, 40, 0], [[50, 50, 10], [40, 60, 20], [None, None, 80]])
    assert said(found, "outside") == ["C has no score that counts and stands outside."]
    assert not any(sentence.startswith("K3") for sentence in said(found, "weight"))
    assert said(found, "weight.none") == said(found, "weight.rest") == said(found, "move.none") == []
    alone = reported([100, 0], [[50, 50], [None, 80]])
    assert said(alone, "lead") == ["Only A has a score that counts; there is nothing to compare."]


def test_beside_ranges_it_is_by_the_likely_scores_that_an_option_cannot_come_first() -> None:
    found = reported([50, 50], [[(35, 40, 100), 40], [50, 56], [34, None]])
    assert said(found, "lead") == [
        "Who comes first is open: B (53) or C (17–67); A cannot by the likely scores.",
    ]
    assert "A in" in " ".join(said(found, "trials.scores"))


def test_weights_that_nobody_set_are_not_called_yours() -> None:
    found = reported([50, 50], [[60, 40], [40, 50]])
    (sentence,) = said(found, "trials")
    assert "of 100 trials that vary the weights around equal ones (50 %: " in sentence
    assert said(found, "info") == []


def test_of_three_that_tie_none_comes_first_more_often() -> None:
    assert hundreds([1 / 3, 1 / 3, 1 / 3]) == [33, 33, 33]
    assert hundreds([0.5, 0.25, 0.25]) == [50, 25, 25]
    assert sum(hundreds([0.345, 0.346, 0.309])) == 100


def group_said(document: Document, rule: GroupRule = GroupRule.MEAN_OF_RESULTS, *, is_room: bool = True) -> list[str]:
    """What is said of the room, or of the same people where they are not all of it."""
    found = together(document, rule)
    return [str(sentence) for sentence in group_sentences(document, weigh(document, MAP), found, is_room=is_room)]


def test_whom_somebody_scored_where_nothing_counts_is_not_scored_by_nobody() -> None:
    tables: list[Table] = [[(70, 10), (40, 20), (None, 90)], [(60, 10), (50, 20), (None, None)]]
    document = people(tables, weights=[(50, 0)] * 2)
    assert group_said(document)[1] == (
        "C is scored by nobody in the room on a criterion that has a weight and stands outside."
    )
    assert group_said(document, is_room=False)[1] == (
        "C is scored by none of these 2 on a criterion that has a weight and stands outside."
    )


def test_an_option_that_alone_counts_is_compared_with_nothing_and_put_first_by_nobody() -> None:
    document = people([[(70, 10), (None, 20)], [(60, 10), (None, 30)]], weights=[(50, 0)] * 2)
    assert group_said(document) == ["Together they have numbers that count only for A; there is nothing to compare."]
    said = comparison_sentences(document, compare(document, MAP, read_sheets(document, MAP)))
    assert all(sentence.key == "group.differ" for sentence in said)


def test_who_alone_is_ranked_shares_no_first_place() -> None:
    document = people([[(90, 90), (10, None)], [(80, 90), (20, 10)], [(80, 90), (20, None)]])
    assert group_said(document, GroupRule.BORDA)[0] == (
        "Together (by their rankings) there is nothing to rank beside A; B: only 1 of 3 has a full total."
    )


def test_weights_that_nobody_gave_whole_are_missing_and_no_numbers_are_said_of_them() -> None:
    # A criterion that comes later is in nobody's weights.
    document = people([[(70,), (40,)], [(60,), (50,)]], weights=[(90,), (30,)])
    later = criteria.add_criterion(document, MAP, "K2")
    for person in list(document.all(Perspective)):
        for option, value in zip(reads.options(document, MAP), (10.0, 20.0), strict=True):
            scores.set_score(document, option.id, later.id, value, perspective=person.id)
    assert group_said(document, GroupRule.MEAN_OF_INPUTS)[:2] == [
        "Together (by mean of their numbers) who comes first is open: A 10–65, 2 of 2 or B 20–45, 2 of 2.",
        "Nobody in the room has set every weight: how much each criterion counts is open.",
    ]


def test_medians_of_weights_that_are_all_nothing_rank_nothing() -> None:
    tables = [[(70, 10, 20), (40, 20, 50)]] * 3
    document = people(tables, weights=[(100, 0, 0), (0, 100, 0), (0, 0, 100)])
    assert group_said(document, GroupRule.MEDIAN_OF_INPUTS)[0] == (
        "Together (by median of their numbers) no criterion has a weight, so that their scores add up to nothing."
    )


def test_of_several_in_first_place_some_may_be_more_than_a_point_apart_by_who_is_counted() -> None:
    # A and B are level, and only one says anything of both B and C.
    document = people([[(50,), (50,), (None,)], [(50,), (50,), (47,)], [(50,), (None,), (47,)]])
    assert group_said(document)[0] == (
        "Together (by mean of their results) A, B and C share first place (A 50.0, 3 of 3, B 50.0, 2 of 3 and "
        "C 47.0, 2 of 3): who is counted decides between them."
    )


def test_an_option_of_which_nobody_weighed_anything_is_named_beside_leanings() -> None:
    built = MapBuilder()
    for option in "ABC":
        built.option(option)
        built.card(f"pro {option}", 0.9)
        built.argue(f"+{option}", f"pro {option}", option)
    for number in (1, 2):
        built.records.append(
            Perspective(PerspectiveId(number), MAP, f"P{number}", PerspectiveKind.PERSON, RANKS[number])
        )
        for option, matters in (("A", 1.0), ("B", 0.25)):
            argument = built.argument_ids[f"+{option}"]
            override = OverrideId(10 * number + argument)
            built.records.append(Override(override, PerspectiveId(number), argument=argument, likely=matters))
    document = built.document()
    lead, outside, *_ = group_said(document)
    assert lead.startswith("Together (by mean of their results) A comes first with")
    assert outside == "C has no pro or con that anybody in the room has weighed and stands outside."
    assert group_said(document, is_room=False)[1] == (
        "C has no pro or con that any of these 3 has weighed and stands outside."
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        # One of them was given nothing: not all count alike.
        (
            {"K1": (50.0, ""), "K2": (50.0, ""), "K3": (0.0, "")},
            "Totals: scores 0–100 times weights (of 2 it is not recorded how).",
        ),
        (
            {f"K{place}": (50.0, source) for place, source in enumerate(WeightFrom)},
            (
                "Totals: scores 0–100 times weights (by swings 1, by hand 1, by rank 1, by pairs 1 and of 1 it is not "
                "recorded how)."
            ),
        ),
        ({"K1": (50.0, ""), "K2": (50.0, "")}, "Totals: scores 0–100 times weights; weights not set: all count alike."),
    ],
)
def test_the_note_tells_every_way_weights_were_found_and_that_they_were_not_only_where_none_was(
    given: dict[str, tuple[float, str]], expected: str
) -> None:
    built = MapBuilder()
    built.option("A")
    for name, (weight, source) in given.items():
        built.criterion(name, weight, weight_from=WeightFrom(source))
        built.score("A", name, 50.0)
    document = built.document()
    assert str(method_note(document, weigh(document, MAP))[0]) == expected


def charts_of(weights: Sequence[float], **score: Unpack[ScoreFields]) -> list[str]:
    """Titles of the charts of a brief of two options, the first of whose scores is given whole."""
    built = MapBuilder()
    for option in "AB":
        built.option(option)
    for place, weight in enumerate(weights):
        built.criterion(f"K{place}", weight)
        built.score("A", f"K{place}", 70.0, **score)
        built.score("B", f"K{place}", 60.0 - 10 * place)
    document = built.document()
    content = compose(document, MAP, weigh(document, MAP), draw=False)
    return [chart.title for part in content.parts if isinstance(part, ChartsPart) for chart in part.charts]


def test_the_chart_of_trials_says_what_varies_in_them() -> None:
    trials = "First in so many of 100 trials that vary the weights"
    assert f"{trials}." in charts_of([50.0, 20.0])
    assert f"{trials} and the doubtful scores within their ranges." in charts_of([50.0, 20.0], low=50.0, high=80.0)


def test_one_weight_alone_varies_in_no_chart() -> None:
    assert not any("trials" in title for title in charts_of([50.0, 0.0], low=50.0, high=80.0))


def _claim_answered(importance: float) -> tuple[Document, CardId]:
    built = MapBuilder()
    built.card("Claim", 0.5)
    built.card("Answer", 0.9)
    built.argue("+", "Answer", "Claim", importance)
    return built.document(), built.card_ids["Claim"]


def test_of_a_claim_is_said_what_its_strength_would_be_and_no_leaning() -> None:
    document, claim = _claim_answered(0.5)
    found = [item for item in sensitivities(StrengthGraph(document, MAP), claim) if item.argument is not None]
    said = str(sensitivity_sentence(document, weigh(document, MAP), claim, tuple(found)))
    told = re.search(r"with (\d+) of 100 instead of 50 it would come to a strength of (\d+) of 100\.$", said)
    assert told is not None, said
    other, claim = _claim_answered(int(told[1]) / 100)
    strength = weigh(other, MAP).cards[claim].strength
    assert strength is not None
    assert abs(100 * strength - int(told[2])) <= 0.5


def test_a_stakeholder_who_set_nothing_counts_nowhere_and_an_outlook_is_as_the_map_expects() -> None:
    built = MapBuilder()
    built.criterion("K1", 50.0, weight_from=WeightFrom.TYPED)
    for name, score in (("A", 80.0), ("B", 20.0)):
        built.option(name)
        built.score(name, "K1", score)
    for number, kind in enumerate((PerspectiveKind.STAKEHOLDER, PerspectiveKind.SCENARIO), start=1):
        built.records.append(Perspective(PerspectiveId(number), MAP, kind.value, kind, RANKS[900 + number]))
    document = built.document()
    sentences = [
        str(item) for item in comparison_sentences(document, compare(document, MAP, read_sheets(document, MAP)))
    ]
    assert sentences[0] == "A comes first in each of 2 perspectives; the map’s own numbers are one of the 2."
    assert not [sentence for sentence in sentences if sentence.startswith("stakeholder")]
