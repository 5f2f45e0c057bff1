"""Colours by meaning: complete and legible in every palette."""

import pytest

from desktop_app.drawing.palette import NAMES, TEXT_PAIRS, Role, contrast, mixed, palette


@pytest.mark.parametrize("name", NAMES)
def test_every_text_has_a_contrast_of_at_least_4_5_in_every_palette(name: str) -> None:
    found = palette(name)
    faint = {f"{ink} on {ground}": contrast(found[ink], found[ground]) for ink, ground in TEXT_PAIRS}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_role_has_a_colour_of_six_digits(name: str) -> None:
    assert all(len(palette(name)[role]) == 7 for role in Role)


def test_the_stance_colours_are_those_that_survive_colour_blindness() -> None:
    light, dark = palette("light"), palette("dark")
    assert (light[Role.PRO], light[Role.CON]) == ("#005a8c", "#a34700")
    assert (dark[Role.PRO], dark[Role.CON]) == ("#62bce3", "#f2925e")


def test_contrast_is_that_of_the_web_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_mixture_runs_from_one_colour_to_the_other() -> None:
    assert [mixed("#000000", "#ff8040", share) for share in (0, 0.5, 1)] == ["#000000", "#804020", "#ff8040"]


def test_a_palette_that_does_not_ship_is_missed() -> None:
    with pytest.raises(FileNotFoundError):
        palette("sepia")
