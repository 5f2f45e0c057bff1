"""Judges a brief whose numbers are those of a room: whose they say they are, over how many, and what they come to."""

import functools
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import BriefContent, ChartsPart, MatrixPart, MethodPart, OptionsPart, TablePart
from desktop_app.model.document import Document
from desktop_app.weighing.results import weigh
from tests.sentences.group_words import GROUPS
from tests.sentences.leads import judge_lead, judge_outside, must
from tests.sentences.papers import by_letters
from tests.sentences.people import Sheet, Table, pool, read_people, scored_table
from tests.sentences.scored_room import of_scores
from tests.sentences.scoring import Cell, Scores
from tests.sentences.together import judge_pairs, values_of
from tests.sentences.totals import judge_sentences
from tests.sentences.words import MINUS, TOTALS, Read, is_rounded, number
from tests.sure import sure
from tests.weighing.maps import MAP

_WHOSE = re.compile(
    r"The numbers are those of (?:1 person in the room\.|the room \(mean of their numbers"
    r"(?P<shares>, by the share of each person)?\): each is the mean over those of (?P<count>\d+) people who gave it\.)"
)
_FEW = "A score that fewer than half of them gave is taken as not known."
_ONE_OF_ALL = "All scores are those of 1 person."
_OF_ALL = re.compile(r"Of (\d+) people, each option is scored by: (.+) \(on the criterion that fewest scored\)\.")


def judge_room_brief(document: Document) -> Iterator[str]:
    """A brief of a map with criteria; the numbers are the people's where the map has none of the kind that decides.

    Raises:
        FalsehoodError: something of it is false, or not said.
    """
    scores, own = read_people(document)
    people = [sheet for sheet in own if sheet.is_person]
    is_room = bool(people) and not own[0].cells and (any(s.cells for s in people) or not own[0].is_somebody)
    content = compose(document, MAP, weigh(document, MAP), draw=False)
    whose = [text for text in content.leads if _WHOSE.fullmatch(text)]
    methods = [part for part in content.parts if isinstance(part, MethodPart)]
    told = [text for part in methods for text in part.sentences if _WHOSE.fullmatch(text)]
    must(is_room or not (whose or told), f"they are the map's own: {whose}, {told}")
    if not is_room:
        return
    table = scored_table(scores, people)
    for text in [*whose, *told]:
        found = _WHOSE.fullmatch(text)
        assert found is not None
        must(int(found["count"] or 1) == len(people), f"{text!r}: they are {len(people)}")
        is_by_share = len({sheet.share for sheet in people}) > 1
        must(bool(found["shares"]) == is_by_share, f"{text!r}: some count for more")
        yield text
    must(
        not content.leads or content.leads[:1] == tuple(whose), f"whose numbers they are stands first: {content.leads}"
    )
    must(len(told) == bool(methods), f"the method says whose numbers they are: {told}")
    must(
        not any(text.startswith("Perspective:") for part in methods for text in part.sentences),
        "they are not the map's",
    )
    pooled = _pooled(scores, table)
    if pooled is None:
        return
    yield from _judge_words(document, scores, table, pooled, content)
    for part in content.parts:
        if isinstance(part, MatrixPart) and part.totals:
            yield from _judge_matrix(pooled, table, part)
        elif isinstance(part, OptionsPart):
            yield from _judge_options(pooled, table, part)
        elif isinstance(part, TablePart) and part.kind == "perspectives":
            _judge_row(pooled, table, part)


def _pooled(scores: Scores, table: Table) -> Scores | None:
    """The people's numbers as those of one map; None where nothing of them counts."""
    sheets = [sheet for sheet in table.sheets if isinstance(sheet, Sheet)]
    given = [(sheet.shares, sheet.share) for sheet in sheets if sheet.shares is not None]
    if not given or of_scores(scores, table, is_median=False) is None:
        return None
    raw = {k: pool([(shares[k], part) for shares, part in given], is_median=False) for k in scores.criteria}
    whole = sum(raw.values())
    cells = {}
    for a in scores.options:
        for k in scores.criteria:
            values = said_in(table, a, k)
            if len(values) >= math.ceil(len(sheets) / 2):
                cells[a, k] = Cell(*[pool(values, is_median=False)] * 3)
    is_unset = len(set(scores.raw.values())) == 1 and not any(sheet.touches_weights for sheet in sheets)
    made = replace(
        scores,
        shares={k: w / whole for k, w in raw.items()},
        cells=cells,
        raw=raw,
        whose_weights=".equal" if is_unset else ".given",
    )
    # Of whom anybody said anything is compared, though too few said it.
    made.__dict__["in_play"] = table.options
    return made


def said_in(table: Table, option: str, criterion: str) -> list[tuple[Fraction, Fraction]]:
    """Everybody's score in a cell, with the share of who gave it."""
    sheets = [sheet for sheet in table.sheets if isinstance(sheet, Sheet)]
    place = option, criterion
    return [(sheet.cells[place], sheet.share) for sheet in sheets if place in sheet.cells]


def _fewest(pooled: Scores, table: Table, option: str) -> int:
    """How many gave the score of an option that fewest gave, of those that count."""
    return min((len(said_in(table, option, k)) for k in pooled.counted), default=0)


