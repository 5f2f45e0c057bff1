import itertools
from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.layout.tidy import Places, Spacing, TidyTree

SPACING = Spacing(level=48, sibling=16, branch=24, tree=40)
Forest = tuple[list[int], list[int], list[int]]
Rectangle = tuple[float, float, float, float]

sizes = st.tuples(st.integers(20, 300), st.integers(10, 200))


@st.composite
def forests(draw: st.DrawFn) -> Forest:
    """Parents (each before its children), widths and heights of up to 40 cards."""
    count = draw(st.integers(1, 40))
    parents = [draw(st.integers(-1 if index % 7 == 0 else 0, index - 1)) if index else -1 for index in range(count)]
    drawn = [draw(sizes) for _ in range(count)]
    return parents, [width for width, _ in drawn], [height for _, height in drawn]


def rectangles(tree: TidyTree, widths: Mapping[int, float], heights: Mapping[int, float]) -> dict[int, Rectangle]:
    places = tree.place()
    return {i: (places.x[i], places.y[i], widths[i], heights[i]) for i in widths}


def overlap(one: Rectangle, other: Rectangle) -> bool:
    x, y, w, h = one
    u, v, s, t = other
    tiny = 1e-6
    return x + tiny < u + s and u + tiny < x + w and y + tiny < v + t and v + tiny < y + h


@given(forests())
def test_no_two_cards_overlap(forest: Forest) -> None:
    parents, widths, heights = forest
    boxes = rectangles(TidyTree(parents, widths, heights, SPACING), dict(enumerate(widths)), dict(enumerate(heights)))
    for one in boxes:
        for other in boxes:
            assert one >= other or not overlap(boxes[one], boxes[other])


@given(forests())
def test_children_stand_right_of_their_parent_in_order_and_the_parent_is_centred_on_them(forest: Forest) -> None:
    parents, widths, heights = forest
    tree = TidyTree(parents, widths, heights, SPACING)
    places = tree.place()
    for index in range(len(parents)):
        children = tree.children(index)
        for child in children:
            assert places.x[child] == pytest.approx(places.x[index] + widths[index] + SPACING.level)
        for above, below in itertools.pairwise(children):
            assert places.y[below] >= places.y[above] + heights[above] + SPACING.sibling - 1e-6
        if children:
            top, bottom = places.y[children[0]], places.y[children[-1]] + heights[children[-1]]
            assert places.y[index] + heights[index] / 2 == pytest.approx((top + bottom) / 2)


@given(forests())
def test_the_picture_begins_at_the_origin_and_roots_stand_on_one_edge(forest: Forest) -> None:
    parents, widths, heights = forest
    tree = TidyTree(parents, widths, heights, SPACING)
    places = tree.place()
    assert places.y.min() == 0
    assert all(places.x[root] == 0 for root in tree.roots)


def rebuilt(tree: TidyTree, widths: Mapping[int, float], heights: Mapping[int, float]) -> tuple[TidyTree, list[int]]:
    """A tree built afresh from what an edited one holds, with the old index of each new one."""
    order: list[int] = []
    new_parent: list[int] = []
    pending = [(root, -1) for root in reversed(tree.roots)]
    while pending:
        index, parent = pending.pop()
        here = len(order)
        order.append(index)
        new_parent.append(parent)
        pending.extend((child, here) for child in reversed(tree.children(index)))
    fresh = TidyTree(new_parent, [widths[i] for i in order], [heights[i] for i in order], SPACING)
    return fresh, order


