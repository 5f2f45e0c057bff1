"""Carries out a plan that a text was read into, as one step."""

from desktop_app.edits import arguments, cards, criteria, maps, sections, sources
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.ids import ArgumentId, CardId, MapId
from desktop_app.model.plans import Plan, PlannedCard, PlannedLink
from desktop_app.model.records import CardKind, Map, Premise
from desktop_app.wording.sentence import say


def paste_plan(document: Document, map_id: MapId, plan: Plan, *, under: CardId | None = None) -> list[CardId]:
    """Makes what a plan asks for.

    Args:
        under: the card on which cards without a parent hang by their link; None lets them stand by themselves.

    Returns:
        The card of each planned card, in the plan's order.

    Raises:
        RuleError: the plan breaks a rule of the model; nothing is made.
    """
    with document.transaction(say("step.paste")):
        for source in plan.sources:
            if reads.source_with_key(document, source.key) is None:
                sources.add_source(
                    document,
                    source.key,
                    source.title,
                    author=source.author,
                    publisher=source.publisher,
                    date=source.date,
                    url=source.url,
                )
        for criterion in plan.criteria:
            if reads.criterion_named(document, map_id, criterion.name) is None:
                criteria.add_criterion(document, map_id, criterion.name, question=criterion.question)
        made = _Cards(document, map_id, under)
        for planned in plan.cards:
            made.add(planned)
        for section in plan.sections:
            sections.add_section(document, map_id, section.title, body=section.body, kind=section.kind)
        return made.cards


def new_map_from_plan(document: Document, title: str, plan: Plan) -> Map:
    """Adds a map and makes on it what a plan asks for, as one step."""
    with document.transaction(say("step.new_map_from_text")):
        added = maps.add_map(document, title)
        paste_plan(document, added.id, plan)
        return added


class _Cards:
    """The cards made so far, and the arguments by which they hang."""

    def __init__(self, document: Document, map_id: MapId, under: CardId | None) -> None:
        self._document = document
        self._map = map_id
        self._under = under
        self.cards: list[CardId] = []
        self._links: list[ArgumentId | None] = []

    def add(self, planned: PlannedCard) -> None:
        parent = self._under if planned.parent is None else self.cards[planned.parent]
        above = None if planned.parent is None else self._links[planned.parent]
        reused = None if planned.uses is None else self.cards[planned.uses]
        card, link = self._hang(planned, parent, above, reused)
        self.cards.append(card)
        self._links.append(link)
        if reused is None:
            self._fill(card, planned)
        if link is not None and planned.link is not PlannedLink.JOINED:
            self._weigh(link, planned)

    def _hang(
        self, planned: PlannedCard, parent: CardId | None, above: ArgumentId | None, reused: CardId | None
    ) -> tuple[CardId, ArgumentId | None]:
        document = self._document
        stance = planned.link.stance
        if stance is not None and parent is not None:
            if reused is not None:
                return reused, arguments.link_card(document, reused, parent, stance).id
            made = arguments.add_argument(document, parent, stance, planned.text, kind=planned.kind)
            return made.id, self._argument_of(made.id)
        if planned.link is PlannedLink.UNDERCUTS:
            if above is None:
                raise RuleError(say("error.edits.not_relevant_needs_argument"), say("remedy.indent_it_under_one"))
            if reused is not None:
                return reused, arguments.link_undercut(document, reused, above).id
            made = arguments.add_undercut(document, above, planned.text)
            return made.id, self._argument_of(made.id)
        if planned.link is PlannedLink.JOINED:
            if above is None:
                raise RuleError(say("error.edits.only_together_needs_argument"), say("remedy.put_it_below_one"))
            if reused is not None:
                arguments.join_premise(document, above, reused)
                return reused, above
            return arguments.add_premise(document, above, planned.text).id, above
        if reused is not None:
            return reused, None
        return self._free_card(planned, parent if planned.link is PlannedLink.UNDER else None), None

    def _free_card(self, planned: PlannedCard, under: CardId | None) -> CardId:
        document, text = self._document, planned.text
        if planned.kind is CardKind.OPTION:
            return cards.add_option(document, self._map, text, under=under).id
        if planned.kind is CardKind.NOTE:
            return cards.add_note(document, self._map, text, under=under).id
        if planned.kind is CardKind.QUESTION:
            return cards.add_question(document, self._map, text).id
        made = cards.add_claim(document, self._map, text)
        if planned.kind is not CardKind.CLAIM:
            cards.set_kind(document, made.id, planned.kind)
        return made.id

    def _fill(self, card_id: CardId, planned: PlannedCard) -> None:
        document = self._document
        if planned.notes:
            cards.set_notes(document, card_id, planned.notes)
        if planned.plausibility is not None:
            cards.set_plausibility(document, card_id, planned.plausibility)
        for citation in planned.citations:
            source = reads.source_with_key(document, citation.key)
            if source is None:
                raise RuleError(say("error.edits.no_source", key=citation.key), say("remedy.add_source_first"))
            sources.cite(document, card_id, source.id, quote=citation.quote, locator=citation.locator)

    def _weigh(self, link: ArgumentId, planned: PlannedCard) -> None:
        if planned.importance is not None:
            arguments.set_importance(self._document, link, planned.importance)
        if planned.criterion is not None:
            criterion = reads.criterion_named(self._document, self._map, planned.criterion)
            if criterion is None:
                criterion = criteria.add_criterion(self._document, self._map, planned.criterion)
            arguments.set_criterion(self._document, link, criterion.id)

    def _argument_of(self, card_id: CardId) -> ArgumentId:
        return self._document.referring(Premise, "card", card_id)[0].argument
