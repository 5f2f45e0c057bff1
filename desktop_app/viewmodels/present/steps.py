"""The steps of a show, drawn from a map: plain records. Numbers are in them, to be shown or not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from desktop_app.briefing.content.room import read_whose
from desktop_app.briefing.content.words import Words, is_from_right, words_in
from desktop_app.model import reads
from desktop_app.model.ids import ArgumentId, CardId, MapId
from desktop_app.model.reads import Records
from desktop_app.model.records import Card, CardKind, Map
from desktop_app.viewmodels.present.placeholders import is_placeholder
from desktop_app.viewmodels.present.points import SlideItem, points
from desktop_app.viewmodels.present.rows import SlideTable, matrix_table, result_table
from desktop_app.weighing.arguments.sentences import card_sentences
from desktop_app.weighing.criteria.lead import as_own, read_lead
from desktop_app.weighing.results import Results
from desktop_app.wording.sentence import Sentence, say, spoken, text

__all__ = ["Slide", "SlideItem", "Step", "StepId", "StepKind", "steps"]


class StepKind(Enum):
    """What a step shows."""

    QUESTION = "question"
    OPTIONS = "options"
    POINTS = "points"
    MATRIX = "matrix"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class StepId:
    """What a step is, whatever happens around it.

    Attributes:
        subject: what its points are about; None for what is there once in a map.
        argument: by which its newest point hangs; None for a subject by itself.
        card: what that point says.
    """

    kind: StepKind
    subject: CardId | None = None
    argument: ArgumentId | None = None
    card: CardId | None = None

    @property
    def of_argument(self) -> "StepId":
        """What it has in common with the other statements of its argument on the same subject."""
        return StepId(self.kind, self.subject, self.argument)


@dataclass(frozen=True, slots=True)
class Slide:
    """All that a subject, or what is there once, comes to in the end: what its steps have in common.

    Attributes:
        kicker: small above the title, mostly the question.
        letter: of an option.
        items: points in the order of the map, each after what it answers; or the options.
        table: of the matrix and the result.
        closing: sentences, shown only when numbers are revealed.
        whose: whose numbers these are, likewise; empty where there is nobody else.
        words: labels in the language of the workbook.
    """

    kind: StepKind
    title: str
    words: Words
    kicker: str = ""
    letter: str = ""
    items: tuple[SlideItem, ...] = ()
    table: SlideTable | None = None
    closing: str = ""
    whose: str = ""
    is_from_right: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What the room sees at one moment.

    Attributes:
        newest_at: the place, among the items of the slide, of the one that came with this step: those after it are
            not shown yet. None: everything is shown.
        is_last: no further step shows more of the slide.
    """

    id: StepId
    slide: Slide
    newest_at: int | None = None
    is_last: bool = True

    @property
    def kind(self) -> StepKind:
        """What it shows."""
        return self.id.kind

    @property
    def title(self) -> str:
        """Its heading."""
        return self.slide.title

    @property
    def newest(self) -> SlideItem | None:
        """The item that came with it."""
        return None if self.newest_at is None else self.slide.items[self.newest_at]

    @property
    def spoken(self) -> str:
        """The step in words, for who cannot see it and for the presenter's list; no numbers."""
        newest, kind = self.newest, say(f"present.kind.{self.kind.value}")
        if newest is None:
            return text("present.spoken", kind=kind, title=self.title)
        newest_words = f"{newest.label or newest.sign} {newest.text}"
        return text("present.spoken.newest", kind=kind, title=self.title, newest=newest_words)


def steps(records: Records, map_id: MapId, results: Results) -> list[Step]:
    """The steps of a map: question, options, pros and cons one by one with their answers, matrix, result.

    Args:
        records: the workbook.
        map_id: the map.
        results: of the map's own numbers. Where several people in the room hold numbers, what they come to together
            stands in their place; the numbers of one person never do.
    """
    return list(_Steps(records, map_id, results).all())


