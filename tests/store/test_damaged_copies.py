"""Damaged copies: never a traceback, never silently other records, never a changed byte. `DAMAGED=3000` for more."""

import os
import random
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.edits import cards
from desktop_app.model.records import Card, Record
from desktop_app.model.rules import check_all
from desktop_app.session import Session
from desktop_app.store.check import check
from desktop_app.store.errors import StoreError
from tests.store.workbooks import records_of, sample, unchanged

_PAGE = 4096
_KINDS = (
    *("one bit", "eight bits", "cut anywhere", "cut at a page", "page of zeros", "sector of zeros"),
    *("pages exchanged", "sector of noise", "older page", "appended", "header byte", "tail of zeros"),
)
_IS_THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
_COPIES = int(os.environ.get("DAMAGED", "3000" if _IS_THOROUGH else "36"))


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes, set[Record]]:
    """A workbook, an older version of it, and its records."""
    path = tmp_path_factory.mktemp("damaged") / "a.steelyard"
    sample(path, claims=40)
    older = path.read_bytes()
    with Session.open(path) as session:
        for card in sorted(session.document.all(Card), key=lambda card: card.id)[::3]:
            cards.set_text(session.document, card.id, card.text + " and later more")
        return path.read_bytes(), older, records_of(session)


def _damaged(kind: str, content: bytes, older: bytes, draw: random.Random) -> bytes:
    new = bytearray(content)
    pages = len(new) // _PAGE
    match kind:
        case "one bit" | "eight bits":
            for _ in range(1 if kind == "one bit" else 8):
                new[draw.randrange(len(new))] ^= 1 << draw.randrange(8)
        case "cut anywhere":
            del new[draw.randrange(len(new)) :]
        case "cut at a page":
            del new[draw.randrange(pages) * _PAGE :]
        case "page of zeros":
            at = draw.randrange(pages) * _PAGE
            new[at : at + _PAGE] = bytes(_PAGE)
        case "sector of zeros" | "sector of noise":
            at = draw.randrange(len(new) // 512) * 512
            new[at : at + 512] = bytes(512) if kind == "sector of zeros" else draw.randbytes(512)
        case "pages exchanged":
            one, other = (draw.randrange(pages) * _PAGE for _ in range(2))
            new[one : one + _PAGE], new[other : other + _PAGE] = new[other : other + _PAGE], new[one : one + _PAGE]
        case "older page":
            shared = range(0, min(len(new), len(older)) - _PAGE + 1, _PAGE)
            at = draw.choice([at for at in shared if new[at : at + _PAGE] != older[at : at + _PAGE]])
            new[at : at + _PAGE] = older[at : at + _PAGE]
        case "appended":
            new += draw.randbytes(draw.randrange(1, 5000))
        case "header byte":
            new[draw.randrange(100)] = draw.randrange(256)
        case "tail of zeros":
            at = draw.randrange(len(new))
            new[at:] = bytes(len(new) - at)
    return bytes(new)


@pytest.mark.parametrize("kind", _KINDS)
def test_a_damaged_copy_is_refused_or_noticed_and_left_as_it_is(
    tmp_path: Path, versions: tuple[bytes, bytes, set[Record]], kind: str
) -> None:
    content, older, records = versions
    path = tmp_path / "work" / "damaged.steelyard"
    path.parent.mkdir()
    for number in range(max(1, _COPIES // len(_KINDS))):
        path.write_bytes(_damaged(kind, content, older, random.Random(f"{kind} {number}")))
        with unchanged(path):
            session = _opened(path)
            is_sound = session is not None and not session.is_read_only
            if session is not None:
                with session:
                    assert records_of(session) == records or not is_sound
            assert is_sound or not check(path).is_sound
        if is_sound:
            _walk_back(path)


def _opened(path: Path) -> Session | None:
    """The session, or None when the copy was refused with a sentence."""
    try:
        return Session.open(path)
    except StoreError as refusal:
        assert '"damaged.steelyard"' in refusal.sentence, repr(refusal)  # noqa: PT017  # refusing is one of two right answers
        return None


def _walk_back(path: Path) -> None:
    """Damage to the history alone shows when undo meets it; then nothing changes, and what there is stays in order."""
    steps = 1000 if _IS_THOROUGH else 30
    with Session.open(path) as session, suppress(StoreError):
        for _ in range(steps):
            session.undo()
    check_all(session.document)
    with Session.open(path) as session:
        assert not session.is_read_only
