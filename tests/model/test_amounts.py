"""Amounts as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.amounts import read_amount, row_amounts


@pytest.mark.parametrize(
    ("text", "value", "factor", "kind"),
    [
        ("24", 24, 1, ""),
        ("£24m", 24, 1e6, "£"),
        ("£ 24 million", 24, 1e6, "£"),
        ("24 Mio €", 24, 1e6, "€"),
        ("1,2 Mio.", 1.2, 1e6, ""),
        ("1.2 bn", 1.2, 1e9, ""),
        ("24k", 24, 1e3, ""),
        ("USD 1,200", 1200, 1, "usd"),
        ("1,200,000", 1_200_000, 1, ""),
        ("1 200 000 грн", 1_200_000, 1, "грн"),
        ("1’200 CHF", 1200, 1, "chf"),
        ("1.234,5 €", 1234.5, 1, "€"),
        ("0,125", 0.125, 1, ""),
        ("−3", -3, 1, ""),
        ("12 %", 12, 1, "%"),
        ("2027", 2027, 1, ""),
        ("18 months", 18, 1, "months"),
        ("2 млрд", 2, 1e9, ""),
    ],
)
def test_an_amount_is_read_with_its_magnitude_and_unit(text, value, factor, kind):
    found = read_amount(text)
    assert (found.value, found.unit.factor, found.unit.kind) == (value, factor, kind)


@pytest.mark.parametrize(
    "text",
    ["", "weeks", "after ratification", "Art. 122", "24 over three years", "about 24", "20-40", "20–40", "1,23,4", "–",
     "£24m a year", "none needed", "1.2.3", "?", "24 or 25"],
)  # fmt: skip
def test_a_text_that_is_not_wholly_an_amount_is_none(text):
    assert read_amount(text) is None


def test_a_single_comma_or_point_before_three_digits_is_what_the_language_says():
    assert read_amount("1,200").value == 1200
    assert read_amount("1,200", "de").value == 1.2
    assert read_amount("1.200", "de-AT").value == 1200
    assert read_amount("1.200").value == 1.2


def test_a_german_billion_is_a_million_millions():
    assert read_amount("2 Billionen", "de").unit.factor == read_amount("2 trillion").unit.factor == 1e12
    assert read_amount("2 billion").unit.factor == 1e9


def test_a_row_is_counted_in_the_unit_of_the_first_that_names_one():
    amounts, unit = row_amounts(["0", "£24m", "£0.5bn", "41", "€9m", "after ratification"])
    assert amounts == [0, 24, 500, 41, None, None]
    assert unit.shown(17) == "£17m"
    assert row_amounts(["1.2 bn", "300 m"])[0] == [1.2, 0.3]
    assert row_amounts(["10", "20"])[1].shown(1234.5) == "1,234.5"


@given(st.floats(0, 1e9).map(lambda value: round(value, 2)), st.sampled_from(["£{}m", "{} bn", "{}", "EUR {}"]))
def test_what_is_shown_in_a_unit_is_read_back(value, form):
    amounts, unit = row_amounts([form.format(f"{value:.2f}")])
    assert amounts == [value]
    assert row_amounts([unit.shown(value)])[0] == pytest.approx([value])
