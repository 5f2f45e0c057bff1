"""Random actions of a person on a document, drawn by Hypothesis: what the state machines and properties share."""

import random
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from hypothesis import strategies as st

from desktop_app.edits import (
    arguments,
    cards,
    criteria,
    deleting,
    drafts,
    many,
    maps,
    merging,
    moving,
    pasting,
    perspectives,
    placing,
    scores,
    sections,
    sources,
    workbooks,
)
from desktop_app.formats.text.reading import read_text
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.errors import RecordMissingError, RuleError
from desktop_app.model.ids import WORKBOOK_ID, ArgumentId
from desktop_app.model.plans import Plan
from desktop_app.model.records import (
    Argument,
    Card,
    CardKind,
    Citation,
    Confidence,
    Criterion,
    Map,
    Method,
    Paper,
    Perspective,
    PerspectiveKind,
    Premise,
    PremiseRule,
    Record,
    ScoreMode,
    Section,
    Source,
    Stance,
    Verification,
    WeightFrom,
    Workbook,
)
from desktop_app.model.tree import Place, places
from desktop_app.wording.sentence import literal

R = TypeVar("R", bound=Record)
T = TypeVar("T")

TEXTS = st.one_of(
    st.sampled_from(["Prices rise", "Ціни зростають", "الأسعار ترتفع", "价格上涨", "a < b and b > c", "-5 °C", ""]),
    st.text(max_size=40).filter(lambda text: not any(0xD800 <= ord(c) <= 0xDFFF for c in text)),
)
UNIT = st.one_of(st.none(), st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]), st.floats(0, 1))
HUNDRED = st.one_of(st.none(), st.integers(0, 100).map(float))


def new_document() -> Document:
    """A workbook with one empty map."""
    workbook = Workbook(WORKBOOK_ID, "Test", "", "en", "2026-01-01T00:00:00Z")
    # The same ids in every run, so that Hypothesis can replay and shrink.
    document = Document([workbook], source_of_ids=random.Random(1))
    maps.add_map(document, "First")
    return document


class Draw(Protocol):
    """Draws a value of a strategy, as the data of Hypothesis do."""

    def __call__(self, strategy: st.SearchStrategy[T], /) -> T: ...


class RandomEdit:
    """One random action. `act` returns its name, or None where there was nothing to act on or a rule refused."""

    def __init__(self, document: Document, draw: Draw) -> None:
        self.document = document
        self._draw = draw

    def act(self) -> str | None:
        # Most edits need something to be there first: half of the time it grows.
        name = self._draw(st.sampled_from(GROWING if self.flag() else sorted(ACTIONS)))
        try:
            ACTIONS[name](self)
        except (RuleError, RecordMissingError, _NothingThereError):
            return None
        return name

    def text(self) -> str:
        return self._draw(TEXTS)

    def unit(self) -> float | None:
        return self._draw(UNIT)

    def hundred(self) -> float | None:
        return self._draw(HUNDRED)

    def flag(self) -> bool:
        return self._draw(st.booleans())

    def choice(self, items: Iterable[R]) -> R:
        pool = sorted(items, key=lambda item: item.id)
        if not pool:
            raise _NothingThereError
        return pool[self._draw(st.integers(0, len(pool) - 1))]

    def any(self, kind: type[R]) -> R:
        return self.choice(self.document.all(kind))

    def card(self, *kinds: CardKind) -> Card:
        return self.choice(card for card in self.document.all(Card) if not kinds or card.kind in kinds)

    def link_of(self, card: Card) -> ArgumentId | None:
        premises = self.document.referring(Premise, "card", card.id)
        return self.choice(premises).argument if premises else None

    def hanging(self) -> many.Hanging:
        card = self.card()
        return many.Hanging(card.id, self.link_of(card))

    def several(self) -> list[many.Hanging]:
        return [self.hanging() for _ in range(self._draw(st.integers(1, 3)))]

    def place(self) -> Place:
        card = self.card()
        return next(place for place in places(self.document, card.map) if place.card == card.id)

    def stance(self) -> Stance:
        return self._draw(st.sampled_from(list(Stance)))

    def one_of(self, items: Iterable[T]) -> T:
        return self._draw(st.sampled_from(list(items)))


class _NothingThereError(Exception):
    pass


