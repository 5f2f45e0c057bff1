"""Composes the brief of a map: which parts there are, in which order, and what the head says. Prints nothing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.briefing.content import switches
from desktop_app.briefing.content.arranging import PROPOSED, printed_sections
from desktop_app.briefing.content.citing import SourceNumbers
from desktop_app.briefing.content.doubts import caveats_part, disagreements_part, on_one_line
from desktop_app.briefing.content.hanging import first_of, hanging_part
from desktop_app.briefing.content.head import opening_sentences
from desktop_app.briefing.content.logo import read_logo
from desktop_app.briefing.content.map_on_paper.cutting import map_sheets
from desktop_app.briefing.content.method import method_part, note_parts
from desktop_app.briefing.content.minutes import minutes_part
from desktop_app.briefing.content.numbering import outline_numbers
from desktop_app.briefing.content.parts import (
    ArgumentsPart,
    BriefContent,
    BriefPoint,
    MapPart,
    NotesPart,
    OutlinePart,
    Part,
    SourcesPart,
    WordsPart,
)
from desktop_app.briefing.content.pictures import picture_width
from desktop_app.briefing.content.points import PointLister, shortened, strongest, without_notes
from desktop_app.briefing.content.presets import MapForm
from desktop_app.briefing.content.room import BriefNumbers, read_whose
from desktop_app.briefing.content.signing import sign_part
from desktop_app.briefing.content.switches import is_on
from desktop_app.briefing.content.tables import compacted, matrix_part, options_part
from desktop_app.briefing.content.viewpoints import perspectives_part
from desktop_app.briefing.content.words import words_in
from desktop_app.formats.markup import parse_body
from desktop_app.model import reads
from desktop_app.model.ids import BriefId, CardId, MapId
from desktop_app.model.kinds import STATEMENTS
from desktop_app.model.log import LogEntry
from desktop_app.model.reads import Records
from desktop_app.model.records import Brief, Card, CardKind, Map, Paper, Section, SectionKind
from desktop_app.model.tree import Place, places
from desktop_app.weighing.arguments.explain import explain
from desktop_app.weighing.arguments.sentences import argument_text, card_sentences, explanation_sentences
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.weighing.results import Results
from desktop_app.weighing.robustness.report import report
from desktop_app.wording.rounding import whole
from desktop_app.wording.sentence import text

# Open points stand before these: what is drawn from the map and printed last.
_AFTER_WORDS: Final = frozenset({SectionKind.MAP, SectionKind.OUTLINE, SectionKind.SOURCES, SectionKind.METHOD})
_STRONGEST: Final = 3  # points a side, where only the strongest are listed
_CAVEATS, _CAVEATS_COMPACT = 6, 2  # lines of each kind
_LONGEST_ALT: Final = 400
_LONGEST_NAME: Final = 70


def compose(
    records: Records,
    map_id: MapId,
    results: Results,
    *,
    draw: bool = True,
    preset: str | None = None,
    log: Sequence[LogEntry] = (),
) -> BriefContent:
    """Collects everything the brief of a map says.

    Args:
        records: the workbook.
        map_id: the map.
        results: what it adds up to; left out where the map or its brief hides numbers.
        draw: whether to draw the map and charts too; text formats do without.
        preset: name of a form to be laid out anew; None takes the brief's own, as its author arranged it.
        log: what was done, for minutes.

    Raises:
        PresetMissingError: no form has that name.
    """
    whose = read_whose(records, map_id, results)
    content = _Composer(whose, map_id, draw=draw, preset=preset, log=log).content()
    return whose.with_attribution(content, records)


class _Composer:
    """What is known while a brief is composed; parts number their sources as they come."""

    def __init__(
        self, whose: BriefNumbers, map_id: MapId, *, draw: bool, preset: str | None, log: Sequence[LogEntry]
    ) -> None:
        records, results, self.room = whose.records, whose.results, whose.room
        self.draw = draw
        self.log = log
        self.records = records
        self.map = records.get(Map, map_id)
        self.brief = reads.brief(records, map_id) or Brief(BriefId(PROPOSED), map_id, language="")
        self.form, self.sections = printed_sections(records, map_id, preset)
        self.book = reads.workbook(records)
        self.language = self.brief.language or self.book.language
        self.words = words_in(self.language)
        self.computed = results
        self.results = results if self.brief.numbers and not self.map.numbers_hidden else None
        self.places = places(records, map_id)
        self.outline = outline_numbers(self.places)
        self.letters = reads.option_letters(records, map_id)
        self.numbers = SourceNumbers(records)
        self.lister = PointLister(records, self.results, self.numbers.of_card, self.letters, self.outline)
        # One graph answers every what-if of the brief.
        self.strengths = None if self.results is None else StrengthGraph(records, map_id, results.perspective)
        self.report = None if self.results is None else report(records, self.results, is_room=self.room is not None)

    def content(self) -> BriefContent:
        opening = next((item for item in self.sections if item.kind is SectionKind.RECOMMENDATION), None)
        words = parse_body(opening.body) if opening is not None else ()
        self.numbers.cite_blocks(words)
        against = self._strongest_against() if self._has_on(opening, switches.AGAINST) else None
        leads: tuple[str, ...] = ()
        if self.results is not None and self._has_on(opening, switches.LEAD):
            leads = opening_sentences(self.records, self.results, self.letters, self.report, self.room)
        parts = list(self._with_sources(self._all_parts()))
        parts += note_parts(self.records, self.results, leads, parts, self.form)
        return BriefContent(
            title=self._title(),
            kicker=self.words[f"kicker.{self.form.name}"],
            context=self.book.title,
            author=self.brief.author or self.book.author,
            organisation=self.brief.organisation,
            classification=self.brief.classification,
            decision_by=self.brief.decision_by,
            date=self.brief.date or self.book.created[:10],
            created=self.book.created[:10],
            language=self.language,
            paper=self._paper(),
            recommendation=words,
            leads=leads,
            against=against,
            parts=tuple(parts),
            form=self.form,
            source_numbers=self.numbers.by_key(),
            sources=self.numbers.lines(),
            margins=self.brief.margins,
            citations=self.brief.citations,
            logo=read_logo(self.brief.logo),
            notice="" if words or leads or against or parts else self.words["nothing_printed"],
        )

    def _has_on(self, opening: Section | None, switch: switches.SectionSwitch) -> bool:
        """Whether the head has what a switch of the recommendation shows; a poster is the map alone."""
        return self.form.map is not MapForm.POSTER and (opening is None or is_on(opening, switch))

    def _paper(self) -> Paper:
        return self.form.paper or self.brief.paper

    def _all_parts(self) -> list[Part]:
        """The parts that have something to say; open points stand before what is drawn from the map at the end."""
        parts: list[Part | None] = []
        last = next((i for i, item in enumerate(self.sections) if item.kind in _AFTER_WORDS), len(self.sections))
        for section in self.sections[:last]:
            parts += self._parts(section)
        if self.form.open_points:
            parts.append(self._notes())
        for section in self.sections[last:]:
            parts += self._parts(section)
        return [part for part in parts if part is not None]

    # --- the head ------------------------------------------------------------------------------------

    def _title(self) -> str:
        questions = [card for card in self._roots() if card.kind is CardKind.QUESTION]
        return questions[0].text if len(questions) == 1 else self.map.title

    def _strongest_against(self) -> tuple[str, BriefPoint] | None:
        """The heaviest con of what alone comes first, or of the only question where there are no options."""
        if self.results is None:
            return None
        firsts, targets = self.results.firsts, self._targets()
        if len(firsts) == 1:
            target, name = firsts[0], self.letters[firsts[0]]
        elif self.letters or len(targets) != 1:
            return None
        else:
            target, name = targets[0].id, ""
        against = [
            (points, argument.id)
            for argument in reads.arguments_on(self.records, target)
            if (points := self.results.arguments[argument.id].points) is not None and whole(points) < 0
        ]
        if not against:
            return None
        lister = PointLister(self.records, self.results, self.numbers.of_card, self.letters, self.outline)
        _, cons = lister.pros_and_cons(target)
        # All its premises together are the con.
        heaviest = min(against, key=lambda item: item[0])[1]
        return name, replace(cons[0], text=argument_text(self.records, heaviest))

    # --- the parts -----------------------------------------------------------------------------------

    def _parts(self, section: Section) -> list[Part | None]:
        title = section.title or self.words[f"section.{section.kind.value}"]
        makers: dict[SectionKind, Callable[[str, Section], Part | list[Part] | None]] = {
            SectionKind.WORDS: self._words,
            SectionKind.OPTIONS: self._options,
            SectionKind.MATRIX: self._matrix,
            SectionKind.ARGUMENTS: self._arguments,
            SectionKind.HANGS_ON: self._hangs_on,
            SectionKind.PERSPECTIVES: self._perspectives,
            SectionKind.DISAGREEMENTS: self._disagreements,
            SectionKind.CAVEATS: self._caveats,
            SectionKind.SIGNATURES: self._signatures,
            SectionKind.MINUTES: self._minutes,
            SectionKind.OUTLINE: self._outline,
            SectionKind.MAP: self._map,
            SectionKind.SOURCES: lambda title, _: SourcesPart(title, ()),
            SectionKind.METHOD: self._method,
        }
        make = makers.get(section.kind)
        made = None if make is None else make(title, section)
        return list(made) if isinstance(made, list) else [made]

    def _options(self, title: str, section: Section) -> Part | None:
        return options_part(
            self.records,
            self.map.id,
            self.results,
            title,
            with_reasons=is_on(section, switches.REASONS) and not self.form.compact,
            with_facts=is_on(section, switches.FACTS),
        )

    def _matrix(self, title: str, section: Section) -> Part | None:
        # A matrix without options is a list of criteria, and called so.
        is_list = not section.title and (not self.letters or self.results is None)
        part = matrix_part(
            self.records,
            self.map.id,
            self.results,
            self.words["criteria"] if is_list else title,
            with_questions=not self.form.compact,
            with_ranges=is_on(section, switches.RANGES),
            with_heat=is_on(section, switches.HEAT),
        )
        return compacted(part) if part is not None and self.form.compact else part

    def _words(self, title: str, section: Section) -> Part | None:
        blocks = parse_body(section.body)
        self.numbers.cite_blocks(blocks)
        return WordsPart(title, blocks) if blocks else None

    def _arguments(self, title: str, section: Section) -> list[Part]:
        targets = self._targets()
        most = self.form.points or (_STRONGEST if is_on(section, switches.STRONGEST) else 0)
        if self.form.points and self.results is not None and self.results.firsts:
            # Short forms list the points of what comes first, or of those that may, where these are few.
            firsts = self.results.firsts if len(self.results.firsts) <= _STRONGEST else ()
            targets = [card for card in targets if card.id in firsts]
        parts: list[Part] = []
        for card in targets:
            pros, cons = self.lister.pros_and_cons(card.id)
            (pros, more_pros), (cons, more_cons) = strongest(pros, most), strongest(cons, most)
            if self.form.compact:
                pros, cons = shortened(pros), shortened(cons)
            elif not is_on(section, switches.NOTES):
                pros, cons = without_notes(pros), without_notes(cons)
            if card.id in self.letters:
                name = self.words.say("of", title=title, name=f"{self.letters[card.id]}: {card.text}")
            else:
                named = self.words.say("named", name=_short(card.text))
                name = title if len(targets) == 1 else self.words.say("of", title=title, name=named)
            sentences = self._sentences(card)[: 2 if self.form.compact else None]
            parts.append(ArgumentsPart(name, sentences, pros, cons, more_pros, more_cons))
        return parts

    def _hangs_on(self, title: str, section: Section) -> Part | None:
        if self.results is None or self.strengths is None:
            return None
        with_charts = is_on(section, switches.CHARTS)
        width = picture_width(self.form) if self.draw else 0.0
        known = (self.records, self.results, self.strengths, self.report, self.letters)
        part = hanging_part(*known, title, with_charts=with_charts, width=width)
        return first_of(part) if part is not None and self.form.compact else part

    def _perspectives(self, title: str, _section: Section) -> Part | None:
        known = (self.records, self.map.id, self.letters, title, self.words)
        return None if self.results is None else perspectives_part(*known)

    def _disagreements(self, title: str, _section: Section) -> Part | None:
        return None if self.results is None else disagreements_part(self.records, self.results, self.letters, title)

    def _caveats(self, title: str, _section: Section) -> Part | None:
        most = _CAVEATS_COMPACT if self.form.compact else _CAVEATS
        part = caveats_part(self.records, self.map.id, self.results, self.letters, title, self.words, most=most)
        return on_one_line(part) if part is not None and self.form.compact else part

    def _signatures(self, title: str, _section: Section) -> Part | None:
        opening = next((item for item in self.sections if item.kind is SectionKind.RECOMMENDATION), None)
        return None if opening is None else sign_part(title, parse_body(opening.body))

    def _minutes(self, title: str, _section: Section) -> Part | None:
        return minutes_part(title, self.log, self.words)

    def _outline(self, title: str, _section: Section) -> Part | None:
        return OutlinePart(title, self.lister.in_words(self.places)) if self.places else None

    def _notes(self) -> Part | None:
        """What was parked; asked for when pros and cons are listed, so that nothing is said twice."""
        open_points = [place for place in self.places if self._is_open_point(place)]
        return NotesPart(self.words["open_points"], self.lister.parked(open_points)) if open_points else None

    def _is_open_point(self, place: Place) -> bool:
        """Whether a card stands without a stance: a note that hangs on no claim, or a claim that hangs on nothing."""
        if self.lister.was_listed(place.card):
            return False
        kind = self.records.get(Card, place.card).kind
        if kind is CardKind.NOTE:
            return True
        is_statement = kind in STATEMENTS
        return place.parent is None and is_statement and not self._has_arguments(place.card)

    def _sentences(self, card: Card) -> tuple[str, ...]:
        if self.results is None or self.strengths is None:
            return ()
        result = self.results.cards[card.id]
        if result.total and not result.weighed:
            return (text("points.none_weighed", count=result.total),)
        if result.strength is None or result.is_locked:
            return tuple(str(sentence) for sentence in card_sentences(result))
        sentences = explanation_sentences(self.records, self.results, explain(self.strengths, card.id))
        return tuple(str(sentence) for sentence in sentences)

    def _map(self, title: str, section: Section) -> Part | None:
        if not self.places:
            return None
        sheets = None
        if self.draw:
            form = self.form.map
            for switch, wanted in ((switches.BRANCHES, MapForm.BRANCHES), (switches.POSTER, MapForm.POSTER)):
                form = wanted if is_on(section, switch) else form
            sheets = map_sheets(self.records, self.map.id, self.places, self.results, self._paper(), form, self.outline)
        has_outline = any(item.kind is SectionKind.OUTLINE for item in self.sections)
        return MapPart(title, self._alt(), () if has_outline else self.lister.in_words(self.places), sheets)

    def _alt(self) -> str:
        kinds = [self.records.get(Card, place.card).kind for place in self.places]
        arguments = self.computed.arguments
        parts = [text("map.alt.cards", count=len(kinds))]
        if self.letters:
            names = "; ".join(
                f"{letter} {_short(self.records.get(Card, key).text)}" for key, letter in self.letters.items()
            )
            parts.append(text("map.alt.options", names=names))
        parts.append(text("map.alt.arguments", count=len(arguments)))
        return text("map.alt", title=_short(self.map.title), parts=", ".join(parts))[:_LONGEST_ALT]

    def _method(self, title: str, _section: Section) -> Part | None:
        return None if self.results is None else method_part(self.records, self.results, title)

    def _with_sources(self, parts: list[Part]) -> Iterator[Part]:
        """Fills the list of sources in, now that all citations are numbered."""
        if len(reads.maps(self.records)) == 1:
            self.numbers.add_uncited()
        listed = next((item for item in self.sections if item.kind is SectionKind.SOURCES), None)
        lines = self.numbers.lines()
        if listed is not None and not is_on(listed, switches.GRADES):
            lines = tuple(replace(line, grade="") for line in lines)
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
        cards = [
            self.records.get(Card, place.card)
            for place in self.places
            if place.argument is None and self._has_arguments(place.card)
        ]
        return [card for card in cards if card.kind is not CardKind.NOTE]

    def _has_arguments(self, card: CardId) -> bool:
        return bool(reads.arguments_on(self.records, card))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_NAME else flat[:_LONGEST_NAME].rsplit(" ", 1)[0] + "…"
