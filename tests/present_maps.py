"""Maps to project: the example, and those that are hard to project. Documents alone; no window, no screen."""

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from desktop_app.edits import cards, criteria, maps, pasting, scores
from desktop_app.formats.text import read_text
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import WORKBOOK_ID, MapId
from desktop_app.model.records import Argument, Card, CardKind, Criterion, Workbook
from desktop_app.samples import create_example
from desktop_app.weighing.results import Results, weigh
from desktop_app.wording.sentence import literal
from tests.present_scripts import SCRIPTS, Script

_CREATED = "2026-03-01T09:00:00Z"
_MARKS = ("[minor] ~30%", "[moderate] ~50%", "[major] ~70%", "[decisive] ~90%")
_VOCABULARY = """
water rooms winter school river street price number week market bridge town council budget office family  doctor
garden letter promise answer station harbour summer village concert bakery library museum factory  kitchen
carpet ladder window orchard meadow valley engine ticket journey passage shelter blanket lantern  railway
tramway ferry cyclist driver teacher pupil nurse painter carpenter tenant landlord neighbour visitor  costs
brings keeps takes opens closes shares needs finds loses builds mends paints plants moves carries  warm quiet
public private narrow wide early late cheap costly simple broken modern common certain likely  about after
before behind between during inside near outside through towards under until without within
"""
_WORDS = tuple(_VOCABULARY.split())


@dataclass
class RoomMap:
    """A map to project.

    Attributes:
        name: for the names of tests.
        document: its workbook; tests that alter a text put it back.
        language: of the workbook, as BCP 47 names it.
    """

    name: str
    document: Document
    map_id: MapId
    language: str = "en"

    @cached_property
    def results(self) -> Results:
        """What it adds up to. A text that is altered changes no number."""
        return weigh(self.document, self.map_id)

    def forget(self) -> None:
        """Numbers were changed: weighs anew."""
        self.__dict__.pop("results", None)

    @property
    def question(self) -> Card | None:
        """What is asked."""
        found = [card for card in self._cards if card.kind is CardKind.QUESTION]
        return found[0] if found else None

    @property
    def options(self) -> list[Card]:
        """In the order of the map."""
        return reads.options(self.document, self.map_id)

    @property
    def criteria(self) -> list[Criterion]:
        """In the order of the map."""
        return reads.criteria(self.document, self.map_id)

    @property
    def points(self) -> list[Card]:
        """Every card that argues, in no order that matters."""
        return [card for card in self._cards if reads.arguments_from(self.document, card.id)]

    def parents(self, card: Card) -> list[Card]:
        """What a card speaks to: the card above it, wherever it stands."""
        found: list[Card] = []
        for argument in reads.arguments_from(self.document, card.id):
            if argument.target_card is not None:
                found.append(self.document.get(Card, argument.target_card))
            elif argument.target_argument is not None:
                premises = reads.premises_of(self.document, argument.target_argument)
                found += [self.document.get(Card, premise.card) for premise in premises]
        return found

    def is_point(self, card: Card) -> bool:
        """Whether a card argues for or against another."""
        return bool(reads.arguments_from(self.document, card.id))

    @contextmanager
    def saying(self, record: Card | Criterion, text: str) -> Iterator[None]:
        """Another text on a card, or another name of a criterion, for a while."""
        _write(self.document, record, text)
        try:
            yield
        finally:
            _write(self.document, record, record.text if isinstance(record, Card) else record.name)

    @property
    def _cards(self) -> list[Card]:
        return reads.by_rank(reads.cards(self.document, self.map_id))


def _write(document: Document, record: Card | Criterion, text: str) -> None:
    if isinstance(record, Card):
        cards.set_text(document, record.id, text)
    else:
        criteria.rename_criterion(document, record.id, text)


def example(which: int = -1) -> RoomMap:
    """One of the example's maps; the last is the one with options."""
    with tempfile.TemporaryDirectory() as folder, create_example(Path(folder) / "example.steelyard") as session:
        document = Document(session.document.records())
    return RoomMap(f"example {which}", document, reads.maps(document)[which].id)


def large() -> RoomMap:
    """Some 300 cards: six options, up to twelve points each with two or three answers, some of them answered."""
    rng = random.Random(300)
    used: set[str] = set()
    lines = ["What should the town do with the old harbour now that the ferries are gone?"]
    for option in range(6):
        lines.append(f"* {_sentence(rng, used, 4, 9)}")
        for point in range(12 if option < 3 else rng.randint(8, 11)):
            lines.append(f"  {'+-'[point % 2]} {_sentence(rng, used, 5, 16)} {rng.choice(_MARKS)}")
            for answer in range(rng.randint(2, 3)):
                lines.append(f"    {'-+>'[answer]} {_sentence(rng, used, 5, 16)} {rng.choice(_MARKS)}")
                if rng.random() < 0.35:
                    lines.append(f"      - {_sentence(rng, used, 5, 14)} {rng.choice(_MARKS)}")
    return _from_text("large", lines)


