"""Tries the whole path in a private folder: new, edit, undo, reopen, weigh, export, compare. For installed copies."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from desktop_app import samples
from desktop_app.base.errors import AppError
from desktop_app.edits import arguments, cards
from desktop_app.model import reads
from desktop_app.model.records import Card, CardKind
from desktop_app.session import Session


class SelfTestError(AppError):
    """A step of the self-test did not come out as it must."""

    default_code = "self-test"


def self_test() -> Iterator[str]:
    """Runs the steps one by one.

    Yields:
        What has just been tried, in words.

    Raises:
        SelfTestError: a step came out wrong.
        AppError: a step was refused.
    """
    # Imported here: it needs the display libraries, which the other verbs do without.
    from desktop_app.briefing.exporting import export_map  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="steelyard-self-test-") as folder:
        path = Path(folder) / "test.steelyard"
        with samples.create_example(path) as session:
            before = set(session.document.records())
            first = reads.maps(session.document)[0]
            question = next(card for card in reads.cards(session.document, first.id) if card.kind is CardKind.QUESTION)
            yield "made a workbook"
            arguments.add_pro(session.document, question.id, "A pro made by the self-test")
            cards.set_text(session.document, question.id, "Does this copy work?")
            yield "edited it"
            session.undo()
            session.undo()
            _expect(set(session.document.records()) == before, "undo did not lead back")
            yield "took the edits back"
            session.redo()
            session.redo()
        with Session.open(path) as session:
            question = session.document.get(Card, question.id)
            _expect(question.text == "Does this copy work?", "an edit was not in the file")
            session.undo()
            session.undo()
            _expect(set(session.document.records()) == before, "undo did not lead back after reopening")
            yield "reopened it and took the edits back again"
            results = session.results(reads.maps(session.document)[-1].id)
            _expect(bool(results.ranking), "nothing was ranked")
            yield "weighed it"
            written = []
            for number in (1, 2):
                out = Path(folder) / f"brief-{number}.pdf"
                export_map(session.document, results.map, results, out)
                written.append(out.read_bytes())
            _expect(written[0].startswith(b"%PDF-"), "the brief is no PDF")
            _expect(written[0] == written[1], "two exports of the same map differ")
            yield "exported its brief twice and compared"


def _expect(outcome: bool, otherwise: str) -> None:  # noqa: FBT001  # reads like a sentence
    if not outcome:
        raise SelfTestError(f"The self-test failed: {otherwise}.", "Install the program again, or report this.")
