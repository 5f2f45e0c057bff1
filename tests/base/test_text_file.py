"""Text files that people name: read as UTF-8, or refused in one sentence with a remedy."""

import os
from pathlib import Path

import pytest

from desktop_app.base import text_file
from desktop_app.base.text_file import FileUnreadableError, TextUnreadableError, read_file, read_text_file


def test_a_text_is_read_with_or_without_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(b"\xef\xbb\xbfWhich way?\n")
    assert read_text_file(path) == "Which way?\n"
    path.write_bytes("Куди?".encode())
    assert read_text_file(path) == "Куди?"


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(b"\xff\xfe\x00D")
    with pytest.raises(TextUnreadableError, match="not a text in UTF-8"):
        read_text_file(path)
    with pytest.raises(TextUnreadableError, match="cannot be read: No such file"):
        read_text_file(tmp_path / "none.txt")
    with pytest.raises(TextUnreadableError, match="cannot be read"):
        read_text_file(tmp_path)


def test_a_text_longer_than_any_map_can_hold_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "text.txt"
    path.write_text("a" * 101, encoding="utf-8")
    monkeypatch.setattr(text_file, "_MOST_BYTES", 100)
    with pytest.raises(TextUnreadableError, match="larger than"):
        read_text_file(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for_and_a_device_without_end_not_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        with pytest.raises(TextUnreadableError, match="no ordinary file"):
            read_text_file(path)
        with pytest.raises(FileUnreadableError, match="no ordinary file"):
            read_file(path)


def test_lines_end_alike_whatever_system_wrote_them(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(b"one\r\ntwo\rthree\n")
    assert read_text_file(path) == "one\ntwo\nthree\n"
