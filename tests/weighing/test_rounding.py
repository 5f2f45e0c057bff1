import pytest

from desktop_app.wording.rounding import percent, signed, whole


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.5, 1), (-0.5, -1), (2.5, 3), (-2.5, -3), (0.49, 0), (0.49999999999999994, 1), (69.49999999999999, 70)],
)
def test_halves_go_away_from_zero_whatever_the_last_digits_say(value: float, expected: int) -> None:
    assert whole(value) == expected


@pytest.mark.parametrize(("value", "expected"), [(21.3, "+21"), (-3.5, "−4"), (0.2, "0"), (-0.2, "0")])
def test_signs_are_shown_but_zero_has_none(value: float, expected: str) -> None:
    assert signed(value) == expected


@pytest.mark.parametrize(
    ("share", "expected"), [(0.37, "37 %"), (0.0001, "1 %"), (0.9999, "99 %"), (0, "0 %"), (1, "100 %")]
)
def test_percents_say_none_or_all_only_when_it_is_so(share: float, expected: str) -> None:
    assert percent(share) == expected
