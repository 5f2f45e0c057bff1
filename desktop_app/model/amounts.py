"""Amounts as people type them: "£24m", "24", "1.2 bn", "1,2 Mio. €". What is not wholly an amount is text."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# Words for a thousand, a million, a thousand millions, and a million millions; German "Billion" is the last.
_MAGNITUDES: Final = {
    1e3: "k tsd tausend thousand mille mil тис тисяч",
    1e6: "m mn mio million millions millionen millón millones млн мільйон мільйонів مليون",
    1e9: "bn b mrd mia billion billions milliard milliards milliarde milliarden млрд мільярд мільярдів مليار",
    1e12: "tn trillion trillions bio трлн",
}
_FACTORS: Final = {word: factor for factor, words in _MAGNITUDES.items() for word in words.split()}
_LONG_SCALE: Final = frozenset({"de", "fr", "es", "pl", "uk", "it", "nl", "pt"})  # there a billion is 10¹²
_COMMA_IS_DECIMAL: Final = frozenset({"de", "fr", "es", "uk", "pl", "it", "nl", "pt", "cs", "sv", "ru", "tr"})
_CODES: Final = frozenset(
    """AUD BRL CAD CHF CNY CZK DKK EUR GBP HUF ILS INR JPY KRW MXN NOK NZD PLN RON SEK TRY UAH USD ZAR""".split()  # noqa: SIM905
)
_SPACES: Final = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_TEXT: Final = re.compile(
    rf"(?P<before>[^\d\s+\-\N{{MINUS SIGN}}.,]*)[{_SPACES}]*(?P<sign>[+\-\N{{MINUS SIGN}}]?)[{_SPACES}]*"
    rf"(?P<number>\d[\d.,'\N{{RIGHT SINGLE QUOTATION MARK}}{_SPACES}]*\d|\d)(?P<after>[^\d]*)"
)
_LONGEST_UNIT: Final = 12


@dataclass(frozen=True, slots=True)
class Unit:
    """What an amount is counted in.

    Attributes:
        before: as it stands before the number: "£".
        after: as it stands after it, with its space: "m", " Mio. €".
        factor: of the magnitude in it: a million for "m"; 1 without one.
        kind: what is left without the magnitude, folded: "£"; empty for a bare number.
    """

    before: str
    after: str
    factor: float
    kind: str

    def shown(self, value: float) -> str:
        """An amount in this unit."""
        number = f"{value:,.2f}".rstrip("0").rstrip(".")
        return f"{self.before}{number}{self.after}"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit; `value` as it was typed, before any magnitude."""

    value: float
    unit: Unit


def read_amount(text: str, language: str = "en") -> Amount | None:
    """Reads an amount.

    Args:
        text: all of it must be the amount.
        language: of the workbook; it settles what a single comma or point before three digits means.

    Returns:
        None for a text that is none.
    """
    found = _TEXT.fullmatch(text.strip())
    if found is None:
        return None
    primary = language.partition("-")[0].lower()
    before, after = found["before"], found["after"]
    if before and not (before in _CODES or _is_currency(before)):
        return None
    factor, kind = 1.0, ""
    words = after.split()
    if words and (magnitude := _factor(words[0], primary)) is not None:
        factor = magnitude
        words = words[1:]
    if len(words) > 1 or (words and not _is_unit(words[0])) or (words and before):
        return None
    kind = (words[0] if words else before).casefold().rstrip(".")
    value = _number(found["number"], primary)
    if value is None:
        return None
    sign = -1 if found["sign"] in {"-", "\N{MINUS SIGN}"} else 1
    return Amount(sign * value, Unit(before, after.rstrip(), factor, kind))


def row_amounts(texts: Sequence[str], language: str = "en") -> tuple[list[float | None], Unit]:
    """The amounts of a row of texts in one unit: that of the first which names one; bare numbers are in it.

    Returns:
        The amounts, None for texts that are none or are counted in something else; and the unit.
    """
    found = [read_amount(text, language) for text in texts]
    units = [amount.unit for amount in found if amount is not None]
    bare = Unit("", "", 1.0, "")
    named = next((unit for unit in units if unit.kind), bare)
    unit = named if named.kind else next((unit for unit in units if unit.factor != 1), bare)
    return [None if amount is None else _in(unit, amount) for amount in found], unit


def _in(unit: Unit, amount: Amount) -> float | None:
    own = amount.unit
    if own.kind not in {unit.kind, ""}:
        return None
    if not own.kind and own.factor == 1:
        return amount.value
    return amount.value if own.factor == unit.factor else amount.value * own.factor / unit.factor


def _factor(word: str, primary: str) -> float | None:
    folded = word.casefold().rstrip(".")
    if folded in {"billion", "billionen"} and primary in _LONG_SCALE:
        return 1e12
    return _FACTORS.get(folded)


def _is_currency(sign: str) -> bool:
    return len(sign) <= 3 and unicodedata.category(sign[-1]) == "Sc"


def _is_unit(word: str) -> bool:
    bare = word.rstrip(".")
    return word in {"%", "‰"} or _is_currency(word) or (bare.isalpha() and len(bare) <= _LONGEST_UNIT)


def _number(text: str, primary: str) -> float | None:
    """A number with its separators; None where they make no sense."""
    plain = re.sub(rf"[{_SPACES}'\N{{RIGHT SINGLE QUOTATION MARK}}]", "", text)
    decimal = "," if primary in _COMMA_IS_DECIMAL else "."
    marks = [mark for mark in plain if mark in ",."]
    if len(set(marks)) == 2:
        decimal = marks[-1]
    elif len(marks) == 1:
        whole, _, rest = plain.partition(marks[0])
        # "1,2" and "0,125" can only be decimals; "1,200" is what the language says.
        if len(rest) != 3 or len(whole) > 3 or whole.startswith("0"):
            decimal = marks[0]
    elif marks:
        decimal = "," if marks[0] == "." else "."
    grouping = "." if decimal == "," else ","
    whole, _, fraction = plain.partition(decimal)
    groups = whole.split(grouping)
    if len(groups) > 1 and (not 0 < len(groups[0]) <= 3 or any(len(group) != 3 for group in groups[1:])):
        return None
    if not (fraction == "" or fraction.isdigit()) or not all(group.isdigit() for group in groups):
        return None
    return float(f"{''.join(groups)}.{fraction or 0}")
