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

_PLURALS: Final = {
    "card beside the question": "cards beside the question",
    "line break or space in a text": "line breaks or spaces in texts",
    "spacing of notes": "spacings of notes",
    "confidence": "confidences",
    "unstated premise": "unstated premises",
    "tag": "tags",
    "place on the canvas": "places on the canvas",
    "count of times said": "counts of times said",
    "plausibility": "plausibilities",
    "exact plausibility": "exact plausibilities",
    "exact importance": "exact importances",
    "“check again”": "“check again”s",
    "criterion of an argument": "criteria of arguments",
    "piece of evidence not written as such": "pieces of evidence not written as such",
    "quote or place in a source": "quotes or places in sources",
    "citation": "citations",
    "criterion": "criteria",
    "level of a scale": "levels of scales",
    "score": "scores",
    "fact": "facts",
    "comparison of criteria": "comparisons of criteria",
    "perspective": "perspectives",
    "number of a perspective": "numbers of perspectives",
    "section of the brief": "sections of the brief",
    "setting of the brief": "settings of the brief",
    "setting of the map": "settings of the map",
}
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
    found: Counter[str] = Counter()
    for card in reads.cards(records, map_id):
        if card.id in written:
            found.update(_of_card(records, card))
            if card.kind is CardKind.EVIDENCE and written[card.id] != ">":
                found["piece of evidence not written as such"] += 1
        else:
            found["card beside the question"] += 1
    for argument in records.referring(Argument, "map", map_id):
        found.update(_of_argument(records, argument))
    found.update(_beside_the_cards(records, map_id))
    return [f"{found[one]} {one if found[one] == 1 else many}" for one, many in _PLURALS.items() if found[one]]


def _of_card(records: Records, card: Card) -> Iterable[str]:
    if flat_text(card.text) != card.text:
        yield "line break or space in a text"
    if plain_notes(card.notes) != card.notes:
        yield "spacing of notes"
    if card.confidence is not None:
        yield "confidence"
    if card.assumption:
        yield "unstated premise"
    yield from ("tag" for _ in card.tags)
    if card.pin is not None:
        yield "place on the canvas"
    if card.said != 1:
        yield "count of times said"
    yield from _of_plausibility(card)
    for citation in reads.citations_of(records, card.id):
        if write_source(records.get(Source, citation.source).key) is None:
            yield "citation"
        elif citation.quote or citation.locator:
            yield "quote or place in a source"


def _of_plausibility(card: Card) -> Iterable[str]:
    if card.plausibility is not None:
        if card.kind not in {CardKind.CLAIM, CardKind.EVIDENCE}:
            yield "plausibility"
        elif _read_back(write_plausibility(card.plausibility), MarkKind.PLAUSIBILITY) != card.plausibility:
            yield "exact plausibility"


def _of_argument(records: Records, argument: Argument) -> Iterable[str]:
    if argument.check_again:
        yield "“check again”"
    importance = argument.importance
    if importance is not None and _read_back(write_importance(importance), MarkKind.IMPORTANCE) != importance:
        yield "exact importance"
    criterion = records.find(Criterion, argument.criterion)
    if criterion is not None and write_criterion(criterion.name) is None:
        yield "criterion of an argument"


def _read_back(mark: str, kind: MarkKind) -> float | None:
    _, marks, _ = read_marks(mark, Known((), {}, (), {kind}))
    return marks.importance if kind is MarkKind.IMPORTANCE else marks.plausibility


def _beside_the_cards(records: Records, map_id: MapId) -> Iterable[str]:
    for criterion in reads.criteria(records, map_id):
        yield "criterion"
        yield from ("level of a scale" for _ in records.referring(Level, "criterion", criterion.id))
        yield from ("score" for _ in records.referring(Score, "criterion", criterion.id))
    for option in reads.options(records, map_id):
        yield from ("fact" for _ in records.referring(Fact, "option", option.id))
    yield from ("comparison of criteria" for _ in records.referring(Judgement, "map", map_id))
    for perspective in records.referring(Perspective, "map", map_id):
        yield "perspective"
        yield from ("number of a perspective" for _ in records.referring(Override, "perspective", perspective.id))
    yield from ("section of the brief" for _ in records.referring(Section, "map", map_id))
    yield from ("setting of the brief" for _ in records.referring(Brief, "map", map_id))
    own = records.get(Map, map_id)
    plain = Map(own.id, own.title, own.rank)
    yield from ("setting of the map" for name in _MAP_SETTINGS if getattr(own, name) != getattr(plain, name))
