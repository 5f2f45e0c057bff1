import numpy as np
import pytest

from desktop_app.layout.edges import curves, elbows, flattened, links

PARENTS = np.array([-1, 0, 0, -1])
X = np.array([0.0, 150.0, 150.0, 0.0])
Y = np.array([40.0, 0.0, 100.0, 300.0])
WIDTHS = np.full(4, 100.0)
HEIGHTS = np.array([20.0, 10.0, 30.0, 10.0])


def test_a_link_goes_from_the_right_edge_of_the_parent_to_the_left_edge_of_the_child():
    joined = links(PARENTS, X, Y, WIDTHS, HEIGHTS)
    assert joined.children.tolist() == [1, 2]
    assert joined.starts.tolist() == [[100, 50], [100, 50]]
    assert joined.ends.tolist() == [[150, 5], [150, 115]]
    assert joined.middles.tolist() == [[125, 27.5], [125, 82.5]]


def test_cards_without_a_place_have_no_link():
    x = X.copy()
    x[1] = np.nan
    assert links(PARENTS, x, Y, WIDTHS, HEIGHTS).children.tolist() == [2]


def test_a_curve_leaves_and_arrives_level_and_passes_through_the_middle():
    joined = links(PARENTS, X, Y, WIDTHS, HEIGHTS)
    controls = curves(joined.starts, joined.ends)
    assert controls[0].tolist() == [[100, 50], [125, 50], [125, 5], [150, 5]]
    pieces = flattened(controls, 2).reshape(2, 2, 4)
    assert pieces[:, 0, 2:] == pytest.approx(joined.middles)


@pytest.mark.parametrize("segments", [1, 5, 12])
def test_flattened_curves_are_unbroken_from_start_to_end(segments):
    joined = links(PARENTS, X, Y, WIDTHS, HEIGHTS)
    pieces = flattened(curves(joined.starts, joined.ends), segments).reshape(2, segments, 4)
    assert np.array_equal(pieces[:, 1:, :2], pieces[:, :-1, 2:])
    assert pieces[:, 0, :2] == pytest.approx(joined.starts)
    assert pieces[:, -1, 2:] == pytest.approx(joined.ends)


def test_elbows_turn_halfway():
    joined = links(PARENTS, X, Y, WIDTHS, HEIGHTS)
    assert elbows(joined.starts, joined.ends)[:3].tolist() == [
        [100, 50, 125, 50],
        [125, 50, 125, 5],
        [125, 5, 150, 5],
    ]


def test_no_links_give_no_segments():
    nothing = np.empty((0, 2))
    assert flattened(curves(nothing, nothing)).shape == (0, 4)
    assert elbows(nothing, nothing).shape == (0, 4)
