"""People in a room with gaps in what they gave: the tables of the design, and a count by hand over random rooms."""

import math
import random
import statistics
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, TypedDict

import pytest

from desktop_app.edits import criteria as criterion_edits
from desktop_app.edits import perspectives, scores
from desktop_app.model.document import Document
from desktop_app.model.records import Criterion, Map, Method, PerspectiveKind
from desktop_app.weighing.as_json.group_json import group_json
from desktop_app.weighing.criteria.standing import Interval
from desktop_app.weighing.overview import overview
from desktop_app.weighing.people.comparing import compare
from desktop_app.weighing.people.group import GroupResult, GroupRule
from desktop_app.weighing.people.group_sentences import (
    comparison_sentences,
    group_sentences,
    lead_sentences,
    whose_sentence,
)
from desktop_app.weighing.people.room import holds_numbers, read_sheets, room
from desktop_app.weighing.people.together import group_result
from desktop_app.weighing.results import LiveResults, weigh
from tests.sure import sure
from tests.weighing.maps import MAP, MapBuilder
from tests.weighing.test_criteria import matrix_map

PERSON = PerspectiveKind.PERSON
LETTERS = "ABCDEFGH"


# What one person gave: by option, a score for each criterion; None where it was not given.
Table: TypeAlias = Sequence[Sequence[float | None]]


class Room(TypedDict):
    """People's scores and weights, as `people` takes them."""

    tables: Sequence[Table]
    weights: Sequence[Sequence[float]]


def people(
    tables: Sequence[Table],
    *,
    weights: Sequence[Sequence[float]] | None = None,
    base: Table | None = None,
    kinds: Sequence[PerspectiveKind] | None = None,
) -> Document:
    """A map whose options are scored by people alone.

    Args:
        tables: by person, by option, a score for each criterion; None where it was not given.
        weights: by person, of all criteria.
        base: the map's own scores, by option.
        kinds: of the perspectives; by default persons.
    """
    options, count = LETTERS[: len(tables[0])], len(tables[0][0])
    names = [f"K{place + 1}" for place in range(count)]
    empty = [[None] * count for _ in options]
    built = matrix_map(list(options), names, [50.0] * count, likely=base or empty)
    document = built.document()
    for number, table in enumerate(tables):
        kind = PERSON if kinds is None else kinds[number]
        person = perspectives.add_perspective(document, MAP, f"Person {number + 1}", kind)
        for option, row in zip(options, table, strict=True):
            for name, value in zip(names, row, strict=True):
                if value is not None:
                    scores.set_score(
                        document, built.card_ids[option], built.criterion_ids[name], float(value), perspective=person.id
                    )
        if weights is not None:
            given = {built.criterion_ids[name]: float(raw) for name, raw in zip(names, weights[number], strict=True)}
            perspectives.set_weights(document, person.id, given)
    return document


def totals(rows: Sequence[Sequence[float | None]], *, kinds: Sequence[PerspectiveKind] | None = None) -> Document:
    """People whose totals are these: on one criterion, so that a total is its score."""
    return people([[[value] for value in row] for row in rows], kinds=kinds)


def together(document: Document, rule: GroupRule = GroupRule.MEAN_OF_RESULTS) -> GroupResult:
    return group_result(document, MAP, room(read_sheets(document, MAP)), rule)


def places(found: GroupResult) -> list[int | tuple[int, int] | None]:
    return [
        None if rank is None else rank.best if rank.best == rank.worst else (rank.best, rank.worst)
        for rank in found.ranks
    ]


def lead(document: Document, found: GroupResult) -> str:
    return str(lead_sentences(LETTERS[: len(found.options)], found)[0])


