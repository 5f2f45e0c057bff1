"""Writes a map in the text grammar, and lists what the grammar cannot say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from desktop_app.formats.text.lines import (
    NOTES_MARK,
    escape_line,
    escape_text,
    escape_use,
    write_criterion,
    write_importance,
    write_plausibility,
    write_source,
)
from desktop_app.formats.text.omissions import flat_text, map_omissions, plain_notes
from desktop_app.model import reads
from desktop_app.model.ids import ArgumentId, CardId, MapId
from desktop_app.model.kinds import KINDS, STANCES, STATEMENTS
from desktop_app.model.reads import Records
from desktop_app.model.records import Argument, Card, CardKind, Criterion, Premise, Source, Stance

_INDENT: Final = "  "


class WrittenText(NamedTuple):
    """A map as text, and what it leaves out, each kind of thing in a few words ("3 scores")."""

    text: str
    left_out: list[str]


@dataclass(frozen=True, slots=True)
class _Line:
    """One line to write.

    Attributes:
        sign: empty for the question.
        argument: the argument the card serves here; None for roots, options and notes.
        is_use: the card stands further up already.
    """

    card: CardId
    sign: str
    depth: int
    argument: ArgumentId | None = None
    is_use: bool = False

    @property
    def is_joined(self) -> bool:
        """It is a further premise of its argument."""
        return self.sign == "&"


def write_text(records: Records, map_id: MapId) -> WrittenText:
    """Writes a map; reading it back gives the same map wherever the grammar can express it."""
    lines = list(_lines(records, _starts(records, map_id)))
    placed = {line.card: line.sign for line in lines if not line.is_use}
    return WrittenText(_as_text(records, lines), map_omissions(records, map_id, placed))


def write_branches(records: Records, tops: Sequence[tuple[CardId, ArgumentId | None]]) -> str:
    """Writes some cards with what hangs on them, as if there were no others.

    Args:
        records: the workbook.
        tops: each card, with the argument by which it hangs or None; a question stands first.
    """
    starts = []
    for card_id, link in tops:
        argument, card = records.find(Argument, link), records.get(Card, card_id)
        if argument is not None:
            # What is not relevant is said of an argument, which is not here: alone it is a con.
            sign = "-" if argument.target_argument is not None else _sign(records, argument, card_id)
            starts.append(_Line(card_id, sign, 0, link))
        elif card.kind is CardKind.QUESTION and not starts:
            starts.append(_Line(card_id, "", -1))
        else:
            starts.append(_Line(card_id, KINDS[card.kind].typed, 0))
    return _as_text(records, list(_lines(records, starts)))


def _as_text(records: Records, lines: Sequence[_Line]) -> str:
    labels: dict[CardId, str] = {}
    for line in lines:
        if line.is_use:
            labels.setdefault(line.card, str(len(labels) + 1))
    return "".join(f"{text}\n" for line in lines for text in _written(records, line, labels))


# --- which lines -----------------------------------------------------------------------------------------


def _lines(records: Records, starts: Sequence[_Line]) -> Iterator[_Line]:
    placed: set[CardId] = set()
    for start in starts:
        if start.card in placed:
            continue
        pending = [start]
        while pending:
            line = pending.pop()
            if line.card in placed:
                line = _Line(line.card, line.sign, line.depth, line.argument, is_use=True)
            placed.add(line.card)
            yield line
            pending.extend(reversed(list(_lines_under(records, line))))


def _starts(records: Records, map_id: MapId) -> Sequence[_Line]:
    """The question, or where there is none every root; cards of a loop count as roots when nothing leads there."""
    everything = reads.by_rank(reads.cards(records, map_id))
    roots = [card for card in everything if card.under is None and not records.has_referring(Premise, "card", card.id)]
    question = next((card for card in roots if card.kind is CardKind.QUESTION), None)
    if question is not None:
        return [_Line(question.id, "", -1)]
    return [_Line(card.id, KINDS[card.kind].typed, 0) for card in (*roots, *everything)]


def _lines_under(records: Records, line: _Line) -> Iterator[_Line]:
    depth = line.depth + 1
    if not line.is_use:
        for option in reads.cards_under(records, line.card, CardKind.OPTION):
            yield _Line(option.id, "*", depth)
        for argument in reads.arguments_on(records, line.card):
            yield from _premise_lines(records, argument, depth)
    if line.argument is not None and not line.is_joined:
        for undercut in reads.undercuts_of(records, line.argument):
            yield from _premise_lines(records, undercut, depth)
    if not line.is_use:
        for note in reads.cards_under(records, line.card, CardKind.NOTE):
            yield _Line(note.id, "?", depth)


def _premise_lines(records: Records, argument: Argument, depth: int) -> Iterator[_Line]:
    first, *further = reads.premises_of(records, argument.id)
    yield _Line(first.card, _sign(records, argument, first.card), depth, argument.id)
    for premise in further:
        yield _Line(premise.card, "&", depth, argument.id)


def _sign(records: Records, argument: Argument, first: CardId) -> str:
    """The sign of an argument, whose first premise may be evidence."""
    if argument.target_argument is not None:
        return "!"
    is_evidence = argument.stance is Stance.SUPPORTS and records.get(Card, first).kind is CardKind.EVIDENCE
    return KINDS[CardKind.EVIDENCE].typed if is_evidence else STANCES[argument.stance].typed


# --- what stands on a line -------------------------------------------------------------------------------


def _written(records: Records, line: _Line, labels: dict[CardId, str]) -> Iterator[str]:
    card = records.get(Card, line.card)
    if line.is_use:
        parts = [f"={labels[card.id]}", *_argument_marks(records, line)]
    else:
        marks = [*_argument_marks(records, line), *_card_marks(records, card)]
        if card.id in labels:
            marks.append(f"^{labels[card.id]}")
        parts = [escape_text(escape_use(flat_text(card.text))), *marks]
    body = " ".join(part for part in parts if part)
    notes = "" if line.is_use else plain_notes(card.notes)
    if not line.sign:
        yield escape_line(body)
    elif notes and "\n" not in notes:
        yield f"{_INDENT * line.depth}{line.sign} {body} {NOTES_MARK} {notes}"
        return
    else:
        yield f"{_INDENT * line.depth}{line.sign} {body}"
    for note in notes.split("\n") if notes else ():
        yield f"{_INDENT * (line.depth + 1)}{escape_line(note)}" if note else ""


def _argument_marks(records: Records, line: _Line) -> Iterator[str]:
    if line.argument is None or line.is_joined:
        return
    argument = records.get(Argument, line.argument)
    if argument.importance is not None:
        yield write_importance(argument.importance)
    criterion = records.find(Criterion, argument.criterion)
    if criterion is not None:
        yield write_criterion(criterion.name) or ""


def _card_marks(records: Records, card: Card) -> Iterator[str]:
    if card.plausibility is not None and card.kind in STATEMENTS:
        yield write_plausibility(card.plausibility)
    for citation in reads.citations_of(records, card.id):
        yield write_source(records.get(Source, citation.source).key) or ""