def _set_score(edit: RandomEdit) -> None:
    low, likely, high = sorted(float(edit._draw(st.integers(0, 100))) for _ in range(3))
    perspective = None
    if edit.flag() and edit.document.count(Perspective):
        perspective = edit.any(Perspective).id
    option, criterion = edit.card(CardKind.OPTION).id, edit.any(Criterion).id
    scores.set_score(edit.document, option, criterion, likely, low=low, high=high, perspective=perspective)


def _cite(edit: RandomEdit) -> None:
    sources.cite(edit.document, edit.card().id, edit.any(Source).id, quote=edit.text(), locator="p. 4")


def _set_importance(edit: RandomEdit) -> None:
    perspective = edit.any(Perspective).id if edit.flag() and edit.document.count(Perspective) else None
    arguments.set_importance(edit.document, edit.any(Argument).id, edit.unit(), perspective=perspective)


def _set_weight(edit: RandomEdit) -> None:
    perspective = edit.any(Perspective).id if edit.flag() and edit.document.count(Perspective) else None
    weight = float(edit._draw(st.integers(0, 100)))
    criteria.set_weight(edit.document, edit.any(Criterion).id, weight, perspective=perspective)


def _promote(edit: RandomEdit) -> None:
    card = edit.card()
    link = edit.link_of(card)
    if link is not None:
        (moving.promote if edit.flag() else moving.demote)(edit.document, card.id, link=link)


def _shift(edit: RandomEdit) -> None:
    card = edit.card()
    (moving.move_up if edit.flag() else moving.move_down)(edit.document, card.id, link=edit.link_of(card))


def _move_under(edit: RandomEdit) -> None:
    card = edit.card()
    moving.move_under(edit.document, card.id, edit.card().id, edit.stance(), link=edit.link_of(card))


def _make_root(edit: RandomEdit) -> None:
    card = edit.card()
    moving.make_root(edit.document, card.id, link=edit.link_of(card))


def _delete_branch(edit: RandomEdit) -> None:
    card = edit.card()
    deleting.delete_branch(edit.document, card.id, link=edit.link_of(card) if edit.flag() else None)


def _delete_keeping(edit: RandomEdit) -> None:
    card = edit.card()
    deleting.delete_keeping_children(edit.document, card.id, link=edit.link_of(card) if edit.flag() else None)


def _levels(edit: RandomEdit) -> None:
    labels = [(float(value), edit.text()) for value in (0, 50, 100)]
    criteria.set_levels(edit.document, edit.any(Criterion).id, labels)


def _judgement(edit: RandomEdit) -> None:
    criteria.set_judgement(edit.document, edit.any(Criterion).id, edit.any(Criterion).id, 3.0 if edit.flag() else None)


def _write_section(edit: RandomEdit) -> None:
    sections.write_section(edit.document, edit.any(Section).id, title=edit.text(), body=edit.text())


def _add_source(edit: RandomEdit) -> None:
    key = f"key{edit._draw(st.integers(0, 9))}"
    sources.add_source(edit.document, key, edit.text())


def _grade(edit: RandomEdit) -> None:
    if edit.flag():
        sources.grade_source(edit.document, edit.any(Source).id, "B", 2)
    else:
        sources.verify_source(edit.document, edit.any(Source).id, Verification.TRACED)


def _under(edit: RandomEdit) -> None:
    moving.hang_under(edit.document, edit.card(CardKind.OPTION, CardKind.NOTE).id, edit.card().id)


def _commit_draft(edit: RandomEdit) -> None:
    place = edit.place()
    begun: list[Callable[[], drafts.Draft]] = [
        lambda: drafts.child_draft(edit.document, place, edit.stance()),
        lambda: drafts.sibling_draft(edit.document, place, before=edit.flag(), last_stance=edit.stance()),
        lambda: drafts.premise_draft(edit.document, place),
        lambda: drafts.root_draft(edit.any(Map).id),
    ]
    drafts.commit(
        edit.document, edit.one_of(begun)(), edit.one_of(("", "- ", "+ ")) + edit.text(), reads_marks=edit.flag()
    )


def _read(edit: RandomEdit) -> Plan:
    """A plan of a short text, some of it indented."""
    lines = [f"{'  ' * edit._draw(st.integers(0, 2))}{edit.one_of('+->?')} {edit.text()}" for _ in range(4)]
    return read_text("\n".join(lines))


