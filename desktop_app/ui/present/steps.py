"""The steps of a presentation, drawn from a map: plain records, no widgets. Numbers are in them, shown or not."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from desktop_app.drawing.palette import Role
from desktop_app.model import reads
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.reads import Records
from desktop_app.model.records import Argument, Card, CardKind, Map, Stance
from desktop_app.model.tree import Place, children
from desktop_app.model.words import link_words
from desktop_app.weighing.lead import as_own, read_lead
from desktop_app.weighing.results import Results
from desktop_app.weighing.sentences import card_sentences
from desktop_app.wording.rounding import percent, range_text, signed, whole
from desktop_app.wording.sentence import spoken


class StepKind(Enum):
    """What a step shows."""

    QUESTION = "question"
    OPTIONS = "options"
    POINTS = "points"
    MATRIX = "matrix"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Item:
    """One statement on the screen.

    Attributes:
        label: what it does to the statement above ("answers the con"); empty for a plain pro or con.
        depth: 0, or how deep it answers.
        number: its strength or points, shown only when numbers are revealed.
    """

    text: str
    role: Role
    sign: str = ""
    label: str = ""
    depth: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the matrix or of the result: what it is about, its weight, and a number for each option.

    Attributes:
        share: of the bar beneath it, 0…1; None without one.
        reach: how far it may go, where missing scores leave that open.
    """

    name: str
    numbers: tuple[str, ...] = ()
    share: float | None = None
    weight: str = ""
    reach: float | None = None

    def words(self, *, numbers: bool) -> str:
        """What stands at its beginning, with the weight once numbers are revealed."""
        return f"{self.name}  {self.weight}" if numbers and self.weight else self.name


@dataclass(frozen=True, slots=True)
class Step:
    """What the room sees at one moment.

    Attributes:
        kicker: small above the title, mostly the question.
        pros: so far, in the order in which they were shown; of a question, an option or a claim.
        cons: likewise.
        newest: the item that came with this step; it is marked.
        items: of lists without sides: options.
        rows: of the matrix and the result.
        said: one sentence, shown only when numbers are revealed.
    """

    kind: StepKind
    title: str
    kicker: str = ""
    letter: str = ""
    pros: tuple[Item, ...] = ()
    cons: tuple[Item, ...] = ()
    newest: Item | None = None
    items: tuple[Item, ...] = ()
    rows: tuple[Row, ...] = ()
    columns: tuple[str, ...] = ()
    said: str = ""

    @property
    def spoken(self) -> str:
        """The step in words, for who cannot see it and for the presenter's list; no numbers."""
        newest = f": {self.newest.label or self.newest.sign} {self.newest.text}" if self.newest is not None else ""
        return f"{self.kind.value.capitalize()}: {self.title}{newest}"


def steps(records: Records, map_id: MapId, results: Results) -> list[Step]:
    """The steps of a map: question, options, pros and cons one by one with their answers, matrix, result."""
    cards = reads.by_rank(reads.cards(records, map_id))
    question = next((card for card in cards if card.kind is CardKind.QUESTION), None)
    asked = question.text if question is not None else records.get(Map, map_id).title
    letters = reads.option_letters(records, map_id)
    found = [Step(StepKind.QUESTION, asked)]
    if letters:
        found.append(_options_step(records, letters, asked))
    roots = [card for card in cards if card.kind in {CardKind.QUESTION, CardKind.CLAIM} and _stands_free(records, card)]
    subjects = [*roots, *(records.get(Card, option) for option in letters)]
    for subject in subjects:
        kicker = "" if subject.kind is CardKind.QUESTION else asked
        found += _point_steps(records, subject, results, kicker, letters.get(subject.id, ""))
    if letters and results.weights:
        found.append(_matrix_step(records, results, letters, asked))
    if results.ranking:
        found.append(_result_step(records, results, letters, asked))
    return found


def _stands_free(records: Records, card: Card) -> bool:
    return card.kind is CardKind.QUESTION or (not reads.arguments_from(records, card.id) and card.under is None)


def _options_step(records: Records, letters: dict[CardId, str], asked: str) -> Step:
    items = tuple(Item(records.get(Card, option).text, Role.OPTION, letter) for option, letter in letters.items())
    return Step(StepKind.OPTIONS, "Options", asked, items=items)


def _point_steps(records: Records, subject: Card, results: Results, kicker: str, letter: str) -> Iterator[Step]:
    pros: list[Item] = []
    cons: list[Item] = []
    said = spoken(card_sentences(results.cards[subject.id]))
    for item, is_pro in _points(records, subject, results):
        (pros if is_pro else cons).append(item)
        yield Step(StepKind.POINTS, subject.text, kicker, letter, tuple(pros), tuple(cons), item, said=said)


def _points(records: Records, subject: Card, results: Results) -> Iterator[tuple[Item, bool]]:
    """All that is said for and against a card, each point followed by its answers; with the side it stands on."""
    stack: list[tuple[Place, int, bool | None]] = [(Place(subject.id, None, None, 0, is_joined=False), -1, None)]
    while stack:
        place, depth, side = stack.pop()
        argument = records.find(Argument, place.argument)
        if argument is not None and side is not None:
            yield _item(records, place, argument, depth, results), side
        below: list[tuple[Place, int, bool | None]] = []
        for child in children(records, place):
            link = records.find(Argument, child.argument)
            if link is not None:
                child_side = link.stance is Stance.SUPPORTS if side is None else side
                below.append((child, depth + 1, child_side))
        stack.extend(reversed(below))


def _item(records: Records, place: Place, argument: Argument, depth: int, results: Results) -> Item:
    words = link_words(records, argument)
    role = Role.PRO if argument.stance is Stance.SUPPORTS else Role.CON
    strength = results.cards[place.card].strength
    number = "" if strength is None or argument.importance is None else str(whole(100 * strength))
    label = words.words.lower() if depth > 0 or words.words not in {"Pro", "Con"} else ""
    if place.is_joined:
        label = "only together with it"
    return Item(records.get(Card, place.card).text, role, words.sign, label, depth, number)


def _matrix_step(records: Records, results: Results, letters: dict[CardId, str], asked: str) -> Step:
    rows = []
    for criterion in reads.criteria(records, results.map):
        cells = [results.cells[option, criterion.id].score for option in letters]
        numbers = tuple("–" if cell is None else str(whole(cell.likely)) for cell in cells)
        share = results.weights[criterion.id]
        rows.append(Row(criterion.name, numbers, weight=percent(share)))
    totals = []
    for option in letters:
        total = results.options[option].total
        totals.append("–" if total is None else range_text(total.least, total.most))
    rows.append(Row("Total", tuple(totals)))
    return Step(StepKind.MATRIX, "Judged on criteria", asked, rows=tuple(rows), columns=tuple(letters.values()))


def _result_step(records: Records, results: Results, letters: dict[CardId, str], asked: str) -> Step:
    rows = []
    for result in results.ranking:
        name = f"{letters[result.option]}   {records.get(Card, result.option).text}"
        if result.total is not None:
            least, most = result.total.least, result.total.most
            rows.append(Row(name, (range_text(least, most),), least / 100, reach=most / 100 if least < most else None))
        elif result.leaning is not None:
            rows.append(Row(name, (signed(result.leaning),)))
    said = spoken(as_own(records, results, read_lead(results, letters).sentences()))
    return Step(StepKind.RESULT, "What it adds up to", asked, rows=tuple(rows), said=said)
