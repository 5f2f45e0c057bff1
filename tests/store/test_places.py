"""Where a file lies and who else has it open: other programs, places that cannot be written."""

import os
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from urllib.parse import unquote, urlsplit

import pytest

from desktop_app.edits import workbooks
from desktop_app.model.records import Card
from desktop_app.session import Session
from desktop_app.store.check import check, info
from desktop_app.store.connection import as_uri
from desktop_app.store.errors import NoPermissionError, NotAFileError, ReadOnlyError, StorageError, StoreError
from tests.store.workbooks import records_of, unchanged

_ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def _holding(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that has the file open until it is told to end."""
    code = """
        import sys
        from pathlib import Path
        from desktop_app.edits import workbooks
        from desktop_app.session import Session
        with Session.open(Path(sys.argv[1])) as session:
            assert not session.is_read_only
            print("open", flush=True)
            for line in sys.stdin:
                if line == "stay inside a transaction\\n":
                    session._file._db.execute("BEGIN IMMEDIATE")
                    session._file._db.execute("UPDATE card SET said = 99")
                else:
                    workbooks.rename_workbook(session.document, line.strip())
                print("done", flush=True)
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=_ROOT) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "open\n"
        try:
            yield other
        finally:
            with suppress(BrokenPipeError):
                other.stdin.close()
            other.wait(timeout=20)


def _tell(other: subprocess.Popen[str], line: str) -> None:
    assert other.stdin is not None
    assert other.stdout is not None
    other.stdin.write(f"{line}\n")
    other.stdin.flush()
    assert other.stdout.readline() == "done\n"


@pytest.mark.parametrize("read_only", [False, True])
def test_the_journal_of_a_program_at_work_is_left_to_it(path: Path, read_only: bool) -> None:
    journal = path.with_name(path.name + "-journal")
    with _holding(path) as other:
        _tell(other, "stay inside a transaction")
        assert journal.stat().st_size > 0
        with unchanged(path), Session.open(path, read_only=read_only) as session:
            assert session.read_only_reason is not None
            assert session.read_only_reason.code == ("asked" if read_only else "open-elsewhere")
            assert all(card.said == 1 for card in session.document.all(Card))
        other.kill()
        other.wait(timeout=20)
    with Session.open(path) as session:
        assert not session.is_read_only
        assert all(card.said == 1 for card in session.document.all(Card))


