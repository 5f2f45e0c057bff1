"""The command line from an article to a briefing PDF, and what it says when something is wrong."""

import csv
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pypdf import PdfReader
from pypdf.generic import BooleanObject, Destination, DictionaryObject, TextStringObject
from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.cli import is_for_command_line, main
from desktop_app.edits import arguments, cards, criteria, maps, perspectives, scores
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.records import Argument, Card, Criterion, PerspectiveKind, Record
from desktop_app.session import Session
from desktop_app.wording.sentence import literal
from tests.sure import sure

R = TypeVar("R", bound=Record)

HEADING = "must address several key aspects"
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def text(cases: Path) -> Path:
    return cases / "article.txt"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, text: Path, qapp: QApplication) -> tuple[Path, Path]:
    """The workbook made from the article, and its PDF."""
    folder = tmp_path_factory.mktemp("article")
    workbook, pdf = folder / "article.steelyard", folder / "article.pdf"
    assert main(["new", str(workbook), "--from", str(text), "--criteria", HEADING]) == 0
    assert main(["export", str(workbook), str(pdf)]) == 0
    return workbook, pdf


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    """Two options on one question, weighed and scored, in a workbook of two maps."""
    path = tmp_path / "judged.steelyard"

    def fill(document: Document) -> None:
        with document.transaction(literal("Fill")):
            first = maps.add_map(document, "First")
            maps.add_map(document, "Second")
            question = cards.add_question(document, first.id, "Which way?")
            treaty = cards.add_option(document, first.id, "Treaty", under=question.id)
            pledge = cards.add_option(document, first.id, "Pledge", under=question.id)
            cost = criteria.add_criterion(document, first.id, "Credibility")
            scores.set_score(document, treaty.id, cost.id, 80.0)
            scores.set_score(document, pledge.id, cost.id, 30.0)
            pro = arguments.add_pro(document, treaty.id, "It binds")
            cards.set_plausibility(document, pro.id, 0.9)
            (link,) = reads.arguments_from(document, pro.id)
            arguments.set_importance(document, link.id, 1.0)
            anna = perspectives.add_perspective(document, first.id, "Anna", PerspectiveKind.PERSON)
            scores.set_score(document, treaty.id, cost.id, 10.0, perspective=anna.id)

    Session.make(path, fill, title="Judged").close()
    return path


def records_of(path: Path, kind: type[R]) -> list[R]:
    with Session.open(path, read_only=True) as session:
        return list(session.document.all(kind))


