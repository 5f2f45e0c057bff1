"""What a document holds, asked in the words of the field. Everything here is read only and sorted as shown."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from desktop_app.model.ids import ArgumentId, CardId, CriterionId, MapId
from desktop_app.model.records import (
    Argument,
    Brief,
    Card,
    CardKind,
    Citation,
    Criterion,
    Fact,
    Level,
    Map,
    Perspective,
    Premise,
    Record,
    Score,
    Section,
    Source,
    Workbook,
)

R = TypeVar("R", bound=Record)


class Records(Protocol):
    """What reads and rules need of a document."""

    def get(self, kind: type[R], record_id: int) -> R:
        """The record with this id; raises `RecordMissingError`."""

    def find(self, kind: type[R], record_id: int | None) -> R | None:
        """The record with this id, or None."""

    def all(self, kind: type[R]) -> Iterable[R]:
        """Every record of one type."""

    def count(self, kind: type[Record]) -> int:
        """How many records of one type there are."""

    def referring(self, kind: type[R], field: str, record_id: int) -> list[R]:
        """The records of one type whose `field` holds this id."""

    def has_referring(self, kind: type[Record], field: str, record_id: int) -> bool:
        """Whether any record of one type refers to this id by `field`."""


class Ranked(Protocol):
    """A record with a place among its siblings."""

    @property
    def id(self) -> int:
        """Breaks ties."""

    @property
    def rank(self) -> str:
        """The fractional rank."""


S = TypeVar("S", bound=Ranked)


def by_rank(records: Iterable[S]) -> list[S]:
    """Siblings in their order: by rank, ties by id."""
    return sorted(records, key=lambda record: (record.rank, record.id))


def workbook(records: Records) -> Workbook:
    """The record about the file as a whole."""
    return next(iter(records.all(Workbook)))


def maps(records: Records) -> list[Map]:
    """The maps of the workbook, in order."""
    return by_rank(records.all(Map))


def cards(records: Records, map_id: MapId) -> list[Card]:
    """The cards of a map, in no particular order."""
    return records.referring(Card, "map", map_id)


def arguments_on(records: Records, card_id: CardId) -> list[Argument]:
    """The arguments for and against a card, in order."""
    return by_rank(records.referring(Argument, "target_card", card_id))


def undercuts_of(records: Records, argument_id: ArgumentId) -> list[Argument]:
    """The arguments that say an argument is not relevant, in order."""
    return by_rank(records.referring(Argument, "target_argument", argument_id))


def premises_of(records: Records, argument_id: ArgumentId) -> list[Premise]:
    """The premises of an argument, in order; two or more hold only together."""
    return by_rank(records.referring(Premise, "argument", argument_id))


def arguments_from(records: Records, card_id: CardId) -> list[Argument]:
    """The arguments a card serves as a premise."""
    return by_rank(records.get(Argument, premise.argument) for premise in records.referring(Premise, "card", card_id))


def cards_under(records: Records, card_id: CardId, kind: CardKind) -> list[Card]:
    """The options of a question, or the notes of any card, in order."""
    return by_rank(card for card in records.referring(Card, "under", card_id) if card.kind is kind)


def options(records: Records, map_id: MapId) -> list[Card]:
    """The options of a map: question by question as placed, then loose ones; their letters follow this order."""
    option_cards = [card for card in cards(records, map_id) if card.kind is CardKind.OPTION]
    parents = {card.under: records.find(Card, card.under) for card in option_cards}

    def place(option: Card) -> tuple[bool, str, int, str, int]:
        parent = parents[option.under]
        above = (parent.rank, parent.id) if parent is not None else ("", 0)
        return (parent is None, *above, option.rank, option.id)

    return sorted(option_cards, key=place)


def letter(position: int) -> str:
    """The letter that tells the option at this position (from 0): A to Z, then AA, AB and so on."""
    letters = ""
    position += 1
    while position:
        position, remainder = divmod(position - 1, 26)
        letters = chr(ord("A") + remainder) + letters
    return letters


def option_letters(records: Records, map_id: MapId) -> dict[CardId, str]:
    """Each option of a map with its letter, in order."""
    return {option.id: letter(position) for position, option in enumerate(options(records, map_id))}


def criteria(records: Records, map_id: MapId) -> list[Criterion]:
    """The criteria of a map, in order."""
    return by_rank(records.referring(Criterion, "map", map_id))


def criterion_named(records: Records, map_id: MapId, name: str) -> Criterion | None:
    """The criterion of a map with this name, whatever its case."""
    wanted = name.strip().casefold()
    return next((item for item in criteria(records, map_id) if item.name.strip().casefold() == wanted), None)


def levels(records: Records, criterion_id: CriterionId) -> list[Level]:
    """The labelled points of a criterion's scale, worst first."""
    return sorted(records.referring(Level, "criterion", criterion_id), key=lambda level: (level.value, level.id))


def score(records: Records, option_id: CardId, criterion_id: CriterionId) -> Score | None:
    """How an option was scored on a criterion; None: not scored."""
    scores = [item for item in records.referring(Score, "option", option_id) if item.criterion == criterion_id]
    return scores[0] if scores else None


def fact_key(name: str) -> str:
    """What facts of one row have in common: their name, whatever its case."""
    return " ".join(name.split()).casefold()


def facts(records: Records, option_id: CardId) -> list[Fact]:
    """The facts of an option, by name."""
    return sorted(records.referring(Fact, "option", option_id), key=lambda fact: (fact.name.casefold(), fact.id))


def perspectives(records: Records, map_id: MapId) -> list[Perspective]:
    """The perspectives over a map, in order."""
    return by_rank(records.referring(Perspective, "map", map_id))


def sources(records: Records) -> list[Source]:
    """The sources of the workbook, by key."""
    return sorted(records.all(Source), key=lambda source: (source.key.casefold(), source.id))


def source_with_key(records: Records, key: str) -> Source | None:
    """The source that `@key` names."""
    return next((source for source in records.all(Source) if source.key == key), None)


def citations_of(records: Records, card_id: CardId) -> list[Citation]:
    """What a card cites, by the key of the source."""
    return sorted(
        records.referring(Citation, "card", card_id),
        key=lambda citation: (records.get(Source, citation.source).key, citation.id),
    )


def sections(records: Records, map_id: MapId) -> list[Section]:
    """The parts of a map's brief, in order."""
    return by_rank(records.referring(Section, "map", map_id))


def brief(records: Records, map_id: MapId) -> Brief | None:
    """How a map is printed, where that was ever set."""
    briefs = records.referring(Brief, "map", map_id)
    return min(briefs, key=lambda item: item.id) if briefs else None
