"""What a record may hold by itself: types, lengths, ranges. Nothing here looks at another record."""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Final

from desktop_app.model.errors import RuleError
from desktop_app.model.ids import LARGEST_ID, WORKBOOK_ID
from desktop_app.model.ranks import is_rank
from desktop_app.model.records import (
    Argument,
    Card,
    Criterion,
    Fact,
    Judgement,
    Level,
    Map,
    Override,
    Perspective,
    Record,
    Score,
    Source,
    Workbook,
)
from desktop_app.model.tables import TABLE_OF
from desktop_app.wording.sentence import Grouped, Sentence, say

MAX_TEXT: Final = 20_000
MAX_TAGS: Final = 100
MAX_BODY: Final = 400_000
# A section of the brief may be longer than a card: articles bring whole chapters. A logo takes 300 kB of picture.

_FIELDS: Final = {kind: tuple(field.name for field in fields(kind)) for kind in TABLE_OF}
_LONG: Final = frozenset({"body", "extras", "logo"})


def _within(low: float, high: float) -> Callable[[object], bool]:
    return lambda value: value is None or (isinstance(value, int | float) and low <= value <= high)


def _is_json_object(text: object) -> bool:
    try:
        return isinstance(text, str) and isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _between(low: str, high: str) -> Sentence:
    return say("wanted.between", low=low, high=high)


_UNIT: Final = _within(0, 1)
_HUNDRED: Final = _within(0, 100)

# Ranges beyond the type, by record type and field; None passes where the field may be empty.
_RANGES: Final[Mapping[type[Record], Mapping[str, tuple[Callable[[object], bool], Sentence]]]] = {
    Workbook: {"id": (lambda value: value == WORKBOOK_ID, say("wanted.number", number=WORKBOOK_ID))},
    Map: {
        "sharpness": (_within(0.1, 4), _between("0.1", "4")),
        "draws": (_within(100, 1_000_000), _between("100", "1,000,000")),
        "seed": (_within(0, LARGEST_ID), say("wanted.whole_number")),
    },
    Card: {
        "plausibility": (_UNIT, _between("0", "100 %")),
        "said": (_within(1, LARGEST_ID), say("wanted.at_least", least=1)),
        "tags": (
            lambda value: isinstance(value, tuple) and len(value) <= MAX_TAGS,
            say("wanted.at_most", most=MAX_TAGS),
        ),
    },
    Argument: {"importance": (_UNIT, _between("0", "1"))},
    Criterion: {"weight": (_HUNDRED, _between("0", "100")), "red_line": (_HUNDRED, _between("0", "100"))},
    Judgement: {"ratio": (_within(1 / 9, 9), _between("1/9", "9"))},
    Level: {"value": (_HUNDRED, _between("0", "100"))},
    Score: {
        "low": (_HUNDRED, _between("0", "100")),
        "likely": (_HUNDRED, _between("0", "100")),
        "high": (_HUNDRED, _between("0", "100")),
    },
    Fact: {},
    Perspective: {"share": (_within(0, 1_000_000), say("wanted.or_more", least=0))},
    Override: {},
    Source: {
        "reliability": (
            lambda value: value is None or value in tuple("ABCDEF"),
            say("wanted.letter", first="A", last="F"),
        ),
        "credibility": (_within(1, 6), say("wanted.number_between", first=1, last=6)),
        "extras": (_is_json_object, say("wanted.json_object")),
    },
}
_NO_RANGES: Final[Mapping[str, tuple[Callable[[object], bool], Sentence]]] = {}


def check_fields(record: Record) -> None:
    """Checks one record by itself.

    Raises:
        RuleError: a value is out of its range, too long, not finite or not text that can be stored.
    """
    kind = type(record)
    for name in _FIELDS[kind]:
        _check_value(kind, name, getattr(record, name))
    for name, (fits, wanted) in _RANGES.get(kind, _NO_RANGES).items():
        if not fits(getattr(record, name)):
            raise _refused(kind, name, wanted)
    if not 1 <= record.id <= LARGEST_ID:
        raise _refused(kind, "id", say("wanted.positive"))
    rank = getattr(record, "rank", None)
    if rank is not None and not is_rank(rank):
        raise _refused(kind, "rank", say("wanted.rank"))
    if isinstance(record, Score | Override):
        _check_order(record)


def _check_value(kind: type[Record], name: str, value: object) -> None:
    if isinstance(value, StrEnum) or value is None:
        return
    if isinstance(value, str):
        _check_text(kind, name, value)
    elif isinstance(value, float):
        if not math.isfinite(value):
            raise _refused(kind, name, say("wanted.finite"))
    elif isinstance(value, int):
        if not -LARGEST_ID <= value <= LARGEST_ID:
            raise _refused(kind, name, say("wanted.smaller"))
    elif isinstance(value, tuple):
        _check_tuple(kind, name, value)
    else:
        raise _refused(kind, name, say("wanted.known_kind"))


def _check_text(kind: type[Record], name: str, text: str) -> None:
    limit = MAX_BODY if name in _LONG else MAX_TEXT
    if len(text) > limit:
        raise RuleError(
            say("error.rule.too_long", field=_spoken(name), count=Grouped(len(text)), most=Grouped(limit)),
            say("remedy.shorten_or_split"),
            code="too-long",
        )
    try:
        text.encode()
    except UnicodeEncodeError:
        raise _refused(kind, name, say("wanted.text")) from None


def _check_tuple(kind: type[Record], name: str, items: tuple[object, ...]) -> None:
    for item in items:
        if isinstance(item, str):
            _check_text(kind, name, item)
        elif not (isinstance(item, int | float) and math.isfinite(item)):
            raise _refused(kind, name, say("wanted.texts_or_numbers"))


def _check_order(record: Score | Override) -> None:
    known = [value for value in (record.low, record.likely, record.high) if value is not None]
    if not all(math.isfinite(value) for value in known) or known != sorted(known):
        raise RuleError(say("error.rule.order_of_numbers"), say("remedy.exchange_numbers"))


def _refused(kind: type[Record], name: str, wanted: Sentence) -> RuleError:
    return RuleError(say("error.rule.value", field=_spoken(name), kind=TABLE_OF[kind].spoken, wanted=wanted))


def _spoken(name: str) -> Sentence:
    return say(f"field.{name}")
