"""Which records exist, what they are called in a file, and what refers to what: the one place that says so."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import Enum
from types import MappingProxyType
from typing import Final

from desktop_app.model.records import (
    Argument,
    Brief,
    Card,
    Citation,
    Criterion,
    Fact,
    Judgement,
    Level,
    Map,
    Override,
    Perspective,
    Premise,
    Record,
    Score,
    Section,
    Source,
    Tombstone,
    Workbook,
)
from desktop_app.wording.sentence import Sentence, say


class OnDelete(Enum):
    """What deleting the record referred to does to the one that refers."""

    DELETE = "delete it as well"
    CLEAR = "empty the field"


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that holds the id of another record."""

    field: str
    to: type[Record]
    on_delete: OnDelete = OnDelete.DELETE


@dataclass(frozen=True, slots=True)
class RecordTable:
    """One record type under its name in files, with its references."""

    name: str
    record: type[Record]
    references: tuple[Reference, ...] = ()

    @property
    def spoken(self) -> Sentence:
        """What one of its records is called."""
        return say(f"kind.{self.name}")

    @property
    def columns(self) -> tuple[str, ...]:
        """The record's fields in their declared order; the first is always ``id``."""
        return tuple(field.name for field in fields(self.record))


_CLEAR: Final = OnDelete.CLEAR

TABLES: Final[tuple[RecordTable, ...]] = (
    RecordTable("workbook", Workbook),
    RecordTable("map", Map),
    RecordTable("card", Card, (Reference("map", Map), Reference("under", Card, _CLEAR))),
    RecordTable(
        "argument",
        Argument,
        (
            Reference("map", Map),
            Reference("target_card", Card),
            Reference("target_argument", Argument),
            Reference("criterion", Criterion, _CLEAR),
        ),
    ),
    RecordTable("premise", Premise, (Reference("argument", Argument), Reference("card", Card))),
    RecordTable("criterion", Criterion, (Reference("map", Map),)),
    RecordTable(
        "judgement",
        Judgement,
        (Reference("map", Map), Reference("first", Criterion), Reference("second", Criterion)),
    ),
    RecordTable("level", Level, (Reference("criterion", Criterion),)),
    RecordTable("score", Score, (Reference("option", Card), Reference("criterion", Criterion))),
    RecordTable("fact", Fact, (Reference("option", Card),)),
    RecordTable("perspective", Perspective, (Reference("map", Map),)),
    RecordTable(
        "override",
        Override,
        (
            Reference("perspective", Perspective),
            Reference("card", Card),
            Reference("argument", Argument),
            Reference("criterion", Criterion),
            Reference("option", Card),
        ),
    ),
    RecordTable("source", Source),
    RecordTable("citation", Citation, (Reference("card", Card), Reference("source", Source))),
    RecordTable("section", Section, (Reference("map", Map),)),
    RecordTable("brief", Brief, (Reference("map", Map),)),
    RecordTable("tombstone", Tombstone),
)

TABLE_OF: Final[Mapping[type[Record], RecordTable]] = MappingProxyType({table.record: table for table in TABLES})
TABLE_NAMED: Final[Mapping[str, RecordTable]] = MappingProxyType({table.name: table for table in TABLES})
# For each record type: the (referring type, reference) pairs that point at it.
REFERRERS: Final[Mapping[type[Record], tuple[tuple[type[Record], Reference], ...]]] = MappingProxyType(
    {
        table.record: tuple(
            (other.record, reference)
            for other in TABLES
            for reference in other.references
            if reference.to is table.record
        )
        for table in TABLES
    }
)
