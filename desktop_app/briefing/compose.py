"""Composes the brief of a map: which parts there are, in which order, and what the head says. Prints nothing."""

from collections.abc import Callable, Iterator
from typing import Final

from desktop_app.briefing.citing import SourceNumbers
from desktop_app.briefing.content import (
    ArgumentsPart,
    BriefContent,
    MapPart,
    NotesPart,
    Part,
    Point,
    SourcesPart,
    WordsPart,
)
from desktop_app.briefing.head import lead_sentences
from desktop_app.briefing.method import method_part
from desktop_app.briefing.points import PointLister
from desktop_app.briefing.sheets import map_sheets
from desktop_app.briefing.tables import matrix_part, options_part
from desktop_app.formats.markup import parse_body
from desktop_app.model import reads
from desktop_app.model.ids import BriefId, CardId, MapId, SectionId
from desktop_app.model.reads import Records
from desktop_app.model.records import (
    Brief,
    Card,
    CardKind,
    Map,
    Section,
    SectionKind,
)
from desktop_app.model.tree import Place, places
from desktop_app.weighing.explain import explain
from desktop_app.weighing.results import Results
from desktop_app.weighing.sentences import NO_STABLE_RESULT, card_sentence, explanation_sentences
from desktop_app.weighing.strength import StrengthGraph

_TITLES: Final = {
    SectionKind.RECOMMENDATION: "Recommendation",
    SectionKind.OPTIONS: "Options at a glance",
    SectionKind.MATRIX: "Criteria matrix",
    SectionKind.ARGUMENTS: "Pros and cons",
    SectionKind.MAP: "Argument map",
    SectionKind.SOURCES: "Sources",
    SectionKind.METHOD: "Method",
    SectionKind.WORDS: "",
}
# What is printed of a map whose author never arranged it: before and after the own words.
_BEFORE_WORDS: Final = (SectionKind.OPTIONS, SectionKind.MATRIX, SectionKind.ARGUMENTS)
_AFTER_WORDS: Final = (SectionKind.MAP, SectionKind.SOURCES, SectionKind.METHOD)
_KICKERS: Final = {"one-page": "One-page brief", "memo": "Decision memo", "options": "Options paper"}
_LONGEST_ALT: Final = 400
_LONGEST_NAME: Final = 70
# The id of records that stand for what nobody set up; they are never written.
_UNSTORED: Final = 0


def compose(records: Records, map_id: MapId, results: Results, *, draw: bool = True) -> BriefContent:
    """Collects everything the brief of a map says.

    Args:
        records: the workbook.
        map_id: the map.
        results: what it adds up to; left out where the map or its brief hides numbers.
        draw: whether to draw the map too; text formats do without.
    """
    return _Composer(records, map_id, results, draw=draw).content()


