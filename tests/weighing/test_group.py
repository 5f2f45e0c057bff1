"""Several people's numbers: published measures of accord, and pooling that keeps what it should."""

import math
import statistics
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.edits import criteria, perspectives, scores
from desktop_app.model.document import Document
from desktop_app.model.records import Method, PerspectiveKind
from desktop_app.weighing.as_json.group_json import group_json
from desktop_app.weighing.criteria.matrix import NumberKind
from desktop_app.weighing.people.comparing import compare
from desktop_app.weighing.people.disagreement import agreement, kendall_w, polarisation, standard_deviation
from desktop_app.weighing.people.group import GroupResult, GroupRule, SubjectKind
from desktop_app.weighing.people.group_sentences import comparison_sentences, difference_sentence, group_sentences
from desktop_app.weighing.people.pooling import geometric_mean, mean, mean_plausibility, median
from desktop_app.weighing.people.room import read_sheets
from desktop_app.weighing.people.together import group_result
from desktop_app.weighing.results import weigh
from desktop_app.wording.sentence import Sentence
from tests.sure import sure
from tests.weighing.about import about
from tests.weighing.cases import Case
from tests.weighing.maps import MAP, MapBuilder
from tests.weighing.test_criteria import Rows, matrix_map

hundred = st.integers(0, 100).map(float)
unit = st.floats(0.02, 0.98)


def test_agreement_on_a_scale_is_that_of_van_der_eijk(case: Case) -> None:
    published = case("group-agreement-van-der-eijk")
    for frequencies, expected in zip(
        published["inputs"]["frequencies"], published["expected"]["agreement_a"], strict=True
    ):
        assert agreement(frequencies) == pytest.approx(expected, abs=published["tolerance"])
    for values, expected in zip(
        published["inputs"]["scores_0_100"], published["expected"]["polarisation"], strict=True
    ):
        assert polarisation(values) == pytest.approx(expected, abs=published["tolerance"])


def test_three_executives_agree_as_little_as_siegel_prints(case: Case) -> None:
    published = case("group-kendall-w-siegel")
    found = kendall_w(published["inputs"]["ranks"])
    assert found == pytest.approx(published["expected"]["kendall_w"], abs=published["tolerance"])


def test_pairwise_answers_are_joined_by_their_geometric_mean_which_keeps_them_reciprocal(case: Case) -> None:
    published = case("group-aij-geometric-mean")
    said = [(ratio, 1.0) for ratio in published["inputs"]["judgements"]]
    found = geometric_mean(said)
    assert found == pytest.approx(published["expected"]["geometric_mean"], abs=published["tolerance"])
    assert geometric_mean([(1 / ratio, share) for ratio, share in said]) == pytest.approx(1 / found)


@given(st.lists(st.integers(0, 9), min_size=3, max_size=7))
def test_agreement_lies_between_a_split_and_one_voice(frequencies: list[int]) -> None:
    found = agreement(frequencies)
    assert (found is None) == (sum(frequencies) == 0)
    assert found is None or -1 - 1e-9 <= found <= 1 + 1e-9


def test_accord_has_no_meaning_for_one_person_one_thing_or_nothing_but_ties() -> None:
    assert kendall_w([]) is None
    assert kendall_w([[1, 2]]) is None
    assert kendall_w([[1], [1]]) is None
    assert kendall_w([[1.5, 1.5], [1.5, 1.5]]) is None


@given(st.lists(hundred, min_size=1, max_size=9))
def test_with_equal_shares_means_and_medians_are_the_plain_ones(values: list[float]) -> None:
    said = [(value, 1.0) for value in values]
    assert mean(said) == pytest.approx(statistics.mean(values))
    assert median(said) == pytest.approx(statistics.median(values))
    assert standard_deviation(values) == pytest.approx(statistics.pstdev(values))


