"""What a reader should doubt: unverified and single sources, wide disagreement, missing numbers, contradictions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from desktop_app.briefing.content.parts import Group, GroupsPart
from desktop_app.briefing.content.words import Words
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.kinds import STATEMENTS
from desktop_app.model.reads import Records, cards, citations_of, criteria, perspectives
from desktop_app.model.records import Argument, Card, Criterion, Override, Premise, Source, Verification
from desktop_app.weighing.criteria.findings import finding_sentences, review
from desktop_app.weighing.criteria.matrix import CellState
from desktop_app.weighing.results import Results
from desktop_app.wording.rounding import whole
from desktop_app.wording.sentence import Percent, say, text

_LONGEST: Final = 110
_WIDE: Final = 0.5  # of the whole range, between the perspectives' numbers for one claim
# A person may have said so, or too few of a room gave a number.
_ABSENT: Final = {
    CellState.NOT_KNOWN: "cell.not_known",
    CellState.NOT_SCORED: "cell.not_scored",
    CellState.NOT_ARGUED: "cell.nothing_weighed",
}


def disagreements_part(
    records: Records, results: Results, letters: Mapping[CardId, str], title: str
) -> GroupsPart | None:
    """The cells whose score contradicts the arguments that speak to it; None where there is none."""
    sentences = []
    for (option, criterion), cell in results.cells.items():
        if cell.disagrees and cell.score is not None and cell.argued is not None:
            name = records.get(Criterion, criterion).name
            scored, argued = whole(cell.score.likely), whole(cell.argued.likely)
            sentences.append(
                text("doubts.contradicts", option=letters[option], name=name, scored=scored, argued=argued)
            )
    return GroupsPart("disagreements", title, (Group("", tuple(sentences)),)) if sentences else None


def caveats_part(
    records: Records,
    map_id: MapId,
    results: Results | None,
    letters: Mapping[CardId, str],
    title: str,
    words: Words,
    *,
    most: int,
) -> GroupsPart | None:
    """What to keep in mind when reading the brief; None where there is nothing.

    Args:
        records: the workbook.
        map_id: the map.
        results: what it adds up to; None says nothing about numbers.
        letters: of the options.
        title: of the part.
        words: in the language of the brief.
        most: lines of each kind.
    """
    statements = sorted(_served(records, map_id), key=lambda card: -_importance(records, card))
    groups = [
        Group(text("doubts.unverified"), _shortened(_unverified(records, statements), words, most)),
        Group(text("doubts.one_source"), _shortened(_single(records, statements), words, most)),
        Group(text("doubts.disagreement"), _shortened(_wide(records, map_id, results), words, most)),
    ]
    if results is not None:
        # Scores that contradict their arguments are a part of their own.
        looked = replace(review(records, results), against_arguments=())
        sentences = [str(sentence) for sentence in finding_sentences(records, results, looked)]
        groups.append(Group(text("doubts.matrix"), _shortened(sentences, words, most)))
        groups.append(Group(text("doubts.not_weighed"), tuple(_unweighed(records, results, letters, words, most))))
    nonempty = tuple(group for group in groups if group.items)
    return GroupsPart("caveats", title, nonempty) if nonempty else None


def on_one_line(part: GroupsPart) -> GroupsPart:
    """The same part with each group as one line of a single list."""
    lines = (f"{group.name}: {'; '.join(item.rstrip('.') for item in group.items)}." for group in part.groups)
    return replace(part, groups=(Group("", tuple(lines)),))


def _served(records: Records, map_id: MapId) -> Iterator[Card]:
    """Claims and evidence that serve an argument: what the result rests on."""
    for card in cards(records, map_id):
        if card.kind in STATEMENTS and records.has_referring(Premise, "card", card.id):
            yield card


def _importance(records: Records, card: Card) -> float:
    served = (records.get(Argument, premise.argument) for premise in records.referring(Premise, "card", card.id))
    return max((argument.importance or 0.0 for argument in served), default=0.0)


def _sources(records: Records, card: Card) -> list[Source]:
    source_by_id = {
        citation.source: records.get(Source, citation.source) for citation in citations_of(records, card.id)
    }
    return list(source_by_id.values())


def _unverified(records: Records, statements: list[Card]) -> Iterator[str]:
    for card in statements:
        cited = _sources(records, card)
        if cited and all(source.verification is Verification.UNVERIFIED for source in cited):
            yield _named(card)


def _single(records: Records, statements: list[Card]) -> Iterator[str]:
    for card in statements:
        if len(_sources(records, card)) == 1:
            yield _named(card)


def _wide(records: Records, map_id: MapId, results: Results | None) -> Iterator[str]:
    known = {perspective.id for perspective in perspectives(records, map_id)}
    given: dict[CardId, list[float]] = {}
    for override in records.all(Override) if known else ():
        if override.perspective in known and override.card is not None and override.likely is not None:
            given.setdefault(override.card, []).append(override.likely)
    for card_id, numbers in given.items():
        card = records.get(Card, card_id)
        if card.plausibility is not None:
            numbers.append(card.plausibility)
        if max(numbers) - min(numbers) >= _WIDE:
            low, high = Percent(min(numbers)), Percent(max(numbers))
            is_told = results is not None
            yield text("doubts.wide", card=_named(card), low=low, high=high) if is_told else _named(card)


def _unweighed(
    records: Records, results: Results, letters: Mapping[CardId, str], words: Words, most: int
) -> Iterator[str]:
    missing = len(results.arguments) - results.weighed
    if missing:
        yield text("doubts.missing", count=missing, total=len(results.arguments))
    if results.has_loops:
        yield text("note.loops")
        if any(card.strength is None for card in results.cards.values()):
            yield text("note.unstable")
    counted = {criterion.id for criterion in criteria(records, results.map) if results.weights[criterion.id]}
    empty = [
        text(
            "doubts.cell",
            option=letters[option],
            criterion=records.get(Criterion, criterion).name,
            state=say(_ABSENT[cell.state]),
        )
        for (option, criterion), cell in results.cells.items()
        if cell.score is None and cell.state in _ABSENT and criterion in counted
    ]
    yield from _shortened(empty, words, most)


def _named(card: Card) -> str:
    flat = " ".join(card.text.split())
    shown = flat if len(flat) <= _LONGEST else flat[:_LONGEST].rsplit(" ", 1)[0] + "…"
    return f"“{shown}”"


def _shortened(items: Iterable[str], words: Words, most: int) -> tuple[str, ...]:
    every = list(items)
    if len(every) <= most:
        return tuple(every)
    return (*every[: most - 1], words.say("more", count=len(every) - most + 1))
