"""What is said for and against a subject, as a room sees it: every point in the order of the map, then its answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.briefing.content.words import Words
from desktop_app.drawing.palette import Role
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.kinds import STANCES
from desktop_app.model.reads import Records
from desktop_app.model.records import Argument, Card, Stance
from desktop_app.model.tree import Place, children
from desktop_app.model.words import Does, link_role
from desktop_app.viewmodels.present.placeholders import is_placeholder
from desktop_app.weighing.results import Results
from desktop_app.wording.rounding import whole


@dataclass(frozen=True, slots=True)
class SlideItem:
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
    def option(cls, text: str, letter: str) -> "SlideItem":
        """An option in the list of options."""
        return cls(text, Role.OPTION, letter)


@dataclass(frozen=True, slots=True)
class SlidePoint:
    """An item, and what it is in the map."""

    item: SlideItem
    argument: ArgumentId
    card: CardId


def points(records: Records, subject: Card, results: Results, words: Words) -> Iterator[SlidePoint]:
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
    links: list[Argument] = []
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
            above = links[parent] if parent is not None else None
            item = _item(records, place, argument, results, words, depth, parent, is_against, above)
            links.append(argument)
            yield SlidePoint(item, argument.id, card.id)
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
    above: Argument | None,
) -> SlideItem:
    role = _role(argument)
    strength = results.cards[place.card].strength
    number = "" if strength is None or argument.importance is None else str(whole(100 * strength))
    sign, key = _label(records, argument, above)
    if place.is_joined:
        key = "room.together"
    text = records.get(Card, place.card).text
    return SlideItem(text, role, sign, words[key] if key else "", depth, number, parent, is_against)


def _label(records: Records, argument: Argument, above: Argument | None) -> tuple[str, str]:
    """A sign, and the key of the words; a plain pro or con on the subject itself needs none."""
    sign, does, side = link_role(records, argument, above)
    if side is None:
        return sign, "room.evidence" if does is Does.EVIDENCE else ""
    return sign, f"room.{does}_{side}"


def _role(argument: Argument) -> Role:
    return Role(STANCES[argument.stance].role)