def _judge_words(
    document: Document, scores: Scores, table: Table, pooled: Scores, content: BriefContent
) -> Iterator[str]:
    """The head, and what the lead hangs on, of the people's numbers as of any map's."""
    said = list(by_letters(document, content.leads[1:]))
    if not said or not pooled.in_play:
        return
    pairs = [text for text in said if re.match(r"(?:Of the|Only|None of) \d+ ", text)]
    head = [TOTALS.read(text) for text in said if text not in pairs]
    _judge_pairs(scores, table, head[0], pairs)
    judge_lead(pooled, head[0])
    for read in head:
        if read.key.startswith("outside"):
            judge_outside(pooled, read)
    hanging = [text for part in content.parts if isinstance(part, ChartsPart) for text in part.sentences]
    known = [turn for text in hanging if (turn := _read(text)) is not None]
    if hanging:
        judge_sentences(pooled, document, [head[0], *known])
    yield from [*said, *hanging]


def _judge_pairs(scores: Scores, table: Table, lead: Read, pairs: Sequence[str]) -> None:
    """Whom those who scored both put ahead of who comes first alone."""
    together = of_scores(scores, table, is_median=False)
    assert together is not None
    first = lead.said.get("first", "") if lead.key.startswith(("lead.alone", "lead.sure")) else ""
    if first not in together.known:
        must(not pairs, "nobody comes first alone")
        return
    read = [GROUPS.read(text) for text in pairs]
    judge_pairs(table, values_of(table), together, first, read, functools.partial(of_scores, scores, is_median=False))


def _read(text: str) -> Read | None:
    return None if text == "Other turns of weights are no nearer." else TOTALS.read(text)


def _judge_matrix(pooled: Scores, table: Table, part: MatrixPart) -> Iterator[str]:
    """Every score is the mean of those given, or open; totals are theirs; and it is said how many gave them."""
    size = len(table.sheets)
    is_few = False
    for row in part.rows:
        for option, cell in zip(part.letters, row.cells, strict=True):
            given = len(said_in(table, option, row.criterion))
            known = pooled.cells.get((option, row.criterion))
            if known is not None:
                shown = re.match(rf"{MINUS}?\d+", cell.text)
                must(
                    shown is not None and is_rounded(shown[0], known.likely),
                    f"{option} on {row.criterion}: {cell.text}",
                )
            else:
                is_few |= given > 0
                must(
                    cell.text == ("?" if given else "–"), f"{option} on {row.criterion}: {cell.text}, given by {given}"
                )
    for option, total in zip(part.letters, part.totals, strict=True):
        ends = pooled.totals.get(option)
        numbers = [] if total == "–" else [number(text) for text in total.split("–")]
        must(bool(numbers) == (ends is not None), f"{option}: {total}")
        must(
            not numbers or all(is_rounded(str(n), end) for n, end in _ends(numbers, sure(ends))),
            f"{option}: {total}, {ends}",
        )
    few = part.remarks.count(_FEW)
    must(few == is_few, f"scores that few gave: {is_few}; {part.remarks}")
    if size == 1:
        must(_ONE_OF_ALL in part.remarks, f"{part.remarks}")
        return
    (found,) = [match for text in part.remarks if (match := _OF_ALL.fullmatch(text))]
    told = {a: int(n) for a, n in re.findall(r"([A-Z]+) (\d+)", found[2])}
    must(int(found[1]) == size, f"{found[0]!r}: they are {size}")
    must(told == {a: _fewest(pooled, table, a) for a in part.letters}, f"{found[0]!r}")
    yield found[0]


def _ends(shown: Sequence[Fraction], ends: tuple[Fraction, Fraction]) -> Iterator[tuple[Fraction, Fraction]]:
    yield shown[0], ends[0]
    yield shown[-1], ends[1]


def _judge_options(pooled: Scores, table: Table, part: OptionsPart) -> Iterator[str]:
    """How many scored each: all of its scores that count, or one of them."""
    size = len(table.sheets)
    for line in part.options:
        if not line.sentences:
            continue
        text, fewest = line.sentences[-1], _fewest(pooled, table, line.letter)
        is_scored = any(a == line.letter for sheet in table.sheets if isinstance(sheet, Sheet) for a, _ in sheet.cells)
        wanted = (
            f"Scored by none of {size} in the room."
            if not is_scored
            else f"Scored by {fewest} of {size} in the room."
            if fewest == size
            else f"Each of its scores is given by at least {fewest} of {size} in the room."
            if fewest
            else f"One of its scores is given by none of {size} in the room."
        )
        must(text == wanted, f"{line.letter}: {text!r}, not {wanted!r}")
        yield text


def _judge_row(pooled: Scores, table: Table, part: TablePart) -> None:
    """One row for the people: totals with how many gave the rarest score."""
    row, size = part.rows[0], len(table.sheets)
    counts = {a: _fewest(pooled, table, a) for a in pooled.options}
    counted = sum(any(known.values()) for known in table.known)
    by_shares = ", weighted by share" if len({sheet.share for sheet in table.sheets}) > 1 else ""
    whose = f"The room, {counted} of {size} · mean of their numbers{by_shares}"
    must(row[0] == whose, f"{row[0]!r}, not {whose!r}")
    for option, text in zip(pooled.options, row[1:], strict=False):
        ends = pooled.totals.get(option)
        if ends is None:
            must(text == "–", f"{option}: {text!r}")
            continue
        found = re.fullmatch(r"(\d+)(?:–(\d+))? \((\d+) of (\d+)\)", text)
        must(found is not None, f"{option}: {text!r}")
        assert found is not None
        must(is_rounded(found[1], ends[0]) and is_rounded(found[2] or found[1], ends[1]), f"{option}: {text!r}, {ends}")
        must((int(found[3]), int(found[4])) == (counts[option], size), f"{option}: {text!r}, {counts}")
    names = [sheet.name for sheet in table.sheets]
    must(not any(name in cells for cells in part.rows for name in names if name.startswith("P")), "people are named")
