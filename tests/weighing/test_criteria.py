from collections.abc import Iterable, Sequence
from typing import TypeAlias, Unpack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.edits import maps, scores
from desktop_app.model.records import Confidence, ScoreMode
from desktop_app.weighing.arguments.sentences import option_sentences
from desktop_app.weighing.arguments.strength import logistic
from desktop_app.weighing.criteria.matrix import CellResult, CellState, NumberKind, OptionResult
from desktop_app.weighing.criteria.totals import Rank, normalised, ranks, scores_disagree, weighted_total
from desktop_app.weighing.numbers import Doubt, spread
from desktop_app.weighing.results import LiveResults, weigh
from tests.sure import sure
from tests.weighing.about import about
from tests.weighing.cases import Case
from tests.weighing.live import following
from tests.weighing.maps import MAP, MapBuilder, ScoreFields

# By option, a number for each criterion; None where it is missing.
Rows: TypeAlias = Sequence[Sequence[float | None]]


def matrix_map(
    options: Sequence[str],
    criteria: Sequence[str],
    weights: Iterable[float],
    *,
    low: Rows | None = None,
    likely: Rows,
    high: Rows | None = None,
) -> MapBuilder:
    built = MapBuilder()
    for name in options:
        built.option(name)
    for name, weight in zip(criteria, weights, strict=True):
        built.criterion(name, weight)
    for row, option in enumerate(options):
        for column, criterion in enumerate(criteria):
            built.score(
                option,
                criterion,
                likely[row][column],
                low=low[row][column] if low else None,
                high=high[row][column] if high else None,
            )
    return built


def test_the_seed_map_has_its_published_weights_totals_and_order(case: Case) -> None:
    seed = case("seed-security-guarantees-illustrative")
    inputs, expected = seed["inputs"], seed["expected"]
    built = matrix_map(
        inputs["options"],
        inputs["criteria"],
        inputs["swing_weights"],
        **{point: inputs[point] for point in ("low", "likely", "high")},
    )
    results = weigh(built.document(), MAP)
    assert list(results.weights.values()) == pytest.approx(expected["weights_normalised"], abs=1e-4)
    totals = [sure(results.options[built.card_ids[name]].total).likely for name in inputs["options"]]
    assert totals == pytest.approx(expected["totals"], abs=seed["tolerance"])
    assert [item.option for item in results.ranking] == [built.ids[inputs["options"][place]] for place in (2, 3, 1, 0)]


def test_office_locations_have_the_totals_goodwin_and_wright_print(case: Case) -> None:
    office = case("smart-goodwin-wright-office")
    inputs = office["inputs"]
    built = matrix_map(inputs["options"], inputs["criteria"], inputs["weights_used"], likely=inputs["scores"])
    results = weigh(built.document(), MAP)
    totals = [sure(results.options[built.card_ids[name]].total).likely for name in inputs["options"]]
    assert totals == pytest.approx(office["expected"]["totals"], abs=office["tolerance"])
    assert [item.option for item in results.ranking] == [built.ids[name] for name in office["expected"]["ranking"]]
    swing = normalised(inputs["swing_weights"])
    assert swing == pytest.approx(office["expected"]["weights_normalised"], abs=office["expected"]["weights_tolerance"])


def test_three_point_scores_have_the_published_totals_at_each_point(case: Case) -> None:
    routes = case("wsum-three-point-mare")
    inputs = routes["inputs"]
    best = [max(column) for column in zip(*inputs["high"], strict=True)]
    scaled = {
        point: [[value / top for value, top in zip(row, best, strict=True)] for row in inputs[point]]
        for point in ("low", "likely", "high")
    }
    shares = normalised(inputs["weights"])
    for row, _ in enumerate(inputs["options"]):
        scores = [Doubt(*three) for three in zip(*(scaled[p][row] for p in ("low", "likely", "high")), strict=True)]
        total = weighted_total(shares, scores)
        assert total is not None
        found = (total.low, total.likely, total.high)
        expected = [routes["expected"][point][row] for point in ("low", "likely", "high")]
        assert found == pytest.approx(expected, abs=routes["tolerance"])


