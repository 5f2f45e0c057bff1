"""`check` lists what is wrong, `info` what is there; neither changes anything."""

import struct
from pathlib import Path

import pytest

from desktop_app.session import Session
from desktop_app.store.check import MOST_FINDINGS, check, info
from desktop_app.store.errors import AlreadyOpenError, DamagedError, EmptyFileError, MissingFileError
from tests.store.workbooks import plain, unchanged


def test_a_sound_workbook_has_no_findings(path: Path) -> None:
    with unchanged(path):
        report = check(path)
    assert report.is_sound
    assert report.readable == 58


def test_info_counts_what_is_on_each_map(path: Path) -> None:
    with unchanged(path):
        facts = info(path)
    assert (facts.title, facts.format, facts.language, facts.sources) == ("Sample", "0.3", "en", 1)
    assert facts.read_only_reason is None
    assert facts.size_bytes == path.stat().st_size
    (only,) = facts.maps
    assert (only.title, only.cards, only.options, only.arguments, only.criteria) == ("Guarantee", 15, 2, 12, 2)


@pytest.mark.parametrize(
    ("statement", "code", "words"),
    [
        ("UPDATE card SET kind = 'prophecy' WHERE kind = 'question'", "bad-value", "kind"),
        ("UPDATE card SET text = CAST(x'ff41' AS TEXT)", "damaged", "not readable"),
        ("DELETE FROM criterion", "reference", "criterion that is not there"),
        ("UPDATE card SET said = 2", "changed-outside", "outside this program"),
        ("UPDATE card SET plausibility = 7.0", "rule", "plausibility"),
        ("DELETE FROM state", "bad-history", "history"),
        ("UPDATE change SET after = '[' WHERE seq = 0", "bad-history", "Undo step 1 cannot be read"),
        # What made a record must say all of it, or undo and redo would make half of one.
        ("UPDATE change SET after = '{}' WHERE before IS NULL", "bad-history", "Undo step 1 cannot be read"),
        ("CREATE TABLE extra (a)", "foreign-schema", "did not write"),
        ("PRAGMA user_version = 5000", "newer", "newer version"),
    ],
)
def test_a_fault_is_found_and_named(path: Path, statement: str, code: str, words: str) -> None:
    with plain(path) as connection:
        connection.execute(statement)
    with unchanged(path):
        report = check(path)
    assert not report.is_sound
    assert code in {finding.code for finding in report.findings}
    assert any(words in finding.sentence for finding in report.findings)
    assert len(report.findings) <= MOST_FINDINGS


def test_check_goes_on_after_the_first_fault(path: Path) -> None:
    with plain(path) as connection:
        connection.execute("UPDATE card SET kind = 'prophecy' WHERE kind = 'question'")
        connection.execute("UPDATE argument SET stance = 'dances'")
        connection.execute("DELETE FROM source")
    report = check(path)
    assert {"bad-value", "reference"} <= {finding.code for finding in report.findings}
    assert sum(finding.code == "bad-value" for finding in report.findings) == 13
    assert report.readable > 30


def test_a_wrong_sum_is_found_beside_a_damaged_history(path: Path) -> None:
    with plain(path) as connection:
        connection.execute("UPDATE card SET said = 2")
        connection.execute("UPDATE state SET value = '-7' WHERE key = 'cursor'")
    report = check(path)
    assert {finding.code for finding in report.findings} == {"changed-outside", "bad-history"}
    assert report.is_changed_outside


def test_a_page_of_noise_fails_some_looks_and_not_the_others(path: Path) -> None:
    content = bytearray(path.read_bytes())
    # The leaf page that holds the question's text.
    at = content.index(b"How should it be given?") // 4096 * 4096
    content[at : at + 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    with unchanged(path):
        report = check(path)
    assert not report.is_sound
    assert report.readable > 0


def test_an_unfinished_edit_is_reported_and_what_it_holds_is_counted(path: Path) -> None:
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"of another file" * 100)
    with unchanged(path):
        report = check(path)
    assert [finding.code for finding in report.findings] == ["journal"]
    assert report.readable == 58


def test_a_file_changed_outside_with_a_journal_beside_it_is_reported_as_both(path: Path) -> None:
    with plain(path) as connection:
        connection.execute("UPDATE card SET said = 2")
    path.with_name(path.name + "-journal").write_bytes(b"of another file" * 100)
    assert [finding.code for finding in check(path).findings] == ["journal", "changed-outside"]


def test_a_missing_file_and_one_open_here_are_not_reports(path: Path, tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        check(tmp_path / "none")
    with Session.open(path), pytest.raises(AlreadyOpenError):
        check(path)


def test_an_empty_file_is_a_finding_of_check_and_an_error_of_info(tmp_path: Path) -> None:
    path = tmp_path / "empty.steelyard"
    path.touch()
    assert [finding.code for finding in check(path).findings] == ["empty"]
    with pytest.raises(EmptyFileError):
        info(path)


def _page_of_children(child: int) -> bytes:
    """A page of a table that leads to one and the same page 500 times."""
    cells = 500
    first = 4096 - cells * 5
    head = struct.pack(">BHHHBI", 5, 0, cells, first, 0, child)
    places = b"".join(struct.pack(">H", first + number * 5) for number in range(cells))
    return (head + places).ljust(first, b"\0") + (struct.pack(">I", child) + b"\x01") * cells


def test_rows_that_are_met_again_and_again_are_read_no_oftener_than_the_size_explains(path: Path) -> None:
    with plain(path) as connection:
        connection.executemany("INSERT INTO tombstone VALUES (?, 'card', 1)", [(number,) for number in range(1, 100)])
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'tombstone'").fetchone()
    content = bytearray(path.read_bytes())
    pages = len(content) // 4096
    leaf = bytes(content[(root - 1) * 4096 : root * 4096])
    assert leaf[0] == 13, "the table fits on one page"
    content[(root - 1) * 4096 : root * 4096] = _page_of_children(pages + 1)
    content += _page_of_children(pages + 2) + _page_of_children(pages + 3) + leaf
    content[28:32] = (pages + 3).to_bytes(4, "big")
    content[92:96] = content[24:28]
    path.write_bytes(content)
    with unchanged(path):
        report = check(path)
        with pytest.raises(DamagedError):
            Session.open(path)
    assert report.readable <= path.stat().st_size // 8 + 100
    assert {finding.code for finding in report.findings} >= {"too-large", "damaged"}
