"""What the text grammar cannot say of a map, counted in words, so that nobody loses anything unawares."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from desktop_app.formats.text.lines import (
    Known,
    MarkKind,
    read_marks,
    write_criterion,
    write_importance,
    write_plausibility,
    write_source,
)
from desktop_app.model import reads
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.kinds import STATEMENTS
from desktop_app.model.reads import Records
from desktop_app.model.records import (
    Argument,
    Brief,
    Card,
    CardKind,
    Criterion,
    Fact,
    Judgement,
    Level,
    Map,
    Override,
    Perspective,
    Score,
    Section,
    Source,
)
from desktop_app.wording.sentence import text

# In this order they are told.
_KEYS: Final = (
    "omitted.card_beside_question",
    "omitted.line_break_or_space_in_text",
    "omitted.spacing_of_notes",
    "omitted.confidence",
    "omitted.unstated_premise",
    "omitted.tag",
    "omitted.place_on_canvas",
    "omitted.count_of_times_said",
    "omitted.plausibility",
    "omitted.exact_plausibility",
    "omitted.exact_importance",
    "omitted.check_again",
    "omitted.criterion_of_an_argument",
    "omitted.piece_of_evidence_not_written_as_such",
    "omitted.quote_or_place_in_source",
    "omitted.citation",
    "omitted.criterion",
    "omitted.level_of_scale",
    "omitted.score",
    "omitted.fact",
    "omitted.comparison_of_criteria",
    "omitted.perspective",
    "omitted.number_of_perspective",
    "omitted.section_of_brief",
    "omitted.setting_of_brief",
    "omitted.setting_of_map",
)
_MAP_SETTINGS: Final = (
    "method",
    "sharpness",
    "loops_allowed",
    "premise_rule",
    "numbers_hidden",
    "layout",
    "seed",
    "draws",
)


def flat_text(text: str) -> str:
    """A card's text on one line, without spaces around it."""
    return re.sub(r"[ \t]*[\r\n]+[ \t]*", " ", text).strip(" \t\r\n")


def plain_notes(notes: str) -> str:
    """Notes as lines that neither begin nor end with spaces, without empty lines around them."""
    lines = notes.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.strip(" \t") for line in lines).strip("\n")


def map_omissions(records: Records, map_id: MapId, written: Mapping[CardId, str]) -> list[str]:
    """What a map holds that its text does not, each kind of thing with its count.

    Args:
        records: the workbook.
        map_id: the map.
        written: the cards that stand in the text, with the sign of their first line.
    """
    counts: Counter[str] = Counter()
    for card in reads.cards(records, map_id):
        if card.id in written:
            counts.update(_of_card(records, card))
            if card.kind is CardKind.EVIDENCE and written[card.id] != ">":
                counts["omitted.piece_of_evidence_not_written_as_such"] += 1
        else:
            counts["omitted.card_beside_question"] += 1
    for argument in records.referring(Argument, "map", map_id):
        counts.update(_of_argument(records, argument))
    counts.update(_beside_the_cards(records, map_id))
    return [text(key, count=counts[key]) for key in _KEYS if counts[key]]


def _of_card(records: Records, card: Card) -> Iterable[str]:
    if flat_text(card.text) != card.text:
        yield "omitted.line_break_or_space_in_text"
    if plain_notes(card.notes) != card.notes:
        yield "omitted.spacing_of_notes"
    if card.confidence is not None:
        yield "omitted.confidence"
    if card.assumption:
        yield "omitted.unstated_premise"
    yield from ("omitted.tag" for _ in card.tags)
    if card.pin is not None:
        yield "omitted.place_on_canvas"
    if card.said != 1:
        yield "omitted.count_of_times_said"
    yield from _of_plausibility(card)
    for citation in reads.citations_of(records, card.id):
        if write_source(records.get(Source, citation.source).key) is None:
            yield "omitted.citation"
        elif citation.quote or citation.locator:
            yield "omitted.quote_or_place_in_source"


def _of_plausibility(card: Card) -> Iterable[str]:
    if card.plausibility is not None:
        if card.kind not in STATEMENTS:
            yield "omitted.plausibility"
        elif _read_back(write_plausibility(card.plausibility), MarkKind.PLAUSIBILITY) != card.plausibility:
            yield "omitted.exact_plausibility"


def _of_argument(records: Records, argument: Argument) -> Iterable[str]:
    if argument.check_again:
        yield "omitted.check_again"
    importance = argument.importance
    if importance is not None and _read_back(write_importance(importance), MarkKind.IMPORTANCE) != importance:
        yield "omitted.exact_importance"
    criterion = records.find(Criterion, argument.criterion)
    if criterion is not None and write_criterion(criterion.name) is None:
        yield "omitted.criterion_of_an_argument"


def _read_back(mark: str, kind: MarkKind) -> float | None:
    _, marks, _ = read_marks(mark, Known((), {}, (), {kind}))
    return marks.importance if kind is MarkKind.IMPORTANCE else marks.plausibility


def _beside_the_cards(records: Records, map_id: MapId) -> Iterable[str]:
    for criterion in reads.criteria(records, map_id):
        yield "omitted.criterion"
        yield from ("omitted.level_of_scale" for _ in records.referring(Level, "criterion", criterion.id))
        yield from ("omitted.score" for _ in records.referring(Score, "criterion", criterion.id))
    for option in reads.options(records, map_id):
        yield from ("omitted.fact" for _ in records.referring(Fact, "option", option.id))
    yield from ("omitted.comparison_of_criteria" for _ in records.referring(Judgement, "map", map_id))
    for perspective in records.referring(Perspective, "map", map_id):
        yield "omitted.perspective"
        yield from ("omitted.number_of_perspective" for _ in records.referring(Override, "perspective", perspective.id))
    yield from ("omitted.section_of_brief" for _ in records.referring(Section, "map", map_id))
    yield from ("omitted.setting_of_brief" for _ in records.referring(Brief, "map", map_id))
    own = records.get(Map, map_id)
    plain = Map(own.id, own.title, own.rank)
    yield from ("omitted.setting_of_map" for name in _MAP_SETTINGS if getattr(own, name) != getattr(plain, name))
