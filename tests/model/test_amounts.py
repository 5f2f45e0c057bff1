"""Amounts as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.amounts import Amount, read_amount, row_amounts


def amount_in(text: str, language: str = "en") -> Amount:
    """The amount of a text that is one."""
    found = read_amount(text, language)
    assert found is not None
    return found


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
        ("$3m USD", 3, 1e6, "usd"),
        ("US$ 3m", 3, 1e6, "usd"),
        ("EUR 3m", 3, 1e6, "€"),
        ("3m EUR", 3, 1e6, "€"),
        ("3m€", 3, 1e6, "€"),
        ("5 kEUR", 5, 1e3, "€"),
        ("2 Mio. Euro", 2, 1e6, "€"),
        ("GBP 4", 4, 1, "£"),
        ("5 UAH", 5, 1, "грн"),
        ("-£3m", -3, 1e6, "£"),
        ("−£3m", -3, 1e6, "£"),
        ("− EUR 3", -3, 1, "€"),
        ("+£3", 3, 1, "£"),
        ("£-3m", -3, 1e6, "£"),
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
def test_an_amount_is_read_with_its_magnitude_and_unit(text: str, value: float, factor: float, kind: str) -> None:
    found = amount_in(text)
    assert (found.value, found.unit.factor, found.unit.kind) == (value, factor, kind)


@pytest.mark.parametrize(
    "text",
    ["", "weeks", "after ratification", "Art. 122", "24 over three years", "about 24", "20-40", "20–40", "1,23,4", "–",
     "£24m a year", "none needed", "1.2.3", "?", "24 or 25",
     "12 May", "3. Mai", "5 juin", "1 août", "12 травня", "3 sept.", "3 pm", "8 Uhr", "1st", "2nd", "3rd", "21th",
     "-£-3", "--3", "$3m CAD", "24 mil", "€£3"],
)  # fmt: skip
def test_a_text_that_is_not_wholly_an_amount_is_none(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize(
    ("text", "factor", "kind"),
    [
        ("3 тисячі", 1e3, ""), ("1 тисяча", 1e3, ""), ("3 тис. грн", 1e3, "грн"), ("3 Tsd.", 1e3, ""),
        ("1 мільйон", 1e6, ""), ("1,5 мільйона", 1e6, ""), ("2 мільйони", 1e6, ""), ("5 мільйонів грн", 1e6, "грн"),
        ("3 млн. грн", 1e6, "грн"), ("3 mln", 1e6, ""), ("3 Mill. €", 1e6, "€"), ("€3 MM", 1e6, "€"),
        ("2 miljoen", 1e6, ""), ("1 milione", 1e6, ""), ("2 Milioni", 1e6, ""), ("1 millón", 1e6, ""),
        ("2 millones", 1e6, ""), ("2 MILLION", 1e6, ""), ("2 Millionen €", 1e6, "€"), ("1 Million", 1e6, ""),
        ("1 мільярд", 1e9, ""), ("2 мільярди", 1e9, ""), ("5 мільярдів", 1e9, ""), ("3 млрд.", 1e9, ""),
        ("3 mld €", 1e9, "€"), ("3 Mrd. €", 1e9, "€"), ("3 mds", 1e9, ""), ("2 miljard euro", 1e9, "€"),
        ("1 miliardo", 1e9, ""), ("2 miliardi", 1e9, ""), ("2 milliards", 1e9, ""), ("2 Milliarden", 1e9, ""),
        ("3 mm", 1, "mm"), ("24 min", 1, "min"),
    ],
)  # fmt: skip
def test_words_for_thousands_and_millions_are_magnitudes_in_many_languages(text: str, factor: float, kind: str) -> None:
    found = amount_in(text)
    assert (found.unit.factor, found.unit.kind) == (factor, kind)


@pytest.mark.parametrize(
    "text", ["12 34", "1 2 3", "+44 20 7946 0018", "0178 5550199", "12'34", "1,234 567", "10 000 0"]
)
def test_digits_with_spaces_are_one_number_only_where_they_are_thousands(text: str) -> None:
    assert read_amount(text) is None
    assert amount_in("12 345 678,9", "fr").value == 12_345_678.9


@pytest.mark.parametrize(
    "text", ["m£24", "24 maybe", "24 tbc", "24 TBC", "5 yes", "5 No", "24 approx.", "24 not", "24 or", "5 ні", "5 nein"]
)
def test_a_word_that_counts_nothing_makes_no_amount(text: str) -> None:
    assert read_amount(text) is None


def test_a_single_comma_or_point_before_three_digits_is_what_the_language_says() -> None:
    assert amount_in("1,200").value == 1200
    assert amount_in("1,200", "de").value == 1.2
    assert amount_in("1.200", "de-AT").value == 1200
    assert amount_in("1.200").value == 1.2


def test_a_german_billion_is_a_million_millions() -> None:
    assert amount_in("2 Billionen", "de").unit.factor == amount_in("2 trillion").unit.factor == 1e12
    assert amount_in("2 billion").unit.factor == 1e9


def test_a_row_is_counted_in_the_unit_of_the_first_that_names_one() -> None:
    amounts, unit = row_amounts(["0", "£24m", "£0.5bn", "41", "€9m", "after ratification"])
    assert amounts == [0, 24, 500, 41, None, None]
    assert unit.shown(17) == "£17m"
    assert row_amounts(["1.2 bn", "300 m"])[0] == [1.2, 0.3]
    assert row_amounts(["10", "20"])[1].shown(1234.5) == "1,234.5"


@pytest.mark.parametrize(
    ("row", "amounts", "of_17"),
    [
        # Metres, where another text has a unit; anything, but one thing, where none has.
        (["12 m", "900 km", "3 km"], [12, None, None], "17 m"),
        (["900 km", "12 m", "3 km"], [900, None, 3], "17 km"),
        (["3 m.", "5 months", "4 m"], [3, None, 4], "17 m."),
        (["12 m", "15 m", "20"], [12, 15, 20], "17 m"),
        (["10 k", "2 m"], [10, 2000], "17 k"),
        (["£24m", "3 m", "2k"], [24, 3, 0.002], "£17m"),
        (["3 million", "200,000 people"], [3_000_000, 200_000], "17 people"),
        # A number written in full is not in the magnitude of the others; what it is in, nobody knows.
        (["10k", "3000", "5k"], [10, None, 5], "17k"),
        (["£24m", "500000", "£3m"], [24, None, 3], "£17m"),
        (["£24m", "-1500", "£3m"], [24, None, 3], "£17m"),
        (["10k", "3000", "500", "0"], [10, None, None, 0], "17k"),
        (["12 m", "1500"], [12, None], "17 m"),
        (["£24m", "£500,000", "300000", "41"], [24, 0.5, 0.3, None], "£17m"),
        (["£500,000", "£24m", "300000"], [500_000, 24_000_000, 300_000], "£17"),
        (["£24", "3000"], [24, 3000], "£17"),
        (["0.5 bn", "24 million", "41"], [0.5, 0.024, None], "17 bn"),
        # Nor is a bare number in one of two units.
        (["18 months", "3 weeks", "24", "0"], [18, None, None, 0], "17 months"),
    ],
)
def test_no_amount_of_a_row_is_in_a_magnitude_or_unit_that_it_may_not_be_in(
    row: list[str], amounts: list[float | None], of_17: str
) -> None:
    found, unit = row_amounts(row)
    assert found == pytest.approx(amounts)
    assert unit.shown(17) == of_17


def test_a_thousand_is_mil_where_the_language_says_so() -> None:
    assert amount_in("24 mil", "es").unit.factor == 1e3


def test_a_currency_is_one_however_it_is_written() -> None:
    assert row_amounts(["€24m", "EUR 3m", "9m EUR", "2 m€", "1 Mio. Euro"])[0] == [24, 3, 9, 2, 1]
    assert row_amounts(["$24m", "USD 3m", "US$9m", "C$1m"])[0] == [24, 3, 9, None]


def test_a_negative_amount_has_its_sign_first() -> None:
    amounts, unit = row_amounts(["-£3m", "£2m"])
    assert amounts == [-3, 2]
    assert unit.shown(-3) == "−£3m"
    assert row_amounts([unit.shown(-3)])[0] == [-3]
    assert row_amounts(["EUR 3"])[1].shown(17) == "EUR 17"


@given(st.floats(0, 1e9).map(lambda value: round(value, 2)), st.sampled_from(["£{}m", "{} bn", "{}", "EUR {}"]))
def test_what_is_shown_in_a_unit_is_read_back(value: float, form: str) -> None:
    amounts, unit = row_amounts([form.format(f"{value:.2f}")])
    assert amounts == [value]
    assert row_amounts([unit.shown(value)])[0] == pytest.approx([value])
