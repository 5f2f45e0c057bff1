"""What is said for and against a subject, as a room sees it: every point in the order of the map, then its answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.briefing.words import Words
from desktop_app.drawing.palette import Role
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.reads import Records, premises_of
from desktop_app.model.records import Argument, Card, CardKind, Stance
from desktop_app.model.tree import Place, children
from desktop_app.model.words import MINUS, PLUS, QUOTE
from desktop_app.presenting.placeholders import is_placeholder
from desktop_app.weighing.results import Results
from desktop_app.wording.rounding import whole


@dataclass(frozen=True, slots=True)
class Item:
    """One statement on the screen.

    Attributes:
        role: of its colour.
        sign: what it does, in a sign; the letter of an option.
        label: what it does to its parent, in words ("answers the con"); empty for a plain pro or con.
        depth: 0, or how deep it answers.
        number: its strength, shown only when numbers are revealed.
        parent: the place, among the items of its slide, of what it answers or is joined to.
        is_against: it stands in the column of what speaks against the subject.
    """

    text: str
    role: Role
    sign: str = ""
    label: str = ""
    depth: int = 0
    number: str = ""
    parent: int | None = None
    is_against: bool = False

    @classmethod
    def option(cls, text: str, letter: str) -> "Item":
        """An option in the list of options."""
        return cls(text, Role.OPTION, letter)


@dataclass(frozen=True, slots=True)
class Point:
    """An item, and what it is in the map."""

    item: Item
    argument: ArgumentId
    card: CardId


def points(records: Records, subject: Card, results: Results, words: Words) -> Iterator[Point]:
    """All points on a subject. A card that serves twice there stands twice, with its answers at the first place only.

    Args:
        records: the workbook.
        subject: an option, a question or a claim that stands free.
        results: whose strengths are the numbers.
        words: the language of the labels.
    """
    top = Place(subject.id, None, None, 0, is_joined=False)
    # Each with the place of its parent among the items, its depth, and its column; the subject itself has none.
    stack: list[tuple[Place, int | None, int, bool]] = [(top, None, -1, False)]
    answered: set[CardId] = set()
    # The last premise of each argument so far: a further one is joined to it.
    premises: dict[ArgumentId, int] = {}
    roles: list[Role] = []
    count = 0
    while stack:
        place, parent, depth, is_against = stack.pop()
        argument = records.find(Argument, place.argument)
        card = records.get(Card, place.card)
        own: int | None = None
        if argument is not None:
            own, count = count, count + 1
            parent = premises.get(argument.id, parent)
            premises[argument.id] = own
            above = roles[parent] if parent is not None else None
            item = _item(records, place, argument, results, words, depth, parent, is_against, above)
            roles.append(item.role)
            yield Point(item, argument.id, card.id)
        if place.card in answered:
            continue
        answered.add(place.card)
        below: list[tuple[Place, int | None, int, bool]] = []
        for child in children(records, place):
            link = records.find(Argument, child.argument)
            if link is not None and not is_placeholder(records, records.get(Card, child.card)):
                side = link.stance is not Stance.SUPPORTS if argument is None else is_against
                below.append((child, own, depth + 1, side))
        stack.extend(reversed(below))


def _item(
    records: Records,
    place: Place,
    argument: Argument,
    results: Results,
    words: Words,
    depth: int,
    parent: int | None,
    is_against: bool,  # noqa: FBT001  # the column
    above: Role | None,
) -> Item:
    role = _role(argument)
    strength = results.cards[place.card].strength
    number = "" if strength is None or argument.importance is None else str(whole(100 * strength))
    sign, key = _label(records, argument, above)
    if place.is_joined:
        key = "room.together"
    text = records.get(Card, place.card).text
    return Item(text, role, sign, words[key] if key else "", depth, number, parent, is_against)


def _label(records: Records, argument: Argument, above: Role | None) -> tuple[str, str]:
    """A sign, and the key of the words, for what an argument does where it stands (MODEL "Words").

    A card may serve twice: what is said of it is said to the use of it above, not to its first one.

    Args:
        records: the workbook.
        argument: what is shown.
        above: what it stands beneath; None: the subject itself, where a plain pro or con needs no words.
    """
    if argument.target_argument is not None:
        target = _role(records.get(Argument, argument.target_argument))
        return MINUS, f"room.not_relevant_{target.value}"
    supports = argument.stance is Stance.SUPPORTS
    if supports and _is_evidence(records, argument):
        return QUOTE, "room.evidence" if above is None else f"room.evidence_{above.value}"
    sign = PLUS if supports else MINUS
    if above is None:
        return sign, ""
    return sign, f"room.{'strengthens' if supports else 'answers'}_{above.value}"


def _role(argument: Argument) -> Role:
    return Role.PRO if argument.stance is Stance.SUPPORTS else Role.CON


def _is_evidence(records: Records, argument: Argument) -> bool:
    premises = premises_of(records, argument.id)
    return bool(premises) and records.get(Card, premises[0].card).kind is CardKind.EVIDENCE
