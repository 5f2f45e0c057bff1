"""What is typed into a cell of the matrix is read as it would be written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.viewmodels.criteria.typed import ScoreNotReadError, TypedScore, read_one_score, read_score, write_score
from desktop_app.weighing.criteria.matrix import CellResult, CellState


@given(st.lists(st.integers(0, 100), min_size=3, max_size=3).map(sorted), st.sampled_from("-–/ "))
def test_three_numbers_are_low_likely_and_high(numbers: list[int], between: str) -> None:
    low, likely, high = numbers
    assert read_score(between.join(map(str, numbers))) == TypedScore(likely, low, high)


@given(st.permutations([60, 70, 75]).filter(lambda numbers: numbers != [60, 70, 75]))
def test_numbers_out_of_order_are_refused(numbers: list[int]) -> None:
    with pytest.raises(ScoreNotReadError) as refused:
        read_score("-".join(map(str, numbers)))
    assert refused.value.remedy


@pytest.mark.parametrize("text", ["101", "60-75-101", "high", "60-75", "1-2-3-4", "-5", "50 %"])
def test_what_is_no_score_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(ScoreNotReadError) as refused:
        read_score(text)
    assert refused.value.sentence.endswith(".")
    assert refused.value.remedy.endswith(".")


def test_nothing_is_an_empty_cell_and_a_question_mark_is_not_known() -> None:
    assert read_score("  ") is None
    assert read_score(" ? ") == TypedScore()
    assert read_one_score("") is None
    assert read_one_score("12,5") == 12.5
    with pytest.raises(ScoreNotReadError):
        read_one_score("twelve")


@given(st.integers(0, 100), st.booleans())
def test_a_cell_is_written_as_it_would_be_typed(likely: int, has_range: bool) -> None:
    typed = TypedScore(likely, 0, 100) if has_range else TypedScore(likely)
    cell = CellResult(CellState.JUDGED, None, None, 0, 0, 0, disagrees=False, below_red_line=False)
    assert read_score(write_score(cell, typed)) == typed
