"""The rules of the model, checked once for typing, importing and opening alike.

`check_changes` looks at what one action touched, `check_all` at a whole workbook. What a single record may hold is
in `field_rules`, what it may refer to in `link_rules`, what several may not be together in `set_rules`, loops and
depth in `reach`.
"""

from dataclasses import dataclass

from desktop_app.model.changes import ChangeSet
from desktop_app.model.errors import RuleError
from desktop_app.model.field_rules import check_fields
from desktop_app.model.ids import WORKBOOK_ID, MapId
from desktop_app.model.link_rules import check_links
from desktop_app.model.reach import MAX_DEPTH, closes_loop, depth_around, depths_and_loops
from desktop_app.model.reads import Records
from desktop_app.model.records import Argument, Card, Map, Premise, Record, Workbook
from desktop_app.model.set_rules import check_sets
from desktop_app.model.tables import REFERRERS, TABLE_OF, TABLES
from desktop_app.wording.sentence import Grouped, say

MAX_CARDS = 200_000
MAX_RECORDS = 2_000_000


@dataclass(frozen=True, slots=True)
class Soundness:
    """What is unusual but allowed in a workbook that was opened."""

    looped_maps: frozenset[MapId]


def check_changes(records: Records, change_set: ChangeSet, *, new_loops: bool = False) -> None:
    """Checks every record that an action touched, and what refers to those it deleted.

    Args:
        records: the document, already changed.
        change_set: what was changed.
        new_loops: whether arguments may close a loop although their map does not allow it, as undo may
            bring back what a file came with.

    Raises:
        RuleError: a rule is broken; names it in words.
    """
    for change in change_set.changes:
        if change.after is None:
            _check_nothing_refers(records, change.record)
        else:
            check_fields(change.after)
            check_links(records, change.after)
            if change.before is not None and _relates_anew(change.before, change.after):
                _check_referring(records, change.after)
    check_sets(records, (change.after for change in change_set.changes if change.after is not None))
    _check_shape(records, change_set, new_loops=new_loops)
    if records.count(Card) > MAX_CARDS:
        raise RuleError(
            say("error.rule.too_many_cards", most=Grouped(MAX_CARDS)),
            say("remedy.start_another_workbook_for_rest"),
        )
    if sum(records.count(table.record) for table in TABLES) > MAX_RECORDS:
        raise RuleError(
            say("error.rule.too_many_records", most=Grouped(MAX_RECORDS)),
            say("remedy.start_another_workbook_for_rest"),
        )


def check_all(records: Records) -> Soundness:
    """Checks a whole workbook.

    Raises:
        RuleError: the first broken rule found.
    """
    if records.count(Workbook) != 1 or records.find(Workbook, WORKBOOK_ID) is None:
        raise RuleError(say("error.rule.no_workbook_record"))
    if records.count(Card) > MAX_CARDS:
        raise RuleError(say("error.rule.holds_too_many_cards", most=Grouped(MAX_CARDS)))
    for table in TABLES:
        for record in records.all(table.record):
            check_fields(record)
            check_links(records, record)
    check_sets(records, (record for table in TABLES for record in records.all(table.record)))
    for argument in records.all(Argument):
        _check_has_premise(records, argument)
    depth, looped = depths_and_loops(records)
    if depth > MAX_DEPTH:
        raise RuleError(say("error.rule.nested_too_deep", most=MAX_DEPTH))
    return Soundness(looped_maps=looped)


def _check_nothing_refers(records: Records, gone: Record) -> None:
    for kind, reference in REFERRERS[type(gone)]:
        if records.has_referring(kind, reference.field, gone.id):
            raise RuleError(say("error.rule.still_referred_to"))


def _relates_anew(before: Record, after: Record) -> bool:
    """Whether what refers to a record may no longer fit it: its own references or its kind changed."""
    names = (*(reference.field for reference in TABLE_OF[type(after)].references), "kind")
    return any(getattr(before, name, None) != getattr(after, name, None) for name in names)


def _check_referring(records: Records, record: Record) -> None:
    for kind, reference in REFERRERS[type(record)]:
        for referring in records.referring(kind, reference.field, record.id):
            check_links(records, referring)


def _check_has_premise(records: Records, argument: Argument) -> None:
    if not records.has_referring(Premise, "argument", argument.id):
        raise RuleError(say("error.rule.argument_needs_claim"))


def _check_shape(records: Records, change_set: ChangeSet, *, new_loops: bool) -> None:
    """Premises, loops and depth, where links were made, moved or taken away."""
    relinked: set[int] = set()
    for change in change_set.of(Argument):
        before, after = change.before, change.after
        if not isinstance(after, Argument):
            continue
        if not isinstance(before, Argument) or _target(before) != _target(after):
            relinked.add(after.id)
    for change in change_set.of(Premise):
        if isinstance(change.record, Premise) and records.find(Argument, change.record.argument) is not None:
            relinked.add(change.record.argument)
    for argument_id in relinked:
        argument = records.get(Argument, argument_id)
        _check_has_premise(records, argument)
        allowed = new_loops or records.get(Map, argument.map).loops_allowed
        if not allowed and closes_loop(records, argument):
            raise RuleError(
                say("error.rule.loop"),
                say("remedy.link_elsewhere"),
                code="loop",
            )
    moved = [
        change.after
        for change in change_set.of(Card)
        if isinstance(change.after, Card) and _hangs(change.before, change.after)
    ]
    if (relinked or moved) and depth_around(records, relinked, moved) > MAX_DEPTH:
        raise RuleError(say("error.rule.too_deep", most=MAX_DEPTH), say("remedy.start_new_branch"), code="depth")


def _target(argument: Argument) -> tuple[int | None, int | None]:
    return argument.target_card, argument.target_argument


def _hangs(before: Record | None, after: Card) -> bool:
    """Whether a card newly hangs under another."""
    return after.under is not None and (not isinstance(before, Card) or before.under != after.under)
