"""Every format says the same numbers: those that the tests work out themselves from the stored records."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.cli import main
from tests.briefing.expected_numbers import MINUS, WORKBOOKS, Expected, Numbers, expected_of
from tests.briefing.number_readers import bare, read, read_bars

# Of each brief the path without its ending, and what it should say.
Briefs = dict[tuple[str, int], tuple[Path, Expected]]

FORMATS = ("pdf", "docx", "pptx", "html", "md", "csv")
FILES = ("ferry-memo", "ferry-with-amounts", "leader-misses-a-score", "mixed-scripts")
BRIEFS = (*((name, 1) for name in FILES), ("example", 1), ("example", 2))
# What a format does not say, and why that is right. Whatever else is missing is a defect.
LACKS = {
    ("csv", "matrix total"): "the total stands once, in the row of its option",
}


@pytest.fixture(scope="module")
def briefs(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Briefs:
    """Each brief in every format, and what it should say."""
    folder = tmp_path_factory.mktemp("numbers")
    made: Briefs = {}
    for name, number in BRIEFS:
        workbook = folder / f"{name}.steelyard"
        if not workbook.exists():
            source = ["--example"] if name == "example" else ["--from", str(WORKBOOKS / f"{name}.json")]
            assert main(["new", str(workbook), *source]) == 0
        asked = ["--map", str(number), "--preset", "outline"]
        for ending in (*FORMATS, "json"):
            out = folder / f"{name}-{number}.{ending}"
            assert main(["export", str(workbook), str(out), *asked]) == 0
        tables = json.loads((folder / f"{name}-{number}.json").read_text(encoding="utf-8"))["workbook"]["tables"]
        maps = sorted(tables["map"], key=lambda row: row["rank"])
        made[name, number] = folder / f"{name}-{number}", _wanted(expected_of(tables, maps[number - 1]["id"]))
    return made


def _wanted(expected: Expected) -> Expected:
    """Totals stand twice in a brief: beside the option, and under the matrix."""
    totals: Numbers = {("matrix total", key[1]): said for key, said in expected.numbers.items() if key[0] == "total"}
    expected.numbers |= totals
    return expected


def _path(stem: Path, ending: str) -> Path:
    return stem.with_name(f"{stem.name}.{ending}")


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda brief: f"{brief[0]}-{brief[1]}")
@pytest.mark.parametrize("ending", FORMATS)
def test_a_format_says_the_numbers_that_follow_from_the_records(
    ending: str, brief: tuple[str, int], briefs: Briefs
) -> None:
    stem, expected = briefs[brief]
    said = read(_path(stem, ending), expected.criteria)
    wanted = {key: number for key, number in expected.numbers.items() if (ending, key[0]) not in LACKS}
    assert wanted
    wrong = {key: (said.get(key), number) for key, number in wanted.items() if said.get(key) != number}
    assert not wrong, f"{ending} says, and should say: {wrong}"
    # Nothing is said beyond the records; an order that missing scores leave open is the program's to choose.
    invented = {key for key in said if key not in expected.numbers and key[0] != "before"}
    assert not invented


def _plain(bars: Sequence[tuple[str, str]], ending: str) -> list[tuple[str | list[str], str]]:
    """Bars to be compared: labels may be cut or broken, and a table has no plus and a minus that can be typed."""
    return [(_short(bare(label), ending), number.replace(MINUS, "-").lstrip("+")) for label, number in bars]


def _short(label: str, ending: str) -> str | list[str]:
    # A PDF holds scripts that run from right to left in the order in which they are drawn, and not every sign.
    return sorted(filter(str.isalpha, label)) if ending == "pdf" else label.rstrip("…")[:30]


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda brief: f"{brief[0]}-{brief[1]}")
def test_every_format_has_the_same_bars_with_the_same_signs(brief: tuple[str, int], briefs: Briefs) -> None:
    stem, expected = briefs[brief]
    found = {ending: read_bars(_path(stem, ending)) for ending in FORMATS}
    said = found["md"]
    assert said
    for ending, charts in found.items():
        for title, bars in said.items():
            assert _plain(charts[title], ending) == _plain(bars, ending), (ending, title)
            if ending != "csv":
                assert [number for _, number in charts[title]] == [number for _, number in bars], (ending, title)
    if expected.lead:
        assert any(dict(bars) == expected.lead for bars in said.values())


def test_what_a_format_lacks_is_just_what_is_allowed(briefs: Briefs) -> None:
    kinds = {key[0] for _, expected in briefs.values() for key in expected.numbers}
    assert kinds == {"total", "matrix total", "leaning", "weight", "score", "before"}
    lacking = set()
    for ending in FORMATS:
        said: Numbers = {}
        for stem, expected in briefs.values():
            said |= read(_path(stem, ending), expected.criteria)
        lacking |= {(ending, kind) for kind in kinds - {key[0] for key in said}}
    rows = ((ending, [kind for kind in sorted(kinds) if (ending, kind) in lacking]) for ending in FORMATS)
    table = "\n".join(f"{ending} lacks {', '.join(missing) or 'nothing'}" for ending, missing in rows)
    print(table)  # noqa: T201 (the table is what people look up)
    assert lacking == set(LACKS), table


def test_the_workbooks_have_ranges_signs_and_missing_scores(briefs: Briefs) -> None:
    numbers = [
        (key, said)
        for _, expected in briefs.values()
        for key, said in expected.numbers.items()
        if not isinstance(said, bool)
    ]
    assert [expected.lead["Value for users"] for _, expected in briefs.values() if "Value for users" in expected.lead]
    assert any(key[0] == "total" and "–" in said for key, said in numbers)
    assert any(key[0] == "score" and said[0] == "?" for key, said in numbers)
    assert {said[0] for key, said in numbers if key[0] == "leaning"} == {"+", "\N{MINUS SIGN}"}
