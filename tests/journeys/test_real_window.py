"""The whole way in a real window: a window manager, keys and mouse from outside, a listener as a screen reader has."""

import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from desktop_app.model.records import Card
from desktop_app.session import Session
from tests.journeys.real_desktop import SCREEN, Desktop, desktop, need_a_desktop, program, wait_for

# What Qt's bridge says of itself, whatever the program does: it has no bus of the program's own, for which each reader
# asks; a label whose text can be selected has events of a text but no text; and a reader asks about what has just gone.
_OF_THE_BRIDGE = (
    'AtSpiAdaptor::applicationInterface does not implement "GetApplicationBusAddress"',
    "Received text event for invalid interface.",
    "Accessible invalid: QAccessibleInterface(",
    "Could not find accessible on path:",
)
LOOKS = {"High contrast": "high-contrast", "Projector": "projector", "Dark": "dark", "Light": "light"}


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Desktop]:
    need_a_desktop()
    with desktop(tmp_path) as made:
        yield made


def _texts(path: Path) -> list[str]:
    with Session.open(path, read_only=True) as session:
        return [card.text for card in session.document.all(Card)]


def _settings(screen: Desktop) -> str:
    path = Path(screen.env["XDG_CONFIG_HOME"]) / "steelyard" / "steelyard.ini"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _has_look(screen: Desktop, name: str) -> bool:
    return f"theme={name}" in _settings(screen)


def _is_gone(text: str, path: Path) -> bool:
    return text not in _texts(path)


def _go_to(screen: Desktop, words: str) -> None:
    """Does something by the palette."""
    with screen.hearing("object:state-changed:focused", "Go to anything"):
        screen.press("ctrl+k")
    screen.type(words)
    screen.press("Return")


def _answer_dialog(screen: Desktop, title: str, path: Path) -> None:
    screen.wait_title(f"{title} — Steelyard")
    screen.press("ctrl+a")
    screen.type(str(path))
    screen.press("Return")


def _write(screen: Desktop, label: str, text: str, path: Path) -> None:
    """Writes a card below the selected one: heard letter by letter, and in the file once it is done."""
    name = f"New card: {label}"
    with screen.hearing("object:state-changed:focused", name):
        screen.press("Tab")
    if label:
        # In the tree, too: what a reader cannot walk to it takes for gone, and stays silent.
        screen.wait_shown(name)
    with screen.hearing("object:text-changed:insert", name, text[-1]):
        screen.type(text)
    screen.press("Return")
    wait_for(lambda: text in _texts(path), f"“{text}” in {path.name}")


def _said(errors: Path) -> str:
    """What the program said on its standard error, but for what Qt's bridge to screen readers says of itself."""
    lines = errors.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(
        line
        for line in lines
        if not (line.startswith("qt.accessibility.atspi: ") and any(words in line for words in _OF_THE_BRIDGE))
    )


@pytest.mark.slow
def test_a_person_does_the_whole_way(screen: Desktop, tmp_path: Path) -> None:
    first, second, brief = (tmp_path / name for name in ("first.steelyard", "second.steelyard", "brief.pdf"))
    errors = tmp_path / "errors"
    with program(screen, errors) as running:
        screen.wait_title("Steelyard")
        wait_for(lambda: _is_inside(screen), lambda: f"a window inside, it is at {screen.shown(screen.title)}")
        screen.click("See the example: security guarantees")
        screen.wait_title("Summit seminar – Steelyard")
        _take_a_branch_away(screen)
        _go_to(screen, "learn it in ten")
        screen.wait_title("Learn it in ten minutes – Steelyard")
        _fill(screen, first, "Should we build a bridge")
        _fill(screen, second, "Should we move the school")
        for look, name in LOOKS.items():
            _go_to(screen, look)
            wait_for(partial(_has_look, screen, name), f"the look {name}")
            _write(screen, "", f"Seen in {name}", second)
            screen.press("ctrl+z")
            wait_for(partial(_is_gone, f"Seen in {name}", second), "the card to go")
        for number, page in enumerate(("Map", "Balance", "Criteria"), 1):
            screen.press(f"ctrl+{number}")
            screen.wait_shown(f"{page} page", checked=True)
        _go_to(screen, "Perspectives")
        screen.wait_shown("Compare page", checked=True)
        screen.press("ctrl+5")
        screen.wait_shown("Brief page", checked=True)
        screen.press("F5")
        screen.wait_title("Steelyard – presentation — Steelyard")
        screen.press("Right", "Right", "Escape")
        screen.wait_title("second – Steelyard")
        screen.press("ctrl+shift+e")
        _answer_dialog(screen, "Export brief", brief)
        wait_for(brief.exists, "the brief")
        screen.wait_shown("Exported brief.pdf.")
        screen.press("ctrl+w")
        screen.wait_title("Steelyard")
        screen.press("ctrl+o")
        _answer_dialog(screen, "Open or import", first)
        screen.wait_title("first – Steelyard")
        with screen.hearing("object:state-changed:focused", "At the start"):
            _go_to(screen, "At the start")
        screen.press("space")
        wait_for(lambda: "reopens_last=true" in _settings(screen), "the setting")
        screen.press("Escape")
        screen.press("ctrl+q")
        assert running.wait(60) == 0
    assert _said(errors) == ""
    with program(screen, errors) as running:
        screen.wait_title("first – Steelyard")
        screen.press("ctrl+q")
        assert running.wait(60) == 0
    assert _said(errors) == ""
    assert sorted(_texts(first)) == sorted(["Should we build a bridge", *CARDS])
    assert sorted(_texts(second)) == sorted(["Should we move the school", *CARDS])
    read = subprocess.run(["pdftotext", str(brief), "-"], capture_output=True, text=True, check=True).stdout
    assert "Should we move the school" in " ".join(read.split())


def _take_a_branch_away(screen: Desktop) -> None:
    """Deletes the branch beside the root of the example, and brings it back."""
    (path,) = Path(screen.env["XDG_DATA_HOME"]).rglob("Example.steelyard")
    before = sorted(_texts(path))
    screen.press("ctrl+1", "Home", "Right", "Delete")
    wait_for(lambda: len(_texts(path)) < len(before), "the branch to go")
    screen.press("ctrl+z")
    wait_for(lambda: sorted(_texts(path)) == before, "the branch to come back")


CARDS = ("By the old road", "It would be quick")


def _fill(screen: Desktop, path: Path, question: str) -> None:
    """Makes a workbook with a question, an option, and a pro that is deleted and brought back."""
    screen.press("ctrl+n")
    _answer_dialog(screen, "New workbook", path)
    screen.wait_title(f"{path.stem} – Steelyard")
    for label, text in zip(("Question", "Option", "Pro"), (question, *CARDS), strict=True):
        _write(screen, label, text, path)
    screen.press("Delete")
    wait_for(partial(_is_gone, CARDS[-1], path), "the card to go")
    screen.press("ctrl+z")
    wait_for(lambda: CARDS[-1] in _texts(path), "the card to come back")


def _is_inside(screen: Desktop) -> bool:
    """Whether the window lies on the screen, with the frame that the window manager puts round it."""
    x, y, width, height = screen.wait_shown(screen.title)["area"]
    return bool(x >= 0 and y > 10 and x + width <= SCREEN[0] and y + height <= SCREEN[1])