GAP = [(60, 70, None), (50, 40, 45), (80, 62, 70), (30, None, 55), (55, 58, 52)]
RESULTS_V_NUMBERS: Room = {
    "tables": [[(80, 40, 20), (50, 70, 90)], [(60, 50, 30), (40, 80, 70)]],
    "weights": [(60, 30, 10), (20, 20, 60)],
}
ONE_CELL_MISSING: Room = {**RESULTS_V_NUMBERS, "tables": [[(80, 40, 20), (50, 70, 90)], [(60, 50, 30), (40, 80, None)]]}


# --- the tables ------------------------------------------------------------------------------------------


def test_with_a_gap_that_decides_there_is_no_order() -> None:
    document = totals(GAP)
    found = together(document)
    assert found.values == pytest.approx((55, 57.5, 55.5))
    assert found.counts == (5, 4, 4)
    assert all(found.stands)
    assert places(found) == [1, 1, 1]
    assert [sorted(run) for run in found.divided] == [sorted(found.options)]
    assert lead(document, found) == (
        "Together (by mean of their results) A, B and C share first place "
        "(A 55.0, 5 of 5, B 57.5, 4 of 5 and C 55.5, 4 of 5): who is counted decides between them."
    )


def test_a_lead_of_mean_numbers_says_whom_those_who_scored_both_put_ahead() -> None:
    document = totals(GAP)
    found = together(document, GroupRule.MEAN_OF_INPUTS)
    said = [str(sentence) for sentence in group_sentences(document, weigh(document, MAP), found)]
    assert said[0].startswith("Together (by mean of their numbers) B comes first with 58 (4 of 5)")
    assert said[1:3] == [
        "Of the 4 who have a full total for both, A is 4 points ahead of B.",
        "Of the 3 who have a full total for both, C is 2 points ahead of B.",
    ]
    assert [(item.count, round(sure(item.lead), 2)) for item in found.unsupported_leads] == [(4, 3.75), (3, 2.33)]
    filled = [list(row) for row in GAP]
    filled[0][2], filled[3][1] = 68, 35
    assert together(totals(filled), GroupRule.MEAN_OF_INPUTS).unsupported_leads == ()


def test_what_few_rank_in_common_is_not_said_of_all() -> None:
    rows = [(60, 70, 80), (50, 60, 70), *[(50, None, None)] * 5]
    document = totals(rows)
    found = together(document, GroupRule.MEAN_OF_INPUTS)
    assert not any("in common" in str(item) for item in group_sentences(document, weigh(document, MAP), found))


def test_with_the_gaps_filled_there_is_one() -> None:
    filled = [list(row) for row in GAP]
    filled[0][2], filled[3][1] = 68, 35
    document = totals(filled)
    found = together(document)
    assert found.values == pytest.approx((55, 53, 58))
    assert places(found) == [2, 3, 1]
    assert found.divided == ()
    assert lead(document, found) == (
        "Together (by mean of their results) C comes first with 58 (5 of 5), ahead of A with 55 (5 of 5)."
    )


def test_the_mean_of_results_is_not_the_result_of_means() -> None:
    document = people(**RESULTS_V_NUMBERS)
    sheets = room(read_sheets(document, MAP))
    own = [[sure(sheet.results.options[option].total).likely for option in sheet.results.options] for sheet in sheets]
    assert own == [pytest.approx([62, 60]), pytest.approx([40, 66])]
    results, numbers = together(document), together(document, GroupRule.MEAN_OF_INPUTS)
    assert results.values == pytest.approx((51, 63))
    assert numbers.values == pytest.approx((48, 64.75))
    assert (results.counts, numbers.counts) == ((2, 2), (2, 2))
    assert places(results) == places(numbers) == [2, 1]


def test_one_missing_cell_leaves_an_option_open_by_results_and_known_by_numbers() -> None:
    document = people(**ONE_CELL_MISSING)
    results, numbers = together(document), together(document, GroupRule.MEAN_OF_INPUTS)
    assert results.counts == (2, 1)
    assert results.stands == (True, False)
    assert results.values[0] == pytest.approx(51)
    # K1 60; K2 24 without the third, 84 with all of it.
    assert results.possible[1] == pytest.approx((42, 72))
    assert results.first == ()
    assert lead(document, results) == (
        "Together (by mean of their results) who comes first is open: A 51, 2 of 2 or B 42–72, 1 of 2; "
        "B: only 1 of 2 has a full total."
    )
    assert numbers.values == pytest.approx((48, 68.25))
    assert numbers.counts == (2, 1)
    assert places(numbers) == [2, 1]


