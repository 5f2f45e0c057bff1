"""The files that fit the program into a desktop agree with it, and pass their validators where those are installed."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.store.schema import APPLICATION_ID

LINUX = Path(__file__).resolve().parents[2] / "packaging" / "linux"
NAME = "org.steelyard.Steelyard"


def test_the_mime_type_knows_a_workbook_by_its_application_id() -> None:
    tree = ET.parse(LINUX / f"{NAME}.mime.xml")
    numbers = [item.attrib["value"] for item in tree.iter() if item.attrib.get("offset") == "68"]
    assert [int(number, 16) for number in numbers] == [APPLICATION_ID]


def test_the_store_entry_names_this_version_and_this_program() -> None:
    root = ET.parse(LINUX / f"{NAME}.metainfo.xml").getroot()
    assert root.findtext("id") == NAME
    releases = [item.attrib["version"] for item in root.iter("release")]
    assert releases[0] == __version__
    assert {item.text for item in root.iter("binary")} == {"steelyard", "steelyard-gui"}


def test_a_window_is_told_by_the_name_of_its_desktop_entry(qapp: QApplication) -> None:
    from desktop_app.ui.shell.app import make_application

    assert make_application([]).desktopFileName() == NAME
    assert (LINUX / f"{NAME}.desktop").exists()


def test_packages_that_look_for_files_beside_their_folders_are_frozen_as_folders() -> None:
    lock = (LINUX.parent / "requirements-run.txt").read_text(encoding="utf-8")
    climbing = set()
    for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE):
        if name in {"pip", "numpy", "pyside6-essentials"}:  # never frozen, or by recipes of PyInstaller's own
            continue
        try:
            files = metadata.files(name) or []
        except metadata.PackageNotFoundError:
            continue  # of another system
        for file in files:
            if file.suffix == ".py":
                code = Path(str(file.locate())).read_text(encoding="utf-8")
                if "__file__" in code and '".."' in code:
                    climbing.add(file.parts[0])
    spec = (LINUX.parent / "steelyard.spec").read_text(encoding="utf-8")
    assert {"docx", "pptx"} <= climbing <= set(re.findall(r'"(\w+)": "py"', spec))


def test_the_desktop_entry_passes_its_validator() -> None:
    if shutil.which("desktop-file-validate") is None:
        pytest.skip("desktop-file-validate is not installed")
    command = ["desktop-file-validate", f"{NAME}.desktop"]
    done = subprocess.run(command, cwd=LINUX, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# The only findings of AppStream's validator that are let through.
WAIVED = {
    "url-homepage-missing",  # there is no web address yet, and none is invented
    "unknown-tag",  # `developer`, which AppStream 1.0 asks for and 0.16 does not know; see below
}


@dataclass(frozen=True)
class Validation:
    """What AppStream's validator said: its exit code and its findings, each a tag with what it is about."""

    code: int
    findings: dict[str, list[str]]
    output: str


def validation(folder: Path) -> Validation:
    """Runs AppStream's validator over the store entry in a folder."""
    if shutil.which("appstreamcli") is None:
        pytest.skip("appstreamcli is not installed")
    command = ["appstreamcli", "validate", "--no-net", "--strict", f"{NAME}.metainfo.xml"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    findings: dict[str, list[str]] = {}
    for tag, about in re.findall(r"^[EWI]: \S+:\S+: ([\w-]+) ?(.*)$", done.stdout, re.MULTILINE):
        findings.setdefault(tag, []).append(about)
    return Validation(done.returncode, findings, done.stdout + done.stderr)


def test_the_store_entry_passes_its_validator_but_for_what_is_waived_by_name() -> None:
    found = validation(LINUX)
    assert found.findings.keys() <= WAIVED, found.output
    assert set(found.findings.get("unknown-tag", [])) <= {"developer"}, found.output
    assert found.code == 0 or found.findings, found.output


def test_another_fault_of_a_store_entry_is_found(tmp_path: Path) -> None:
    text = (LINUX / f"{NAME}.metainfo.xml").read_text(encoding="utf-8")
    broken = text.replace("<metadata_license>CC0-1.0</metadata_license>", "")
    assert broken != text
    (tmp_path / f"{NAME}.metainfo.xml").write_text(broken, encoding="utf-8")
    assert validation(tmp_path).findings.keys() - WAIVED
