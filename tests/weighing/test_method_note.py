"""What the note on the method says of trials."""

import pytest

from desktop_app.weighing.method_note import has_trials
from desktop_app.weighing.results import weigh
from tests.weighing.maps import MAP
from tests.weighing.test_criteria import matrix_map


@pytest.mark.parametrize(
    ("low", "likely", "high", "weights", "vary"),
    [
        ([[50], [70]], [[50], [70]], [[50], [70]], [60], False),
        ([[40], [70]], [[50], [70]], [[60], [70]], [60], True),
        ([[50, 1], [70, 1]], [[50, 1], [70, 1]], [[50, 1], [70, 1]], [60, 0], False),
        ([[50, 1], [70, 1]], [[50, 1], [70, 1]], [[50, 1], [70, 1]], [60, 10], True),
    ],
)
def test_trials_vary_weights_of_several_criteria_and_doubtful_scores(
    low: list[list[float]],
    likely: list[list[float]],
    high: list[list[float]],
    weights: list[float],
    *,
    vary: bool,
) -> None:
    names = [f"c{place}" for place in range(len(weights))]
    document = matrix_map(["A", "B"], names, weights, low=low, likely=likely, high=high).document()
    assert has_trials(weigh(document, MAP)) is vary
