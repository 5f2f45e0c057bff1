"""Results that follow edits are the results weighed afresh, whatever a person does."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.model import reads
from desktop_app.model.changes import ChangeSet
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.weighing.results import LiveResults, weigh
from tests.random_edits import RandomEdit, new_document


def _check(live: LiveResults, document: Document, map_id: MapId) -> None:
    fresh = weigh(document, map_id)
    assert live.current == fresh
    # Equal mappings may still differ in order, which is the order on screen.
    assert list(live.current.options) == list(fresh.options)
    assert list(live.current.weights) == list(fresh.weights)


@given(st.data())
@settings(max_examples=60)
def test_results_after_any_edits_undone_or_not_are_those_weighed_afresh(data: st.DataObject) -> None:
    document = new_document()
    map_id = reads.maps(document)[0].id
    live = LiveResults(document, map_id)
    history: list[ChangeSet] = []
    document.subscribe(live.update)
    document.subscribe(history.append)
    for _ in range(data.draw(st.integers(1, 25))):
        RandomEdit(document, data.draw).act()
        if not reads.maps(document) or reads.maps(document)[0].id != map_id:
            return
        _check(live, document, map_id)
    for change_set in reversed(history[:]):
        document.replay(change_set.inverse(), lambda _: None)
        _check(live, document, map_id)