def _paste(edit: RandomEdit) -> None:
    card = edit.card()
    pasting.paste_plan(edit.document, card.map, _read(edit), under=card.id if edit.flag() else None)


def _set_all_weights(edit: RandomEdit) -> None:
    a_map = edit.any(Map).id
    perspective = edit.any(Perspective).id if edit.flag() and edit.document.count(Perspective) else None
    weights = {item.id: float(edit._draw(st.integers(0, 100))) for item in reads.criteria(edit.document, a_map)}
    criteria.set_all_weights(
        edit.document, weights, literal("Weigh"), weight_from=edit.one_of(WeightFrom), perspective=perspective
    )


def _weights_of(edit: RandomEdit) -> None:
    perspective = edit.any(Perspective)
    some = [item.id for item in reads.criteria(edit.document, perspective.map) if edit.flag()]
    perspectives.set_weights(
        edit.document, perspective.id, {item: float(edit._draw(st.integers(0, 100))) for item in some}
    )


def _score_of(edit: RandomEdit) -> None:
    low, likely, high = sorted(float(edit._draw(st.integers(0, 100))) for _ in range(3))
    perspectives.set_score_number(
        edit.document, edit.any(Perspective).id, edit.card(CardKind.OPTION).id, edit.any(Criterion).id,
        likely=edit.one_of((None, likely)), low=low, high=high, confidence=edit.one_of((None, *Confidence)),
    )  # fmt: skip


def _set_importances(edit: RandomEdit) -> None:
    perspective = edit.any(Perspective).id if edit.flag() and edit.document.count(Perspective) else None
    many.set_importances(edit.document, edit.several(), edit.unit(), perspective=perspective)


def _settle_sections(edit: RandomEdit) -> None:
    a_map = edit.any(Map).id
    arranged = list(reversed(reads.sections(edit.document, a_map)))
    preset = edit.one_of(("", "memo"))
    sections.settle_sections(edit.document, a_map, arranged, preset=preset)


