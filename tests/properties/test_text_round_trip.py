"""A map written as text and read back is the same map, for everything the grammar can express."""

import random
from collections.abc import Iterator, Mapping

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.edits import criteria, maps, pasting, sources
from desktop_app.formats.text import read_text, write_text
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.ids import WORKBOOK_ID, CardId, MapId
from desktop_app.model.plans import Plan, PlannedCard, PlannedCitation, PlannedLink
from desktop_app.model.records import Argument, Card, CardKind, Criterion, Premise, Source, Workbook

KEYS = ["home", "C#", "müller2024", "a]"]
NAMES = ["Scope", "Legal basis", "[odd]", "x#y"]
SNIPPETS = [
    "[major]", "[3/4]", "[not relevant]", "~70%", "~1.5%", "#Scope", '#"Legal basis"', "@home", "@C#", "^1", "=1",
    "//", "a // b", "\\", "\\\\", "\\~70%", "\\[x]", "+ a", "- b", "* c", "? d", "& e", "! f", "> g", "Pros:", "Cons:",
    "Lead: rest", "За:", "Prices rise", "-5 °C", "1. one", "• two", "\N{NO-BREAK SPACE}", "\u2028", "ціни", "السعر",
]  # fmt: skip
_CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\r\n")
PIECES = st.one_of(
    st.sampled_from(SNIPPETS), st.text('[]~%#@^/\\+-=:" \tab7.', max_size=6), st.text(_CHARACTERS, max_size=5)
)
TEXTS = st.lists(PIECES, max_size=4).map(lambda pieces: " ".join(pieces).strip(" \t"))
NOTES = st.lists(TEXTS, max_size=3).map(lambda lines: "\n".join(lines).strip("\n"))
IMPORTANCES = st.one_of(st.none(), st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0, 0.37]))
PLAUSIBILITIES = st.one_of(st.none(), st.integers(0, 100).map(lambda percent: percent / 100), st.just(0.625))
CITATIONS = st.lists(st.sampled_from(KEYS), max_size=2, unique=True)
ARGUING = (PlannedLink.SUPPORTS, PlannedLink.OPPOSES)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans of maps that the grammar can express: everything under one question, or trees without any."""
    cards: list[PlannedCard] = []
    if draw(st.booleans()):
        cards.append(PlannedCard(CardKind.QUESTION, draw(TEXTS), PlannedLink.ROOT, notes=draw(NOTES)))
    for _ in range(draw(st.integers(0, 10))):
        cards.append(_card(draw, cards))
    return Plan(cards=tuple(cards))


def _card(draw: st.DrawFn, cards: list[PlannedCard]) -> PlannedCard:
    text, notes = draw(TEXTS), draw(NOTES)
    if not cards or (cards[0].kind is not CardKind.QUESTION and draw(st.integers(0, 3)) == 0):
        kind = draw(st.sampled_from([CardKind.CLAIM, CardKind.EVIDENCE, CardKind.OPTION, CardKind.NOTE]))
        link = PlannedLink.UNDER if kind in {CardKind.OPTION, CardKind.NOTE} else PlannedLink.ROOT
        return PlannedCard(kind, text, link, notes=notes)
    parent = draw(st.integers(0, len(cards) - 1))
    above = cards[parent]
    links = [PlannedLink.UNDER]
    if above.kind is not CardKind.NOTE:
        links += ARGUING
    if above.link not in {PlannedLink.ROOT, PlannedLink.UNDER}:
        links += [PlannedLink.JOINED, PlannedLink.UNDERCUTS]
    link = draw(st.sampled_from(links))
    if link is PlannedLink.UNDER:
        kind = CardKind.OPTION if above.kind is CardKind.QUESTION and draw(st.booleans()) else CardKind.NOTE
        return PlannedCard(kind, text, link, parent, notes=notes)
    importance = None if link is PlannedLink.JOINED else draw(IMPORTANCES)
    criterion = draw(st.sampled_from([None, *NAMES])) if above.kind is CardKind.OPTION and link in ARGUING else None
    reusable = [place for place, card in enumerate(cards) if _serves(card) and place != parent]
    if reusable and draw(st.integers(0, 3)) == 0:
        uses = draw(st.sampled_from(reusable))
        return PlannedCard(cards[uses].kind, "", link, parent, importance=importance, criterion=criterion, uses=uses)
    kind = CardKind.EVIDENCE if link is PlannedLink.SUPPORTS and draw(st.booleans()) else CardKind.CLAIM
    return PlannedCard(
        kind,
        text,
        link,
        parent,
        notes=notes,
        importance=importance,
        criterion=criterion,
        plausibility=draw(PLAUSIBILITIES),
        citations=tuple(PlannedCitation(key) for key in draw(CITATIONS)),
    )


def _serves(card: PlannedCard) -> bool:
    # Evidence that first serves elsewhere than as a pro cannot be written as evidence.
    return card.uses is None and card.kind is CardKind.CLAIM and card.link not in {PlannedLink.ROOT, PlannedLink.UNDER}


def _map_of(plan: Plan) -> tuple[Document, MapId]:
    document = Document(
        [Workbook(WORKBOOK_ID, "Test", "", "en", "2026-01-01T00:00:00Z")], source_of_ids=random.Random(1)
    )
    map_id = maps.add_map(document, "Map").id
    for key in KEYS:
        sources.add_source(document, key, key)
    for name in NAMES:
        criteria.add_criterion(document, map_id, name)
    pasting.paste_plan(document, map_id, plan)
    return document, map_id


def _described(document: Document, map_id: MapId) -> list[object]:
    """A map without its ids: cards numbered as they come, from the roots down."""
    number: dict[CardId, int] = {}
    roots = [
        card
        for card in reads.by_rank(reads.cards(document, map_id))
        if card.under is None and not document.has_referring(Premise, "card", card.id)
    ]
    pending = [card.id for card in reversed(roots)]
    while pending:
        card_id = pending.pop()
        if card_id not in number:
            number[card_id] = len(number)
            pending.extend(reversed(list(_cards_below(document, card_id))))
    described: list[object] = []
    for card_id in number:
        card = document.get(Card, card_id)
        cited = [document.get(Source, item.source).key for item in reads.citations_of(document, card_id)]
        on_card = [_argument(document, argument, number) for argument in reads.arguments_on(document, card_id)]
        under = [number[other.id] for kind in CardKind for other in reads.cards_under(document, card_id, kind)]
        described.append((card.kind, card.text, card.notes, card.plausibility, cited, on_card, under))
    return described


def _cards_below(document: Document, card_id: CardId) -> Iterator[CardId]:
    yield from (card.id for card in reads.cards_under(document, card_id, CardKind.OPTION))
    arguments = reads.arguments_on(document, card_id)
    for argument in arguments:
        yield from (premise.card for premise in reads.premises_of(document, argument.id))
        arguments += reads.undercuts_of(document, argument.id)
    yield from (card.id for card in reads.cards_under(document, card_id, CardKind.NOTE))


def _argument(document: Document, argument: Argument, number: Mapping[CardId, int]) -> tuple[object, ...]:
    criterion = document.find(Criterion, argument.criterion)
    return (
        argument.stance,
        argument.importance,
        criterion and criterion.name,
        [number[premise.card] for premise in reads.premises_of(document, argument.id)],
        [_argument(document, undercut, number) for undercut in reads.undercuts_of(document, argument.id)],
    )


@given(plans())
def test_a_map_written_and_read_back_is_the_same_map(plan: Plan) -> None:
    try:
        document, map_id = _map_of(plan)
    except RuleError:
        assume(False)  # a card drawn to serve again would have served itself
    written = write_text(document, map_id)
    read = read_text(written.text, known_sources=KEYS, known_criteria=NAMES)
    assert read.notices == ()
    again, again_id = _map_of(read)
    assert _described(again, again_id) == _described(document, map_id)
    assert write_text(again, again_id).text == written.text
    # Criteria are named by their tags; their scales and weights are not written.
    assert [words for words in written.left_out if "criteria" not in words and "level" not in words] == []


@given(
    st.text(st.sampled_from("+-*?&!> \n\t[]~%#@^=\\/:abc1"), max_size=60),
    st.one_of(st.none(), st.sampled_from(list(CardKind))),
)
def test_any_text_at_all_can_be_read_pasted_and_written(text: str, on: CardKind | None) -> None:
    plan = read_text(text, known_sources=KEYS, known_criteria=NAMES, on=on)
    words = "".join(text.split())
    kept = "".join("".join((card.text + card.notes).split()) for card in plan.cards)
    assert len(kept) <= len(words)
    document, map_id = _map_of(Plan(cards=() if on is None else (PlannedCard(on, "Top", PlannedLink.ROOT),)))
    top = next((card.id for card in document.all(Card)), None)
    is_refused = False
    try:
        pasting.paste_plan(document, map_id, plan, under=top)
    except RuleError:
        is_refused = True
    # A label can say that a card serves itself or the same argument twice; that is for the rules to refuse.
    assert "=" in text or not is_refused
    write_text(document, map_id)
