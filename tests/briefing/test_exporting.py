"""Exports by the ending of the file, and the text formats."""

import base64
import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import BriefContent
from desktop_app.briefing.data.csv_and_json import brief_json, csv_table
from desktop_app.briefing.errors import ExportCancelledError
from desktop_app.briefing.exporting import UnknownEndingError, export_map
from desktop_app.briefing.formats import ENDINGS
from desktop_app.briefing.pages.payload import payload
from desktop_app.briefing.text.markdown import markdown
from desktop_app.edits import arguments, cards, maps, scores, sections
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.model.reads import options
from desktop_app.model.records import Card, Criterion
from desktop_app.weighing.results import weigh
from desktop_app.wording.sentence import literal
from tests.sample_maps import empty, seminar, summit
from tests.sure import sure


def content_of(document: Document, map_id: MapId) -> BriefContent:
    return compose(document, map_id, weigh(document, map_id), draw=False)


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending_writes_a_file_with_every_statement(ending: str, tmp_path: Path) -> None:
    document, map_id = seminar()
    path = tmp_path / f"Out{ending.upper()}"
    export_map(document, map_id, weigh(document, map_id), path)
    assert path.stat().st_size > 1000
    if ending in {".md", ".csv", ".json"}:
        text = path.read_text(encoding="utf-8-sig")
        statements: list[Card | Criterion] = [*document.all(Card), *document.all(Criterion)]
        for statement in statements:
            assert (statement.text if isinstance(statement, Card) else statement.name) in text


def test_an_unknown_ending_names_those_there_are(tmp_path: Path) -> None:
    document, map_id = summit()
    with pytest.raises(UnknownEndingError, match="pdf, docx, pptx, html, svg, png, md, csv, json"):
        export_map(document, map_id, weigh(document, map_id), tmp_path / "a.xyz")


def test_a_stopped_export_writes_nothing(tmp_path: Path) -> None:
    document, map_id = summit()
    with pytest.raises(ExportCancelledError):
        export_map(document, map_id, weigh(document, map_id), tmp_path / "a.svg", cancelled=lambda: True)
    assert not (tmp_path / "a.svg").exists()


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_export_names_the_method_behind_its_numbers(ending: str, tmp_path: Path) -> None:
    document, map_id = seminar()
    path = tmp_path / f"a{ending}"
    export_map(document, map_id, weigh(document, map_id), path)
    if ending == ".png":
        assert "log-odds" in QImage(str(path)).text("Description")
    elif ending == ".pdf":
        assert "log-odds" in PdfReader(path).pages[-1].extract_text()
    elif ending in {".docx", ".pptx"}:
        with zipfile.ZipFile(path) as archive:
            assert any(b"log-odds" in archive.read(name) for name in archive.namelist())
    else:
        assert "log-odds" in path.read_text(encoding="utf-8-sig")


def test_a_map_that_hides_its_numbers_names_no_method(tmp_path: Path) -> None:
    document, map_id = seminar()
    maps.hide_numbers(document, map_id, hidden=True)
    export_map(document, map_id, weigh(document, map_id), tmp_path / "a.svg")
    assert "log-odds" not in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_the_map_in_a_brief_of_words_only_shows_no_numbers(tmp_path: Path) -> None:
    document, map_id = seminar()
    assert len(_numbers_in_map(document, map_id, tmp_path)) > 5
    sections.set_up_brief(document, map_id, numbers=False)
    assert _numbers_in_map(document, map_id, tmp_path) == []


def _numbers_in_map(document: Document, map_id: MapId, folder: Path) -> list[str]:
    """What is written in the drawing of the map that is a number of something weighed."""
    export_map(document, map_id, weigh(document, map_id), folder / "a.html")
    drawing = re.search(r"svg\+xml;base64,([^\"]+)", (folder / "a.html").read_text(encoding="utf-8"))
    return re.findall(r">((?:for |against )?[+−]?\d+)<", base64.b64decode(sure(drawing)[1]).decode())