def long_texts() -> RoomMap:
    """A claim of 400 words, an answer of 120 with an answer of its own, a question of 90, an option of 60."""
    rng = random.Random(400)
    used: set[str] = set()
    lines = [
        _sentence(rng, used, 90, 90) + "?",
        f"+ {_sentence(rng, used, 9, 9)} [major] ~70%",
        f"* {_sentence(rng, used, 5, 5)}",
        f"  + {_sentence(rng, used, 12, 12)} [major] ~70%",
        f"    - {_sentence(rng, used, 120, 120)} [moderate] ~70%",
        f"      + {_sentence(rng, used, 20, 20)} [moderate] ~50%",
        f"  - {_sentence(rng, used, 14, 14)} [major] ~70%",
        f"* {_sentence(rng, used, 60, 60)}",
        f"  - {_sentence(rng, used, 400, 400)} [decisive] ~70%",
        f"    - {_sentence(rng, used, 10, 10)} [minor] ~50%",
        f"      + {_sentence(rng, used, 10, 10)} [minor] ~50%",
        f"  + {_sentence(rng, used, 14, 14)} [major] ~70%",
    ]
    return _from_text("long texts", lines)


def deep() -> RoomMap:
    """Answers to answers, eight deep, on both sides of one option."""
    rng = random.Random(8)
    used: set[str] = set()
    lines = ["Should the school move into the annex?", "* Yes, at once", "* No, or at least not yet"]
    for sign in "+-":
        for depth in range(9):
            lines.insert(-1, f"{'  ' * (depth + 1)}{sign} {_sentence(rng, used, 10, 22)} {_MARKS[depth % 4]}")
            sign = "-" if depth % 3 else "+"  # noqa: PLW2901
    return _from_text("deep", lines)


def many_criteria() -> RoomMap:
    """Twelve options on nine criteria with long names, all scored but two cells, all weighed."""
    rng = random.Random(12)
    used: set[str] = set()
    lines = ["Which of the twelve sites should the new depot stand on?"]
    for number in range(12):
        lines.append(f"* {_sentence(rng, used, 3, 7)}")
        if number < 2:
            lines.append(f"  + {_sentence(rng, used, 6, 12)} [major] ~70%")
    made = _from_text("many criteria", lines)
    for number in range(9):
        criteria.add_criterion(made.document, made.map_id, _sentence(rng, used, 3, 6))
        criteria.set_weight(made.document, made.criteria[-1].id, 10.0 + 7 * number)
    _score(made, rng, gaps=2)
    return made


def in_script(script: Script) -> RoomMap:
    """A small map in a language of its own, with two options on two criteria."""
    made = _from_text(script.name, script.text.strip().split("\n"), language=script.language)
    for name, weight in zip(script.criteria, (60.0, 35.0), strict=True):
        criterion = criteria.add_criterion(made.document, made.map_id, name)
        criteria.set_weight(made.document, criterion.id, weight)
    _score(made, random.Random(2), gaps=0)
    return made


MAKERS: dict[str, Callable[[], RoomMap]] = {
    "example": example,
    "example one": lambda: example(0),
    "large": large,
    "long": long_texts,
    "deep": deep,
    "criteria": many_criteria,
    **{script.name: lambda script=script: in_script(script) for script in SCRIPTS},  # type: ignore[misc]
}
"""All maps by name; each call makes another one."""


def swapped_numbers(made: RoomMap) -> RoomMap:
    """The same map, with all scores of the first two options exchanged, and importances turned round."""
    document = Document(made.document.records())
    first, second = (option.id for option in made.options[:2])
    for criterion in made.criteria:
        pair = [reads.score(document, option, criterion.id) for option in (first, second)]
        for option, found in zip((second, first), pair, strict=True):
            if found is None:
                scores.clear_score(document, option, criterion.id)
            else:
                scores.set_score(
                    document, option, criterion.id, found.likely,
                    low=found.low, high=found.high, confidence=found.confidence,
                )  # fmt: skip
    with document.transaction(literal("Turn round")):
        for argument in list(document.all(Argument)):
            if argument.importance is not None:
                document.change(argument, importance=1.0 - argument.importance)
    return RoomMap(f"{made.name}, swapped", document, made.map_id, made.language)


def _from_text(name: str, lines: list[str], *, language: str = "en") -> RoomMap:
    workbook = Workbook(WORKBOOK_ID, "Room", "", language, _CREATED)
    document = Document([workbook], source_of_ids=random.Random(7))
    with document.transaction(literal("Make it")):
        map_id = maps.add_map(document, "Room").id
        plan = read_text("\n".join(lines))
        assert not plan.notices, plan.notices
        pasting.paste_plan(document, map_id, plan)
    made = RoomMap(name, document, map_id, language)
    assert made.question is not None
    assert made.options
    return made


def _score(made: RoomMap, rng: random.Random, *, gaps: int) -> None:
    cells = [(option.id, criterion.id) for option in made.options for criterion in made.criteria]
    for option, criterion in cells[gaps:]:
        scores.set_score(made.document, option, criterion, float(rng.randint(3, 99)))


def _sentence(rng: random.Random, used: set[str], least: int, most: int) -> str:
    """Words of no meaning; no two sentences of a map share their first three words or the last two."""
    while True:
        words = [rng.choice(_WORDS) for _ in range(rng.randint(least, most))]
        beginning, end = " ".join(words[:3]), " ".join(words[-2:])
        if {beginning, end} & used:
            continue
        used |= {beginning, end}
        return " ".join(words).capitalize()
