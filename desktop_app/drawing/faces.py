"""What each card of a map says, from the document and its results. Knows no geometry but the width of a card."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.drawing import tokens
from desktop_app.drawing.cards import PIPS, CardBar, CardFace, Leaning
from desktop_app.drawing.palette import Role
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.kinds import KINDS, QUOTE, STANCES
from desktop_app.model.reads import Records, citations_of, option_letters
from desktop_app.model.records import Argument, Card, CardKind, Criterion, Map, Premise, Source
from desktop_app.model.tree import Place
from desktop_app.model.words import link_words
from desktop_app.weighing.arguments.graph import EVEN
from desktop_app.weighing.results import Results
from desktop_app.wording.rounding import range_text, signed, whole
from desktop_app.wording.sentence import text


def card_faces(records: Records, map_id: MapId, places: Sequence[Place], results: Results | None) -> list[CardFace]:
    """The faces of placed cards, in the same order.

    Args:
        records: the workbook.
        map_id: the map.
        places: cards of this map (`model.tree.places`).
        results: what it adds up to; None draws the structure without any number.
    """
    letters = option_letters(records, map_id)
    shown = None if records.get(Map, map_id).numbers_hidden else results
    return [card_face(records, place, shown, letters) for place in places]


def card_face(records: Records, place: Place, results: Results | None, letters: dict[CardId, str]) -> CardFace:
    """The face of one placed card; `letters` tell the options of its map apart."""
    card = records.get(Card, place.card)
    if card.kind is CardKind.QUESTION:
        return CardFace(Role.QUESTION, str(KINDS[card.kind].label), card.text, tokens.QUESTION_WIDTH)
    if card.kind is CardKind.OPTION:
        return _option_face(card, results, letters)
    argument = records.find(Argument, place.argument)
    width = _width(records, place)
    if argument is None:
        return CardFace(
            role=Role(KINDS[card.kind].role),
            label=str(KINDS[card.kind].label),
            text=card.text,
            width=width,
            badges=_badges(records, card, argument, results),
            strength=None if card.kind is CardKind.NOTE else _strength(card, results),
            grade=_grade(records, card),
        )
    words = link_words(records, argument)
    criterion = records.find(Criterion, argument.criterion)
    role = Role(STANCES[argument.stance].role)
    return CardFace(
        role=Role.EVIDENCE if words.sign == QUOTE else role,
        label=text("card.only_together") if place.is_joined else words.words,
        text=card.text,
        width=width,
        sign="&" if place.is_joined else words.sign,
        badges=_badges(records, card, argument, results),
        shows_pips=results is not None and not place.is_joined,
        pips=_pips(argument, results),
        strength=_strength(card, results),
        criterion=criterion.name if criterion is not None and not place.is_joined else "",
        grade=_grade(records, card),
    )


def as_done(face: CardFace) -> CardFace:
    """The face of a task that is done."""
    return replace(face, role=Role.PRO, sign="✓", label=text("card.done"))


def leaning_value(leaning: float) -> tuple[str, Role]:
    """A leaning in words, with its colour: "for +43"."""
    rounded = whole(leaning)
    if rounded == 0:
        return text("face.evenly"), Role.MUTED
    return (
        (text("face.for", number=signed(leaning)), Role.PRO)
        if rounded > 0
        else (text("face.against", number=signed(leaning)), Role.CON)
    )


def source_grade(source: Source) -> str:
    """Reliability and credibility as far as judged: "A2", "B", ""."""
    return f"{source.reliability or ''}{source.credibility or ''}"


def _option_face(card: Card, results: Results | None, letters: dict[CardId, str]) -> CardFace:
    total: CardBar | None = None
    leaning: Leaning | None = None
    if results is not None:
        option_total = results.options[card.id].total
        if option_total is not None and option_total.likely is not None:
            total = CardBar(option_total.likely / 100, range_text(option_total.likely, option_total.likely))
        elif option_total is not None:
            total = CardBar(
                option_total.least / 100,
                range_text(option_total.least, option_total.most),
                reach=option_total.most / 100,
            )
        result = results.cards[card.id]
        if result.leaning is not None:
            words = text("face.lean.circular") if result.is_circular else text("face.lean")
            leaning = Leaning(words, *leaning_value(result.leaning))
        elif result.is_circular:
            leaning = Leaning(text("face.loop"))
        elif result.total:
            leaning = Leaning(text("face.none_weighed", total=result.total))
    return CardFace(
        role=Role.OPTION,
        label=f"{KINDS[card.kind].label} {letters.get(card.id, '')}".rstrip(),
        text=card.text,
        width=tokens.OPTION_WIDTH,
        note=card.notes,
        total=total,
        leaning=leaning,
    )


def _pips(argument: Argument, results: Results | None) -> int | None:
    """The importance in quarters, as the perspective of the results has it."""
    importance = argument.importance if results is None else results.arguments[argument.id].importance
    return None if importance is None else round(importance * PIPS)


def _width(records: Records, place: Place) -> float:
    above = records.find(Card, place.parent)
    is_first = above is None or above.kind in {CardKind.QUESTION, CardKind.OPTION}
    return tokens.CLAIM_WIDTH if is_first else tokens.ANSWER_WIDTH


def _strength(card: Card, results: Results | None) -> CardBar | None:
    if results is None:
        return None
    result = results.cards[card.id]
    if result.strength is None:
        return CardBar(EVEN, text("face.in_a_loop"), is_hollow=True)
    is_hollow = not result.is_plausibility_weighed and not result.weighed
    return CardBar(result.strength, str(whole(100 * result.strength)), is_hollow)


def _badges(records: Records, card: Card, argument: Argument | None, results: Results | None) -> tuple[str, ...]:
    used = len(records.referring(Premise, "card", card.id))
    badges = (
        (text("badge.assumption"), card.assumption),
        (text("badge.used", count=used), used > 1),
        (text("badge.said", count=card.said), card.said > 1),
        (
            text("badge.circular"),
            results is not None and card.id in results.cards and results.cards[card.id].is_circular,
        ),
        (text("remark.check_again"), argument is not None and argument.check_again),
    )
    return tuple(words for words, applies in badges if applies)


def _grade(records: Records, card: Card) -> str:
    """The grade of the first source a card cites that has one."""
    grades = (source_grade(records.get(Source, item.source)) for item in citations_of(records, card.id))
    return next((grade for grade in grades if grade), "")
