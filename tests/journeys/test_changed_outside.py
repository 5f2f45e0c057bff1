"""A workbook that another tool changed: every verb does its work, says so, and answers with exit code 1."""

import json
import sqlite3
import struct
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.model.records import Card
from desktop_app.samples import create_example
from desktop_app.session import Session

_ROOT = Path(__file__).resolve().parents[2]
_WARNING = "Something outside this program changed this workbook, or it is damaged."
_ENDINGS = ("pdf", "docx", "pptx", "html", "svg", "png", "md", "csv", "json")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example after another tool lowered what it holds likely."""
    path = tmp_path_factory.mktemp("changed") / "example.steelyard"
    create_example(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("UPDATE card SET plausibility = 0.01 WHERE plausibility > 0.3").rowcount
        connection.commit()
    return path


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "example.steelyard"
    create_example(path).close()
    return path


def _run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop_app", *map(str, arguments)]
    return subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("verb", [["info"], ["info", "--json"], ["weigh"], ["weigh", "--json"]])
def test_a_verb_does_its_work_warns_and_answers_no_until_the_change_is_accepted(
    changed: Path, sound: Path, verb: list[str]
) -> None:
    before = changed.read_bytes()
    found = _run(*verb, changed)
    assert found.returncode == 1
    assert found.stdout
    assert found.stderr.count("\n") == 1
    assert _WARNING in found.stderr
    accepted = _run(*verb, changed, "--accept-changed")
    assert accepted.returncode == 0
    assert accepted.stdout == found.stdout
    assert changed.read_bytes() == before, "the sum in the file stays as it was"
    quiet = _run(*verb, sound)
    assert (quiet.returncode, quiet.stderr) == (0, "")
    if "--json" in verb:
        assert json.loads(found.stdout)["changed_outside"] is True
        assert json.loads(quiet.stdout)["changed_outside"] is False


def test_check_says_it_too_and_can_be_told_to_accept_it(changed: Path, sound: Path) -> None:
    found = _run("check", changed, "--json")
    assert found.returncode == 1
    assert json.loads(found.stdout)["changed_outside"] is True
    assert _run("check", changed, "--accept-changed").returncode == 0
    assert json.loads(_run("check", sound, "--json").stdout)["changed_outside"] is False


def test_check_accepts_no_other_fault(changed: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.steelyard"
    path.write_bytes(changed.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM premise")
        connection.commit()
    assert _run("check", path, "--accept-changed").returncode == 1


@pytest.mark.parametrize("ending", _ENDINGS)
def test_every_export_is_written_with_a_warning(changed: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"brief.{ending}"
    found = _run("export", changed, out)
    assert found.returncode == 1, found.stderr
    assert found.stderr.count(_WARNING) == 1
    assert out.stat().st_size > 0
    if ending == "json":
        assert json.loads(out.read_text(encoding="utf-8"))["changed_outside"] is True


def test_an_export_of_a_changed_file_can_be_accepted(changed: Path, sound: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.json"
    assert _run("export", changed, out, "--accept-changed").returncode == 0
    quiet = _run("export", sound, out)
    assert (quiet.returncode, quiet.stderr) == (0, "")
    assert json.loads(out.read_text(encoding="utf-8"))["changed_outside"] is False


@pytest.mark.parametrize("ending", ["json", "pdf"])
def test_a_workbook_made_from_an_export_of_a_changed_file_is_warned_of_too(
    changed: Path, tmp_path: Path, ending: str
) -> None:
    export, made = tmp_path / f"brief.{ending}", tmp_path / "made.steelyard"
    _run("export", changed, export, *(["--attach"] if ending == "pdf" else []))
    found = _run("new", made, "--from", export)
    assert found.returncode == 1
    assert found.stderr.count(_WARNING) == 1
    assert _run("info", made).returncode == 0, "what was made is accepted as it is"
    assert _run("new", tmp_path / "again.steelyard", "--from", export, "--accept-changed").returncode == 0


def test_one_flipped_bit_in_one_number_is_said(sound: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.steelyard"
    with Session.open(sound, read_only=True) as session:
        number = next(card.plausibility for card in session.document.all(Card) if card.plausibility)
    content = bytearray(sound.read_bytes())
    at = content.find(struct.pack(">d", number))
    content[at + 7] ^= 1
    path.write_bytes(content)
    assert _run("weigh", path, "--json").returncode == 1
