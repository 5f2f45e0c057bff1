"""What links and numbers are called on screen."""

import pytest

from desktop_app.edits import arguments
from desktop_app.model.kinds import MINUS, PLUS, QUOTE
from desktop_app.model.records import Card
from desktop_app.model.words import (
    IMPORTANCE_VALUES,
    IMPORTANCE_WORDS,
    PLAUSIBILITY_VALUES,
    importance_word,
    link_words,
    plausibility_word,
)
from tests.small_workbooks import Desk

_PLAUSIBILITY_WORDS = ("very unlikely", "unlikely", "even", "likely", "very likely")


def words(desk: Desk, card: Card) -> tuple[str, str]:
    found = link_words(desk.document, desk.link(card))
    return found.sign, found.words


def test_a_link_is_named_by_what_it_does_to_the_card_directly_above(desk: Desk) -> None:
    option = desk.option("A")
    pro, con = desk.pro(option, "cheap"), desk.con(option, "slow")
    assert words(desk, pro) == (PLUS, "Pro")
    assert words(desk, con) == (MINUS, "Con")
    assert words(desk, desk.con(con, "not any more")) == (MINUS, "Answers the con")
    assert words(desk, desk.pro(con, "very")) == (PLUS, "Strengthens the con")
    assert words(desk, desk.con(pro, "not for long")) == (MINUS, "Answers the pro")
    assert words(desk, desk.undercut(pro, "who cares")) == (MINUS, "Not relevant: the pro")


def test_evidence_is_named_as_such_but_only_where_it_supports(desk: Desk) -> None:
    option = desk.option("A")
    con = desk.con(option, "slow")
    assert words(desk, arguments.add_evidence(desk.document, option.id, "a study")) == (QUOTE, "Evidence")
    assert words(desk, arguments.add_evidence(desk.document, con.id, "a log")) == (QUOTE, "Evidence for the con")
    against = arguments.add_evidence(desk.document, con.id, "another log")
    arguments.flip_stance(desk.document, desk.link(against).id)
    assert words(desk, against) == (MINUS, "Answers the con")


@pytest.mark.parametrize(("value", "word"), list(zip(IMPORTANCE_VALUES, IMPORTANCE_WORDS, strict=True)))
def test_each_pip_has_its_word(value: float, word: str) -> None:
    assert importance_word(value) == word


@pytest.mark.parametrize(("value", "word"), list(zip(PLAUSIBILITY_VALUES, _PLAUSIBILITY_WORDS, strict=True)))
def test_the_middle_of_each_band_has_its_word(value: float, word: str) -> None:
    assert plausibility_word(value) == word


@pytest.mark.parametrize(
    ("value", "word"),
    [(0.0, "very unlikely"), (0.2, "unlikely"), (0.45, "even"), (0.55, "even"), (0.56, "likely"), (1.0, "very likely")],
)
def test_bands_of_plausibility_meet_where_the_guide_says(value: float, word: str) -> None:
    assert plausibility_word(value) == word


def test_what_nobody_weighed_is_called_so() -> None:
    assert importance_word(None) == plausibility_word(None) == "not weighed"
