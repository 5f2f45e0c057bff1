"""The methods: how the strengths of pros and cons make the strength of a card (WEIGHING 1.2), as modular parts.

A method is an aggregation (pros and cons to one energy) and an influence (base and energy to a strength). Nothing
here knows of maps; what feeds what is in `graph`, who is computed when in `strength`.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.model.records import Method

Aggregation = Callable[[Sequence[float], Sequence[float]], float]
Influence = Callable[[float, float], float]


@dataclass(frozen=True, slots=True)
class Semantics:
    """A method, made of its parts.

    Attributes:
        name: as it is written in exports.
        aggregate: energy of the weights 0…1 of pros and of cons.
        influence: strength from a base 0…1 and the energy.
        has_gain: the map's sharpness multiplies the energy; elsewhere weights must stay within 1.
        locks_ends: a base of exactly 0 or 1 is not moved by arguments.
        propagates: arguments move the claims they are about, and these pass it on. Otherwise a claim somebody
            has judged stays as judged, and only the base of a premise counts.
        adds_up: the energy is a plain sum, so that each argument has its points.
    """

    name: str
    aggregate: Aggregation
    influence: Influence
    has_gain: bool = False
    locks_ends: bool = False
    propagates: bool = True
    adds_up: bool = True

    def strength(self, base: float, pros: Sequence[float], cons: Sequence[float], gain: float = 1.0) -> float:
        """The strength 0…1 of a card from its base and the weights of what is for and against it."""
        energy = self.aggregate(pros, cons)
        return self.influence(base, gain * energy if self.has_gain else energy)


def logit(share: float) -> float:
    """Log-odds of a share strictly between 0 and 1."""
    return math.log(share / (1 - share))


def logistic(log_odds: float) -> float:
    """The share of given log-odds; never overflows."""
    if log_odds >= 0:
        return 1 / (1 + math.exp(-log_odds))
    odds = math.exp(log_odds)
    return odds / (1 + odds)


def added(pros: Sequence[float], cons: Sequence[float]) -> float:
    """Σ pros − Σ cons; the same to the last bit in whatever order they come."""
    return math.fsum((*pros, *(-weight for weight in cons)))


def multiplied(pros: Sequence[float], cons: Sequence[float]) -> float:
    """Π (1 − con) − Π (1 − pro)."""
    return _rest(cons) - _rest(pros)


def compared(pros: Sequence[float], cons: Sequence[float]) -> float:
    """(P − C) / (P + C + 1), −1…1: the balance of all that was said.

    The 1 stands for what nobody has said yet (DEPTH 1.5): a single light argument does not decide, and one certain,
    decisive pro comes to ½.
    """
    for_it, against = math.fsum(pros), math.fsum(cons)
    return (for_it - against) / (for_it + against + 1)


def logistic_influence(base: float, energy: float) -> float:
    """Logit strength = logit base + energy (MLP-based: Potyka, AAAI 2021)."""
    return base if base in {0.0, 1.0} else logistic(logit(base) + energy)


def linear_influence(base: float, energy: float) -> float:
    """As far towards 1 or 0 as the energy says (DF-QuAD: Rago and others, KR 2016)."""
    return base - base * max(0.0, -energy) + (1 - base) * max(0.0, energy)


def quadratic_influence(base: float, energy: float) -> float:
    """As `linear_influence`, with h(x) = x² / (1 + x²) for x (2-Max, quadratic energy: Potyka, KR 2018)."""
    return linear_influence(base, math.copysign(energy * energy / (1 + energy * energy), energy))


def euler_influence(base: float, energy: float) -> float:
    """1 − (1 − base²) / (1 + base · e^energy) (Euler-based: Amgoud & Ben-Naim, IJAR 2018)."""
    return 1 - (1 - base * base) / (1 + base * math.exp(energy))


def balance_influence(_base: float, energy: float) -> float:
    """The middle of the scale, moved by the energy alone."""
    return 0.5 + energy / 2


LOG_ODDS: Final = Semantics("log-odds", added, logistic_influence, has_gain=True, locks_ends=True)
SIMPLE: Final = Semantics("simple", compared, balance_influence, locks_ends=True, propagates=False)
QUADRATIC_ENERGY: Final = Semantics("quadratic-energy", added, quadratic_influence)
DF_QUAD: Final = Semantics("df-quad", multiplied, linear_influence, adds_up=False)
EULER: Final = Semantics("euler", added, euler_influence, locks_ends=True)

SEMANTICS: Final[Mapping[Method, Semantics]] = {
    Method.LOG_ODDS: LOG_ODDS,
    Method.SIMPLE: SIMPLE,
    Method.QUADRATIC_ENERGY: QUADRATIC_ENERGY,
    Method.DF_QUAD: DF_QUAD,
}
# Euler-based stands in comparisons only: it cannot be argued down (WEIGHING 1.3).
COMPARED: Final = (*SEMANTICS.values(), EULER)


def _rest(weights: Sequence[float]) -> float:
    """What weights that each take their share leave of a whole; sorted, so that their order cannot matter."""
    return math.prod(sorted(1 - weight for weight in weights))
