"""Numbers sources in the order in which the brief cites them, and writes the list of sources."""

import re
from typing import Final

from desktop_app.briefing.content.parts import BriefContent
from desktop_app.briefing.content.source_line import SourceLine
from desktop_app.formats.markup import Block, Paragraph, Run
from desktop_app.model.ids import CardId, SourceId
from desktop_app.model.reads import Records, citations_of, source_with_key, sources
from desktop_app.model.records import CitationStyle, Source, Verification
from desktop_app.wording.sentence import text

_RELIABILITY: Final = {
    "A": "source.reliability.a",
    "B": "source.reliability.b",
    "C": "source.reliability.c",
    "D": "source.reliability.d",
    "E": "source.reliability.e",
    "F": "source.reliability.f",
}
_LONGEST_AUTHOR: Final = 40
_YEAR: Final = re.compile(r"\d{4}")
_CREDIBILITY: Final = {
    1: "source.credibility.1",
    2: "source.credibility.2",
    3: "source.credibility.3",
    4: "source.credibility.4",
    5: "source.credibility.5",
    6: "source.credibility.6",
}
_VERIFICATION: Final = {
    Verification.UNVERIFIED: "source.not_verified",
    Verification.OPENED: "source.opened",
    Verification.TRACED: "source.traced",
    Verification.CORROBORATED: "source.corroborated",
    Verification.DISPUTED: "source.disputed",
}


class SourceNumbers:
    """Gives each source a number when it is first asked for."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._numbers: dict[SourceId, int] = {}
        self._places: dict[SourceId, dict[str, None]] = {}

    def of_card(self, card: CardId) -> tuple[int, ...]:
        """The numbers of the sources a card cites, ascending."""
        numbers = set()
        for citation in citations_of(self._records, card):
            numbers.add(self._number(citation.source))
            quote = f"“{citation.quote}”" if citation.quote else ""
            if place := ": ".join(filter(None, (citation.locator, quote))):
                self._places[citation.source][place] = None
        return tuple(sorted(numbers))

    def cite_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Numbers what a text cites."""
        for run in runs_of(blocks):
            source = source_with_key(self._records, run.cites) if run.cites else None
            if source is not None:
                self._number(source.id)

    def add_uncited(self) -> None:
        """Numbers the workbook's other sources after the cited ones."""
        for source in sources(self._records):
            self._number(source.id)

    def by_key(self) -> dict[str, int]:
        """The number of each numbered source by its key."""
        return {self._records.get(Source, source).key: number for source, number in self._numbers.items()}

    def lines(self) -> tuple[SourceLine, ...]:
        """The list of sources by number."""
        return tuple(
            _line(self._records.get(Source, source), number, tuple(self._places[source]))
            for source, number in self._numbers.items()
        )

    def _number(self, source: SourceId) -> int:
        self._places.setdefault(source, {})
        return self._numbers.setdefault(source, len(self._numbers) + 1)


def mark(content: BriefContent, number: int) -> str:
    """How the text cites a source, for formats without raised numbers: "[3]" or " (Working group, 2025)"."""
    if content.citations is CitationStyle.AUTHOR_DATE:
        return f" ({content.sources[number - 1].short})"
    return f"[{number}]"


def runs_of(blocks: tuple[Block, ...]) -> list[Run]:
    """All runs of a text, in order."""
    all_runs: list[Run] = []
    for block in blocks:
        for runs in (block.runs,) if isinstance(block, Paragraph) else block.items:
            all_runs += runs
    return all_runs


def _line(source: Source, number: int, places: tuple[str, ...]) -> SourceLine:
    published = ", ".join(filter(None, (source.publisher, source.date)))
    sentences = [part.rstrip(".") for part in (source.author, source.title, published) if part]
    if source.accessed:
        sentences.append(text("source.accessed", date=source.accessed))
    line = ". ".join(sentences) + "."
    return SourceLine(number, line, source.url, _grade(source), places, _short(source))


def _short(source: Source) -> str:
    """Who and when, as the text names a source: "Working group, 2025"."""
    named = source.author or source.publisher or source.title or source.key
    flat = " ".join(named.split())
    who = flat if len(flat) <= _LONGEST_AUTHOR else flat[:_LONGEST_AUTHOR].rsplit(" ", 1)[0] + "…"
    year = _YEAR.search(source.date)
    return f"{who}, {year[0] if year else text('source.no_date')}"


def _grade(source: Source) -> str:
    """Grades and checking in words; nothing said where nothing was judged."""
    phrases = []
    if source.reliability is not None:
        phrases.append(f"{source.reliability}, {text(_RELIABILITY[source.reliability])}")
    if source.credibility is not None:
        phrases.append(f"{source.credibility}, {text(_CREDIBILITY[source.credibility])}")
    if phrases or source.verification is not Verification.UNVERIFIED:
        phrases.append(text(_VERIFICATION[source.verification]))
    return "; ".join(phrases)
