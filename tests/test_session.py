"""A session: undo with results and search that follow, whatever happens to the map."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.base.errors import AppError
from desktop_app.edits import arguments, cards, maps, perspectives
from desktop_app.model.document import Document
from desktop_app.model.errors import ChangeNotFollowedError, RuleError
from desktop_app.model.records import Argument, Card, Map, PerspectiveKind, Workbook
from desktop_app.model.search import CardSearch
from desktop_app.session import Session
from desktop_app.weighing.results import LiveResults, weigh


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session.create(tmp_path / "a.steelyard", title="Test", author="Anna", language="uk") as session:
        yield session


def test_a_new_workbook_is_described_and_has_nothing_to_undo(session: Session, tmp_path: Path) -> None:
    (workbook,) = session.document.records()
    assert isinstance(workbook, Workbook)
    assert (workbook.title, workbook.author, workbook.language) == ("Test", "Anna", "uk")
    assert workbook.created.endswith("Z")
    assert session.path == tmp_path / "a.steelyard"
    assert (session.undo_label, session.redo_label, session.undo(), session.redo()) == (None, None, None, None)
    assert not session.soundness.looped_maps


def test_a_workbook_that_cannot_be_filled_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "b.steelyard"

    def fill(document: Document) -> None:
        cards.add_claim(document, maps.add_map(document, "Map").id, "x" * 20_001)

    with pytest.raises(RuleError, match="20,001 characters"):
        Session.make(path, fill, title="Test")
    assert not path.exists()
    with Session.make(path, lambda document: maps.add_map(document, "Map"), title="Test") as made:
        assert len(list(made.document.all(Map))) == 1
        assert made.undo_label is None


def test_undo_never_takes_away_what_a_workbook_was_made_with(tmp_path: Path) -> None:
    path = tmp_path / "c.steelyard"
    with Session.make(path, lambda document: maps.add_map(document, "From a text"), title="Test") as made:
        assert made.undo() is None
        maps.add_map(made.document, "Second")
        made.undo()
        assert made.undo() is None
        assert [item.title for item in made.document.all(Map)] == ["From a text"]


def test_results_follow_edits_undo_and_redo(session: Session) -> None:
    document = session.document
    a_map = maps.add_map(document, "Map")
    claim = cards.add_claim(document, a_map.id, "Claim")
    arguments.add_pro(document, claim.id, "Pro")
    assert session.results(a_map.id) is session.results(a_map.id)
    (argument,) = document.all(Argument)
    even = session.results(a_map.id).cards[claim.id].strength
    arguments.set_importance(document, argument.id, 1.0)
    cards.set_plausibility(document, _pro(session).id, 0.9)
    weighed = session.results(a_map.id)
    assert weighed == weigh(document, a_map.id)
    strength = weighed.cards[claim.id].strength
    assert strength is not None
    assert even is not None
    assert strength > even
    session.undo()
    session.undo()
    assert session.results(a_map.id).cards[claim.id].strength == even
    session.redo()
    session.redo()
    assert session.results(a_map.id) == weighed


def test_a_subscriber_finds_the_results_up_to_date(session: Session) -> None:
    a_map = maps.add_map(session.document, "Map")
    session.results(a_map.id)
    seen = []
    session.document.subscribe(lambda _: seen.append(len(session.results(a_map.id).cards)))
    cards.add_claim(session.document, a_map.id, "One")
    cards.add_claim(session.document, a_map.id, "Two")
    assert seen == [1, 2]


def test_results_of_what_is_gone_are_forgotten_and_made_anew_when_it_comes_back(session: Session) -> None:
    document = session.document
    maps.add_map(document, "Another")
    a_map = maps.add_map(document, "Map")
    cards.add_claim(document, a_map.id, "Claim")
    person = perspectives.add_perspective(document, a_map.id, "Anna", PerspectiveKind.PERSON)
    session.results(a_map.id, person.id)
    perspectives.delete_perspective(document, person.id)
    session.results(a_map.id)
    maps.delete_map(document, a_map.id)
    session.undo()
    session.undo()
    assert session.results(a_map.id, person.id) == weigh(document, a_map.id, person.id)


def test_results_by_the_numbers_of_a_perspective_are_its_own(session: Session) -> None:
    a_map = maps.add_map(session.document, "Map")
    claim = cards.add_claim(session.document, a_map.id, "Claim")
    theirs = perspectives.add_perspective(session.document, a_map.id, "Theirs", PerspectiveKind.PERSON).id
    cards.set_plausibility(session.document, claim.id, 0.9, perspective=theirs)
    maps_own = session.results(a_map.id).cards[claim.id]
    assert session.results(a_map.id, theirs) == weigh(session.document, a_map.id, theirs)
    assert session.results(a_map.id, theirs).cards[claim.id] != maps_own
    assert session.results(a_map.id).cards[claim.id] == maps_own


def test_search_finds_all_words_in_any_case_in_text_before_notes_and_maps_in_order(session: Session) -> None:
    document = session.document
    first = maps.add_map(document, "First")
    second = maps.add_map(document, "Second")
    noted = cards.add_claim(document, first.id, "Costs")
    cards.set_notes(document, noted.id, "Straße und Preise")
    later = cards.add_claim(document, second.id, "Preise der STRASSE")
    cards.add_claim(document, first.id, "Preise allein")
    assert [card.id for card in session.search("strasse preise")] == [later.id, noted.id]
    assert [card.text for card in session.search("PREISE")] == ["Preise allein", "Preise der STRASSE", "Costs"]
    assert session.search("  ") == []
    assert session.search("nowhere") == []


def _pro(session: Session) -> Card:
    return next(card for card in session.document.all(Card) if card.text == "Pro")


def test_two_sessions_may_read_a_workbook_and_one_that_reads_refuses_to_write(session: Session) -> None:
    maps.add_map(session.document, "Map")
    assert not session.is_read_only
    assert session.read_only_reason is None
    session.close()
    with Session.open(session.path, read_only=True) as reading:
        assert reading.is_read_only
        assert reading.read_only_reason is not None
        before = set(reading.document.records())
        with pytest.raises(AppError):
            maps.add_map(reading.document, "Another")
        assert set(reading.document.records()) == before
        assert not reading.is_outdated


def test_a_copy_holds_what_is_in_memory_with_its_history_or_without(session: Session, tmp_path: Path) -> None:
    maps.add_map(session.document, "Map")
    for name, with_history in (("with", True), ("without", False)):
        copy = tmp_path / f"{name}.steelyard"
        session.save_copy(copy, with_history=with_history)
        with Session.open(copy) as copied:
            assert set(copied.document.records()) == set(session.document.records())
            assert copied.undo_label == ("Add map" if with_history else None)


def test_search_by_letters_follows_what_is_added_and_taken_back(session: Session) -> None:
    document = session.document
    a_map = maps.add_map(document, "Map")
    assert session.search_loosely("tmd", most=5) == []
    card = cards.add_claim(document, a_map.id, "Treaty-based mutual defence")
    assert [found.id for found in session.search_loosely("treaty", most=5)] == [card.id]
    session.undo()
    assert session.search_loosely("treaty", most=5) == []


def test_a_history_that_leads_where_no_action_can_is_refused_and_changes_nothing(session: Session) -> None:
    document = session.document
    a_map = maps.add_map(document, "Map")
    claim = cards.add_claim(document, a_map.id, "Claim")
    cards.set_notes(document, claim.id, "notes")
    session.close()
    with sqlite3.connect(session.path) as connection:
        # A stranger rewrites the last step so that undoing it would break a rule.
        changed = connection.execute(
            'UPDATE change SET before = replace(before, \'"notes":""\', \'"notes":"\' || ? || \'"\')', ("x" * 20_001,)
        ).rowcount
    connection.close()
    assert changed
    with Session.open(session.path) as opened:
        before = set(opened.document.records())
        with pytest.raises(AppError, match="does not fit"):
            opened.undo()
        assert set(opened.document.records()) == before


def test_results_that_fail_to_follow_are_computed_anew_when_they_are_asked_for(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = session.document
    map_id = maps.add_map(document, "Map").id
    option = cards.add_option(document, map_id, "A")
    session.results(map_id)
    session.search("A")
    heard: list[str] = []
    document.subscribe(lambda change_set: heard.append(str(change_set.step)))
    with monkeypatch.context() as patch:
        patch.setattr(LiveResults, "update", lambda *_: 1 / 0)
        with pytest.raises(ChangeNotFollowedError):
            arguments.add_pro(document, option.id, "It is cheap")
    assert heard == ["Add pro"]
    assert session.results(map_id) == weigh(document, map_id)
    assert [card.text for card in session.search("cheap")] == ["It is cheap"]
    arguments.add_con(document, option.id, "It is late")
    assert session.results(map_id) == weigh(document, map_id)


def test_a_search_that_fails_to_follow_reads_the_cards_anew(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    document = session.document
    map_id = maps.add_map(document, "Map").id
    session.search("A")
    with monkeypatch.context() as patch:
        patch.setattr(CardSearch, "follow", lambda *_: 1 / 0)
        with pytest.raises(ChangeNotFollowedError):
            cards.add_option(document, map_id, "A depot")
    assert [card.text for card in session.search("depot")] == ["A depot"]