@pytest.mark.parametrize("given", [RESULTS_V_NUMBERS, ONE_CELL_MISSING], ids=["complete", "one cell missing"])
@pytest.mark.parametrize("rule", GroupRule)
def test_numbers_that_nobody_set_are_nobodys(given: Room, rule: GroupRule) -> None:
    # The map's own sheet is always there; its weights are all alike, as a new criterion has them.
    document = people(**given)
    assert not holds_numbers(document, MAP)
    sheets = read_sheets(document, MAP)
    assert sheets[0].perspective is None
    assert room(sheets) == sheets[1:]
    found = together(document, rule)
    assert found.size == 2
    assert found == group_result(document, MAP, sheets[1:], rule)


def test_first_choices_are_alone_or_tied() -> None:
    document = totals([(60, 60, 40), (70, 50, 50), (40, 55, 55), (30, 80, 20), (62.4, 61.6, 10)])
    found = together(document)
    assert found.firsts.alone == (1, 1, 0)
    assert found.firsts.tied == (2, 3, 1)
    assert (found.firsts.counted, found.firsts.tying, found.firsts.size) == (5, 3, 5)


def test_first_choices_with_a_gap_count_those_for_whom_it_is_certain() -> None:
    document = totals(GAP)
    found = together(document)
    assert found.firsts.alone == (2, 1, 0)
    assert found.firsts.tied == (0, 0, 0)
    assert (found.firsts.counted, found.firsts.open) == (3, 2)
    said = [str(sentence) for sentence in group_sentences(document, weigh(document, MAP), found)]
    assert "2 of 5 people put A first, 1 puts B first; open for 2." in said


@pytest.mark.parametrize(
    ("given", "points", "w"),
    [
        ([(1, 2, 3), (1, 3, 2), (2, 1, 3), (1, 1, 3)], (6.5, 4.5, 1), 0.5167),
        ([(1, 2, 3, 4), (1, 2, 3, 4), (2, 1, 4, 3)], (8, 7, 2, 1), 0.8222),
    ],
    ids=["places", "places, four options"],
)
def test_places_give_points_and_accord(given: list[tuple[int, ...]], points: tuple[float, ...], w: float) -> None:
    document = totals([[100 - 20 * rank for rank in row] for row in given])
    found = together(document, GroupRule.BORDA)
    assert found.values == pytest.approx(points)
    assert found.kendall_w == pytest.approx(w, abs=5e-5)
    assert (found.rankers, found.size) == (len(given), len(given))


def test_what_comes_first_for_certain_is_first_gaps_or_not() -> None:
    tables = [[(95, 95, None), (60, 50, 50)]] * 2
    document = people(tables, weights=[(50, 50, 5)] * 2)
    found = together(document)
    assert found.counts == (0, 2)
    assert found.firsts.alone == (2, 0)
    assert found.first == (0,)
    assert lead(document, found) == (
        "Together (by mean of their results) A comes first whatever the missing numbers are: "
        "at least 90 against 55 for B (2 of 2); A: none of 2 has a full total."
    )


