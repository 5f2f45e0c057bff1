"""Tries the whole path in a private folder: new, edit, undo, reopen, weigh, every export. For installed copies."""

import base64
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from desktop_app import samples
from desktop_app.base.resources import resource
from desktop_app.briefing.content.logo import as_logo
from desktop_app.briefing.data.attachment import attached_workbook
from desktop_app.briefing.exporting import ExportOptions, export_map
from desktop_app.briefing.formats import DATA, FORMATS, PDF
from desktop_app.edits import arguments, cards, sections
from desktop_app.model import reads
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.records import Card, CardKind
from desktop_app.self_test.errors import expect
from desktop_app.self_test.outputs import check_output, check_same_workbook
from desktop_app.session import Session
from desktop_app.wording.sentence import say, text

_QUESTION: Final = "Does this copy work?"
_PRO: Final = "A pro made by the self-test"
# Eight by eight pixels of one colour.
_PNG: Final = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mOQdWjAihiGlgQAfkM3QQGrBG8AAAAASUVORK5CYII="
)


def self_test() -> Iterator[str]:
    """Runs the steps one by one.

    Yields:
        What has just been tried, in words.

    Raises:
        SelfTestError: a step came out wrong.
        AppError: a step was refused.
    """
    with tempfile.TemporaryDirectory(prefix="steelyard-self-test-") as name:
        folder = Path(name)
        path = folder / "test.steelyard"
        yield from _edit(path)
        with Session.open(path) as session:
            question = _question(session)
            expect(session.document.get(Card, question).text == _QUESTION, say("self_test.edit_was_not_in_file"))
            session.undo()
            session.undo()
            left = {_QUESTION, _PRO} & {card.text for card in session.document.all(Card)}
            expect(not left, say("self_test.undo_did_not_lead_back_after"))
            session.redo()
            session.redo()
            yield text("self_test.done.reopened")
            expect(bool(session.results(_map(session)).ranking), say("self_test.nothing_was_ranked"))
            yield text("self_test.done.weighed")
            for kind, logo in (("PNG", _PNG), ("SVG", resource("icons", "app.svg").read_bytes())):
                yield from _export(session, folder, kind, logo)


def _edit(path: Path) -> Iterator[str]:
    """Makes the workbook and leaves two edits in it."""
    with samples.create_example(path) as session:
        before = set(session.document.records())
        question = _question(session)
        yield text("self_test.done.made")
        arguments.add_pro(session.document, question, _PRO)
        cards.set_text(session.document, question, _QUESTION)
        yield text("self_test.done.edited")
        session.undo()
        session.undo()
        expect(set(session.document.records()) == before, say("self_test.undo_did_not_lead_back"))
        yield text("self_test.done.undone")
        session.redo()
        session.redo()


def _export(session: Session, folder: Path, kind: str, logo: bytes) -> Iterator[str]:
    """Exports the brief in every format, with a logo, the PDF with its workbook, and looks into each file."""
    taken = as_logo(logo)
    expect(taken is not None, say("self_test.logo_was_not_taken", kind=kind))
    sections.set_up_brief(session.document, _map(session), logo=taken)
    records = list(session.document.records())
    for row in FORMATS:
        out = folder / f"brief-{kind}{row.ending}"
        written = _written(session, out)
        check_output(row.ending, written, _QUESTION, logo)
        if row is PDF:
            check_same_workbook(attached_workbook(written, out.name), records, out.name)
            expect(_written(session, out) == written, say("self_test.two_exports_of_same_map_differ"))
        elif row is DATA:
            check_same_workbook(written.decode("utf-8"), records, out.name)
        yield text("self_test.done.exported", ending=row.id, kind=kind)


def _written(session: Session, out: Path) -> bytes:
    options = ExportOptions(attach=out.suffix == PDF.ending, log=session.log())
    export_map(session.document, _map(session), session.results(_map(session)), out, options=options)
    return out.read_bytes()


def _map(session: Session) -> MapId:
    """The map of the example that has criteria."""
    return reads.maps(session.document)[-1].id


def _question(session: Session) -> CardId:
    every = reads.cards(session.document, _map(session))
    return next(card.id for card in every if card.kind is CardKind.QUESTION)