def test_shares_weigh_means_and_medians_and_without_any_all_count_alike() -> None:
    said = [(0.0, 3.0), (100.0, 1.0)]
    assert (mean(said), median(said)) == (25, 0)
    assert median([(0.0, 1.0), (50.0, 0.0), (100.0, 1.0)]) == 50
    nobody = [(value, 0.0) for value, _ in said]
    assert (mean(nobody), median(nobody)) == (50, 50)
    assert median([(10.0, 1.0), (20.0, 5.0), (30.0, 1.0)]) == 20


@given(st.lists(unit, min_size=1, max_size=6))
def test_the_mean_of_plausibilities_is_that_of_their_log_odds(values: list[float]) -> None:
    found = mean_plausibility([(value, 1.0) for value in values])
    log_odds = statistics.mean(math.log(value / (1 - value)) for value in values)
    assert math.log(found / (1 - found)) == pytest.approx(log_odds, abs=1e-6)
    mirrored = mean_plausibility([(1 - value, 1.0) for value in values])
    assert mirrored == pytest.approx(1 - found)


def test_one_persons_certainty_does_not_settle_the_matter_but_everybodys_does() -> None:
    assert mean_plausibility([(1.0, 1.0), (1.0, 1.0)]) == 1
    assert 0.5 < mean_plausibility([(1.0, 1.0), (0.5, 1.0)]) < 1


def said(sentences: Iterable[Sentence]) -> list[str]:
    return [str(sentence) for sentence in sentences]


def said_of(document: Document, found: GroupResult) -> list[str]:
    return said(group_sentences(document, weigh(document, MAP), found))


# --- on maps ---------------------------------------------------------------------------------------------


# Of two criteria.
Pair: TypeAlias = tuple[float, float]


def workshop(
    theirs: Sequence[tuple[Pair, Pair]],
    *,
    mine: Rows = ((80, 20), (40, 60)),
    weights: Sequence[Pair] | None = None,
) -> tuple[Document, MapBuilder]:
    """Two options on two criteria, and people with scores of their own."""
    built = matrix_map(["A", "B"], ["Scope", "Cost"], [50, 50], likely=mine)
    document = built.document()
    for name in ("Scope", "Cost"):
        criteria.set_weight(document, built.criterion_ids[name], 50.0)
    for place, rows in enumerate(theirs):
        person = perspectives.add_perspective(document, MAP, f"P{place}", PerspectiveKind.PERSON)
        for option, row in zip("AB", rows, strict=True):
            for criterion, value in zip(("Scope", "Cost"), row, strict=True):
                scores.set_score(
                    document, built.card_ids[option], built.criterion_ids[criterion], value, perspective=person.id
                )
        if weights is not None:
            perspectives.set_weights(
                document,
                person.id,
                {built.criterion_ids["Scope"]: weights[place][0], built.criterion_ids["Cost"]: weights[place][1]},
            )
    return document, built


rows = st.tuples(st.tuples(hundred, hundred), st.tuples(hundred, hundred))
raw = st.tuples(st.integers(1, 100).map(float), st.integers(1, 100).map(float))


@given(st.lists(st.tuples(rows, raw), min_size=1, max_size=3))
def test_the_mean_of_results_is_the_mean_of_what_each_would_get(
    people: list[tuple[tuple[Pair, Pair], Pair]],
) -> None:
    document, built = workshop([scored for scored, _ in people], weights=[own for _, own in people])
    sheets = read_sheets(document, MAP)
    found = group_result(document, MAP, sheets, GroupRule.MEAN_OF_RESULTS)
    totals = [
        [sure(weigh(document, MAP, sheet.perspective).options[built.card_ids[name]].total).likely for name in "AB"]
        for sheet in sheets
    ]
    assert list(found.values) == pytest.approx([statistics.mean(column) for column in zip(*totals, strict=True)])
    middle = group_result(document, MAP, sheets, GroupRule.MEDIAN_OF_RESULTS)
    assert list(middle.values) == pytest.approx([statistics.median(column) for column in zip(*totals, strict=True)])
    assert found.counts == (len(sheets), len(sheets))
    assert all(found.stands)