class _Steps:
    def __init__(self, records: Records, map_id: MapId, results: Results) -> None:
        self._records = records
        language = reads.workbook(records).language or "en"
        self._words = words_in(language)
        # A sentence that there is in English only is left out elsewhere, never mixed in.
        self._has_sentences = language.partition("-")[0].lower() == "en"
        self._is_from_right = is_from_right(language)
        # One person's numbers are never the result: where there is a room, it stands before the map's own.
        self._numbers = read_whose(records, map_id, results, puts_room_first=True)
        self._cards = [
            card for card in reads.by_rank(reads.cards(records, map_id)) if not is_placeholder(records, card)
        ]
        shown = {card.id for card in self._cards}
        self._letters = {
            option: letter for option, letter in reads.option_letters(records, map_id).items() if option in shown
        }
        self._question = next((card for card in self._cards if card.kind is CardKind.QUESTION), None)
        self._asked = self._question.text if self._question is not None else records.get(Map, map_id).title
        self._whose = self._whose_words() if reads.perspectives(records, map_id) else ""

    def all(self) -> Iterator[Step]:
        yield self._step(StepId(StepKind.QUESTION), self._slide(StepKind.QUESTION, self._asked, kicker=""))
        if self._letters:
            items = tuple(
                SlideItem.option(self._records.get(Card, option).text, letter)
                for option, letter in self._letters.items()
            )
            yield self._step(
                StepId(StepKind.OPTIONS), self._slide(StepKind.OPTIONS, self._words["room.options"], items=items)
            )
        for subject in self._subjects():
            yield from self._subject_steps(subject)
        results = self._numbers.results
        if self._letters and results.weights:
            table = matrix_table(self._records, results, self._letters, self._words)
            slide = self._slide(StepKind.MATRIX, self._words["room.judged"], table=table, whose=self._whose)
            yield self._step(StepId(StepKind.MATRIX), slide)
        if results.ranking:
            table = result_table(self._records, results, self._letters, self._words, self._numbers.room)
            # What is not shown holds no number; a sentence that names it would name a letter nobody sees.
            seen = replace(results, options={key: results.options[key] for key in self._letters})
            lead = read_lead(seen, self._letters).sentences()
            sentences = lead if self._numbers.room is not None else as_own(self._records, results, lead)
            title = self._words["room.adds_up"]
            slide = self._slide(
                StepKind.RESULT, title, table=table, closing=self._sentences(sentences), whose=self._whose
            )
            yield self._step(StepId(StepKind.RESULT), slide)

    def _subjects(self) -> list[Card]:
        free = [card for card in self._cards if _stands_free(self._records, card)]
        return [*free, *(self._records.get(Card, option) for option in self._letters)]

    def _subject_steps(self, subject: Card) -> Iterator[Step]:
        subject_points = list(points(self._records, subject, self._numbers.results, self._words))
        if not subject_points and (subject.kind is CardKind.OPTION or subject == self._question):
            # It was seen before.
            return
        slide = self._slide(
            StepKind.POINTS,
            subject.text,
            kicker="" if subject.kind is CardKind.QUESTION else self._asked,
            letter=self._letters.get(subject.id, ""),
            items=tuple(point.item for point in subject_points),
            closing=self._sentences(card_sentences(self._numbers.results.cards[subject.id])) if subject_points else "",
            whose=self._whose if subject_points else "",
        )
        if not subject_points:
            yield self._step(StepId(StepKind.POINTS, subject.id), slide)
        for at, point in enumerate(subject_points):
            step_id = StepId(StepKind.POINTS, subject.id, point.argument, point.card)
            yield Step(step_id, slide, at, is_last=at == len(subject_points) - 1)

    def _slide(
        self,
        kind: StepKind,
        title: str,
        *,
        kicker: str | None = None,
        letter: str = "",
        items: tuple[SlideItem, ...] = (),
        table: SlideTable | None = None,
        closing: str = "",
        whose: str = "",
    ) -> Slide:
        above = self._asked if kicker is None else kicker
        return Slide(kind, title, self._words, above, letter, items, table, closing, whose, self._is_from_right)

    def _sentences(self, sentences: tuple[Sentence, ...]) -> str:
        return spoken(sentences) if self._has_sentences else ""

    def _whose_words(self) -> str:
        room = self._numbers.room
        if room is None:
            return self._words["my_numbers"]
        return self._words.say("room.shares" if self._numbers.has_shares else "room.people", count=room.size)

    @staticmethod
    def _step(step_id: StepId, slide: Slide) -> Step:
        return Step(step_id, slide)


def _stands_free(records: Records, card: Card) -> bool:
    """Whether a card is a subject of its own: a question, or a claim that bears on nothing and lies under nothing."""
    if card.kind is CardKind.QUESTION:
        return True
    is_claim = card.kind is CardKind.CLAIM and card.under is None
    return is_claim and not reads.arguments_from(records, card.id)