def test_markdown_nests_answers_and_numbers_sources() -> None:
    text = markdown(content_of(*seminar()))
    assert "- \\+ Names who must act, how fast and with what [1] (decisive · strength 86" in text
    assert "\n  - ❝ **Evidence for the pro:** Draft text" in text
    assert "| Specificity 30 % | 82" in text
    assert "1. Working group. Draft guarantee text, art. 2. <https://example.org/draft>" in text
    assert "[the draft](<https://example.org>)" in text
    assert "Choose **A**, treaty" in text


def test_markdown_escapes_what_would_be_markup() -> None:
    document = empty()
    map_id = maps.add_map(document, "M").id
    question = cards.add_question(document, map_id, "# Is *this* [a](http://b) | c?").id
    arguments.add_pro(document, question, "- <b>1. x</b>")
    text = markdown(content_of(document, map_id))
    assert r"# \# Is \*this\* \[a\](http://b) \| c?" in text
    assert r"\<b\>" in text


def test_markdown_lists_criteria_where_there_are_no_options() -> None:
    assert "| Specificity | How well is it done on specificity? |" in markdown(content_of(*summit()))


def test_no_cell_of_a_table_is_a_formula() -> None:
    document = empty()
    map_id = maps.add_map(document, "M").id
    question = cards.add_question(document, map_id, "Go?").id
    for text in ('=HYPERLINK("http://x")', "+cmd", "-2+3", "@SUM(A1)", "fine"):
        arguments.add_con(document, question, text)
    rows = list(csv.reader(io.StringIO(csv_table(content_of(document, map_id)))))
    texts = [row[3] for row in rows[1:]]
    assert {'\'=HYPERLINK("http://x")', "'+cmd", "'-2+3", "'@SUM(A1)", "fine"} <= set(texts)


def test_a_table_keeps_depth_side_and_sources() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_table(content_of(*seminar())))))
    polls = next(row for row in rows if row["text"].startswith("Polls"))
    assert (polls["depth"], polls["kind"], polls["sources"]) == ("1", "con", "2")
    assert polls["details"].startswith("Answers the con; moderate")
    assert any(row["kind"] == "note" for row in rows)


def test_json_carries_the_results_with_their_settings() -> None:
    document, map_id = seminar()
    found = json.loads(
        brief_json(content_of(document, map_id), weigh(document, map_id), document.records(), is_changed_outside=False)
    )
    assert found["results"]["method"] == "log-odds"
    assert found["brief"]["parts"][0]["part"] == "options"
    assert "sheets" not in next(part for part in found["brief"]["parts"] if part["part"] == "map")


def test_facts_stand_beside_the_total() -> None:
    document, map_id = seminar()
    scores.set_fact(document, options(document, map_id)[0].id, "Cost", "4 bn")
    sections.add_section(document, map_id, "Lists", body="- one *two*\n\n**three** ")
    text = markdown(content_of(document, map_id))
    assert "Cost: 4 bn." in text
    assert "- one *two*" in text


@pytest.mark.parametrize("ending", [".md", ".csv", ".html", ".docx", "page"])
def test_no_full_stop_is_put_behind_one_that_was_typed(ending: str, tmp_path: Path) -> None:
    """A fact, the notes of an option, and what a step costs may end in a mark of their own."""
    document, map_id = seminar()
    with document.transaction(literal("Words")):
        for option, amount in zip(options(document, map_id), ("1,2 Mio.", "4 Mio.", "9 Mio.", "12 Mio."), strict=False):
            scores.set_fact(document, option.id, "Kosten (less is better)", amount)
            document.change(option, notes="Who pays?")
    path = tmp_path / f"out{ending}"
    if ending == "page":
        said = json.dumps(payload(content_of(document, map_id)), ensure_ascii=False)
    else:
        export_map(document, map_id, weigh(document, map_id), path)
        said = (
            zipfile.ZipFile(path).read("word/document.xml").decode()
            if ending == ".docx"
            else path.read_text(encoding="utf-8-sig")
        )
    assert "Mio." in said
    assert re.findall(r".*(?:Mio\.|pays\?)\.", said) == []
