"""The marks on every slider of a weight, over maps made at random, and what the checker of sentences found of them."""

import os
import random

import pytest

from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.ui.pages.criteria.weight_slider import SliderMark, marks_of
from desktop_app.weighing.results import weigh
from desktop_app.weighing.robustness.names import read_names
from desktop_app.weighing.robustness.table import read_table
from tests.sentences.marks import judge_marks
from tests.sentences.random_maps import random_map
from tests.sentences.scoring import read_scores
from tests.sentences.words import FalsehoodError
from tests.weighing.maps import MAP, MapBuilder

# It draws so many that measuring what they reach would take most of the time; other tests reach it as well.
pytestmark = pytest.mark.usefixtures("unmeasured")

MAPS = 2_000 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 300


def marks_by_criterion(document: Document) -> dict[str, list[SliderMark]]:
    """The marks of every criterion, as the table of scores shows them."""
    table = read_table(document, weigh(document, MAP))
    rows = reads.criteria(document, MAP)
    if table is None:
        return {}
    names = read_names(document, MAP, table)
    whole = sum(row.weight for row in rows)
    return {row.name: marks_of(table, names, table.criteria.index(row.id), whole - row.weight) for row in rows}


def test_every_mark_on_a_slider_stands_where_something_begins_or_ceases_to_hold() -> None:
    read = 0
    for seed in range(MAPS):
        document = random_map(random.Random(seed))
        scores = read_scores(document)
        for criterion, marks in marks_by_criterion(document).items():
            read += len(marks)
            try:
                judge_marks(scores, criterion, marks)
            except FalsehoodError as error:
                raise AssertionError(f"map {seed}, {criterion}: {error}") from error
    assert read >= MAPS / 2


def test_a_mark_names_a_weight_at_which_what_it_says_holds() -> None:
    built = MapBuilder()
    for option in "AB":
        built.option(option)
    built.criterion("K1", 5.0)
    built.criterion("K2", 94.0)
    for place, score in (("A/K1", 0.0), ("A/K2", 60.0), ("B/K1", 100.0), ("B/K2", 50.0)):
        name, criterion = place.split("/")
        built.score(name, criterion, score)
    # B draws level at 9.4; with a weight of 9 A is still on top.
    (mark,) = marks_by_criterion(built.document())["K1"]
    assert round(mark.weight, 6) == 9.4
    assert mark.words == "above 10 % B is on top (weight 10)"
