"""A card that is being written but not made yet: where it will hang, and what making it is called.

Nothing is made before the text is committed, so a new card is one step of undo and a cancelled one leaves no trace.
"""

from dataclasses import dataclass, replace
from typing import Final

from desktop_app.edits import arguments, cards, moving, pasting
from desktop_app.edits.step_names import adding, adding_argument
from desktop_app.formats.text import read_text
from desktop_app.formats.text.lines import escape_text, escape_use
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import ArgumentId, CardId, MapId
from desktop_app.model.kinds import KINDS, MINUS, STANCES
from desktop_app.model.plans import Plan, PlannedLink
from desktop_app.model.records import Argument, Card, CardKind, Stance
from desktop_app.model.tree import Place
from desktop_app.wording.sentence import Sentence, say, text

SIGNS: Final = frozenset("+->?*&")
MINUS_AS_TYPED: Final = {MINUS: "-"}
_SIGN: Final = {PlannedLink.SUPPORTS: "+", PlannedLink.OPPOSES: "-"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A card to be.

    Attributes:
        parent: the card it will be drawn under; None for a root.
        neighbour: the sibling it will stand beside; None: last.
        neighbour_link: the argument by which that sibling hangs.
        kind: what it will be, unless the text begins with another sign of the grammar.
        stance: for or against, where it will be a pro or con.
        undercuts: the argument it will call not relevant.
        parent_link: the argument by which its parent hangs.
        joins: the argument of which it will be a further premise.
    """

    map_id: MapId
    kind: CardKind
    parent: CardId | None = None
    neighbour: CardId | None = None
    neighbour_link: ArgumentId | None = None
    is_before: bool = False
    stance: Stance | None = None
    undercuts: ArgumentId | None = None
    parent_link: ArgumentId | None = None
    joins: ArgumentId | None = None

    @property
    def label(self) -> str:
        """What it will be, in words."""
        if self.undercuts is not None:
            return text("card.not_relevant")
        if self.joins is not None:
            return text("card.co_premise")
        is_side = self.kind is CardKind.CLAIM and self.stance is not None
        return str(STANCES[self.stance].label if is_side and self.stance is not None else KINDS[self.kind].label)

    def signed(self, sign: str) -> "Draft":
        """The draft after a sign of the grammar was typed first; itself where the sign can't serve here."""
        if self.undercuts is not None or self.joins is not None:
            return self
        if sign == "&" and self.parent_link is not None:
            return replace(self, kind=CardKind.CLAIM, stance=None, joins=self.parent_link)
        if sign in "+-" and self.parent is not None:
            stance = Stance.SUPPORTS if sign == "+" else Stance.OPPOSES
            return replace(self, kind=CardKind.CLAIM, stance=stance)
        if sign == ">" and self.parent is not None:
            return replace(self, kind=CardKind.EVIDENCE, stance=Stance.SUPPORTS)
        if sign == "?":
            return replace(self, kind=CardKind.NOTE, stance=None)
        if sign == "*":
            return replace(self, kind=CardKind.OPTION, stance=None)
        return self

    def with_sign(self, text: str) -> tuple["Draft", str]:
        """The draft and the text without the sign of the grammar that was typed first, and the space after it."""
        sign = MINUS_AS_TYPED.get(text[:1], text[:1])
        if sign not in SIGNS or text[1:2] != " ":
            return self, text
        return self.signed(sign), text[2:]


def child_draft(document: Document, place: Place, last_stance: Stance) -> Draft:
    """A new card under a placed one: an option of a question, a note of a note, else a pro or con."""
    card = document.get(Card, place.card)
    base = Draft(card.map, CardKind.CLAIM, parent=card.id, parent_link=place.argument)
    if card.kind is CardKind.NOTE:
        return replace(base, kind=CardKind.NOTE)
    if card.kind is CardKind.QUESTION and not reads.arguments_on(document, card.id):
        return replace(base, kind=CardKind.OPTION)
    return replace(base, stance=last_stance)


def sibling_draft(document: Document, place: Place, *, before: bool, last_stance: Stance) -> Draft:
    """A new card beside a placed one, of its kind and stance; beside the one question of a map, under it."""
    card = document.get(Card, place.card)
    if place.parent is None and card.kind is CardKind.QUESTION:
        return child_draft(document, place, last_stance)
    base = Draft(
        card.map,
        card.kind,
        parent=place.parent,
        neighbour=card.id,
        neighbour_link=place.argument,
        is_before=before,
        parent_link=next((item.id for item in reads.arguments_from(document, place.parent)), None)
        if place.parent is not None
        else None,
    )
    if place.argument is None:
        return base
    beside = document.get(Argument, place.argument)
    if beside.target_argument is not None:
        return replace(base, undercuts=beside.target_argument, stance=Stance.OPPOSES, kind=CardKind.CLAIM)
    kind = CardKind.EVIDENCE if card.kind is CardKind.EVIDENCE else CardKind.CLAIM
    return replace(base, kind=kind, stance=beside.stance)


def premise_draft(document: Document, place: Place) -> Draft:
    """A new claim without which the argument by which a placed card hangs does not hold."""
    return child_draft(document, place, Stance.SUPPORTS).signed("&")


def root_draft(map_id: MapId) -> Draft:
    """A new card that hangs on nothing."""
    return Draft(map_id, CardKind.CLAIM)


def commit(document: Document, draft: Draft, text: str, *, reads_marks: bool = True) -> CardId | None:
    """Makes the card.

    Args:
        document: the workbook.
        draft: where the card will hang, and as what.
        text: what was written.
        reads_marks: whether marks of the text grammar at the end of the text (`[major]`, `~70%` …) take effect, as they
            do in what is typed here; in a text from elsewhere they are words.

    Returns:
        The new card; None when nothing was written, and nothing was made.
    """
    stripped = " ".join(text.split())
    if not stripped:
        return None
    with document.transaction(step_name(draft)):
        card = _make(document, draft, stripped, reads_marks=reads_marks)
        if draft.neighbour is not None:
            _put_beside(document, draft, card)
    return card


def _make(document: Document, draft: Draft, text: str, *, reads_marks: bool) -> CardId:
    if draft.undercuts is not None:
        return arguments.add_undercut(document, draft.undercuts, text).id
    if draft.joins is not None:
        return arguments.add_premise(document, draft.joins, text).id
    if draft.stance is None or draft.parent is None:
        return _make_free(document, draft, text)
    plan = _plan(document, draft, text if reads_marks else escape_text(escape_use(text)))
    return pasting.paste_plan(document, draft.map_id, plan, under=draft.parent)[0]


def _make_free(document: Document, draft: Draft, text: str) -> CardId:
    parent = document.find(Card, draft.parent)
    if draft.kind is CardKind.OPTION:
        on_question = parent is not None and parent.kind is CardKind.QUESTION
        return cards.add_option(document, draft.map_id, text, under=parent.id if on_question and parent else None).id
    if draft.kind is CardKind.NOTE:
        return cards.add_note(document, draft.map_id, text, under=draft.parent).id
    if draft.kind is CardKind.QUESTION:
        return cards.add_question(document, draft.map_id, text).id
    return cards.add_claim(document, draft.map_id, text).id


def _plan(document: Document, draft: Draft, text: str) -> Plan:
    """The text read as one line of the grammar, so that its marks count; its kind and stance are the draft's."""
    known_sources = {source.key for source in reads.sources(document)}
    known_criteria = {criterion.name for criterion in reads.criteria(document, draft.map_id)}
    assert draft.stance is not None
    link = PlannedLink.of(draft.stance)
    parent = document.find(Card, draft.parent)
    # A line above it says what it hangs on: under an option, #Criterion counts too.
    above = ["?", "* "] if parent is not None and parent.kind is CardKind.OPTION else ["?"]
    lines = "\n".join([*above, f"{' ' * len(above)}{_SIGN[link]} {text}"])
    read = read_text(lines, known_sources=known_sources, known_criteria=known_criteria)
    planned = replace(read.cards[len(above)], parent=None, link=link, kind=draft.kind)
    return Plan(cards=(planned,))


def _put_beside(document: Document, draft: Draft, card: CardId) -> None:
    assert draft.neighbour is not None
    made_by = reads.arguments_from(document, card)
    if draft.neighbour_link is not None and made_by:
        beside = document.get(Argument, draft.neighbour_link)
        if (made_by[0].target_card, made_by[0].target_argument) == (beside.target_card, beside.target_argument):
            arguments.move_argument_beside(document, made_by[0].id, beside.id, before=draft.is_before)
        return
    neighbour, made = document.get(Card, draft.neighbour), document.get(Card, card)
    same_group = neighbour.under == made.under and (neighbour.kind is CardKind.NOTE) == (made.kind is CardKind.NOTE)
    if draft.neighbour_link is None and not made_by and same_group:
        moving.move_root_beside(document, card, draft.neighbour, before=draft.is_before)


def step_name(draft: Draft) -> Sentence:
    """How undo and the minutes call the making of a draft."""
    if draft.undercuts is not None:
        return say("step.add_not_relevant.drafted")
    if draft.joins is not None:
        return say("step.add_only_together")
    if draft.kind is CardKind.CLAIM and draft.stance is not None:
        return adding_argument(draft.stance)
    return adding(draft.kind)