def weighed(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> list[dict[str, Any]]:
    assert main(["weigh", str(path), "--json", *options]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["maps"]
    return found


def refused(capsys: pytest.CaptureFixture[str], code: int, arguments_: Sequence[object], *words: object) -> str:
    """A refusal is one line on stderr that holds these words, with this exit code, and nothing on stdout."""
    assert main([str(item) for item in arguments_]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("steelyard: ")
    assert err.count("\n") == 1
    for word in words:
        assert str(word) in err
    return err


def outline_titles(outline: Sequence[object]) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from outline_titles(item)
        else:
            assert isinstance(item, Destination)
            yield sure(item.title)


# --- from an article to a PDF ---------------------------------------------------------------------------


def test_an_article_becomes_a_workbook_with_its_pros_cons_and_criteria(
    made: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    workbook, _ = made
    assert main(["info", str(workbook), "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    (a_map,) = facts["maps"]
    assert a_map["title"].startswith("Crossing the Sound: Islands Weigh a Bridge")
    assert (a_map["arguments"], a_map["criteria"], facts["sources"]) == (13, 4, 1)
    names = {criterion.name for criterion in records_of(workbook, Criterion)}
    assert names == {"Specificity", "Credibility", "Enforceability", "Scope"}


def test_nothing_of_an_article_is_weighed_before_somebody_weighs_it(
    made: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    (a_map,) = weighed(made[0], capsys)
    assert (a_map["arguments_weighed"], a_map["arguments_total"]) == (0, 13)
    assert {card["leaning"] for card in a_map["cards"]} == {None}
    assert main(["weigh", str(made[0])]) == 0
    assert "0 of 13 pros and cons weighed" in capsys.readouterr().out


def test_the_pdf_holds_every_pro_con_and_criterion(made: tuple[Path, Path]) -> None:
    workbook, pdf = made
    pages = (page.extract_text() for page in PdfReader(pdf).pages)
    words = " ".join(" ".join(pages).replace("\u200b", "").split())
    expected = [card.text for card in records_of(workbook, Card)]
    expected += [criterion.name for criterion in records_of(workbook, Criterion)]
    assert len(expected) >= 18
    assert [text for text in expected if " ".join(text.split()) not in words] == []


def test_the_pdf_has_a_title_a_language_tags_and_bookmarks(made: tuple[Path, Path]) -> None:
    reader = PdfReader(made[1])
    root = reader.root_object
    language = root["/Lang"]
    assert isinstance(language, TextStringObject)
    assert language == "en"
    mark_info = root["/MarkInfo"]
    assert isinstance(mark_info, DictionaryObject)
    marked = mark_info["/Marked"]
    assert isinstance(marked, BooleanObject)
    assert marked.value
    assert "/StructTreeRoot" in root
    assert sure(sure(reader.metadata).title).startswith("Crossing the Sound")
    titles = list(outline_titles(reader.outline))
    assert any("Pros and cons" in title for title in titles)
    assert {"Argument map", "Sources"} <= set(titles)


def test_the_whole_way_says_nothing_on_stderr(tmp_path: Path, text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workbook = tmp_path / "quiet.steelyard"
    main(["new", str(workbook), "--from", str(text), "--criteria", HEADING])
    main(["weigh", str(workbook), "--json"])
    main(["export", str(workbook), str(tmp_path / "quiet.md")])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("ending", ["md", "csv", "json", "svg", "png"])
def test_a_map_is_exported_in_the_format_its_ending_names(made: tuple[Path, Path], tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"out.{ending.upper()}"
    assert main(["export", str(made[0]), str(out)]) == 0
    lead = "Division between the Islands"
    written = out.read_bytes()
    if ending == "png":
        assert written.startswith(b"\x89PNG\r\n")
    elif ending == "svg":
        assert written.startswith((b"<?xml", b"<svg"))
        assert b"Division between" in written
    elif ending == "json":
        assert lead in json.dumps(json.loads(written), ensure_ascii=False)
    elif ending == "csv":
        rows = list(csv.reader(written.decode("utf-8-sig").splitlines()))
        assert len(rows) > 13
        assert any(lead in field for row in rows for field in row)
    else:
        assert lead in written.decode()


# --- weighing --------------------------------------------------------------------------------------------


def test_results_come_with_method_ranking_and_sentences(judged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = weighed(judged, capsys)
    assert (first["title"], second["title"]) == ("First", "Second")
    assert first["method"] == "log-odds"
    texts = first["texts"]
    ranks = {texts[str(option["option"])]: option["rank"] for option in first["options"]}
    assert ranks == {"Treaty": 1, "Pledge": 2}
    assert any("It binds" in " ".join(item["sentences"]) for item in first["explanations"])
    assert main(["weigh", str(judged), "--map", "1"]) == 0
    out = capsys.readouterr().out
    assert "Treaty" in out
    assert "Weights: Credibility 100 %" in out
    assert "Second" not in out


def test_the_main_sentences_are_printed_with_what_the_ranking_hangs_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "example.steelyard"
    assert main(["new", str(path), "--example"]) == 0
    assert main(["weigh", str(path)]) == 0
    out = capsys.readouterr().out
    assert "All 5 methods agree: " in out
    for title in ("What the ranking hangs on:", "To look at:", "Perspectives:"):
        assert title in out
    assert " of 100 trials that vary the weights around yours" in out
    assert main(["weigh", str(path)]) == 0
    assert capsys.readouterr().out == out


def test_another_method_can_be_asked_for_without_changing_the_map(
    judged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own, _ = weighed(judged, capsys)
    other, _ = weighed(judged, capsys, "--method", "df-quad")
    assert (own["method"], other["method"]) == ("log-odds", "df-quad")
    assert own["cards"] != other["cards"]
    assert weighed(judged, capsys)[0] == own
    with pytest.raises(SystemExit, match="2"):
        main(["weigh", str(judged), "--method", "guess"])
    assert "choose from" in capsys.readouterr().err


def test_a_map_is_named_by_title_or_number_and_a_perspective_by_name(
    judged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (first,) = weighed(judged, capsys, "--map", "first")
    (own,) = weighed(judged, capsys, "--map", "1", "--perspective", "anna")
    assert first["map"] == own["map"]
    assert own["perspective"] is not None
    assert first["options"] != own["options"]


def test_names_that_are_not_there_are_refused_with_those_that_are(
    judged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused(capsys, 1, ["weigh", judged, "--map", "Third"], judged, "No map is called Third", "First, Second")
    refused(capsys, 1, ["weigh", judged, "--perspective", "Ben"], judged, "called Ben", "Anna")
    refused(capsys, 1, ["weigh", judged, "--map", "²"], judged, "No map is called ²")
    assert main(["weigh", str(judged), "--map", "Second", "--perspective", "Anna"]) == 1
    assert "There are: none" in capsys.readouterr().err
    out = tmp_path / "out.md"
    refused(capsys, 1, ["export", judged, out, "--map", "Third"], "No map is called Third")
    assert not out.exists()


# --- what can go wrong -----------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["info", "weigh", "check"])
def test_a_file_that_is_not_there_is_named_with_a_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    missing = tmp_path / "missing.steelyard"
    refused(capsys, 3, [verb, missing], missing, "is not there", "Check its name")


def test_a_stranger_is_refused_and_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stranger = tmp_path / "stranger.steelyard"
    stranger.write_text("not a workbook at all\n" * 100)
    before = stranger.read_bytes()
    refused(capsys, 3, ["info", stranger], stranger, "is not a workbook")
    refused(capsys, 3, ["weigh", stranger], stranger, "is not a workbook")
    # Whether a file is sound is what `check` is asked, so that "no" is its answer.
    assert main(["check", str(stranger)]) == 1
    assert "is not a workbook" in capsys.readouterr().out
    assert stranger.read_bytes() == before
    assert list(tmp_path.glob("stranger*")) == [stranger]


def test_new_never_writes_over_a_file(judged: Path, text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = judged.read_bytes()
    for more in ([], ["--from", text], ["--example"], ["--question", "Q?"]):
        refused(capsys, 3, ["new", judged, *more], judged, "is there already", "another name")
    assert judged.read_bytes() == before


def test_new_that_fails_leaves_nothing_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.steelyard"
    missing, binary = tmp_path / "missing.txt", tmp_path / "binary.txt"
    binary.write_bytes(b"\xff\xfe\x00\x81")
    refused(capsys, 3, ["new", out, "--from", missing], missing, "cannot be read", "Check its name")
    refused(capsys, 3, ["new", out, "--from", binary], binary, "not a text in UTF-8", "Save it as UTF-8")
    too_long = tmp_path / "long.txt"
    too_long.write_text("Q?\n+ " + "x" * 20_001)
    refused(capsys, 1, ["new", out, "--from", too_long], "characters")
    assert list(tmp_path.glob("out*")) == []
    refused(capsys, 3, ["new", tmp_path / "no" / "folder.steelyard"], "folder.steelyard")


def test_new_without_a_text_makes_one_map_with_the_question(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plain.steelyard"
    assert main(["new", str(path), "--question", "Which way?"]) == 0
    assert [card.text for card in records_of(path, Card)] == ["Which way?"]
    empty = tmp_path / "empty.steelyard"
    assert main(["new", str(empty)]) == 0
    assert records_of(empty, Card) == []
    assert main(["info", str(empty)]) == 0
    assert "empty: 0 cards" in capsys.readouterr().out


def test_new_reads_the_grammar_and_says_what_it_took_as_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, path = tmp_path / "points.txt", tmp_path / "points.steelyard"
    text.write_text("Which way?\n* Treaty\n  + It binds [major] @nobody\n", encoding="utf-8")
    assert main(["new", str(path), "--from", str(text)]) == 0
    assert {card.text for card in records_of(path, Card)} >= {"Which way?", "Treaty"}
    assert "@nobody" in capsys.readouterr().err


def test_new_guesses_no_side_from_bullets_and_reads_lines_when_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "list.md"
    text.write_text("Should it run?\n- Slow\n- Loud ~30%\n", encoding="utf-8")
    for extra, arguments_made in (([], 0), (["--as", "text"], 0), (["--as", "lines"], 2)):
        path = tmp_path / f"{len(extra)}{arguments_made}.steelyard"
        assert main(["new", str(path), "--from", str(text), *extra]) == 0
        assert len(records_of(path, Argument)) == arguments_made
        assert (0.3 in {card.plausibility for card in records_of(path, Card)}) is (arguments_made == 2)
    words = ["new", tmp_path / "no.steelyard", "--from", text, "--as", "lines", "--criteria", "x"]
    refused(capsys, 1, words, "Lines with signs have no list of criteria", "leave the criteria out")
    assert not (tmp_path / "no.steelyard").exists()


def test_new_calls_a_list_without_a_question_what_its_file_is_called(tmp_path: Path) -> None:
    text, path = tmp_path / "list.md", tmp_path / "ferry.steelyard"
    text.write_text("Pros:\n- Quick\nCons:\n- Dear\n", encoding="utf-8")
    assert main(["new", str(path), "--from", str(text)]) == 0
    assert {card.text for card in records_of(path, Card)} == {"ferry", "Quick", "Dear"}
    text.write_text("\n", encoding="utf-8")
    assert main(["new", str(tmp_path / "empty.steelyard"), "--from", str(text)]) == 0
    assert records_of(tmp_path / "empty.steelyard", Card) == []


def test_an_ending_that_is_no_format_and_a_folder_that_is_not_there_are_refused(
    judged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    err = refused(capsys, 1, ["export", judged, tmp_path / "out.xyz"], judged, "out.xyz")
    assert "pdf, docx, pptx, html, svg, png, md, csv, json" in err
    refused(capsys, 1, ["export", judged, tmp_path / "no" / "out.md"], "out.md")
    assert list(tmp_path.glob("**/out*")) == []


@pytest.mark.parametrize("arguments_", [["weigh"], ["export", "a.steelyard"], ["new"], ["weigh", "a", "--nonsense"]])
def test_wrong_use_is_exit_2_with_usage_on_stderr(arguments_: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments_)
    assert caught.value.code == 2
    assert "usage: steelyard" in capsys.readouterr().err


# --- check -----------------------------------------------------------------------------------------------


def test_check_says_that_a_sound_file_is_in_order(judged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(judged)]) == 0
    assert "Everything is in order" in capsys.readouterr().out
    assert main(["check", str(judged), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["sound"]
    assert report["findings"] == []
    assert report["readable"] > 10


def test_check_answers_no_for_a_damaged_file_and_says_what_is_wrong(
    judged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with sqlite3.connect(judged) as connection:
        connection.execute("UPDATE card SET text = 'changed behind our back'")
    connection.close()
    assert main(["check", str(judged), "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert not report["sound"]
    assert report["findings"][0]["sentence"].endswith(".")
    assert main(["check", str(judged)]) == 1
    assert "records can be read" in capsys.readouterr().out


# --- the program -----------------------------------------------------------------------------------------


def test_the_example_is_made_and_weighs_to_a_ranking(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "example.steelyard"
    assert main(["new", str(path), "--example"]) == 0
    found = weighed(path, capsys)
    assert any(option["rank"] for a_map in found for option in a_map["options"])


def test_the_self_test_goes_the_whole_way(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--self-test"]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[-1] == "The self-test passed."
    for ending in ("pdf", "docx", "pptx", "html", "svg", "png", "md", "csv", "json"):
        for kind in ("PNG", "SVG"):
            assert f"exported {ending}, with a logo in {kind}, and looked into it" in out


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"steelyard {__version__}\n"


@pytest.mark.parametrize(
    ("arguments_", "is_ours"),
    [([], False), (["a.steelyard"], False), (["--example"], False), (["weigh", "a"], True), (["--version"], True)],
)
def test_a_file_or_nothing_opens_the_window_and_a_verb_does_not(arguments_: list[str], is_ours: bool) -> None:
    assert is_for_command_line(arguments_) is is_ours


def program(*arguments_: object, stdout: int, environment: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "desktop_app", *map(str, arguments_)]
    return subprocess.Popen(command, cwd=ROOT, env=environment, text=True, stdout=stdout, stderr=subprocess.PIPE)


def test_a_reader_who_has_had_enough_is_no_error(judged: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    child = program("weigh", judged, "--json", stdout=writing)
    os.close(writing)
    _, err = child.communicate(timeout=30)
    assert (err, child.returncode) == ("", 0)


def test_without_a_screen_the_window_says_so_and_the_verbs_work(judged: Path) -> None:
    blind = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    child = program(judged, environment=blind, stdout=subprocess.PIPE)
    out, err = child.communicate(timeout=30)
    if sys.platform.startswith("linux"):
        assert (out, child.returncode) == ("", 1)
        assert err.startswith("steelyard: There is no screen here.")
    child = program("info", judged, environment=blind, stdout=subprocess.PIPE)
    out, err = child.communicate(timeout=30)
    assert (err, child.returncode) == ("", 0)
    assert "Judged" in out


def test_a_brief_that_carries_its_workbook_makes_it_again(
    judged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, extra in (("a.pdf", ["--attach", "--preset", "memo"]), ("a.json", [])):
        assert main(["export", str(judged), str(tmp_path / name), *extra]) == 0
        again = tmp_path / f"{name}.steelyard"
        assert main(["new", str(again), "--from", str(tmp_path / name)]) == 0
        with Session.open(judged) as first, Session.open(again) as second:
            assert sorted(first.document.records(), key=repr) == sorted(second.document.records(), key=repr)
    assert main(["export", str(judged), str(tmp_path / "plain.pdf")]) == 0
    err = refused(capsys, 1, ["new", tmp_path / "none.steelyard", "--from", tmp_path / "plain.pdf"], "plain.pdf")
    assert "No workbook is attached" in err
    assert not (tmp_path / "none.steelyard").exists()


@pytest.mark.parametrize(("scale", "factor"), [("0.25", 0.125), ("8", 4)])
def test_a_picture_is_written_in_the_scale_asked_for(judged: Path, tmp_path: Path, scale: str, factor: float) -> None:
    wide = []
    for name, extra in (("usual.png", []), ("scaled.png", ["--scale", scale])):
        assert main(["export", str(judged), str(tmp_path / name), *extra]) == 0
        wide.append(int.from_bytes((tmp_path / name).read_bytes()[16:20], "big"))
    assert wide[1] == pytest.approx(factor * wide[0], abs=4)


@pytest.mark.parametrize("scale", ["0.2", "8.1", "-1", "nan", "wide"])
def test_a_scale_that_makes_no_picture_is_refused(
    judged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], scale: str
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["export", str(judged), str(tmp_path / "a.png"), f"--scale={scale}"])
    assert left.value.code == 2
    assert scale in capsys.readouterr().err
    assert not (tmp_path / "a.png").exists()


def test_minutes_tell_what_was_done_and_an_unknown_form_is_refused(
    judged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Session.open(judged) as session:
        maps.rename_map(session.document, reads.maps(session.document)[0].id, "Renamed")
    assert main(["export", str(judged), str(tmp_path / "m.md"), "--preset", "minutes"]) == 0
    assert "## What was done" in (tmp_path / "m.md").read_text(encoding="utf-8")
    err = refused(capsys, 1, ["export", judged, tmp_path / "n.md", "--preset", "novel"], "novel")
    assert "one-page" in err


def test_a_word_export_lists_what_changed_since_an_earlier_one(
    judged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(judged), str(tmp_path / "a.docx")]) == 0
    with Session.open(judged) as session:
        card = next(iter(session.document.all(Card)))
        cards.set_text(session.document, card.id, "Something else altogether")
    assert main(["export", str(judged), str(tmp_path / "b.docx"), "--since", str(tmp_path / "a.docx")]) == 0
    refused(capsys, 3, ["export", judged, tmp_path / "c.docx", "--since", tmp_path / "gone.docx"], "gone.docx")