@given(st.lists(st.tuples(rows, raw), min_size=1, max_size=3))
def test_the_mean_of_inputs_weighs_mean_scores_by_mean_weights(
    people: list[tuple[tuple[Pair, Pair], Pair]],
) -> None:
    document, _ = workshop([scored for scored, _ in people], weights=[own for _, own in people])
    found = group_result(document, MAP, read_sheets(document, MAP), GroupRule.MEAN_OF_INPUTS)
    weights = [(0.5, 0.5), *((scope / (scope + cost), cost / (scope + cost)) for _, (scope, cost) in people)]
    scope, cost = (statistics.mean(column) for column in zip(*weights, strict=True))
    every = [((80, 20), (40, 60)), *(scored for scored, _ in people)]
    expected = [
        scope * statistics.mean(own[option][0] for own in every)
        + cost * statistics.mean(own[option][1] for own in every)
        for option in (0, 1)
    ]
    assert list(found.values) == pytest.approx(expected)


def test_borda_counts_places_and_does_not_ask_how_far_apart_they_are() -> None:
    document, _ = workshop([((100, 100), (0, 0)), ((49, 49), (50, 50))])
    found = group_result(document, MAP, read_sheets(document, MAP), GroupRule.BORDA)
    # Mine: A 50, B 50, that is half a place each.
    assert found.values == pytest.approx((1.5, 1.5))
    assert found.kendall_w == pytest.approx(0)
    assert found.first == (0, 1)
    assert (found.firsts.alone, found.firsts.tied, found.firsts.tying) == ((1, 1), (1, 1), 1)


def test_shares_of_perspectives_count_in_the_mean() -> None:
    document, _ = workshop([((0, 0), (100, 100))])
    sheets = read_sheets(document, MAP)
    perspectives.set_share(document, sure(sheets[1].perspective), 3.0)
    found = group_result(document, MAP, read_sheets(document, MAP))
    assert found.values == pytest.approx((50 / 4, (50 + 300) / 4))


def test_an_option_too_few_have_scored_is_open_and_said_with_the_lead() -> None:
    document, _ = workshop([((100, 100), (0, 0))], mine=((80, None), (40, 60)))
    found = group_result(document, MAP, read_sheets(document, MAP), GroupRule.MEAN_OF_RESULTS)
    assert found.counts == (1, 2)
    assert found.stands == (False, True)
    # Mine of A lies between 40 and 90.
    assert found.possible == ((70.0, 95.0), (25.0, 25.0))
    assert found.first == (0,)
    assert found.spreads[0] is None
    assert said_of(document, found)[0] == (
        "Together (by mean of their results) A comes first whatever the missing numbers are: "
        "at least 70 against 25 for B (2 of 2); A: only 1 of 2 has a full total."
    )
    # Means of inputs take the scores there are.
    assert group_result(document, MAP, read_sheets(document, MAP), GroupRule.MEAN_OF_INPUTS).values[0] == 95
    empty, _ = workshop([], mine=((None, None), (None, None)))
    nothing = group_result(empty, MAP, read_sheets(empty, MAP), GroupRule.BORDA)
    assert nothing.values == (None, None)
    assert nothing.first == ()
    assert said_of(empty, nothing) == ["Together they rank nothing yet: nobody in the room has scored an option."]