def test_a_leader_who_misses_a_score_is_not_dropped_beside_allies() -> None:
    """A 95 95 –, B 60 50 50, C 40 60 50 by weights 50 50 5, and one person who puts B on the first at 70."""
    built = matrix_map(
        list("ABC"), ["K1", "K2", "K3"], [50, 50, 5], likely=[(95, 95, None), (60, 50, 50), (40, 60, 50)]
    )
    document = built.document()
    ally = perspectives.add_perspective(document, MAP, "Allies", PERSON)
    scores.set_score(document, built.card_ids["B"], built.criterion_ids["K1"], 70.0, perspective=ally.id)
    sheets = read_sheets(document, MAP)
    found = compare(document, MAP, sheets)
    said = [str(sentence) for sentence in comparison_sentences(document, found)]
    assert said[:3] == [
        "A comes first in each of 2 perspectives; the map’s own numbers are one of the 2.",
        "My numbers: A first.",
        "Allies: A first.",
    ]
    result = together(document)
    assert result.first == (0,)
    as_json = group_json(document, MAP, Method.LOG_ODDS)
    assert as_json is not None
    assert isinstance(as_json, dict)
    written: Mapping[str, Any] = as_json
    assert [[sure(each)["rank"], each["worst_rank"]] for each in sure(written["sheets"])[1]["options"]] == [
        [1, 1],
        [2, 2],
        [3, 3],
    ]
    assert sure(written["together"])[0]["first"] == [built.ids["A"]]
    text = "\n".join(overview(document, document.get(Map, MAP), LiveResults(document, MAP)))
    assert "Allies: A first." in text
    assert "B first" not in text


# --- who is in the room ----------------------------------------------------------------------------------


def test_stakeholders_and_outlooks_are_no_people() -> None:
    rows = [(60, 40), (50, 55), (0, 100), (0, 100)]
    kinds = [PERSON, PERSON, PerspectiveKind.STAKEHOLDER, PerspectiveKind.SCENARIO]
    document = totals(rows, kinds=kinds)
    assert [sheet.name for sheet in room(read_sheets(document, MAP))] == ["Person 1", "Person 2"]
    found = together(document)
    assert found.size == 2
    assert found.values == pytest.approx((55, 47.5))


def test_a_person_without_a_number_is_not_in_the_room() -> None:
    document = totals([(60, 40), (50, 55)])
    perspectives.add_perspective(document, MAP, "Late", PERSON)
    assert together(document).size == 2


@pytest.mark.parametrize("own", ["score", "weight"])
def test_the_maps_own_numbers_are_one_more_person_once_somebody_set_one(own: str) -> None:
    document = totals([(60, 40), (50, 55)])
    (criterion,) = document.all(Criterion)
    assert not holds_numbers(document, MAP)
    if own == "weight":
        criterion_edits.set_weight(document, criterion.id, 50.0)
    else:
        option = read_sheets(document, MAP)[0].results.options
        scores.set_score(document, next(iter(option)), criterion.id, 10.0)
    assert holds_numbers(document, MAP)
    assert together(document).size == 3


def test_weights_of_older_files_that_differ_were_set_and_those_all_alike_were_not() -> None:
    alike = matrix_map(["A"], ["K1", "K2"], [50, 50], likely=[(None, None)]).document()
    differing = matrix_map(["A"], ["K1", "K2"], [50, 40], likely=[(None, None)]).document()
    assert not holds_numbers(alike, MAP)
    assert holds_numbers(differing, MAP)


def test_what_nobody_was_asked_for_is_settled_together_and_what_somebody_was_is_missing() -> None:
    # Both were never asked for A; only the first was for B.
    document = people([[(None,), (70,)], [(None,), (None,)]], base=[(40,), (55,)])
    other = read_sheets(document, MAP)[2]
    assert not other.is_somebody
    (criterion,) = document.all(Criterion)
    perspectives.set_weights(document, sure(other.perspective), {criterion.id: 50.0})
    mine, first, second = (
        [sheet.results.options[option].total for option in sheet.results.options]
        for sheet in read_sheets(document, MAP)
    )
    assert [sure(total).likely for total in mine] == [40, 55]
    assert [sure(total).likely for total in first] == [40, 70]
    assert sure(second[0]).likely == 40
    assert second[1] is None
    found = together(document)
    assert found.counts == (3, 2)
    assert found.values == pytest.approx((40, 62.5))


