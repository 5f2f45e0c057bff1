"""A map that grows along another axis is the same map, transposed: places, links, brackets and curves."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.layout.axis import RIGHTWARDS, Axis
from desktop_app.layout.edges import link_curves, links
from desktop_app.layout.tidy import TidyTree

DOWNWARDS = Axis(along=1)
SIZES = st.floats(10, 300, allow_nan=False)


@st.composite
def forests(draw: st.DrawFn) -> tuple[list[int], list[float], list[float], list[bool]]:
    """Parents, two sizes of each card, and which cards speak against the link of their parent."""
    count = draw(st.integers(1, 12))
    parents = [draw(st.integers(-1, number - 1)) for number in range(count)]
    one = draw(st.lists(SIZES, min_size=count, max_size=count))
    other = draw(st.lists(SIZES, min_size=count, max_size=count))
    return parents, one, other, draw(st.lists(st.booleans(), min_size=count, max_size=count))


@given(forests())
def test_a_tree_along_the_other_axis_is_the_same_tree_transposed(
    forest: tuple[list[int], list[float], list[float], list[bool]],
) -> None:
    parents, one, other, against = forest
    right = TidyTree(parents, one, other, axis=RIGHTWARDS).place()
    down = TidyTree(parents, other, one, axis=DOWNWARDS).place()
    assert np.array_equal(right.x, down.y)
    assert np.array_equal(right.y, down.x)
    undercuts, above = np.array(against), np.array(parents)
    across = links(above, right.x, right.y, np.array(one), np.array(other), undercuts=undercuts)
    along = links(above, down.x, down.y, np.array(other), np.array(one), undercuts=undercuts, axis=DOWNWARDS)
    for points, turned in ((across.starts, along.starts), (across.bends, along.bends), (across.ends, along.ends)):
        assert np.array_equal(points, turned[:, ::-1], equal_nan=True)
    assert np.array_equal(link_curves(across)[0], link_curves(along)[0][..., ::-1], equal_nan=True)


def test_a_tree_that_grows_downwards_keeps_doing_so_under_edits() -> None:
    tree = TidyTree([-1, 0], [100.0, 80.0], [40.0, 30.0], axis=DOWNWARDS)
    added = tree.insert(0, 1, 60.0, 20.0)
    tree.resize(1, 120.0, 30.0)
    places = tree.place()
    assert places.y[1] == places.y[added] > 40.0
    assert places.x[added] >= places.x[1] + 120.0


def test_brackets_of_cards_that_hold_only_together_turn_too() -> None:
    parents, heads = np.array([-1, 0, 0]), np.array([0, 1, 1])
    x, y = np.array([0.0, 150.0, 150.0]), np.array([40.0, 0.0, 100.0])
    sizes = np.full(3, 20.0)
    right = links(parents, x, y, sizes, sizes, heads=heads)
    down = links(parents, y, x, sizes, sizes, heads=heads, axis=DOWNWARDS)
    assert len(right.braces)
    assert np.array_equal(right.braces.reshape(-1, 2, 2), down.braces.reshape(-1, 2, 2)[..., ::-1])