class _Composer:
    """What is known while a brief is composed; parts number their sources as they come."""

    def __init__(self, records: Records, map_id: MapId, results: Results, *, draw: bool) -> None:
        self.draw = draw
        self.records = records
        self.map = records.get(Map, map_id)
        self.brief = reads.brief(records, map_id) or Brief(BriefId(_UNSTORED), map_id, language="")
        self.computed = results
        self.results = results if self.brief.numbers and not self.map.numbers_hidden else None
        self.places = places(records, map_id)
        self.letters = reads.option_letters(records, map_id)
        self.numbers = SourceNumbers(records)
        self.lister = PointLister(records, self.results, self.numbers.of_card, self.letters)
        # One graph answers every what-if of the brief.
        self.strengths = None if self.results is None else StrengthGraph(records, map_id, results.perspective)

    def content(self) -> BriefContent:
        book = reads.workbook(self.records)
        sections = reads.sections(self.records, self.map.id)
        recommendation = next((item for item in sections if item.kind is SectionKind.RECOMMENDATION), None)
        words = parse_body(recommendation.body) if recommendation is not None and recommendation.included else ()
        self.numbers.cite_blocks(words)
        against = self._strongest_against()
        parts: list[Part | None] = []
        arranged = _arranged(self.map.id, sections)
        last_parts = next((i for i, section in enumerate(arranged) if section.kind in _AFTER_WORDS), len(arranged))
        for section in arranged[:last_parts]:
            parts += self._parts(section)
        parts.append(self._notes())
        for section in arranged[last_parts:]:
            parts += self._parts(section)
        return BriefContent(
            title=self._title(),
            kicker=_KICKERS.get(self.brief.preset, "Briefing"),
            context=book.title,
            author=self.brief.author or book.author,
            organisation=self.brief.organisation,
            classification=self.brief.classification,
            decision_by=self.brief.decision_by,
            date=self.brief.date or book.created[:10],
            created=book.created[:10],
            language=self.brief.language or book.language,
            paper=self.brief.paper,
            recommendation=words,
            leads=() if self.results is None else tuple(lead_sentences(self.results, self.letters)),
            against=against,
            parts=tuple(part for part in self._with_sources(parts) if part is not None),
            source_numbers=self.numbers.by_key(),
        )

    # --- the head ------------------------------------------------------------------------------------

    def _title(self) -> str:
        questions = [card for card in self._roots() if card.kind is CardKind.QUESTION]
        return questions[0].text if len(questions) == 1 else self.map.title

    def _strongest_against(self) -> tuple[str, Point] | None:
        """The heaviest con of what ranks first, or of the only question where there are no options."""
        if self.results is None:
            return None
        ranking = self.results.ranking
        if ranking:
            target, name = ranking[0].option, self.letters[ranking[0].option]
        else:
            targets = self._targets()
            if self.letters or len(targets) != 1:
                return None
            target, name = targets[0].id, ""
        points = [self.results.arguments[argument.id].points for argument in reads.arguments_on(self.records, target)]
        if not any(point is not None and point < 0 for point in points):
            return None
        lister = PointLister(self.records, self.results, self.numbers.of_card, self.letters)
        _, cons = lister.pros_and_cons(target)
        return name, cons[0]

    # --- the parts -----------------------------------------------------------------------------------

    def _parts(self, section: Section) -> list[Part | None]:
        title = section.title or _TITLES[section.kind]
        makers: dict[SectionKind, Callable[[str], list[Part | None]]] = {
            SectionKind.WORDS: lambda title: [self._words(title, section.body)],
            SectionKind.OPTIONS: lambda title: [options_part(self.records, self.map.id, self.results, title)],
            SectionKind.MATRIX: lambda title: [matrix_part(self.records, self.map.id, self.results, self._of(title))],
            SectionKind.ARGUMENTS: self._arguments,
            SectionKind.MAP: lambda title: [self._map(title)],
            SectionKind.SOURCES: lambda title: [SourcesPart(title, ())],
            SectionKind.METHOD: self._method,
        }
        return makers[section.kind](title) if section.kind in makers else []

    def _of(self, title: str) -> str:
        """A matrix without options is a list of criteria, and called so."""
        return "Criteria" if title == _TITLES[SectionKind.MATRIX] and (not self.letters or not self.results) else title

    def _words(self, title: str, body: str) -> Part | None:
        blocks = parse_body(body)
        self.numbers.cite_blocks(blocks)
        return WordsPart(title, blocks) if blocks else None

    def _arguments(self, title: str) -> list[Part | None]:
        targets = self._targets()
        parts: list[Part | None] = []
        for card in targets:
            pros, cons = self.lister.pros_and_cons(card.id)
            if card.id in self.letters:
                name = f"{title} of {self.letters[card.id]}: {card.text}"
            else:
                name = title if len(targets) == 1 else f"{title} of “{_short(card.text)}”"
            parts.append(ArgumentsPart(name, self._sentences(card), pros, cons))
        return parts

    def _notes(self) -> Part | None:
        """What was parked; asked for when pros and cons are listed, so that nothing is said twice."""
        open_points = [place for place in self.places if self._is_open_point(place)]
        return NotesPart("Notes and open points", self.lister.parked(open_points)) if open_points else None

    def _is_open_point(self, place: Place) -> bool:
        """Whether a card stands without a stance: a note that hangs on no claim, or a claim that hangs on nothing."""
        if self.lister.was_listed(place.card):
            return False
        kind = self.records.get(Card, place.card).kind
        if kind is CardKind.NOTE:
            return True
        is_statement = kind in {CardKind.CLAIM, CardKind.EVIDENCE}
        return place.parent is None and is_statement and not self._has_arguments(place.card)

    def _sentences(self, card: Card) -> tuple[str, ...]:
        if self.results is None or self.strengths is None:
            return ()
        result = self.results.cards[card.id]
        if result.total and not result.weighed:
            return (f"{_none_of(result.total)} weighed yet.",)
        if result.strength is None:
            return (NO_STABLE_RESULT,)
        if result.is_locked:
            return (card_sentence(result),)
        return explanation_sentences(self.records, self.results, explain(self.strengths, card.id))

    def _map(self, title: str) -> Part | None:
        if not self.places:
            return None
        sheets = (
            map_sheets(self.records, self.map.id, self.places, self.results, self.brief.paper) if self.draw else None
        )
        return MapPart(title, self._alt(), self.lister.in_words(self.places), sheets)

    def _alt(self) -> str:
        kinds = [self.records.get(Card, place.card).kind for place in self.places]
        arguments = self.computed.arguments
        parts = [f"Argument map of {len(kinds)} cards"]
        if self.letters:
            names = "; ".join(
                f"{letter} {_short(self.records.get(Card, key).text)}" for key, letter in self.letters.items()
            )
            parts.append(f"options {names}")
        parts.append(f"{len(arguments)} pros and cons")
        return f"{': '.join((_short(self.map.title), ', '.join(parts)))}. The same follows in words."[:_LONGEST_ALT]

    def _method(self, title: str) -> list[Part | None]:
        return [] if self.results is None else [method_part(self.records, self.results, title)]

    def _with_sources(self, parts: list[Part | None]) -> Iterator[Part | None]:
        """Fills the list of sources in, now that all citations are numbered."""
        if len(reads.maps(self.records)) == 1:
            self.numbers.add_uncited()
        lines = self.numbers.lines()
        for part in parts:
            if not isinstance(part, SourcesPart):
                yield part
            elif lines:
                yield SourcesPart(part.title, lines)

    # --- reading -------------------------------------------------------------------------------------

    def _roots(self) -> list[Card]:
        return [self.records.get(Card, place.card) for place in self.places if place.parent is None]

    def _targets(self) -> list[Card]:
        """What pros and cons are listed of: questions, options and free-standing claims that have any."""
        found = [
            self.records.get(Card, place.card)
            for place in self.places
            if place.argument is None and self._has_arguments(place.card)
        ]
        return [card for card in found if card.kind is not CardKind.NOTE]

    def _has_arguments(self, card: CardId) -> bool:
        return bool(reads.arguments_on(self.records, card))


def _arranged(map_id: MapId, sections: list[Section]) -> list[Section]:
    """The sections to print, in order; parts drawn from the map that nobody arranged take their usual place."""
    present = {section.kind for section in sections}

    def usual(kinds: tuple[SectionKind, ...]) -> list[Section]:
        missing = [kind for kind in kinds if kind not in present]
        return [Section(id=SectionId(_UNSTORED), map=map_id, kind=kind, title="", rank="") for kind in missing]

    return [
        *usual(_BEFORE_WORDS),
        *(section for section in sections if section.included),
        *usual(_AFTER_WORDS),
    ]


def _none_of(count: int) -> str:
    return f"None of these {count} points is" if count > 1 else "This point is not"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_NAME else flat[:_LONGEST_NAME].rsplit(" ", 1)[0] + "…"
