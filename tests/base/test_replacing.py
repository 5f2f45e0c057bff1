"""The file that is written before it takes another's place: its own, with the right permissions, never a link."""

import os
import re
import secrets
import stat
import sys
from pathlib import Path

import pytest

from desktop_app.base.replacing import new_file_beside, take_place

_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links as on Unix")


def _names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.name != "xdg")


def test_a_new_file_takes_the_place_and_nothing_is_left(tmp_path: Path) -> None:
    destination = tmp_path / "a.md"
    for content in ("first", "second"):
        with new_file_beside(destination) as part:
            assert part.parent == tmp_path
            assert part.read_bytes() == b""
            part.write_text(content)
            take_place(part, destination)
        assert destination.read_text() == content
    assert _names(tmp_path) == ["a.md"]


def test_what_was_not_put_in_place_goes(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), new_file_beside(tmp_path / "a.md"):
        raise ZeroDivisionError
    assert _names(tmp_path) == []


@_POSIX
def test_a_new_file_has_the_permissions_that_any_has_and_a_replaced_one_keeps_its_own(tmp_path: Path) -> None:
    destination = tmp_path / "a.md"
    before = os.umask(0o027)
    try:
        with new_file_beside(destination) as part:
            take_place(part, destination)
    finally:
        os.umask(before)
    assert stat.S_IMODE(destination.stat().st_mode) == 0o640
    for mode in (0o600, 0o444, 0o664):
        destination.chmod(mode)
        with new_file_beside(destination) as part:
            part.write_text("new")
            take_place(part, destination)
        assert stat.S_IMODE(destination.stat().st_mode) == mode


@_POSIX
def test_a_planted_link_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    monkeypatch.setattr(secrets, "token_hex", lambda _: "0" * 16)
    (tmp_path / f".steelyard-{'0' * 16}.part").symlink_to(victim)
    with pytest.raises(FileExistsError), new_file_beside(tmp_path / "a.md"):
        pass
    assert victim.read_text() == "mine"


def test_only_stale_files_of_ours_are_swept(tmp_path: Path) -> None:
    ours = [f".steelyard-{'a' * 16}.part", f".steelyard-{'b' * 16}.part"]
    others = [".steelyard-short.part", "a.md.part", f"x.steelyard-{'c' * 16}.part"]
    for name in (*ours, *others):
        (tmp_path / name).write_text("x")
        os.utime(tmp_path / name, (1, 1))
    os.utime(tmp_path / ours[1])
    with new_file_beside(tmp_path / "a.md") as part:
        assert re.fullmatch(r"\.steelyard-[0-9a-f]{16}\.part", part.name)
    assert _names(tmp_path) == sorted([ours[1], *others])


@_POSIX
def test_a_link_that_is_called_like_ours_stays(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("x")
    os.utime(tmp_path / "old.md", (1, 1))
    link = tmp_path / f".steelyard-{'a' * 16}.part"
    link.symlink_to(tmp_path / "old.md")
    with new_file_beside(tmp_path / "a.md"):
        pass
    assert link.is_symlink()


@_POSIX
def test_what_is_no_ordinary_file_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    for place in (pipe, tmp_path):
        with pytest.raises(OSError, match=r"is a folder|is no ordinary file"), new_file_beside(place):
            pass
    assert stat.S_ISFIFO(pipe.stat().st_mode)
