from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import ArrayLike

from desktop_app.layout.edges import Floats, Links, curves, flattened, link_curves, links

PARENTS = np.array([-1, 0, 0, -1])
X = np.array([0.0, 150.0, 150.0, 0.0])
Y = np.array([40.0, 0.0, 100.0, 300.0])
WIDTHS = np.full(4, 100.0)
HEIGHTS = np.array([20.0, 10.0, 30.0, 10.0])


def test_a_link_goes_from_the_right_edge_of_the_parent_to_the_left_edge_of_the_child() -> None:
    joined = links(PARENTS, X, Y, WIDTHS, HEIGHTS)
    assert joined.children.tolist() == [1, 2]
    assert joined.starts.tolist() == [[100, 50], [100, 50]]
    assert joined.ends.tolist() == [[150, 5], [150, 115]]
    assert joined.middles.tolist() == [[125, 27.5], [125, 82.5]]


def test_cards_without_a_place_have_no_link() -> None:
    x = X.copy()
    x[1] = np.nan
    assert links(PARENTS, x, Y, WIDTHS, HEIGHTS).children.tolist() == [2]


def test_a_curve_leaves_and_arrives_level_and_passes_through_the_middle() -> None:
    joined = links(PARENTS, X, Y, WIDTHS, HEIGHTS)
    controls = curves(joined.starts, joined.ends)
    assert controls[0].tolist() == [[100, 50], [125, 50], [125, 5], [150, 5]]
    pieces = flattened(controls, 2).reshape(2, 2, 4)
    assert pieces[:, 0, 2:] == pytest.approx(joined.middles)


@pytest.mark.parametrize("segments", [1, 5, 12])
def test_flattened_curves_are_unbroken_from_start_to_end(segments: int) -> None:
    joined = links(PARENTS, X, Y, WIDTHS, HEIGHTS)
    pieces = flattened(curves(joined.starts, joined.ends), segments).reshape(2, segments, 4)
    assert np.array_equal(pieces[:, 1:, :2], pieces[:, :-1, 2:])
    assert pieces[:, 0, :2] == pytest.approx(joined.starts)
    assert pieces[:, -1, 2:] == pytest.approx(joined.ends)


def test_no_links_give_no_segments() -> None:
    nothing = np.empty((0, 2))
    assert flattened(curves(nothing, nothing)).shape == (0, 4)


def _with(
    *,
    heads: list[int] | None = None,
    undercuts: list[bool] | None = None,
    parents: ArrayLike = PARENTS,
    x: Sequence[float] | Floats = X,
    y: Sequence[float] | Floats = Y,
) -> Links:
    return links(
        np.array(parents),
        np.array(x, dtype=float),
        np.array(y, dtype=float),
        np.full(len(x), 100.0),
        np.full(len(x), 20.0),
        heads=None if heads is None else np.array(heads),
        undercuts=None if undercuts is None else np.array(undercuts),
    )


def test_cards_that_hold_only_together_share_one_link_and_a_bracket() -> None:
    found = _with(heads=[0, 1, 1, 3])
    assert found.children.tolist() == [1]
    assert found.ends.tolist() == [[140, 60]]
    assert found.braces.tolist() == [[140, 10, 140, 110], [140, 10, 150, 10], [140, 110, 150, 110]]
    assert found.brace_owners.tolist() == [0, 0, 0]


def test_an_undercut_starts_on_the_middle_of_the_link_it_attacks_and_goes_round_that_card() -> None:
    found = _with(parents=[-1, 0, 1], x=[0, 150, 300], y=[0, 40, 60], undercuts=[False, False, True])
    assert found.starts.tolist() == [[100, 10], [125, 30]]
    assert np.isnan(found.bends[0]).all()
    assert found.bends[1].tolist() == [250, 68]
    controls, owners = link_curves(found)
    assert owners.tolist() == [1, 0, 1]
    assert controls[0].tolist() == [[125, 30], [125, 68], [125, 68], [250, 68]]
    assert controls[2, 0].tolist() == [250, 68]


def test_an_undercut_of_an_undercut_ends_in_the_gap_after_the_first_ones_card() -> None:
    found = _with(parents=[-1, 0, 1, 2], x=[0, 150, 300, 450], y=[0, 40, 60, 20], undercuts=[False, False, True, True])
    assert found.starts[2].tolist() == found.middles[1].tolist() == [275, 69]
    assert found.bends[2].tolist() == [400, 52]


def test_a_root_that_undercuts_nothing_visible_has_no_bend() -> None:
    found = _with(parents=[-1, 0, -1], x=[0, 150, 0], y=[0, 0, 80], undercuts=[True, True, True])
    assert np.isnan(found.bends).all()


def test_links_are_found_by_the_box_round_them() -> None:
    found = _with(parents=[-1, 0, 1], x=[0, 150, 300], y=[0, 40, 60], undercuts=[False, False, True])
    assert found.touching(130, 66, 140, 90).tolist() == [1]
    assert found.touching(101, 0, 110, 15).tolist() == [0]
    assert found.touching(500, 0, 600, 15).tolist() == []