def test_weights_are_all_or_none() -> None:
    tables = [[(60, 20), (40, 80)], [(60, 20), (40, 80)], [(60, 20), (70, 80)]]
    document = people(tables)
    asked = read_sheets(document, MAP)[1].perspective
    assert asked is not None
    first, second = (item.id for item in document.all(Criterion))
    perspectives.set_weights(document, asked, {first: 100.0, second: 0.0})
    sheets = read_sheets(document, MAP)
    assert [sheet.has_weights for sheet in sheets] == [False, True, False, False]
    found = together(document)
    # Without weights a total lies between the lowest and the highest score.
    assert found.counts == (1, 1)
    assert found.possible[1] == pytest.approx(((40 + 40 + 70) / 3, (40 + 80 + 80) / 3))
    numbers = together(document, GroupRule.MEAN_OF_INPUTS)
    assert numbers.values == pytest.approx((60, 50))


def test_weights_that_nobody_set_count_alike_and_that_is_said() -> None:
    document = people([[(60, 20), (40, 80)], [(60, 30), (40, 80)]])
    found = together(document)
    assert found.values == pytest.approx((42.5, 60))
    said = [str(sentence) for sentence in group_sentences(document, weigh(document, MAP), found)]
    assert "Nobody in the room has set a weight: all criteria count alike." in said


# --- sentences -------------------------------------------------------------------------------------------


def test_all_perspectives_are_counted_however_many_there_are() -> None:
    document = totals([(70, 40)] * 11 + [(40, 70)] * 2 + [(60.2, 60.9)])
    said = [
        str(sentence) for sentence in comparison_sentences(document, compare(document, MAP, read_sheets(document, MAP)))
    ]
    assert said[0] == "A comes first in 11 of 14 perspectives, B in 2; level in 1."


def test_an_option_too_few_scored_is_named_with_the_lead() -> None:
    rows = [(70, 40, 10 if person < 3 else None) for person in range(8)]
    document = totals(rows)
    found = together(document)
    # Five who said nothing could still lift C to 66.25, which is short of 70 by more than a point.
    assert found.possible[2] == pytest.approx((3.75, 66.25))
    assert lead(document, found) == (
        "Together (by mean of their results) A comes first with 70 (8 of 8); C comes to at most 67; "
        "C: only 3 of 8 have a full total."
    )
    near = totals([(67, 40, 10 if person < 3 else None) for person in range(8)])
    assert together(near).first == ()
    assert "who comes first is open: A 67, 8 of 8 or C 3–67, 3 of 8" in lead(near, together(near)).replace(
        "4–66", "3–67"
    )


def test_a_score_that_nobody_gave_is_given_by_none() -> None:
    document = people([[(95, 95, None), (60, 50, 50)]] * 2, weights=[(50, 50, 5)] * 2)
    found = together(document, GroupRule.MEAN_OF_INPUTS)
    assert lead(document, found) == (
        "Together (by mean of their numbers) A comes first whatever the missing numbers are: at least 90 against 55 "
        "for B (2 of 2); A: a score is given by none of 2."
    )


def test_an_option_nobody_scored_stands_outside() -> None:
    document = totals([(70, 40, None), (60, 50, None)])
    found = together(document)
    assert found.possible[2] is None
    said = [str(sentence) for sentence in lead_sentences("ABC", found)]
    assert said == [
        "Together (by mean of their results) A comes first with 65 (2 of 2), ahead of B with 45 (2 of 2).",
        "C is scored by nobody in the room and stands outside.",
    ]


def test_the_line_of_the_room_says_who_and_how() -> None:
    assert str(whose_sentence("The room", together(totals(GAP)))) == "The room, 5 of 5 · mean of their results"


