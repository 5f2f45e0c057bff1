"""Sources, shared by the maps of a workbook, and the citations that use them."""

from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, CitationId, SourceId
from desktop_app.model.records import Citation, Source, Verification
from desktop_app.wording.sentence import say


def add_source(
    document: Document,
    key: str,
    title: str,
    *,
    author: str = "",
    publisher: str = "",
    date: str = "",
    url: str = "",
) -> Source:
    """Adds a source; its key is what `@key` names."""
    with document.transaction(say("step.add_source")):
        new_id = SourceId(document.new_id(Source))
        return document.add(Source(new_id, key, title, author, publisher, date, url))


def describe_source(
    document: Document,
    source_id: SourceId,
    *,
    key: str | None = None,
    title: str | None = None,
    author: str | None = None,
    publisher: str | None = None,
    date: str | None = None,
    url: str | None = None,
    accessed: str | None = None,
) -> None:
    """Changes what is said of a source; None leaves a field as it is."""
    given = {
        "key": key,
        "title": title,
        "author": author,
        "publisher": publisher,
        "date": date,
        "url": url,
        "accessed": accessed,
    }
    with document.transaction(say("step.edit_source")):
        changed = {name: value for name, value in given.items() if value is not None}
        document.change(document.get(Source, source_id), **changed)


def grade_source(document: Document, source_id: SourceId, reliability: str | None, credibility: int | None) -> None:
    """Grades a source: reliability A…F, credibility 1…6, kept apart; None is "cannot be judged"."""
    with document.transaction(say("step.grade_source")):
        document.change(document.get(Source, source_id), reliability=reliability, credibility=credibility)


def verify_source(document: Document, source_id: SourceId, verification: Verification) -> None:
    """Says how far a source has been checked."""
    with document.transaction(say("step.verify_source")):
        document.change(document.get(Source, source_id), verification=verification)


def delete_source(document: Document, source_id: SourceId) -> None:
    """Deletes a source with its citations."""
    with document.transaction(say("step.delete_source")):
        document.delete(document.get(Source, source_id))


def cite(document: Document, card: CardId, source: SourceId, *, quote: str = "", locator: str = "") -> Citation:
    """Lets a card cite a source; citing it again at the same place changes the quote."""
    with document.transaction(say("step.cite_source")):
        for citation in reads.citations_of(document, card):
            if citation.source == source and citation.locator == locator:
                return document.change(citation, quote=quote)
        new_id = CitationId(document.new_id(Citation))
        return document.add(Citation(new_id, card, source, quote, locator))


def change_citation(document: Document, citation_id: CitationId, *, quote: str, locator: str) -> None:
    """Changes the quote and place of a citation."""
    with document.transaction(say("step.edit_citation")):
        document.change(document.get(Citation, citation_id), quote=quote, locator=locator)


def remove_citation(document: Document, citation_id: CitationId) -> None:
    """Takes a citation off its card; the source stays."""
    with document.transaction(say("step.remove_citation")):
        document.delete(document.get(Citation, citation_id))
