"""Value against a cost: totals beside an amount that is never part of them, and which options are worth their cost."""

from dataclasses import dataclass

from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records, facts
from desktop_app.weighing.results import Results


@dataclass(frozen=True, slots=True)
class CostPoint:
    """An option by what it is worth and what it costs.

    Attributes:
        total: 0…100.
        amount: of the fact; less is better.
        is_efficient: no option has at least as much value for at most the cost, and one of them strictly.
    """

    option: CardId
    total: float
    amount: float
    is_efficient: bool


@dataclass(frozen=True, slots=True)
class CostPicture:
    """All options that have a certain total and the amount.

    Attributes:
        name: of the fact.
        points: in the order of the map.
        left_out: options without a total, with scores missing, or without the amount.
    """

    name: str
    points: tuple[CostPoint, ...]
    left_out: tuple[CardId, ...]

    @property
    def frontier(self) -> tuple[CostPoint, ...]:
        """The efficient options, cheapest first."""
        return tuple(
            sorted(
                (point for point in self.points if point.is_efficient), key=lambda point: (point.amount, point.total)
            )
        )


def cost_names(records: Records, results: Results) -> tuple[str, ...]:
    """The names of facts that at least two options give an amount for, by first use."""
    counts: dict[str, int] = {}
    spelled: dict[str, str] = {}
    for option in results.options:
        for name in {_key(fact.name): fact.name for fact in facts(records, option) if fact.amount is not None}.values():
            spelled.setdefault(_key(name), name)
            counts[_key(name)] = counts.get(_key(name), 0) + 1
    return tuple(spelled[key] for key, count in counts.items() if count > 1)


def value_against_cost(records: Records, results: Results, name: str) -> CostPicture:
    """Totals against the amounts of the fact with this name, whatever its case."""
    pairs: dict[CardId, tuple[float, float]] = {}
    for option, result in results.options.items():
        amount = next(
            (
                fact.amount
                for fact in facts(records, option)
                if _key(fact.name) == _key(name) and fact.amount is not None
            ),
            None,
        )
        if amount is not None and result.total is not None and result.total.likely is not None:
            pairs[option] = (result.total.likely, amount)
    points = tuple(
        CostPoint(option, total, amount, not any(_beats(other, (total, amount)) for other in pairs.values()))
        for option, (total, amount) in pairs.items()
    )
    return CostPicture(name, points, tuple(option for option in results.options if option not in pairs))


def _key(name: str) -> str:
    return name.strip().casefold()


def _beats(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] >= other[0] and one[1] <= other[1] and one != other
