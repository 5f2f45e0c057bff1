"""Which cards are seen, where two pictures differ, and what is folded."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.ids import CardId
from desktop_app.model.tree import Place
from desktop_app.viewmodels.canvas.visible import difference, visible
from desktop_app.viewmodels.first_folding import folded_at_first, folded_from


@st.composite
def trees(draw: st.DrawFn) -> list[Place]:
    """A forest in the order of the tree: each card hangs on one of those on the way to the one before."""
    made: list[Place] = []
    way: list[Place] = []
    for number in range(1, draw(st.integers(1, 14)) + 1):
        depth = draw(st.integers(0, len(way)))
        way = way[:depth]
        parent = way[-1].card if way else None
        place = Place(CardId(number), parent, None, depth, is_joined=False)
        made.append(place)
        way.append(place)
    return made


def above(places: list[Place], place: Place) -> set[CardId]:
    by_card = {item.card: item for item in places}
    found = set()
    while place.parent is not None:
        found.add(place.parent)
        place = by_card[place.parent]
    return found


@given(trees(), st.sets(st.integers(1, 14).map(CardId)), st.none() | st.integers(1, 14).map(CardId))
def test_a_card_is_seen_unless_one_above_it_is_folded_or_it_is_of_another_branch(
    places: list[Place], folded: set[CardId], focus: CardId | None
) -> None:
    if focus is not None and focus > len(places):
        focus = None
    seen = visible(places, folded, focus)
    expected, hidden = [], 0
    for place in places:
        ancestors = above(places, place)
        if focus is not None and place.card != focus and focus not in ancestors:
            continue
        inside = (
            ancestors if focus is None else {card for card in ancestors if focus in above(places, places[card - 1])}
        )
        if inside & (folded - ({focus} if focus is not None else set())):
            hidden += 1
        else:
            expected.append(place)
    assert seen.places == expected
    assert sum(seen.hidden.values()) == hidden


@given(trees(), st.sets(st.integers(1, 14).map(CardId)), st.sets(st.integers(1, 14).map(CardId)))
def test_a_splice_of_the_difference_makes_the_new_order_of_the_old(
    places: list[Place], folded: set[CardId], others: set[CardId]
) -> None:
    old, new = visible(places, folded, None).places, visible(places, others, None).places
    first, old_end, new_end = difference(old, new)
    assert [*old[:first], *new[first:new_end], *old[old_end:]] == new
    between = {place.card for place in old[first:old_end]}
    assert not {place.card for place in old[old_end:] if place.parent in between}


@given(trees(), st.integers(0, 5))
def test_folding_to_a_depth_shows_nothing_deeper(places: list[Place], depth: int) -> None:
    by_card = {place.card: place for place in places}
    seen = visible(places, folded_from(by_card, depth), None)
    assert seen.places == [place for place in places if place.depth <= depth]


def test_a_small_map_opens_whole_and_a_large_one_down_to_its_pros_and_cons() -> None:
    def chain(count: int) -> dict[CardId, Place]:
        return {
            CardId(n): Place(CardId(n), CardId(n - 1) if n > 1 else None, None, n - 1, is_joined=False)
            for n in range(1, count + 1)
        }

    assert folded_at_first(chain(200)) == set()
    assert min(folded_at_first(chain(201))) == 3
