"""The parts of a plan as a person sorts them before it is carried out: pros, cons, criteria, sections, notes.

A part is what can be moved by itself: a card with all that hangs on it, a criterion, a section. Moving loses no word.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from desktop_app.formats.leads import split_lead
from desktop_app.formats.markup import Bullets, escape_markup, parse_body
from desktop_app.model.plans import Plan, PlannedCard, PlannedCitation, PlannedCriterion, PlannedLink, PlannedSection
from desktop_app.model.records import CardKind


class Home(Enum):
    """Where a part goes."""

    OPTION = "options"
    PRO = "pros"
    CON = "cons"
    CLAIM = "claims"
    CRITERION = "criteria"
    SECTION = "brief sections"
    NOTE = "notes"


@dataclass(frozen=True, slots=True)
class TextPart:
    """One part of a plan.

    Attributes:
        home: where it goes as the plan stands.
        title: what it begins with.
        number: tells it from others of the same home and title, from 0.
        items: how many list items it holds, which can become cards or criteria by themselves.
        holds: how many cards hang on it.
    """

    home: Home
    title: str
    number: int = 0
    items: int = 0
    holds: int = 0


_ONE_EACH: Final = frozenset({Home.PRO, Home.CON, Home.CRITERION})
_LINKS: Final = {Home.PRO: PlannedLink.SUPPORTS, Home.CON: PlannedLink.OPPOSES}


def parts_of(plan: Plan) -> list[TextPart]:
    """The parts of a plan, home by home, each in the plan's order; the question is none of them."""
    return [part for part, _ in _placed(plan)]


def homes_for(part: TextPart) -> tuple[Home, ...]:
    """Where else a part can go."""
    if part.home is Home.OPTION:
        return ()
    if part.home is Home.SECTION:
        return (Home.PRO, Home.CON, Home.CRITERION, Home.NOTE) if part.items else (Home.NOTE,)
    if part.home is Home.NOTE:
        return (Home.SECTION,) if part.holds else (Home.PRO, Home.CON, Home.CRITERION, Home.SECTION)
    others = (Home.PRO, Home.CON) if part.holds else (Home.PRO, Home.CON, Home.CRITERION, Home.NOTE)
    return tuple(home for home in others if home is not part.home)


def moved(plan: Plan, part: TextPart, to: Home) -> Plan:
    """The plan with a part elsewhere; as it is where it has no such part.

    The list items of a section or note that goes to pros, cons or criteria become one each; its other words stay.
    """
    place = next((place for candidate, place in _placed(plan) if candidate == part), None)
    if place is None or to not in homes_for(part):
        return plan
    if part.home is Home.SECTION:
        section = plan.sections[place]
        kept = plan.sections[:place], plan.sections[place + 1 :]
        if to is Home.NOTE:
            return _with(replace(plan, sections=(*kept[0], *kept[1])), section.title, _plain(section.body), to)
        items, rest = _split_list(section.body, "- ")
        left = (replace(section, body=rest),) if rest else ()
        return _with_items(replace(plan, sections=(*kept[0], *left, *kept[1])), map(_plain, items), to)
    if part.home is Home.CRITERION:
        criterion = plan.criteria[place]
        rest_of_plan = replace(plan, criteria=(*plan.criteria[:place], *plan.criteria[place + 1 :]))
        return _with(rest_of_plan, criterion.name, criterion.question, to)
    return _move_card(plan, place, to)


# --- inside ----------------------------------------------------------------------------------------------


def _placed(plan: Plan) -> list[tuple[TextPart, int]]:
    """Every part with its place in the list of its kind."""
    pairs = [*_card_parts(plan)]
    pairs += [(TextPart(Home.CRITERION, item.name), place) for place, item in enumerate(plan.criteria)]
    pairs += [
        (TextPart(Home.SECTION, item.title, items=len(_split_list(item.body, "- ")[0])), place)
        for place, item in enumerate(plan.sections)
    ]
    order = list(Home)
    pairs.sort(key=lambda pair: order.index(pair[0].home))
    seen: Counter[tuple[Home, str]] = Counter()
    numbered = []
    for part, place in pairs:
        numbered.append((replace(part, number=seen[part.home, part.title]), place))
        seen[part.home, part.title] += 1
    return numbered


def _card_parts(plan: Plan) -> Iterator[tuple[TextPart, int]]:
    """The cards that hang on the question, or on nothing, each with how much hangs on it."""
    holds: Counter[int] = Counter()
    for place in reversed(range(len(plan.cards))):
        parent = plan.cards[place].parent
        if parent is not None:
            holds[parent] += holds[place] + 1
    for place, card in enumerate(plan.cards):
        is_top = card.parent is None or plan.cards[card.parent].kind is CardKind.QUESTION
        if is_top and card.kind is not CardKind.QUESTION and card.link is not PlannedLink.JOINED:
            home = _home(card)
            items = len(_split_list(card.notes, "• ")[0]) if home is Home.NOTE and not holds[place] else 0
            yield TextPart(home, card.text, items=items, holds=holds[place]), place


