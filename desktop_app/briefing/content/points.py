"""Pros and cons as ranked lists with their answers, and a map as an indented text. Iterative: maps may be deep."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from desktop_app.briefing.content.parts import BULLET, BriefPoint, PointSide
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.kinds import KINDS, QUOTE, STANCES
from desktop_app.model.reads import Records
from desktop_app.model.records import Argument, Card, CardKind, Criterion, Map, Stance
from desktop_app.model.tree import Place, children, uses
from desktop_app.model.words import importance_word, link_words
from desktop_app.weighing.results import Results
from desktop_app.wording.sentence import Signed, Whole, text

JOINED: Final = "&"  # the sign of a premise that holds only together with the one before

Numbers = Callable[[CardId], tuple[int, ...]]


def strongest(points: tuple[BriefPoint, ...], most: int) -> tuple[tuple[BriefPoint, ...], int]:
    """The first `most` points with their answers, and how many points are left out; 0 leaves out none."""
    starts = [index for index, point in enumerate(points) if point.depth == 0 and point.sign != JOINED]
    if not most or len(starts) <= most:
        return points, 0
    return points[: starts[most]], len(starts) - most


def without_notes(points: tuple[BriefPoint, ...]) -> tuple[BriefPoint, ...]:
    """The points without the notes of their cards."""
    return tuple(replace(point, notes="") for point in points)


def shortened(points: tuple[BriefPoint, ...]) -> tuple[BriefPoint, ...]:
    """The points without notes, each with its heaviest answer only, and that without remarks."""
    kept: list[BriefPoint] = []
    for point in points:
        if point.depth == 0:
            kept.append(replace(point, notes=""))
        elif point.depth == 1 and kept and kept[-1].depth == 0:
            kept.append(replace(point, notes="", remarks=()))
    return tuple(kept)


class PointLister:
    """Lists what hangs on cards; a card that was listed before is not opened again.

    Args:
        records: the workbook.
        results: what the map adds up to; None leaves every number out.
        numbers: gives the numbers of the sources a card cites.
        letters: of the options.
        outline: the number of each card in the outline.
    """

    def __init__(
        self,
        records: Records,
        results: Results | None,
        numbers: Numbers,
        letters: Mapping[CardId, str],
        outline: Mapping[CardId, str],
    ) -> None:
        self._letters = letters
        self._outline = outline
        self._records = records
        self._results = results
        self._numbers = numbers
        self._listed: set[CardId] = set()

    def pros_and_cons(self, target: CardId) -> tuple[tuple[BriefPoint, ...], tuple[BriefPoint, ...]]:
        """What speaks for and against a card, heaviest first, each followed by its answers."""
        place = Place(target, None, None, 0, is_joined=False)
        sides: dict[Stance, list[Place]] = {Stance.SUPPORTS: [], Stance.OPPOSES: []}
        for child in self._ranked(place):
            argument = self._records.find(Argument, child.argument)
            if argument is not None:
                sides[argument.stance].append(child)
        is_weighed = self._any_weighed(target)
        pros, cons = (tuple(self._list(sides[side], is_weighed)) for side in (Stance.SUPPORTS, Stance.OPPOSES))
        return pros, cons

    def in_words(self, places: Sequence[Place]) -> tuple[BriefPoint, ...]:
        """Placed cards in their order, with their kind and further uses but without notes and numbers."""
        further: dict[CardId, list[str]] = {}
        for use in uses(self._records, places):
            further.setdefault(use.card, []).append(self._use(use.argument))
        return tuple(
            replace(
                self._point(place, depth=place.depth, with_label=True, with_details=False),
                remarks=tuple(further.get(place.card, ())),
                number=self._outline.get(place.card, ""),
            )
            for place in places
        )

    def parked(self, places: Sequence[Place]) -> tuple[BriefPoint, ...]:
        """Notes and loose claims with what they say; notes on notes are indented."""
        top = min(place.depth for place in places)
        return tuple(
            self._point(place, depth=place.depth - top, with_label=False, with_details=True) for place in places
        )

    def was_listed(self, card: CardId) -> bool:
        """Whether a list so far holds the card."""
        return card in self._listed

    # --- inside --------------------------------------------------------------------------------------

    def _list(self, tops: list[Place], is_weighed: bool) -> Iterable[BriefPoint]:  # noqa: FBT001
        stack = list(reversed(tops))
        while stack:
            place = stack.pop()
            again = place.card in self._listed
            self._listed.add(place.card)
            is_top = place.depth == 1
            yield self._point(
                place,
                depth=place.depth - 1,
                with_label=not is_top or place.is_joined,
                with_details=not again,
                is_weighed=is_weighed or not is_top,
                is_again=again,
            )
            if not again:
                stack.extend(reversed(list(self._ranked(place))))

    def _ranked(self, place: Place) -> Iterable[Place]:
        """What hangs on a card, heaviest argument first; the premises of one argument stay together, notes last."""
        records = self._records
        points = [child for child in children(records, place) if self._is_point(child)]
        groups = [list(group) for _, group in groupby(points, key=lambda child: child.argument)]
        for group in sorted(groups, key=lambda group: -self._weight(group[0])):
            yield from group

    def _is_point(self, place: Place) -> bool:
        kind = self._records.get(Card, place.card).kind
        if place.argument is not None:
            return True
        return kind is CardKind.NOTE and place.depth > 1

    def _weight(self, place: Place) -> float:
        if place.argument is None:
            return -2.0
        if self._results is None:
            return self._records.get(Argument, place.argument).importance or 0.0
        points = self._results.arguments[place.argument].points
        return -1.0 if points is None else abs(points)

    def _any_weighed(self, target: CardId) -> bool:
        arguments = self._records.referring(Argument, "target_card", target)
        return any(argument.importance is not None for argument in arguments)

    def _point(
        self,
        place: Place,
        *,
        depth: int,
        with_label: bool,
        with_details: bool,
        is_weighed: bool = True,
        is_again: bool = False,
    ) -> BriefPoint:
        records = self._records
        card = records.get(Card, place.card)
        argument = records.find(Argument, place.argument)
        if argument is None:
            if not with_label:
                return BriefPoint(
                    depth, PointSide.NOTE, BULLET, "", card.text, card.notes, sources=self._numbers(card.id)
                )
            kind = f"{KINDS[card.kind].label} {self._letters.get(card.id, '')}".rstrip()
            return BriefPoint(depth, PointSide.NOTE, "", kind, card.text, card.notes if with_details else "")
        words = link_words(records, argument)
        side = PointSide(STANCES[argument.stance].role)
        label = text("card.only_together") if place.is_joined else words.words
        return BriefPoint(
            depth=depth,
            side=PointSide.EVIDENCE if words.sign == QUOTE else side,
            sign=JOINED if place.is_joined else words.sign,
            label=label if with_label else "",
            text=card.text,
            notes=card.notes if with_details else "",
            # What it counts for here is this argument's own, though the card stood before.
            remarks=self._remarks(card, argument, place, is_weighed),
            sources=self._numbers(card.id),
            is_again=is_again,
        )

    def _use(self, argument_id: ArgumentId) -> str:
        argument = self._records.get(Argument, argument_id)
        target = self._records.find(Card, argument.target_card)
        words = link_words(self._records, argument).words.lower()
        if target is None:
            return text("point.again", what=words)
        return text("point.again.target", what=words, target=target.text)

    def _remarks(self, card: Card, argument: Argument, place: Place, is_weighed: bool) -> tuple[str, ...]:  # noqa: FBT001
        remarks: list[str] = []
        is_hidden = self._records.get(Map, card.map).numbers_hidden
        if not (place.is_joined or is_hidden) and (is_weighed or argument.importance is not None):
            remarks.append(importance_word(argument.importance))
        if self._results is not None and argument.importance is not None:
            strength = self._results.cards[card.id].strength
            remarks.append(
                text("remark.no_result") if strength is None else text("remark.strength", number=Whole(100 * strength))
            )
            points = self._results.arguments[argument.id].points
            if points is not None and not place.is_joined:
                remarks.append(text("remark.points", number=Signed(points)))
        criterion = self._records.find(Criterion, argument.criterion)
        if criterion is not None and not place.is_joined:
            remarks.append(text("remark.criterion", name=criterion.name))
        if card.assumption:
            remarks.append(text("remark.assumption"))
        if argument.check_again:
            remarks.append(text("remark.check_again"))
        return tuple(remarks)
