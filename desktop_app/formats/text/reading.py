"""Reads the text grammar into a plan: lines to planned cards, what could not be understood to notices."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop_app.base.errors import AppError
from desktop_app.formats.leads import split_lead
from desktop_app.formats.sides import Headed, Weight, settled, side_of
from desktop_app.formats.text.lines import (
    Known,
    LineMarks,
    MarkKind,
    fold,
    indent_of,
    is_list_heading,
    label_used,
    read_marks,
    signed_line,
    split_notes,
    unescape_line,
    unescape_text,
    unescape_use,
)
from desktop_app.model.kinds import STANCES, STATEMENTS
from desktop_app.model.plans import Plan, PlannedCard, PlannedCitation, PlannedLink
from desktop_app.model.records import CardKind, Stance
from desktop_app.wording.sentence import Sentence, say

MAX_DEPTH: Final = 200
_BULLET: Final = "bullet"
_LIST_ITEM: Final = re.compile(r"[ \t]*(?:[-*•‣◦▪·–—]|\d{1,3}[.)])[ \t]+(.*)", re.DOTALL)
_ARGUING: Final = {
    "+": PlannedLink.SUPPORTS,
    ">": PlannedLink.SUPPORTS,
    "-": PlannedLink.OPPOSES,
    "&": PlannedLink.JOINED,
    "!": PlannedLink.UNDERCUTS,
}
_ARGUMENT_LINKS: Final = frozenset(
    {PlannedLink.SUPPORTS, PlannedLink.OPPOSES, PlannedLink.JOINED, PlannedLink.UNDERCUTS}
)


class TextTooDeepError(AppError):
    """A text nests its lines deeper than a map can show."""

    default_code = "text-too-deep"


@dataclass(slots=True)
class _Draft:
    """A planned card while its text is still being read."""

    kind: CardKind
    link: PlannedLink
    parent: int | None
    text: str = ""
    marks: LineMarks = field(default_factory=LineMarks)
    uses: int | None = None
    notes: list[str] = field(default_factory=list)

    def planned(self) -> PlannedCard:
        return PlannedCard(
            kind=self.kind,
            text=self.text,
            link=self.link,
            parent=self.parent,
            notes="\n".join(self.notes).strip("\n"),
            plausibility=self.marks.plausibility,
            importance=self.marks.importance,
            criterion=self.marks.criterion,
            citations=tuple(PlannedCitation(key) for key in self.marks.sources),
            uses=self.uses,
        )


@dataclass(frozen=True, slots=True)
class _Open:
    """A line under which deeper lines hang."""

    indent: int
    card: int


@dataclass(slots=True)
class _ListHeading:
    """A heading whose list has not ended; the list's indent is that of its first item."""

    indent: int
    stance: Stance
    items_at: int | None = None


def read_text(
    text: str,
    *,
    question: str | None = None,
    known_sources: Iterable[str] = (),
    known_criteria: Iterable[str] = (),
    on: CardKind | None = None,
    below: str = "",
) -> Plan:
    """Reads a text in the grammar.

    Args:
        text: any text; what is not grammar becomes notes.
        question: stands above the text as if it were its first line; the text's own is then among the notes.
        known_sources: keys that `@key` may name.
        known_criteria: names that `#name` may name, whatever their case.
        on: the kind of the card that the plan will hang on, so that lines without one above them speak to that;
            None lets them stand free.
        below: what that card says, or what is asked.

    Raises:
        TextTooDeepError: lines are nested more than 200 deep.
    """
    reader = _Reader(frozenset(known_sources), {fold(name): name for name in known_criteria}, on=on)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if question is not None:
        reader.ask(question)
    signs = {None if (signed := signed_line(line)) is None else signed.sign for line in lines if line.strip()}
    reader.all_bullets = question is None and signs == {"-"}
    first = next((line for line in lines if line.strip()), "")
    reader.headings = _stances_of_headings(lines, (below, "" if signed_line(first) is not None else first))
    for number, line in enumerate(lines, 1):
        reader.read(number, line)
    return Plan(cards=tuple(draft.planned() for draft in reader.drafts), notices=tuple(reader.notices))


def _stances_of_headings(lines: Sequence[str], asked: Sequence[str]) -> dict[int, Stance]:
    """The numbers of the lines that head pros or cons, each with the stance of their lists, below a question.

    A line by itself is a heading here, too, so that those below one option do not answer those below another.
    """
    written = [(number, line) for number, line in enumerate(lines, 1) if line.strip(" \t")]
    headed: list[Headed] = []
    for place, (_, line) in enumerate(written):
        side = side_of(line) if is_list_heading(line) else None
        below = written[place + 1][1] if place + 1 < len(written) else ""
        # "Pros:" without a list is a heading in the grammar all the same: what else could it be?
        heads = side is not None and (side.weight is Weight.STRONG or _heads(line, below))
        signed = signed_line(line)
        headed.append(Headed(indent_of(line), side, heads, line if signed is None else signed.rest))
    stances = settled(headed, asked, hang_on_lines=True)
    return {number: stance for (number, _), stance in zip(written, stances, strict=True) if stance is not None}


