"""Whether weights are what divides people, and how far apart they are, in words."""

import pytest

from desktop_app.edits import cards, criteria, maps, perspectives, scores
from desktop_app.model.document import Document
from desktop_app.model.ids import CriterionId, MapId
from desktop_app.model.records import PerspectiveKind
from desktop_app.weighing.criteria.by_each_weights import by_weights_sentence, rankings_by_weights
from desktop_app.weighing.people.group import Spread, SubjectKind
from desktop_app.weighing.people.room import read_sheets
from desktop_app.weighing.people.spread_sentences import accord_words, scale_words, spread_words, value_words
from desktop_app.wording.rounding import whole
from tests.sure import sure
from tests.weighing.maps import MapBuilder


def _two_options(document: Document, map_id: MapId, weight: float | None = 50.0) -> tuple[CriterionId, CriterionId]:
    """A is good at the first criterion, B at the second; both weigh alike; None: nobody set that."""
    first, second = (criteria.add_criterion(document, map_id, name).id for name in ("Cost", "Speed"))
    for name, values in (("A", (80.0, 30.0)), ("B", (30.0, 70.0))):
        option = cards.add_option(document, map_id, name)
        for criterion, value in zip((first, second), values, strict=True):
            scores.set_score(document, option.id, criterion, value)
    for criterion in (first, second) if weight is not None else ():
        criteria.set_weight(document, criterion, sure(weight))
    return first, second


@pytest.fixture
def document() -> Document:
    return MapBuilder().document()


@pytest.fixture
def map_id(document: Document) -> MapId:
    return maps.add_map(document, "Two").id


def _with_weights(document: Document, map_id: MapId, name: str, weights: dict[CriterionId, float]) -> None:
    added = perspectives.add_perspective(document, map_id, name, PerspectiveKind.PERSON)
    if weights:
        perspectives.set_weights(document, added.id, weights)


def test_each_ones_weights_rank_the_maps_own_scores(document: Document, map_id: MapId) -> None:
    cost, speed = _two_options(document, map_id)
    _with_weights(document, map_id, "Anna", {cost: 10.0, speed: 90.0})
    anna = read_sheets(document, map_id)[1]
    option = cards.add_option(document, map_id, "C")
    assert anna.perspective is not None
    perspectives.set_score_number(document, anna.perspective, option.id, cost, likely=100.0)
    rankings = rankings_by_weights(document, read_sheets(document, map_id))
    assert [item.name for item in rankings] == ["My numbers", "Anna"]
    assert [[whole(total) for _, total in item.totals] for item in rankings] == [[55, 50], [66, 35]]
    said = str(by_weights_sentence(document, rankings))
    assert said == "What comes first depends on whose weights count: A by 1 and B by 1 of 2."


def test_weights_that_lead_to_the_same_first_are_not_what_divides_them(document: Document, map_id: MapId) -> None:
    cost, speed = _two_options(document, map_id)
    _with_weights(document, map_id, "Anna", {cost: 90.0, speed: 10.0})
    _with_weights(document, map_id, "Ben", {})
    rankings = rankings_by_weights(document, read_sheets(document, map_id))
    assert [item.name for item in rankings] == ["My numbers", "Anna"]
    assert "By everybody’s weights A comes first" in str(by_weights_sentence(document, rankings))


def test_nothing_is_said_where_nobody_weighs_otherwise_or_nothing_can_be_ranked(
    document: Document, map_id: MapId
) -> None:
    assert rankings_by_weights(document, read_sheets(document, map_id)) == ()
    _two_options(document, map_id)
    _with_weights(document, map_id, "Ben", {})
    assert rankings_by_weights(document, read_sheets(document, map_id)) == ()


def test_everybody_counts_also_those_who_give_the_maps_weights(document: Document, map_id: MapId) -> None:
    cost, speed = _two_options(document, map_id)
    for number in range(6):
        _with_weights(document, map_id, f"Like the map {number}", {cost: 20.0, speed: 20.0})
    for number in range(2):
        _with_weights(document, map_id, f"For speed {number}", {cost: 10.0, speed: 90.0})
    rankings = rankings_by_weights(document, read_sheets(document, map_id))
    assert [(item.name, item.count) for item in rankings] == [("My numbers", 7), ("For speed 0", 2)]
    said = str(by_weights_sentence(document, rankings))
    assert said == "What comes first depends on whose weights count: A by 7 and B by 2 of 9."


def test_who_was_asked_for_weights_and_gave_none_is_in_neither_count(document: Document, map_id: MapId) -> None:
    cost, speed = _two_options(document, map_id, weight=None)
    for name, weights in (("Anna", {cost: 90.0, speed: 10.0}), ("Ben", {cost: 10.0, speed: 90.0}), ("Cy", {})):
        _with_weights(document, map_id, name, weights)
    # The map's own weights were never set: nobody gives them.
    said = str(by_weights_sentence(document, rankings_by_weights(document, read_sheets(document, map_id))))
    assert said == "What comes first depends on whose weights count: A by 1 and B by 1 of 2."


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (SubjectKind.IMPORTANCE, 75.0, "major"),
        (SubjectKind.IMPORTANCE, 60.0, "moderate (60)"),
        (SubjectKind.PLAUSIBILITY, 70.0, "likely, 70 %"),
        (SubjectKind.WEIGHT, 22.4, "22 %"),
        (SubjectKind.SCORE, 84.6, "85"),
    ],
)
def test_a_number_is_read_as_its_kind_is(kind: SubjectKind, value: float, words: str) -> None:
    assert str(value_words(kind, value)) == words


def test_a_spread_says_how_many_the_middle_and_whether_they_agree() -> None:
    spread = Spread((0.0, 100.0, 100.0, None), 66.7, 100.0, 47.1, 0.89, None)
    assert str(spread_words(SubjectKind.IMPORTANCE, spread)) == (
        "3 say · middle: decisive · half: moderate to decisive · split"
    )
    between = Spread((50.0, 75.0, 75.0, 50.0), 62.5, 62.5, 12.5, 0.0625, None)
    assert str(spread_words(SubjectKind.IMPORTANCE, between)) == (
        "4 say · middle: between moderate and major · half: moderate to major · some spread"
    )
    alike = Spread((40.0, 41.0), 40.5, 40.5, 0.5, 0.0001, None)
    assert str(spread_words(SubjectKind.SCORE, alike)) == "2 say · middle: 41 · half: 40 to 41 · close together"
    assert [str(accord_words(value)) for value in (0.0, 0.1, 0.5)] == ["close together", "some spread", "split"]


@pytest.mark.parametrize("kind", list(SubjectKind))
def test_every_scale_runs_from_0_to_100(kind: SubjectKind) -> None:
    places = [place for place, _ in scale_words(kind)]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0.0, 100.0)
