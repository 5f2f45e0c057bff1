"""Dashes of links: the same wherever one looks from, and no more of them than can be seen."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.viewmodels.canvas.strokes import curve_pieces

place = st.floats(-5_000, 5_000)


@given(
    points=st.lists(st.tuples(place, place), min_size=4, max_size=4),
    top=place,
    height=st.floats(10, 3_000),
    thickness=st.floats(1, 4),
)
def test_a_part_shows_the_very_dashes_of_the_whole(
    points: list[tuple[float, float]], top: float, height: float, thickness: float
) -> None:
    controls, is_dashed = np.array([points]), np.array([True])
    bottom = top + height
    whole, _ = curve_pieces(controls, is_dashed, np.array([thickness]))
    part, _ = curve_pieces(controls, is_dashed, np.array([thickness]), (-np.inf, top, np.inf, bottom))
    inside = (whole[:, [1, 3]].max(axis=1) > top) & (whole[:, [1, 3]].min(axis=1) < bottom)
    kept = {row.tobytes() for row in part}
    # What only its overlap brings in is nothing to look at.
    clearly = inside & (whole[:, [1, 3]].max(axis=1) > top + 1) & (whole[:, [1, 3]].min(axis=1) < bottom - 1)
    assert {row.tobytes() for row in whole[clearly]} <= kept
    assert kept <= {row.tobytes() for row in whole}


def test_a_link_of_a_hundred_screens_costs_one_screen_of_dashes() -> None:
    controls = np.array([[[0, 0], [40, 0], [0, 100_000], [40, 100_000]]], dtype=float)
    seen, _ = curve_pieces(controls, np.array([True]), np.array([2.0]), (0, 50_000, 100, 51_000))
    every, _ = curve_pieces(controls, np.array([True]), np.array([2.0]))
    assert 0 < len(seen) < len(every) / 50
