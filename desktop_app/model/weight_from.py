"""Where the weight of a criterion comes from."""

from enum import StrEnum


class WeightFrom(StrEnum):
    """A number or slider, or one of the ways that ask for weights."""

    NOT_RECORDED = ""  # never set, or set before this was kept
    TYPED = "typed"
    SWINGS = "swings"
    RANK = "rank"
    PAIRS = "pairs"