def _heads(line: str, below: str) -> bool:
    """Whether a line stands on top of a list."""
    is_item = _LIST_ITEM.fullmatch(below) is not None or signed_line(below) is not None
    return is_item and indent_of(below) >= indent_of(line)


class _Reader:
    """Reads line after line.

    Attributes:
        all_bullets: every line starts with `-`, which then says nothing about stance.
        headings: the numbers of lines that head pros or cons, each with the stance of their lists.
    """

    def __init__(self, sources: frozenset[str], criteria: dict[str, str], *, on: CardKind | None) -> None:
        self.drafts: list[_Draft] = []
        self.notices: list[Sentence] = []
        self.all_bullets = False
        self.headings: dict[int, Stance] = {}
        self._sources = sources
        self._criteria = criteria
        self._on = on
        self._open: list[_Open] = []
        self._labels: dict[str, int] = {}
        self._heading: _ListHeading | None = None
        self._begun = False
        self._number = 0

    def ask(self, question: str) -> None:
        """Takes a question from outside the text, word for word."""
        self._begun = True
        self.drafts.append(_Draft(CardKind.QUESTION, PlannedLink.ROOT, None, question))
        self._open = [_Open(-1, 0)]

    def read(self, number: int, line: str) -> None:
        """Reads the next line."""
        self._number = number
        if not line.strip(" \t"):
            if self.drafts and self._last().notes:
                # Parts two paragraphs; behind the last one it is dropped.
                self._last().notes.append("")
            return
        begun, self._begun = self._begun, True
        if number in self.headings:
            self._read_heading(line, self.headings[number])
        elif (item := self._list_item(line)) is not None:
            self._read_card(indent_of(line), *item, with_lead=True)
        elif (signed := signed_line(line)) is not None:
            sign = _BULLET if self.all_bullets else signed.sign
            self._read_card(signed.indent, sign, signed.rest)
        elif not begun:
            self._read_question(line.strip(" \t"))
        else:
            self._read_note_line(line.strip(" \t"))

    def _last(self) -> _Draft:
        """The card that notes belong to: the last one, or the one it uses again."""
        draft = self.drafts[-1]
        return draft if draft.uses is None else self.drafts[draft.uses]

    def _notice(self, what: Sentence) -> None:
        self.notices.append(say("notice.line", number=self._number, what=what))

    # --- lines without a sign --------------------------------------------------------------------

    def _read_heading(self, line: str, stance: Stance) -> None:
        indent = indent_of(line)
        self._close(indent)
        self._heading = _ListHeading(indent, stance)

    def _read_question(self, line: str) -> None:
        draft = _Draft(CardKind.QUESTION, PlannedLink.ROOT, None)
        self._fill(draft, unescape_line(line), frozenset({MarkKind.SOURCE, MarkKind.LABEL}))
        self.drafts.append(draft)
        # Everything hangs on the question, indented or not.
        self._open = [_Open(-1, 0)]

    def _read_note_line(self, line: str) -> None:
        self._heading = None
        if self.drafts:
            self._last().notes.append(unescape_line(line))
        else:
            self.drafts.append(_Draft(CardKind.NOTE, PlannedLink.UNDER, None, unescape_line(line)))

    # --- lines with a sign -----------------------------------------------------------------------

    def _list_item(self, line: str) -> tuple[str, str] | None:
        """The sign that an item of the list under a heading stands for, and its text."""
        heading = self._heading
        if heading is None:
            return None
        indent = indent_of(line)
        if indent < heading.indent:
            self._heading = None
            return None
        match = _LIST_ITEM.fullmatch(line)
        if match is None or (heading.items_at is not None and indent > heading.items_at):
            return None
        heading.items_at = indent
        return STANCES[heading.stance].typed, match[1].strip(" \t")

    def _close(self, indent: int) -> int | None:
        """Closes lines that a line of this indent does not hang under; returns its nearest sibling above."""
        sibling = None
        while self._open and self._open[-1].indent >= indent:
            sibling = self._open.pop().card
        return sibling

    def _read_card(self, indent: int, sign: str, rest: str, *, with_lead: bool = False) -> None:
        sibling = self._close(indent)
        parent = self._open[-1].card if self._open else None
        draft = self._hang(sign, parent, sibling)
        self._fill(draft, rest, self._allowed(draft))
        if with_lead and draft.uses is None and (lead := split_lead(draft.text)) is not None:
            draft.text = lead.claim
            draft.notes.insert(0, lead.rest)
        self.drafts.append(draft)
        self._open.append(_Open(indent, len(self.drafts) - 1))
        if len(self._open) > MAX_DEPTH:
            raise TextTooDeepError(
                say("error.formats.too_deep", number=self._number, most=MAX_DEPTH),
                say("remedy.split_text_over_several_maps"),
            )

    def _hang(self, sign: str, parent: int | None, sibling: int | None) -> _Draft:
        """What a sign makes of a line at its place."""
        above = self._on if parent is None else self.drafts[parent].kind
        if sign == "?":
            return _Draft(CardKind.NOTE, PlannedLink.UNDER, parent)
        if sign == "*":
            if above is None or above is CardKind.QUESTION:
                return _Draft(CardKind.OPTION, PlannedLink.UNDER, parent)
            return self._parked(parent, say("notice.option_under_question"))
        if sign == _BULLET:
            return (
                _Draft(CardKind.CLAIM, PlannedLink.ROOT, None)
                if parent is None
                else _Draft(CardKind.NOTE, PlannedLink.UNDER, parent)
            )
        link = _ARGUING[sign]
        if link is PlannedLink.JOINED:
            if sibling is None or not self._argues(sibling):
                return self._parked(parent, say("notice.joined_needs_argument"))
            return _Draft(CardKind.CLAIM, link, sibling)
        if link is PlannedLink.UNDERCUTS:
            if parent is None or not self._argues(parent):
                return self._parked(parent, say("notice.undercut_needs_argument"))
            return _Draft(CardKind.CLAIM, link, parent)
        if above is CardKind.NOTE:
            return self._parked(parent, say("notice.note_takes_no_arguments"))
        kind = CardKind.EVIDENCE if sign == ">" else CardKind.CLAIM
        if above is None:
            return _Draft(kind, PlannedLink.ROOT, None)
        return _Draft(kind, link, parent)

    def _argues(self, card: int) -> bool:
        return self.drafts[card].link in _ARGUMENT_LINKS

    def _parked(self, parent: int | None, why: Sentence) -> _Draft:
        self._notice(say("notice.became_note", why=why))
        return _Draft(CardKind.NOTE, PlannedLink.UNDER, parent)

    def _allowed(self, draft: _Draft) -> frozenset[MarkKind]:
        """The marks that make sense on a card as it hangs."""
        allowed = {MarkKind.SOURCE, MarkKind.LABEL}
        if draft.kind in STATEMENTS:
            allowed.add(MarkKind.PLAUSIBILITY)
        if draft.link in _ARGUMENT_LINKS and draft.link is not PlannedLink.JOINED:
            allowed.add(MarkKind.IMPORTANCE)
            target = self._on if draft.parent is None else self.drafts[draft.parent].kind
            if draft.link is not PlannedLink.UNDERCUTS and target is CardKind.OPTION:
                allowed.add(MarkKind.CRITERION)
        return frozenset(allowed)

    def _fill(self, draft: _Draft, rest: str, allowed: frozenset[MarkKind]) -> None:
        body, notes = split_notes(rest)
        known = Known(self._sources, self._criteria, self._labels, allowed)
        text, marks, stopped = read_marks(body, known)
        label = label_used(text)
        if label is not None and self._use(draft, label, marks, notes):
            return
        if stopped is not None:
            self._notice(say("notice.not_known", mark=stopped))
        elif label is not None:
            self._notice(say("notice.label_names_no_card", label=label))
        draft.text, draft.marks = unescape_use(unescape_text(text)), marks
        if notes:
            draft.notes.append(notes)
        if marks.label is not None:
            self._labels[marks.label] = len(self.drafts)

    def _use(self, draft: _Draft, label: str, marks: LineMarks, notes: str) -> bool:
        """Lets a labelled card serve again; whether it could."""
        used = self._labels.get(label)
        if used is None or draft.link not in _ARGUMENT_LINKS:
            return False
        if self.drafts[used].kind not in STATEMENTS:
            return False
        if marks.plausibility is not None or marks.sources or marks.label is not None:
            self._notice(say("notice.label_has_its_own", label=label))
        draft.uses, draft.kind = used, self.drafts[used].kind
        draft.marks = LineMarks(importance=marks.importance, criterion=marks.criterion)
        if notes:
            self.drafts[used].notes.append(notes)
        return True
