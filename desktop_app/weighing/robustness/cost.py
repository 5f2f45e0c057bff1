"""Value against a fact with amounts: totals beside an amount that is never part of them, and who is worth it.

Which way of an amount is better is never guessed: a fact says so in its own name, "Cost, £m (less is better)".
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.model.amounts import Unit, read_amount, row_amounts
from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records, fact_key, facts, workbook
from desktop_app.model.records import Fact
from desktop_app.weighing.criteria.standing import Interval
from desktop_app.weighing.criteria.totals import NOISE
from desktop_app.weighing.results import Results

_STATED: Final = re.compile(r"\((?:.*[,;]\s*)?(less|lower|more|higher|neither) is better\)\s*$", re.IGNORECASE)


class Better(StrEnum):
    """Which way of an amount is better, as the name of its fact says it."""

    LESS = "less"
    MORE = "more"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class CostPoint:
    """An option by what it is worth and what it costs.

    Attributes:
        total: least and most, 0…100.
        amount: of the fact.
        beaten_by: an option with at least as much value for certain and an amount no worse, one of them strictly;
            None for those on the frontier.
    """

    option: CardId
    total: Interval
    amount: float
    beaten_by: CardId | None

    @property
    def is_certain(self) -> bool:
        """Whether its total is one number."""
        return self.total[0] == self.total[1]


@dataclass(frozen=True, slots=True)
class CostPicture:
    """All options that have a total and the amount.

    Attributes:
        name: of the fact, with the direction it states.
        better: that direction.
        unit: what the amounts are counted in.
        points: in the order of the map.
        outside: options without a total or without an amount in that unit.
    """

    name: str
    better: Better
    unit: Unit
    points: tuple[CostPoint, ...]
    outside: tuple[CardId, ...]

    @property
    def frontier(self) -> tuple[CostPoint, ...]:
        """The options that none beats, least amount first."""
        unbeaten = [point for point in self.points if point.beaten_by is None]
        return tuple(sorted(unbeaten, key=lambda point: (point.amount, point.total)))


def stated_direction(name: str) -> Better | None:
    """Which way is better by the name of a fact; None where nobody stated it."""
    match = _STATED.search(name)
    if match is None:
        return None
    words = {"lower": "less", "higher": "more"}
    return Better(words.get(match[1].casefold(), match[1].casefold()))


def with_direction(name: str, better: Better) -> str:
    """The name of a fact that states a direction."""
    return f"{name} ({better.value} is better)"


def cost_names(records: Records, results: Results) -> tuple[str, ...]:
    """The names of facts that state a direction and have at least two amounts, by first use."""
    return tuple(
        name for name in amount_names(records, results) if stated_direction(name) in {Better.LESS, Better.MORE}
    )


def undecided_names(records: Records, results: Results) -> tuple[str, ...]:
    """The names of facts that have at least two amounts and do not say which way is better, by first use."""
    return tuple(name for name in amount_names(records, results) if stated_direction(name) is None)


def amount_names(records: Records, results: Results) -> tuple[str, ...]:
    """The names of facts that at least two options give an amount for, by first use."""
    counts: dict[str, int] = {}
    spelled: dict[str, str] = {}
    for option in results.options:
        for name in {
            fact_key(fact.name): fact.name for fact in facts(records, option) if fact.amount is not None
        }.values():
            spelled.setdefault(fact_key(name), name)
            counts[fact_key(name)] = counts.get(fact_key(name), 0) + 1
    return tuple(spelled[key] for key, count in counts.items() if count > 1)


def value_against_cost(records: Records, results: Results, name: str) -> CostPicture:
    """Totals against the amounts of the fact with this name, whatever its case; the name states a direction.

    Raises:
        ValueError: it states none.
    """
    better = stated_direction(name)
    if better is None or better is Better.NEITHER:
        raise ValueError(f"{name} does not say which way is better")
    sign = 1 if better is Better.LESS else -1
    amounts, unit = _amounts(records, results, name)
    figures: dict[CardId, tuple[Interval, float]] = {
        option: ((result.total.least, result.total.most), amounts[option])
        for option, result in results.options.items()
        if result.total is not None and option in amounts
    }

    def beats(one: CardId, other: CardId) -> bool:
        (least, _), amount = figures[one]
        (_, most), paid = figures[other]
        if least < most - NOISE or sign * amount > sign * paid:
            return False
        return least > most + NOISE or amount != paid

    points = tuple(
        CostPoint(option, total, amount, next((other for other in figures if beats(other, option)), None))
        for option, (total, amount) in figures.items()
    )
    return CostPicture(name, better, unit, points, tuple(option for option in results.options if option not in figures))


def _amounts(records: Records, results: Results, name: str) -> tuple[dict[CardId, float], Unit]:
    """The amounts of the fact with this name, in one unit.

    A text that reads as an amount says it, in whatever unit it was counted last: the option whose unit that was may
    be gone. Of any other text the amount is what came with it.
    """
    row: dict[CardId, tuple[Fact, float]] = {}
    for option in results.options:
        for fact in facts(records, option):
            if fact_key(fact.name) == fact_key(name) and fact.amount is not None:
                row.setdefault(option, (fact, fact.amount))
    language = workbook(records).language
    read, unit = row_amounts([fact.value for fact, _ in row.values()], language)
    amounts: dict[CardId, float] = {}
    for (option, (fact, known)), amount in zip(row.items(), read, strict=True):
        if amount is None and read_amount(fact.value, language) is None:
            amounts[option] = known
        elif amount is not None:
            amounts[option] = amount
    return amounts, unit
