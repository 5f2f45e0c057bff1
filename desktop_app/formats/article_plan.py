"""What is made of a sorted article: question, pros, cons, criteria, sections of the brief, notes."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.base.errors import AppError
from desktop_app.formats.article import ArticleParts, Passage, Piece
from desktop_app.formats.article_blocks import ArticleHeading, ArticleList, article_blocks
from desktop_app.formats.article_sides import points_of, sides_of_lists
from desktop_app.formats.headings import without_colon
from desktop_app.formats.leads import split_lead
from desktop_app.formats.markup import escape_markup
from desktop_app.formats.sides import says_more
from desktop_app.model.field_rules import MAX_TEXT
from desktop_app.model.plans import (
    Plan,
    PlannedCard,
    PlannedCitation,
    PlannedCriterion,
    PlannedLink,
    PlannedSection,
    PlannedSource,
)
from desktop_app.model.records import CardKind, Stance
from desktop_app.wording.sentence import say

_KEY_WORDS: Final = 3
_FIRST_WORDS: Final = 12
_QUESTION: Final = 0
# Index of the question among the planned cards.


class ArticleListMissingError(AppError):
    """No list of an article has the words by which its criteria were asked for."""

    default_code = "no-such-list"


def plan_article(parts: ArticleParts, *, question: str | None = None, criteria_heading: str | None = None) -> Plan:
    """Plans a map from an article.

    Args:
        parts: the sorted article.
        question: what the map asks; None takes the headline.
        criteria_heading: words from the line above the list that holds the criteria; None takes none.

    Raises:
        ArticleListMissingError: no list, or more than one, stands under those words.
    """
    criteria = None if criteria_heading is None else _list_under(parts, criteria_heading)
    source = PlannedSource(_key(parts.headline), parts.headline) if parts.headline and parts.has_prose else None
    items = _items_alone(parts) if criteria is None else []
    bodies = [] if items else list(_plain(parts.opening, criteria))
    if source is None and question and question != parts.headline:
        bodies.insert(0, parts.headline)
    bodies.extend(parts.labels)
    opening, *overflow = [*_fitting("\n\n".join(bodies).strip())] or [""]
    asked = question or parts.headline or _first_words(opening)
    cards = [PlannedCard(CardKind.QUESTION, asked, PlannedLink.ROOT, notes=opening)]
    cited = () if source is None else (PlannedCitation(source.key),)
    cards.extend(_card(CardKind.NOTE, item, PlannedLink.UNDER, _QUESTION, cited) for item in items)
    cards.extend(_card(CardKind.CLAIM, item, PlannedLink.SUPPORTS, _QUESTION, cited) for item in parts.pros)
    cards.extend(_card(CardKind.CLAIM, item, PlannedLink.OPPOSES, _QUESTION, cited) for item in parts.cons)
    _park(cards, parts.headline, overflow, _QUESTION)
    for chapter in parts.rest:
        above = len(cards)
        _park(cards, chapter.opening.title, _bodies(chapter.opening, criteria) or [""], _QUESTION)
        for part in chapter.parts:
            _park(cards, part.title, _bodies(part, criteria) or [""], above)
    return Plan(
        cards=tuple(cards),
        criteria=() if criteria is None else tuple(_criterion(item) for item in criteria.items),
        sections=tuple(
            PlannedSection(passage.title, "\n\n".join(_marked_up(passage, criteria))) for passage in parts.sections
        ),
        sources=() if source is None else (source,),
    )


def plan_beneath(text: str, on: CardKind, below: str = "") -> Plan:
    """Plans cards that will hang on one card: pros and cons where headings say so, all else as notes.

    Args:
        text: a text that is not written in the grammar.
        on: the kind of the card; a note takes no pros or cons.
        below: what the card says.
    """
    blocks = article_blocks(text)
    sides = {} if on is CardKind.NOTE else sides_of_lists(blocks, (below,))
    cards: list[PlannedCard] = []
    heading: int | None = None
    for place, block in enumerate(blocks):
        if isinstance(block, ArticleHeading):
            heading = None
            if place + 1 not in sides or says_more(block.text):
                heading = len(cards)
                cards.append(PlannedCard(CardKind.NOTE, block.text, PlannedLink.UNDER))
        elif isinstance(block, str):
            cards.append(PlannedCard(CardKind.NOTE, block, PlannedLink.UNDER, heading))
        else:
            cards.extend(_cards_of_list(block, sides.get(place), heading, len(cards)))
    return Plan(cards=tuple(cards))


def _cards_of_list(
    article_list: ArticleList, stance: Stance | None, heading: int | None, number: int
) -> Iterator[PlannedCard]:
    """The cards of a list below a heading; `number` is that of its first card."""
    above = heading
    if article_list.lead_in:
        yield PlannedCard(CardKind.NOTE, article_list.lead_in, PlannedLink.UNDER, heading)
        above = number
    rest: ArticleList | None = article_list
    if stance is not None:
        points, rest = points_of(article_list)
        for point in points:
            yield _card(CardKind.CLAIM, point, PlannedLink.of(stance), None)
    for _, item in rest.whole_items if rest is not None else ():
        yield _card(CardKind.NOTE, item, PlannedLink.UNDER, above)


def _list_under(parts: ArticleParts, words: str) -> ArticleList:
    wanted = words.strip().casefold()
    matches = [piece for title, piece in parts.lists if wanted in (piece.lead_in or title).casefold()]
    if len(matches) == 1:
        return matches[0]
    offered = "; ".join(f"“{without_colon(piece.lead_in or title)}”" for title, piece in parts.lists)
    raise ArticleListMissingError(
        say("error.formats.several_lists" if matches else "error.formats.no_such_list", words=words),
        say("remedy.lists_stand_under", lists=offered) if offered else say("remedy.no_such_list"),
    )


def _items_alone(parts: ArticleParts) -> list[str]:
    """Items of lists that are all there is: each can be sent to the pros or cons by itself."""
    if not parts.is_only_list:
        return []
    lists = (piece for piece in parts.opening.pieces if isinstance(piece, ArticleList))
    return [item for piece in lists for _, item in piece.whole_items]


def _card(
    kind: CardKind, item: str, link: PlannedLink, parent: int | None, cited: tuple[PlannedCitation, ...] = ()
) -> PlannedCard:
    text, notes = _text_and_notes(item)
    return PlannedCard(kind, text, link, parent, notes=notes, citations=cited)


def _text_and_notes(item: str) -> tuple[str, str]:
    """The claim of an item, and the rest with the items below it."""
    first, *below = item.split("\n")
    lead = split_lead(first)
    text, notes = (first, []) if lead is None else (lead.claim, [lead.rest])
    return text, "\n".join([*notes, *(f"• {line}" for line in below)])


def _criterion(item: str) -> PlannedCriterion:
    lead = split_lead(item)
    return PlannedCriterion(item) if lead is None else PlannedCriterion(lead.claim, lead.rest)


def _park(cards: list[PlannedCard], title: str, bodies: Sequence[str], parent: int) -> None:
    """Parks text as a note card with its heading for text; what does not fit one card goes to several."""
    for number, body in enumerate(bodies, 1):
        text = title if number == 1 else f"{title} ({number})"
        cards.append(PlannedCard(CardKind.NOTE, text, PlannedLink.UNDER, parent, notes=body))


def _bodies(passage: Passage, criteria: ArticleList | None) -> list[str]:
    """A passage as plain text, in as many pieces as it takes cards to hold it."""
    return list(_fitting("\n\n".join(_plain(passage, criteria))))


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:_FIRST_WORDS]) + ("…" if len(words) > _FIRST_WORDS else "")


def _plain(passage: Passage, criteria: ArticleList | None) -> Iterator[str]:
    """The paragraphs and lists of a passage as plain text, without the items that became criteria."""
    for piece in passage.pieces:
        lead_in, items = _split(piece, criteria)
        if lead_in:
            yield lead_in
        if items:
            yield "\n".join(f"• {item}" for item in items)


def _marked_up(passage: Passage, criteria: ArticleList | None) -> Iterator[str]:
    """The same in the Markdown of sections."""
    for piece in passage.pieces:
        lead_in, items = _split(piece, criteria)
        if lead_in:
            yield escape_markup(lead_in)
        if items:
            yield "\n".join(f"- {escape_markup(item)}" for item in items)


def _split(piece: Piece, criteria: ArticleList | None) -> tuple[str, tuple[str, ...]]:
    if isinstance(piece, str):
        return piece, ()
    return piece.lead_in, () if piece is criteria else piece.items


def _fitting(body: str) -> Iterator[str]:
    """A text cut, at empty lines where it can be, into pieces that fit a card."""
    while len(body) > MAX_TEXT:
        cut = body.rfind("\n\n", 0, MAX_TEXT)
        cut = cut if cut > 0 else MAX_TEXT
        yield body[:cut].rstrip()
        body = body[cut:].lstrip()
    if body:
        yield body


def _key(headline: str) -> str:
    words = re.findall(r"\w+", headline.casefold())
    return "-".join(words[:_KEY_WORDS]) or "article"
