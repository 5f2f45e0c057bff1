"""Checking a workbook looks at each record a few times, however the records are arranged."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import pytest
from typing_extensions import override

from desktop_app.edits import sources
from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.ids import (
    WORKBOOK_ID,
    ArgumentId,
    CardId,
    CriterionId,
    MapId,
    PremiseId,
    ScoreId,
    SourceId,
)
from desktop_app.model.records import (
    Argument,
    Card,
    CardKind,
    Criterion,
    Map,
    Premise,
    Record,
    Score,
    Source,
    Stance,
    Workbook,
)
from desktop_app.model.rules import check_all
from desktop_app.wording.sentence import literal

R = TypeVar("R", bound=Record)
_MAP = MapId(1)


class _Counting(Document):
    """Counts how many records are looked at."""

    looks = 0

    @override
    def find(self, kind: type[R], record_id: int | None) -> R | None:
        self.looks += 1
        return super().find(kind, record_id)

    @override
    def get(self, kind: type[R], record_id: int) -> R:
        self.looks += 1
        return super().get(kind, record_id)

    @override
    def all(self, kind: type[R]) -> Iterable[R]:
        for record in super().all(kind):
            self.looks += 1
            yield record

    @override
    def referring(self, kind: type[R], field: str, record_id: int) -> list[R]:
        found = super().referring(kind, field, record_id)
        self.looks += 1 + len(found)
        return found


def _card(number: int, kind: CardKind = CardKind.CLAIM, under: int | None = None) -> Card:
    return Card(CardId(number), _MAP, kind, "text", "V", under=None if under is None else CardId(under))


def _chain_of_notes(count: int) -> list[Record]:
    top = _card(1)
    return [top, *(_card(number, CardKind.NOTE, number - 1) for number in range(2, count))]


def _chain_of_arguments(count: int) -> list[Record]:
    made: list[Record] = [_card(1)]
    for number in range(2, count):
        argument = Argument(ArgumentId(number), _MAP, Stance.SUPPORTS, "V", target_card=CardId(number - 1))
        made += [_card(number), argument, Premise(PremiseId(number), argument.id, CardId(number), "V")]
    return made


def _premises_of_one_argument(count: int) -> list[Record]:
    argument = Argument(ArgumentId(1), _MAP, Stance.SUPPORTS, "V", target_card=CardId(1))
    made: list[Record] = [_card(1), argument]
    for number in range(2, count):
        made += [_card(number), Premise(PremiseId(number), argument.id, CardId(number), "V")]
    return made


def _scores_of_one_option(count: int) -> list[Record]:
    made: list[Record] = [_card(1, CardKind.OPTION)]
    for number in range(1, count):
        made += [Criterion(CriterionId(number), _MAP, "C", "V"), Score(ScoreId(number), CardId(1), CriterionId(number))]
    return made


def _sources(count: int) -> list[Record]:
    return [Source(SourceId(number), f"key{number}", "Title") for number in range(1, count)]


def _looks(records: list[Record]) -> int:
    document = _Counting([Workbook(WORKBOOK_ID, "", "", "en", ""), Map(_MAP, "Map", "V"), *records])
    try:
        check_all(document)
    except RuleError as error:
        assert "nested more than" in error.sentence  # noqa: PT017  # only chains are too deep
    return document.looks


@pytest.mark.parametrize(
    "arranged",
    [_chain_of_notes, _chain_of_arguments, _premises_of_one_argument, _scores_of_one_option, _sources],
)
def test_twice_the_records_take_twice_the_looks(arranged: Callable[[int], list[Record]]) -> None:
    once, twice = _looks(arranged(600)), _looks(arranged(1200))
    assert twice < 2.1 * once


def test_many_sources_added_in_one_step_are_checked_once() -> None:
    def with_sources(count: int) -> _Counting:
        document = _Counting([Workbook(WORKBOOK_ID, "", "", "en", "")])
        with document.transaction(literal("Import")):
            for number in range(count):
                document.add(Source(SourceId(number + 1), f"key{number}", "Title"))
        return document

    fewer, more = with_sources(200), with_sources(400)
    assert more.looks < 2.1 * fewer.looks
    with pytest.raises(RuleError, match="share the key"):
        sources.add_source(more, "key7", "Title")


def test_notes_in_a_circle_are_found_however_long_it_is() -> None:
    notes: list[Record] = [_card(number, CardKind.NOTE, number % 900 + 1) for number in range(1, 901)]
    document = Document([Workbook(WORKBOOK_ID, "", "", "en", ""), Map(_MAP, "Map", "V"), *notes])
    with pytest.raises(RuleError, match="can't hang under itself"):
        check_all(document)