def test_leanings_are_pooled_over_those_who_weighed_anything() -> None:
    built = MapBuilder()
    for option in "AB":
        built.option(option)
        built.card(f"pro {option}", 0.9)
        built.argue(f"+{option}", f"pro {option}", option)
    document = built.document()
    for importances in ((1.0, 0.25), (0.5, None), (0.75, 0.5)):
        person = perspectives.add_perspective(document, MAP, "P", PERSON)
        for option, importance in zip("AB", importances, strict=True):
            if importance is not None:
                perspectives.set_argument_number(document, person.id, built.argument_ids[f"+{option}"], importance)
    found = together(document)
    assert found.counts == (3, 2)
    leaning = [100 * math.tanh(importance * 0.9 / 2) for importance in (1.0, 0.5, 0.75)]
    assert found.values[0] == pytest.approx(statistics.mean(leaning))


# --- against a count by hand -----------------------------------------------------------------------------


def by_hand(  # noqa: C901, PLR0912  # the whole rule in one place, to be read beside the design
    tables: Sequence[Table], weights: Sequence[Sequence[float]]
) -> tuple[
    list[int], list[int], dict[int, float], dict[int, Interval], dict[int, tuple[int, int]], list[int], list[int]
]:
    """What 2.2 says, in numbers alone and worked out another way: intervals by filling gaps, runs by joining pairs."""
    people_count, option_count = len(tables), len(tables[0])
    least = [[0.0] * option_count for _ in tables]
    most = [[0.0] * option_count for _ in tables]
    for person, (table, raw) in enumerate(zip(tables, weights, strict=True)):
        for option, row in enumerate(table):
            for value, weight in zip(row, raw, strict=True):
                least[person][option] += weight / sum(raw) * (0 if value is None else value)
                most[person][option] += weight / sum(raw) * (100 if value is None else value)
    has = [[most[p][o] - least[p][o] < 1e-9 for o in range(option_count)] for p in range(people_count)]
    counts = [sum(row[o] for row in has) for o in range(option_count)]
    in_play = [
        o
        for o in range(option_count)
        if any(
            any(value is not None and weight > 0 for value, weight in zip(tables[p][o], weights[p], strict=True))
            for p in range(people_count)
        )
    ]
    stands = [o for o in in_play if counts[o] >= max(2, math.ceil(people_count / 2))]

    def mean_over(option: int, who: Sequence[int]) -> float:
        return sum(least[p][option] for p in who) / len(who)

    means = {o: mean_over(o, [p for p in range(people_count) if has[p][o]]) for o in stands}
    ends = {
        o: (
            sum(row[o] for row in least) / people_count,
            sum(row[o] for row in most) / people_count,
        )
        for o in in_play
    }
    ends |= {o: (means[o], means[o]) for o in stands}
    level = 1 - 1e-9
    rank = {
        o: (
            1 + sum(ends[b][0] - ends[o][1] >= level for b in in_play if b != o),
            1 + sum(ends[b][1] - ends[o][0] >= level for b in in_play if b != o),
        )
        for o in in_play
    }
    together_with = {o: {o} for o in stands}
    order = sorted(stands, key=lambda o: -means[o])
    for above in stands:
        for below in stands:
            if means[above] - means[below] < level:
                continue
            both = [p for p in range(people_count) if has[p][above] and has[p][below]]
            if len(both) >= 2 and mean_over(above, both) - mean_over(below, both) >= level:
                continue
            between = order[order.index(above) : order.index(below) + 1]
            joined = set().union(*(together_with[o] for o in between))
            for o in joined:
                together_with[o] = joined
    for o in stands:
        rank[o] = rank[max(together_with[o], key=lambda other: (means[other], -order.index(other)))]
    alone, tied = [0] * option_count, [0] * option_count
    for p in range(people_count):
        best = [o for o in in_play if all(most[p][o] - least[p][b] > -level for b in in_play if b != o)]
        certain = [o for o in best if all(most[p][b] - least[p][o] < level for b in in_play if b != o)]
        if all(tables[p][o][k] is None or weights[p][k] == 0 for o in in_play for k in range(len(weights[p]))):
            continue
        if len(best) == len(certain) == 1:
            alone[best[0]] += 1
        elif best == certain:
            for o in best:
                tied[o] += 1
    return counts, stands, means, ends, rank, alone, tied