def test_a_comparison_shows_totals_places_and_where_each_differs_most() -> None:
    document, built = workshop([((80, 20), (95, 60)), ((10, 20), (40, 60))])
    sheets = read_sheets(document, MAP)
    found = compare(document, MAP, sheets)
    assert found.number is NumberKind.TOTAL
    assert found.intervals == (
        ((50.0, 50.0), (50.0, 50.0)),
        ((50.0, 50.0), (77.5, 77.5)),
        ((15.0, 15.0), (50.0, 50.0)),
    )
    assert [[sure(rank).best for rank in ranks] for ranks in found.ranks] == [[1, 1], [2, 1], [2, 1]]
    assert found.differences[0] == ()
    (widest,) = found.differences[2]
    assert (widest.subject.card, widest.mine, widest.theirs) == (built.card_ids["A"], 80, 10)
    assert [subject.card for subject, _ in found.spreads] == [built.card_ids["A"], built.card_ids["B"]]
    first = found.spreads[0][1]
    assert (first.values, first.mean, first.median) == ((80, 80, 10), about(170 / 3), 80)
    assert str(difference_sentence(document, sheets[0].results, widest)) == "The score of A on Scope: 10 instead of 80."
    assert said(comparison_sentences(document, found)) == [
        "B comes first in 2 of 3 perspectives; level in 1; the map’s own numbers are one of the 3.",
        "My numbers: A and B first.",
        "P0: B first.",
        "P1: B first.",
        "They differ about the score of A on Scope: from 10 to 80 (3 say).",
        "They differ about the score of B on Scope: from 40 to 95 (3 say).",
    ]
    together = group_result(document, MAP, sheets)
    assert said_of(document, together) == [
        "Together (by mean of their numbers) B comes first with 59 (3 of 3), ahead of A with 38 (3 of 3).",
        "2 of 3 people put B first; level for 1.",
        "Their rankings have much in common (Kendall’s W 0.7 of 1, 3 of 3 rank all).",
    ]
    assert compare(document, MAP, sheets[:1]).spreads == ()
    assert said(comparison_sentences(document, compare(document, MAP, sheets[:1])))[0].startswith("There is one set")


def test_of_people_without_the_map_nobody_gives_what_only_another_said() -> None:
    document, built = workshop([], mine=((None, None), (None, None)))
    for name, on_a, on_b in (("Ann", 95, 60), ("Bo", 10, None), ("Cy", 40, 20)):
        person = perspectives.add_perspective(document, MAP, name, PerspectiveKind.PERSON).id
        scores.set_score(document, built.card_ids["A"], built.criterion_ids["Scope"], on_a, perspective=person)
        if on_b is not None:
            scores.set_score(document, built.card_ids["B"], built.criterion_ids["Scope"], on_b, perspective=person)
    people = [sheet for sheet in read_sheets(document, MAP) if sheet.perspective is not None]
    found = {subject.card: spread.values for subject, spread in compare(document, MAP, people).spreads}
    assert found == {built.card_ids["A"]: (95, 10, 40), built.card_ids["B"]: (60, None, 20)}


def test_people_may_differ_about_weights_alone() -> None:
    document, built = workshop([((80, 20), (40, 60))], weights=[(80, 20)])
    found = compare(document, MAP, read_sheets(document, MAP))
    assert {subject.criterion for subject, _ in found.spreads} == set(built.criterion_ids.values())
    assert said(comparison_sentences(document, found))[-1] in {
        "They differ about the weight of Scope: from 50 to 80 (2 say).",
        "They differ about the weight of Cost: from 20 to 50 (2 say).",
    }


def test_a_sheet_that_ranks_nothing_is_not_said_to_put_anything_first() -> None:
    document, _ = workshop([((80, 20), (40, 60))], mine=((None, None), (None, None)))
    found = said(comparison_sentences(document, compare(document, MAP, read_sheets(document, MAP))))
    assert not any(sentence.startswith("My numbers") for sentence in found)
    assert found[0].endswith("level in 1; open in 1; the map’s own numbers are one of the 2.")
    assert found[1].startswith("P0: ")


def argued_workshop() -> tuple[Document, MapBuilder]:
    built = MapBuilder()
    built.option("A")
    built.card("pro", 0.9)
    built.card("con", 0.5)
    built.argue("+", "pro", "A", 0.5)
    built.argue("-", "con", "A")
    document = built.document()
    person = perspectives.add_perspective(document, MAP, "Anna", PerspectiveKind.STAKEHOLDER)
    perspectives.set_card_number(document, person.id, built.card_ids["pro"], 0.1)
    perspectives.set_argument_number(document, person.id, built.argument_ids["+"], 1.0)
    perspectives.set_argument_number(document, person.id, built.argument_ids["-"], 0.75)
    perspectives.add_perspective(document, MAP, "If all goes badly", PerspectiveKind.SCENARIO)
    return document, built


