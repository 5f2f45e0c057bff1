"""What stands on paper, kept as lines of `briefs` beside this one: the content of each form, and each kind of file."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import BriefContent
from desktop_app.briefing.office.docx import docx
from desktop_app.briefing.office.pptx import pptx
from desktop_app.briefing.pages.payload import payload
from desktop_app.briefing.text.html import html
from desktop_app.briefing.text.markdown import markdown
from desktop_app.model.log import LogEntry
from desktop_app.weighing.results import weigh
from desktop_app.wording.sentence import literal, say
from tests.full_map import crossing
from tests.kept import assert_kept, lines_of, with_names, xml_lines
from tests.small_maps import MAPS, small_map

KEPT = Path(__file__).parent / "briefs"
LOG = (
    LogEntry("2026-03-01T10:00:05Z", say("step.set_score")),
    LogEntry("2026-03-01T10:00:25Z", say("step.set_score")),
    LogEntry("2026-03-02T09:30:00Z", literal("Add pro")),
)
PRESETS = ("outline", "one-page", "options", "memo", "poster", "minutes", "teacher")


def _content(preset: str, *, draw: bool = False) -> BriefContent:
    document, map_id = crossing()
    return compose(document, map_id, weigh(document, map_id), preset=preset, draw=draw, log=LOG)


def _in_html(content: BriefContent) -> Iterator[str]:
    return iter(html(content).splitlines())


def _in_markdown(content: BriefContent) -> Iterator[str]:
    return iter(markdown(content).splitlines())


def _in_word(content: BriefContent) -> Iterator[str]:
    yield from _parts(docx(content), ("word/document.xml", "word/footnotes.xml", "word/header", "word/footer"))


def _in_slides(content: BriefContent) -> Iterator[str]:
    yield from _parts(pptx(content), ("ppt/slides/slide", "ppt/notesSlides/", "ppt/charts/chart"))


def _in_pdf(content: BriefContent) -> Iterator[str]:
    yield from json.dumps(payload(content), ensure_ascii=False, indent=1).splitlines()


def _parts(data: bytes, wanted: tuple[str, ...]) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for name in sorted(packed.namelist()):
            if name.startswith(wanted) and name.endswith(".xml"):
                yield f"== {name}"
                yield from xml_lines(packed.read(name))


@pytest.mark.parametrize("preset", PRESETS)
def test_a_form_holds_what_it_did(preset: str) -> None:
    assert_kept(KEPT / f"{preset}.txt", lines_of(_content(preset)))


@pytest.mark.parametrize(
    ("written", "preset"),
    [(_in_html, "memo"), (_in_markdown, "memo"), (_in_word, "memo"), (_in_slides, "options"), (_in_pdf, "memo")],
)
def test_a_file_holds_what_it_did(written: Callable[[BriefContent], Iterator[str]], preset: str) -> None:
    assert_kept(KEPT / f"{preset}{written.__name__}.txt", written(_content(preset)))


@pytest.mark.parametrize("written", [_in_html, _in_markdown, _in_word, _in_slides])
@pytest.mark.parametrize("name", ["half_scored", "long_texts", "several_questions", "sources_of_all_grades"])
def test_a_file_of_a_small_map_holds_what_it_did(name: str, written: Callable[[BriefContent], Iterator[str]]) -> None:
    document, map_id = small_map(name)
    content = compose(document, map_id, weigh(document, map_id), preset="options", draw=False)
    assert_kept(KEPT / "small" / f"{name}{written.__name__}.txt", written(content))


@pytest.mark.parametrize("name", ["answered", "red_lines", "people_at_odds"])
def test_drawn_maps_and_charts_are_set_as_they_were(name: str) -> None:
    document, map_id = small_map(name)
    content = compose(document, map_id, weigh(document, map_id), preset="outline", draw=True)
    assert_kept(KEPT / f"{name}_drawn_in_pdf.txt", _in_pdf(content))


@pytest.mark.parametrize("name", MAPS)
def test_a_brief_of_a_small_map_says_what_it_did(name: str) -> None:
    document, map_id = small_map(name)
    results = weigh(document, map_id)

    def lines() -> Iterator[str]:
        for preset in ("outline", "one-page"):
            yield from lines_of(compose(document, map_id, results, preset=preset, draw=False), preset)

    assert_kept(KEPT / "small" / f"{name}.txt", with_names(document, lines()))