def test_without_a_folder_for_locks_an_unfinished_edit_is_read_from_a_private_copy(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _holding(path) as other:
        _tell(other, "stay inside a transaction")
        other.kill()
        other.wait(timeout=20)
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file" / "state"))
    with unchanged(path), Session.open(path) as session:
        assert session.read_only_reason is not None
        assert session.read_only_reason.code == "no-lock"
        assert all(card.said == 1 for card in session.document.all(Card))


def test_a_second_program_reads_and_says_why_it_cannot_write(path: Path) -> None:
    with _holding(path) as other, Session.open(path) as session:
        assert session.read_only_reason is not None
        assert session.read_only_reason.code == "open-elsewhere"
        was_outdated = session.is_outdated
        assert not was_outdated
        assert session.undo_label is None
        with pytest.raises(ReadOnlyError):
            workbooks.rename_workbook(session.document, "Mine")
        _tell(other, "Theirs")
        assert session.is_outdated
    with Session.open(path) as session:
        assert not session.is_read_only
        assert session.undo_label == "Rename workbook"


def test_a_killed_program_holds_nothing(path: Path) -> None:
    with _holding(path) as other:
        other.kill()
        other.wait(timeout=20)
        with Session.open(path) as session:
            assert not session.is_read_only


def test_without_a_folder_for_locks_it_reads_only_and_says_what_to_do(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file" / "state"))
    with unchanged(path), Session.open(path) as session:
        assert session.read_only_reason is not None
        assert session.read_only_reason.code == "no-lock"
        assert "XDG_STATE_HOME" in session.read_only_reason.remedy


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Without the rights of a superuser, for whom no place is read-only."""
    if not hasattr(os, "geteuid") or sys.platform == "win32":
        pytest.skip("rights work otherwise here")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def reachable(public_folder: Path, sample_bytes: bytes, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sample workbook and a home that any user can reach."""
    home = public_folder / "state"
    home.mkdir()
    home.chmod(0o777)
    monkeypatch.setenv("XDG_STATE_HOME", str(home))
    folder = public_folder / "work"
    folder.mkdir()
    folder.chmod(0o777)
    path = folder / "a.steelyard"
    path.write_bytes(sample_bytes)
    path.chmod(0o666)
    return path


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_place_that_cannot_be_written_opens_for_reading_and_only_writing_fails(
    reachable: Path, public_folder: Path, what: str
) -> None:
    if what == "file":
        reachable.chmod(0o444)
    else:
        reachable.parent.chmod(0o555)
    with _as_nobody(), unchanged(reachable), Session.open(reachable) as session:
        assert session.read_only_reason is not None
        assert session.read_only_reason.code == "place"
        before = records_of(session)
        with pytest.raises(ReadOnlyError, match="cannot be written"):
            workbooks.rename_workbook(session.document, "Other")
        assert records_of(session) == before
        with pytest.raises(StoreError):
            session.save_copy(public_folder / "b.steelyard")
        session.save_copy(public_folder / "state" / "b.steelyard")
    reachable.parent.chmod(0o777)


def test_a_file_that_may_not_be_read_says_so(reachable: Path) -> None:
    reachable.chmod(0)
    with _as_nobody(), pytest.raises(NoPermissionError):
        Session.open(reachable)


def test_a_new_workbook_where_nothing_may_be_written_says_so(reachable: Path) -> None:
    reachable.parent.chmod(0o555)
    with _as_nobody(), pytest.raises(NoPermissionError):
        Session.create(reachable.with_name("new.steelyard"), title="New")
    assert list(reachable.parent.iterdir()) == [reachable]
    reachable.parent.chmod(0o777)


@pytest.mark.skipif(sys.platform == "win32", reason="links as on Unix")
@pytest.mark.parametrize("act", [Session.open, check, info])
def test_links_in_a_circle_are_said(tmp_path: Path, act: Callable[[Path], object]) -> None:
    first, second = tmp_path / "a.steelyard", tmp_path / "b.steelyard"
    first.symlink_to(second)
    second.symlink_to(first)
    with pytest.raises(NotAFileError, match="link that leads to itself"):
        act(first)


def test_a_copy_to_links_in_a_circle_is_refused(path: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.steelyard", tmp_path / "b.steelyard"
    first.symlink_to(second)
    second.symlink_to(first)
    with Session.open(path) as session, pytest.raises(NotAFileError):
        session.save_copy(first)


@pytest.mark.parametrize("length", [250, 255, 300])
def test_a_name_too_long_for_a_journal_beside_it_is_said(tmp_path: Path, length: int) -> None:
    long = tmp_path / ("n" * (length - len(".steelyard")) + ".steelyard")
    with pytest.raises(StorageError, match="too long") as caught:
        Session.create(long, title="Long")
    assert "shorter" in caught.value.remedy
    assert list(tmp_path.glob("n*")) == []


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PureWindowsPath(r"C:\Users\Ada\a b.steelyard"), "file:///C:/Users/Ada/a%20b.steelyard"),
        (PureWindowsPath(r"\\server\share\folder\a.steelyard"), "file:////server/share/folder/a.steelyard"),
        (PureWindowsPath(r"\\server\share$\50% #1?\Größe.steelyard"), None),
        (PurePosixPath("/home/ada/a.steelyard"), "file:///home/ada/a.steelyard"),
        (PurePosixPath("//server/a.steelyard"), "file:////server/a.steelyard"),
    ],
)
def test_the_address_of_a_path_names_no_authority_and_leads_back_to_it(path: PurePath, address: str | None) -> None:
    found = as_uri(path)
    assert address in (found, None)
    parts = urlsplit(found)
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("file", "", "", "")
    assert unquote(parts.path).removeprefix("/" if path.drive.endswith(":") else "") == path.as_posix()


@pytest.mark.skipif(sys.platform == "win32", reason="there it would be a real server")
def test_sqlite_opens_a_path_on_a_server_by_its_address(path: Path) -> None:
    """Here two slashes at the beginning mean what one does, so that SQLite itself can judge the address."""
    odd = path.with_name("50% #1?größe.steelyard")
    path.rename(odd)
    server = PureWindowsPath("\\\\" + "\\".join(odd.parts[1:]))
    assert server.drive.startswith("\\\\")
    with closing(sqlite3.connect(f"{as_uri(server)}?mode=ro", uri=True)) as connection:
        assert connection.execute("SELECT count(*) FROM workbook").fetchone() == (4,)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names as text")
def test_a_name_of_bytes_that_are_no_text_is_that_of_a_sound_file(path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(path.parent) + b"/caf\xe9.steelyard"))
    path.rename(odd)
    with Session.open(odd) as session:
        before = records_of(session)
        workbooks.rename_workbook(session.document, "Renamed")
        session.save_copy(path)
    with Session.open(path) as session:
        assert records_of(session) != before