hundred = st.floats(0, 100)
doubts = st.lists(hundred, min_size=3, max_size=3).map(lambda three: Doubt(*sorted(three)))


@given(st.lists(hundred, min_size=1, max_size=8))
def test_normalised_weights_sum_to_one_or_none_counts(weights: list[float]) -> None:
    assert sum(normalised(weights)) == pytest.approx(1 if sum(weights) else 0)


@given(st.lists(st.tuples(st.floats(0.1, 100), st.one_of(st.none(), doubts)), min_size=1, max_size=8))
def test_a_total_lies_within_its_range_and_missing_scores_make_it_an_interval(
    cells: list[tuple[float, Doubt | None]],
) -> None:
    shares = normalised([weight for weight, _ in cells])
    total = weighted_total(shares, [score for _, score in cells])
    known = [score for _, score in cells if score is not None]
    if not known:
        assert total is None
        return
    assert total is not None
    assert total.low <= total.least + 1e-9 <= total.most + 2e-9 <= total.high + 3e-9
    assert (total.likely is None) == (len(known) < len(cells))
    if total.likely is None:
        missing = sum(share for share, (_, score) in zip(shares, cells, strict=True) if score is None)
        assert total.most - total.least == pytest.approx(100 * missing)


def test_a_missing_score_on_a_criterion_without_weight_does_not_matter() -> None:
    total = weighted_total([1.0, 0.0], [Doubt(40, 40, 40), None])
    assert total is not None
    assert total.likely == 40


def test_totals_less_than_a_point_apart_share_a_place() -> None:
    totals = [69.6, 70.4, 71, 10]
    assert ranks([(total, total) for total in totals]) == [Rank(2, 2), Rank(1, 1), Rank(1, 1), Rank(4, 4)]


def test_missing_scores_leave_the_places_open() -> None:
    assert ranks([(20, 80), (50, 50), (10, 10)]) == [Rank(1, 2), Rank(1, 2), Rank(3, 3)]


@given(st.lists(st.tuples(hundred, hundred).map(lambda pair: tuple(sorted(pair))), max_size=6), st.data())
def test_every_order_the_intervals_allow_is_within_the_ranks(
    intervals: list[tuple[float, float]], data: st.DataObject
) -> None:
    drawn = [data.draw(st.floats(*interval)) for interval in intervals]
    for place, rank in zip(ranks([(value, value) for value in drawn]), ranks(intervals), strict=True):
        assert rank.best <= place.best <= rank.worst


@given(st.lists(st.tuples(hundred, hundred), min_size=2, max_size=5), st.tuples(hundred, hundred))
def test_adding_an_option_never_changes_other_totals(
    rows: list[tuple[float, float]], more: tuple[float, float]
) -> None:
    def totals(scores: list[tuple[float, float]]) -> list[float | None]:
        built = matrix_map([f"o{i}" for i in range(len(scores))], ["c", "d"], [30, 70], likely=scores)
        return [sure(option.total).likely for option in weigh(built.document(), MAP).options.values()]

    assert totals([*rows, more])[:-1] == totals(rows)


@pytest.mark.parametrize(
    ("score", "argued", "disagree"),
    [(80, 30, True), (30, 80, True), (60, 41, False), (60, 40, True), (90, 55, False), (50, 10, False)],
)
def test_a_score_disagrees_when_on_the_other_side_of_fifty_and_twenty_apart(
    score: int, argued: int, disagree: bool
) -> None:
    assert scores_disagree(score, argued) is disagree


@pytest.mark.parametrize(
    ("confidence", "expected"),
    [
        (None, Doubt(90, 90, 90)),
        (Confidence.HIGH, Doubt(85, 90, 95)),
        (Confidence.MEDIUM, Doubt(75, 90, 100)),
        (Confidence.LOW, Doubt(60, 90, 100)),
    ],
)
def test_confidence_spreads_a_score_within_the_scale(confidence: Confidence | None, expected: Doubt) -> None:
    assert spread(90, None, None, confidence) == expected


