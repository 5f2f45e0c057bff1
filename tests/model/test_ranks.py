"""Ranks: always room between two, and short however one inserts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.ranks import is_rank, rank_between, ranks_after

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
RANKS = st.text(DIGITS, min_size=1, max_size=6).filter(is_rank)


@given(RANKS, RANKS)
def test_between_any_two_ranks_another_fits(first: str, second: str) -> None:
    if first == second:
        return
    low, high = sorted((first, second))
    between = rank_between(low, high)
    assert is_rank(between)
    assert low < between < high
    assert len(between) <= max(len(low), len(high)) + 1


@given(RANKS)
def test_before_and_after_any_rank_another_fits(rank: str) -> None:
    before, after = rank_between(None, rank), rank_between(rank, None)
    assert is_rank(before)
    assert is_rank(after)
    assert before < rank < after


@given(st.lists(st.integers(0, 10_000), max_size=200))
def test_a_list_that_grows_anywhere_stays_in_order(positions: list[int]) -> None:
    ranks: list[str] = []
    for position in positions:
        place = position % (len(ranks) + 1)
        before = ranks[place - 1] if place else None
        after = ranks[place] if place < len(ranks) else None
        ranks.insert(place, rank_between(before, after))
    assert ranks == sorted(set(ranks))
    assert all(map(is_rank, ranks))


def test_appending_a_thousand_times_keeps_ranks_short() -> None:
    ranks = ranks_after(None, 1_000)
    assert ranks == sorted(set(ranks))
    assert max(map(len, ranks)) <= 80
    assert len(ranks[100]) <= 8
    assert ranks_after("z", 2) == [rank_between("z", None), rank_between(rank_between("z", None), None)]


@pytest.mark.parametrize("text", ["", "V0", "0", "a b", "ä", "-"])
def test_what_is_no_rank_is_known(text: str) -> None:
    assert not is_rank(text)


@pytest.mark.parametrize(("before", "after"), [("B", "A"), ("A", "A")])
def test_ranks_in_the_wrong_order_have_nothing_between_them(before: str, after: str) -> None:
    with pytest.raises(ValueError, match="no rank fits between"):
        rank_between(before, after)