def test_people_are_told_from_scenarios_and_maps_without_totals_compared_by_leaning() -> None:
    document, built = argued_workshop()
    assert [sheet.name for sheet in read_sheets(document, MAP)] == ["My numbers", "Anna", "If all goes badly"]
    sheets = read_sheets(document, MAP, kinds={PerspectiveKind.STAKEHOLDER})
    assert [sheet.is_person for sheet in read_sheets(document, MAP)] == [True, False, False]
    found = compare(document, MAP, sheets)
    assert found.number is NumberKind.LEANING
    kinds = {subject.kind: spread for subject, spread in found.spreads}
    assert kinds[SubjectKind.PLAUSIBILITY].values == pytest.approx((90, 10))
    importance = kinds[SubjectKind.IMPORTANCE]
    assert importance.values == (50.0, 100.0)
    assert importance.agreement is not None
    assert kinds[SubjectKind.PLAUSIBILITY].agreement is None
    sentences = said(comparison_sentences(document, found))
    assert "They differ about how likely “pro” is: from 10 to 90 (2 say)." in sentences
    assert "They differ about how much “pro” matters: from 50 to 100 (2 say)." in sentences
    assert built.ids


def test_a_group_that_acts_as_one_weighs_pooled_plausibilities_and_importances() -> None:
    document, built = argued_workshop()
    kinds = {PerspectiveKind.STAKEHOLDER}
    sheets = read_sheets(document, MAP, kinds=kinds)
    found = group_result(document, MAP, sheets, GroupRule.MEAN_OF_INPUTS)
    # Log-odds of .9 and .1 cancel; importances .5 and 1 make .75; only Anna weighs the con.
    assert found.values[0] == pytest.approx(100 * math.tanh((0.75 * 0.5 - 0.75 * 0.5) / 2), abs=1e-9)
    middle = group_result(document, MAP, sheets, GroupRule.MEDIAN_OF_INPUTS)
    assert middle.values == pytest.approx(found.values, abs=1e-9)
    simple = read_sheets(document, MAP, kinds=kinds, method=Method.SIMPLE)
    assert group_result(document, MAP, simple, GroupRule.MEAN_OF_INPUTS).values[0] == pytest.approx(0)
    assert built.ids


def test_a_cell_everybody_leaves_to_its_arguments_follows_the_pooled_ones() -> None:
    built = matrix_map(["A"], ["Scope"], [50], likely=[[None]])
    from desktop_app.model.records import ScoreMode

    built.card("pro", 0.9)
    built.argue("+", "pro", "A", 1.0, criterion=built.criterion_ids["Scope"])
    document = built.document()
    scores.set_score_mode(document, built.card_ids["A"], built.criterion_ids["Scope"], ScoreMode.ARGUED)
    person = perspectives.add_perspective(document, MAP, "Anna", PerspectiveKind.PERSON)
    perspectives.set_card_number(document, person.id, built.card_ids["pro"], 0.1)
    found = group_result(document, MAP, read_sheets(document, MAP), GroupRule.MEAN_OF_INPUTS)
    assert found.values[0] == pytest.approx(100 / (1 + math.exp(-0.5)))


def test_everything_about_a_group_is_written_as_json() -> None:
    document, built = workshop([((80, 20), (95, 60)), ((10, 20), (40, 60))])
    found = group_json(document, MAP, Method.LOG_ODDS)
    assert found is not None
    assert isinstance(found, dict)
    written: Mapping[str, Any] = found
    assert [sure(sheet)["name"] for sheet in written["sheets"]] == ["My numbers", "P0", "P1"]
    assert [sure(item)["rule"] for item in written["together"]] == [rule.value for rule in GroupRule]
    assert sure(written["disagreements"])[0]["card"] == built.card_ids["A"]
    assert len(written["sentences"]) == 9
    assert written["room"] == [None, *(sure(sheet)["perspective"] for sheet in sure(written["sheets"])[1:])]
    alone = MapBuilder()
    alone.option("A")
    assert group_json(alone.document(), MAP, Method.LOG_ODDS) is None
