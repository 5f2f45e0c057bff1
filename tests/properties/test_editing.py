"""Whatever a person does, the rules hold, and undo and redo lead exactly back and forth."""

from hypothesis import given, settings
from hypothesis import strategies as st

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
