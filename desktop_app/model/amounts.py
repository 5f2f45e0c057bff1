"""Amounts as people type them: "£24m", "24", "1.2 bn", "1,2 Mio. €". What is not wholly an amount is text."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

# Words for a thousand, a million, a thousand millions, and a million millions; German "Billion" is the last.
_MAGNITUDES: Final = {
    1e3: "k tsd tausend thousand mille mil тис тисяча тисячі тисяч",
    1e6: """m mm mn mln mio mill million millions millionen millón millones milione milioni miljoen miljoenen milhão
        milhões milion miliony milionów млн мільйон мільйона мільйони мільйонів مليون""",
    1e9: """bn b mrd mld mds mia billion billions milliard milliards milliarde milliarden miliardo miliardi miljard
        miljarden miliard miliardy miliardów млрд мільярд мільярда мільярди мільярдів مليار""",
    1e12: "tn trillion trillions bio трлн",
}
_FACTORS: Final = {word: factor for factor, words in _MAGNITUDES.items() for word in words.split()}
# Without a currency these may as well be units: metres, a thousandth of an inch.
_LOOSE: Final = frozenset({"k", "m", "mm", "b", "tn"})
# A thousand where it is a word of the language; in English people write a million so.
_MIL: Final = "mil"
_MIL_IS_A_THOUSAND: Final = frozenset({"es", "pt", "ca", "gl", "ro"})
# A million where it is written "MM".
_MILLIMETRES: Final = "mm"
_LONG_SCALE: Final = frozenset({"de", "fr", "es", "pl", "uk", "it", "nl", "pt"})  # there a billion is 10¹²
_COMMA_IS_DECIMAL: Final = frozenset({"de", "fr", "es", "uk", "pl", "it", "nl", "pt", "cs", "sv", "ru", "tr"})
_CODES: Final = frozenset(
    """AUD BRL CAD CHF CNY CZK DKK EUR GBP HUF ILS INR JPY KRW MXN NOK NZD PLN RON SEK TRY UAH USD ZAR""".split()  # noqa: SIM905
)
# One currency, however it is written.
_SPELLINGS: Final = {
    "€": "eur euro euros",
    "£": "gbp",
    "usd": "$ us$",
    "aud": "a$ au$",
    "cad": "c$ ca$",
    "nzd": "nz$",
    "brl": "r$",
    "грн": "uah ₴",
    "pln": "zł",
    "inr": "₹",
    "ils": "₪",
    "try": "₺",
    "krw": "₩",
}
_CURRENCIES: Final = {spelling: kind for kind, spellings in _SPELLINGS.items() for spelling in spellings.split()}
# What follows the number of a day, an hour or a place in an order; none of them is counted.
_NO_UNITS: Final = frozenset(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec am pm uhr
    januar jänner februar märz mai juni juli oktober dezember okt dez mär
    janvier février mars avril juin juillet août septembre octobre novembre décembre févr avr juil
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
    januari februari maart mei augustus
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
    січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر""".split()  # noqa: SIM905
)
# What says how sure a number is, or answers; nothing is counted in them.
_SAYINGS: Final = frozenset(
    """maybe perhaps probably tbc tbd tba yes no not or and approx approximately about roughly circa ca est estimated
    only ok okay na unknown unclear so ja nein nicht oder und vielleicht etwa ungefähr
    oui non ou peut-être environ sí quizás так ні не або може приблизно близько""".split()  # noqa: SIM905
)
_ORDINAL: Final = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_SPACES: Final = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_SIGN: Final = r"[+\-\N{MINUS SIGN}]?"
_TEXT: Final = re.compile(
    rf"(?P<first>{_SIGN})[{_SPACES}]*(?P<before>[^\d\s+\-\N{{MINUS SIGN}}.,]*)[{_SPACES}]*(?P<sign>{_SIGN})[{_SPACES}]*"
    rf"(?P<number>\d[\d.,'\N{{RIGHT SINGLE QUOTATION MARK}}{_SPACES}]*\d|\d)(?P<after>[^\d]*)"
)
_GROUPED: Final = re.compile(r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?")
_LONGEST_UNIT: Final = 12
_CODE: Final = 3
# From here on a bare number beside "24m" may well be written in full.
_IN_FULL: Final = 1000


@dataclass(frozen=True, slots=True)
class Unit:
    """What an amount is counted in.

    Attributes:
        before: as it stands before the number: "£".
        after: as it stands after it, with its space: "m", " Mio. €".
        factor: of the magnitude in it: a million for "m"; 1 without one.
        kind: what is left without the magnitude, folded, one for all ways to write a currency: "£"; empty for a bare
            number.
    """

    before: str
    after: str
    factor: float
    kind: str

    def shown(self, value: float) -> str:
        """An amount in this unit."""
        number = f"{abs(value):,.2f}".rstrip("0").rstrip(".")
        sign = "\N{MINUS SIGN}" if value < 0 and number != "0" else ""
        space = " " if self.before[-1:].isalpha() else ""
        return f"{sign}{self.before}{space}{number}{self.after}"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit.

    Attributes:
        value: as it was typed, before any magnitude.
        is_loose: its magnitude is a letter without a currency, which could be a unit as well: "12 m".
    """

    value: float
    unit: Unit
    is_loose: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it is a number and nothing else."""
        return not self.unit.kind and self.unit.factor == 1


def read_amount(text: str, language: str = "en") -> Amount | None:
    """Reads an amount.

    Args:
        text: all of it must be the amount.
        language: of the workbook; it settles what a single comma or point before three digits means.

    Returns:
        None for a text that is none.
    """
    match = _TEXT.fullmatch(text.strip())
    if match is None:
        return None
    primary = language.partition("-")[0].lower()
    before, after = match["before"], match["after"]
    # "£24m" has its magnitude behind the number; nobody knows what "m£24" is.
    if before and (not _is_currency(before) or before[:-1].casefold() in _FACTORS):
        return None
    if (match["first"] and match["sign"]) or _ORDINAL.match(after):
        return None
    words = _parted(after.split(), primary)
    factor = _factor(words[0], primary) if words else None
    units = words if factor is None else words[1:]
    if len(units) > 1 or (units and not _is_unit(units[0])):
        return None
    kinds = {_kind(unit) for unit in (before, *units) if unit}
    value = plain_number(match["number"], primary)
    if value is None or len(kinds) > 1:
        return None
    kind = next(iter(kinds), "")
    sign = -1 if match["first"] + match["sign"] in {"-", "\N{MINUS SIGN}"} else 1
    is_loose = factor is not None and not kind and words[0].casefold().rstrip(".") in _LOOSE
    return Amount(sign * value, Unit(before, after.rstrip(), factor or 1.0, kind), is_loose)


def row_amounts(texts: Sequence[str], language: str = "en") -> tuple[list[float | None], Unit]:
    """The amounts of a row of texts in one unit: that of the first which names one.

    A letter that could be a magnitude or a unit is a unit where another text has one that is no money: "12 m" beside
    "3 km". A bare number is counted as `_bare` says; where that leaves a doubt it has no amount, since a difference
    that may be false is worse than none.

    Returns:
        The amounts, None for texts that are none or cannot be compared; and the unit.
    """
    amounts = [read_amount(text, language) for text in texts]
    if any(amount is not None and amount.unit.kind and not _is_money(amount.unit.kind) for amount in amounts):
        amounts = [
            _with_letter_as_unit(amount) if amount is not None and amount.is_loose else amount for amount in amounts
        ]
    told = [amount for amount in amounts if amount is not None]
    without = Unit("", "", 1.0, "")
    named = next((amount.unit for amount in told if amount.unit.kind), without)
    unit = named if named.kind else next((amount.unit for amount in told if amount.unit.factor != 1), without)
    bare = _bare(told, unit)
    return [None if amount is None else _in(unit, amount, bare) for amount in amounts], unit


def _bare(told: Sequence[Amount], unit: Unit) -> tuple[float | None, float | None]:
    """The magnitudes of small bare numbers, and of those from 1,000 up, in a row; None where nobody can tell.

    Bare numbers are in the unit of the row if most that name a unit name that one; and in its magnitude unless others
    have a smaller one, or a bare number is so large that it looks written in full ("10k", "3000").
    """
    kinds = Counter(amount.unit.kind for amount in told if amount.unit.kind)
    if any(count >= kinds[unit.kind] for kind, count in kinds.items() if kind != unit.kind):
        return None, None
    factors = {amount.unit.factor for amount in told if not amount.is_bare and amount.unit.kind in {unit.kind, ""}}
    if max(factors, default=1.0) == 1:
        return 1.0, 1.0
    if 1.0 in factors:
        return None, 1.0
    in_full = any(amount.is_bare and abs(amount.value) >= _IN_FULL for amount in told)
    return (None if in_full or unit.factor > min(factors) else unit.factor), None


def _in(unit: Unit, amount: Amount, bare: tuple[float | None, float | None]) -> float | None:
    if amount.unit.kind not in {unit.kind, ""}:
        return None
    factor: float | None = amount.unit.factor
    if amount.is_bare and amount.value:
        factor = bare[abs(amount.value) >= _IN_FULL]
    if factor is None:
        return None
    return amount.value if factor == unit.factor else amount.value * factor / unit.factor


def _with_letter_as_unit(amount: Amount) -> Amount:
    unit = replace(amount.unit, factor=1.0, kind=_kind(amount.unit.after.strip()))
    return Amount(amount.value, unit)


def _parted(words: Sequence[str], primary: str) -> list[str]:
    """Words with a currency that is written to its magnitude parted from it: "m€", "kEUR"."""
    if not words or _factor(words[0], primary) is not None:
        return list(words)
    end = -1 if _is_currency(words[0][-1]) else -_CODE if words[0][-_CODE:].upper() in _CODES else 0
    if end and _factor(words[0][:end], primary) is not None:
        return [words[0][:end], words[0][end:], *words[1:]]
    return list(words)


def _kind(unit: str) -> str:
    folded = unit.casefold().rstrip(".")
    return _CURRENCIES.get(folded, folded)


def _is_money(kind: str) -> bool:
    return _is_currency(kind.upper()) or kind in _SPELLINGS


def _factor(word: str, primary: str) -> float | None:
    folded = word.casefold().rstrip(".")
    if folded in {"billion", "billionen"} and primary in _LONG_SCALE:
        return 1e12
    if folded == _MILLIMETRES and word.rstrip(".") != _MILLIMETRES.upper():
        return None
    if folded == _MIL and primary not in _MIL_IS_A_THOUSAND:
        return None
    return _FACTORS.get(folded)


def _is_currency(sign: str) -> bool:
    """Whether a text is the code or the sign of a currency: "EUR", "€", "US$"."""
    if sign in _CODES:
        return True
    letters = sign[:-1]
    return len(sign) <= _CODE and unicodedata.category(sign[-1]) == "Sc" and (not letters or letters.isalpha())


def _is_unit(word: str) -> bool:
    bare = word.rstrip(".")
    if bare.casefold() in _NO_UNITS | _SAYINGS or bare.casefold() == _MIL:
        return False
    return word in {"%", "‰"} or _is_currency(word) or (bare.isalpha() and len(bare) <= _LONGEST_UNIT)


def plain_number(text: str, primary: str = "en") -> float | None:
    """A number of digits with its separators, without a sign: "12,5", "1,200", "0,125"; None where it is none.

    Args:
        text: without spaces around it.
        primary: the language that says what "1,200" is, where its separator alone does not.
    """
    parts = re.split(rf"[{_SPACES}'\N{{RIGHT SINGLE QUOTATION MARK}}]", text)
    # "12 34" are two numbers; only thousands are parted so.
    if len(parts) > 1 and not _GROUPED.fullmatch(" ".join(parts)):
        return None
    plain = "".join(parts)
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
