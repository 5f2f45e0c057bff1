"""Scores as people type them: ``75``, ``60-75-90`` (low, likely, high), ``?`` for "don't know", nothing: not scored."""

import re
from dataclasses import dataclass
from typing import Final

from desktop_app.base.errors import AppError
from desktop_app.weighing.criteria.matrix import CellResult, CellState
from desktop_app.wording.rounding import whole
from desktop_app.wording.sentence import say

_NUMBER: Final = r"(\d{1,3}(?:[.,]\d+)?)"
_ONE: Final = re.compile(rf"\s*{_NUMBER}\s*")
_THREE: Final = re.compile(rf"\s*{_NUMBER}\s*[-–/ ]\s*{_NUMBER}\s*[-–/ ]\s*{_NUMBER}\s*")


class ScoreNotReadError(AppError):
    """What was typed into a cell is not a score."""

    default_code = "score-not-read"


@dataclass(frozen=True, slots=True)
class TypedScore:
    """A score as typed: all None is "don't know"."""

    likely: float | None = None
    low: float | None = None
    high: float | None = None


def read_score(text: str) -> TypedScore | None:
    """Reads a score; None: the cell was emptied.

    Raises:
        ScoreNotReadError: it is no score from 0 to 100, or low, likely and high are out of order.
    """
    stripped = text.strip()
    if not stripped:
        return None
    if stripped == "?":
        return TypedScore()
    one = _ONE.fullmatch(stripped)
    if one is not None:
        return TypedScore(_in_range(one[1]))
    three = _THREE.fullmatch(stripped)
    if three is None:
        raise ScoreNotReadError(say("error.field.no_score", text=stripped[:40]), say("remedy.type_score"))
    low, likely, high = (_in_range(part) for part in three.groups())
    if not low <= likely <= high:
        raise ScoreNotReadError(say("error.rule.order_of_numbers"), say("remedy.type_them_such_as_60_75_90"))
    return TypedScore(likely, low, high)


def read_one_score(text: str) -> float | None:
    """Reads one number from 0 to 100; None: nothing was typed.

    Raises:
        ScoreNotReadError: it is none.
    """
    stripped = text.strip()
    if not stripped:
        return None
    one = _ONE.fullmatch(stripped)
    if one is None:
        raise ScoreNotReadError(
            say("error.field.no_score", text=stripped[:40]), say("remedy.type_number_from_0_to_100")
        )
    return _in_range(one[1])


def write_score(cell: CellResult, typed: TypedScore | None) -> str:
    """What stands in a cell: the judged numbers as they would be typed, or what its arguments come to."""
    if cell.state is CellState.NOT_KNOWN:
        return "?"
    if typed is not None and typed.likely is not None:
        if typed.low is not None and typed.high is not None:
            return f"{_plain(typed.low)}-{_plain(typed.likely)}-{_plain(typed.high)}"
        return _plain(typed.likely)
    return str(whole(cell.score.likely)) if cell.score is not None else ""


def _plain(value: float) -> str:
    return f"{value:g}"


def _in_range(text: str) -> float:
    value = float(text.replace(",", "."))
    if value > 100:
        raise ScoreNotReadError(say("error.field.score_range"), say("remedy.type_smaller_number"))
    return value
