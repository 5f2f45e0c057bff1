"""Further uses of a card are drawn for the selected one, also from what is folded and to what they undercut."""

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.edits import arguments, cards, maps
from desktop_app.model.ids import CardId
from desktop_app.model.records import Card, Stance
from desktop_app.model.tree import places
from desktop_app.viewmodels.canvas.crosslinks import CrossLinks, cross_links
from desktop_app.viewmodels.canvas.scene import Scene
from desktop_app.weighing.results import LiveResults
from tests.sample_maps import empty, link


class Shown:
    """A scene of a claim with two pros, the second answered; the first, which is drawn first, may serve again there."""

    def __init__(self) -> None:
        self.document = empty()
        self.map_id = maps.add_map(self.document, "M").id
        claim = cards.add_claim(self.document, self.map_id, "Claim")
        self.first = arguments.add_pro(self.document, claim.id, "First")
        self.second = arguments.add_pro(self.document, claim.id, "Second")
        self.answer = arguments.add_con(self.document, self.second.id, "Answer")
        self.scene = Scene(self.document)

    def links_of(self, card: CardId, folded: frozenset[CardId] = frozenset()) -> CrossLinks:
        all_places = {place.card: place for place in places(self.document, self.map_id)}
        results = LiveResults(self.document, self.map_id).current
        self.scene.show(self.map_id, all_places, folded, results)
        return cross_links(self.document, self.scene, all_places, card)

    def box(self, card: Card) -> tuple[float, float, float]:
        at, arrays = self.scene.index[card.id], self.scene.arrays
        return float(arrays.x[at]), float(arrays.right[at]), float(arrays.y[at] + arrays.height[at] / 2)


@pytest.fixture
def shown(qapp: QApplication) -> Shown:
    return Shown()


def test_a_card_used_once_has_none(shown: Shown) -> None:
    assert shown.links_of(shown.first.id).looks == ()
    assert cross_links(shown.document, shown.scene, {}, None).looks == ()


def test_a_second_use_leads_from_what_it_speaks_to_and_is_seen_from_both_ends(shown: Shown) -> None:
    arguments.link_card(shown.document, shown.first.id, shown.answer.id, Stance.OPPOSES)
    found = shown.links_of(shown.first.id)
    assert [look.is_dashed for look in found.looks] == [True]
    _, right, middle = shown.box(shown.answer)
    left, _, low = shown.box(shown.first)
    assert found.controls[0, 0].tolist() == [right, middle]
    assert found.controls[0, 3].tolist() == [left, low]
    assert np.array_equal(shown.links_of(shown.answer.id).controls, found.controls)


def test_a_folded_card_stands_for_what_it_hides(shown: Shown) -> None:
    arguments.link_card(shown.document, shown.first.id, shown.answer.id, Stance.SUPPORTS)
    found = shown.links_of(shown.first.id, folded=frozenset({shown.second.id}))
    _, right, middle = shown.box(shown.second)
    assert found.controls[0, 0].tolist() == [right, middle]


def test_a_use_as_not_relevant_ends_on_the_middle_of_the_link_it_attacks(shown: Shown) -> None:
    arguments.link_undercut(shown.document, shown.first.id, link(shown.document, shown.answer.id))
    found = shown.links_of(shown.first.id)
    at = shown.scene.links.children.tolist().index(shown.scene.index[shown.answer.id])
    assert found.controls[0, 0].tolist() == shown.scene.links.middles[at].tolist()
    assert shown.links_of(shown.first.id, folded=frozenset({shown.second.id})).looks == ()
