"""The window tells a screen reader the numbers that the brief prints: those that follow from the stored records."""

import json
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.cli import main
from desktop_app.model import reads
from desktop_app.model.records import Card
from desktop_app.ui.shell.main_window import MainWindow
from tests.briefing.expected_numbers import MINUS, WORKBOOKS, Expected, Numbers, expected_of
from tests.ui.conftest import Hands
from tests.ui.reader import read_all, switched_on

FILES = ("ferry-memo", "ferry-with-amounts", "leader-misses-a-score", "mixed-scripts", "example")
_LEANS = re.compile(rf"\b[Ll]eans? (?:for,? |against,? )?([+{MINUS}]\d+)")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


@pytest.fixture(params=FILES)
def opened(request: pytest.FixtureRequest, qtbot: QtBot, window: MainWindow, tmp_path: Path) -> tuple[Hands, Expected]:
    """A workbook at its last map, and what it should say."""
    workbook = tmp_path / "work.steelyard"
    source = ["--example"] if request.param == "example" else ["--from", str(WORKBOOKS / f"{request.param}.json")]
    assert main(["new", str(workbook), *source]) == 0
    assert main(["export", str(workbook), str(tmp_path / "all.json")]) == 0
    tables = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["workbook"]["tables"]
    window.files.open_path(workbook)
    hands = Hands(qtbot, window)
    map_id = reads.maps(hands.document)[-1].id
    hands.workspace.view.show_map(map_id)
    return hands, expected_of(tables, map_id)


def shown(texts: list[str], names: dict[str, str], criteria: list[str]) -> Numbers:
    """The numbers of the Criteria page, by kind, option and row."""
    numbers: Numbers = {}
    for text in texts:
        for criterion in criteria:
            for letter, name in names.items():
                # Long names are cut.
                heads = rf"{re.escape(name[:20])}.*, {re.escape(criterion[:20])}[^:]*"
                found = re.fullmatch(rf"{heads}: (\d+|[?–])((?:, .*)?)", text)
                if found is not None:
                    spread = re.search(r"\d+–\d+", found[2])
                    numbers["score", letter, criterion] = (found[1], spread[0] if spread else "")
            weight = re.fullmatch(r"Weight of (.+?)…?: (\d+) %", text)
            if weight is not None and criterion.startswith(weight[1]):
                numbers["weight", criterion] = weight[2]
    totals = [found for text in texts if (found := re.match(r"Total (\d+(?:–\d+)?), (.*)", text))]
    places = {}
    for letter, found in zip(names, totals, strict=True):
        numbers["total", letter] = found[1]
        places[letter] = [int(place) for place in _ORDINAL.findall(found[2])]
    for first, best in places.items():
        numbers |= {("before", first, second): True for second, worst in places.items() if max(best) < min(worst)}
    return numbers


def test_a_screen_reader_hears_the_numbers_that_the_brief_prints(opened: tuple[Hands, Expected]) -> None:
    hands, expected = opened
    letters = reads.option_letters(hands.document, hands.workspace.map_id)
    names = {letter: hands.document.get(Card, option).text for option, letter in letters.items()}
    with switched_on():
        hands.trigger("show_criteria_page")
        said = shown(read_all(hands.page.criteria), names, expected.criteria)
        for option, letter in letters.items():
            hands.workspace.select(option)
            QApplication.processEvents()
            heard = _LEANS.search("\n".join(read_all(hands.page.inspector)))
            if heard is not None:
                said["leaning", letter] = heard[1]
    for key, number in expected.numbers.items():
        if key[0] == "score" and isinstance(number, tuple) and said[key] == (number[0], ""):
            # How sure a score is stands there in a word, which says how wide its range is.
            continue
        assert said.get(key) == number, key
    assert {key for key in said if key[0] != "before"} == {key for key in expected.numbers if key[0] != "before"}
