"""Sample workbooks and looks into their files, for the tests of the store."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop_app.edits import arguments, cards, criteria, maps, perspectives, scores, sections, sources
from desktop_app.model.document import Document
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.records import Card, PerspectiveKind, Premise, Record
from desktop_app.session import Session
from desktop_app.wording.sentence import literal


def fill(document: Document, *, claims: int = 6) -> None:
    """Records of every kind a person makes, by the edits a person uses."""
    a_map = maps.add_map(document, "Guarantee")
    question = cards.add_question(document, a_map.id, "How should it be given?")
    first = cards.add_option(document, a_map.id, "Treaty", under=question.id)
    second = cards.add_option(document, a_map.id, "Pledge", under=question.id)
    source = sources.add_source(document, "draft", "Draft agreement")
    for number in range(claims):
        pro = arguments.add_pro(document, first.id, f"Reason {number} — причина")
        con = arguments.add_con(document, second.id, f"Objection {number} — 理由")
        arguments.set_importance(document, _last_argument(document, pro.id), 0.75)
        cards.set_plausibility(document, con.id, 0.4)
        cards.set_tags(document, pro.id, ("one", "two words"))
        sources.cite(document, pro.id, source.id, quote="as it says", locator="p. 4")
    scope = criteria.add_criterion(document, a_map.id, "Scope")
    clarity = criteria.add_criterion(document, a_map.id, "Clarity")
    criteria.set_judgement(document, scope.id, clarity.id, 3.0)
    scores.set_score(document, first.id, scope.id, 70.0, low=60.0, high=90.0)
    scores.set_score(document, second.id, scope.id, 40.0)
    scores.set_fact(document, first.id, "Cost", "2 bn")
    person = perspectives.add_perspective(document, a_map.id, "Anna", PerspectiveKind.PERSON)
    criteria.set_weight(document, scope.id, 80.0, perspective=person.id)
    sections.set_recommendation(document, a_map.id, "Choose the **treaty**.")
    with document.transaction(literal("Pin")):
        document.change(document.get(Card, question.id), pin=(1.5, -2.0))


def _last_argument(document: Document, card_id: CardId) -> ArgumentId:
    (premise,) = document.referring(Premise, "card", card_id)
    return premise.argument


def sample(path: Path, *, claims: int = 6) -> set[Record]:
    """Makes a workbook with some history; its records."""
    with Session.create(path, title="Sample") as session:
        fill(session.document, claims=claims)
        return set(session.document.records())


def records_of(session: Session) -> set[Record]:
    """What is in memory."""
    return set(session.document.records())


@contextmanager
def plain(path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection, as another program makes; commits at the end. Only for files that are not open here."""
    with closing(sqlite3.connect(path)) as connection:
        yield connection
        connection.commit()


@contextmanager
def unchanged(path: Path) -> Iterator[None]:
    """Checks that a file and all its neighbours have the same bytes and times afterwards."""
    before = _everything_in(path.parent)
    yield
    assert _everything_in(path.parent) == before


def _everything_in(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {each.name: (each.stat().st_mtime_ns, each.read_bytes()) for each in folder.iterdir() if each.is_file()}