ACTIONS: dict[str, Callable[[RandomEdit], object]] = {
    "add map": lambda e: maps.add_map(e.document, e.text()),
    "rename map": lambda e: maps.rename_map(e.document, e.any(Map).id, e.text()),
    "move map": lambda e: (
        maps.move_map(e.document, e.any(Map).id, beside=e.any(Map).id, before=e.flag())
        if e.document.count(Map) > 9
        else None
    ),
    "delete map": lambda e: maps.delete_map(e.document, e.any(Map).id) if e.document.count(Map) > 1 else None,
    "allow loops": lambda e: maps.allow_loops(e.document, e.any(Map).id, allowed=e.flag()),
    "method": lambda e: maps.set_method(e.document, e.any(Map).id, e._draw(st.sampled_from(list(Method)))),
    "premise rule": lambda e: maps.set_premise_rule(e.document, e.any(Map).id, PremiseRule.PRODUCT),
    "rename workbook": lambda e: workbooks.rename_workbook(e.document, e.text()),
    "add question": lambda e: cards.add_question(e.document, e.any(Map).id, e.text()),
    "add claim": lambda e: cards.add_claim(e.document, e.any(Map).id, e.text()),
    "add option": lambda e: cards.add_option(e.document, e.any(Map).id, e.text()),
    "add note": lambda e: cards.add_note(e.document, e.card().map, e.text(), under=e.card().id),
    "add pro": lambda e: arguments.add_pro(e.document, e.card().id, e.text()),
    "add con": lambda e: arguments.add_con(e.document, e.card().id, e.text()),
    "add evidence": lambda e: arguments.add_evidence(e.document, e.card().id, e.text()),
    "add undercut": lambda e: arguments.add_undercut(e.document, e.any(Argument).id, e.text()),
    "add premise": lambda e: arguments.add_premise(e.document, e.any(Argument).id, e.text()),
    "link card": lambda e: arguments.link_card(e.document, e.card().id, e.card().id, e.stance()),
    "flip": lambda e: arguments.flip_stance(e.document, e.any(Argument).id),
    "importance": _set_importance,
    "confirm": lambda e: arguments.confirm(e.document, e.any(Argument).id),
    "criterion of argument": lambda e: arguments.set_criterion(e.document, e.any(Argument).id, e.any(Criterion).id),
    "text": lambda e: cards.set_text(e.document, e.card().id, e.text()),
    "notes": lambda e: cards.set_notes(e.document, e.card().id, e.text()),
    "plausibility": lambda e: cards.set_plausibility(e.document, e.card().id, e.unit()),
    "kind": lambda e: cards.set_kind(e.document, e.card().id, e._draw(st.sampled_from(list(CardKind)))),
    "tags": lambda e: cards.set_tags(e.document, e.card().id, (e.text(), e.text())),
    "shared doubt": lambda e: criteria.share_doubt(e.document, e.any(Criterion).id, shared=e.flag()),
    "assumption": lambda e: cards.set_assumption(e.document, e.card(CardKind.CLAIM).id, assumption=e.flag()),
    "sharpness": lambda e: maps.set_sharpness(e.document, e.any(Map).id, e._draw(st.floats(0.25, 4.0))),
    "simulation": lambda e: maps.set_simulation(
        e.document, e.any(Map).id, seed=e._draw(st.integers(0, 99)), draws=e._draw(st.sampled_from([100, 1000]))
    ),
    "shift": _shift,
    "move under": _move_under,
    "make root": _make_root,
    "hang under": _under,
    "promote or demote": _promote,
    "delete branch": _delete_branch,
    "delete keeping children": _delete_keeping,
    "merge": lambda e: merging.merge_cards(e.document, e.card().id, [e.card().id, e.card().id]),
    "add criterion": lambda e: criteria.add_criterion(e.document, e.any(Map).id, e.text()),
    "weight": _set_weight,
    "levels": _levels,
    "judgement": _judgement,
    "delete criterion": lambda e: criteria.delete_criterion(e.document, e.any(Criterion).id),
    "score": _set_score,
    "score mode": lambda e: scores.set_score_mode(
        e.document, e.card(CardKind.OPTION).id, e.any(Criterion).id, ScoreMode.ARGUED
    ),
    "clear score": lambda e: scores.clear_score(e.document, e.card(CardKind.OPTION).id, e.any(Criterion).id),
    "fact": lambda e: scores.set_fact(e.document, e.card(CardKind.OPTION).id, "Cost", f"£{e.hundred()}m"),
    "add perspective": lambda e: perspectives.add_perspective(
        e.document, e.any(Map).id, e.text(), PerspectiveKind.PERSON
    ),
    "delete perspective": lambda e: perspectives.delete_perspective(e.document, e.any(Perspective).id),
    "add source": _add_source,
    "grade source": _grade,
    "cite": _cite,
    "delete source": lambda e: sources.delete_source(e.document, e.any(Source).id),
    "add section": lambda e: sections.add_section(e.document, e.any(Map).id, e.text(), body=e.text()),
    "write section": _write_section,
    "recommendation": lambda e: sections.set_recommendation(e.document, e.any(Map).id, e.text()),
    "set up brief": lambda e: sections.set_up_brief(e.document, e.any(Map).id, paper=Paper.LETTER, date=e.text()),
    "add argument": lambda e: arguments.add_argument(e.document, e.card().id, e.stance(), e.text()),
    "join premise": lambda e: arguments.join_premise(e.document, e.any(Argument).id, e.card().id),
    "remove premise": lambda e: cards.remove_premise(e.document, e.any(Premise)),
    "link undercut": lambda e: arguments.link_undercut(e.document, e.card().id, e.any(Argument).id),
    "stance": lambda e: arguments.set_stance(e.document, e.any(Argument).id, e.stance()),
    "move argument": lambda e: arguments.move_argument_beside(
        e.document, e.any(Argument).id, e.any(Argument).id, before=e.flag()
    ),
    "column": lambda e: arguments.put_in_column(
        e.document,
        e.any(Argument).id,
        e.stance(),
        beside=e.any(Argument).id if e.flag() else None,
        before=e.flag(),
    ),
    "confidence": lambda e: cards.set_confidence(e.document, e.card().id, e.one_of((None, *Confidence))),
    "rename criterion": lambda e: criteria.rename_criterion(e.document, e.any(Criterion).id, e.text()),
    "question of criterion": lambda e: criteria.set_question(e.document, e.any(Criterion).id, e.text()),
    "direction": lambda e: criteria.set_direction(e.document, e.any(Criterion).id, e.text()),
    "red line": lambda e: criteria.set_red_line(e.document, e.any(Criterion).id, e.hundred()),
    "all weights": _set_all_weights,
    "confirm weight": lambda e: criteria.confirm_weight(e.document, e.any(Criterion).id),
    "lock weight": lambda e: criteria.lock_weight(e.document, e.any(Criterion).id, locked=e.flag()),
    "move criterion": lambda e: criteria.move_criterion(
        e.document, e.any(Criterion).id, beside=e.any(Criterion).id, before=e.flag()
    ),
    "draft": _commit_draft,
    "paste": _paste,
    "map of text": lambda e: pasting.new_map_from_plan(e.document, e.text(), _read(e)),
    "delete branches": lambda e: many.delete_branches(e.document, e.several()),
    "delete several keeping children": lambda e: many.delete_keeping_children(e.document, e.several()),
    "stances": lambda e: many.set_stances(e.document, e.several(), e.stance()),
    "flip several": lambda e: many.flip_stances(e.document, e.several()),
    "importances": _set_importances,
    "kinds": lambda e: many.set_kinds(e.document, e.several(), e.one_of(CardKind)),
    "hang": lambda e: placing.hang(e.document, e.several(), e.card(), e.one_of(placing.HangAs)),
    "hang again": lambda e: placing.hang_again(e.document, e.several(), e.card(), e.one_of(placing.HangAs)),
    "hang beside": lambda e: placing.hang_beside(e.document, e.several(), e.hanging(), before=e.flag()),
    "move root": lambda e: moving.move_root_beside(e.document, e.card().id, e.card().id, before=e.flag()),
    "hide numbers": lambda e: maps.hide_numbers(e.document, e.any(Map).id, hidden=e.flag()),
    "rename perspective": lambda e: perspectives.rename_perspective(e.document, e.any(Perspective).id, e.text()),
    "kind of perspective": lambda e: perspectives.set_kind(
        e.document, e.any(Perspective).id, e.one_of(PerspectiveKind)
    ),
    "move perspective": lambda e: perspectives.move_perspective(e.document, e.any(Perspective).id, e.one_of((-1, 1))),
    "share": lambda e: perspectives.set_share(e.document, e.any(Perspective).id, float(e._draw(st.integers(0, 3)))),
    "colour": lambda e: perspectives.set_colour(e.document, e.any(Perspective).id, e.one_of(("", "#aa3300"))),
    "plausibility of": lambda e: perspectives.set_card_number(e.document, e.any(Perspective).id, e.card().id, e.unit()),
    "importance of": lambda e: perspectives.set_argument_number(
        e.document, e.any(Perspective).id, e.any(Argument).id, e.unit()
    ),
    "weights of": _weights_of,
    "score of": _score_of,
    "score note": lambda e: scores.set_score_note(
        e.document, e.card(CardKind.OPTION).id, e.any(Criterion).id, e.text()
    ),
    "rename fact": lambda e: scores.rename_fact(e.document, e.any(Map).id, "Cost", e.text()),
    "delete fact": lambda e: scores.delete_fact(e.document, e.any(Map).id, "Cost"),
    "include section": lambda e: sections.include_section(e.document, e.any(Section).id, included=e.flag()),
    "move section": lambda e: sections.move_section(
        e.document, e.any(Section).id, beside=e.any(Section).id, before=e.flag()
    ),
    "delete section": lambda e: sections.delete_section(e.document, e.any(Section).id),
    "section options": lambda e: sections.set_section_options(e.document, e.any(Section).id, ("no-lead", e.text())),
    "settle sections": _settle_sections,
    "begin brief": lambda e: sections.begin_brief(e.document, e.any(Map).id),
    "describe source": lambda e: sources.describe_source(e.document, e.any(Source).id, author=e.text(), url=e.text()),
    "change citation": lambda e: sources.change_citation(
        e.document, e.any(Citation).id, quote=e.text(), locator=e.text()
    ),
    "remove citation": lambda e: sources.remove_citation(e.document, e.any(Citation).id),
    "author": lambda e: workbooks.set_author(e.document, e.text()),
    "language": lambda e: workbooks.set_language(e.document, e.one_of(("en", "uk", "ar"))),
    "questions of": lambda e: reads.options(e.document, e.any(Map).id),
}
GROWING = sorted(
    name for name in ACTIONS if name.startswith("add ") or name in {"link card", "draft", "paste", "cite", "score"}
)
