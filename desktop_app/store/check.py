"""What is in a workbook file, and what is wrong with it, for `info` and `check`. Changes nothing, mends nothing.

Opening stops at the first fault; `check` goes on and lists all it can reach.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.records import Argument, Criterion, Map, Record, Source
from desktop_app.model.rules import MAX_RECORDS, check_all
from desktop_app.model.tables import TABLES
from desktop_app.store import history
from desktop_app.store.codec import CODECS, UnreadableRowError
from desktop_app.store.connection import Access, connect, guard, work_limit
from desktop_app.store.errors import HistoryDamagedError, StoreError, TooLargeError, translate_sqlite_errors
from desktop_app.store.header import read_header
from desktop_app.store.history_sum import history_sum, kept_history_sum
from desktop_app.store.journal import look_beside
from desktop_app.store.lock import file_key, links_followed, refuse_if_open_here
from desktop_app.store.opening import open_workbook
from desktop_app.store.read_only import ASKED, CHANGED
from desktop_app.store.reading import check_schema, content_sum, kept_sum
from desktop_app.store.rows import all_rows
from desktop_app.store.schema import format_name
from desktop_app.wording.sentence import say, text

MOST_FINDINGS: Final = 50
_LEAST_ROW_BYTES: Final = 8  # of any record, with what SQLite needs to find it


@dataclass(frozen=True, slots=True)
class MapCounts:
    """How much a map holds."""

    title: str
    cards: int
    options: int
    arguments: int
    criteria: int


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    """What a workbook file holds; `format` is "major.minor"."""

    path: Path
    format: str
    title: str
    author: str
    language: str
    created: str
    size_bytes: int
    maps: tuple[MapCounts, ...]
    sources: int
    read_only_reason: str | None
    changed_outside: bool
    notice: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: a short stable code, and a sentence."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found wrong, deepest first: pages before values, values before history; at most 50 findings.

    Attributes:
        readable: how many records can be read.
    """

    path: Path
    findings: tuple[Finding, ...]
    readable: int

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings

    @property
    def is_changed_outside(self) -> bool:
        """Whether the content sum does not confirm the records."""
        return any(finding.code == CHANGED.code for finding in self.findings)


def info(path: Path) -> WorkbookFacts:
    """What a workbook holds, read without editing it.

    Raises:
        StoreError: the file cannot be opened.
    """
    opened = open_workbook(path, read_only=True)
    try:
        document = opened.document
        workbook = reads.workbook(document)
        reason = opened.file.read_only_reason
        return WorkbookFacts(
            path=opened.file.path,
            format=format_name(opened.format),
            title=workbook.title,
            author=workbook.author,
            language=workbook.language,
            created=workbook.created,
            size_bytes=opened.file.path.stat().st_size,
            maps=tuple(_counts(document, each) for each in reads.maps(document)),
            sources=document.count(Source),
            read_only_reason=str(reason) if reason is not None and reason is not ASKED else None,
            changed_outside=reason is CHANGED,
            notice=str(opened.notice) if opened.notice is not None else None,
        )
    finally:
        opened.file.close()


def check(path: Path) -> CheckReport:
    """Looks for everything that is wrong with a file.

    Raises:
        MissingFileError: there is no file.
        AlreadyOpenError: this process has it open.
    """
    path = links_followed(path)
    refuse_if_open_here(file_key(path), path.name)
    findings: list[Finding] = []
    readable = 0
    try:
        header = read_header(path)
        if look_beside(path, header).is_clear:
            file_findings, readable = _examine(path, Access.FROZEN if header.is_wal else Access.READ)
        else:
            file_findings, readable = _opened_with_care(path)
        findings.extend(file_findings)
    except StoreError as error:
        findings.append(Finding(error.code, error.sentence))
    return CheckReport(path, tuple(findings[:MOST_FINDINGS]), readable)


def _examine(path: Path, access: Access) -> tuple[list[Finding], int]:
    """All findings through one connection, and how many records can be read."""
    with translate_sqlite_errors(path.name):
        db = connect(path, access)
    try:
        guard(db)
        with translate_sqlite_errors(path.name), work_limit(db):
            version = check_schema(db, path.name)
            # Damage can lead to the same rows again and again.
            most = min(MAX_RECORDS, path.stat().st_size // _LEAST_ROW_BYTES)
            records, findings = _read_all(db, path.name, most, version)
            # A page that cannot be read fails one look at the file and not the next.
            for examine in (_pages, _references):
                with _noting(findings, path.name):
                    findings.extend(examine(db))
            if not findings:
                findings.extend([*_sum(db, version), *_rules(records)])
            with _noting(findings, path.name):
                findings.extend(_history(db))
    finally:
        db.conn.close()
    return findings, len(records)


def _opened_with_care(path: Path) -> tuple[list[Finding], int]:
    """What opening tells of a file with a journal: only that can say which of the two is right."""
    opened = open_workbook(path, read_only=True)
    try:
        reason = opened.file.read_only_reason
        closed_badly = text("check.not_closed")
        findings = [Finding("journal", opened.notice.sentence if opened.notice is not None else closed_badly)]
        if reason is not None and reason is not ASKED:
            findings.append(Finding(reason.code, reason.sentence))
        return findings, sum(1 for _ in opened.document.records())
    finally:
        opened.file.close()


@contextmanager
def _noting(findings: list[Finding], name: str) -> Iterator[None]:
    try:
        with translate_sqlite_errors(name):
            yield
    except StoreError as error:
        findings.append(Finding(error.code, error.sentence))


def _read_all(db: Database, name: str, most: int, version: int) -> tuple[list[Record], list[Finding]]:
    records: list[Record] = []
    findings: list[Finding] = []
    for table in TABLES:
        with _noting(findings, name):
            for number, row in enumerate(all_rows(db, table, version)):
                if number >= most:
                    raise TooLargeError(say("error.store.more_rows_than_size", name=name))
                try:
                    records.append(CODECS[table.record].decode(row))
                except UnreadableRowError as error:
                    findings.append(Finding("bad-value", text("check.bad_value", value=str(error))))
    return records, findings


def _pages(db: Database) -> Iterator[Finding]:
    for (line,) in db.execute(f"PRAGMA integrity_check({MOST_FINDINGS})"):
        if line != "ok":
            yield Finding("damaged", text("check.sqlite", line=line))


def _references(db: Database) -> Iterator[Finding]:
    for table, row_id, target, _ in db.execute("PRAGMA foreign_key_check"):
        yield Finding("reference", text("check.reference", table=table, row_id=row_id, target=target))


def _sum(db: Database, version: int) -> Iterator[Finding]:
    if kept_sum(db) != content_sum(db, version):
        yield Finding(CHANGED.code, text("check.content_sum"))


def _history(db: Database) -> Iterator[Finding]:
    try:
        history.read_position(db)
    except HistoryDamagedError as error:
        yield Finding(error.code, error.sentence)
    for sentence in history.check_steps(db):
        yield Finding("bad-history", sentence)
    if kept_history_sum(db) not in (None, history_sum(db)):
        yield Finding("bad-history", text("check.history_sum"))


def _rules(records: list[Record]) -> Iterator[Finding]:
    try:
        check_all(Document(records))
    except RuleError as error:
        yield Finding("rule", error.sentence)


def _counts(document: Document, each: Map) -> MapCounts:
    return MapCounts(
        title=each.title,
        cards=len(reads.cards(document, each.id)),
        options=len(reads.options(document, each.id)),
        arguments=len(document.referring(Argument, "map", each.id)),
        criteria=len(document.referring(Criterion, "map", each.id)),
    )
