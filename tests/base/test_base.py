"""What every room uses: errors that can be shown, shipped files, text files a person names."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.base import resources, text_file
from desktop_app.base.errors import AppError
from desktop_app.base.resources import resource
from desktop_app.base.text_file import TextUnreadableError, read_text_file
from desktop_app.wording.sentence import literal


def test_an_error_is_its_sentence_and_its_remedy_with_a_code_for_scripts() -> None:
    error = AppError(literal("It broke."), literal("Mend it."), code="broken")
    assert (str(error), error.sentence, error.remedy, error.code) == (
        "It broke. Mend it.",
        "It broke.",
        "Mend it.",
        "broken",
    )
    assert (str(AppError(literal("It broke."))), AppError(literal("It broke.")).code) == ("It broke.", "error")
    assert TextUnreadableError(literal("It broke.")).code == "text-unreadable"


def test_shipped_files_are_found_and_a_missing_one_is_named() -> None:
    assert resource("samples", "example.toml").is_file()
    assert resource("fonts").is_dir()
    with pytest.raises(FileNotFoundError, match=r"fonts/nothing\.otf is missing from the installation"):
        resource("fonts", "nothing.otf")


@pytest.fixture
def fresh_root() -> Iterator[None]:
    resources._root.cache_clear()
    yield
    resources._root.cache_clear()


def test_a_frozen_program_finds_its_files_where_it_was_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_root: None
) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "here.txt").write_text("here")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("here.txt").read_text() == "here"


def test_an_incomplete_installation_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_root: None) -> None:
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "package" / "base" / "resources.py"))
    with pytest.raises(FileNotFoundError, match="the installation is incomplete"):
        resource("fonts")


def test_a_text_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    for encoding in ("utf-8", "utf-8-sig"):
        path.write_text("Ціни зростають?\n+ так", encoding=encoding)
        assert read_text_file(path) == "Ціни зростають?\n+ так"


def test_what_is_no_text_is_refused_with_a_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    binary = tmp_path / "binary.txt"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TextUnreadableError, match=r"binary\.txt is not a text in UTF-8\. Save it as UTF-8"):
        read_text_file(binary)
    with pytest.raises(TextUnreadableError, match=r"missing\.txt cannot be read: .* Check its name and place"):
        read_text_file(tmp_path / "missing.txt")
    with pytest.raises(TextUnreadableError, match="cannot be read"):
        read_text_file(tmp_path)
    monkeypatch.setattr(text_file, "_MOST_BYTES", 2)
    with pytest.raises(TextUnreadableError, match="is larger than 20 MB"):
        read_text_file(binary)
