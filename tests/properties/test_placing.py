"""The places that are kept up to date are those that would be read anew."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.model import reads
from desktop_app.model.changes import ChangeSet
from desktop_app.model.placing import PlacedMap
from desktop_app.model.tree import places, reshapes
from tests.random_edits import RandomEdit, new_document


@given(st.data())
@settings(max_examples=60)
def test_followed_places_are_the_places_read_anew(data: st.DataObject) -> None:
    document = new_document()
    kept = {item.id: PlacedMap(document, item.id) for item in reads.maps(document)}
    done: list[ChangeSet] = []

    def follow(change_set: ChangeSet) -> None:
        done.append(change_set)
        for placed in kept.values():
            placed.follow(change_set)

    document.subscribe(follow)
    for _ in range(data.draw(st.integers(1, 40))):
        if done and data.draw(st.integers(0, 4)) == 0:
            document.replay(done[-1].inverse(), lambda _: None)
        else:
            RandomEdit(document, data.draw).act()
        if data.draw(st.booleans()):
            for item in reads.maps(document):
                placed = kept.setdefault(item.id, PlacedMap(document, item.id))
                assert placed.places() == places(document, item.id)


@given(st.data())
@settings(max_examples=60)
def test_what_is_said_to_reshape_nothing_leaves_every_card_in_its_place(data: st.DataObject) -> None:
    document = new_document()
    told: list[ChangeSet] = []
    document.subscribe(told.append)
    for _ in range(data.draw(st.integers(1, 25))):
        before = {item.id: places(document, item.id) for item in reads.maps(document)}
        RandomEdit(document, data.draw).act()
        after = {item.id: places(document, item.id) for item in reads.maps(document)}
        is_moved = any(after[map_id] != before.get(map_id, []) for map_id in after)
        assert not is_moved or any(reshapes(change_set) for change_set in told)
        told.clear()
