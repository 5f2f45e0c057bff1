"""What the first bytes of a file say, against what SQLite wrote."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.store.header import read_header
from desktop_app.store.schema import APPLICATION_ID, USER_VERSION


@pytest.mark.parametrize("page_bytes", [512, 4096, 32_768, 65_536])
def test_the_size_of_a_page_is_what_sqlite_made_it(tmp_path: Path, page_bytes: int) -> None:
    path = tmp_path / "pages.db"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA page_size = {page_bytes}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {USER_VERSION}")
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    connection.close()
    assert read_header(path).page_size == page_bytes


@pytest.mark.parametrize(("written_by", "read_by"), [(1, 1), (2, 1), (1, 2), (2, 2)])
def test_a_file_keeps_a_log_of_writes_when_either_of_its_versions_says_so(
    tmp_path: Path, written_by: int, read_by: int
) -> None:
    path = tmp_path / "logged.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {USER_VERSION}")
        connection.execute("CREATE TABLE t (a)")
    content = bytearray(path.read_bytes())
    content[18:20] = written_by, read_by  # as in the description of SQLite's file format, 1.3.3
    path.write_bytes(content)
    assert read_header(path).is_wal == (written_by == 2 or read_by == 2)