def test_low_and_high_beat_confidence_each_by_itself() -> None:
    assert spread(50, 20, None, Confidence.HIGH) == Doubt(20, 50, 55)
    assert spread(50, None, 90, Confidence.HIGH) == Doubt(45, 50, 90)


class Given(ScoreFields, total=False):
    """What a score may be given."""

    likely: float | None


def one_cell(**score: Unpack[Given]) -> MapBuilder:
    built = MapBuilder()
    built.option("A")
    built.criterion("Scope", 50, red_line=40.0)
    if score:
        built.score("A", "Scope", **score)
    return built


def result_of(built: MapBuilder) -> tuple[CellResult, OptionResult]:
    results = weigh(built.document(), MAP)
    return results.cells[built.card_ids["A"], built.criterion_ids["Scope"]], results.options[built.card_ids["A"]]


def test_a_cell_that_was_not_scored_has_no_score_and_no_total() -> None:
    cell, option = result_of(one_cell())
    assert (cell.state, cell.score) == (CellState.NOT_SCORED, None)
    assert (option.total, option.shows) == (None, NumberKind.LEANING)


def test_not_knowing_is_a_full_range_and_never_a_middle_score() -> None:
    built = one_cell(likely=None)
    built.criterion("Cost", 50)
    built.score("A", "Cost", 80)
    cell, option = result_of(built)
    assert (cell.state, cell.score) == (CellState.NOT_KNOWN, None)
    total = sure(option.total)
    assert total.likely is None
    assert (total.least, total.most) == (40, 90)
    assert option.shows is NumberKind.TOTAL


def test_a_score_under_the_red_line_is_flagged_and_the_total_unchanged() -> None:
    cell, option = result_of(one_cell(likely=39.0))
    assert cell.below_red_line
    assert sure(option.total).likely == 39


def test_where_one_option_alone_has_a_total_no_place_is_said_beside_it() -> None:
    built = matrix_map(["A", "B"], ["Scope"], [50], likely=[[70], [None]])
    document, option = built.document(), built.card_ids["A"]
    assert tuple(map(str, option_sentences(weigh(document, MAP), option))) == ("Total 70.",)
    scores.set_score(document, built.card_ids["B"], built.criterion_ids["Scope"], 60)
    assert len(option_sentences(weigh(document, MAP), option)) == 2


def argued_cell(confidence: Confidence | None = None) -> MapBuilder:
    built = one_cell(likely=None, mode=ScoreMode.ARGUED)
    for name, plausibility in (("+pro", 0.9), ("-con", 0.3)):
        built.card(f"{name} card", plausibility, confidence=confidence)
        built.argue(name, f"{name} card", "A", 1.0, criterion=built.criterion_ids["Scope"])
    built.card("other", 0.9)
    built.argue("+other", "other", "A", 1.0)
    return built


def test_an_argued_cell_adds_up_only_the_arguments_that_speak_to_it() -> None:
    cell, option = result_of(argued_cell())
    expected = 100 * logistic(0.9 - 0.3)
    assert cell.state is CellState.ARGUED
    assert cell.score == Doubt(*[about(expected)] * 3)
    assert (cell.pros, cell.cons, cell.weighed) == (1, 1, 2)
    assert sure(option.total).likely == pytest.approx(expected)


def test_doubted_claims_give_an_argued_cell_a_range_that_can_be_had_again() -> None:
    first, _ = result_of(argued_cell(Confidence.LOW))
    second, _ = result_of(argued_cell(Confidence.LOW))
    assert first.score == second.score
    wide = sure(first.score)
    assert wide.low < wide.likely < wide.high
    narrow = sure(result_of(argued_cell(Confidence.HIGH))[0].score)
    assert narrow.high - narrow.low < wide.high - wide.low