@given(forests(), st.data())
def test_after_any_edits_the_layout_is_the_one_built_afresh(forest: Forest, data: st.DataObject) -> None:
    parents, given_widths, given_heights = forest
    widths, heights = dict(enumerate(given_widths)), dict(enumerate(given_heights))
    tree = TidyTree(parents, given_widths, given_heights, SPACING)
    for _ in range(data.draw(st.integers(1, 8))):
        there = sorted(widths)
        verb = data.draw(st.sampled_from(["insert", "resize", "remove"])) if there else "insert"
        if verb == "insert":
            parent = data.draw(st.sampled_from([-1, *there]))
            siblings = tree.roots if parent == -1 else tree.children(parent)
            width, height = data.draw(sizes)
            index = tree.insert(parent, data.draw(st.integers(0, len(siblings))), width, height)
            assert index not in widths
            widths[index], heights[index] = width, height
        elif verb == "resize":
            index = data.draw(st.sampled_from(there))
            widths[index], heights[index] = data.draw(sizes)
            tree.resize(index, widths[index], heights[index])
        else:
            tree.remove(data.draw(st.sampled_from(there)))
            left = set(rebuilt(tree, widths, heights)[1])
            widths = {index: width for index, width in widths.items() if index in left}
            heights = {index: height for index, height in heights.items() if index in left}
    fresh, order = rebuilt(tree, widths, heights)
    places, expected = tree.place(), fresh.place()
    assert len(tree) == len(order)
    assert np.array_equal(places.x[order], expected.x)
    assert np.array_equal(places.y[order], expected.y)
    removed = np.setdiff1d(np.arange(tree.capacity), order)
    assert np.isnan(places.x[removed]).all()
    assert np.isnan(places.y[removed]).all()


@given(forests(), st.data())
def test_editing_one_card_never_reorders_others(forest: Forest, data: st.DataObject) -> None:
    parents, widths, heights = forest
    tree = TidyTree(parents, widths, heights, SPACING)
    before = [tree.children(index) for index in range(len(parents))]
    tree.resize(data.draw(st.integers(0, len(parents) - 1)), 500, 500)
    assert [tree.children(index) for index in range(len(parents))] == before
    places: Places = tree.place()
    for siblings in (*before, tree.roots):
        assert all(places.y[a] < places.y[b] for a, b in itertools.pairwise(siblings))


def test_a_single_child_stands_level_with_its_parent() -> None:
    places = TidyTree([-1, 0], [100, 80], [60, 20], SPACING).place()
    assert places.x.tolist() == [0, 148]
    assert places.y.tolist() == [0, 20]


def test_leaves_keep_the_sibling_gap_and_branches_the_branch_gap() -> None:
    #    0 ── 1, 2 (leaves), 3 ── 4, 5 (a leaf)
    places = TidyTree([-1, 0, 0, 0, 3, 0], [100] * 6, [20] * 6, SPACING).place()
    assert places.y[2] - places.y[1] == 20 + SPACING.sibling
    assert places.y[3] - places.y[2] == 20 + SPACING.branch
    assert places.y[5] - places.y[3] == 20 + SPACING.branch


def test_trees_of_a_forest_are_stacked_with_the_tree_gap() -> None:
    places = TidyTree([-1, -1], [100, 100], [20, 30], SPACING).place()
    assert places.y.tolist() == [0, 20 + SPACING.tree]


def test_a_chain_of_five_hundred_cards_needs_no_recursion() -> None:
    tree = TidyTree(range(-1, 499), [100] * 500, [20] * 500, SPACING)
    assert tree.place().x[-1] == 499 * 148


def test_an_empty_layout_has_no_places() -> None:
    assert TidyTree([], [], []).place().x.size == 0


def test_the_last_tree_can_be_removed_and_another_put_in_its_place() -> None:
    tree = TidyTree([-1, 0], [100, 100], [20, 20], SPACING)
    tree.remove(0)
    assert len(tree) == 0
    assert np.isnan(tree.place().y).all()
    index = tree.insert(-1, 0, 50, 50)
    assert tree.place().y[index] == 0


@pytest.mark.parametrize(
    ("parents", "widths"),
    [([0], [10]), ([1, -1], [10, 10]), ([-2], [10]), ([-1], [10, 10])],
    ids=["own parent", "parent after child", "no such parent", "lengths differ"],
)
def test_what_is_not_a_forest_is_refused(parents: list[int], widths: list[int]) -> None:
    with pytest.raises(ValueError, match="parent"):
        TidyTree(parents, widths, [10] * len(parents))


def test_a_removed_card_is_neither_resized_nor_given_children() -> None:
    tree = TidyTree([-1, 0], [10, 10], [10, 10])
    tree.remove(1)
    with pytest.raises(IndexError, match="no card 1"):
        tree.resize(1, 20, 20)
    with pytest.raises(IndexError, match="no card 1"):
        tree.insert(1, 0, 20, 20)
