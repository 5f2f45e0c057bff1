"""The files that fit the program into a desktop agree with it, and pass their validators where those are installed."""

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

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


@pytest.mark.parametrize(
    "command",
    [
        ("desktop-file-validate", f"{NAME}.desktop"),
        ("appstreamcli", "validate", "--no-net", f"{NAME}.metainfo.xml"),
    ],
    ids=lambda command: command[0],
)
def test_the_validator_has_nothing_to_say(command: tuple[str, ...]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, cwd=LINUX, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