def test_with_another_seed_the_range_of_an_argued_cell_is_drawn_anew() -> None:
    document = argued_cell(Confidence.LOW).document()
    live = LiveResults(document, MAP)
    document.subscribe(following(live))
    before = live.current
    maps.set_simulation(document, MAP, seed=2, draws=2_000)
    assert live.current.cells != before.cells
    assert live.current == weigh(document, MAP)


def test_the_range_of_an_argued_cell_covers_joined_premises_undercuts_and_locks() -> None:
    built = argued_cell(Confidence.MEDIUM)
    built.card("joined one", 0.8, confidence=Confidence.LOW)
    built.card("joined two", 1.0, confidence=Confidence.LOW)
    built.argue("+both", ["joined one", "joined two"], "A", 0.5, criterion=built.criterion_ids["Scope"])
    built.card("beside the point", 0.6, confidence=Confidence.LOW)
    built.argue("-undercut", "beside the point", "+both", 0.75)
    built.card("open", 0.6, confidence=Confidence.LOW)
    built.argue("+open", "open", "joined one")
    built.card("against", 0.6)
    built.argue("-against", "against", "joined two", 1.0)
    score = sure(result_of(built)[0].score)
    assert score.low < score.likely < score.high


def test_a_cell_to_be_argued_without_a_weighed_argument_is_unknown() -> None:
    built = one_cell(likely=None, mode=ScoreMode.ARGUED)
    built.card("pro", 0.9)
    built.argue("+", "pro", "A", criterion=built.criterion_ids["Scope"])
    cell, option = result_of(built)
    assert (cell.state, cell.score, cell.argued) == (CellState.NOT_ARGUED, None, None)
    assert (cell.pros, cell.weighed) == (1, 0)
    assert option.total is None


def test_a_judged_score_that_contradicts_its_arguments_is_marked() -> None:
    built = one_cell(likely=90.0)
    built.card("con", 0.9)
    built.argue("-", "con", "A", 1.0, criterion=built.criterion_ids["Scope"])
    cell, _ = result_of(built)
    assert cell.disagrees
    assert sure(cell.argued).likely < 50


def test_without_criteria_options_are_ranked_by_leaning() -> None:
    built = MapBuilder()
    for name, plausibility in (("A", 0.3), ("B", 0.9)):
        built.option(name)
        built.card(f"for {name}", plausibility)
        built.argue(f"+{name}", f"for {name}", name, 1.0)
    built.option("C")
    results = weigh(built.document(), MAP)
    assert [item.option for item in results.ranking] == [built.ids["B"], built.ids["A"]]
    assert results.options[built.card_ids["C"]].rank is None
    assert all(item.shows is NumberKind.LEANING for item in results.options.values())


def test_totals_and_leanings_are_never_mixed_in_one_ranking() -> None:
    built = one_cell(likely=10.0)
    built.option("B")
    built.card("pro", 0.9)
    built.argue("+", "pro", "B", 1.0)
    results = weigh(built.document(), MAP)
    assert [item.option for item in results.ranking] == [built.ids["A"]]
    assert results.options[built.card_ids["B"]].shows is NumberKind.LEANING


def test_criteria_of_no_weight_give_no_total() -> None:
    built = MapBuilder()
    built.option("A")
    built.criterion("Scope", 0)
    built.score("A", "Scope", 80)
    assert weigh(built.document(), MAP).options[built.card_ids["A"]].total is None


def test_the_porsche_and_the_volvo_weigh_what_their_factors_say(case: Case) -> None:
    porsche = case("carneades-porsche-criteria-argument")
    inputs = porsche["inputs"]
    names = list(inputs["factors"])
    rows = [
        [100 * inputs["values"][factor][values[factor]] for factor in names] for values in inputs["options"].values()
    ]
    weights = [10 * inputs["factors"][factor] for factor in names]
    built = matrix_map(list(inputs["options"]), names, weights, likely=rows)
    results = weigh(built.document(), MAP)
    for name, expected in porsche["expected"]["weights"].items():
        assert sure(sure(results.options[built.card_ids[name]].total).likely) / 100 == pytest.approx(
            expected, abs=porsche["tolerance"]
        )
