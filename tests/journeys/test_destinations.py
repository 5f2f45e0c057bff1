"""An export never writes over the workbook it comes from, whatever name leads there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.briefing.formats import ENDINGS
from desktop_app.samples import create_example

_ROOT = Path(__file__).resolve().parents[2]


def _run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop_app", *map(str, arguments)]
    return subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("example") / "a.steelyard"
    create_example(path).close()
    return path.read_bytes()


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_workbook_itself_is_refused_in_every_format(tmp_path: Path, example: bytes, ending: str) -> None:
    path = tmp_path / f"src{ending}"
    path.write_bytes(example)
    done = _run("export", path, path)
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "is the open workbook itself" in done.stderr or "is open already" in done.stderr
    assert path.read_bytes() == example


@pytest.mark.parametrize("alias", ["hard link", "link", "dots", "journal"])
def test_so_is_every_other_name_of_it(tmp_path: Path, example: bytes, alias: str) -> None:
    path, out = tmp_path / "a.steelyard", tmp_path / "out.json"
    path.write_bytes(example)
    if alias == "hard link":
        os.link(path, out)
    elif alias == "link":
        out.symlink_to(path)
    elif alias == "dots":
        path = path.rename(tmp_path / "a.json")
        (tmp_path / "folder").mkdir()
        out = tmp_path / "folder" / ".." / "a.json"
    else:
        out.symlink_to(tmp_path / "a.steelyard-journal")
    assert _run("export", path, out).returncode == 3
    assert path.read_bytes() == example
    assert not (tmp_path / "a.steelyard-journal").exists()


def test_a_text_that_is_a_pipe_is_refused(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    pipe = tmp_path / "text.txt"
    os.mkfifo(pipe)
    done = _run("new", tmp_path / "a.steelyard", "--from", pipe)
    assert done.returncode == 3
    assert "no ordinary file" in done.stderr
    assert not (tmp_path / "a.steelyard").exists()
