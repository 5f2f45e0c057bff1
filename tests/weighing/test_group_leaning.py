"""How arguments lean on one card for people together, beside how far they are apart."""

import pytest

from desktop_app.edits import perspectives
from desktop_app.model.document import Document
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.records import PerspectiveKind
from desktop_app.weighing.people.group import GroupRule
from desktop_app.weighing.people.group_leaning import group_leaning, group_leaning_sentence
from desktop_app.weighing.people.room import read_sheets
from desktop_app.wording.rounding import signed
from tests.weighing.maps import MAP, MapBuilder


def _asked(importance: float | None = 0.5) -> tuple[Document, CardId, ArgumentId]:
    built = MapBuilder()
    question = built.option("Shall we?")
    built.card("It helps", 0.9)
    argument = built.argue("+helps", "It helps", "Shall we?", importance)
    return built.document(), CardId(question), ArgumentId(argument)


def _person(document: Document, name: str, argument: ArgumentId, importance: float, share: float = 1.0) -> None:
    added = perspectives.add_perspective(document, MAP, name, PerspectiveKind.PERSON)
    perspectives.set_argument_number(document, added.id, argument, importance)
    perspectives.set_share(document, added.id, share)


def test_the_mean_counts_each_by_their_share_and_the_median_the_middle_one() -> None:
    document, card, argument = _asked()
    _person(document, "Anna", argument, 1.0, share=3.0)
    _person(document, "Ben", argument, 0.0)
    sheets = read_sheets(document, MAP)
    leanings = [sheet.results.cards[card].leaning for sheet in sheets]
    mine, annas, bens = (leaning or 0.0 for leaning in leanings)
    found = group_leaning(sheets, card, GroupRule.MEAN_OF_RESULTS)
    assert found is not None
    assert found.together == pytest.approx((mine + 3 * annas + bens) / 5)
    middle = group_leaning(sheets, card, GroupRule.MEDIAN_OF_INPUTS)
    assert middle is not None
    assert middle.rule is GroupRule.MEDIAN_OF_RESULTS
    assert middle.together == pytest.approx(annas)


def test_disagreement_is_in_points_of_leaning_and_said_as_a_range() -> None:
    document, card, argument = _asked()
    _person(document, "Anna", argument, 1.0)
    found = group_leaning(read_sheets(document, MAP), card, GroupRule.BORDA)
    assert found is not None
    low, high = sorted(found.leanings)
    assert found.deviation == pytest.approx((high - low) / 2)
    assert found.rule is GroupRule.MEAN_OF_RESULTS
    assert str(group_leaning_sentence(document, found)) == (
        f"Together (by mean of their results, 2 of 2) “Shall we?”: leaning {signed(found.together)}, "
        f"from {signed(low)} to {signed(high)}."
    )


def test_nothing_is_said_for_fewer_than_two_who_weighed_anything() -> None:
    document, card, argument = _asked(None)
    _person(document, "Anna", argument, 1.0)
    assert group_leaning(read_sheets(document, MAP), card, GroupRule.MEAN_OF_RESULTS) is None