def _home(card: PlannedCard) -> Home:
    if card.kind is CardKind.OPTION:
        return Home.OPTION
    if card.kind is CardKind.NOTE:
        return Home.NOTE
    return {PlannedLink.SUPPORTS: Home.PRO, PlannedLink.OPPOSES: Home.CON}.get(card.link, Home.CLAIM)


def _move_card(plan: Plan, place: int, to: Home) -> Plan:
    card = plan.cards[place]
    if to in _LINKS and card.kind is not CardKind.NOTE:
        turned = replace(card, link=_LINKS[to], parent=card.parent if card.parent is not None else _question(plan))
        return replace(plan, cards=(*plan.cards[:place], turned, *plan.cards[place + 1 :]))
    if to is Home.SECTION:
        branch = [place, *_beneath(plan, place)]
        body = "\n\n".join(_as_body(plan.cards[at], is_titled=at != place) for at in branch).strip()
        section = PlannedSection(card.text, body)
        return replace(_without(plan, set(branch)), sections=(*plan.sections, section))
    items, rest = _split_list(card.notes, "• ") if card.kind is CardKind.NOTE else ([], "")
    if items and to in _ONE_EACH:
        left = replace(plan, cards=(*plan.cards[:place], replace(card, notes=rest), *plan.cards[place + 1 :]))
        return _with_items(left, items, to, card.citations)
    return _with(_without(plan, {place}), card.text, card.notes, to, card.citations)


def _beneath(plan: Plan, place: int) -> list[int]:
    places = {place}
    for at, card in enumerate(plan.cards):
        if card.parent in places:
            places.add(at)
    return sorted(places - {place})


def _without(plan: Plan, places: set[int]) -> Plan:
    """The plan without some cards; the places of the others close up."""
    kept = [place for place in range(len(plan.cards)) if place not in places]
    place_now: dict[int | None, int | None] = {old: new for new, old in enumerate(kept)}
    place_now[None] = None
    cards = (
        replace(plan.cards[old], parent=place_now[plan.cards[old].parent], uses=place_now[plan.cards[old].uses])
        for old in kept
    )
    return replace(plan, cards=tuple(cards))


def _with_items(plan: Plan, items: Iterable[str], to: Home, citations: tuple[PlannedCitation, ...] = ()) -> Plan:
    for item in items:
        lead = split_lead(item)
        text, notes = (item, "") if lead is None else (lead.claim, lead.rest)
        plan = _with(plan, text, notes, to, citations)
    return plan


def _with(plan: Plan, text: str, notes: str, to: Home, citations: tuple[PlannedCitation, ...] = ()) -> Plan:
    """The plan with one more criterion or card."""
    if to is Home.CRITERION:
        return replace(plan, criteria=(*plan.criteria, PlannedCriterion(text, notes)))
    question = _question(plan)
    if to is Home.NOTE:
        link = PlannedLink.ROOT if question is None else PlannedLink.UNDER
        card = PlannedCard(CardKind.NOTE, text, link, question, notes=notes, citations=citations)
    else:
        link = PlannedLink.ROOT if question is None else _LINKS[to]
        card = PlannedCard(CardKind.CLAIM, text, link, question, notes=notes, citations=citations)
    return replace(plan, cards=(*plan.cards, card))


def _question(plan: Plan) -> int | None:
    return next((place for place, card in enumerate(plan.cards) if card.kind is CardKind.QUESTION), None)


def _split_list(text: str, sign: str) -> tuple[list[str], str]:
    """The items of all lists in a text, and the text without them."""
    items: list[str] = []
    rest: list[str] = []
    for paragraph in text.split("\n\n"):
        lines = paragraph.splitlines()
        if lines and all(line.startswith(sign) for line in lines):
            items += [line.removeprefix(sign).strip() for line in lines]
        else:
            rest.append(paragraph)
    return items, "\n\n".join(rest).strip()


def _plain(body: str) -> str:
    """The words of a body, its lists as bullets."""
    blocks = []
    for block in parse_body(body):
        if isinstance(block, Bullets):
            blocks.append("\n".join("• " + "".join(run.text for run in item) for item in block.items))
        else:
            blocks.append("".join(run.text for run in block.runs))
    return "\n\n".join(blocks)


def _as_body(card: PlannedCard, *, is_titled: bool) -> str:
    """The notes of a card as the body of a section, under its text where that is no title already."""
    paragraphs = [f"**{escape_markup(card.text)}**"] if is_titled else []
    for paragraph in card.notes.split("\n\n"):
        items, rest = _split_list(paragraph, "• ")
        if items:
            paragraphs.append("\n".join(f"- {escape_markup(item)}" for item in items))
        elif rest:
            paragraphs.append(escape_markup(rest))
    return "\n\n".join(paragraphs)
