"""What records may refer to: that it exists, lies on the same map and is of a fitting kind."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from desktop_app.model.errors import RuleError
from desktop_app.model.kinds import STATEMENTS
from desktop_app.model.reads import Records
from desktop_app.model.records import (
    Argument,
    Card,
    CardKind,
    Criterion,
    Fact,
    Judgement,
    Override,
    Perspective,
    Premise,
    Record,
    Score,
    Source,
    Stance,
)
from desktop_app.model.tables import TABLE_OF
from desktop_app.wording.sentence import say


def check_links(records: Records, record: Record) -> None:
    """Checks what one record refers to.

    Raises:
        RuleError: a relation is broken.
    """
    for reference in TABLE_OF[type(record)].references:
        target = getattr(record, reference.field)
        if target is not None and records.find(reference.to, target) is None:
            raise RuleError(say("error.rule.reference_missing", kind=TABLE_OF[type(record)].spoken))
    check = _CHECKS.get(type(record))
    if check is not None:
        check(records, record)


def _card(records: Records, card: Card) -> None:
    if card.under is None:
        return
    above = records.get(Card, card.under)
    _same_map(card.map, above.map)
    if card.kind is CardKind.OPTION:
        if above.kind is not CardKind.QUESTION:
            raise RuleError(say("error.rule.option_under_question"), say("remedy.move_under_question"))
    elif card.kind is not CardKind.NOTE:
        raise RuleError(say("error.rule.only_options_and_notes_hang"))


def _argument(records: Records, argument: Argument) -> None:
    if (argument.target_card is None) == (argument.target_argument is None):
        raise RuleError(say("error.rule.argument_has_one_target"))
    if argument.target_argument is not None:
        if argument.stance is not Stance.OPPOSES:
            raise RuleError(say("error.rule.undercut_opposes"))
        if argument.target_argument == argument.id:
            raise RuleError(say("error.rule.argument_about_itself"))
        _same_map(argument.map, records.get(Argument, argument.target_argument).map)
    target = records.find(Card, argument.target_card)
    if target is not None:
        _same_map(argument.map, target.map)
        if target.kind is CardKind.NOTE:
            raise RuleError(say("error.rule.note_takes_no_arguments"), say("remedy.make_it_claim_first"))
    if argument.criterion is not None:
        if target is None or target.kind is not CardKind.OPTION:
            raise RuleError(say("error.rule.criterion_needs_option"))
        _same_map(argument.map, records.get(Criterion, argument.criterion).map)


def _premise(records: Records, premise: Premise) -> None:
    argument = records.get(Argument, premise.argument)
    card = records.get(Card, premise.card)
    _same_map(argument.map, card.map)
    if card.kind not in STATEMENTS:
        raise RuleError(say("error.rule.premise_is_claim"), say("remedy.make_it_claim_first"))
    if card.under is not None:
        raise RuleError(say("error.rule.premise_hangs_by_argument"))
    if argument.target_card == card.id:
        raise RuleError(say("error.rule.claim_about_itself"))


def _judgement(records: Records, judgement: Judgement) -> None:
    if judgement.first == judgement.second:
        raise RuleError(say("error.rule.criterion_compared_with_itself"))
    for criterion in (judgement.first, judgement.second):
        _same_map(judgement.map, records.get(Criterion, criterion).map)


def _score(records: Records, score: Score) -> None:
    option = _option(records, score.option)
    _same_map(option.map, records.get(Criterion, score.criterion).map)


def _override(records: Records, override: Override) -> None:
    named = (
        override.card is not None,
        override.argument is not None,
        override.criterion is not None,
        override.option is not None,
    )
    if named not in {
        (True, False, False, False),
        (False, True, False, False),
        (False, False, True, False),
        (False, False, True, True),
    }:
        raise RuleError(say("error.rule.override_has_one_thing"))
    map_id = records.get(Perspective, override.perspective).map
    if override.card is not None:
        _same_map(map_id, records.get(Card, override.card).map)
    if override.argument is not None:
        _same_map(map_id, records.get(Argument, override.argument).map)
    if override.criterion is not None:
        _same_map(map_id, records.get(Criterion, override.criterion).map)
    if override.option is not None:
        _same_map(map_id, _option(records, override.option).map)
    ceiling = 100 if override.criterion is not None else 1
    if any(value is not None and not 0 <= value <= ceiling for value in (override.low, override.likely, override.high)):
        raise RuleError(say("error.rule.override_range", ceiling=ceiling))


def _fact(records: Records, fact: Fact) -> None:
    _option(records, fact.option)


def _source(_records: Records, source: Source) -> None:
    if not source.key.strip():
        raise RuleError(say("error.rule.source_needs_key"), say("remedy.give_short_name"))


def _option(records: Records, card_id: int) -> Card:
    card = records.get(Card, card_id)
    if card.kind is not CardKind.OPTION:
        raise RuleError(say("error.rule.only_options_have_scores"))
    return card


def _same_map(first: int, second: int) -> None:
    if first != second:
        raise RuleError(say("error.rule.other_map"), say("remedy.copy_card_to_this_map_first"))


_CHECKS: Final[Mapping[type[Any], Callable[[Records, Any], None]]] = {
    Card: _card,
    Argument: _argument,
    Premise: _premise,
    Judgement: _judgement,
    Score: _score,
    Fact: _fact,
    Override: _override,
    Source: _source,
}
