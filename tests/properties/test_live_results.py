"""Results that follow edits are the results weighed afresh, whatever a person does."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.edits import perspectives
from desktop_app.model import reads
from desktop_app.model.changes import ChangeSet
from desktop_app.model.document import Document
from desktop_app.model.records import Map, Perspective, PerspectiveKind
from desktop_app.weighing.results import LiveResults, weigh
from tests.random_edits import RandomEdit, new_document


def _check(live: list[LiveResults], document: Document) -> None:
    for current in (results.current for results in live):
        fresh = weigh(document, current.map, current.perspective)
        assert current == fresh
        # Equal mappings may still differ in order, which is the order on screen.
        assert list(current.options) == list(fresh.options)
        assert list(current.weights) == list(fresh.weights)


@given(st.data())
@settings(max_examples=60)
def test_results_after_any_edits_undone_or_not_are_those_weighed_afresh(data: st.DataObject) -> None:
    document = new_document()
    map_id = reads.maps(document)[0].id
    theirs = perspectives.add_perspective(document, map_id, "Theirs", PerspectiveKind.PERSON).id
    live = [LiveResults(document, map_id), LiveResults(document, map_id, theirs)]
    history: list[ChangeSet] = []

    def is_there() -> bool:
        return document.find(Map, map_id) is not None and document.find(Perspective, theirs) is not None

    def follow(change_set: ChangeSet) -> None:
        # As a session does, which forgets the results of what is gone.
        for results in live if is_there() else ():
            results.update(change_set)

    document.subscribe(follow)
    document.subscribe(history.append)
    for _ in range(data.draw(st.integers(1, 25))):
        RandomEdit(document, data.draw).act()
        if not is_there():
            return
        _check(live, document)
    for change_set in reversed(history[:]):
        document.replay(change_set.inverse(), lambda _: None)
        _check(live, document)
