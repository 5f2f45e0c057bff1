"""What the program lets one make, it opens again: at the limits of depth, length and number."""

from pathlib import Path

import pytest

from desktop_app.edits import arguments, cards, maps, sections, sources
from desktop_app.model import rules
from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.field_rules import MAX_BODY, MAX_TAGS, MAX_TEXT
from desktop_app.model.reach import MAX_DEPTH
from desktop_app.model.records import Card, CardKind, Map
from desktop_app.session import Session
from desktop_app.store.check import check
from desktop_app.wording.sentence import literal
from tests.store.workbooks import records_of

# Four bytes of UTF-8 each, and an escape in JSON: the most that a character can take.
_WIDE, _ESCAPED = "\U0001f600", "\x01"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "made.steelyard"
    Session.make(path, lambda document: maps.add_map(document, "Map"), title="Made").close()
    return path


def _opens_again(session: Session, path: Path) -> None:
    records = records_of(session)
    label = session.undo_label
    session.close()
    assert check(path).is_sound
    with Session.open(path) as again:
        assert not again.is_read_only
        assert records_of(again) == records
        assert again.undo_label == label
        assert again.undo() is not None


def _the_map(document: Document) -> Map:
    (a_map,) = document.all(Map)
    return a_map


@pytest.mark.parametrize("character", [_WIDE, _ESCAPED, '"'])
def test_the_longest_texts(made: Path, character: str) -> None:
    session = Session.open(made)
    document, a_map = session.document, _the_map(session.document)
    card = cards.add_claim(document, a_map.id, character * MAX_TEXT)
    cards.set_tags(document, card.id, tuple(character * 300 + str(number) for number in range(MAX_TAGS)))
    sections.add_section(document, a_map.id, "Long", body=character * MAX_BODY)
    sources.add_source(document, "key", character * MAX_TEXT)
    with pytest.raises(RuleError):
        cards.set_text(document, card.id, character * (MAX_TEXT + 1))
    _opens_again(session, made)


@pytest.mark.parametrize("kind", [CardKind.CLAIM, CardKind.NOTE])
def test_the_deepest_nesting(made: Path, kind: CardKind) -> None:
    session = Session.open(made)
    document, a_map = session.document, _the_map(session.document)
    with document.transaction(literal("Deep")):
        card: Card = cards.add_claim(document, a_map.id, "top")
        for number in range(MAX_DEPTH - 1):
            if kind is CardKind.CLAIM:
                card = arguments.add_pro(document, card.id, f"{number}")
            else:
                card = cards.add_note(document, a_map.id, f"{number}", under=card.id)
    with pytest.raises(RuleError, match="nested"):
        cards.add_note(document, a_map.id, "one more", under=card.id)
    _opens_again(session, made)


def test_the_most_cards_and_records(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limits themselves take minutes; that one rule holds them for making and for opening does not."""
    monkeypatch.setattr(rules, "MAX_CARDS", 5)
    session = Session.open(made)
    document, a_map = session.document, _the_map(session.document)
    with document.transaction(literal("Five")):
        for number in range(5):
            cards.add_claim(document, a_map.id, f"{number}")
    with pytest.raises(RuleError, match="at most 5 cards"):
        cards.add_claim(document, a_map.id, "one more")
    monkeypatch.setattr(rules, "MAX_RECORDS", sum(1 for _ in document.records()))
    monkeypatch.setattr("desktop_app.store.reading.MAX_RECORDS", rules.MAX_RECORDS)
    with pytest.raises(RuleError, match="records"):
        sources.add_source(document, "key", "Title")
    _opens_again(session, made)
