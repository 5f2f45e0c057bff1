"""Files put in place at the end."""

from pathlib import Path

import pytest

from desktop_app.briefing.errors import ExportWriteError
from desktop_app.briefing.put_in_place import replace_file


def test_a_file_is_replaced_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert sorted(item.name for item in tmp_path.iterdir() if item.is_file()) == ["a.md"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, path = tmp_path / "there.md", tmp_path / "here.md"
    target.write_text("old")
    path.symlink_to(target)
    replace_file(path, b"new")
    assert path.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("place", ["missing/a.md", "file/a.md", "folder"])
def test_what_cannot_be_written_is_said_and_changes_nothing(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "folder").mkdir()
    with pytest.raises(ExportWriteError, match="was not written"):
        replace_file(tmp_path / place, b"new")
    assert (tmp_path / "file").read_text() == "old"
    assert not list(tmp_path.glob("**/*.part"))


def test_an_own_file_that_is_called_part_survives(tmp_path: Path) -> None:
    path, own = tmp_path / "a.md", tmp_path / "a.md.part"
    own.write_text("mine")
    replace_file(path, b"new")
    assert own.read_text() == "mine"


def test_a_planted_link_is_not_written_through(tmp_path: Path) -> None:
    path, victim = tmp_path / "a.md", tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / "a.md.part").symlink_to(victim)
    replace_file(path, b"new")
    assert victim.read_text() == "mine"
    assert path.read_bytes() == b"new"


def test_the_longest_name_a_disk_allows_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 252 + ".md")
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    with pytest.raises(ExportWriteError, match="File name too long"):
        replace_file(tmp_path / ("n" * 253 + ".md"), b"new")
