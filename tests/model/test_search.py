"""Searching the words of cards: kept up to date by change sets, in a fixed order, loosely when little is found."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.edits import cards, maps
from desktop_app.model.document import Document
from desktop_app.model.search import CardSearch
from desktop_app.session import Session


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    with Session.create(tmp_path / "search.steelyard", title="Test") as session:
        yield session.document


def test_the_words_follow_every_change_undo_and_redo(tmp_path: Path) -> None:
    with Session.create(tmp_path / "a.steelyard", title="Test") as session:
        document = session.document
        a_map = maps.add_map(document, "Map")
        claim = cards.add_claim(document, a_map.id, "The bridge is old")
        assert [card.id for card in session.search("bridge")] == [claim.id]
        cards.set_text(document, claim.id, "The road is old")
        assert session.search("bridge") == []
        assert [card.text for card in session.search("road")] == ["The road is old"]
        session.undo()
        assert [card.text for card in session.search("bridge")] == ["The bridge is old"]
        session.undo()
        assert session.search("bridge") == []
        session.redo()
        assert len(session.search("bridge")) == 1


def test_what_is_found_equals_what_a_new_search_finds_after_maps_moved(document: Document) -> None:
    first, second = maps.add_map(document, "One"), maps.add_map(document, "Two")
    search = CardSearch(document)
    document.subscribe(search.follow)
    for a_map in (second, first):
        cards.add_claim(document, a_map.id, f"A claim on {a_map.title}")
    maps.move_map(document, second.id, beside=first.id, before=True)
    assert [card.text for card in search.find("claim")] == ["A claim on Two", "A claim on One"]
    assert search.find("claim") == CardSearch(document).find("claim")
    maps.delete_map(document, second.id)
    assert [card.text for card in search.find("claim")] == ["A claim on One"]


def test_letters_near_each_other_find_a_word_with_letters_left_out(document: Document) -> None:
    a_map = maps.add_map(document, "Map")
    cards.add_claim(document, a_map.id, "The bridge is old (and [steep])")
    cards.add_claim(document, a_map.id, "Before rain, it does go east")
    search = CardSearch(document)
    assert [card.text for card in search.find_loosely("brdge", most=5)] == ["The bridge is old (and [steep])"]
    assert search.find_loosely("(and[", most=5)
    assert search.find_loosely("br", most=5) == []
    assert len(search.find_loosely("the", most=1)) <= 1


def test_no_more_are_found_than_are_wanted_and_those_are_the_first(document: Document) -> None:
    a_map = maps.add_map(document, "Map")
    for number in range(5):
        noted = cards.add_claim(document, a_map.id, f"A claim, {number}")
        cards.set_notes(document, noted.id, "about the river")
    cards.add_claim(document, a_map.id, "The river itself")
    search = CardSearch(document)
    everything = search.find("river")
    assert everything[0].text == "The river itself"
    assert len(everything) == 6
    for most in range(1, 7):
        assert search.find("river", most=most) == everything[:most]
    assert search.find(" ", most=3) == []