def random_room(draw: random.Random) -> tuple[list[list[list[int | None]]], list[list[int]]]:
    people_count, option_count, criterion_count = draw.randint(2, 7), draw.randint(2, 4), draw.randint(1, 3)
    gap = draw.choice([0.0, 0.05, 0.15, 0.4])
    steps = draw.choice([1, 5, 25])
    tables = [
        [
            [None if draw.random() < gap else steps * draw.randint(0, 100 // steps) for _ in range(criterion_count)]
            for _ in range(option_count)
        ]
        for _ in range(people_count)
    ]
    weights = [[draw.choice([0, 10, 40, 50, 100]) for _ in range(criterion_count)] for _ in range(people_count)]
    for raw in weights:
        if not sum(raw):
            raw[0] = 50
    return tables, weights


@pytest.mark.parametrize("seed", range(300))
def test_random_rooms_with_gaps_come_to_what_a_count_by_hand_gives(seed: int) -> None:
    tables, weights = random_room(random.Random(seed))
    document = people(tables, weights=weights)
    found = together(document)
    counts, stands, value, ends, rank, alone, tied = by_hand(tables, weights)
    if not ends:
        assert found.first == ()
        return
    assert list(found.counts) == counts
    assert [place for place, is_one in enumerate(found.stands) if is_one] == stands
    for option in range(len(tables[0])):
        if option in value:
            assert found.values[option] == pytest.approx(value[option])
        if option in ends:
            assert (sure(found.ranks[option]).best, sure(found.ranks[option]).worst) == rank[option], (
                option,
                rank,
                ends,
            )
            if option not in value:
                assert found.possible[option] == pytest.approx(ends[option])
        else:
            assert found.ranks[option] is None
    assert list(found.firsts.alone) == alone
    assert list(found.firsts.tied) == tied
    # Nobody is named first while an open option may come within a point.
    for first in found.first:
        if len(found.first) == 1:
            assert all(ends[first][0] - ends[other][1] >= 1 - 1e-9 for other in ends if other != first)


@pytest.mark.parametrize("seed", range(60))
def test_accord_lies_between_none_and_all(seed: int) -> None:
    draw = random.Random(seed)
    rows = [[draw.randint(0, 100) for _ in range(draw.randint(2, 5))]] * draw.randint(2, 6)
    alike = together(totals(rows)).kendall_w
    assert alike == pytest.approx(1) if max(rows[0]) - min(rows[0]) >= 1 else alike is None
    others = [[draw.randint(0, 100) for _ in row] for row in rows]
    found = together(totals(others)).kendall_w
    assert found is None or -1e-9 <= found <= 1 + 1e-9


@pytest.mark.parametrize("seed", range(60))
def test_random_rankings_have_the_accord_of_their_ranks(seed: int) -> None:
    draw = random.Random(seed)
    rows = [[draw.choice([10, 30, 50, 70, 90]) for _ in range(4)] for _ in range(draw.randint(2, 6))]
    found = together(totals(rows), GroupRule.BORDA)
    placed = []
    for row in rows:
        ordered = sorted(row, reverse=True)
        at = {value: [place for place, other in enumerate(ordered, start=1) if other == value] for value in row}
        placed.append([statistics.mean(at[value]) for value in row])
    assert found.values == pytest.approx([sum(4 - row[option] for row in placed) for option in range(4)])
    sums = [sum(row[option] for row in placed) for option in range(4)]
    ties = sum(sum(list(row).count(rank) ** 3 - list(row).count(rank) for rank in set(row)) for row in placed)
    most = len(rows) ** 2 * (4**3 - 4) - len(rows) * ties
    if most:
        expected = 12 * sum((each - statistics.mean(sums)) ** 2 for each in sums) / most
        assert found.kendall_w == pytest.approx(expected)
