"""What the first bytes of a file say, against what SQLite wrote."""

import sqlite3
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
