"""Whatever a person does, the rules hold, and undo and redo lead exactly back and forth."""

import pkgutil
from importlib import import_module
from inspect import isfunction, signature
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import desktop_app.edits
from desktop_app.model.changes import ChangeSet
from desktop_app.model.document import Document
from desktop_app.model.records import Card, Map, Record
from desktop_app.model.rules import check_all
from desktop_app.model.tree import places
from tests.random_edits import RandomEdit, new_document


def _snapshot(document: Document) -> set[Record]:
    return set(document.records())


@given(st.data())
@settings(max_examples=60)
def test_after_any_edits_the_rules_hold_and_undo_leads_back(data: st.DataObject) -> None:
    document = new_document()
    history: list[tuple[ChangeSet, set[Record]]] = []
    document.subscribe(lambda change_set: history.append((change_set, _snapshot(document))))
    start = _snapshot(document)
    for _ in range(data.draw(st.integers(1, 30))):
        before = _snapshot(document)
        steps = len(history)
        if RandomEdit(document, data.draw).act() is None:
            assert _snapshot(document) == before, "a refused edit changed something"
            assert len(history) == steps
        assert len(history) <= steps + 1, "one action made several steps"
        check_all(document)
        placed = [place.card for a_map in document.all(Map) for place in places(document, a_map.id)]
        assert sorted(placed) == sorted(card.id for card in document.all(Card))
    done = list(history)
    states = [start, *(state for _, state in done)]
    for (change_set, after), before in zip(reversed(done), reversed(states[:-1]), strict=True):
        assert _snapshot(document) == after
        document.replay(change_set.inverse(), lambda _: None)
        assert _snapshot(document) == before
    for change_set, after in done:
        document.replay(change_set, lambda _: None)
        assert _snapshot(document) == after


def test_every_edit_there_is_is_among_the_random_ones() -> None:
    drawn = (Path(__file__).parents[1] / "random_edits.py").read_text(encoding="utf-8")
    edits = {
        f"{module.name}.{name}"
        for module in pkgutil.iter_modules(desktop_app.edits.__path__)
        for name, made in vars(import_module(f"desktop_app.edits.{module.name}")).items()
        if isfunction(made) and made.__module__ == f"desktop_app.edits.{module.name}" and not name.startswith("_")
        if next(iter(signature(made).parameters), "") == "document"
    }
    # These two are steps of others: the part in which something hangs, and one of several siblings moved.
    assert {edit for edit in edits if edit not in drawn} == {"placing.part_of", "siblings.put_beside"}
